"""An exclusive tag never comes to stand beside one of its siblings, whichever way it is put on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlite_utils import Database

import making
from reader.domain.highlight import Span
from reader.services import applying, edits, tagging, tags_together
from reader.services.checking import check
from reader.storage import highlights, journal, tags
from reader.storage.library import Library

PRO, CON, MIXED, BELOW, OTHER = 2, 3, 4, 5, 6  # stance/pro (exclusive), stance/con, stance/mixed, stance/con/x, topic


@pytest.fixture
def db(library: Library) -> Database:
    """Highlights 1 (con, topic), 2 (con, mixed) and 3 (con/x); `pro` is exclusive."""
    article = making.add(library.db)
    for path in ("stance/pro", "stance/con", "stance/mixed", "stance/con/x", "topic"):
        tagging.add(library.db, path)
    for start, on in ((0, [CON, OTHER]), (2, [CON, MIXED]), (4, [BELOW])):
        edits.highlight(library.db, article, start, start + 2, tags=on)
    tagging.set_exclusive(library.db, PRO, True)
    return library.db


def tagged(db: Database) -> list[set[int]]:
    return [set(each.tags) for each in sorted(highlights.of_article(db, 1), key=lambda each: each.id)]


BEFORE = [{CON, OTHER}, {CON, MIXED}, {BELOW}]
WAYS: dict[str, tuple[Callable[[Database], object], list[set[int]]]] = {
    "put on a highlight": (lambda db: edits.tag_highlight(db, 1, PRO), [{PRO, OTHER}, *BEFORE[1:]]),
    "put on where two siblings are": (
        lambda db: edits.add_tags(db, 2, [OTHER, PRO]),
        [BEFORE[0], {PRO, OTHER}, {BELOW}],
    ),
    "the last one put on stays": (lambda db: edits.add_tags(db, 2, [PRO, MIXED]), [BEFORE[0], {MIXED}, {BELOW}]),
    "tags below a sibling stay": (lambda db: edits.tag_highlight(db, 3, PRO), [*BEFORE[:2], {BELOW, PRO}]),
    "a passage highlighted again": (lambda db: edits.highlight(db, 1, 0, 2, tags=[PRO]), [{PRO, OTHER}, *BEFORE[1:]]),
    "many passages": (
        lambda db: edits.highlight_all(db, {1: [Span(0, 2), Span(2, 4)]}, tags=[PRO]),
        [{PRO, OTHER}, {PRO}, {BELOW}],
    ),
    "many highlights": (
        lambda db: tags_together.retag(db, [1, 2, 3], put=[PRO], take=[OTHER]),
        [{PRO}, {PRO}, {BELOW, PRO}],
    ),
    "a merged tag": (lambda db: tagging.merge(db, OTHER, PRO), [{PRO}, {CON, MIXED}, {BELOW}]),
    "a sibling that is merged": (lambda db: tagging.merge(db, CON, PRO), [{PRO, OTHER}, {PRO}, {BELOW}]),
}


@pytest.mark.parametrize("way", WAYS)
def test_its_siblings_come_off_in_the_same_step(db: Database, way: str) -> None:
    act, after = WAYS[way]
    steps = len(journal.history(db))
    act(db)
    assert tagged(db) == after and len(journal.history(db)) == steps + 1 and check(db) == []
    edits.undo(db)
    assert tagged(db) == BEFORE and check(db) == []
    edits.redo(db)
    assert tagged(db) == after and check(db) == []


def test_a_sibling_takes_the_exclusive_one_off_and_no_other(db: Database) -> None:
    edits.tag_highlight(db, 1, PRO)
    edits.tag_highlight(db, 1, CON)
    edits.tag_highlight(db, 1, MIXED)
    assert tagged(db)[0] == {OTHER, CON, MIXED}
    edits.tag_highlight(db, 1, CON)  # which is on already
    assert tagged(db)[0] == {OTHER, CON, MIXED}


def test_whole_articles_have_only_one_of_them_too(db: Database) -> None:
    for wanted in (CON, OTHER, PRO):
        with journal.step(db, "tag"):
            applying.put_on_articles(db, [1], [wanted], None)
    rows = db.execute("select tag from article_tags order by tag").fetchall()
    assert [row[0] for row in rows] == [PRO, OTHER] and tags.tree(db).by_id[PRO].highlights == 1
    tagging.merge(db, OTHER, MIXED)
    assert [row[0] for row in db.execute("select tag from article_tags").fetchall()] == [MIXED]
    assert check(db) == []


def test_a_step_tells_what_it_put_on_and_took_off(db: Database) -> None:
    edits.tag_highlight(db, 1, PRO)
    step = journal.next_undo(db)
    assert step is not None and journal.tags_moved(db, step.id) == ({PRO}, {CON})
