"""The part of the sidebar with the tags: their tree, a field to filter it, and what is chosen for all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.domain.tag import ORDERS, Order
from reader.icons import icon
from reader.models.tag_items import TAG, TagItems
from reader.session import Session
from reader.settings import Settings
from reader.theme import Theme
from reader.widgets.focus_ring import KeyFocus
from reader.widgets.side_rows import SideRows
from reader.widgets.tag_tree import TagTreeView

FEW = 8  # tags, of which none has to be looked for


class TagSection(QWidget):
    """A title with buttons for the order and for a new tag, the filter where there are many, and the tree.

    The menu of the order folds and unfolds all, too.

    In the filter, Down goes to the tree, Enter lists the articles of the tag that fits best. Escape clears it, also
    from the tree.
    """

    new_wanted = Signal(object)  # under which tag, or None

    def __init__(self, session: Session, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._rows = SideRows(theme)  # its own: editors of other views would be taken for ones of this
        order = next((each for each in ORDERS if each == settings.tag_order), ORDERS[0])
        self.items = TagItems(session, self, order)
        self.view = TagTreeView(self.items, self._rows, settings)
        KeyFocus(self.view)
        self._title = QLabel(self)
        self._title.setObjectName("tagsTitle")
        self._sort = QToolButton(self)
        self._sort.setObjectName("tagOrder")
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._fold, self._unfold = QAction(self), QAction(self)
        self._orders = self._order_menu()
        self._add = QToolButton(self)
        self._add.setObjectName("newTag")
        self.filter = QLineEdit(self)
        self.filter.setObjectName("tagsFilter")
        self.filter.setClearButtonEnabled(True)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._add.clicked.connect(lambda: self.new_wanted.emit(None))
        self.filter.textChanged.connect(self._filter)
        for widget in (self.filter, self.view):
            widget.installEventFilter(self)
        self.view.arranged.connect(lambda *_: self.set_order("hand"))
        session.left.connect(self.filter.clear)
        self.refresh()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 6, 2)
        line.addWidget(self._title, 1)
        line.addWidget(self._sort)
        line.addWidget(self._add)
        below = QVBoxLayout()
        below.setContentsMargins(10, 2, 10, 4)
        below.addWidget(self.filter)
        hint = QVBoxLayout()
        hint.setContentsMargins(16, 2, 12, 0)
        hint.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addLayout(below)
        column.addLayout(hint)
        column.addWidget(self.view, 1)

    def _order_menu(self) -> dict[Order, QAction]:
        menu, group = QMenu(self), QActionGroup(self)
        menu.setObjectName("tagOrderMenu")
        actions: dict[Order, QAction] = {}
        for order in ORDERS:
            actions[order] = menu.addAction("")
            actions[order].setCheckable(True)
            actions[order].setChecked(order == self.items.order)
            actions[order].triggered.connect(partial(self.set_order, order))
            group.addAction(actions[order])
        menu.addSeparator()
        for action, folded in ((self._fold, True), (self._unfold, False)):
            action.triggered.connect(partial(self.view.fold_all, folded))
            menu.addAction(action)
        menu.aboutToShow.connect(self._enable)
        self._sort.setMenu(menu)
        return actions

    def _enable(self) -> None:
        """What can be folded now: while tags are filtered, all that fit are seen."""
        for action in (self._fold, self._unfold):
            action.setEnabled(not self.items.filtered and any(True for _ in self.items.parents()))

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self._sort, self._add, self.filter, self.view]

    def set_order(self, order: Order, _checked: bool = True) -> None:
        """Let siblings stand in another order, also after a restart."""
        self._orders[order].setChecked(True)
        self._settings.tag_order = order
        if order != self.items.order:
            self.items.set_order(order)

    def refresh(self) -> None:
        """Show what there is to show for so many tags."""
        many = sum(1 for _ in zip(range(FEW), self.items.all(), strict=False)) == FEW
        self.filter.setVisible(many or bool(self.filter.text()))
        self._hint.setVisible(self.items.rowCount() == 0)
        self._say_hint()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.view.setAccessibleName(self.tr("Tags"))
        self._title.setText(self.tr("Tags"))
        self._add.setToolTip(self.tr("New tag (Ctrl+Shift+T)"))
        self._add.setAccessibleName(self.tr("New tag"))
        self._sort.setToolTip(self.tr("Order of the tags, folding"))
        for named in (self._sort, self._sort.menu()):
            named.setAccessibleName(self.tr("Order of the tags, folding"))
        self._fold.setText(self.tr("Fold all"))
        self._unfold.setText(self.tr("Unfold all"))
        words: dict[Order, str] = {
            "name": self.tr("By name"),
            "hand": self.tr("By hand"),
            "count": self.tr("The most used first"),
            "recent": self.tr("Recently used first"),
        }
        for order, action in self._orders.items():
            action.setText(words[order])
        self.filter.setPlaceholderText(self.tr("Filter tags"))
        self.filter.setAccessibleName(self.tr("Filter tags"))
        self._say_hint()

    def _say_hint(self) -> None:
        nothing = self.tr("Select a passage and press T to make the first tag.")
        self._hint.setText(self.tr("No tag fits.") if self.items.filtered else nothing)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._rows.theme = theme
        self._add.setIcon(icon("mdi6.plus", theme.text))
        self._sort.setIcon(icon("mdi6.sort-variant", theme.text))

    def _filter(self, typed: str) -> None:
        self.items.filter(typed)
        best = self.items.best() if self.items.filtered else self.view.currentIndex()
        if best.isValid():
            self.view.scrollTo(best)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What keys of the filter do for the tree, and Escape there for the filter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self.view and not (key == Qt.Key.Key_Escape and self.filter.text()):
            return super().eventFilter(watched, event)
        best = self.items.best()
        if key == Qt.Key.Key_Escape:
            self.filter.clear()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Down and best.isValid():
            self.view.setCurrentIndex(best)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and best.isValid() and self.items.filtered:
            self.view.setCurrentIndex(best)
            self.view.chosen.emit([best.data(TAG)])
        else:
            return super().eventFilter(watched, event)
        return True
