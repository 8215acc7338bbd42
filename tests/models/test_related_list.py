"""The list of related articles: found once somebody stays with an article and sees the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from desktop import settle
from making import add
from reader.domain.query import ArticleQuery
from reader.models.related_list import PAUSE_MS, RELATED, RelatedList
from reader.services import edits, relating
from reader.services.relating import Parted, Related
from reader.session import Session
from reader.storage.library import Library, create

ERUPTION = "火山噴發\n火山噴發，熔岩流向港口，火山附近的居民撤離。"
AGAIN = "火山又喷发\n这座火山去年也喷发过，熔岩流到公路上，居民撤离。"
FOOTBALL = "球队赢了\n昨天的足球比赛里，主队在最后一分钟进球。"
FINAL = "足球决赛\n决赛里主队进球，足球比赛在最后一分钟分出胜负。"


@pytest.fixture
def session(library: Library, qtbot: QtBot) -> Iterator[Session]:
    for text in (ERUPTION, AGAIN, FOOTBALL, FINAL):
        add(library.db, text)
    made = Session(library)
    yield made
    made.close()


@pytest.fixture
def related(session: Session) -> RelatedList:
    made = RelatedList(session, session)
    made.want(True)
    return made


def titles(related: RelatedList) -> list[str]:
    return [str(related.index(row).data()) for row in range(related.rowCount())]


def test_what_is_like_the_open_article_comes_after_a_moment(related: RelatedList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(related.found):
        related.show_article(1)
        assert not related.known
    assert related.known and titles(related) == ["火山又喷发"]
    found = related.index(0).data(RELATED)
    assert found.row.id == 2 and "火山" in found.shared
    assert "熔岩" in str(related.index(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_articles_that_are_passed_are_not_asked_about(
    related: RelatedList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    find = relating.related

    def counted(db: Database, article: int, parted: Parted, frequent: set[str]) -> list[Related]:
        asked.append(article)
        return find(db, article, parted, frequent)

    monkeypatch.setattr(relating, "related", counted)
    for article in (1, 2, 4, 3):
        related.show_article(article)
        qtbot.wait(PAUSE_MS // 5)
    qtbot.waitUntil(lambda: related.known)
    settle(qtbot, 2 * PAUSE_MS)
    assert asked == [3] and titles(related) == ["足球决赛"]


def test_nothing_is_looked_for_until_somebody_sees_it(session: Session, qtbot: QtBot) -> None:
    related = RelatedList(session, session)
    related.show_article(1)
    settle(qtbot, 3 * PAUSE_MS)
    assert not related.known and related.rowCount() == 0
    with qtbot.waitSignal(related.found):
        related.want(True)
    assert titles(related) == ["火山又喷发"]


def test_the_list_follows_what_goes_to_the_trash_and_comes_back(
    related: RelatedList, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(related.found):
        related.show_article(1)
    with qtbot.waitSignal(related.found):
        session.perform(lambda db: edits.trash(db, [2]))
    assert titles(related) == []
    with qtbot.waitSignal(related.found):
        session.perform(edits.undo)
    assert titles(related) == ["火山又喷发"]


def test_another_library_has_related_articles_of_its_own(
    related: RelatedList, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(related.found):
        related.show_article(1)
    other = create(tmp_path / "other.reader")
    for text in (FOOTBALL, FINAL, ERUPTION):
        add(other.db, text)
    session.switch(other, ArticleQuery())
    assert titles(related) == []
    with qtbot.waitSignal(related.found):
        related.show_article(1)
    assert titles(related) == ["足球决赛"]
