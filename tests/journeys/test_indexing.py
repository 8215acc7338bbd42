"""What is not in the search index gets there beside the window, which does not read its list again for that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

import making
from desktop import Desktop
from reader.domain.change import EVERYTHING
from reader.services import checking, edits
from reader.storage import indexing, journal
from reader.storage.connection import transaction

MANY = 400
TEXT = "煙臺開發區的港口。" * 100


@pytest.fixture
def unindexed(start: Callable[[], Desktop]) -> Desktop:
    """A library whose index is empty, as after another version of the folding."""
    desktop = start()
    db = desktop.program.session.db
    with journal.step(db, "import"):
        for number in range(MANY):
            making.add(db, f"標題{number}\n{TEXT}")
    indexing.start_over(db)
    return start()


def said(desktop: Desktop, name: str) -> str:
    label = desktop.window.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_an_incomplete_index_is_said_and_completed(unindexed: Desktop) -> None:
    unindexed.type("烟台", "searchBox")
    unindexed.wait(lambda: said(unindexed, "indexing").startswith("Indexing "))
    assert said(unindexed, "indexing").endswith(f" of {MANY}")
    unindexed.wait(lambda: said(unindexed, "listed").endswith("not in the search index yet."))
    unindexed.qtbot.waitUntil(lambda: not unindexed.window.indexing.busy, timeout=60_000)
    unindexed.wait(lambda: said(unindexed, "listed") == f"{MANY} articles")
    assert said(unindexed, "indexing") == ""


def test_an_index_in_many_pieces_is_put_together_and_the_list_is_not_read_again(
    start: Callable[[], Desktop], monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = start()
    db, told = desktop.program.session.db, list[object]()
    for number in range(30):
        making.add(db, f"標題{number}\n{TEXT}")
    monkeypatch.setattr(indexing, "PIECES", 4)
    desktop.program.session.tell(EVERYTHING)
    desktop.program.session.changed.connect(told.append)
    desktop.wait(lambda: desktop.window.indexing.busy)
    desktop.qtbot.waitUntil(lambda: not desktop.window.indexing.busy, timeout=60_000)
    assert not indexing.has_work(db) and told == [] and said(desktop, "indexing") == ""


def test_a_damaged_index_is_made_anew_to_the_end_and_finds_all_again(unindexed: Desktop) -> None:
    db = unindexed.program.session.db
    unindexed.qtbot.waitUntil(lambda: indexing.is_settled(db) and not unindexed.window.indexing.busy, timeout=60_000)
    with transaction(db):
        for name in indexing.INDEXES:
            db.execute(f"update {name}_data set block = ? where id > 10", [b"\xff" * 60])
    unindexed.type("烟台 标题7", "searchBox")
    unindexed.wait(lambda: said(unindexed, "indexing").startswith("Indexing "))
    unindexed.qtbot.waitUntil(lambda: not unindexed.window.indexing.busy, timeout=60_000)
    unindexed.wait(lambda: said(unindexed, "listed") == "1 article")
    assert [row.title for row in unindexed.rows()] == ["標題7"]
    unindexed.type("烟台", "searchBox")
    unindexed.wait(lambda: said(unindexed, "listed") == f"{MANY} articles")
    assert checking.check(db) == [] and said(unindexed, "indexing") == ""


def test_it_is_said_where_hits_are_shown_in_context_or_to_be_highlighted(unindexed: Desktop) -> None:
    window = unindexed.window
    unindexed.wait(lambda: said(unindexed, "indexing").startswith("Indexing "))
    window.indexing.progressed.emit(MANY - 3, MANY)
    unindexed.type("烟台", "searchBox")
    unindexed.press("Ctrl+Shift+K")
    unindexed.wait(lambda: said(unindexed, "concordanceCount").endswith("3 articles were not in the search index yet."))
    unindexed.press("Esc", unindexed.control("concordanceTable"))
    window.indexing.progressed.emit(MANY - 1, MANY)
    window.highlighting.ask()
    assert said(unindexed, "highlightAllNote") == "1 article is not in the search index yet."
    unindexed.press("Esc", unindexed.control("allWords"))


def test_the_list_is_not_read_again_for_the_index_but_for_what_another_window_writes(unindexed: Desktop) -> None:
    session, window = unindexed.program.session, unindexed.window
    unindexed.wait(lambda: said(unindexed, "indexing").startswith("Indexing "))
    session.look_for_changes()
    told: list[object] = []
    session.changed.connect(told.append)
    missing = indexing.waiting(session.db)[0]
    unindexed.wait(lambda: indexing.waiting(session.db)[0] < missing)
    session.look_for_changes()
    assert window.indexing.busy and told == []
    other = session.library.connect()
    edits.set_starred(other, [1], True)
    other.close()
    session.look_for_changes()
    assert told == [EVERYTHING]


def test_leaving_the_program_ends_it_and_the_next_start_goes_on(
    unindexed: Desktop, start: Callable[[], Desktop]
) -> None:
    unindexed.wait(lambda: said(unindexed, "indexing").startswith("Indexing "))
    again = start()
    again.qtbot.waitUntil(lambda: indexing.is_settled(again.program.session.db), timeout=60_000)


def test_what_a_long_article_leaves_is_indexed_too(start: Callable[[], Desktop]) -> None:
    desktop = start()
    session = desktop.program.session
    session.perform(lambda db: _added(db))
    assert not indexing.is_settled(session.db)
    desktop.qtbot.waitUntil(lambda: indexing.is_settled(session.db), timeout=60_000)


def _added(db: object) -> object:
    with transaction(db):  # type: ignore[arg-type]
        making.add(db, "長篇\n" + TEXT * (2 * indexing.AT_ONCE // len(TEXT)))  # type: ignore[arg-type]
    return EVERYTHING
