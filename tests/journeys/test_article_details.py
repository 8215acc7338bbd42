"""The fields of an article are corrected, with undo."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop import Desktop
from reader.services import edits
from reader.services.importing import batch

SAMPLES = Path(__file__).parent.parent.parent / "resources" / "samples"


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    batch.import_files(desktop.program.session.db, [SAMPLES / "luyu-coastal-district.txt"])
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    desktop.press("Ctrl+I", desktop.window.view.pane)
    return desktop


def field(desktop: Desktop, name: str) -> QLineEdit:
    found = desktop.control(f"field-{name}")
    assert isinstance(found, QLineEdit)
    return found


def test_a_corrected_field_shows_everywhere_and_is_taken_back(reading: Desktop) -> None:
    place = reading.window.view.pane.place()
    assert field(reading, "source").text() == "鷺嶼在線"
    reading.type("鷺嶼日報", "field-source")
    reading.type("2021-09-17", "field-published")
    reading.press("Return", field(reading, "published"))
    [row] = reading.rows()
    assert (row.source, row.published) == ("鷺嶼日報", "2021-09-17")
    page = reading.window.view.pane.page
    assert page is not None and page.article.source == "鷺嶼日報"
    assert reading.window.view.pane.place() == place
    reading.press("Ctrl+Z", reading.window.view.pane)
    [row] = reading.rows()
    assert (row.source, row.published) == ("鷺嶼在線", "2021-09-16T18:07:52")
    assert "Article details changed" in reading.window.notice.words


def test_a_field_that_another_window_corrects_shows_here_too(reading: Desktop) -> None:
    reading.press("Esc", field(reading, "published"))
    pane, session = reading.window.view.pane, reading.program.session
    page = pane.page
    assert page is not None and "鷺嶼在線" in pane.accessibleDescription()
    with closing(session.library.connect()) as other:
        edits.set_fields(other, page.article.id, {"source": "鷺嶼日報"})
    session.look_for_changes()
    assert "鷺嶼日報" in pane.accessibleDescription()


def test_what_was_corrected_is_stored_before_the_article_is_read_again(reading: Desktop) -> None:
    reading.type("鷺嶼日報", "field-source")
    reading.type("yesterday", "field-published")
    reading.click("readAgain")
    problem = reading.control("problem")
    assert isinstance(problem, QLabel) and "yesterday is not a time such as" in problem.text()
    reading.type("2021-09-17", "field-published")
    reading.click("readAgain")
    [row] = reading.rows()
    assert (row.source, row.published) == ("鷺嶼日報", "2021-09-17")
    assert reading.control("readAgainDialog").isVisible() and not field_is_shown(reading)


def field_is_shown(desktop: Desktop) -> bool:
    return any(each.isVisible() for each in desktop.window.findChildren(QLineEdit, "field-source"))


def test_a_time_that_is_none_is_refused_in_the_dialog(reading: Desktop) -> None:
    for wrong in ("yesterday", "2021-13-01", "on 2021-09-16"):
        reading.type(wrong, "field-published")
        reading.press("Return", field(reading, "published"))
        problem = reading.control("problem")
        assert isinstance(problem, QLabel) and f"{wrong} is not a time such as" in problem.text()
    reading.press("Esc", field(reading, "published"))
    assert reading.rows()[0].published == "2021-09-16T18:07:52"
