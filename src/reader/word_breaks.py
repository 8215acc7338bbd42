"""Where words of any language begin and end, by the ICU that comes with Qt or with the system.

ICU parts Chinese and Japanese by a dictionary (https://unicode-org.github.io/icu/userguide/boundaryanalysis/).
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

WORD = 1  # UBRK_WORD of unicode/ubrk.h
DONE = -1  # UBRK_DONE
LANGUAGE = b"zh"  # the rules for words are the same for all; this says which dictionary matters most


def words(text: str, folder: Path) -> list[tuple[int, int]]:
    """The words of a short text and what stands between them: (start, end) in code points, without gaps.

    `folder` is where Qt keeps its libraries. Empty if there is no ICU to ask.
    """
    icu = _icu(folder)
    if icu is None or not text:
        return []
    units = text.encode("utf-16-le", "surrogatepass")
    buffer, status = ctypes.create_string_buffer(units, len(units) + 2), ctypes.c_int(0)
    breaks = icu.open(WORD, LANGUAGE, buffer, len(units) // 2, ctypes.byref(status))
    if not breaks or status.value > 0:  # above 0 are errors, below are warnings
        return []
    found, start = [], 0
    while (unit := icu.next(breaks)) != DONE:
        end = len(units[: 2 * unit].decode("utf-16-le", "surrogatepass"))
        found.append((start, end))
        start = end
    icu.close(breaks)
    return found


class _Icu:
    """The three functions of a library; their names end in its version, but for the system's."""

    def __init__(self, library: ctypes.CDLL, suffix: str) -> None:
        self.open, self.next, self.close = (
            getattr(library, f"ubrk_{name}{suffix}") for name in ("open", "next", "close")
        )
        status = ctypes.POINTER(ctypes.c_int)
        self.open.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int32, status]
        self.open.restype = ctypes.c_void_p
        self.next.argtypes, self.next.restype = [ctypes.c_void_p], ctypes.c_int32
        self.close.argtypes, self.close.restype = [ctypes.c_void_p], None


@cache
def _icu(folder: Path) -> _Icu | None:
    for name, suffix in _candidates(folder):
        try:
            return _Icu(ctypes.CDLL(name), suffix)
        except (OSError, AttributeError):
            continue
    return None


def _candidates(folder: Path) -> Iterator[tuple[str, str]]:
    if sys.platform == "win32":
        yield "icu.dll", ""  # part of Windows 10 and later
    elif sys.platform == "darwin":
        yield "/usr/lib/libicucore.dylib", ""
    for path in sorted(folder.glob("libicuuc.so.*")):
        yield str(path), f"_{path.suffix[1:]}"
