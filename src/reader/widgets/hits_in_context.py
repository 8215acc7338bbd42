"""Keyword in context: its window over what is searched for now, and what is done with the lines chosen there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.actions import Act
from reader.domain.errors import ReaderError
from reader.domain.wanted import has_words, parse
from reader.services import concordance, tagging
from reader.services.concordance import Line
from reader.session import Session
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.concordance import ConcordanceWindow
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.notice import Notice
from reader.widgets.search_box import SearchBox
from reader.widgets.tags_for_many import TagsForMany


class HitsInContext(QObject):
    """Opens as many windows as are wished for; each is about the search of its time."""

    article_wanted = Signal(int)  # open it
    span_wanted = Signal(object)  # then show this Span of it
    saving_wanted = Signal(list)  # Lines that are to be written to a file

    def __init__(
        self,
        session: Session,
        looks: Looks,
        attempts: Attempts,
        marking: Marking,
        notice: Notice,
        box: SearchBox,
        listing: ArticleListPane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._looks, self._attempts, self._marking = session, looks, attempts, marking
        self._notice, self._box, self._listing, self._window = notice, box, listing, window

    def show(self) -> None:
        """Show the hits of what is searched for in context, or say that there can be none."""
        self._box.search_at_once()
        try:  # not what is listed: that stays as it was where what is typed cannot be understood
            wanted = parse(self._box.text())
        except ReaderError as error:
            self._attempts.fail(error)
            return
        if not has_words(wanted):
            self._attempts.say(self.tr("Search for words first. Then each place where they stand is a line here."))
            return
        query = replace(self._listing.model.query, wanted=wanted)
        opened = ConcordanceWindow(self._session, query, self._box.text().strip(), self._looks.theme, self._window)
        opened.line_wanted.connect(self._open)
        opened.highlight_wanted.connect(self._highlight)
        opened.saving_wanted.connect(self.saving_wanted)
        tags = TagsForMany(self._session, self._marking.latest, opened)
        opened.tags_wanted.connect(partial(self._pick, tags))
        tags.picked.connect(self._highlight)
        self._looks.theme_changed.connect(opened.set_theme)
        self._notice.said.connect(opened.say)  # it may lie over the notice
        for act, do in ((Act.UNDO, self._attempts.undo), (Act.REDO, self._attempts.redo)):
            for keys in act.value.keys:
                QShortcut(QKeySequence(keys), opened, do)
        opened.show()

    def _open(self, line: Line) -> None:
        self.article_wanted.emit(line.article)
        self.span_wanted.emit(line.span)

    def _pick(self, tags: TagsForMany, lines: Sequence[Line], beside: QRect) -> None:
        passages, analyst = concordance.passages(lines), self._session.analyst
        on = self._session.read(lambda db: tagging.on_passages(db, passages, analyst), ((), ()))
        tags.pick(lines, beside, *on)

    def _highlight(
        self,
        lines: Sequence[Line],
        tags: Sequence[int] = (),
        new_tags: Sequence[str] = (),
        without: Sequence[int] = (),
    ) -> None:
        edit = partial(
            concordance.highlight,
            found=lines,
            tags=tags,
            new_tags=new_tags,
            without=without,
            analyst=self._session.analyst,
        )
        self._attempts.do_to_many(edit, len(lines), say=True)
