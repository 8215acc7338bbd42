"""How a passage is cited that is copied: by a pattern that is known, or by one of the analyst's own."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPlainTextEdit, QWidget

from reader import languages
from reader.domain.citing import PATTERNS, cite
from reader.settings import Settings
from reader.widgets.citing import pattern
from reader.widgets.reading_settings import add_row, fill, keep_choice, show_choice

LINES = 3  # of the pattern that are seen at once


class CitationSettings(QWidget):
    """Each holds as soon as it is changed; what it comes to is shown below."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.choice, self.own, self._example = QComboBox(), QPlainTextEdit(), QLabel()
        self.choice.setObjectName("setting-citation")
        self.own.setObjectName("setting-citationPattern")
        self.own.setTabChangesFocus(True)
        self.own.setFixedHeight(self.own.fontMetrics().lineSpacing() * LINES + 14)
        self._example.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._example.setWordWrap(True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self._labels = [add_row(form, self.choice), add_row(form, self.own)]
        self._labels[1].setMinimumHeight(0)  # beside several lines it stands at the top
        add_row(form, self._example)
        keep_choice(self.choice, settings, "citation")
        self.own.textChanged.connect(self._keep_own)
        settings.changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        for label, words in zip(self._labels, (self.tr("&Citation"), self.tr("Patt&ern")), strict=True):
            label.setText(words)
        names = (self.tr("Simplified Chinese"), self.tr("Traditional Chinese"), self.tr("Western"), self.tr("Markdown"))
        usual = (self.tr("By the language of the article"), "")
        fill(self.choice, [usual, *zip(names, PATTERNS, strict=True), (self.tr("A pattern of your own"), "own")])
        self._facts = {
            "quote": self.tr("the words"),
            "title": self.tr("the title"),
            "source": self.tr("the source"),
            "date": "2020-03-04",
            "time": "2020-03-04 17:24",
            "author": self.tr("the author"),
            "editor": self.tr("the editor"),
            "url": "https://example.org",
            "note": self.tr("the note"),
            "tags": self.tr("the tags"),
        }
        self._show()

    def _keep_own(self) -> None:
        if not self.own.isReadOnly():
            self._settings.citation_pattern = self.own.toPlainText()

    def _show(self) -> None:
        own = self._settings.citation == "own"
        show_choice(self.choice, self._settings.citation)
        usual = languages.chinese() or "western"
        shown = self._settings.citation_pattern if own else pattern(self._settings, usual)
        self.own.setReadOnly(not own)
        if self.own.toPlainText() != shown:
            self.own.blockSignals(True)
            self.own.setPlainText(shown)
            self.own.blockSignals(False)
        self._example.setText(cite(shown, self._facts))
        self.own.setAccessibleDescription(self._example.text())
