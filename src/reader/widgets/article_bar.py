"""The line above the text: to the article before and after, its tags, note and star, and what else there is to do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from reader.actions import Act
from reader.domain.links import readable
from reader.icons import ERROR, icon
from reader.theme import Theme
from reader.widgets.commands import Commands
from reader.widgets.tag_chips import TagChips
from reader.widgets.tips import escaped

ICON_SIZE = 18  # px
AT_RIGHT = (Act.FIELDS, Act.TAG_ARTICLE, Act.NOTE_ARTICLE, Act.STAR)


class ArticleBar(QFrame):
    """Holds buttons of commands; says where the menu of the article is wanted."""

    menu_wanted = Signal(QPoint)  # on the screen

    def __init__(self, commands: Commands, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("articleBar")
        self._theme, self._noted = theme, ""  # the note on the article
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(2)
        self._error = QToolButton(self)
        self._error.setObjectName("articleERROR")
        self._error.clicked.connect(commands[Act.REPORT_ERROR].trigger)
        self._error.hide()
        self.tags = TagChips()
        column.addWidget(self.tags)
        self._own: dict[Act, QToolButton] = {}
        for act in (Act.PREVIOUS_ARTICLE, Act.NEXT_ARTICLE, None, *AT_RIGHT):
            if act is None:
                line.addStretch(1)
                line.addWidget(self._error)
                continue
            button = self._own[act] = QToolButton(self)
            button.setObjectName(f"article{act.name}")
            button.setDefaultAction(commands[act])
            line.addWidget(button)
        self._more = QToolButton(self)
        self._more.setObjectName("articleMore")
        self._more.clicked.connect(self._ask_for_menu)
        line.addWidget(self._more)
        for button in (*self._own.values(), self._error, self._more):
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
        own = list(self._own.values())
        return [*own[:2], self._error, *own[2:], self._more, *self.tags.buttons]

    @property
    def tag_button(self) -> QToolButton:
        """Asks for the tags of the article."""
        return self._own[Act.TAG_ARTICLE]

    @property
    def note_button(self) -> QToolButton:
        """Opens the note on the article."""
        return self._own[Act.NOTE_ARTICLE]

    def show_note(self, note: str) -> None:
        """Show whether there is a note on the open article, and the note to whoever points at the button."""
        self._noted = readable(note)
        self._draw_note()

    def show_error(self, note: str | None) -> None:
        """Show that an error was reported of the open article, with its note; None: none was."""
        self._error.setVisible(note is not None)
        self._error.setToolTip(escaped(note) if note else self._error.text())
        self._error.setAccessibleDescription(note or "")

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self._error.setText(self.tr("Error reported"))
        self.setAccessibleName(self.tr("Open article"))
        self.tags.retranslate()
        self._draw_note()
        self._more.setToolTip(self.tr("More about this article"))
        self._more.setAccessibleName(self.tr("More about this article"))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the theme's colour; those of commands follow by themselves."""
        self._theme = theme
        self._more.setIcon(icon("mdi6.dots-horizontal", theme.text))
        self._draw_note()
        self._error.setIcon(icon(ERROR, theme.accent))

    def _draw_note(self) -> None:
        """The command itself looks the same everywhere; here it shows what there is."""
        button, act = self.note_button, Act.NOTE_ARTICLE
        button.setIcon(icon("mdi6.note-text" if self._noted else act.value.icon, self._theme.accent))
        if not self._noted:
            button.setIcon(button.defaultAction().icon())
        words = f"{act.text} ({act.value.keys[0]})"
        button.setToolTip(escaped(self._noted) if self._noted else words)
        button.setAccessibleDescription(self._noted)

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))
