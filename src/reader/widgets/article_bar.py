"""The line above the text: to the article before and after, its star, and what else can be done with it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from reader.actions import Act
from reader.icons import ERROR, icon
from reader.theme import Theme
from reader.widgets.commands import Commands

ICON_SIZE = 18  # px


class ArticleBar(QFrame):
    """Holds buttons of commands; says where the menu of the article is wanted."""

    menu_wanted = Signal(QPoint)  # on the screen

    def __init__(self, commands: Commands, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("articleBar")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 0)
        line.setSpacing(2)
        self._error = QToolButton(self)
        self._error.setObjectName("articleERROR")
        self._error.clicked.connect(commands[Act.REPORT_ERROR].trigger)
        self._error.hide()
        for act in (Act.PREVIOUS_ARTICLE, Act.NEXT_ARTICLE, None, Act.FIELDS, Act.STAR):
            if act is None:
                line.addStretch(1)
                line.addWidget(self._error)
                continue
            button = QToolButton(self)
            button.setObjectName(f"article{act.name}")
            button.setDefaultAction(commands[act])
            line.addWidget(button)
        self._more = QToolButton(self)
        self._more.setObjectName("articleMore")
        self._more.clicked.connect(self._ask_for_menu)
        line.addWidget(self._more)
        for button in self.buttons:
            button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
            style, worded = Qt.ToolButtonStyle, button is self._error
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if worded else style.ToolButtonIconOnly)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_theme(theme)
        self.retranslate()

    @property
    def buttons(self) -> list[QToolButton]:
        """From left to right."""
        return self.findChildren(QToolButton)

    def show_error(self, note: str | None) -> None:
        """Show that an error was reported of the open article, with its note; None: none was."""
        self._error.setVisible(note is not None)
        self._error.setToolTip(f"<p>{escape(note)}</p>" if note else self._error.text())
        self._error.setAccessibleDescription(note or "")

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self._error.setText(self.tr("Error reported"))
        self.setAccessibleName(self.tr("Open article"))
        self._more.setToolTip(self.tr("More about this article"))
        self._more.setAccessibleName(self.tr("More about this article"))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the theme's colour; those of commands follow by themselves."""
        self._more.setIcon(icon("mdi6.dots-horizontal", theme.text))
        self._error.setIcon(icon(ERROR, theme.accent))

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))
