"""Highlighting and tagging: what the reading pane and the panel wish for becomes edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from sqlite_utils import Database

from reader.domain.article import Article
from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.domain.highlight import Highlight, Span
from reader.domain.note import Owner
from reader.domain.tag import TagTree
from reader.services import edits, passages_together, tagging
from reader.session import Session
from reader.storage import highlights, tags
from reader.widgets.attempts import Attempts
from reader.widgets.note_writing import NoteWriting
from reader.widgets.notice import Notice, Offer
from reader.widgets.tag_picker import TagPicker
from reader.widgets.tags_for_many import TagsForMany

RECENT = 6  # tags offered at a selection
LATEST = 20  # that come first in the picker


class Marking(QObject):
    """Turns wishes about passages of the open article into edits.

    A wish names a span that was selected, or else the highlight that it is about.
    """

    unseen = Signal()  # what was highlighted is not shown, since the highlights of somebody else are

    def __init__(self, session: Session, attempts: Attempts, notice: Notice, picker: TagPicker) -> None:
        super().__init__(picker)
        self._session = session
        self._attempts = attempts
        self._notice = notice
        self._picker = picker
        self.article: Article | None = None  # the open one, with the text that is seen
        self._picked: int | None = None  # the highlight that the picker is open for
        self._span: Span | None = None  # or the selection, which is highlighted at the first tag
        self._picked_in: Article | None = None  # as it was seen when the picker was opened
        self._for_all = TagsForMany(session, self.latest, picker.parentWidget() or picker)
        self._for_all.picked.connect(self._highlight_picked)
        self._last: list[str] = []  # the uids of the tags put on last, or the paths of those made with that
        self._last_on: int | None = None  # the highlight that got them
        self._writing = NoteWriting()
        session.left.connect(self._forget)
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
        return self._highlight(self.article, span, tag_ids or [], color)

    def _highlight(self, article: Article | None, span: Span, wanted: list[int], color: str = "") -> int | None:
        if article is None:
            return None
        analyst = self._session.analyst
        edit = partial(edits.highlight, article=article.id, start=span.start, end=span.end, seen=article.text)
        answer = self._attempts.do(partial(edit, tags=wanted, color=color, analyst=analyst))
        if answer is None:
            return None
        if not answer[1]:
            self._notice.say(self._same())
        elif self._session.people.only not in (None, analyst):
            self.unseen.emit()
        self._remember(answer[0], wanted)
        self._attempts.say_replaced(answer[1])
        return int(answer[0])

    def highlight_all(
        self,
        spans: Sequence[Span],
        tags: Sequence[int] = (),
        new_tags: Sequence[str] = (),
        without: Sequence[int] = (),
    ) -> None:
        """Highlight many passages at once, with tags, also with some that are made first, and without others."""
        self._highlight_all(self.article, spans, tags, new_tags, without)

    def _highlight_picked(self, spans: list[Span], *tags: list[Any]) -> None:
        self._highlight_all(self._picked_in, spans, *tags)

    def _highlight_all(
        self,
        article: Article | None,
        spans: Sequence[Span],
        tags: Sequence[int],
        new_tags: Sequence[str],
        without: Sequence[int],
    ) -> None:
        if article is not None and spans:
            seen = {article.id: article.text}
            edit = partial(passages_together.highlight_all_with, passages={article.id: spans}, seen=seen)
            self.highlight_found(edit, len(spans), tags, new_tags, without)

    def highlight_found(
        self,
        edit: Callable[..., Change],
        count: int,
        tags: Sequence[int] = (),
        new_tags: Sequence[str] = (),
        without: Sequence[int] = (),
    ) -> None:
        """Perform an edit that highlights so many passages with tags, which are the last ones then."""
        self.remember_all(tags, new_tags)
        wanted = partial(edit, tags=tags, new_tags=new_tags, without=without, analyst=self._session.analyst)
        self._attempts.do_to_many(wanted, count, say=True, same=self._same())

    def _same(self) -> str:
        return self.tr("These words are highlighted like that already.")

    def tag(self, span: Span | None, highlight: int | None, tag: int) -> int | None:
        """Put a tag on a passage or on a highlight; the highlight's id."""
        return self._put_on(span, highlight, [tag])

    def digit(self, span: Span | None, highlight: int | None, digit: str) -> int | None:
        """Apply the tag that has this digit."""
        found = self._session.tree().by_shortcut(digit)
        if found is None:
            self._notice.say(self.tr("No tag has the key {digit}. Give it one in the tag's menu.").format(digit=digit))
            return None
        return self.tag(span, highlight, found.id)

    def same_tags(self, span: Span | None, highlight: int | None) -> int | None:
        """Apply all tags that the last highlight got; the id of the one that has them now, None if there are none."""
        last = self.tags_to_repeat()
        return self._put_on(span, highlight, last) if last else None

    def tags_to_repeat(self) -> list[int]:
        """The tags that were put on together last; that there are none is said."""
        last = self._last_tags()
        if not last:
            self._attempts.say(self.tr("No tag was put on a highlight yet."))
        return last

    def _last_tags(self) -> list[int]:
        tree = self._session.tree()
        known = {tag.uid: tag.id for tag in tree}
        made = (tree.find(each) for each in self._last if each not in known)
        last = [known[each] for each in self._last if each in known] + [tag.id for tag in made if tag is not None]
        return last or self._session.read(tags.last_put_on, [])

    def remember_all(self, put: Sequence[int], new: Sequence[str] = ()) -> None:
        """Tags are put on many highlights together, those among them that are only made with that by their paths."""
        if put or new:
            known = self._session.tree().by_id
            self._last, self._last_on = [*(known[tag].uid for tag in put if tag in known), *new], None

    def _put_on(self, span: Span | None, highlight: int | None, tag_ids: list[int]) -> int | None:
        if span is not None:
            return self.highlight(span, tag_ids)
        if highlight is None:
            return None
        change = self._attempts.do(lambda db: edits.add_tags(db, highlight, tag_ids))
        if change is not None:
            self._remember(highlight, tag_ids)
            self._attempts.say_replaced(change)
            if not change:
                self._notice.say(self.tr("The highlight has that tag already."))
        return highlight

    def _remember(self, highlight: int, tag_ids: list[int]) -> None:
        """Tags put on one highlight one after the other belong together; on another one they begin anew."""
        if not tag_ids:
            return
        if highlight != self._last_on:
            self._last, self._last_on = [], highlight
        known = self._session.tree().by_id
        uids = [known[tag].uid for tag in tag_ids if tag in known]
        self._last += [uid for uid in uids if uid not in self._last]

    def _forget(self) -> None:
        """Another library is opened, in which the same ids are something else."""
        self._picked = self._span = self._last_on = self._picked_in = None
        self._writing.end()

    def pick(self, span: Span | None, highlight: int | None, beside: QRect) -> None:
        """Open the picker beside a rectangle of the screen, for a passage or a highlight."""
        article = self.article
        if article is None or (span is None and highlight is None):
            return

        def ask(db: Database) -> Highlight | None:
            if span is not None:
                return highlights.at(db, article.id, span, self._session.analyst)
            return highlights.get(db, highlight) if highlight is not None else None

        found = self._session.read(ask, None)
        self._span, self._picked = span, found.id if found is not None else None
        self._picked_in = article
        on = found.tags if found is not None else ()
        self._picker.open_beside(beside, on, first=self.latest(), only_puts=span is not None)

    def pick_for_all(self, spans: list[Span], beside: QRect) -> None:
        """Open the picker beside a rectangle of the screen; many passages get the tags that are chosen."""
        if self.article is not None:
            self._picked_in = self.article
            self._for_all.pick_for(spans, {self.article.id: spans}, beside)

    def untag(self, highlight: int, tag: int) -> None:
        """Take a tag off a highlight."""
        found = self._session.tree().by_id.get(tag)
        done = self._attempts.do(lambda db: edits.tag_highlight(db, highlight, tag, on=False)) is not None
        if done and found is not None and highlight == self._last_on:
            self._last = [uid for uid in self._last if uid != found.uid]

    def set_note(self, highlight: int, note: str, given: str) -> str:
        """Replace the given note, if the highlight is still there, and say so if not; why that failed, else empty."""

        def edit(db: Database) -> tuple[bool, Change]:
            there = highlights.get(db, highlight) is not None
            return there, self._writing.store(db, Owner("highlight", highlight), note, given) if there else Change()

        try:
            there, _ = self._attempts.perform(edit)
        except ReaderError as error:
            self._attempts.fail(error)
            return self._attempts.why(error)
        if not there:
            words = self.tr("The highlight was removed meanwhile, and the note that was typed with it.")
            copy = Offer(self.tr("Copy the note"), lambda: QGuiApplication.clipboard().setText(note))
            self._attempts.say(words, copy)
        return ""

    def end_note(self) -> None:
        """What is typed in a note from here on is another step of the history."""
        self._writing.end()

    def set_color(self, highlight: int, color: str) -> None:
        """Give a highlight a colour of its own."""
        self._attempts.do(lambda db: edits.set_highlight_color(db, highlight, color))

    def remove(self, ids: list[int]) -> None:
        """Delete highlights."""
        if ids:
            self._attempts.do_to_many(lambda db, **told: edits.remove_highlights(db, ids, **told), len(ids), say=True)

    def latest(self) -> list[int]:
        """The tags used last, latest first."""
        tree = self._session.tree()
        found = self._session.read(lambda db: tags.recent(db, LATEST), [])
        return [tag for tag in found if tag in tree.by_id]  # another window may have made one just now

    def recent(self) -> list[int]:
        """The same, and then others, up to six."""
        used = self.latest()
        return [*used, *(tag.id for tag in self._session.tree() if tag.id not in used)][:RECENT]

    def _toggle(self, tag: int, on: bool) -> None:
        if on and self._picked is None and self._span is not None:
            self._picked = self._highlight(self._picked_in, self._span, [tag])
        elif self._picked is not None and on:
            self.tag(None, self._picked, tag)
        elif self._picked is not None:
            self.untag(self._picked, tag)

    def _create(self, path: str) -> None:
        """Make a tag and apply it, as one undo step."""
        article, span, picked, analyst = self._picked_in, self._span, self._picked, self._session.analyst
        if article is None:
            return

        def edit(db: Database) -> tuple[int, int, Change]:
            return tagging.add_and_apply(db, path, article.id, span, picked, analyst=analyst, seen=article.text)

        answer = self._attempts.do(edit)
        if answer is not None:
            self._picked = answer[1]
            self._remember(answer[1], [answer[0]])
            self._attempts.say_replaced(answer[2])
