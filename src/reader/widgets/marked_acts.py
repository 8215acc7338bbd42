"""What is done to the highlights that are chosen in the table: each wish is one edit, however many they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from reader.actions import Act
from reader.services import edits, highlights_together, passages_together, tags_together
from reader.session import Session
from reader.storage import marked
from reader.widgets.activity import Activity
from reader.widgets.attempts import Attempts
from reader.widgets.marked_copying import Citing, MarkedCopying
from reader.widgets.marked_pane import MarkedPane
from reader.widgets.marking import Marking
from reader.widgets.menu_place import row_place
from reader.widgets.note_dialog import NoteDialog
from reader.widgets.shown_columns_dialog import ShownColumnsDialog
from reader.widgets.swatches import color_words
from reader.widgets.tag_paths import shortened_path
from reader.widgets.tag_picker import TagPicker, dot
from reader.widgets.tags_for_many import TagsForMany
from reader.widgets.tips import escaped

LISTED = 20  # tags in a menu


class MarkedActs(QObject):
    """Commands about the table, and its menu."""

    export_wanted = Signal()
    citations_wanted = Signal()

    def __init__(
        self,
        session: Session,
        attempts: Attempts,
        activity: Activity,
        marking: Marking,
        pane: MarkedPane,
    ) -> None:
        super().__init__(pane)
        self._session, self._attempts, self._pane, self._view = session, attempts, pane, pane.view
        self._marking = marking
        self._tags = TagsForMany(session, marking.recent, pane)
        self._tags.picked.connect(self._retag)
        self.copying = MarkedCopying(session, attempts, activity, pane)
        self._view.menu_wanted.connect(self._show_menu)
        pane.columns_wanted.connect(self._ask_for_columns)

    def chosen(self) -> list[int]:
        """The highlights that are chosen, in the order of the table."""
        return self._pane.model.rows.ids_of(self._view.selected_rows())

    def meant(self) -> list[int]:
        """The same; that there are none is said, as on the heading of a group that is not folded."""
        ids = self.chosen()
        if not ids:
            self._attempts.say(self.tr("Select highlights first."))
        return ids

    def choose_all(self) -> None:
        """Choose all rows."""
        self._view.selectAll()

    def tag(self) -> None:
        """Let tags be put on the chosen highlights and taken off."""
        if ids := self.meant():
            counts = self._session.read(lambda db: marked.tags_on(db, ids), {})
            self._tags.pick(ids, self._beside(), *passages_together.shared(counts, len(ids)))

    def _retag(self, ids: list[int], put: list[int], new: list[str], take: list[int]) -> None:
        self._marking.remember_all(put, new)
        self._do(partial(tags_together.retag, highlights=ids, put=put, new=new, take=take), len(ids))

    def digit(self, digit: str) -> None:
        """Put the tag that has this digit on the chosen highlights."""
        found = self._session.tree().by_shortcut(digit)
        if found is None:
            self._attempts.say(
                self.tr("No tag has the key {digit}. Give it one in the tag's menu.").format(digit=digit)
            )
        else:
            self._put([found.id])

    def same_tags(self) -> None:
        """Put the tags used last on the chosen highlights."""
        if last := self._marking.tags_to_repeat():
            self._put(last)

    def _put(self, put: list[int]) -> None:
        ids = self.meant()
        if not ids:
            return
        counts = self._session.read(lambda db: marked.tags_on(db, ids), {})
        if all(counts.get(tag, 0) == len(ids) for tag in put):
            self._marking.remember_all(put)
            self._attempts.say(self.tr("%Ln highlight(s) have these tags already.", "", len(ids)))
        else:
            self._retag(ids, put, [], [])

    def note(self) -> None:
        """Ask for the note of the chosen highlights."""
        ids = self.meant()
        if not ids:
            return
        known = {each.highlight.note for each in self._session.read(lambda db: marked.rows(db, ids[:2]), {}).values()}
        same = len(known) == 1 and len(ids) <= 2

        def store(note: str, given: str, below: bool) -> str:
            if len(ids) == 1:
                return self._attempts.try_and_say(lambda db: edits.set_note(db, ids[0], note, given=given))
            edit = partial(highlights_together.set_notes, ids=ids, note=note, below=below)
            return self._attempts.try_with_many(edit, len(ids))

        dialog = NoteDialog(len(ids), known.pop() if same else "", store, self._pane)
        dialog.finished.connect(self._pane.focus)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remove(self) -> None:
        """Delete the chosen highlights."""
        if ids := self.meant():
            self._do(partial(edits.remove_highlights, ids=ids), len(ids))

    def copy_rows(self) -> None:
        """Copy the chosen rows as they are shown."""
        if self.meant():
            self.copying.copy_rows()

    def copy_cited(self, citing: Citing) -> None:
        """Copy the quotes of the chosen rows, each with its citation."""
        if self.meant():
            self.copying.copy_cited(citing)

    def color(self, color: str) -> None:
        """Give the chosen highlights a colour; "": that of their tags."""
        if ids := self.chosen():
            self._do(partial(highlights_together.set_colors, ids=ids, color=color), len(ids))

    def take_off(self, tag: int) -> None:
        """Take a tag off the chosen highlights."""
        self._retag(self.chosen(), [], [], [tag])

    def replace_tag(self, tag: int) -> None:
        """Let another tag be chosen, which the chosen highlights with this one get instead."""
        ids, picker = self.chosen(), TagPicker(self._session, self._pane)
        instead: list[int | str] = []
        picker.tag_toggled.connect(lambda other, _on: instead.append(other))
        picker.tag_created.connect(instead.append)
        picker.tag_toggled.connect(picker.close)

        def done() -> None:
            picker.deleteLater()
            if instead:
                edit = partial(highlights_together.replace_tag, ids=ids, tag=tag, by=instead[0])
                self._do(edit, len(ids))

        picker.closed.connect(done)
        picker.open_beside(self._beside(), (), (), [each for each in self._marking.recent() if each != tag])

    def _do(self, edit: Callable[..., object], count: int) -> None:
        self._view.follow()
        self._attempts.do_to_many(edit, count, say=True, otherwise=self._view.forget_following)

    def _beside(self) -> QRect:
        return row_place(self._view, self._view.currentIndex())

    # ---- menu and columns

    def _show_menu(self, at: QPoint) -> None:
        ids = self.chosen()
        if not ids:
            return
        menu = QMenu(self._pane)
        menu.setObjectName("markedMenu")
        menu.setAccessibleName(self._pane.accessibleName())
        row = self._view.currentIndex().row()
        self._act(menu, "openMarked", self.tr("Open"), lambda: self._view.opened.emit(row), "Enter")
        menu.addSeparator()
        self._act(menu, "tagMarked", self.tr("Tag..."), self.tag, "T")
        self._act(menu, "sameTagsMarked", Act.SAME_TAGS.text, self.same_tags, "R")
        self._fill_tags(menu, ids)
        self._act(menu, "noteMarked", self.tr("Note..."), self.note, "N")
        hues = menu.addMenu(self.tr("Colour"))
        for color, words in color_words().items():
            hues.addAction(QIcon(dot(color)), words).triggered.connect(partial(self.color, color))
        hues.addSeparator()
        hues.addAction(self.tr("As its tags have")).triggered.connect(partial(self.color, ""))
        menu.addSeparator()
        self._act(menu, "copyMarked", self.tr("Copy rows"), self.copy_rows, "Ctrl+C")
        self._act(menu, "copyQuotes", self.tr("Copy quotes"), self.copying.copy_quotes)
        cited = self.tr("Copy quotes with citations")
        self._act(menu, "copyCited", cited, self.citations_wanted.emit, Act.COPY_CITED.value.keys[0])
        self._act(menu, "exportMarked", self.tr("Export..."), self.export_wanted.emit, "Ctrl+E")
        menu.addSeparator()
        self._act(menu, "removeMarked", self.tr("Remove %Ln highlight(s)", "", len(ids)), self.remove, "Del")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _fill_tags(self, menu: QMenu, ids: Sequence[int]) -> None:
        """Menus of the tags that the chosen ones have."""
        tree = self._session.tree()
        counts = self._session.read(lambda db: marked.tags_on(db, ids), {})
        own = sorted((tag for tag in counts if tag in tree.by_id), key=lambda tag: -counts[tag])[:LISTED]
        for title, do in ((self.tr("Take tag off"), self.take_off), (self.tr("Replace tag"), self.replace_tag)):
            of_tags = menu.addMenu(title)
            of_tags.setEnabled(bool(own))
            of_tags.setToolTipsVisible(True)
            for tag in own:
                path = tree.path(tag)
                words = shortened_path(path).replace("&", "&&")
                action = of_tags.addAction(QIcon(dot(tree.by_id[tag].color)), words)
                action.setToolTip(escaped(path))
                action.triggered.connect(partial(do, tag))

    def _act(self, menu: QMenu, name: str, words: str, do: Callable[[], object], keys: str = "") -> None:
        """A line of the menu; its keys are those of the table, and only said here."""
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.setObjectName(name)
        action.triggered.connect(lambda: do())

    def _ask_for_columns(self) -> None:
        header = self._view.header
        dialog = ShownColumnsDialog(self._pane.model.heads(), header.shown(), self._pane)
        dialog.accepted.connect(lambda: header.show_columns(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
