"""The tags of the open article, in a line above its text where it has some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader.domain.tag import TagTree
from reader.widgets.tag_paths import shortened_path
from reader.widgets.tag_picker import dot
from reader.widgets.tips import escaped

MOST = 12  # that are shown; the last button tells how many more there are
WIDEST, SPACING = 150, 4  # px of one, and between two
DEL = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TagChips(QWidget):
    """As many as there is room for. A click opens the menu of a tag, Del takes it off, "+3" shows all of them."""

    untag_wanted = Signal(int)
    articles_wanted = Signal(int)  # that have the tag
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tagChips")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tags: list[int] = []
        self._tree = TagTree()
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 2, 0)
        line.setSpacing(SPACING)
        self.chips = [_Chip(self) for _ in range(MOST)]
        for number, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _checked=False, number=number: self._menu(number))
            chip.removed.connect(lambda number=number: self.untag_wanted.emit(self._tags[number]))
            line.addWidget(chip)
        self.more = QToolButton(self)
        self.more.setObjectName("moreTags")
        self.more.clicked.connect(self.all_wanted)
        line.addWidget(self.more)
        line.addStretch(1)
        self.retranslate()
        self.hide()

    @property
    def buttons(self) -> list[QToolButton]:
        """From left to right, also those that are not needed now."""
        return [*self.chips, self.more]

    def show_tags(self, tags: Sequence[int], tree: TagTree) -> None:
        """Show the tags of another article, or of the same one as they are now."""
        self._tags, self._tree = [tag for tag in tags if tag in tree.by_id], tree
        self.setVisible(bool(self._tags))
        for tag, chip in zip(self._tags, self.chips, strict=False):
            path = tree.path(tag)
            chip.show_tag(tree.label(tag), path, dot(tree.by_id[tag].color))
            chip.setAccessibleName(self.tr("Tag {path}").format(path=path))
        self.more.setToolTip(escaped("\n".join(map(tree.path, self._tags)), "pre"))
        self._fit()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Tags of the article"))
        for chip in self.chips:
            chip.setAccessibleDescription(self.tr("Del takes it off the article."))
        self.more.setAccessibleDescription(self.tr("All tags of the article"))
        self._say_more(len(self._tags) - sum(not chip.isHidden() for chip in self.chips))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more of them, or for fewer."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The line may be made as narrow as its other buttons need."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Show those that there is room for, the last one cut if need be."""
        widths = [chip.wanted for chip in self.chips[: len(self._tags)]]
        room = self.contentsRect().width() - 6
        shown = len(widths)
        while shown and sum(widths[:shown]) + shown * SPACING + self._width_of_more(len(self._tags) - shown) > room:
            shown -= 1
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < shown)
        self._say_more(len(self._tags) - shown)

    def _width_of_more(self, count: int) -> int:
        return self.more.fontMetrics().horizontalAdvance(f"+{count}") + 16 if count else 0

    def _say_more(self, count: int) -> None:
        self.more.setText(f"+{count}")
        self.more.setAccessibleName(self.tr("%Ln more tag(s)", "", count))
        self.more.setVisible(count > 0)

    def _menu(self, number: int) -> None:
        tag, chip = self._tags[number], self.chips[number]
        menu = QMenu(self)
        menu.setAccessibleName(chip.accessibleName())
        menu.addAction(self.tr("Take off"), lambda: self.untag_wanted.emit(tag)).setObjectName("chipOff")
        menu.addAction(self.tr("List articles with this tag"), lambda: self.articles_wanted.emit(tag))
        menu.addSeparator()
        menu.addAction(self.tr("Tag the article..."), self.all_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))


class _Chip(QToolButton):
    removed = Signal()  # Del

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tagChip")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(10, 10))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.wanted = 0  # px

    def show_tag(self, name: str, path: str, spot: object) -> None:
        self.setIcon(QIcon(spot))  # type: ignore[call-overload]
        words = shortened_path(name, WIDEST - 30, self.fontMetrics().horizontalAdvance)
        self.setText(" " + words.replace("&", "&&"))  # else Qt puts it too near to the spot
        self.setToolTip(escaped(path, "pre"))
        self.wanted = self.sizeHint().width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the tag off."""
        if event.key() in DEL:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
