"""Title, source and date are corrected where they stand: by a click on them, or by F2; Return stores, Escape leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop import Desktop
from reader import resources
from reader.domain.highlight import Span
from reader.services import edits
from reader.storage import articles


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    """A scraped page is open."""
    desktop = start()
    desktop.window.collecting.import_paths([resources.path("samples") / "luyu-coastal-district.txt"])
    desktop.wait(lambda: desktop.window.view.article is not None and not desktop.window.status.activity.busy)
    return desktop


def click_byline(desktop: Desktop, field: str) -> None:
    """Click a field where it stands under the title."""
    pane = desktop.window.view.pane
    assert pane.typeset is not None
    at = pane.typeset.adornments.byline_place().toPoint() + QPoint(4, 18)
    while pane.typeset.adornments.field_at(at) != field:
        at += QPoint(8, 0)
        assert at.x() < pane.viewport().width()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click_beside(desktop: Desktop) -> None:
    QTest.mouseClick(desktop.control("fieldsPopup"), Qt.MouseButton.LeftButton, pos=QPoint(-30, -30))


def test_a_click_on_the_source_lets_it_be_corrected(reading: Desktop) -> None:
    click_byline(reading, "source")
    field = reading.control("field-source")
    assert isinstance(field, QLineEdit) and field.text() == "鷺嶼在線"
    assert QApplication.focusWidget() is field and field.selectedText() == "鷺嶼在線"
    reading.type("鷺嶼日報", "field-source")
    reading.press("Return")
    assert reading.rows()[0].source == "鷺嶼日報"
    assert not reading.window.findChildren(QLineEdit, "field-source") or not field.isVisible()
    assert "Article details changed" in reading.window.notice.words
    reading.click("noticeButton")
    assert reading.rows()[0].source == "鷺嶼在線"


def test_a_click_on_the_date_goes_to_its_field_and_a_wrong_one_is_refused(reading: Desktop) -> None:
    click_byline(reading, "published")
    field = reading.control("field-published")
    assert QApplication.focusWidget() is field
    reading.type("2021-13-01", "field-published")
    reading.press("Return")
    problem = reading.control("problem")
    assert isinstance(problem, QLabel) and "2021-13-01 is not a time such as" in problem.text()
    reading.press("Esc")
    assert reading.rows()[0].published == "2021-09-16T18:07:52"


def test_the_title_is_corrected_and_highlights_stay_with_their_words(reading: Desktop) -> None:
    pane, session = reading.window.view.pane, reading.program.session
    page = pane.page
    assert page is not None
    at = page.article.text.index("生態優先")
    session.perform(lambda db: edits.highlight(db, page.article.id, at, at + 4))
    reading.press("F2", pane)
    reading.type("新的標題", "field-title")
    reading.press("Return")
    assert reading.title() == "新的標題" and pane.toPlainText().startswith("新的標題\n")
    assert reading.rows()[0].title == "新的標題"
    shift = len("新的標題") - len(page.article.title)
    assert [each.span for each in reading.stored()] == [Span(at + shift, at + shift + 4)]
    reading.press("Ctrl+Z", pane)
    assert reading.title() == page.article.title


def test_an_article_of_which_nothing_is_known_is_corrected_by_the_button_above_it(
    start: Callable[[], Desktop], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("標題在這裡\n正文說的是民生問題。", "utf-8")
    desktop = start()
    desktop.window.collecting.import_paths([tmp_path / "a.txt"])
    desktop.wait(lambda: desktop.title() == "標題在這裡")
    desktop.click("articleFIELDS")
    desktop.type("鷺嶼日報", "field-source")
    desktop.click("saveFields")
    assert desktop.rows()[0].source == "鷺嶼日報"


def test_what_was_typed_is_stored_by_a_click_beside(reading: Desktop) -> None:
    reading.press("F2", reading.window.view.pane)
    reading.type("鷺嶼日報", "field-source")
    click_beside(reading)
    assert reading.rows()[0].source == "鷺嶼日報"
    reading.press("F2", reading.window.view.pane)
    reading.type("yesterday", "field-published")
    reading.type("林", "field-author")
    click_beside(reading)
    problem, field = reading.control("problem"), reading.control("field-published")
    assert isinstance(problem, QLabel) and "yesterday is not a time such as" in problem.text()
    assert isinstance(field, QLineEdit) and QApplication.focusWidget() is field and field.text() == "yesterday"
    article = articles.get(reading.program.session.db, reading.rows()[0].id)
    assert article is not None and (article.author, article.published) == ("林", "2021-09-16T18:07:52")
    reading.type("2021-09-17", "field-published")
    click_beside(reading)
    assert reading.rows()[0].published == "2021-09-17" and not field.isVisible()


def test_a_title_that_is_empty_is_refused_in_its_field(reading: Desktop) -> None:
    click_byline(reading, "source")
    reading.type("鷺嶼日報", "field-source")
    reading.type(" ", "field-title")
    reading.press("Return")
    assert QApplication.focusWidget() is reading.control("field-title")
    assert reading.rows()[0].source == "鷺嶼日報" and reading.rows()[0].title
    reading.press("Esc")


def test_escape_leaves_all_as_it_was(reading: Desktop) -> None:
    before = reading.rows()
    reading.press("F2", reading.window.view.pane)
    reading.type("另一個", "field-author")
    reading.press("Esc")
    assert reading.rows() == before
    assert reading.program.session.next_undo().kind == "import"  # type: ignore[union-attr]
