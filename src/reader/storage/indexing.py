"""The search index, which follows what is stored.

Triggers note each article and highlight whose words are no longer those in the index, with what the index holds of
them: an entry of a contentless FTS5 table can be taken out only by the very words that were put in. `settle` runs
before a transaction ends and brings the index up to date; what is too much for it stays noted. So all that is not
noted is in the index as it is, whoever wrote it. Articles in the trash stay in it; searching leaves them out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice

from sqlite_utils import Database

from reader.domain import folding, links
from reader.storage.connection import Settle, path_of, transaction
from reader.storage.failures import is_of_index, told
from reader.storage.journal import Advance, silently
from reader.storage.texts import title_end

AT_ONCE = 30_000  # characters that the window indexes while it waits, and others while it may have to: some 20 ms
IN_PASSING = 3_000_000  # characters that a command indexes beside what it does: some two seconds
CHUNK = 500  # rows in one statement
INDEXES = ("search", "search_characters", "search_highlights", "search_notes")
PIECES = 12  # of an index, from which on they are put together; of each size there may be some, of which one is left
PAGES = 100  # of 4 kB that are put together at once: some 20 ms
Words = tuple[int, str, str]  # rowid, and what goes into the two columns
Titled = tuple[str, int]  # a text, and where its title ends
Cut = tuple[str, str, str]  # the index words of the title and of the rest, and the characters of both
STALE = (
    "select s.article, s.version, a.version, a.characters from stale_articles s"
    " left join articles a on a.id = s.article order by s.article"
)


def settling(most: int | None) -> Settle:
    """What `transaction` calls before it ends: to index at most so many characters, None for all.

    It gives the number of the transaction, the first one of `written`; None in a library without an index.
    """
    return partial(_settle_write, most=most)


def _settle_write(db: Database, most: int | None) -> int | None:
    row = db.execute("update search_state set writes = writes + 1 returning writes").fetchone()
    settle(db, most)
    return None if row is None else int(row[0])


def settle(db: Database, most: int | None = None, *, ready: Mapping[Titled, Cut] | None = None) -> None:
    """Index what is noted, at most so many characters of it (None: all); call inside a transaction.

    With texts that are `ready`, one article is indexed however long it is. An index that turns out to be damaged is
    emptied, and all that is stored noted for it: what is written besides is not lost for its sake.
    """
    try:
        if db.execute("select exists (select 1 from stale_highlights)").fetchone()[0]:
            most = _settle_highlights(db, most)
        if db.execute("select exists (select 1 from stale_notes)").fetchone()[0]:
            most = _settle_notes(db, most)
        if db.execute("select exists (select 1 from stale_articles)").fetchone()[0]:
            _settle_articles(db, most, ready)
    except sqlite3.DatabaseError as error:
        if not is_of_index(error):
            raise
        _empty(db)


def index_rest(db: Database, advance: Advance = silently) -> None:
    """Index all that is noted, a little at a time, so that nobody has to wait long who writes meanwhile.

    `advance(done, total)` is told how many articles are in the index; what it raises ends the work, and the next time
    it goes on from there.
    """
    while not is_settled(db):
        with told(path_of(db)):
            ready = _next_cut(db)  # before others have to wait
        with _of_the_index_alone(db):
            settle(db, AT_ONCE, ready=ready)
        missing, total = waiting(db)
        advance(total - missing, total)


@contextmanager
def _of_the_index_alone(db: Database) -> Iterator[None]:
    """A transaction in which nothing is written that somebody could see (`written`)."""
    with transaction(db, settled=True):
        yield
        db.execute("update search_state set settled = settled + 1")


def has_work(db: Database) -> bool:
    """Whether something waits to be indexed, or an index is in so many pieces that searching takes longer."""
    return not is_settled(db) or any(_pieces(db, name) > PIECES for name in INDEXES)


def merge(db: Database, advance: Advance = silently) -> None:
    """Put the pieces of the indexes together, a little at a time, until of each size there is one at the most.

    Each transaction makes a piece, and each question looks into all of them. SQLite itself puts four of one size
    together, no fewer. `advance` is told as by `index_rest`, of articles that are all in the index.
    """
    _, total = waiting(db)
    for name in INDEXES:
        with _of_the_index_alone(db):
            db.execute(f"insert into {name} ({name}, rank) values ('usermerge', 2)")
        changes = 2
        while changes >= 2:  # with fewer nothing was done: https://www.sqlite.org/fts5.html#the_merge_command
            with _of_the_index_alone(db):
                before = db.conn.total_changes
                db.execute(f"insert into {name} ({name}, rank) values ('merge', {PAGES})")
                changes = db.conn.total_changes - before
            advance(total, total)


def _pieces(db: Database, index: str) -> int:
    """In how many pieces an index is: https://www.sqlite.org/fts5.html#the_idx_table."""
    row = db.execute(
        f"with recursive each (piece) as (select min(segid) from {index}_idx union all"
        f" select (select min(segid) from {index}_idx where segid > piece) from each where piece is not null)"
        " select count(piece) from each"
    ).fetchone()
    return int(row[0])


def complete(db: Database, advance: Advance = silently) -> bool:
    """Index what waits, if the library may be written to; whether all is in the index then."""
    if is_settled(db):
        return True
    [read_only] = db.execute("pragma query_only").fetchone()
    if not read_only:
        index_rest(db, advance)
    return not read_only


def written(db: Database) -> tuple[int, int]:
    """Two numbers: the first grows whenever something is written, the second when nothing but the index is.

    So who sees that the file changed can tell whether there is something to be read again.
    """
    row = db.execute("select writes, settled from search_state").fetchone()
    return (0, 0) if row is None else (row[0], row[1])


def is_current(db: Database) -> bool:
    """Whether the index was made with the folding of this program."""
    row = db.execute("select folding from search_state").fetchone()
    return row is not None and row[0] == folding.VERSION


def start_over(db: Database) -> None:
    """Empty the index and note all there is, to be indexed by and by: for another version of the folding."""
    with transaction(db):
        _empty(db)


def _empty(db: Database) -> None:
    for name in INDEXES:
        try:
            db.execute(f"insert into {name} ({name}) values ('delete-all')")
        except sqlite3.DatabaseError as error:
            if not is_of_index(error):
                raise
            # So damaged that SQLite does not take it for an index: what an empty one begins with makes it one again.
            # https://www.sqlite.org/fts5.html#the_data_table
            db.execute(f"replace into {name}_data values (1, x''), (10, x'00000000000000')")
            db.execute(f"insert into {name} ({name}) values ('delete-all')")
    for statement in (
        "delete from stale_articles",
        "delete from stale_highlights",
        "delete from stale_notes",
        "insert into stale_articles select id, null from articles",
        "insert into stale_highlights select id, null, null from highlights",
        "insert into stale_notes select id, '' from articles where note <> ''",
        "insert into stale_notes select -id, '' from tags where description <> ''",
        "delete from search_state",
    ):
        db.execute(statement)
    db.execute("insert into search_state (folding) values (?)", [folding.VERSION])


def waiting(db: Database) -> tuple[int, int]:
    """How many articles are still to be indexed, and how many there are."""
    row = db.execute(
        "select (select count(*) from stale_articles), (select count(*) from articles indexed by articles_by_read"
        " where trashed is null) + (select count(*) from articles indexed by articles_in_trash"
        " where trashed is not null)"
    ).fetchone()
    return int(row[0]), int(row[1])


def is_settled(db: Database) -> bool:
    """Whether nothing waits to be indexed."""
    [waits] = db.execute(
        "select exists (select 1 from stale_articles) or exists (select 1 from stale_highlights)"
        " or exists (select 1 from stale_notes)"
    ).fetchone()
    return not waits


def forget(db: Database, articles: list[int]) -> None:
    """Take articles out of the index, before they are deleted with the texts by which that is done."""
    marks = ",".join("?" * len(articles))
    there = "select a.id, case when s.article is null then a.version else s.version end from articles a"
    indexed = db.execute(f"{there} left join stale_articles s on s.article = a.id where a.id in ({marks})", articles)
    _take_out(db, [(article, version) for article, version in indexed if version is not None], {})
    db.execute(f"delete from stale_articles where article in ({marks})", articles)


def _next_cut(db: Database) -> dict[Titled, Cut]:
    """The texts of the article that is indexed next, cut into what goes out of the index and what goes in."""
    row = db.execute(f"{STALE} limit 1").fetchone()
    versions = {version for version in row[1:3] if version is not None} if row else set()
    found = [_titled(db, row[0], version) for version in versions]
    return {each: _cut(*each) for each in found}


def _settle_articles(db: Database, most: int | None, ready: Mapping[Titled, Cut] | None) -> None:
    rows = db.execute(STALE)
    sized = ((*row[:3], (row[3] or 0) * (1 if row[1] is None else 2)) for row in rows)
    first = list(islice(sized, 1)) if ready is not None else []
    left = None if most is None else most - sum(row[-1] for row in first)
    chosen = first + list(_within(sized, left))
    for part in _parted(chosen):
        changed = [(article, was, now) for article, was, now, _ in part if was != now]
        _take_out(db, [(article, was) for article, was, _ in changed if was is not None], ready or {})
        _put_in(db, [(article, now) for article, _, now in changed if now is not None], ready or {})
        db.conn.executemany("delete from stale_articles where article = ?", [(each[0],) for each in part])


def _take_out(db: Database, versions: list[tuple[int, int]], ready: Mapping[Titled, Cut]) -> None:
    entries, characters = _entries(db, versions, ready)
    db.conn.executemany("insert into search (search, rowid, title, body) values ('delete', ?, ?, ?)", entries)
    statement = "insert into search_characters (search_characters, rowid, characters) values ('delete', ?, ?)"
    db.conn.executemany(statement, characters)


def _put_in(db: Database, versions: list[tuple[int, int]], ready: Mapping[Titled, Cut]) -> None:
    entries, characters = _entries(db, versions, ready)
    db.conn.executemany("insert into search (rowid, title, body) values (?, ?, ?)", entries)
    db.conn.executemany("insert into search_characters (rowid, characters) values (?, ?)", characters)


def _entries(
    db: Database, versions: list[tuple[int, int]], ready: Mapping[Titled, Cut]
) -> tuple[list[Words], list[tuple[int, str]]]:
    """What the index holds of these versions of texts."""
    entries: list[Words] = []
    characters: list[tuple[int, str]] = []
    for article, version in versions:
        titled = _titled(db, article, version)
        head, body, known = ready.get(titled) or _cut(*titled)
        entries.append((article, head, body))
        characters.append((article, known))
    return entries, characters


def _titled(db: Database, article: int, version: int) -> Titled:
    row = db.execute("select text, marks from texts where article = ? and version = ?", [article, version]).fetchone()
    return (row[0], title_end(row[1])) if row and isinstance(row[0], str) else ("", 0)


def _cut(text: str, title: int) -> Cut:
    (head, few), (body, more) = map(folding.cut_with_characters, (text[:title], text[title:]))
    return head, body, f"{few} {more}"


def _settle_highlights(db: Database, most: int | None) -> int | None:
    """How many characters are left of `most`."""
    rows = db.execute(
        "select s.highlight, s.quote, s.note, h.quote, h.note, coalesce(length(s.quote) + length(s.note), 0)"
        " + coalesce(length(h.quote) + length(h.note), 0)"
        " from stale_highlights s left join highlights h on h.id = s.highlight order by s.highlight"
    )
    chosen = list(_within(rows, most))
    for part in _parted(chosen):
        gone = [_words(row[0], row[1], row[2]) for row in part if row[1] is not None]
        there = [_words(row[0], row[3], row[4]) for row in part if row[3] is not None]
        statement = "insert into search_highlights (search_highlights, rowid, quote, note) values ('delete', ?, ?, ?)"
        db.conn.executemany(statement, gone)
        db.conn.executemany("insert into search_highlights (rowid, quote, note) values (?, ?, ?)", there)
        db.conn.executemany("delete from stale_highlights where highlight = ?", [(row[0],) for row in part])
    return None if most is None else most - sum(row[-1] for row in chosen)


def _words(highlight: int, quote: object, note: object) -> Words:
    return highlight, folding.cut(str(quote)), _note(note)


def _settle_notes(db: Database, most: int | None) -> int | None:
    """The same for the notes of articles and tags."""
    rows = db.execute(
        "select s.owner, s.note, coalesce(a.note, t.description, '') as now, length(s.note)"
        " + length(coalesce(a.note, t.description, '')) from stale_notes s left join articles a on a.id = s.owner"
        " left join tags t on t.id = -s.owner order by s.owner"
    )
    chosen = list(_within(rows, most))
    for part in _parted(chosen):
        statement = "insert into search_notes (search_notes, rowid, note) values ('delete', ?, ?)"
        db.conn.executemany(statement, [(row[0], _note(row[1])) for row in part if row[1]])
        there = [(row[0], _note(row[2])) for row in part if row[2]]
        db.conn.executemany("insert into search_notes (rowid, note) values (?, ?)", there)
        db.conn.executemany("delete from stale_notes where owner = ?", [(row[0],) for row in part])
    return None if most is None else most - sum(row[-1] for row in chosen)


def _note(note: object) -> str:
    """A note as the index has it: of links only their words."""
    return folding.cut(links.readable(str(note)))


def _within(rows: Iterable[tuple[int, ...]], most: int | None) -> Iterator[tuple[int, ...]]:
    """Rows as long as the sum of their last columns stays within `most`; longer ones are passed over."""
    left = most
    for row in rows:
        if left is None:
            yield row
        elif left <= 0:
            return
        elif row[-1] <= left:
            left -= row[-1]
            yield row


def _parted(rows: list[tuple[int, ...]]) -> Iterator[list[tuple[int, ...]]]:
    coming = iter(rows)
    while part := list(islice(coming, CHUNK)):
        yield part
