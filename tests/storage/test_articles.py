"""Articles are listed, found and given back as they were stored."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, replace

import pytest
from sqlite_utils import Database

import making
from reader.domain.article import Draft, Gloss, Image, LeftOut, Mark, Origin, Original
from reader.domain.query import SORTS, ArticleQuery
from reader.domain.wanted import LONGEST, parse
from reader.services import edits, tagging
from reader.storage import adding, articles, integrity, journal, texts
from reader.storage.library import Library


@pytest.fixture
def db(library: Library) -> Database:
    """Five articles; 4 is starred and read, 5 in the trash."""
    for text, source, published in (
        ("乙 beta\n一", "臨海在線", "2020-03-04T17:24:00"),
        ("甲 Alpha\n二", "膠東在線", "2024-01-02"),
        ("丙\n三", "臨海在線", ""),
        ("丁 100%_\\\n四", "", "2024-01-02T00:00"),
        ("戊\n五", "臨海在線", "2025"),
    ):
        making.add(library.db, text, source=source, published=published)
    edits.set_starred(library.db, [4], True)
    edits.set_read(library.db, [4], True)
    edits.highlight(library.db, 3, 0, 1, tags=[tagging.add(library.db, "a/b")[0]])
    edits.trash(library.db, [5])
    return library.db


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (ArticleQuery(), [4, 2, 1, 3]),
        (ArticleQuery(descending=False), [3, 1, 2, 4]),
        (ArticleQuery(scope="unread"), [2, 1, 3]),
        (ArticleQuery(scope="starred"), [4]),
        (ArticleQuery(scope="trash"), [5]),
        (ArticleQuery(scope="unread", also=frozenset([4])), [4, 2, 1, 3]),
        (ArticleQuery(scope="starred", also=frozenset([1, 5])), [4, 1]),
        (ArticleQuery(scope="trash", also=frozenset([1])), [5]),
        (ArticleQuery(sort="highlights"), [3, 4, 2, 1]),
        (ArticleQuery(sort="imported", descending=False), [1, 2, 3, 4]),
        (ArticleQuery(sort="starred"), [4, 3, 2, 1]),
        (ArticleQuery(sort="source", descending=False), [4, 2, 1, 3]),
        (ArticleQuery(wanted=parse("ALPHA")), [2]),
        (ArticleQuery(wanted=parse("source:在线 甲")), [2]),
        (ArticleQuery(wanted=parse("100")), [4]),
        (ArticleQuery(wanted=parse("date:2024")), [4, 2]),
        (ArticleQuery(wanted=parse("日期:2024/01..")), [4, 2]),
        (ArticleQuery(wanted=parse("00")), []),
        (ArticleQuery(wanted=parse("  ")), [4, 2, 1, 3]),
        (ArticleQuery(source="臨海在線"), [1, 3]),
        (ArticleQuery(since="2024"), [4, 2]),
        (ArticleQuery(until="2024-01-02"), [4, 2, 1]),
        (ArticleQuery(until="2023"), [1]),
        (ArticleQuery(tags=((1, 2),)), [3]),
        (ArticleQuery(tags=((2,), (1,))), []),
        (ArticleQuery(limit=2), [4, 2]),
        (ArticleQuery(scope="trash", wanted=parse("戊"), source="臨海在線", since="2025", limit=1), [5]),
    ],
)
def test_queries(db: Database, query: ArticleQuery, wanted: list[int]) -> None:
    assert articles.ids(db, query) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("乙 " * 1_000, [1]),
        (" ".join(map(chr, range(0x4E00, 0x4E00 + 1_000))), []),
        (" ".join(f"-{chr(number)}" for number in range(0x5000, 0x5000 + 600)), [4, 2, 1, 3]),
        (" OR ".join(map(chr, range(0x4E00, 0x4E00 + 400))), [4, 2, 1, 3]),
        ("字" * 2_000, []),
        ("% 100" * 400, [4]),
    ],
    ids=["one", "many", "without", "either", "long", "signs"],
)
def test_a_long_query_is_one_like_any_other(db: Database, words: str, wanted: list[int]) -> None:
    assert len(words) <= LONGEST
    assert articles.ids(db, ArticleQuery(wanted=parse(words))) == wanted


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_is_complete_and_turned_around_exactly(db: Database, sort: str, descending: bool) -> None:
    one, other = (articles.ids(db, ArticleQuery(sort=sort, descending=way)) for way in (descending, not descending))  # type: ignore[arg-type]
    assert one == other[::-1] and sorted(one) == [1, 2, 3, 4]


@pytest.mark.parametrize("sort", SORTS)
def test_no_list_of_everything_is_sorted_in_memory(db: Database, sort: str) -> None:
    statement, values = articles.meant(db, ArticleQuery(sort=sort), "id")  # type: ignore[arg-type]
    plan = " ".join(row[3] for row in db.execute(f"explain query plan {statement}", values))
    assert "USING" in plan and "TEMP B-TREE" not in plan


def test_rows_are_given_for_the_ids_asked_for(db: Database) -> None:
    found = articles.rows(db, [3, 5, 99])
    assert set(found) == {3, 5}
    assert (found[3].title, found[3].highlights, found[3].tags, found[3].trashed) == ("丙", 1, (2,), False)
    assert found[5].trashed and articles.rows(db, []) == {}


def test_an_article_without_a_title_is_listed_by_its_first_line(db: Database) -> None:
    with journal.step(db, "import"):
        made = adding.add(db, replace(making.draft("第一行\n第二行"), title="", marks=())).article
    assert articles.rows(db, [made])[made].title == "第一行"
    stored = articles.get(db, made)
    assert stored is not None and stored.title == "" and stored.body == stored.text


def test_everything_of_a_draft_comes_back(library: Library) -> None:
    draft = replace(
        making.draft("標題\n正文😀\ufffc", data=b"\x00\xff raw"),
        source="甲",
        author="乙",
        editor="丙",
        published="2020-03-04",
        url="https://example.org/?a=1",
        language="zh-Hant",
        marks=(Mark(0, 2, "title"), Mark(3, 5, "bold"), Mark(6, 7, "image", "0")),
        glosses=(Gloss(4, "(zhèng)"),),
        images=(Image("image/png", b"\x89PNG", "alt"),),
        left_out=(LeftOut("A+A-", (Gloss(1, "x"),)),),
        warnings=("glosses-lifted",),
    )
    with journal.step(library.db, "import"):
        added = adding.add(library.db, draft)
    stored = articles.get(library.db, added.article)
    assert stored is not None
    for name in ("text", "title", "source", "author", "editor", "published", "url", "language", "marks", "glosses"):
        assert getattr(stored, name) == getattr(draft, name)
    assert stored.body == "正文😀\ufffc" and stored.uid == added.uid
    name, data, media_type, encoding, method = astuple(draft.original)
    sha256 = hashlib.sha256(data).hexdigest()
    assert texts.origin(library.db, 1) == Origin(name, media_type, encoding, method, len(data), sha256, draft.warnings)
    assert integrity.stored(library.db, 1).original == data
    assert texts.image(library.db, 1, 0) == draft.images[0] and texts.image(library.db, 1, 1) is None
    assert texts.left_out(library.db, 1) == list(draft.left_out)


def test_what_is_known_of_a_file_is_told_without_unpacking_it(db: Database) -> None:
    before = texts.origin(db, 1)
    db.execute("update originals set data = x'00' where article = 1")
    assert before is not None and texts.origin(db, 1) == before


def test_an_article_is_found_by_id_or_uid(db: Database) -> None:
    uid = articles.uids(db, [2])[2]
    assert articles.find(db, "2") == articles.find(db, uid) == 2
    for key in ("", "0", "-1", "x", "1.0", "9" * 40, uid.upper() + "x"):
        assert articles.find(db, key) is None


def test_the_reading_place_and_the_article_read_last_are_remembered(db: Database) -> None:
    assert articles.place(db, 1) == 0 and articles.last_read(db) is None
    articles.set_place(db, 1, 5)
    articles.set_place(db, 2, 7)
    articles.set_place(db, 1, 6)
    assert articles.place(db, 1) == 6
    assert articles.last_read(db) == 1  # also within one second
    articles.set_opened(db, 2)
    assert articles.last_read(db) == 2 and articles.place(db, 2) == 7
    db.execute("update places set at = '2026-11-25T10:00:00+08:00' where article = 2")
    db.execute("update places set at = '2026-11-25T03:00:00+00:00' where article = 1")
    assert articles.last_read(db) == 1  # an hour later
    edits.trash(db, [1, 2])
    assert articles.last_read(db) is None


def test_articles_are_counted_by_scope(db: Database) -> None:
    scopes = {"all": 4, "unread": 3, "started": 1, "done": 0, "starred": 1, "reported": 0, "trash": 1}
    assert articles.counts(db) == scopes


def test_only_known_flags_and_fields_are_set(db: Database) -> None:
    articles.set_field(db, 1, "author", "新")
    stored = articles.get(db, 1)
    assert stored is not None and stored.author == "新"
    with pytest.raises(ValueError, match="title"):
        articles.set_field(db, 1, "title", "x")
    with pytest.raises(ValueError, match="uid"):
        articles.set_flag(db, [1], "uid", True)


def test_fields_are_stored_clean_short_and_on_one_line(library: Library) -> None:
    said = " a\nb\0\x1b\ud800\u2028c\ufeff " + "x" * 5000
    draft = Draft("標題\n正文", Original("a", b"a", "text/plain", "utf-8", "text"), title="標題")
    draft = replace(draft, source=said, author=said, editor=said, url=said, language=said)
    with journal.step(library.db, "import"):
        article = adding.add(library.db, draft).article
    found = articles.get(library.db, article)
    assert found is not None
    for field in (found.source, found.author, found.editor, found.url, found.language):
        assert field.startswith("a b\ufffd\ufffd\ufffd c") and len(field) == 2000
