"""Pinyin that a converter wrote into a text is lifted out; what an author wrote stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.domain.article import Mark, printed
from reader.domain.text import clean
from reader.services.importing.glosses import is_artefact, lift
from reader.services.importing.read import read

DAMAGED = "市長(zhǎng)藍(lán)曉主持召開園區(qū)基礎(chǔ)設(shè)施建設(shè)推進(jìn)會(huì),聽取情況匯報(bào)。"


def test_the_starting_article_has_154_glosses_and_can_be_printed_again(starting_article: Path) -> None:
    raw = starting_article.read_text("utf-8")
    lifted = lift(clean(raw))
    assert len(lifted.glosses) == 154 and len(lifted.text) == 1233
    assert "(" not in lifted.text.replace("[ ", "")
    assert "調研現場" in lifted.text and "張術平" in lifted.text
    assert printed(lifted.text, lifted.glosses) == clean(raw)


def test_the_stored_article_and_what_was_left_out_keep_every_gloss(starting_article: Path) -> None:
    draft = read(starting_article.read_bytes(), "a.txt")
    raw = starting_article.read_text("utf-8")
    left = [each for part in draft.left_out for each in part.glosses]
    assert len(draft.glosses) + len(left) == 154
    for line in [*printed(draft.text, draft.glosses).split("\n")]:
        assert line in raw
    for part in draft.left_out:
        assert printed(part.text, part.glosses) in raw
    assert draft.warnings == ("glosses-lifted",)


@pytest.mark.parametrize("name", ["artefact", "authored"])
def test_damage_and_an_author_s_own_readings_are_told_apart(shared_data: Path, name: str) -> None:
    texts = json.loads((shared_data / "glosses" / f"{name}.json").read_text("utf-8"))
    assert texts
    for text in texts:
        lifted = lift(text)
        assert bool(lifted.glosses) == (name == "artefact")
        assert printed(lifted.text, lifted.glosses) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "沒有括號的正文。",
        "他說（笑）他不來(lai)。",
        "咥（dié）者，大笑也。",
        "治大國若烹小鮮(xiān)。以道莅（lì）天下，其鬼不神。是謂深根固柢（dǐ），長生久視之道。",
        "市長(shù)藍(shù)曉主持召開園區(shù)基礎(shù)設施。" * 3,  # syllables that are no readings of these
        DAMAGED.translate(str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuüüüü")),
    ],
)
def test_what_is_no_damage_is_left_as_it_is(text: str) -> None:
    assert not is_artefact(text)
    assert lift(text).text == text and lift(text).glosses == ()


def test_offsets_and_marks_move_with_the_text() -> None:
    lifted = lift(DAMAGED)
    assert lifted.text.startswith("市長藍曉主持召開園區基礎設施建設推進會")
    for word in ("市長(zhǎng)", "藍(lán)曉", "推進(jìn)會", "匯報(bào)。"):
        start = DAMAGED.index(word)
        (mark,) = lifted.marks([Mark(start, start + len(word), "bold")])
        assert lifted.text[mark.start : mark.end] == "".join(c for c in word if c > "\u2fff")
    inside = DAMAGED.index("zhǎng")
    assert lifted.position(inside) == lifted.position(inside + 2) == 2
    assert lifted.position(len(DAMAGED)) == len(lifted.text)
    assert lifted.marks([Mark(inside, inside + 3, "bold")]) == ()


def test_combining_tones_and_full_width_brackets_are_glosses_too() -> None:
    text = DAMAGED.replace("(zhǎng)", "（zha\u030cng）")
    lifted = lift(text)
    assert lifted.glosses[0].text == "（zha\u030cng）"
    assert printed(lifted.text, lifted.glosses) == text


ZHUYIN = (
    "國(ㄍㄨㄛˊ)語(ㄩˇ)日(ㄖˋ)報(ㄅㄠˋ)說(ㄕㄨㄛ)："
    "我(ㄨㄛˇ)們(˙ㄇㄣ)要(ㄧㄠˋ)去(ㄑㄩˋ)遠(ㄩㄢˇ)足(ㄗㄨˊ)，用(ㄩㄥˋ)翁(ㄨㄥ)英(ㄧㄥ)尤(ㄧㄡˊ)。"
)
KANA = "今日(きょう)は天気(てんき)がいいので、公園(こうえん)で友達(ともだち)と遊(あそ)びました。"


@pytest.mark.parametrize(
    ("text", "without"),
    [(ZHUYIN, "國語日報說：我們要去遠足，用翁英尤。"), (KANA, "今日は天気がいいので、公園で友達と遊びました。")],
)
def test_readings_that_stood_above_the_characters_are_lifted(text: str, without: str) -> None:
    lifted = lift(text)
    assert lifted.text == without and printed(lifted.text, lifted.glosses) == text
    assert lift(text, always=False).text == text


@pytest.mark.parametrize(
    "text",
    [
        "「行」有兩個讀音：行(ㄏㄤˊ)業和行(ㄒㄧㄥˊ)走，還有品行(ㄒㄧㄥˋ)，這些字在不同的詞裡讀法都不一樣。",
        "長嶋茂雄（ながしましげお）と王貞治（おうさだはる）は、読売巨人軍（きょじん）の選手として活躍し、国民的人気を得た。",
        "我(ㄅㄚ)們(ㄅㄚ)要(ㄅㄚ)去(ㄅㄚ)遠(ㄅㄚ)足(ㄅㄚ)。",  # which are no readings of these
        "他說(ㄎㄎ)好(ㄏㄏ)吧(ㄏ)。",
    ],
)
def test_readings_at_some_words_are_an_author_s(text: str) -> None:
    assert lift(text).text == text
