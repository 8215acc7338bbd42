"""A text is corrected: words that nobody touched are known where they are, whatever is typed and taken back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.correction import Correction, moved, refined
from reader.domain.highlight import Span
from reader.domain.rewriting import Replacement, Rewriting

CHARS = "我市召開會議，研究民生問題。\n😀"


class Marked:
    """The model: a list of characters that are told apart, and every state that it had."""

    def __init__(self, text: str) -> None:
        self.chars: list[tuple[str, int | None]] = [(char, at) for at, char in enumerate(text)]
        self.done: list[list[tuple[str, int | None]]] = []
        self.undone: list[list[tuple[str, int | None]]] = []

    def replace(self, start: int, end: int, words: str) -> None:
        self.done.append(self.chars)
        self.undone.clear()
        self.chars = [*self.chars[:start], *((char, None) for char in words), *self.chars[end:]]

    def turn(self, taken: list[list[tuple[str, int | None]]], given: list[list[tuple[str, int | None]]]) -> None:
        if taken:
            given.append(self.chars)
            self.chars = taken.pop()

    @property
    def text(self) -> str:
        return "".join(char for char, _ in self.chars)


def edit(correction: Correction, model: Marked, chance: Random) -> None:
    """One thing that a person does: typing, deleting, replacing, pasting, taking back or doing again."""
    length = len(model.chars)
    luck, start = chance.random(), chance.randrange(length + 1)
    if luck < 0.25:
        correction.undo()
        model.turn(model.done, model.undone)
    elif luck < 0.4:
        correction.redo()
        model.turn(model.undone, model.done)
    else:
        end = start if luck < 0.6 else min(length, start + chance.choice((1, 1, 2, 5, 40)))
        words = "" if luck > 0.85 else "".join(chance.choices(CHARS, k=chance.choice((1, 1, 2, 8, 60))))
        if start < end or words:
            correction.replace(start, end, words)
            model.replace(start, end, words)


@pytest.mark.parametrize("seed", range(4))
def test_after_10_000_edits_words_that_were_not_touched_are_exactly_where_they_are(seed: int) -> None:
    chance = Random(seed)
    old = "".join(chance.choices(CHARS, k=20_000))
    spans = [Span(at, at + chance.choice((1, 2, 8, 40, 200))) for at in chance.sample(range(19_000), 1_000)]
    correction, model = Correction(old), Marked(old)
    for number in range(2_500):
        edit(correction, model, chance)
        if number % 500 == 499:
            check(correction, model, spans)
    while correction.steps:
        correction.undo()
    assert correction.text == old and correction.replacements() == []


def check(correction: Correction, model: Marked, spans: list[Span]) -> None:
    assert correction.text == model.text
    now = {origin: at for at, (_, origin) in enumerate(model.chars) if origin is not None}
    coarse = Rewriting(correction.old, correction.replacements())
    fine = Rewriting(correction.old, refined(correction.old, correction.replacements()))
    assert coarse.text == fine.text == model.text
    untouched = 0
    for span in spans:
        places = [now.get(at, -1) for at in range(span.start, span.end)]
        if places == list(range(places[0], places[0] + len(places))) and places[0] >= 0:
            untouched += 1
            assert coarse.span(span) == fine.span(span) == Span(places[0], places[-1] + 1)
    assert untouched > 50


def test_typing_is_one_step_until_it_goes_on_elsewhere() -> None:
    made = Correction("我市召開會議")
    for at, char in enumerate("今天"):
        made.replace(2 + at, 2 + at, char, joined=True)
    made.replace(8, 8, "。", joined=True)
    for at in (9, 8, 7):
        made.replace(at - 1, at, "", joined=True)
    assert (made.text, made.steps) == ("我市今天召開", 3)
    assert made.undo() == Replacement(6, 6, "會議。") and made.text == "我市今天召開會議。"
    made.undo()
    assert made.undo() == Replacement(2, 4, "") and made.undo() is None
    assert made.redo() == Replacement(2, 2, "今天") and made.undone == 2
    made.replace(0, 0, "！")
    assert made.undone == 0 and made.redo() is None


def test_a_paragraph_that_was_pasted_anew_counts_as_what_differs() -> None:
    old = "會議由副市張主持，研究民生問題。"
    made = Correction(old)
    made.replace(0, len(old), "會議由副市長主持，研究了民生問題。")
    assert made.replacements() == [Replacement(0, len(old), made.text)]
    assert refined(old, made.replacements()) == [Replacement(5, 6, "長"), Replacement(11, 11, "了")]


@given(st.text("一二三\n", max_size=30), st.text("一二三\n", max_size=30))
def test_what_is_refined_makes_the_same_text(old: str, new: str) -> None:
    whole = [Replacement(0, len(old), new)] if old or new else []
    assert Rewriting(old, refined(old, whole)).text == new


@given(st.integers(0, 9), st.integers(0, 5), st.text("ab", max_size=4), st.integers(0, 9), st.integers(1, 6))
def test_one_change_moves_a_span_as_all_together_do(start: int, length: int, words: str, at: int, size: int) -> None:
    old = "0123456789ABCDEF"
    made = Replacement(start, start + length, words)
    assert moved(Span(at, at + size), made) == Rewriting(old, [made]).span(Span(at, at + size))


def test_a_draft_is_taken_up_as_what_differs() -> None:
    made = Correction("會議由副市張主持，研究民生問題。")
    made.begin_with("會議由副市長主持，研究了民生問題。")
    assert made.text == "會議由副市長主持，研究了民生問題。" and made.steps == 2
    assert made.replacements() == [Replacement(5, 6, "長"), Replacement(11, 11, "了")]


@given(st.text("一二三\n", max_size=30), st.text("一二三\n", max_size=30))
def test_a_draft_that_is_taken_up_is_taken_back_change_by_change(old: str, draft: str) -> None:
    made = Correction(old)
    made.begin_with(draft)
    assert made.text == draft and Rewriting(old, made.replacements()).text == draft
    while made.undo() is not None:
        pass
    assert made.text == old and made.replacements() == []
    while made.redo() is not None:
        pass
    assert made.text == draft
