"""The fields of an article, to be corrected: in the details, and at the place where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.domain.article import Article
from reader.domain.text import one_line
from reader.widgets.forms import center_labels
from reader.widgets.problem import Problem

FIELDS = ("title", "source", "published", "author", "editor", "url")
WIDTH = 540  # px at least
# Is given the fields that were changed, and stores what it can; answers with what is wrong with each of the others.
Store = Callable[[Mapping[str, str]], Mapping[str, str]]


class ArticleFields(QWidget):
    """A line for each field; `store` is asked once somebody is done."""

    def __init__(self, article: Article, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shown = {name: getattr(article, name) for name in FIELDS}
        self._shown["published"] = article.published.replace("T", " ")
        self.fields = {name: QLineEdit(self._shown[name], self) for name in FIELDS}
        self.fields["published"].setPlaceholderText("2020-03-04 17:24")
        self.problem = Problem("problem", self)
        words = (
            *(self.tr("&Title"), self.tr("&Source"), self.tr("&Published")),
            *(self.tr("&Author"), self.tr("&Editor"), self.tr("A&ddress")),
        )
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        for (name, field), label in zip(self.fields.items(), words, strict=True):
            field.setObjectName(f"field-{name}")
            field.setCursorPosition(0)
            form.addRow(label, field)
        center_labels(form)
        form.addRow(self.problem)

    def enter(self, name: str) -> None:
        """Let a field be typed into."""
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[name].selectAll()

    def keep(self) -> bool:
        """Store what was changed; where a field cannot be, say why and go there."""
        typed = {name: field.text() for name, field in self.fields.items()}
        changed = {name: text for name, text in typed.items() if one_line(text) != one_line(self._shown[name])}
        wrong = self._store(changed) if changed else {}
        self._shown |= {name: text for name, text in changed.items() if name not in wrong}
        self.problem.show_problem("\n".join(dict.fromkeys(wrong.values())))
        if wrong:
            self.enter(next(name for name in FIELDS if name in wrong))
        return not wrong


class FieldsPopup(QFrame):
    """The fields at the place in the text where they stand; Return and a click beside store them, Escape does not.

    It stays open as long as one cannot be stored.
    """

    def __init__(self, article: Article, store: Store, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("fieldsPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Article details"))
        self.form = ArticleFields(article, store, self)
        self._left = False  # by Escape
        hint = QLabel(self.tr("Return stores, Esc drops what is not stored."), self)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        save = QPushButton(self.tr("Save"), self)
        save.setObjectName("saveFields")
        save.setDefault(True)
        save.clicked.connect(self.close)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.form)
        column.addLayout(below)
        self.setMinimumWidth(WIDTH)

    def show_at(self, place: QPoint, name: str) -> None:
        """Show at a place of the screen, within it, ready to type into a field."""
        self.adjustSize()
        space = (QGuiApplication.screenAt(place) or self.screen()).availableGeometry()
        left = max(space.left(), min(place.x(), space.right() - self.width()))
        self.move(left, max(space.top(), min(place.y(), space.bottom() - self.height())))
        self.show()
        self.form.enter(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Also when somebody clicked beside it, what was typed is not lost."""
        if self._left or self.form.keep():
            super().closeEvent(event)
        else:
            self.adjustSize()
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return stores, from whichever field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Escape:
            self._left = True
            self.close()
        else:
            super().keyPressEvent(event)
