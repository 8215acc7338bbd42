"""Links in notes: made, shown, and told from what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.links import CUT, LONGEST, Part, Target, link, parts, readable, written

UID = "0b3cf5d2-6a4e-4a55-9d56-1f6a0f3f9f1e"
THERE = Target("article", UID)


def test_a_link_is_shown_by_its_words() -> None:
    note = f"見 {link('我市召開會議', THERE)}，以及 {link('引文', Target('highlight', UID))}"
    assert readable(note) == "見 我市召開會議，以及 引文"
    assert list(parts(note)) == [
        Part("見 "),
        Part("我市召開會議", THERE),
        Part("，以及 "),
        Part("引文", Target("highlight", UID)),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "[a](https://example.org)",
        f"[a](reader:tag/{UID})",
        f"[a](reader:article/{UID}0)",
        f"[a](reader:article/{UID[:-1]})",
        f"[](reader:article/{UID})",
        f"[a\nb](reader:article/{UID})",
        f"[a] (reader:article/{UID})",
        "[[a]]",
    ],
)
def test_what_only_looks_like_one_stays_as_it_is(note: str) -> None:
    assert readable(note) == note and all(part.target is None for part in parts(note))


def test_long_words_are_cut_and_brackets_end_nothing() -> None:
    [made] = parts(link("標" * 200, THERE))
    assert made == Part("標" * (LONGEST - 1) + CUT, THERE)
    assert list(parts(link("[實地]\n調研", THERE))) == [Part("［實地］ 調研", THERE)]


def test_without_words_it_says_what_it_leads_to() -> None:
    assert readable(link("", THERE)) == "article"


@given(st.text(max_size=60), st.booleans())
def test_parts_put_together_are_the_note(words: str, linked: bool) -> None:
    note = words + (link(words, THERE) if linked else "") + words
    found = list(parts(note))
    assert "".join(written(part.words, part.target) for part in found) == note
    assert "".join(part.words for part in found) == readable(note)
