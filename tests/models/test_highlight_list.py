"""The highlights of the open article as a list: filtered, and reset only when one comes or goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import making
from reader.domain.highlight import Highlight
from reader.domain.tag import TagTree
from reader.models.highlight_list import HIGHLIGHT, HighlightList
from reader.services import edits, tagging
from reader.storage import highlights, tags
from reader.storage.library import Library

Marked = tuple[list[Highlight], TagTree]


@pytest.fixture
def marked(library: Library) -> Marked:
    """Three, of which the second has tags and the third a note."""
    article = making.add(library.db, "Title\nFirst SECOND third")
    edits.highlight(library.db, article, 6, 11)
    tagging.highlight_with(library.db, article, 12, 18, ["甲/乙", "丙"], note="", color="", analyst="")
    edits.highlight(library.db, article, 19, 24, note="a NOTE")
    return highlights.of_article(library.db, article), tags.tree(library.db)


@pytest.fixture
def shown(qapp: QApplication, marked: Marked) -> HighlightList:
    made = HighlightList(qapp)
    made.set_highlights(*marked)
    return made


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("", [1, 2, 3]), ("second", [2]), ("乙 丙", [2]), ("note A", [3]), ("first third", []), ("  ", [1, 2, 3])],
)
def test_all_words_are_looked_for_in_quote_tags_and_note(shown: HighlightList, words: str, wanted: list[int]) -> None:
    shown.set_filter(words)
    assert shown.ids() == wanted and shown.total == 3


def test_it_is_reset_only_when_one_comes_or_goes(shown: HighlightList, marked: Marked, qtbot: QtBot) -> None:
    found, tree = marked
    changed = [found[0]._replace(note="new"), *found[1:]]
    with qtbot.assertNotEmitted(shown.modelReset), qtbot.waitSignal(shown.dataChanged):
        shown.set_highlights(changed, tree)
    assert shown.index(0).data(HIGHLIGHT).note == "new"
    with qtbot.waitSignal(shown.modelReset):
        shown.set_highlights(changed[1:], tree)
    assert shown.position_of(1) is None and shown.position_of(3) == 1 and shown.at(2) is None


def test_tags_of_the_same_name_are_told_apart_by_those_above_them(shown: HighlightList, library: Library) -> None:
    tagging.highlight_with(library.db, 1, 0, 5, ["戊/乙"], note="", color="", analyst="")
    shown.set_highlights(highlights.of_article(library.db, 1), tags.tree(library.db))
    assert [shown.tags_of(each) for row in range(4) if (each := shown.at(row)) and each.tags] == ["戊/乙", "甲/乙  丙"]


def test_the_words_for_those_who_hear_them(shown: HighlightList) -> None:
    said = [shown.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(shown.rowCount())]
    assert said == ["First", "SECOND, 乙  丙", "third, a NOTE"]
