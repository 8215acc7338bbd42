"""What the package says of itself is what the source, the locks and the other desktops say."""

from __future__ import annotations

import ast
import plistlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

import identity
from reader import __version__, languages, resources
from reader.storage.library import SUFFIX

ROOT = Path(__file__).parent.parent.parent


def test_every_system_is_told_the_version_of_the_source() -> None:
    assert identity.version() == __version__
    assert identity.info_plist()["CFBundleVersion"] == __version__
    metadata = ElementTree.parse(resources.path(f"linux/{identity.IDENTIFIER}.metainfo.xml"))
    newest = metadata.find("releases/release")
    assert newest is not None and newest.get("version") == __version__
    assert metadata.findtext("id") == identity.IDENTIFIER


def test_macos_is_told_of_libraries_and_of_all_languages() -> None:
    facts = plistlib.loads(plistlib.dumps(identity.info_plist()))
    [exported] = facts["UTExportedTypeDeclarations"]
    assert [f".{each}" for each in exported["UTTypeTagSpecification"]["public.filename-extension"]] == [SUFFIX]
    assert exported["UTTypeIdentifier"] in facts["CFBundleDocumentTypes"][0]["LSItemContentTypes"]
    assert len(facts["CFBundleLocalizations"]) == len(languages.NAMES)
    assert facts["NSHighResolutionCapable"] is True


def test_windows_is_told_name_and_version() -> None:
    resource = ast.parse(identity.windows_version("reader-cli"), mode="eval")
    words = {
        node.args[0].value: node.args[1].value
        for node in ast.walk(resource)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "StringStruct"
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[1], ast.Constant)
    }
    assert words["ProductVersion"] == words["FileVersion"] == __version__
    assert words["OriginalFilename"] == "reader-cli.exe"
    assert isinstance(resource.body, ast.Call) and isinstance(resource.body.keywords[0].value, ast.Call)
    numbers = {each.arg: ast.literal_eval(each.value) for each in resource.body.keywords[0].value.keywords}
    assert ".".join(map(str, numbers["filevers"])) == f"{__version__}.0"


def specified(system: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, Any]]]:
    """What the specification asks of PyInstaller on a system: for each kind of thing, the options of each."""
    asked: dict[str, list[dict[str, Any]]] = {}

    def kind(name: str) -> Callable[..., object]:
        def made(*parts: object, **options: Any) -> object:
            asked.setdefault(name, []).append(options)
            return SimpleNamespace(binaries=[], datas=[], pure=[], scripts=[])

        return made

    monkeypatch.setattr(sys, "platform", system)
    names = {name: kind(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    spec = ROOT / "packaging" / "reader.spec"
    exec(
        compile(spec.read_text("utf-8"), spec, "exec"), names | {"SPECPATH": str(spec.parent), "workpath": str(folder)}
    )
    return asked


def test_a_bundle_is_made_for_macos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = specified("darwin", tmp_path, monkeypatch)
    [bundle], [program] = asked["BUNDLE"], asked["EXE"]
    assert bundle["name"] == "Reader.app" and bundle["version"] == __version__
    assert bundle["info_plist"] == identity.info_plist() and bundle["bundle_identifier"] == identity.IDENTIFIER
    assert Path(bundle["icon"]).suffix == ".icns" and Path(bundle["icon"]).is_file()
    assert not program["console"]


def test_windows_gets_two_programs_with_icon_and_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = specified("win32", tmp_path, monkeypatch)["EXE"]
    assert [(each["name"], each["console"]) for each in programs] == [("reader", False), ("reader-cli", True)]
    for each in programs:
        assert Path(each["icon"]).suffix == ".ico" and Path(each["icon"]).is_file()
        assert Path(each["version"]).read_text("utf-8") == identity.windows_version(each["name"])
