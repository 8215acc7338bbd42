"""Make the packaged program in dist/reader, check what went into it, and let it test itself.

Run by `dev.py build`. Everything that the program loads must be in the folder or belong to every desktop
system; nothing may be in it that Reader does not use or whose licence forbids it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dist" / "reader"
LIMIT_MB = 150
# Libraries that are left to the target: the C library, and what must match its drivers and display.
FROM_THE_SYSTEM = re.compile(
    r"^(lib(c|m|dl|pthread|resolv|rt|util)\.so|ld-linux|libstdc\+\+\.so|libgcc_s\.so|libexpat\.so|libGL\.so|libEGL\.so"
    r"|libxcb\.so\.1|libX11(-xcb)?\.so|libwayland-(client|cursor|egl)\.so|libfontconfig\.so|libfreetype\.so|libdrm\.so)"
)
# A second SQLite beside the standard library's, parts of Qt under the GPL only, and what is not used.
FORBIDDEN = re.compile(
    r"pysqlite3|apsw|QtSql|sqldrivers|WebEngine|PyQt|QtCharts|QtGraphs|QtDataVisualization|PyMuPDF|fitz|ebooklib|html2text"
    r"|zhconv|libQt6(Quick|Qml|Network|3D)|tkinter|libtk|numpy|pytest|hypothesis|mypy"
)


class Failed(Exception):
    """What is wrong with the package, in a sentence."""


def main() -> int:
    """Build and check; the exit code."""
    began = time.monotonic()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller")]
    subprocess.check_call([*command, *folders, str(ROOT / "packaging" / "reader.spec")], cwd=ROOT)
    prune()
    try:
        check_names()
        check_closure()
        size = check_size()
        run_selftest()
    except Failed as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{FOLDER.relative_to(ROOT)}: {size:.0f} MB, made and checked in {time.monotonic() - began:.0f} s.")
    return 0


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
        useless = [path for path in libraries if path.name not in needed and not path.name.startswith("libpython")]
        for path in useless:
            path.unlink()
        if not useless:
            return


def check_names() -> None:
    """Nothing is in the package that must not be shipped."""
    found = [str(path.relative_to(FOLDER)) for path in files() if FORBIDDEN.search(str(path.relative_to(FOLDER)))]
    if found:
        raise Failed(f"The package holds what it must not: {', '.join(found[:5])}. Exclude it in reader.spec.")


def check_closure() -> None:
    """Every library that a binary needs is in the package, or one that each desktop system has."""
    if not sys.platform.startswith("linux"):
        return
    present = {path.name for path in FOLDER.rglob("*.so*")}
    missing: dict[str, str] = {}
    for path in files():
        if ".so" in path.name or path.parent == FOLDER:
            for needed in needed_by(path):
                if needed not in present and not FROM_THE_SYSTEM.match(needed):
                    missing[needed] = path.name
    if missing:
        listed = ", ".join(f"{library} (for {user})" for library, user in sorted(missing.items()))
        raise Failed(f"Libraries are missing from the package: {listed}.")


def needed_by(path: Path) -> list[str]:
    """The libraries that an ELF file names; none for other files."""
    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return []
    found = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=False)
    return re.findall(r"^\s*NEEDED\s+(\S+)", found.stdout, re.MULTILINE)


def check_size() -> float:
    """The size of the package in MB."""
    size = sum(path.stat().st_size for path in files()) / 1e6
    if size > LIMIT_MB:
        largest = sorted(files(), key=lambda path: -path.stat().st_size)[:8]
        listed = ", ".join(f"{path.name} {path.stat().st_size / 1e6:.1f}" for path in largest)
        raise Failed(f"The package has {size:.0f} MB; {LIMIT_MB} is the limit. The largest: {listed}.")
    return size


def run_selftest() -> None:
    """The packaged program tests itself, with next to nothing in its environment."""
    program = FOLDER / ("reader.exe" if os.name == "nt" else "reader")
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR", "SYSTEMROOT", "TEMP") if name in os.environ}
    code = subprocess.call([str(program), "--selftest"], env=kept, cwd=ROOT.anchor)
    if code:
        raise Failed(f"The packaged program failed its own test (code {code}).")


if __name__ == "__main__":
    sys.exit(main())
