"""The tags of a library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from reader.domain.highlight_query import HighlightQuery, TagGroup, tag_groups
from reader.domain.tag import Tag, TagTree
from reader.storage.connection import fetched, fresh_id, ids_of, json_list, put_in
from reader.storage.journal import Advance, silently
from reader.storage.stamps import new_uid, now

COLUMNS = "id, uid, name, parent, color, shortcut, description, position, exclusive"  # in the order of a row
CHUNK = 500  # highlights that get a tag at once
ON_HIGHLIGHTS, ON_ARTICLES = ("highlight_tags", "highlight", "article"), ("article_tags", "article", "analyst, created")
GIVEN = (ON_HIGHLIGHTS, ON_ARTICLES)  # where it is stored what has a tag, as what, and with what else
OUTSIDE = "article not in (select id from articles where trashed is not null)"
HOW_MANY = "with t as (select value from json_each(?)) select " + " + ".join(
    f"(select count(*) from {table} where tag in t)" for table, *_ in GIVEN
)


def tree(db: Database) -> TagTree:
    """All tags, each with the number of highlights and of whole articles that have it outside the trash."""
    counts = _counts(db)
    return TagTree(_made(row, counts) for row in fetched(db, f"select {COLUMNS} from tags"))


def groups(db: Database, query: HighlightQuery) -> tuple[list[TagGroup], TagGroup]:
    """As `tag_groups`; the tree is read only where it is asked for."""
    return tag_groups(tree(db) if query.tags else TagTree(), query)


def tree_of_articles(db: Database, tree: TagTree) -> TagTree:
    """The tree with the numbers of whole articles alone."""
    rows = db.execute(f"select tag, count(*) from article_tags where {OUTSIDE} group by tag")
    return tree.with_changes({}, dict(rows.fetchall()))


def tree_again(db: Database, before: TagTree, some: Collection[int]) -> TagTree:
    """The tree after these tags and any numbers may have changed: the same one as before if nothing did.

    With 1,000 tags, all that is read for a tag that was put on takes 1 ms, where the whole tree takes 12.
    """
    if before.loose or not len(before):
        return tree(db)
    counts = _counts(db)
    new = (tag for tag, count in counts.items() if count and tag not in before.by_id)  # that another window made
    wanted = dict[int, Tag | None].fromkeys([*some, *new])
    rows = fetched(db, f"select {COLUMNS} from tags where id in (select value from json_each(?))", [json_list(wanted)])
    return before.with_changes(wanted | {row[0]: _made(row, counts) for row in rows}, counts)


def _counts(db: Database) -> dict[int, int]:
    return dict(db.execute("select tag, highlights from tag_totals").fetchall())


def _made(row: Sequence[Any], counts: Mapping[int, int]) -> Tag:
    # A damaged name may be no text at all; the tree sorts by names.
    return Tag(*[*row[:2], str(row[2]), *row[3:7], counts.get(row[0], 0), row[7], bool(row[8])])


def missing(db: Database, ids: Iterable[int]) -> set[int]:
    """Those of these ids that no tag has."""
    return {tag for tag in ids if db.execute("select 1 from tags where id = ?", [tag]).fetchone() is None}


def add(db: Database, name: str, parent: int | None, color: str) -> int:
    """Store a new tag; its id."""
    made = fresh_id(db, "tags")
    row = [made, new_uid(), name, parent, color]
    db.execute("insert into tags (id, uid, name, parent, color) values (?, ?, ?, ?, ?)", row)
    return made


def update(db: Database, tag: int, **columns: str | int | None) -> None:
    """Set columns of a tag: name, parent, color, shortcut, description, position, exclusive."""
    update_all(db, [tag], **columns)


def update_all(db: Database, some: Iterable[int], **columns: str | int | None) -> None:
    """Set them of several tags."""
    if not set(columns) <= {"name", "parent", "color", "shortcut", "description", "position", "exclusive"}:
        raise ValueError(str(columns))
    if "description" in columns:
        columns["noted"] = now()
    sets = ", ".join(f"{column} = ?" for column in columns)
    where = "id in (select value from json_each(?))"
    db.execute(f"update tags set {sets} where {where}", [*columns.values(), json_list(some)])


def clear_shortcut(db: Database, digit: str) -> None:
    """Take a digit away from the tag that has it."""
    db.execute("update tags set shortcut = '' where shortcut = ?", [digit])


def delete(db: Database, tags: Sequence[int], *, advance: Advance = silently) -> None:
    """Delete tags, children before parents; their highlights stay, without them.

    `advance(done, total)` is told how many have lost one of them.
    """
    [total], done = db.execute(HOW_MANY, [json_list(tags)]).fetchone(), 0
    for table, *_ in GIVEN:
        rows = ids_of(db, f"select id from {table} where tag in (select value from json_each(?))", [json_list(tags)])
        for first in range(0, len(rows), CHUNK):
            part = rows[first : first + CHUNK]
            db.execute(f"delete from {table} where id in (select value from json_each(?))", [json_list(part)])
            done += len(part)
            advance(done, total)
    for tag in tags:
        db.execute("delete from tags where id = ?", [tag])


def any_exclusive(db: Database) -> bool:
    """Whether a tag is exclusive with its siblings."""
    return db.execute("select 1 from tags where exclusive limit 1").fetchone() is not None


def put_on(db: Database, highlights: Sequence[int], tag: int, instead_of: Collection[int] = ()) -> None:
    """Put a tag on highlights, and take those tags off that may not stand beside it; nothing where it is on."""
    given = db.execute(
        "insert into highlight_tags (highlight, tag, article) select id, ?, article from highlights"
        " where id in (select value from json_each(?)) order by id on conflict do nothing returning highlight",
        [tag, json_list(highlights)],
    ).fetchall()
    if given:
        got = json_list(row[0] for row in given)
        if instead_of:
            db.execute(
                "delete from highlight_tags where highlight in (select value from json_each(?))"
                " and tag in (select value from json_each(?))",
                [got, json_list(instead_of)],
            )
        db.execute(
            "update highlights set updated = ?1 where id in (select value from json_each(?2)) and updated <> ?1",
            [now(), got],
        )


def take_off(db: Database, highlights: Sequence[int], tag: int) -> None:
    """Take a tag off highlights."""
    had = db.execute(
        "delete from highlight_tags where highlight in (select value from json_each(?)) and tag = ?"
        " returning highlight",
        [json_list(highlights), tag],
    ).fetchall()
    lost = json_list(row[0] for row in had)
    db.execute("update highlights set updated = ? where id in (select value from json_each(?))", [now(), lost])


def give(
    db: Database, heirs: Mapping[int, int], rivals: Mapping[int, Collection[int]], *, advance: Advance = silently
) -> None:
    """Let everything that has one of some tags have its heir instead; where that is new, the rivals of it come off too.

    The rivals are those that it has once the others are gone. It has its heir in the place of that tag: which was put
    on last, and which first, is as it was. `advance(done, total)` is told how many tags on something were looked at.
    """
    [total], done = db.execute(HOW_MANY, [json_list(heirs)]).fetchone(), 0
    for tag, into in heirs.items():
        for given in GIVEN:
            rows = ids_of(db, f"select id from {given[0]} where tag = ? order by id", [tag])
            for first in range(0, len(rows), CHUNK):
                part = rows[first : first + CHUNK]
                _give(db, given, part, into, rivals.get(into, ()))
                done += len(part)
                advance(done, total)


def _give(db: Database, given: tuple[str, str, str], rows: Sequence[int], into: int, rivals: Collection[int]) -> None:
    table, owner, more = given
    new = fetched(
        db,
        f"select id, {owner}, {more} from {table} t where id in (select value from json_each(?))"
        f" and not exists (select 1 from {table} where {owner} = t.{owner} and tag = ?) order by id",
        [json_list(rows), into],
    )
    if rivals:
        db.execute(
            f"delete from {table} where tag in (select value from json_each(?))"
            f" and {owner} in (select value from json_each(?))",
            [json_list(rivals), json_list(row[1] for row in new)],
        )
    db.execute(f"delete from {table} where id in (select value from json_each(?))", [json_list(rows)])
    if new:  # not updated: what is counted follows rows that come and go
        put_in(db, table, ["id", owner, *more.split(", "), "tag"], [(*row, into) for row in new])


def make_way(db: Database, some: Iterable[int]) -> None:
    """Let tags that are about to go be called as no other one is: another one may come to where they are."""
    db.execute("update tags set name = uid where id in (select value from json_each(?))", [json_list(some)])


def dissolve(db: Database, tag: int, into: int) -> None:
    """Delete a tag that has nothing any more; at last it is called by the uid of its heir: `journal.heirs` reads it."""
    db.execute("update tags set name = (select uid from tags where id = ?) where id = ?", [into, tag])
    db.execute("delete from tags where id = ?", [tag])


def arrange(db: Database, order: Iterable[int]) -> None:
    """Let siblings have this order by hand."""
    db.execute(
        "update tags set position = n.key + 1 from json_each(?) n where tags.id = n.value and position <> n.key + 1",
        [json_list(order)],
    )


def those_with(db: Database, highlights: Sequence[int], tag: int) -> list[int]:
    """Those of some highlights that have a tag."""
    rows = db.execute(
        "select highlight from highlight_tags where tag = ? and highlight in (select value from json_each(?))",
        [tag, json_list(highlights)],
    )
    return [row[0] for row in rows]


def highlights_with(db: Database, some: Iterable[int]) -> list[int]:
    """The highlights that have one of these tags."""
    rows = db.execute(
        "select distinct highlight from highlight_tags where tag in (select value from json_each(?))", [json_list(some)]
    )
    return [row[0] for row in rows]


def bearing(db: Database, some: Iterable[int]) -> tuple[int, int, int]:
    """How many highlights have one of these tags, how many of them no other tag, and how many articles have one."""
    ids = json_list(some)
    [having, only] = db.execute(
        "select count(*), total(not exists (select 1 from highlight_tags x where x.highlight = had.highlight"
        " and x.tag not in (select value from json_each(?))))"
        " from (select distinct highlight from highlight_tags where tag in (select value from json_each(?))) had",
        [ids, ids],
    ).fetchone()
    [whole] = db.execute(
        "select count(distinct article) from article_tags where tag in (select value from json_each(?))", [ids]
    ).fetchone()
    return having, int(only), whole


def bearing_both(db: Database, some: Iterable[int], other: int) -> tuple[int, int]:
    """How many highlights, and how many whole articles, have one of some tags, and another one too."""
    ids = json_list(some)
    highlights, whole = (
        db.execute(
            f"select count(*) from {table} b where b.tag = ? and exists (select 1 from {table} a"
            f" where a.{owner} = b.{owner} and a.tag in (select value from json_each(?)))",
            [other, ids],
        ).fetchone()[0]
        for table, owner, _columns in GIVEN
    )
    return highlights, whole


def on_highlights(db: Database, highlights: Sequence[int]) -> dict[int, int]:
    """The tags of some highlights, each with how many of them have it."""
    return dict(
        db.execute(
            "select tag, count(*) from highlight_tags where highlight in (select value from json_each(?)) group by tag",
            [json_list(highlights)],
        ).fetchall()
    )


def together(db: Database, given: Iterable[tuple[str, str, str]] = GIVEN) -> list[tuple[tuple[int, ...], int]]:
    """The tags that stand together on a passage outside the trash, or on a whole article, and on how many of them.

    For each tag of them there is one that is counted once too often where all those below a common parent are added.
    `given` are those of GIVEN that count.
    """
    return [each for table, owner, _columns in given for each in _together(db, table, owner, OUTSIDE, [])]


def these_together(db: Database, some: Iterable[int], beside: Iterable[int]) -> list[list[tuple[tuple[int, ...], int]]]:
    """Which of some tags stand together on passages that have one of others too, and on how many of them.

    Then the same of whole articles.
    """
    values = [json_list(beside), json_list(some)]
    these = "tag in (select value from json_each(?))"
    return [
        _together(db, table, owner, f"{owner} in (select {owner} from {table} where {these}) and {these}", values)
        for table, owner, _columns in GIVEN
    ]


def _together(db: Database, table: str, owner: str, where: str, values: list[str]) -> list[tuple[tuple[int, ...], int]]:
    rows = db.execute(
        f"select some, count(*) from (select group_concat(tag) as some, count(*) as many from (select {owner}, tag"
        f" from {table} where {where} order by {owner}) group by {owner}) where many > 1 group by some",
        values,
    )
    return [(tuple(map(int, some.split(","))), count) for some, count in rows]


def last_put_on(db: Database) -> list[int]:
    """The tags of the highlight that got one last, in the order in which they were put on."""
    rows = db.execute(
        "select tag from highlight_tags"
        " where highlight = (select highlight from highlight_tags order by id desc limit 1) order by id"
    )
    return [row[0] for row in rows]


def recent(db: Database, limit: int = -1) -> list[int]:
    """The tags put on highlights last, latest first, each by its last use, which the index of them by tag tells."""
    last = "(select max(id) from highlight_tags where tag = tags.id)"
    rows = db.execute(
        f"select id from (select id, {last} as last from tags) where last is not null order by last desc limit ?",
        [limit],
    )
    return [row[0] for row in rows]
