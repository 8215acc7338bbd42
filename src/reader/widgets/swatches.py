"""A row of the tag colours to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from reader.domain.tag import COLORS

SIZE = 28  # px
COLUMNS = len(COLORS)
Keys = Qt.Key


class Swatches(QWidget):
    """One colour is chosen. Tab stops at that one only, and arrows walk from there to the others.

    `with_none` adds a choice of no colour of its own.
    """

    chosen = Signal(str)  # a name from COLORS, or ""

    def __init__(self, *, with_none: bool = False, columns: int = COLUMNS) -> None:
        super().__init__()
        self._columns = columns
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Swatch] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for number, name in enumerate([""] * with_none + list(COLORS)):
            button = _Swatch(name, self)
            button.setObjectName(f"swatch-{name or 'none'}")
            button.clicked.connect(lambda _checked=False, color=name: self.chosen.emit(color))
            self._group.addButton(button)
            self._buttons[name] = button
            grid.addWidget(button, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)

    @property
    def color(self) -> str:
        """The name of the colour that is chosen, or empty."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    @property
    def buttons(self) -> list[QAbstractButton]:
        """One for each choice, in order."""
        return list(self._buttons.values())

    def arrive(self) -> None:
        """Give the focus to the one that is chosen, else to the first."""
        self._give_focus(self._group.checkedButton() or self.buttons[0])

    def walk(self, key: Qt.Key) -> None:
        """Give the focus to the next one in a direction."""
        ways = {Keys.Key_Left: -1, Keys.Key_Right: 1, Keys.Key_Up: -self._columns, Keys.Key_Down: self._columns}
        place = next(number for number, button in enumerate(self.buttons) if button.hasFocus()) + ways[key]
        if 0 <= place < len(self._buttons):
            self._give_focus(self.buttons[place])

    def leave(self, *, onward: bool) -> None:
        """Give the focus to the one at the end, from where Tab goes on."""
        self._give_focus(self.buttons[-1 if onward else 0])

    def _give_focus(self, button: QAbstractButton) -> None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, color: str) -> None:
        """Show a colour as chosen."""
        if color in self._buttons:
            self._buttons[color].setChecked(True)

    def word(self, names: dict[str, str], none: str = "") -> None:
        """Name the colours in the window's language."""
        for color, button in self._buttons.items():
            button.setToolTip(names.get(color, none))
            button.setAccessibleName(names.get(color, none))


class _Swatch(QAbstractButton):
    def __init__(self, color: str, among: Swatches) -> None:
        super().__init__()
        self._color, self._among = color, among
        self.setCheckable(True)
        self.setFixedSize(SIZE, SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A disc; a ring round the chosen one, a wider one round that with the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().center()
        text = self.palette().windowText().color()
        if self._color:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLORS[self._color]))
            painter.drawEllipse(middle, 7, 7)
        else:
            painter.setPen(QPen(text, 1))
            painter.drawEllipse(middle, 7, 7)
            painter.drawLine(middle.x() - 4, middle.y() + 4, middle.x() + 4, middle.y() - 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(text, 1.5))
            painter.drawEllipse(middle, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Keys.Key_Return, Keys.Key_Enter):
            self.click()
        elif event.key() in (Keys.Key_Left, Keys.Key_Right, Keys.Key_Up, Keys.Key_Down):
            self._among.walk(Keys(event.key()))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes past the others."""
        self._among.leave(onward=onward)
        return super().focusNextPrevChild(onward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus, or let the one that is chosen have it if it comes from elsewhere."""
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._among.arrive()


def color_words() -> dict[str, str]:
    """The names of the tag colours in the window's language."""
    return {
        "yellow": QCoreApplication.translate("Colors", "Yellow"),
        "orange": QCoreApplication.translate("Colors", "Orange"),
        "red": QCoreApplication.translate("Colors", "Red"),
        "pink": QCoreApplication.translate("Colors", "Pink"),
        "purple": QCoreApplication.translate("Colors", "Purple"),
        "indigo": QCoreApplication.translate("Colors", "Indigo"),
        "blue": QCoreApplication.translate("Colors", "Blue"),
        "teal": QCoreApplication.translate("Colors", "Teal"),
        "green": QCoreApplication.translate("Colors", "Green"),
        "lime": QCoreApplication.translate("Colors", "Lime"),
        "brown": QCoreApplication.translate("Colors", "Brown"),
        "grey": QCoreApplication.translate("Colors", "Grey"),
    }
