"""What happens to bugs: they go to the log, and the person is told in one sentence."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

log = logging.getLogger("reader")
LOG_BYTES = 1_000_000
FILE = "reader.log"

_fault_file: TextIO | None = None  # faulthandler needs it open for as long as the program runs


def log_to(folder: Path) -> Path:
    """Write the log and the stacks of hard crashes into a folder; the log's path. Never raises."""
    global _fault_file
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        _fault_file = (folder / "faults.log").open("a", encoding="utf-8")
        faulthandler.enable(_fault_file)
    except OSError:
        logging.getLogger().addHandler(logging.NullHandler())
    return path


def watch(tell: Callable[[str], None]) -> None:
    """Log exceptions that nobody caught, and tell one sentence about each."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("not caught", exc_info=(kind, error, trace))
        tell(f"{kind.__name__}: {error}")

    def caught_in_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            log.critical("not caught", exc_info=(found.exc_type, found.exc_value, found.exc_traceback))

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
