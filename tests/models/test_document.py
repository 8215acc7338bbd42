"""The document shown is, character for character, the text stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from making import page
from reader import theme
from reader.domain.article import Image, Mark
from reader.domain.highlight import Span
from reader.models.document import ArticleDocument, Own, Styling, plain
from reader.models.page import MONSTER, Page
from reader.models.typography import SIZES, Typography, font_for, nearest
from unicode_texts import spans, texts

KINDS = ("title", "heading", "bold", "italic", "link", "item", "quote", "row", "image")


@pytest.fixture(scope="module")
def owner(qapp: QApplication) -> QObject:
    return QObject()


def typeset(made: Page, typography: Typography, name: str, owner: QObject) -> ArticleDocument:
    document = plain(made, owner)
    Styling(made, typography, theme.load(name), font_for(typography, "zh-Hant"), 500).apply(document)
    return document


def shown(document: QTextDocument) -> str:
    block, parts = document.begin(), []
    while block.isValid():
        parts.append(block.text())
        block = block.next()
    return "\n".join(parts)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_any_text_is_shown_as_it_is_stored(owner: QObject, text: str) -> None:
    made = page(text)
    document = typeset(made, Typography(), "light", owner)
    assert shown(document) == text
    assert document.characterCount() - 1 == made.units.to_units(len(text))


def test_a_seam_within_a_word_changes_nothing_of_how_it_is_shown(owner: QObject) -> None:
    made = Page(replace(page("头发" * MONSTER).article, language="zh-Hans"))
    assert "发" in {made.article.text[seam] for seam in made.seams}  # the word is cut there
    assert shown(plain(made, owner, "traditional")).replace("\n", "") == "頭髮" * MONSTER


@given(spans(), st.sampled_from(KINDS), st.sampled_from(["", "1", "2.", "3", "javascript:1", "file:///etc/passwd"]))
@settings(max_examples=200, deadline=None)
def test_marks_change_no_character(owner: QObject, found: tuple[str, Span], kind: str, value: str) -> None:
    text, span = found
    value = "1" if kind in ("item", "heading") and not value[:1].isdigit() else value
    made = page(text, Mark(span.start, span.end, kind, value))  # type: ignore[arg-type]
    document = typeset(made, Typography(glosses="ruby", justified=True), "dark", owner)
    assert shown(document) == text


@pytest.mark.parametrize("text", ["\ufffc", "前文\ufffc後文"], ids=["alone", "in a line"])
@pytest.mark.parametrize("value", ["?城市地圖", "0"], ids=["left out", "damaged"])
def test_the_words_of_a_picture_that_cannot_be_shown_stand_in_its_place(owner: QObject, text: str, value: str) -> None:
    at = text.index("\ufffc")
    made = replace(page(text, Mark(at, at + 1, "image", value)), image=lambda _: Image("image/png", b"?", "城市地圖"))
    cursor = QTextCursor(typeset(made, Typography(), "light", owner))
    cursor.setPosition(at + 1)
    assert cursor.charFormat().property(Own.CAPTION) == "城市地圖"
    assert cursor.charFormat().property(Own.WIDTH) > 4 * 14


def test_no_resource_is_ever_loaded(owner: QObject, tmp_path: object) -> None:
    document = typeset(page("正文"), Typography(), "light", owner)
    for address in ("file:///etc/passwd", "http://127.0.0.1:9/x.png", "qrc:/x"):
        assert document.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)).isNull()


def test_sizes_go_up_and_down_the_same_steps() -> None:
    typography, seen = Typography(size=8), [8.0]
    while typography.larger() != typography:
        typography = typography.larger()
        seen.append(typography.size)
    assert seen == [float(size) for size in SIZES]
    assert nearest(15.2) == 16 and nearest(1) == 8 and nearest(500) == 72
