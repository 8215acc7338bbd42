"""The versions of an article's text: when, by what and by whom each was made, and what it says."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.change import Change, Step
from reader.languages import moment
from reader.session import Session
from reader.storage import texts
from reader.storage.texts import Made
from reader.widgets.fitting import resize_within
from reader.widgets.key_words import native
from reader.widgets.step_words import words

LIST = 280  # px
ROLE = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Leaves the window free; says which version is to be restored, or compared with the text as it is."""

    restore_wanted = Signal(int)  # its number
    comparison_wanted = Signal(int)

    def __init__(self, session: Session, article: int, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("versionsDialog")
        self.setWindowTitle(self.tr("Versions of the text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._article = session, article
        self._current: int | None = None
        head = QLabel(title, self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("versionList")
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setFixedWidth(LIST)
        self.list.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("versionText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of this version"))
        self._restore = QPushButton(self.tr("&Restore this text"), self)
        self._restore.setObjectName("restoreVersion")
        self._compare = QPushButton(self.tr("&Compare with the text as it is"), self)
        self._compare.setObjectName("compareVersion")
        self._lay_out(head)
        self.list.currentItemChanged.connect(self._show)
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self._number()))
        self._compare.clicked.connect(lambda: self.comparison_wanted.emit(self._number()))
        for keys, button in (("Return", self._compare), ("Ctrl+Return", self._restore)):
            button.setToolTip(native(keys))
            QShortcut(QKeySequence(keys), self.list, button.click).setContext(Qt.ShortcutContext.WidgetShortcut)
        session.changed.connect(self._on_changed)
        session.left.connect(self.close)
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, head: QLabel) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        for button in (self._compare, self._restore):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.list)
        line.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addWidget(head)
        column.addLayout(line, 1)
        column.addWidget(buttons)
        resize_within(self, QSize(860, 580))

    def refresh(self) -> None:
        """List the versions, the latest first; the chosen one stays chosen."""
        chosen = self._number()
        found = self._session.read(lambda db: texts.made(db, self._article), [])
        self._current = self._session.read(lambda db: texts.number(db, self._article), None)
        self.list.blockSignals(True)
        self.list.clear()
        for each in reversed(found):
            item = QListWidgetItem(self._said(each))
            item.setData(ROLE, each.number)
            self.list.addItem(item)
        numbers = [each.number for each in reversed(found)]
        wanted = chosen if chosen in numbers else self._current
        self.list.setCurrentRow(numbers.index(wanted) if wanted in numbers else 0)
        self.list.blockSignals(False)
        self._show()

    def _said(self, made: Made) -> str:
        """Number, what it came from, when and by whom, and how long it is."""
        kind = self.tr("Imported") if made.kind in ("import", "") else words(Step(0, "", made.kind, 1, "", "", False))
        name = self.tr("{number}. {kind}").format(number=f"{made.number:,}", kind=kind)
        if made.number == self._current:
            name = self.tr("{version} (as it is)").format(version=name)
        when = moment(made.created) if made.created else ""
        about = [when, made.analyst, self.tr("%Ln character(s)", "", made.characters)]
        return name + "\n" + " · ".join(filter(None, about))

    def _number(self) -> int:
        item = self.list.currentItem()
        return int(item.data(ROLE)) if item is not None else 0

    def _show(self) -> None:
        number = self._number()
        found = self._session.read(lambda db: texts.version(db, self._article, number), None)
        self.text.setPlainText("" if found is None else found.text)
        for button in (self._restore, self._compare):
            button.setEnabled(found is not None and number != self._current)

    def _on_changed(self, change: Change) -> None:
        if change.all or self._article in change.articles:
            self.refresh()
