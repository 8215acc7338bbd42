"""Highlights of a library, and the rows that exports are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from sqlite_utils import Database

from reader.domain.errors import LibraryError
from reader.domain.highlight import Highlight, Span, State
from reader.domain.query import ArticleQuery
from reader.storage import finding
from reader.storage.articles import CHUNK, condition, meant
from reader.storage.connection import fetched, fresh_id, json_list, path_of, put_in, taken_apart
from reader.storage.finding import Place
from reader.storage.journal import Advance, silently
from reader.storage.stamps import new_uid, now

DAMAGED = 'A highlight of "{title}" in {file} is damaged, so the article is not shown. Restore the library from a copy.'
FIELDS = (
    'h.id, h.uid, h.article, h."start", h."end", h.quote, h.color, h.note, coalesce(a.name, \'\'), h.created,'
    " h.updated, h.state"
)
COLUMNS = (
    f"{FIELDS}, (select group_concat(tag) from (select tag from highlight_tags where highlight = h.id order by id))"
)
ADDED = (
    *("id", "uid", "article", "start", "end", "quote", "prefix", "suffix"),
    *("color", "note", "analyst", "created", "updated"),
)
WHOLE = range(2**31)  # code points; no text is as long
FROM = " from highlights h left join analysts a on a.id = h.analyst"


@dataclass(frozen=True, slots=True)
class Finding:
    """A highlight with what an export says of its article."""

    highlight: Highlight
    prefix: str
    suffix: str
    article_uid: str
    title: str
    source: str
    published: str
    url: str


def of_article(db: Database, article: int, starts: range = WHOLE) -> list[Highlight]:
    """The highlights of an article in the order of the text, the longer first where two begin together.

    With `starts`, only those that begin there. Orphans stand nowhere in it.
    """
    where = "h.article = ? and h.\"start\" between ? and ? and h.state <> 'orphan'"
    values = [article, starts.start, starts.stop - 1]
    # Tags and analysts are read at once and all is put in order here: joins and sorting take SQLite twice as long.
    tags: dict[int, tuple[int, ...]] = {}
    # By way of the highlights: no index of highlight_tags begins with the article, and all of it would be read.
    for highlight, tag in db.execute(
        "select t.highlight, t.tag from highlights h join highlight_tags t on t.highlight = h.id"
        f" where {where} order by t.id",
        values,
    ):
        tags[highlight] = (*tags[highlight], tag) if highlight in tags else (tag,)
    rows = fetched(
        db,
        'select id, uid, "start", "end", quote, color, note, analyst, created, updated, state from highlights h'
        f' where {where} order by "start"',
        values,
    )
    about = fetched(db, "select title, characters from articles where id = ?", [article])
    title, length = about[0] if about else ("", 0)
    try:
        found = _all_made(article, rows, _names(db, {row[7] for row in rows}), tags, length)
    except (ValueError, TypeError) as error:
        raise LibraryError("damaged-highlight", DAMAGED, title=title, file=str(path_of(db))) from error
    found.sort(key=lambda each: (each.span.start, -each.span.end, each.id))
    return found


def _all_made(
    article: int,
    rows: list[tuple[Any, ...]],
    names: dict[int, str],
    tags: dict[int, tuple[int, ...]],
    length: int,
) -> list[Highlight]:
    """The highlights of these rows. Raises ValueError or TypeError if one is not as it was stored."""
    if rows and max(map(itemgetter(3), rows)) > length:
        raise ValueError("behind the end of the text")
    if not all(_is_text(map(itemgetter(column), rows)) for column in (1, 4, 5, 6, 8, 9, 10)):
        raise TypeError("no text")
    return [
        Highlight(
            number,
            *(uid, article, Span(start, end), quote, color, note, names.get(analyst, "")),
            *(created, updated, tags.get(number, ()), state),
        )
        for number, uid, start, end, quote, color, note, analyst, created, updated, state in rows
    ]


def _is_text(values: Iterable[object]) -> bool:
    return set(map(type, values)) <= {str}


def _names(db: Database, analysts: Collection[int]) -> dict[int, str]:
    """The names of analysts by their ids."""
    marks = ",".join("?" * len(analysts))
    return dict(fetched(db, f"select id, name from analysts where id in ({marks})", [*analysts]))


def orphans(db: Database, article: int) -> list[Highlight]:
    """The highlights of an article whose words are no longer in its text, in the order in which they were made."""
    rows = fetched(db, f"select {COLUMNS}{FROM} where h.article = ? and h.state = 'orphan' order by h.id", [article])
    with taken_apart(db):
        return list(map(_highlight, rows))


def counts_by_state(db: Database, article: int | None = None) -> dict[State, int]:
    """How many highlights stand otherwise than they were made, in an article or outside the trash, by their state."""
    where = "article = ?" if article is not None else "article in (select id from articles where trashed is null)"
    values = [] if article is None else [article]
    return dict(
        fetched(db, f"select state, count(*) from highlights where state <> '' and {where} group by state", values)
    )


def set_state(db: Database, ids: Sequence[int], state: State, *, advance: Advance = silently) -> None:
    """Say of highlights how they stand. `advance(done, total)` is told of how many that is said."""
    for first in range(0, len(ids), CHUNK):
        part = ids[first : first + CHUNK]
        db.execute(f"update highlights set state = ? where id in ({','.join('?' * len(part))})", [state, *part])
        advance(first + len(part), len(ids))


def contexts(db: Database, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """What stood before and behind the words of highlights when those were last in the text, by id."""
    found: dict[int, tuple[str, str]] = {}
    for first in range(0, len(ids), CHUNK):
        part = ids[first : first + CHUNK]
        marks = ",".join("?" * len(part))
        for row in fetched(db, f"select id, prefix, suffix from highlights where id in ({marks})", part):
            found[row[0]] = (row[1], row[2])
    return found


def count_in(db: Database, article: int) -> int:
    """How many highlights an article has."""
    found = fetched(db, "select highlights from articles where id = ?", [article])
    return int(found[0][0]) if found else 0


def get(db: Database, highlight: int) -> Highlight | None:
    """One highlight, or None."""
    return _first(db, "h.id = ?", [highlight])


def find(db: Database, article: int, key: str) -> int | None:
    """The id of the highlight of an article that has this id or uid; None if there is none."""
    number = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else -1
    rows = fetched(db, "select id from highlights where article = ? and (uid = ? or id = ?)", [article, key, number])
    return int(rows[0][0]) if rows else None


def place_of(db: Database, uid: str) -> tuple[int, int] | None:
    """The article of the highlight with this uid, and its id; None if there is none."""
    found = fetched(db, "select article, id from highlights where uid = ?", [uid])
    return (int(found[0][0]), int(found[0][1])) if found else None


def at(db: Database, article: int, span: Span, analyst: str) -> Highlight | None:
    """The highlight of this analyst that covers exactly this span, or None; the oldest if there are several.

    Orphans cover nothing.
    """
    where = "h.article = ? and h.\"start\" = ? and h.\"end\" = ? and coalesce(a.name, '') = ? and h.state <> 'orphan'"
    return _first(db, where, [article, span.start, span.end, analyst])


def covering(db: Database, passages: Mapping[int, Sequence[Span]], analyst: str) -> dict[int, tuple[int, Span]]:
    """The highlights of this analyst that cover exactly one of these passages of articles: which one, by their ids."""
    spans = [[article, span.start, span.end] for article, spans in passages.items() for span in spans]
    rows = db.execute(
        'select h.id, h.article, h."start", h."end" from json_each(?) p cross join highlights h'
        " on h.article = json_extract(p.value, '$[0]')"
        " and h.\"start\" = json_extract(p.value, '$[1]') and h.\"end\" = json_extract(p.value, '$[2]')"
        " left join analysts a on a.id = h.analyst where coalesce(a.name, '') = ? and h.state <> 'orphan'",
        [json_list(spans), analyst],
    )
    return {row[0]: (row[1], Span(row[2], row[3])) for row in rows}


def _first(db: Database, where: str, values: Sequence[object]) -> Highlight | None:
    rows = fetched(db, f"select {COLUMNS}{FROM} where {where} order by h.id limit 1", values)
    with taken_apart(db):
        return _highlight(rows[0]) if rows else None


def add(db: Database, article: int, span: Span, text: str, *, color: str, note: str, analyst: int | None) -> int:
    """Store a highlight of the article's canonical text; its id."""
    [made] = add_all(db, [(article, span, text)], color=color, note=note, analyst=analyst)
    return made


def add_all(
    db: Database,
    passages: Sequence[tuple[int, Span, str]],
    *,
    color: str = "",
    note: str = "",
    analyst: int | None = None,
) -> list[int]:
    """Store highlights, each of an article with its canonical text; their ids, in their order."""
    time, first = now(), fresh_id(db, "highlights")
    made = range(first, first + len(passages))
    rows = [
        (each, new_uid(), article, *_standing(span, text), color, note, analyst, time, time)
        for each, (article, span, text) in zip(made, passages, strict=True)
    ]
    for begin in range(0, len(rows), CHUNK):
        put_in(db, "highlights", ADDED, rows[begin : begin + CHUNK])
    return [*made]


def move(db: Database, highlight: int, span: Span, text: str) -> None:
    """Let a highlight cover another span of its article's canonical text, whatever state it was in."""
    db.execute(
        'update highlights set "start" = ?, "end" = ?, quote = ?, prefix = ?, suffix = ?, state = \'\', updated = ?'
        " where id = ?",
        [*_standing(span, text), now(), highlight],
    )


def _standing(span: Span, text: str) -> tuple[int, int, str, str, str]:
    """Start, end, quote, and what is around it. An article with a highlight beyond its text could not be shown."""
    if span.end > len(text):
        raise ValueError(f"{span} is beyond a text of {len(text)} characters")
    return span.start, span.end, span.of(text), span.before(text), span.after(text)


def moved_in(db: Database, step: int) -> set[int]:
    """The highlights that a step of the history put elsewhere, and did not make or delete."""
    start, end = (
        f"json_extract(before, '$.{edge}') <> json_extract(after, '$.{edge}')" for edge in ("start", "end")
    )  # of one that was made or deleted there is no such thing on one side
    moved = f"step = ? and name = 'highlights' and ({start} or {end})"
    return {row[0] for row in db.execute(f"select row from step_rows where {moved}", [step])}


def update(db: Database, highlight: int, *, note: str | None = None, color: str | None = None) -> None:
    """Set the note or the colour of a highlight."""
    for column, value in (("note", note), ("color", color)):
        if value is not None:
            db.execute(
                f"update highlights set {column} = ?, updated = ? where id = ? and {column} <> ?",
                [value, now(), highlight, value],
            )


def set_notes(
    db: Database, highlights: Sequence[int], note: str, *, below: bool = False, advance: Advance = silently
) -> None:
    """Set the notes of highlights; with `below`, under those that are there, as `domain.note.joined` does."""
    new = _joined("note", "?1") if below else "?1"
    _set(db, highlights, "note", new, note, advance)


def take_over(db: Database, pairs: Mapping[int, int]) -> None:
    """Give highlights the notes of others, below theirs as by `set_notes`, and the colours where they have none."""
    both = f"{_joined('h.note', 'o.note')} as note, iif(h.color = '', o.color, h.color) as color"
    db.execute(
        f"with n as (select h.id, {both} from json_each(?1) p"
        " cross join highlights h on h.id = json_extract(p.value, '$[0]')"
        " cross join highlights o on o.id = json_extract(p.value, '$[1]'))"
        " update highlights set note = n.note, color = n.color, updated = ?2 from n"
        " where n.id = highlights.id and (n.note <> highlights.note or n.color <> highlights.color)",
        [json_list(pairs.items()), now()],
    )


def _joined(note: str, more: str) -> str:
    """What `domain.note.joined` makes of two, as SQL."""
    return (
        f"case when instr({note}, {more}) then {note} when instr({more}, {note}) then {more}"
        f" else {note} || char(10) || {more} end"
    )


def set_colors(db: Database, highlights: Sequence[int], color: str, *, advance: Advance = silently) -> None:
    """Set the colours of highlights."""
    _set(db, highlights, "color", "?1", color, advance)


def _set(db: Database, highlights: Sequence[int], column: str, new: str, value: str, advance: Advance) -> None:
    for first in range(0, len(highlights), CHUNK):
        part = highlights[first : first + CHUNK]
        db.execute(
            f"update highlights set {column} = {new}, updated = ?2"
            f" where id in (select value from json_each(?3)) and {column} <> {new}",
            [value, now(), json_list(part)],
        )
        advance(first + len(part), len(highlights))


def remove(db: Database, highlights: Sequence[int], *, advance: Advance = silently) -> None:
    """Delete highlights with their tags. `advance(done, total)` is told how many are gone."""
    for first in range(0, len(highlights), CHUNK):
        part = highlights[first : first + CHUNK]
        marks = ",".join("?" * len(part))
        db.execute(f"delete from highlight_tags where highlight in ({marks})", part)
        db.execute(f"delete from highlights where id in ({marks})", part)
        advance(first + len(part), len(highlights))


def analyst(db: Database, name: str) -> int | None:
    """The id of an analyst, stored at the first use; None for no name."""
    if not name:
        return None
    db.execute("insert into analysts (uid, name) values (?, ?) on conflict do nothing", [new_uid(), name])
    return int(db.execute("select id from analysts where name = ?", [name]).fetchone()[0])


def count(db: Database, query: ArticleQuery) -> int:
    """How many highlights the articles meant have."""
    articles, values = meant(db, query, "highlights")
    return int(db.execute(f"select total(highlights) from ({articles})", values).fetchone()[0])


def finding_rows(db: Database, ids: Sequence[int]) -> Iterator[Finding]:
    """What is shown of some highlights, at most CHUNK of them, in any order; not of those that are gone."""
    rows = db.execute(  # bytes that are no characters are not to be written to a file as others
        f"select {COLUMNS}, h.prefix, h.suffix, m.uid, m.title, m.source, m.published, m.url{FROM}"
        f" join articles m on m.id = h.article where h.id in ({','.join('?' * len(ids))})",
        ids,
    )
    with taken_apart(db):  # what goes wrong where the rows are used does not come by here
        for row in rows:
            highlight = _highlight(row[:13])
            if not _is_text((row[1], *row[5:11], *row[13:])):
                raise TypeError("no text")
            yield Finding(highlight, *row[13:])


def search(db: Database, query: ArticleQuery, place: Place) -> list[int]:
    """The highlights of which the quote, or the note, is what is wanted; those of the newest articles first.

    What the query says of articles must be so of theirs, but the tags those of the highlight itself.
    """
    found, values = searched(db, query, place)
    limit = "" if query.limit is None else f" limit {int(query.limit)}"
    order = f'published desc, articles.id desc, "start"{limit}'
    return [row[0] for row in db.execute(f"select highlights.id {found} order by {order}", values)]


def number_found(db: Database, query: ArticleQuery, place: Place) -> int:
    """How many `search` finds."""
    found, values = searched(db, replace(query, limit=None), place)
    return int(db.execute(f"select count(*) {found}", values).fetchone()[0])


def searched(db: Database, query: ArticleQuery, place: Place) -> tuple[str, list[Any]]:
    """From where highlights are selected for a search, joined with `articles`, and the values for that."""
    where, values = condition(db, replace(query, wanted=None, tags=()))
    if place == "notes":
        where += " and highlights.note <> ''"
    for tags in query.tags:
        marks = ",".join("?" * len(tags))
        where += f" and highlights.id in (select highlight from highlight_tags where tag in ({marks}))"
        values += tags
    if query.wanted is not None:
        sql, more = finding.condition(db, query.wanted, place, still=query.still)
        where, values = f"{where} and {sql}", values + more
    return f"from highlights join articles on articles.id = highlights.article where {where}", values


def with_articles(db: Database, ids: Sequence[int]) -> Iterator[tuple[Highlight, str, str, str]]:
    """Highlights, in their order, each with title, source and date of its article; not those that are gone."""
    for first in range(0, len(ids), CHUNK):
        part = list(ids[first : first + CHUNK])
        rows = fetched(
            db,
            f"select {COLUMNS}, m.title, m.source, m.published{FROM} join articles m on m.id = h.article"
            f" where h.id in ({','.join('?' * len(part))})",
            part,
        )
        found = {row[0]: row for row in rows}
        with taken_apart(db):
            yield from ((_highlight(row[:13]), *row[13:]) for row in map(found.get, part) if row is not None)


def _highlight(row: tuple[Any, ...]) -> Highlight:
    return _made(row, tuple(int(tag) for tag in row[12].split(",")) if row[12] else ())


def _made(row: tuple[Any, ...], tags: tuple[int, ...]) -> Highlight:
    return Highlight._make((*row[:3], Span(row[3], row[4]), *row[5:11], tags, row[11]))
