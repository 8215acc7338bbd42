"""Long work in the status bar: what it is, how far it is, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reader.jobs import Job


class _Task(QObject):
    """A job that runs, and how far it is."""

    moved = Signal()
    ended = Signal(object)  # the task

    def __init__(self, job: Job, words: str, lane: str, parent: QObject) -> None:
        super().__init__(parent)
        self.job, self.words, self.lane = job, words, lane
        self.done = self.total = 0
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)

    def _on_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, max(1, total)
        self.moved.emit()

    def _on_ended(self) -> None:
        self.ended.emit(self)


class Activity(QWidget):
    """Shows the job that was begun last of those that run; hidden when none does.

    Jobs of one lane run one after the other, and lanes beside one another: nobody waits for a long import who saves.
    """

    idle = Signal()  # a job ended

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("activity")
        self._tasks: list[_Task] = []  # that run, at most one of each lane, in the order in which they were begun
        self._waiting: list[tuple[Job, str, str]] = []
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
        return bool(self._tasks)

    def start(self, job: Job, words: str, lane: str = "") -> None:
        """Start a job once no other of its lane runs, and show how far it is.

        `words` have places for {done} and {total}.
        """
        if any(task.lane == lane for task in self._tasks):
            self._waiting.append((job, words, lane))
            return
        task = _Task(job, words, lane, self)
        task.moved.connect(self._show)
        task.ended.connect(self._on_ended)
        self._tasks.append(task)
        self._show()
        job.start()

    def cancel(self) -> None:
        """Ask the job that is shown to stop at its next step."""
        if self._tasks:
            self._tasks[-1].job.cancel()
            self._show()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))

    def _show(self) -> None:
        self.setVisible(self.busy)
        if not self.busy:
            return
        task = self._tasks[-1]
        self._bar.setRange(0, task.total)
        self._bar.setValue(task.done)
        self._label.setText(task.words.format(done=f"{task.done:,}", total=f"{task.total:,}") if task.total else "")
        self._cancel.setEnabled(not task.job.cancelled)

    def _on_ended(self, task: _Task) -> None:
        self._tasks.remove(task)
        task.deleteLater()
        self._show()
        self.idle.emit()
        following = next((waiting for waiting in self._waiting if waiting[2] == task.lane), None)
        if following is not None:
            self._waiting.remove(following)
            self.start(*following)
