"""What is listed has this in common, in three columns: a click on a source, a year or a tag leaves only those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.storage.facets import FACETS, Facet
from reader.theme import Theme
from reader.widgets.tips import plain

WIDTHS: dict[Facet, int] = {"source": 230, "year": 130, "tag": 230}  # px
ROWS = 6  # that there is room for at least
PAD = 5  # px above and below the words of a row


class FacetsPopup(QFrame):
    """Lies over the window until something is chosen or clicked beside it."""

    chosen = Signal(str, str)  # the facet, and the source, the year or the path of the tag

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("facetsPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Narrow down"))
        self._theme, self._below = theme, parent
        self._lists: dict[Facet, QTreeWidget] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 12)
        line.setSpacing(12)
        titles: dict[Facet, str] = {"source": self.tr("Source"), "year": self.tr("Year"), "tag": self.tr("Tag")}
        for facet in FACETS:
            column = QVBoxLayout()
            title = QLabel(titles[facet], self)
            title.setObjectName("facetTitle")
            column.addWidget(title)
            self._lists[facet] = self._make(facet, titles[facet])
            column.addWidget(self._lists[facet])
            line.addLayout(column)

    def _make(self, facet: Facet, title: str) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setObjectName(f"facet-{facet}")
        made.setAccessibleName(title)
        made.setColumnCount(2)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setIndentation(0)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFixedWidth(WIDTHS[facet])
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.addTopLevelItem(QTreeWidgetItem([self.tr("Counting...")]))
        made.topLevelItem(0).setDisabled(True)  # type: ignore[union-attr]
        made.itemClicked.connect(lambda item: self._choose(facet, item))
        return made

    def show_counts(self, counts: Mapping[Facet, Sequence[tuple[str, int]]]) -> None:
        """Fill the columns; one of which nothing is known says so."""
        for facet, made in self._lists.items():
            made.clear()
            for value, count in counts.get(facet, ()):
                item = QTreeWidgetItem([value, f"{count:,}"])
                item.setToolTip(0, plain(value))
                item.setSizeHint(0, QSize(0, self._row_height()))  # the same with any script, as in the other columns
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setForeground(1, QColor(self._theme.secondary))
                made.addTopLevelItem(item)
            if not made.topLevelItemCount():
                made.addTopLevelItem(QTreeWidgetItem([self.tr("None")]))
                made.topLevelItem(0).setDisabled(True)  # type: ignore[union-attr]
        self._fit()
        first = next((made for facet, made in self._lists.items() if counts.get(facet)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
            first.setCurrentIndex(first.model().index(0, 0))

    def show_below(self, widget: QWidget) -> None:
        """Show below a widget, within the screen."""
        self._below = widget
        self._fit()
        self.show()

    def _fit(self) -> None:
        rows = max(ROWS, *(made.topLevelItemCount() for made in self._lists.values()))
        for made in self._lists.values():
            made.setFixedHeight(rows * self._row_height())
        self.adjustSize()
        widget = self._below
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        space = (QGuiApplication.screenAt(place) or self.screen()).availableGeometry()
        left = max(space.left(), min(place.x(), space.right() - self.width()))
        self.move(left, max(space.top(), min(place.y(), space.bottom() - self.height())))

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 2 * PAD

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, the arrow keys to the sides go to the next column, Escape closes."""
        focus = next((facet for facet, made in self._lists.items() if made.hasFocus()), FACETS[0])
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(focus, self._lists[focus].currentItem())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if event.key() == Qt.Key.Key_Right else -1
            following = self._lists[FACETS[(FACETS.index(focus) + by) % len(FACETS)]]
            following.setFocus(Qt.FocusReason.OtherFocusReason)
            if following.currentItem() is None:
                following.setCurrentIndex(following.model().index(0, 0))
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, facet: Facet, item: QTreeWidgetItem | None) -> None:
        if item is not None and not item.isDisabled():
            self.chosen.emit(facet, item.text(0))
            self.close()
