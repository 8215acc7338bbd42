"""The highlights or notes that were found, listed in the place of the articles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from reader.actions import Act
from reader.domain.note import Owner
from reader.models.found_highlights import FoundHighlights
from reader.widgets.found_rows import FoundRows
from reader.widgets.key_words import native
from reader.widgets.nothing_there import NothingThere
from reader.widgets.rows_view import RowsView


class FoundPane(QWidget):
    """Lists found highlights or notes in the place of the articles."""

    row_chosen = Signal(int)
    text_wanted = Signal()  # it is to have the focus
    note_wanted = Signal(int)  # that of a row is to be written

    def __init__(self, model: FoundHighlights, rows: FoundRows, *, every: bool = False) -> None:
        """`every`: all notes are listed as long as nothing is searched for."""
        super().__init__()
        self._every = every
        self.view = RowsView(model, rows, "noteList" if every else "foundList")
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._model = model
        self._chosen: Owner | None = None  # what was chosen last
        self._entered = False  # before there were rows
        self._nothing = NothingThere("nothingFound", self.view)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(self._on_click)
        self.view.doubleClicked.connect(lambda index: self.note_wanted.emit(index.row()))
        model.modelReset.connect(self._on_reset)
        model.counted.connect(self._on_counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.retranslate()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        if not self._nothing.isHidden():
            self._nothing.say(self._why_none())
        found = Act.FOUND_NOTES if self._model.place == "notes" else Act.FOUND_HIGHLIGHTS
        self.view.setAccessibleName((Act.ALL_NOTES if self._every else found).text)

    def _why_none(self) -> str:
        if self._every and not self._model.searched:
            words = self.tr("There are no notes yet. {note} writes one on a highlight, {article} on the article.")
            return words.format(note=Act.NOTE.value.keys[0], article=native(Act.NOTE_ARTICLE.value.keys[0]))
        return self.tr("No note matches.") if self._model.place == "notes" else self.tr("No highlight matches.")

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid() and self._model.ids[current.row()] != self._chosen:
            self._chosen = self._model.ids[current.row()]
            self.row_chosen.emit(current.row())
        self.view.select_rows([current.row()] if current.isValid() else [])

    def _on_click(self, index: QModelIndex) -> None:
        """One that is chosen already is opened again, since something else may be open by now."""
        self.row_chosen.emit(index.row())

    def _on_reset(self) -> None:
        """The one that was chosen stays so, if it is still listed; to who came here just now it is the first."""
        self._nothing.say("")  # until it is known
        self.retranslate()
        if self._chosen in self._model.ids:
            self.view.setCurrentIndex(self._model.index(self._model.ids.index(self._chosen)))
        elif self._entered and self._model.ids and self.view.hasFocus():
            self.view.setCurrentIndex(self._model.index(0))
        self._entered = self._entered and not self._model.ids

    def _on_counted(self) -> None:
        self._nothing.say("" if self._model.rowCount() else self._why_none())

    def enter(self) -> None:
        """Let the first row be chosen as soon as there is one; one that is there is chosen with the focus."""
        self._entered = not self._model.ids

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text, F2 to the note."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.currentIndex().isValid():
            self.row_chosen.emit(self.view.currentIndex().row())
            self.text_wanted.emit()
        elif event.key() == Qt.Key.Key_F2 and self.view.currentIndex().isValid():
            self.note_wanted.emit(self.view.currentIndex().row())
        else:
            super().keyPressEvent(event)
