"""Putting articles into collections, and taking them out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.domain.lists import Collection
from reader.domain.wanted import collections_in
from reader.services import lists
from reader.session import Session
from reader.storage import collections
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import AT_ONCE, Attempts, Edit
from reader.widgets.collection_picker import CollectionPicker
from reader.widgets.curating import Curating
from reader.widgets.sidebar import Sidebar


class Shelving(QObject):
    """Turns commands about the articles meant into edits of collections."""

    def __init__(
        self,
        session: Session,
        attempts: Attempts,
        curating: Curating,
        listing: ArticleListPane,
        sidebar: Sidebar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        sidebar.collected.items.dropped.connect(self.drop)
        self._session, self._attempts = session, attempts
        self._curating, self._listing, self._window = curating, listing, window

    def collect(self) -> None:
        """Ask into which collection the articles meant are to go."""
        meant = self._curating.meant()
        there = self._session.read(collections.every, None)
        if meant and there is not None:
            dialog = CollectionPicker(there, len(meant), partial(self._put_in, meant), self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def put_in(self, articles: list[int], collection: Collection) -> str:
        """Add articles to a collection; what is wrong, or nothing."""
        if len(articles) <= AT_ONCE and self._are_in(articles, collection):
            words = self.tr("%Ln article(s) are in the collection {name} already.", "", len(articles))
            self._attempts.say(words.format(name=collection.name))
            return ""
        return self._do(lambda db, **told: lists.put_in(db, collection.id, articles, **told), len(articles))

    def drop(self, collection: Collection, articles: list[int]) -> None:
        """Add articles that were dragged to a collection."""
        if problem := self.put_in(articles, collection):
            self._attempts.say(problem)

    def _are_in(self, articles: list[int], collection: Collection) -> bool:
        there = self._session.read(lambda db: collections.among(db, collection.id, articles), set[int]())
        return there.issuperset(articles)

    def _put_in(self, articles: list[int], collection: Collection | None, name: str) -> str:
        if collection is not None:
            return self.put_in(articles, collection)
        return self._do(lambda db, **told: lists.put_in_new(db, name, articles, **told), len(articles))

    def _do(self, edit: Edit, count: int) -> str:
        """Do it, and say so; what is wrong with it if that is known at once."""
        if count <= AT_ONCE:
            return self._attempts.try_and_say(edit)
        self._attempts.do_to_many(edit, count, say=True)
        return ""

    @property
    def can_take_out(self) -> bool:
        """Whether a collection is listed."""
        return any(True for _ in collections_in(self._listing.model.query.wanted))

    def take_out(self) -> None:
        """Take the articles meant out of the collection that is listed, or of those."""
        meant = self._curating.meant()
        wanted = list(collections_in(self._listing.model.query.wanted))
        listed = self._session.read(lambda db: [each for one in wanted for each in collections.named(db, one)], [])
        if len(listed) > 1:
            self._attempts.say(self.tr("Several collections are listed. List the one that is meant."))
        elif listed and meant:
            edit: Edit = lambda db, **told: lists.take_out(db, listed[0].id, meant, **told)  # noqa: E731
            self._attempts.do_to_many(edit, len(meant), say=True)
