"""Everything about one tag: name, parent, colour, key, description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from reader.domain.tag import DIGITS, NAME_LIMIT, Tag
from reader.session import Session
from reader.widgets.forms import lay_out
from reader.widgets.note_field import NoteField
from reader.widgets.problem import Problem
from reader.widgets.swatches import Swatches, color_words
from reader.widgets.tab_order import order_tabs
from reader.widgets.tag_chooser import TagChooser
from reader.widgets.tag_paths import shortened_path
from reader.widgets.tag_picker import dot
from reader.widgets.tips import escaped


@dataclass(frozen=True, slots=True)
class TagWish:
    """What a tag is to be like. `digit` is its key, "1" to "9", or empty."""

    name: str
    parent: int | None
    color: str
    digit: str
    description: str
    exclusive: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a tag cannot be like that; `into` is a tag that is so already, with which it may be merged."""

    words: str
    into: int | None = None


Store = Callable[[TagWish], Refusal | None]


class TagDialog(QDialog):
    """For a new tag, or one that there is.

    `store` is given what was filled in; it answers with what is wrong, if anything is.
    """

    merge_wanted = Signal(int)  # into which tag

    def __init__(
        self, session: Session, tag: Tag | None, parent_tag: int | None, store: Store, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store = store
        self.setObjectName("tagDialog")
        self._tree = session.tree()
        self.setWindowTitle(self.tr("New tag") if tag is None else self.tr("Tag"))
        self.name = QLineEdit(tag.name if tag else "", self)
        self.name.setObjectName("tagName")
        self.name.setMaxLength(NAME_LIMIT * 2)
        self._session, self._tag = session, tag
        self._parent = tag.parent if tag is not None else parent_tag
        self._into: int | None = None
        self.above = QPushButton(self)
        self.swatches = Swatches()
        self.digits = QComboBox(self)
        self.description = NoteField(self)
        self.description.show_note(tag.description if tag else "")
        self.exclusive = QCheckBox(self.tr("Never &beside its siblings"), self)
        self.problem = Problem("problem", self)
        self.merge = QPushButton(self)
        self._set_up(tag)
        self._show_problem(None)
        self.name.textChanged.connect(lambda: self._show_problem(None))
        self._fill(tag)
        self._lay_out()

    def _set_up(self, tag: Tag | None) -> None:
        for button, name, do in (
            (self.above, "tagParent", self._choose_parent),
            (self.merge, "mergeTags", self._merge),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self.swatches.word(color_words())
        self.swatches.setAccessibleName(self.tr("Colour"))
        self.digits.setObjectName("tagKey")
        self.description.setObjectName("tagDescription")
        self.description.setFixedHeight(80)
        self.exclusive.setObjectName("tagExclusive")
        self.exclusive.setToolTip(self.tr("Where it or a tag of the same parent is put on, the other one comes off."))
        self.exclusive.setChecked(tag is not None and tag.exclusive)

    def _fill(self, tag: Tag | None) -> None:
        self._show_parent()
        self.digits.addItem(self.tr("None"), "")
        for digit in DIGITS:
            other = self._tree.by_shortcut(digit)
            taken = other is not None and (tag is None or other.id != tag.id)
            words = f"{digit}   ({shortened_path(self._tree.path(other.id))})" if taken and other else digit
            self.digits.addItem(words, digit)
            tip = escaped(self._tree.path(other.id)) if other else ""
            self.digits.setItemData(self.digits.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.digits.setCurrentIndex(max(0, self.digits.findData(tag.shortcut if tag else self._free_digit())))
        used = [each.color for each in self._tree]
        above = self._tree.by_id.get(self._parent) if self._parent is not None else None
        names = list(color_words())
        least = above.color if above else min(names, key=used.count)
        self.swatches.choose(tag.color if tag else least)

    def _show_parent(self) -> None:
        above = self._tree.by_id.get(self._parent) if self._parent is not None else None
        path = self._tree.path(above.id) if above is not None else self.tr("None, at the top")
        self.above.setText(shortened_path(path).replace("&", "&&"))
        self.above.setToolTip(escaped(path) if above is not None else "")
        self.above.setIcon(dot(above.color) if above is not None else QIcon())
        self.above.setAccessibleName(self.tr("Parent: {path}").format(path=path))

    def _choose_parent(self) -> None:
        barred = self._tree.with_children(self._tag.id) if self._tag is not None else set[int]()
        words = self.tr("Parent"), self.tr("&Choose")
        chooser = TagChooser(self._session, *words, self, barred=barred, none=self.tr("None, at the top"))
        chooser.chosen.connect(self._take_parent)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _take_parent(self, parent: int | None) -> None:
        self._parent = parent
        self._show_parent()
        self._show_problem(None)
        self.name.setFocus()

    def _free_digit(self) -> str:
        return next((digit for digit in DIGITS if self._tree.by_shortcut(digit) is None), "")

    def _lay_out(self) -> None:
        fields = [
            (self.tr("&Name"), self.name),
            (self.tr("&Parent"), self.above),
            (self.tr("Colour"), self.swatches),
            (self.tr("&Key"), self.digits),
            ("", self.exclusive),
            (self.tr("&Description"), self.description),
        ]
        lay_out(self, fields, self.problem, self.merge)
        order_tabs([self.name, self.above, *self.swatches.buttons, self.digits, self.exclusive, self.description])
        self.name.setFocus()

    def wish(self) -> TagWish:
        """What was filled in."""
        return TagWish(
            self.name.text(),
            self._parent,
            self.swatches.color,
            self.digits.currentData(),
            self.description.note,
            self.exclusive.isChecked(),
        )

    def accept(self) -> None:
        """Close once the tag is stored; say why it cannot be."""
        refusal = self._store(self.wish())
        if refusal is None:
            super().accept()
            return
        self._show_problem(refusal)
        self.name.setFocus()

    def _show_problem(self, refusal: Refusal | None) -> None:
        self.problem.show_problem(refusal.words if refusal else "")
        self._into = refusal.into if refusal else None
        if self._into is not None:
            path = self._tree.path(self._into)
            self.merge.setText(self.tr("Merge into {path}...").format(path=shortened_path(path)).replace("&", "&&"))
            self.merge.setToolTip(escaped(path))
        self.merge.setVisible(self._into is not None)

    def _merge(self) -> None:
        if self._into is not None:
            into = self._into
            self.reject()
            self.merge_wanted.emit(into)
