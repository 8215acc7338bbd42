"""Tags and notes of whole articles, and links in notes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.links import Target, link, readable
from reader.domain.note import Owner
from reader.models.page import Page
from reader.services import annotating
from reader.session import Session
from reader.storage import article_tags, articles, highlights, notes
from reader.widgets.article_bar import ArticleBar
from reader.widgets.article_list import ArticleListPane
from reader.widgets.article_view import ArticleView
from reader.widgets.attempts import Attempts
from reader.widgets.curating import Curating
from reader.widgets.marking import Marking
from reader.widgets.menu_place import row_place
from reader.widgets.note_popup import NotePopup
from reader.widgets.note_writing import NoteWriting
from reader.widgets.step_words import shortened
from reader.widgets.tags_for_many import TagsForMany


class Annotating(QObject):
    """Turns commands about the articles meant into edits; keeps the line above the text as the library has it."""

    article_wanted = Signal(int)  # wherever it is listed
    highlight_wanted = Signal(int)  # of the open article
    focus_wanted = Signal()  # in the text

    def __init__(
        self,
        session: Session,
        attempts: Attempts,
        curating: Curating,
        marking: Marking,
        listing: ArticleListPane,
        view: ArticleView,
        bar: ArticleBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._attempts, self._curating = session, attempts, curating
        self._listing, self._view, self._bar, self._window = listing, view, bar, window
        self._picking = TagsForMany(session, marking.latest, window)
        self._picking.picked.connect(self._put)
        bar.tags.all_wanted.connect(self._tag_open)
        bar.tags.untag_wanted.connect(self._untag)
        session.changed.connect(self._on_changed)
        view.page_changed.connect(self._on_page)
        self._shown: int | None = None  # the article of the bar

    # ---- tags

    def tag(self) -> None:
        """Ask for the tags of the articles meant."""
        self._pick(self._curating.meant())

    def _tag_open(self) -> None:
        if self._view.article is not None:
            self._pick([self._view.article])

    def _pick(self, ids: list[int]) -> None:
        if ids:
            on = self._session.read(lambda db: annotating.on_articles(db, ids), ((), ()))
            self._picking.pick(ids, self._place(), *on)

    def _put(self, ids: list[int], put: Sequence[int], new: Sequence[str], take: Sequence[int]) -> None:
        edit = partial(annotating.tag_articles, ids=ids, put=put, new=new, take=take, analyst=self._session.analyst)
        self._attempts.do_to_many(edit, len(ids), say=True)

    def _untag(self, tag: int) -> None:
        if self._view.article is not None:
            self._put([self._view.article], (), (), [tag])

    def drop(self, tags: Sequence[int], ids: list[int]) -> None:
        """Put tags on articles that were dragged to one another."""
        on, _ = self._session.read(lambda db: annotating.on_articles(db, ids), (frozenset[int](), frozenset[int]()))
        if on.issuperset(tags):
            self._attempts.say(self.tr("%Ln article(s) have this tag already.", "", len(ids)))
        else:
            self._put(ids, tags, (), ())

    # ---- notes

    def note(self) -> None:
        """Let the note of the article meant be written."""
        ids = self._curating.meant()
        row = self._session.read(lambda db: articles.rows(db, ids[:1]), {}).get(ids[0]) if ids else None
        if row is not None:
            self.write(Owner("article", row.id), row.title, self._place(note=True))

    def write(self, owner: Owner, about: str, beside: QRect) -> None:
        """Let a note be written beside a rectangle of the screen; `about` says whose it is."""
        note = self._session.read(lambda db: annotating.note_of(db, owner), "")
        popup = NotePopup(about, note, partial(self._store, NoteWriting(), owner), self._window)
        popup.link_wanted.connect(self.follow)
        popup.show_beside(beside)

    def _store(self, writing: NoteWriting, owner: Owner, note: str, given: str) -> tuple[str, str]:
        why = self._attempts.try_and_say(lambda db: writing.store(db, owner, note, given))
        return (note if why else self._session.read(lambda db: annotating.note_of(db, owner), note)), why

    # ---- links

    def copy_link(self) -> None:
        """Put a link to the highlight at hand, or else to the articles meant, on the clipboard, for notes."""
        _, chosen = self._view.pane.target()
        if chosen is not None and not self._curating.in_list:
            self.copy_links([chosen])
        else:
            ids = self._curating.meant()
            self._copy(self._session.read(lambda db: _links_to_articles(db, ids), ""))

    def copy_links(self, chosen: Sequence[int]) -> None:
        """Put links to highlights on the clipboard."""
        self._copy(self._session.read(lambda db: _links_to_highlights(db, chosen), ""))

    def _copy(self, copied: str) -> None:
        if copied:
            QGuiApplication.clipboard().setText(copied)
            self._attempts.say(
                self.tr("Link copied; paste it into a note: {words}").format(words=shortened(readable(copied)))
            )

    def follow(self, target: Target) -> None:
        """Open what a link leads to, to be read: the note in which the link is may be gone with its card."""
        place = self._session.read(lambda db: _place_of(db, target), None)
        if place is None:
            self._attempts.say(self.tr("What this link leads to is not in this library, or not any more."))
            return
        article, highlight = place
        if article != self._view.article:
            self.article_wanted.emit(article)
        if highlight is not None:
            self._view.show_all()
            self.highlight_wanted.emit(highlight)
        self.focus_wanted.emit()

    # ---- the line above the text

    def _on_page(self, page: Page | None) -> None:
        article = page.article.id if page is not None else None
        if article != self._shown:
            self._shown = article
            self._show()

    def _on_changed(self, change: Change) -> None:
        if change.all or change.tags or (self._shown is not None and self._shown in change.articles):
            self._show()

    def _show(self) -> None:
        shown = self._shown
        on, note = self._session.read(
            lambda db: ([], "") if shown is None else (article_tags.of(db, shown), notes.of_article(db, shown)),
            ([], ""),
        )
        self._bar.tags.show_tags(on, self._session.tree())
        self._bar.show_note(note)

    def _place(self, *, note: bool = False) -> QRect:
        """Beside what a popup opens, on the screen: the row of the list, else the button above the text."""
        button, rows = self._bar.note_button if note else self._bar.tag_button, self._listing.view
        if self._curating.in_list and rows.isVisible():
            return row_place(rows, rows.currentIndex())
        pane = self._view.pane
        view, rect = (button, button.rect()) if button.isVisible() else (pane, QRect(0, 0, pane.width(), 1))
        return QRect(view.mapToGlobal(rect.topLeft()), rect.size())


def _links_to_highlights(db: Database, ids: Sequence[int]) -> str:
    """A line for each, up to as many as are read at once."""
    found = highlights.with_articles(db, ids[: articles.CHUNK])
    return "\n".join(link(each.quote, Target("highlight", each.uid)) for each, *_ in found)


def _links_to_articles(db: Database, ids: Sequence[int]) -> str:
    """A line for each, up to as many as are read at once."""
    part = list(ids[: articles.CHUNK])
    rows, uids = articles.rows(db, part), articles.uids(db, part)
    return "\n".join(link(rows[each].title, Target("article", uids[each])) for each in part if each in rows)


def _place_of(db: Database, target: Target) -> tuple[int, int | None] | None:
    """The article that a link leads to, and the highlight if it leads to one; None if it is not there."""
    if target.kind == "article":
        article = articles.find(db, target.uid)
        return None if article is None else (article, None)
    return highlights.place_of(db, target.uid)
