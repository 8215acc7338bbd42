"""Correcting the text of the open article in its place; what was typed is kept until it is stored or dropped."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.correction import Correction, carried
from reader.domain.rewriting import Rewriting
from reader.models.page import Page
from reader.services import amending
from reader.session import Session
from reader.storage import texts
from reader.storage.texts import Unsaved
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.correction_panel import CorrectionPanel
from reader.widgets.looks import Looks
from reader.widgets.notice import Notice, Offer
from reader.widgets.reviewing import Reviewing
from reader.widgets.text_column import Spot

KEPT_MS = 800  # from a key until what was typed is kept in the library, also if somebody goes on typing


class Amending(QObject):
    """Shows the editor in the place of the text, and stores what came of it."""

    began = Signal(bool)  # a text is being corrected, or no more

    def __init__(
        self,
        session: Session,
        looks: Looks,
        attempts: Attempts,
        notice: Notice,
        reviewing: Reviewing,
        view: ArticleView,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._looks = session, looks
        self._attempts, self._notice, self._reviewing = attempts, notice, reviewing
        self._view, self._window = view, window
        self._article: int | None = None  # whose text is being corrected
        self._offered: int | None = None  # whose unsaved correction was told of
        self.panel = CorrectionPanel(looks.theme)
        view.put_in_place(self.panel)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._keep_soon.timeout.connect(self.keep)
        self.panel.store_wanted.connect(self.store)
        self.panel.leave_wanted.connect(self.leave)
        self.panel.editor.edited.connect(self._on_edited)
        pane = view.pane
        self.panel.editor.size_wanted.connect(lambda step: pane.larger() if step > 0 else pane.smaller())
        view.page_changed.connect(self._on_page)
        session.left.connect(self._drop)
        looks.theme_changed.connect(self.panel.set_theme)
        looks.typography_changed.connect(self._set_typography)

    @property
    def active(self) -> bool:
        """Whether a text is being corrected."""
        return self._article is not None

    def begin(self) -> None:
        """Let the text of the open article be corrected, going on with what was not stored if there is any."""
        if self.active:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif (page := self._view.pane.page) is not None:
            self._begin(page)

    def _begin(self, page: Page) -> None:
        self._view.show_all()
        page = self._view.pane.page or page
        article = page.article.id
        kept = self._session.read(lambda db: texts.unsaved(db, article), None)
        draft = _going_on(kept, page.article.text) if kept else None
        if kept is not None and draft is None:  # to be seen and copied; storing it says what is wrong
            page, draft = Page(replace(page.article, text=kept.given)), kept.text
        given = page.article.text
        keep = partial(_keep, article=article, text=given if draft is None else draft, given=given)
        if not self._attempts.do(keep):
            return  # such as a library that can only be read; it was told why
        self._article = article
        place, chosen = self._view.pane.place(), self._chosen(page) if draft is None else None
        self._view.show_in_place(True)
        self.panel.editor.begin(page, self._view.pane.typography, place, draft)
        if chosen is not None:
            self.panel.editor.select(*chosen)
        self._keep_soon.stop()
        self.panel.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.began.emit(True)

    def _chosen(self, page: Page) -> tuple[int, int] | None:
        """What is selected in sight, as code points, or where the caret is: mostly what is to be corrected."""
        pane = self._view.pane
        cursor = pane.textCursor()
        if not pane.viewport().rect().intersects(pane.cursorRect(cursor)):
            return None
        return page.units.to_points(cursor.selectionStart()), page.units.to_points(cursor.selectionEnd())

    def store(self) -> None:
        """Make what was typed the text of the article."""
        article, correction = self._article, self.panel.editor.correction
        if article is None:
            return
        if not correction.replacements():
            self._end(forget=True)
            return
        edit = partial(amending.correct, article=article, given=correction.old, replacements=correction.replacements())
        self.keep()
        place = self.panel.editor.place()
        if self._reviewing.change_text(article, edit):  # else it was told why; what was typed is still there
            self._end(forget=True)
            if place:
                self._view.pane.return_to(Spot(place, 0))

    def leave(self) -> None:
        """Go back to the text as it is; if something was changed, ask what is to become of that."""
        if not self.active:
            return
        steps = self.panel.editor.correction.steps
        if not steps:
            self._end(forget=True)
            return
        box = QMessageBox(self._window)
        box.setObjectName("leaveChanges")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("%Ln change(s) of the text are not saved.", "", steps))
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Keep correcting"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)
        box.finished.connect(lambda: self._on_answer(box.clickedButton() is save, box.clickedButton() is discard))
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_answer(self, save: bool, discard: bool) -> None:
        if save:
            self.store()
        elif discard:
            self._end(forget=True)
        else:
            self.panel.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep what was typed in the library, for the case that nothing else comes of it."""
        self._keep_soon.stop()
        article, correction = self._article, self.panel.editor.correction
        if article is not None:
            keep = partial(_keep, article=article, text=correction.text, given=correction.old)
            self._attempts.do_soon(f"unsaved {article}", keep)

    def _on_edited(self) -> None:
        if not self._keep_soon.isActive():
            self._keep_soon.start()

    def _end(self, *, forget: bool) -> None:
        article, self._article = self._article, None
        self._keep_soon.stop()
        if forget and article is not None:
            self._attempts.do_soon(f"unsaved {article}", partial(texts.forget_unsaved, article=article))
        self._view.show_in_place(False)
        self._view.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.began.emit(False)

    def _drop(self) -> None:
        """The library goes; what was typed is kept in it."""
        if self.active:
            self.keep()
            self._attempts.do_postponed()
            self._end(forget=False)

    def _on_page(self, page: Page | None) -> None:
        """Another article was opened: what was typed in the one before is kept, and offered when that comes back."""
        article = None if page is None else page.article.id
        if self.active and article != self._article:
            self.keep()
            self._end(forget=False)
        elif self.active and page is not None:
            self.panel.editor.take_highlights(page)
        if article == self._offered:
            return
        self._offered = article
        if article is not None and not self.active:
            self._offer(article)

    def _offer(self, article: int) -> None:
        kept = self._session.read(lambda db: texts.unsaved(db, article), None)
        if kept is not None:
            words = self.tr("A correction of this text was not saved.")
            go_on = Offer(self.tr("Go on with it"), self.begin)
            drop = Offer(self.tr("Discard"), lambda: self._forget(article))
            self._notice.say(words, go_on, drop)

    def _forget(self, article: int) -> None:
        def forget(db: Database) -> Change:
            texts.forget_unsaved(db, article)
            return Change()

        self._attempts.do(forget)

    def _set_typography(self, typography: object) -> None:
        if self.active:
            self.panel.editor.set_typography(self._looks.typography())


def _keep(db: Database, article: int, text: str, given: str) -> bool:
    """Keep what was made of a text, if anything was."""
    if text == given:
        texts.forget_unsaved(db, article)
    else:
        texts.keep_unsaved(db, article, text, given)
    return True


def _going_on(kept: Unsaved, now: str) -> str | None:
    """What was not saved with all that was changed in the text since; None where both changed the same place."""
    correction = Correction(kept.given)
    correction.begin_with(kept.text)
    carried_on = carried(kept.given, correction.replacements(), now)
    return None if carried_on is None else Rewriting(now, carried_on).text
