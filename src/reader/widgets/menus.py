"""The menu bar and the toolbar: which commands stand where."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from reader.actions import Act
from reader.icons import icon
from reader.settings import Settings
from reader.theme import Theme
from reader.widgets.chinese_menu import ChineseMenu
from reader.widgets.commands import Commands
from reader.widgets.key_words import without_key
from reader.widgets.reading_settings import ReadingPopup
from reader.widgets.theme_menu import ThemeMenu

ENDS = (
    *(Act.END_ON, Act.END_BACK, Act.END_WORD_ON, Act.END_WORD_BACK, None),
    *(Act.START_BACK, Act.START_ON, Act.START_WORD_BACK, Act.START_WORD_ON, None),
    *(Act.TO_SENTENCE, Act.TO_PARAGRAPH, Act.SPLIT, Act.JOIN),
)
ARTICLE = str(QT_TRANSLATE_NOOP("Menus", "&Article"))
HIGHLIGHT = str(QT_TRANSLATE_NOOP("Menus", "&Highlight"))
ENDS_OF_IT = str(QT_TRANSLATE_NOOP("Menus", "&Ends of the highlight"))
VIEW = str(QT_TRANSLATE_NOOP("Menus", "&View"))
MENUS: dict[str, tuple[Act | None, ...]] = {
    str(QT_TRANSLATE_NOOP("Menus", "&File")): (
        Act.NEW_LIBRARY,
        Act.OPEN_LIBRARY,
        None,
        Act.IMPORT,
        Act.IMPORT_FOLDER,
        Act.IMPORT_WEB,
        Act.PASTE,
        Act.REPORT,
        None,
        Act.EXPORT,
        Act.EXPORT_REPORTED,
        None,
        Act.QUIT,
    ),
    str(QT_TRANSLATE_NOOP("Menus", "&Edit")): (
        Act.UNDO,
        Act.REDO,
        Act.HISTORY,
        None,
        Act.COPY,
        Act.COPY_CITED,
        Act.SELECT_ALL,
        None,
        Act.FIND,
        Act.FIND_NEXT,
        Act.FIND_PREVIOUS,
        Act.SEARCH,
        Act.SAVE_SEARCH,
        Act.FOUND_ARTICLES,
        Act.FOUND_HIGHLIGHTS,
        Act.FOUND_NOTES,
        Act.NARROW,
        Act.CONTEXT,
        Act.HIGHLIGHT_ALL,
        None,
        Act.SETTINGS,
    ),
    ARTICLE: (
        Act.PREVIOUS_ARTICLE,
        Act.NEXT_ARTICLE,
        Act.NEXT_UNREAD,
        Act.JUMP,
        None,
        Act.DETAILS,
        Act.FIELDS,
        Act.TAG_ARTICLE,
        Act.NOTE_ARTICLE,
        Act.COPY_LINK,
        Act.STAR,
        Act.UNREAD,
        Act.DONE,
        Act.COLLECT,
        Act.UNCOLLECT,
        Act.NEW_COLLECTION,
        None,
        Act.CORRECT_TEXT,
        Act.VERSIONS,
        Act.REPLACE_TEXT,
        Act.READ_AGAIN,
        Act.COMPARE,
        Act.LEFT_OUT,
        Act.READINGS,
        Act.REPORT_ERROR,
        Act.UNREPORT,
        None,
        Act.TRASH,
        Act.RESTORE,
        Act.EMPTY_TRASH,
    ),
    HIGHLIGHT: (
        Act.HIGHLIGHT,
        Act.TAG,
        Act.SAME_TAGS,
        Act.NOTE,
        Act.REMOVE,
        None,
        Act.PREVIOUS_HIGHLIGHT,
        Act.NEXT_HIGHLIGHT,
        Act.PREVIOUS_SAME,
        Act.NEXT_SAME,
        Act.REVIEW,
    ),
    ENDS_OF_IT: ENDS,
    str(QT_TRANSLATE_NOOP("Menus", "&Tags")): (
        *(Act.NEW_TAG, None, Act.RENAME_TAG, Act.EDIT_TAG, Act.MOVE_TAGS, Act.MERGE_TAGS, None, Act.DELETE_TAGS),
    ),
    VIEW: (
        Act.READ,
        Act.HIGHLIGHTS,
        None,
        Act.FILTER_TABLE,
        Act.SORT_TABLE,
        Act.GROUP_TABLE,
        Act.COLUMNS,
        None,
        Act.LARGER,
        Act.SMALLER,
        Act.RESET_SIZE,
        Act.TYPOGRAPHY,
        None,
        Act.SCRIPT,
        Act.GLOSSES,
        None,
        Act.SIDEBAR,
        Act.PANEL,
        Act.ONLY_TEXT,
        Act.ALL_NOTES,
        None,
        Act.NEXT_PANE,
        Act.PREVIOUS_PANE,
        Act.NOTICE,
    ),
    str(QT_TRANSLATE_NOOP("Menus", "Hel&p")): (Act.SHORTCUTS, Act.ABOUT),
}
WITHIN = {ENDS_OF_IT: (HIGHLIGHT, Act.PREVIOUS_HIGHLIGHT)}  # menus within others, and the command they stand before
ARTICLE_MENU = (
    *(Act.DETAILS, Act.FIELDS, Act.TAG_ARTICLE, Act.NOTE_ARTICLE, Act.COPY_LINK, None),
    *(Act.STAR, Act.UNREAD, Act.DONE, Act.COLLECT, Act.UNCOLLECT, None),
    *(Act.CORRECT_TEXT, Act.READ_AGAIN, Act.LEFT_OUT, Act.READINGS, Act.REPORT_ERROR, Act.UNREPORT, None, Act.TRASH),
)
TRASH_MENU = (Act.DETAILS, None, Act.RESTORE, Act.EMPTY_TRASH)
PASSAGE_MENU = (
    *(Act.COPY, Act.COPY_CITED, Act.COPY_LINK, Act.SELECT_ALL, None),
    *(Act.HIGHLIGHT, Act.TAG, Act.SAME_TAGS, Act.NOTE, None),
    *(Act.TO_SENTENCE, Act.TO_PARAGRAPH, Act.SPLIT, Act.JOIN, None, Act.REMOVE, None),
    Act.ONLY_TEXT,  # where the menu bar is put away the mouse finds it here
)
TOOLBAR_LEFT = (Act.SIDEBAR, Act.IMPORT, Act.EXPORT, None, Act.UNDO, Act.REDO)
TOOLBAR_RIGHT = (Act.FIND, None, Act.SMALLER, Act.LARGER, Act.TYPOGRAPHY, None, Act.PANEL)
WORDED = {Act.SMALLER: "A−", Act.LARGER: "A+", Act.TYPOGRAPHY: "Aa"}  # known by these letters in every language
ICON_SIZE = 20  # px


class Menus:
    """Builds both once and keeps their words in the window's language."""

    def __init__(self, window: QMainWindow, commands: Commands, settings: Settings) -> None:
        self._window, self._commands, self._settings = window, commands, settings
        self._themes = ThemeMenu(settings, window)
        self.chinese = ChineseMenu(settings, commands, window)
        self._menus: dict[str, QMenu] = {}
        for words, acts in MENUS.items():
            menu = QMenu(window)
            for act in acts:
                if act is None:
                    menu.addSeparator()
                else:
                    menu.addAction(commands[act])
            if words in WITHIN:
                outer, before = WITHIN[words]
                self._menus[outer].insertMenu(commands[before], menu)
                self._menus[outer].insertSeparator(commands[before])
            else:
                window.menuBar().addMenu(menu)
            self._menus[words] = menu
        self.toolbar, self._space = _toolbar(window, commands)
        self._theme = _menu_button(self.toolbar, self._themes, "buttonTHEME", before=commands[Act.PANEL])
        self._below_menus = self._menus[VIEW].insertSeparator(commands[Act.SIDEBAR])
        self.add(self.chinese)
        self.add(self._themes)
        self.retranslate()

    def all(self) -> list[QMenu]:
        """The menus of the menu bar, and those within them."""
        return list(self._menus.values())

    def add(self, menu: QMenu) -> None:
        """Let a menu of its own stand in that of the view, above the panes."""
        self._menus[VIEW].insertMenu(self._below_menus, menu)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon that no command has in the theme's colour."""
        self._theme.setIcon(icon("mdi6.circle-half-full", theme.text))

    def place(self, widget: QWidget) -> None:
        """Put a widget into the toolbar, between the commands at its left and those at its right."""
        self.toolbar.insertWidget(self._space, widget)

    def place_first(self, widget: QWidget) -> None:
        """Put a widget into the toolbar, before all commands."""
        self.toolbar.insertWidget(self.toolbar.actions()[0], widget)

    def popup(self, acts: tuple[Act | None, ...], at: QPoint, about: str) -> None:
        """Show a menu of commands at a place of the screen; `about`: the one of the menu bar that is about the same."""
        menu = QMenu(self._window)
        menu.setAccessibleName(title_of(about))
        for act in acts:
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(self._commands[act])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def show_typography(self) -> None:
        """Show below Aa how text is set."""
        button = self.toolbar.widgetForAction(self._commands[Act.TYPOGRAPHY])
        ReadingPopup(self._settings, self._window).show_below(button)

    def retranslate(self) -> None:
        """Put the titles into the window's language."""
        for words, menu in self._menus.items():
            menu.setTitle(QCoreApplication.translate("Menus", words))
            menu.setAccessibleName(title_of(words))
        self._themes.retranslate()
        self.chinese.retranslate()
        self._theme.setToolTip(QCoreApplication.translate("Menus", "Theme"))
        self._theme.setAccessibleName(self._theme.toolTip())
        self.toolbar.setWindowTitle(QCoreApplication.translate("Menus", "Toolbar"))
        self.toolbar.setAccessibleName(QCoreApplication.translate("Menus", "Toolbar"))


def title_of(menu: str) -> str:
    """The title of a menu in the window's language, without its key."""
    return without_key(QCoreApplication.translate("Menus", menu))


def _toolbar(window: QMainWindow, commands: Commands) -> tuple[QToolBar, QAction]:
    bar = QToolBar(window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    _fill(bar, commands, TOOLBAR_LEFT)
    space = QWidget(bar)
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    middle = bar.addWidget(space)
    _fill(bar, commands, TOOLBAR_RIGHT)
    window.addToolBar(bar)
    return bar, middle


def _menu_button(bar: QToolBar, menu: QMenu, name: str, *, before: QAction) -> QToolButton:
    button = QToolButton(bar)
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as the other buttons of the toolbar, which have menus and keys
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    separator = bar.actions()[bar.actions().index(before) - 1]
    bar.insertWidget(separator, button)
    return button


def _fill(bar: QToolBar, commands: Commands, acts: tuple[Act | None, ...]) -> None:
    for act in acts:
        if act is None:
            bar.addSeparator()
            continue
        bar.addAction(commands[act])
        button = bar.widgetForAction(commands[act])
        if isinstance(button, QToolButton):
            button.setObjectName(f"button{act.name}")
            if act in WORDED:
                commands[act].setIconText(WORDED[act])
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
