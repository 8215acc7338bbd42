"""The fields of an article, to be corrected, those of its own, and the file it came from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.domain.article import Article, Origin
from reader.languages import moment
from reader.widgets.article_fields import ArticleFields, Store
from reader.widgets.fitting import TallForm, below_form, resize_within
from reader.widgets.step_words import doubt_words
from reader.widgets.ways import method_words

WIDTH = 560  # px
LONGEST = 2_000  # characters of a field that are shown


class ArticleDialog(QDialog):
    """`attributes` are named fields of the article's own, such as the columns of a table."""

    reading_again_wanted = Signal()

    def __init__(
        self,
        article: Article,
        origin: Origin | None,
        attributes: Sequence[tuple[str, str]],
        store: Store,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articleDialog")
        self.setWindowTitle(self.tr("Article details"))
        self._article = article
        self.form = ArticleFields(article, store, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 18, 24, 8)
        column.addWidget(self.form)
        if attributes:
            column.addWidget(self._named(attributes))
        if origin is not None:
            column.addWidget(self._origin(origin))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 14)
        outer.addWidget(TallForm(held), 1)
        outer.addLayout(below_form(buttons))
        resize_within(self, QSize(WIDTH, self.sizeHint().height()))
        self.form.enter("source")

    def _shown(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        reach = Qt.TextInteractionFlag
        label.setTextInteractionFlags(reach.TextSelectableByMouse | reach.TextSelectableByKeyboard)
        return label

    def _named(self, attributes: Sequence[tuple[str, str]]) -> QGroupBox:
        """The fields that only this article has, as its table calls them."""
        group = QGroupBox(self.tr("Further fields"), self)
        group.setObjectName("articleAttributes")
        form = QFormLayout(group)
        form.setContentsMargins(0, 10, 0, 4)
        for name, value in attributes:
            form.addRow(self._shown(name), self._shown(value[:LONGEST]))
        return group

    def _origin(self, origin: Origin) -> QGroupBox:
        """The file, how it was read, and what was doubtful."""
        group = QGroupBox(self.tr("Original"), self)
        group.setObjectName("articleOrigin")
        form = QFormLayout(group)
        form.setContentsMargins(0, 10, 0, 4)
        size = self.tr("%Ln byte(s)", "", origin.size)
        form.addRow(self.tr("File"), self._shown(f"{origin.name}  ({size})"))
        if origin.encoding:
            form.addRow(self.tr("Encoding"), self._shown(origin.encoding))
        form.addRow(self.tr("Read as"), self._shown(method_words(origin.method)))
        form.addRow(self.tr("Imported"), self._shown(moment(self._article.imported)))
        if doubts := doubt_words(origin.warnings):
            form.addRow(self.tr("Doubts"), self._shown(doubts))
        if self._article.glosses:
            form.addRow(self.tr("Readings"), self._shown(self.tr("%Ln lifted out", "", len(self._article.glosses))))
        again = QPushButton(self.tr("&Read again as..."), group)
        again.setObjectName("readAgain")
        again.setAutoDefault(False)
        again.setToolTip(self.tr("In another encoding, or by another method"))
        again.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        again.clicked.connect(self._read_again)
        form.addRow("", again)
        return group

    def _read_again(self) -> None:
        """Once the fields are stored: what was corrected is kept when an article is read again."""
        if self.form.keep():
            super().accept()
            self.reading_again_wanted.emit()

    def accept(self) -> None:
        """Close once the fields are stored; say why they cannot be."""
        if self.form.keep():
            super().accept()
