"""Finding words in the open article: all hits marked, a count, next and previous."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from reader.domain.highlight import Span
from reader.icons import icon
from reader.jobs import Job
from reader.models.page import HIT_LIMIT, Page, find
from reader.theme import Theme
from reader.widgets.reading_pane import ReadingPane

PAUSE_MS = 120  # after a keystroke
LONG = 200_000  # characters from which the search runs in the background


class FindBar(QFrame):
    """Stands above the text while something is looked for."""

    closed = Signal()
    highlight_wanted = Signal(list)  # the Spans of all hits
    tags_wanted = Signal(list, QRect)  # the same, and beside which rectangle of the screen tags are to be chosen

    def __init__(self, pane: ReadingPane, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self._pane = pane
        self._hits: list[Span] = []
        self._current = 0
        self._job: Job | None = None  # looks for words in a long text
        self.field = QLineEdit(self)
        self.field.setObjectName("findField")
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(420)
        self.count = QLabel(self)
        self.count.setObjectName("findCount")
        self.count.setMinimumWidth(56)
        self.count.setIndent(6)
        self._previous, self._next, self._mark, self._tag, self._close = (QToolButton(self) for _ in range(5))
        self._mark.setObjectName("highlightHits")
        self._tag.setObjectName("tagHits")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addWidget(self.count)
        for button in (self._previous, self._next, self._mark, self._tag):
            line.addWidget(button)
        line.addStretch()
        line.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.search)
        self.field.textChanged.connect(self._timer.start)
        self.field.installEventFilter(self)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._mark.clicked.connect(self.highlight_all)
        self._tag.clicked.connect(self.tag_all)
        self._close.clicked.connect(self.close_bar)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.field.setPlaceholderText(self.tr("Find in article"))
        self.field.setAccessibleName(self.tr("Find in article"))
        for button, words in (
            (self._previous, self.tr("Previous hit (Shift+F3)")),
            (self._next, self.tr("Next hit (F3)")),
            (self._mark, self.tr("Highlight all hits (Alt+Enter)")),
            (self._tag, self.tr("Highlight all hits and tag them (Alt+Shift+Enter)")),
            (self._close, self.tr("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colour."""
        walking = ((self._previous, "chevron-up"), (self._next, "chevron-down"))
        marking = ((self._mark, "marker"), (self._tag, "tag-outline"))
        for button, name in (*walking, *marking, (self._close, "close")):
            button.setIcon(icon(f"mdi6.{name}", theme.text))

    def open_bar(self) -> None:
        """Show, with the selected words if there are any, ready to type."""
        span, page = self._pane.selection(), self._pane.page
        if span is not None and page is not None and "\n" not in span.of(page.article.text):
            self.field.setText(span.of(page.article.text)[:200])
        self._appear(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Take the marks away and give the focus back to the text."""
        self._appear(False)
        self._drop_job()
        self._timer.stop()
        self._hits = []
        self._pane.mark_hits([])
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _appear(self, shown: bool) -> None:
        """Show or hide above the text, whose lines stay where they are on the screen."""
        top, holder = self._pane.mapToGlobal(QPoint()).y(), self.parentWidget()
        self.setVisible(shown)
        layout = holder.layout() if holder is not None else None
        if layout is not None:
            layout.activate()
        self._pane.slide(self._pane.mapToGlobal(QPoint()).y() - top)

    def search(self) -> None:
        """Look for the words in the article that is open now."""
        self._timer.stop()
        self._drop_job()
        page, words = self._pane.page, self.field.text()
        if self.isHidden() or page is None:
            return
        if len(page.article.text) < LONG:
            self._show((page, words, find(page, words)))
            return
        self._hits = []
        self._pane.mark_hits([])
        self.count.setText(self.tr("Searching..."))
        self._job = Job(lambda job: (page, words, find(page, words)))
        self._job.finished.connect(self._show)
        self._job.start()

    def _drop_job(self) -> None:
        """What is still looked for is not wanted any more; its answer goes nowhere."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the ends."""
        if self.isHidden():
            self.open_bar()
            return
        if self._timer.isActive():
            self.search()
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._go()

    def highlight_all(self) -> None:
        """Ask for all hits of what is typed to be highlighted."""
        if hits := self._every():
            self.highlight_wanted.emit(hits)

    def tag_all(self) -> None:
        """Ask for all hits of what is typed to be highlighted, with tags to be chosen."""
        if hits := self._every():
            self.tags_wanted.emit(hits, QRect(self.field.mapToGlobal(QPoint()), self.field.size()))

    def _every(self) -> list[Span]:
        if self._timer.isActive():
            self.search()
        return self._hits

    def _show(self, found: tuple[Page, str, list[Span]]) -> None:
        """Show hits, unless another article, other words or nothing at all is looked for by now."""
        page, words, hits = found
        now = self._pane.page
        if self.isHidden() or now is None or now.article is not page.article or words != self.field.text():
            return
        self._job = None
        self._hits = hits
        place = self._pane.place()
        at = bisect_left([span.start for span in hits], place)
        self._current = at if at < len(hits) else 0
        self._pane.mark_hits(hits, self._current if hits else None)
        if hits:
            self._go()
        self._say()

    def _go(self) -> None:
        self._pane.set_current_hit(self._current)
        self._pane.visit(self._hits[self._current])
        self._say()

    def _say(self) -> None:
        if self._hits:
            more = "+" if len(self._hits) == HIT_LIMIT else ""
            words = self.tr("{number} of {total}").format(
                number=f"{self._current + 1:,}", total=f"{len(self._hits):,}{more}"
            )
        else:
            words = self.tr("Not found") if self.field.text() else ""
        self.count.setText(words)
        for button in (self._previous, self._next, self._mark, self._tag):
            button.setEnabled(bool(self._hits))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, with Alt they are about all hits; Escape closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    (self.tag_all if shift else self.highlight_all)()
                else:
                    self.step(-1 if shift else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)
