"""Which commands there are to give: those that can be done now, and where their keys work."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.actions import Act
from reader.session import Session
from reader.settings import Settings
from reader.storage import articles
from reader.widgets.article_bar import ArticleBar
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.commands import Commands
from reader.widgets.curating import Curating
from reader.widgets.menus import ENDS
from reader.widgets.reporting import Reporting
from reader.widgets.shelving import Shelving
from reader.widgets.step_words import words

# Single keys and those that fields use themselves: they work in the text and the list only, never where somebody types.
KEPT = (
    *(Act.NEXT_ARTICLE, Act.PREVIOUS_ARTICLE, Act.STAR, Act.UNREAD, Act.TRASH, Act.LEFT_OUT, Act.FIELDS),
    *(Act.HIGHLIGHT, Act.TAG, Act.SAME_TAGS, Act.NOTE, Act.NEXT_HIGHLIGHT, Act.PREVIOUS_HIGHLIGHT),
    *(Act.NEXT_SAME, Act.PREVIOUS_SAME, Act.SCRIPT, Act.GLOSSES),
    *(Act.COLLECT, Act.UNCOLLECT, Act.DONE, Act.NEXT_UNREAD, Act.TAG_ARTICLE, Act.COPY_LINK),
    Act.JUMP,
)
OF_ARTICLE = (
    *(Act.FIELDS, Act.LEFT_OUT, Act.READINGS, Act.SELECT_ALL, Act.FIND, Act.FIND_NEXT, Act.FIND_PREVIOUS),
    *(Act.HIGHLIGHT, Act.TAG, Act.SAME_TAGS, Act.NOTE, Act.REMOVE, Act.NEXT_HIGHLIGHT, Act.PREVIOUS_HIGHLIGHT),
    *(Act.NEXT_SAME, Act.PREVIOUS_SAME, *filter(None, ENDS)),
    Act.COPY_CITED,
)
OF_ARTICLES = (
    *(Act.DETAILS, Act.COMPARE, Act.READ_AGAIN, Act.STAR, Act.UNREAD, Act.DONE, Act.COLLECT, Act.REPORT_ERROR),
    *(Act.VERSIONS, Act.REPLACE_TEXT),
    *(Act.TAG_ARTICLE, Act.NOTE_ARTICLE, Act.COPY_LINK),
)
# While a text is corrected it is no other one, and undo is about what is typed; its own command leads back to it.
RESTING = (*OF_ARTICLE, Act.UNDO, Act.REDO, Act.READ_AGAIN, Act.VERSIONS, Act.REPLACE_TEXT)
TO_ANOTHER = (Act.NEXT_ARTICLE, Act.PREVIOUS_ARTICLE, Act.NEXT_UNREAD, Act.JUMP)
# The list and the panel have meanings of their own for these keys.
IN_TEXT = (Act.REMOVE, Act.COPY, Act.SELECT_ALL, *filter(None, ENDS))


class Offering(QObject):
    """Enables and words the commands, after whatever may have changed what they can do."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        commands: Commands,
        curating: Curating,
        reporting: Reporting,
        shelving: Shelving,
        listing: ArticleListPane,
        view: ArticleView,
        bar: ArticleBar,
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._commands = session, settings, commands
        self._curating, self._shelving = curating, shelving
        self._listing, self._view, self._bar = listing, view, bar
        self._correcting = self._replaying = False
        commands.keep_to(KEPT, (listing.view, view.pane))
        commands.keep_to(IN_TEXT, (view.pane,))
        commands[Act.REPORT].setEnabled(False)
        reporting.reported.connect(commands[Act.REPORT].setEnabled)
        settings.changed.connect(lambda _: self._offer_web())
        self._offer_web()
        session.changed.connect(self.enable)
        curating.meaning_changed.connect(self.enable)
        listing.model.counted.connect(self._enable_steps)

    def set_correcting(self, correcting: bool) -> None:
        """While a text is corrected nothing else is done to it, and undo is about what is typed."""
        self._correcting = correcting
        self.enable()

    def set_replaying(self, long: bool) -> None:
        """While a long step is taken back or done again, undo and redo are about what is next then."""
        self._replaying = long
        self.enable()

    def enable(self) -> None:
        """What cannot be done now looks so; single keys stay, and say what is missing."""
        for act, step in zip((Act.UNDO, Act.REDO), self._session.known_steps(), strict=True):
            self._commands[act].setEnabled(step is not None or self._replaying)
            self._commands.tell(act, words(step) if step else "")
        outside, inside = self._curating.reach()
        can = dict.fromkeys((*OF_ARTICLE, Act.CORRECT_TEXT, Act.ONLY_TEXT), self._view.article is not None)
        can |= dict.fromkeys(OF_ARTICLES, outside or inside) | {Act.TRASH: outside, Act.RESTORE: inside}
        counts = self._session.counts()
        can |= {Act.EMPTY_TRASH: counts["trash"] > 0, Act.EXPORT_REPORTED: counts["reported"] > 0}
        can[Act.UNCOLLECT] = (outside or inside) and self._shelving.can_take_out
        if self._correcting:
            can |= dict.fromkeys(RESTING, False)
        can |= dict.fromkeys(self._commands.meant, True)
        for act, possible in can.items():
            self._commands[act].setEnabled(possible)
        self._enable_steps()
        self._show_article(self._view.article)

    def _enable_steps(self) -> None:
        for act in TO_ANOTHER:
            self._commands[act].setEnabled(self._listing.model.rowCount() > 0)

    def _show_article(self, opened: int | None) -> None:
        """Show star and error of the open article."""
        rows = self._session.read(lambda db: articles.rows(db, [] if opened is None else [opened]), {})
        self._commands.show_starred(any(row.starred for row in rows.values()))
        error = self._session.read(lambda db: articles.error_of(db, opened or 0), None)
        self._bar.show_error(error)
        reported = self._listing.model.query.scope == "reported"
        self._commands[Act.UNREPORT].setEnabled(error is not None or reported)

    def _offer_web(self) -> None:
        self._commands.offer(Act.IMPORT_WEB, self._settings.web_allowed)
