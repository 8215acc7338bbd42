"""The commands of the window as QActions: one for each `Act`, its words kept in the window's language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from reader.actions import Act
from reader.domain.tag import DIGITS
from reader.icons import icon
from reader.widgets.key_words import native

STARRED = "mdi6.star"
Slots = dict[Act, Callable[[], object]]
Field = QLineEdit | QPlainTextEdit | QTextEdit


class Commands(QObject):
    """Holds the QActions, so that a menu, the toolbar and a key all mean the same one.

    Some mean something else in other parts of the window: what had the focus before a menu was opened decides. To copy
    and to select all mean the words of a field while somebody types there, as their keys do.
    """

    meaning_changed = Signal()  # `meant` may answer otherwise

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.actions = {act: self._make(act) for act in Act}
        self.digits: list[QAction] = []
        self._color = ""
        self._about: dict[Act, str] = {}
        self._parts: dict[QWidget, Slots] = {}  # of the window, with what they do otherwise
        self._part: QWidget | None = None  # the one that had the focus last
        self._field: Field | None = None  # that has it, or had it before the menu bar
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self.retranslate()

    def __getitem__(self, act: Act) -> QAction:
        return self.actions[act]

    def connect_all(self, slots: Slots) -> None:
        """Say what each command does."""
        for act, slot in slots.items():
            self.actions[act].triggered.connect(partial(self._do, act, slot))

    def _do(self, act: Act, slot: Callable[[], object], _checked: bool = False) -> None:
        self._here.get(act, slot)()

    def let_mean(self, part: QWidget, slots: Mapping[Act, Callable[[], object]]) -> None:
        """Say what some do while a part of the window has the focus, and after that until another such part has it.

        A part within another one comes after that.
        """
        self._parts[part] = dict(slots)

    @property
    def meant(self) -> Collection[Act]:
        """The commands that mean something of its own where the focus is."""
        return self._here.keys()

    @property
    def _here(self) -> Slots:
        slots = self._parts[self._part] if self._part is not None and self._part.isVisible() else {}
        field = self._field
        if field is None or not isValid(field):  # such as one in which a tag was renamed
            return slots
        return slots | {Act.COPY: field.copy, Act.SELECT_ALL: field.selectAll}

    def _on_focus(self, _before: QWidget | None, focus: QWidget | None) -> None:
        """Only another part counts: neither the menu bar nor a field between them, such as the search box."""
        if isinstance(focus, QMenuBar | QMenu):
            return
        within = [part for part in self._parts if focus is not None and (part is focus or part.isAncestorOf(focus))]
        part, field = within[-1] if within else self._part, self._field_of(focus)
        changed = part is not self._part or (field is None) is not (self._field is None)
        self._part, self._field = part, field
        if changed:
            self.meaning_changed.emit()

    def _field_of(self, focus: QWidget | None) -> Field | None:
        """What has the focus, if it is a field of the window; no text that uses the command for its own words."""
        if isinstance(focus, Field) and focus.window() is self._window and self[Act.COPY] not in focus.actions():
            return focus
        return None

    def keep_to(self, acts: Iterable[Act], widgets: Iterable[QWidget]) -> None:
        """Let the keys of these commands work only while one of the widgets has the focus.

        For single letters, which must never be taken from somebody who types.
        """
        owners = list(widgets)
        for act in acts:
            action = self.actions[act]
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._window.removeAction(action)
            for owner in owners:
                owner.addAction(action)

    def keep_to_too(self, acts: Iterable[Act], widget: QWidget) -> None:
        """Let the keys of commands that are kept to some widgets work within another one as well."""
        widget.addActions([self.actions[act] for act in acts])

    def on_digits(self, owner: QWidget, slot: Callable[[str], object]) -> None:
        """Call `slot` with the digit for the keys 1 to 9 pressed within a widget."""
        for digit in DIGITS:
            action = QAction(digit, owner)
            action.setShortcut(QKeySequence(digit))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, pressed=digit: slot(pressed))
            owner.addAction(action)
            self.digits.append(action)

    def retranslate(self) -> None:
        """Put the words of every command into the window's language."""
        for act, action in self.actions.items():
            self._say(act)
            keys = native(action.shortcut())
            plain = act.text.removesuffix("...")
            action.setToolTip(f"{plain} ({keys})" if keys else plain)

    def tell(self, act: Act, about: str) -> None:
        """Say in the menu what a command would be about now, such as the step that is to be undone."""
        if self._about.get(act, "") != about:
            self._about[act] = about
            self._say(act)

    def _say(self, act: Act) -> None:
        about = self._about.get(act, "").replace("&", "&&")
        words = self.tr("{command}: {what}").format(command=act.text, what=about) if about else act.text
        self.actions[act].setText(words)

    def recolor(self, color: str) -> None:
        """Draw every icon in a colour of the theme."""
        self._color = color
        for act, action in self.actions.items():
            if act.value.icon:
                action.setIcon(icon(act.value.icon, color))
        self.show_starred(self.actions[Act.STAR].isChecked())

    def offer(self, act: Act, offered: bool) -> None:
        """Let there be a command, or none: neither in menus nor by its keys."""
        self.actions[act].setVisible(offered)
        self.actions[act].setEnabled(offered)

    def show_starred(self, starred: bool) -> None:
        """Show whether the open article has a star."""
        action = self.actions[Act.STAR]
        action.setChecked(starred)
        action.setIcon(icon(STARRED if starred else Act.STAR.value.icon, self._color))

    def _make(self, act: Act) -> QAction:
        action = QAction(self._window)
        action.setObjectName(act.name)
        action.setCheckable(act.value.checkable)
        action.setIconVisibleInMenu(not act.value.checkable)  # a menu has one place for icon and tick
        action.setShortcuts([QKeySequence(keys) for keys in act.value.keys])
        if act is Act.QUIT:
            action.setMenuRole(QAction.MenuRole.QuitRole)
        self._window.addAction(action)
        return action
