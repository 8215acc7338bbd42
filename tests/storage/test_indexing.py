"""The index follows what is stored, whoever writes it: checked against the folded texts themselves."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

import making
from reader.domain import folding, links
from reader.domain.errors import LibraryError
from reader.domain.folding import fold
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services import annotating, checking, edits, searching, tagging, versions
from reader.storage import articles, highlights, indexing, journal, notes, stamps
from reader.storage.connection import settle_with, transaction
from reader.storage.failures import told
from reader.storage.library import Library, create, open_library

WORDS = (
    "高質量",
    "高质",
    "量發展",
    "發",
    "展",
    "会議",
    "english",
    "2020",
    "表情",
    "民生問題",
    "改正",
    "新",
    "标注",
    "笔記",
)


def found(db: Database, query: str, place: str = "articles") -> set[int]:
    wanted = parse(query)
    assert wanted is not None
    if place == "articles":
        return set(searching.article_ids(db, wanted, ArticleQuery()))
    return set(highlights.search(db, ArticleQuery(wanted=wanted), "notes" if place == "notes" else "highlights"))


def noted(db: Database, query: str) -> set[tuple[str, int]]:
    """The articles and tags whose notes have it."""
    return {each for each in notes.search(db, ArticleQuery(wanted=parse(query))) if each.kind != "highlight"}


def agrees(db: Database) -> None:
    """What is found is what stands in the texts, for each of the words."""
    texts = {
        row[0]: row[1]
        for row in db.execute(
            "select a.id, t.text from articles a join texts t on t.article = a.id and t.version = a.version"
            " where a.trashed is null"
        )
    }
    marked = db.execute(
        "select h.id, h.quote, h.note from highlights h join articles a on a.id = h.article where a.trashed is null"
    ).fetchall()
    about = db.execute(
        "select 'article', id, note from articles where trashed is null"
        " union all select 'tag', id, description from tags"
    ).fetchall()
    for word in WORDS:
        folded = fold(word)
        assert noted(db, word) == {(row[0], row[1]) for row in about if folded in fold(links.readable(row[2]))}, word
        assert found(db, word) == {article for article, text in texts.items() if folded in fold(text)}, word
        for place, column in (("highlights", 1), ("notes", 2)):
            assert found(db, word, place) == {row[0] for row in marked if folded in fold(row[column])}, (word, place)
    assert checking.check(db) == []


Deed = Callable[[Database, random.Random], object]


def some_article(db: Database, chance: random.Random) -> int:
    return int(chance.choice(db.execute("select id from articles").fetchall())[0])


def add_article(db: Database, chance: random.Random) -> None:
    words = "，".join(chance.choices(WORDS, k=6))
    making.add(db, f"{chance.random()}\n{words}。\n{chance.choice(WORDS)}")


def highlight(db: Database, chance: random.Random) -> None:
    article = articles.get(db, some_article(db, chance))
    if article is not None and not article.trashed:
        start = chance.randrange(len(article.text) - 4)
        edits.highlight(db, article.id, start, start + 4, note=chance.choice(("", "标注", "筆記")))


def unhighlight(db: Database, chance: random.Random) -> None:
    if ids := [row[0] for row in db.execute("select id from highlights")]:
        edits.remove_highlights(db, [chance.choice(ids)])


def note(db: Database, chance: random.Random) -> None:
    if ids := [row[0] for row in db.execute("select id from highlights")]:
        edits.set_note(db, chance.choice(ids), chance.choice(("", "新笔记", "改正")))


def note_elsewhere(db: Database, chance: random.Random) -> None:
    """On an article or on a tag, also with a link."""
    words = chance.choice(("", "新笔记", "改正", "", links.link("民生問題", links.Target("article", stamps.new_uid()))))
    tagged = [row[0] for row in db.execute("select id from tags")]
    if tagged and chance.random() < 0.5:
        annotating.set_note(db, Owner("tag", chance.choice(tagged)), words)
    else:
        annotating.set_note(db, Owner("article", some_article(db, chance)), words)


def tag(db: Database, chance: random.Random) -> None:
    ids = [some_article(db, chance), some_article(db, chance)]
    if chance.random() < 0.7:
        annotating.tag_articles(db, ids, new=[chance.choice(("一", "一/二", "三"))], analyst=chance.choice(("", "林")))
    elif tagged := [row[0] for row in db.execute("select id from tags")]:
        if chance.random() < 0.5:
            annotating.tag_articles(db, ids, take=[chance.choice(tagged)])
        else:
            tagging.delete(db, chance.choice(tagged))


DEEDS: tuple[Deed, ...] = (
    add_article,
    note_elsewhere,
    note_elsewhere,
    tag,
    tag,
    highlight,
    highlight,
    unhighlight,
    note,
    lambda db, chance: versions.set_title(db, some_article(db, chance), chance.choice(WORDS) + "標題"),
    lambda db, chance: edits.trash(db, [some_article(db, chance)]),
    lambda db, chance: edits.restore(db, [some_article(db, chance)]),
    lambda db, chance: edits.undo(db),
    lambda db, chance: edits.undo(db),
    lambda db, chance: edits.redo(db),
    lambda db, chance: articles.destroy_trashed(db),
)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_is_found_right(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(3):
        add_article(library.db, chance)
    for number in range(60):
        if library.db.execute("select count(*) from articles").fetchone()[0]:
            chance.choice(DEEDS)(library.db, chance)
        else:
            add_article(library.db, chance)
        if number % 10 == 9:
            agrees(library.db)


def test_an_index_in_many_pieces_is_put_together(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):  # each one a transaction, and so a piece
        making.add(library.db, f"標題{number}\n{'高質量，' * number}發展")
    monkeypatch.setattr(indexing, "PIECES", 4)
    assert indexing.has_work(library.db)
    before, told_of = indexing.written(library.db), set[tuple[int, int]]()
    indexing.merge(library.db, lambda done, total: told_of.add((done, total)))
    assert not indexing.has_work(library.db) and told_of == {(30, 30)}
    assert indexing.written(library.db)[0] == before[0]  # nobody has to read anything again
    agrees(library.db)


def test_a_step_that_fails_leaves_the_index_as_it_was(library: Library) -> None:
    making.add(library.db, "高質量\n發展")
    with pytest.raises(RuntimeError), journal.step(library.db, "import"):
        making.add(library.db, "標題\n高質量")
        raise RuntimeError
    agrees(library.db)


def test_what_is_too_much_at_once_is_indexed_later(library: Library) -> None:
    settle_with(library.db, indexing.settling(30))
    long = making.add(library.db, "標題\n" + "新聞。" * 100 + "改正")
    short = making.add(library.db, "標題\n高質量")
    assert found(library.db, "标题") == {short}
    assert indexing.waiting(library.db) == (1, 2) and not indexing.is_settled(library.db)
    told: list[tuple[int, int]] = []
    indexing.index_rest(library.db, lambda done, total: told.append((done, total)))
    assert found(library.db, "标题") == {short, long} and told == [(2, 2)]
    agrees(library.db)


def test_indexing_goes_on_where_it_was_stopped(library: Library) -> None:
    for number in range(200):
        making.add(library.db, f"{number}\n" + "高質量發展。" * 100)
    settle_with(library.db, None)
    indexing.start_over(library.db)

    class Enough(Exception):
        pass

    def enough(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        indexing.index_rest(library.db, enough)
    missing, total = indexing.waiting(library.db)
    assert 0 < missing < total == 200
    indexing.index_rest(library.db)
    agrees(library.db)


def test_another_folding_makes_the_index_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.reader"
    with closing(create(path)) as made:
        making.add(made.db, "高質量\n發展")
        with transaction(made.db):
            made.db.execute("update search_state set folding = 0")
    with closing(open_library(path)) as opened:
        assert indexing.waiting(opened.db) == (1, 1)
        indexing.index_rest(opened.db)
        agrees(opened.db)


def test_a_reader_without_the_right_to_write_makes_nothing_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.reader"
    with closing(create(path)) as made:
        making.add(made.db, "高質量\n發展")
        with transaction(made.db):
            made.db.execute("pragma user_version = 66000")
    with closing(open_library(path)) as opened:
        assert opened.read_only and found(opened.db, "高质") == {1}


def broken(db: Database) -> Iterator[str]:
    yield "delete from search_docsize where id = 1"
    yield "insert into search (rowid, title, body) values (77, 'a', 'b')"
    yield "insert into search_highlights (rowid, quote, note) values (5, 'a', 'b')"
    yield "insert into search_notes (rowid, note) values (-5, 'a')"


@pytest.mark.parametrize("number", range(4))
def test_an_index_that_is_not_right_is_told_of_and_made_anew(library: Library, number: int) -> None:
    making.add(library.db, "高質量\n發展")
    statement = list(broken(library.db))[number]
    with transaction(library.db):
        library.db.execute(statement)
    assert [problem.kind for problem in checking.check(library.db)] == ["index"]
    indexing.start_over(library.db)
    indexing.index_rest(library.db)
    agrees(library.db)


def test_an_older_library_is_indexed(tmp_path: Path) -> None:
    import lzma

    kept = Path(__file__).parent.parent / "data" / "library-1.1.reader.xz"
    path = tmp_path / "old.reader"
    path.write_bytes(lzma.decompress(kept.read_bytes()))
    with closing(open_library(path)) as opened:
        missing, total = indexing.waiting(opened.db)
        assert missing == total > 0
        indexing.index_rest(opened.db)
        agrees(opened.db)


def test_it_needs_no_newer_sqlite_than_its_form_says(library: Library) -> None:
    making.add(library.db)
    statements = [row[0] for row in library.db.execute("select sql from sqlite_schema where sql like '%fts5%'")]
    assert len(statements) == 4 and all("content=''" in each and "delete" not in each for each in statements)
    assert sqlite3.sqlite_version_info >= (3, 40)


def damage(db: Database) -> None:
    """Let all words of the index be others than SQLite expects."""
    with transaction(db):
        db.execute("update search_data set block = ? where id > 100", [b"\xff" * 60])


def test_a_damaged_index_is_told_of_as_such(library: Library) -> None:
    making.add(library.db, "高質量\n發展")
    damage(library.db)
    with (
        pytest.raises(LibraryError, match=r"The search index of .* is damaged; the articles are not") as told_of,
        told(library.path),
    ):
        found(library.db, "高质")
    assert told_of.value.kind == "damaged-index"


def test_what_is_written_while_the_index_is_damaged_is_not_lost(library: Library) -> None:
    first = making.add(library.db, "高質量\n發展")
    with transaction(library.db):
        library.db.execute("update search_data set block = ? where id = 10", [b"\xff" * 60])  # how it is laid out
    with closing(open_library(library.path)) as opened:
        versions.set_title(opened.db, first, "改正")
        second = making.add(opened.db, "高質量\n民生問題")
        indexing.index_rest(opened.db)
        assert found(opened.db, "高质") == {second} and found(opened.db, "改正") == {first}
        agrees(opened.db)


def test_others_may_write_while_a_long_text_is_cut_for_the_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.index_at_most(0)
    article = making.add(library.db, "標題\n" + "煙臺開發區的港口。" * 10_000)
    cut, lengths = folding.cut_with_characters, list[int]()

    def cut_beside(text: str) -> tuple[str, str]:
        with making.another_writer(library.path):
            lengths.append(len(text))
            return cut(text)

    monkeypatch.setattr(folding, "cut_with_characters", cut_beside)
    indexing.index_rest(library.db)
    assert max(lengths) > indexing.AT_ONCE and found(library.db, "烟台") == {article}
    edits.set_fields(library.db, article, {"title": "別的"})
    indexing.index_rest(library.db)
    assert found(library.db, "標題") == set() and found(library.db, "別的 港口") == {article}
    assert checking.check(library.db) == []
