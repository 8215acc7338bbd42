"""Storing a draft as an article, unless it is there already."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from reader.domain.article import Draft
from reader.domain.text import clean, identity, one_line
from reader.storage import reprints, texts
from reader.storage.articles import ADDRESSABLE, FIELD_LIMIT
from reader.storage.connection import fresh_id, json_list
from reader.storage.stamps import new_uid, now

Sameness = Literal["", "file", "text", "address"]
ATTRIBUTES = 200  # named fields of one article
VALUE_LIMIT = 100_000  # code points of one


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a draft. `same` says in what a duplicate is the article that was there before; "": it is none.

    `title` is that of the stored article. `reprint_of` is the uid of an article that has nearly the same text, and
    `reprint_title` its title.
    """

    article: int
    uid: str
    title: str
    same: Sameness = ""
    reprint_of: str = ""
    reprint_title: str = ""

    @property
    def duplicate(self) -> bool:
        """Whether it was there before."""
        return bool(self.same)


def add(
    db: Database,
    draft: Draft,
    *,
    read_anew: bool = False,
    same: tuple[int, Sameness] | None = None,
    like: int = 0,
    instead: Collection[int] = (),
) -> Added:
    """Store a draft unless it is there already; call inside an open step.

    The same bytes, or the same text but for white space, is a duplicate; bytes that are `read_anew`, in another
    encoding than before, only if they gave the same text. One that lies in the trash comes back instead, and counts
    as added. So is an article that the caller found to be the `same`, and in what, unless it lies in the trash, since
    its text is another one. Articles `instead` of which the draft is stored do not count as there. `like` is an
    article that has nearly the same text, 0 for none: both become a group of reprints.
    """
    sha256 = hashlib.sha256(draft.original.data).hexdigest()
    sameness = identity(draft.text)
    there = _same(db, "" if read_anew else sha256, sameness, instead)
    if there is None and same is not None and not _is_trashed(db, same[0]):
        there = same
    if there is not None:
        return _kept(db, *there)
    uid = new_uid()
    article = _insert(db, draft, uid)
    texts.insert(db, article, 1, draft, sameness)
    _insert_original(db, article, draft, sha256)
    texts.insert_images(db, article, draft.images, 0)
    _insert_attributes(db, article, draft)
    reprints.set_keys(db, article, draft.keys)
    if like:
        reprints.link(db, article, like)
    # Only this is recorded: undoing an import moves the article to the trash, where nothing is lost.
    db.execute("update articles set trashed = null where id = ?", [article])
    return Added(article, uid, draft.title, "", *(_called(db, like) if like else ()))


def _is_trashed(db: Database, article: int) -> bool:
    row = db.execute("select trashed is not null from articles where id = ?", [article]).fetchone()
    return bool(row[0])


def _kept(db: Database, article: int, same: Sameness) -> Added:
    uid, title, trashed = db.execute(
        "select uid, title, trashed is not null from articles where id = ?", [article]
    ).fetchone()
    if trashed:
        db.execute("update articles set trashed = null where id = ?", [article])
    return Added(article, uid, title, "" if trashed else same)


def _same(db: Database, sha256: str, sameness: str, instead: Collection[int]) -> tuple[int, Sameness] | None:
    row = db.execute(
        "select a.id, exists (select 1 from originals where article = a.id and sha256 = ?) from articles a"
        " where a.id in (select article from originals where sha256 = ?"
        " union select article from texts where identity = ?) and a.id not in (select value from json_each(?))"
        " order by trashed is not null, a.id desc limit 1",  # read anew it was read better
        [sha256, sha256, sameness, json_list(instead)],
    ).fetchone()
    return None if row is None else (row[0], "file" if row[1] else "text")


def _called(db: Database, article: int) -> tuple[str, str]:
    uid, title = db.execute("select uid, title from articles where id = ?", [article]).fetchone()
    return uid, title


def _insert(db: Database, draft: Draft, uid: str) -> int:
    time, made = now(), fresh_id(db, "articles")
    db.execute(
        "insert into articles (id, uid, title, source, author, editor, published, url, language, imported, characters,"
        " trashed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [made, uid, draft.title]
        + [one_line(getattr(draft, name))[:FIELD_LIMIT] for name in ADDRESSABLE]
        + [time, len(draft.text), time],
    )
    return made


def _insert_attributes(db: Database, article: int, draft: Draft) -> None:
    db.conn.executemany(
        "insert into attributes values (?, ?, ?, ?)",
        [
            (article, number, one_line(name)[:FIELD_LIMIT], clean(value)[:VALUE_LIMIT])
            for number, (name, value) in enumerate(draft.attributes[:ATTRIBUTES])
        ],
    )


def _insert_original(db: Database, article: int, draft: Draft, sha256: str) -> None:
    original = draft.original
    db.execute(
        "insert into originals values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            article,
            clean(original.name),  # file names may hold bytes that are no characters
            original.media_type,
            original.encoding,
            original.method,
            len(original.data),
            sha256,
        ]
        + [json.dumps(draft.warnings), zlib.compress(original.data)],
    )
