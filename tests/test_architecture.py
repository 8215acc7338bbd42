"""The rules of the source tree: who may import whom, where SQL and Qt may stand, how long things may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "reader"
LAYERS = ("domain", "storage", "services", "session", "models", "widgets", "app")
# Small modules beside the layers: the rightmost layer each may import from (None: no other module of ours).
LEAVES = {
    "jobs": "domain",
    "settings": "domain",
    "actions": "domain",
    "theme": "domain",
    "crash": "domain",
    "icons": "domain",
    "languages": "domain",
    "pictures": "domain",
    "asked_to_end": None,
    "input_method": None,
    "word_breaks": None,
    "resources": None,
    "__init__": None,
}
ENTRIES = {"cli": "services", "selftest": "app", "__main__": "app"}  # the last only chooses among the others
QT_FREE = ("domain", "storage", "services", "cli", "resources", "__main__")
SQL = re.compile(
    r"^\s*(select\s.*\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s"
    r"|create\s+(temp\s+)?(table|index|trigger)\s|pragma\s)",
    re.IGNORECASE | re.DOTALL,
)
Documented = ast.Module | ast.ClassDef | ast.FunctionDef
BANNED_MODULES = {"utils", "helpers", "common", "misc", "constants", "types"}
BANNED_ENDINGS = ("Manager", "Helper", "Handler", "Controller", "Processor")
MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


KNOWN = {name_of(path) for path in MODULES}


def ours(path: Path) -> set[str]:
    inner = {name.removeprefix("reader.") for name in imports_of(path) if name.startswith("reader.")}
    return (inner & KNOWN) - {name_of(path)}


def layer_of(module: str) -> str:
    return module.split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_left(path: Path) -> None:
    own = layer_of(name_of(path))
    for target in ours(path):
        theirs = layer_of(target)
        if theirs == own or (theirs in LEAVES and theirs not in ENTRIES and own not in ("domain", "storage")):
            continue
        if own == "__main__" or theirs == "resources":  # which knows where files of ours are, and nothing else
            continue
        if own in LEAVES:
            limit = LEAVES[own]
        else:
            limit = ENTRIES.get(own, own)
        assert limit is not None and theirs in LAYERS, f"{own} must not import {target}"
        assert LAYERS.index(theirs) <= LAYERS.index(limit), f"{own} must not import {target}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_belongs_to_a_layer(path: Path) -> None:
    assert layer_of(name_of(path)) in {*LAYERS, *LEAVES, *ENTRIES}
    assert not set(name_of(path).split(".")) & BANNED_MODULES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_qt_stands_right_of_session_only(path: Path) -> None:
    if layer_of(name_of(path)) in QT_FREE:
        top_level = {name for name in imports_of(path) if name.split(".")[0] in {"PySide6", "qtawesome", "shiboken6"}}
        assert not top_level


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_sql_stands_in_storage_only(path: Path) -> None:
    if layer_of(name_of(path)) == "storage":
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not SQL.match(node.value), f"SQL outside storage: {node.value[:60]!r}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_asked_for_in_one_place(path: Path) -> None:
    """Any other dialog for files would take the locks of the library away: see `widgets/file_dialogs.py`."""
    if name_of(path) != "widgets.file_dialogs":
        assert not re.search(r"QFileDialog|QFileSystemModel|QFileIconProvider", path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_classes_stay_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            assert (node.end_lineno or 0) - node.lineno < 300, node.name
            methods = [each for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
            assert len(methods) <= 30, node.name
            assert not node.name.endswith(BANNED_ENDINGS), node.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_stay_small(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_public_says_what_it_is(path: Path) -> None:
    silent = [name for name, node in public("", ast.parse(path.read_text("utf-8"))) if not ast.get_docstring(node)]
    assert silent == []


def public(name: str, node: Documented) -> Iterator[tuple[str, Documented]]:
    """A module or class, and the public functions, classes and methods in it; one that is overloaded speaks once."""
    yield name, node
    for each in node.body if not isinstance(node, ast.FunctionDef) else ():
        if not isinstance(each, ast.ClassDef | ast.FunctionDef) or each.name.startswith("_"):
            continue
        if not any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in each.decorator_list):
            yield from public(f"{name}.{each.name}", each)


def test_no_import_cycles() -> None:
    graph = {name_of(path): ours(path) - {layer_of(name_of(path))} for path in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        pytest.fail(f"import cycle: {' -> '.join(cycle.args[1])}")
