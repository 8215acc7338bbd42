"""What a disk holds after a power cut, from the record that strace made of a program's writes.

For every file the disk has the state of the last sync, and the writes since are on their way: of those any may have
arrived, and the last one by half. Names behave as on the file systems of Linux: they arrive in their order, at the
latest when their folder is synced; syncing a file makes a new name of its own safe, too. Not modelled is a disk that
lies about a sync.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink"
CALL = re.compile(r"^(\w+)\((.*)\)\s+= (\d+)(?:<.*>)?$")
WORD = re.compile(r'["<]([^"<>]*)[">]')  # a text or the path of an open file, its bytes as \x2f
INDEX = "-shm"  # SQLite's index of the log is in memory only, and made anew

Write = tuple[int, bytes | None]  # offset and bytes, or None: cut to that length
Rename = tuple[
    str, str | None
]  # from and to, or None: the name goes; a file that is made comes from "#" and its number


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the system that went well: its name, its text and paths as they are, its whole numbers."""

    name: str
    words: list[bytes]
    numbers: list[int]
    flags: str


def strace() -> str | None:
    """Why no record can be made here, or None."""
    if shutil.which("strace") is None:
        return "strace records what is written, and is not here"
    tried = subprocess.run(["strace", "-e", "trace=none", "true"], capture_output=True)
    return "strace may not look at other programs here" if tried.returncode else None


def recorded(command: list[str], environment: dict[str, str], record: Path) -> list[Call]:
    """Run a program of one thread; what it wrote where, and its output among it."""
    options = ["-y", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-o", str(record)]
    subprocess.run(["strace", *options, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
    return list(_calls(record.read_text("ascii")))


def _calls(record: str) -> Iterator[Call]:
    for line in record.splitlines():
        if found := CALL.match(line):
            name, arguments, answer = found.groups()
            words = [bytes.fromhex(word.replace("\\x", "")) for word in WORD.findall(arguments)]
            plain = WORD.sub("", arguments)
            yield Call(name, words, [*map(int, re.findall(r"\b\d+\b", plain)), int(answer)], plain)


@dataclass(slots=True)
class File:
    """What is safely on the disk, and what is only on its way there."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Write] = field(default_factory=list)
    length: int = 0  # as the program sees it

    def write(self, offset: int, data: bytes) -> None:
        """Send bytes on their way."""
        self.waiting.append((offset, data))
        self.length = max(self.length, offset + len(data))

    def cut(self, length: int) -> None:
        """Send a new length on its way."""
        self.waiting.append((length, None))
        self.length = length

    def sync(self) -> None:
        """Everything has arrived."""
        _apply(self.safe, self.waiting)
        self.waiting.clear()

    def after_power_cut(self, dice: Random) -> bytes:
        """What may be there when the power comes back."""
        chance = dice.choice([0, 0.5, 0.9, 1])
        kept = [write for write in self.waiting if dice.random() < chance]
        if kept and kept[-1][1] and dice.random() < 0.3:
            offset, data = kept[-1]
            kept[-1] = (offset, data[: len(data) // 2] if data else None)
        image = bytearray(self.safe)
        _apply(image, kept)
        return bytes(image)


def _apply(image: bytearray, writes: list[Write]) -> None:
    for offset, data in writes:
        if data is None:
            del image[offset:]
        else:
            image.extend(b"\0" * (offset - len(image)))
            image[offset : offset + len(data)] = data


class Disk:
    """One folder on a disk, as it is at first; then calls happen to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = bytes(folder)
        self._files: dict[str, File] = {}  # by the name that each had first, with a number if that was taken
        for path in folder.iterdir():
            data = path.read_bytes()
            self._files[path.name] = File(bytearray(data), [], len(data))
        self._names = {name: name for name in self._files}  # as the program sees them, with their keys in `_files`
        self._safe_names = self._names
        self._waiting: list[dict[str, str]] = []  # all names, after each change of one
        self.said = b""  # the output of the program

    def happen(self, call: Call) -> None:
        """Let a call of the program do what it does."""
        name, words, numbers = call.name, call.words, call.numbers
        if name == "write" and numbers[0] == 1:
            self.said += words[1]
        elif name == "rename":
            self._rename(words[0], words[1])
        elif name == "unlink":
            self._rename(words[0], None)
        elif name == "openat":
            self._open(words[-1], call.flags)
        elif words[0] == self._folder and name in ("fsync", "fdatasync"):
            self._sync_names()
        elif (found := self._file(words[0])) is not None:
            if name == "pwrite64":
                found.write(numbers[-2], words[1])
            elif name == "write":
                found.write(found.length, words[1])
            elif name == "ftruncate":
                found.cut(numbers[-2])
            else:
                found.sync()
                self._sync_names()

    def after_power_cut(self, folder: Path, dice: Random) -> None:
        """Write into another folder what may be there when the power comes back."""
        names = dice.choice([self._safe_names, *self._waiting])
        for name, key in names.items():
            if not name.endswith(INDEX):
                (folder / name).write_bytes(self._files[key].after_power_cut(dice))

    def _name(self, path: bytes) -> str | None:
        folder, _, name = path.rpartition(b"/")
        return name.decode() if folder == self._folder else None

    def _file(self, path: bytes) -> File | None:
        name = self._name(path)
        return self._files[self._names[name]] if name in self._names else None

    def _open(self, path: bytes, flags: str) -> None:
        name = self._name(path)
        if name is None or "O_CREAT" not in flags:
            return
        if name not in self._names:
            key = f"{name} {len(self._files)}"
            self._files[key] = File()
            self._names = {**self._names, name: key}
            self._waiting.append(self._names)
        if "O_TRUNC" in flags:
            self._files[self._names[name]].cut(0)

    def _rename(self, path: bytes, to: bytes | None) -> None:
        name, new = self._name(path), self._name(to) if to is not None else None
        if name is None or name not in self._names:
            return
        names = dict(self._names)
        key = names.pop(name)
        self._names = {**names, new: key} if new is not None else names
        self._waiting.append(self._names)

    def _sync_names(self) -> None:
        self._safe_names = self._names
        self._waiting.clear()
