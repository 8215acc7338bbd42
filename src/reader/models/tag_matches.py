"""The tags that fit what is typed, as rows to choose from, with those that are on the passages at hand ticked."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.domain.tag import SEPARATOR, Tag, TagTree
from reader.domain.tag_finding import TagFinder, folded

ID = Qt.ItemDataRole.UserRole
ABOVE = Qt.ItemDataRole.UserRole + 1  # the path of its parent, with a slash behind it, or ""
HUE = Qt.ItemDataRole.UserRole + 2  # a name from domain.tag.COLORS, or "" for a row that is no tag
DIGIT = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex
On = Qt.CheckState


class TagMatches(QAbstractListModel):
    """First a row for no tag, if there is to be one; then the tags, best first; at the end the tag that could be made.

    `barred` are tags that are never offered; `named` the paths of tags that are to be made later, which are ticked and
    stand before all others.
    """

    def __init__(self, parent: QObject, *, ticked: bool = True) -> None:
        super().__init__(parent)
        self._tree, self._finder = TagTree(), TagFinder(TagTree())
        self._ticked = ticked
        self._found: list[Tag | str | None] = []
        self._states: dict[int, On] = {}
        self.new = ""  # the path of the tag to make
        self.may_make = True
        self.none = ""  # what the row for no tag says; empty: there is none
        self.barred: Collection[int] = ()
        self.named: list[str] = []

    def show_on(self, on: Iterable[int], partly: Iterable[int] = ()) -> None:
        """Tick the tags that are on all that is at hand, and in another way those that are on some of it."""
        self._states = dict.fromkeys(partly, On.PartiallyChecked) | dict.fromkeys(on, On.Checked)
        self._tell()

    @property
    def on(self) -> set[int]:
        """The tags that are on all that is at hand."""
        return {tag for tag, state in self._states.items() if state == On.Checked}

    @property
    def partly(self) -> set[int]:
        """The tags that are on some of it."""
        return {tag for tag, state in self._states.items() if state == On.PartiallyChecked}

    def switch(self, tag: int) -> bool:
        """Tick a tag, and no longer those that may not stand beside it, or take its tick away; whether it is on now."""
        on = self._states.pop(tag, On.Unchecked) != On.Checked
        if on:
            for rival in self._tree.rivals(tag):
                self._states.pop(rival, None)
            self._states[tag] = On.Checked
        self._tell()
        return on

    def search(self, tree: TagTree, typed: str, first: list[int]) -> None:
        """Match again; the tags in `first` come before others that fit alike, and before those what is on."""
        self.beginResetModel()
        if tree is not self._tree:
            self._tree, self._finder = tree, TagFinder(tree)
            self._states = {tag: state for tag, state in self._states.items() if tag in tree.by_id}
        marked = [tag for tag in self._states if tag not in first] if not typed.strip() else []
        recent = sorted([*first, *marked], key=lambda tag: tag not in self._states)
        self._found = [path for path in self.named if typed.strip().casefold() in path.casefold()]
        self._found += [tag for tag in self._finder.find(typed, recent) if tag.id not in self.barred]
        if self.none and not typed.strip():
            self._found.insert(0, None)
        path = tree.stored(typed)
        known = self._finder.knows(path) or folded(path) in map(folded, self.named)
        self.new = path if self.may_make and path and not known else ""
        self.endResetModel()

    def differ(self, tree: TagTree) -> bool:
        """Whether there are other tags now than those that were matched, or they have other names."""
        return {tag.id: (tag.name, tag.parent) for tag in tree} != {
            tag.id: (tag.name, tag.parent) for tag in self._tree
        }

    def tag(self, row: int) -> Tag | None:
        """The tag of a row; None for the one that makes a new tag, and for no tag."""
        found = self._found[row] if 0 <= row < len(self._found) else None
        return found if isinstance(found, Tag) else None

    def named_at(self, row: int) -> str:
        """The path of the tag of a row that is to be made later; "" for every other row."""
        found = self._found[row] if 0 <= row < len(self._found) else None
        return found if isinstance(found, str) else ""

    def name(self, path: str) -> None:
        """Let a tag be made later, or not after all."""
        if path in self.named:
            self.named.remove(path)
        else:
            self.named.append(path)

    def is_new(self, row: int) -> bool:
        """Whether a row is the one that makes a new tag."""
        return bool(self.new) and row == len(self._found)

    def row_of(self, tag: int) -> int:
        """Where a tag stands; -1 if it is not among them."""
        return next((row for row, each in enumerate(self._found) if isinstance(each, Tag) and each.id == tag), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The matches, and one for a new tag."""
        return 0 if parent.isValid() else len(self._found) + bool(self.new)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name and path, colour, key, whether it is on, and its id."""
        tag = self.tag(index.row())
        if path := self.named_at(index.row()):
            known: dict[int, object] = {Qt.ItemDataRole.DisplayRole: path, Qt.ItemDataRole.CheckStateRole: On.Checked}
            spoken = Qt.ItemDataRole.AccessibleTextRole
            return self.tr("{tag}, put on").format(tag=path) if role == spoken else known.get(role)
        if tag is None:
            words = self.tr("Make the tag “{path}”").format(path=self.new) if self.is_new(index.row()) else self.none
            return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tag.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(tag)
            case Qt.ItemDataRole.ToolTipRole:
                return None
            case Qt.ItemDataRole.CheckStateRole:
                return self._states.get(tag.id, On.Unchecked) if self._ticked else None
        if role == ABOVE:
            return "" if tag.parent is None else self._tree.path(tag.parent) + SEPARATOR
        return {ID: tag.id, HUE: tag.color, DIGIT: tag.shortcut}.get(role)

    def _spoken(self, tag: Tag) -> str:
        path, state = self._tree.path(tag.id), self._states.get(tag.id)
        if state == On.Checked:
            return (self.tr("{tag}, put on") if self.may_make else self.tr("{tag}, chosen")).format(tag=path)
        return self.tr("{tag}, put on some").format(tag=path) if state else path

    def _tell(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
