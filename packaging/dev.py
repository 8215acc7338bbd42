#!/usr/bin/env python3
"""Set up, run, test and build Reader; needs Python 3.11 and nothing else.

    python3 packaging/dev.py run           opens the window with a sample library
    python3 packaging/dev.py test          checks and tests, without a display
    python3 packaging/dev.py check         another name of test, for use before a commit
    python3 packaging/dev.py bench         prints the benchmarks, also beside those of the last release
    python3 packaging/dev.py build         makes the packaged program in dist/
    python3 packaging/dev.py screenshots   makes the pictures of the README
    python3 packaging/dev.py translations  collects the words of the window into resources/i18n

Each makes what it needs first: a virtual environment in .venv from the locked dependencies, system
libraries on Debian and Ubuntu, compiled translations. Further arguments go to the program that is run.
"""

from __future__ import annotations

import ast
import ctypes.util
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
LANGUAGES = ("en", "zh_CN", "zh_TW")
PARTS = ("SIGNATURES", "KINDS", "WARNINGS", "REASONS")  # names of what stands in the sentences of errors
ERRORS = ("ReaderError", "LibraryError", "QueryError", "ImportFailed", "EditError", "ExportError")
# It finds what it needs beside itself, in folders of any name. Without setlocal the variable would stay in the console.
WINDOWS_LAUNCHER = """\
@echo off
setlocal
set "PYTHONPATH=%~dp0..\\..\\src"
"%~dp0python.exe" -m reader %*
"""
# What the Qt libraries and plugins that Reader uses load from a Debian or Ubuntu system: library, package.
SYSTEM_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
}


class Stop(Exception):
    """What the person is told before the program ends with code 1."""


def main(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    command = COMMANDS.get(arguments[0])
    if command is None:
        print(f"There is no command {arguments[0]!r}. Choose one of: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):
        print(f"Reader needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        return command(arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# ---- the commands


def run(arguments: list[str]) -> int:
    """Open the window with the sample library, or draw it to a picture where there is no display."""
    python = set_up()
    environment = source_environment()
    # Paths are meant from where the command was typed, not from here.
    arguments = [each if each.startswith("-") else str(Path(each).absolute()) for each in arguments]
    sample = [] if any(not each.startswith("-") for each in arguments) else ["--sample"]
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        picture = ROOT / "build" / "reader.png"
        picture.parent.mkdir(exist_ok=True)
        print(f"There is no display here, so the window is drawn to {picture} instead.", flush=True)
        sample += ["--screenshot", str(picture)]
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.call([python, "-m", "reader", *sample, *arguments], cwd=ROOT, env=environment)


def test(arguments: list[str]) -> int:
    """Lint, types and tests; the first exit code that is not 0."""
    python = set_up()
    environment = source_environment() | {"QT_QPA_PLATFORM": "offscreen"}
    steps = {
        "lint": [python, "-m", "ruff", "check", "."],
        "format": [python, "-m", "ruff", "format", "--check", "--quiet", "."],
        "types": [python, "-m", "mypy", "--python-executable", python],
        "tests": [python, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", *arguments],
    }
    failed = 0
    for name, command in steps.items():
        print(f"-- {name}", flush=True)
        code = subprocess.call(command, cwd=ROOT, env=environment)
        if code:
            print(f"{name} failed with code {code}.", file=sys.stderr)
        failed = failed or code
    return failed


def bench(arguments: list[str]) -> int:
    """Print the figures of the benchmarks. A file for them is meant from where the command was typed."""
    python = set_up()
    environment = source_environment() | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"}
    environment["PYTHONSAFEPATH"] = "1"  # so that no module is taken from there
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.call([python, "-m", "benchmarks", *arguments], env=environment)


def build(arguments: list[str]) -> int:
    """Make the packaged program, check it, and run its self-test."""
    python = set_up()
    return subprocess.call([python, str(ROOT / "packaging" / "build.py"), *arguments], cwd=ROOT)


def screenshots(arguments: list[str]) -> int:
    """Make the pictures of the README."""
    python = set_up()
    environment = source_environment() | {"QT_QPA_PLATFORM": "offscreen"}
    script = str(ROOT / "packaging" / "screenshots.py")
    return subprocess.call([python, script, *arguments], cwd=ROOT, env=environment)


def translations(arguments: list[str]) -> int:
    """Collect the words of the window into resources/i18n/*.ts and compile them."""
    python = set_up()
    collect_words(python, ROOT / "resources" / "i18n", ROOT / "build" / "sentences.py")
    compile_translations(python)
    return 0


def collect_words(python: str, folder: Path, listed: Path) -> None:
    """Bring the .ts files of a folder up to date with the source; `listed` is where error sentences are put for it."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "src").rglob("*.py"))]
    for parent in (listed.parent, folder):
        parent.mkdir(exist_ok=True)
    listed.write_text("".join(f'QT_TRANSLATE_NOOP("Errors", {text!r})\n' for text in error_sentences()), "utf-8")
    for language in LANGUAGES:
        plural = ["-pluralonly"] if language == "en" else []
        subprocess.check_call(
            [tool(python, "lupdate"), "-silent", "-no-obsolete", "-locations", "none", *plural, *sources, str(listed)]
            + ["-ts", str(folder / f"reader_{language}.ts"), "-target-language", language, "-source-language", "en"],
            cwd=ROOT,
        )


def error_sentences() -> list[str]:
    """The sentences of all errors: below the window they are plain English, which lupdate does not see."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "src").rglob("*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    texts: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    texts.setdefault(target.id, set()).add(node.value.value)
    raised = [
        node.args[1]
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ERRORS
        and len(node.args) > 1
    ]
    names = {each.id for each in raised if isinstance(each, ast.Name)}
    kinds = {
        text
        for node in nodes
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in PARTS
        for part in ast.walk(node.value)
        for text in (texts.get(part.id, ()) if isinstance(part, ast.Name) else [getattr(part, "value", "")])
        if isinstance(text, str) and " " in text
    }  # of files, doubts and reasons, which stand in a sentence
    return sorted(kinds) + sorted(text for name in names for text in texts.get(name, ()) if text.endswith("."))


# ---- setting up


def set_up() -> str:
    """Make the environment if it is missing or out of date; its Python."""
    began = time.monotonic()
    add_system_libraries()
    environment = ROOT / ".venv"
    python = environment_python(environment)
    lock = LOCKS / "development.txt"
    stamp = environment / "stamp"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted or not python.is_file():
        make_environment(environment, lock)
        stamp.write_text(wanted)
        print(f"Set up in {time.monotonic() - began:.0f} s.", flush=True)
    compile_translations(str(python))
    add_launcher(python)
    return str(python)


def add_launcher(python: Path) -> None:
    """Put the command `reader` beside the environment's Python; it runs this source."""
    if os.name == "nt":
        (python.parent / "reader.cmd").write_text(WINDOWS_LAUNCHER, "ascii", newline="\r\n")
        return
    launcher = python.parent / "reader"
    source, command = shlex.quote(str(ROOT / "src")), shlex.quote(str(python))
    launcher.write_text(f'#!/bin/sh\nPYTHONPATH={source} exec {command} -m reader "$@"\n')
    launcher.chmod(0o755)


def make_environment(environment: Path, lock: Path) -> None:
    """A new virtual environment with the locked packages."""
    print("Making the environment in .venv ...", flush=True)
    if environment.exists():
        shutil.rmtree(environment)
    if subprocess.call([sys.executable, "-m", "venv", str(environment)]) != 0:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        shutil.rmtree(environment, ignore_errors=True)
        install_packages([f"python{version}-venv"], "Python's venv module")
        if subprocess.call([sys.executable, "-m", "venv", str(environment)]) != 0:
            raise Stop("Python could not make a virtual environment; its message is above.")
    pip = [
        str(environment_python(environment)),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    # The lock is complete; asked to resolve it again, older versions of pip fail on the extra of lxml.
    if subprocess.call([*pip, "--no-deps", "--require-hashes", "-r", str(lock)]) != 0:
        shutil.rmtree(environment, ignore_errors=True)
        raise Stop("The locked dependencies could not be installed; pip's message is above.")


def environment_python(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def source_environment() -> dict[str, str]:
    """The environment variables with which the source tree runs."""
    return dict(os.environ) | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}


def compile_translations(python: str) -> None:
    """Compile each .ts file that is newer than its .qm."""
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
            subprocess.check_call([tool(python, "lrelease"), "-silent", str(source), "-qm", str(target)], cwd=ROOT)


def tool(python: str, name: str) -> str:
    """One of the programs that come with PySide6."""
    suffix = ".exe" if os.name == "nt" else ""
    return str(Path(python).parent / f"pyside6-{name}{suffix}")


def missing_libraries() -> list[str]:
    """The Debian packages whose libraries cannot be found on this Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in SYSTEM_LIBRARIES.items() if not loadable(library)]


def loadable(library: str) -> bool:
    """Whether the system finds this shared object."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def add_system_libraries() -> None:
    """Install what is missing on Debian and Ubuntu, or say how."""
    missing = missing_libraries()
    if missing:
        install_packages(missing, "system libraries")


def install_packages(packages: list[str], what: str) -> None:
    """Install Debian packages as root or with sudo that asks nothing; else say the exact command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    plain = f"sudo apt-get update && sudo {' '.join(command)}"
    if shutil.which("apt-get") is None:
        raise Stop(
            f"Reader needs {what}. On Debian they are in: {' '.join(packages)}. Install them and run this again."
        )
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and (shutil.which("sudo") is None or subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL)):
        raise Stop(f"Reader needs {what}. Install them with: {plain}")
    print(f"Installing {what}: {' '.join(packages)} ...", flush=True)
    environment = dict(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call([*prefix, "apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL)
    if subprocess.call([*prefix, *command, "-qq"], env=environment, stdout=subprocess.DEVNULL) != 0:
        raise Stop(f"{what.capitalize()} could not be installed. Try: {plain}")


COMMANDS = {
    "run": run,
    "test": test,
    "check": test,
    "bench": bench,
    "build": build,
    "screenshots": screenshots,
    "translations": translations,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
