"""What is found, against a slow and plain search through all folded texts: nothing missed, nothing else, hits placed.

The same articles are searched as they are, and converted to traditional characters with readings put in.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from sqlite_utils import Database

from benchmarks import libraries
from benchmarks.measure import Figure
from reader import word_breaks
from reader.domain import characters
from reader.domain.article import Draft, Mark, Original
from reader.domain.folding import TONED, fold, table
from reader.domain.query import ArticleQuery
from reader.domain.wanted import Words
from reader.services import searching
from reader.storage import adding, indexing
from reader.storage.connection import transaction
from reader.storage.library import Library

SIZE = 10_000
PIECES, WORDS, MIXED, ABSENT = 1_000, 500, 200, 100  # queries of each kind
PLACED = 20  # articles of each query in which every hit is looked at
READINGS = 50  # characters, one of which has its reading behind it
NONE = "< 0.5"
BOTH = "letters, digits and characters"
HAN = "\u4e00-\u9fff"
TOKEN = re.compile(f"[{HAN}]|[a-z]+|[0-9]+")
PIECE = re.compile(f"[{HAN}]+")
RUN = re.compile(f"[{HAN}]+|[a-z]+|[0-9]+")
AROUND = 100  # characters on each side in which all of a query stands, with what is between its words


@dataclass
class Shelf:
    """The texts of a library, folded, in one string; and where each begins."""

    ids: list[int]
    folded: list[str]
    every: str = ""
    starts: list[int] = field(default_factory=list)
    by_id: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.every = "\0".join(self.folded)
        self.by_id = dict(zip(self.ids, self.folded, strict=True))
        self.starts = [0, *accumulate(len(text) + 1 for text in self.folded)][:-1]

    def having(self, piece: str) -> set[int]:
        """The ids of the articles that have a piece of text."""
        found: set[int] = set()
        at = self.every.find(piece)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            found.add(self.ids[number])
            at = self.every.find(piece, self.starts[number + 1]) if number + 1 < len(self.starts) else -1
        return found

    def having_tokens(self, query: str) -> set[int]:
        """The ids of the articles in which these characters, words and numbers stand one after the other."""
        wanted = TOKEN.findall(query)
        runs = RUN.findall(query)
        possible = set.intersection(*map(self.having, runs))
        anchor = max(runs, key=len)
        return {each for each in possible if _has(self.by_id[each], wanted, anchor)}


def _has(text: str, wanted: list[str], anchor: str) -> bool:
    """Whether the tokens stand in a text somewhere round their longest run."""
    at = text.find(anchor)
    while at >= 0:
        part = text[max(0, at - AROUND) : at + AROUND]
        # The first and the last one may be cut.
        there = list(TOKEN.finditer(part))[at > AROUND : -1 if at + AROUND < len(text) else None]
        if any(_fits(there[n : n + len(wanted)], wanted) for n in range(len(there) - len(wanted) + 1)):
            return True
        at = text.find(anchor, at + 1)
    return False


def _fits(there: list[re.Match[str]], wanted: list[str]) -> bool:
    """Whether tokens are those wanted: the last word of letters may go on, and characters stand side by side."""
    *first, last = (each[0] for each in there)
    ends = last.startswith(wanted[-1]) if "a" <= wanted[-1][0] <= "z" else last == wanted[-1]
    beside = all(
        one.end() == other.start() for one, other in pairwise(there) if PIECE.match(one[0]) and PIECE.match(other[0])
    )
    return first == wanted[:-1] and ends and beside


def figures() -> Iterator[Figure]:
    """How many articles are missed, found besides, or have a hit in a wrong place."""
    library = libraries.library(SIZE)
    texts = dict(library.db.execute("select article, text from texts"))
    shelf = Shelf(list(texts), [fold(text) for text in texts.values()])
    expected = {
        kind: {query: (shelf.having_tokens if kind == BOTH else shelf.having)(query) for query in queries}
        for kind, queries in _queries(shelf, random.Random(3)).items()
    }
    yield from _against(library.db, expected, "as they are", {each: each for each in shelf.ids})
    other, ids = _traditional(library.db)
    library.close()
    yield from _against(other.db, expected, "in traditional characters with readings", ids)
    other.close()


def _queries(shelf: Shelf, chance: random.Random) -> dict[str, list[str]]:
    texts = [text for text in shelf.folded if len(text) > 100]
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    parted = partial(word_breaks.words, folder=folder)
    return {
        "pieces of 1 to 6 characters": _drawn(PIECES, lambda: _piece(chance.choice(texts), chance)),
        "words": _drawn(WORDS, lambda: _word(chance.choice(texts), parted, chance)),
        BOTH: _drawn(MIXED, lambda: _mixed(chance.choice(texts), chance)),
        "absent": _drawn(ABSENT, lambda: _absent(shelf, chance)),
    }


def _drawn(count: int, draw: Callable[[], str]) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        if drawn := draw():
            found[drawn] = None
    return list(found)


def _piece(text: str, chance: random.Random) -> str:
    run = chance.choice(PIECE.findall(text))
    length = chance.randint(1, 6)
    start = chance.randrange(max(1, len(run) - length + 1))
    return run[start : start + length]


def _word(text: str, parted: Callable[[str], list[tuple[int, int]]], chance: random.Random) -> str:
    run = chance.choice(PIECE.findall(text))
    words = [run[start:end] for start, end in parted(run) if end - start > 1]
    return chance.choice(words) if words else ""


def _mixed(text: str, chance: random.Random) -> str:
    """Some tokens side by side, of different kinds; from the beginning of a word or number on."""
    tokens = list(TOKEN.finditer(text))
    at = chance.randrange(len(tokens))
    part = tokens[at : at + chance.randint(2, 5)]
    kinds = {bool(PIECE.match(each[0])) for each in part}
    whole = text[part[0].start() : part[-1].end()]
    return whole if len(kinds) == 2 and "\n" not in whole and all(sign.isalnum() for sign in whole) else ""


def _absent(shelf: Shelf, chance: random.Random) -> str:
    """Three characters of one article that no article has side by side."""
    found = "".join(chance.choices("".join(PIECE.findall(chance.choice(shelf.folded))), k=3))
    return "" if found in shelf.every else found


def _against(
    db: Database, expected: dict[str, dict[str, set[int]]], said: str, ids: dict[int, int]
) -> Iterator[Figure]:
    """`expected`: which articles each query of each kind has on the shelf; `ids`: their ids here."""
    for kind, queries in expected.items():
        missed = extra = misplaced = hits = 0
        for query, there in queries.items():
            wanted = {ids[each] for each in there}
            found = set(searching.article_ids(db, Words(query), ArticleQuery()))
            hits += len(wanted)
            missed += len(wanted - found)
            extra += len(found - wanted)
            misplaced += _misplaced(db, sorted(found)[:PLACED], query)
        size = f"{len(queries):,} {kind}, {said}"
        yield Figure("recall: articles that have it", size, hits, "")
        for what, value in (("missed", missed), ("too many", extra), ("misplaced hits", misplaced)):
            yield Figure(f"recall: {what}", size, value, "", aim=NONE)


def _misplaced(db: Database, ids: list[int], query: str) -> int:
    """Hits whose words do not fold to the query, and articles that have none."""
    wanted = "".join(TOKEN.findall(query))
    wrong = 0
    texts = {each: db.execute("select text from texts where article = ?", [each]).fetchone()[0] for each in ids}
    for article, found in searching.found_articles(db, ids, Words(query)).items():
        slices = [fold(span.of(texts[article])) for span in found.spans]
        wrong += not slices
        wrong += sum("".join(TOKEN.findall(each)) != wanted for each in slices)
    return wrong


def _traditional(db: Database) -> tuple[Library, dict[int, int]]:
    """The articles in the other script, as far as one character has one other form, with readings put in."""
    forms = {code: ord(form) for code, form in enumerate(table().one) if code != ord(form)}
    once = Counter(forms.values())
    back = {simple: char for char, simple in forms.items() if once[simple] == 1 and PIECE.match(chr(char))}
    chance, ids = random.Random(4), dict[int, int]()

    def fill(made: Library) -> None:
        with transaction(made.db):
            for (text,) in db.execute("select text from texts order by article"):
                _add(made.db, _with_readings(text.translate(back), chance))
        indexing.index_rest(made.db)

    made = libraries.of_its_own(f"{SIZE}-traditional", fill)
    for old, new in zip(
        (row[0] for row in db.execute("select article from texts order by article")),
        (row[0] for row in made.db.execute("select id from articles order by id")),
        strict=True,
    ):
        ids[old] = new
    return made, ids


def _add(db: Database, text: str) -> None:
    title = text.partition("\n")[0]
    original = Original("news.txt", text.encode(), "text/plain", "utf-8", "plain text")
    adding.add(db, Draft(text, original, title=title, marks=(Mark(0, len(title), "title"),)))


def _with_readings(text: str, chance: random.Random) -> str:
    known = characters.known()

    def read(found: re.Match[str]) -> str:
        spoken = [each for each in known.readings(found[0]) if set(each) & set(TONED)]  # others stay in the text
        return f"{found[0]}({spoken[0]})" if spoken and chance.randrange(READINGS) == 0 else found[0]

    return re.sub(f"[{HAN}]", read, text)
