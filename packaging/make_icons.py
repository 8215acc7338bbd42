"""Draw resources/icons/app.svg in the sizes and formats that desktops ask for: PNG, ICO (Windows), ICNS (macOS).

Needs PySide6-Essentials only. Run it after a change of the drawing and commit what it writes.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_LIMIT = 256  # pixels, the most that an entry of an .ico can say
# The parts of an .icns that hold PNG files, with their sizes in pixels: at single density, then at double.
ICNS_PARTS = {
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
    b"ic10": 1024,
}


def drawn(renderer: QSvgRenderer, size: int) -> bytes:
    """The drawing as a PNG file of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs ask for bytes, Qt for str
        raise OSError(f"Qt could not write a PNG of {size} pixels")
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """A Windows icon that holds these PNG files; keys are their sizes in pixels."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    entries, at = b"", len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        edge = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """An icon for macOS that holds these PNG files; keys are their sizes in pixels."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in ICNS_PARTS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def main() -> None:
    """Write all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(FOLDER / "app.svg"))
    if not renderer.isValid():
        raise SystemExit(f"{FOLDER / 'app.svg'} is not an SVG that Qt can draw")
    pictures = {size: drawn(renderer, size) for size in SIZES}
    (FOLDER / "app.icns").write_bytes(icns(pictures | {1024: drawn(renderer, 1024)}))
    for size, data in pictures.items():
        (FOLDER / f"app-{size}.png").write_bytes(data)
    (FOLDER / "app.png").write_bytes(pictures[256])
    (FOLDER / "app.ico").write_bytes(ico({size: data for size, data in pictures.items() if size <= ICO_LIMIT}))
    application.quit()


if __name__ == "__main__":
    main()
