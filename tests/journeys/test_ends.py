"""The ends of a highlight are moved by mouse and by keys; it is grown, parted and joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor

import making
import menus
from desktop import Desktop
from pulling import grab, pull, send
from reader.domain.highlight import Highlight
from reader.services import edits, tagging
from reader.storage import journal
from reader.widgets.handles import Handle

TEXT = "我市召開會議\n第一段，說的是民生(shēng)😀問題。第二句說經濟發展！\n第二段說的是e\u0301教育。"


@pytest.fixture
def reading(start: Callable[[], Desktop]) -> Desktop:
    desktop = start()
    making.add(desktop.program.session.db, TEXT)
    desktop.window.listing.model.reload()
    desktop.window.open_last()
    return desktop


def marked(reading: Desktop, words: str) -> Highlight:
    """Highlight words; it is the chosen one then."""
    reading.drag_over(words)
    reading.press("H", reading.window.view.pane)
    return next(each for each in reading.stored() if each.quote == words)


def quotes(reading: Desktop) -> list[str]:
    return [each.quote for each in reading.stored()]


def shown(reading: Desktop) -> list[str]:
    """The words under each highlight as it is painted."""
    pane = reading.window.view.pane
    assert pane.page is not None
    at = pane.page.units.to_points
    return [TEXT[at(start) : at(end)] for start, end, _ in pane.underlay.highlights.all.values()]


def handle(reading: Desktop, name: str) -> Handle:
    found = reading.control(name)
    assert isinstance(found, Handle) and min(found.width(), found.height()) >= 28
    return found


def steps(reading: Desktop) -> list[str]:
    return [step.kind for step in journal.history(reading.program.session.db)]


def put_caret(reading: Desktop, before: str) -> None:
    pane = reading.window.view.pane
    cursor = pane.document().find(before)
    cursor.setPosition(cursor.selectionStart())
    pane.setTextCursor(cursor)


# ---- by mouse


def test_a_handle_is_dragged_the_highlight_follows_and_it_is_one_step(reading: Desktop) -> None:
    before = marked(reading, "說的是")
    _, end = reading.ends_of("說的是")
    _, further = reading.ends_of("😀問題")
    pull(handle(reading, "handleEnd"), further - end, drop=False)
    assert shown(reading) == ["說的是民生(shēng)😀問題"] and quotes(reading) == ["說的是"]
    at = handle(reading, "handleEnd")
    send(at, QEvent.Type.MouseButtonRelease, at.geometry().center())
    [after] = reading.stored()
    assert (after.quote, after.uid) == ("說的是民生(shēng)😀問題", before.uid)
    assert reading.window.panel.card.highlight == after.id and reading.window.view.pane.underlay.selected == after.id
    reading.press("Ctrl+Z", reading.window.view.pane)
    assert quotes(reading) == shown(reading) == ["說的是"]
    assert steps(reading) == ["resize", "highlight", "import"]  # the first of which is undone


def test_escape_leaves_the_highlight_as_it_was(reading: Desktop) -> None:
    marked(reading, "說的是")
    (start, _), (further, _) = reading.ends_of("說的是"), reading.ends_of("一段")
    pull(handle(reading, "handleStart"), further - start, drop=False)
    assert shown(reading) == ["一段，說的是"]
    reading.press("Esc", reading.window.view.pane)
    at = handle(reading, "handleStart")
    send(at, QEvent.Type.MouseButtonRelease, at.geometry().center())
    assert shown(reading) == quotes(reading) == ["說的是"]
    assert reading.window.view.pane.underlay.selected is not None  # only a second one lets go of the highlight
    assert steps(reading) == ["highlight", "import"]


def test_dragged_over_the_other_end_it_goes_on_beyond(reading: Desktop) -> None:
    marked(reading, "說的是")
    (_, end), (further, _) = reading.ends_of("說的是"), reading.ends_of("一段")
    pull(handle(reading, "handleEnd"), further - end)
    assert quotes(reading) == shown(reading) == ["一段，"]


def test_with_alt_it_goes_from_word_to_word(reading: Desktop) -> None:
    marked(reading, "句說")
    (_, end), (_, further) = reading.ends_of("句說"), reading.ends_of("經濟發")
    pull(handle(reading, "handleEnd"), further - end, alt=True)
    assert quotes(reading)[0] in ("句說經濟", "句說經濟發展")


def test_no_end_comes_between_a_character_and_its_reading(reading: Desktop) -> None:
    marked(reading, "說的是")
    (_, end), (_, further) = reading.ends_of("說的是"), reading.ends_of("(sh")
    pull(handle(reading, "handleEnd"), further - end)
    assert quotes(reading)[0] in ("說的是民", "說的是民生(shēng)")


def test_a_click_on_a_handle_is_one_on_the_text_below_it(reading: Desktop) -> None:
    first, second = marked(reading, "說的是民"), marked(reading, "是民生")
    reading.window.view.pane.select_highlight(first.id)
    at = handle(reading, "handleEnd")
    where = grab(at)
    send(at, QEvent.Type.MouseButtonRelease, where)
    assert reading.window.panel.card.highlight in (second.id, first.id, None)
    assert not reading.window.view.handles.dragging
    assert quotes(reading) == ["說的是民", "是民生"]


def test_dropped_on_the_words_of_another_one_both_are_one_and_that_is_said(reading: Desktop) -> None:
    marked(reading, "說的是民")
    marked(reading, "說的是")
    (_, end), (_, further) = reading.ends_of("說的是"), reading.ends_of("是民")
    pull(handle(reading, "handleEnd"), further - end)
    assert quotes(reading) == ["說的是民"]
    assert reading.window.notice.words == "Joined with the highlight of the same words."
    reading.click("noticeButton")
    assert quotes(reading) == ["說的是民", "說的是"]


def test_what_cannot_be_stored_is_shown_as_it_was(reading: Desktop) -> None:
    marked(reading, "說的是")
    (_, end), (_, further) = reading.ends_of("說的是"), reading.ends_of("是民")
    with making.another_writer(reading.program.session.path):
        pull(handle(reading, "handleEnd"), further - end)
    assert "being written by another program" in reading.window.notice.words
    assert quotes(reading) == shown(reading) == ["說的是"]
    reading.press("Shift+Alt+Right", reading.window.view.pane)
    assert quotes(reading) == shown(reading) == ["說的是民"]


def test_after_what_could_not_be_stored_keys_change_nothing_that_was(reading: Desktop) -> None:
    pane = reading.window.view.pane
    marked(reading, "經濟")
    marked(reading, "說的是")
    reading.press("Shift+Alt+Right", pane)
    reading.press("E", pane)
    with making.another_writer(reading.program.session.path):
        reading.press("Shift+Alt+Right", pane)
    reading.press("Shift+Alt+Right", pane)
    assert sorted(map(len, quotes(reading))) == [3, 4] and steps(reading)[:2] == ["resize", "resize"]


# ---- by keys


def test_keys_move_both_ends_by_signs_and_what_is_pressed_within_a_moment_is_one_step(reading: Desktop) -> None:
    pane = reading.window.view.pane
    marked(reading, "說的是")
    seen = []
    for _ in range(4):
        reading.press("Shift+Alt+Right", pane)
        seen.append(quotes(reading)[0][3:])
    assert seen == ["民", "民生(shēng)", "民生(shēng)😀", "民生(shēng)😀問"]
    for keys in ("Shift+Alt+Left", "Shift+Alt+Left", "Alt+Left", "Alt+Left", "Alt+Right"):
        reading.press(keys, pane)
    assert quotes(reading) == shown(reading) == ["，說的是民生(shēng)"]
    assert steps(reading) == ["resize", "highlight", "import"]
    reading.press("Ctrl+Z", pane)
    assert quotes(reading) == ["說的是"]
    reading.press("Ctrl+Shift+Z", pane)
    assert quotes(reading) == ["，說的是民生(shēng)"]


def test_keys_move_both_ends_by_words(reading: Desktop) -> None:
    pane = reading.window.view.pane
    marked(reading, "句說")
    reading.press("Ctrl+Shift+Alt+Right", pane)
    grown = quotes(reading)[0]
    assert grown in ("句說經濟", "句說經濟發展")
    reading.press("Shift+Alt+Up", pane)
    assert quotes(reading)[0] in ("句說", "句") or len(quotes(reading)[0]) < len(grown)
    reading.press("Ctrl+Alt+Left", pane)
    assert quotes(reading)[0].startswith(("二句", "第二句"))


def test_after_a_moment_or_for_another_highlight_a_new_step_begins(reading: Desktop) -> None:
    pane = reading.window.view.pane
    marked(reading, "經濟")
    reading.press("Shift+Alt+Right", pane)
    reading.window.reshaping._moment.timeout.emit()
    reading.press("Shift+Alt+Right", pane)
    marked(reading, "說的")
    reading.press("Shift+Alt+Right", pane)
    assert steps(reading) == ["resize", "highlight", "resize", "resize", "highlight", "import"]


def test_what_could_not_be_stored_goes_on_with_no_step_of_another_highlight(reading: Desktop) -> None:
    pane = reading.window.view.pane
    second = marked(reading, "經濟")
    marked(reading, "說的")
    reading.press("Shift+Alt+Right", pane)
    pane.select_highlight(second.id)
    with making.another_writer(reading.program.session.path):
        reading.press("Shift+Alt+Right", pane)
    assert "being written by another program" in reading.window.notice.words
    reading.press("Shift+Alt+Right", pane)
    assert quotes(reading) == shown(reading) == ["說的是", "經濟發"]
    assert steps(reading) == ["resize", "resize", "highlight", "highlight", "import"]


def test_what_keys_meet_on_the_way_stays_apart(reading: Desktop) -> None:
    pane = reading.window.view.pane
    other, number = marked(reading, "說的是民"), marked(reading, "說的是")
    reading.press("Shift+Alt+Right", pane)
    assert [each.id for each in reading.stored()] == [number.id]
    reading.press("Shift+Alt+Right", pane)
    assert [(each.id, each.quote) for each in reading.stored()] == [
        (number.id, "說的是民生(shēng)"),
        (other.id, "說的是民"),
    ]


def test_a_highlight_grows_to_the_sentence_and_to_the_paragraph(reading: Desktop) -> None:
    pane = reading.window.view.pane
    marked(reading, "經濟")
    reading.press("Shift+Alt+S", pane)
    assert quotes(reading) == ["第二句說經濟發展！"]
    reading.press("Shift+Alt+S", pane)
    assert reading.window.notice.words == "The highlight covers all of that already."
    reading.press("Shift+Alt+P", pane)
    assert quotes(reading) == [TEXT.split("\n")[1]]
    assert steps(reading)[:2] == ["resize", "resize"]
    put_caret(reading, "教育")
    reading.press("Esc", pane)
    reading.press("Shift+Right", pane)
    reading.press("Shift+Alt+S", pane)
    selected = pane.selection()
    assert selected is not None and selected.of(TEXT) == "第二段說的是e\u0301教育。"


def test_it_is_parted_at_the_caret_and_joined_again(reading: Desktop) -> None:
    pane, window = reading.window.view.pane, reading.window
    session = window.session
    tag, _ = tagging.add(session.db, "民生")
    whole = marked(reading, "說的是民生(shēng)😀問題")
    session.perform(lambda db: edits.add_tags(db, whole.id, [tag]))
    put_caret(reading, "民生")
    reading.press("Shift+Alt+X", pane)
    first, second = reading.stored()
    assert (first.quote, second.quote) == ("說的是", "民生(shēng)😀問題") and first.tags == second.tags == (tag,)
    assert window.notice.words.startswith("Highlight split in two") and window.panel.card.highlight == first.id
    reading.press("Shift+Alt+J", pane)
    [one] = reading.stored()
    assert one._replace(updated="") == whole._replace(tags=(tag,), updated="")
    reading.press("Shift+Alt+J", pane)
    assert window.notice.words == "No highlight follows that this one could be joined with."


def test_a_caret_at_its_end_parts_nothing(reading: Desktop) -> None:
    pane = reading.window.view.pane
    marked(reading, "說的是")
    reading.press("Shift+Alt+X", pane)
    assert quotes(reading) == ["說的是"] and "words on both sides" in reading.window.notice.words


def test_without_a_highlight_they_say_what_is_missing(reading: Desktop) -> None:
    pane = reading.window.view.pane
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    for keys in ("Shift+Alt+Right", "Shift+Alt+S", "Shift+Alt+X", "Shift+Alt+J"):
        reading.window.notice.hide()
        reading.press(keys, pane)
        assert reading.window.notice.words == "Choose a highlight first: click on it, or press E."


# ---- among others


def test_tab_walks_through_those_at_the_caret_both_ways(reading: Desktop) -> None:
    pane, card = reading.window.view.pane, reading.window.panel.card
    ids = [marked(reading, words).id for words in ("說的是民", "的是民", "是民")]
    seen = [card.highlight]
    for _ in range(3):
        reading.press("Tab", pane)
        seen.append(card.highlight)
    assert seen == [ids[2], ids[0], ids[1], ids[2]]
    reading.press("Shift+Tab", pane)
    assert card.highlight == ids[1] and pane.hasFocus()


def test_g_goes_to_the_next_one_with_the_same_tag(reading: Desktop) -> None:
    pane, session = reading.window.view.pane, reading.window.session
    tag, _ = tagging.add(session.db, "民生")
    ids = [marked(reading, words).id for words in ("會議", "民生", "經濟", "教育")]
    for number in (ids[0], ids[2], ids[3]):
        session.perform(lambda db, number=number: edits.add_tags(db, number, [tag]))
    seen = []
    for keys in ("E", "G", "G", "G", "Shift+G"):  # the last one made is the chosen one
        reading.press(keys, pane)
        seen.append(reading.window.panel.card.highlight)
    assert seen == [ids[0], ids[2], ids[3], ids[0], ids[3]]


def test_marking_the_same_words_again_is_no_step(reading: Desktop) -> None:
    pane = reading.window.view.pane
    tagging.add(reading.window.session.db, "民生")
    marked(reading, "說的是")
    before = steps(reading)
    reading.drag_over("說的是")
    reading.press("H", pane)
    assert quotes(reading) == ["說的是"] and steps(reading) == before
    assert reading.window.notice.words == "These words are highlighted like that already."


# ---- with the mouse alone


def choose(reading: Desktop, words: str, *names: str) -> None:
    """Choose an entry of the menu of the text, asked for at these words."""
    begin, end = reading.ends_of(words)
    menus.right_click(reading.window.view.pane.viewport(), (begin + end) / 2)
    menus.click(*names)


def test_the_menu_extends_parts_and_joins_it(reading: Desktop) -> None:
    sentence = "第一段，說的是民生(shēng)😀問題。"
    reading.drag_over("的是")
    choose(reading, "的是", "Highlight")
    assert quotes(reading) == ["的是"]
    choose(reading, "的是", "Extend to the sentence")
    assert quotes(reading) == [sentence]
    choose(reading, "說的", "Split at the caret")  # which is where the menu was asked for
    assert quotes(reading) == ["第一段，說", "的是民生(shēng)😀問題。"]
    reading.click_on_text("一段")
    choose(reading, "一段", "Join with the next highlight")
    assert quotes(reading) == [sentence]
    choose(reading, "一段", "Extend to the paragraph")
    assert quotes(reading) == [TEXT.split("\n")[1]]


def test_it_is_coloured_in_its_card_and_gone_on_from_in_the_menu_bar(reading: Desktop) -> None:
    first, second = marked(reading, "的是"), marked(reading, "經濟")
    reading.click_on_text("的是")
    reading.click("swatch-teal")
    assert [each.color for each in reading.stored()] == ["teal", ""] and reading.stored()[0].tags == ()
    for entry, chosen in (("Next highlight", second), ("Previous highlight", first)):
        menus.click_bar(reading.window.menuBar(), "Highlight", entry)
        assert reading.window.panel.card.highlight == chosen.id


def test_it_is_coloured_with_keys_alone(reading: Desktop) -> None:
    marked(reading, "民生")
    reading.press_until("F6", "highlightList")
    reading.press("Tab")
    reading.press("Right")
    reading.press("Space")
    assert [each.color for each in reading.stored()] == ["yellow"]
    reading.press("Ctrl+Z")
    assert [each.color for each in reading.stored()] == [""]
