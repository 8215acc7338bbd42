"""Star, unread, trash: what is done with the articles selected in the list, and what reading leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget

from reader.domain.article import ArticleRow
from reader.domain.change import Change
from reader.domain.query import ArticleQuery
from reader.services import edits
from reader.session import Session
from reader.storage import articles
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts


class Curating(QObject):
    """Turns commands about articles into edits.

    They mean the open article if the text had the focus last, and those selected in the list if that had it.
    """

    meaning_changed = Signal()  # `meant` or `reach` may answer otherwise

    def __init__(
        self, session: Session, attempts: Attempts, listing: ArticleListPane, view: ArticleView, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._attempts = attempts
        self._listing = listing
        self._view = view
        self._window = window
        self._in_list = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        listing.selection_changed.connect(self.meaning_changed)

    def meant(self) -> list[int]:
        """The articles that a command is about, in the order of the list."""
        opened = [] if self._view.article is None else [self._view.article]
        return opened if opened and not self._in_list else self._listing.selected() or opened

    @property
    def in_list(self) -> bool:
        """Whether the list had the focus last."""
        return self._in_list

    def reach(self) -> tuple[bool, bool]:
        """Whether articles are meant that are outside the trash, and whether some are in it."""
        opened = self._view.article
        if opened is not None and (not self._in_list or not self._listing.view.selectionModel().hasSelection()):
            row = self._session.read(lambda db: articles.rows(db, [opened]), dict[int, ArticleRow]()).get(opened)
            return row is not None and not row.trashed, row is not None and row.trashed
        any_selected, trash = self._listing.view.selectionModel().hasSelection(), self._listing.shows_trash
        return any_selected and not trash, any_selected and trash

    def _on_focus(self, _before: QWidget | None, focus: QWidget | None) -> None:
        in_list = focus is not None and self._listing.isAncestorOf(focus)
        in_text = focus is not None and self._view.isAncestorOf(focus)
        if in_list != self._in_list and (in_list or in_text):
            self._in_list = in_list
            self.meaning_changed.emit()

    def mark_opened(self, article: int) -> None:
        """An article was opened: it counts as read, and opens at the next start."""
        if not self._session.library.read_only:
            self._attempts.do_soon(f"opened {article}", lambda db: edits.mark_opened(db, article))

    def keep_place(self, article: int | None, place: int) -> None:
        """Remember at which code point an article is being read."""
        if article is not None and not self._session.library.read_only:
            self._attempts.do_soon(f"place {article}", lambda db: articles.set_place(db, article, place))

    def settle(self) -> None:
        """Store the reading place, and what could not be stored before."""
        self._view.pane.flush_place()
        self._attempts.do_postponed()

    def star(self) -> None:
        """Star the articles meant, or take the stars away if all have one."""
        self._do(edits.switch_starred, self.meant())
        self.meaning_changed.emit()  # the button went up or down by itself, also where that could not be stored

    def switch_read(self) -> None:
        """Mark the articles meant as unread, or as read if all are unread."""
        self._do(edits.switch_read, self.meant())

    def trash(self) -> None:
        """Move the articles meant to the trash."""
        self._do(edits.trash, self.meant(), say=True)

    def restore(self) -> None:
        """Put the articles meant back."""
        self._do(edits.restore, self.meant(), say=True)

    def _do(self, edit: Callable[..., Change], ids: list[int], *, say: bool = False) -> None:
        if ids:
            self._attempts.do_to_many(lambda db, **told: edit(db, ids, **told), len(ids), say=say)

    def empty_trash(self) -> None:
        """Destroy what is in the trash, after asking: nothing brings it back. What comes there meanwhile stays."""
        ids = self._session.ids(ArticleQuery(scope="trash"))
        if not ids:
            return
        box = QMessageBox(self._window)
        box.setObjectName("emptyTrash")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("Delete %Ln article(s) in the trash for good?", "", len(ids)))
        box.setInformativeText(self.tr("Their highlights go with them. This cannot be undone."))
        destroy = box.addButton(self.tr("Empty trash"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep them"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)

        def answer(button: QAbstractButton) -> None:
            if button is destroy:
                self._attempts.do_to_many(partial(edits.empty_trash, only=ids), len(ids), say=False)

        box.buttonClicked.connect(answer)
        box.finished.connect(box.deleteLater)
        box.open()
