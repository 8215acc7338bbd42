"""Changing the tag tree: the dialogs and the menu of tags, and what is wished for as edits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError, ReaderError
from reader.domain.tag import Tag, tidy
from reader.services import tagging, tags_together
from reader.services.edits import TAG_GONE
from reader.services.tags_together import Bearing, Merging
from reader.session import Session
from reader.widgets.attempts import Attempts, Edit
from reader.widgets.notice import Offer
from reader.widgets.sidebar import Sidebar
from reader.widgets.step_words import error_words
from reader.widgets.tag_chooser import TagChooser
from reader.widgets.tag_deletion import Deletion, TagDeletion
from reader.widgets.tag_dialog import Refusal, TagDialog, TagWish
from reader.widgets.tag_menu import TagMenu
from reader.widgets.tag_paths import IN_LINES, MOST, shortened_path

AS_MANY = 5  # rows that are changed in the time in which one tag goes


class TagEditing(QObject):
    """Asks what is to become of tags, and does it."""

    articles_wanted = Signal(list, bool)  # those with one of these tags, or with each of them

    def __init__(self, session: Session, attempts: Attempts, sidebar: Sidebar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._attempts = session, attempts
        self._sidebar, self._window = sidebar, window

    # ---- one tag

    def new(self, parent: int | None = None) -> None:
        """Ask for a new tag."""
        self._edit(None, parent)

    def edit(self, tag: int) -> None:
        """Ask how a tag is to change."""
        if tag in self._session.tree().by_id:
            self._edit(tag, None)

    def rename(self, tag: int, name: str) -> None:
        """Give a tag another name; where a sibling has it, offer to merge them."""
        known = self._session.tree().by_id.get(tag)
        self._unless_taken(tag, known.parent if known else None, tidy(name), partial(self._rename, tag, name))

    def _rename(self, tag: int, name: str) -> None:
        """Give it the name; where it cannot have it, what was typed is there to be mended."""
        if self._attempts.do(lambda db: tagging.rename(db, tag, name)) is None:
            # Once the editor that was left is gone.
            QTimer.singleShot(0, self, partial(self.rename_in_place, tag, name))

    def rename_in_place(self, tag: int, name: str = "") -> None:
        """Let a name be typed on the tag's row, beginning with this one or else with the one it has."""
        view = self._sidebar.tags
        index = self._sidebar.items.index_of(tag)
        if not index.isValid() or view.indexWidget(index) is not None:
            return
        view.setCurrentIndex(index)
        view.edit(index)
        editor = view.indexWidget(index)
        if name and isinstance(editor, QLineEdit):
            editor.setText(name)
            editor.setModified(True)  # so that it stays

    def set_key(self, tag: int, digit: str) -> None:
        """Let a digit apply a tag; the one that it has is taken away."""
        known = self._session.tree().by_id.get(tag)
        wanted = "" if known is not None and known.shortcut == digit else digit
        self._attempts.do_and_say(lambda db: tagging.set_shortcut(db, tag, wanted))

    def set_exclusive(self, tag: int, exclusive: bool) -> None:
        """Let a tag stand beside its siblings, or not."""
        self._attempts.do(lambda db: tagging.set_exclusive(db, tag, exclusive))

    # ---- several

    def menu(self, tags: Sequence[int], at: QPoint) -> None:
        """Show what can be done with tags, at a place of the screen."""
        tree = self._session.tree()
        there = [tag for tag in tags if tag in tree.by_id]
        if there:
            rename = partial(self.rename_in_place, there[0])
            TagMenu(tree, there, self, rename, self._window).popup(at)

    def recolor(self, tags: Sequence[int], color: str) -> None:
        """Give tags another colour."""
        self._attempts.do(lambda db: tags_together.recolor(db, tags, color))

    def arrange(self, parent: int | None, order: Sequence[int]) -> None:
        """Let tags stand under another one in an order by hand."""
        self._attempts.do_and_say(lambda db: tagging.arrange(db, parent, order))

    def move(self, tags: Sequence[int], parent: int | None) -> None:
        """Put tags under another one, or at the top; where there is one of its name, offer to merge them."""
        known = self._session.tree().by_id.get(tags[0])
        move = partial(self._attempts.do_and_say, lambda db: tags_together.move(db, tags, parent))
        if len(tags) == 1 and known is not None:
            self._unless_taken(known.id, parent, known.name, move)
        else:
            move()

    def ask_where_to_move(self, tags: Sequence[int]) -> None:
        """Ask below which tag others are to stand."""
        tree = self._session.tree()
        barred = tree.with_all_children(tags)
        title = self.tr("Move {tag}").format(tag=self._named(tags))
        chooser = TagChooser(
            self._session, title, self.tr("&Move"), self._window, barred=barred, none=self.tr("To the top")
        )
        chooser.chosen.connect(lambda parent: self.move(list(tags), parent))
        self._open(chooser)

    def ask_into_what_to_merge(self, tags: Sequence[int]) -> None:
        """Ask which tag others are to be merged into, and say what that would change."""
        tree = self._session.tree()
        barred = tree.with_all_children(tags)
        if len(tags) > 1:
            barred -= set(tree.topmost(tags))  # one of them may take the others
        self._ask_to_merge(tags, barred)

    def ask_to_merge_into(self, tag: int, into: int) -> None:
        """Say what merging a tag into a certain one would change; another one may be chosen instead."""
        tree = self._session.tree()
        if tag in tree.by_id and into in tree.by_id:
            self._ask_to_merge([tag], tree.with_children(tag), into)
        else:
            self._attempts.fail(EditError("tag-gone", TAG_GONE))

    def _ask_to_merge(self, tags: Sequence[int], barred: Collection[int], into: int | None = None) -> None:
        said = dict[int, Merging]()
        told = partial(self._told, tags, said)
        title = self.tr("Merge {tag}").format(tag=self._named(tags))
        words = title, self.tr("&Merge")
        chooser = TagChooser(self._session, *words, self._window, barred=barred, first=into, told=told)
        chooser.chosen.connect(lambda into: self.merge(tags, into, said.get(into)))
        self._open(chooser)

    def merge(self, tags: Sequence[int], into: int, said: Merging | None = None) -> None:
        """Merge tags into another one, as far as that is what was said."""
        self._do(partial(tags_together.merge, some=tags, into=into, said=said), tags)

    def delete(self, tags: Sequence[int]) -> None:
        """Delete tags and those below them; if any have highlights, ask what is to become of those."""
        there = self._session.tree().topmost(tags)
        look = partial(self._deletion, there)
        found = look()
        if found is None:
            return
        if not found.bearing.highlights and not found.bearing.articles:
            self._delete(there, False, found.bearing)
            return
        dialog = TagDeletion(self._session, found, look, self._window)
        dialog.keeping_wanted.connect(partial(self._delete, there, False))
        dialog.deleting_wanted.connect(partial(self._delete, there, True))
        dialog.giving_wanted.connect(lambda: self._give(there))
        self._open(dialog)

    def _deletion(self, tags: Sequence[int]) -> Deletion | None:
        """What deleting tags would do; None, of which was told, where they are gone or cannot be read."""
        tree = self._session.tree()
        if not tree.by_id.keys() >= set(tags):
            self._attempts.fail(EditError("tag-gone", TAG_GONE))
            return None
        bearing = self._session.read(lambda db: tags_together.bearing(db, tags), None)
        if bearing is None:
            return None
        return Deletion(self._bearing(tags, bearing), bearing, bearing.tags < len(tree))

    def _give(self, tags: Sequence[int]) -> None:
        every = self._session.tree().with_all_children(tags)
        self._ask_to_merge(list(every), every)

    def _delete(self, tags: Sequence[int], with_highlights: bool, said: Bearing) -> None:
        edit = partial(tags_together.delete, some=tags, with_highlights=with_highlights, said=said)
        self._do(edit, tags)

    # ---- words

    def _named(self, tags: Sequence[int], most: int = MOST) -> str:
        """Tags in so many characters."""
        tree = self._session.tree()
        return shortened_path(tree.path(tags[0]), most) if len(tags) == 1 else self.tr("%Ln tag(s)", "", len(tags))

    def _bearing(self, tags: Sequence[int], bearing: Bearing) -> str:
        """What has tags that are to be deleted."""
        below = bearing.tags - len(tags)
        lines = [self._named(tags, IN_LINES)]
        if below:
            lines.append(self.tr("%Ln tag(s) below are deleted too.", "", below))
        many = below + len(tags) > 1
        if n := bearing.highlights:
            one = self.tr("%Ln highlight(s) have the tag.", "", n)
            lines.append(self.tr("%Ln highlight(s) have one of these tags.", "", n) if many else one)
        if n := bearing.articles:
            one = self.tr("%Ln whole article(s) have the tag.", "", n)
            lines.append(self.tr("%Ln whole article(s) have one of these tags.", "", n) if many else one)
        return "\n".join(lines)

    def _told(self, tags: Sequence[int], said: dict[int, Merging], into: int | None) -> str:
        """What merging would change, which counts as said from here on."""
        if into is None:
            return ""
        try:
            found = self._session.read(lambda db: tags_together.merging(db, tags, into), None)
        except ReaderError as error:
            return error_words(error)
        if found is None:
            return ""
        said[into] = found
        going = [tag for tag in tags if tag != into]
        there, name = self._named([into], IN_LINES), shortened_path(self._session.tree().by_id[into].name)
        if len(going) == 1:
            gone = self._named(going, IN_LINES)
            lines = [self.tr("{tag} is merged into {into} and deleted.").format(tag=gone, into=there)]
        else:
            lines = [self.tr("%Ln tag(s) are merged into {into} and deleted.", "", len(going)).format(into=there)]
        if n := found.highlights - found.both:
            lines.append(self.tr("%Ln highlight(s) get {into}.", "", n).format(into=name))
        if n := found.both:
            lines.append(self.tr("%Ln highlight(s) have {into} already.", "", n).format(into=name))
        if n := found.articles - found.both_articles:
            lines.append(self.tr("%Ln whole article(s) get {into}.", "", n).format(into=name))
        if n := found.losing:
            lines.append(self.tr("%Ln highlight(s) lose a tag that may not stand beside the new one.", "", n))
        if n := found.losing_articles:
            lines.append(self.tr("%Ln whole article(s) lose a tag that may not stand beside the new one.", "", n))
        if n := found.below:
            lines.append(self.tr("%Ln tag(s) below move to {into}.", "", n).format(into=name))
        if n := found.namesakes:
            lines.append(self.tr("%Ln of those is merged with one of its name.", "", n))
        return "\n".join(lines)

    # ---- doing it

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _edit(self, tag: int | None, parent: int | None) -> None:
        tree = self._session.tree()
        known = tree.by_id[tag] if tag is not None else None
        dialog = TagDialog(self._session, known, parent, partial(self._save, known), self._window)
        if tag is not None:
            dialog.merge_wanted.connect(partial(self.ask_to_merge_into, tag))
        self._open(dialog)

    def _save(self, tag: Tag | None, wish: TagWish) -> Refusal | None:
        def edit(db: Database) -> tuple[int, Change]:
            return tagging.save(
                db,
                tag.id if tag is not None else None,
                name=wish.name,
                parent=wish.parent,
                color=wish.color,
                digit=wish.digit,
                description=wish.description,
                exclusive=wish.exclusive,
                given=tag,
            )

        try:
            self._attempts.perform(edit)
        except ReaderError as error:
            same = self._same(error)
            return Refusal(self._attempts.why(error), same if tag is not None else None)
        return None

    def _same(self, error: ReaderError) -> int | None:
        """The tag that has a name or a place already."""
        found = self._session.tree().find(str(error.facts["path"])) if error.kind == "taken" else None
        return found.id if found is not None else None

    def _unless_taken(self, tag: int, parent: int | None, name: str, do: Callable[[], object]) -> None:
        """Do it, unless another tag has that name there: then offer to look at what merging them would change."""
        tree = self._session.tree()
        same = next((each for each in tree.children(parent) if each.name == name and each.id != tag), None)
        if same is None:
            do()
        else:
            taken = EditError("taken", tagging.TAKEN, path=tree.path(same.id))
            self._attempts.fail(taken, Offer(self.tr("Merge them..."), partial(self.ask_to_merge_into, tag, same.id)))

    def _do(self, edit: Edit, tags: Sequence[int]) -> None:
        """Perform an edit that is about every highlight with some tags, or with ones below them."""
        tree = self._session.tree()
        every = [tree.by_id[tag] for tag in tree.with_all_children(tags) if tag in tree.by_id]
        self._attempts.do_to_many(edit, sum(AS_MANY + each.highlights for each in every), say=True)
