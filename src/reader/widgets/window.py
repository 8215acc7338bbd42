"""The window: it places the parts, and does nothing itself; `wiring` connects them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from reader.actions import Act
from reader.session import Session
from reader.settings import Settings
from reader.storage import articles
from reader.theme import Theme
from reader.widgets.all_notes import AllNotes
from reader.widgets.amending import Amending
from reader.widgets.analysts import Analysts
from reader.widgets.annotating import Annotating
from reader.widgets.article_bar import ArticleBar
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.choosing import Choosing
from reader.widgets.citing import Citing
from reader.widgets.collecting import Collecting
from reader.widgets.commands import Commands
from reader.widgets.comparing import Comparing
from reader.widgets.correcting import Correcting
from reader.widgets.curating import Curating
from reader.widgets.desk import Desk
from reader.widgets.dialogs import Dialogs
from reader.widgets.exporting import Exporting
from reader.widgets.fitting import FRAME, resize_within
from reader.widgets.folder_watch import FolderWatch
from reader.widgets.highlighting_all import HighlightingAll
from reader.widgets.highlights_panel import HighlightsPanel
from reader.widgets.hit_walk import HitWalk
from reader.widgets.hits_in_context import HitsInContext
from reader.widgets.indexing import Indexing
from reader.widgets.list_keeping import ListKeeping
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.menu_key import let_shift_f10_open_menus
from reader.widgets.menus import ARTICLE, ARTICLE_MENU, TRASH_MENU, Menus
from reader.widgets.narrowing import Narrowing
from reader.widgets.note_dialog import NoteDialog
from reader.widgets.note_popup import NotePopup
from reader.widgets.notice import Notice
from reader.widgets.offering import Offering
from reader.widgets.places import Places
from reader.widgets.reading import Reading
from reader.widgets.reading_queue import ReadingQueue
from reader.widgets.related_section import RelatedSection
from reader.widgets.reporting import Reporting
from reader.widgets.reshaping import Reshaping
from reader.widgets.reviewing import Reviewing
from reader.widgets.search_box import SearchBox
from reader.widgets.searching import Searching
from reader.widgets.shelving import Shelving
from reader.widgets.sidebar import Sidebar
from reader.widgets.status import Status
from reader.widgets.tab_order import order_tabs
from reader.widgets.tag_commands import TagCommands
from reader.widgets.tag_editing import TagEditing
from reader.widgets.tag_picker import TagPicker
from reader.widgets.title_jump import TitleJump
from reader.widgets.versioning import Versioning
from reader.widgets.wiring import connect_commands, connect_parts
from reader.widgets.workspaces import Workspaces

SIZE, LEAST = QSize(1280, 800), QSize(900, 600) - FRAME  # px


class Window(QMainWindow):
    """One library on the screen."""

    library_wanted = Signal(object)  # a Path to open; None asks for one
    new_library_wanted = Signal()

    def __init__(self, session: Session, settings: Settings, looks: Looks) -> None:
        super().__init__()
        self.setObjectName("window")
        self.session, self._settings, self._looks = session, settings, looks
        self.commands = Commands(self)
        self.menus = Menus(self, self.commands, settings)
        self.sidebar = Sidebar(session, looks.theme, settings)
        self.listing = ArticleListPane(session, looks.theme, settings.order.sort, settings.order.descending)
        self.menus.add(self.listing.header.order)
        self.search = SearchBox(session, looks.theme)
        self.menus.place(self.search)
        self.view = ArticleView(session, looks.theme)
        self.article_bar = ArticleBar(self.commands, looks.theme)
        self.view.put_above(self.article_bar)
        self.panel = HighlightsPanel(looks.theme, RelatedSection(session, looks.theme, settings))
        self.desk = Desk(self.sidebar, self.listing, self.view, self.panel, settings)
        self.setCentralWidget(self.desk)
        self.notice = Notice(self.view.above, self.view.pane)
        self.status = Status(session, self.listing.model, self.view)
        self.setStatusBar(self.status)
        self._build_acts(settings)
        self.setAcceptDrops(True)
        let_shift_f10_open_menus(self)
        self.workspaces = Workspaces(self, settings, looks, self)
        self._connect()
        above = (*self.listing.tab_stops, *self.workspaces.pane.tab_stops, *self.article_bar.buttons)
        below = (*self.amending.panel.tab_stops, *self.view.foot.tab_stops, *self.reviewing.panel.tab_stops)
        order_tabs([self.search, *self.sidebar.tab_stops, *above, self.view.pane, *below, *self.panel.tab_stops])
        self.view.pane.set_typography(looks.typography())
        self.set_theme(looks.theme)
        self.retranslate()
        resize_within(self, SIZE)
        self.setMinimumSize(LEAST)
        geometry: QByteArray = settings.geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    # ---- building

    def _build_acts(self, settings: Settings) -> None:
        """What does something: commands and wishes of the parts end here."""
        session = self.session
        self.picker = TagPicker(session, self)
        self.attempts = Attempts(session, self.notice, self.status.activity, self)
        self.marking = Marking(session, self.attempts, self.notice, self.picker)
        self.reading = Reading(self.view, self.panel, self.marking, self.picker, self.notice)
        self.reshaping = Reshaping(session, self.attempts, self.view)
        self.choosing = Choosing(session, settings, self.sidebar, self.listing, self)
        self._build_search(session)
        self.tagging = TagEditing(session, self.attempts, self.sidebar, self)
        TagCommands(self.commands, self.sidebar.tags, self.tagging, self)
        self.curating = Curating(session, self.attempts, self.listing, self.view, self)
        about = (self.listing, self.view, self.article_bar, self)
        self.annotating = Annotating(session, self.attempts, self.curating, self.marking, *about)
        self.all_notes = AllNotes(session, self.listing, self.places.opening, self.annotating, self)
        self.analysts = Analysts(session, settings, self.attempts, self.notice, self)
        self.menus.add(self.analysts.menu)
        self.citing = Citing(session, settings, self.view, self.notice, self)
        self.queue = ReadingQueue(session, self.attempts, self.curating, self.listing, self)
        self.keeping = ListKeeping(
            session, self.attempts, self.commands, self.sidebar, self.search, self.choosing, self
        )
        self.shelving = Shelving(session, self.attempts, self.curating, self.listing, self.sidebar, self)
        self.reviewing = Reviewing(session, self._looks, self.attempts, self.notice, self.view, self.desk, self)
        self.correcting = Correcting(session, self.attempts, self.reviewing, self.curating, self.view, self)
        self.versioning = Versioning(session, settings, self._looks, self.attempts, self.reviewing, self.curating, self)
        self.amending = Amending(session, self._looks, self.attempts, self.notice, self.reviewing, self.view, self)
        self.comparing = Comparing(session, self._looks, self.attempts, self.curating, self.view, self)
        self._build_files(settings)
        done_by = (self.commands, self.curating, self.reporting, self.shelving)
        self.offering = Offering(session, settings, *done_by, self.listing, self.view, self.article_bar, self)

    def _build_files(self, settings: Settings) -> None:
        """What brings articles in and takes findings out, and what is asked in dialogs."""
        session = self.session
        self.reporting = Reporting(session, self.attempts, self.notice, self)
        background = (session, settings, self.attempts, self.notice, self.status.activity)
        self.collecting = Collecting(*background, self.reporting, self)
        self.exporting = Exporting(*background, self)
        self.watch = FolderWatch(session, settings, self)
        self.dialogs = Dialogs(session, settings, self.attempts, self)

    def _build_search(self, session: Session) -> None:
        """What finds articles, highlights and notes, and shows them."""
        self.searching = Searching(self.search, self.listing, self)
        self.narrowing = Narrowing(session, self.search, self.listing, self)
        self.indexing = Indexing(session, self)
        self.walk = HitWalk(self.listing, self.view, self)
        self.jump = TitleJump(session, self.listing)
        self.places = Places(session, self.commands, self.listing, self.view, self.reading, self.walk, self)
        self.places.opening.article_wanted.connect(self.open_article)
        self.choosing.unlisted_wanted.connect(self.open_article)
        in_context = (self.marking, self.notice, self.search, self.listing, self)
        self.in_context = HitsInContext(session, self._looks, self.attempts, *in_context)
        self.highlighting = HighlightingAll(
            session, self._looks, self.attempts, self.marking, self.search, self.listing, self.view, self
        )
        for part in (self.status, self.listing.header, self.in_context, self.highlighting):
            self.indexing.progressed.connect(part.say_indexed)

    def _connect(self) -> None:
        self.session.left.connect(self._on_left)
        self.session.opened.connect(self._on_opened)
        self._looks.theme_changed.connect(self.set_theme)
        self.listing.article_chosen.connect(self.open_article)
        self.listing.reading_wanted.connect(self._read)
        self.listing.menu_wanted.connect(self._article_menu)
        self.article_bar.menu_wanted.connect(self._article_menu)
        self.view.pane.left.connect(self._leave_step)
        self.reading.panel_wanted.connect(self._show_panel)
        connect_parts(self, self._looks, self._settings)
        connect_commands(self)
        self.commands.connect_all({Act.QUIT: self.close, Act.SEARCH: self._search})
        for act, shown, slot in (
            (Act.SIDEBAR, self._settings.sidebar_shown, self.desk.show_sidebar),
            (Act.PANEL, self._settings.panel_shown, self.desk.show_panel),
            (Act.ONLY_TEXT, False, self._show_only_text),
        ):
            self.commands[act].setChecked(shown)
            self.commands[act].toggled.connect(slot)

    # ---- articles

    def open_last(self) -> None:
        """Open the article that was read last, else the first one."""
        last = self.session.read(articles.last_read, None)
        if last is not None and self.listing.model.position_of(last) is not None:
            self.listing.choose(last)
        else:
            self.listing.step(0)

    def open_article(self, article: int | None) -> None:
        """Show an article, which then counts as read; None shows none."""
        if self.view.open(article) and article is not None:
            self.curating.mark_opened(article)
        if self.view.article is None:  # only the text would be nothing at all
            self.commands[Act.ONLY_TEXT].setChecked(False)
        self.reporting.article = self.view.article
        self.offering.enable()

    def find_article(self, article: int) -> None:
        """Open an article wherever it is; filters that hide it are taken away."""
        if self.listing.model.position_of(article) is None:
            self.choosing.show_all_of(article)
        self.listing.choose(article)

    def _search(self) -> None:
        self.commands[Act.ONLY_TEXT].setChecked(False)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _read(self) -> None:
        self.view.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.walk.go_to_first()

    def settle(self) -> str:
        """Store the reading place and the last words typed before the library goes; why not all of them are stored.

        Those that are not come into view.
        """
        self.curating.settle()
        unstored = (*(note.keep() for note in self._open_notes()), self.amending.settle(), self._settle_note())
        return next(filter(None, unstored), "")

    def _open_notes(self) -> list[NotePopup | NoteDialog]:
        found: list[NotePopup | NoteDialog] = [*self.findChildren(NotePopup), *self.findChildren(NoteDialog)]
        return [note for note in found if note.isVisible()]

    def _settle_note(self) -> str:
        self.panel.card.keep_note()
        found = self.panel.card.unstored
        if found is None:
            return ""
        self.panel.filter.clear()
        self.commands[Act.ONLY_TEXT].setChecked(False)
        self.find_article(found.article)
        self.reading.open_note(found.id)
        return self.panel.card.problem

    # ---- what follows from changes

    def _on_left(self) -> None:
        self.panel.card.drop()
        self.open_article(None)
        self.choosing.start_over()

    def _on_opened(self) -> None:
        self._say_title()
        self.open_last()

    def _say_title(self) -> None:
        name = self.session.path.stem
        if self.session.library.read_only:
            name = self.tr("{name} (read-only)").format(name=name)
        self.setWindowTitle(f"{name} — Reader")

    # ---- menus, words, looks

    def _article_menu(self, at: QPoint) -> None:
        self.menus.popup(TRASH_MENU if self.listing.shows_trash else ARTICLE_MENU, at, ARTICLE)

    def _show_only_text(self, only: bool) -> None:
        self.keep_shape()
        self.desk.show_only_text(only)
        for part in (self.menuBar(), self.menus.toolbar, self.article_bar, self.statusBar()):
            part.setVisible(not only)
        self.reviewing.set_aside(only)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _leave_step(self) -> None:
        """Escape: first the search is closed, then the other panes come back."""
        if self.view.find_bar.isVisible():
            self.view.find_bar.close_bar()
        else:
            self.commands[Act.ONLY_TEXT].setChecked(False)

    def _show_panel(self) -> None:
        if not self.desk.only_text:
            self.commands[Act.PANEL].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the theme's colours."""
        self.commands.recolor(theme.text)
        for part in (self.menus, self.search, self.sidebar, self.listing, self.article_bar, self.view, self.panel):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Put every word into the window's language."""
        self.commands.retranslate()
        self.menus.retranslate()
        panes = (self.search, self.sidebar, self.listing, self.article_bar, self.view, self.panel)
        for part in (*panes, self.picker, self.status, self.analysts.menu):
            part.retranslate()
        self.offering.enable()
        self._say_title()

    # ---- events

    def showEvent(self, event: QShowEvent) -> None:
        """Open an article once the text has its width: a place found in another one would be lost."""
        super().showEvent(event)
        if self.view.article is None and not event.spontaneous():
            self.open_last()
            start = self.listing if self.view.article is None else self.view
            start.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self.watch.start_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the other panes back, wherever the focus is, unless it means something there."""
        if event.key() == Qt.Key.Key_Escape and self.desk.only_text:
            self._leave_step()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped, or open it if it is a library."""
        event.acceptProposedAction()
        self.collecting.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the shape of the window, too; stay open where what was typed could not be stored, and ask."""
        if (why := self.settle()) or not self.attempts.may_leave(self.close):
            event.ignore()
            if why and not self._open_notes():  # they say why, and are left first
                self.dialogs.unstored(why, self._leave)
            return
        self.keep_shape()
        super().closeEvent(event)

    def keep_shape(self) -> None:
        """Remember the shape of the window, but not while only the text is shown."""
        if self.isVisible() and not self.desk.only_text:
            self._settings.geometry = self.saveGeometry()
            self.desk.keep()

    def _leave(self) -> None:
        """Close without what could not be stored."""
        self.panel.card.drop()
        self.amending.drop()
        self.close()
