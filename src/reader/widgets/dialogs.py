"""The dialogs that are about the whole program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from reader.actions import Act
from reader.session import Session
from reader.settings import Settings
from reader.widgets.about_dialog import AboutDialog
from reader.widgets.attempts import Attempts
from reader.widgets.history_dialog import HistoryDialog
from reader.widgets.settings_dialog import SettingsDialog
from reader.widgets.shortcuts_dialog import ShortcutsDialog


class Dialogs(QObject):
    """Opens them; each closes by itself, and one of a kind is enough."""

    watched_answered = Signal(bool)  # the files that are in the watched folder already are meant, too

    def __init__(self, session: Session, settings: Settings, attempts: Attempts, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._attempts = attempts
        self._window = window
        self.at_hand: Callable[[], tuple[int | None, int | None]] = lambda: (None, None)  # article, highlight
        session.left.connect(self.close_all)

    def settings(self) -> None:
        """Open the settings."""
        self._open(SettingsDialog(self._settings, self._window))

    def shortcuts(self) -> None:
        """Show the keys."""
        without = () if self._settings.web_allowed else (Act.IMPORT_WEB,)
        self._open(ShortcutsDialog(self._window, without))

    def about(self) -> None:
        """Show what the program is."""
        self._open(AboutDialog(self._session.path, self._window))

    def history(self) -> None:
        """Show what was done."""
        dialog = HistoryDialog(self._session, self._window, *self.at_hand())
        dialog.undo_to_wanted.connect(self._attempts.replaying.undo_to)
        dialog.redo_wanted.connect(self._attempts.replaying.redo)
        self._open(dialog)

    def close_all(self) -> None:
        """Close every dialog and menu of the window: what they are about goes with the library."""
        for child in self._window.findChildren(QWidget):
            if isinstance(child, QDialog) and child.isVisible():
                child.reject()
            elif child.windowType() == Qt.WindowType.Popup and child.isVisible():
                child.close()

    def unstored(self, why: str, leave: Callable[[], object]) -> None:
        """Ask whether to `leave` although what was typed could not be stored."""
        box = QMessageBox(self._window)
        box.setObjectName("unstored")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a path may look like markup
        box.setText(self.tr("What was typed could not be stored. {why}").format(why=why))
        box.setInformativeText(self.tr("If you close Reader now, it is lost."))
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        close = box.addButton(self.tr("Close without it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(lambda button: leave() if button is close else None)
        self._open(box)

    def ask_about_watched(self, count: int) -> None:
        """Ask whether the files that are in the watched folder already are to be imported; Escape leaves them."""
        box = QMessageBox(self._window)
        box.setObjectName("watchedFiles")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        folder = Path(self._settings.watched).name or self._settings.watched
        words = self.tr("%Ln file(s) are in the watched folder {folder} already. Import them too?", "", count)
        box.setText(words.format(folder=folder))
        box.setInformativeText(self.tr("New ones are imported as they come, whatever you choose."))
        wanted = box.addButton(self.tr("Import them"), QMessageBox.ButtonRole.YesRole)
        only_new = box.addButton(self.tr("Only new ones"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(only_new)
        box.setEscapeButton(only_new)
        box.finished.connect(lambda: self.watched_answered.emit(box.clickedButton() is wanted))
        self._open(box)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
