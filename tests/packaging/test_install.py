"""The package's installer: the desktop knows the program afterwards, wherever it lies; taking it out leaves nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.storage.library import Library

ROOT = Path(__file__).parent.parent.parent
STRANGE = 'My "own" $HOME `x` \\ 閱讀器\'s'
TOOLS = ("sh", "sed", "cp", "rm", "mkdir", "rmdir", "dirname", "cat")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="desktops of Linux")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of our files in a folder with a difficult name; its program writes down what it was given."""
    folder = tmp_path / STRANGE
    (folder / "lib").mkdir(parents=True)
    shutil.copytree(ROOT / "resources", folder / "lib" / "resources", ignore=shutil.ignore_patterns("fonts", "data"))
    shutil.copy2(ROOT / "packaging" / "install.sh", folder)
    (folder / "reader").write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$(dirname "$0")/given"\n')
    (folder / "reader").chmod(0o755)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def install(
    package: Path, home: Path, *arguments: str, path: str = os.environ["PATH"]
) -> subprocess.CompletedProcess[str]:
    command = [str(package / "install.sh"), *arguments]
    return subprocess.run(command, env={"HOME": str(home), "PATH": path}, capture_output=True, text=True)


def files(home: Path) -> set[str]:
    """All of ours but what update-mime-database makes of it."""
    found = {str(path.relative_to(home)) for path in home.rglob("*reader*") if path.is_file()}
    return found - {".local/share/mime/application/x-reader-library.xml"}


def test_everything_is_put_in_its_place_and_taken_out_again(package: Path, home: Path) -> None:
    share, sizes = ".local/share", ("16x16", "24x24", "32x32", "48x48", "64x64", "128x128", "256x256", "512x512")
    for _ in range(2):  # once more is no harm
        done = install(package, home)
        assert (done.returncode, done.stderr) == (0, "") and "--uninstall" in done.stdout
        assert files(home) == {
            f"{share}/applications/reader-desktop.desktop",
            f"{share}/mime/packages/reader-library.xml",
            f"{share}/metainfo/desktop.reader.Reader.metainfo.xml",
            f"{share}/icons/hicolor/scalable/apps/reader-desktop.svg",
            *(f"{share}/icons/hicolor/{size}/apps/reader-desktop.png" for size in sizes),
        }
    for _ in range(2):
        done = install(package, home, "--uninstall")
        assert (done.returncode, done.stderr) == (0, "")
        assert files(home) == set() and not (home / share / "icons").exists()


def test_it_works_without_any_tool_of_a_desktop_and_leaves_what_is_there(
    package: Path, home: Path, tmp_path: Path
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(str(shutil.which(name)))
    other = home / ".local/share/icons/hicolor/16x16/apps/other.png"
    other.parent.mkdir(parents=True)
    other.touch()
    for arguments in ((), ("--uninstall",)):
        done = install(package, home, *arguments, path=str(tools))
        assert (done.returncode, done.stderr) == (0, "")
        assert bool(files(home)) != bool(arguments)
    assert other.exists()


@pytest.mark.skipif(shutil.which("gio") is None, reason="gio reads desktop entries as desktops do")
def test_the_menu_entry_starts_the_program_whatever_its_folder_is_called(package: Path, home: Path) -> None:
    assert install(package, home).returncode == 0
    entry, article = home / ".local/share/applications/reader-desktop.desktop", home / "an article 文.txt"
    article.touch()
    os.mkfifo(package / "given")
    environment = {**os.environ, "HOME": str(home)}
    subprocess.run(["gio", "launch", str(entry), str(article)], env=environment, check=True, timeout=30)
    given = subprocess.run(["cat", str(package / "given")], stdout=subprocess.PIPE, check=True, timeout=30).stdout
    assert given.decode("utf-8") == f"{article}\n"


def test_a_library_is_known_by_its_type(package: Path, home: Path, library: Library) -> None:
    if shutil.which("update-mime-database") is None:
        pytest.skip("update-mime-database compiles the types")
    assert install(package, home).returncode == 0
    library.close()
    unnamed = library.path.rename(library.path.with_name("library"))
    script = (
        "import json, sys\nfrom PySide6.QtCore import QMimeDatabase\n"
        "found = [QMimeDatabase().mimeTypeForFile(path) for path in sys.argv[1:]]\n"
        "facts = [[each.name(), each.iconName(), each.inherits('application/vnd.sqlite3')] for each in found]\n"
        "print(json.dumps(facts))"
    )
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", script, str(unnamed), str(home / "absent.reader")]
    found = json.loads(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
    assert found == [["application/x-reader-library", "reader-desktop", True]] * 2


def test_mistakes_are_told(package: Path, home: Path) -> None:
    wrong = install(package, home, "--remove")
    assert wrong.returncode == 2 and wrong.stderr.startswith("Usage: ") and not list(home.iterdir())
    assert "--uninstall" in install(package, home, "--help").stdout
    renamed = package.rename(package.with_name("100% mine"))
    refused = install(renamed, home)
    assert refused.returncode == 1 and refused.stderr.startswith("Desktops cannot start") and not list(home.iterdir())
    package = renamed.rename(package)
    (package / "reader").unlink()
    lost = install(package, home)
    assert lost.returncode == 1 and lost.stderr.startswith("There is no program beside ") and not list(home.iterdir())


@pytest.mark.parametrize("name", ["reader-desktop.desktop", "desktop.reader.Reader.metainfo.xml"])
def test_what_is_installed_is_valid(name: str) -> None:
    file = ROOT / "resources" / "linux" / name
    command = ["desktop-file-validate"] if file.suffix == ".desktop" else ["appstreamcli", "validate", "--no-net"]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here")
    done = subprocess.run([*command, str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "hint" not in done.stdout
