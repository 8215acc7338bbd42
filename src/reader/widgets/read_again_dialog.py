"""Reading an article's original again, in another encoding or by another method, with a look at it beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.anchor import ADJUSTED, EXACT, ORPHAN, REVIEW
from reader.domain.article import Article, Origin
from reader.domain.errors import ReaderError
from reader.jobs import Job
from reader.services import rereading
from reader.services.rereading import Reread
from reader.storage.library import Library
from reader.widgets.fitting import resize_within
from reader.widgets.forms import center_labels
from reader.widgets.step_words import doubt_words, error_words
from reader.widgets.ways import encodings, method_words

SOON_MS = 250  # after the last choice
SHOWN = 4_000  # characters of the text


@dataclass(frozen=True, slots=True)
class _Way:
    """How the file is to be read; empty: as it says itself."""

    encoding: str
    method: str


class ReadAgainDialog(QDialog):
    """Says what came of a way of reading, and takes it when that is wanted."""

    taken = Signal(object)  # a Reread

    def __init__(self, library: Library, article: Article, origin: Origin, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readAgainDialog")
        self.setWindowTitle(self.tr("Read again as"))
        self._library, self._article = library, article
        self._job: Job | None = None
        self._reread: Reread | None = None
        self._encoding, self._method = QComboBox(self), QComboBox(self)
        self._encoding.setObjectName("readEncoding")
        self._method.setObjectName("readMethod")
        self._state, self._fields, self._highlights = (QLabel(self) for _ in range(3))
        for label, name in ((self._state, "readState"), (self._fields, "readFields"), (self._highlights, "readKept")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("readText")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Preview"))
        self._take = QPushButton(self.tr("&Use this text"), self)
        self._take.setObjectName("takeReread")
        self._take.setDefault(True)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._read)
        self._offer(origin)
        self._lay_out(origin)
        resize_within(self, QSize(620, 560))
        self._read()

    # ---- building

    def _offer(self, origin: Origin) -> None:
        from reader.services.importing.methods import methods_of  # here: it knows all readers, which start with a job

        self._encoding.setEditable(True)
        self._encoding.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if (field := self._encoding.lineEdit()) is not None:
            field.setAccessibleName(self.tr("Encoding"))  # which Qt gives to the box alone
        self._encoding.addItem(self.tr("As the file says"), "")
        for name, words in encodings():
            self._encoding.addItem(words, name)
        if origin.encoding and self._encoding.findData(origin.encoding) < 0:
            self._encoding.addItem(origin.encoding, origin.encoding)
        self._encoding.setCurrentIndex(max(0, self._encoding.findData(origin.encoding)))
        self._method.addItem(self.tr("By whatever fits best"), "")
        for method in methods_of(origin.media_type):
            self._method.addItem(method_words(method), method)
        self._method.setCurrentIndex(max(0, self._method.findData(origin.method)))
        self._encoding.currentTextChanged.connect(self._on_choice)
        self._method.currentIndexChanged.connect(self._on_choice)

    def _lay_out(self, origin: Origin) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Encoding"), self._encoding)
        form.addRow(self.tr("&Method"), self._method)
        center_labels(form)
        form.setRowVisible(self._encoding, bool(origin.encoding))
        form.setRowVisible(self._method, self._method.count() > 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._fields.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.addLayout(form)
        for widget in (self._state, self._fields):
            column.addWidget(widget)
        column.addWidget(self._text, 1)
        column.addWidget(self._highlights)
        column.addWidget(buttons)

    # ---- reading

    def _way(self) -> _Way:
        typed = self._encoding.currentText()
        at = self._encoding.findText(typed)
        encoding = self._encoding.itemData(at) if at >= 0 else typed.strip()
        return _Way(encoding, self._method.currentData())

    def _on_choice(self) -> None:
        self._stop()
        self._soon.start()

    def _stop(self) -> None:
        self._take.setEnabled(False)
        self._reread = None
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _read(self) -> None:
        """Read the original in the background; an answer that came too late is none."""
        self._stop()
        self._state.setText(self.tr("Reading..."))
        library, article, way = self._library, self._article.id, self._way()

        def work(job: Job) -> tuple[_Way, Reread | None]:
            with library.another() as db:
                return way, rereading.read_again(
                    db, article, encoding=way.encoding, method=way.method, cancelled=lambda: job.cancelled
                )

        self._job = Job(work)
        self._job.finished.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_read(self, answer: tuple[_Way, Reread | None]) -> None:
        way, reread = answer
        if reread is None or way != self._way():
            return
        self._job, self._reread = None, reread
        draft = reread.draft
        same = draft.text == reread.version and not reread.fields and draft.marks == self._article.marks
        said = self.tr("This gives the text that is there.") if same else self.tr("This gives another text:")
        doubts = doubt_words(draft.warnings)
        self._state.setText(self.tr("{said} ({doubts})").format(said=said, doubts=doubts) if doubts else said)
        length = self.tr("%Ln character(s)", "", len(draft.text))
        known = (draft.source, draft.published.replace("T", " "), draft.author, draft.original.encoding, length)
        self._fields.setText(" · ".join(each for each in known if each))
        self._text.setPlainText(draft.text[:SHOWN] + ("…" if len(draft.text) > SHOWN else ""))
        self._say_highlights(reread)
        self._take.setEnabled(not same)

    def _say_highlights(self, reread: Reread) -> None:
        kept, changed, doubtful, lost = (len(reread.of_state(each)) for each in (EXACT, ADJUSTED, REVIEW, ORPHAN))
        lines = []
        if kept:
            lines.append(self.tr("%Ln highlight(s) keep their words.", "", kept))
        if changed:
            lines.append(self.tr("%Ln highlight(s) are adjusted to what became of their words.", "", changed))
        if doubtful:
            lines.append(self.tr("%Ln highlight(s) are put where their words may be, for you to review.", "", doubtful))
        if lost:
            lines.append(self.tr("%Ln highlight(s) have no place in it and stay as orphans.", "", lost))
        self._highlights.setText("\n".join(lines))
        self._highlights.setVisible(bool(lines))

    def _on_failed(self, error: ReaderError) -> None:
        self._state.setText(error_words(error))
        self._fields.clear()
        self._text.clear()
        self._highlights.clear()

    def accept(self) -> None:
        """Take what was read."""
        if self._reread is not None:
            self.taken.emit(self._reread)
            super().accept()

    def done(self, result: int) -> None:
        """Nothing is read any more."""
        self._soon.stop()
        self._stop()
        super().done(result)
