"""The journal: every undoable write, with the rows it touched before and after.

Triggers (`storage.schema.journal_triggers`) record the rows while a step is open, in the same
transaction as the write itself, so that nothing can be forgotten. One mechanism serves undo, redo, also after
a restart or of what another process did, the history, and the Change that the window listens to.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlite_utils import Database

from reader.domain.change import Change, Step
from reader.domain.errors import EditError
from reader.domain.text import clean
from reader.storage.connection import fetched, taken_apart, transaction
from reader.storage.stamps import now

P = ParamSpec("P")
T = TypeVar("T")

DETAIL_LIMIT = 120  # code points
STUCK = "This step cannot be taken back: what it belongs to is gone."


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
    """One transaction that is one entry of the history and one undo step.

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
            "insert into steps (at, kind, count, detail, analyst) values (?, ?, ?, ?, ?)",
            [now(), kind, count, clean(detail)[:DETAIL_LIMIT], clean(analyst)],
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


def set_count(db: Database, step_id: int, count: int) -> None:
    """Say how many things an open step touched, once that is known."""
    db.execute("update steps set count = ? where id = ?", [count, step_id])


def _last_row(db: Database) -> int:
    return int(db.execute("select coalesce(max(id), 0) from step_rows").fetchone()[0])


def undo(db: Database, only: int | None = None) -> tuple[Step, Change] | None:
    """Take back the latest step that is not taken back yet; None if there is none, or if it is not this one."""
    return _replay(db, "done", "undone", "order by id desc", only)


def redo(db: Database) -> tuple[Step, Change] | None:
    """Do again the step that was taken back last; None if there is none."""
    return _replay(db, "undone", "done", "order by id")


def _replay(db: Database, state: str, becomes: str, order: str, only: int | None = None) -> tuple[Step, Change] | None:
    try:
        return _replayed(db, state, becomes, order, only)
    except sqlite3.IntegrityError as error:  # also at the very end: only there foreign keys are looked at
        raise EditError("stuck", STUCK) from error


def _replayed(db: Database, state: str, becomes: str, order: str, only: int | None) -> tuple[Step, Change] | None:
    with transaction(db), taken_apart(db):
        found = _steps(db, f"where state = ? {order} limit 1", [state])
        if not found or only not in (None, found[0].id):
            return None
        back = becomes == "undone"
        db.execute("pragma defer_foreign_keys = on")
        rows = db.execute(
            f"select name, row, before, after from step_rows where step = ? order by id {'desc' if back else ''}",
            [found[0].id],
        ).fetchall()
        for name, row, before, after in rows:
            _put(db, name, row, before=after if back else before, after=before if back else after)
        db.execute("update steps set state = ? where id = ?", [becomes, found[0].id])
        return found[0], _change(db, found[0].id, 0)


def _put(db: Database, name: str, row: int, *, before: str | None, after: str | None) -> None:
    """Make a row as it is in `after`; columns that did not change between the two are left alone."""
    if after is None:
        db.execute(f"delete from {name} where id = ?", [row])
        return
    values: dict[str, Any] = json.loads(after)
    if before is None:
        columns = ", ".join(f'"{column}"' for column in values)
        marks = ", ".join("?" * (len(values) + 1))
        db.execute(f"insert into {name} (id, {columns}) values ({marks})", [row, *values.values()])
        return
    old = json.loads(before)
    changed = {column: value for column, value in values.items() if value != old[column]}
    if changed:
        sets = ", ".join(f'"{column}" = ?' for column in changed)
        db.execute(f"update {name} set {sets} where id = ?", [*changed.values(), row])


def _change(db: Database, step_id: int, after_row: int) -> Change:
    articles: set[int] = set()
    highlights: set[int] = set()
    tags: set[int] = set()
    listed = False
    rows = db.execute(
        "select name, row, article, before, after from step_rows where step = ? and id > ?",
        [step_id, after_row],
    )
    for name, row, article, before, after in rows:
        if article is not None:
            articles.add(article)
        if name == "highlights":
            highlights.add(row)
        elif name == "highlight_tags":
            either = json.loads(after or before)
            highlights.add(either["highlight"])
            tags.add(either["tag"])
        elif name == "tags":
            tags.add(row)
        elif name == "articles":
            stayed = before and after and json.loads(before)["trashed"] == json.loads(after)["trashed"]
            listed = listed or not stayed
    return Change(frozenset(articles), frozenset(highlights), frozenset(tags), listed)


def history(db: Database, limit: int = 200) -> list[Step]:
    """The latest steps, newest first; those taken back and replaced by others are not in it."""
    return _steps(db, "where state <> 'dropped' order by id desc limit ?", [limit])


def next_undo(db: Database) -> Step | None:
    """The step that undo would take back."""
    return next(iter(_steps(db, "where state = 'done' order by id desc limit 1", [])), None)


def next_redo(db: Database) -> Step | None:
    """The step that redo would do again."""
    return next(iter(_steps(db, "where state = 'undone' order by id limit 1", [])), None)


def forget_articles(db: Database, ids: list[int]) -> None:
    """Drop what the journal holds of articles that are destroyed for good."""
    marks = ",".join("?" * len(ids))
    db.execute(f"delete from step_rows where article in ({marks})", ids)
    db.execute("delete from steps where not exists (select 1 from step_rows where step = steps.id)")


def _steps(db: Database, where: str, values: list[Any]) -> list[Step]:
    rows = fetched(db, f"select id, at, kind, count, detail, analyst, state from steps {where}", values)
    return [Step(*[*row[:6], row[6] == "undone"]) for row in rows]
