"""The four panes beside one another: sidebar, list, text, highlights; each can be put away."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QSplitter

from reader.settings import Settings
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.highlights_panel import HighlightsPanel
from reader.widgets.sidebar import Sidebar

WIDTHS = (200, 300, 520, 260)  # px at first
LEAST = (140, 185, 348, 224)  # px


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
        self._panes = (sidebar, listing, view, panel)
        self._sidebar, self._listing, self._view, self._panel = self._panes
        for pane, least in zip(self._panes, LEAST, strict=True):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(2, 1)
        self.setSizes(list(WIDTHS))
        state: QByteArray = settings.panes
        if not state.isEmpty():
            self.restoreState(state)
        self.setHandleWidth(1)
        self.only_text = False
        self._arrange()

    def show_sidebar(self, shown: bool) -> None:
        """Show or put away the sidebar."""
        self._settings.sidebar_shown = shown
        self._arrange()

    def show_panel(self, shown: bool) -> None:
        """Show or put away the highlights panel."""
        self._settings.panel_shown = shown
        self._arrange()

    def show_only_text(self, only: bool) -> None:
        """Put everything away but the text."""
        self.only_text = only
        self._arrange()

    def walk(self, by: int) -> None:
        """Give the focus to the next (1) or previous (-1) pane that is shown."""
        shown = [pane for pane in self._panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), -1)
        pane = shown[(here + by) % len(shown)]
        pane.entry.setFocus(Qt.FocusReason.TabFocusReason)

    def keep(self) -> None:
        """Remember the widths."""
        self._settings.panes = self.saveState()

    def _arrange(self) -> None:
        self._sidebar.setVisible(self._settings.sidebar_shown and not self.only_text)
        self._listing.setVisible(not self.only_text)
        self._panel.setVisible(self._settings.panel_shown and not self.only_text)
