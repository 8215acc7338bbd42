"""What is typed into the search box, listed; and how many articles were found."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from reader.domain.errors import ReaderError
from reader.domain.query import Sort
from reader.domain.wanted import QueryError, Wanted, has_words, parse
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.search_box import SearchBox
from reader.widgets.step_words import error_words

UNFINISHED = ("nothing-beside", "not-closed")  # what may be wrong only as long as somebody types, wherever it stands
PAUSE_MS = 1_200  # after which somebody seems to have ended


def words_searched(box: SearchBox, attempts: Attempts, nothing: str) -> Wanted | None:
    """What is searched for, if it has words; else it is said what is wrong with it, or that there is `nothing`."""
    box.search_at_once()
    try:  # not what is listed: that stays as it was where what is typed cannot be understood
        wanted = parse(box.text())
    except ReaderError as error:
        attempts.fail(error)
        return None
    if has_words(wanted):
        return wanted
    attempts.say(nothing)
    return None


class Searching(QObject):
    """Lets the list show what is searched for; while nothing is, it has the order that it had before."""

    def __init__(self, box: SearchBox, listing: ArticleListPane, window: QObject) -> None:
        super().__init__(window)
        self._box, self._listing = box, listing
        self._refused = False  # by the library, just now
        self._unsaid = ""  # what is wrong with what is typed, unless it goes on
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._say_unsaid)
        query = listing.model.query
        self._order: tuple[Sort, bool] = query.sort, query.descending  # before the best were put first
        box.entered.connect(listing.model.searches.prepare)
        box.search_wanted.connect(self.search)
        box.list_wanted.connect(self._say_unsaid)
        box.list_wanted.connect(listing.enter)
        box.left.connect(listing.focus)
        listing.model.refused.connect(self._on_refused)
        listing.model.searched.connect(self._on_searched)
        listing.filters_left.connect(box.empty)
        listing.order_changed.connect(self._keep_order)

    def search(self, typed: str) -> None:
        """List what was typed; what cannot be understood is said, and the list stays."""
        try:
            wanted = parse(typed)
        except ReaderError as error:
            self._refuse(error)
            return
        self._say("")
        query = self._listing.model.query
        if wanted is None and query.sort == "best":
            sort, descending = self._order
            query = replace(query, sort=sort, descending=descending)
        self._listing.model.set_query(replace(query, wanted=wanted))

    def _keep_order(self, sort: Sort, descending: bool) -> None:
        if sort != "best":
            self._order = sort, descending

    def _on_refused(self, error: ReaderError) -> None:
        self._refused = True
        self._refuse(error)

    def _on_searched(self) -> None:
        """What could not be looked for may be found by now: the tag or the collection is there again."""
        refused, self._refused = self._refused, False
        if not refused and self._box.problem:
            with suppress(QueryError):
                if parse(self._box.text()) == self._listing.model.query.wanted:
                    self._say("")

    def _refuse(self, error: ReaderError) -> None:
        """Say what is wrong; with the word that is being typed only once nobody goes on with it."""
        self._unsaid = error_words(error)
        last = isinstance(error, QueryError) and error.end >= len(self._box.text())
        if self._box.hasFocus() and (last or error.kind in UNFINISHED):
            self._pause.start()
        else:
            self._say_unsaid()

    def _say_unsaid(self) -> None:
        if self._unsaid:
            self._say(self._unsaid)

    def _say(self, words: str) -> None:
        self._pause.stop()
        self._unsaid = ""
        self._box.show_problem(words)
        self._listing.header.say_problem(words)
