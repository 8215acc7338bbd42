"""Pictures of articles made small enough to keep and to show.

Without a window: workers that read files call this.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from reader.domain.article import Image

LONGER_SIDE = 1_600  # pixels; a column of text is narrower on every screen
SIZE = 2_000_000  # bytes
MEMORY = 256  # MB for one picture; what needs more is kept as it is, and the window shows its caption
QUALITY = 85  # of a JPEG, of 100


def fitted(image: Image) -> Image:
    """The picture, scaled down where it is larger than an article needs; as it is where it cannot be read."""
    QImageReader.setAllocationLimit(MEMORY)
    source = QBuffer()
    source.setData(QByteArray(image.data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)  # the way it was photographed, which is not written again
    size = reader.size()
    longer = max(size.width(), size.height())
    if reader.imageCount() > 1 or not size.isValid() or (longer <= LONGER_SIDE and len(image.data) <= SIZE):
        return image  # also films, of which but one picture would be left
    if longer > LONGER_SIDE:
        room = QSize(LONGER_SIDE, LONGER_SIDE)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    found = reader.read()
    if found.isNull():
        return image
    kinds = ("PNG",) if found.hasAlphaChannel() else ("JPEG",) if image.media_type == "image/jpeg" else ("PNG", "JPEG")
    made = min((_written(found, kind) for kind in kinds), key=len)
    if longer <= LONGER_SIDE and len(made) >= len(image.data):
        return image
    return Image("image/jpeg" if made.startswith(b"\xff\xd8") else "image/png", made, image.alt, image.address)


def _written(picture: QImage, kind: str) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(target, kind, QUALITY if kind == "JPEG" else -1)  # type: ignore[call-overload]
    return bytes(target.data().data())
