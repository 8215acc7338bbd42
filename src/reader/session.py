"""One open library, as the window sees it: questions go through `read`, every write through `perform`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from sqlite_utils import Database

from reader.domain.change import EVERYTHING, Change, Step
from reader.domain.errors import EditError, LibraryError
from reader.domain.people import EVERYBODY, People
from reader.domain.query import ArticleQuery
from reader.domain.tag import TagTree
from reader.storage import articles, connection, indexing, journal, tags
from reader.storage.failures import told
from reader.storage.library import Library
from reader.storage.watching import LOST

T = TypeVar("T")
U = TypeVar("U")
WATCH_MS = 1000  # how often another process's writes are looked for
PATIENCE_MS = 500  # how long the window stands still for another program that writes; jobs and commands wait longer
UNREADABLE = -1  # in place of the number of the last write
FIRST = 60  # rows that are looked at before a library is shown


@dataclass(frozen=True, slots=True)
class _First:
    """What a window shows of a library at first: tags, counts, and the articles that a query means."""

    tree: TagTree
    counts: dict[str, int]
    query: ArticleQuery
    ids: list[int]
    seen: int  # the number of the last write
    written: tuple[int, int]  # how often something was written, and how often the index alone


class Session(QObject):
    """Holds the library and tells everybody what changed."""

    changed = Signal(object)  # Change
    failed = Signal(object)  # a LibraryError: something could not be read
    left = Signal()  # another library is about to take the place of this one, whose ids mean nothing from here on
    opened = Signal()  # it took the place, and was read
    people_changed = Signal()  # whose highlights are shown, or in which colours
    closing = Signal()  # this library is about to be let go, and so must be what others opened of it

    def __init__(self, library: Library, analyst: str = "") -> None:
        super().__init__()
        self.library = library
        self._analyst = analyst
        library.sign(analyst)
        self.people = EVERYBODY
        self._tree: TagTree | None = None
        self._retagged: frozenset[int] | None = None  # since the tree was read
        self._counts: dict[str, int] | None = None
        self._steps: tuple[Step | None, Step | None] | None = None
        self._first: _First | None = None  # until it is asked for, or something changes
        self._told = False  # of a failure, in this turn of the event loop
        self._closed = False
        self._seen = library.data_version()
        self._written = library.written()
        self._ours = set[int]()  # the numbers of what jobs wrote and told of, since it was looked for changes
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.look_for_changes)
        self._watch.start()

    @property
    def db(self) -> Database:
        """The connection of the GUI thread."""
        return self.library.db

    @property
    def analyst(self) -> str:
        """Who sits here; empty if that is not known. What is done from now on is theirs."""
        return self._analyst

    @analyst.setter
    def analyst(self, name: str) -> None:
        """Say who sits here."""
        self._analyst = name
        self.library.sign(name)

    @property
    def path(self) -> Path:
        """The library file."""
        return self.library.path

    def read(self, ask: Callable[[Database], T], otherwise: U) -> T | U:
        """What the library answers; `otherwise` where it cannot be read, of which `failed` tells.

        Many questions fail together, such as one for each row that is painted: they are told of once. After the
        library was closed there is no answer either: its window is still there for a moment.
        """
        if self._closed:
            return otherwise
        try:
            with told(self.path):
                return ask(self.db)
        except LibraryError as error:
            self._fail(error)
            return otherwise

    def ids(self, query: ArticleQuery) -> list[int] | None:
        """The articles meant, in order; None where they cannot be read."""
        first, self._first = self._first, None
        if first is not None and first.query == query:
            return first.ids
        return self.read(lambda db: articles.ids(db, query), None)

    def tree(self) -> TagTree:
        """All tags with their counts, looked at again only after they changed; the same tree if they did not."""
        known, some = self._tree, self._retagged
        if known is None:
            known = self.read(tags.tree, TagTree())
        elif some is not None:
            known = self.read(partial(tags.tree_again, before=known, some=some), TagTree())
        self._tree, self._retagged = known, None
        return known

    def tags_of(self, uids: Iterable[str]) -> list[int | None]:
        """The tag with each uid, or the one that it was merged into; None if neither is there."""
        known, wanted = {tag.uid: tag.id for tag in self.tree()}, list(uids)
        heirs = self.read(journal.heirs, dict[str, str]()) if set(wanted) - known.keys() else {}
        return [known.get(_heir(uid, known, heirs)) for uid in wanted]

    def counts(self) -> dict[str, int]:
        """How many articles are in each scope, counted again only after articles changed."""
        if self._counts is None:
            self._counts = self.read(articles.counts, dict.fromkeys(articles.SCOPES, 0))
        return self._counts

    def perform(self, edit: Callable[[Database], Any]) -> Any:
        """Run one edit, tell everybody what it changed, and give back what it answered.

        `edit` is a function of `services` that answers with a Change, or a tuple that ends with one.
        Raises the ReaderError that it raised; then nothing was changed.
        """
        self.library.look()
        try:
            with told(self.path):
                answer = edit(self.db)
        except EditError as error:
            if error.kind == "text-changed":  # so that the next try is about the text as it is
                self.look_for_changes()
            raise
        change = answer[-1] if isinstance(answer, tuple) else answer
        if isinstance(change, Change):
            self.tell(change)
        return answer

    def perform_at_once(self, edit: Callable[[Database], Any]) -> Any:
        """The same, but raise LibraryError (busy) rather than wait for another program that writes."""
        with told(self.path), self.library.waiting(0):
            return self.perform(edit)

    def known_steps(self) -> tuple[Step | None, Step | None]:
        """What undo and redo are said to be about: what they were since the latest change that was told of."""
        if self._steps is None:
            self._steps = self.next_undo(), self.next_redo()
        return self._steps

    def next_undo(self) -> Step | None:
        """What undo would take back."""
        return self.read(journal.next_undo, None)

    def next_redo(self) -> Step | None:
        """What redo would do again."""
        return self.read(journal.next_redo, None)

    def size_of(self, step: Step | None) -> int:
        """How many rows there are to write in order to undo or redo a step; what takes longer counts for several."""
        return 0 if step is None else self.read(lambda db: journal.effort(db, step.id), 0)

    def size_after(self, step: int) -> int:
        """How many rows there are to write in order to undo all that came after a step."""
        return self.read(lambda db: journal.size_after(db, step), 0)

    def tell(self, change: Change, numbers: Iterable[int] = ()) -> None:
        """Tell everybody of a change that was made; `numbers` are those of what a job wrote (`connection.numbers`)."""
        self._ours.update(numbers)
        self._first = self._steps = None
        if change.all:
            self._tree = None
        elif change.tags or change.highlights or change.listed:
            self._retagged = change.tags.union(self._retagged or ())
        if change.all or change.articles or change.listed:
            self._counts = None
        if change:
            self.changed.emit(change)

    def watch(self, watching: bool) -> None:
        """Look for changes now and then; not while a job of this window writes, which tells of it once it has ended."""
        if watching and not self._closed:
            self._watch.start()
        else:
            self._watch.stop()

    def show_people(self, people: People) -> None:
        """Let highlights of these analysts be shown, in these colours."""
        if people != self.people:
            self.people = people
            self.people_changed.emit()

    def look_for_changes(self) -> None:
        """Read everything again if another process or a job has written, or if it can be read again."""
        try:
            with told(self.path):
                self.library.look()
                with connection.snapshot(self.db):
                    seen, written = self.library.data_version(), self.library.written()
        except LibraryError as error:
            if self._seen != UNREADABLE:
                self._fail(error)
            self._seen = UNREADABLE
            return
        before, self._written = self._written, written
        ours, self._ours = self._ours.union(connection.numbers(self.db)), set()
        if seen == self._seen:
            self.library.fold()
            return
        known = ours.issuperset(range(before[0] + 1, written[0] + 1)) and written != before
        readable, self._seen = self._seen != UNREADABLE, seen
        if not (known and readable):
            self.tell(EVERYTHING)

    def look(self, query: ArticleQuery) -> None:
        """Read what a window shows at first. Raises LibraryError if that cannot be read."""
        self._take(self.library, _first_look(self.library, query))

    def switch(self, library: Library, query: ArticleQuery) -> None:
        """Go on with another library, and close this one.

        All that the window shows at first is read before. Raises LibraryError if that cannot be; then this one stays.
        """
        first = _first_look(library, query)
        self.left.emit()
        self.library.close()
        self._take(library, first)
        self.changed.emit(EVERYTHING)
        self.opened.emit()

    def _take(self, library: Library, first: _First) -> None:
        self.library, self._first = library, first
        self._closed = False
        self._ours.clear()
        library.sign(self._analyst)
        library.wait_at_most(PATIENCE_MS)
        library.index_at_most(indexing.AT_ONCE)
        self._watch.start()
        self._retagged = self._steps = None
        self._tree, self._counts, self._seen, self._written = first.tree, first.counts, first.seen, first.written

    def _fail(self, error: LibraryError) -> None:
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, self._forget_failure)
            self.failed.emit(error)

    def _forget_failure(self) -> None:
        self._told = False

    @property
    def lost(self) -> bool:
        """Whether the file that is open is not the one any more that its name leads to."""
        try:
            self.library.look()
        except LibraryError as error:
            return error.kind in LOST
        return False

    def close(self) -> None:
        """Stop watching and let the file go. Another library may take its place after that."""
        self.closing.emit()
        self._closed = True
        self.watch(False)
        self.library.close()


def _heir(uid: str, known: Collection[str], heirs: Mapping[str, str]) -> str:
    """The tag in the place of one that is gone, or in the place of that one; in a damaged library this has no end."""
    passed = set[str]()
    while uid not in known and uid in heirs and uid not in passed:
        passed.add(uid)
        uid = heirs[uid]
    return uid


def _first_look(library: Library, query: ArticleQuery) -> _First:
    db = library.db
    with told(library.path), connection.snapshot(db):
        ids = articles.ids(db, query)
        articles.rows(db, ids[:FIRST])
        articles.last_read(db)
        journal.next_undo(db)
        journal.next_redo(db)
        return _First(tags.tree(db), articles.counts(db), query, ids, library.data_version(), library.written())
