"""Where all hits of a search are to be highlighted, and how much around each; says before how many those are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.models.examples import Examples
from reader.services.highlighting import EXAMPLES, MOST, Extent, Passages
from reader.theme import Theme
from reader.widgets.example_rows import ExampleRows
from reader.widgets.fitting import resize_within
from reader.widgets.rows_view import RowsView
from reader.widgets.step_words import error_words
from reader.widgets.tips import plain

Where = Literal["article", "listed", "library"]
Look = Callable[[Where, Extent, Job], Passages]
NAMES = ("allArticle", "allListed", "allLibrary", "allWords", "allSentences", "allParagraphs")
SIZE, LEAST = QSize(620, 560), 560  # px; the width at least


class HighlightAllDialog(QDialog):
    """Looks for the passages with `look`, on another thread, whenever something else is chosen.

    It begins with the open article; where nothing is found there, with the first place where something is.
    """

    highlight_wanted = Signal(object)  # the Passages
    tags_wanted = Signal(
        list, QRect
    )  # the Passages alone, and the rectangle of the screen beside which tags are chosen

    def __init__(
        self, searched: str, look: Look, title: str | None, theme: Theme, parent: QWidget, missing: int = 0
    ) -> None:
        """`title` is that of the open article, None if there is none; `missing` articles are not in the index."""
        super().__init__(parent)
        self.setObjectName("highlightAll")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Highlight all that is searched for"))
        self._look = look
        self._job: Job | None = None
        self._found: Passages | None = None
        self._searched, self._said = self._label("searched"), self._label("highlightAllSaid")
        self._searched.setText(self.tr("“{searched}”").format(searched=searched))
        self._note = self._label("highlightAllNote")
        self._note.setText(self.tr("%Ln article(s) are not in the search index yet.", "", missing))
        self._note.setVisible(missing > 0)
        self._examples = Examples(self)
        self._list = RowsView(self._examples, ExampleRows(theme), "examples")
        self._list.setAccessibleName(self.tr("Passages"))
        self._settling = True  # until somebody chooses where
        self._make_choices()
        self._places["article"].setEnabled(title is not None)
        self._places["article"].setToolTip(plain(title or ""))
        self._mark, self._tag = (
            QPushButton(self.tr("&Highlight"), self),
            QPushButton(self.tr("Highlight and &tag..."), self),
        )
        self._lay_out()
        first = self._places["article" if title is not None else "listed"]
        first.setChecked(True)
        first.setFocus()
        self._extents["words"].setChecked(True)
        self._connect()
        self._start()

    def _make_choices(self) -> None:
        self._places: dict[Where, QRadioButton] = {
            "article": QRadioButton(self.tr("In the open &article"), self),
            "listed": QRadioButton(self.tr("In the articles that are &listed"), self),
            "library": QRadioButton(self.tr("In the whole l&ibrary"), self),
        }
        self._extents: dict[Extent, QRadioButton] = {
            "words": QRadioButton(self.tr("The &words alone"), self),
            "sentence": QRadioButton(self.tr("Their &sentences"), self),
            "paragraph": QRadioButton(self.tr("Their &paragraphs"), self),
        }
        for choice, name in zip((*self._places.values(), *self._extents.values()), NAMES, strict=True):
            choice.setObjectName(name)

    def _label(self, name: str) -> QLabel:
        made = QLabel(self)
        made.setObjectName(name)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.addWidget(self._searched)
        line = QHBoxLayout()
        line.setSpacing(12)
        groups = ((self.tr("Where"), self._places.values()), (self.tr("What"), self._extents.values()))
        for words, choices in groups:
            box, within, group = QGroupBox(words, self), QVBoxLayout(), QButtonGroup(self)
            for choice in choices:
                within.addWidget(choice)
                group.addButton(choice)
            box.setLayout(within)
            line.addWidget(box, 1)
        column.addLayout(line)
        column.addSpacing(4)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        column.addWidget(self._note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._mark, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._tag, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._mark.setObjectName("highlightAllButton")
        self._tag.setObjectName("tagAllButton")
        self._tag.setAutoDefault(False)
        self._mark.setDefault(True)
        self.setMinimumWidth(LEAST)
        resize_within(self, SIZE)

    def _connect(self) -> None:
        for choice in (*self._places.values(), *self._extents.values()):
            choice.toggled.connect(lambda on: self._choose() if on else None)
        self._tag.clicked.connect(self._ask_for_tags)
        self.finished.connect(self._drop_job)

    # ---- what would be highlighted

    def _choose(self) -> None:
        self._settling = False
        self._start()

    def _go_elsewhere(self) -> bool:
        """Look at the next place, if nobody has chosen one; whether there is one."""
        places = list(self._places.values())
        here = next(at for at, choice in enumerate(places) if choice.isChecked())
        if not self._settling or here + 1 == len(places):
            return False
        had_focus = self.focusWidget() is places[here]  # also before the dialog is the active window
        places[here + 1].setChecked(True)
        if had_focus:
            places[here + 1].setFocus()
        self._settling = True
        return True

    def _start(self) -> None:
        """Look again; what was looked for before no longer is."""
        self._drop_job()
        where = next(where for where, choice in self._places.items() if choice.isChecked())
        extent = next(extent for extent, choice in self._extents.items() if choice.isChecked())
        look = self._look
        self._job = Job(lambda job: look(where, extent, job))
        self._job.progressed.connect(self._on_progress)
        self._job.finished.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self._job.start()
        self._show(None, self.tr("Looking for passages..."))

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _on_progress(self, done: int, total: int) -> None:
        words = self.tr("Looking for passages: {done} of {total} articles...")
        self._said.setText(words.format(done=f"{done:,}", total=f"{total:,}"))

    def _on_failed(self, error: ReaderError) -> None:
        self._show(None, error_words(error))

    def _on_found(self, found: Passages) -> None:
        if found.too_many:
            words = self.tr("More than {most} passages, which are too many at once. Narrow the search down.")
            self._show(None, words.format(most=f"{MOST:,}"))
        elif not found.count:
            if self._go_elsewhere():
                return
            self._show(None, self.tr("Nothing there to highlight."))
        else:
            passages, articles = (
                self.tr("%Ln passage(s)", "", found.count),
                self.tr("%Ln article(s)", "", len(found.spans)),
            )
            some, every = (
                self.tr("{passages} in {articles} (the first {number}):"),
                self.tr("{passages} in {articles}:"),
            )
            words = some if found.count > EXAMPLES else every
            self._show(found, words.format(passages=passages, articles=articles, number=f"{EXAMPLES:,}"))

    def _show(self, found: Passages | None, words: str) -> None:
        self._found = found
        self._said.setText(words)
        for button in (self._mark, self._tag):
            button.setEnabled(found is not None)
        self._examples.show(found.examples if found is not None else ())

    # ---- what is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T chooses tags."""
        if event.key() == Qt.Key.Key_T and self._tag.isEnabled():
            self._ask_for_tags()
        else:
            super().keyPressEvent(event)

    def _ask_for_tags(self) -> None:
        if self._found is not None:
            self.tags_wanted.emit([self._found], QRect(self._tag.mapToGlobal(QPoint()), self._tag.size()))

    def accept(self) -> None:
        """Highlight what was found, and close."""
        if self._found is not None:
            self.highlight_wanted.emit(self._found)
            super().accept()
