"""Readings in brackets go back into the text, and out of it, by one command that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from desktop import Desktop
from reader import resources


def test_readings_are_put_back_and_lifted_out_again(start: Callable[[], Desktop]) -> None:
    desktop = start()
    desktop.window.collecting.import_paths([resources.path("samples") / "luyu-coastal-district.txt"])
    desktop.wait(lambda: desktop.window.view.article is not None and not desktop.window.status.activity.busy)
    pane = desktop.window.view.pane
    assert pane.page is not None and pane.page.article.glosses
    before = pane.page.article.text
    desktop.press("Ctrl+G", pane)
    assert not pane.page.article.glosses and len(pane.page.article.text) > len(before)
    assert "Readings in brackets switched" in desktop.window.notice.words
    desktop.press("Ctrl+G", pane)
    assert pane.page.article.text == before and pane.page.article.glosses
    desktop.press("Ctrl+Z", pane)
    desktop.press("Ctrl+Z", pane)
    assert pane.page.article.text == before
