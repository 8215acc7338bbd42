"""The text of an article is corrected by hand: words that were not touched keep what is on them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

import making
from reader.domain.article import Article, Gloss, LeftOut, Mark, printed
from reader.domain.correction import Correction
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.rewriting import Replacement
from reader.services import amending, checking, edits
from reader.storage import adding, articles, highlights, journal, texts
from reader.storage.library import Library

TEXT = "我市召開會議\n第一段說的是民生問題。\n第二段說的是發展和發展。\n結尾"


def stored(library: Library, article: int) -> Article:
    found = articles.get(library.db, article)
    assert found is not None
    return found


def mark(library: Library, article: int, start: int, end: int) -> int:
    return edits.highlight(library.db, article, start, end)[0]


def correct(library: Library, article: int, *changes: tuple[str, str]) -> None:
    text = stored(library, article).text
    made = [Replacement(text.index(old), text.index(old) + len(old), new) for old, new in changes]
    amending.correct(library.db, article, text, made)


def standing(library: Library, article: int) -> list[tuple[str, str]]:
    text = stored(library, article).text
    found = highlights.of_article(library.db, article)
    assert all(each.span.of(text) == each.quote for each in found)
    return [(each.quote, each.state) for each in found + highlights.orphans(library.db, article)]


def test_highlights_go_with_the_typing(library: Library) -> None:
    article = making.add(library.db, TEXT)
    for words in ("召開會議", "民生問題", "第二段", "發展和發展"):
        mark(library, article, TEXT.index(words), TEXT.index(words) + len(words))
    correct(library, article, ("我市", "我市昨天"), ("問題。", "大問題！"), ("第二段", "最後一段"), ("發展和", ""))
    assert standing(library, article) == [
        ("召開會議", ""),
        ("民生大問題", "adjusted"),
        ("最後一段", "adjusted"),
        ("發展", "adjusted"),
    ]
    assert stored(library, article).title == "我市昨天召開會議" and checking.check(library.db) == []
    assert [each.kind for each in texts.made(library.db, article)] == ["import", "correct"]
    edits.undo(library.db)
    assert stored(library, article).text == TEXT
    assert [each[0] for each in standing(library, article)] == ["召開會議", "民生問題", "第二段", "發展和發展"]


def test_what_is_typed_at_the_ends_of_a_highlight_is_none_of_it(library: Library) -> None:
    article = making.add(library.db, TEXT)
    mark(library, article, 2, 4)
    correct(library, article, ("召開", "又召開了"))
    assert standing(library, article) == [("召開", "")]


def test_words_that_are_deleted_leave_an_orphan_and_words_that_are_moved_take_their_highlight_along(
    library: Library,
) -> None:
    article = making.add(library.db, TEXT)
    mark(library, article, TEXT.index("民生"), TEXT.index("民生") + 4)
    mark(library, article, TEXT.index("結尾"), TEXT.index("結尾") + 2)
    mark(library, article, TEXT.index("第二段"), TEXT.index("第二段") + 12)
    line = "第二段說的是發展和發展。\n"
    correct(library, article, ("第一段", line + "第一段"), (f"\n{line}結尾", ""))
    assert standing(library, article) == [
        ("第二段說的是發展和發展。", "adjusted"),
        ("民生問題", ""),
        ("結尾", "orphan"),
    ]


def test_words_that_became_quite_other_ones_are_to_be_looked_at(library: Library) -> None:
    article = making.add(library.db, TEXT)
    mark(library, article, TEXT.index("民生"), TEXT.index("民生") + 4)
    correct(library, article, ("民生問題", "別的"))
    assert standing(library, article) == [("別的", "review")]


def test_a_highlight_whose_words_are_typed_again_is_not_to_be_looked_at(library: Library) -> None:
    article = making.add(library.db, TEXT)
    for words in ("民生問題", "發展和發展"):
        mark(library, article, TEXT.index(words), TEXT.index(words) + len(words))
    correct(library, article, ("民生問題", "民生大問題"), ("和發展", "又發展"))
    assert standing(library, article) == [("民生大問題", "adjusted"), ("發展又發展", "adjusted")]
    correct(library, article, ("大", ""), ("又", "與"))
    assert standing(library, article) == [("民生問題", ""), ("發展與發展", "adjusted")]
    edits.undo(library.db)
    assert standing(library, article) == [("民生大問題", "adjusted"), ("發展又發展", "adjusted")]


def test_the_journal_of_an_article_is_not_read_where_no_highlight_has_other_words(library: Library) -> None:
    article, asked = making.add(library.db, TEXT), list[str]()
    mark(library, article, 3, 6)
    library.db.conn.set_trace_callback(asked.append)
    correct(library, article, ("結尾", "結束"))
    library.db.conn.set_trace_callback(None)
    assert asked and not any("json_extract(r.before, '$.quote')" in statement for statement in asked)
    assert standing(library, article) == [(TEXT[3:6], "")]


def test_what_is_to_be_looked_at_stays_so_whatever_else_is_corrected(library: Library) -> None:
    article = making.add(library.db, TEXT)
    mark(library, article, TEXT.index("民生"), TEXT.index("民生") + 4)
    [highlight] = highlights.of_article(library.db, article)
    highlights.set_state(library.db, [highlight.id], "review")
    correct(library, article, ("第二段", "最後一段"))
    assert standing(library, article) == [("民生問題", "review")]


def test_a_highlight_whose_words_were_deleted_is_there_again_with_them(library: Library) -> None:
    article = making.add(library.db, TEXT)
    mark(library, article, TEXT.index("民生"), TEXT.index("民生") + 4)
    correct(library, article, ("民生問題", ""))
    assert standing(library, article) == [("民生問題", "orphan")]
    correct(library, article, ("第二段", "最後一段"))
    assert standing(library, article) == [("民生問題", "orphan")]
    correct(library, article, ("說的是", "說的是民生問題"))
    assert [each[0] for each in standing(library, article)] == ["民生問題"] and checking.check(library.db) == []
    assert standing(library, article)[0][1] in ("", "review")


def test_marks_readings_and_lines_of_the_page_go_along(library: Library) -> None:
    marks = [
        Mark(7, 18, "heading", "2"),
        Mark(13, 17, "bold"),
        Mark(19, 31, "item", "1"),
        Mark(32, 34, "link", "https://a"),
    ]
    draft = making.draft(TEXT)
    with journal.step(library.db, "import"):
        added = replace(
            draft,
            marks=(*draft.marks, *marks),
            glosses=(Gloss(1, "(wǒ)"), Gloss(15, "(shēng)"), Gloss(33, "(jié)")),
            left_out=(LeftOut("首頁", before=19),),
        )
        article = adding.add(library.db, added).article
    correct(library, article, ("我市", "，我市"), ("第一段", "這是第一段"), ("。\n第二", "。第二"), ("結尾", "結束"))
    found = stored(library, article)
    assert printed(found.text, found.glosses).startswith("，我(wǒ)市") and "生(shēng)問題" in printed(
        found.text, found.glosses
    )
    kinds = {mark.kind: found.text[mark.start : mark.end] for mark in found.marks}
    assert kinds == {
        "title": "，我市召開會議",
        "heading": "這是第一段說的是民生問題。第二段說的是發展和發展。",
        "bold": "民生問題",
        "link": "結束",
    }
    [line] = texts.left_out(library.db, article)
    assert line.before == found.text.index("第二段") and checking.check(library.db) == []


def test_what_others_changed_meanwhile_is_not_overwritten(library: Library) -> None:
    article = making.add(library.db, TEXT)
    mark(library, article, TEXT.index("民生"), TEXT.index("民生") + 4)
    edits.set_fields(library.db, article, {"title": "別的標題"})
    for start, end in ((0, 1), (TEXT.index("\n"), TEXT.index("\n"))):  # in their words, and just behind them
        with pytest.raises(EditError, match="changed meanwhile"):
            amending.correct(library.db, article, TEXT, [Replacement(start, end, "你")])
    at = TEXT.index("民生")
    amending.correct(
        library.db, article, TEXT, [Replacement(at, at + 2, "發展"), Replacement(len(TEXT), len(TEXT), "。")]
    )
    changed = TEXT.replace("我市召開會議", "別的標題").replace("民生", "發展", 1) + "。"
    assert stored(library, article).text == changed
    assert standing(library, article) == [("發展問題", "adjusted")] and checking.check(library.db) == []
    with pytest.raises(EditError, match="cannot be empty"):
        text = stored(library, article).text
        amending.correct(library.db, article, text, [Replacement(0, len(text), " \n")])
    assert not amending.correct(library.db, article, stored(library, article).text, [])


def test_what_another_corrected_in_the_same_way_is_no_conflict(library: Library) -> None:
    article = making.add(library.db, TEXT)
    at = TEXT.index("民生")
    same = [Replacement(at, at + 2, "發展")]
    assert amending.correct(library.db, article, TEXT, same)
    assert not amending.correct(library.db, article, TEXT, same)
    assert stored(library, article).text == TEXT.replace("民生", "發展", 1)
    assert [each.kind for each in texts.made(library.db, article)] == ["import", "correct"]


def test_what_is_being_corrected_is_kept_until_it_is_stored(library: Library) -> None:
    article = making.add(library.db, TEXT)
    texts.keep_unsaved(library.db, article, TEXT.replace("民生", "發展", 1), TEXT)
    correct(library, article, ("我市", "本市"))  # that is another correction
    kept = texts.unsaved(library.db, article)
    assert kept == [texts.Unsaved(TEXT.replace("民生", "發展", 1), TEXT)]
    amending.correct(library.db, article, TEXT, [Replacement(TEXT.index("民生"), TEXT.index("民生") + 2, "發展")])
    assert not texts.unsaved(library.db, article)
    now = stored(library, article).text
    texts.keep_unsaved(library.db, article, "又未完", now)
    assert texts.unsaved(library.db, article) == [texts.Unsaved("又未完", now)]
    texts.forget_unsaved(library.db, article, "又")
    assert texts.unsaved(library.db, article) == [texts.Unsaved("又未完", now)]
    texts.forget_unsaved(library.db, article, "又未完")
    assert not texts.unsaved(library.db, article)


def test_only_what_was_kept_of_a_correction_goes_with_it(library: Library) -> None:
    article = making.add(library.db, TEXT)
    of_another, change = f"{TEXT}！", [Replacement(0, 0, "在")]
    amending.keep(library.db, article, of_another, TEXT)
    amending.correct(library.db, article, TEXT, change, kept=f"本{TEXT}")
    assert texts.unsaved(library.db, article) == [texts.Unsaved(of_another, TEXT)]
    amending.correct(library.db, article, TEXT, [Replacement(len(TEXT), len(TEXT), "。")], kept=of_another)
    assert not texts.unsaved(library.db, article)


def test_what_is_corrected_of_an_article_that_is_gone_is_not_taken_as_kept(library: Library) -> None:
    article = making.add(library.db, TEXT)
    edits.trash(library.db, [article])
    amending.keep(library.db, article, f"{TEXT}。", TEXT)
    edits.empty_trash(library.db)
    with pytest.raises(EditError, match="not there any more"):
        amending.keep(library.db, article, f"{TEXT}。", TEXT)
    with pytest.raises(EditError, match="not there any more"):
        amending.correct(library.db, article, TEXT, [Replacement(0, 0, "在")])


def test_after_10_000_edits_every_highlight_whose_words_were_not_touched_covers_them(library: Library) -> None:
    chance = Random(3)
    old = "\n".join("".join(chance.choices("我市召開會議，研究民生問題。😀", k=200)) for _ in range(60))
    article = making.add(library.db, old)
    old = stored(library, article).text
    spans = {Span(at, at + chance.choice((1, 2, 8, 40))) for at in chance.sample(range(len(old) - 40), 1_000)}
    edits.highlight_all(library.db, {article: sorted(spans)})
    ids = {each.span: each.id for each in highlights.of_article(library.db, article)}
    correction, chars = Correction(old), [(char, at) for at, char in enumerate(old)]
    states = [chars]
    for _ in range(10_000):
        if chance.random() < 0.45 and len(states) > 1:
            correction.undo()
            states.pop()
            continue
        start = chance.randrange(len(states[-1]))
        end = min(len(states[-1]), start + chance.choice((0, 1, 3)))
        words = "".join(chance.choices("的了和在\n", k=chance.choice((0, 1, 2, 20))))
        if start < end or words:
            correction.replace(start, end, words)
            states.append([*states[-1][:start], *((char, -1) for char in words), *states[-1][end:]])
            del states[1:-60]  # nothing goes back further than that here, and lists of this length take memory
    amending.correct(library.db, article, old, correction.replacements())
    assert stored(library, article).text == correction.text
    now = {at: place for place, (_, at) in enumerate(states[-1]) if at >= 0}
    found = {each.id: each for each in highlights.of_article(library.db, article)}
    untouched = 0
    for span, number in ids.items():
        places = [now.get(at, -1) for at in range(span.start, span.end)]
        if places[0] >= 0 and places == list(range(places[0], places[0] + len(places))):
            untouched += 1
            assert (found[number].span, found[number].state) == (Span(places[0], places[-1] + 1), "")
    assert untouched > 100 and len(found) + len(highlights.orphans(library.db, article)) == len(ids)
    assert checking.check(library.db) == []


class Stop(Exception):
    """The person who wanted it has thought better of it."""


def test_a_correction_that_is_stopped_leaves_the_text_its_highlights_and_what_was_kept(library: Library) -> None:
    article = making.add(library.db, TEXT)
    mark(library, article, TEXT.index("民生"), TEXT.index("民生") + 2)
    amending.keep(library.db, article, f"新{TEXT}", TEXT)

    def stop(done: int, total: int) -> None:
        assert (done, total) == (1, 1)
        raise Stop

    made = [Replacement(0, 0, "新")]
    with pytest.raises(Stop):
        amending.correct(library.db, article, TEXT, made, kept=f"新{TEXT}", advance=stop)
    assert stored(library, article).text == TEXT and standing(library, article) == [("民生", "")]
    assert texts.unsaved(library.db, article) == [texts.Unsaved(f"新{TEXT}", TEXT)]
