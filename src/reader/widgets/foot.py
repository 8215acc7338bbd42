"""What stands under the last paragraph and scrolls with it: folded, what of the page is not in the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from reader.domain.article import LeftOut, printed
from reader.icons import icon
from reader.theme import Theme
from reader.widgets.left_out_list import LeftOutList
from reader.widgets.text_column import TextColumn


class Foot(QFrame):
    """Scrolls with the text, in a room below it that is left free."""

    pull_wanted = Signal(list)  # the numbers of left out lines that are to be in the text

    def __init__(self, pane: TextColumn, theme: Theme) -> None:
        super().__init__(pane.viewport())
        self.setObjectName("articleFoot")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._pane = pane
        self._lines: Sequence[LeftOut] = ()
        self.fold = QToolButton(self)
        self.fold.setObjectName("foldLeftOut")
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.fold.toggled.connect(self._on_fold)
        self.list = LeftOutList(theme, self)
        self.list.pull_wanted.connect(self.pull_wanted)
        self.list.row_shown.connect(self._show_row)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._some, self._all = QPushButton(self), QPushButton(self)
        self._some.setObjectName("pullIn")
        self._all.setObjectName("pullAllIn")
        self._some.clicked.connect(self.list.pull_selected)
        self._all.clicked.connect(lambda: self.pull_wanted.emit(list(range(len(self._lines)))))
        self._lay_out()
        for each in (self.fold, self._some, self._all, self.list):
            each.installEventFilter(self)
        pane.moved.connect(self.place)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._some)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._hint, self.list):
            column.addWidget(widget)
        column.addLayout(buttons)

    @property
    def tab_stops(self) -> list[QToolButton | LeftOutList | QPushButton]:
        """Where Tab stops, from top to bottom."""
        return [self.fold, self.list, self._some, self._all]

    def show_left_out(self, lines: Sequence[LeftOut], *, folded: bool) -> None:
        """Show the lines of the page that are not in the text of the open article, or that there are some."""
        self._lines = lines
        self.list.fill([])  # until they are wanted
        self.fold.setChecked(bool(lines) and not folded)
        self._on_fold()

    def unfold(self) -> bool:
        """Show the lines and let one be chosen by keys; False if there are none."""
        if not self._lines:
            return False
        self.fold.setChecked(True)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show(self.geometry())
        return True

    def place(self) -> None:
        """Stand under the text, as wide as it is."""
        room = self._pane.room_below(self.height() if self._lines else 0)
        if not self._lines or room.width() <= 0:
            self.hide()
            return
        self.list.fit(room.width())
        layout = self.layout()
        assert layout is not None
        height = layout.heightForWidth(room.width()) if layout.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(self._pane.room_below(height))
        self.show()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Below the text"))
        self.fold.setText(self.tr("Page parts left out (%Ln)", "", len(self._lines)))
        self.fold.setToolTip(self.tr("Show what of the page is not in the text (P)"))
        self.fold.setAccessibleName(self.fold.text())
        self.list.setAccessibleName(self.tr("Page parts left out"))
        self._hint.setText(self.tr("Return takes the chosen lines into the text, at the place where they were."))
        self._some.setText(self.tr("Pull in"))
        self._all.setText(self.tr("Pull all in"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self.list.set_theme(theme)
        self._draw_fold()

    def _on_fold(self) -> None:
        """Show or hide the lines; they are read only now."""
        opened = self.fold.isChecked()
        if opened and not self.list.count():
            self.list.fill([printed(line.text, line.glosses) for line in self._lines])
        for widget in (self.list, self._hint, self._some, self._all):
            widget.setVisible(opened)
        self._draw_fold()
        self.retranslate()
        self.place()

    def _draw_fold(self) -> None:
        sign = "chevron-down" if self.fold.isChecked() else "chevron-right"
        self.fold.setIcon(icon(f"mdi6.{sign}", self._theme.secondary))

    def _show_row(self, row: QRect) -> None:
        self._show(QRect(self.list.mapTo(self._pane.viewport(), row.topLeft()), row.size()))

    def _show(self, area: QRect) -> None:
        """Scroll so far that an area of the viewport is seen, its top at least."""
        bar, height = self._pane.verticalScrollBar(), self._pane.viewport().height()
        below = min(area.bottom() - height, area.top())
        if area.top() < 0 or below > 0:
            bar.setValue(bar.value() + (area.top() if area.top() < 0 else below))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What gets the focus by keys comes into view; Escape goes back to the text."""
        if event.type() == QEvent.Type.FocusIn and watched is not self.list:
            self._show(QRect(watched.mapTo(self._pane.viewport(), watched.rect().topLeft()), watched.size()))  # type: ignore[attr-defined]
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)
