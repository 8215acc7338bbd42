"""Pictures are made as small as an article needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from reader.domain.article import Image
from reader.pictures import LONGER_SIDE, fitted

SOURCE = Path(__file__).parent.parent / "src"


def picture(width: int, height: int, kind: str = "PNG", *, noise: bool = False, clear: bool = False) -> Image:
    image = QImage(width, height, QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    image.fill(0 if clear else 0x336699)
    if noise:
        state = 1
        painter = QPainter(image)
        for at in range(0, width * 40, 7):
            state = state * 1103515245 + 12345 & 0x7FFFFFFF
            painter.fillRect(at % width, at // width * 25 % height, 6, 24, state & 0xFFFFFF | 0xFF000000)
        painter.end()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(target, kind)  # type: ignore[call-overload]
    return Image(f"image/{kind.lower()}", bytes(target.data().data()), "Town")


def size(image: Image) -> tuple[int, int]:
    found = QImage.fromData(image.data)
    return found.width(), found.height()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_a_large_picture_is_scaled_down(kind: str) -> None:
    after = fitted(picture(3200, 1000, kind, noise=True))
    assert size(after) == (LONGER_SIDE, 500) and after.alt == "Town"
    assert after.media_type == "image/jpeg" if kind == "JPEG" else "image/png"


def test_a_drawing_stays_sharp_and_a_photograph_becomes_small() -> None:
    assert fitted(picture(3200, 1000)).media_type == "image/png"
    assert len(fitted(picture(1500, 1000, "BMP", noise=True)).data) < 1_000_000


def test_what_can_be_seen_through_stays_so() -> None:
    after = fitted(picture(2000, 3200, noise=True, clear=True))
    assert after.media_type == "image/png" and size(after) == (1000, LONGER_SIDE)
    assert QImage.fromData(after.data).hasAlphaChannel()


@pytest.mark.parametrize(
    "image",
    [
        picture(LONGER_SIDE, 100, noise=True),
        Image("image/png", b"\x89PNG\r\n\x1a\nnothing more", "broken"),
        Image("image/png", picture(3000, 100).data[:60], "cut"),
        Image("image/png", b"", ""),
    ],
    ids=["small enough", "broken", "cut", "empty"],
)
def test_other_pictures_stay_as_they_are(image: Image) -> None:
    assert fitted(image) == image


def test_no_window_is_needed() -> None:
    program = (
        "import sys; from PySide6.QtGui import QImage; from reader.pictures import fitted\n"
        "from reader.domain.article import Image\n"
        "print(QImage.fromData(fitted(Image('image/jpeg', sys.stdin.buffer.read())).data).width())"
    )
    made = picture(3200, 900, "JPEG", noise=True)
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", program], input=made.data, env=environment, capture_output=True)
    assert (done.stdout.split(), done.stderr) == ([str(LONGER_SIDE).encode()], b"")
