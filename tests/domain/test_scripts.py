"""Chinese in simplified and in traditional characters."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import resources
from reader.domain.scripts import LANGUAGES, language_in, shown

ANY = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("text", "script", "language", "wanted"),
    [
        ("推动高质量发展😀", "traditional", "zh-Hans", "推動高質量發展😀"),
        ("推動高質量發展", "simplified", "zh-Hant", "推动高质量发展"),
        ("推動高質量發展", "published", "zh-Hant", "推動高質量發展"),
        ("推動高質量發展", "nonsense", "zh-Hant", "推動高質量發展"),
        ("皇后在里面", "traditional", "zh-Hant", "皇后在里面"),  # what the script has itself stays
        ("皇后在里面，发展", "traditional", "zh-Hant", "皇后在里面，發展"),
        ("皇后在里面", "traditional", "zh-Hans", "皇後在裡面"),
        ("乾隆，發展", "simplified", "zh-Hans", "乾隆，发展"),
        ("乾隆", "simplified", "zh-Hant", "干隆"),
        ("経済の発展，國家", "simplified", "ja", "経済の発展，國家"),
        ("An English word, 國家", "simplified", "en", "An English word, 國家"),
        ("國家", "simplified", "", "国家"),
    ],
)
def test_what_is_shown(text: str, script: str, language: str, wanted: str) -> None:
    assert shown(text, script, language) == wanted


@pytest.mark.parametrize("script", LANGUAGES)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", ""])
@given(text=ANY)
def test_no_position_moves_and_what_is_converted_stays(script: str, language: str, text: str) -> None:
    made = shown(text, script, language)
    assert [ord(char) > 0xFFFF for char in made] == [ord(char) > 0xFFFF for char in text]
    assert shown(made, script, language) == made


@pytest.mark.parametrize("script", LANGUAGES)
def test_each_pair_takes_as_many_units_of_utf_16_and_is_converted_once(script: str) -> None:
    table = json.loads(resources.text("data/scripts.json"))[script]
    assert len(table["from"]) == len(table["to"]) == len(set(table["from"])) > 3_000
    assert not set(table["from"]) & set(table["to"]) and set(table["own"]) < set(table["from"])
    for char, form in zip(table["from"], table["to"], strict=True):
        assert len(char.encode("utf-16-le")) == len(form.encode("utf-16-le")), char
    text = table["from"]
    assert shown(text, script, "") == table["to"]


def test_fonts_are_those_of_the_script_that_is_shown() -> None:
    assert language_in("traditional", "zh-Hans") == language_in("traditional", "") == "zh-Hant"
    assert language_in("published", "zh-Hans") == "zh-Hans"
    assert language_in("simplified", "ja") == "ja"
