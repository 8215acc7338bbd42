"""Highlights of the whole library as a table has them: which are meant, in which order, grouped, and their rows.

Where a hundred thousand are meant, each answer takes 20 to 50 ms. So articles are gone through in their order where
that is wanted, and only a few highlights are looked for first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from reader.domain.highlight_query import GroupBy, HighlightQuery, tag_groups
from reader.domain.query import ArticleQuery
from reader.domain.tag import TagTree
from reader.storage import articles, finding, tags
from reader.storage.articles import CHUNK, SORT_COLUMNS
from reader.storage.connection import fetched, snapshot
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


def ids(db: Database, query: HighlightQuery) -> list[int]:
    """The ids of the highlights meant, in order. Raises QueryError."""
    if query.sort in ("tags", "analyst"):
        return _by_groups(db, query)
    statement, values = _meant(db, query)
    return _as_list(db, statement, values)


def count(db: Database, query: HighlightQuery) -> int:
    """How many highlights are meant. Raises QueryError."""
    source, values = _from(db, query, by_article=False)
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


def findings(db: Database, query: HighlightQuery) -> Iterator[Finding]:
    """The highlights meant, in order, all as they are at one moment. Raises QueryError."""
    with snapshot(db):
        wanted = ids(db, query)
        for first in range(0, len(wanted), CHUNK):
            part = wanted[first : first + CHUNK]
            found = rows(db, part)
            yield from (found[each] for each in part if each in found)


# ---- which are meant


def _meant(db: Database, query: HighlightQuery) -> tuple[str, list[Any]]:
    """The statement that selects the ids meant, in order, and its values."""
    own = OWN.get(query.sort)
    way = "desc" if query.descending else "asc"
    source, values = _from(db, query, by_article=own is None)
    if own is not None:
        return f"select highlights.id {source} order by {own} {way}, highlights.id {way}", values
    column = OF_ARTICLES.get(query.sort)
    if column is None:
        column, way = SORT_COLUMNS[query.articles.sort], "desc" if query.articles.descending else "asc"
    order = f'articles.{column} {way}, articles.id {way}, highlights."start", highlights."end" desc, highlights.id'
    return f"select highlights.id {source} order by {order}", values


def _from(db: Database, query: HighlightQuery, *, by_article: bool) -> Clause:
    """From where highlights are selected; `by_article`: in an order of their articles."""
    conditions = _conditions(db, query)
    own = " and ".join(sql for sql, _ in conditions) or "1"
    values = [value for _, more in conditions for value in more]
    of_articles = "articles." in own
    if not by_article and not of_articles and _is_every(query.articles):
        return f"from highlights where highlights.article not in ({IN_TRASH}) and {own}", values
    where, more = _of_articles(db, query.articles)
    if by_article and (of_articles or not conditions or not _few(db, own, values)):
        # "cross": through the articles as they stand in their index, else all highlights would be sorted.
        join = "from articles cross join highlights on highlights.article = articles.id"
    else:
        join = "from highlights join articles on articles.id = highlights.article"
    return f"{join} where {where} and {own}", [*more, *values]


def _few(db: Database, condition: str, values: Sequence[Any]) -> bool:
    statement = f"select count(*) from (select 1 from highlights where {condition} limit {FEW + 1})"
    return int(db.execute(statement, values).fetchone()[0]) <= FEW


def _is_every(query: ArticleQuery) -> bool:
    """Whether all articles outside the trash are meant."""
    asked = (query.tags, query.source, query.since, query.until, query.wanted, query.limit is not None)
    return query.scope == "all" and not any(asked)


def _of_articles(db: Database, query: ArticleQuery) -> tuple[str, list[Any]]:
    """The condition for `articles`."""
    if query.limit is None:
        return articles.condition(db, query)
    statement, values = articles.meant(db, query, "id")
    return f"articles.id in ({statement})", values


def _conditions(db: Database, query: HighlightQuery) -> list[Clause]:
    """What is asked of highlights, on the table `highlights`; what names `articles` needs those beside it."""
    found = _of_tags(db, query)
    if query.wanted is not None:
        found.append(finding.condition(db, query.wanted, "either"))
    if query.noted is not None:
        found.append((f"highlights.note {'<>' if query.noted else '='} ''", []))
    if query.untagged is not None:
        has = "select 1 from highlight_tags t where t.highlight = highlights.id"
        found.append((f"{'not ' if query.untagged else ''}exists ({has})", []))
    if query.analysts:
        found.append(_by_analysts(query.analysts))
    for column, values in (("state", query.states), ("color", query.colors)):
        if values:
            found.append((f"highlights.{column} in (select value from json_each(?))", [_json(sorted(values))]))
    return found


def _of_tags(db: Database, query: HighlightQuery) -> list[Clause]:
    wanted, refused = tag_groups(tags.tree(db), query.tags) if query.tags else ([], [])
    if query.any_tag and wanted:
        wanted = [[tag for group in wanted for tag in group]]
    found = [_has(group) for group in (*wanted, *query.tagged)]
    if refused:
        sql, values = _has(refused)
        found.append((f"not ({sql})", values))
    return found


def _has(group: Sequence[int]) -> Clause:
    """One of these tags."""
    tagged = "select highlight from highlight_tags where tag in (select value from json_each(?))"
    return f"highlights.id in ({tagged})", [_json(list(group))]


def _by_analysts(names: frozenset[str]) -> Clause:
    named = "highlights.analyst in (select id from analysts where name in (select value from json_each(?)))"
    return (f"({named} or highlights.analyst is null)" if "" in names else named), [_json(sorted(names))]


# ---- grouped


class Group:
    """Highlights that have something in common: `key` is the id of a tag (None: no tag), or of an article, a source, or
    a month such as "2020-03" ("": it is not known).

    They are put in order once somebody looks at them: of a hundred thousand most are never seen.
    """

    __slots__ = ("_ids", "_places", "key")

    def __init__(self, key: int | str | None, ids: list[int], places: dict[int, int]) -> None:
        """`places` has the place of each in the order of all."""
        self.key, self._ids, self._places = key, ids, places

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> Sequence[int]:
        """Its highlights, in the order of all."""
        if self._places:
            self._ids.sort(key=self._places.__getitem__)
            self._places = {}
        return self._ids


def groups(db: Database, ids: Sequence[int], by: GroupBy) -> list[Group]:
    """Put highlights together, which are given in their order; one stands in the group of each of its tags.

    Tags come in the order of their tree and then those without, articles as the first of each stands, sources by
    name, months from the latest on.
    """
    places = dict(zip(ids, range(len(ids)), strict=True))
    if by == "tag":
        found = _tagged(db, ids, tags.tree(db), places)
    elif by == "article":
        found = sorted(_together(db, ids, places).items(), key=lambda each: min(map(places.__getitem__, each[1])))
    else:
        found = _of_fields(db, ids, by, places)
    return [Group(key, group, places) for key, group in found]


def _tagged(db: Database, ids: Sequence[int], tree: TagTree, places: dict[int, int]) -> list[tuple[Any, list[int]]]:
    only, values = _only("highlight", ids)
    lists = dict(_lists(db, f"select tag, json_group_array(highlight) from highlight_tags{only} group by tag", values))
    found: list[tuple[Any, list[int]]] = []
    seen = set[int]()
    for tag in tree:
        if there := [each for each in lists.get(tag.id, ()) if each in places]:
            found.append((tag.id, there))
            seen.update(there)
    if rest := [each for each in ids if each not in seen]:
        found.append((None, rest))
    return found


def _together(db: Database, ids: Sequence[int], places: dict[int, int]) -> dict[int, list[int]]:
    """Highlights by their articles."""
    only, values = _only("id", ids)
    statement = f"select article, json_group_array(id) from highlights{only} group by article"
    found = ((article, [each for each in group if each in places]) for article, group in _lists(db, statement, values))
    return {article: group for article, group in found if group}


def _of_fields(db: Database, ids: Sequence[int], by: GroupBy, places: dict[int, int]) -> list[tuple[str, list[int]]]:
    """Highlights by the source or the month of their articles."""
    column = "source" if by == "source" else "substr(published, 1, 7)"
    known = dict(fetched(db, f"select id, {column} from articles where highlights > 0"))
    found: dict[str, list[int]] = {}
    for article, group in _together(db, ids, places).items():
        found.setdefault(known.get(article, ""), []).extend(group)
    if by == "source":
        return sorted(found.items(), key=lambda each: (not each[0], each[0].casefold(), each[0]))
    return sorted(found.items(), reverse=True)


def _by_groups(db: Database, query: HighlightQuery) -> list[int]:
    """In the order of their tags, or of the names of their analysts; those without behind all others."""
    statement, values = _meant(db, replace(query, sort="created", descending=False))
    unsorted = _as_list(db, statement, values)
    places = dict(zip(unsorted, range(len(unsorted)), strict=True))
    found = _tagged(db, unsorted, tags.tree(db), places) if query.sort == "tags" else _signed(db, places)
    ordered = list(dict.fromkeys(each for _, group in found for each in sorted(group, key=places.__getitem__)))
    return ordered[::-1] if query.descending else ordered


def _signed(db: Database, places: dict[int, int]) -> list[tuple[Any, list[int]]]:
    names = dict(fetched(db, "select id, name from analysts"))
    by = "select analyst, json_group_array(id) from highlights where analyst is not null group by analyst"
    lists = sorted(_lists(db, by), key=lambda each: (names.get(each[0], "").casefold(), each[0]))
    found = [(number, [each for each in group if each in places]) for number, group in lists]
    return [*found, (None, list(places))]


def _only(column: str, ids: Sequence[int]) -> tuple[str, list[Any]]:
    """Where few are to be grouped, only those are read."""
    if len(ids) > FEW:
        return "", []
    return f" where {column} in (select value from json_each(?))", [_json(list(ids))]


def _lists(db: Database, statement: str, values: Sequence[Any] = ()) -> Iterator[tuple[int, list[int]]]:
    yield from ((key, json.loads(group)) for key, group in db.execute(statement, list(values)))


def _as_list(db: Database, statement: str, values: Sequence[Any]) -> list[int]:
    """What a statement selects as `id`, as one row: other threads wait for Python at each row otherwise."""
    [found] = db.execute(f"select json_group_array(id) from ({statement})", list(values)).fetchone()
    made: list[int] = json.loads(found)
    return made


def _json(values: Sequence[object]) -> str:
    return json.dumps(values)
