"""Lists of highlights: each condition, order and grouping against going through all of them in Python."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import ReaderError
from reader.domain.folding import fold
from reader.domain.highlight_query import GROUPINGS, HIGHLIGHT_SORTS, HighlightQuery, TagTerm
from reader.domain.query import ArticleQuery
from reader.domain.tag import TagTree
from reader.domain.wanted import parse
from reader.services import annotating, edits, tagging
from reader.storage import article_tags, articles, highlights, journal, marked, tags
from reader.storage.highlights import Finding
from reader.storage.library import Library

SOURCES = ("膠東在線", "x", "", "X")
DATES = ("2020-03-04T17:24:00", "2020-03-09", "2021-01-01", "")
WORDS = "發展民生經濟English words高新區海洋"
ALL = HighlightQuery()


@pytest.fixture
def full(library: Library) -> Database:
    """Ten articles, one of them in the trash, with 120 highlights of three people and nobody, and eight tags."""
    db, chance = library.db, random.Random(5)
    ids = [
        making.add(db, f"第{n}號 {WORDS[n:]}\n{WORDS * 4}{n}", source=SOURCES[n % 4], published=DATES[n % 3 + n // 8])
        for n in range(10)
    ]
    paths = ("政策", "政策/民生", "政策/民生/養老", "人物", "人物/市長", "b", "A", "高新區")
    made = [tagging.add(db, path)[0] for path in paths]
    with journal.step(db, "highlight"):
        for number in range(120):
            start = chance.randrange(60)
            notes = ("", "", "發展 note", "海洋")[number % 4]
            edits.highlight(
                *(db, chance.choice(ids), start, start + chance.choice([1, 4, 20])),
                tags=chance.sample(made, chance.choice([0, 1, 1, 2, 3])),
                note=notes,
                color=chance.choice(["", "", "red", "blue"]),
                analyst=chance.choice(["林", "Anna", "anna", ""]),
            )
    for number, state in ((3, "review"), (4, "orphan"), (5, "adjusted")):
        db.execute("update highlights set state = ?, updated = '2099' where id = ?", [state, number])
    annotating.tag_articles(db, ids[2:5], put=[made[1]])
    annotating.tag_articles(db, ids[7:9], put=[made[2], made[3]])
    edits.trash(db, [ids[4]])
    edits.set_starred(db, ids[:3], True)
    return db


def everything(db: Database, *, trashed: bool = False) -> list[Finding]:
    """All highlights of articles outside the trash, or of those in it."""
    away = articles.trashed(db, articles.ids(db, ArticleQuery()) + articles.ids(db, ArticleQuery(scope="trash")))
    every = [row[0] for row in db.execute("select id from highlights order by id")]
    return [each for each in marked.rows(db, every).values() if away[each.highlight.article] == trashed]


def has(tree: TagTree, *terms: tuple[str, bool]) -> Callable[[Finding], bool]:
    """Whether a highlight has all of these tags, with those below or not."""

    def holds(found: Finding) -> bool:
        own = set(found.highlight.tags)
        return all(
            own & (tree.with_children(tag_of(tree, path)) if below else {tag_of(tree, path)}) for path, below in terms
        )

    return holds


def in_tagged(db: Database, path: str, *, below: bool = True) -> Callable[[Finding], bool]:
    """Whether its article has a tag as a whole."""
    tree = tags.tree(db)
    wanted = tree.with_children(tag_of(tree, path)) if below else {tag_of(tree, path)}
    return lambda found: bool(wanted.intersection(article_tags.of(db, found.highlight.article)))


def tag_of(tree: TagTree, path: str) -> int:
    found = tree.find(path)
    assert found is not None
    return found.id


def words(found: Finding) -> str:
    return fold(f"{found.highlight.quote}\n{found.highlight.note}")


def cases(tree: TagTree) -> Iterable[tuple[str, HighlightQuery, Callable[[Finding], bool]]]:
    policy, people, old = (TagTerm(tag_of(tree, path)) for path in ("政策", "人物", "政策/民生/養老"))
    alone, no_people = replace(policy, below=False), replace(people, without=True)
    in_policy, in_people = has(tree, ("政策", True)), has(tree, ("人物", True))
    yield "a tag", HighlightQuery(tags=(policy,)), in_policy
    yield "a tag alone", HighlightQuery(tags=(alone,)), has(tree, ("政策", False))
    yield "both", HighlightQuery(tags=(policy, people)), lambda each: in_policy(each) and in_people(each)
    yield (
        "either",
        HighlightQuery(tags=(old, people), any_tag=True),
        lambda e: has(tree, ("政策/民生/養老", True))(e) or in_people(e),
    )
    yield "not", HighlightQuery(tags=(no_people,)), lambda each: not in_people(each)
    yield (
        "either, not",
        HighlightQuery(tags=(policy, old, no_people), any_tag=True),
        lambda e: in_policy(e) and not in_people(e),
    )
    yield "a tag that is gone", HighlightQuery(tags=(TagTerm(999),)), lambda each: True
    yield (
        "groups of tags",
        HighlightQuery(tagged=((policy.tag, people.tag), (old.tag,))),
        lambda e: bool({policy.tag, people.tag} & set(e.highlight.tags)) and old.tag in e.highlight.tags,
    )
    yield "untagged", HighlightQuery(untagged=True), lambda each: not each.highlight.tags
    yield "tagged", HighlightQuery(untagged=False), lambda each: bool(each.highlight.tags)
    yield "with a note", HighlightQuery(noted=True), lambda each: bool(each.highlight.note)
    yield "without a note", HighlightQuery(noted=False), lambda each: not each.highlight.note
    yield (
        "to be looked at",
        HighlightQuery(states=frozenset({"review", "orphan"})),
        lambda e: e.highlight.state in ("review", "orphan"),
    )
    yield "one analyst", HighlightQuery(analysts=frozenset({"Anna"})), lambda each: each.highlight.analyst == "Anna"
    yield (
        "one or nobody",
        HighlightQuery(analysts=frozenset({"林", ""})),
        lambda each: each.highlight.analyst in ("林", ""),
    )
    yield "an unknown one", HighlightQuery(analysts=frozenset({"Nobody"})), lambda each: False
    yield "a colour", HighlightQuery(colors=frozenset({"red"})), lambda each: each.highlight.color == "red"
    yield "no colour", HighlightQuery(colors=frozenset({""})), lambda each: each.highlight.color == ""
    yield "words", HighlightQuery(wanted=parse("發展")), lambda each: fold("發展") in words(each)
    yield (
        "simplified words",
        HighlightQuery(wanted=parse("发展 海洋")),
        lambda e: all(fold(w) in words(e) for w in ("發展", "海洋")),
    )
    yield "not words", HighlightQuery(wanted=parse("-發展")), lambda each: fold("發展") not in words(each)
    yield (
        "words of a source",
        HighlightQuery(wanted=parse("發展 source:膠東")),
        lambda e: fold("發展") in words(e) and e.source == "膠東在線",
    )
    yield (
        "a tag in words",
        HighlightQuery(wanted=parse("tag:人物 OR 海洋")),
        lambda e: in_people(e) or fold("海洋") in words(e),
    )
    yield "a source", HighlightQuery(ArticleQuery(source="x")), lambda each: each.source == "x"
    yield "dates", HighlightQuery(ArticleQuery(since="2020-03-05", until="2020")), lambda e: e.published == "2020-03-09"
    yield "starred", HighlightQuery(ArticleQuery(scope="starred")), lambda each: each.highlight.article <= 3
    yield (
        "many at once",
        HighlightQuery(ArticleQuery(since="2020"), tags=(policy,), noted=True, analysts=frozenset({"林"})),
        lambda e: bool(e.published) and in_policy(e) and bool(e.highlight.note) and e.highlight.analyst == "林",
    )


def cases_of_articles(db: Database) -> Iterable[tuple[str, HighlightQuery, Callable[[Finding], bool]]]:
    tree = tags.tree(db)
    policy, people, b = (TagTerm(tag_of(tree, path), of_article=True) for path in ("政策", "人物", "b"))
    own, in_own = TagTerm(people.tag), has(tree, ("人物", True))
    in_policy, in_people = in_tagged(db, "政策"), in_tagged(db, "人物")
    yield "an article's tag", HighlightQuery(tags=(policy,)), in_policy
    yield "alone", HighlightQuery(tags=(replace(policy, below=False),)), lambda each: False
    yield "both", HighlightQuery(tags=(policy, people)), lambda each: in_policy(each) and in_people(each)
    yield "not", HighlightQuery(tags=(replace(policy, without=True),)), lambda each: not in_policy(each)
    yield "with its own", HighlightQuery(tags=(policy, own)), lambda each: in_policy(each) and in_own(each)
    yield (
        "or its own",
        HighlightQuery(tags=(policy, own), any_tag=True),
        lambda each: in_policy(each) or in_own(each),
    )
    neither = tuple(replace(each, without=True) for each in (people, own))
    yield "neither", HighlightQuery(tags=neither), lambda each: not in_people(each) and not in_own(each)
    yield "untagged", HighlightQuery(tags=(policy,), untagged=True), lambda e: in_policy(e) and not e.highlight.tags
    yield "in words", HighlightQuery(wanted=parse("article-tag:政策")), in_policy
    yield "not in words", HighlightQuery(wanted=parse("-article-tag:=人物")), lambda each: not in_people(each)
    yield "nobody's", HighlightQuery(tags=(b,)), lambda each: False


def test_each_condition_means_what_going_through_all_of_them_finds(full: Database) -> None:
    every = everything(full)
    for name, query, holds in [*cases(tags.tree(full)), *cases_of_articles(full)]:
        expected = {each.highlight.id for each in every if holds(each)}
        for sort in HIGHLIGHT_SORTS:
            found = marked.ids(full, replace(query, sort=sort))
            assert set(found) == expected and len(found) == len(expected), (name, sort)
        assert marked.count(full, query) == len(expected), name
        assert [each.highlight.id for each in marked.findings(full, query)] == marked.ids(full, query), name
    assert marked.total(full) == len(every)


def test_articles_count_as_still_so_whatever_they_are(full: Database) -> None:
    starred, _, other = articles.ids(full, ArticleQuery(sort="imported", descending=False))[2:5]
    for query, still in (("is:starred", other), ("-is:starred", starred), ("-(is:read OR is:starred)", starred)):
        before = HighlightQuery(wanted=parse(query))
        after = before.with_still(frozenset([still]))
        more = set(marked.ids(full, after)).difference(marked.ids(full, before))
        assert more == {each.id for each in highlights.of_article(full, still)} != set()
        assert marked.count(full, after) == len(marked.ids(full, after))


def test_many_are_found_the_other_way_round_alike(full: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {name: marked.ids(full, query) for name, query, _ in cases(tags.tree(full))}
    monkeypatch.setattr(marked, "FEW", 0)
    assert {name: marked.ids(full, query) for name, query, _ in cases(tags.tree(full))} == few
    assert [(group.key, list(group.ids)) for group in marked.groups(full, few["not"], "tag")]


def test_the_trash_has_its_own(full: Database) -> None:
    found = marked.ids(full, HighlightQuery(ArticleQuery(scope="trash")))
    assert found and set(found) == {each.highlight.id for each in everything(full, trashed=True)}


def key_of(sort: str, tree: TagTree) -> Callable[[Finding], object]:
    order = {tag.id: number for number, tag in enumerate(tree)}
    keys: dict[str, Callable[[Finding], object]] = {
        "quote": lambda each: each.highlight.quote[:24].lower(),
        "note": lambda each: each.highlight.note.lower(),
        "title": lambda each: each.title.lower(),
        "source": lambda each: each.source.lower(),
        "published": lambda each: each.published,
        "place": lambda each: each.published,
        "created": lambda each: each.highlight.created,
        "updated": lambda each: each.highlight.updated,
        "analyst": lambda each: (not each.highlight.analyst, each.highlight.analyst.lower()),
        "tags": lambda each: min((order[tag] for tag in each.highlight.tags), default=len(order)),
    }
    return keys[sort]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", HIGHLIGHT_SORTS)
def test_each_order(full: Database, sort: str, descending: bool) -> None:
    query = HighlightQuery(ArticleQuery(descending=descending), sort=sort, descending=descending)
    rows = marked.rows(full, marked.ids(full, query))
    found = [rows[each] for each in marked.ids(full, query)]
    keys = [key_of(sort, tags.tree(full))(each) for each in found]
    assert keys == sorted(keys, reverse=descending)  # type: ignore[type-var]


def test_in_each_article_the_text_goes_on(full: Database) -> None:
    for sort in ("place", "title", "source", "published"):
        for descending in (False, True):
            found = list(marked.findings(full, HighlightQuery(sort=sort, descending=descending)))
            by_article: dict[int, list[tuple[int, int]]] = {}
            for each in found:
                by_article.setdefault(each.highlight.article, []).append(
                    (each.highlight.span.start, -each.highlight.span.end)
                )
            assert all(spans == sorted(spans) for spans in by_article.values())
            articles_met = [each.highlight.article for each in found]
            assert len([1 for at, each in enumerate(articles_met) if at == 0 or articles_met[at - 1] != each]) == len(
                by_article
            )


@pytest.mark.parametrize("few", [True, False])
@pytest.mark.parametrize("by", GROUPINGS)
def test_groups_hold_what_is_listed_and_in_its_order(
    full: Database, by: str, few: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not few:
        monkeypatch.setattr(marked, "FEW", 0)
    tree = tags.tree(full)
    keys: dict[str, Callable[[Finding], Iterable[object]]] = {
        "tag": lambda each: each.highlight.tags or (None,),
        "article": lambda each: (each.highlight.article,),
        "source": lambda each: (each.source,),
        "month": lambda each: (each.published[:7],),
    }
    listed = marked.ids(full, HighlightQuery(noted=True, sort="quote"))
    rows = marked.rows(full, listed)
    expected: dict[object, list[int]] = {}
    for each in listed:
        for key in keys[by](rows[each]):
            expected.setdefault(key, []).append(each)
    found = marked.groups(full, listed, by)
    gone_through = [(group.members, list(group.members)) for group in found]
    assert {group.key: list(group.ids) for group in found} == expected
    assert all(list(members) == before for members, before in gone_through)  # another thread may be at it
    assert [len(group) for group in found] == [len(group.ids) for group in found]
    order = [group.key for group in found]
    if by == "tag":
        assert order == [*(tag.id for tag in tree if tag.id in expected), None]
    elif by == "article":
        assert order == list(expected)
    elif by == "source":
        assert order == ["x", "X", "膠東在線", ""] or order == ["X", "x", "膠東在線", ""]
    else:
        assert order == sorted(order, reverse=True)  # type: ignore[type-var]


def test_sources_and_analysts_stand_by_their_readings(library: Library) -> None:
    ids = []
    for source, analyst in (("新華網", "张"), ("膠東在線", "李"), ("第10頻道", "anna"), ("第2頻道", "Bo")):
        article = making.add(library.db, f"{source}\n{WORDS}", source=source)
        ids.append(edits.highlight(library.db, article, 0, 2, analyst=analyst)[0])
    assert [each.key for each in marked.groups(library.db, ids, "source")] == [
        *("第2頻道", "第10頻道", "膠東在線", "新華網")
    ]
    sorted_ids = marked.ids(library.db, HighlightQuery(sort="analyst"))
    rows = marked.rows(library.db, sorted_ids)
    assert [rows[each].highlight.analyst for each in sorted_ids] == ["anna", "Bo", "李", "张"]


def test_nothing_is_grouped_where_nothing_is_listed(full: Database) -> None:
    assert [marked.groups(full, [], by) for by in GROUPINGS] == [[], [], [], []]


def test_a_tag_that_nobody_knows_is_said(full: Database) -> None:
    with pytest.raises(ReaderError, match="no tag"):
        marked.ids(full, HighlightQuery(wanted=parse("tag:zzz")))


def test_what_is_written_meanwhile_is_not_in_what_is_being_read(full: Database, library: Library) -> None:
    first, *others = marked.ids(full, ALL)
    reading = marked.findings(full, ALL)
    assert next(reading).highlight.id == first
    with library.another() as other:
        edits.remove_highlights(other, others)
    assert [each.highlight.id for each in reading] == others
    assert marked.ids(full, ALL) == [first]


def test_rows_of_what_is_gone_are_left_out(full: Database) -> None:
    highlights.remove(full, [1])
    assert marked.rows(full, [1, 2]).keys() == {2}


def test_the_tags_of_some_are_counted_as_each_has_them(full: Database) -> None:
    every = everything(full) + everything(full, trashed=True)
    for some in ([], every[:7], every[:80], every):
        expected = Counter(tag for each in some for tag in each.highlight.tags)
        assert marked.tags_on(full, [each.highlight.id for each in some]) == expected
