"""Highlights of the whole library as a table has them: which are meant, in which order, grouped, and their rows.

Where a hundred thousand are meant, each answer takes 20 to 50 ms. So articles are gone through in their order where
that is wanted, and only a few highlights are looked for first.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from reader.domain.highlight_query import GroupBy, HighlightQuery, TagGroup
from reader.domain.ordering import by_reading
from reader.domain.query import ArticleQuery
from reader.storage import articles, finding, tags
from reader.storage.articles import CHUNK, SORT_COLUMNS
from reader.storage.connection import as_list, fetched, ids_of, json_list, snapshot
from reader.storage.finding import Clause
from reader.storage.highlights import Finding, finding_rows

FEW = 10_000  # highlights, up to which those are looked for and then put in order
# Those of these sorts that are columns of articles; the text's order follows in each.
OF_ARTICLES = {"title": SORT_COLUMNS["title"], "source": SORT_COLUMNS["source"], "published": "published"}
OWN = {
    "quote": "substr(highlights.quote, 1, 24) collate nocase",  # as it is indexed
    "note": "highlights.note collate nocase",
    "created": "highlights.created",
    "updated": "highlights.updated",
}
IN_TRASH = "select id from articles where trashed is not null"
SOME = "select id from highlights where"
JOINED = "select highlights.id from highlights join articles on articles.id = highlights.article"
TAGGED = "select highlight from highlight_tags"
UNTAGGED = f"{SOME} id not in ({TAGGED})"
LISTED = "select value from json_each(?)"
IN_TAGGED = f"{SOME} article in (select article from article_tags where tag"


def ids(db: Database, query: HighlightQuery) -> list[int]:
    """The ids of the highlights meant, in order. Raises QueryError."""
    if query.sort in ("tags", "analyst"):
        return _by_groups(db, query)
    if query.sort == "note" and query.noted is None:  # of most there is nothing to be sorted by
        with snapshot(db):
            noted, every = ids(db, replace(query, noted=True)), ids(db, replace(query, sort="created"))
        others = itertools.filterfalse(set(noted).__contains__, every)
        return [*noted, *others] if query.descending else [*others, *noted]
    statement, values = _meant(db, query)
    return ids_of(db, statement, values)


def count(db: Database, query: HighlightQuery) -> int:
    """How many highlights are meant. Raises QueryError."""
    source, values = meant(db, query)
    return int(db.execute(f"select count(*) {source}", values).fetchone()[0])


def total(db: Database) -> int:
    """How many highlights there are outside the trash."""
    found = db.execute(f"select count(*) from highlights where article not in ({IN_TRASH})")
    return int(found.fetchone()[0])


def rows(db: Database, ids: Sequence[int]) -> dict[int, Finding]:
    """What is shown of some highlights, by id; not of those that are gone."""
    found: dict[int, Finding] = {}
    for first in range(0, len(ids), CHUNK):
        found.update((each.highlight.id, each) for each in finding_rows(db, ids[first : first + CHUNK]))
    return found


def tags_on(db: Database, ids: Sequence[int]) -> dict[int, int]:
    """The tags that some highlights have, each with how many of them have it."""
    with snapshot(db):
        listed = _Listed(db, ids)
        if listed.whole:
            return dict(fetched(db, "select tag, count(*) from highlight_tags group by tag"))
        return {tag: len(group) for tag, group in listed.lists("tag", "highlight_tags", "highlight")}


def findings(db: Database, query: HighlightQuery, by: GroupBy | None = None) -> Iterator[Finding]:
    """The highlights meant, in order, all as they are at one moment. Raises QueryError.

    Put together `by` something, each stands where it comes first.
    """
    with snapshot(db):
        wanted = ids(db, query)
        if by is not None:
            wanted = [*dict.fromkeys(itertools.chain.from_iterable(group.ids for group in groups(db, wanted, by)))]
        for first in range(0, len(wanted), CHUNK):
            part = wanted[first : first + CHUNK]
            found = rows(db, part)
            yield from (found[each] for each in part if each in found)


# ---- which are meant


def meant(db: Database, query: HighlightQuery) -> Clause:
    """From where, and on which condition, the highlights meant are selected, in any order. Raises QueryError."""
    return _from(db, query, by_article=False)


def _meant(db: Database, query: HighlightQuery) -> tuple[str, list[Any]]:
    """The statement that selects the ids meant, in order, and its values."""
    own = OWN.get(query.sort)
    way = "desc" if query.descending else "asc"
    source, values = _from(db, query, by_article=own is None)
    if own is not None:
        order = f"{own} {way}, highlights.article {way}, highlights.id {way}"  # as the indexes have it
        return f"select highlights.id {source} order by {order}", values
    column = OF_ARTICLES.get(query.sort)
    if column is None:
        column, way = SORT_COLUMNS[query.articles.sort], "desc" if query.articles.descending else "asc"
    order = f'articles.{column} {way}, articles.id {way}, highlights."start", highlights."end" desc, highlights.id'
    return f"select highlights.id {source} order by {order}", values


def _from(db: Database, query: HighlightQuery, *, by_article: bool) -> Clause:
    """From where highlights are selected; `by_article`: in an order of their articles."""
    own, refused = _conditions(db, query)
    few = False
    if by_article:
        looked = [_looked_for(db, each) for each in own]
        own, few = [found or each for found, each in zip(looked, own, strict=True)], any(looked)
    where, values = _every_of(own, refused)
    if not by_article and query.articles.of_all:
        return f"from highlights where highlights.article not in ({IN_TRASH}){where}", values
    of_articles, more = _of_articles(db, query.articles)
    # "cross": through the articles as they stand in their index, else all highlights would be sorted.
    cross = " cross" if by_article and not few else ""
    first, second = ("articles", "highlights") if by_article else ("highlights", "articles")
    join = f"from {first}{cross} join {second} on articles.id = highlights.article"
    return f"{join} where {of_articles}{where}", [*more, *values]


def _every_of(own: Sequence[Clause], refused: Sequence[Clause]) -> Clause:
    """That a highlight is among all of these, and among none of those: each is a statement that selects ids."""
    sql = "".join(f" and highlights.id in ({each})" for each, _ in own)
    sql += "".join(f" and highlights.id not in ({each})" for each, _ in refused)
    return sql, [value for _, values in (*own, *refused) for value in values]


def _looked_for(db: Database, selected: Clause) -> Clause | None:
    """What a statement selects, found already, where that are few; else None."""
    statement, values = selected
    few = f"with found (id) as ({statement} limit {FEW + 1}) select json_group_array(id) from found"
    found = as_list(db, few, values)
    return ("select value from json_each(?)", [json_list(found)]) if len(found) <= FEW else None


def _of_articles(db: Database, query: ArticleQuery) -> tuple[str, list[Any]]:
    """The condition for `articles`."""
    if query.limit is None:
        return articles.condition(db, query)
    statement, values = articles.meant(db, query, "id")
    return f"articles.id in ({statement})", values


def _conditions(db: Database, query: HighlightQuery) -> tuple[list[Clause], list[Clause]]:
    """Statements that select the ids of highlights: those that are to be, and those that are not.

    As far as there is an index, each is answered from that alone, without reading highlights.
    """
    own, refused = _of_tags(db, query)
    if query.wanted is not None:
        sql, values = finding.condition(db, query.wanted, "either", still=query.articles.still)
        own.append((f"{JOINED} where {sql}" if "articles." in sql else f"{SOME} {sql}", values))
    if query.noted is not None:
        (own if query.noted else refused).append((f"{SOME} note <> ''", []))
    if query.untagged is not None:  # the others are left out: to look for these takes longer, either way
        refused.append((TAGGED if query.untagged else UNTAGGED, []))
    if query.analysts:
        own.append(_by_analysts(query.analysts))
    if query.only is not None:
        own.append((f"{SOME} id in (select value from json_each(?))", [json_list(sorted(query.only))]))
    for column, wanted in (("state", query.states), ("color", query.colors)):
        if wanted:
            marked = "" if "" in wanted else f"{column} <> '' and "
            own.append((f"{SOME} {marked}{column} in (select value from json_each(?))", [json_list(sorted(wanted))]))
    return own, refused


def _of_tags(db: Database, query: HighlightQuery) -> tuple[list[Clause], list[Clause]]:
    wanted, refused = tags.groups(db, query)
    return [_has(group) for group in wanted], [_has(refused)] if refused else []


def _has(group: TagGroup) -> Clause:
    """One of these tags."""
    own, theirs = (f"{TAGGED} where tag in ({LISTED})", group.own), (f"{IN_TAGGED} in ({LISTED}))", group.of_article)
    asked = [each for each in (own, theirs) if each[1]] or [own]
    return " union ".join(statement for statement, _ in asked), [json_list(ids) for _, ids in asked]


def _by_analysts(names: frozenset[str]) -> Clause:
    by = "analyst in (select id from analysts where name in (select value from json_each(?)))"
    return f"{SOME} {by}{' or analyst is null' if '' in names else ''}", [json_list(sorted(names))]


# ---- grouped


class Places:
    """The place of each highlight in the order of all, worked out once somebody asks for it."""

    def __init__(self, ids: Sequence[int]) -> None:
        self._ids = ids
        self._places: dict[int, int] = {}

    def of(self, highlight: int) -> int:
        """From 0 on."""
        if not self._places:
            self._places = dict(zip(self._ids, range(len(self._ids)), strict=True))
        return self._places[highlight]


class Group:
    """Highlights that have something in common: `key` is the id of a tag (None: no tag), or of an article, a source, or
    a month such as "2020-03" ("": it is not known).

    They are put in order once somebody looks at them: of a hundred thousand most are never seen.
    """

    __slots__ = ("_ids", "_places", "key")

    def __init__(self, key: int | str | None, ids: list[int], places: Places) -> None:
        self.key, self._ids = key, ids
        self._places: Places | None = places

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def members(self) -> Sequence[int]:
        """Its highlights, in any order."""
        return self._ids

    @property
    def ids(self) -> Sequence[int]:
        """Its highlights, in the order of all."""
        if (places := self._places) is not None:
            self._ids = sorted(self._ids, key=places.of)  # another list: what is copied meanwhile is read elsewhere
            self._places = None
        return self._ids


def groups(db: Database, ids: Sequence[int], by: GroupBy) -> list[Group]:
    """Put highlights together, which are given in their order, as `ids` found them in the same snapshot.

    One stands in the group of each of its tags. Tags come in the order of their tree and then those without, articles
    as the first of each stands, sources by name, months from the latest on.
    """
    with snapshot(db):
        listed = _Listed(db, ids)
        if by == "tag":
            found = _tagged(db, listed)
        else:
            together = dict(listed.lists("article", "highlights", "id"))
            found = _of_articles_in(ids, together) if by == "article" else _of_fields(db, by, together)
    places = Places(ids)
    return [Group(key, group, places) for key, group in found]


class _Listed:
    """The highlights that are to be put together, quick to tell from others: a mark for each id that there may be."""

    def __init__(self, db: Database, ids: Sequence[int]) -> None:
        self._db, self._ids = db, ids
        [most] = db.execute("select coalesce(max(id), 0) from highlights").fetchone()
        [every] = db.execute("select count(*) from highlights").fetchone()
        self.whole = len(ids) == every
        self._marks = bytearray(max(most, max(ids, default=0)) + 1)
        for each in ids if not self.whole else ():
            self._marks[each] = 1

    def lists(self, key: str, table: str, column: str) -> Iterator[tuple[Any, list[int]]]:
        """Those of them that have the same key in a table, by that key; where few are listed, only those are read."""
        where, values = f"from {table} where {key} is not null", list[Any]()
        if len(self._ids) <= FEW:
            where, values = f"{where} and {column} in (select value from json_each(?))", [json_list(self._ids)]
        # All of them at once, to be cut into pieces: ten thousand arrays would take twice as long.
        every = ids_of(self._db, f"select {column} as id {where} order by {key}", values)
        counts = fetched(self._db, f"select {key}, count(*) {where} group by {key} order by {key}", values)
        start = 0
        for value, count in counts:
            group = every[start : start + count]
            start += count
            if not self.whole:
                group = [*itertools.compress(group, map(self._marks.__getitem__, group))]
            if group:
                yield value, group

    def once(self, some: Iterable[Sequence[int]]) -> tuple[list[int], list[int]]:
        """What is in these lists, each where it comes first; and those of them that are in none, in order."""
        left, found = bytearray(b"\1") * len(self._marks), list[int]()
        for group in some:
            fresh = [*itertools.compress(group, map(left.__getitem__, group))]
            found += fresh
            for each in fresh:
                left[each] = 0
        return found, [*itertools.compress(self._ids, map(left.__getitem__, self._ids))]


def _tagged(db: Database, listed: _Listed) -> list[tuple[Any, list[int]]]:
    lists = dict(listed.lists("tag", "highlight_tags", "highlight"))
    found: list[tuple[Any, list[int]]] = [(tag.id, lists[tag.id]) for tag in tags.tree(db) if tag.id in lists]
    _, rest = listed.once(lists.values())
    return [*found, (None, rest)] if rest else found


def _of_articles_in(ids: Sequence[int], together: dict[int, list[int]]) -> list[tuple[Any, list[int]]]:
    """Articles in the order in which the first highlight of each stands."""
    owners = [0] * (max(ids, default=0) + 1)
    for article, group in together.items():
        for each in group:
            owners[each] = article
    order = dict.fromkeys(filter(None, map(owners.__getitem__, ids)))
    return [(article, together[article]) for article in order]


def _of_fields(db: Database, by: GroupBy, together: dict[int, list[int]]) -> list[tuple[Any, list[int]]]:
    """Highlights of articles by the source or the month of those."""
    column = "source" if by == "source" else "substr(published, 1, 7)"
    known = dict(fetched(db, f"select id, {column} from articles where highlights > 0"))
    found: dict[str, list[int]] = {}
    for article, group in together.items():
        found.setdefault(known.get(article, ""), []).extend(group)
    if by == "source":
        return sorted(found.items(), key=lambda each: (not each[0], by_reading(each[0]), each[0]))
    return sorted(found.items(), reverse=True)


def _by_groups(db: Database, query: HighlightQuery) -> list[int]:
    """In the order of their tags, or of the names of their analysts; those without behind all others."""
    with snapshot(db):
        source, values = meant(db, query)
        listed = _Listed(db, ids_of(db, f"select highlights.id {source}", values))
        if query.sort == "tags":
            order = {tag.id: number for number, tag in enumerate(tags.tree(db))}
            lists = sorted(listed.lists("tag", "highlight_tags", "highlight"), key=lambda each: order.get(each[0], -1))
        else:
            names = dict(fetched(db, "select id, name from analysts"))
            signed = listed.lists("analyst", "highlights", "id")
            lists = sorted(signed, key=lambda each: (by_reading(names.get(each[0], "")), each[0]))
    found, rest = listed.once(group for _, group in lists)
    ordered = [*found, *rest]
    return ordered[::-1] if query.descending else ordered
