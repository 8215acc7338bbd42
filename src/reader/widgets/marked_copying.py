"""Copying from the table of highlights: the rows that are chosen, or only their quotes; very many in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from sqlite_utils import Database

from reader.domain.errors import ReaderError
from reader.domain.highlight import Highlight
from reader.jobs import Job
from reader.session import Session
from reader.storage import marked
from reader.storage.connection import snapshot
from reader.storage.highlights import Finding
from reader.storage.journal import CHUNK, Advance, silently
from reader.widgets.activity import Activity
from reader.widgets.attempts import Attempts
from reader.widgets.marked_pane import MarkedPane

FEW = 500  # highlights that are copied while the window waits, in some 25 ms
BETWEEN = "\n\n"  # quotes with their citations, which may have several lines
Line = Callable[[Finding], str]
Citing = Callable[[Database], Callable[[Highlight], str]]


@dataclass(frozen=True, slots=True)
class _Copied:
    """What goes into the clipboard, for tables too if it is one, and of how many highlights it is."""

    words: str
    table: bytes
    count: int


class MarkedCopying(QObject):
    """Puts what is chosen into the clipboard, all of it or nothing."""

    def __init__(self, session: Session, attempts: Attempts, activity: Activity, pane: MarkedPane) -> None:
        super().__init__(pane)
        self._session, self._attempts, self._activity, self._pane = session, attempts, activity, pane

    def copy_rows(self) -> None:
        """Copy the chosen rows as they are shown, their cells parted by tabs; a folded group is all that is in it."""
        line = self._pane.model.line(self._pane.view.header.shown())
        self._copy(partial(_rows, line=line))

    def copy_quotes(self) -> None:
        """Copy the words of the chosen highlights, each once and on lines of its own."""
        self._copy(_quotes)

    def copy_cited(self, citing: Citing) -> None:
        """The same, each with its citation."""
        self._copy(partial(_cited, citing=citing), self._cited_words)

    def _copy(self, make: Callable[..., _Copied], say: Callable[[int], str] | None = None) -> None:
        rows, chosen = self._pane.model.rows, self._pane.view.selected_rows()
        if len(chosen) <= FEW and len(ids := rows.listed(chosen)) <= FEW:
            if (copied := self._session.read(partial(make, ids=ids), None)) is not None:
                _put(copied)
                if say is not None:
                    self._attempts.say(say(copied.count))
            return
        library = self._session.library

        def work(job: Job) -> _Copied:
            with library.another() as db:
                return make(db, ids=rows.listed(chosen), advance=job.go_on)

        job = Job(work)
        job.finished.connect(partial(self._on_copied, say or self._copied_words))
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self._activity.start(job, self.tr("Copying {done} of {total}"), "copying")

    def _on_copied(self, say: Callable[[int], str], copied: _Copied) -> None:
        _put(copied)
        self._attempts.say(say(copied.count))

    def _cited_words(self, count: int) -> str:
        return self.tr("%Ln quote(s) copied, with citations", "", count)

    def _copied_words(self, count: int) -> str:
        return self.tr("%Ln highlight(s) copied.", "", count)

    def _on_failed(self, error: ReaderError) -> None:
        self._attempts.fail(error)

    def _on_stopped(self) -> None:
        self._attempts.say(self.tr("Stopped; nothing was copied."))


def _rows(db: Database, ids: Sequence[int], line: Line, advance: Advance = silently) -> _Copied:
    lines = _lines(db, ids, line, advance)
    return _Copied("\n".join(lines), "\r\n".join(lines).encode(), min(len(lines), len({*ids})))


def _quotes(db: Database, ids: Sequence[int], advance: Advance = silently) -> _Copied:
    quotes = _lines(db, list(dict.fromkeys(ids)), lambda found: found.highlight.quote, advance)
    return _Copied("\n".join(quotes), b"", len(quotes))


def _cited(db: Database, ids: Sequence[int], citing: Citing, advance: Advance = silently) -> _Copied:
    cited = citing(db)
    quotes = _lines(db, list(dict.fromkeys(ids)), lambda found: cited(found.highlight), advance)
    return _Copied(BETWEEN.join(quotes), b"", len(quotes))


def _lines(db: Database, ids: Sequence[int], line: Line, advance: Advance) -> list[str]:
    """A line for each highlight that is there."""
    lines: list[str] = []
    with snapshot(db):
        for first in range(0, len(ids), CHUNK):
            part = ids[first : first + CHUNK]
            found = marked.rows(db, part)
            lines += [line(found[each]) for each in part if each in found]
            advance(first + len(part), len(ids))
    return lines


def _put(copied: _Copied) -> None:
    if not copied.count:
        return
    data = QMimeData()
    data.setText(copied.words)
    if copied.table:
        data.setData("text/tab-separated-values", QByteArray(copied.table))
    QGuiApplication.clipboard().setMimeData(data)
