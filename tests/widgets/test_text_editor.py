"""The editor knows of each change that the document goes through, and where the highlights are by then."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import making
from reader import theme
from reader.domain.correction import Correction
from reader.domain.highlight import Highlight, Span
from reader.domain.people import EVERYBODY, People
from reader.domain.rewriting import Rewriting
from reader.domain.tag import COLORS
from reader.domain.text import Utf16Map
from reader.models.page import Page
from reader.models.typography import Typography
from reader.widgets.text_editor import TextEditor

TEXT = "我市召開會議\n第一段😀說的是\u00a0民生問題。\n\n第二段\t有 English words。😀\n結尾"


def page(text: str = TEXT) -> Page:
    spans = [Span(at, at + 3) for at in range(0, len(text) - 3, 4)]
    marked = tuple(
        Highlight(number, "", 1, span, span.of(text), "", "", "", "", "") for number, span in enumerate(spans)
    )
    return replace(making.page(text), highlights=marked)


@pytest.fixture
def editor(qtbot: QtBot) -> TextEditor:
    made = TextEditor(theme.chosen("light"))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.begin(page(), Typography(), 0)
    return made


def shown(editor: TextEditor) -> str:
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText().replace("\u2029", "\n")


def tinted(editor: TextEditor) -> list[str]:
    return [each.cursor.selectedText().replace("\u2029", "\n") for each in editor.extraSelections()]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_it_knows_the_text(editor: TextEditor, seed: int) -> None:
    chance, texts = Random(seed), [TEXT]
    keys = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    for _ in range(250):
        units, length = Utf16Map(editor.correction.text), len(editor.correction.text)
        start = chance.randrange(length + 1)
        end = min(length, start + (chance.randrange(1, 9) if chance.random() < 0.4 else 0))
        cursor = editor.textCursor()
        cursor.setPosition(units.to_units(start))
        cursor.setPosition(units.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        luck = chance.random()
        if luck < 0.35:
            QTest.keyClick(editor, chance.choice(keys))
        elif luck < 0.7:
            editor.textCursor().insertText(chance.choice(("字", "一二\n三", "😀", "ab ", "\n\n")))
        elif luck < 0.85:
            editor.undo_step()
        else:
            editor.redo_step()
        assert shown(editor) == editor.correction.text
        texts.append(editor.correction.text)
    assert Rewriting(TEXT, editor.correction.replacements()).text == editor.correction.text
    while editor.correction.steps:
        editor.undo_step()
    assert shown(editor) == TEXT and editor.correction.replacements() == []


def test_tints_stay_on_their_words_while_somebody_types(editor: TextEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(tinted(editor)) > 5)
    before = tinted(editor)
    cursor = editor.document().find("民生")
    cursor.setPosition(cursor.selectionStart())
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, "abc")
    qtbot.waitUntil(lambda: any("abc" in each for each in tinted(editor)))
    assert [each.replace("abc", "") for each in tinted(editor)] == before
    editor.undo_step()
    qtbot.waitUntil(lambda: tinted(editor) == before)


def test_where_highlights_overlap_both_colours_show_and_those_of_analysts_where_these_have_some(
    editor: TextEditor, qtbot: QtBot
) -> None:
    one, other = (
        Highlight(number, "", 1, span, span.of(TEXT), color, "", analyst, "", "")
        for number, span, color, analyst in ((1, Span(0, 4), "red", "吳"), (2, Span(2, 6), "blue", "李"))
    )
    light, hues = theme.chosen("light"), {"吳": "green", "李": "purple"}
    for people, left, right in ((EVERYBODY, "red", "blue"), (People(None, hues), "green", "purple")):
        editor.begin(replace(page(), highlights=(one, other), people=people), Typography(), 0)
        qtbot.waitUntil(lambda: len(tinted(editor)) == 3)
        wanted = [(left,), (left, right), (right,)]
        shades = [each.format.background().color() for each in editor.extraSelections()]
        assert shades == [theme.tint(light, [COLORS[name] for name in names]) for names in wanted]
        assert tinted(editor) == ["我市", "召開", "會議"]


def test_another_text_follows_without_a_trace_of_the_first(editor: TextEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(editor, "abc")
    editor.begin(page("另一篇短文，只有一段。"), Typography(size=20), 4)
    assert editor.correction.steps == 0 and shown(editor) == "另一篇短文，只有一段。"
    qtbot.waitUntil(
        lambda: tinted(editor) == ["另一篇", "文，只", "一段。"][: len(tinted(editor))] and bool(tinted(editor))
    )
    assert editor.document().defaultFont().pointSizeF() == 20
    editor.set_theme(theme.chosen("dark"))
    editor.set_typography(Typography(size=12))
    assert editor.correction.steps == 0 and editor.document().defaultFont().pointSizeF() == 12


def test_a_draft_is_taken_up_where_it_was_left(editor: TextEditor) -> None:
    made = Correction(TEXT)
    made.begin_with(TEXT.replace("民生", "有關民生"))
    editor.begin(page(), Typography(), 0, made)
    assert editor.correction.steps == 1 and "有關民生" in shown(editor)
    editor.undo_step()
    assert shown(editor) == TEXT


def test_the_caret_and_the_first_line_stay_when_the_text_is_set_anew_or_the_window_is_resized(
    editor: TextEditor, qtbot: QtBot
) -> None:
    text = "\n".join(f"第{number}段" + "說的是民生問題，" * 20 for number in range(60))
    editor.begin(page(text), Typography(), text.index("第30段"))
    editor.select(text.index("第31段"), text.index("第31段") + 4)
    first = editor.place()
    for act in (
        lambda: editor.set_typography(Typography(size=30)),
        lambda: editor.resize(400, 300),
        lambda: editor.resize(700, 500),
        lambda: editor.set_typography(Typography()),
        lambda: editor.resize(600, 400),
    ):
        act()
        assert editor.textCursor().selectedText() == "第31段"
        assert abs(editor.place() - first) < 40  # another character of the line, which may be a longer one
    editor.verticalScrollBar().setValue(0)
    editor.set_typography(Typography(size=30))
    assert editor.verticalScrollBar().value() == 0
