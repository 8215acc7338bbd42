"""The lines of a page that are not in the text: as high as all of them together, with a button at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from reader.actions import Act
from reader.icons import icon
from reader.theme import Theme, words_color
from reader.widgets.row_painting import ground_of, line_height, lines_of, paint_ground, paint_ring, wrapped
from reader.widgets.rows_view import RowsView

LINES = 6  # of a paragraph that are shown
AT_ONCE = 1_000  # lines that are measured while the window waits, in 20 ms
LONGEST = 2_000  # characters of it that are looked at for them
WIDEST = 1.2  # times a font's size: as wide as any character, so that short lines need not be measured
SIGN, PAD_X, PAD_Y = 18, 8, 4  # px
# Keys that are about the article rather than about its text mean the same here.
OF_THE_ARTICLE = [
    key for act in (Act.NEXT_ARTICLE, Act.PREVIOUS_ARTICLE, Act.STAR, Act.UNREAD) for key in act.value.keys
]
Index = QModelIndex | QPersistentModelIndex


class LeftOutList(RowsView):
    """Says which lines are to be pulled in. Keys that are about the text do nothing here, or are about the lines."""

    pull_wanted = Signal(list)  # their numbers
    row_shown = Signal(QRect)  # the row that keys went to

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._rows = _Rows(theme)
        self._lines = QStringListModel()
        self._unmeasured = range(0)  # rows
        super().__init__(self._lines, self._rows, "leftOut")
        self.setParent(parent)
        self._rows.setParent(self)
        self._lines.setParent(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._on_row)

    @property
    def lines(self) -> list[str]:
        """What is shown."""
        return self._lines.stringList()

    def fill(self, lines: Sequence[str], row: int = 0) -> None:
        """Show these lines, the one in a row as the current one; what was shown before is not measured anew."""
        before = self.lines
        first = _in_common(before, lines)
        behind = _in_common(before[first:][::-1], lines[first:][::-1])
        fresh = range(first, len(lines) - behind)
        # Those that were still to be measured are the last ones.
        self._unmeasured = range(min(first, self._unmeasured.start), len(lines)) if self._unmeasured else fresh
        with QSignalBlocker(self):  # nobody went to the row
            if len(fresh) < len(lines):
                self._lines.removeRows(first, len(before) - first - behind)
                self._lines.insertRows(first, len(fresh))
                for number in fresh:
                    self._lines.setData(self._lines.index(number, 0), lines[number])
            else:
                self._lines.setStringList(list(lines))
            self.setCurrentIndex(self._lines.index(min(row, len(lines) - 1), 0))

    def next_row(self) -> int:
        """The row of the line that comes after those chosen, once they are gone."""
        current = max(0, self.currentIndex().row())
        return current - sum(row < current for row in self.selected_rows())

    def fit(self, width: int = 0) -> None:
        """Be as high as all lines are in a width, px; 0: in the one that there is.

        Of very many lines some are measured; while `is_measured` is not so, it is to be called again.
        """
        if width not in (0, self._rows.width):
            self._rows.width, self._unmeasured = width, range(self._lines.rowCount())
        if self._unmeasured:
            super().fit()
            self._measure(self._unmeasured[:AT_ONCE])
            self._unmeasured = self._unmeasured[AT_ONCE:]
        self.setFixedHeight(self.verticalHeader().length() + 2 * self.frameWidth() + 4)

    def _measure(self, rows: range) -> None:
        heads, lines = self.verticalHeader(), self.lines[rows.start : rows.stop]
        for row, height in zip(rows, self._rows.heights(lines, self.font()), strict=True):
            if height != heads.sectionSize(row):
                heads.resizeSection(row, height)

    @property
    def is_measured(self) -> bool:
        """Whether each line has the height that it needs."""
        return not self._unmeasured

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._rows.theme = theme
        self.viewport().update()

    def current_rect(self) -> QRect:
        """Where the current line stands."""
        return self.visualRect(self.currentIndex())

    def pull_selected(self) -> None:
        """Ask for the lines that are chosen."""
        if rows := self.selected_rows():
            self.pull_wanted.emit(rows)

    def _copy(self) -> None:
        lines = self._lines.stringList()
        if rows := self.selected_rows():
            QGuiApplication.clipboard().setText("\n".join(lines[row] for row in rows))

    def _on_row(self, current: QModelIndex) -> None:
        if current.isValid() and self.hasFocus():
            self.row_shown.emit(self.visualRect(current))

    def _at_sign(self, point: QPoint) -> int:
        """The row whose button is at a point; -1 if none is."""
        row = self.indexAt(point).row()
        return row if row >= 0 and point.x() >= self.viewport().width() - SIGN - 2 * PAD_X else -1

    def event(self, event: QEvent) -> bool:
        """Take the keys that are about the text before they get there."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_of_the_text(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return pulls the chosen lines in, Ctrl+C copies them, Ctrl+A chooses all."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pull_selected()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_rows(range(self._lines.rowCount()))
        elif not _is_of_the_text(event):
            super().keyPressEvent(event)
            event.accept()  # where there is no row to go to, the text would take it and scroll

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the button of a line pulls that in."""
        super().mouseReleaseEvent(event)
        if (row := self._at_sign(event.position().toPoint())) >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.pull_wanted.emit([row])

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._unmeasured = range(self._lines.rowCount())
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text scrolls, with all that is under it."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the button does."""
        if isinstance(event, QHelpEvent):
            said = self.tr("Pull in") if self._at_sign(event.pos()) >= 0 else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().viewportEvent(event)


class _Rows(QStyledItemDelegate):
    """A line with a plus at its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.width = 400  # px of a row
        self._measured: dict[tuple[str, str, int], int] = {}  # by words, font and room: how many lines

    @property
    def room(self) -> int:
        """For words, px."""
        return self.width - 3 * PAD_X - SIGN

    def heights(self, lines: Iterable[str], font: QFont) -> Iterator[int]:
        """Of the rows with these words, px; only words that may need several lines are measured, and once."""
        room, step, size, key = self.room, line_height(font), WIDEST * QFontInfo(font).pixelSize(), font.key()
        for words in map(_folded, lines):
            count = 1
            if len(words) * size > room:
                facts = (words, key, room)
                if facts not in self._measured:
                    self._measured[facts] = lines_of(words, font, room, LINES)
                count = self._measured[facts]
            yield count * step + 2 * PAD_Y

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words; of no row in particular, as high as one line."""
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "") if index.isValid() else ""
        return QSize(self.width, next(self.heights([words], option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        theme, area = self.theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ground_of(option.state, theme)
        paint_ground(painter, area, option.state, theme, radius=4)
        paint_ring(painter, area, option, theme, radius=4)
        painter.setFont(option.font)
        painter.setPen(words_color(theme, theme.secondary, ground))
        step, metrics = line_height(option.font), option.fontMetrics
        base = area.top() + PAD_Y + (step - metrics.height()) // 2 + metrics.ascent()
        for number, words in enumerate(self._lines(option, index)):
            painter.drawText(area.left() + PAD_X, base + number * step, words)
        color = QColor(theme.accent if ground else theme.secondary).name()
        sign = QRect(area.right() - PAD_X - SIGN, area.top() + PAD_Y + (step - SIGN) // 2, SIGN, SIGN)
        icon("mdi6.plus-circle-outline", color).paint(painter, sign)
        painter.restore()

    def _lines(self, option: QStyleOptionViewItem, index: Index) -> list[str]:
        words = _folded(str(index.data(Qt.ItemDataRole.DisplayRole)))
        return wrapped(words, option.font, self.room, LINES)


def _in_common(some: Sequence[str], others: Sequence[str]) -> int:
    """How many of two lists are the same from the start on."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


def _folded(words: str) -> str:
    return " ".join(words[:LONGEST].split())


def _is_of_the_text(event: QKeyEvent) -> bool:
    """Whether a key is about the text, which is not looked at now: copies, chooses all, deletes; a letter, a digit."""
    keys = QKeySequence.StandardKey
    if event.matches(keys.Copy) or event.matches(keys.SelectAll):
        return True
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return False
    return event.key() == Qt.Key.Key_Delete or (event.text().isalnum() and event.text().upper() not in OF_THE_ARTICLE)
