"""The rows of a report: what matters first, and words only of what is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.errors import ImportFailed
from reader.models.import_rows import ImportRows
from reader.services.importing.outcome import Outcome

WHY = ImportFailed("empty-file", "{file} is empty.", file="x")


def test_what_went_wrong_stands_first_else_the_order_stays(qtbot: QtBot) -> None:
    outcomes = [
        Outcome("e", "duplicate", 1),
        Outcome("d", "added", 2, warnings=("glosses-lifted",)),
        Outcome("c", "skipped", problem=WHY),
        Outcome("b", "added", 3, warnings=("low-confidence",)),
        Outcome("a", "failed", problem=WHY),
        Outcome("*", "failed", problem=WHY),
    ]
    window = QWidget()
    qtbot.addWidget(window)
    rows = ImportRows(outcomes, ["File"], lambda each, *_: [each.path], window)
    assert [rows.at(row).path for row in range(rows.rowCount())] == ["a", "*", "b", "c", "d", "e"]
    assert rows.text() == "a\n*\nb\nc\nd\ne"


def test_of_ten_thousand_rows_only_those_that_are_seen_get_words(qtbot: QtBot) -> None:
    said: set[str] = set()

    def words(outcome: Outcome, *_: object) -> list[str]:
        said.add(outcome.path)
        return [outcome.path, outcome.title]

    view = QTableView()
    qtbot.addWidget(view)
    outcomes = [Outcome(f"{number:05}.txt", "added", number, title="標題") for number in range(10_000)]
    rows = ImportRows(outcomes, ["File", "Title"], words, view)
    view.setModel(rows)
    view.resize(600, 400)
    view.show()
    qtbot.waitUntil(lambda: bool(said))
    view.scrollToBottom()
    qtbot.waitUntil(lambda: "09999.txt" in said)
    assert len(said) < 200


def test_names_are_never_markup_in_hints(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    hostile = '/a/<img src="file:///dev/zero">.txt'
    rows = ImportRows([Outcome(hostile, "added", 1)], ["File"], lambda *_: ["x"], window)
    hint = rows.data(rows.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert hint is not None and "<img" not in hint and "&lt;img" in hint
