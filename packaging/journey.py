"""Drive the packaged program as a person does, with mouse and keys on a display; then look at what is stored.

The starting article is imported, a passage selected, highlighted and tagged, the text made larger, the highlights
exported. Needs Xvfb, openbox and xdotool, which are installed where that is possible (Debian, Ubuntu).
"""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import dev

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "reader" / "reader"
STARTING_ARTICLE = ROOT.parent / "shared" / "data" / "articles" / "jiaodong-2020-03-04.txt"
TOOLS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
SIZE = "1280x800x24"
PATIENCE = 30.0  # seconds for any one thing to happen
TAG = "journey"


class Lost(Exception):
    """What did not happen, in a sentence."""


class Desk:
    """A display of its own with a window manager, and the person before it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._running: list[subprocess.Popen[bytes]] = []
        read, write = os.pipe()
        self._start(["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        self._start(["openbox"])

    def environment(self) -> dict[str, str]:
        """A person's environment: an empty home, this display."""
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        display = {"DISPLAY": self.display} if hasattr(self, "display") else {}
        return {**kept, **folders, **display, "HOME": str(self.home), "LANG": "C.UTF-8"}

    def open(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the packaged program."""
        return self._start([str(PROGRAM), *arguments])

    def do(self, *command: str) -> str:
        """One command of xdotool; what it answers."""
        done = subprocess.run(
            ["xdotool", *command], env=self.environment(), capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.do("key", "--clearmodifiers", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self.do("type", "--delay", "25", words)

    def window(self, title: str) -> str:
        """Wait for a visible window whose title holds a text, and give it the focus; its id."""
        found = wait(lambda: self.do("search", "--onlyvisible", "--name", title).split(), f"no window {title!r} opened")
        self.do("windowactivate", "--sync", found[-1])
        return str(found[-1])

    def picture(self, target: Path) -> None:
        """Keep what is on the display, where a tool for that is present."""
        if shutil.which("import"):
            command = ["import", "-window", "root", str(target)]
            subprocess.run(command, env=self.environment(), check=False, timeout=20)
            print(f"What was on the display: {target}")

    def close(self) -> None:
        """End everything that was started here."""
        for process in reversed(self._running):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()

    def _start(self, command: list[str], pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env=self.environment(), pass_fds=pass_fds, stdout=quiet, stderr=quiet)
        self._running.append(process)
        return process


T = TypeVar("T")


def wait(condition: Callable[[], T], otherwise: str) -> T:
    """The first true answer; Lost if there is none in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := condition():
            return answer
        time.sleep(0.1)
    raise Lost(otherwise)


def asked(library: Path, question: str) -> list[tuple[object, ...]]:
    """What the library answers, read while the program has it open; nothing as long as it is not made."""
    if not library.exists():
        return []
    with suppress(sqlite3.OperationalError):
        connection = sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)
        try:
            return connection.execute(question).fetchall()
        finally:
            connection.close()
    return []


def journey(desk: Desk, article: Path) -> None:
    """The whole way, each step seen to have happened before the next."""
    library, table = desk.home / "analyst.reader", desk.home / "found.csv"
    program = desk.open(str(library), str(article))
    window = desk.window("analyst")
    [(title,)] = wait(lambda: asked(library, "select title from articles where read = 1"), "the article was not opened")
    print(f"imported and opened: {title}")
    x, y = text_at(desk, window)
    wait(lambda: marked(desk, library, x, y), "nothing was highlighted")
    [(quote,)] = asked(library, "select quote from highlights")
    print(f"highlighted: {quote}")
    desk.press("t")
    time.sleep(0.5)
    desk.type(TAG)
    desk.press("Return")
    wait(lambda: asked(library, "select 1 from highlight_tags"), "the tag was not put on")
    print(f"tagged: {TAG}")
    desk.press("ctrl+plus", "ctrl+plus")
    wait(lambda: "size=18" in settings(desk), "the text was not made larger")
    print("made larger: 18 pt")
    desk.press("ctrl+e")
    desk.window("Export highlights")
    desk.press("ctrl+a")
    desk.type(str(table))
    desk.press("Return")
    wait(table.exists, "no file was exported")
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if [(row["quote"], row["tags"], row["title"]) for row in rows] != [(quote, TAG, title)]:
        raise Lost(f"the exported file holds something else: {rows}")
    print(f"exported: {table.name}, {len(rows)} row")
    desk.window("analyst")
    desk.press("ctrl+q")
    if program.wait(PATIENCE) != 0:
        raise Lost(f"the program ended with code {program.returncode}")
    check = subprocess.run([str(PROGRAM), "check", "-l", str(library)], env=desk.environment(), check=False)
    if check.returncode:
        raise Lost("the library is not sound")


def text_at(desk: Desk, window: str) -> tuple[int, int]:
    """A point within the text: the middle pane of the window, below the title."""
    facts = dict(
        line.split("=", 1) for line in desk.do("getwindowgeometry", "--shell", window).splitlines() if "=" in line
    )
    left, top, width, height = (int(facts[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
    return left + round(width * 0.58), top + round(height * 0.62)


def marked(desk: Desk, library: Path, x: int, y: int) -> bool:
    """Drag over a line and press H, until that made a highlight."""
    desk.do("mousemove", str(x - 80), str(y), "mousedown", "1")
    for step in range(-80, 81, 20):
        desk.do("mousemove", str(x + step), str(y))
    desk.do("mouseup", "1")
    time.sleep(0.3)
    desk.press("h")
    time.sleep(0.5)
    return bool(asked(library, "select 1 from highlights"))


def settings(desk: Desk) -> str:
    """The settings of the program as they are on disk."""
    return "".join(path.read_text("utf-8") for path in desk.home.rglob("settings.ini"))


def main() -> int:
    """Run the journey; the exit code."""
    if not sys.platform.startswith("linux"):
        print("The journey needs an X display of its own, which only Linux has.")
        return 0
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        dev.install_packages(missing, "the tools of the journey")
    if not PROGRAM.exists():
        print("There is no packaged program: run dev.py build first.", file=sys.stderr)
        return 1
    samples = sorted((ROOT / "resources" / "samples").glob("*.txt"))
    article = STARTING_ARTICLE if STARTING_ARTICLE.exists() else samples[0]
    with tempfile.TemporaryDirectory(prefix="reader-journey-") as home:
        desk = Desk(Path(home))
        try:
            journey(desk, article)
        except (Lost, subprocess.TimeoutExpired) as problem:
            print(f"The journey failed: {problem}.", file=sys.stderr)
            desk.picture(ROOT / "build" / "journey.png")
            return 1
        finally:
            desk.close()
    print("The journey succeeded.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
