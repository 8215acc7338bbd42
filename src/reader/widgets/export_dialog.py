"""How highlights are to be written to a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDir, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.domain.errors import ExportError
from reader.services.exporting import COLUMNS
from reader.services.writing import check_target, free_target, target_of
from reader.widgets import file_dialogs
from reader.widgets.column_list import ColumnList
from reader.widgets.fitting import resize_within
from reader.widgets.step_words import error_words

NAME = "highlights.csv"  # that is suggested


# Of which articles; or what a table of highlights shows, or what is chosen in it.
Which = Literal["all", "listed", "selected", "shown", "chosen"]


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be written, and how. `columns` None: all."""

    target: Path
    which: Which
    spreadsheet_safe: bool
    row_per_tag: bool
    column_per_tag: bool
    columns: tuple[str, ...] | None
    with_articles: bool = True


class ExportDialog(QDialog):
    """Asks for file, highlights, shape and columns; says at once what stands in the way.

    `folder` is where the findings of the library went before; `counts` tells how many highlights could be written,
    and `first` is what is chosen unless somebody chooses.
    """

    def __init__(
        self, library: Path, folder: Path, counts: Mapping[Which, int], first: Which, *, safe: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export highlights"))
        self._library, self._folder = library, folder
        self.file = QLineEdit(QDir.toNativeSeparators(str(free_target(folder / NAME))), self)
        self.file.setObjectName("exportFile")
        self.file.setAccessibleName(self.tr("File"))
        self._choose = QPushButton(self.tr("Choose..."), self)
        self._which = self._choices(counts, first)
        self.shape = QComboBox(self)
        self.shape.setObjectName("exportShape")
        self.shape.addItem(self.tr("One row for each highlight"), "highlight")
        self.shape.addItem(self.tr("One row for each tag of a highlight"), "tag")
        self.shape.addItem(self.tr("One row for each highlight, a 0/1 column for each tag"), "columns")
        self.whole, self.safe = QCheckBox(self), QCheckBox(self)
        self._build_options(safe)
        self.columns = ColumnList(COLUMNS, self)
        self._as_shown = QPushButton(self.tr("As in the table"), self)
        self._export = QPushButton(self.tr("Export"), self)
        self._state = QLabel(self)
        self._lay_out()
        self._judge()
        self.file.textChanged.connect(self._judge)
        self.columns.list.itemChanged.connect(self._judge)
        self._choose.clicked.connect(self._ask_for_file)

    def _choices(self, counts: Mapping[Which, int], first: Which) -> dict[Which, QRadioButton]:
        """A button for each choice that there is a number for."""
        said: dict[Which, str] = {
            "all": self.tr("All highlights (%Ln)", "", counts.get("all", 0)),
            "listed": self.tr("Those of the articles in the list (%Ln)", "", counts.get("listed", 0)),
            "selected": self.tr("Those of the selected articles (%Ln)", "", counts.get("selected", 0)),
            "shown": self.tr("What the table shows (%Ln)", "", counts.get("shown", 0)),
            "chosen": self.tr("Those selected in the table (%Ln)", "", counts.get("chosen", 0)),
        }
        made = {which: QRadioButton(said[which], self) for which in counts}
        for which, radio in made.items():
            radio.setObjectName(f"export{which.title()}")
            radio.setChecked(which == first)
        return made

    def _build_options(self, safe: bool) -> None:
        self.safe.setText(self.tr("Safe for spreadsheets"))
        self.safe.setObjectName("exportSafe")
        self.safe.setChecked(safe)
        self.safe.setToolTip(self.tr("Puts ' before cells that a spreadsheet would run as a formula."))
        self.whole.setText(self.tr("Also tags and notes of whole articles"))
        self.whole.setObjectName("exportArticles")
        self.whole.setChecked(True)
        self.whole.setToolTip(self.tr("Rows without a quote, below those of the highlights."))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(self._choose)
        which = QGroupBox(self.tr("Highlights"), self)
        inside = QVBoxLayout(which)
        for radio in self._which.values():
            inside.addWidget(radio)
        rows = QGroupBox(self.tr("Columns, in this order"), self)
        columns = QVBoxLayout(rows)
        columns.addWidget(self.columns)
        self._as_shown.setObjectName("columnsAsShown")
        self._as_shown.hide()
        columns.addWidget(self._as_shown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export.setObjectName("exportNow")
        self._export.setDefault(True)
        buttons.addButton(self._export, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._state.setObjectName("exportState")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # however long a path is
        self._state.setMinimumHeight(self.fontMetrics().lineSpacing())  # so that nothing moves while somebody types
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        label = QLabel(self.tr("&File"), self)
        label.setBuddy(self.file)
        column.addWidget(label)
        column.addLayout(line)
        for widget in (self._state, which, self.shape, self.whole, self.safe, rows, buttons):
            column.addWidget(widget)
        resize_within(self, QSize(520, 600))
        self.file.setFocus()

    def offer_columns(self, shown: Sequence[str]) -> None:
        """Offer to write those columns, in their order, that a table shows, and nothing that it does not show."""
        self.whole.setChecked(False)
        self._as_shown.show()
        self._as_shown.clicked.connect(lambda: self.columns.choose(shown))

    def wish(self) -> ExportWish:
        """What was filled in. Raises ExportError if there can be no such file."""
        chosen = self.columns.chosen()
        return ExportWish(
            target_of(self.file.text(), self._folder),
            next(which for which, radio in self._which.items() if radio.isChecked()),
            self.safe.isChecked(),
            self.shape.currentData() == "tag",
            self.shape.currentData() == "columns",
            None if chosen == COLUMNS else chosen,
            self.whole.isChecked(),
        )

    def _judge(self) -> QWidget | None:
        """Say what stands in the way, or else what would be replaced; the part that is wrong, None if none is."""
        wrong: QWidget | None = None
        said, there = "", False
        try:
            target = self.wish().target
            check_target(self._library, target)
            there = target.exists()
        except ExportError as error:
            wrong, said = self.file, error_words(error)
        if wrong is None and not self.columns.chosen():
            wrong, said = self.columns, self.tr("Tick at least one column.")
        elif there:
            said = self.tr("There is a file of this name.")
        self._state.setText(said)
        self.file.setAccessibleDescription(said)
        return wrong

    def accept(self) -> None:
        """Close if there is something to write, and where; a file that is there is replaced only after asking."""
        wrong = self._judge()
        if wrong is not None:
            wrong.setFocus()
        elif self.wish().target.exists():
            self._ask_whether_to_replace(self.wish().target)
        else:
            super().accept()

    def _ask_whether_to_replace(self, target: Path) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Reader", "", parent=self)
        box.setObjectName("replaceFile")
        box.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        box.setText(self.tr("There is a file {file} already.").format(file=target.name))
        box.setInformativeText(self.tr("If it is replaced, what is in it now is lost."))
        replace = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        another = box.addButton(self.tr("Choose another name"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(another)
        box.setEscapeButton(another)

        def answer(button: QAbstractButton) -> None:
            if button is replace:
                super(ExportDialog, self).accept()
            else:
                self.file.setFocus()
                self.file.selectAll()

        box.buttonClicked.connect(answer)
        box.finished.connect(box.deleteLater)
        box.open()

    def _ask_for_file(self) -> None:
        try:
            suggested = self.wish().target
        except ExportError:
            suggested = free_target(self._folder / NAME)
        found = file_dialogs.file_to_write(self, self.tr("Export to"), suggested, "CSV (*.csv)")
        if found:
            self.file.setText(QDir.toNativeSeparators(str(found)))
