"""The whole program for a test: a library and settings on disk, the real window, keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from reader import languages
from reader.app import Program
from reader.domain.article import ArticleRow
from reader.domain.highlight import Highlight
from reader.jobs import wait_for_all
from reader.languages import Languages
from reader.services import locations
from reader.settings import Settings
from reader.storage import articles, highlights
from reader.widgets.library_choice import LibraryChoice
from reader.widgets.looks import Looks
from reader.widgets.window import Window

PATIENCE_MS = 10_000
BETWEEN_KEYS_MS = 150


class Desktop:
    """A program that was started, and what a person does with it."""

    def __init__(self, qtbot: QtBot, library: Path, settings: Path) -> None:
        self.qtbot = qtbot
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyle("Fusion")
        kept = Settings(settings)
        self.settings = kept
        self.words = Languages(app)
        self.words.use(languages.chosen(kept.language or "en"))
        choice = LibraryChoice(kept)
        opened = choice.open(library, locations.open_or_create)
        assert opened is not None
        self.program = Program(kept, self.words, Looks(kept), choice, opened)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=PATIENCE_MS)

    @property
    def window(self) -> Window:
        return self.program.window

    def quit(self) -> None:
        self.window.close()
        wait_for_all(PATIENCE_MS)
        self.program.end()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.words.use("en")

    # ---- what is seen

    def control(self, name: str) -> QWidget:
        """The visible control with that name, on any window."""
        found = self._find(name)
        assert found is not None, f"{name} is not to be seen"
        return found

    def coming(self, name: str) -> QWidget:
        """The same, once it is there."""
        self.wait(lambda: self._find(name) is not None)
        return self.control(name)

    def _find(self, name: str) -> QWidget | None:
        for top in QApplication.topLevelWidgets():
            for found in [top, *top.findChildren(QWidget, name)]:
                if found.objectName() == name and found.isVisible():
                    return found
        return None

    def rows(self) -> list[ArticleRow]:
        """The rows of the article list."""
        model = self.window.listing.model
        return [row for number in range(model.rowCount()) if (row := model.row(number)) is not None]

    def stored(self) -> list[Highlight]:
        """The highlights of the open article as the library has them."""
        article = self.window.view.article
        return highlights.of_article(self.program.session.db, article) if article is not None else []

    def title(self) -> str:
        """The title of the open article."""
        article = self.window.view.article
        found = articles.get(self.program.session.db, article) if article is not None else None
        return found.title if found else ""

    # ---- what is done

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press keys, named as in a menu ("Ctrl+E"), where the focus is or on a control."""
        combination = QKeySequence(keys)[0]
        target = on or self._at_hand()
        target.window().activateWindow()
        self.wait(target.window().isActiveWindow)
        if on is not None:
            on.setFocus()
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def type(self, words: str, name: str) -> None:
        """Type into a field; Chinese arrives as from an input method."""
        field = self.control(name)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        self._put(words, field)

    def write(self, words: str) -> None:
        """Type where the focus is."""
        self._put(words, self._at_hand())

    def _at_hand(self) -> QWidget:
        """What has the focus, in the dialog that is open if there is one."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.activateWindow()
            self.wait(dialog.isActiveWindow)
        return QApplication.focusWidget() or self.window

    def _put(self, words: str, field: QWidget) -> None:
        if words.isascii():
            QTest.keyClicks(field, words)
            return
        committed = QInputMethodEvent()
        committed.setCommitString(words)
        QApplication.sendEvent(field, committed)

    def press_until(self, keys: str, *names: str) -> None:
        """Press keys again and again until one of these controls has the focus."""
        for _ in range(60):
            self.press(keys)
            if self.focus() in names:
                return
        raise AssertionError(f"{keys} does not come to {names}")

    def focus(self) -> str:
        """The name of the control that has the focus."""
        found = QApplication.focusWidget()
        return found.objectName() if found is not None else ""

    def compose(self, words: str, field: QWidget) -> None:
        """Begin words with an input method, which go into a field once they are chosen."""
        QApplication.sendEvent(field, QInputMethodEvent(words, []))

    def go_on_typing(self, name: str, until: Callable[[], bool]) -> None:
        """Type into a field, letter by letter without a pause, until something is so."""
        for _ in range(PATIENCE_MS // BETWEEN_KEYS_MS):
            QTest.keyClicks(self.control(name), "w")
            self.qtbot.wait(BETWEEN_KEYS_MS)
            if until():
                return
        raise AssertionError(f"while something is typed into {name} it never comes to that")

    def elsewhere(self, edit: Callable[[Database], object]) -> None:
        """Let another window change the library, which is noticed here."""
        with self.program.session.library.another() as other:
            edit(other)
        self.program.session.look_for_changes()

    def click(self, name: str) -> None:
        """Click a control, once it is there."""
        QTest.mouseClick(self.coming(name), Qt.MouseButton.LeftButton)

    def ends_of(self, words: str) -> tuple[QPoint, QPoint]:
        """Where words of the article begin and end, in the viewport of the text."""
        pane = self.window.view.pane
        found = pane.document().find(words)
        assert found.hasSelection(), words
        first, last = QTextCursor(found), QTextCursor(found)
        first.setPosition(found.selectionStart())
        last.setPosition(found.selectionEnd())
        return pane.cursorRect(first).center(), pane.cursorRect(last).center()

    def drag(self, begin: QPoint, end: QPoint) -> None:
        """Drag the mouse over the text, from one point of the viewport to another."""
        pane = self.window.view.pane
        view = pane.viewport()
        assert view.rect().contains(begin) and view.rect().contains(end), "scroll there first"
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseMove(view, (begin + end) / 2)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
        self.qtbot.waitUntil(lambda: pane.textCursor().hasSelection(), timeout=PATIENCE_MS)

    def drag_over(self, words: str) -> None:
        """Select words of the article with the mouse."""
        self.drag(*self.ends_of(words))

    def select_by_keys(self, words: str) -> None:
        """Select words of the article with keys, from a caret before them."""
        pane = self.window.view.pane
        if not pane.hasFocus():
            self.press_until("F6", "readingPane")
        cursor = pane.document().find(words)
        cursor.setPosition(cursor.selectionStart())
        pane.setTextCursor(cursor)
        for _ in words:
            self.press("Shift+Right")

    def click_on_text(self, words: str) -> None:
        """Click into words of the article."""
        pane = self.window.view.pane
        found = pane.document().find(words)
        rect = pane.cursorRect(found)
        found.setPosition(found.selectionStart())
        middle = (rect.center() + pane.cursorRect(found).center()) / 2
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))

    def answer(self, act: Callable[[QMessageBox], object]) -> list[str]:
        """What the next box says, once it has been there; it is answered by `act`."""
        said: list[str] = []

        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                timer.stop()
                said.append(box.text())
                act(box)

        timer = QTimer(self.window)
        timer.timeout.connect(look)
        timer.start(10)
        return said

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def settle(self, milliseconds: int = 50) -> None:
        """As `settle`."""
        settle(self.qtbot, milliseconds)


def settle(qtbot: QtBot, milliseconds: int = 50) -> None:
    """Let time pass, and whatever is done in the background end, with what comes of it."""
    pool = QThreadPool.globalInstance()
    while True:
        qtbot.wait(milliseconds)
        if pool.activeThreadCount() == 0:
            return
        qtbot.waitUntil(lambda: pool.activeThreadCount() == 0, timeout=PATIENCE_MS)
