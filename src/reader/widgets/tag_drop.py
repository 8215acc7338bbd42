"""Where tags that are dragged over the tree would come to stand, and how that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTreeView

from reader.models.tag_items import TAG, TagItems

EDGE = 4  # one part in so many of a row, above and below, that means between the rows
LINE, RADIUS = 2, 6  # px


@dataclass(frozen=True, slots=True)
class Drop:
    """Under which tag (None: at the top), in which order of its children if they get one by hand, and where it shows.

    `line` is a line between rows; else `target` is the row that takes the tags, the whole view if it is not valid.
    """

    parent: int | None
    order: tuple[int, ...] | None
    target: QModelIndex
    line: QRect | None = None


def drop_at(view: QTreeView, items: TagItems, tags: Sequence[int], at: QPoint) -> Drop | None:
    """What dropping tags at a place of the viewport would do; None if they cannot stand there."""
    index = view.indexAt(at)
    found = _between(view, items, tags, index, at) if index.isValid() else None
    if found is None:
        parent = index.data(TAG) if index.isValid() else None
        found = Drop(parent, None, index)
    return found if items.may_stand(tags, found.parent) else None


def _between(view: QTreeView, items: TagItems, tags: Sequence[int], index: QModelIndex, at: QPoint) -> Drop | None:
    """A place between two rows: where siblings stand by hand, or where the tags are siblings and are put so now."""
    row, tag = view.visualRect(index), index.data(TAG)
    edge = max(4, row.height() // EDGE)
    above, below = at.y() < row.top() + edge, at.y() > row.bottom() - edge
    if not above and not below:
        return None
    inside = below and view.isExpanded(index) and items.rowCount(index) > 0
    parent = tag if inside else items.parent_of(tag)
    if items.order != "hand" and any(items.parent_of(each) != parent for each in tags):
        return None
    order = [each for each in items.children_of(parent) if each not in tags]
    before = next(iter(order), None) if inside else tag
    if before in tags:
        return None
    place = 0 if inside or before is None else order.index(before) + below
    left = row.left() + (view.indentation() if inside else 0)
    right = min(row.right(), view.viewport().width()) - 6
    line = QRect(left, row.bottom() if below else row.top(), right - left, LINE)
    return Drop(parent, (*order[:place], *tags, *order[place:]), index, line)


def paint_drop(painter: QPainter, view: QTreeView, drop: Drop, color: str) -> None:
    """A line with a ring at its beginning, or a ring round the row."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if drop.line is not None:
        middle = drop.line.center().y()
        painter.drawEllipse(QPoint(drop.line.left() + 4, middle), 3, 3)
        painter.drawLine(drop.line.left() + 8, middle, drop.line.right(), middle)
        return
    row = view.viewport().rect()
    if drop.target.isValid():
        target = view.visualRect(drop.target)
        row = QRect(0, target.top(), row.width() - 6, target.height())
    painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
