"""Saved searches and collections: what the sidebar and the commands wish for, listed or made edits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget
from sqlite_utils import Database

from reader.actions import Act
from reader.domain.errors import EditError, ReaderError
from reader.domain.lists import Collection, SavedSearch
from reader.domain.text import one_line
from reader.services import lists
from reader.session import Session
from reader.widgets.attempts import Attempts
from reader.widgets.choosing import Choosing
from reader.widgets.commands import Commands
from reader.widgets.list_dialog import ListDialog, Store
from reader.widgets.search_box import SearchBox
from reader.widgets.sidebar import Sidebar
from reader.widgets.step_words import shortened

NamedList = SavedSearch | Collection


class ListKeeping(QObject):
    """A list is shown by putting its query into the search box: so it can be seen, changed and narrowed there."""

    export_wanted = Signal()  # of all that is listed

    def __init__(
        self,
        session: Session,
        attempts: Attempts,
        commands: Commands,
        sidebar: Sidebar,
        box: SearchBox,
        choosing: Choosing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._attempts, self._window = session, attempts, window
        self._commands = commands
        self._sidebar, self._box, self._choosing = sidebar, box, choosing
        self._showing = False
        self._listed_last: NamedList | None = None
        for section in (sidebar.saved, sidebar.collected):
            section.chosen.connect(self.show)
            section.edit_wanted.connect(self.edit)
            section.delete_wanted.connect(self.delete)
            section.menu_wanted.connect(self.menu)
            section.items.modelReset.connect(self._follow_lists)
        sidebar.saved.new_wanted.connect(self.save_search)
        sidebar.collected.new_wanted.connect(self.new_collection)
        sidebar.scope_chosen.connect(self._leave_for_all)
        box.textChanged.connect(self._follow_box)
        self._follow_box()

    # ---- what is listed

    def show(self, wanted: NamedList) -> None:
        """List the articles of a saved search or a collection, whatever else was chosen."""
        self._showing = True
        self._box.setText(wanted.query)
        self._box.search_at_once()
        self._sidebar.scopes.setCurrentRow(0)
        self._choosing.show_tags(())
        self._showing = False

    def _leave_for_all(self, scope: str) -> None:
        """All articles are more than those of a list; other scopes and tags are a choice among them."""
        if scope == "all" and not self._showing and self._listed() is not None:
            self._box.empty()

    def _listed(self) -> NamedList | None:
        """The saved search or the collection of which the query is in the search box."""
        sections = (self._sidebar.saved.items, self._sidebar.collected.items)
        return next((found for items in sections if (found := items.at(items.row_of(self._typed())))), None)

    def _follow_lists(self) -> None:
        """The one that is listed may have another query by now: of its own, or since a tag has another name."""
        before = self._listed_last
        if before is not None and self._typed() == before.query:
            items = (self._sidebar.saved if isinstance(before, SavedSearch) else self._sidebar.collected).items
            every = map(items.at, range(items.rowCount()))
            found = next((each for each in every if each is not None and each.id == before.id), before)
            if found.query != before.query:
                self._box.setText(found.query)
                self._box.search_at_once()
        self._follow_box()

    def _follow_box(self) -> None:
        self._listed_last = self._listed()
        for section in (self._sidebar.saved, self._sidebar.collected):
            section.show_listed(self._typed())
        self._commands[Act.SAVE_SEARCH].setEnabled(bool(self._typed()))

    def _typed(self) -> str:
        return one_line(self._box.text())

    # ---- saved searches and collections as such

    def save_search(self) -> None:
        """Ask for the name of what is searched for; one that is saved already is edited."""
        found = self._listed()
        if not self._typed():
            self._attempts.fail(EditError("nothing-searched", lists.NOTHING_SEARCHED))
            self._box.setFocus()
        elif isinstance(found, SavedSearch):
            self.edit(found)
        else:
            words = self.tr("Save search")
            dialog = ListDialog(self._storing(lists.save_search), self._window)
            self._open(dialog.for_search(words, shortened(self._typed()), self._typed()))

    def new_collection(self) -> None:
        """Ask for the name of a new collection."""
        dialog = ListDialog(self._storing(lists.make_collection), self._window)
        self._open(dialog.for_collection(self.tr("New collection"), "", ""))

    def edit(self, found: NamedList) -> None:
        """Ask how one is to change."""
        if isinstance(found, SavedSearch):
            store = self._storing(lambda db, *words: lists.change_search(db, found.id, *words, given=found))
            dialog = ListDialog(store, self._window)
            self._open(dialog.for_search(self.tr("Saved search"), found.name, found.query))
        else:
            store = self._storing(lambda db, *words: lists.change_collection(db, found.id, *words, given=found))
            dialog = ListDialog(store, self._window)
            self._open(dialog.for_collection(self.tr("Collection"), found.name, found.description))

    def delete(self, found: NamedList) -> None:
        """Delete one; Undo brings it back."""
        listed = self._listed() == found
        delete = lists.delete_search if isinstance(found, SavedSearch) else lists.delete_collection
        self._attempts.do_and_say(lambda db: delete(db, found.id))
        if listed and isinstance(found, Collection):
            self._box.empty()

    def menu(self, found: NamedList, at: QPoint) -> None:
        """Show what can be done with one, at a place of the screen."""
        menu = QMenu(self._window)
        menu.setObjectName("listMenu")
        menu.setAccessibleName(found.name)
        menu.addAction(self.tr("Show its articles"), lambda: self.show(found))
        menu.addAction(self.tr("Export highlights..."), lambda: self._export(found))
        menu.addSeparator()
        menu.addAction(self.tr("Edit..."), lambda: self.edit(found))
        menu.addAction(self.tr("Delete"), lambda: self.delete(found))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _export(self, found: NamedList) -> None:
        self.show(found)
        self.export_wanted.emit()

    def _storing(self, edit: Callable[[Database, str, str], object]) -> Store:
        """What a dialog does with what was filled in."""

        def store(name: str, about: str) -> str:
            try:
                self._attempts.perform(lambda db: edit(db, name, about))
            except ReaderError as error:
                return self._attempts.why(error)
            return ""

        return store

    def _open(self, dialog: ListDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
