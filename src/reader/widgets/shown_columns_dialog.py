"""Which columns a table shows, and in which order; by keys as well as by dragging."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.widgets.column_list import ColumnList
from reader.widgets.fitting import resize_within


class ShownColumnsDialog(QDialog):
    """A list to tick and to put in order; the first column stays."""

    def __init__(self, heads: Sequence[str], shown: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shownColumns")
        self.setWindowTitle(self.tr("Columns"))
        order = [*shown, *(column for column in range(len(heads)) if column not in shown)]
        self._heads = heads
        self.columns = ColumnList([heads[column] for column in order], self)
        for row in range(len(shown), len(heads)):
            self.columns.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addWidget(self.columns)
        column.addWidget(buttons)
        resize_within(self, QSize(360, 420))

    @property
    def chosen(self) -> list[int]:
        """The columns that are ticked, in their order."""
        return [self._heads.index(words) for words in self.columns.chosen()]
