"""Long work in the status bar: what it is, how far it is, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reader.jobs import Job


class Activity(QWidget):
    """Shows the job that runs, after which those that wait have their turn; hidden when none does."""

    idle = Signal()  # a job ended

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("activity")
        self._words = ""
        self._job: Job | None = None
        self._waiting: list[tuple[Job, str]] = []
        self._label = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("cancelJob")
        self._cancel.setFlat(True)
        self._cancel.clicked.connect(self.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        for widget in (self._label, self._bar, self._cancel):
            line.addWidget(widget)
        self.retranslate()
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._job is not None

    def start(self, job: Job, words: str) -> None:
        """Start a job once no other runs, and show its progress. `words` has places for {done} and {total}."""
        if self._job is not None:
            self._waiting.append((job, words))
            return
        self._job, self._words = job, words
        self._bar.setRange(0, 0)
        self._label.setText("")
        self._cancel.setEnabled(True)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)
        self.show()
        job.start()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._job.cancel()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._label.setText(self._words.format(done=f"{done:,}", total=f"{total:,}"))

    def _on_ended(self) -> None:
        self._job = None
        self.hide()
        self.idle.emit()
        if self._waiting:
            self.start(*self._waiting.pop(0))
