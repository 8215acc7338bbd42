"""The versions of an article's text, how each was read, and the file behind them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from reader.domain.article import Article, Draft, Gloss, Image, LeftOut, Mark, Origin
from reader.domain.highlight import Span, State
from reader.domain.text import clean, digest, identity
from reader.storage.connection import fetched, json_list, taken_apart
from reader.storage.journal import CHUNK, Advance, silently
from reader.storage.stamps import now

LARGEST = 200_000_000  # bytes of an original that are unpacked; what is longer in a library was never imported
CURRENT = "from texts t join articles a on t.article = a.id and t.version = a.version where a.id = ?"


@dataclass(frozen=True, slots=True)
class Version:
    """What a version of a text is made of; `encoding`, `method` and `warnings` None: as they were for the first."""

    text: str
    marks: tuple[Mark, ...]
    glosses: tuple[Gloss, ...]
    left_out: tuple[LeftOut, ...]
    encoding: str | None = None
    method: str | None = None
    warnings: tuple[str, ...] | None = None


def insert(db: Database, article: int, number: int, made: Draft | Version, sameness: str) -> None:
    """Store a version; `sameness` is `identity` of its text."""
    marks = json.dumps([[m.start, m.end, m.kind, m.value] for m in made.marks], ensure_ascii=False)
    glosses = json.dumps([[g.position, g.text] for g in made.glosses], ensure_ascii=False)
    left_out = json.dumps(
        [[part.text, [[g.position, g.text] for g in part.glosses], part.before] for part in made.left_out],
        ensure_ascii=False,
    )
    read: tuple[str | None, str | None, str | None] = (None, None, None)
    if isinstance(made, Version) and made.method is not None:
        read = (made.encoding, made.method, json.dumps(made.warnings or ()))
    db.execute(
        "insert into texts (article, version, text, sha256, identity, marks, glosses, left_out, encoding, method,"
        " warnings) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [article, number, made.text, digest(made.text), sameness, marks, glosses, left_out, *read],
    )


def rewrite(
    db: Database,
    article: int,
    made: Version,
    title: str,
    moves: Mapping[int, Span],
    *,
    states: Mapping[int, State] | None = None,
    images: Sequence[Image] = (),
    advance: Advance = silently,
) -> None:
    """Make this the text of an article, as its next version; call inside an open step.

    `moves` has the place of each highlight, by id, `states` how those stand by now of which that is another one; who
    has no place stays as an orphan with the words that it had. The numbers of `images` follow on those that are there
    (`next_image`). `advance(done, total)` is told how many highlights have their place.
    """
    last = db.execute("select max(version) from texts where article = ?", [article]).fetchone()[0]
    insert(db, article, last + 1, made, identity(made.text))
    db.execute(  # how a version came about is what the open step is
        "update texts set (created, kind, analyst) = (select at, kind, analyst from steps"
        " where id = (select step from temp.recording)) where article = ? and version = ?",
        [article, last + 1],
    )
    insert_images(db, article, images, next_image(db, article))
    db.execute(
        "update articles set version = ?, characters = ?, title = ? where id = ?",
        [last + 1, len(made.text), title, article],
    )
    _place(db, moves, states or {}, made.text, advance)


def _place(db: Database, moves: Mapping[int, Span], states: Mapping[int, State], text: str, advance: Advance) -> None:
    """Give highlights their places in a text; they were changed at this time only if their words are others.

    Each by one statement, so that the journal has what it was beside what it is.
    """
    time = now()
    places = list(moves.items())
    for first in range(0, len(places), CHUNK):
        part = places[first : first + CHUNK]
        db.conn.executemany(
            'update highlights set "start" = ?1, "end" = ?2, prefix = ?4, suffix = ?5, state = coalesce(?7, state),'
            " updated = iif(quote = ?3, updated, ?6), quote = ?3 where id = ?8",
            [
                (span.start, span.end, span.of(text), span.before(text), span.after(text), time, states.get(each), each)
                for each, span in part
            ],
        )
        advance(first + len(part), len(places))
    db.conn.executemany(
        "update highlights set state = ? where id = ?",
        [(state, each) for each, state in states.items() if each not in moves],
    )


def with_titles(db: Database, ids: Sequence[int]) -> Iterator[tuple[int, str, str, int]]:
    """Id, title, text, and where the title ends in that, of articles; of some that are gone or damaged, nothing."""
    for article in ids:
        row = db.execute(f"select a.title, t.text, t.marks {CURRENT}", [article]).fetchone()
        if row is not None and isinstance(row[1], str):
            yield article, str(row[0]), row[1], title_end(row[2])


def with_fields(db: Database, ids: Sequence[int]) -> Iterator[tuple[int, tuple[str, str, str, str], str, int]]:
    """Id; uid, title, source and time of publication; text, and where the title ends in it. As `with_titles`."""
    for article in ids:
        row = db.execute(
            f"select a.uid, a.title, a.source, a.published, t.text, t.marks {CURRENT}", [article]
        ).fetchone()
        if row is not None and isinstance(row[4], str):
            yield article, (str(row[0]), str(row[1]), str(row[2]), str(row[3])), row[4], title_end(row[5])


def digests(db: Database, ids: Sequence[int]) -> dict[int, str]:
    """What tells whether a text is still the same, by the ids of articles; not of those that are gone."""
    return dict(
        fetched(
            db,
            "select t.article, t.sha256 from json_each(?) join articles a on a.id = value"
            " join texts t on t.article = a.id and t.version = a.version",
            [json_list(ids)],
        )
    )


def title_end(marks: object) -> int:
    """Where the title of a text ends, by its marks as they are stored; 0 if it has none."""
    if not isinstance(marks, str) or '"title"' not in marks:
        return 0
    try:
        ends = [each[1] for each in json.loads(marks) if each[2] == "title"]
    except (ValueError, TypeError, LookupError):
        return 0  # damaged; reading the article says so
    return ends[0] if ends and isinstance(ends[0], int) else 0


def version_of(db: Database, article: Article) -> Version:
    """The text of an article as it is now."""
    return Version(article.text, article.marks, article.glosses, tuple(left_out(db, article.id)))


def number(db: Database, article: int) -> int | None:
    """The number of the version that is an article's text now; None if there is no such article."""
    row = db.execute("select version from articles where id = ?", [article]).fetchone()
    return None if row is None else int(row[0])


def extent(db: Database, article: int) -> tuple[int, int]:
    """How many code points the text of an article has, and how many highlights it has; none if it is gone."""
    row = db.execute("select characters, highlights from articles where id = ?", [article]).fetchone()
    return (0, 0) if row is None else (int(row[0]), int(row[1]))


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text that was being corrected and is no version yet; `given` is the one that it was made of."""

    text: str
    given: str


def unsaved(db: Database, article: int) -> list[Unsaved]:
    """What was being corrected of an article, the latest first; nothing of it is the text of the article by now."""
    rows = db.execute(
        "select u.text, g.text from unsaved u join articles a on a.id = u.article"
        " join texts t on t.article = a.id and t.version = a.version"
        " join texts g on g.article = a.id and g.version = u.version where u.article = ? and u.text <> t.text"
        " order by u.at desc, u.id desc",
        [article],
    )
    return [Unsaved(str(row[0]), str(row[1])) for row in rows]


def keep_unsaved(db: Database, article: int, text: str, given: str) -> bool:
    """Keep a text that is being made of `given`, for the case that the program ends before it is stored.

    False if the article is gone.
    """
    forget_unsaved(db, article, text)
    kept = db.execute(
        "insert into unsaved (article, version, text, at) select article, max(version), ?, ? from texts"
        " where article = ? and text = ? having max(version)",
        [text, now(), article, given],
    )
    return kept.rowcount > 0


def forget_unsaved(db: Database, article: int, text: str) -> None:
    """Keep this text no more that was being corrected; another one stays."""
    db.execute("delete from unsaved where article = ? and text = ?", [article, text])


@dataclass(frozen=True, slots=True)
class Made:
    """When, by what kind of step and by whom a version of a text was made, and how long it is, in code points."""

    number: int
    created: str
    kind: str
    analyst: str
    characters: int


def made(db: Database, article: int) -> list[Made]:
    """The versions of an article's text, the first one first, which came with its import."""
    rows = db.execute(
        "select t.version, coalesce(t.created, iif(t.version = 1, a.imported, '')),"
        " coalesce(t.kind, iif(t.version = 1, 'import', '')), coalesce(t.analyst, ''), length(t.text)"
        " from texts t join articles a on a.id = t.article where t.article = ? order by t.version",
        [article],
    )
    return [Made(*row) for row in rows]


def version(db: Database, article: int, number: int) -> Version | None:
    """One version of an article's text; None if there is no such one."""
    columns = "text, marks, glosses, left_out, encoding, method, warnings"
    row = db.execute(f"select {columns} from texts where article = ? and version = ?", [article, number]).fetchone()
    if row is None:
        return None
    with taken_apart(db):
        marks, glosses, lines = (json.loads(part) for part in row[1:4])
        return Version(
            row[0],
            tuple(Mark(*mark) for mark in marks),
            tuple(Gloss(*gloss) for gloss in glosses),
            tuple(_left_out(*line) for line in lines),
            encoding=row[4],
            method=row[5],
            warnings=None if row[6] is None else tuple(json.loads(row[6])),
        )


def left_out(db: Database, article: int) -> list[LeftOut]:
    """The lines of the page that are not in the article's text, in order."""
    row = db.execute(f"select t.left_out {CURRENT}", [article]).fetchone()
    with taken_apart(db):
        parts = json.loads(row[0]) if row else []
        return [_left_out(*part) for part in parts]


def _left_out(text: Any, glosses: Any, before: Any = None) -> LeftOut:
    """A line as it is stored; since the third migration with its place. Raises TypeError if it is none."""
    if not (isinstance(text, str) and isinstance(glosses, list) and (before is None or isinstance(before, int))):
        raise TypeError("no line of a page")
    return LeftOut(text, tuple(Gloss(*each) for each in glosses) if glosses else (), before)


def origin(db: Database, article: int) -> Origin | None:
    """The file an article came from, without its bytes, which may be many, and how its text was read from it.

    None if there is no such article.
    """
    row = db.execute(
        "select o.name, o.media_type, coalesce(t.encoding, o.encoding), coalesce(t.method, o.method), o.size, o.sha256,"
        f" coalesce(t.warnings, o.warnings) {CURRENT.replace('where', 'join originals o on o.article = a.id where')}",
        [article],
    ).fetchone()
    if row is None:
        return None
    with taken_apart(db):
        values = [*row[:6], tuple(json.loads(row[6]))]
        return Origin(*values)


def original(db: Database, article: int) -> bytes | None:
    """The bytes an article came from; None if there is no such article. Raises LibraryError if they are damaged."""
    row = db.execute("select data from originals where article = ?", [article]).fetchone()
    if row is None:
        return None
    with taken_apart(db):
        return zlib.decompressobj().decompress(row[0], LARGEST)


def attributes(db: Database, article: int) -> list[tuple[str, str]]:
    """The named fields of an article's own, in order."""
    return db.execute("select name, value from attributes where article = ? order by number", [article]).fetchall()


def insert_images(db: Database, article: int, images: Iterable[Image], first: int) -> None:
    """Store pictures, numbered from `first` on."""
    for number, image in enumerate(images, first):
        db.execute(
            "insert into images (article, number, media_type, alt, data, address) values (?, ?, ?, ?, ?, ?)",
            [article, number, image.media_type, image.alt, image.data, clean(image.address)],
        )


def next_image(db: Database, article: int) -> int:
    """The number that the next picture of an article gets."""
    row = db.execute("select coalesce(max(number) + 1, 0) from images where article = ?", [article]).fetchone()
    return int(row[0])


def image(db: Database, article: int, number: int) -> Image | None:
    """A picture that came inside the file, by its number."""
    row = db.execute(
        "select media_type, data, alt, address from images where article = ? and number = ?", [article, number]
    ).fetchone()
    return None if row is None else Image(*row)


def images(db: Database, article: int) -> dict[int, Image]:
    """All pictures of an article, of each version of its text, by their numbers."""
    columns = "number, media_type, data, alt, address"
    rows = db.execute(f"select {columns} from images where article = ? order by number", [article])
    return {row[0]: Image(*row[1:]) for row in rows}
