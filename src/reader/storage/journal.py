"""The journal: every undoable write, with the rows it touched before and after.

Triggers (`storage.recording.journal_triggers`) record the rows while a step is open, in the same
transaction as the write itself, so that nothing can be forgotten. One mechanism serves undo, redo, also after
a restart or of what another process did, the history, and the Change that the window listens to.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlite_utils import Database

from reader.domain.change import Change, Step, Steps
from reader.domain.errors import EditError
from reader.domain.text import clean, one_line
from reader.storage.connection import fetched, put_in, taken_apart, transaction
from reader.storage.recording import JOURNALLED
from reader.storage.stamps import now

P = ParamSpec("P")
T = TypeVar("T")

Advance = Callable[[int, int], None]
Sets = tuple[tuple[str, Any], ...]  # columns with their new values

CHUNK = 500  # rows in one statement
LOOKED_AT = 1_000  # rows of a step, to tell what they are like
ALONE = 3  # times as long as a row takes that is written with others
DETAIL_LIMIT = 120  # code points
EVERY = Steps()
MORE_SINCE = "More was done since, which would be taken back too. Look at the history again."
STUCK = "This step cannot be taken back: what it belongs to is gone."


def silently(done: int, total: int) -> None:
    """Tell nobody how far a long piece of work is."""


def transactional(edit: Callable[Concatenate[Database, P], T]) -> Callable[Concatenate[Database, P], T]:
    """Make an edit one transaction from its first read on: what it found is still so when it writes."""

    @wraps(edit)
    def run(db: Database, /, *values: P.args, **options: P.kwargs) -> T:
        with transaction(db):
            return edit(db, *values, **options)

    return run


class Recording:
    """An open step. After the `with` block, `change` says what was written; falsy if nothing was."""

    def __init__(self, step: int) -> None:
        self.step = step
        self.change = Change()


@contextmanager
def step(db: Database, kind: str, *, detail: str = "", count: int = 1, analyst: str = "") -> Iterator[Recording]:
    """One transaction that is one entry of the history and one undo step, of who signs if of nobody else (`sign`).

    What could be redone until now can no longer be. A step that writes nothing leaves no entry.
    Inside another step it becomes a part of that one.
    """
    outer = db.execute("select step from temp.recording").fetchone()[0] if db.conn.in_transaction else None
    if outer is not None:
        part, first = Recording(outer), _last_row(db)
        yield part
        part.change = _change(db, outer, first)
        return
    with transaction(db):
        cursor = db.execute(
            "insert into steps (at, kind, count, detail, analyst)"
            " values (?, ?, ?, ?, coalesce(nullif(?, ''), (select analyst from temp.recording)))",
            [now(), kind, count, clean(detail)[:DETAIL_LIMIT], one_line(analyst)],
        )
        recording = Recording(int(cursor.lastrowid or 0))
        with _recorded(db, recording):
            yield recording


@contextmanager
def resume(db: Database, recording: Recording) -> Iterator[Recording]:
    """Another transaction of a step begun before, for work too long for one.

    If the step was undone meanwhile, a new one with the same words takes its place.
    """
    with transaction(db):
        row = db.execute("select kind, detail, analyst, state from steps where id = ?", [recording.step]).fetchone()
        if row is None or row[3] != "done":
            kind, detail, analyst = row[:3] if row else ("import", "", "")
            with step(db, kind, detail=detail, analyst=analyst) as fresh:
                recording.step = fresh.step
                yield fresh
            recording.change = fresh.change
            return
        with _recorded(db, recording):
            yield recording


@contextmanager
def _recorded(db: Database, recording: Recording) -> Iterator[None]:
    first = _last_row(db)
    db.execute("update temp.recording set step = ?", [recording.step])
    try:
        yield
    finally:
        db.execute("update temp.recording set step = null")
    if _last_row(db) == first:
        db.execute(
            "delete from steps where id = ? and not exists (select 1 from step_rows where step = steps.id)",
            [recording.step],
        )
        return
    recording.change = _change(db, recording.step, first)
    db.execute("update steps set state = 'dropped' where state = 'undone'")


def sign(db: Database, analyst: str) -> None:
    """Say whose the steps are that this connection makes from now on; not for one that may only read."""
    db.execute("update temp.recording set analyst = ?", [one_line(analyst)])


def set_count(db: Database, step_id: int, count: int) -> None:
    """Say how many things an open step touched, once that is known."""
    db.execute("update steps set count = ? where id = ?", [count, step_id])


def set_detail(db: Database, step_id: int, detail: str) -> None:
    """Say what an open step is about, once that is known."""
    db.execute("update steps set detail = ? where id = ?", [clean(detail)[:DETAIL_LIMIT], step_id])


def _last_row(db: Database) -> int:
    return int(db.execute("select coalesce(max(id), 0) from step_rows").fetchone()[0])


def undo(db: Database, only: int | None = None, *, advance: Advance = silently) -> tuple[Step, Change] | None:
    """Take back the latest step that is not taken back yet; None if there is none, or if it is not this one.

    `advance(done, total)` is told how many rows are put back; what it raises leaves everything as it is.
    """
    return _replay(db, next_undo, "undone", only, advance)


def redo(db: Database, only: int | None = None, *, advance: Advance = silently) -> tuple[Step, Change] | None:
    """Do again the step that was taken back last; None if there is none, or if it is not this one.

    `advance` as for `undo`.
    """
    return _replay(db, next_redo, "done", only, advance)


@contextmanager
def instead_of(db: Database, step_id: int | None) -> Iterator[Change]:
    """Take a step back if it is the latest, so that the one begun inside takes its place; what that changed.

    Nobody can do it again then, and none of its rows stays: many small steps are as large as one. Where nothing takes
    its place it is as one that was taken back. Inside a transaction.
    """
    undone = None if step_id is None else undo(db, step_id)
    yield undone[1] if undone else Change()
    if undone:
        db.execute("delete from steps where id = ? and state = 'dropped'", [step_id])


def undo_to(db: Database, step_id: int, most: int | None = None, *, advance: Advance = silently) -> Change:
    """Take back every step that came after this one (0: all), or none if one cannot be. `advance` as for `undo`.

    Raises EditError where there are more of them than `most` by now.
    """
    change = Change()
    with _replaying(db):
        if most is not None and count_after(db, step_id) > most:
            raise EditError("more-since", MORE_SINCE)
        while (latest := next_undo(db)) is not None and latest.id > step_id:
            change |= _replayed(db, latest, "undone", advance)
    return change


def _replay(
    db: Database, which: Callable[[Database], Step | None], becomes: str, only: int | None, advance: Advance
) -> tuple[Step, Change] | None:
    with _replaying(db):
        found = which(db)
        if found is None or only not in (None, found.id):
            return None
        return found, _replayed(db, found, becomes, advance)


@contextmanager
def _replaying(db: Database) -> Iterator[None]:
    try:
        with transaction(db), taken_apart(db):
            db.execute("pragma defer_foreign_keys = on")
            yield
    except sqlite3.IntegrityError as error:  # also at the very end: only there foreign keys are looked at
        raise EditError("stuck", STUCK) from error


def _replayed(db: Database, step: Step, becomes: str, advance: Advance) -> Change:
    _put_all(db, step.id, becomes == "undone", advance)
    db.execute("update steps set state = ? where id = ?", [becomes, step.id])
    return _change(db, step.id, 0)


def _put_all(db: Database, step: int, back: bool, advance: Advance) -> None:
    """Put every row of a step as it was before it, or after it; rows that become alike by one statement."""
    was, becomes, way = ("after", "before", "desc") if back else ("before", "after", "asc")
    total = size(db, step)
    rows = db.execute(f"select name, row, {was}, {becomes} from step_rows where step = ? order by id {way}", [step])
    done = told = 0
    for (name, verb, sets, *_columns), alike in itertools.groupby(map(_put, rows), lambda put: (*put[:3], *put[3])):
        while part := [put[3] for put in itertools.islice(alike, CHUNK)]:
            _write(db, name, verb, sets, part)
            done += len(part)
            if done - told >= CHUNK or done == total:
                told = done
                advance(done, total)


def _put(row: tuple[str, int, str | None, str | None]) -> tuple[str, str, Sets, dict[str, Any]]:
    """Table, verb, the columns to set, and the values of the row; columns that stay as they are are left alone."""
    name, number, was, becomes = row
    if name not in JOURNALLED:
        raise ValueError(f"not recorded by us: {name}")
    if becomes is None and was is not None and name != "articles":  # which are never made or deleted by a step
        return name, "delete", (), {"id": int(number)}  # whatever was in it
    old, values = _recorded_row(name, was), _recorded_row(name, becomes)
    if old is None and values is not None and name != "articles":
        return name, "insert", (), {"id": int(number)} | values
    if old is None or values is None or old.keys() != values.keys():
        raise ValueError(f"not recorded by us: {name}")
    return name, "update", tuple(pair for pair in values.items() if pair[1] != old[pair[0]]), {"id": int(number)}


def _recorded_row(name: str, recorded: str | None) -> dict[str, Any] | None:
    """The columns of a row. Raises ValueError if they are none that are recorded.

    They become a part of a statement, and a library may come from anybody.
    """
    if recorded is None:
        return None
    values = json.loads(recorded)
    if not isinstance(values, dict) or not values.keys() <= set(JOURNALLED[name]):
        raise ValueError(f"not recorded by us: {name}")
    return values


def _write(db: Database, name: str, verb: str, sets: Sets, rows: list[dict[str, Any]]) -> None:
    if verb == "insert":
        put_in(db, name, tuple(rows[0]), [tuple(row.values()) for row in rows])
        return
    meant, ids = f"where id in ({', '.join('?' * len(rows))})", [row["id"] for row in rows]
    if verb == "delete":
        db.execute(f"delete from {name} {meant}", ids)
    elif sets:
        columns = ", ".join(f'"{column}" = ?' for column, _ in sets)
        db.execute(f"update {name} set {columns} {meant}", [value for _, value in sets] + ids)


def _change(db: Database, step_id: int, after_row: int) -> Change:
    """What the rows of a step from one on say was changed."""

    def ids(what: str, where: str) -> frozenset[int]:
        found = db.execute(
            f"select distinct {what} from step_rows where step = ? and id > ? and {where}", [step_id, after_row]
        )
        return frozenset(row[0] for row in found)

    highlight, tag = (f"json_extract(coalesce(after, before), '$.{name}')" for name in ("highlight", "tag"))
    there = [f"json_extract({side}, '$.trashed')" for side in ("before", "after")]
    return Change(
        ids("article", "article is not null"),
        ids("row", "name = 'highlights'") | ids(highlight, "name = 'highlight_tags'"),
        ids("row", "name = 'tags'") | ids(tag, "name in ('highlight_tags', 'article_tags')"),
        listed=bool(ids("1", f"name = 'articles' and {there[0]} is not {there[1]}")),
        lists=bool(ids("1", "name in ('searches', 'collections', 'collection_articles')")),
    )


def tags_moved(db: Database, step_id: int) -> tuple[frozenset[int], frozenset[int]]:
    """The tags that a step put on something, and those that it took off something."""
    put, off = (
        frozenset(
            row[0]
            for row in db.execute(
                f"select distinct json_extract({there}, '$.tag') from step_rows"
                f" where step = ? and name in ('highlight_tags', 'article_tags') and {gone} is null",
                [step_id],
            )
        )
        for there, gone in (("after", "before"), ("before", "after"))
    )
    return put, off


def heirs(db: Database) -> dict[str, str]:
    """The uids of the tags that are merged into others, whoever did it, each with that of the one in its place."""
    rows = fetched(
        db,
        "select json_extract(before, '$.uid'), json_extract(before, '$.name') from step_rows"
        " join steps on steps.id = step where step_rows.name = 'tags' and after is null"
        " and kind = 'tag-merge' and state = 'done' order by step_rows.id",
    )
    return dict(rows)


def history(
    db: Database,
    limit: int = 200,
    which: Steps = EVERY,
    *,
    before: int | None = None,
    shown: Callable[[Step], bool] | None = None,
) -> list[Step]:
    """The latest of the steps meant, newest first; those taken back and replaced by others are not in it.

    `before`: only those that came before this one; `shown`: only those of which this is true.
    """
    parts, values = ["state <> 'dropped'"], list[Any]()
    if before is not None:
        parts, values = [*parts, "id < ?"], [*values, before]
    if which.article is not None:
        rows, of = "article = ?", "json_extract(coalesce(after, before), '$.highlight') = ?"
        values.append(which.article)
        if which.highlight is not None:
            rows += f" and (name = 'highlights' and row = ? or name = 'highlight_tags' and {of})"
            values += [which.highlight] * 2
        parts.append(f"id in (select step from step_rows where {rows})")
    if which.analyst is not None:
        parts, values = [*parts, "analyst = ?"], [*values, which.analyst]
    where = f"where {' and '.join(parts)} order by id desc limit ?"
    if shown is None:
        return _steps(db, where, [*values, limit])
    return list(itertools.islice(filter(shown, _steps(db, where, [*values, -1])), limit))


def signers(db: Database) -> list[str]:
    """The names of those who did something, in order."""
    rows = fetched(db, "select distinct analyst from steps where analyst <> '' order by analyst")
    return [row[0] for row in rows]


def count_after(db: Database, step_id: int) -> int:
    """How many steps that are not taken back came after this one."""
    found = db.execute("select count(*) from steps where state = 'done' and id > ?", [step_id]).fetchone()
    return int(found[0])


def next_undo(db: Database) -> Step | None:
    """The step that undo would take back."""
    return next(iter(_steps(db, "where state = 'done' order by id desc limit 1", [])), None)


def next_redo(db: Database) -> Step | None:
    """The step that redo would do again."""
    return next(iter(_steps(db, "where state = 'undone' order by id limit 1", [])), None)


def size(db: Database, step_id: int) -> int:
    """How many rows a step is about."""
    return int(db.execute("select count(*) from step_rows where step = ?", [step_id]).fetchone()[0])


def effort(db: Database, step_id: int) -> int:
    """How much there is to write in order to undo or redo a step: its rows, of which some count for several.

    Highlights that were changed, such as with their text, may each have a place of their own, and be written alone.
    """
    changed = db.execute(
        "select count(*) from (select name, before, after from step_rows where step = ? limit ?)"
        " where name = 'highlights' and before is not null and after is not null",
        [step_id, LOOKED_AT],
    ).fetchone()[0]
    return size(db, step_id) + int(changed) * (ALONE - 1)


def size_after(db: Database, step_id: int) -> int:
    """How many rows all the steps after this one are about."""
    return int(db.execute("select count(*) from step_rows where step > ?", [step_id]).fetchone()[0])


def forget_articles(db: Database, ids: list[int]) -> None:
    """Drop what the journal holds of articles that are destroyed for good."""
    marks = ",".join("?" * len(ids))
    db.execute(f"delete from step_rows where article in ({marks})", ids)
    db.execute("delete from steps where not exists (select 1 from step_rows where step = steps.id)")


def _steps(db: Database, where: str, values: list[Any]) -> list[Step]:
    rows = fetched(db, f"select id, at, kind, count, detail, analyst, state from steps {where}", values)
    return [Step(*[*row[:6], row[6] == "undone"]) for row in rows]
