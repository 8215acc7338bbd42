"""Hits with what is around them: which lines there are, in which order, and what is done with many of them."""

from __future__ import annotations

import csv
import itertools
import json
import lzma
from pathlib import Path

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.folding import fold
from reader.domain.hits import hits
from reader.domain.query import ArticleQuery
from reader.domain.wanted import parse, shown_words
from reader.services import concordance, edits, tagging
from reader.services.concordance import AROUND, By, Line
from reader.storage import articles, highlights, journal, tags
from reader.storage.library import Library


def lines(db: Database, query: str, **more: object) -> list[Line]:
    return [*itertools.chain(*concordance.lines(db, ArticleQuery(wanted=parse(query), **more)))]  # type: ignore[arg-type]


def shown(found: list[Line]) -> list[str]:
    return [f"{line.left}[{line.hit}]{line.right}" for line in found]


def ordered(found: list[Line], by: By, *, descending: bool = False) -> list[str]:
    return shown([found[number] for number in concordance.order(found, by, descending=descending)])


def test_a_line_has_the_hit_as_it_is_written_and_what_is_around_it_without_line_ends(library: Library) -> None:
    making.add(library.db, "標題\n　　高質(zhì)量發(fā)展\n走在\t前列", source="甲報", published="2020-03-04")
    [line] = lines(library.db, "质量发展")
    assert shown([line]) == ["標題 高[質(zhì)量發(fā)展] 走在 前列"]
    assert (line.title, line.source, line.published) == ("標題", "甲報", "2020-03-04")
    article = articles.get(library.db, line.article)
    assert article is not None and line.uid == article.uid
    assert line.span.of(article.text) == "質(zhì)量發(fā)展"


def test_hits_at_both_ends_and_among_astral_characters(library: Library) -> None:
    making.add(library.db, "😀𠮷烟台\n烟台𠮷😀")
    assert shown(lines(library.db, "烟台")) == ["😀𠮷[烟台] 烟台𠮷😀", "😀𠮷烟台 [烟台]𠮷😀"]
    assert shown(lines(library.db, "𠮷")) == ["😀[𠮷]烟台 烟台𠮷😀", "😀𠮷烟台 烟台[𠮷]😀"]
    making.add(library.db, "會議", published="2021")
    assert shown(lines(library.db, "会议")) == ["[會議]"]


def test_the_newest_article_comes_first_and_only_those_that_are_listed(library: Library) -> None:
    for year in (2019, 2021, 2020):
        making.add(library.db, f"{year}年的會議", published=str(year))
    assert [line.published for line in lines(library.db, "会议")] == ["2021", "2020", "2019"]
    assert [line.published for line in lines(library.db, "会议", since="2020")] == ["2021", "2020"]
    assert lines(library.db, "date:2020") == lines(library.db, "") == []


def test_there_is_an_end_to_many_lines(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "MOST", 5)
    for sign in "甲乙丙":
        making.add(library.db, f"一{sign}一{sign}")
    assert [len(part) for part in concordance.lines(library.db, ArticleQuery(wanted=parse("一")))] == [2, 2, 1]


def test_left_contexts_are_compared_by_words_from_the_hit_outwards(library: Library) -> None:
    making.add(library.db, "new big city")
    making.add(library.db, "a fig city")
    making.add(library.db, "an old, big city")
    making.add(library.db, "City")
    making.add(library.db, "BIG city")
    expected = ["[City]", "BIG [city]", "new big [city]", "an old, big [city]", "a fig [city]"]
    assert ordered(lines(library.db, "city"), "left") == expected


def test_left_contexts_of_chinese_are_compared_by_characters(library: Library) -> None:
    making.add(library.db, "甲再會；乙开会；甲開會")
    left = [line.partition("[")[0][-2:] for line in ordered(lines(library.db, "会"), "left")]
    assert left == ["甲開", "乙开", "甲再"]  # kāi before zài; jiǎ before yǐ


def test_forms_of_a_word_stand_together_and_common_ones_in_the_order_of_their_readings(library: Library) -> None:
    making.add(library.db, "會長\n會成\n會常\n會长\n會愛")
    found = lines(library.db, "会")
    assert [line.partition("]")[2][0] for line in ordered(found, "right")] == ["愛", "常", "长", "長", "成"]
    assert [line.partition("]")[2][0] for line in ordered(found, "right", descending=True)][:2] == ["成", "長"]


def test_the_reading_behind_a_hit_counts_for_nothing(library: Library) -> None:
    making.add(library.db, "質(zhì)乙")
    making.add(library.db, "质丙")
    assert ordered(lines(library.db, "质"), "right") == ["[质]丙", "[質](zhì)乙"]


def test_by_what_the_hit_is_the_source_and_the_day_both_ways(library: Library) -> None:
    making.add(library.db, "Developing", source="乙報", published="2020-02")
    making.add(library.db, "Developer", source="Ａ報", published="2020-01")
    found = lines(library.db, "develop*")
    assert ordered(found, "published") == ["[Develop]er", "[Develop]ing"]
    assert ordered(found, "published", descending=True) == ["[Develop]ing", "[Develop]er"]
    assert ordered(found, "source") == ["[Develop]er", "[Develop]ing"]
    assert ordered(found, "title") == ordered(found, "hit") == ["[Develop]er", "[Develop]ing"]


def test_real_news_has_a_line_for_each_hit(library: Library, shared_data: Path) -> None:
    with lzma.open(shared_data / "corpus" / "xwlb.jsonl.xz", "rt", encoding="utf-8") as file:
        rows = [json.loads(row) for row in itertools.islice(file, 200)]
    with journal.step(library.db, "import"):
        stored = [making.add(library.db, f"{row['title']}\n{row['text']}") for row in rows]
    texts = {number: each.text for number in stored if (each := articles.get(library.db, number)) is not None}
    for query in ("经济", "習近平", "的", "2020", "near(经济 发展, 10)"):
        words = list(shown_words(parse(query)))
        found = lines(library.db, query)
        assert len(found) == sum(len(hits(text, words, text.index("\n"))) for text in texts.values()) > 0, query
        for line in found:
            text = texts[line.article]
            before, behind = text[: line.span.start].split(), text[line.span.end :].split()
            assert fold(line.hit) == fold(line.span.of(text)).replace("\n", " ")
            assert "\n" not in line.left + line.right and max(len(line.left), len(line.right)) <= AROUND
            assert not before or before[-1].endswith(line.left.split()[-1])
            assert not behind or behind[0].startswith(line.right.split()[0])


# ---- many at once


def test_lines_are_highlighted_and_tagged_in_one_step(library: Library) -> None:
    db = library.db
    first, second = making.add(db, "會議與會議\n會議"), making.add(db, "开会议")
    there, _ = tagging.add(db, "甲")
    found = lines(db, "会议")
    change = concordance.highlight(db, found, tags=[there], new_tags=["乙/丙"], analyst="林")
    made = [*highlights.of_article(db, first), *highlights.of_article(db, second)]
    assert [each.quote for each in made] == ["會議", "會議", "會議", "会议"]
    assert {tags.tree(db).path(tag) for each in made for tag in each.tags} == {"甲", "乙/丙"}
    assert change.articles == {first, second} and {each.analyst for each in made} == {"林"}
    step = journal.next_undo(db)
    assert step is not None and (step.kind, step.count) == ("highlight", 4)
    edits.undo(db)
    assert highlights.of_article(db, first) == [] and tags.tree(db).find("乙") is None


def test_nothing_is_highlighted_where_a_text_is_another_one_by_now(library: Library) -> None:
    db = library.db
    first, second = making.add(db, "會議\n正文"), making.add(db, "會議\n別的")
    found = lines(db, "会议")
    edits.set_fields(db, first, {"title": "這次會議"})
    with pytest.raises(EditError, match="was changed since"):
        concordance.highlight(db, found, new_tags=["甲"])
    assert highlights.of_article(db, second) == [] and not list(tags.tree(db))


def test_the_table_has_all_of_it_and_is_safe_to_open(library: Library, tmp_path: Path) -> None:
    making.add(library.db, "=1+1會議，說", source="甲報", published="2020-03-04")
    found = lines(library.db, "会议")
    target = tmp_path / "a.csv"
    assert concordance.export_csv(library.path, target, found) == 1
    with target.open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert tuple(row) == concordance.COLUMNS
    assert (row["left"], row["hit"], row["right"]) == ("'=1+1", "會議", "，說")
    assert (row["title"], row["source"], row["published"]) == ("'=1+1會議，說", "甲報", "2020-03-04")
    assert (row["article_id"], row["start"], row["end"]) == (found[0].uid, "4", "6")
    assert concordance.export_csv(library.path, target, found, cancelled=lambda: True) is None
