"""The fields of an article, to be corrected, and the file it came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.domain.article import Article, Origin
from reader.languages import moment
from reader.widgets.fitting import TallForm, below_form, resize_within
from reader.widgets.forms import center_labels
from reader.widgets.step_words import doubt_words

WIDTH = 560  # px
FIELDS = ("source", "published", "author", "editor", "url")


class ArticleDialog(QDialog):
    """`store` is given the fields that were changed; it answers with what is wrong, or an empty string."""

    def __init__(
        self,
        article: Article,
        origin: Origin | None,
        store: Callable[[Mapping[str, str]], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articleDialog")
        self.setWindowTitle(self.tr("Article details"))
        self._article = article
        self._store = store
        self.fields = {name: QLineEdit(getattr(article, name), self) for name in FIELDS}
        self.fields["published"].setPlaceholderText("2020-03-04T17:24:00")
        self.problem = QLabel(self)
        self.problem.setObjectName("tagProblem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 18, 24, 8)
        column.addLayout(self._form())
        if origin is not None:
            column.addWidget(self._origin(origin))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 14)
        outer.addWidget(TallForm(held), 1)
        outer.addLayout(below_form(self.problem))
        outer.addLayout(below_form(buttons))
        resize_within(self, QSize(WIDTH, self.sizeHint().height()))
        self.fields["source"].setFocus()

    def _form(self) -> QFormLayout:
        words = (self.tr("&Source"), self.tr("&Published"), self.tr("&Author"), self.tr("&Editor"), self.tr("A&ddress"))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Title"), self._shown(self._article.title or "—"))
        for (name, field), label in zip(self.fields.items(), words, strict=True):
            field.setObjectName(f"field-{name}")
            form.addRow(label, field)
        center_labels(form)
        return form

    def _shown(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _origin(self, origin: Origin) -> QGroupBox:
        """The file, how it was read, and what was doubtful."""
        group = QGroupBox(self.tr("Original"), self)
        form = QFormLayout(group)
        form.setContentsMargins(0, 10, 0, 4)
        size = self.tr("%Ln byte(s)", "", origin.size)
        form.addRow(self.tr("File"), self._shown(f"{origin.name}  ({size})"))
        form.addRow(self.tr("Encoding"), self._shown(origin.encoding))
        form.addRow(self.tr("Imported"), self._shown(moment(self._article.imported)))
        if doubts := doubt_words(origin.warnings):
            form.addRow(self.tr("Doubts"), self._shown(doubts))
        if self._article.glosses:
            form.addRow(self.tr("Readings"), self._shown(self.tr("%Ln lifted out", "", len(self._article.glosses))))
        return group

    def accept(self) -> None:
        """Close once the fields are stored; say why they cannot be."""
        fields = {name: field.text() for name, field in self.fields.items()}
        problem = self._store({name: text for name, text in fields.items() if text != getattr(self._article, name)})
        if not problem:
            super().accept()
            return
        self.problem.setText(problem)
        self.problem.show()
        self.fields["published"].setFocus()
