"""The four panes beside one another: sidebar, list, text, highlights; each can be put away.

In the place of the list there may be the table of highlights; then the panes have other widths.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from reader.settings import Settings
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.highlights_panel import HighlightsPanel
from reader.widgets.marked_pane import MarkedPane
from reader.widgets.review_panel import ReviewPanel
from reader.widgets.sidebar import Sidebar

Workspace = Literal["read", "highlights"]
WIDTHS: dict[Workspace, tuple[int, ...]] = {"read": (200, 300, 520, 260), "highlights": (180, 650, 450, 260)}  # px
LEAST = (140, 185, 348, 224)  # px


class _Pane(Protocol):
    """A part of the window that can have the focus."""

    @property
    def entry(self) -> QWidget:
        """What gets it."""

    def isVisible(self) -> bool:
        """Whether it is shown."""

    def isAncestorOf(self, child: QWidget, /) -> bool:
        """Whether something is in it."""


class Desk(QSplitter):
    """Keeps widths and what is shown in the settings; F6 walks from pane to pane."""

    def __init__(
        self,
        sidebar: Sidebar,
        listing: ArticleListPane,
        view: ArticleView,
        panel: HighlightsPanel,
        settings: Settings,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("desk")
        self._settings = settings
        self._sidebar, self._view, self._panel = sidebar, view, panel
        self._middle = QStackedWidget()
        self._middle.addWidget(listing)
        self._panes: list[_Pane] = [sidebar, listing, view, panel]
        for pane, least in zip((sidebar, self._middle, view, panel), LEAST, strict=True):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(2, 1)
        self.workspace: Workspace = "read"
        self.only_text = False
        self._left: _Pane | None = None  # what had the focus before there was only the text
        self._restore()
        self._arrange()

    def show_sidebar(self, shown: bool) -> None:
        """Show or put away the sidebar."""
        self._settings.sidebar_shown = shown
        self._arrange()

    def take_table(self, pane: MarkedPane) -> None:
        """Have the table of highlights, to be shown in the place of the list."""
        self._middle.addWidget(pane)
        self._panes.insert(2, pane)

    def take_review(self, panel: ReviewPanel) -> None:
        """Have the panel of reviews, below the text; it is a pane of its own."""
        self._view.put_below(panel)
        self._view.parts.restoreState(self._settings.parts)
        self._panes.insert(-1, panel)

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the list of articles, or the table of highlights, with the widths that the panes had then."""
        if workspace != self.workspace:
            self.keep()
            self.workspace = workspace
            self._middle.setCurrentIndex(0 if workspace == "read" else 1)
            self.setStretchFactor(1, 0 if workspace == "read" else 1)  # a table has use for a wider window
            self._arrange()
            self._restore()

    @property
    def panel_shown(self) -> bool:
        """Whether the highlights panel is, in this workspace."""
        read = self.workspace == "read"
        return self._settings.panel_shown if read else self._settings.panel_beside_highlights

    def show_panel(self, shown: bool) -> None:
        """Show or put away the highlights panel."""
        if self.workspace == "read":
            self._settings.panel_shown = shown
        else:
            self._settings.panel_beside_highlights = shown
        self._arrange()

    def show_only_text(self, only: bool) -> None:
        """Put everything away but the text, and give that the focus; what had it gets it back from the text."""
        here = self._with_focus(self._panes)
        if only:
            self._left = here
        self.only_text = only
        self._arrange()
        if only:
            self._view.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        elif here is self._view and self._left is not None and self._left.entry.isVisible():
            self._left.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def walk(self, by: int) -> None:
        """Give the focus to the next (1) or previous (-1) pane with something that can have it."""
        shown = [pane for pane in self._panes if pane.entry.isVisible()]
        here = self._with_focus(shown)
        pane = shown[((shown.index(here) if here is not None else -1) + by) % len(shown)]
        pane.entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _with_focus(self, panes: Sequence[_Pane]) -> _Pane | None:
        """The last of these panes that has the focus: what stands below the text is in the pane of that, too."""
        focus = QApplication.focusWidget()
        return next((pane for pane in reversed(panes) if focus is not None and pane.isAncestorOf(focus)), None)

    def keep(self) -> None:
        """Remember the widths, and how high the reviews are."""
        self._settings.parts = self._view.parts.saveState()
        if self.workspace == "read":
            self._settings.panes = self.saveState()
        else:
            self._settings.panes_of_highlights = self.saveState()

    def _restore(self) -> None:
        read = self.workspace == "read"
        state: QByteArray = self._settings.panes if read else self._settings.panes_of_highlights
        if state.isEmpty() or not self.restoreState(state):
            self.setSizes(list(WIDTHS[self.workspace]))
        self.setHandleWidth(1)

    def _arrange(self) -> None:
        self._sidebar.setVisible(self._settings.sidebar_shown and not self.only_text)
        self._middle.setVisible(not self.only_text)
        self._panel.setVisible(self.panel_shown and not self.only_text)
