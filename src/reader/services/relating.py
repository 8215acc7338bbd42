"""Which articles are most like one by what they say, and what they share with it.

What an article says is told by those words of the index that it has often and few others have (tf-idf); the index
ranks the articles that have any of them. For a person, words are given as they are written and parted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import NamedTuple

from sqlite_utils import Database

from reader.domain.article import ArticleRow
from reader.domain.folding import fold, table, words
from reader.storage import articles, reprints, similar, texts
from reader.storage.similar import FREQUENT

MOST = 10  # related articles
ASKED = 20  # words that the index is asked for
COUNTED = 200  # different words of an article that are looked at: those that it has most often
LONGEST = 20_000  # characters of a text by which it is told
TITLE_WEIGHT = 3  # of a word in the title, compared with one in the body
# What fits less well, compared with the article itself, or has fewer of those words, has them in common by chance.
LEAST, FEWEST = 0.12, 2
SHOWN, ENOUGH = 5, 3  # words that are given for each; as many as are enough without those that are in most articles
MORE = 0.3  # times as much as its best pair the others of a word tell
LITTLE = 0.01  # times as much as another one a word tells that is in most articles
LONGEST_WORD = 8  # characters
TOGETHER = 0.6  # of the places of a word at which the same other one follows; then both are one word
# Of Chinese; they are no part of the words beside them.
PARTICLES = frozenset("的了和在是与及或将对从向为以等中上下不也都就还这那有并其被把让至到着过称说")
Parted = Callable[[str], list[tuple[int, int]]]  # the words of one line, (start, end), without gaps; may be none
Word = tuple[str, str]  # as it is written, and folded


@dataclass(frozen=True, slots=True)
class Related:
    """An article that is like another one; `shared` are the words that tell most of both, as the other writes them."""

    row: ArticleRow
    shared: tuple[str, ...]
    reprint: bool


class _Telling(NamedTuple):
    written: str
    folded: str
    weight: float


class _Other:
    """What another text has, folded."""

    def __init__(self, text: str) -> None:
        self._form = fold(text)
        self._whole = {run[0] for run in table().run.finditer(self._form) if run.lastgroup != "unparted"}

    def has(self, word: str) -> bool:
        """Whether a word is in it; those of letters or digits as a whole."""
        return word in self._form if _is_unparted(word) else word in self._whole


def related(db: Database, article: int, parted: Parted, frequent: set[str]) -> list[Related]:
    """Other prints of an article, then those most like it, not more than MOST; none of an article that is gone.

    `parted` tells the words of languages without spaces. `frequent` is kept from question to question, for the same
    library: see `similar.counts`.
    """
    own = next(texts.with_titles(db, [article]), None)
    if own is None:
        return []
    text, title_end = own[2][:LONGEST], own[3]
    often = _often(text, title_end)
    counts = similar.counts(db, often, frequent)
    weights = _weights(often, counts, similar.size(db))
    telling = sorted(weights, key=weights.__getitem__, reverse=True)
    asked = [word for word in telling if 1 < counts[word] < FREQUENT][:ASKED]
    prints = reprints.of(db, article)[:MOST]
    like = _like(similar.most_like(db, asked, TITLE_WEIGHT, MOST + 1 + len(prints)), {article, *prints})
    others = {each[0]: _Other(each[2][:LONGEST]) for each in texts.with_titles(db, [*prints, *like])}
    like = [each for each in like if each in others and sum(map(others[each].has, asked)) >= FEWEST]
    ids = [each for each in (*prints, *like) if each in others][:MOST]
    rows, shown = articles.rows(db, ids), _told(_written(text, parted), weights)
    return [Related(rows[each], _shared(shown, others[each]), each in prints) for each in ids if each in rows]


def _often(text: str, title_end: int) -> dict[str, int]:
    """How often a text has each word of the index; without single characters, which only end runs."""
    often = Counter(words(fold(text[title_end:])))
    for word in words(fold(text[:title_end])):
        often[word] += TITLE_WEIGHT
    return dict([each for each in often.most_common() if len(each[0]) > 1][:COUNTED])


def _weights(often: dict[str, int], counts: dict[str, int], size: int) -> dict[str, float]:
    """How much each word tells of a text that has it so often, in a library of that size."""
    weights = {word: (1 + log(count)) * log((size + 1) / max(1, counts[word])) for word, count in often.items()}
    return {word: weight * LITTLE if counts[word] == FREQUENT else weight for word, weight in weights.items()}


def _like(found: list[tuple[int, float]], without: set[int]) -> list[int]:
    """Those that are like the article at the head, which is itself mostly."""
    return [article for article, fit in found if article not in without and fit >= LEAST * found[0][1]]


def _written(text: str, parted: Parted) -> list[Word]:
    """The words of a text in their order, those that mostly stand together joined; a line ends with an empty one."""
    found: list[Word] = []
    for line in text.split("\n"):
        found += [(line[start:end], fold(line[start:end])) for start, end in parted(line) or _runs(line)]
        found.append(("", ""))
    for _ in range(3):  # names of persons and places have several characters, each of which is a word
        found = _joined(found)
    return found


def _runs(line: str) -> list[tuple[int, int]]:
    """Where runs of characters of one kind begin and end, and what stands between them."""
    ends = [0, *(end for run in table().run.finditer(line) for end in run.span()), len(line)]
    return list(pairwise(ends))


def _joined(parts: list[Word]) -> list[Word]:
    """Words of unparted scripts that follow each other at most of their places made one."""
    folded = [each for _, each in parts]
    once, both = Counter(folded), Counter(pairwise(folded))
    found: list[Word] = []
    for word in parts:
        before = found[-1] if found else ("", "")
        pair = (before[1], word[1])
        times = both[pair]
        # Two single characters that stand together are a name mostly, in which each may also be part of another one.
        often = (min if len(pair[0]) == len(pair[1]) == 1 else max)(once[pair[0]], once[pair[1]])
        if times > 1 and times >= TOGETHER * often and _may_join(*pair):
            found[-1] = (before[0] + word[0], before[1] + word[1])
        else:
            found.append(word)
    return found


def _may_join(one: str, other: str) -> bool:
    fits = 0 < len(one) + len(other) <= LONGEST_WORD and one not in PARTICLES and other not in PARTICLES
    return fits and _is_unparted(one) and _is_unparted(other)


def _is_unparted(word: str) -> bool:
    run = table().run.fullmatch(word)
    return run is not None and run.lastgroup == "unparted"


def _told(written: list[Word], weights: dict[str, float]) -> list[_Telling]:
    """The different words of a text that tell something of it, those that tell most first."""
    found: dict[str, _Telling] = {}
    for word, folded in written:
        if folded not in found and len(folded) > 1 and not folded.isdecimal():
            # A word tells as much as its pair that tells most, and somewhat more for each other one.
            pairs = [weights.get(one + other, 0.0) for one, other in pairwise(folded)] if _is_unparted(folded) else []
            most = max(pairs, default=weights.get(folded, 0.0))
            found[folded] = _Telling(word, folded, most + MORE * (sum(pairs) - most) if pairs else most)
    return sorted((each for each in found.values() if each.weight > 0), key=lambda each: -each.weight)


def _shared(telling: list[_Telling], other: _Other) -> tuple[str, ...]:
    """The words that tell most of those that the other text has, too; none that is part of another one."""
    found: list[_Telling] = []
    for word in telling:
        if len(found) == SHOWN or (len(found) >= ENOUGH and word.weight < LITTLE * found[0].weight):
            break
        said = any(word.folded in each.folded or each.folded in word.folded for each in found)
        if not said and other.has(word.folded):
            found.append(word)
    return tuple(each.written for each in found)
