"""What the commands do, by the parts of the window that do it."""

from __future__ import annotations

from reader.actions import Act
from reader.settings import Settings
from reader.widgets.annotating import Annotating
from reader.widgets.article_list import ArticleListPane
from reader.widgets.attempts import Attempts
from reader.widgets.citing import Citing
from reader.widgets.collecting import Collecting
from reader.widgets.commands import Slots
from reader.widgets.comparing import Comparing
from reader.widgets.correcting import Correcting
from reader.widgets.curating import Curating
from reader.widgets.desk import Desk
from reader.widgets.dialogs import Dialogs
from reader.widgets.exporting import Exporting
from reader.widgets.find_bar import FindBar
from reader.widgets.hit_walk import HitWalk
from reader.widgets.list_keeping import ListKeeping
from reader.widgets.marked_acts import MarkedActs
from reader.widgets.menus import Menus
from reader.widgets.reading import Reading
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.reading_queue import ReadingQueue
from reader.widgets.reporting import Reporting
from reader.widgets.reshaping import Reshaping
from reader.widgets.shelving import Shelving
from reader.widgets.tag_editing import TagEditing
from reader.widgets.workspaces import Workspaces


def slots_of_files(
    collecting: Collecting,
    reporting: Reporting,
    exporting: Exporting,
    listing: ArticleListPane,
    workspaces: Workspaces,
) -> Slots:
    """What brings articles in and takes findings out."""

    def export() -> None:
        """What is selected is of another list as long as something is searched for."""
        selected = [] if listing.model.searching else listing.selected()
        exporting.ask_for_export(listing.model.query, selected, workspaces.shown())

    return {
        Act.IMPORT: collecting.ask_for_files,
        Act.IMPORT_FOLDER: collecting.ask_for_folder,
        Act.IMPORT_WEB: collecting.ask_for_address,
        Act.PASTE: collecting.paste,
        Act.REPORT: reporting.report,
        Act.EXPORT: export,
        Act.EXPORT_REPORTED: exporting.export_reported,
    }


def slots_of_articles(
    correcting: Correcting, comparing: Comparing, curating: Curating, queue: ReadingQueue, listing: ArticleListPane
) -> Slots:
    """What is about the articles of the library."""
    return {
        Act.NEXT_ARTICLE: lambda: listing.step(1),
        Act.PREVIOUS_ARTICLE: lambda: listing.step(-1),
        Act.DETAILS: correcting.details,
        Act.FIELDS: correcting.edit_field,
        Act.READ_AGAIN: correcting.read_again,
        Act.COMPARE: comparing.compare,
        Act.LEFT_OUT: correcting.show_left_out,
        Act.READINGS: correcting.switch_readings,
        Act.STAR: curating.star,
        Act.UNREAD: curating.switch_read,
        Act.DONE: queue.done,
        Act.NEXT_UNREAD: queue.next_unread,
        Act.REPORT_ERROR: correcting.report_error,
        Act.UNREPORT: correcting.take_mark_away,
        Act.TRASH: curating.trash,
        Act.RESTORE: curating.restore,
        Act.EMPTY_TRASH: curating.empty_trash,
    }


def slots_of_lists(keeping: ListKeeping, shelving: Shelving) -> Slots:
    """What is about saved searches and collections."""
    return {
        Act.SAVE_SEARCH: keeping.save_search,
        Act.COLLECT: shelving.collect,
        Act.NEW_COLLECTION: keeping.new_collection,
        Act.UNCOLLECT: shelving.take_out,
    }


def slots_of_notes(annotating: Annotating) -> Slots:
    """What is about tags and notes of whole articles, and links in notes."""
    return {
        Act.TAG_ARTICLE: annotating.tag,
        Act.NOTE_ARTICLE: annotating.note,
        Act.COPY_LINK: annotating.copy_link,
    }


def slots_of_the_program(dialogs: Dialogs, attempts: Attempts, menus: Menus, desk: Desk) -> Slots:
    """What is about the program and its panes."""
    return {
        Act.UNDO: attempts.replaying.undo,
        Act.REDO: attempts.replaying.redo,
        Act.SETTINGS: dialogs.settings,
        Act.TYPOGRAPHY: menus.show_typography,
        Act.HISTORY: dialogs.history,
        Act.SHORTCUTS: dialogs.shortcuts,
        Act.ABOUT: dialogs.about,
        Act.NEXT_PANE: lambda: desk.walk(1),
        Act.PREVIOUS_PANE: lambda: desk.walk(-1),
    }


def slots_of_ends(reshaping: Reshaping) -> Slots:
    """What is about the ends of a highlight."""
    return {
        Act.END_ON: lambda: reshaping.end(1),
        Act.END_BACK: lambda: reshaping.end(-1),
        Act.END_WORD_ON: lambda: reshaping.end(1, by_words=True),
        Act.END_WORD_BACK: lambda: reshaping.end(-1, by_words=True),
        Act.START_ON: lambda: reshaping.start(1),
        Act.START_BACK: lambda: reshaping.start(-1),
        Act.START_WORD_ON: lambda: reshaping.start(1, by_words=True),
        Act.START_WORD_BACK: lambda: reshaping.start(-1, by_words=True),
        Act.TO_SENTENCE: reshaping.to_sentence,
        Act.TO_PARAGRAPH: reshaping.to_paragraph,
        Act.SPLIT: reshaping.split,
        Act.JOIN: reshaping.join,
    }


def slots_of_the_text(reading: Reading, tagging: TagEditing, pane: ReadingPane, bar: FindBar, walk: HitWalk) -> Slots:
    """What is about the open article and passages of it."""
    return {
        Act.COPY: reading.copy,
        Act.SELECT_ALL: pane.selectAll,
        Act.FIND: bar.open_bar,
        Act.FIND_NEXT: lambda: (walk if bar.isHidden() and walk.active else bar).step(1),
        Act.FIND_PREVIOUS: lambda: (walk if bar.isHidden() and walk.active else bar).step(-1),
        Act.HIGHLIGHT: reading.highlight,
        Act.TAG: reading.pick,
        Act.SAME_TAGS: reading.same_tags,
        Act.NOTE: reading.note,
        Act.REMOVE: reading.remove,
        Act.NEXT_HIGHLIGHT: lambda: reading.step(1),
        Act.PREVIOUS_HIGHLIGHT: lambda: reading.step(-1),
        Act.NEXT_SAME: lambda: reading.step(1, same=True),
        Act.PREVIOUS_SAME: lambda: reading.step(-1, same=True),
        Act.NEW_TAG: tagging.new,
        Act.SMALLER: pane.smaller,
        Act.LARGER: pane.larger,
        Act.RESET_SIZE: lambda: pane.reset_size(Settings.size.default),
    }


def slots_of_rows(acts: MarkedActs, citing: Citing, annotating: Annotating) -> Slots:
    """What those about a passage do where the table of highlights has the focus: they mean the rows chosen there."""
    return {
        Act.COPY: acts.copy_rows,
        Act.COPY_CITED: lambda: acts.copy_cited(citing.of_many()),
        Act.COPY_LINK: lambda: annotating.copy_links(acts.meant()),
        Act.SELECT_ALL: acts.choose_all,
        Act.TAG: acts.tag,
        Act.SAME_TAGS: acts.same_tags,
        Act.NOTE: acts.note,
        Act.REMOVE: acts.remove,
    }
