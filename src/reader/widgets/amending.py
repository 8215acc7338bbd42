"""Correcting the text of the open article in its place; what was typed is kept until it is stored or dropped."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.correction import Correction
from reader.domain.errors import ReaderError
from reader.models.page import Page
from reader.services import amending
from reader.session import Session
from reader.storage import articles, texts
from reader.storage.journal import Advance, silently, transactional
from reader.storage.texts import Unsaved
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.correction_panel import CorrectionPanel
from reader.widgets.going_on import Found, GoingOn
from reader.widgets.looks import Looks
from reader.widgets.notice import Notice, Offer
from reader.widgets.reading_pane import ReadingPane
from reader.widgets.reviewing import Reviewing
from reader.widgets.text_column import Spot

KEPT_MS = 800  # from a key until what was typed is kept in the library, also if somebody goes on typing


class Amending(QObject):
    """Shows the editor in the place of the text, and stores what came of it.

    What was typed stays until it is kept in the library, also while another article is read.
    """

    began = Signal(bool)  # a text is being corrected, or no more
    article_wanted = Signal(int)  # wherever it is listed

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
        self._typed: dict[int, Unsaved] = {}  # what is not kept yet, by article
        self._kept: dict[int, str] = {}  # what is kept, by article, as far as it was typed or seen here
        self._going_on = GoingOn(attempts, notice, self)
        self._storing: set[int] = set()  # the articles whose correction is being stored
        self._told = ""  # the kind of the error because of which something is not kept
        self.panel = CorrectionPanel(looks.theme)
        view.put_in_place(self.panel, self.panel.editor)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._keep_soon.timeout.connect(self.keep)
        self._going_on.found.connect(self._on_found)
        self.panel.store_wanted.connect(self.store)
        self.panel.leave_wanted.connect(self.leave)
        self.panel.editor.edited.connect(self._on_edited)
        pane = view.pane
        self.panel.editor.size_wanted.connect(lambda step: pane.larger() if step > 0 else pane.smaller())
        view.page_changed.connect(self._on_page)
        session.left.connect(self.drop)
        looks.theme_changed.connect(self.panel.set_theme)
        looks.typography_changed.connect(self._set_typography)

    @property
    def active(self) -> bool:
        """Whether a text is being corrected."""
        return self._article is not None

    def begin(self) -> None:
        """Let the text of the open article be corrected, going on with what was not stored if there is any."""
        if self.active:
            self.panel.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif (page := self._view.pane.page) is not None:
            if page.article.id in self._storing:
                self._attempts.say(self.tr("The correction of this text is still being saved."))
            else:
                self._begin(page)

    def _begin(self, page: Page) -> None:
        self._view.show_all()
        page = self._view.pane.page or page
        article = page.article.id
        kept, text = self._unsaved(article), page.article.text
        if kept is None:
            self._edit(page, Correction(text))
        else:
            self._going_on.find(page.article.uid, text, kept)

    def _on_found(self, found: Found) -> None:
        """Go on with what was not stored, now that it is known what was changed; not where another article is open.

        Where it was dropped or stored meanwhile, that is no more what is to be gone on with.
        """
        page = self._view.pane.page
        if page is None or page.article.uid != found.article or self.active:
            return
        if self._unsaved(page.article.id) == found.kept:
            self._edit(page, found.correction, found.kept, late=found.late)
        else:
            self._begin(page)

    def _edit(self, page: Page, correction: Correction, kept: Unsaved | None = None, *, late: bool = False) -> None:
        """Show the editor with what was made of the text so far, which was kept as something else maybe."""
        article = page.article.id
        if page.article.text != correction.old:  # to be seen and copied; storing it says what is wrong
            page = Page(replace(page.article, text=correction.old))
        text, instead = correction.text, None if kept is None else kept.text
        ready = partial(_make_ready, article=article, text=text, given=correction.old, instead=instead)
        if article not in self._typed and not self._attempts.do(ready):
            return  # such as a library that can only be read; it was told why
        self._article = article
        self._going_on.withdraw()
        if kept is not None and article not in self._typed:
            self._kept[article] = text
        place, chosen = self._view.pane.place(), _chosen(self._view.pane, page) if kept is None else None
        elsewhere = late and _is_elsewhere(self._view)
        self._view.show_in_place(True)
        self.panel.editor.begin(page, self._view.pane.typography, place, correction)
        if chosen is not None:
            self.panel.editor.select(*chosen)
        if not elsewhere:  # else somebody does something else by now
            self.panel.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.began.emit(True)

    def store(self) -> None:
        """Make what was typed the text of the article; it is kept until it is."""
        article, correction = self._article, self.panel.editor.correction
        if article is None or article in self._storing:
            return
        if correction.text == correction.old:
            self._end(forget=True)
            return
        if self._reviewing.is_long(article):
            self.keep()
        kept = self._kept.get(article)

        def edit(db: Database, *, advance: Advance = silently) -> Change:
            changes = correction.replacements()
            return amending.correct(db, article, correction.old, changes, kept=kept, advance=advance)

        self._storing.add(article)
        self._reviewing.change_text(article, edit, partial(self._on_stored, article, self.panel.editor.place()))
        self.panel.set_storing(article in self._storing)

    def _on_stored(self, article: int, place: int, stored: bool) -> None:
        """End what was begun; where nothing was stored, it was told why, and what was typed is still there."""
        self._storing.discard(article)
        if article != self._article:  # somebody went on to another one
            if stored:
                self._forget(article)
            elif article == self._view.article:
                self._offer(article, self._notice.words)  # with why nothing was stored, which stands there
            return
        self.panel.set_storing(False)
        if stored:
            self._end(forget=True)
            if place:
                self._view.pane.return_to(Spot(place, 0))

    def leave(self) -> None:
        """Go back to the text as it is; if something was changed, ask what is to become of that."""
        if not self.active or self._article in self._storing:
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

    def keep(self, *, wait: bool = False) -> str:
        """Keep what was typed in the library, for the case that nothing else comes of it; why it is not, else empty.

        `wait`: for another program that writes.
        """
        self._keep_soon.stop()
        if self._article is not None:
            self._take_typed(self._article)
        errors = [error for article in list(self._typed) if (error := self._try_to_keep(article, wait))]
        if not errors:
            self._told = ""
            return ""
        self._keep_soon.start()
        if errors[0].kind not in ("busy", self._told):
            self._attempts.fail(errors[0])
        self._told = errors[0].kind
        return self._attempts.why(errors[0])

    def _take_typed(self, article: int) -> None:
        correction = self.panel.editor.correction
        if correction.text != correction.old:
            self._typed[article] = Unsaved(correction.text, correction.old)
            self._attempts.leave_off(f"unsaved {article}")  # what was taken back is typed again
        else:
            self._forget(article)

    def _try_to_keep(self, article: int, wait: bool) -> ReaderError | None:
        typed = self._typed[article]
        instead = self._kept.get(article)
        keep = partial(amending.keep, article=article, text=typed.text, given=typed.given, instead=instead)
        error = self._attempts.try_quietly(keep, wait=wait)
        if error is None:
            del self._typed[article]
            self._kept[article] = typed.text
        return error

    def settle(self) -> str:
        """Keep what was typed; why that cannot be done, else empty. What is not kept comes into view."""
        why = self.keep(wait=True)
        if why and self._article not in self._typed:
            self._go_on(next(iter(self._typed)))
        if why:
            self.panel.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return why

    def drop(self) -> None:
        """Let go of what could not be kept; what is kept stays in its library."""
        self._typed.clear()
        self._kept.clear()
        self._storing.clear()
        if self.active:
            self._end(forget=False)

    def _forget(self, article: int) -> None:
        """Keep no more what was typed or seen here; what another window keeps meanwhile stays."""
        self._typed.pop(article, None)
        if (text := self._kept.pop(article, None)) is not None:
            self._attempts.do_soon(f"unsaved {article}", partial(texts.forget_unsaved, article=article, text=text))

    def _on_edited(self) -> None:
        if not self._keep_soon.isActive():
            self._keep_soon.start()

    def _end(self, *, forget: bool) -> None:
        article, self._article = self._article, None
        if forget and article is not None:
            self._forget(article)
        self.panel.set_storing(False)
        elsewhere = _is_elsewhere(self.panel)
        self._view.show_in_place(False)
        if not elsewhere:  # where somebody types by now, such as while it was being stored
            self._view.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.began.emit(False)

    def _on_page(self, page: Page | None) -> None:
        """Another article was opened: what was typed in the one before is offered when that comes back."""
        article = None if page is None else page.article.id
        if self._article is not None and article != self._article:
            self._leave_to_others(self._article)
        elif self.active and page is not None:
            self.panel.editor.take_highlights(page)
        if article == self._offered:
            return
        self._offered = article
        self._going_on.withdraw()
        if article is not None and not self.active and article not in self._storing:
            self._offer(article)

    def _leave_to_others(self, article: int) -> None:
        """Keep what was typed in an article; it stays in sight where that is gone, since it could not come back."""
        self.keep()
        changed = bool(self.panel.editor.correction.steps)
        trashed = self._session.read(lambda db: articles.trashed(db, [article]), {article: False})
        if changed and article not in trashed:
            self._view.show_in_place(True)
            return
        self._end(forget=False)
        if changed and trashed[article]:
            words = self.tr("The article that was being corrected is in the trash. What was typed is kept with it.")
            self._notice.say(words, Offer(self.tr("Go on with it"), lambda: self._go_on(article)))

    def _go_on(self, article: int) -> None:
        """Open an article unless it is, and let its text be corrected."""
        if self._view.article != article:
            self.article_wanted.emit(article)
        if self._view.article == article:
            self.begin()

    def _unsaved(self, article: int) -> Unsaved | None:
        if article in self._typed:
            return self._typed[article]
        found = self._session.read(lambda db: texts.unsaved(db, article), [])
        if found:
            self._kept[article] = found[0].text
        return found[0] if found else None

    def _offer(self, article: int, why: str = "") -> None:
        if (kept := self._unsaved(article)) is not None:
            self._going_on.offer(why, partial(self._go_on, article), partial(self._discard, article, kept))

    def _discard(self, article: int, offered: Unsaved) -> None:
        """Drop a correction that was offered; where two windows left one each, the other one is offered then."""
        self._forget(article)
        if article == self._view.article and self._unsaved(article) not in (None, offered):
            self._offer(article)

    def _set_typography(self, typography: object) -> None:
        if self.active:
            self.panel.editor.set_typography(self._looks.typography())


def _is_elsewhere(part: QWidget) -> bool:
    """Whether the keys go to something in the window that is outside of a part of it."""
    focus = part.window().focusWidget()
    return focus is not None and focus is not part and not part.isAncestorOf(focus)


def _chosen(pane: ReadingPane, page: Page) -> tuple[int, int] | None:
    """What is selected in sight, as code points, or where the caret is: mostly what is to be corrected."""
    cursor = pane.textCursor()
    if not pane.viewport().rect().intersects(pane.cursorRect(cursor)):
        return None
    return page.units.to_points(cursor.selectionStart()), page.units.to_points(cursor.selectionEnd())


@transactional
def _make_ready(db: Database, article: int, text: str, given: str, instead: str | None) -> bool:
    """Keep what is there already, instead of what was; this also tells whether what will be typed can be kept."""
    texts.forget_unsaved(db, article, given)
    if text != given:
        amending.keep(db, article, text, given, instead=instead)
    elif instead is not None:
        texts.forget_unsaved(db, article, instead)
    return True
