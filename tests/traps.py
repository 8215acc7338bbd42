"""Traps for a program that reads or contacts what the words it shows speak of."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
from pathlib import Path

IN_ACCESS, IN_OPEN = 0x1, 0x20  # of inotify(7)
EVENT = struct.Struct("iIII")  # watch, kind, cookie, length of the name that follows


class Bait:
    """A folder with files that nobody may open, and a server that nobody may call. Linux."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("bait.png", "bait.css", "bait.html", "bait.js"):
            (folder / name).write_bytes(b"x")
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._watch < 0 or self._libc.inotify_add_watch(self._watch, bytes(folder), IN_ACCESS | IN_OPEN) < 0:
            raise OSError(ctypes.get_errno(), "inotify does not watch here")
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def taken(self) -> list[str]:
        """Which files were opened, and how often the server was called, since this was asked last."""
        found = list[str]()
        while data := self._events():
            at = 0
            while at < len(data):
                *_, length = EVENT.unpack_from(data, at)
                found.append(data[at + EVENT.size : at + EVENT.size + length].rstrip(b"\0").decode())
                at += EVENT.size + length
        while (caller := self._caller()) is not None:
            caller.close()
            found.append(self.address)
        return [name for name in found if name]  # without a name: the folder itself, which anybody may list

    def close(self) -> None:
        """Take both away."""
        os.close(self._watch)
        self._server.close()

    def _events(self) -> bytes:
        try:
            return os.read(self._watch, 65_536)
        except BlockingIOError:
            return b""

    def _caller(self) -> socket.socket | None:
        try:
            return self._server.accept()[0]
        except BlockingIOError:
            return None
