"""What is said of a tag in words: how much it is used, and the rest that its row shows by signs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.domain.tag import Tag
from reader.languages import listed


def used(own: int, total: int, *, parent: bool) -> str:
    """On how many passages and articles a tag is; of a parent, also with the tags below it."""
    if parent:
        words = QCoreApplication.translate("TagWords", "{own} of its own, {total} with those below it")
        return words.format(own=f"{own:,}", total=f"{total:,}")
    return QCoreApplication.translate("TagWords", "highlights and articles: {own}").format(own=f"{own:,}")


def spoken(tag: Tag, use: str) -> str:
    """A row for those who hear it."""
    words = [tag.name, use]
    if tag.shortcut:
        words.append(QCoreApplication.translate("TagWords", "key {digit}").format(digit=tag.shortcut))
    if tag.exclusive:
        words.append(QCoreApplication.translate("TagWords", "never beside its siblings"))
    return listed(words)
