"""Keyword in context: its window over what is searched for now, and what is done with the lines chosen there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.actions import Act
from reader.services import concordance
from reader.services.concordance import Line
from reader.session import Session
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.concordance import ConcordanceWindow
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.notice import Notice
from reader.widgets.search_box import SearchBox
from reader.widgets.searching import words_searched
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
        self._missing = 0  # articles, in the search index

    def say_indexed(self, done: int, total: int) -> None:
        """Remember how many articles cannot be found yet."""
        self._missing = total - done

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
        tags = TagsForMany(self._session, self._marking.latest, opened)
        opened.tags_wanted.connect(lambda lines, beside: tags.pick_for(lines, concordance.passages(lines), beside))
        tags.picked.connect(self._highlight)
        self._looks.theme_changed.connect(opened.set_theme)
        self._notice.said.connect(opened.say)  # it may lie over the notice
        for act, do in ((Act.UNDO, self._attempts.replaying.undo), (Act.REDO, self._attempts.replaying.redo)):
            for keys in act.value.keys:
                QShortcut(QKeySequence(keys), opened, do)
        opened.show()

    def _open(self, line: Line) -> None:
        self.article_wanted.emit(line.article)
        self.span_wanted.emit(line.span)

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
