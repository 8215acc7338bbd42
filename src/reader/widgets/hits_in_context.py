"""Keyword in context: its window over what is searched for now, and what is done with the lines chosen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.actions import Act
from reader.domain.change import Change
from reader.services import concordance
from reader.services.concordance import Line
from reader.session import Session
from reader.widgets.all_hits import AllHits
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.concordance import ConcordanceWindow
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.notice import Notice
from reader.widgets.search_box import SearchBox
from reader.widgets.searching import words_searched


class HitsInContext(AllHits):
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
        super().__init__(session, looks, attempts, marking, box, listing, window)
        self._notice = notice

    def show(self) -> None:
        """Show the hits of what is searched for in context, or say that there can be none."""
        nothing = self.tr("Search for words first. Then each place where they stand is a line here.")
        wanted = words_searched(self._box, self._attempts, nothing)
        if wanted is None:
            return
        query = replace(self._listing.model.query, wanted=wanted)
        searched, theme = self._box.text().strip(), self._looks.theme
        opened = ConcordanceWindow(self._session, query, searched, theme, self._window, self._missing)
        opened.line_wanted.connect(self._open)
        opened.highlight_wanted.connect(self._highlight)
        opened.saving_wanted.connect(self.saving_wanted)
        tags = self._tags_for(opened)
        opened.tags_wanted.connect(lambda lines, beside: tags.pick_for(lines, concordance.passages(lines), beside))
        self._looks.theme_changed.connect(opened.set_theme)
        self._notice.said.connect(opened.say)  # it may lie over the notice
        for act, do in ((Act.UNDO, self._attempts.replaying.undo), (Act.REDO, self._attempts.replaying.redo)):
            for keys in act.value.keys:
                QShortcut(QKeySequence(keys), opened, do)
        opened.show()

    def _open(self, line: Line) -> None:
        self.article_wanted.emit(line.article)
        self.span_wanted.emit(line.span)

    def _edit(self, found: list[Line]) -> tuple[Callable[..., Change], int]:
        return partial(concordance.highlight, found=found), len(found)
