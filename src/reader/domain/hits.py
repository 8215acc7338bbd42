"""How words are looked for in the index, and where they stand in a text, by one rule.

So each article that the index finds has a hit to show, and each that has one is found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from reader.domain.folding import fold, fold_with_offsets, table, words
from reader.domain.highlight import Span
from reader.domain.signs import whole
from reader.domain.wanted import Field, Near, Words

MOST = 100_000  # hits in one text
REST = "*"  # behind a word: it may go on
Runs = list[re.Match[str]]


def phrase(wanted: Words) -> str | None:
    """Words as a phrase of FTS5; None if nothing in them can be searched for.

    A Latin word at the end may go on, unless the words are exact. So may a single character of an unparted script,
    which the index may have as the first of a pair only; a longer run leaves out its last word, which closes it in
    the index. A number goes on only where a * behind it says so: who types g20 does not mean g2012.
    """
    runs = _runs(wanted.text)
    if not runs:
        return None
    goes_on = len(runs[-1][0]) == 1 if runs[-1].lastgroup == "unparted" else _goes_on(wanted, runs)
    return f'"{" ".join(_phrase_words(wanted))}"' + (" *" if goes_on else "")


def _goes_on(wanted: Words, runs: Runs) -> bool:
    """Whether the word or the number at the end may be the beginning of another one."""
    asked = fold(wanted.text).endswith(REST)
    return asked or (runs[-1].lastgroup == "letters" and not wanted.exact)


def _phrase_words(wanted: Words) -> list[str]:
    found = list(words(fold(wanted.text)))
    last = _runs(wanted.text)[-1]
    return found[:-1] if last.lastgroup == "unparted" and len(last[0]) > 1 else found


def near(wanted: Near) -> str | None:
    """NEAR of FTS5; None if nothing can be searched for in one of its parts."""
    found = [phrase(part) for part in wanted.parts]
    return None if None in found else f"NEAR({' '.join(map(str, found))}, {_distance(wanted)})"


def _distance(wanted: Near) -> int:
    """The distance as FTS5 counts it: from the last pair of an unparted run to the next word there is one more."""
    runs = (_runs(part.text)[-1] for part in wanted.parts)
    return wanted.distance + any(run.lastgroup == "unparted" and len(run[0]) > 1 for run in runs)


def single(wanted: Words) -> str | None:
    """The character that the words come down to, if they do: the index of characters knows it."""
    runs = _runs(wanted.text)
    return runs[0][0] if len(runs) == 1 and runs[0].lastgroup == "unparted" and len(runs[0][0]) == 1 else None


def in_field(wanted: Field, value: str) -> bool:
    """Whether a field of an article has what is wanted in it."""
    found = pattern(Words(wanted.value, wanted.exact))
    return found is not None and found.search(fold(value)) is not None


@lru_cache(maxsize=200)
def pattern(wanted: Words) -> re.Pattern[str] | None:
    """What the index finds for these words, as an expression over folded text; None for nothing.

    Its runs in order, with nothing but punctuation between them; letters and digits from the beginning of a word on.
    """
    runs = _runs(wanted.text)
    if not runs:
        return None
    letter = table().letter
    edges = {"unparted": "", "digits": "[0-9]", "letters": letter}
    before, after = edges[runs[0].lastgroup or ""], edges[runs[-1].lastgroup or ""]
    head = re.escape(runs[0][0])
    # What stands before comes behind: an expression that begins with a word is looked for ten times as fast.
    written = head + (f"(?<!{before}{head})" if before else "")
    for one, other in pairwise(runs):
        # Two runs of one kind cannot stand together; of two kinds they can.
        written += table().gap + ("+" if one.lastgroup == other.lastgroup else "*") + re.escape(other[0])
    if after and not _goes_on(wanted, runs):
        written += f"(?!{after})"
    return re.compile(written)


def hits(text: str, wanted: Iterable[Words | Near | Field], title: int = 0) -> list[Span]:
    """Where these stand in a text whose title ends at `title`; sorted, without overlaps, at most MOST of them.

    A hit never reaches from the title into the body, since the index holds them apart.
    """
    every = list(wanted)
    of_title = [Words(each.value, each.exact) if isinstance(each, Field) else each for each in every]
    of_body = [each for each in every if not isinstance(each, Field)]
    found = _hits(text[:title], of_title) if title else []
    found += [Span(each.start + title, each.end + title) for each in _hits(text[title:], of_body)]
    return found[:MOST]


def hits_between(
    text: str, wanted: Iterable[Words | Near | Field], first: int, last: int, title: int = 0
) -> list[Span]:
    """The same in the paragraphs of a text from one place to another, but for those that go on behind them."""
    start = 0 if first <= title else text.rfind("\n", 0, first) + 1
    end = text.find("\n", max(first, last))
    found = hits(text[start : end if end >= 0 else len(text)], wanted, 0 if start else title)
    return [Span(each.start + start, each.end + start) for each in found]


def _hits(text: str, wanted: list[Words | Near]) -> list[Span]:
    folded, offsets = fold_with_offsets(text)
    spans: list[tuple[int, int]] = []
    for each in wanted:
        spans += _near_spans(folded, each) if isinstance(each, Near) else _spans(folded, each)
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        found = whole(text, *(offsets.span(start, end) if offsets else (start, end)))
        if found is not None and (not kept or found.start >= kept[-1].end):
            kept.append(found)
            if len(kept) == MOST:
                break
    return kept


def _spans(folded: str, wanted: Words) -> list[tuple[int, int]]:
    found = pattern(wanted)
    return [] if found is None else [each.span() for each in found.finditer(folded)]


def _near_spans(folded: str, wanted: Near) -> list[tuple[int, int]]:
    """The words that are near each other, by the rule of FTS5: fts5ExprNearIsMatch of its source.

    Counted in words of the index: with the one that begins last at p, each other of n words must begin at
    p - n - distance or later.
    """
    every = [_spans(folded, part) for part in wanted.parts]
    if not all(every):
        return []
    starts = _word_starts(folded)
    places = [[bisect_left(starts, start) for start, _ in spans] for spans in every]
    reach = [len(_phrase_words(part)) + _distance(wanted) for part in wanted.parts]
    found: set[tuple[int, int]] = set()
    taken = [0] * len(every)  # of each, how many are in `found` or will never be
    for last in sorted({place for each in places for place in each}):
        near_it = [
            (bisect_left(each, last - far), bisect_right(each, last)) for each, far in zip(places, reach, strict=True)
        ]
        if all(low < high for low, high in near_it):
            for number, (low, high) in enumerate(near_it):
                found.update(every[number][max(low, taken[number]) : high])
                taken[number] = high
    return sorted(found)


def _word_starts(folded: str) -> list[int]:
    """Where each word of the index begins: in an unparted run at each character."""
    starts: list[int] = []
    for run in table().run.finditer(folded):
        starts += range(run.start(), run.end()) if run.lastgroup == "unparted" else [run.start()]
    return starts


def _runs(text: str) -> Runs:
    return list(table().run.finditer(fold(text)))
