"""What stands under the last paragraph and scrolls with it: folded, what of the page is not in the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout

from reader.domain.article import ArticleRow, LeftOut, printed
from reader.icons import icon
from reader.languages import listed
from reader.theme import Theme
from reader.widgets.byline import BETWEEN
from reader.widgets.left_out_list import LeftOutList
from reader.widgets.step_words import shortened
from reader.widgets.text_column import Spot, TextColumn

BESIDE = 24  # px in a button beside its words
NAMED, LISTED = 3, 20  # other prints that are named in the line, and those in its menu


class Foot(QFrame):
    """Scrolls with the text, in a room below it that is left free."""

    pull_wanted = Signal(list)  # the numbers of left out lines that are to be in the text
    article_wanted = Signal(int)  # another print of it
    comparison_wanted = Signal(int)

    def __init__(self, pane: TextColumn, theme: Theme) -> None:
        super().__init__(pane.viewport())
        self.setObjectName("articleFoot")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._pane = pane
        self._lines: Sequence[LeftOut] = ()
        self._more = False  # in the page than these lines
        self._row = 0  # of the list, at first
        self.came_from: Spot | None = None  # in the text, from where keys led here
        self._seen = True
        self._prints: Sequence[ArticleRow] = ()
        self.prints = QToolButton(self)
        self.prints.setObjectName("reprints")
        self.prints.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.prints.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.prints.setMenu(QMenu(self))
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
        self._lay_out()
        for each in (self.prints, self.fold, self._some, self._all, self.list):
            each.installEventFilter(self)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._measure_rest)
        pane.moved.connect(self.place)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        self._some, self._all = QPushButton(self), QPushButton(self)
        self._some.setObjectName("pullIn")
        self._all.setObjectName("pullAllIn")
        self._some.clicked.connect(self.list.pull_selected)
        self._all.clicked.connect(lambda: self.pull_wanted.emit(list(range(len(self._lines)))))
        buttons = QHBoxLayout()
        buttons.addWidget(self._some)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        column.addWidget(self.prints, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._hint, self.list):
            column.addWidget(widget)
        column.addLayout(buttons)

    @property
    def tab_stops(self) -> list[QToolButton | LeftOutList | QPushButton]:
        """Where Tab stops, from top to bottom."""
        return [self.prints, self.fold, self.list, self._some, self._all]

    def show_left_out(self, lines: Sequence[LeftOut], *, folded: bool, more: bool = False) -> None:
        """Show the lines of the page that are not in the text of the open article, or that there are some.

        `more`: the page has even more than were kept.
        """
        pulled = len(lines) < len(self._lines)
        self._row = 0 if folded else self.list.next_row() if pulled else max(0, self.list.currentIndex().row())
        self._lines, self._more = lines, more
        if not lines and self._has_focus():
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would go on to the next pane
        if folded:
            self.came_from = None
            self.list.fill([])  # until they are wanted
        elif self.list.lines:
            self._fill()
        self.fold.setChecked(bool(lines) and not folded)
        self._on_fold()

    def show_reprints(self, others: Sequence[ArticleRow]) -> None:
        """Show who printed the open article, too."""
        if others != self._prints:
            self._prints = others
            self._say_prints()
            self.place()

    def unfold(self) -> bool:
        """Show the lines and let one be chosen by keys; False if there are none."""
        if not self._lines:
            return False
        if not self._seen:
            self.came_from = self._pane.spot()
        self.fold.setChecked(True)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show(self.geometry())
        return True

    def place(self) -> None:
        """Stand under the text, as wide as it is."""
        wanted = bool(self._lines or self._prints)
        room = self._pane.room_below(self.height() if wanted else 0)
        if not wanted or room.width() <= 0:
            self.hide()
            return
        if self.fold.isChecked() and not self._rest.isActive():
            self.list.fit(room.width())
            if not self.list.is_measured:
                self._rest.start()
        self._fit_prints(room.width())
        layout = self.layout()
        assert layout is not None
        height = layout.heightForWidth(room.width()) if layout.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(self._pane.room_below(height))
        self.show()
        self._let_tab_stop(self.geometry().intersects(self._pane.viewport().rect()))

    def _measure_rest(self) -> None:
        """Measure some more lines; the current one stays where it is, or the first one in view, though others grow."""
        if not self.fold.isChecked():
            return
        row, view = self.list.currentIndex().row(), self._pane.viewport()
        if not self._row_place().intersects(view.rect()):
            row = self.list.rowAt(max(0, -self.list.mapTo(view, QPoint()).y()))
        before = self.list.rowViewportPosition(row)
        self.place()
        bar = self._pane.verticalScrollBar()
        bar.setValue(bar.value() + self.list.rowViewportPosition(row) - before)

    def _let_tab_stop(self, seen: bool) -> None:
        """Out of sight Tab passes it by: it would take the text away from who only goes on to the next pane."""
        if seen != self._seen:
            self._seen = seen
            policy = Qt.FocusPolicy.StrongFocus if seen else Qt.FocusPolicy.ClickFocus
            for each in self.tab_stops:
                each.setFocusPolicy(policy)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Below the text"))
        self.fold.setVisible(bool(self._lines))
        self.fold.setText(self.tr("Page parts left out (%Ln)", "", len(self._lines)))
        self.fold.setToolTip(self.tr("Show what of the page is not in the text (P)"))
        self.fold.setAccessibleName(self.fold.text())
        self.list.setAccessibleName(self.tr("Page parts left out"))
        self._say_prints()
        hint = self.tr("Return takes the chosen lines into the text, at the place where they were.")
        more = self.tr("The page has more lines than these; the others are only in its original.")
        self._hint.setText(f"{hint}\n{more}" if self._more else hint)
        self._some.setText(self.tr("Pull in"))
        self._all.setText(self.tr("Pull all in"))

    def _say_prints(self) -> None:
        names = list(dict.fromkeys(row.source or row.title for row in self._prints))
        said = listed(shortened(name) for name in names[:NAMED])
        if len(names) > NAMED:
            said = self.tr("{names} and others").format(names=said)
        words = self.tr("Also printed by: {names} (%Ln)", "", len(self._prints)).format(names=said)
        for named in (self.prints, self.prints.menu()):
            named.setAccessibleName(words)
        self._fit_prints(self.width())
        self.prints.setVisible(bool(self._prints))
        menu = self.prints.menu()
        menu.clear()
        for action, signal in (
            (self.tr("Open: {article}"), self.article_wanted),
            (self.tr("Compare: {article}"), self.comparison_wanted),
        ):
            for row in self._prints[:LISTED]:
                name = BETWEEN.join(filter(None, (row.source, row.published[:10], shortened(row.title))))
                made = menu.addAction(action.format(article=name).replace("&", "&&"))
                made.triggered.connect(lambda _=False, signal=signal, article=row.id: signal.emit(article))
            menu.addSeparator()

    def _fit_prints(self, width: int) -> None:
        """Cut the names where the column is narrow."""
        room = width - self.prints.iconSize().width() - BESIDE
        words = self.fontMetrics().elidedText(self.prints.accessibleName(), Qt.TextElideMode.ElideRight, room)
        self.prints.setText(words.replace("&", "&&"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self.prints.setIcon(icon("mdi6.newspaper-variant-multiple-outline", theme.secondary))
        self.list.set_theme(theme)
        self._draw_fold()

    def _on_fold(self) -> None:
        """Show or hide the lines; they are read only now."""
        opened = self.fold.isChecked()
        if opened and not self.list.lines:
            self._fill()
        for widget in (self.list, self._hint, self._some, self._all):
            widget.setVisible(opened)
        self._draw_fold()
        self.retranslate()
        self.place()

    def _fill(self) -> None:
        self.list.fill([printed(line.text, line.glosses) for line in self._lines], self._row)

    def _draw_fold(self) -> None:
        sign = "chevron-down" if self.fold.isChecked() else "chevron-right"
        self.fold.setIcon(icon(f"mdi6.{sign}", self._theme.secondary))

    def held(self) -> int | None:
        """How far down in the viewport the current line stands, where keys or the mouse are at work in the foot."""
        if not self._lines or not self._has_focus() or not self.fold.isChecked():
            return None
        return self._row_place().top()

    def _has_focus(self) -> bool:
        focus = self._pane.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def hold(self, top: int) -> None:
        """Let the current line stand there again, after the text became another one; in sight at any rate."""
        bar = self._pane.verticalScrollBar()
        for _ in range(2):  # what comes into view is laid out only then
            bar.setValue(bar.value() + self._row_place().top() - top)
        self._show(self._row_place())

    def _row_place(self) -> QRect:
        row = self.list.current_rect()
        return QRect(self.list.mapTo(self._pane.viewport(), row.topLeft()), row.size())

    def _show_row(self, row: QRect) -> None:
        self._show(QRect(self.list.mapTo(self._pane.viewport(), row.topLeft()), row.size()))

    def _show(self, area: QRect) -> None:
        """Scroll so far that an area of the viewport is seen, its top at least."""
        bar, height = self._pane.verticalScrollBar(), self._pane.viewport().height()
        below = min(area.bottom() - height, area.top())
        if area.top() < 0 or below > 0:
            bar.setValue(bar.value() + (area.top() if area.top() < 0 else below))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What gets the focus by keys comes into view; Escape goes back to the text, to where it was read."""
        if event.type() == QEvent.Type.FocusIn and watched is not self.list:
            self._show(QRect(watched.mapTo(self._pane.viewport(), watched.rect().topLeft()), watched.size()))  # type: ignore[attr-defined]
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.came_from is not None:
                self._pane.return_to(self.came_from)
                self.came_from = None
            return True
        return super().eventFilter(watched, event)
