"""Drive the packaged program as a person does, with mouse and keys on a display; then look at what is stored.

The starting article is imported, a passage selected, highlighted and tagged, the text made larger, the highlights
exported; after a restart all of it is there and can be undone. Needs Xvfb, openbox and xdotool, which are installed
where that is possible (Debian, Ubuntu); where it is not, that is a failure with --strict only.
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
from functools import partial
from pathlib import Path
from typing import TypeVar

import dev

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "reader" / "reader"
STARTING_ARTICLE = ROOT.parent / "shared" / "data" / "articles" / "jiaodong-2020-03-04.txt"
TOOLS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
SIZE = "1280x800x24"
PATIENCE = 30.0  # seconds for any one thing to happen
SOON = 3.0  # seconds for what may need another try
TAG = "journey"
LARGER = (180, 46)  # the button A+: pixels from the right and upper edge of the window
SIZE_AT_END = 20  # points; 14 at first


class Lost(Exception):
    """What did not happen, in a sentence."""


class Desk:
    """A display of its own with a window manager, and the person before it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.display = ""
        self._running: list[subprocess.Popen[bytes]] = []

    def open_display(self) -> None:
        """Start the display and its window manager, and wait for both."""
        read, write = os.pipe()
        screen = ["-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]  # which it would do after each lone client
        self._start(["Xvfb", "-displayfd", str(write), *screen], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise Lost("Xvfb did not start")
        self.display = f":{number}"
        self._start(["openbox"])
        wait(lambda: self.do("get_num_desktops"), "the window manager did not start")

    def environment(self) -> dict[str, str]:
        """A person's environment: an empty home, this display."""
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        display = {"DISPLAY": self.display} if self.display else {}
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
        found = wait(lambda: self.shown(title), f"no window {title!r} opened")
        self.do("windowactivate", "--sync", found[-1])
        return found[-1]

    def shown(self, title: str) -> list[str]:
        """The visible windows of the program whose title holds a text."""
        own = self.windows()
        return [each for each in self.do("search", "--onlyvisible", "--name", title).split() if each in own]

    def windows(self) -> list[str]:
        """All visible windows of the program, also those without a title."""
        return self.do("search", "--onlyvisible", "--class", "reader").split()

    def size(self, window: str) -> tuple[int, int]:
        """Width and height of a window, pixels."""
        lines = dict(line.split("=") for line in self.do("getwindowgeometry", "--shell", window).splitlines())
        return int(lines["WIDTH"]), int(lines["HEIGHT"])

    def point(self, window: str, x: int, y: int, *then: str) -> None:
        """Move the mouse to a place in a window, pixels from its left upper corner, and do something there."""
        self.do("mousemove", "--window", window, str(x), str(y), *then)

    def picture(self, target: Path) -> None:
        """Keep what is on the display, where a tool for that is present."""
        if self.display and shutil.which("import"):
            target.parent.mkdir(exist_ok=True)
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


def wait(condition: Callable[[], T], otherwise: str, patience: float = PATIENCE) -> T:
    """The first true answer; Lost if there is none in time."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if answer := condition():
            return answer
        time.sleep(0.05)
    raise Lost(otherwise)


def asked(library: Path, question: str) -> list[str]:
    """The first column of an answer, read while the program has the library open; nothing until it is made."""
    if not library.exists():
        return []
    with suppress(sqlite3.OperationalError):
        connection = sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)
        try:
            return [str(first) for first, *_ in connection.execute(question)]
        finally:
            connection.close()
    return []


def journey(desk: Desk, article: Path, another: Path) -> None:
    """The whole way, each step seen to have happened before the next."""
    library, table = desk.home / "analyst.reader", desk.home / "found.csv"
    program = desk.open(str(library))
    window = desk.window("analyst")
    choose(desk, "ctrl+o", "Import files", article)
    title = wait(lambda: asked(library, "select title from articles where read = 1"), "the article was not opened")[0]
    print(f"imported and opened: {title}")
    quote = highlight(desk, window, library)
    print(f"highlighted: {quote}")
    tag(desk, library)
    print(f"tagged: {TAG}")
    desk.press("ctrl+plus", "ctrl+plus")
    wait(lambda: "size=18" in settings(desk), "the text was not made larger by keys")
    desk.point(window, desk.size(window)[0] - LARGER[0], LARGER[1], "click", "1")
    wait(lambda: f"size={SIZE_AT_END}" in settings(desk), "a click on A+ did not make the text larger")
    print(f"made larger: {SIZE_AT_END} pt")
    choose(desk, "ctrl+e", "Export highlights", table)
    wait(table.exists, "no file was exported")
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if [(row["quote"], row["tags"], row["title"]) for row in rows] != [(quote, TAG, title)]:
        raise Lost(f"the exported file holds something else: {rows}")
    print(f"exported: {table.name}, {len(rows)} row")
    end(desk, program)
    return_to(desk, library, another)
    check(desk, library)


def choose(desk: Desk, keys: str, dialog: str, path: Path) -> None:
    """Open a dialog by its keys, and name a file in it."""
    desk.press(keys)
    desk.window(dialog)
    desk.press("ctrl+a")
    desk.type(str(path))
    desk.press("Return")
    wait(lambda: not desk.shown(dialog), f"the window {dialog!r} did not close")


def highlight(desk: Desk, window: str, library: Path) -> str:
    """Drag over a line and press H, again if the text was still moving; the passage."""
    width, height = desk.size(window)
    x, y = round(width * 0.58), round(height * 0.62)  # in the text, below its title
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desk.point(window, x - 80, y, "mousedown", "1")
        for step in range(-80, 81, 20):
            desk.point(window, x + step, y)
        desk.do("mouseup", "1")
        desk.press("h")
        with suppress(Lost):
            [quote] = wait(lambda: asked(library, "select quote from highlights"), "not yet", SOON)
            return quote
    raise Lost("nothing was highlighted")


def tag(desk: Desk, library: Path) -> None:
    """Tag what was highlighted, in the picker."""
    before = set(desk.windows())
    desk.press("t")
    wait(lambda: set(desk.windows()) - before, "the tags were not offered")
    desk.type(TAG)
    desk.press("Return")
    tagged = "select name from highlight_tags join tags on tags.id = highlight_tags.tag"
    found = wait(lambda: asked(library, tagged), "the tag was not put on")
    if found != [TAG]:
        raise Lost(f"the tag is {found}")


def return_to(desk: Desk, library: Path, another: Path) -> None:
    """Start again with a further article: all is as it was left, and can still be undone."""
    program = desk.open(str(library), str(another))
    desk.window("analyst")
    wait(partial(counted, library, [1, 2]), "the further article was not imported")
    for keys, *expected in (("ctrl+z", 1, 1), ("ctrl+z", 0, 1), ("ctrl+shift+z", 1, 1), ("ctrl+shift+z", 1, 2)):
        desk.press(keys)
        wait(partial(counted, library, expected), f"{keys} did not lead to {expected} tags and articles")
    print("started again: the import and the tag were undone and redone")
    if f"size={SIZE_AT_END}" not in settings(desk):
        raise Lost("the size of the text was forgotten")
    end(desk, program)


def counted(library: Path, expected: list[int]) -> bool:
    """Whether there are so many tags and articles; undoing an import puts its articles into the trash."""
    questions = ("select id from highlight_tags", "select id from articles where trashed is null")
    return [len(asked(library, question)) for question in questions] == expected


def end(desk: Desk, program: subprocess.Popen[bytes]) -> None:
    """Leave the program by its keys."""
    desk.window("analyst")
    desk.press("ctrl+q")
    if program.wait(PATIENCE) != 0:
        raise Lost(f"the program ended with code {program.returncode}")


def check(desk: Desk, library: Path) -> None:
    """The library is sound and nothing unexpected was logged."""
    checked = subprocess.run([str(PROGRAM), "check", "-l", str(library)], env=desk.environment(), check=False)
    if checked.returncode:
        raise Lost("the library is not sound")
    if words := logged(desk):
        raise Lost(f"the log is not empty: {words}")


def logged(desk: Desk) -> str:
    """What the program wrote to its logs."""
    return "".join(path.read_text("utf-8") for path in sorted(desk.home.glob("state/Reader/log/*.log")))


def settings(desk: Desk) -> str:
    """The settings of the program as they are on disk."""
    return "".join(path.read_text("utf-8") for path in desk.home.rglob("settings.ini"))


def main(arguments: list[str]) -> int:
    """Run the journey; the exit code. Where it cannot be run, a sentence says so, and 1 with --strict, else 0."""
    strict = arguments == ["--strict"]
    if arguments and not strict:
        print("Usage: journey.py [--strict]", file=sys.stderr)
        return 2
    if not sys.platform.startswith("linux"):
        print("The journey was left out. It needs an X display of its own, which only Linux has.")
        return int(strict)
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        try:
            dev.install_packages(missing, "the tools of the journey")
        except dev.Stop as stop:
            print(f"The journey was left out. {stop}")
            return int(strict)
    if not PROGRAM.exists():
        print("There is no packaged program: run dev.py build first.", file=sys.stderr)
        return 1
    samples = sorted((ROOT / "resources" / "samples").glob("*.txt"))
    article = STARTING_ARTICLE if STARTING_ARTICLE.exists() else samples[0]
    with tempfile.TemporaryDirectory(prefix="reader-journey-") as home:
        desk = Desk(Path(home))
        try:
            desk.open_display()
            journey(desk, article, samples[-1])
        except (Lost, subprocess.TimeoutExpired) as problem:
            print(f"The journey failed: {problem}.", file=sys.stderr)
            desk.picture(ROOT / "build" / "journey.png")
            print(logged(desk), file=sys.stderr)
            return 1
        finally:
            desk.close()
    print("The journey succeeded.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
