"""The middle of the window: one article, what is found in it, and the bar at its selection."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget
from sqlite_utils import Database

from reader.domain.article import FIELDS, MORE_LEFT_OUT, ArticleRow, Image, LeftOut
from reader.domain.change import Change
from reader.domain.highlight import Highlight, Span
from reader.models.page import Page, place_in
from reader.session import Session
from reader.storage import articles, highlights, reprints, texts
from reader.theme import Theme
from reader.widgets.byline_clicks import BylineClicks
from reader.widgets.find_bar import FindBar
from reader.widgets.focus_ring import FocusRing
from reader.widgets.foot import Foot
from reader.widgets.handles import Handles
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.selection_bar import SelectionBar

FEW = 50  # highlights that are read one by one rather than all of the article
MANY = 1_000  # highlights of an article; if it has more, those in sight are shown first
BEFORE, BEHIND = 5_000, 5_000  # code points around the reading place in which those begin that are in sight


@dataclass(frozen=True, slots=True)
class _Read:
    """The page of an article, with the number of its text's version, and the lines of the page that are not in it.

    `more`: there are more of them; `place`: where reading stopped; `whole`: whether all highlights are in the page.
    """

    page: Page
    version: int | None
    left_out: Sequence[LeftOut]
    more: bool
    place: int
    whole: bool


class ArticleView(QWidget):
    """Shows the open article and keeps its highlights as the library has them."""

    page_changed = Signal(object)  # Page or None
    selected = Signal(object, QRect)  # Span, and its rectangle in the viewport
    pull_wanted = Signal(list)  # the numbers of lines that were left out of the text

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("articleView")
        self._session = session
        self.article: int | None = None
        self._version: int | None = None  # of the text
        self.pane = ReadingPane(theme)
        FocusRing(self.pane)
        self.byline = BylineClicks(self.pane)
        self.find_bar = FindBar(self.pane, theme)
        self.selection_bar = SelectionBar(self.pane, theme)
        self.handles = Handles(self.pane)
        self.foot = Foot(self.pane, theme)
        self.foot.pull_wanted.connect(self.pull_wanted)
        self._nothing = QLabel()
        self._nothing.setObjectName("nothingOpen")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._in_place: QWidget | None = None
        self._entry_in_place: QWidget = self.pane
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._read_highlights)
        session.changed.connect(self._on_changed)
        session.people_changed.connect(self._read_highlights)
        self.pane.selection_settled.connect(self._on_selection)
        self.retranslate()

    def _lay_out(self) -> None:
        reading = QWidget()
        self._column = QVBoxLayout(reading)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.find_bar)
        self._column.addWidget(self.pane)
        self.above = QWidget()  # all of it but what is put below
        self._stack = QStackedLayout(self.above)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(reading)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(1)
        self.parts.addWidget(self.above)
        self.parts.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.parts)

    @property
    def entry(self) -> QWidget:
        """What gets the focus when somebody comes here by keys."""
        return self.pane if self._in_place is None or self._in_place.isHidden() else self._entry_in_place

    def put_above(self, bar: QWidget) -> None:
        """Place a bar above everything."""
        self._column.insertWidget(0, bar)

    def put_in_place(self, panel: QWidget, entry: QWidget) -> None:
        """Have something that can stand in the place of the text; `entry` gets the focus then."""
        self._in_place, self._entry_in_place = panel, entry
        self._column.addWidget(panel)
        panel.hide()

    def put_below(self, panel: QWidget) -> None:
        """Place a panel below, as high as somebody makes it, also where no article is open."""
        self.parts.addWidget(panel)

    def show_in_place(self, shown: bool) -> None:
        """Show that in the place of the text, or the text."""
        if self._in_place is not None:
            if shown:
                self.find_bar.close_bar()
                self.selection_bar.hide()
            self.pane.setHidden(shown)
            self._in_place.setVisible(shown)
            self._stack.setCurrentIndex(1 if shown or self.article is not None else 0)

    def open(self, article: int | None) -> bool:
        """Show an article at the place where reading stopped; None, or one that cannot be had, shows none.

        Where it has very many highlights, those out of sight come a moment later.
        """
        self._rest.stop()
        self.pane.flush_place()
        found = self._session.read(lambda db: self._read(db, article), None)
        self.selection_bar.hide()
        if found is None:
            self.article = self._version = None
            self.foot.show_left_out([], folded=True)
            self.foot.show_reprints([])
            self.pane.clear_page()
            self._stack.setCurrentIndex(0)
            self.page_changed.emit(None)
            return False
        page, before = found.page, self.pane.page
        again = before is not None and before.article.uid == page.article.uid
        place = place_in(before.article.text, page.article.text, self.pane.place()) if again and before else found.place
        self.article, self._version = page.article.id, found.version
        self._stack.setCurrentIndex(1)  # first, so that the text is set in its width
        held = self.foot.held() if again else None
        if again and before and (spot := self.foot.came_from):
            self.foot.came_from = replace(spot, place=place_in(before.article.text, page.article.text, spot.place))
        folded = not again or not self.foot.fold.isChecked()
        self.foot.show_left_out(found.left_out, folded=folded, more=found.more)
        self.pane.show_page(page, place)
        if held is not None and found.left_out:
            self.foot.hold(held)
        self.foot.show_reprints(self._session.read(lambda db: _reprints_of(db, page.article.id), []))
        self.find_bar.search()
        self.page_changed.emit(page)
        if not found.whole:
            self._rest.start()
        return True

    def show_all(self) -> None:
        """Show the highlights out of sight too, if they are still to come."""
        if self._rest.isActive():
            self._rest.stop()
            self._read_highlights()

    def _read(self, db: Database, article: int | None) -> _Read | None:
        found = articles.get(db, article) if article is not None else None
        if found is None:
            return None
        place, whole = articles.place(db, found.id), highlights.count_in(db, found.id) <= MANY
        near = highlights.WHOLE if whole else range(max(0, place - BEFORE), place + BEHIND)
        page = Page(found, image=partial(self._image, found.id)).with_highlights(
            highlights.of_article(db, found.id, near), self._session.tree(), self._session.people
        )
        origin = texts.origin(db, found.id)
        more = origin is not None and MORE_LEFT_OUT in origin.warnings
        return _Read(page, texts.number(db, found.id), texts.left_out(db, found.id), more, place, whole)

    def _image(self, article: int, number: int) -> Image | None:
        return self._session.read(lambda db: texts.image(db, article, number), None)

    def reload(self) -> None:
        """Show the open article anew, as the library has it now."""
        self.open(self.article)

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.pane.setAccessibleName(self.tr("Article"))
        self._nothing.setText(self.tr("No article is open."))
        self.foot.retranslate()
        self.find_bar.retranslate()
        self.selection_bar.retranslate()
        self.handles.retranslate()
        self.pane.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self.pane.set_theme(theme)
        self.foot.set_theme(theme)
        self.find_bar.set_theme(theme)
        self.selection_bar.set_theme(theme)

    def _on_selection(self, span: Span | None, rect: QRect) -> None:
        if span is None:
            self.selection_bar.hide()
        else:
            self.selected.emit(span, rect)

    def _on_changed(self, change: Change) -> None:
        page = self.pane.page
        if self.article is None or page is None:
            return
        if change.all or change.listed:
            self.foot.show_reprints(self._session.read(lambda db: _reprints_of(db, page.article.id), []))
        own, mine, tree = page.article, page.article.id in change.articles, self._session.tree()
        version = self._session.read(lambda db: texts.number(db, own.id), None) if mine or change.all else self._version
        if change.all or (mine and not change.highlights and not change.tags):
            found = self._session.read(lambda db: articles.fields(db, own.id), None)
            if found is None or found[0] != own.uid:
                return  # the list opens another one
            if version != self._version or found[1:] != tuple(getattr(own, name) for name in FIELDS):
                self.reload()
                return
            if not change.all:
                return
        elif version != self._version:
            self.reload()
            return
        elif mine and change.highlights and len(change.highlights) < FEW and not self._rest.isActive():
            few = self._session.read(lambda db: _those_of(db, own.id, change), None)
            if self._is_other_text():
                self.reload()
            elif few is not None:
                self._show(page.with_changed(change.highlights, few, tree), change.highlights)
            return
        elif not (change.tags or (change.highlights and mine)):
            return
        self._rest.stop()
        self._read_highlights()

    def _read_highlights(self) -> None:
        page = self.pane.page
        if page is None:
            return
        every = self._session.read(lambda db: highlights.of_article(db, page.article.id), None)
        if self._is_other_text():  # asked last: the places are those in the text that is shown
            self.reload()
        elif every is not None:
            self._show(page.with_highlights(every, self._session.tree(), self._session.people))

    def _is_other_text(self) -> bool:
        """Whether the article has another text than the one shown: another program may have changed it just now."""
        shown = self.article
        version = None if shown is None else self._session.read(lambda db: texts.number(db, shown), None)
        return version not in (None, self._version)

    def _show(self, page: Page, changed: Collection[int] | None = None) -> None:
        """Show the open page with other highlights; `changed`: only these differ."""
        self.pane.set_page(page, changed)
        self.page_changed.emit(page)


def _reprints_of(db: Database, article: int) -> list[ArticleRow]:
    """The other articles of its group, the oldest first."""
    ids = reprints.of(db, article)
    rows = articles.rows(db, ids)
    return [rows[each] for each in ids if each in rows]


def _those_of(db: Database, article: int, change: Change) -> list[Highlight]:
    """The changed highlights of an article that are there."""
    there = [each for number in change.highlights if (each := highlights.get(db, number)) is not None]
    return [each for each in there if each.article == article]
