"""The small bar at a selection, for the mouse: highlight, recent tags, more tags, note, copy."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from reader.domain.tag import TagTree
from reader.icons import icon
from reader.theme import Theme
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.tag_paths import shortened_path
from reader.widgets.tag_picker import dot
from reader.widgets.tips import escaped

GAP = 8  # px between bar and selection
CHIP = 72  # px of a tag's name at most


class SelectionBar(QFrame):
    """Floats beside the selection and never covers it."""

    highlight_wanted = Signal()
    tag_wanted = Signal(int)
    pick_wanted = Signal()
    note_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, pane: ReadingPane, theme: Theme) -> None:
        super().__init__(pane.viewport())
        self.setObjectName("selectionBar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._pane = pane
        self._chips: list[QToolButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(3, 3, 3, 3)
        self._line.setSpacing(1)
        self._buttons = {
            "mdi6.marker": self._button("barHighlight", self.highlight_wanted),
            "mdi6.tag-outline": self._button("barTag", self.pick_wanted),
            "mdi6.note-edit-outline": self._button("barNote", self.note_wanted),
            "mdi6.content-copy": self._button("barCopy", self.copy_wanted),
        }
        self.set_theme(theme)
        self.retranslate()
        pane.moved.connect(self._follow)
        pane.selectionChanged.connect(self._leave_if_nothing)
        self.hide()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Selected passage"))
        words = (self.tr("Highlight (H)"), self.tr("Tag (T)"), self.tr("Note (N)"), self.tr("Copy (Ctrl+C)"))
        for button, each in zip(self._buttons.values(), words, strict=True):
            button.setToolTip(each)
            button.setAccessibleName(each)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colour."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.text))

    def show_at(self, rect: QRect, tree: TagTree, tags: list[int]) -> None:
        """Show beside a rectangle of the viewport, with chips for these tags."""
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = [self._chip(number, tag, tree) for number, tag in enumerate(tags)]
        while self._chips and self.sizeHint().width() > self._pane.viewport().width() - 8:
            last = self._chips.pop()  # a narrow window shows fewer
            last.hide()
            last.deleteLater()
        self.adjustSize()
        self._place(rect)
        self.show()
        self.raise_()

    def _button(self, name: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(signal)
        self._line.addWidget(button)
        return button

    def _chip(self, number: int, tag: int, tree: TagTree) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(f"barChip{number + 1}")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIcon(dot(tree.by_id[tag].color))
        chip.setIconSize(QSize(10, 10))
        shown = shortened_path(tree.label(tag), CHIP, self.fontMetrics().horizontalAdvance)
        chip.setText(" " + shown.replace("&", "&&"))
        chip.setToolTip(escaped(tree.path(tag)))
        chip.setAccessibleName(tree.label(tag))
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda: self.tag_wanted.emit(tag))
        self._line.insertWidget(1 + number, chip)
        chip.show()  # else it counts for no width until the event loop runs, where the bar is visible already
        return chip

    def _place(self, rect: QRect) -> None:
        viewport = self._pane.viewport()
        x = max(4, min(rect.center().x() - self.width() // 2, viewport.width() - self.width() - 4))
        above, below = rect.top() - self.height() - GAP, rect.bottom() + GAP
        if above >= 0:
            self.move(x, above)
        elif below + self.height() <= viewport.height():
            self.move(x, below)
        else:  # the selection fills the page
            self.move(x, viewport.height() - self.height() - 4)

    def _follow(self) -> None:
        if self.isVisible():
            self._place(self._pane.selection_rect())

    def _leave_if_nothing(self) -> None:
        if self.isVisible() and self._pane.selection() is None:
            self.hide()
