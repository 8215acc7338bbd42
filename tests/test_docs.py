"""What the documents say exists, and what exists is in them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import dev
from reader.__main__ import COMMANDS
from reader.cli import reader as program

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *(ROOT / "src").rglob("*.md"), *(ROOT / "packaging").rglob("*.md")]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_every_command_for_developers_is_in_the_readme_and_exists() -> None:
    said = set(re.findall(r"dev\.py (\w+)", README))
    assert said == set(dev.COMMANDS)


def test_every_command_of_the_program_is_in_the_readme_and_exists() -> None:
    said = set(re.findall(r"^reader (\w+)", README, re.MULTILINE))
    assert said == set(program.commands) == {name for name in COMMANDS if not name.startswith("-")}


@pytest.mark.parametrize("line", re.findall(r"^reader (\w.*)$", README, re.MULTILINE))
def test_the_options_in_the_readme_exist(line: str) -> None:
    name, *words = line.split()
    command = program.commands[name]
    known = {option for parameter in command.params for option in parameter.opts}
    for option in (word for word in words if word.startswith("-")):
        assert option in known, option


def test_the_map_of_the_source_names_what_there_is() -> None:
    text = (ROOT / "src" / "reader" / "README.md").read_text("utf-8")
    for name in re.findall(r"`((?:domain|storage|services|models|widgets|cli)[/\w.]*)`", text):
        assert (ROOT / "src" / "reader" / name).exists(), name
    for name in re.findall(r"`(\w+\.py)`", text):
        assert list((ROOT / "src" / "reader").rglob(name)) or list((ROOT / "tests").rglob(name)), name


def test_versions_agree() -> None:
    from reader import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project.get("version", __version__) == __version__
