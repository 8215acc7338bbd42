"""All keys, by menu, with a filter."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.actions import Act
from reader.languages import listed
from reader.widgets.fitting import resize_within
from reader.widgets.key_words import native
from reader.widgets.menus import MENUS, title_of


class ShortcutsDialog(QDialog):
    """Shows which key does what."""

    def __init__(self, parent: QWidget, without: Collection[Act] = ()) -> None:
        """`without`: commands that were switched off."""
        super().__init__(parent)
        self._without = without
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.filter = QLineEdit(self)
        self.filter.setObjectName("shortcutFilter")
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("shortcutTree")
        self.tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self._groups: list[QTreeWidgetItem] = []
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter ends no filter
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        for widget in (self.filter, self.tree, buttons):
            column.addWidget(widget)
        self.filter.textChanged.connect(self._show_matching)
        resize_within(self, QSize(520, 600))
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        for menu, acts in MENUS.items():
            shown = [act for act in acts if act is not None and act.value.keys and act not in self._without]
            self._add_group(title_of(menu), [(act.text.removesuffix("..."), keys_of(act)) for act in shown])
        self._add_group(self.tr("In the text"), self._others())
        self._add_group(self.tr("In the sidebar"), self._of_the_sidebar())
        self._add_group(self.tr("In the lists"), self._of_the_lists())
        self._add_group(self.tr("In Find and keyword in context"), self._of_hits())
        self.tree.expandAll()

    def _others(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Put the tag with this key on the passage"), "1 – 9"),
            (self.tr("Page down, page up"), self.tr("Space, Shift+Space")),
            (self.tr("Open the note on the highlight"), self.tr("Enter")),
            (self.tr("Next or previous of the highlights at the caret"), "Tab, Shift+Tab"),
            (self.tr("Drag an end of the highlight from word to word"), self.tr("Alt or Ctrl while dragging")),
            (self.tr("Let go of selection and highlight"), "Esc"),
            (self.tr("Select without the mouse"), self.tr("Shift+arrows, Ctrl+Shift+arrows")),
            (self.tr("Larger or smaller text"), self.tr("Ctrl+mouse wheel")),
            (self.tr("Select a word or clause, a sentence"), self.tr("Double click, triple click")),
        ]

    def _of_the_sidebar(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Show the articles with the tag"), self.tr("Enter")),
            (self.tr("Fold or unfold what is below the tag"), self.tr("Left, Right")),
            (self.tr("Let this key put the tag on, or no longer"), "1 – 9"),
            (self.tr("Put the tag before or behind its neighbour"), self.tr("Alt+Up, Alt+Down")),
            (self.tr("Put the tag below the one above it, or out again"), self.tr("Alt+Right, Alt+Left")),
        ]

    def _of_the_lists(self) -> list[tuple[str, str]]:
        return [
            (self.tr("From the filter to the list"), self.tr("Down")),
            (self.tr("From the article to its text, from the highlight to its note"), self.tr("Enter")),
            (self.tr("Move the article to the trash, remove the highlight"), "Del"),
            (self.tr("Select several"), self.tr("Shift+arrows")),
            (self.tr("Open the menu of what has the focus"), self.tr("Menu key, Shift+F10")),
        ]

    def _of_hits(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Highlight all hits of Find"), self.tr("Alt+Enter")),
            (self.tr("Tag all hits of Find"), self.tr("Alt+Shift+Enter")),
            (self.tr("Open the article of a line at its hit"), self.tr("Enter")),
            (self.tr("Highlight the chosen lines, tag them"), "H, T"),
            (self.tr("Sort the lines by a column, the other way round"), "Alt+1 – 6"),
        ]

    def _add_group(self, title: str, rows: list[tuple[str, str]]) -> None:
        group = QTreeWidgetItem(self.tree, [title, ""])
        self._groups.append(group)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for words, keys in rows:
            QTreeWidgetItem(group, [words, keys])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the filter to the first command that is shown."""
        if self.filter.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            first = next((row for group in self._groups for row in _rows(group) if not row.isHidden()), None)
            if first is not None:
                self.tree.setCurrentItem(first)
        else:
            super().keyPressEvent(event)

    def _show_matching(self, typed: str) -> None:
        wanted = typed.casefold().split()
        for group in self._groups:
            rows = _rows(group)
            for item in rows:
                held = f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(word in held for word in wanted))
            group.setHidden(all(item.isHidden() for item in rows))


def _rows(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item for row in range(group.childCount()) if (item := group.child(row)) is not None]


def keys_of(act: Act) -> str:
    """The keys of a command as the system writes them."""
    return listed(map(native, act.value.keys))
