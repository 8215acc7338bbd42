"""Chinese in simplified and in traditional characters."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import resources
from reader.domain.scripts import LANGUAGES, is_shown_otherwise, language_in, shown

ANY = st.text(st.characters(codec="utf-8"))
# Characters of which the form depends on the words, and others of these.
CHARS = "头发后里公干部系统制造并当场征程乾隆著看着关俄符合中国頭髮台风瞭望。😀A"
WORDS = st.text(st.sampled_from(CHARS), max_size=30)


@pytest.mark.parametrize(
    ("text", "script", "language", "wanted"),
    [
        ("推动高质量发展😀", "traditional", "zh-Hans", "推動高質量發展😀"),
        ("推動高質量發展", "simplified", "zh-Hant", "推动高质量发展"),
        ("推動高質量發展", "published", "zh-Hant", "推動高質量發展"),
        ("推動高質量發展", "nonsense", "zh-Hant", "推動高質量發展"),
        ("皇后在里面", "traditional", "zh-Hant", "皇后在里面"),  # what the script has itself stays
        ("皇后在里面，发展", "traditional", "zh-Hant", "皇后在里面，發展"),
        ("皇后在里面", "traditional", "zh-Hans", "皇后在裡面"),
        ("乾隆，發展", "simplified", "zh-Hans", "乾隆，发展"),
        ("乾隆，乾淨", "simplified", "zh-Hant", "乾隆，干净"),
        ("制造，头发，关系", "traditional", "zh-Hant", "制造，頭髮，關系"),
        ("経済の発展，國家", "simplified", "ja", "経済の発展，國家"),
        ("An English word, 國家", "simplified", "en", "An English word, 國家"),
        ("國家", "simplified", "", "国家"),
        ("显著成果，看著", "simplified", "zh-Hant", "显著成果，看着"),
        ("上游工業，三公里", "traditional", "", "上游工業，三公里"),
    ],
)
def test_what_is_shown(text: str, script: str, language: str, wanted: str) -> None:
    assert shown(text, script, language) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("中俄关系", "中俄關係"),
        ("三公里", "三公里"),
        ("斯里兰卡", "斯里蘭卡"),
        ("批准签署", "批准簽署"),
        ("装备制造", "裝備製造"),
        ("在下游游泳", "在下游游泳"),
        ("头发干净", "頭髮乾淨"),
        ("复杂，合并", "複雜，合併"),
        ("心里面，皇后，后天", "心裡面，皇后，後天"),
        ("系统制造", "系統製造"),  # 统制 is a word, which begins within another one here
        ("应当当场", "應當當場"),
        ("符合中国国情", "符合中國國情"),
        ("新征程上，传统制造业", "新征程上，傳統製造業"),
        ("😀头发", "😀頭髮"),
        ("里", "裡"),
        ("战略合作伙伴", "戰略合作夥伴"),
        ("什么，幺", "什麼，幺"),
    ],
)
def test_the_form_of_a_character_is_that_in_its_word(text: str, wanted: str) -> None:
    assert shown(text, "traditional", "zh-Hans") == wanted
    assert shown(wanted, "traditional", "zh-Hant") == wanted


def test_words_have_simplified_forms_too() -> None:
    assert (
        shown("乾隆與乾坤，瞭望臺，瞭解，著作，看著，土著，藉著，什麼", "simplified", "zh-Hant")
        == "乾隆与乾坤，瞭望台，了解，著作，看着，土著，借着，什么"
    )


@pytest.mark.parametrize("script", LANGUAGES)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", ""])
@given(text=ANY | WORDS)
def test_no_position_moves(script: str, language: str, text: str) -> None:
    made = shown(text, script, language)
    assert [ord(char) > 0xFFFF for char in made] == [ord(char) > 0xFFFF for char in text]


@pytest.mark.parametrize("script", LANGUAGES)
@given(lines=st.lists(WORDS, min_size=1), language=st.sampled_from(["zh-Hans", "zh-Hant", ""]), data=st.data())
def test_lines_are_shown_as_in_their_text(script: str, lines: list[str], language: str, data: st.DataObject) -> None:
    text = "\n".join(lines)
    made = shown(text, script, language)
    assert made.split("\n") == [shown(line, script, language) for line in lines]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert is_shown_otherwise(text, start, end, script, language) == (made[start:end] != text[start:end])


@given(text=WORDS)
def test_each_clause_is_parted_into_the_longest_words_from_its_beginning(text: str) -> None:
    table = json.loads(resources.unpacked("data/traditional.json.xz"))
    alone, made, at = dict(zip(table["from"], table["to"], strict=True)), "", 0
    while at < len(text):
        rests = table["words"].get(text[at], "").split()
        end = at + 1 + max((len(rest) for rest in rests if text.startswith(rest, at + 1)), default=0)
        word = text[at:end]
        made += table["forms"].get(word, "".join(alone.get(char, char) for char in word))
        at = end
    assert shown(text, "traditional", "zh-Hans") == made


@pytest.mark.parametrize("script", LANGUAGES)
def test_each_pair_takes_as_many_units_of_utf_16_and_is_converted_once(script: str) -> None:
    table = json.loads(resources.unpacked(f"data/{script}.json.xz"))
    assert len(table["from"]) == len(table["to"]) == len(set(table["from"])) > 3_000
    assert not set(table["from"]) & set(table["to"])
    assert set(table["own"]) < {*table["from"], *"".join(table["forms"])}
    for text, form in (*zip(table["from"], table["to"], strict=True), *table["forms"].items()):
        assert [ord(char) > 0xFFFF for char in text] == [ord(char) > 0xFFFF for char in form], text
    text = " ".join(table["from"])  # no words
    assert shown(text, script, "") == " ".join(table["to"])
    assert shown(shown(text, script, ""), script, "") == " ".join(table["to"])


@pytest.mark.parametrize("script", LANGUAGES)
def test_each_word_by_itself_has_the_form_of_the_table(script: str) -> None:
    table = json.loads(resources.unpacked(f"data/{script}.json.xz"))
    assert len(table["forms"]) > 400
    assert [shown(word, script, "") for word in table["forms"]] == list(table["forms"].values())


def test_fonts_are_those_of_the_script_that_is_shown() -> None:
    assert language_in("traditional", "zh-Hans") == language_in("traditional", "") == "zh-Hant"
    assert language_in("published", "zh-Hans") == "zh-Hans"
    assert language_in("simplified", "ja") == "ja"
