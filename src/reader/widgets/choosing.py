"""Which articles are listed: what the sidebar and the filter above the list say, kept in agreement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain.change import Change
from reader.domain.query import Scope
from reader.session import Session
from reader.settings import Settings
from reader.storage import articles
from reader.widgets.article_list import ArticleListPane
from reader.widgets.sidebar import SCOPES, Sidebar


class Choosing(QObject):
    """Lets the list show what was chosen beside it, and remembers its order."""

    unlisted_wanted = Signal(int)  # an article is to be opened that is not listed

    def __init__(
        self, session: Session, settings: Settings, sidebar: Sidebar, listing: ArticleListPane, window: QObject
    ) -> None:
        super().__init__(window)
        self._session, self._settings = session, settings
        self._sidebar, self._listing = sidebar, listing
        self._asked: tuple[str, ...] = ()  # the uids of the tags whose articles are listed
        self._tags: list[int] = []  # those that are there for them by now
        self._all = False  # those that have each of them
        self.said = ""  # the tags in words
        session.changed.connect(self._follow_tag)
        sidebar.scope_chosen.connect(self._show_scope)
        sidebar.tags.chosen.connect(self.show_tags)
        listing.order_changed.connect(self._keep_order)
        listing.tag_left.connect(lambda: self.show_tags(()))
        listing.model.held = self._held
        self._later = QTimer(self, singleShot=True, interval=0)  # a list cannot change while it says what is selected
        self._later.timeout.connect(listing.model.let_go)
        listing.selection_changed.connect(self._later.start)

    def show_tags(self, tags: Sequence[int], every: bool = False) -> None:
        """List articles with one of these tags, or with each of them, or ones below them; none: whatever they have."""
        known = self._session.tree().by_id
        there = [known[tag] for tag in tags if tag in known]
        self._asked, self._all = tuple(tag.uid for tag in there), every
        self._list([tag.id for tag in there])

    def _list(self, tags: list[int]) -> None:
        self._tags = tags
        tree, every = self._session.tree(), self._all
        groups = [tuple(sorted(tree.with_children(tag))) for tag in tags]
        if not groups:
            self._sidebar.leave_tag()
        if not every and groups:
            groups = [tuple(sorted(set().union(*groups)))]
        paths = [tree.path(tag) for tag in tags]
        between = self.tr("{one} and {other}") if every else self.tr("{one} or {other}")
        self.said = reduce(lambda one, other: between.format(one=one, other=other), paths) if paths else ""
        self._listing.show_tags(tuple(groups), self.said)

    @property
    def tags(self) -> list[int]:
        """Those that were chosen, as far as they are there by now."""
        return list(self._tags) if self._asked else []

    @property
    def every(self) -> bool:
        """Whether each of them must be there, and not only one."""
        return self._all

    def read_beside(self, article: int) -> None:
        """Open an article without changing what is listed."""
        listed = self._listing.model.position_of(article) is not None
        self._listing.choose(article if listed else None)
        if not listed:
            self.unlisted_wanted.emit(article)

    def show_everything(self) -> None:
        """List all articles."""
        self._listing.show_everything()
        self._show_no_filters()

    def show_all_of(self, article: int) -> None:
        """List everything where an article is: all articles, or all in the trash."""
        self.show_everything()
        if self._session.read(lambda db: articles.trashed(db, [article]), {}).get(article):
            self._sidebar.scopes.setCurrentRow(SCOPES.index("trash"))

    def start_over(self) -> None:
        """List nothing, until another library is read."""
        self._listing.start_over()
        self._show_no_filters()

    def _held(self) -> list[int]:
        """What stays listed as long as it is open or selected."""
        listing = self._listing
        current = listing.model.id_at(listing.view.currentIndex().row())
        return listing.selected() + [each for each in (current,) if each is not None]

    def _show_scope(self, scope: str) -> None:
        self._listing.show_scope(cast(Scope, scope))

    def _follow_tag(self, change: Change) -> None:
        """The tag that is filtered by may have another name, other tags below it, another in its place, or be gone."""
        if self._asked and (change.tags or change.all):
            there = list(dict.fromkeys(tag for tag in self._session.tags_of(self._asked) if tag is not None))
            if not there:
                self._asked = ()
            elif there != self._tags:
                self._sidebar.choose_tags(there)
            self._list(there)

    def _show_no_filters(self) -> None:
        self._asked, self.said = (), ""
        self._sidebar.scopes.setCurrentRow(0)
        self._sidebar.leave_tag()

    def _keep_order(self, sort: str, descending: bool) -> None:
        if sort != "best":  # which there is for a search only
            self._settings.sort, self._settings.descending = sort, descending
