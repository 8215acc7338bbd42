"""Where the files of `resources/` are: beside the source, in a wheel, or in the packaged program."""

from __future__ import annotations

import lzma
import sys
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The folder that holds icons, themes, translations, fonts, samples and data."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    inside = Path(__file__).parent / "resources_data"
    return inside if inside.is_dir() else Path(__file__).parent.parent.parent / "resources"


def path(name: str) -> Path:
    """The file with that name below `resources/`, whether it exists or not."""
    return folder() / name


def text(name: str) -> str:
    """The content of a UTF-8 file below `resources/`."""
    return path(name).read_text("utf-8")


def unpacked(name: str) -> bytes:
    """What is in a file below `resources/` that is kept as xz. The font takes a third of a second."""
    return lzma.decompress(path(name).read_bytes())
