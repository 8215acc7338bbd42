"""What a query finds: each kind of condition, all of them together, and real news, against a slow and plain search."""

from __future__ import annotations

import itertools
import json
import lzma
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

import making
from reader.domain.folding import fold
from reader.domain.query import ArticleQuery
from reader.domain.wanted import Either, Every, QueryError, Wanted, Without, Words, parse
from reader.services import annotating, edits, lists, searching, tagging, versions
from reader.services.searching import found_articles, found_highlights, found_notes
from reader.storage import articles, highlights, journal, notes
from reader.storage.library import Library

ARTICLES = 1_500  # of the corpus


def find(db: Database, query: str) -> list[int]:
    return searching.article_ids(db, parse(query), ArticleQuery())


def marked(db: Database, query: str) -> list[int]:
    return highlights.search(db, ArticleQuery(wanted=parse(query) or Words("")), "highlights")


@dataclass(frozen=True)
class Shelf:
    """A small library with one of everything."""

    db: Database
    first: int
    second: int
    third: int


@pytest.fixture
def shelf(library: Library) -> Shelf:
    db = library.db
    first = making.add(db, "煙臺開發區\n高質量發展，市長說。", source="膠東在線", published="2020-03-04T17:24")
    second = making.add(db, "English title\nGovernment of 烟台 in 2018.", source="Reuters", published="2019-12-31")
    third = making.add(db, "無日期\n內容很短。")
    tagging.highlight_with(db, first, 0, 2, ["區域/煙臺"], note="重要的地方", color="", analyst="王小明")
    tagging.highlight_with(db, second, 0, 7, ["Other"], note="", color="", analyst="Ann Lee")
    annotating.tag_articles(db, [second], new=["地方/海"])
    edits.set_starred(db, [second], True)
    edits.set_read(db, [second], True)
    edits.set_fields(db, third, {"author": "張三", "url": "https://a.example/b_c", "language": "zh-Hant"})
    versions.report_error(db, [third], "wrong")
    lists.put_in_new(db, "年度“報告” 選", [second, third])
    lists.put_in_new(db, "年底", [first])
    return Shelf(db, first, second, third)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("烟台", "first second"),
        ("烟台 市长", "first"),
        ("烟台 -市长", "second"),
        ("-烟台", "third"),
        ("市长 OR 2018", "first second"),
        ("(市长 OR 短) -内容", "first"),
        ("高", "first"),
        ("-高", "second third"),
        ("高 OR 短", "first third"),
        ("gov", "second"),
        ('"gov"', ""),
        ('"government of"', "second"),
        ("title:烟台", "first"),
        ("title:烟", "first"),
        ("source:胶东", "first"),
        ("source:在线 市", "first"),
        ("source:reut", "second"),
        ("source:eut", ""),
        ("author:张三", "third"),
        ("address:a.example/b_c", "third"),
        ("address:a.example/bxc", ""),
        ("language:zh", "third"),
        ("language:z", ""),
        ("date:2020", "first"),
        ("date:2019..2020-03-04", "first second"),
        ("date:..2019", "second"),
        ("-date:1000..", "third"),
        ("tag:烟台", "first"),
        ("tag:区域", "first"),
        ("tag:区域/烟", "first"),
        ("-tag:other", "first third"),
        ("article-tag:地方", "second"),
        ("-文章標籤:地方/海", "first third"),
        ("article-tag:=other", ""),
        ("analyst:王", "first"),
        ('analyst:"ann lee"', "second"),
        ("has:note", "first"),
        ("has:highlight", "first second"),
        ("-has:tag", "third"),
        ("has:picture", ""),
        ("has:reprint", ""),
        ("is:starred", "second"),
        ("is:unread", "first third"),
        ("is:reported", "third"),
        ('in:"年度报告 选"', "second third"),
        ("in:「年度“報告” 選」", "second third"),
        ("文集：年度", "second third"),
        ("in:年", "first second third"),
        ("-in:年底", "second third"),
        ("烟台 in:年度", "second"),
        ("imported:2000..2010", ""),
        ("near(高质量 市长, 5)", "first"),
        ("near(高质量 市长, 1)", ""),
        ("烟台 date:2019", "second"),
        ("", "first second third"),
    ],
)
def test_each_condition(shelf: Shelf, query: str, expected: str) -> None:
    names = {shelf.first: "first", shelf.second: "second", shelf.third: "third"}
    assert sorted(names[each] for each in find(shelf.db, query)) == sorted(expected.split())


@pytest.mark.parametrize(
    ("query", "notes", "expected"),
    [
        ("烟", False, [1]),
        ("english", False, [2]),
        ("烟台 date:2020", False, [1]),
        ("tag:other", False, [2]),
        ("in:年底", False, [1]),
        ("-in:年底", False, [2]),
        ("analyst:王小明", False, [1]),
        ("-analyst:王小明", False, [2]),
        ("has:note", False, [1]),
        ("is:starred", False, [2]),
        ("title:english", False, [2]),
        ("重要", False, []),
        ("重要", True, [1]),
        ("方", True, [1]),
        ("煙", True, []),
        ("-煙", True, [1]),
    ],
)
def test_highlights_and_notes(shelf: Shelf, query: str, notes: bool, expected: list[int]) -> None:
    wanted = parse(query)
    assert wanted is not None
    assert highlights.search(shelf.db, ArticleQuery(wanted=wanted), "notes" if notes else "highlights") == expected


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("a tag:nothing", "There is no tag nothing."),
        ("a article-tag:nothing", "There is no tag nothing."),
        ("a in:nothing", "There is no collection nothing."),
        ('in:"年"', "There is no collection 年."),
        ("analyst:x", "no analyst x here. Those"),
    ],
)
def test_what_is_not_there_is_said(shelf: Shelf, query: str, said: str) -> None:
    with pytest.raises(QueryError, match=re.escape(said)) as found:
        find(shelf.db, query)
    assert query[found.value.start : found.value.end] == query.split()[-1]


def test_what_is_in_the_trash_is_not_found_until_it_is_back(shelf: Shelf) -> None:
    edits.trash(shelf.db, [shelf.first])
    assert find(shelf.db, "烟台") == [shelf.second] and marked(shelf.db, "烟台") == []
    edits.undo(shelf.db)
    assert find(shelf.db, "烟台") == [shelf.first, shelf.second] and marked(shelf.db, "烟台") == [1]


def test_best_first(library: Library) -> None:
    often = making.add(library.db, "標題\n" + "烟台。" * 9, published="2001")
    once = making.add(library.db, "標題\n" + "烟台" + "。別的" * 99, published="2003")
    titled = making.add(library.db, "烟台\n別的" * 3, published="2002")
    best = articles.ids(library.db, ArticleQuery(wanted=parse("烟台"), sort="best"))
    assert best == [titled, often, once] != find(library.db, "烟台")


def test_of_those_that_fit_equally_the_newest_come_first_however_many_are_asked_for(library: Library) -> None:
    made = [making.add(library.db, f"標題\n烟台{n}的", published=f"20{n:02}") for n in (3, 1, 2, 4)]
    making.add(library.db, "標題\n别的" * 9)
    best = [made[3], made[0], made[2], made[1]]
    for wanted in (parse("烟台"), parse("烟台 的"), parse("烟台 -高")):
        for limit in (None, *range(6)):
            assert articles.ids(library.db, ArticleQuery(wanted=wanted, sort="best", limit=limit)) == best[:limit]


def test_best_first_within_a_scope_a_tag_and_a_source(shelf: Shelf) -> None:
    def best(**conditions: Any) -> list[int]:
        return articles.ids(shelf.db, ArticleQuery(wanted=parse("烟台"), sort="best", **conditions))

    [region] = shelf.db.execute("select id from tags where name = '煙臺'").fetchone()
    assert best(tags=((region,),)) == [shelf.first] and best(source="Reuters") == [shelf.second]
    edits.trash(shelf.db, [shelf.second])
    assert best() == [shelf.first] and best(scope="trash") == [shelf.second]


def test_of_very_many_the_newest_are_ranked_and_the_others_follow(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "RANKABLE", 5)
    monkeypatch.setattr(articles, "RANKED", 3)
    made = [making.add(library.db, f"{n}\n" + "烟台" * (9 - n), published=f"20{n:02}") for n in range(8)]
    query = ArticleQuery(wanted=parse("烟台"), sort="best")
    best = articles.ids(library.db, query)
    assert sorted(best) == made and set(best[:3]) == set(made[-3:]) and best[3:] == made[4::-1]
    assert articles.ids(library.db, ArticleQuery(wanted=parse("烟台"), sort="best", limit=4)) == best[:4]


def test_of_very_many_those_are_ranked_that_meet_the_other_conditions(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "RANKABLE", 5)
    monkeypatch.setattr(articles, "RANKED", 3)
    fits = making.add(library.db, "舊\n" + "烟台" * 9, source="日報", published="2001")
    less = making.add(library.db, "新\n烟台" + "很長的話" * 9, source="日報", published="2002")
    for number in range(8):
        making.add(library.db, f"{number}\n烟台", source="晚報", published=f"20{number + 10}")
    wanted = parse("烟台 source:日報 -没有 -別")
    assert articles.ids(library.db, ArticleQuery(wanted=wanted, sort="best")) == [fits, less]
    assert articles.ids(library.db, ArticleQuery(wanted=wanted, sort="best", limit=1)) == [fits]


def test_a_word_that_is_common_and_one_that_is_not(library: Library) -> None:
    with journal.step(library.db, "import"):
        made = [
            making.add(library.db, f"{n}\n常見{'少見' if n == 7 else ''}", published=f"19{n:02}") for n in range(60)
        ]
    assert find(library.db, "常见") == made[::-1] and find(library.db, "少见") == [made[7]]


# ---- snippets ----


def test_a_snippet_shows_the_first_hit_of_the_body_as_it_is_written(library: Library) -> None:
    text = "煙臺的事\n第一句話。第二句話說到了煙臺的發展，也說到別處。\n" + "很長的一段話" * 40
    article = making.add(library.db, text)
    found = found_articles(library.db, [article, 99], parse("烟台"))
    assert list(found) == [article] and [span.of(text) for span in found[article].spans] == ["煙臺", "煙臺"]
    snippet = found[article].snippet
    assert (
        snippet.text.startswith("…第二句話說到了煙臺的發展") and snippet.text.endswith("…") and "\n" not in snippet.text
    )
    assert [span.of(snippet.text) for span in snippet.spans] == ["煙臺"]


@given(st.text(alphabet="烟台 \n。abc\ufffc", max_size=300), st.integers(0, 20))
def test_the_marks_of_a_snippet_are_on_its_hits(text: str, title: int) -> None:
    from reader.domain.hits import hits

    spans = hits(text, [Words("烟台")], min(title, len(text)))
    for span in spans:
        snippet = searching.snippet_of(text, spans, span.start)
        assert snippet.spans and all(fold(part.of(snippet.text)) in ("烟台", "烟", "台") for part in snippet.spans)


def test_highlights_with_their_hits(shelf: Shelf) -> None:
    [found] = found_highlights(shelf.db, [1, 99], parse("台"))
    assert (found.title, found.source, found.published) == ("煙臺開發區", "膠東在線", "2020-03-04T17:24")
    assert [span.of(found.snippet.text) for span in found.snippet.spans] == ["臺"]


# ---- whatever is typed ----

PIECES = (
    '"',
    "AND",
    "OR",
    "NOT",
    "-",
    "(",
    ")",
    "*",
    "^",
    ":",
    "{title}",
    "body:",
    "NEAR(",
    "c++",
    "烟",
    "烟台",
    "\0",
    "😀",
)
MORE = (
    "title:",
    "tag:",
    "date:2020",
    "near(a b",
    "'",
    ";",
    "--",
    "%",
    "_",
    "\\",
    " ",
    "\udcff",
    "x" * 100,
    "²",
    "１２",
)


def test_nothing_that_is_typed_upsets_the_database(shelf: Shelf) -> None:
    chance = random.Random(5)
    queries = ["".join(chance.choices(PIECES + MORE, k=chance.randint(1, 12))) for _ in range(2_000)]
    for query in [
        *queries,
        "a" * 100_000,
        "烟" * 2_000,
        '"' * 2_000,
        "(" * 2_000,
        "a OR " * 390 + "a",
        "-" * 1_999 + "a",
    ]:
        try:
            wanted = parse(query)
            ids = searching.article_ids(shelf.db, wanted, ArticleQuery())
            searching.article_ids(shelf.db, wanted, ArticleQuery(sort="best"))
            found_articles(shelf.db, ids, wanted)
            if wanted is not None:
                ids = highlights.search(shelf.db, ArticleQuery(wanted=wanted), "highlights")
                found_highlights(shelf.db, ids, wanted)
                found_notes(shelf.db, notes.search(shelf.db, ArticleQuery(wanted=wanted)), wanted)
        except QueryError:
            pass


# ---- combinations, against sets ----

LEAVES = (
    "烟台",
    "高",
    "2018",
    "title:烟台",
    "source:胶东",
    "date:2020",
    "tag:other",
    "article-tag:地方",
    "has:note",
    "is:unread",
    "内容 短",
    "near(高质量 市长, 5)",
)


def trees() -> st.SearchStrategy[Wanted]:
    leaves = st.sampled_from([found for leaf in LEAVES if (found := parse(leaf)) is not None])

    def grown(inner: st.SearchStrategy[Wanted]) -> st.SearchStrategy[Wanted]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(several.map(Every), several.map(Either), inner.map(Without))

    return st.recursive(leaves, grown, max_leaves=6)


@given(trees())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_combinations_are_what_their_parts_are(shelf: Shelf, wanted: Wanted) -> None:
    every = {shelf.first, shelf.second, shelf.third}

    def meant(part: Wanted) -> set[int]:
        if isinstance(part, Every):
            return set.intersection(*map(meant, part.parts))
        if isinstance(part, Either):
            return set.union(*map(meant, part.parts))
        if isinstance(part, Without):
            return every - meant(part.part)
        return set(searching.article_ids(shelf.db, part, ArticleQuery()))

    expected = meant(wanted)
    assert set(searching.article_ids(shelf.db, wanted, ArticleQuery())) == expected
    assert set(searching.article_ids(shelf.db, wanted, ArticleQuery(sort="best"))) == expected


# ---- real news ----


@pytest.fixture(scope="module")
def news(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, dict[int, str]]]:
    made = making.new_library(tmp_path_factory.mktemp("news") / "news.reader")
    texts: dict[int, str] = {}
    with lzma.open(shared_data / "corpus" / "xwlb.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, ARTICLES)]
    with journal.step(made.db, "import"):
        for row in rows:
            text = f"{row['title']}\n{row['text']}"
            texts[making.add(made.db, text)] = fold(text)
    yield made.db, {article: text for article, text in texts.items() if article}
    made.close()


HAN = re.compile("[\u4e00-\u9fff]{1,6}")


def pieces(texts: dict[int, str], chance: random.Random) -> Iterator[str]:
    """Pieces of one to six characters of the texts, and some that are in none."""
    every = list(texts.values())
    for _ in range(250):
        text = chance.choice(every)
        start, size = chance.randrange(len(text)), chance.randint(1, 6)
        if found := HAN.match(text, start, start + size):
            yield found[0]
    for _ in range(30):
        yield "".join(chance.choice(chance.choice(every)) for _ in range(3)) if chance.random() < 0.5 else "鼂鼃"


def test_every_piece_of_the_news_is_found_where_it_stands_and_nowhere_else(
    news: tuple[Database, dict[int, str]],
) -> None:
    db, texts = news
    for piece in pieces(texts, random.Random(1)):
        if not HAN.fullmatch(piece):
            continue
        expected = {article for article, text in texts.items() if piece in text}
        ids = find(db, piece)
        assert set(ids) == expected, piece
        for article, found in found_articles(db, ids[:20], parse(piece)).items():
            stored = articles.get(db, article)
            assert stored is not None and found.spans
            assert all(fold(span.of(stored.text)) == piece for span in found.spans)


def test_latin_words_are_found_from_their_beginning_and_whole_numbers(
    news: tuple[Database, dict[int, str]],
) -> None:
    db, texts = news
    chance = random.Random(2)
    words = sorted({word for text in texts.values() for word in re.findall("[a-z]{2,}|[0-9]{2,}", text)})
    for word in chance.sample(words, 60):
        begun = f"(?<![0-9]){word}" if word.isdecimal() else f"(?<![a-z]){word}"
        whole = f"{begun}(?![0-9])" if word.isdecimal() else begun
        assert set(find(db, word)) == {article for article, text in texts.items() if re.search(whole, text)}, word
        assert set(find(db, f"{word}*")) == {article for article, text in texts.items() if re.search(begun, text)}, word
