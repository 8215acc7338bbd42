"""What is done to hits of a search in its own window, many at once: they are highlighted and tagged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.domain.change import Change
from reader.session import Session
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.search_box import SearchBox
from reader.widgets.tags_for_many import TagsForMany


class AllHits(QObject):
    """What such windows have in common."""

    def __init__(
        self,
        session: Session,
        looks: Looks,
        attempts: Attempts,
        marking: Marking,
        box: SearchBox,
        listing: ArticleListPane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._looks, self._attempts, self._marking = session, looks, attempts, marking
        self._box, self._listing, self._window = box, listing, window
        self._missing = 0  # articles, in the search index

    def say_indexed(self, done: int, total: int) -> None:
        """Remember how many articles cannot be found yet."""
        self._missing = total - done

    def _tags_for(self, window: QWidget) -> TagsForMany:
        """What lets tags be chosen in a window for what was found, which is highlighted with them then."""
        tags = TagsForMany(self._session, self._marking.latest, window)
        tags.picked.connect(self._highlight)
        return tags

    def _highlight(self, found: list[Any], *tags: list[Any]) -> None:
        """Highlight what was found, with tags as `TagsForMany` gives them."""
        edit, count = self._edit(found)
        self._marking.highlight_found(edit, count, *tags)

    def _edit(self, found: list[Any]) -> tuple[Callable[..., Change], int]:
        """What highlights that, but for the tags, and how many passages they are."""
        raise NotImplementedError
