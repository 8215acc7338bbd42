"""Which two articles are compared, and the window that shows them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.session import Session
from reader.storage import articles, reprints
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.comparison import Comparison
from reader.widgets.curating import Curating
from reader.widgets.looks import Looks


class Comparing(QObject):
    """Two that are selected in the list, or else the open article and another print of it."""

    def __init__(
        self, session: Session, looks: Looks, attempts: Attempts, curating: Curating, view: ArticleView, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._looks = looks
        self._attempts = attempts
        self._curating = curating
        self._view = view
        self._window = window

    def compare(self) -> None:
        """Show the two articles meant side by side, or say which those may be."""
        meant = self._curating.meant()
        if len(meant) == 1:
            meant += self._session.read(lambda db: reprints.of(db, meant[0]), [])[:1]
        if len(meant) == 2:
            self._show(*meant)
        elif meant:
            self._attempts.say(self.tr("Select two articles in the list, or open one that has a reprint."))

    def with_open(self, other: int) -> None:
        """Show the open article beside another one."""
        if self._view.article is not None:
            self._show(self._view.article, other)

    def _show(self, left: int, right: int) -> None:
        both = self._session.read(lambda db: (articles.get(db, left), articles.get(db, right)), (None, None))
        if both[0] is not None and both[1] is not None:
            Comparison(both[0], both[1], self._looks.theme, self._window).show()
