"""How highlights are to be written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.services.exporting import COLUMNS
from reader.widgets import file_dialogs


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be written, and how. `listed`: of the articles on the screen only; `columns` None: all."""

    target: Path
    listed: bool
    spreadsheet_safe: bool
    row_per_tag: bool
    column_per_tag: bool
    columns: tuple[str, ...] | None


class ExportDialog(QDialog):
    """Asks for file, highlights, shape and columns."""

    def __init__(self, folder: str, listed: int, total: int, *, filtered: bool, safe: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export highlights"))
        self.file = QLineEdit(QDir.toNativeSeparators(str(Path(folder) / "highlights.csv")), self)
        self.file.setObjectName("exportFile")
        self.file.setAccessibleName(self.tr("File"))
        self._choose = QPushButton(self.tr("Choose..."), self)
        self.all = QRadioButton(self.tr("All highlights (%n)", "", total), self)
        self.all.setObjectName("exportAll")
        self.listed = QRadioButton(self.tr("Those of the articles in the list (%n)", "", listed), self)
        self.listed.setObjectName("exportListed")
        (self.listed if filtered else self.all).setChecked(True)
        self._which = QButtonGroup(self)
        for radio in (self.all, self.listed):
            self._which.addButton(radio)
        self.shape = QComboBox(self)
        self.shape.setObjectName("exportShape")
        self.shape.addItem(self.tr("One row for each highlight"), "highlight")
        self.shape.addItem(self.tr("One row for each tag of a highlight"), "tag")
        self.shape.addItem(self.tr("One row for each highlight, a 0/1 column for each tag"), "columns")
        self.safe = QCheckBox(self.tr("Safe for spreadsheets"), self)
        self.safe.setObjectName("exportSafe")
        self.safe.setChecked(safe)
        self.safe.setToolTip(self.tr("Puts ' before cells that a spreadsheet would run as a formula."))
        self.columns = _column_list(self)
        self.columns.setAccessibleName(self.tr("Columns, in this order"))
        self._export = QPushButton(self)
        self._replaced = QLabel(self.tr("There is a file of this name; it will be replaced."), self)
        self._lay_out()
        self._say_whether_replaced()
        self.file.textChanged.connect(self._say_whether_replaced)
        self._choose.clicked.connect(self._ask_for_file)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(self._choose)
        which = QGroupBox(self.tr("Highlights"), self)
        inside = QVBoxLayout(which)
        inside.addWidget(self.all)
        inside.addWidget(self.listed)
        rows = QGroupBox(self.tr("Columns, in this order"), self)
        columns = QVBoxLayout(rows)
        columns.addWidget(self.columns)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export.setObjectName("exportNow")
        self._export.setDefault(True)
        buttons.addButton(self._export, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        label = QLabel(self.tr("&File"), self)
        label.setBuddy(self.file)
        column.addWidget(label)
        column.addLayout(line)
        for widget in (self._replaced, which, self.shape, self.safe, rows, buttons):
            column.addWidget(widget)
        self.resize(520, 560)
        self.file.setFocus()

    def wish(self) -> ExportWish:
        """What was filled in."""
        items = [self.columns.item(row) for row in range(self.columns.count())]
        chosen = tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)
        target = Path(self.file.text().strip()).expanduser()
        return ExportWish(
            target if target.suffix or target.is_dir() else target.with_name(f"{target.name}.csv"),
            self.listed.isChecked(),
            self.safe.isChecked(),
            self.shape.currentData() == "tag",
            self.shape.currentData() == "columns",
            None if chosen == COLUMNS else chosen,
        )

    def _say_whether_replaced(self) -> None:
        there = self.wish().target.is_file()
        self._replaced.setVisible(there)
        self._export.setText(self.tr("Replace") if there else self.tr("Export"))

    def accept(self) -> None:
        """Close if there is something to write, and where."""
        wish = self.wish()
        if not self.file.text().strip() or wish.columns == ():
            (self.columns if wish.columns == () else self.file).setFocus()
            return
        super().accept()

    def _ask_for_file(self) -> None:
        found = file_dialogs.file_to_write(self, self.tr("Export to"), self.wish().target, "CSV (*.csv)")
        if found:
            self.file.setText(QDir.toNativeSeparators(str(found)))


def _column_list(parent: QWidget) -> QListWidget:
    """The columns to tick, which are put in order by dragging."""
    made = QListWidget(parent)
    made.setObjectName("exportColumns")
    made.setSpacing(3)
    made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    for name in COLUMNS:
        item = QListWidgetItem(name, made)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
    return made
