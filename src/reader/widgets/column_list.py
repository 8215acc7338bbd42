"""The columns of an export: which are wanted, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.icons import icon
from reader.widgets.key_words import native


class ColumnList(QWidget):
    """A list to tick. The chosen row is moved by dragging, by two buttons, and by Alt+Up and Alt+Down."""

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setObjectName("exportColumns")
        self.list.setAccessibleName(self.tr("Columns, in this order"))
        self.list.setSpacing(3)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for name in names:
            item = QListWidgetItem(name, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        self._up = self._action("columnUp", "mdi6.arrow-up", "Alt+Up", self.tr("Move column up"), -1)
        self._down = self._action("columnDown", "mdi6.arrow-down", "Alt+Down", self.tr("Move column down"), 1)
        self.list.currentRowChanged.connect(self._enable)
        self.list.model().rowsMoved.connect(self._enable)
        hint = QLabel(self.tr("Drag a column, or move it with {up} and {down}."), self)
        hint.setText(hint.text().format(up=native(self._up.shortcut()), down=native(self._down.shortcut())))
        hint.setWordWrap(True)
        self.list.setAccessibleDescription(hint.text())
        line = QHBoxLayout()
        line.addWidget(hint, 1)
        for action in (self._up, self._down):
            button = QToolButton(self)
            button.setObjectName(action.objectName())
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(line)
        self.setFocusProxy(self.list)
        self._enable()

    def chosen(self) -> tuple[str, ...]:
        """The names that are ticked, in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)

    def choose(self, names: Sequence[str]) -> None:
        """Tick these, in this order; the others stand behind them."""
        items = [self.list.takeItem(0) for _ in range(self.list.count())]
        by_name = {item.text(): item for item in items}
        for name in [*names, *(each for each in by_name if each not in names)]:
            by_name[name].setCheckState(Qt.CheckState.Checked if name in names else Qt.CheckState.Unchecked)
            self.list.addItem(by_name[name])
        self.list.setCurrentRow(0)

    def _action(self, name: str, picture: str, keys: str, words: str, by: int) -> QAction:
        action = QAction(icon(picture), words, self.list)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{words} ({native(action.shortcut())})")
        action.triggered.connect(lambda: self._move(by))
        self.list.addAction(action)
        return action

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        self.list.insertItem(row + by, self.list.takeItem(row))
        self.list.setCurrentRow(row + by)

    def _enable(self) -> None:
        row = self.list.currentRow()
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self.list.count() - 1)
