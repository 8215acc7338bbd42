"""The commands for developers: what they say where something is missing, and what they set up, without a network."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parent.parent.parent
POSIX = pytest.mark.skipif(os.name != "posix", reason="shell scripts stand in for programs")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree of which only dev.py is there, with a lock that asks for nothing."""
    folder = tmp_path / "tree"
    (folder / "packaging" / "locks").mkdir(parents=True)
    shutil.copy2(ROOT / "packaging" / "dev.py", folder / "packaging")
    (folder / "packaging" / "locks" / "development.txt").write_text("# nothing\n")
    return folder


def call(tree: Path, *arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the tree, whose system has every library, without a display."""
    program = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import dev; dev.SYSTEM_LIBRARIES = {};"
        "sys.exit(dev.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, str(tree / "packaging"), *arguments]
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env = {**kept, "QT_QPA_PLATFORM": "", **environment}
    return subprocess.run(command, cwd=cwd or tree, env=env, capture_output=True, text=True)


def pretend(tree: Path) -> None:
    """An environment that is up to date, whose Python says what it was called with, and where."""
    environment = tree / ".venv"
    (environment / "bin").mkdir(parents=True)
    python = environment / "bin" / "python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$PWD" "$PYTHONPATH" "$QT_QPA_PLATFORM" "$@"\n')
    python.chmod(0o755)
    lock = (tree / "packaging" / "locks" / "development.txt").read_bytes()
    (environment / "stamp").write_text(sha256(lock + sys.version.encode()).hexdigest())


# ---- arguments


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in dev.COMMANDS:
        assert f"dev.py {name} " in said
    assert dev.main([]) == 2


def test_an_unknown_command_is_named_and_the_known_ones_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["biuld"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("There is no command 'biuld'. Choose one of: run, test, check, bench, build, ")


def test_an_old_python_can_read_the_file_and_is_told_which_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse((ROOT / "packaging" / "dev.py").read_text("utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 10, 12, "final", 0))
    monkeypatch.setattr(sys, "version", "3.10.12 (main)")
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "Reader needs Python 3.11 or newer; this is 3.10.12.\n"


# ---- running


@POSIX
def test_files_are_meant_from_where_the_command_was_typed(tree: Path, tmp_path: Path) -> None:
    pretend(tree)
    said = call(tree, "run", "mine.reader", "--library", "x.reader", cwd=tmp_path, DISPLAY=":1")
    assert said.stdout.splitlines() == [
        *(str(tree), str(tree / "src"), "", "-m", "reader"),
        *(str(tmp_path / "mine.reader"), "--library", str(tmp_path / "x.reader")),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a display be missing")
def test_without_a_display_the_window_is_drawn_to_a_picture(tree: Path) -> None:
    pretend(tree)
    picture = str(tree / "build" / "reader.png")
    first, *lines = call(tree, "run").stdout.splitlines()
    assert first == f"There is no display here, so the window is drawn to {picture} instead."
    assert lines[2:] == ["offscreen", "-m", "reader", "--sample", "--screenshot", picture]
    shown = call(tree, "run", WAYLAND_DISPLAY="wayland-0").stdout.splitlines()
    assert shown[2:] == ["", "-m", "reader", "--sample"]


@POSIX
def test_benchmarks_run_where_the_command_was_typed(tree: Path, tmp_path: Path) -> None:
    pretend(tree)
    where, path, _, *command = call(tree, "bench", "--json", "mine.json", cwd=tmp_path).stdout.splitlines()
    assert (where, command) == (str(tmp_path), ["-m", "benchmarks", "--json", "mine.json"])
    assert path.split(os.pathsep) == [str(tree / "src"), str(tree / "tests")]


@POSIX
def test_the_first_failure_of_a_test_run_is_its_code_and_all_steps_run(tree: Path) -> None:
    pretend(tree)
    python = tree / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\n[ "$2" = ruff ] && exit 3\nexit 0\n')
    said = call(tree, "check")
    assert said.returncode == 3
    assert said.stdout.splitlines() == ["-- lint", "-- format", "-- types", "-- tests"]
    assert said.stderr == "lint failed with code 3.\nformat failed with code 3.\n"


# ---- setting up


@pytest.fixture
def makers(tree: Path) -> Path:
    """A Python that makes environments in no time, and its pip, which fails while there is a file `no-pip`."""
    maker, made = tree / "maker", tree / "made"
    made.write_text(f'#!/bin/sh\necho "$@" >> "{tree}/asked"\n[ ! -e "{tree}/no-pip" ]\n')
    maker.write_text(f'#!/bin/sh\nmkdir -p "$3/bin" && cp "{made}" "$3/bin/python"\n')
    for program in (maker, made):
        program.chmod(0o755)
    return maker


def set_up(tree: Path, maker: Path) -> subprocess.CompletedProcess[str]:
    program = (
        f"import dev, sys; dev.SYSTEM_LIBRARIES = {{}}; sys.executable = {str(maker)!r}\n"
        "try: print(dev.set_up())\n"
        "except dev.Stop as stop: sys.exit(str(stop))"
    )
    environment = {**os.environ, "PYTHONPATH": str(tree / "packaging"), "PATH": "/bin"}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)


@POSIX
def test_the_environment_is_made_once_and_anew_when_the_lock_changes(tree: Path, makers: Path) -> None:
    lock, mark = tree / "packaging" / "locks" / "development.txt", tree / ".venv" / "mark"
    assert "Making the environment" in set_up(tree, makers).stdout
    mark.touch()
    assert set_up(tree, makers).stdout == f"{tree / '.venv' / 'bin' / 'python'}\n" and mark.exists()
    lock.write_text("# another\n")
    assert "Making the environment" in set_up(tree, makers).stdout and not mark.exists()
    mark.touch()
    (tree / ".venv" / "stamp").unlink()  # it was not finished
    assert "Making the environment" in set_up(tree, makers).stdout and not mark.exists()
    asked = (tree / "asked").read_text().splitlines()
    assert asked == [f"-m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r {lock}"] * 3


@POSIX
def test_an_environment_that_could_not_be_filled_is_taken_away(tree: Path, makers: Path) -> None:
    (tree / "no-pip").touch()
    said = set_up(tree, makers)
    assert said.returncode == 1 and not (tree / ".venv").exists()
    assert said.stderr == "The locked dependencies could not be installed; pip's message is above.\n"
    (tree / "no-pip").unlink()
    assert set_up(tree, makers).returncode == 0


@POSIX
def test_the_launcher_runs_this_source_wherever_it_lies(tmp_path: Path, tree: Path) -> None:
    moved = tree.rename(tmp_path / "it's $HOME")
    pretend(moved)
    call(moved, "run")
    said = subprocess.run([moved / ".venv/bin/reader", "list", "a b"], capture_output=True, text=True, cwd=tmp_path)
    assert said.stdout.splitlines()[1:] == [
        str(moved / "src"),
        os.environ["QT_QPA_PLATFORM"],
        "-m",
        "reader",
        "list",
        "a b",
    ]


def test_the_launcher_of_windows_leaves_the_console_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "name", "nt")
    dev.add_launcher(tmp_path / "python.exe")
    lines = (tmp_path / "reader.cmd").read_bytes().split(b"\r\n")
    assert lines[:2] == [b"@echo off", b"setlocal"] and lines[-2:] == [b'"%~dp0python.exe" -m reader %*', b""]


# ---- libraries of the system


def programs(folder: Path, **scripts: str) -> str:
    """A path on which only these programs are; each writes down its arguments in `called`."""
    folder.mkdir()
    for name, script in scripts.items():
        program = folder / name.replace("_", "-")
        program.write_text(f'#!/bin/sh\necho "{program.name} $*" >> "{folder}/called"\n{script}\n')
        program.chmod(0o755)
    return str(folder)


MISSING = {"libnot-there.so.9": "libnot9", "libnor-this.so.1": "libnor1", "libc.so.6": "libc6"}
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="libraries of Linux")


@LINUX
def test_missing_libraries_are_named_where_nothing_installs_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "SYSTEM_LIBRARIES", MISSING)
    monkeypatch.setenv("PATH", programs(tmp_path / "bin"))
    assert dev.main(["test"]) == 1
    assert capsys.readouterr().err == (
        "Reader needs system libraries. On Debian they are in: libnot9 libnor1. Install them and run this again.\n"
    )


@LINUX
@pytest.mark.parametrize("sudo", [None, "exit 1"], ids=["no sudo", "sudo asks"])
def test_a_person_is_told_the_exact_command(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    powerless: None,
    sudo: str | None,
) -> None:
    monkeypatch.setattr(dev, "SYSTEM_LIBRARIES", MISSING)
    scripts = {"apt_get": "exit 0"} | ({"sudo": sudo} if sudo else {})
    monkeypatch.setenv("PATH", programs(tmp_path / "bin", **scripts))
    assert dev.main(["run"]) == 1
    said = capsys.readouterr().err
    assert said == (
        "Reader needs system libraries. Install them with: sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends libnot9 libnor1\n"
    )
    called = tmp_path / "bin" / "called"
    assert not called.exists() or called.read_text() == "sudo -n true\n"


@LINUX
def test_libraries_are_installed_where_that_needs_no_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], powerless: None
) -> None:
    folder = tmp_path / "bin"
    path = programs(folder, apt_get="exit 0", sudo='[ "$2" = true ] || { shift; "$@"; }')
    monkeypatch.setenv("PATH", f"{path}{os.pathsep}/bin")
    dev.install_packages(["libnot9"], "system libraries")
    calls = [line for line in (folder / "called").read_text().splitlines() if line.startswith("apt-get")]
    assert calls == ["apt-get update -qq", "apt-get install -y --no-install-recommends libnot9 -qq"]
    assert capsys.readouterr().out == "Installing system libraries: libnot9 ...\n"
    programs(tmp_path / "other", apt_get='[ "$1" = update ]', sudo='[ "$2" = true ] || { shift; "$@"; }')
    monkeypatch.setenv("PATH", f"{tmp_path / 'other'}{os.pathsep}/bin")
    with pytest.raises(dev.Stop, match=r"System libraries could not be installed\. Try: sudo apt-get update && sudo "):
        dev.install_packages(["libnot9"], "system libraries")
