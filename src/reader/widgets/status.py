"""The status bar: how many articles are listed, what runs, how far the article is read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar

from reader.models.article_list import ArticleList
from reader.session import Session
from reader.storage import articles
from reader.widgets.activity import Activity
from reader.widgets.article_view import ArticleView
from reader.widgets.selected_words import with_selected


class Status(QStatusBar):
    """Follows the list and the text."""

    def __init__(self, session: Session, listing: ArticleList, view: ArticleView) -> None:
        super().__init__()
        self._session, self._listing, self._view = session, listing, view
        self.activity = Activity()
        self._counts, self._hits, self._progress, self._indexing = (QLabel(self) for _ in range(4))
        self._hits.setObjectName("hits")
        self._counts.setObjectName("counts")
        self._progress.setObjectName("progress")
        self.setSizeGripEnabled(False)
        self.addWidget(self._counts)
        self._indexing.setObjectName("indexing")
        self._indexed, self._hit = (0, 0), (0, 0)
        self._highlights: tuple[int, int] | None = None  # that are listed, and all; None where articles are
        self._selected = 0  # of either
        self.addPermanentWidget(self._indexing)
        self.addPermanentWidget(self.activity)
        self.addPermanentWidget(self._hits)
        self.addPermanentWidget(self._progress)
        listing.counted.connect(self.say_counts)
        session.changed.connect(self.say_counts)
        view.pane.moved.connect(self.say_progress)
        view.page_changed.connect(self.say_progress)
        self.retranslate()

    def say_counts(self) -> None:
        """How many articles are listed, and how many of them are unread and done; or how many highlights."""
        if self._highlights is not None:
            shown, total = (f"{number:,}" for number in self._highlights)
            words = self.tr("{shown} of %Ln highlight(s)", "", self._highlights[1]).format(shown=shown)
            all_of_them = self.tr("%Ln highlight(s)", "", self._highlights[1])
            self._counts.setText(with_selected(all_of_them if shown == total else words, self._selected))
            return
        words, query = self.tr("%Ln article(s)", "", self._listing.count), self._listing.query
        words = with_selected(words, self._selected)
        whole = query.scope in ("all", "unread") and not (query.wanted or query.tags)
        unread = self._session.counts()["unread"] if whole else 0
        if unread:
            words = f"{words}  ·  " + self.tr("%Ln unread", "", unread)
        done = self._count_done()
        if done:
            part = round(100 * done / self._listing.rowCount())
            words = f"{words}  ·  " + self.tr("%Ln done ({part} %)", "", done).format(part=part)
        self._counts.setText(words)

    def say_highlights(self, counts: tuple[int, int] | None) -> None:
        """How many highlights are listed, of how many in all; None: articles are listed."""
        self._highlights = counts
        self.say_counts()

    def say_selected(self, count: int) -> None:
        """How many of what is listed are selected."""
        if count != self._selected:
            self._selected = count
            self.say_counts()

    def _count_done(self) -> int:
        done = self._session.counts()["done"] if self._listing.rowCount() else 0
        if not done or self._listing.query.of_all:
            return done
        return len(self._session.read(articles.all_done, set()).intersection(self._listing.ids))

    def say_progress(self) -> None:
        """How far the article is read."""
        part = round(self._view.pane.progress() * 100)
        self._progress.setText(self.tr("{part} %").format(part=part) if self._view.article is not None else "")

    def say_hits(self, number: int, total: int) -> None:
        """Which hit of a search stands out in the article, and how many there are."""
        self._hit = number, total
        if number:
            words = self.tr("Hit {number} of {total}").format(number=f"{number:,}", total=f"{total:,}")
        else:
            words = self.tr("%Ln hit(s)", "", total) if total else ""
        self._hits.setText(words)

    def say_indexed(self, done: int, total: int) -> None:
        """How many articles are in the search index, while others are not."""
        self._indexed = (done, total)
        words = self.tr("Indexing {done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
        self._indexing.setText(words if done < total else "")

    def retranslate(self) -> None:
        """Put its words into the window's language."""
        self.say_indexed(*self._indexed)
        self.say_hits(*self._hit)
        self.activity.retranslate()
        self.say_counts()
        self.say_progress()
