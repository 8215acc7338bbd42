"""Which tables and columns the journal has, and the triggers that write what is done to them into it."""

from __future__ import annotations

import sqlite3

# The journal: what undo puts back. Counts, places and texts are not in it: they follow from
# the rows that are, or are no work of a person's.
JOURNALLED = {
    "articles": (
        "title", "source", "author", "editor", "published", "url", "language", "read", "starred", "trashed",
        "version", "characters", "reported", "note", "noted", "done",
    ),
    "tags": ("uid", "name", "parent", "color", "shortcut", "description", "position", "exclusive", "noted"),
    "highlights": (
        "uid", "article", "start", "end", "quote", "prefix", "suffix", "color", "note", "analyst", "created", "updated",
        "state",
    ),
    "highlight_tags": ("highlight", "tag", "article"),
    "article_tags": ("article", "tag", "analyst", "created"),
    "searches": ("uid", "name", "query"),
    "collections": ("uid", "name", "description"),
    "collection_articles": ("collection", "article"),
}  # fmt: skip
RECORDING = (
    "create temp table recording (step integer, analyst text not null)",
    "insert into temp.recording values (null, '')",
)
ARTICLE_OF = {"articles": "id"} | dict.fromkeys(
    ("highlights", "highlight_tags", "article_tags", "collection_articles"), "article"
)


def journal_triggers(table: str) -> list[str]:
    """The statements that make a table's inserts, updates and deletes recorded while a step is open.

    They are temporary, made anew by each connection: `trusted_schema = off` lets no trigger stored
    in a file call a function such as json_object, and so a planted one cannot either. Articles are never
    deleted by an undoable step (they go to the trash), so only their updates count.
    """
    columns = JOURNALLED[table]
    events = ("update",) if table == "articles" else ("insert", "update", "delete")
    return [_trigger(table, event, columns) for event in events]


def _trigger(table: str, event: str, columns: tuple[str, ...]) -> str:
    def row(alias: str) -> str:
        return "json_object(" + ", ".join(f"'{name}', {alias}.\"{name}\"" for name in columns) + ")"

    alias = "old" if event == "delete" else "new"
    of = ARTICLE_OF.get(table)
    article = f"{alias}.{of}" if of else "null"
    before = "null" if event == "insert" else row("old")
    after = "null" if event == "delete" else row("new")
    only = " of " + ", ".join(f'"{name}"' for name in columns) if event == "update" else ""
    either = " or ".join(f'old."{name}" is not new."{name}"' for name in columns)
    differs = f" and ({either})" if event == "update" else ""
    return (
        f"create temp trigger record_{table}_{event} after {event}{only} on main.{table} "
        f"when (select step from temp.recording) is not null{differs} begin "
        f"insert into step_rows (step, name, row, article, before, after) values "
        f"((select step from temp.recording), '{table}', {alias}.id, {article}, {before}, {after}); end"
    )


def record_changes(connection: sqlite3.Connection) -> None:
    """Make this connection write the journal."""
    for statement in (*RECORDING, *(each for table in JOURNALLED for each in journal_triggers(table))):
        connection.execute(statement)
