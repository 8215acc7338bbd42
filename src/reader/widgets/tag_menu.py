"""The menu of one tag, or of several that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from reader.domain.tag import DIGITS, TagTree
from reader.languages import listed
from reader.widgets.key_words import native
from reader.widgets.swatches import color_words
from reader.widgets.tag_picker import dot


class Editing(Protocol):
    """What the menu lets be done."""

    articles_wanted: SignalInstance

    def edit(self, tag: int) -> None:
        """Ask how a tag is to change."""

    def new(self, parent: int | None = None) -> None:
        """Ask for a new tag."""

    def recolor(self, tags: Sequence[int], color: str) -> None:
        """Give tags another colour."""

    def set_key(self, tag: int, digit: str) -> None:
        """Let a digit apply a tag."""

    def set_exclusive(self, tag: int, exclusive: bool) -> None:
        """Let a tag stand beside its siblings, or not."""

    def ask_where_to_move(self, tags: Sequence[int]) -> None:
        """Ask below which tag others are to stand."""

    def ask_into_what_to_merge(self, tags: Sequence[int]) -> None:
        """Ask which tag others are to be merged into."""

    def delete(self, tags: Sequence[int]) -> None:
        """Delete tags."""


class TagMenu(QMenu):
    """What can be done with tags."""

    def __init__(
        self, tree: TagTree, tags: Sequence[int], editing: Editing, rename: Callable[[], object], parent: QWidget
    ):
        super().__init__(parent)
        self.setObjectName("tagMenu")
        self.setAccessibleName(listed(map(tree.path, tags)))
        if len(tags) == 1:
            self._of_one(tree, tags[0], editing, rename)
        else:
            self.addAction(
                _with_keys(self.tr("Show articles with any of them"), "Enter"),
                lambda: editing.articles_wanted.emit(tags, False),
            )
            self.addAction(self.tr("Show articles with all of them"), lambda: editing.articles_wanted.emit(tags, True))
            self.addSeparator()
        colors = self.addMenu(self.tr("Colour"))
        for name, words in color_words().items():
            colors.addAction(dot(name), words, partial(editing.recolor, tags, name))
        if len(tags) == 1:
            self._of_its_key(tree, tags[0], editing)
        self.addAction(_with_keys(self.tr("Move to..."), "Ctrl+Shift+P"), partial(editing.ask_where_to_move, tags))
        if len(tree) > 1:
            words = self.tr("Merge into...") if len(tags) == 1 else self.tr("Merge them into...")
            self.addAction(_with_keys(words, "Ctrl+Shift+J"), partial(editing.ask_into_what_to_merge, tags))
        self.addSeparator()
        self.addAction(_with_keys(self._deleting(tree, tags), "Del"), partial(editing.delete, tags))

    def _of_one(self, tree: TagTree, tag: int, editing: Editing, rename: Callable[[], object]) -> None:
        self.addAction(
            _with_keys(self.tr("Show its articles"), "Enter"), lambda: editing.articles_wanted.emit([tag], False)
        )
        self.addSeparator()
        self.addAction(_with_keys(self.tr("Rename"), "F2"), rename)
        self.addAction(_with_keys(self.tr("Edit..."), "Alt+Enter"), partial(editing.edit, tag))
        self.addAction(self.tr("New tag below..."), partial(editing.new, tag))
        exclusive = self.addAction(self.tr("Never beside its siblings"))
        exclusive.setCheckable(True)
        exclusive.setChecked(tree.by_id[tag].exclusive)
        exclusive.triggered.connect(lambda checked: editing.set_exclusive(tag, checked))

    def _of_its_key(self, tree: TagTree, tag: int, editing: Editing) -> None:
        keys = self.addMenu(self.tr("Key"))
        for digit in ("", *DIGITS):
            action = keys.addAction(digit or self.tr("None"))
            action.setCheckable(True)
            action.setChecked(tree.by_id[tag].shortcut == digit)
            action.triggered.connect(lambda _checked, digit=digit: editing.set_key(tag, digit))

    def _deleting(self, tree: TagTree, tags: Sequence[int]) -> str:
        every = tree.with_all_children(tags)
        if len(tags) > 1:
            return self.tr("Delete %Ln tag(s)", "", len(every))
        return self.tr("Delete with %Ln tag(s) below it", "", len(every) - 1) if len(every) > 1 else self.tr("Delete")


def _with_keys(words: str, keys: str) -> str:
    """Words of the menu with the keys of the tree, which are those of its view and only said here."""
    return f"{words}\t{native(keys)}"
