"""Articles in the library: listing them, reading one, correcting its fields."""

from __future__ import annotations

import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from reader.domain.article import FIELDS, Article, ArticleRow, Gloss, Mark, is_sound
from reader.domain.errors import LibraryError
from reader.domain.query import ArticleQuery
from reader.domain.text import digest
from reader.storage import finding, indexing, journal
from reader.storage.connection import fetched, ids_of, json_list, path_of, transaction
from reader.storage.journal import Advance
from reader.storage.stamps import now

CHUNK = 500  # ids in one statement; SQLite allows 32,766
SORT_COLUMNS = {
    "published": "published",
    "title": "title collate nocase",
    "source": "source collate nocase",
    "highlights": "highlights",
    "read": "read",
    "starred": "starred",
    "imported": "imported",
    "best": "published",
}
# The scopes that `ArticleQuery.also` adds to.
KEEPING = {name: finding.IS[name] for name in ("unread", "started", "done", "starred", "reported")}
SCOPES = {
    "all": "trashed is null",
    **{name: f"trashed is null and {so}" for name, so in KEEPING.items()},
    "trash": "trashed is not null",
}
DAMAGED_TEXT = 'The text of "{title}" in {file} is damaged, so it is not shown. Restore the library from a copy.'
RANKABLE, RANKED = 10_000, 5_000  # articles that are ranked at once; of more than that, the newest are
TITLE_WEIGHT = 10  # of a word in a title, compared with one in the body
FIELD_LIMIT = 2000  # code points; a page may say anything of itself
ADDRESSABLE = ("source", "author", "editor", "published", "url", "language")


def ids(db: Database, query: ArticleQuery) -> list[int]:
    """The ids of the articles meant, in order; ties by the order in which they came."""
    if query.sort == "best" and query.wanted is not None and (rank := finding.ranked_by(query.wanted)):
        return _best(db, query, rank)
    return ids_of(db, *meant(db, query, "id"))


def count(db: Database, query: ArticleQuery) -> int:
    """How many articles are meant."""
    where, values = condition(db, query)
    [found] = db.execute(f"select count(*) from articles where {where}", values).fetchone()
    return int(found) if query.limit is None else min(int(found), query.limit)


def _best(db: Database, query: ArticleQuery, rank: str) -> list[int]:
    """Those first that fit best: all of them, or of very many the newest; then the others, the newest first.

    How well one fits is worked out only of those that meet the other conditions.
    """
    counting = f"select count(*) from (select 1 from search where search match ? limit {RANKABLE + 1})"
    [count] = db.execute(counting, [rank]).fetchone()
    newest = f" order by search.rowid desc limit {RANKED}" if count > RANKABLE else ""
    beside = replace(query, wanted=finding.unranked(query.wanted) if query.wanted is not None else None)
    where, values = condition(db, beside, finding.RANKED_ROW)
    rows = " cross join articles on articles.id = search.rowid"
    if where == SCOPES["all"]:  # the row of each article is not needed to say that
        rows, where = "", "search.rowid not in (select id from articles where trashed is not null)"
    limit = query.limit
    # The rows that tell the order of those that fit equally are read only of those that may be among the first.
    last = f"(select fit from ranked order by 1 limit 1 offset {limit - 1})" if limit else "null"
    found = ids_of(
        db,
        f"with ranked (article, fit) as materialized (select search.rowid, bm25(search, {TITLE_WEIGHT}, 1)"
        f" from search{rows} where search match ? and {where}{newest})"
        f" select id from ranked cross join articles on id = article where fit <= coalesce({last}, fit)"
        f" order by fit, published desc, id desc{'' if limit is None else f' limit {int(limit)}'}",
        [rank, *values],
    )
    if newest and len(found) == RANKED and (limit is None or len(found) < limit):
        there = set(found)
        found += [each for each in ids(db, replace(query, sort="published", descending=True)) if each not in there]
    return found[:limit]


def meant(db: Database, query: ArticleQuery, columns: str = "*") -> tuple[str, list[Any]]:
    """The statement that selects columns of the articles meant, in order, and its values."""
    where, values = condition(db, query)
    way = "desc" if query.descending else "asc"
    limit = "" if query.limit is None else f" limit {int(query.limit)}"
    order = f"{SORT_COLUMNS[query.sort]} {way}, id {way}{limit}"
    return f"select {columns} from articles where {where} order by {order}", values


def condition(db: Database, query: ArticleQuery, row: str = finding.ROW) -> tuple[str, list[Any]]:
    """The where clause for a query, on the table `articles`, and its values; `row` is that of `finding.condition`."""
    parts, values = [SCOPES[query.scope]], list[Any]()
    if query.also and query.scope in KEEPING:
        parts = [f"trashed is null and ({KEEPING[query.scope]} or articles.id in (select value from json_each(?)))"]
        values.append(json_list(query.also))
    if query.only is not None:
        parts.append("articles.id in (select value from json_each(?))")
        values.append(json_list(query.only))
    for tags in query.tags:
        marks = ",".join("?" * len(tags))
        parts.append(f"{row} in (select article from tag_counts where tag in ({marks}))")
        values += tags
    for asked, value in (("source = ?", query.source), ("published >= ?", query.since)):
        if value:
            parts.append(asked)
            values.append(value)
    if query.wanted is not None:
        sql, more = finding.condition(db, query.wanted, row=row, still=query.still)
        parts.append(sql)
        values += more
    if query.until:  # a day means all of it: "2020-03-04" also takes 2020-03-04T17:24
        parts.append("published <> '' and published < ?")
        values.append(finding.end_of(query.until))
    return " and ".join(parts), values


def rows(db: Database, ids: Sequence[int]) -> dict[int, ArticleRow]:
    """The list rows of these articles, by id."""
    found: dict[int, ArticleRow] = {}
    for first in range(0, len(ids), CHUNK):
        part = list(ids[first : first + CHUNK])
        marks = ",".join("?" * len(part))
        tags: dict[int, list[int]] = {}
        for article, tag in fetched(
            db,
            f"select article, tag from tag_counts where article in ({marks}) order by highlights desc, tag",
            part,
        ):
            tags.setdefault(article, []).append(tag)
        for row in fetched(
            db,
            "select id, title, source, published, highlights, read, starred, trashed is not null, reported is not null,"
            " done, case when title = '' then (select substr(text, 1, 80) from texts"
            "  where article = articles.id and version = articles.version) end"
            f" from articles where id in ({marks})",
            part,
        ):
            title = row[1] or (row[10] or "").strip().split("\n")[0]
            found[row[0]] = ArticleRow(
                row[0],
                title,
                row[2],
                row[3],
                row[4],
                bool(row[5]),
                bool(row[6]),
                bool(row[7]),
                tuple(tags.get(row[0], ())),
                bool(row[8]),
                bool(row[9]),
            )
    return found


def uids(db: Database, ids: Sequence[int]) -> dict[int, str]:
    """The uids of these articles, by id; not more than CHUNK."""
    marks = ",".join("?" * len(ids))
    return dict(fetched(db, f"select id, uid from articles where id in ({marks})", list(ids)))


def trashed(db: Database, ids: Sequence[int]) -> dict[int, bool]:
    """Whether these articles are in the trash, by id; those that were deleted for good are missing."""
    wanted = "select value from json_each(?)"
    found = fetched(db, f"select id, trashed is not null from articles where id in ({wanted})", [json_list(ids)])
    return {article: bool(away) for article, away in found}


def get(db: Database, article: int) -> Article | None:
    """One article with its text, or None. Raises LibraryError if the text is not what was stored."""
    found = fetched(
        db,
        "select a.id, a.uid, a.title, a.source, a.author, a.editor, a.published, a.url, a.language, a.imported,"
        " a.read, a.starred, a.trashed is not null, a.reported, t.text, t.marks, t.glosses, t.sha256"
        " from articles a left join texts t on t.article = a.id and t.version = a.version where a.id = ?",
        [article],
    )
    if not found:
        return None
    row = found[0]
    try:
        if digest(row[14]) != row[17] or not all(isinstance(field, str) for field in row[1:10]):
            raise ValueError("another text, or fields that are none")
        marks = tuple(Mark(*each) for each in json.loads(row[15]))
        glosses = tuple(Gloss(*each) for each in json.loads(row[16]))
        parts: tuple[Mark | Gloss, ...] = (*marks, *glosses)
        if not all(is_sound(part, len(row[14])) for part in parts):
            raise ValueError("another structure")
    except (ValueError, TypeError, AttributeError) as error:  # a text that is missing or none is one of these
        raise LibraryError("damaged-text", DAMAGED_TEXT, title=row[2], file=str(path_of(db))) from error
    values = [*row[:10], *map(bool, row[10:13]), row[14], marks, glosses, row[13]]
    return Article(*values)


def fields(db: Database, article: int) -> tuple[str, ...] | None:
    """The uid of an article and its FIELDS, without its text; None if it is not there."""
    found = fetched(db, f"select uid, {', '.join(FIELDS)} from articles where id = ?", [article])
    return found[0] if found else None


def find(db: Database, key: str) -> int | None:
    """The id of the article with this id or uid, or None."""
    row = db.execute(
        "select id from articles where uid = ? or id = ?",
        [key, int(key) if key.isdecimal() and len(key) < 19 else -1],
    ).fetchone()
    return None if row is None else int(row[0])


def set_flag(db: Database, ids: Sequence[int], name: str, value: bool, *, advance: Advance = journal.silently) -> None:
    """Set `read`, `done`, `starred` or `trashed` of articles; what is done is read, what is unread is not done.

    `advance(done, total)` is told how many were looked at.
    """
    stored: int | str | None = int(value)
    if name == "trashed":
        stored = now() if value else None
    beside = {("done", True): ", read = 1", ("read", False): ", done = 0"}.get((name, value), "")
    for first in range(0, len(ids), CHUNK):
        part = ids[first : first + CHUNK]
        db.execute(
            f"update articles set {name} = ?{beside} where id in ({','.join('?' * len(part))}) and {_flag(name)} <> ?",
            [stored, *part, int(value)],
        )
        advance(first + len(part), len(ids))


def any_has(db: Database, ids: Sequence[int], name: str, value: bool) -> bool:
    """Whether `read`, `done`, `starred` or `trashed` of one of these articles is so."""
    for first in range(0, len(ids), CHUNK):
        part = ids[first : first + CHUNK]
        found = db.execute(
            f"select 1 from articles where id in ({','.join('?' * len(part))}) and {_flag(name)} = ? limit 1",
            [*part, int(value)],
        ).fetchone()
        if found:
            return True
    return False


def _flag(name: str) -> str:
    """What is 1 where a flag is set, else 0."""
    if name not in ("read", "done", "starred", "trashed"):
        raise ValueError(name)
    return "(trashed is not null)" if name == "trashed" else name


def first_unread(db: Database, ids: Iterable[int]) -> int | None:
    """The first of these articles that is unread, or None."""
    following = iter(ids)
    while part := list(itertools.islice(following, CHUNK)):
        marks = ",".join("?" * len(part))
        unread = {row[0] for row in db.execute(f"select id from articles where id in ({marks}) and read = 0", part)}
        if unread:
            return next(each for each in part if each in unread)
    return None


def all_done(db: Database) -> set[int]:
    """The articles outside the trash that are done."""
    rows = db.execute("select id from articles indexed by articles_done where done = 1 and trashed is null")
    return {row[0] for row in rows}


def set_field(db: Database, article: int, name: str, value: str) -> None:
    """Correct a field that is no part of the text."""
    if name not in ADDRESSABLE:
        raise ValueError(name)
    db.execute(f"update articles set {name} = ? where id = ?", [value, article])


def set_reported(
    db: Database, ids: Sequence[int], note: str | None, *, new: bool = False, advance: Advance = journal.silently
) -> None:
    """Mark articles as having an error, with a note of it that may be empty; None takes the mark away.

    `new`: only those without the mark. `advance(done, total)` is told how many were looked at.
    """
    for first in range(0, len(ids), CHUNK):
        part = ids[first : first + CHUNK]
        marks = ",".join("?" * len(part))
        other, values = ("reported is null", []) if new else ("reported is not ?", [note])
        db.execute(f"update articles set reported = ? where id in ({marks}) and {other}", [note, *part, *values])
        advance(first + len(part), len(ids))


def error_of(db: Database, article: int) -> str | None:
    """The note of the error that was reported of an article, which may be empty; None if none was."""
    row = db.execute("select reported from articles where id = ?", [article]).fetchone()
    return None if row is None else row[0]


def errors_of(db: Database, ids: Sequence[int]) -> set[str | None]:
    """The different notes that the reported errors of these articles have; None for those without one."""
    found: set[str | None] = set()
    for first in range(0, len(ids), CHUNK):
        part = ids[first : first + CHUNK]
        marks = ",".join("?" * len(part))
        found.update(
            row[0] for row in db.execute(f"select distinct reported from articles where id in ({marks})", part)
        )
    return found


def reported(db: Database) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Uid, title, source, published, address, file and note of the articles of which an error was reported."""
    yield from db.execute(
        "select uid, title, source, published, url, (select name from originals where article = articles.id), reported"
        " from articles indexed by articles_reported where reported is not null and trashed is null order by id"
    )


def place(db: Database, article: int) -> int:
    """The code point at which reading stopped, 0 at first."""
    row = db.execute("select position from places where article = ?", [article]).fetchone()
    return row[0] if row and isinstance(row[0], int) and row[0] > 0 else 0


def set_place(db: Database, article: int, position: int) -> None:
    """Remember where reading stopped. No step of the history."""
    with transaction(db):
        db.execute(
            "insert into places values (?, ?, ?) on conflict (article) do update set"
            " position = excluded.position, at = excluded.at",
            [article, position, now("microseconds")],
        )


def set_opened(db: Database, article: int) -> None:
    """Remember that an article is the one that is read now; the place in it stays. No step of the history."""
    db.execute(
        "insert into places values (?, 0, ?) on conflict (article) do update set at = excluded.at",
        [article, now("microseconds")],
    )


def last_read(db: Database) -> int | None:
    """The article that was read last, if it is not in the trash."""
    row = db.execute(
        # "cross": the places first, which are few; SQLite would go through every article.
        "select article from places cross join articles on id = article where trashed is null"
        " order by julianday(at) desc, at desc limit 1"  # which counts with offsets, but to the millisecond only
    ).fetchone()
    return None if row is None else int(row[0])


def counts(db: Database) -> dict[str, int]:
    """How many articles are in each of SCOPES."""
    # Each from the index that holds it: left alone, SQLite reads the whole table, 15 ms in 100,000 articles.
    by = {"all": "articles_by_read", "unread": "articles_by_read", "starred": "articles_by_starred"}
    by |= {"trash": "articles_in_trash", "reported": "articles_reported"}
    by |= {"started": "articles_started", "done": "articles_done"}
    return {
        scope: int(db.execute(f"select count(*) from articles indexed by {by[scope]} where {where}").fetchone()[0])
        for scope, where in SCOPES.items()
    }


def destroy_trashed(db: Database, only: Collection[int] | None = None, *, advance: Advance = journal.silently) -> int:
    """Delete for good what is in the trash, with its highlights and its history; how many articles that was.

    `only`: others that are in it stay there. `advance(done, total)` is told how many are gone; what it raises leaves
    all of them.
    """
    with transaction(db):
        there = [row[0] for row in db.execute("select id from articles where trashed is not null")]
        gone = there if only is None else sorted(set(only).intersection(there))
        for first in range(0, len(gone), CHUNK):
            part = gone[first : first + CHUNK]
            marks = ",".join("?" * len(part))
            journal.forget_articles(db, part)
            indexing.forget(db, part)
            db.execute(f"delete from articles where id in ({marks})", part)
            advance(first + len(part), len(gone))
        return len(gone)
