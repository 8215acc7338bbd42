"""The table of highlights: asked in the background, read page by page, following what changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import making
from reader.domain.change import EVERYTHING
from reader.domain.highlight_query import HighlightQuery, TagTerm
from reader.domain.wanted import parse
from reader.models.marked_table import COLUMNS, FINDING, HEADING, NOTE, PAGE, QUOTE, TAGS, Heading, MarkedTable
from reader.services import edits, tagging
from reader.session import Session
from reader.storage.library import Library

MANY = 3 * PAGE
QUERY = HighlightQuery(sort="created")


@pytest.fixture
def session(library: Library, qapp: QApplication) -> Iterator[Session]:
    """An article with many highlights, each third with a tag, and each fourth with another one."""
    article = making.add(
        library.db, "".join(map(chr, range(0x4E00, 0x4E00 + MANY))), source="x", published="2020-03-04"
    )
    one, two = tagging.add(library.db, "a/one")[0], tagging.add(library.db, "two")[0]
    for number in range(MANY):
        wanted = [one] * (number % 3 == 0) + [two] * (number % 4 == 0)
        edits.highlight(library.db, article, number, number + 1, tags=wanted, note="n" if number == 5 else "")
    made = Session(library)
    yield made
    made.close()


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> MarkedTable:
    made = MarkedTable(session, QUERY, session)
    with qtbot.waitSignal(made.counted):
        made.reload()
        made.show(True)
    return made


def test_nothing_is_asked_before_it_is_shown(session: Session, qtbot: QtBot) -> None:
    made = MarkedTable(session, QUERY, session)
    made.ask(replace(QUERY, descending=True), None)
    with qtbot.assertNotEmitted(made.counted, wait=200):
        pass
    with qtbot.waitSignal(made.counted):
        made.show(True)
    assert made.rowCount() == made.count == made.total == MANY


def test_it_is_asked_when_it_is_shown_for_the_first_time(session: Session, qtbot: QtBot) -> None:
    made = MarkedTable(session, QUERY, session)
    assert made.asked  # that it lists nothing says nothing yet
    with qtbot.waitSignal(made.counted):
        made.show(True)
    assert made.count == MANY and not made.asked


def test_only_the_rows_that_are_looked_at_are_read(table: MarkedTable) -> None:
    last = table.index(MANY - 1, QUOTE)
    assert last.data(FINDING).highlight.id == MANY and last.data() == chr(0x4E00 + MANY - 1)
    assert len(table._findings) == PAGE


def test_each_column_says_what_stands_in_the_library(table: MarkedTable) -> None:
    words = [table.index(0, column).data() for column in range(len(COLUMNS))]
    assert words[QUOTE] == "一" and words[TAGS] == "a/one, two" and words[NOTE] == "" and words[6] == "2020-03-04"
    assert words[5] == "x" and str(words[1]).startswith("一丁") and words[8]
    assert table.headerData(QUOTE, Qt.Orientation.Horizontal) == "Quote"


def test_groups_have_headings_and_can_be_folded(table: MarkedTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.counted):
        table.ask(QUERY, "tag")
    assert table.index(0, 0).data(HEADING) == Heading("a/one", MANY // 3, False)
    assert table.index(1, 0).data(HEADING) is None and table.index(1, 0).data() == "一"
    assert table.index(0, 0).data() == f"a/one, {MANY // 3}"
    rows = table.rowCount()
    table.fold(1, True)
    assert table.rowCount() == rows - MANY // 3 and table.index(1, 0).data(HEADING).words == "two"
    table.fold_all(True)
    assert table.rowCount() == 3 and table.index(2, 0).data(HEADING).words == "No tag"
    table.fold_all(False)
    assert table.rowCount() == rows and table.count == MANY


@pytest.mark.parametrize(("by", "words"), [("article", "一丁"), ("source", "x"), ("month", "2020-03")])
def test_each_grouping_is_said_in_words(table: MarkedTable, qtbot: QtBot, by: str, words: str) -> None:
    with qtbot.waitSignal(table.counted):
        table.ask(QUERY, by)  # type: ignore[arg-type]
    assert table.index(0, 0).data(HEADING).words.startswith(words) and table.rowCount() == MANY + 1


def test_it_follows_what_changes_and_is_reset_only_where_rows_are_others(
    table: MarkedTable, session: Session, qtbot: QtBot
) -> None:
    resets: list[None] = []
    table.modelReset.connect(lambda: resets.append(None))
    assert table.index(1, NOTE).data() == ""
    with qtbot.waitSignal(table.counted):
        session.perform(lambda db: edits.set_note(db, 2, "seen"))
    assert table.index(1, NOTE).data() == "seen" and resets == []
    with qtbot.waitSignal(table.counted):
        session.perform(lambda db: edits.remove_highlights(db, [1]))
    assert table.count == table.total == MANY - 1 and len(resets) == 1
    with qtbot.waitSignal(table.counted):
        table.ask(replace(QUERY, tags=(TagTerm(2),)), None)
    assert table.count == MANY // 3 - 1


def test_a_folded_group_stays_folded_over_another_reading(table: MarkedTable, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.counted):
        table.ask(QUERY, "tag")
    table.fold(0, True)
    with qtbot.waitSignal(table.counted):
        session.perform(lambda db: edits.remove_highlights(db, [1]))
    assert table.index(0, 0).data(HEADING) == Heading("a/one", MANY // 3 - 1, True)


def test_what_cannot_be_asked_for_is_refused_and_lists_nothing(table: MarkedTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.refused) as refused:
        table.ask(replace(QUERY, wanted=parse("tag:none")), None)
    assert refused.args[0].kind == "no-tag" and table.count == 0 and not table.asked


def test_it_is_asked_again_once_it_is_shown_again(table: MarkedTable, session: Session, qtbot: QtBot) -> None:
    table.show(False)
    session.perform(lambda db: edits.remove_highlights(db, [1, 2]))
    with qtbot.assertNotEmitted(table.counted, wait=400):
        session.tell(EVERYTHING)
    with qtbot.waitSignal(table.counted):
        table.show(True)
    assert table.count == MANY - 2
