"""The tag tree of the sidebar: changed by mouse, keys and menu, each change taken back; folded; long names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QRadioButton,
    QToolButton,
    QToolTip,
    QTreeView,
    QWidget,
)

import making
from desktop import Desktop
from reader.actions import Act
from reader.domain.change import EVERYTHING
from reader.domain.tag import LEVELS
from reader.models.tag_items import COUNT, PATH, TAG
from reader.models.tag_matches import ABOVE
from reader.services import annotating, edits, tagging, tags_together
from reader.widgets import attempts
from reader.widgets.tag_tree import TagTreeView

PATHS = ("經濟/海洋", "經濟/農業/稻米", "安全/農業")


@pytest.fixture
def tagged(start: Callable[[], Desktop]) -> Desktop:
    """An article with a highlight that has two of the tags."""
    desktop = start()
    db = desktop.program.session.db
    making.add(db)
    for path in PATHS:
        tagging.add(db, path)
    tagging.highlight_with(db, 1, 0, 2, ["經濟/農業", "安全/農業"], note="", color="", analyst="")
    desktop.program.session.tell(EVERYTHING)
    desktop.window.open_last()
    return desktop


def tree(desktop: Desktop) -> QTreeView:
    found = desktop.control("tagTree")
    assert isinstance(found, QTreeView)
    return found


def paths(desktop: Desktop) -> list[str]:
    """What can be seen of the tree, from top to bottom."""
    found, index = list[str](), tree(desktop).model().index(0, 0)
    while index.isValid():
        found.append(index.data(PATH))
        index = tree(desktop).indexBelow(index)
    return found


def selected(desktop: Desktop) -> list[str]:
    return [index.data(PATH) for index in tree(desktop).selectedIndexes()]


def index_of(desktop: Desktop, path: str) -> QModelIndex:
    index = tree(desktop).model().index(0, 0)
    while index.data(PATH) != path:
        index = tree(desktop).indexBelow(index)
        assert index.isValid(), path
    return index


def go_to(desktop: Desktop, path: str) -> QTreeView:
    """Walk to a tag with the arrow keys."""
    view = tree(desktop)
    view.setFocus()
    desktop.press("Home", view)
    while view.currentIndex().data(PATH) != path:
        before = view.currentIndex()
        desktop.press("Down", view)
        assert view.currentIndex() != before, path
    return view


def ask_for_menu(view: QWidget) -> None:
    """The menu key: Qt names the middle of the widget, whatever is there."""
    middle = view.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view, event)


def choose(desktop: Desktop, *words: str) -> None:
    """Choose an entry of the open menu, or of one of its menus."""
    menu = whole = desktop.control("tagMenu")
    for word in words[:-1]:
        assert isinstance(menu, QMenu)
        menu = next(action.menu() for action in menu.actions() if action.text() == word)  # type: ignore[assignment]
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().split("\t")[0] == words[-1]).trigger()
    whole.close()


def found(desktop: Desktop, path: str) -> int:
    tag = desktop.program.session.tree().find(path)
    assert tag is not None
    return tag.id


def rename_in_place(desktop: Desktop, name: str) -> None:
    """Give the current tag another name, on its row."""
    desktop.press("F2", tree(desktop))
    desktop.type(name, "nameInPlace")
    desktop.press("Return", desktop.control("nameInPlace"))
    desktop.wait(lambda: not tree(desktop).findChildren(QLineEdit))  # Qt stores it once the key is done with


def field(desktop: Desktop) -> QLineEdit | None:
    """The field on a tag's row, if there is one."""
    return next((each for each in tree(desktop).findChildren(QLineEdit) if each.isVisible()), None)


def refused(desktop: Desktop, name: str) -> None:
    """Give the current tag a name that it cannot have: the field stays, or rather comes again."""
    desktop.press("F2", tree(desktop))
    desktop.type(name, "nameInPlace")
    before = field(desktop)
    desktop.press("Return", before)
    desktop.wait(lambda: field(desktop) not in (None, before))
    assert (again := field(desktop)) is not None and again.text() == name


def test_a_name_that_no_tag_can_have_is_there_to_be_mended(tagged: Desktop) -> None:
    go_to(tagged, "經濟/農業")
    refused(tagged, "農業/林業")
    assert "/" in tagged.window.notice.words
    tagged.type("林業", "nameInPlace")
    tagged.press("Return", field(tagged))
    tagged.wait(lambda: not tree(tagged).findChildren(QLineEdit))
    assert "經濟/林業/稻米" in paths(tagged)
    refused(tagged, "a/b")
    tagged.press("Escape", field(tagged))
    tagged.wait(lambda: not tree(tagged).findChildren(QLineEdit))
    tagged.press("F2", tree(tagged))
    assert (left := field(tagged)) is not None and left.text() == "林業"


@pytest.mark.parametrize("by_another", [False, True], ids=["here", "by another window"])
def test_the_list_follows_a_tag_into_the_one_that_it_is_merged_into(tagged: Desktop, by_another: bool) -> None:
    go_to(tagged, "經濟/農業")
    tagged.press("Return", tree(tagged))
    listing, session = tagged.window.listing, tagged.program.session
    assert listing.model.rowCount() == 1 and tagged.window.choosing.said == "經濟/農業"
    gone, into = found(tagged, "經濟/農業"), found(tagged, "經濟/海洋")
    perform = tagged.elsewhere if by_another else session.perform
    perform(lambda db: tags_together.merge(db, [gone, found(tagged, "安全")], into))
    assert tagged.window.choosing.said == "經濟/海洋" and selected(tagged) == ["經濟/海洋"]
    perform(lambda db: tagging.merge(db, into, tagging.ensure(db, "水")))
    assert tagged.window.choosing.said == "水"
    tagged.wait(lambda: listing.model.rowCount() == 1)
    perform(edits.undo)
    undone(tagged)
    tagged.wait(lambda: tagged.window.choosing.said == "經濟/農業")
    assert selected(tagged) == [tree(tagged).currentIndex().data(PATH)] == ["經濟/農業"]


def test_a_name_that_is_being_typed_stays_while_highlights_get_the_tag(tagged: Desktop) -> None:
    for at, name in enumerate(("half typed", "")):
        tagged.press("F2", go_to(tagged, "經濟/農業"))
        if name:
            tagged.type(name, "nameInPlace")
        editor = field(tagged)
        assert editor is not None
        seen, chosen, count = editor.text(), editor.selectedText(), tree(tagged).currentIndex().data(COUNT)
        tagged.program.session.perform(
            lambda db, at=at: edits.highlight(db, 1, at, at + 1, tags=[found(tagged, "經濟/農業")])
        )
        tagged.wait(lambda count=count: tree(tagged).currentIndex().data(COUNT) > count)
        assert (editor.text(), editor.selectedText()) == (seen, chosen)
        tagged.press("Escape", editor)
        tagged.wait(lambda: not tree(tagged).findChildren(QLineEdit))


def undone(desktop: Desktop) -> str:
    """What Edit > Undo says, and what is to be seen once it is done."""
    command = desktop.window.commands[Act.UNDO]
    said = command.text()
    command.trigger()
    return said


def merge_as_said(desktop: Desktop, path: str, *lines: str) -> None:
    """Merge with Enter in the dialog that came up: the tag is chosen there, and what merging changes is said."""
    current, preview = desktop.control("tagMatches"), desktop.control("tagPreview")
    assert isinstance(current, QListView) and isinstance(preview, QLabel)
    assert current.currentIndex().data(ABOVE) + current.currentIndex().data() == path
    assert current.viewport().rect().contains(current.visualRect(current.currentIndex()))
    assert preview.text().splitlines()[1:] == [*lines]
    desktop.press("Return", desktop.control("tagField"))


def test_a_name_that_a_sibling_has_offers_to_merge_the_two(tagged: Desktop) -> None:
    tagged.press("Alt+Return", go_to(tagged, "經濟/農業"))
    tagged.type("海洋", "tagName")
    tagged.press("Return", tagged.control("tagName"))
    problem = tagged.control("problem")
    assert isinstance(problem, QLabel) and problem.text() == "There is a tag 經濟/海洋 already."
    tagged.click("mergeTags")
    merge_as_said(tagged, "經濟/海洋", "1 highlight gets 海洋.", "1 tag below moves to 海洋.")
    assert paths(tagged) == ["安全", "安全/農業", "經濟", "經濟/海洋", "經濟/海洋/稻米"]
    assert undone(tagged) == "Undo: Tags merged: 經濟/農業 → 經濟/海洋"
    assert paths(tagged) == ["安全", "安全/農業", "經濟", "經濟/海洋", "經濟/農業", "經濟/農業/稻米"]


def test_what_comes_off_beside_a_tag_that_excludes_its_siblings_is_told(tagged: Desktop) -> None:
    session = tagged.program.session
    session.perform(lambda db: tagging.set_exclusive(db, found(tagged, "經濟/海洋"), True))
    tagged.window.tagging.ask_to_merge_into(found(tagged, "安全/農業"), found(tagged, "經濟/海洋"))
    loses = "1 highlight loses a tag that may not stand beside the new one."
    merge_as_said(tagged, "經濟/海洋", "1 highlight gets 海洋.", loses)
    tree_now = session.tree()
    assert [each.highlights for each in tree_now if each.name in ("海洋", "農業")] == [1, 0]


def test_the_offer_goes_with_the_name(tagged: Desktop) -> None:
    tagged.press("Alt+Return", go_to(tagged, "經濟/農業"))
    tagged.type("海洋", "tagName")
    tagged.press("Return", tagged.control("tagName"))
    button = tagged.control("mergeTags")
    tagged.type("林業", "tagName")
    assert not button.isVisible()
    tagged.press("Return", tagged.control("tagName"))
    assert "經濟/林業" in paths(tagged)


def test_a_tag_is_renamed_in_place(tagged: Desktop) -> None:
    go_to(tagged, "經濟/農業")
    rename_in_place(tagged, "林業")
    assert "經濟/林業/稻米" in paths(tagged) and tree(tagged).currentIndex().data(PATH) == "經濟/林業"
    assert undone(tagged).startswith("Undo: Tag renamed")
    tagged.press("F2", go_to(tagged, "經濟/農業"))
    tagged.type("never", "nameInPlace")
    tagged.press("Escape", tagged.control("nameInPlace"))
    assert "經濟/農業/稻米" in paths(tagged)
    go_to(tagged, "經濟/農業")
    rename_in_place(tagged, "海洋")
    assert tagged.window.notice.words == "There is a tag 經濟/海洋 already."
    tagged.click("noticeButton")
    merge_as_said(tagged, "經濟/海洋", "1 highlight gets 海洋.", "1 tag below moves to 海洋.")
    assert paths(tagged) == ["安全", "安全/農業", "經濟", "經濟/海洋", "經濟/海洋/稻米"]


def test_the_tag_that_has_the_name_is_chosen_in_the_dialog_however_many_there_are(tagged: Desktop) -> None:
    with tagged.program.session.library.another() as other:
        for number in range(60):
            tagging.add(other, f"A/{number}")
    tagged.program.session.look_for_changes()
    go_to(tagged, "經濟/農業")
    rename_in_place(tagged, "海洋")
    tagged.click("noticeButton")
    merge_as_said(tagged, "經濟/海洋", "1 highlight gets 海洋.", "1 tag below moves to 海洋.")
    assert undone(tagged) == "Undo: Tags merged: 經濟/農業 → 經濟/海洋"
    go_to(tagged, "經濟/農業")
    rename_in_place(tagged, "海洋")
    tagged.click("noticeButton")
    tagged.press("Escape", tagged.control("tagField"))
    assert "經濟/農業/稻米" in paths(tagged)


@pytest.mark.parametrize("gone", ["經濟/海洋", "經濟/農業"])
def test_an_offer_to_merge_what_another_window_deleted_says_that_it_is_gone(tagged: Desktop, gone: str) -> None:
    go_to(tagged, "經濟/農業")
    rename_in_place(tagged, "海洋")
    tagged.elsewhere(lambda db: tagging.delete(db, found(tagged, gone)))
    tagged.click("noticeButton")
    assert "was deleted meanwhile" in tagged.window.notice.words


def test_the_undo_button_takes_back_the_name_that_is_being_typed_and_nothing_else(tagged: Desktop) -> None:
    tagged.press("F2", go_to(tagged, "經濟/農業"))
    tagged.type("林業", "nameInPlace")
    tagged.click("buttonUNDO")
    assert tagged.window.notice.words == "Undone: Tag renamed: 經濟/農業 → 林業"
    assert field(tagged) is None and "經濟/農業" in paths(tagged) and len(tagged.stored()) == 1
    tagged.press("F2", go_to(tagged, "經濟/農業"))
    tagged.type("海洋", "nameInPlace")
    tagged.click("buttonUNDO")
    assert tagged.window.notice.words == "There is a tag 經濟/海洋 already."
    assert len(tagged.stored()) == 1


def test_what_another_window_changes_of_a_tag_stays_where_its_dialog_changes_something_else(tagged: Desktop) -> None:
    tagged.press("Alt+Return", go_to(tagged, "經濟/農業"))
    tag = found(tagged, "經濟/農業")
    tagged.elsewhere(
        lambda db: tagging.save(db, tag, name="農", parent=None, color="teal", digit="5", description="別人的")
    )
    tagged.click("tagExclusive")
    tagged.type("我的", "tagDescription")
    tagged.press("Return", tagged.control("tagName"))
    now = tagged.program.session.tree().by_id[tag]
    assert (now.name, now.parent, now.color, now.shortcut) == ("農", None, "teal", "5")
    assert now.exclusive and now.description == "別人的\n我的"


def test_it_is_moved_in_its_dialog_recoloured_and_merged_in_its_menu(tagged: Desktop) -> None:
    ask_for_menu(go_to(tagged, "經濟/農業"))
    choose(tagged, "Merge into...")
    tagged.type("aq ny", "tagField")
    preview = tagged.control("tagPreview")
    assert isinstance(preview, QLabel)
    tagged.wait(lambda: "1 highlight has 農業 already" in preview.text())
    assert preview.text() == (
        "經濟/農業 is merged into 安全/農業 and deleted.\n1 highlight has 農業 already.\n1 tag below moves to 農業."
    )
    tagged.press("Return", tagged.control("tagField"))
    [highlight] = tagged.stored()
    assert len(highlight.tags) == 1  # it had both
    assert paths(tagged) == ["安全", "安全/農業", "安全/農業/稻米", "經濟", "經濟/海洋"]
    assert undone(tagged).startswith("Undo: Tags merged")
    assert len(tagged.stored()[0].tags) == 2
    ask_for_menu(go_to(tagged, "經濟"))
    choose(tagged, "Colour", "Pink")
    found = tagged.program.session.tree().find("經濟")
    assert found is not None and found.color == "pink"
    assert undone(tagged) == "Undo: Colour of a tag changed: 經濟"
    tagged.press("Alt+Return", go_to(tagged, "經濟/農業"))
    tagged.click("tagParent")
    tagged.type("daomi", "tagField")
    rows = tagged.control("tagMatches")
    assert isinstance(rows, QListView) and rows.model().rowCount() == 0  # not below itself
    tagged.type(" ", "tagField")
    tagged.press("Return", tagged.control("tagField"))
    tagged.press("Return", tagged.control("tagName"))
    assert "農業/稻米" in paths(tagged)
    assert undone(tagged).startswith("Undo: Tag changed")
    assert "經濟/農業/稻米" in paths(tagged)


def test_it_is_moved_below_a_tag_that_is_looked_for(tagged: Desktop) -> None:
    ask_for_menu(go_to(tagged, "經濟/農業"))
    choose(tagged, "Move to...")
    rows = tagged.control("tagMatches")
    assert isinstance(rows, QListView)
    assert rows.model().index(0, 0).data() == "To the top"
    tagged.type("haiy", "tagField")
    tagged.press("Return", tagged.control("tagField"))
    assert paths(tagged)[-3:] == ["經濟/海洋", "經濟/海洋/農業", "經濟/海洋/農業/稻米"]
    ask_for_menu(go_to(tagged, "經濟/海洋/農業"))
    choose(tagged, "Move to...")
    tagged.press("Return", tagged.control("tagField"))
    assert "農業/稻米" in paths(tagged)


def test_where_no_tag_fits_it_is_said_and_tab_goes_on_to_the_buttons(tagged: Desktop) -> None:
    ask_for_menu(go_to(tagged, "經濟/農業"))
    choose(tagged, "Move to...")
    words = tagged.control("tagField")
    tagged.type("haiy", "tagField")
    tagged.press("Tab", words)
    assert isinstance(words, QLineEdit) and words.text() == "haiy" and not words.hasFocus()
    tagged.type("xyz", "tagField")
    nothing = tagged.control("noTagFits")
    assert isinstance(nothing, QLabel) and nothing.text() == "No tag fits."
    tagged.type(" ", "tagField")
    assert not nothing.isVisible()
    tagged.press("Esc", words)


def test_a_tag_that_only_articles_have_is_deleted_in_words_about_articles(tagged: Desktop) -> None:
    tag = found(tagged, "經濟/海洋")
    tagged.program.session.perform(lambda db: annotating.tag_articles(db, [1], put=[tag]))
    tagged.press("Del", go_to(tagged, "經濟/海洋"))
    dialog = tagged.control("tagDeletion")
    [said] = [label.text() for label in dialog.findChildren(QLabel)]
    assert said == "經濟/海洋\n1 whole article has the tag."
    assert not any("highlight" in button.text() for button in dialog.findChildren(QRadioButton) if button.isVisible())
    tagged.press("Esc", dialog)


def test_with_alt_and_arrows_it_is_put_among_its_neighbours(tagged: Desktop) -> None:
    tagged.press("Alt+Down", go_to(tagged, "安全"))
    by_hand = ["經濟", "經濟/海洋", "經濟/農業", "經濟/農業/稻米", "安全", "安全/農業"]
    assert paths(tagged) == by_hand and tagged.settings.tag_order == "hand"
    tagged.press("Alt+Up", go_to(tagged, "經濟/農業"))
    assert paths(tagged)[1:4] == ["經濟/農業", "經濟/農業/稻米", "經濟/海洋"]
    tagged.press("Alt+Up", tree(tagged))  # it is the first one already
    assert tree(tagged).currentIndex().data(PATH) == "經濟/農業"
    tagged.press("Alt+Right", go_to(tagged, "經濟/海洋"))
    assert "經濟/農業/海洋" in paths(tagged)
    tagged.press("Alt+Left", tree(tagged))
    tagged.press("Alt+Left", tree(tagged))
    assert "海洋" in paths(tagged) and tree(tagged).currentIndex().data(PATH) == "海洋"
    for _ in range(5):
        undone(tagged)
    assert paths(tagged)[0] == "安全"


def test_a_digit_becomes_the_key_of_a_tag(tagged: Desktop) -> None:
    tagged.press("3", go_to(tagged, "安全"))
    found = tagged.program.session.tree().by_shortcut("3")
    assert found is not None and found.name == "安全"
    tagged.drag_over("民生")
    tagged.press("3", tagged.window.view.pane)
    assert tagged.stored()[-1].tags == (found.id,)
    tagged.press("3", go_to(tagged, "安全"))
    assert tagged.program.session.tree().by_shortcut("3") is None


def test_the_order_is_chosen_at_the_header_and_kept(tagged: Desktop, start: Callable[[], Desktop]) -> None:
    button = tagged.control("tagOrder")
    assert isinstance(button, QToolButton)
    next(action for action in button.menu().actions() if action.text() == "The most used first").trigger()
    tagged.program.session.perform(
        lambda db: tagging.highlight_with(db, 1, 3, 5, ["經濟/海洋"], note="", color="", analyst="")
    )
    tagged.program.session.perform(
        lambda db: tagging.highlight_with(db, 1, 6, 8, ["經濟/海洋"], note="", color="", analyst="")
    )
    assert paths(tagged)[:2] == ["經濟", "經濟/海洋"]
    assert paths(start())[:2] == ["經濟", "經濟/海洋"]


def in_the_order_menu(desktop: Desktop, words: str) -> None:
    """Choose an entry by keys: Tab leads to the button, Space opens its menu."""
    button = desktop.control("tagOrder")
    assert isinstance(button, QToolButton) and button.focusPolicy() & Qt.FocusPolicy.TabFocus
    menu = button.menu()
    menu.popup(QPoint(0, 0))
    for action in (each for each in menu.actions() if not each.isSeparator()):
        desktop.press("Down", menu)
        if action.text() == words:
            break
    assert menu.activeAction().text() == words
    desktop.press("Return", menu)


def test_those_used_last_stand_first_and_stay_so(tagged: Desktop, start: Callable[[], Desktop]) -> None:
    in_the_order_menu(tagged, "Recently used first")
    assert paths(tagged) == ["安全", "安全/農業", "經濟", "經濟/農業", "經濟/農業/稻米", "經濟/海洋"]
    session, ocean = tagged.program.session, found(tagged, "經濟/海洋")
    session.perform(lambda db: edits.tag_highlight(db, 1, ocean))
    assert paths(tagged) == ["經濟", "經濟/海洋", "經濟/農業", "經濟/農業/稻米", "安全", "安全/農業"]
    undone(tagged)
    assert paths(tagged)[0] == "安全"
    tagged.elsewhere(lambda db: edits.highlight(db, 1, 3, 5, tags=[ocean]))
    assert paths(tagged)[:2] == ["經濟", "經濟/海洋"]
    assert paths(start())[:2] == ["經濟", "經濟/海洋"]


def test_all_is_folded_and_unfolded_at_once(tagged: Desktop, start: Callable[[], Desktop]) -> None:
    go_to(tagged, "經濟/農業/稻米")
    in_the_order_menu(tagged, "Fold all")
    assert paths(tagged) == ["安全", "經濟"] and tree(tagged).currentIndex().data(PATH) == "經濟"
    in_the_order_menu(tagged, "Unfold all")
    assert len(paths(tagged)) == 6 and tree(tagged).currentIndex().data(PATH) == "經濟"
    tagged.window.sidebar.tagged.filter.setText("dao")
    button = tagged.control("tagOrder")
    assert isinstance(button, QToolButton)
    button.menu().aboutToShow.emit()
    enabled = {action.text(): action.isEnabled() for action in button.menu().actions()}
    assert not enabled["Fold all"] and not enabled["Unfold all"] and enabled["By hand"]
    tagged.window.sidebar.tagged.filter.clear()
    in_the_order_menu(tagged, "Fold all")
    assert paths(start()) == ["安全", "經濟"]


def drag(desktop: Desktop, what: list[str], at: QPoint, *, drop: bool = True) -> TagTreeView:
    """Drag tags to a place of the tree, as the mouse does."""
    view = desktop.window.sidebar.tags
    view.select([index_of(desktop, path).data(TAG) for path in what])
    data = desktop.window.sidebar.items.mimeData(view.selectedIndexes())
    dragged, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dragEnterEvent(QDragEnterEvent(at, dragged, data, left, none))
    view.dragMoveEvent(QDragMoveEvent(at, dragged, data, left, none))
    if drop:
        view.dropEvent(QDropEvent(QPointF(at), dragged, data, left, none))
    return view


def test_tags_are_dragged_into_another_one(tagged: Desktop) -> None:
    drag(tagged, ["經濟/海洋", "經濟/農業/稻米"], tree(tagged).visualRect(index_of(tagged, "安全")).center())
    assert paths(tagged) == ["安全", "安全/稻米", "安全/海洋", "安全/農業", "經濟", "經濟/農業"]
    assert tagged.window.notice.words == "2 tags moved."
    assert undone(tagged).startswith("Undo: 2 tags moved")
    drag(tagged, ["經濟/海洋"], tree(tagged).viewport().rect().bottomLeft() + QPoint(20, -4))
    assert "海洋" in paths(tagged)


def test_tags_are_dragged_between_others_and_stand_by_hand_then(tagged: Desktop) -> None:
    row = tree(tagged).visualRect(index_of(tagged, "安全"))
    view = drag(tagged, ["經濟"], row.topLeft() + QPoint(4, 1), drop=False)
    assert view.drop_shown is not None and view.drop_shown.line is not None
    drag(tagged, ["經濟"], row.topLeft() + QPoint(4, 1))
    assert paths(tagged)[0] == "經濟" and tagged.settings.tag_order == "hand" and view.drop_shown is None
    row = tree(tagged).visualRect(index_of(tagged, "經濟/海洋"))
    drag(tagged, ["安全/農業"], row.topLeft() + QPoint(4, 1))  # of another parent; there is one of its name
    assert tagged.window.notice.words == "There is a tag 經濟/農業 already."
    drag(tagged, ["安全"], row.topLeft() + QPoint(4, 1))
    assert paths(tagged)[:4] == ["經濟", "經濟/安全", "經濟/安全/農業", "經濟/海洋"]


def test_a_tag_cannot_be_dropped_into_itself(tagged: Desktop) -> None:
    before = paths(tagged)
    for path in ("經濟", "經濟/農業", "經濟/農業/稻米"):
        view = drag(tagged, ["經濟"], tree(tagged).visualRect(index_of(tagged, path)).center(), drop=False)
        assert view.drop_shown is None
        drag(tagged, ["經濟"], tree(tagged).visualRect(index_of(tagged, path)).center())
    assert paths(tagged) == before


def test_a_tag_dropped_where_there_is_one_of_its_name_may_be_merged(tagged: Desktop) -> None:
    drag(tagged, ["安全/農業"], tree(tagged).visualRect(index_of(tagged, "經濟")).center())
    assert tagged.window.notice.words == "There is a tag 經濟/農業 already."
    tagged.click("noticeButton")
    merge_as_said(tagged, "經濟/農業", "1 highlight has 農業 already.")
    assert paths(tagged) == ["安全", "經濟", "經濟/海洋", "經濟/農業", "經濟/農業/稻米"]
    assert len(tagged.stored()[0].tags) == 1


def test_deleting_says_what_goes_along_and_what_becomes_of_highlights(tagged: Desktop) -> None:
    ask_for_menu(go_to(tagged, "經濟"))
    choose(tagged, "Delete with 3 tags below it")
    dialog = tagged.control("tagDeletion")
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert said == ["經濟\n3 tags below are deleted too.\n1 highlight has one of these tags."]
    keep = tagged.control("keepHighlights")
    assert isinstance(keep, QRadioButton) and keep.text() == "&Keep them without it"
    tagged.press("Return", tagged.control("deleteTags"))
    assert tagged.window.notice.words == "Tag deleted with 3 tags below it: 經濟"
    assert paths(tagged) == ["安全", "安全/農業"] and len(tagged.stored()) == 1
    tagged.click("noticeButton")
    assert len(paths(tagged)) == 6
    tagged.press("Del", go_to(tagged, "經濟/海洋"))  # which nothing has
    assert tagged.window.notice.words == "Tag deleted: 經濟/海洋"


def test_a_tag_far_down_is_named_where_it_is_deleted_or_merged(tagged: Desktop) -> None:
    path = "關於進一步深化行政管理體制改革的若干意見/基層社會治理/推進治理能力現代化"
    session = tagged.program.session
    session.perform(lambda db: tagging.highlight_with(db, 1, 2, 4, [path], note="", color="", analyst=""))
    tagged.press("Del", go_to(tagged, path))
    dialog = tagged.control("tagDeletion")
    assert any("意見/基層社會治理/推進治理能力現代化\n" in label.text() for label in dialog.findChildren(QLabel))
    tagged.press("Esc", dialog)
    ask_for_menu(tree(tagged))
    choose(tagged, "Merge into...")
    assert tagged.control("tagChooser").windowTitle().endswith("意見/基層社會治理/推進治理能力現代化")
    tagged.press("Esc", tagged.control("tagField"))


def test_after_a_tag_is_deleted_keys_mean_the_one_beside_it(tagged: Desktop) -> None:
    for path in ("安全/農業", "安全"):
        tagging.merge(tagged.program.session.db, *(found(tagged, each) for each in (path, "經濟")))
    tagging.add(tagged.program.session.db, "經濟/林業")
    tagged.program.session.tell(EVERYTHING)
    view = go_to(tagged, "經濟/海洋")
    for after in ("經濟/林業", "經濟/農業"):
        tagged.press("Del", view)
        assert view.currentIndex().data(PATH) == after and view.hasFocus()
    tagged.press("Del", view)
    tagged.press("Return", tagged.control("deleteTags"))
    assert view.currentIndex().data(PATH) == "經濟"


def test_the_menu_says_the_keys_of_the_tree(tagged: Desktop) -> None:
    ask_for_menu(go_to(tagged, "經濟/海洋"))
    menu = tagged.control("tagMenu")
    assert isinstance(menu, QMenu)
    said = dict(action.text().split("\t") for action in menu.actions() if "\t" in action.text())
    menu.close()
    moving = {act: tagged.window.commands[act].shortcut().toString() for act in (Act.MOVE_TAGS, Act.MERGE_TAGS)}
    assert said == {"Show its articles": "Enter", "Rename": "F2", "Edit...": "Alt+Enter", "Delete": "Del"} | {
        "Move to...": moving[Act.MOVE_TAGS],
        "Merge into...": moving[Act.MERGE_TAGS],
    }


@pytest.mark.parametrize("act", ["merged", "deleted"])
def test_what_is_stopped_while_many_tags_are_merged_or_deleted_has_changed_nothing(
    tagged: Desktop, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    monkeypatch.setattr(attempts, "AT_ONCE", 10)
    before, there = paths(tagged), tagged.stored()
    view = go_to(tagged, "經濟/農業")
    if act == "merged":
        ask_for_menu(view)
        choose(tagged, "Merge into...")
        tagged.type("hy", "tagField")
    else:
        tagged.press("Del", view)
    with making.another_writer(tagged.program.session.path):
        tagged.press("Return", tagged.control("tagField" if act == "merged" else "deleteTags"))
        tagged.click("cancelJob")
    tagged.wait(lambda: tagged.window.notice.words == "Stopped; nothing was changed.")
    assert paths(tagged) == before and tagged.stored() == there


def test_no_more_is_deleted_with_a_tag_than_is_said(tagged: Desktop) -> None:
    tag, session = found(tagged, "經濟/農業"), tagged.program.session
    tagged.press("Del", go_to(tagged, "經濟/農業"))
    tagged.click("deleteHighlights")
    tagged.elsewhere(lambda db: edits.highlight(db, 1, 3, 5, tags=[tag]))
    delete = tagged.control("deleteHighlights")
    assert isinstance(delete, QRadioButton) and delete.isChecked() and delete.text() == "Delete 2 &highlights too"
    [said] = [label.text() for label in tagged.control("tagDeletion").findChildren(QLabel)]
    assert said == "經濟/農業\n1 tag below is deleted too.\n2 highlights have one of these tags."
    with session.library.another() as other:
        edits.highlight(other, 1, 6, 8, tags=[tag])
    tagged.click("deleteTags")
    assert tagged.window.notice.words.startswith("Something about these tags changed meanwhile")
    assert len(tagged.stored()) == 3 and "經濟/農業" in paths(tagged)
    session.look_for_changes()
    tagged.press("Del", go_to(tagged, "經濟/農業"))
    tagged.click("deleteHighlights")
    tagged.click("deleteTags")
    assert tagged.stored() == [] and "經濟/農業" not in paths(tagged)


def test_what_is_no_longer_there_to_be_deleted_is_not_chosen_any_more(tagged: Desktop) -> None:
    [highlight] = tagged.stored()
    tagged.press("Del", go_to(tagged, "經濟"))
    tagged.click("deleteHighlights")
    delete, keep = tagged.control("deleteHighlights"), tagged.control("keepHighlights")
    tagged.elsewhere(lambda db: edits.remove_highlights(db, [highlight.id]))
    assert not delete.isVisible() and isinstance(keep, QRadioButton) and keep.isChecked()
    tagged.elsewhere(lambda db: tagging.delete(db, found(tagged, "經濟")))
    assert not keep.isVisible() and "was deleted meanwhile" in tagged.window.notice.words


def test_no_more_is_merged_than_is_said(tagged: Desktop) -> None:
    tag = found(tagged, "經濟/農業")
    ask_for_menu(go_to(tagged, "經濟/農業"))
    choose(tagged, "Merge into...")
    tagged.type("haiyang", "tagField")
    preview = tagged.control("tagPreview")
    assert isinstance(preview, QLabel)
    tagged.wait(lambda: "1 highlight gets 海洋" in preview.text())
    tagged.elsewhere(lambda db: edits.highlight(db, 1, 3, 5, tags=[tag]))
    tagged.wait(lambda: "2 highlights get 海洋" in preview.text())
    with tagged.program.session.library.another() as other:
        edits.highlight(other, 1, 6, 8, tags=[tag])
    tagged.press("Return", tagged.control("tagField"))
    assert tagged.window.notice.words.startswith("Something about these tags changed meanwhile")
    assert "經濟/農業" in paths(tagged)


def test_highlights_of_a_deleted_tag_are_given_away_or_deleted_too(tagged: Desktop) -> None:
    tagged.press("Del", go_to(tagged, "經濟/農業"))
    tagged.click("giveHighlights")
    tagged.press("Return", tagged.control("deleteTags"))
    tagged.type("nongye", "tagField")
    matches = tagged.control("tagMatches")
    assert isinstance(matches, QListView) and matches.model().rowCount() == 1  # not those that are to be deleted
    tagged.type("haiyang", "tagField")
    tagged.press("Return", tagged.control("tagField"))
    assert paths(tagged) == ["安全", "安全/農業", "經濟", "經濟/海洋"] and len(tagged.stored()[0].tags) == 2
    undone(tagged)
    tagged.press("Del", go_to(tagged, "經濟/農業"))
    tagged.click("deleteHighlights")
    tagged.click("deleteTags")
    assert paths(tagged) == ["安全", "安全/農業", "經濟", "經濟/海洋"] and tagged.stored() == []
    undone(tagged)
    assert len(tagged.stored()) == 1 and len(paths(tagged)) == 6


def test_several_tags_are_listed_coloured_merged_and_deleted_together(tagged: Desktop) -> None:
    making.add(tagged.program.session.db, "另一篇\n沒有標籤。")
    tagged.program.session.perform(
        lambda db: tagging.highlight_with(db, 2, 0, 2, ["經濟/海洋"], note="", color="", analyst="")
    )
    tagged.program.session.tell(EVERYTHING)
    view = go_to(tagged, "安全/農業")
    view.setCurrentIndex(index_of(tagged, "安全/農業"))
    for path in ("經濟/海洋", "經濟/農業"):
        place = view.visualRect(index_of(tagged, path)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    tagged.press("Return", view)
    assert len(tagged.rows()) == 2
    assert tagged.control("tagFilter").text() == "Tag: 安全/農業 or 經濟/海洋 or 經濟/農業"  # type: ignore[attr-defined]
    ask_for_menu(view)
    choose(tagged, "Show articles with all of them")
    assert tagged.rows() == []
    ask_for_menu(view)
    choose(tagged, "Colour", "Teal")
    assert undone(tagged) == "Undo: Colour of 3 tags changed"
    ask_for_menu(view)
    choose(tagged, "Merge them into...")
    tagged.type("haiy", "tagField")
    tagged.press("Return", tagged.control("tagField"))
    assert paths(tagged) == ["安全", "經濟", "經濟/海洋", "經濟/海洋/稻米"]
    assert tagged.window.notice.words == "2 tags merged into one: 經濟/海洋"
    tagged.press("Ctrl+A", tree(tagged))
    tagged.press("Del", tree(tagged))
    tagged.press("Return", tagged.control("deleteTags"))
    assert paths(tagged) == [] and tagged.window.notice.words == "4 tags deleted."


def test_the_filter_shows_what_fits_and_lets_it_be_chosen(tagged: Desktop) -> None:
    for path in ("政策/住房", "高新區", "海外"):
        tagged.program.session.perform(lambda db, path=path: tagging.add(db, path))
    tagged.press("Left", go_to(tagged, "經濟"))
    tagged.type("hai", "tagsFilter")
    assert paths(tagged) == ["海外", "經濟", "經濟/海洋"]
    tagged.press("Down", tagged.control("tagsFilter"))
    assert tree(tagged).hasFocus() and tree(tagged).currentIndex().data(PATH) == "海外"
    tagged.type("nongye", "tagsFilter")
    tagged.press("Return", tagged.control("tagsFilter"))
    assert len(tagged.rows()) == 1
    tagged.type("xyz", "tagsFilter")
    assert paths(tagged) == []
    tagged.press("Escape", tagged.control("tagsFilter"))
    assert tree(tagged).hasFocus()
    assert paths(tagged) == ["安全", "安全/農業", "高新區", "海外", "經濟", "政策", "政策/住房"]  # folded as before


def filterable(desktop: Desktop) -> None:
    """Let there be so many tags that they can be filtered."""
    for number in range(8):
        desktop.program.session.perform(lambda db, number=number: tagging.add(db, f"第{number}"))


def test_escape_in_the_tree_shows_all_tags_again(tagged: Desktop) -> None:
    filterable(tagged)
    go_to(tagged, "經濟/海洋")
    tagged.type("nongye", "tagsFilter")
    tagged.press("Down", tagged.control("tagsFilter"))
    before = paths(tagged)
    tagged.press("Esc", tree(tagged))
    assert len(paths(tagged)) > len(before) and not tagged.window.sidebar.tagged.filter.text()
    assert tree(tagged).hasFocus() and tree(tagged).currentIndex().data(PATH) == "安全/農業"


def test_a_tag_that_is_filtered_out_or_gone_for_a_while_leaves_a_current_one(tagged: Desktop) -> None:
    filterable(tagged)
    view = go_to(tagged, "經濟/海洋")
    tagged.type("nongye", "tagsFilter")
    tagged.press("Esc", tagged.control("tagsFilter"))
    assert view.hasFocus() and view.currentIndex().data(PATH) == "經濟/海洋"
    tagged.type("nongye", "tagsFilter")
    tagged.press("Down", tagged.control("tagsFilter"))
    tagged.window.tagging.merge([view.currentIndex().data(TAG)], found(tagged, "安全"))
    assert view.currentIndex().isValid()
    tagged.press("Ctrl+Z", view)
    assert view.hasFocus() and view.currentIndex().isValid()


def test_what_is_folded_stays_so_when_tags_come_and_after_a_restart(
    tagged: Desktop, start: Callable[[], Desktop]
) -> None:
    tagged.press("Left", go_to(tagged, "經濟/農業"))
    folded = ["安全", "安全/農業", "經濟", "經濟/海洋", "經濟/農業"]
    assert paths(tagged) == folded
    session = tagged.program.session
    session.perform(lambda db: tagging.add(db, "安全/兒童"))
    assert paths(tagged) == ["安全", "安全/兒童", "安全/農業", *folded[2:]]
    assert tree(tagged).currentIndex().data(PATH) == "經濟/農業"
    again = start()
    assert paths(again) == ["安全", "安全/兒童", "安全/農業", *folded[2:]]
    again.press("Right", go_to(again, "經濟/農業"))
    assert paths(again)[-1] == "經濟/農業/稻米"


def test_a_list_that_is_filtered_by_a_tag_follows_what_becomes_of_it(tagged: Desktop) -> None:
    making.add(tagged.program.session.db, "另一篇\n沒有標籤。")
    tagged.program.session.tell(EVERYTHING)
    tagged.press("Return", go_to(tagged, "經濟/農業"))
    assert len(tagged.rows()) == 1
    rename_in_place(tagged, "農事")
    assert tagged.control("tagFilter").text() == "Tag: 經濟/農事"  # type: ignore[attr-defined]
    assert tree(tagged).selectionModel().isSelected(index_of(tagged, "經濟/農事"))
    tagged.press("Del", tree(tagged))
    tagged.press("Return", tagged.control("deleteTags"))
    assert len(tagged.rows()) == 2
    assert not tagged.window.listing.findChild(QWidget, "tagFilter").isVisible()


def test_a_long_name_is_told_whole_and_as_characters(tagged: Desktop) -> None:
    name = "<img src=x>" + "長" * 40
    tagged.program.session.perform(lambda db: tagging.add(db, name))
    view = tree(tagged)
    place = view.visualRect(index_of(tagged, name)).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)))
    assert "&lt;img src=x&gt;" + "長" * 40 in QToolTip.text()
    QToolTip.hideText()


def test_the_menu_key_means_the_selected_articles(tagged: Desktop) -> None:
    rows = tagged.window.listing.view
    wanted: list[QPoint] = []
    rows.menu_wanted.connect(wanted.append)
    ask_for_menu(rows)
    row = rows.visualRect(rows.currentIndex())
    assert wanted == [rows.viewport().mapToGlobal(row.center())]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)


def test_what_a_tag_is_for_and_how_much_it_is_used_is_told_where_the_mouse_rests(tagged: Desktop) -> None:
    found = tagged.program.session.tree().find("經濟")
    assert found is not None
    tagged.program.session.perform(lambda db: tagging.describe(db, found.id, "Of trade,\nnot of <b>prices</b>."))
    view = tree(tagged)
    place = view.visualRect(index_of(tagged, "經濟")).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)))
    said = QToolTip.text()
    assert "0 of its own, 1 with those below it\nOf trade,\nnot of &lt;b&gt;prices" in said
    QToolTip.hideText()


def test_a_tag_below_fifty_others_is_seen_when_it_is_gone_to(tagged: Desktop) -> None:
    path = "/".join(f"level {number}" for number in range(LEVELS))
    tagged.program.session.perform(lambda db: tagging.add(db, path))
    view = go_to(tagged, path)
    rect = view.visualRect(view.currentIndex())
    assert 0 <= rect.left() < view.viewport().width() - 60
    tagged.press("F2", view)
    assert tagged.control("nameInPlace").width() > 40
    tagged.press("Escape", tagged.control("nameInPlace"))
    tagged.press("Home", view)
    assert 0 <= view.visualRect(view.currentIndex()).left() < view.viewport().width() - 60


def test_the_menu_of_tags_is_about_those_selected_in_the_tree(tagged: Desktop) -> None:
    commands = tagged.window.commands
    acts = (Act.RENAME_TAG, Act.EDIT_TAG, Act.MOVE_TAGS, Act.MERGE_TAGS, Act.DELETE_TAGS)
    assert not any(commands[act].isEnabled() for act in acts) and commands[Act.NEW_TAG].isEnabled()
    go_to(tagged, "經濟/海洋")
    menu = next(each for each in tagged.window.menus.all() if each.title() == "&Tags")
    assert all(commands[act] in menu.actions() and commands[act].isEnabled() for act in acts)
    tagged.window.view.pane.setFocus()
    commands[Act.DELETE_TAGS].trigger()
    assert "經濟/海洋" not in paths(tagged) and "經濟" in paths(tagged)
    tagged.press("Ctrl+Z", tagged.window.view.pane)
    assert "經濟/海洋" in paths(tagged)
    tagged.press("F9", tagged.window.view.pane)
    commands[Act.RENAME_TAG].trigger()
    assert field(tagged) is QApplication.focusWidget()


def test_tags_are_moved_and_merged_by_keys_in_the_tree_and_elsewhere(tagged: Desktop) -> None:
    tagged.press("Ctrl+Shift+P", go_to(tagged, "經濟/農業"))
    tagged.type("haiy", "tagField")
    tagged.press("Return", tagged.control("tagField"))
    assert "經濟/海洋/農業/稻米" in paths(tagged)
    tagged.press("Ctrl+Shift+J", tagged.window.view.pane)
    tagged.type("aq ny", "tagField")
    tagged.press("Return", tagged.control("tagField"))
    assert "經濟/海洋/農業" not in paths(tagged) and "安全/農業/稻米" in paths(tagged)


@pytest.mark.parametrize("keys", ["F2", "Del"])
def test_keys_of_a_tag_that_is_renamed_are_those_of_its_field(tagged: Desktop, keys: str) -> None:
    view = go_to(tagged, "經濟/海洋")
    tagged.press("F2", view)
    tagged.press(keys, field(tagged))
    assert field(tagged) is not None and found(tagged, "經濟/海洋")


def test_shift_f10_opens_the_menu_of_what_has_the_focus(tagged: Desktop) -> None:
    tagged.press("Shift+F10", go_to(tagged, "經濟/海洋"))
    choose(tagged, "Delete")
    assert "經濟/海洋" not in paths(tagged)
    tagged.press("Shift+F10", tagged.window.view.pane)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and tagged.window.commands[Act.HIGHLIGHT] in menu.actions()
    menu.close()
