"""The CSV: its exact form, its options, and that an old file survives every failure."""

from __future__ import annotations

import csv
import os
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import making
from reader.domain.errors import EditError, ExportError
from reader.domain.highlight_query import HighlightQuery, TagTerm
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery
from reader.domain.text import one_line
from reader.domain.wanted import parse
from reader.services import annotating, edits, exporting, tagging
from reader.services.exporting import COLUMNS, export_csv
from reader.services.writing import guarded, plain
from reader.storage import articles, highlights, journal, tags
from reader.storage.library import Library, create

DANGEROUS_FIRST = "=+-@\t\r＝＋－＠"
CELLS = st.text(st.one_of(st.sampled_from("'=+-@\t\r\n＝＋－＠a，\"\u202e\U00020bb7 "), st.characters(codec="utf-8")))
EVERYTHING = HighlightQuery()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def tagged(library: Library) -> Library:
    """Two articles: one highlight with two tags and a note, one without any, one in the other article."""
    db = library.db
    first = making.add(db, source="膠東在線", published="2020-03-04T17:24:00")
    second = making.add(db, "Second\nwords of the second", source="x", published="2021-01-01")
    welfare, people = tagging.add(db, "政策/民生", "blue")[0], tagging.add(db, "人物")[0]
    edits.highlight(db, first, 0, 6, tags=[welfare, people], note="一\n二", analyst="林")
    edits.highlight(db, first, 7, 10)
    edits.highlight(db, second, 0, 6, tags=[people], color="red")
    return library


def test_the_file_is_what_a_spreadsheet_and_a_script_expect(tagged: Library, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert export_csv(tagged.db, target, EVERYTHING) == 3
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf" + ",".join(f'"{name}"' for name in COLUMNS).encode() + b"\r\n")
    assert raw.endswith(b'"\r\n')
    _, first, second = read(target)  # newest article first, then the order of the text
    article = articles.get(tagged.db, 1)
    assert article is not None
    assert first["article_id"] == article.uid and len(first["highlight_id"]) == 36
    assert first | {"highlight_id": "", "article_id": "", "created_at": "", "updated_at": ""} == {
        "highlight_id": "",
        "article_id": "",
        "title": "我市召開會議",
        "source": "膠東在線",
        "published": "2020-03-04T17:24:00",
        "url": "",
        "tags": "政策/民生; 人物",
        "quote": "我市召開會議",
        "note": "一\n二",
        "prefix": "",
        "suffix": article.text[6:38],
        "start": "0",
        "end": "6",
        "color": "blue",
        "analyst": "林",
        "created_at": "",
        "updated_at": "",
    }
    assert first["created_at"][10] == "T" and first["created_at"][-6] in "+-"
    assert (second["tags"], second["color"], second["prefix"]) == ("", "yellow", "我市召開會議\n")


def test_the_columns_are_promised_by_name_and_order() -> None:
    assert ", ".join(COLUMNS) == (
        "highlight_id, article_id, title, source, published, url, tags, quote, note, prefix, suffix, start, end, "
        "color, analyst, created_at, updated_at"
    )


def test_a_colour_of_its_own_wins_over_that_of_the_tag(tagged: Library, tmp_path: Path) -> None:
    export_csv(tagged.db, tmp_path / "out.csv", EVERYTHING)
    assert [row["color"] for row in read(tmp_path / "out.csv")] == ["red", "blue", "yellow"]


def test_columns_are_chosen_and_ordered(tagged: Library, tmp_path: Path) -> None:
    export_csv(tagged.db, tmp_path / "out.csv", EVERYTHING, columns=["quote", "title"])
    assert list(read(tmp_path / "out.csv")[0]) == ["quote", "title"]
    with pytest.raises(ExportError, match="no column quotes"):
        export_csv(tagged.db, tmp_path / "out.csv", EVERYTHING, columns=["quotes"])


def test_a_row_for_each_tag(tagged: Library, tmp_path: Path) -> None:
    assert export_csv(tagged.db, tmp_path / "out.csv", EVERYTHING, row_per_tag=True) == 4
    assert [row["tags"] for row in read(tmp_path / "out.csv")] == ["人物", "政策/民生", "人物", ""]


def test_what_is_written_is_as_it_was_at_one_moment(tagged: Library, tmp_path: Path) -> None:
    annotating.tag_articles(tagged.db, [1], new=["整篇"])

    def do_something(written: int, total: int) -> None:
        if written == 0:
            with tagged.another() as other:
                annotating.tag_articles(other, [2], new=["新的"])

    export_csv(tagged.db, tmp_path / "out.csv", EVERYTHING, with_articles=True, advance=do_something)
    assert [row["tags"] for row in read(tmp_path / "out.csv") if not row["quote"]] == ["整篇"]


def test_a_column_for_each_tag(tagged: Library, tmp_path: Path) -> None:
    export_csv(tagged.db, tmp_path / "out.csv", EVERYTHING, columns=["quote"], column_per_tag=True)
    rows = read(tmp_path / "out.csv")
    assert list(rows[0])[1:] == ["tag:人物", "tag:政策", "tag:政策/民生"]
    assert [list(row.values())[1:] for row in rows] == [["1", "0", "0"], ["1", "0", "1"], ["0", "0", "0"]]


def test_filters_choose_articles_and_highlights(tagged: Library, tmp_path: Path) -> None:
    target, welfare = tmp_path / "out.csv", 2
    (people,) = (tag.id for tag in tags.tree(tagged.db) if tag.name == "人物")
    assert export_csv(tagged.db, target, HighlightQuery(ArticleQuery(source="x"))) == 1
    assert export_csv(tagged.db, target, HighlightQuery(ArticleQuery(limit=1))) == 1
    assert export_csv(tagged.db, target, HighlightQuery(tagged=((people,),))) == 2
    assert export_csv(tagged.db, target, HighlightQuery(tagged=((people,), (welfare,)))) == 1
    edits.trash(tagged.db, [1])
    assert export_csv(tagged.db, target, EVERYTHING) == 1


@given(st.lists(CELLS, min_size=1))
def test_guarding_is_harmless_and_exact(cells: list[str]) -> None:
    for cell in cells:
        assert guarded(cell)[:1] not in DANGEROUS_FIRST or not guarded(cell)
        assert plain(guarded(cell)) == cell
    assert len({guarded(cell) for cell in cells}) == len(set(cells))


@pytest.mark.parametrize("safe", [False, True])
def test_any_words_read_back_exactly(library: Library, tmp_path: Path, safe: bool) -> None:
    rng = Random(5)
    alphabet = "'=+-@\t\n＝＋－＠aA1 　正，\"\u202e\U00020bb7\u2028\x85;\\"
    texts = ["".join(rng.choices(alphabet, k=rng.randrange(1, 60))) + str(number) for number in range(300)]
    wanted = {}
    for text in texts:
        made = making.draft(text)
        article = making.add(library.db, text, source=text[:9])
        start = rng.randrange(len(made.text))
        edits.highlight(library.db, article, start, len(made.text), note=text)
        stored = articles.get(library.db, article)
        assert stored is not None
        wanted[stored.uid] = (
            stored.title,
            one_line(text[:9]),
            made.text[start:],
            made.text[max(0, start - 32) : start],
        )
    export_csv(library.db, tmp_path / "out.csv", EVERYTHING, spreadsheet_safe=safe)
    rows = read(tmp_path / "out.csv")
    back = plain if safe else str
    names = ("title", "source", "quote", "prefix")
    assert {row["article_id"]: tuple(back(row[name]) for name in names) for row in rows} == wanted
    assert safe == all(cell[:1] not in DANGEROUS_FIRST for row in rows for cell in row.values() if cell)


def test_a_carriage_return_in_a_cell_reads_back(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db, "a")
    library.db.execute("update articles set source = ?", ["b\r\nc\rd\ne"])
    edits.highlight(library.db, article, 0, 1)
    export_csv(library.db, tmp_path / "out.csv", EVERYTHING)
    assert read(tmp_path / "out.csv")[0]["source"] == "b\r\nc\rd\ne"


def test_cancelling_leaves_the_old_file_and_nothing_else(tagged: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out.csv").write_bytes(b"old")
    assert export_csv(tagged.db, folder / "out.csv", EVERYTHING, cancelled=lambda: True) is None
    assert [path.name for path in folder.iterdir()] == ["out.csv"]
    assert (folder / "out.csv").read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tagged: Library, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out.csv").write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, before[1]))
        with pytest.raises(ExportError, match=r"out\.csv could not be written: File too large"):
            export_csv(tagged.db, folder / "out.csv", EVERYTHING)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert [path.name for path in folder.iterdir()] == ["out.csv"]
    assert (folder / "out.csv").read_bytes() == b"old"


def test_each_refusal_names_the_file(tagged: Library, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"The folder of .*no/out\.csv does not exist") as missing:
        export_csv(tagged.db, tmp_path / "no" / "out.csv", EVERYTHING)
    assert missing.value.kind == "no-folder"
    with pytest.raises(ExportError, match=r"is a folder\. Give a file name"):
        export_csv(tagged.db, tmp_path, EVERYTHING)
    assert not list(tmp_path.parent.glob(".*.part"))


BAD_NAMES = {
    "loop.csv": "",
    "x" * 300: "long-name",
    "x/" * 3000: "long-name",
    "a\0b.csv": "no-name",
    "\ud800": "no-name",
}


@pytest.mark.parametrize(("name", "kind"), BAD_NAMES.items(), ids=["loop", "name", "path", "NUL", "surrogate"])
def test_a_name_that_no_file_can_have_is_refused(tagged: Library, tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    if not kind:  # a link to itself is replaced, like one to nowhere
        assert export_csv(tagged.db, tmp_path / name, EVERYTHING) == 3
        return
    with pytest.raises(ExportError) as refused:
        export_csv(tagged.db, tmp_path / name, EVERYTHING)
    assert refused.value.kind == kind
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX")
def test_what_is_no_ordinary_file_is_never_replaced(tagged: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.csv")
    with pytest.raises(ExportError, match="device or the like") as refused:
        export_csv(tagged.db, tmp_path / "fifo.csv", EVERYTHING)
    assert refused.value.kind == "no-file" and (tmp_path / "fifo.csv").is_fifo()


def test_no_permission_is_said(tagged: Library, tmp_path: Path, powerless: None) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(ExportError, match="may not be written") as refused:
        export_csv(tagged.db, folder / "out.csv", EVERYTHING)
    assert refused.value.kind == "no-permission"


def test_a_file_that_may_not_be_written_is_not_replaced(tagged: Library, tmp_path: Path, powerless: None) -> None:
    target = tmp_path / "kept.csv"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(ExportError, match="may not be written") as refused:
        export_csv(tagged.db, target, EVERYTHING)
    assert refused.value.kind == "no-permission" and target.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="links and modes are POSIX")
def test_a_link_stays_a_link_and_the_mode_stays(tagged: Library, tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    (tmp_path / "link.csv").symlink_to(real)
    export_csv(tagged.db, tmp_path / "link.csv", EVERYTHING)
    assert (tmp_path / "link.csv").is_symlink() and len(read(real)) == 3
    assert real.stat().st_mode & 0o777 == 0o640


def test_progress_reaches_the_end(tagged: Library, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export_csv(tagged.db, tmp_path / "out.csv", EVERYTHING, advance=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (3, 3)]


def test_the_same_library_gives_the_same_bytes(tagged: Library, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        export_csv(tagged.db, tmp_path / name, EVERYTHING)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert exporting.BETWEEN_TAGS == "; "


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.booleans())
def test_any_unicode_reads_back_as_it_is_stored(
    tmp_path_factory: pytest.TempPathFactory, notes: list[tuple[str, str]], safe: bool
) -> None:
    folder = tmp_path_factory.mktemp("export")
    library = create(folder / "a.reader")
    library.db.execute("pragma synchronous = off")
    text = making.draft("".join(note for note, _ in notes) + "= the end").text
    making.add(library.db, text)
    for number, (note, tag) in enumerate(notes):
        made, _ = edits.highlight(library.db, 1, number, len(text), note=note)
        with suppress(EditError), journal.step(library.db, "tag"):  # a name may be empty
            edits.tag_highlight(library.db, made, tagging.ensure(library.db, tag))
    export_csv(library.db, folder / "out.csv", EVERYTHING, spreadsheet_safe=safe)
    back = plain if safe else str
    rows = [{name: back(cell) for name, cell in row.items()} for row in read(folder / "out.csv")]
    tree = tags.tree(library.db)
    assert [(row["highlight_id"], row["quote"], row["note"], row["tags"], row["title"]) for row in rows] == [
        (each.uid, each.quote, each.note, "; ".join(map(tree.path, each.tags)), articles.rows(library.db, [1])[1].title)
        for each in highlights.of_article(library.db, 1)
    ]
    library.close()


@pytest.fixture
def annotated(tagged: Library) -> Library:
    """The same with tags of two analysts and a note on the first article, and a note on the second."""
    db = tagged.db
    annotating.tag_articles(db, [1], new=["政策/民生", "人物"], analyst="林")
    annotating.tag_articles(db, [1], new=["=待讀"], analyst="陳")
    annotating.set_note(db, Owner("article", 1), "整篇\n的筆記")
    annotating.set_note(db, Owner("article", 2), "whole")
    return tagged


def test_whole_articles_are_rows_without_a_quote(annotated: Library, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert export_csv(annotated.db, target, EVERYTHING, with_articles=True) == 6
    second, one, other = read(target)[3:]
    article = articles.get(annotated.db, 1)
    assert article is not None
    assert one | {"created_at": "", "updated_at": ""} == {
        "highlight_id": "",
        "article_id": article.uid,
        "title": "我市召開會議",
        "source": "膠東在線",
        "published": "2020-03-04T17:24:00",
        "url": "",
        "tags": "政策/民生; 人物",
        "quote": "",
        "note": "整篇\n的筆記",
        "prefix": "",
        "suffix": "",
        "start": "",
        "end": "",
        "color": "blue",
        "analyst": "林",
        "created_at": "",
        "updated_at": "",
    }
    assert one["created_at"][10] == "T" and one["updated_at"] >= one["created_at"]
    assert (plain(other["tags"]), other["analyst"], other["note"]) == ("=待讀", "陳", "")
    assert (second["tags"], second["note"], second["color"], second["quote"]) == ("", "whole", "", "")
    assert export_csv(annotated.db, target, EVERYTHING) == 3


def test_whole_articles_in_each_shape(annotated: Library, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    export_csv(annotated.db, target, EVERYTHING, with_articles=True, row_per_tag=True)
    assert [plain(row["tags"]) for row in read(target) if not row["quote"]] == ["", "政策/民生", "人物", "=待讀"]
    export_csv(annotated.db, target, EVERYTHING, with_articles=True, column_per_tag=True)
    flags = [(row["tag:政策/民生"], row["tag:人物"]) for row in read(target) if not row["quote"]]
    assert flags == [("0", "0"), ("1", "1"), ("0", "0")]


def test_of_whole_articles_those_are_written_of_which_what_is_asked_is_so(annotated: Library, tmp_path: Path) -> None:
    target, tree = tmp_path / "out.csv", tags.tree(annotated.db)
    people, welfare = tree.find("人物"), tree.find("政策/民生")
    assert people is not None and welfare is not None

    def uids(**asked: object) -> list[str]:
        export_csv(annotated.db, target, HighlightQuery(**asked), with_articles=True)  # type: ignore[arg-type]
        return [row["title"] for row in read(target) if not row["quote"]]

    first, second = ["我市召開會議"] * 2, ["Second"]
    assert uids() == second + first
    assert uids(tagged=((people.id,),)) == first == uids(tags=(TagTerm(people.id), TagTerm(welfare.id)))
    assert uids(tags=(TagTerm(people.id, without=True),)) == second
    assert uids(wanted=parse("笔记")) == first and uids(wanted=parse("source:x")) == second
    assert uids(noted=False) == [] and uids(untagged=True) == second and uids(untagged=False) == first
    assert uids(analysts=frozenset(["陳"])) == first and uids(analysts=frozenset(["王"])) == []
    assert uids(colors=frozenset(["red"])) == [] == uids(states=frozenset(["review"]))
    assert uids(articles=ArticleQuery(source="x")) == second
    assert uids(articles=ArticleQuery(limit=1)) == second
    edits.trash(annotated.db, [1])
    assert uids() == second
