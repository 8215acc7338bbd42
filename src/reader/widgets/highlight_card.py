"""What is known of the chosen highlight, and can be changed: colour, tags, note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.highlight import Highlight
from reader.domain.tag import COLORS, TagTree
from reader.icons import icon
from reader.theme import Theme
from reader.widgets.note_field import AGAIN_MS, NoteField
from reader.widgets.problem import Problem
from reader.widgets.step_words import shortened
from reader.widgets.swatches import Swatches, color_words
from reader.widgets.tab_order import order_tabs
from reader.widgets.tag_paths import shortened_path
from reader.widgets.tag_picker import dot
from reader.widgets.tips import escaped

COLORS_A_LINE = 7
LEAST_NOTE, NOTE = 60, 92  # px: in a low window, and else
TAGS, FEW_TAGS = 5, 1  # that are shown at once, also in a low window; further ones are scrolled to
FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # to where the caret comes back


class HighlightCard(QFrame):
    """Says what is wished for the highlight it shows.

    Words that were typed stay until `note_kept` says that they are stored, also while another highlight is shown.
    """

    note_changed = Signal(int, str, str)  # the note, and the one that it was begun from
    color_wanted = Signal(int, str)  # empty: that of the first tag
    untag_wanted = Signal(int, int)  # highlight, tag
    pick_wanted = Signal(int, QRect)  # a highlight, and the button on the screen
    remove_wanted = Signal(int)
    note_left = Signal()  # after what was typed in it is stored
    left = Signal()  # Escape in the note

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("highlightCard")
        self._theme = theme
        self._shown: Highlight | None = None
        self._begun: Highlight | None = None  # as its note was shown, on which somebody types
        self._typed: dict[int, tuple[Highlight, str]] = {}  # what is not stored yet, by highlight
        self._tree = TagTree()
        self.swatches = Swatches(with_none=True, columns=COLORS_A_LINE)
        self._tag_area = _TagArea(self)
        self._chips: list[QWidget] = []
        self._put_on: list[tuple[int, int, str, str]] | None = None  # what the chips say
        self._pick = QPushButton(self)
        self._pick.setObjectName("cardTag")
        self.note = NoteField(self)
        self.note.setObjectName("noteField")
        self.note.setFixedHeight(NOTE)
        self._problem = Problem("noteProblem", self)
        self._facts = QLabel(self)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._remove = QPushButton(self)
        self._remove.setObjectName("cardRemove")
        self._lay_out()
        self.note.textChanged.connect(self._on_typed)
        self.note.keep_wanted.connect(self.keep_note)
        self.note.installEventFilter(self)
        self.swatches.chosen.connect(self._on_color)
        self._pick.clicked.connect(self._on_pick)
        self._remove.clicked.connect(self._on_remove)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        inside = QWidget()
        self._tags = QVBoxLayout(inside)
        self._tags.setContentsMargins(0, 0, 0, 0)
        self._tags.setSpacing(0)
        self._tag_area.setObjectName("cardTags")
        self._tag_area.setWidget(inside)
        self._tag_area.setWidgetResizable(True)
        self._tag_area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tag_area.setFrameShape(QFrame.Shape.NoFrame)
        self._tag_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tag_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab scrolls to each
        column.addWidget(self.swatches)
        column.addWidget(self._tag_area)
        line = QHBoxLayout()
        line.addWidget(self._pick)
        line.addStretch(1)
        line.addWidget(self._remove)
        column.addWidget(self.note)
        column.addWidget(self._problem)
        column.addWidget(self._facts)
        column.addLayout(line)

    @property
    def highlight(self) -> int | None:
        """The id of the highlight that is shown."""
        return self._shown.id if self._shown else None

    @property
    def unstored(self) -> Highlight | None:
        """A highlight whose note was typed and could not be stored, if there is one."""
        return next((highlight for highlight, _ in self._typed.values()), None)

    @property
    def problem(self) -> str:
        """Why a note could not be stored the last time."""
        return self._problem.text()

    def show_highlight(self, highlight: Highlight | None, tree: TagTree) -> None:
        """Show another highlight, or the same one as it is now; what was typed before is stored first."""
        if highlight is None or highlight.id != self.highlight:
            self.keep_note()
        self._shown, self._tree = highlight, tree
        self.setVisible(highlight is not None)
        if highlight is None:
            return
        self._show_note(highlight)
        self.swatches.choose(highlight.color)
        self._show_tags()
        facts = [shortened(highlight.analyst), highlight.created[:10]]
        self._facts.setText(" · ".join(filter(None, facts)))

    def fit(self, room: int) -> None:
        """Let the note give way where the card would have to be higher than this, with as few tags as may be seen."""
        others = self.minimumSizeHint().height() - self.note.minimumHeight()
        self.note.setFixedHeight(max(LEAST_NOTE, min(NOTE, room - others)))

    def edit_note(self) -> None:
        """Put the caret into the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        cursor = self.note.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.note.setTextCursor(cursor)

    def keep_note(self) -> None:
        """Have what was typed stored."""
        self.note.kept()
        if self._shown is not None:
            self._show_note(self._shown)
        for number, (begun, words) in list(self._typed.items()):
            self.note_changed.emit(number, words, begun.note)
            if number in self._typed:
                self.note.keep_soon(AGAIN_MS)
                return  # nor could the others be

    def note_kept(self, highlight: int, problem: str) -> None:
        """A note was stored, or could not be: why."""
        if not problem:
            self._typed.pop(highlight, None)
            if self._shown is not None and self._shown.id == highlight:
                self._show_note(self._shown)  # with what another program wrote meanwhile
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem) and self.highlight in self._typed)

    def drop(self) -> None:
        """Show nothing, and let go of what could not be stored."""
        self.note.kept()
        self._typed.clear()
        self._shown = self._begun = None
        self.note.show_note("")
        self.note_kept(0, "")
        self.hide()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.setAccessibleName(self.tr("Chosen highlight"))
        self._pick.setText(self.tr("Tag..."))
        self._remove.setText(self.tr("Remove"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.swatches.setAccessibleName(self.tr("Colour of the highlight"))
        self.swatches.word(color_words(), self.tr("Colour of its first tag"))
        self._show_tags(anew=True)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self._show_tags(anew=True)

    def _show_note(self, highlight: Highlight) -> None:
        """What was typed and is not stored yet, else the note; in that of the same highlight the caret stays.

        Another note than that in the field waits until nothing is composed there any more.
        """
        words = highlight.note
        if highlight.id in self._typed:
            typed = self._typed[highlight.id][1]
            if typed == words:
                del self._typed[highlight.id]
            words = typed
        other, same = words != self.note.note, self._begun is not None and self._begun.id == highlight.id
        if other and same and self.note.composing:
            self.note.keep_soon()
            return
        self._begun = highlight
        if other and same:
            self.note.show_again(words)
        elif other:
            self.note.show_note(words)
        self._problem.setVisible(bool(self.problem) and highlight.id in self._typed)

    def _on_typed(self) -> None:
        if self._shown is None:
            return
        words = self.note.note
        if words == self._shown.note:
            self._typed.pop(self._shown.id, None)
            self._begun = self._shown
        else:
            begun = self._typed.get(self._shown.id, (self._begun or self._shown, ""))[0]
            self._typed[self._shown.id] = begun, words
        self.note.keep_soon()

    def _show_tags(self, *, anew: bool = False) -> None:
        if self._shown is None:
            return
        tags = [self._tree.by_id[tag] for tag in self._shown.tags if tag in self._tree.by_id]
        put_on = [(self._shown.id, tag.id, self._tree.path(tag.id), tag.color) for tag in tags]
        if put_on == self._put_on and not anew:
            return  # some 10 ms each time, and a button that has the focus would lose it
        self._put_on = put_on
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = [self._chip(*each) for each in put_on]
        for chip in self._chips:
            self._tags.addWidget(chip)
            chip.show()  # Qt would not, where the area was hidden
        self._tag_area.setMaximumHeight(sum(chip.height() for chip in self._chips[:TAGS]))
        self._tag_area.setMinimumHeight(sum(chip.height() for chip in self._chips[:FEW_TAGS]))
        self._tag_area.setVisible(bool(self._chips))
        self._order()

    def _order(self) -> None:
        """Let Tab go from top to bottom."""
        off = [button for chip in self._chips for button in chip.findChildren(QToolButton)]
        order_tabs([*self.swatches.buttons, *off, self.note, self._pick, self._remove])

    def _chip(self, highlight: int, tag: int, path: str, color: str) -> QWidget:
        chip = QWidget(self)
        line = QHBoxLayout(chip)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(6)
        spot = QLabel(chip)
        spot.setPixmap(dot(color))
        name = _Elided(path, chip)
        off = QToolButton(chip)
        off.setIcon(icon("mdi6.close", self._theme.secondary))
        off.setIconSize(QSize(14, 14))
        off.setToolTip(self.tr("Take this tag off"))
        off.setAccessibleName(self.tr("Take off the tag {path}").format(path=path))
        off.clicked.connect(lambda: self.untag_wanted.emit(highlight, tag))
        line.addWidget(spot)
        line.addWidget(name, 1)
        line.addWidget(off)
        chip.setFixedHeight(chip.sizeHint().height())
        return chip

    def _on_color(self, color: str) -> None:
        if self._shown is not None and color != self._shown.color and (not color or color in COLORS):
            self.color_wanted.emit(self._shown.id, color)

    def _on_pick(self) -> None:
        if self._shown is not None:
            self.pick_wanted.emit(self._shown.id, QRect(self._pick.mapToGlobal(QPoint()), self._pick.size()))

    def _on_remove(self) -> None:
        if self._shown is not None:
            self.remove_wanted.emit(self._shown.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the note stores it; Escape leaves it."""
        if watched is self.note:
            if isinstance(event, QFocusEvent) and event.lostFocus():
                self.keep_note()
                if event.reason() not in FOR_A_WHILE:
                    self.note_left.emit()
            elif event.type() == QEvent.Type.KeyPress and getattr(event, "key", lambda: 0)() == Qt.Key.Key_Escape:
                self.keep_note()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


class _TagArea(QScrollArea):
    """As high as it may be, and less only where there is no room."""

    def sizeHint(self) -> QSize:
        """Qt would keep that of the tags it showed first."""
        return QSize(super().sizeHint().width(), self.maximumHeight())


class _Elided(QLabel):
    """The path of a tag, cut to the width of the label."""

    def __init__(self, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(30)
        self._path = path
        self.setAccessibleName(path)
        self.setToolTip(escaped(path))

    def resizeEvent(self, event: QEvent) -> None:
        """Cut again."""
        self.setText(shortened_path(self._path, self.width(), self.fontMetrics().horizontalAdvance))

    def sizeHint(self) -> QSize:
        """As wide as all of it; the layout may give less."""
        return QSize(self.fontMetrics().horizontalAdvance(self._path) + 4, 24)
