"""The workspaces of the window on one library: reading articles, and the table of highlights with an article beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.actions import Act
from reader.domain.change import Change
from reader.domain.errors import ReaderError
from reader.domain.highlight_filters import Filters
from reader.domain.highlight_query import HighlightQuery
from reader.domain.query import ArticleQuery
from reader.models.marked_table import COLUMNS
from reader.session import Session
from reader.settings import Settings
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.choosing import Choosing
from reader.widgets.commands import Commands
from reader.widgets.desk import Desk, Workspace
from reader.widgets.exporting import Shown
from reader.widgets.hit_walk import HitWalk
from reader.widgets.looks import Looks
from reader.widgets.marked_acts import MarkedActs
from reader.widgets.marked_pane import MarkedPane
from reader.widgets.marking import Marking
from reader.widgets.menus import Menus
from reader.widgets.place_bar import ACTS as FOUND
from reader.widgets.reading import Reading
from reader.widgets.search_box import SearchBox
from reader.widgets.status import Status
from reader.widgets.step_words import error_words
from reader.widgets.whole_tags import WholeTags

ACTS: dict[Workspace, Act] = {"read": Act.READ, "highlights": Act.HIGHLIGHTS}
WIDE = 1_060  # px of the window, from which there is room for words in the toolbar
REST_MS = 90  # after somebody went to a row, until it is opened: who goes through many does not wait for each
COUNT_MS = 50  # after the last of changes to what is selected, until it is counted
# What the columns of the table are called in a file.
EXPORTED = {
    "title": ("title",),
    "context": ("prefix", "suffix"),
    "created": ("created_at",),
    "updated": ("updated_at",),
}


class Window(Protocol):
    """The window, as far as this is concerned."""

    session: Session
    commands: Commands
    menus: Menus
    search: SearchBox
    listing: ArticleListPane
    view: ArticleView
    desk: Desk
    status: Status
    attempts: Attempts
    marking: Marking
    reading: Reading
    walk: HitWalk
    choosing: Choosing

    def open_article(self, article: int | None) -> None:
        """Show an article."""


class Workspaces(QObject):
    """Switches between them. What is searched for, the scope and the tag of the sidebar are the same in both."""

    def __init__(self, window: Window, settings: Settings, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._settings, self._session = window, settings, window.session
        self.pane = MarkedPane(window.session, settings, looks.theme)
        self.acts = MarkedActs(window.session, window.attempts, window.status.activity, window.marking, self.pane)
        self.acts.export_wanted.connect(window.commands[Act.EXPORT].trigger)
        self.acts.citations_wanted.connect(window.commands[Act.COPY_CITED].trigger)
        self._whole = WholeTags(window.session, self.pane, window.choosing, window.search, self)
        window.desk.take_table(self.pane)
        self._switch = _Switch(window.commands)
        window.menus.place_first(self._switch)
        self._arriving = False  # the table is shown, but not what was read until now
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._open_current)
        self._counting = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._connect(looks)
        parent.installEventFilter(self)
        self.show("highlights" if settings.workspace == "highlights" else "read")

    def _connect(self, looks: Looks) -> None:
        window, pane = self._window, self.pane
        for workspace, act in ACTS.items():
            window.commands[act].triggered.connect(self._showing(workspace))
        for act in pane.tools:
            window.commands[act].triggered.connect(partial(self._open_menu, act))
        for act in FOUND.values():  # which are listed in the place of the articles
            window.commands[act].triggered.connect(self._showing("read"))
        looks.theme_changed.connect(pane.set_theme)
        listing = window.listing.model
        for signal in (listing.counted, listing.searched, listing.modelReset, self._session.people_changed):
            signal.connect(self._ask)
        self._session.changed.connect(self._follow)
        self._session.left.connect(lambda: pane.filters.take(Filters()))  # the same ids are other tags there
        self._session.left.connect(pane.view.forget_gone)
        self._session.opened.connect(self._ask)
        pane.asked.connect(self._ask)
        pane.filters.tag_left.connect(lambda: window.choosing.show_tags(()))
        pane.all_wanted.connect(self._show_all)
        for wanted in (pane.articles_wanted, self._whole.articles_wanted):
            wanted.connect(self._showing("read"))
        pane.model.counted.connect(self._say)
        self._counting.timeout.connect(self._say_selected)
        for changed in (pane.view.selectionModel().selectionChanged, window.listing.selection_changed):
            changed.connect(lambda *_: self._counting.start())
        pane.model.counted.connect(self._arrive)
        pane.model.refused.connect(self._refuse)
        pane.view.opened.connect(self._on_row)
        window.search.list_wanted.connect(self._enter)
        window.search.left.connect(self._focus)
        window.search.problem_changed.connect(pane.say_problem)

    def _showing(self, workspace: Workspace) -> Callable[[], None]:
        return lambda: self.show(workspace)

    def _open_menu(self, act: Act) -> None:
        self._window.commands[Act.ONLY_TEXT].setChecked(False)
        self.pane.open_menu(act)

    @property
    def current(self) -> Workspace:
        """The one that is shown."""
        return self._window.desk.workspace

    def show(self, workspace: Workspace) -> None:
        """Show one of them, with the focus in its list."""
        commands, desk = self._window.commands, self._window.desk
        commands[Act.ONLY_TEXT].setChecked(False)
        self._rest.stop()  # the row gone to before is not where somebody is now
        self._settings.workspace = workspace
        desk.show_workspace(workspace)
        for each, act in ACTS.items():
            commands[act].setChecked(each == workspace)
        for act in self.pane.tools:
            commands[act].setEnabled(workspace == "highlights")
        commands[Act.PANEL].setChecked(desk.panel_shown)
        self._arriving = workspace == "highlights"
        self.pane.model.show(workspace == "highlights")
        self._ask()
        self._say()
        if not self.pane.model.asked:
            self._arrive()
        if workspace == "highlights":
            self.pane.focus()
        else:
            self._window.listing.focus()

    def shown(self) -> Shown | None:
        """What the table shows; None while articles are listed."""
        if self.current != "highlights":
            return None
        names = [COLUMNS[column] for column in self.pane.view.header.shown()]
        columns = tuple(name for each in names for name in EXPORTED.get(each, (each,)))
        model = self.pane.model
        return Shown(model.query, model.grouped_by, model.count, tuple(self.acts.chosen()), columns)

    # ---- what is listed

    def _ask(self) -> None:
        pane, listed = self.pane, self._window.listing.model.query
        only = self._session.people.only
        base = HighlightQuery(
            ArticleQuery(scope=listed.scope, also=listed.also, sort=listed.sort, descending=listed.descending),
            tagged=listed.tags,
            wanted=listed.wanted,
            analysts=frozenset() if only is None else frozenset({only}),
            sort=pane.sort,
            descending=self._settings.marked_descending,
        )
        pane.say_problem(self._window.search.problem)
        pane.filters.show_tag(self._window.choosing.said)
        pane.view.header.show_sort(base.sort, base.descending)
        pane.model.ask(pane.filters.filters.narrow(base), pane.grouped_by)

    def _refuse(self, error: ReaderError) -> None:
        self.pane.say_problem(error_words(error))

    def _follow(self, change: Change) -> None:
        """Articles that are read stay in the list of those that are not, and so do their highlights."""
        if change.tags or change.all:
            self.pane.filters.follow_tags()
        if change.articles:
            self._ask()

    def _show_all(self) -> None:
        """Take away whatever nothing matches."""
        self._window.choosing.show_everything()
        self.pane.filters.take_all_away()
        self.pane.focus()

    def _say(self) -> None:
        model = self.pane.model
        known = self.current == "highlights" and (model.count or not model.asked)
        self._window.status.say_highlights((model.count, model.total) if known else None)
        self._say_selected()

    def _say_selected(self) -> None:
        rows, table = self._window.listing.view, self.pane.view
        count = rows.selected_count() if self.current == "read" else table.chosen_count()
        self._window.status.say_selected(count)

    # ---- going to a highlight

    def _arrive(self) -> None:
        """From reading: the highlight that is chosen in the text is the chosen row, or the first one of the article."""
        page = self._window.view.pane.page
        if not self._arriving or self.pane.model.asked or page is None:
            return
        self._arriving = False
        rows, selected = self.pane.model.rows, self._window.view.pane.underlay.selected
        found = rows.first_rows([selected] if selected is not None else [each.id for each in page.highlights])
        if found:
            self.pane.view.show_row(found[0])

    def _enter(self) -> None:
        """From the search box to the first row."""
        if self.current == "highlights":
            self.pane.focus()
            if len(self.pane.model.rows) and not self.pane.view.currentIndex().isValid():
                self.pane.view.setCurrentIndex(self.pane.model.index(0, 0))

    def _focus(self) -> None:
        if self.current == "highlights":
            self.pane.focus()

    def _on_row(self, row: int) -> None:
        if self.pane.model.rows.id_at(row) is not None:
            self._rest.start()

    def _open_current(self) -> None:
        """Open the article of the current highlight where that is; the table keeps the focus."""
        window, row = self._window, self.pane.view.currentIndex().row()
        found = self.pane.model.finding(row) if 0 <= row < len(self.pane.model.rows) else None
        if found is None or self.current != "highlights":
            return
        article, highlight = found.highlight.article, found.highlight
        if window.view.article != article:
            window.listing.choose(article if window.listing.model.position_of(article) is not None else None)
            if window.view.article != article:
                window.open_article(article)
        if highlight.state == "orphan":
            return  # its words are no longer in the text
        if window.walk.active:
            window.walk.go_to(highlight.span)  # also if the hits of a long text come later
        window.view.show_all()
        window.reading.go_to(highlight.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window may speak another language, or have another width."""
        if isinstance(event, QResizeEvent):
            self._switch.show_words(event.size().width() >= WIDE)
        if event.type() == QEvent.Type.LanguageChange:
            self.pane.retranslate()
            self._switch.retranslate()
            self._say()
        return super().eventFilter(watched, event)


class _Switch(QWidget):
    """Buttons at the left top, one of which is down."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("workspaces")
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 0, 6, 0)
        line.setSpacing(2)
        self._buttons: list[QToolButton] = []
        group = QActionGroup(self)  # of buttons, Qt would trigger the action that is to be no longer checked
        for workspace, act in ACTS.items():
            button = QToolButton(self)
            button.setObjectName(f"workspace-{workspace}")
            button.setDefaultAction(commands[act])
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as the other buttons of the toolbar
            self._buttons.append(button)
            group.addAction(commands[act])
            line.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Workspaces"))

    def show_words(self, shown: bool) -> None:
        """Show the words beside the icons, or the icons alone where there is little room."""
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if shown else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._buttons:
            button.setToolButtonStyle(style)
