"""What stands above the list of articles: how many there are or what is wrong, their order, the tag they are of."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.actions import Act
from reader.domain.query import ArticleQuery
from reader.icons import icon
from reader.theme import Theme
from reader.widgets.order_menu import OrderMenu
from reader.widgets.place_bar import PlaceBar
from reader.widgets.selected_words import with_selected


class ListHeader(QWidget):
    """Says what is listed; lets another order be chosen, and the tag be left."""

    order_chosen = Signal(str, bool)  # the column, and whether it goes downwards
    tag_left = Signal()
    narrowing_wanted = Signal(QWidget)  # the button below which to show by what

    def __init__(self, query: ArticleQuery, theme: Theme) -> None:
        super().__init__()
        self._theme, self._query = theme, query
        self._count, self._staying, self._missing, self._problem, self._tag_path = 0, 0, 0, "", ""
        self._selected = 0
        self._said = QLabel(self)
        self._said.setObjectName("listed")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._sort = QToolButton(self)
        self._sort.setObjectName("sortButton")
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._narrow = QToolButton(self)
        self._narrow.setObjectName("narrowButton")
        self._narrow.clicked.connect(self.ask_to_narrow)
        self._tag = QToolButton(self)
        self._tag.setObjectName("tagFilter")
        self._tag.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tag.clicked.connect(self.tag_left)
        self._tag.hide()
        self.places = PlaceBar()
        self.order = OrderMenu(query, self)
        self.order.order_chosen.connect(self.order_chosen)
        self._sort.setMenu(self.order)
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 8, 6)
        top.addWidget(self._said, 1)
        top.addWidget(self._narrow)
        top.addWidget(self._sort)
        chosen = QHBoxLayout()
        chosen.setContentsMargins(10, 0, 8, 4)
        chosen.addWidget(self._tag)
        chosen.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.places)
        column.addLayout(chosen)

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, from left to right."""
        return [self._narrow, self._sort, *self.places.buttons.values(), self._tag]

    def add_below(self, part: QWidget) -> None:
        """Let something else stand at its end."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(part)

    def ask_to_narrow(self) -> None:
        """Wish to see what the listed articles have in common."""
        self.narrowing_wanted.emit(self._narrow)

    def show_query(self, query: ArticleQuery) -> None:
        """Show in which order the articles are, and offer the orders that there are for them."""
        self._query = query
        self.order.show_order(query)
        self._say_order()

    def show_tag(self, path: str) -> None:
        """Show of which tag the articles are; empty: of any."""
        self._tag_path = path
        self._tag.setVisible(bool(path))
        self._word_tag()

    def say_count(self, count: int, staying: int = 0) -> None:
        """Say how many articles are listed, and how many besides that only stay for now."""
        self._count, self._staying = count, staying
        self._say()

    def say_selected(self, count: int) -> None:
        """Say how many articles are selected, where there is room for it in the line."""
        if count != self._selected:
            self._selected = count
            self._say()

    def say_indexed(self, done: int, total: int) -> None:
        """Say while something is searched for that some articles cannot be found yet."""
        self._missing = total - done
        self._say()

    def say_problem(self, words: str) -> None:
        """Say what is wrong with what is searched for, in place of the number; empty words: nothing is."""
        self._problem = words
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        self._theme = theme
        self._tag.setIcon(icon("mdi6.close", theme.text))
        self._narrow.setIcon(icon("mdi6.filter-variant", theme.text))
        self._say_order()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.order.retranslate()
        self.places.retranslate()
        self._narrow.setToolTip(f"{Act.NARROW.text} ({Act.NARROW.value.keys[0]})")
        self._narrow.setAccessibleName(Act.NARROW.text)
        self._say_order()
        self._word_tag()
        self._say()

    def _say(self) -> None:
        words = self._problem or self.tr("%Ln article(s)", "", self._count)
        if self._staying and not self._problem:
            words += "  ·  " + self.tr("%Ln kept", "", self._staying)
        if not self._problem:
            words = self._with_selected(words)
        kept = self.tr("What no longer fits the search stays here until you choose another article or search anew.")
        self._said.setToolTip(kept if self._staying else "")
        if self._missing and self._query.wanted is not None:
            words += "\n" + self.tr("%Ln article(s) are not in the search index yet.", "", self._missing)
        self._said.setText(words)

    def _with_selected(self, words: str) -> str:
        """A second line would move the rows that are being selected; the status bar says it in any case."""
        more = with_selected(words, self._selected)
        return more if self._said.fontMetrics().horizontalAdvance(more) <= self._said.width() else words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more words, or less."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._say)  # once what is in it has its place

    def _word_tag(self) -> None:
        self._tag.setText(self.tr("Tag: {path}").format(path=self._tag_path).replace("&", "&&"))
        self._tag.setToolTip(self.tr("Show articles with any tag again"))

    def _say_order(self) -> None:
        way = "descending" if self._query.descending else "ascending"
        self._sort.setIcon(icon(f"mdi6.sort-{way}", self._theme.text))
        self._sort.setToolTip(self.order.said())
        self._sort.setAccessibleName(self.order.said())
