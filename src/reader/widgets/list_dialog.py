"""The name of a saved search or of a collection, with what it looks for or what it is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reader.domain.tag import NAME_LIMIT
from reader.widgets.forms import lay_out
from reader.widgets.problem import Problem

Store = Callable[[str, str], str]  # name, and query or description, to what is wrong with them: empty if nothing is


class ListDialog(QDialog):
    """For a new one, or one that there is. It closes once `store` had nothing to say against what was filled in."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("listDialog")
        self._store = store
        self._about: Callable[[], str] = str
        self.name = QLineEdit(self)
        self.name.setObjectName("listName")
        self.name.setMaxLength(NAME_LIMIT * 2)
        self.problem = Problem("problem", self)
        self.name.textChanged.connect(self.problem.hide)

    def for_search(self, title: str, name: str, query: str) -> ListDialog:
        """Ask about a saved search."""
        field = QLineEdit(query, self)
        field.setObjectName("listQuery")
        field.textChanged.connect(self.problem.hide)
        self._about = field.text
        self._lay_out(title, name, self.tr("&Search for"), field)
        return self

    def for_collection(self, title: str, name: str, description: str) -> ListDialog:
        """Ask about a collection."""
        field = QPlainTextEdit(description, self)
        field.setObjectName("listDescription")
        field.setTabChangesFocus(True)
        field.setFixedHeight(80)
        self._about = field.toPlainText
        self._lay_out(title, name, self.tr("&Description"), field)
        return self

    def _lay_out(self, title: str, name: str, label: str, field: QWidget) -> None:
        self.setWindowTitle(title)
        self.name.setText(name)
        self.name.selectAll()
        lay_out(self, [(self.tr("&Name"), self.name), (label, field)], self.problem)
        self.name.setFocus()

    def accept(self) -> None:
        """Close once it is stored; say why it cannot be."""
        words = self._store(self.name.text(), self._about())
        if not words:
            super().accept()
            return
        self.problem.show_problem(words)
        self.name.setFocus()
