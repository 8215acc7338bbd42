"""Which articles are shown beside one as related, and what they are said to share."""

from __future__ import annotations

import itertools
import json
import lzma
import random
import re
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo
from sqlite_utils import Database

from making import add, draft
from reader import word_breaks
from reader.domain import characters
from reader.services import edits, relating
from reader.services.relating import Related
from reader.storage import adding, articles, reprints, similar
from reader.storage.connection import transaction
from reader.storage.library import Library

PARTED = partial(word_breaks.words, folder=Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)))
# About volcanos, about volcanos in the other script, about football, about something else.
ERUPTION = "冰島火山噴發\n冰島西南部的一座火山噴發，熔岩流向港口。火山附近的居民已經撤離，專家說熔岩還會流幾天。"
AGAIN = "火山又喷发了\n专家介绍，这座火山去年也喷发过，当时熔岩流到了公路上，居民撤离了三个星期。"
FOOTBALL = "球队赢了\n昨天晚上的足球比赛里，主队在最后一分钟进球，球迷高兴极了，教练说还要继续训练。"
MUSEUM = "博物馆开放\n市中心的博物馆重新开放，观众可以免费参观三层展厅，专家挑了从没展出过的书画。"


def related(db: Database, article: int) -> list[Related]:
    return relating.related(db, article, PARTED, set())


def test_what_is_about_the_same_is_related_and_nothing_else(library: Library) -> None:
    eruption, again, *_ = [add(library.db, text) for text in (ERUPTION, AGAIN, FOOTBALL, MUSEUM)]
    [found] = related(library.db, eruption)
    assert found.row.id == again and found.row.title == "火山又喷发了" and not found.reprint


def test_shared_words_are_whole_and_as_the_open_article_writes_them(library: Library) -> None:
    eruption, again, *_ = [add(library.db, text) for text in (ERUPTION, AGAIN, FOOTBALL, MUSEUM)]
    assert {"火山", "熔岩", "撤離"} <= set(related(library.db, eruption)[0].shared)
    assert {"火山", "熔岩", "撤离"} <= set(related(library.db, again)[0].shared)


def test_names_of_several_characters_are_one_word(library: Library) -> None:
    article = add(library.db, "張術平調研\n張術平在高新區調研。張術平指出，項目要快。")
    add(library.db, "会议召开\n张术平出席会议，张术平讲了话。")
    add(library.db, FOOTBALL)
    assert "張術平" in related(library.db, article)[0].shared


def test_articles_in_latin_letters_are_related_by_their_words(library: Library) -> None:
    article = add(library.db, "Glaciers\nThe glacier above the village melts; glaciers in the Alps melt, too.")
    other = add(library.db, "Melting\nNo glacier in the Alps will be left. A GLACIER needs snow.")
    add(library.db, "Football\nThey won the match in the last minute.")
    third = add(library.db, "A lake\nThe Alpsee has no glacier above it, and one village.")
    found = {each.row.id: set(each.shared) for each in related(library.db, article)}
    assert {"glacier", "Alps"} <= found[other]
    assert "village" in found[third] and "Alps" not in found[third]


def test_other_prints_come_first_and_are_told_apart(library: Library) -> None:
    eruption, _, football, _ = [add(library.db, text) for text in (ERUPTION, AGAIN, FOOTBALL, MUSEUM)]
    with transaction(library.db):
        reprints.link(library.db, eruption, football)
    found = related(library.db, eruption)
    assert [(each.row.title, each.reprint) for each in found] == [("球队赢了", True), ("火山又喷发了", False)]


def test_what_is_in_the_trash_is_not_related(library: Library) -> None:
    eruption, again, *_ = [add(library.db, text) for text in (ERUPTION, AGAIN, FOOTBALL, MUSEUM)]
    edits.trash(library.db, [again])
    assert related(library.db, eruption) == []
    assert [each.row.id for each in related(library.db, again)] == [eruption]


def test_an_article_that_is_gone_or_alone_or_without_words_has_none(library: Library) -> None:
    assert related(library.db, 7) == []
    assert related(library.db, add(library.db, ERUPTION)) == []
    assert related(library.db, add(library.db, "……！\n——")) == []


def test_without_a_dictionary_runs_of_characters_are_the_words(library: Library) -> None:
    eruption, again = add(library.db, "火山，熔岩\n火山，熔岩，專家。"), add(library.db, "火山，熔岩\n火山，熔岩。")
    add(library.db, FOOTBALL)
    [found] = relating.related(library.db, eruption, lambda _line: [], set())
    assert found.row.id == again and set(found.shared) == {"火山", "熔岩"}


def test_of_a_very_long_article_the_beginning_tells(library: Library) -> None:
    long = add(library.db, ERUPTION + "\n今天沒有新聞。" * 300_000 + FOOTBALL)
    again = add(library.db, AGAIN)
    add(library.db, FOOTBALL)
    assert [each.row.id for each in related(library.db, long)] == [again]


def test_words_of_most_articles_are_counted_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "FREQUENT", 3)
    for number in range(4):
        add(library.db, f"第{number}條\n火山的消息。")
    frequent: set[str] = set()
    assert similar.counts(library.db, ["火山", "消息", "没有"], frequent) == {"火山": 3, "消息": 3, "没有": 0}
    assert frequent == {"火山", "消息"}
    asked: list[str] = []
    library.db.conn.set_trace_callback(asked.append)
    assert similar.counts(library.db, ["火山"], frequent) == {"火山": 3} and not asked


def traditional(text: str) -> str:
    """A simplified text in the other script, as far as one character has one other form."""
    simplified = characters.known().simplified
    once = Counter(simplified.values())
    return text.translate({ord(simple): char for char, simple in simplified.items() if once[simple] == 1})


def edited(text: str, chance: random.Random) -> str:
    """A copy as another site prints it: one clause in ten gone, every second copy in the other script, a footer."""
    clauses = [each for each in re.split(r"(?<=[，。；！？\n])", text) if chance.random() > 0.1]
    copy = "".join(clauses) + "\n责任编辑：王小明  版权所有，未经许可不得转载。"
    return traditional(copy) if chance.random() < 0.5 else copy


def test_the_source_of_an_edited_copy_is_first(library: Library, shared_data: Path) -> None:
    chance = random.Random(11)
    with lzma.open(shared_data / "corpus" / "xwlb.jsonl.xz", "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in itertools.islice(lines, 3_000)]
    texts = [f"{item['title']}\n{item['text']}" for item in items if len(item["text"]) > 200]
    with transaction(library.db):
        stored = [adding.add(library.db, draft(text)).article for text in texts]
    right = 0
    for number in chance.sample(range(len(texts)), 100):
        copy = add(library.db, "另一个标题\n" + edited(texts[number].partition("\n")[2], chance))
        found = related(library.db, copy)
        right += bool(found) and found[0].row.id == stored[number]
    assert right >= 98


def test_rows_are_those_of_the_list(library: Library) -> None:
    eruption, again = add(library.db, ERUPTION), add(library.db, AGAIN)
    add(library.db, FOOTBALL)
    assert related(library.db, eruption)[0].row == articles.rows(library.db, [again])[again]
