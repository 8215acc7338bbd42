"""What is one sign is never cut."""

from __future__ import annotations

import pytest

from reader.domain.signs import whole


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        ("le cafe\u0301.", "cafe", "cafe\u0301"),
        ("plain cafe", "cafe", "cafe"),
        ("か\u3099き", "か", "か\u3099"),
        ("か\u3099き", "\u3099き", "か\u3099き"),
        ("ﾊﾟﾘ", "ﾊ", "ﾊﾟ"),
        ("नमस्ते", "नम", "नम"),
        ("की", "क", "की"),
        ("\u1112\u1161\u11ab", "\u1112", "\u1112\u1161\u11ab"),
        ("\u2764\ufe0f!", "\u2764", "\u2764\ufe0f"),
        ("👍🏽", "👍", "👍🏽"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("👨\u200d👩\u200d👧", "👨", None),
        ("👨\u200d👩\u200d👧", "👩", None),
        ("👨\u200d👩\u200d👧", "👧", None),
        ("👩🏽\u200d🔬", "👩", None),
        ("🇩🇪🇨🇳", "🇨🇳", "🇨🇳"),
        ("🇩🇪🇨🇳", "🇪🇨", None),
        ("🇩🇪🇨🇳", "🇩", None),
    ],
)
def test_a_part_of_a_letter_becomes_the_letter_and_that_of_an_emoji_nothing(
    text: str, part: str, wanted: str | None
) -> None:
    start = text.index(part)
    found = whole(text, start, start + len(part))
    assert (found.of(text) if found else None) == wanted
