"""The one place that makes SQL of what is looked for (`domain.wanted`), for lists, searches and exports.

Words are looked for in the index; what joins only words is one question to it. The other conditions stand beside it,
each in the form that SQLite answers fastest: never `MATCH ? and rowid in (...)`, which asks the index once for each id.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlite_utils import Database

from reader.domain import hits
from reader.domain.folding import fold
from reader.domain.tag import SEPARATOR, TagTree, split_path
from reader.domain.wanted import TAGS, Either, Every, Field, Near, QueryError, Wanted, Without, Words
from reader.storage import collections, tags
from reader.storage.connection import fetched, json_list

Place = Literal["articles", "highlights", "notes", "either"]  # what is looked through; "either": quotes and notes
Within = Place | Literal["article notes", "tag notes"]  # notes of whole articles, or of tags, each by themselves
Clause = tuple[str, list[Any]]

NO_TAG = "There is no tag {value}. Choose one of those that there are."
NO_COLLECTION = "There is no collection {value}. Choose one of those that there are."
NO_ANALYST = "There is no analyst {value} here. Those that there are: {names}."
NO_ANALYSTS = "No highlight here says who made it."
COMMON = 5_000  # articles with a tag, or in a collection, from which it is quicker to ask each one whether it is
MANY = 20  # a word is common if one article in so many has it
COLUMNS = {"highlights": "quote", "notes": "note", "either": "{quote note}"}
OWNERS = {"article notes": ("articles.id", "rowid"), "tag notes": ("tags.id", "-rowid")}  # as the index has them
ROW = "articles.id"
RANKED_ROW = "+search.rowid"  # to be asked of each article that has the words, before its row in `articles` is read
HAS = {
    "highlight": "articles.highlights > 0",
    "note": "(articles.note <> ''"
    " or exists (select 1 from highlights x where x.article = articles.id and x.note <> ''))",
    "tag": "exists (select 1 from tag_counts x where x.article = articles.id)",
    "picture": "exists (select 1 from images x where x.article = articles.id)",
    "reprint": "exists (select 1 from reprints x where x.article = articles.id)",
}
IS = {
    "unread": "articles.read = 0",
    "started": "articles.read = 1 and articles.done = 0",
    "done": "articles.done = 1",
    "read": "articles.read = 1",
    "starred": "articles.starred = 1",
    "reported": "articles.reported is not null",
}
LAST = "\U0010ffff"  # no character is behind it
SPECIAL = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


def condition(
    db: Database, wanted: Wanted, place: Within = "articles", row: str = ROW, still: Collection[int] = ()
) -> Clause:
    """The condition for rows of `articles`, and for other places of `highlights`, joined with their articles.

    For "article notes" it is one for rows of `articles` again, for "tag notes" for rows of `tags`.

    `row` is RANKED_ROW where `search` is asked for what it ranks, and joined with `articles`. `still` are
    articles that count as whatever is asked for with `is:`.
    Raises QueryError where a tag, a collection or an analyst is named that there is not.
    """
    return _Asking(db, place, row, still).clause(wanted)


def match_of(wanted: Wanted) -> str | None:
    """What to ask the index of articles, if that answers all of what is wanted; else None."""
    if isinstance(wanted, Words):
        return None if hits.single(wanted) else hits.phrase(wanted)
    if isinstance(wanted, Near):
        return hits.near(wanted)
    if isinstance(wanted, Field):
        found = hits.phrase(Words(wanted.value, wanted.exact)) if wanted.name == "title" else None
        return f"title : {found}" if found else None
    if isinstance(wanted, Either):
        return _joined(wanted.parts, " OR ")
    if isinstance(wanted, Every):
        positive = _joined(tuple(part for part in wanted.parts if not isinstance(part, Without)), " AND ")
        refused = tuple(part.part for part in wanted.parts if isinstance(part, Without))
        if not refused or positive is None:
            return positive
        against = _joined(refused, " OR ")
        return f"({positive}) NOT ({against})" if against else None
    return None


def ranked_by(wanted: Wanted) -> str | None:
    """What of it the index can put in an order of how well an article fits; None if nothing."""
    if isinstance(wanted, Every) and match_of(wanted) is None:
        return _joined(tuple(part for part in wanted.parts if match_of(part) is not None), " AND ")
    return match_of(wanted)


def unranked(wanted: Wanted) -> Wanted | None:
    """What has to be asked beside `ranked_by`, which answers the rest; None if that is all.

    All of it where there is a single character: together with the words it is found sooner than alone.
    """
    if match_of(wanted) is not None:
        return None
    if isinstance(wanted, Every) and not any(isinstance(part, Words) and hits.single(part) for part in wanted.parts):
        parts = tuple(part for part in wanted.parts if match_of(part) is None)
        return parts[0] if len(parts) == 1 else Every(parts)
    return wanted


def _joined(parts: tuple[Wanted, ...], between: str) -> str | None:
    found = [match_of(part) for part in parts]
    return between.join(f"({each})" for each in found) if found and None not in found else None


@dataclass(frozen=True, slots=True)
class _Asking:
    """Where something is looked for."""

    db: Database
    place: Within
    row: str
    still: Collection[int]
    refused: bool = False  # what is asked for must not be so

    def clause(self, wanted: Wanted) -> Clause:
        """What is wanted as a condition."""
        if self.place == "articles" and (found := match_of(wanted)) is not None:
            return self._indexed(("search", found))
        if isinstance(wanted, Every):
            return self._every(wanted)
        if isinstance(wanted, Either):
            characters, rest = self._characters(wanted.parts)
            either = [self._indexed(("search_characters", " OR ".join(characters)))] if characters else []
            return _combined(either + [self.clause(part) for part in rest], " or ")
        if isinstance(wanted, Without):
            sql, values = replace(self, refused=not self.refused).clause(wanted.part)
            return f"not ({sql})", values
        if isinstance(wanted, Field) and (wanted.name != "title" or self.place != "articles"):
            return self._field(wanted)
        return self._words(wanted)

    def _every(self, wanted: Every) -> Clause:
        """The parts that the index answers together are one question to it."""
        if self.place != "articles":
            return _combined([self.clause(part) for part in wanted.parts], " and ")
        asked = [part for part in wanted.parts if _is_for_index(part)]
        rest = [part for part in wanted.parts if not _is_for_index(part)]
        if not any(match_of(part) for part in asked):
            asked, rest = [], list(wanted.parts)
        characters, rest = self._characters(rest)
        refused, others = self._characters([part.part for part in rest if isinstance(part, Without)])
        rest = [part for part in rest if not isinstance(part, Without) or part.part in others]
        clauses = self._together(match_of(Every(tuple(asked))), " AND ".join(characters), " OR ".join(refused))
        return _combined(clauses + [self.clause(part) for part in rest], " and ")

    def _characters(self, parts: Sequence[Wanted]) -> tuple[list[str], list[Wanted]]:
        """All single characters among these, as their index is asked for them, and the other parts."""
        if self.place != "articles":
            return [], list(parts)
        found = {part: f'"{char}"' for part in parts if isinstance(part, Words) and (char := hits.single(part))}
        return list(found.values()), [part for part in parts if part not in found]

    def _together(self, words: str | None, characters: str, refused: str) -> list[Clause]:
        """Words, and single characters, which have an index of their own; each of it may be nothing."""
        asked = [(index, match) for index, match in (("search", words), ("search_characters", characters)) if match]
        if asked:
            return [self._indexed(*asked, refused=refused)]
        if not refused:
            return []
        sql, values = self._indexed(("search_characters", refused))
        return [(f"not ({sql})", values)]

    def _indexed(self, *asked: tuple[str, str], refused: str = "") -> Clause:
        """What indexes of articles find, each asked for something. With a plus, SQLite looks each article up in that,
        in the order of the list: for common words it has the first ones six times sooner than by finding the place
        of each article in it.
        """
        statement = " intersect ".join(f"select rowid from {index} where {index} match ?" for index, _ in asked)
        values = [match for _, match in asked]
        if refused:
            statement += " except select rowid from search_characters where search_characters match ?"
            values.append(refused)
        if len(values) > 1:  # in the order of the indexes: so SQLite compares them as it goes, and sorts nothing
            statement += " order by 1"
        plus = "+" if self.row == ROW and all(self._is_common(*each) for each in asked) else ""
        return f"{plus}{self.row} in ({statement})", values

    def _is_common(self, index: str, match: str) -> bool:
        [most] = self.db.execute("select coalesce(max(id), 0) from articles").fetchone()
        many = most // MANY
        statement = f"select count(*) from (select 1 from {index} where {index} match ? limit {many + 1})"
        [count] = self.db.execute(statement, [match]).fetchone()
        return bool(count > many)

    def _words(self, wanted: Words | Near | Field) -> Clause:
        if self.place != "articles":
            found = hits.near(wanted) if isinstance(wanted, Near) else hits.phrase(_plain(wanted))
            if self.place in OWNERS:
                owner, column = OWNERS[self.place]
                match = f"select {column} from search_notes where search_notes match ?"
                return f"{owner} in ({match})", [found or '""']
            return (
                "highlights.id in (select rowid from search_highlights where search_highlights match ?)",
                [f"{COLUMNS[self.place]} : ({found})" if found else '""'],
            )
        if isinstance(wanted, Words) and (character := hits.single(wanted)):
            return self._indexed(("search_characters", f'"{character}"'))
        return "0", []  # a part of near() is nothing that could be looked for

    def _field(self, wanted: Field) -> Clause:
        name, value = wanted.name, wanted.value
        if self.place == "tag notes" and name != "tag":
            return ("1" if name == "has" and value in ("note", "tag") else "0"), []
        if name in ("source", "author", "editor"):
            return f"articles.{name} in (select value from json_each(?))", [json_list(self._values(wanted))]
        if name == "title":
            return self._indexed(("search", match_of(wanted) or '""'))
        if name == "address":
            return "articles.url like ? escape '\\'", [f"%{value.translate(SPECIAL)}%"]
        if name == "language":
            return "(articles.language = ? or articles.language like ? escape '\\')", [
                value,
                f"{value.translate(SPECIAL)}-%",
            ]
        if name in ("date", "imported"):
            return between("published" if name == "date" else "imported", value, wanted.last)
        if name in TAGS:
            return self._tag(wanted)
        if name == "in":
            return self._collection(wanted)
        if name == "analyst":
            return self._analyst(wanted)
        if name == "has" and value == "note" and self.place != "articles":
            return f"{'articles' if self.place == 'article notes' else 'highlights'}.note <> ''", []
        return (HAS[value], []) if name == "has" else self._is(value)

    def _is(self, value: str) -> Clause:
        if not self.still:
            return IS[value], []
        stays = f"{'and not' if self.refused else 'or'} articles.id in (select value from json_each(?))"
        return f"({IS[value]} {stays})", [json_list(self.still)]

    def _values(self, wanted: Field) -> list[str]:
        """Those values of a field that have what is wanted in them, or are it, in any form."""
        rows = fetched(self.db, f"select distinct {wanted.name} from articles where {wanted.name} <> ''")
        values = [row[0] for row in rows]
        if wanted.whole:  # where one is written just so, others that fold to the same are something else
            return [each for each in values if each == wanted.value] or [
                each for each in values if fold(each) == fold(wanted.value)
            ]
        return [each for each in values if hits.in_field(wanted, each)]

    def _tag(self, wanted: Field) -> Clause:
        tree = tags.tree(self.db)
        ids = sorted(tags_named(tree, wanted))
        if not ids:
            raise QueryError("no-tag", NO_TAG, *wanted.place, value=wanted.value)
        if self.place == "tag notes":
            return "tags.id in (select value from json_each(?))", [json_list(ids)]
        if self.place == "article notes" or wanted.name == "article-tag":
            return self._named_in("article_tags", "tag", ids)
        if self.place != "articles":
            return (
                "highlights.id in (select highlight from highlight_tags where tag in (select value from json_each(?)))",
                [json_list(ids)],
            )
        return self._named_in("tag_counts", "tag", ids, sum(tree.by_id[tag].highlights for tag in ids))

    def _collection(self, wanted: Field) -> Clause:
        ids = [each.id for each in collections.named(self.db, wanted)]
        if not ids:
            raise QueryError("no-collection", NO_COLLECTION, *wanted.place, value=wanted.value)
        return self._named_in("collection_articles", "collection", ids, collections.size(self.db, ids))

    def _analyst(self, wanted: Field) -> Clause:
        names = dict(fetched(self.db, "select id, name from analysts"))
        if not names:
            raise QueryError("no-analysts", NO_ANALYSTS, *wanted.place)
        ids = [number for number, name in names.items() if fold(name) == fold(wanted.value)]
        ids = ids or [number for number, name in names.items() if hits.in_field(wanted, name)]
        if not ids:
            raise QueryError(
                "no-analyst", NO_ANALYST, *wanted.place, value=wanted.value, names=", ".join(names.values())
            )
        if self.place == "article notes":
            return "0", []  # whose they are is not known
        if self.place != "articles":
            return "highlights.analyst in (select value from json_each(?))", [json_list(ids)]
        return self._named_in("highlights", "analyst", ids)

    def _named_in(self, table: str, column: str, ids: Sequence[int], size: int = 0) -> Clause:
        """The articles beside which a table has one of these ids, if it has them `size` times, or fewer."""
        named = f"{column} in (select value from json_each(?))"
        if size > COMMON and self.row == ROW:
            return f"exists (select 1 from {table} x where x.article = articles.id and x.{named})", [json_list(ids)]
        return f"{self.row} in (select article from {table} where {named})", [json_list(ids)]


def _is_for_index(part: Wanted) -> bool:
    return match_of(part.part if isinstance(part, Without) else part) is not None


def _plain(wanted: Words | Field) -> Words:
    return Words(wanted.value, wanted.exact) if isinstance(wanted, Field) else wanted


def _combined(clauses: list[Clause], between: str) -> Clause:
    """All of them, in brackets by halves: one after another, a thousand are deeper than SQLite goes."""
    if len(clauses) == 1:
        return clauses[0]
    middle = len(clauses) // 2
    first, last = (_combined(half, between) for half in (clauses[:middle], clauses[middle:]))
    return f"({first[0]}{between}{last[0]})", first[1] + last[1]


def between(column: str, first: str, last: str) -> Clause:
    """A date from the first to the last, both included; each may be the beginning of one, or "" for an open end."""
    parts, values = [f"articles.{column} <> ''"], list[Any]()
    if first:
        parts.append(f"articles.{column} >= ?")
        values.append(first)
    if last:  # a day means all of it: "2020-03-04" also takes 2020-03-04T17:24
        parts.append(f"articles.{column} < ?")
        values.append(end_of(last))
    return "(" + " and ".join(parts) + ")", values


def end_of(date: str) -> str:
    """What stands behind all dates that begin so, and before all later ones; so that their index can be used."""
    return date + LAST


def tags_named(tree: TagTree, wanted: Field) -> set[int]:
    """The tags that are meant by a path or its end, with those below."""
    return tree.with_all_children(tags_meant(tree, wanted))


def tags_meant(tree: TagTree, wanted: Field) -> list[int]:
    """The tags that are meant by a path or its end: in any form of their characters.

    Where none has this name, those are meant that begin with it, so that the list follows the typing. A whole path
    means one tag: that which is written just so, if there is one.
    """
    if wanted.whole and (found := tree.find(wanted.value)) is not None:
        return [found.id]
    path = [fold(name) for name in split_path(wanted.value)]
    folded = tree.folded()
    if wanted.whole:
        return [tag for tag, names in folded.items() if names == path]
    meant = [tag for tag, names in folded.items() if path and names[-len(path) :] == path]
    if not meant and not wanted.exact and path:
        meant = [
            tag for tag, names in folded.items() if SEPARATOR.join(names[-len(path) :]).startswith(SEPARATOR.join(path))
        ]
    return meant
