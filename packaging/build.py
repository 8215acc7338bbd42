"""Make the packaged program in dist/reader, check what went into it, and let it test itself.

Run by `dev.py build`. Everything that the program loads must be in the folder or belong to every desktop
system; nothing may be in it that Reader does not use, whose licence forbids it, or that is shipped without a notice.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import metadata, packages_distributions, version
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

import dev

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dist" / "reader"
PROGRAM = FOLDER / ("reader.exe" if os.name == "nt" else "reader")
INSTALLER = FOLDER / "install.sh"
NOTICES = ROOT / "resources" / "licences" / "third-party.txt"
LIMIT_MB = 150
SELFTEST_SECONDS = 120
# Libraries that are left to the target: the C library, and what must match its drivers and display.
FROM_THE_SYSTEM = re.compile(
    r"^(lib(c|m|dl|pthread|resolv|rt|util)\.so|ld-linux|libstdc\+\+\.so|libgcc_s\.so|libexpat\.so|libGL\.so|libEGL\.so"
    r"|libdbus-1\.so|libxcb\.so\.1|libwayland-(client|cursor|egl)\.so)"
)
# What the program file itself needs is loaded before the folder is known, so this must be there, too.
FOR_THE_START = re.compile(FROM_THE_SYSTEM.pattern + r"|^libz\.so\.1")
LOADED = ("libpython", "libpdfium")  # libraries that no other names, since programs load them themselves
# A second SQLite beside the standard library's, parts of Qt under the GPL only, and what is not used.
FORBIDDEN = re.compile(
    r"pysqlite3|apsw|QtSql|sqldrivers|WebEngine|PyQt|QtCharts|QtGraphs|QtDataVisualization|PyMuPDF|fitz|ebooklib|html2text"
    r"|VirtualKeyboard|virtualkeyboard|zhconv|[Uu]nidecode|libQt6(Quick|Qml|Network|3D)|tkinter|libtk|numpy|pytest"
    r"|hypothesis|mypy\b|ruff|setuptools|libreadline|qgtk3"
)
# The system's libraries that go along, by the component of the notices that they belong to.
COMPONENTS = {
    "Qt": r"libQt6",
    "ICU": r"libicu",
    "Python": r"libpython",
    "shiboken6": r"libshiboken6",
    "PySide6_Essentials": r"libpyside6",
    "SQLite": r"libsqlite3",
    "OpenSSL": r"lib(crypto|ssl)",
    "libffi": r"libffi",
    "zlib": r"libz\.",
    "bzip2": r"libbz2",
    "XZ Utils (liblzma)": r"liblzma",
    "FreeType": r"libfreetype",
    "Fontconfig": r"libfontconfig",
    "X.org libraries, XCB": r"lib(X|xcb|ICE|SM)",
    "xkbcommon": r"libxkbcommon",
    "D-Bus": r"libdbus",
    "GLib": r"lib(glib|gthread|gobject|gio|gmodule)-2",
    "PCRE2": r"libpcre2",
    "libpng": r"libpng",
    "Zstandard": r"libzstd",
    "Brotli": r"libbrotli",
    "systemd (libsystemd)": r"libsystemd",
    "Libgcrypt": r"libgcrypt",
    "libgpg-error": r"libgpg-error",
    "libcap": r"libcap\.",
    "LZ4": r"liblz4",
    "util-linux (libuuid)": r"libuuid",
}


class Failed(Exception):
    """What is wrong with the package, in a sentence."""


def main() -> int:
    """Build and check; the exit code."""
    began = time.monotonic()
    try:
        find_tools()
        make()
        modules = packed_modules()
        check_names(modules)
        check_notices(modules)
        check_closure()
        size = check_size()
        run_selftest()
        check_installer()
    except Failed as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{FOLDER.relative_to(ROOT)}: {size:.0f} MB{oldest_system()}", end=", ")
    print(f"made and checked in {time.monotonic() - began:.0f} s.")
    return 0


def find_tools() -> None:
    """Install binutils where they are missing: PyInstaller and the checks read and strip libraries with them."""
    if sys.platform.startswith("linux") and not all(map(shutil.which, ("objdump", "objcopy", "strip"))):
        try:
            dev.install_packages(["binutils"], "the tools that read libraries")
        except dev.Stop as stop:
            raise Failed(str(stop)) from None


def make() -> None:
    """Let PyInstaller make the folder, and take out what nothing in it needs."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    folders = ["--distpath", str(FOLDER.parent), "--workpath", str(ROOT / "build" / "pyinstaller")]
    if subprocess.call([*command, *folders, str(ROOT / "packaging" / "reader.spec")], cwd=ROOT):
        raise Failed("PyInstaller did not finish; its message is above.")
    prune()
    if sys.platform.startswith("linux"):
        shutil.copy2(ROOT / "packaging" / "install.sh", INSTALLER)


def files() -> list[Path]:
    """Every file of the package; links are left out."""
    return [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]


def prune() -> None:
    """Take out the libraries that nothing in the package needs: they came with plugins that were left out."""
    if not sys.platform.startswith("linux"):
        return
    while True:
        needed = {library for path in files() for library in needed_by(path)}
        libraries = [path for path in FOLDER.rglob("lib*.so*") if "plugins" not in path.parts]
        useless = [path for path in libraries if path.name not in needed and not path.name.startswith(LOADED)]
        for path in useless:
            path.unlink()
        if not useless:
            return


def packed_modules() -> set[str]:
    """The full names of the Python modules that are within the program file."""
    archive = CArchiveReader(str(PROGRAM))
    return {str(name) for name in archive.open_embedded_archive("PYZ.pyz").toc}


def check_names(modules: set[str]) -> None:
    """Nothing is in the package that must not be shipped."""
    names = {str(path.relative_to(FOLDER)) for path in files()} | modules
    found = sorted(name for name in names if FORBIDDEN.search(name))
    if found:
        raise Failed(f"The package holds what it must not: {', '.join(found[:5])}. Exclude it in reader.spec.")


def check_notices(modules: set[str]) -> None:
    """Each component of the package has its notice, in the version that is shipped, and none is under the GPL only."""
    notices = set(NOTICES.read_text("utf-8").splitlines())
    components = {line.rpartition(" (")[0] for line in notices} - {""}
    owners = packages_distributions()
    beside = {path.name.partition(".")[0] for path in (FOLDER / "lib").iterdir()}
    names = {module.partition(".")[0] for module in modules} | beside
    packages = {owner for name in names for owner in owners.get(name, ())} - {"reader-desktop"}
    missing = {name for name in packages if f"{name} ({version(name)})" not in notices}
    missing |= {path.name for path in files() if is_foreign(path) and component_of(path) not in components}
    if missing:
        raise Failed(f"These have no notice: {', '.join(sorted(missing))}. See packaging/make_licences.py.")
    for name in packages:
        about = metadata(name)
        licences = [about[key] for key in ("License-Expression", "License") if key in about]
        licences += about.get_all("Classifier") or []
        said = " ".join(each for each in licences if len(each) < 200)
        if re.search(r"\bA?GPL|Affero|General Public", said) and not re.search("LGPL|Lesser", said):
            raise Failed(f"{name} is under the GPL.")


def is_foreign(path: Path) -> bool:
    """Whether a file is a library of the system or of Qt, and so belongs to no Python package."""
    return path.parent in (FOLDER / "lib", FOLDER / "lib" / "PySide6" / "Qt" / "lib") and ".so" in path.name


def component_of(path: Path) -> str:
    """The name in the notices of what a library belongs to; empty if that is not known."""
    return next((name for name, start in COMPONENTS.items() if re.match(start, path.name)), "")


def check_closure() -> None:
    """Every library that a binary needs is in the package, or one that each desktop system has."""
    if not sys.platform.startswith("linux"):
        return
    present = {path.name for path in FOLDER.rglob("*.so*")}
    missing: dict[str, str] = {}
    for path in files():
        for needed in needed_by(path):
            found = FOR_THE_START.match(needed) if path == PROGRAM else FROM_THE_SYSTEM.match(needed)
            if not found and (path == PROGRAM or needed not in present):
                missing[needed] = path.name
    if missing:
        listed = ", ".join(f"{library} (for {user})" for library, user in sorted(missing.items()))
        raise Failed(f"Libraries are missing from the package: {listed}.")


def needed_by(path: Path) -> list[str]:
    """The libraries that an ELF file names; none for other files."""
    return re.findall(r"^\s*NEEDED\s+(\S+)", read_elf("-p", path), re.MULTILINE)


def oldest_system() -> str:
    """Which C library the package needs at least, for Linux."""
    found = [each for path in files() for each in re.findall(r"GLIBC_2\.(\d+)", read_elf("-T", path))]
    return f", for glibc 2.{max(map(int, found))} and later" if found else ""


def read_elf(option: str, path: Path) -> str:
    """What objdump says of an ELF file; nothing of other files."""
    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return ""
    return subprocess.run(["objdump", option, str(path)], capture_output=True, text=True, check=False).stdout


def check_size() -> float:
    """The size of the package in MB."""
    size = sum(path.stat().st_size for path in files()) / 1e6
    if size > LIMIT_MB:
        largest = sorted(files(), key=lambda path: -path.stat().st_size)[:8]
        listed = ", ".join(f"{path.name} {path.stat().st_size / 1e6:.1f}" for path in largest)
        raise Failed(f"The package has {size:.0f} MB; {LIMIT_MB} is the limit. The largest: {listed}.")
    return size


def run_selftest() -> None:
    """The packaged program tests itself, with next to nothing in its environment and an empty home."""
    with tempfile.TemporaryDirectory(prefix="reader-build-") as home:
        kept = {name: os.environ[name] for name in ("TMPDIR", "SYSTEMROOT", "TEMP") if name in os.environ}
        command, surroundings = [str(PROGRAM), "--selftest"], kept | {"HOME": home}
        try:
            code = subprocess.call(command, env=surroundings, cwd=home, timeout=SELFTEST_SECONDS)
        except subprocess.TimeoutExpired:
            raise Failed(f"The packaged program did not finish its own test in {SELFTEST_SECONDS} s.") from None
        left = [
            path.name for path in Path(home).iterdir() if path.name != ".cache"
        ]  # that is of the system's libraries
    if code:
        raise Failed(f"The packaged program failed its own test (code {code}).")
    if left:
        raise Failed(f"The test of the packaged program left something in the home folder: {', '.join(left)}.")


def check_installer() -> None:
    """The installer makes the program known to a desktop whose home is empty, and takes that back."""
    if not sys.platform.startswith("linux"):
        return
    with tempfile.TemporaryDirectory(prefix="reader-build-") as home:
        surroundings = {"HOME": home, "PATH": os.environ["PATH"]}
        for arguments in ([], ["--uninstall"]):
            done = subprocess.run([INSTALLER, *arguments], env=surroundings, capture_output=True, text=True)
            found = [path for path in Path(home).rglob("*reader*") if path.is_file()]
            if done.returncode or bool(found) == bool(arguments):
                said = (done.stdout + done.stderr).strip()
                raise Failed(f"install.sh {' '.join(arguments)} left {len(found)} files of Reader and said: {said}")
            for file in found:
                validate(file)


def validate(file: Path) -> None:
    """Let the tool that knows the kind of a file look at it, where there is one."""
    tools = {".desktop": ["desktop-file-validate"], ".xml": ["appstreamcli", "validate", "--no-net"]}
    command = tools.get(file.suffix, [""])
    if file.parent.name in ("applications", "metainfo") and shutil.which(command[0]):
        done = subprocess.run([*command, str(file)], capture_output=True, text=True)
        if done.returncode:
            raise Failed(f"{command[0]} refuses {file.name}: {(done.stdout + done.stderr).strip()}")


if __name__ == "__main__":
    sys.exit(main())
