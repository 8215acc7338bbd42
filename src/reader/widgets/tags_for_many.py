"""Choosing tags for many things at once: they are put on together, once no more are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from reader.session import Session
from reader.widgets.tag_picker import TagPicker


class TagsForMany(QObject):
    """Opens the picker, which is left by Enter; so all that was chosen is one step. A tag is not made before that."""

    picked = Signal(list, list, list)  # the things, the ids of tags, and the paths of tags to make

    def __init__(self, session: Session, recent: Callable[[], list[int]], over: QWidget) -> None:
        """`recent` gives the tags to offer first; the picker opens over a widget."""
        super().__init__(over)
        self._session, self._recent, self._over = session, recent, over
        self._things: Sequence[Any] = []
        self._tags: dict[int | str, None] = {}  # ids and paths, in their order

    def pick(self, things: Sequence[Any], beside: QRect) -> None:
        """Let tags be chosen for things, beside a rectangle of the screen."""
        self._things, self._tags = things, {}
        picker = TagPicker(self._session, self._over)
        picker.tag_toggled.connect(self._toggle)
        picker.tag_created.connect(self._make)
        picker.closed.connect(self._done)
        picker.closed.connect(picker.deleteLater)
        picker.first = self._recent()
        picker.open_beside(beside, set())

    def _toggle(self, tag: int, on: bool) -> None:
        self._tags.pop(tag, None)
        if on:
            self._tags[tag] = None

    def _make(self, path: str) -> None:
        self._tags[path] = None

    def _done(self) -> None:
        tags, self._tags = list(self._tags), {}
        if tags:
            ids, paths = [tag for tag in tags if isinstance(tag, int)], [tag for tag in tags if isinstance(tag, str)]
            self.picked.emit(list(self._things), ids, paths)
