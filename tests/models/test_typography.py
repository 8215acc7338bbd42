"""Which fonts there are to choose from, and which variant of one an article gets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from reader.models.typography import Typography, choices, families

SYSTEM = QFontDatabase.WritingSystem


@pytest.mark.usefixtures("qapp")
def test_fonts_with_chinese_characters_come_first_and_each_once() -> None:
    han = {*QFontDatabase.families(SYSTEM.SimplifiedChinese), *QFontDatabase.families(SYSTEM.TraditionalChinese)}
    found = choices()
    capable = [family in han for _, family in found]
    assert capable == sorted(capable, reverse=True)
    assert len({words for words, _ in found}) == len(found)
    assert {family for _, family in found} <= set(QFontDatabase.families())


@pytest.mark.usefixtures("qapp")
def test_fonts_of_symbols_are_not_offered() -> None:
    assert not {family for _, family in choices()}.intersection(QFontDatabase.families(SYSTEM.Symbol))


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("zh-Hant", "Noto Sans Mono CJK TC"),
        ("zh-Hans", "Noto Sans Mono CJK SC"),
        ("ja", "Noto Sans Mono CJK JP"),
        ("en", "Noto Sans Mono CJK SC"),
    ],
)
def test_a_chosen_family_is_taken_in_the_variant_of_the_article(language: str, first: str) -> None:
    assert families(Typography(family="Noto Sans Mono CJK HK"), language)[0] == first


def test_a_chosen_family_without_variants_comes_first_as_it_is() -> None:
    assert families(Typography(family="Nimbus Roman"), "zh-Hant")[0] == "Nimbus Roman"
