"""Changing the tag tree: the dialog of a tag, its menu, and what they wish for as edits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.domain.errors import EditError, ReaderError
from reader.services import tagging
from reader.session import Session
from reader.widgets.attempts import Attempts, Edit
from reader.widgets.notice import Offer
from reader.widgets.step_words import error_words
from reader.widgets.swatches import color_words
from reader.widgets.tag_dialog import Refusal, TagDialog, TagWish
from reader.widgets.tag_picker import dot


class TagEditing(QObject):
    """Asks what is to become of a tag, and does it."""

    articles_wanted = Signal(int)  # those with this tag

    def __init__(self, session: Session, attempts: Attempts, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._attempts = attempts
        self._window = window

    def new(self, parent: int | None = None) -> None:
        """Ask for a new tag."""
        self._open(None, parent)

    def edit(self, tag: int) -> None:
        """Ask how a tag is to change."""
        if tag in self._session.tree().by_id:
            self._open(tag, None)

    def delete(self, tag: int) -> None:
        """Delete a tag and those below it; Undo brings them back."""
        self._do(lambda db, **_told: tagging.delete(db, tag), tag)

    def move(self, tag: int, parent: int | None) -> None:
        """Put a tag under another one, or at the top; where there is one of its name, offer to merge them."""
        tree = self._session.tree()
        found = tree.by_id.get(tag)
        same = next((each for each in tree.children(parent) if found and each.name == found.name), None)
        if same is None or same.id == tag:
            self._attempts.do_and_say(lambda db: tagging.move(db, tag, parent))
        else:
            taken = EditError("taken", tagging.TAKEN, path=tree.path(same.id))
            self._attempts.fail(taken, Offer(self.tr("Merge them"), partial(self._merge, tag, same.id)))

    def menu(self, tag: int, at: QPoint) -> None:
        """Show what can be done with a tag, at a place of the screen."""
        tree = self._session.tree()
        if tag not in tree.by_id:
            return
        menu = QMenu(self._window)
        menu.setObjectName("tagMenu")
        menu.addAction(self.tr("Show its articles"), lambda: self.articles_wanted.emit(tag))
        menu.addSeparator()
        menu.addAction(self.tr("Edit..."), lambda: self.edit(tag))
        menu.addAction(self.tr("New tag below..."), lambda: self.new(tag))
        colors = menu.addMenu(self.tr("Colour"))
        for name, words in color_words().items():
            colors.addAction(dot(name), words, partial(self._recolor, tag, name))
        keys = menu.addMenu(self.tr("Key"))
        keys.addAction(self.tr("None")).triggered.connect(partial(self._set_key, tag, ""))
        for digit in "123456789":
            keys.addAction(digit).triggered.connect(partial(self._set_key, tag, digit))
        inside = tree.with_children(tag)
        others = [each for each in tree if each.id not in inside]
        if others:
            merge = menu.addMenu(self.tr("Merge into"))
            for each in others:
                words = tree.path(each.id).replace("&", "&&")
                merge.addAction(dot(each.color), words, partial(self._merge, tag, each.id))
        menu.addSeparator()
        below = len(inside) - 1
        words = self.tr("Delete with %Ln tag(s) below it", "", below) if below else self.tr("Delete")
        menu.addAction(words, lambda: self.delete(tag))
        menu.popup(at)

    def _open(self, tag: int | None, parent: int | None) -> None:
        tree = self._session.tree()

        dialog = TagDialog(
            tree, tree.by_id[tag] if tag is not None else None, parent, partial(self._save, tag), self._window
        )
        if tag is not None:
            dialog.merge_wanted.connect(partial(self._merge, tag))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, tag: int | None, wish: TagWish) -> Refusal | None:
        try:
            self._session.perform(
                lambda db: tagging.save(
                    db,
                    tag,
                    name=wish.name,
                    parent=wish.parent,
                    color=wish.color,
                    digit=wish.digit,
                    description=wish.description,
                    exclusive=wish.exclusive,
                )
            )
        except ReaderError as error:
            same = self._session.tree().find(str(error.facts["path"])) if error.kind == "taken" else None
            return Refusal(error_words(error), same.id if same is not None and tag is not None else None)
        return None

    def _recolor(self, tag: int, color: str) -> None:
        self._attempts.do(lambda db: tagging.recolor(db, tag, color))

    def _set_key(self, tag: int, digit: str, _checked: bool = False) -> None:
        self._attempts.do(lambda db: tagging.set_shortcut(db, tag, digit))

    def _merge(self, tag: int, into: int) -> None:
        self._do(lambda db, **_told: tagging.merge(db, tag, into), tag)

    def _do(self, edit: Edit, tag: int) -> None:
        """Perform an edit that is about every highlight with a tag, or with one below it."""
        tree = self._session.tree()
        many = sum(tree.by_id[each].highlights for each in tree.with_children(tag)) if tag in tree.by_id else 0
        self._attempts.do_to_many(edit, many, say=True)
