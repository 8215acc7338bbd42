"""Libraries of every released schema open for ever: nothing is lost, everything in them can be undone and done on."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from reader.domain.errors import LibraryError
from reader.domain.query import ArticleQuery
from reader.services import edits
from reader.services.checking import check
from reader.storage import articles, collections, highlights, journal, schema, searches, tags
from reader.storage.library import Library, open_library

FOLDER = Path(__file__).parent.parent / "data"
KEPT = sorted(FOLDER.glob("library-*.reader.xz"))
MAKE = "PYTHONPATH=src python packaging/make_kept_library.py"
CHANGED = (
    "{file} no longer has the schema that its migrations make. If that version was never released, make the file anew "
    f"({MAKE}). If it was, leave its migration as it was released, and add another one."
)


@pytest.fixture(params=KEPT, ids=lambda path: path.name)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a kept library that may be written."""
    path = tmp_path / "kept.reader"
    path.write_bytes(lzma.decompress(request.param.read_bytes()))
    return path


def opened(path: Path) -> Library:
    try:
        return open_library(path)
    except LibraryError as error:
        if error.kind == "strange":
            pytest.fail(CHANGED.format(file=path.name))
        raise


def test_the_schema_of_today_is_kept() -> None:
    name = f"library-{schema.MAJOR}.{schema.MINOR}.reader.xz"
    assert name in [path.name for path in KEPT], f"make it with: {MAKE}"


def test_all_of_it_is_there_and_it_is_of_the_newest_schema(kept: Path) -> None:
    library = opened(kept)
    db = library.db
    assert not library.read_only and check(db) == []
    assert db.execute("pragma user_version").fetchone()[0] == schema.VERSION
    first, second, third = articles.ids(db, ArticleQuery(sort="imported", descending=False))
    assert [row.highlights for row in articles.rows(db, [first, second, third]).values()] == [2, 1, 1]
    marked, overlapping = highlights.of_article(db, first)
    tree = tags.tree(db)
    assert (marked.note, marked.analyst, [tree.path(tag) for tag in marked.tags]) == ("一\n二", "林", ["經濟/海洋經濟"])
    assert (overlapping.color, overlapping.analyst, marked.span.end) == ("red", "陳", 8)
    sea = tree.find("經濟/海洋經濟")
    assert sea is not None and (sea.shortcut, sea.color, sea.description) == ("1", "teal", "與海洋有關的產業。")
    page = articles.get(db, second)
    assert page is not None and {mark.kind for mark in page.marks} >= {"title", "heading", "image"}
    assert articles.counts(db)["trash"] == 1 and articles.counts(db)["starred"] == 1
    library.close()


def test_its_history_can_be_taken_back_and_done_again(kept: Path) -> None:
    library = opened(kept)
    db = library.db
    redone = edits.redo(db)
    assert redone is not None and redone[0].kind == "note"
    before = state(library)
    assert highlights.of_article(db, 1)[0].note == "改過的筆記"
    steps = [step.id for step in journal.history(db) if not step.undone]
    for _ in steps:
        edits.undo(db)
    assert edits.undo(db) is None and len(tags.tree(db)) == 0 and articles.counts(db)["all"] == 0
    for _ in steps:
        edits.redo(db)
    assert edits.redo(db) is None and state(library) == before and check(db) == []
    library.close()


def state(library: Library) -> list[object]:
    """Highlights, tags and articles, as the program reads them."""
    every = [*articles.ids(library.db, ArticleQuery()), *articles.ids(library.db, ArticleQuery(scope="trash"))]
    found = [highlights.of_article(library.db, article) for article in every]
    lists = [searches.every(library.db), collections.every(library.db), collections.counts(library.db)]
    return [lists, articles.rows(library.db, every), found, sorted(tags.tree(library.db), key=lambda tag: tag.id)]


def test_work_in_it_goes_on(kept: Path) -> None:
    library = opened(kept)
    used = library.db.execute("select max(row) from step_rows where name = 'highlights'").fetchone()[0]
    made, _ = edits.highlight(library.db, 2, 10, 20, note="new")
    assert made > used  # also of those that are gone
    library.close()
    again = opened(kept)
    found = highlights.get(again.db, made)
    assert found is not None and found.note == "new" and check(again.db) == []
    again.close()


def test_one_that_cannot_be_brought_up_to_date_is_refused_as_it_is(kept: Path, request: pytest.FixtureRequest) -> None:
    before = kept.read_bytes()
    current = f"-{schema.MAJOR}.{schema.MINOR}." in request.node.name
    kept.chmod(0o444)
    request.getfixturevalue("powerless")
    if current:
        opened(kept).close()
    else:
        with pytest.raises(LibraryError, match="made by an older Reader") as refused:
            open_library(kept)
        assert refused.value.kind == "older"
    assert kept.read_bytes() == before
