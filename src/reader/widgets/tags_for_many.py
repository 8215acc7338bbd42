"""Choosing tags for many things at once: they are put on and taken off together, once no more are chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from reader.domain.highlight import Span
from reader.services import passages_together
from reader.session import Session
from reader.widgets.tag_picker import TagPicker


class TagsForMany(QObject):
    """Opens the picker, which is left by Enter; so all that was chosen is one step. A tag is not made before that."""

    # The things, the ids of tags to put on all of them, the paths of tags to make first, the ids of tags to take off.
    picked = Signal(list, list, list, list)

    def __init__(self, session: Session, recent: Callable[[], list[int]], over: QWidget) -> None:
        """`recent` gives the tags to offer first; the picker opens over a widget."""
        super().__init__(over)
        self._session, self._recent, self._over = session, recent, over

    def pick(
        self, things: Sequence[Any], beside: QRect, on: Collection[int] = (), partly: Collection[int] = ()
    ) -> None:
        """Let tags be chosen for things, beside a rectangle of the screen.

        Those in `on` are on all of them already, those in `partly` on some; these stay where they are unless chosen.
        """
        picker = TagPicker(self._session, self._over)
        matches = picker.search.matches
        picker.tag_created.connect(matches.name)

        def done() -> None:
            put = picker.on.difference(on)
            take = {*on, *partly} - picker.on - picker.partly
            if put or matches.named or take:
                self.picked.emit(list(things), sorted(put), list(matches.named), sorted(take))
            picker.deleteLater()

        picker.closed.connect(done)
        picker.open_beside(beside, on, partly, self._recent())

    def pick_for(self, things: Sequence[Any], passages: Mapping[int, Sequence[Span]], beside: QRect) -> None:
        """The same for passages, by their articles, or for things that stand there."""
        analyst = self._session.analyst
        on = self._session.read(lambda db: passages_together.on_passages(db, passages, analyst), ((), ()))
        self.pick(things, beside, *on)
