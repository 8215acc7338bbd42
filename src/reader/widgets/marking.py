"""Highlighting and tagging: what the reading pane and the panel wish for becomes edits."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import TagTree
from reader.services import edits, tagging
from reader.session import Session
from reader.storage import highlights, tags
from reader.widgets.attempts import Attempts
from reader.widgets.notice import Notice
from reader.widgets.step_words import error_words
from reader.widgets.tag_picker import TagPicker

RECENT = 6  # tags offered at a selection


class Marking(QObject):
    """Turns wishes about passages of the open article into edits.

    A wish names a span that was selected, or else the highlight that it is about.
    """

    def __init__(self, session: Session, attempts: Attempts, notice: Notice, picker: TagPicker) -> None:
        super().__init__(picker)
        self._session = session
        self._attempts = attempts
        self._notice = notice
        self._picker = picker
        self.article: int | None = None
        self._picked: int | None = None  # the highlight that the picker is open for
        self._span: Span | None = None  # or the selection, which is highlighted at the first tag
        self._last: list[int] = []  # the tags used last, for "Same tags as last"
        picker.tag_toggled.connect(self._toggle)
        picker.tag_created.connect(self._create)

    @property
    def picked(self) -> int | None:
        """The highlight that the picker was open for, once there is one."""
        return self._picked

    def tree(self) -> TagTree:
        """The tags of the library."""
        return self._session.tree()

    def highlight(self, span: Span, tag_ids: list[int] | None = None, color: str = "") -> int | None:
        """Highlight a passage with tags; the highlight's id, or None if that failed."""
        article, wanted = self.article, tag_ids or []
        if article is None:
            return None
        if wanted:
            self._last = wanted
        analyst = self._session.analyst
        answer = self._attempts.do(
            lambda db: edits.highlight(db, article, span.start, span.end, tags=wanted, color=color, analyst=analyst)
        )
        return None if answer is None else int(answer[0])

    def tag(self, span: Span | None, highlight: int | None, tag: int) -> int | None:
        """Put a tag on a passage or on a highlight; the highlight's id."""
        self._last = [tag]
        if span is not None:
            return self.highlight(span, [tag])
        if highlight is not None:
            self._attempts.do(lambda db: edits.tag_highlight(db, highlight, tag))
        return highlight

    def digit(self, span: Span | None, highlight: int | None, digit: str) -> int | None:
        """Apply the tag that has this digit."""
        found = self._session.tree().by_shortcut(digit)
        if found is None:
            self._notice.say(self.tr("No tag has the key {digit}. Give it one in the tag's menu.").format(digit=digit))
            return None
        return self.tag(span, highlight, found.id)

    def same_tags(self, span: Span | None, highlight: int | None) -> int | None:
        """Apply the tags that were used last."""
        known = [tag for tag in self._last if tag in self._session.tree().by_id] or self.recent()[:1]
        if span is not None:
            return self.highlight(span, known)
        for tag in known if highlight is not None else ():
            self.tag(None, highlight, tag)
        return highlight

    def pick(self, span: Span | None, highlight: int | None, at: QPoint) -> None:
        """Open the picker at a place on the screen for a passage or a highlight."""
        article = self.article
        if article is None or (span is None and highlight is None):
            return

        def ask(db: Database) -> Highlight | None:
            if span is not None:
                return highlights.at(db, article, span)
            return highlights.get(db, highlight) if highlight is not None else None

        found = self._session.read(ask, None)
        self._span, self._picked = span, found.id if found is not None else None
        self._picker.open_at(at, set(found.tags) if found is not None else set())

    def untag(self, highlight: int, tag: int) -> None:
        """Take a tag off a highlight."""
        self._attempts.do(lambda db: edits.tag_highlight(db, highlight, tag, on=False))

    def set_note(self, highlight: int, note: str) -> str:
        """Replace a note, if the highlight is still there; why that failed, else empty."""

        def edit(db: Database) -> Change:
            return edits.set_note(db, highlight, note) if highlights.get(db, highlight) is not None else Change()

        try:
            self._session.perform(edit)
        except ReaderError as error:
            self._attempts.fail(error)
            return error_words(error)
        return ""

    def set_color(self, highlight: int, color: str) -> None:
        """Give a highlight a colour of its own."""
        self._attempts.do(lambda db: edits.set_highlight_color(db, highlight, color))

    def remove(self, ids: list[int]) -> None:
        """Delete highlights."""
        if ids:
            self._attempts.do(lambda db: edits.remove_highlights(db, ids), said=True)

    def recent(self) -> list[int]:
        """The tags used last, latest first; then others, up to six."""
        tree = self._session.tree()
        used = self._session.read(lambda db: tags.recent(db, RECENT), [])
        return [*used, *(tag.id for tag in tree if tag.id not in used)][:RECENT]

    def _toggle(self, tag: int, on: bool) -> None:
        if on and self._picked is None and self._span is not None:
            self._picked = self.highlight(self._span, [tag])
        elif self._picked is not None and on:
            self.tag(None, self._picked, tag)
        elif self._picked is not None:
            self.untag(self._picked, tag)

    def _create(self, path: str) -> None:
        """Make a tag and apply it, as one undo step."""
        article, span, picked, analyst = self.article, self._span, self._picked, self._session.analyst
        if article is None:
            return

        def edit(db: Database) -> tuple[int, int, Change]:
            return tagging.add_and_apply(db, path, article, span, picked, analyst=analyst)

        answer = self._attempts.do(edit)
        if answer is not None:
            self._last, self._picked = [answer[0]], answer[1]
