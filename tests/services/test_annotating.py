"""Tags and notes of whole articles: put on, taken off, counted, found, taken back, also for many at once."""

from __future__ import annotations

import random
from typing import Literal

import pytest
from sqlite_utils import Database

import making
from reader.domain import links
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.note import Owner
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse
from reader.services import annotating, checking, edits, searching, tagging
from reader.storage import article_tags, articles, facets, highlights, journal, notes, tags
from reader.storage.library import Library


def paths(db: Database, article: int) -> list[str]:
    return [tags.tree(db).path(tag) for tag in article_tags.of(db, article)]


def found(db: Database, query: str) -> list[int]:
    return searching.article_ids(db, parse(query), ArticleQuery(sort="imported", descending=False))


def noted(db: Database, query: str) -> list[Owner]:
    return searching.note_owners(db, parse(query))


def test_a_tag_on_an_article_counts_filters_and_is_found_as_one_on_a_highlight(library: Library) -> None:
    db = library.db
    first, second, third = (making.add(db, f"標題{n}\n正文") for n in range(3))
    annotating.tag_articles(db, [first, second], new=["區域/高新區"])
    tagging.highlight_with(db, third, 0, 2, ["區域/高新區"], note="", color="", analyst="")
    tag = tags.tree(db).find("區域/高新區")
    assert tag is not None and tag.highlights == 3
    assert found(db, "tag:高新区") == [first, second, third] == found(db, "has:tag")
    assert articles.ids(db, ArticleQuery(tags=((tag.id,),), sort="imported", descending=False)) == [
        first,
        second,
        third,
    ]
    assert (
        facets.counts(db, ArticleQuery())["tag"][0] == (tag.id, 3)
        or (tag.id, 3) in facets.counts(db, ArticleQuery())["tag"]
    )
    assert articles.rows(db, [first])[first].tags == (tag.id,)
    edits.trash(db, [first])
    assert tags.tree(db).by_id[tag.id].highlights == 2 and checking.check(db) == []


def test_many_articles_get_and_lose_tags_in_one_step(library: Library) -> None:
    db = library.db
    ids = [making.add(db, f"標題{n}\n正文") for n in range(1_200)]
    told: list[tuple[int, int]] = []
    old, _ = tagging.add(db, "舊")
    annotating.tag_articles(db, ids, put=[old])
    change = annotating.tag_articles(
        db, ids, new=["新"], take=[old], analyst="林", advance=lambda *each: told.append(each)
    )
    assert change.articles == frozenset(ids) and told == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]
    assert paths(db, ids[0]) == paths(db, ids[-1]) == ["新"]
    assert {each.analyst for each in article_tags.every(db, ids)} == {"林"}
    step = journal.next_undo(db)
    assert step is not None and (step.kind, step.count, step.analyst) == ("tag-articles", 1_200, "林")
    edits.undo(db)
    assert paths(db, ids[0]) == paths(db, ids[-1]) == ["舊"] and tags.tree(db).find("新") is None
    edits.redo(db)
    assert paths(db, ids[600]) == ["新"] and checking.check(db) == []


def test_what_stops_it_leaves_all_as_it_was(library: Library) -> None:
    class Enough(Exception):
        pass

    def enough(done: int, total: int) -> None:
        raise Enough

    article = making.add(library.db)
    with pytest.raises(Enough):
        annotating.tag_articles(library.db, [article], new=["新"], advance=enough)
    assert len(tags.tree(library.db)) == 0 and paths(library.db, article) == []


def test_an_exclusive_tag_takes_the_place_of_its_sibling(library: Library) -> None:
    db, article = library.db, making.add(library.db)
    annotating.tag_articles(db, [article], new=["態度/贊成"])
    no, _ = tagging.add(db, "態度/反對")
    tagging.set_exclusive(db, no, True)
    annotating.tag_articles(db, [article], put=[no])
    assert paths(db, article) == ["態度/反對"]


def test_which_tags_all_have_and_which_some(library: Library) -> None:
    db = library.db
    ids = [making.add(db, f"標題{n}\n正文") for n in range(3)]
    annotating.tag_articles(db, ids, new=["all"])
    annotating.tag_articles(db, ids[:1], new=["some"])
    tree = tags.tree(db)
    every, some = annotating.on_articles(db, ids)
    assert ([tree.path(tag) for tag in every], [tree.path(tag) for tag in some]) == (["all"], ["some"])


def test_the_same_tag_twice_does_nothing(library: Library) -> None:
    article = making.add(library.db)
    annotating.tag_articles(library.db, [article], new=["一"])
    before = journal.next_undo(library.db)
    assert not annotating.tag_articles(library.db, [article], new=["一"]) and journal.next_undo(library.db) == before


def test_a_note_that_is_stored_while_it_is_typed_takes_no_more_room_for_that(library: Library) -> None:
    db, owner, note = library.db, Owner("highlight", 1), ""
    edits.highlight(db, making.add(db), 0, 2)
    library.fold()
    size, step, steps = library.path.stat().st_size, None, len(journal.history(db))
    for _ in range(300):
        given, note = note, note + "三個字"
        step, _ = annotating.write_note(db, owner, note, given=given, step=step)
    library.fold()
    assert library.path.stat().st_size - size < 50_000 and len(journal.history(db)) == steps + 1
    edits.undo(db)
    assert annotating.note_of(db, owner) == ""
    edits.redo(db)
    assert annotating.note_of(db, owner) == note


@pytest.mark.parametrize("kind", ["highlight", "article", "tag"])
def test_a_note_that_is_written_is_one_step_until_something_else_is_done(
    library: Library, kind: Literal["highlight", "article", "tag"]
) -> None:
    db = library.db
    article = making.add(db)
    edits.highlight(db, article, 0, 2)
    tagging.add(db, "經濟")
    owner, start = Owner(kind, 1), journal.next_undo(db)
    first, _ = annotating.write_note(db, owner, "一", given="")
    second, change = annotating.write_note(db, owner, "一二", given="一", step=first)
    assert change and annotating.note_of(db, owner) == "一二"
    edits.undo(db)
    assert annotating.note_of(db, owner) == "" and journal.next_undo(db) == start
    edits.redo(db)
    edits.set_starred(db, [article], True)
    third, _ = annotating.write_note(db, owner, "一二三", given="一二", step=second)
    edits.undo(db)
    assert annotating.note_of(db, owner) == "一二"
    edits.redo(db)
    fourth, change = annotating.write_note(db, owner, "一二", given="一二三", step=third)
    assert fourth is None and change and annotating.note_of(db, owner) == "一二"
    edits.undo(db)
    assert annotating.note_of(db, owner) == "一二" and not articles.any_has(db, [article], "starred", True)


def test_a_tag_that_is_gone_is_refused(library: Library) -> None:
    with pytest.raises(EditError):
        annotating.tag_articles(library.db, [making.add(library.db)], put=[99])


def test_notes_of_articles_and_tags_are_found_in_any_form(library: Library) -> None:
    db = library.db
    old = making.add(db, "舊聞\n正文", published="2019")
    new = making.add(db, "新聞\n正文", source="膠東在線", published="2020")
    annotating.set_note(db, Owner("article", old), "高質量發展的例子")
    annotating.set_note(db, Owner("article", new), "不是例子")
    tag, _ = tagging.add(db, "經濟")
    annotating.set_note(db, Owner("tag", tag), "與發展有關的例子")
    made, _ = edits.highlight(db, old, 0, 2, note="例子")
    annotating.tag_articles(db, [new], put=[tag])
    assert noted(db, "例子") == [
        *(Owner("tag", tag), Owner("article", new)),
        *(Owner("article", old), Owner("highlight", made)),
    ]
    assert noted(db, "高质量发展") == [Owner("article", old)] and noted(db, "发展") == [
        *(Owner("tag", tag), Owner("article", old)),
    ]
    assert noted(db, "例子 source:胶东") == [Owner("article", new)] == noted(db, "例子 date:2020")
    assert noted(db, "tag:经济") == [Owner("tag", tag), Owner("article", new)]
    assert noted(db, "例子 -发展") == [Owner("article", new), Owner("highlight", made)]
    assert found(db, "has:note") == [old, new]
    edits.trash(db, [old])
    assert noted(db, "高质量") == []


def random_query(chance: random.Random) -> str:
    words = ["發展", "高", "例子", "english", "質量", "2020"]
    parts = [chance.choice(("", "-")) + chance.choice(words) for _ in range(chance.randint(1, 3))]
    return chance.choice((" ", " OR ")).join(parts)


def holds(note: str, query: str) -> bool:
    """The same, slow and plain, for what `random_query` makes."""
    either = " OR " in query
    answers = [
        (part.lstrip("-").lower() in note.lower()) != part.startswith("-")
        for part in query.replace(" OR ", " ").split()
    ]
    return any(answers) if either else all(answers)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_is_what_a_plain_search_finds(library: Library, seed: int) -> None:
    db, chance = library.db, random.Random(seed)
    pieces = ["發展", "高", "質量", "例子", "English", "2020", "的"]
    owners: dict[Owner, str] = {}
    for number in range(40):
        article = making.add(db, f"標題{number}\n正文")
        tag, _ = tagging.add(db, f"標籤{number}")
        made, _ = edits.highlight(db, article, 0, 2)
        for owner in (Owner("article", article), Owner("tag", tag), Owner("highlight", made)):
            owners[owner] = "，".join(chance.choices(pieces, k=chance.randint(0, 5)))
            annotating.set_note(db, owner, owners[owner])
    for _ in range(30):
        query = random_query(chance)
        expected = {owner for owner, note in owners.items() if note and holds(note, query)}
        assert set(noted(db, query)) == expected, query
        wanted = parse(query)
        assert notes.number_found(db, ArticleQuery(wanted=wanted)) == len(expected)


def test_all_notes_are_listed_the_newest_first(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    db = library.db
    article, (tag, _) = making.add(db), tagging.add(db, "經濟")
    made, _ = edits.highlight(db, article, 0, 2)
    times = iter(f"2026-11-27T10:0{n}:00+00:00" for n in range(9))
    for module in (notes, tags, highlights):
        monkeypatch.setattr(module, "now", lambda: next(times))
    order = [Owner("tag", tag), Owner("highlight", made), Owner("article", article)]
    for owner in order:
        annotating.set_note(db, owner, "筆記")
    assert notes.search(db, ArticleQuery(), newest=True) == order[::-1]
    edits.undo(db)
    assert notes.search(db, ArticleQuery(), newest=True) == order[1::-1]


def test_a_note_changed_by_two_keeps_both(library: Library) -> None:
    db, article = library.db, making.add(library.db)
    tag, _ = tagging.add(db, "經濟")
    for owner in (Owner("article", article), Owner("tag", tag)):
        annotating.set_note(db, owner, "他的")
        annotating.set_note(db, owner, "我的", given="")
        assert annotating.note_of(db, owner) == "他的\n我的"


def test_a_note_for_what_is_gone_is_refused(library: Library) -> None:
    for owner in (Owner("article", 9), Owner("tag", 9), Owner("highlight", 9)):
        with pytest.raises(EditError):
            annotating.set_note(library.db, owner, "x")


def test_of_a_link_only_the_words_are_found_and_shown(library: Library) -> None:
    db = library.db
    article, other = making.add(db), making.add(db, "民生問題\n正文")
    uid = articles.uids(db, [other])[other]
    annotating.set_note(db, Owner("article", article), f"見{links.link('民生問題', links.Target('article', uid))}。")
    assert noted(db, "民生问题") == [Owner("article", article)] and noted(db, "reader") == [] == noted(db, uid[:8])
    [shown] = searching.found_notes(db, noted(db, "民生"), parse("民生"))
    assert shown.snippet.text == "見民生問題。" and shown.snippet.spans[0].of(shown.snippet.text) == "民生"


def test_who_claims_what_has_no_name_claims_tags_on_articles_too(library: Library) -> None:
    db, article = library.db, making.add(library.db)
    edits.highlight(db, article, 0, 2)
    annotating.tag_articles(db, [article], new=["一"])
    annotating.tag_articles(db, [article], new=["二"], analyst="陳")
    edits.claim_highlights(db, "林")
    assert [each.analyst for each in article_tags.every(db, [article])] == ["林", "陳"]
    edits.undo(db)
    assert [each.analyst for each in article_tags.every(db, [article])] == ["", "陳"]


@pytest.mark.parametrize("owner", [Owner("article", 1), Owner("highlight", 1), Owner("tag", 1)])
def test_two_who_go_on_with_one_note_keep_what_both_wrote_once(library: Library, owner: Owner) -> None:
    making.add(library.db)
    tagging.highlight_with(library.db, 1, 0, 2, ["民生"], note="", color="", analyst="")
    seen = ["", ""]  # what each of the two began from
    for number, words in enumerate(("甲。", "乙。", "丙。", "丁。")):
        who = number % 2
        annotating.set_note(library.db, owner, f"{seen[who]}\n{words}".strip(), given=seen[who])
        seen[who] = annotating.note_of(library.db, owner)
    assert seen[1].split() == ["甲。", "乙。", "丙。", "丁。"]


def test_who_claims_what_another_one_highlighted_too_has_it_once(library: Library) -> None:
    db, article = library.db, making.add(library.db)
    for analyst, tag, note, color in (("林", "一", "甲", ""), ("林芳", "二", "乙", "red"), ("", "一", "乙", "")):
        tagging.highlight_with(db, article, 0, 2, [tag, "三"], note=note, color=color, analyst=analyst)
        edits.highlight(db, article, 3, 5 + len(analyst), analyst=analyst)
    before = highlights.of_article(db, article)
    edits.claim_highlights(db, "林芳", ["", "林", "林芳"])
    [first, *others] = highlights.of_article(db, article)
    assert (first.note, first.color, [tags.tree(db).path(tag) for tag in first.tags]) == (
        "乙\n甲",
        "red",
        ["二", "三", "一"],
    )
    assert {each.analyst for each in (first, *others)} == {"林芳"} and len(others) == 3
    edits.undo(db)
    assert highlights.of_article(db, article) == before
    edits.redo(db)
    assert highlights.of_article(db, article) == [first, *others]


def test_who_claims_very_many_is_told_how_far_that_is_and_can_stop_it(library: Library) -> None:
    db, article = library.db, making.add(library.db, "標題\n" + "民生問題" * 500)
    passages = {article: [Span(at, at + 2) for at in range(3, 3 + articles.CHUNK + 1)]}
    for analyst in ("林", "林芳"):
        edits.highlight_all(db, passages, analyst=analyst)
    before = highlights.of_article(db, article)

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        edits.claim_highlights(db, "林芳", ["林"], advance=stop)
    assert highlights.of_article(db, article) == before
    told = list[tuple[int, int]]()
    edits.claim_highlights(db, "林芳", ["林"], advance=lambda *so_far: told.append(so_far))
    assert told == [(articles.CHUNK, articles.CHUNK + 1), (articles.CHUNK + 1, articles.CHUNK + 1)]
    assert len(highlights.of_article(db, article)) == articles.CHUNK + 1
