"""What the parts of the window say to one another."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance

from reader.actions import Act
from reader.domain.note import Owner
from reader.session import Session
from reader.settings import Settings
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
from reader.widgets.folder_watch import FolderWatch
from reader.widgets.highlighting_all import HighlightingAll
from reader.widgets.highlights_panel import HighlightsPanel
from reader.widgets.hit_walk import HitWalk
from reader.widgets.hits_in_context import HitsInContext
from reader.widgets.list_keeping import ListKeeping
from reader.widgets.looks import Looks
from reader.widgets.marking import Marking
from reader.widgets.menus import HIGHLIGHT, PASSAGE_MENU, Menus
from reader.widgets.narrowing import Narrowing
from reader.widgets.notice import Notice
from reader.widgets.offering import KEPT, Offering
from reader.widgets.places import Places
from reader.widgets.reading import Reading
from reader.widgets.reading_queue import ReadingQueue
from reader.widgets.reporting import Reporting
from reader.widgets.reshaping import Reshaping
from reader.widgets.reviewing import Reviewing
from reader.widgets.shelving import Shelving
from reader.widgets.sidebar import Sidebar
from reader.widgets.slots import (
    slots_of_articles,
    slots_of_ends,
    slots_of_files,
    slots_of_lists,
    slots_of_notes,
    slots_of_rows,
    slots_of_the_program,
    slots_of_the_text,
)
from reader.widgets.status import Status
from reader.widgets.tag_editing import TagEditing
from reader.widgets.tags_dropped import TagsDropped
from reader.widgets.title_jump import TitleJump
from reader.widgets.versioning import Versioning
from reader.widgets.workspaces import Workspaces


class Window(Protocol):
    """The window, as far as its parts are concerned."""

    session: Session
    commands: Commands
    menus: Menus
    sidebar: Sidebar
    listing: ArticleListPane
    view: ArticleView
    panel: HighlightsPanel
    desk: Desk
    notice: Notice
    status: Status
    attempts: Attempts
    reading: Reading
    reshaping: Reshaping
    choosing: Choosing
    marking: Marking
    analysts: Analysts
    walk: HitWalk
    jump: TitleJump
    citing: Citing
    in_context: HitsInContext
    highlighting: HighlightingAll
    tagging: TagEditing
    curating: Curating
    queue: ReadingQueue
    keeping: ListKeeping
    shelving: Shelving
    article_bar: ArticleBar
    annotating: Annotating
    places: Places
    all_notes: AllNotes
    correcting: Correcting
    comparing: Comparing
    amending: Amending
    versioning: Versioning
    reviewing: Reviewing
    offering: Offering
    reporting: Reporting
    collecting: Collecting
    exporting: Exporting
    watch: FolderWatch
    dialogs: Dialogs
    workspaces: Workspaces
    narrowing: Narrowing

    @property
    def library_wanted(self) -> SignalInstance:
        """Another library is to be opened."""

    @property
    def new_library_wanted(self) -> SignalInstance:
        """A new library is to be made."""

    def find_article(self, article: int) -> None:
        """Open an article wherever it is."""


def connect_parts(window: Window, looks: Looks, settings: Settings) -> None:
    """Let wishes of some parts be done by others."""
    _connect_tags_and_lists(window)
    _connect_the_text(window, looks, settings)
    _connect_notes(window)
    _connect_analysts(window)
    _connect_imports(window)
    # Later: it may be said while a list is painted, and then nothing may be shown.
    window.session.failed.connect(window.attempts.fail, Qt.ConnectionType.QueuedConnection)
    for keep in (window.panel.card.keep_note, window.sidebar.tags.keep_name):
        window.attempts.keeping_wanted.connect(keep)
    window.walk.said.connect(window.status.say_hits)
    window.menus.chinese.turned.connect(window.notice.say)
    window.workspaces.pane.filters.narrowing_wanted.connect(window.commands[Act.NARROW].trigger)
    window.in_context.article_wanted.connect(window.find_article)
    window.in_context.span_wanted.connect(window.walk.go_to)
    window.in_context.saving_wanted.connect(window.exporting.save_lines)
    for part in (window.view.foot, window.panel.related):
        part.article_wanted.connect(window.choosing.read_beside)
        part.comparison_wanted.connect(window.comparing.with_open)


def _connect_tags_and_lists(window: Window) -> None:
    sidebar, tagging, listing = window.sidebar, window.tagging, window.listing
    sidebar.tagged.new_wanted.connect(tagging.new)
    sidebar.items.rename_wanted.connect(tagging.rename)
    sidebar.tags.menu_wanted.connect(tagging.menu)
    sidebar.tags.edit_wanted.connect(tagging.edit)
    sidebar.tags.key_wanted.connect(tagging.set_key)
    sidebar.tags.moved.connect(tagging.move)
    sidebar.tags.arranged.connect(tagging.arrange)
    tagging.articles_wanted.connect(window.choosing.show_tags)
    listing.trash_wanted.connect(window.curating.trash)
    listing.import_wanted.connect(window.collecting.ask_for_files)


def _connect_the_text(window: Window, looks: Looks, settings: Settings) -> None:
    pane = window.view.pane
    window.reviewing.article_wanted.connect(window.find_article)
    window.amending.began.connect(window.offering.set_correcting)
    window.amending.article_wanted.connect(window.find_article)
    looks.typography_changed.connect(pane.set_typography)
    window.notice.height_taken.connect(pane.leave_free)
    pane.size_changed.connect(lambda size: setattr(settings, "size", size))
    pane.place_changed.connect(lambda place: window.curating.keep_place(window.view.article, place))
    pane.menu_wanted.connect(lambda at: window.menus.popup(PASSAGE_MENU, at, HIGHLIGHT))


def _connect_notes(window: Window) -> None:
    annotating, pane = window.annotating, window.view.pane
    annotating.article_wanted.connect(window.find_article)
    annotating.highlight_wanted.connect(window.reading.go_to)
    annotating.highlight_wanted.connect(window.panel.choose)
    window.places.opening.highlight_opened.connect(window.panel.choose)
    window.places.opening.tag_wanted.connect(window.sidebar.show_tag)
    annotating.focus_wanted.connect(lambda: pane.setFocus(Qt.FocusReason.OtherFocusReason))
    window.panel.card.note.link_wanted.connect(annotating.follow)
    window.reading.note_wanted.connect(
        lambda highlight, quote, at: annotating.write(Owner("highlight", highlight), quote, at)
    )
    window.article_bar.tags.articles_wanted.connect(lambda tag: window.choosing.show_tags([tag]))
    window.sidebar.tags.articles_dropped.connect(lambda tag, articles: annotating.drop([tag], articles))
    TagsDropped(window.listing, window.sidebar.items.dragged).dropped.connect(annotating.drop)
    window.all_notes.closed.connect(window.places.show_again)
    window.all_notes.left.connect(window.workspaces.show)
    window.commands[Act.READ].triggered.connect(lambda: setattr(window.all_notes, "over", "read"))


def _connect_analysts(window: Window) -> None:
    analysts = window.analysts
    window.marking.unseen.connect(analysts.say_unseen)
    window.panel.whose.clicked.connect(analysts.show_everybody)
    window.workspaces.pane.filters.everybody_wanted.connect(analysts.show_everybody)


def _connect_imports(window: Window) -> None:
    collecting, reporting, watch = window.collecting, window.reporting, window.watch
    reporting.article_wanted.connect(window.find_article)
    reporting.saving_wanted.connect(window.exporting.save_report)
    window.keeping.export_wanted.connect(lambda: window.exporting.ask_for_export(window.listing.model.query, ()))
    collecting.library_wanted.connect(window.library_wanted)
    watch.import_wanted.connect(collecting.import_watched)
    collecting.watched_imported.connect(watch.imported)
    watch.answer_wanted.connect(window.dialogs.ask_about_watched)
    window.dialogs.at_hand = lambda: (window.view.article, window.panel.card.highlight)
    window.dialogs.watched_answered.connect(watch.answer)


def connect_commands(window: Window) -> None:
    """Let the commands be done by the parts."""
    commands, pane, listing = window.commands, window.view.pane, window.listing
    files = (window.collecting, window.reporting, window.exporting)
    commands.connect_all(
        {
            Act.NEW_LIBRARY: window.new_library_wanted.emit,
            Act.OPEN_LIBRARY: lambda: window.library_wanted.emit(None),
            Act.CONTEXT: window.in_context.show,
            Act.NARROW: lambda: _narrow_down(window),
            Act.JUMP: lambda: _jump(window),
            Act.COPY_CITED: window.citing.copy,
            Act.CORRECT_TEXT: window.amending.begin,
            Act.VERSIONS: window.versioning.show,
            Act.REPLACE_TEXT: window.versioning.replace,
            Act.REVIEW: lambda: _review(window),
            Act.HIGHLIGHT_ALL: window.highlighting.ask,
            Act.READ: window.all_notes.close,
            Act.ALL_NOTES: lambda: _list_all_notes(window),
            Act.NOTICE: window.notice.enter,
        }
        | slots_of_files(*files, listing, window.workspaces)
        | slots_of_articles(window.correcting, window.comparing, window.curating, window.queue, listing)
        | slots_of_lists(window.keeping, window.shelving)
        | slots_of_notes(window.annotating)
        | slots_of_the_program(window.dialogs, window.attempts, window.menus, window.desk)
        | slots_of_ends(window.reshaping)
        | slots_of_the_text(window.reading, window.tagging, pane, window.view.find_bar, window.walk)
    )
    window.notice.offered.connect(commands[Act.NOTICE].setEnabled)
    commands[Act.NOTICE].setEnabled(False)
    window.reading.nothing_at_hand.connect(window.queue.next_unread)
    commands.on_digits(pane, window.reading.digit)
    _let_parts_mean(window)


def _let_parts_mean(window: Window) -> None:
    """In the lists some commands are about what is chosen there; elsewhere they are about the text."""
    commands, panel, table = window.commands, window.panel, window.workspaces.pane
    rows = slots_of_rows(window.workspaces.acts, window.citing, window.annotating)
    remove = {Act.REMOVE: lambda: window.marking.remove(panel.selected())}
    commands.let_mean(window.view, {})
    commands.let_mean(panel, {})
    commands.let_mean(panel.view, {Act.SELECT_ALL: panel.view.selectAll} | remove)
    commands.let_mean(window.listing.view, {Act.SELECT_ALL: window.listing.view.selectAll})
    commands.let_mean(table, rows)
    commands.keep_to_too({*KEPT, *rows} - {Act.COPY_CITED}, table.view)
    commands.on_digits(table.view, window.workspaces.acts.digit)
    commands.meaning_changed.connect(window.offering.enable)
    window.attempts.replaying.waits.connect(window.offering.set_replaying)


def _list_all_notes(window: Window) -> None:
    """They stand in the place of the articles; who leaves them is where he was before."""
    notes, before = window.all_notes, window.workspaces.current
    if before == "read" and notes.shown:
        notes.leave()
        return
    notes.over = before
    window.workspaces.show("read")
    if not notes.shown:
        notes.show()


def _review(window: Window) -> None:
    window.commands[Act.ONLY_TEXT].setChecked(False)
    window.reviewing.open()


def _narrow_down(window: Window) -> None:
    window.commands[Act.ONLY_TEXT].setChecked(False)
    if window.workspaces.current == "highlights":
        pane = window.workspaces.pane
        window.narrowing.ask(pane.filters.add, pane.model.query)
    else:
        window.listing.header.ask_to_narrow()


def _jump(window: Window) -> None:
    window.commands[Act.ONLY_TEXT].setChecked(False)
    window.workspaces.show("read")
    window.jump.open()
