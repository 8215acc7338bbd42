"""The list of what is searched for: found in the background, a new search ending the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import making
from desktop import settle
from reader.domain.errors import ReaderError
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery
from reader.domain.wanted import QueryError, parse
from reader.models.article_list import FOUND, ArticleList
from reader.models.searches import FIRST, SEEN, Answer, Searches
from reader.services import annotating, edits, lists
from reader.services.searching import FoundArticle
from reader.session import Session
from reader.storage import journal
from reader.storage.library import Library, create

MANY = 3 * FIRST


@pytest.fixture
def session(library: Library, qtbot: QtBot) -> Iterator[Session]:
    with journal.step(library.db, "import"):
        for number in range(MANY):
            making.add(library.db, f"標題{number}\n煙臺開發區{'的少見事' if number % 50 == 0 else ''}")
    made = Session(library)
    yield made
    made.close()


@pytest.fixture
def listing(session: Session) -> ArticleList:
    return ArticleList(session, ArticleQuery(), session)


def wanted(query: str, **more: object) -> ArticleQuery:
    return ArticleQuery(wanted=parse(query), **more)  # type: ignore[arg-type]


def test_first_some_are_listed_and_then_all(session: Session, qtbot: QtBot) -> None:
    searches = Searches(session, session)
    answers: list[Answer] = []
    searches.answered.connect(answers.append)
    searches.ask(wanted("烟台"))
    qtbot.waitUntil(lambda: bool(answers) and answers[-1].whole)
    assert [len(answer.ids) for answer in answers] == [FIRST, MANY]
    assert answers[0].ids == answers[1].ids[:FIRST]


def test_of_searches_that_follow_at_once_the_last_counts(session: Session, qtbot: QtBot) -> None:
    searches = Searches(session, session)
    answers: list[Answer] = []
    searches.answered.connect(answers.append)
    for query in ("烟", "烟台", "台", "少见"):
        searches.ask(wanted(query))
    qtbot.waitUntil(lambda: bool(answers) and answers[-1].query == wanted("少见") and answers[-1].whole)
    settle(qtbot)
    assert answers[-1].query == wanted("少见") and len(answers[-1].ids) == 4


def test_the_list_follows_and_keeps_what_it_has_until_then(listing: ArticleList, qtbot: QtBot) -> None:
    every = listing.ids
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见"))
        assert listing.searching and listing.ids == every and listing.query == wanted("少见")
    assert not listing.searching and listing.rowCount() == 4
    listing.set_query(ArticleQuery())
    assert listing.ids == every and not listing.searching


def test_what_is_appended_leaves_what_was_there(listing: ArticleList, qtbot: QtBot) -> None:
    with qtbot.waitSignals([listing.modelReset, listing.rowsInserted, listing.searched]):
        listing.set_query(wanted("烟台"))
    assert listing.rowCount() == MANY


def test_hits_of_the_first_rows_come_with_them(listing: ArticleList, qtbot: QtBot) -> None:
    shown: list[list[object]] = []
    listing.counted.connect(lambda: shown.append([listing.data(listing.index(row), FOUND) for row in range(SEEN)]))
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("烟台"))
    assert all(isinstance(found, FoundArticle) and len(found.spans) == 1 for found in shown[0])


def test_hits_of_other_rows_come_once_they_are_looked_at(listing: ArticleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("烟台"))
    assert listing.data(listing.index(MANY - 1), FOUND) is None
    with qtbot.waitSignal(listing.dataChanged):
        pass
    found = listing.found(MANY - 1)
    assert found is not None and len(found.spans) == 1 and "煙臺" in found.snippet.text


def test_a_search_that_cannot_be_is_refused_and_the_list_stays(listing: ArticleList, qtbot: QtBot) -> None:
    before = listing.ids
    with qtbot.waitSignal(listing.refused) as refused:
        listing.set_query(wanted("tag:none"))
    assert isinstance(refused.args[0], QueryError) and listing.ids == before and not listing.searching


def test_what_is_put_into_a_collection_comes_into_its_list(
    listing: ArticleList, session: Session, qtbot: QtBot
) -> None:
    session.perform(lambda db: lists.put_in_new(db, "選", [1, 2]))
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("in:选"))
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: lists.put_in(db, 1, [3]))
    assert sorted(listing.ids) == [1, 2, 3]


def test_what_changes_is_searched_again(listing: ArticleList, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见"))
    gone = listing.ids[0]
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: edits.trash(db, [gone]))
    assert gone not in listing.ids and listing.rowCount() == 3


def test_an_article_that_is_read_stays_among_the_unread_that_were_found(
    listing: ArticleList, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见", scope="unread"))
    read = listing.ids[0]
    session.perform(lambda db: edits.set_read(db, [read], True))
    with qtbot.waitSignal(listing.searched):
        listing.reload()
    assert read in listing.ids


def test_what_is_held_stays_in_its_place_until_it_is_let_go(
    listing: ArticleList, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见 -has:note"))
    before = list(listing.ids)
    listing.held = lambda: before[1:2]
    for each in before[1:3]:
        with qtbot.waitSignal(listing.searched):
            session.perform(lambda db, each=each: annotating.set_note(db, Owner("article", each), "noted"))
    assert list(listing.ids) == [*before[:2], before[3]] and (listing.count, listing.staying) == (2, {before[1]})
    listing.let_go()
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: lists.save_search(db, "saved meanwhile", "has:note"))
    assert listing.rowCount() == 3
    listing.held = tuple
    listing.let_go()
    assert list(listing.ids) == [before[0], before[3]] and (listing.count, listing.staying) == (2, set())
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: annotating.set_note(db, Owner("article", before[1]), ""))
    assert list(listing.ids) == [*before[:2], before[3]]


def test_what_is_read_stays_where_the_unread_are_searched_for(
    listing: ArticleList, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见 is:unread"))
    before = list(listing.ids)
    for each in before[:2]:
        with qtbot.waitSignal(listing.searched):
            session.perform(lambda db, each=each: edits.set_read(db, [each], True))
    listing.let_go()
    assert list(listing.ids) == before and (listing.count, listing.staying) == (2, set(before[:2]))
    for query in ("少见 is:unread title:标题", "少见 is:unread"):
        with qtbot.waitSignal(listing.searched):
            listing.set_query(wanted(query))
        assert list(listing.ids) == before[2:] and not listing.staying


def test_what_is_taken_out_of_a_collection_leaves_though_it_was_read(
    listing: ArticleList, session: Session, qtbot: QtBot
) -> None:
    session.perform(lambda db: lists.put_in_new(db, "選", [1, 2, 3]))
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("in:选 is:unread"))
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: edits.set_read(db, [1, 2], True))
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: lists.take_out(db, 1, [1]))
    assert sorted(listing.ids) == [2, 3]


def test_what_is_held_leaves_with_the_trash(listing: ArticleList, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见 is:unread"))
    gone = listing.ids[1]
    listing.held = lambda: [gone]
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: edits.trash(db, [gone]))
    assert gone not in listing.ids and listing.count == listing.rowCount() == 3


def test_an_answer_from_before_a_change_is_none(listing: ArticleList, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见 is:unread"))
    listing.reload()
    stale = Answer(replace(listing.query), list(listing.ids), True)
    session.perform(lambda db: edits.set_read(db, listing.ids[:1], True))
    listing._on_answer(stale)
    assert listing.searching
    qtbot.waitUntil(lambda: not listing.searching)
    assert listing.count == 3


def test_hits_are_shown_while_they_are_looked_for_again(listing: ArticleList, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.searched):
        listing.set_query(wanted("少见 is:unread"))
    assert listing.found(0) is not None
    with qtbot.waitSignal(listing.searched):
        session.perform(lambda db: edits.set_read(db, listing.ids[1:2], True))
    assert listing.count == 3 and all(listing.found(row) is not None for row in range(4))
    session.perform(lambda db: edits.set_starred(db, listing.ids[:1], True))
    assert listing.found(0) is not None


def test_it_lets_the_library_go(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "a.reader"
    library = create(path)
    making.add(library.db)
    session = Session(library)
    searches = Searches(session, session)
    with qtbot.waitSignal(searches.answered):
        searches.ask(wanted("会议"))
    session.close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_is_told(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    searches = Searches(session, session)
    session.library.path.rename(session.library.path.with_name("elsewhere"))
    with qtbot.waitSignal(searches.refused) as refused:
        searches.ask(wanted("会议"))
    assert isinstance(refused.args[1], ReaderError)
