"""Who printed an article, too, is said below it; both are opened, and compared side by side by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QToolButton

from desktop import Desktop
from reader.widgets import comparison

BODY = [
    f"第{number}段說的是民生問題和經濟發展，會議強調要堅持高標定位，切實盤活第{number}片土地資源。"
    for number in "一二三四五六七八"
]


@pytest.fixture
def reading(start: Callable[[], Desktop], tmp_path: Path) -> Desktop:
    """Two papers printed nearly the same, and one of them is open."""
    first = ["我市召開會議研究部署下步工作", "來源：膠東在線  2020-03-04 17:24", *BODY]
    second = [
        "會議在我市召開",
        "來源：海港日報  2020-03-05 08:00",
        *BODY[:5],
        BODY[5].replace("民生問題", "民生大計"),
        *BODY[6:],
    ]
    (tmp_path / "a.txt").write_text("\n\n".join(first), "utf-8")
    (tmp_path / "b.txt").write_text("\n\n".join(second), "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    desktop.wait(lambda: len(desktop.rows()) == 2 and not desktop.window.status.activity.busy)
    desktop.window.find_article(1)
    return desktop


def state(desktop: Desktop) -> str:
    label = desktop.control("comparisonState")
    assert isinstance(label, QLabel)
    return label.text()


def test_other_prints_are_named_and_opened(reading: Desktop) -> None:
    line = reading.window.view.foot.findChild(QToolButton, "reprints")
    assert line is not None and line.isVisible() and line.text() == "Also printed by: 海港日報 (1)"
    action = line.menu().actions()[0]
    assert action.text() == "Open: 海港日報 · 2020-03-05 · 會議在我市召開"
    action.trigger()
    assert reading.title() == "會議在我市召開" and line.text() == "Also printed by: 膠東在線 (1)"


def test_both_are_compared_by_keys(reading: Desktop) -> None:
    reading.press("Ctrl+Shift+D", reading.window.view.pane)
    reading.wait(lambda: state(reading).endswith("paragraphs differ."))
    text = reading.control("comparisonText")
    assert isinstance(text, QTextEdit)
    reading.press("F3", text)
    assert state(reading).startswith("Difference 1 of ")
    count = int(state(reading).rpartition(" ")[2])
    for _ in range(count - 1):
        reading.press("F3", text)
    assert "民生問題" in text.textCursor().block().text() and "第六段" in text.textCursor().block().text()
    reading.press("Shift+F3", text)
    assert state(reading) == f"Difference {count - 1} of {count}"
    underlined = [
        part.fragment().text()
        for block in blocks(text)
        for part in block.begin()
        if part.fragment().charFormat().fontUnderline()
    ]
    assert "問題" in underlined and "大計" in underlined
    reading.press("Esc", text)


def test_long_texts_come_piece_by_piece_and_a_difference_is_gone_to_once_it_is_there(
    reading: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "PIECE", 1)
    reading.press("Ctrl+Shift+D", reading.window.view.pane)
    text, back = reading.control("comparisonText"), reading.control("previousDifference")
    assert isinstance(text, QTextEdit) and isinstance(back, QPushButton)
    shown: list[str] = []

    def look() -> None:
        shown.append(text.toPlainText())
        if back.isEnabled() and state(reading).endswith("differ."):
            back.click()

    text.textChanged.connect(look)
    reading.wait(lambda: "第六段" in text.textCursor().block().text())
    before = next(each for each in shown if each.strip())
    assert "第六段" not in before and "第六段" in shown[-1]
    count = state(reading).rpartition(" ")[2]
    assert state(reading) == f"Difference {count} of {count}"
    reading.press("F3", text)
    assert state(reading) == f"Difference 1 of {count}" and "第六段" not in text.textCursor().block().text()


def blocks(text: QTextEdit):  # type: ignore[no-untyped-def]
    block = text.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def test_two_that_are_selected_are_compared(reading: Desktop) -> None:
    reading.press("Ctrl+A", reading.window.listing.view)
    reading.press("Ctrl+Shift+D", reading.window.listing.view)
    reading.wait(lambda: state(reading).endswith("paragraphs differ."))


def test_without_another_print_it_is_said_what_can_be_compared(start: Callable[[], Desktop], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("標題在這裡\n正文說的是民生問題。", "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / "a.txt"])
    desktop.wait(lambda: desktop.title() == "標題在這裡")
    desktop.press("Ctrl+Shift+D", desktop.window.view.pane)
    assert desktop.window.notice.words == "Select two articles in the list, or open one that has a reprint."
