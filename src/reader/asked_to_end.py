"""The system asks the program to end: at a logout, a shutdown, a closed terminal, a Ctrl+C in it."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

WANTED = ("SIGTERM", "SIGHUP", "SIGINT")  # as far as the system has them


class AskedToEnd(QObject):
    """Tells of such a signal on the GUI thread, where a window can be closed as a person closes it.

    Python runs its handlers between two steps of its own, of which there is none while Qt waits for events; so
    that Python also writes a byte into a socket, at which Qt looks.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._out, self._in = socket.socketpair()
        self._in.setblocking(False)
        self._out.setblocking(False)
        self._notifier = QSocketNotifier(self._out.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        signal.set_wakeup_fd(self._in.fileno(), warn_on_full_buffer=False)
        for name in WANTED:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _wait_for_qt)

    def _on_byte(self) -> None:
        self._out.recv(64)
        self.asked.emit()


def _wait_for_qt(_number: int, _frame: FrameType | None) -> None:
    """Do nothing, rather than end at once: the byte says it."""
