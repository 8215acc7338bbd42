"""Every command of the window: its words, icon and keys, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class Spec:
    """A command. `words` are its English text; `keys` its shortcuts, the first one shown in menus."""

    words: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False


def _spec(words: object, icon: str = "", *keys: str, checkable: bool = False) -> Spec:
    return Spec(str(words), f"mdi6.{icon}" if icon else "", keys, checkable)


class Act(Enum):
    """The commands, in the order of the menus."""

    NEW_LIBRARY = _spec(QT_TRANSLATE_NOOP("Act", "New library..."), "database-plus-outline", "Ctrl+Shift+N")
    OPEN_LIBRARY = _spec(QT_TRANSLATE_NOOP("Act", "Open library..."), "database-outline", "Ctrl+Shift+O")
    IMPORT = _spec(QT_TRANSLATE_NOOP("Act", "Import files..."), "file-plus-outline", "Ctrl+O")
    IMPORT_FOLDER = _spec(QT_TRANSLATE_NOOP("Act", "Import folder..."), "folder-plus-outline", "Ctrl+Shift+I")
    IMPORT_WEB = _spec(QT_TRANSLATE_NOOP("Act", "Import from web address..."), "web", "Ctrl+Shift+L")
    PASTE = _spec(QT_TRANSLATE_NOOP("Act", "Paste as article"), "content-paste", "Ctrl+V")
    REPORT = _spec(QT_TRANSLATE_NOOP("Act", "Last import report"), "clipboard-list-outline")
    EXPORT = _spec(QT_TRANSLATE_NOOP("Act", "Export highlights..."), "file-export-outline", "Ctrl+E")
    EXPORT_REPORTED = _spec(QT_TRANSLATE_NOOP("Act", "Export reported errors..."), "file-alert-outline")
    QUIT = _spec(QT_TRANSLATE_NOOP("Act", "Quit"), "", "Ctrl+Q")

    UNDO = _spec(QT_TRANSLATE_NOOP("Act", "Undo"), "undo", "Ctrl+Z")
    REDO = _spec(QT_TRANSLATE_NOOP("Act", "Redo"), "redo", "Ctrl+Shift+Z", "Ctrl+Y")
    COPY = _spec(QT_TRANSLATE_NOOP("Act", "Copy"), "content-copy", "Ctrl+C")
    COPY_CITED = _spec(QT_TRANSLATE_NOOP("Act", "Copy with citation"), "format-quote-close", "Ctrl+Shift+C")
    SELECT_ALL = _spec(QT_TRANSLATE_NOOP("Act", "Select all"), "select-all", "Ctrl+A")
    FIND = _spec(QT_TRANSLATE_NOOP("Act", "Find in article"), "file-find-outline", "Ctrl+F")
    FIND_NEXT = _spec(QT_TRANSLATE_NOOP("Act", "Find next"), "", "F3")
    FIND_PREVIOUS = _spec(QT_TRANSLATE_NOOP("Act", "Find previous"), "", "Shift+F3")
    SEARCH = _spec(QT_TRANSLATE_NOOP("Act", "Search"), "magnify", "Ctrl+K", "/")
    SAVE_SEARCH = _spec(QT_TRANSLATE_NOOP("Act", "Save search..."), "bookmark-plus-outline", "Ctrl+S")
    FOUND_ARTICLES = _spec(QT_TRANSLATE_NOOP("Act", "Articles found"), "", "Alt+1")
    FOUND_HIGHLIGHTS = _spec(QT_TRANSLATE_NOOP("Act", "Highlights found"), "", "Alt+2")
    FOUND_NOTES = _spec(QT_TRANSLATE_NOOP("Act", "Notes found"), "", "Alt+3")
    ALL_NOTES = _spec(QT_TRANSLATE_NOOP("Act", "All notes"), "notebook-outline", "Alt+4")
    CONTEXT = _spec(QT_TRANSLATE_NOOP("Act", "Keyword in context"), "text-search", "Ctrl+Shift+K")
    NARROW = _spec(QT_TRANSLATE_NOOP("Act", "Narrow down by source, year or tag"), "filter-variant", "Ctrl+Shift+F")
    HIGHLIGHT_ALL = _spec(QT_TRANSLATE_NOOP("Act", "Highlight all found..."), "marker-check", "Ctrl+Shift+H")
    SETTINGS = _spec(QT_TRANSLATE_NOOP("Act", "Settings..."), "cog-outline", "Ctrl+,")

    NEXT_ARTICLE = _spec(QT_TRANSLATE_NOOP("Act", "Next article"), "chevron-down", "J")
    PREVIOUS_ARTICLE = _spec(QT_TRANSLATE_NOOP("Act", "Previous article"), "chevron-up", "K")
    DETAILS = _spec(QT_TRANSLATE_NOOP("Act", "Article details..."), "card-text-outline", "Ctrl+I")
    FIELDS = _spec(QT_TRANSLATE_NOOP("Act", "Correct title and source"), "pencil-outline", "F2")
    CORRECT_TEXT = _spec(QT_TRANSLATE_NOOP("Act", "Correct the text"), "file-document-edit-outline", "F4")
    VERSIONS = _spec(QT_TRANSLATE_NOOP("Act", "Versions of the text..."), "source-branch", "Ctrl+Shift+V")
    REPLACE_TEXT = _spec(QT_TRANSLATE_NOOP("Act", "Replace text with file..."), "file-swap-outline")
    READ_AGAIN = _spec(QT_TRANSLATE_NOOP("Act", "Read again as..."), "file-refresh-outline", "Ctrl+Shift+R")
    COMPARE = _spec(QT_TRANSLATE_NOOP("Act", "Compare side by side"), "compare", "Ctrl+Shift+D")
    LEFT_OUT = _spec(QT_TRANSLATE_NOOP("Act", "Page parts left out"), "text-box-plus-outline", "P")
    READINGS = _spec(QT_TRANSLATE_NOOP("Act", "Put readings back or lift them out"), "ideogram-cjk-variant", "Ctrl+G")
    TAG_ARTICLE = _spec(QT_TRANSLATE_NOOP("Act", "Tag the article..."), "tag-multiple-outline", "Shift+T")
    NOTE_ARTICLE = _spec(QT_TRANSLATE_NOOP("Act", "Note on the article..."), "note-plus-outline", "Ctrl+Shift+M")
    COPY_LINK = _spec(QT_TRANSLATE_NOOP("Act", "Copy link for notes"), "link-variant", "Shift+L")
    STAR = _spec(QT_TRANSLATE_NOOP("Act", "Star"), "star-outline", "S", checkable=True)
    UNREAD = _spec(QT_TRANSLATE_NOOP("Act", "Mark as read or unread"), "email-mark-as-unread", "U")
    DONE = _spec(QT_TRANSLATE_NOOP("Act", "Done with this article"), "check-circle-outline", "D")
    NEXT_UNREAD = _spec(QT_TRANSLATE_NOOP("Act", "Next unread article"), "email-arrow-right-outline", "Shift+N")
    JUMP = _spec(QT_TRANSLATE_NOOP("Act", "Jump to a title..."), "", "'")
    COLLECT = _spec(QT_TRANSLATE_NOOP("Act", "Add to collection..."), "layers-plus", "C")
    NEW_COLLECTION = _spec(QT_TRANSLATE_NOOP("Act", "New collection..."), "layers-outline")
    UNCOLLECT = _spec(QT_TRANSLATE_NOOP("Act", "Take out of the collection"), "layers-minus", "Shift+C")
    REPORT_ERROR = _spec(QT_TRANSLATE_NOOP("Act", "Report an error..."), "alert-circle-outline", "Ctrl+Shift+E")
    UNREPORT = _spec(QT_TRANSLATE_NOOP("Act", "Take the error mark away"), "alert-circle-check-outline")
    TRASH = _spec(QT_TRANSLATE_NOOP("Act", "Move to trash"), "trash-can-outline", "Ctrl+Backspace", "Ctrl+Del")
    RESTORE = _spec(QT_TRANSLATE_NOOP("Act", "Put back from trash"), "delete-restore")
    EMPTY_TRASH = _spec(QT_TRANSLATE_NOOP("Act", "Empty trash..."), "delete-forever-outline")

    HIGHLIGHT = _spec(QT_TRANSLATE_NOOP("Act", "Highlight"), "marker", "H")
    TAG = _spec(QT_TRANSLATE_NOOP("Act", "Tag..."), "tag-outline", "T")
    SAME_TAGS = _spec(QT_TRANSLATE_NOOP("Act", "Repeat the last tags"), "tag-arrow-right-outline", "R")
    NOTE = _spec(QT_TRANSLATE_NOOP("Act", "Note..."), "note-edit-outline", "N")
    REMOVE = _spec(QT_TRANSLATE_NOOP("Act", "Remove highlight"), "eraser", "Del")
    NEXT_HIGHLIGHT = _spec(QT_TRANSLATE_NOOP("Act", "Next highlight"), "arrow-down", "E")
    PREVIOUS_HIGHLIGHT = _spec(QT_TRANSLATE_NOOP("Act", "Previous highlight"), "arrow-up", "Shift+E")
    NEXT_SAME = _spec(QT_TRANSLATE_NOOP("Act", "Next highlight with its tag"), "", "G")
    PREVIOUS_SAME = _spec(QT_TRANSLATE_NOOP("Act", "Previous highlight with its tag"), "", "Shift+G")
    END_ON = _spec(QT_TRANSLATE_NOOP("Act", "Extend end by a character"), "", "Shift+Alt+Right", "]")
    END_BACK = _spec(QT_TRANSLATE_NOOP("Act", "Shrink end by a character"), "", "Shift+Alt+Left", "[")
    END_WORD_ON = _spec(
        QT_TRANSLATE_NOOP("Act", "Extend end by a word"), "", "Ctrl+Shift+Alt+Right", "Shift+Alt+Down", "Ctrl+]"
    )
    END_WORD_BACK = _spec(
        QT_TRANSLATE_NOOP("Act", "Shrink end by a word"), "", "Ctrl+Shift+Alt+Left", "Shift+Alt+Up", "Ctrl+["
    )
    START_BACK = _spec(QT_TRANSLATE_NOOP("Act", "Extend start by a character"), "", "Alt+Left", "{")
    START_ON = _spec(QT_TRANSLATE_NOOP("Act", "Shrink start by a character"), "", "Alt+Right", "}")
    START_WORD_BACK = _spec(QT_TRANSLATE_NOOP("Act", "Extend start by a word"), "", "Ctrl+Alt+Left", "Alt+Up")
    START_WORD_ON = _spec(QT_TRANSLATE_NOOP("Act", "Shrink start by a word"), "", "Ctrl+Alt+Right", "Alt+Down")
    TO_SENTENCE = _spec(QT_TRANSLATE_NOOP("Act", "Extend to the sentence"), "", "Shift+Alt+S")
    TO_PARAGRAPH = _spec(QT_TRANSLATE_NOOP("Act", "Extend to the paragraph"), "", "Shift+Alt+P")
    SPLIT = _spec(QT_TRANSLATE_NOOP("Act", "Split at the caret"), "", "Shift+Alt+X")
    JOIN = _spec(QT_TRANSLATE_NOOP("Act", "Join with the next highlight"), "", "Shift+Alt+J")
    REVIEW = _spec(QT_TRANSLATE_NOOP("Act", "Review changed highlights"), "marker-check", "F8")
    NEW_TAG = _spec(QT_TRANSLATE_NOOP("Act", "New tag..."), "tag-plus-outline", "Ctrl+Shift+T")
    RENAME_TAG = _spec(QT_TRANSLATE_NOOP("Act", "Rename tag"), "", "F2")
    EDIT_TAG = _spec(QT_TRANSLATE_NOOP("Act", "Edit tag..."), "tag-edit-outline", "Alt+Return")
    MOVE_TAGS = _spec(QT_TRANSLATE_NOOP("Act", "Move tags..."), "", "Ctrl+Shift+P")
    MERGE_TAGS = _spec(QT_TRANSLATE_NOOP("Act", "Merge tags..."), "", "Ctrl+Shift+J")
    DELETE_TAGS = _spec(QT_TRANSLATE_NOOP("Act", "Delete tags"), "tag-remove-outline", "Del")

    READ = _spec(QT_TRANSLATE_NOOP("Act", "Read"), "book-open-page-variant-outline", "Ctrl+1", checkable=True)
    HIGHLIGHTS = _spec(QT_TRANSLATE_NOOP("Act", "Highlights"), "table-large", "Ctrl+2", checkable=True)
    FILTER_TABLE = _spec(QT_TRANSLATE_NOOP("Act", "Filter the highlights by..."), "filter-plus-outline", "Ctrl+Shift+A")
    SORT_TABLE = _spec(QT_TRANSLATE_NOOP("Act", "Sort the highlights by..."), "sort", "Ctrl+Shift+S")
    GROUP_TABLE = _spec(QT_TRANSLATE_NOOP("Act", "Group the highlights by..."), "format-list-group", "Ctrl+Shift+G")
    COLUMNS = _spec(QT_TRANSLATE_NOOP("Act", "Columns of the table..."), "view-column-outline", "Ctrl+Shift+B")
    SMALLER = _spec(QT_TRANSLATE_NOOP("Act", "Smaller text"), "format-font-size-decrease", "Ctrl+-")
    LARGER = _spec(QT_TRANSLATE_NOOP("Act", "Larger text"), "format-font-size-increase", "Ctrl++", "Ctrl+=")
    RESET_SIZE = _spec(QT_TRANSLATE_NOOP("Act", "Reset text size"), "", "Ctrl+0")
    TYPOGRAPHY = _spec(QT_TRANSLATE_NOOP("Act", "How text is set..."), "format-letter-case")
    SCRIPT = _spec(QT_TRANSLATE_NOOP("Act", "Next form of Chinese characters"), "", "V")
    GLOSSES = _spec(QT_TRANSLATE_NOOP("Act", "Next place for readings"), "", "Shift+V")
    SIDEBAR = _spec(QT_TRANSLATE_NOOP("Act", "Sidebar"), "page-layout-sidebar-left", "F9", checkable=True)
    PANEL = _spec(QT_TRANSLATE_NOOP("Act", "Highlights panel"), "page-layout-sidebar-right", "F10", checkable=True)
    ONLY_TEXT = _spec(QT_TRANSLATE_NOOP("Act", "Only the text"), "fullscreen", "F11", checkable=True)
    NEXT_PANE = _spec(QT_TRANSLATE_NOOP("Act", "Next pane"), "", "F6")
    PREVIOUS_PANE = _spec(QT_TRANSLATE_NOOP("Act", "Previous pane"), "", "Shift+F6")
    NOTICE = _spec(QT_TRANSLATE_NOOP("Act", "Go to the notice"), "", "F7")

    HISTORY = _spec(QT_TRANSLATE_NOOP("Act", "History"), "history", "Ctrl+H")
    SHORTCUTS = _spec(QT_TRANSLATE_NOOP("Act", "Keyboard shortcuts"), "keyboard-outline", "F1")
    ABOUT = _spec(QT_TRANSLATE_NOOP("Act", "About Reader"), "information-outline")

    @property
    def text(self) -> str:
        """The words in the language of the window."""
        return QCoreApplication.translate("Act", self.value.words)
