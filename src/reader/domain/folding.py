"""The form in which texts are searched, and the words that stand for it in the index.

Simplified and traditional characters, variants, widths, capitals and accents fold into one character each
(packaging/make_folding.py); a reading in brackets behind an ideograph, 質(zhì), folds into nothing. Scripts that
part no words are cut into overlapping pairs, which find a piece of any length where it stands and nowhere else.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import add

from reader import resources

VERSION = 1  # of resources/data/folding.json; raised when another form comes out, so that libraries index anew
# Written without spaces: Han, kana, hangul, bopomofo; Thai, Lao, Burmese, Khmer.
UNPARTED = (
    "\u3007\u3041-\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3105-\u312f"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
FIRST_UNPARTED = "\u0e00"  # below it there is none of them
LAST_OF_16_BITS, BEYOND = "\uffff", "\U00010000-\U0010ffff"  # a class of what is beyond is slow but as one range
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
PIECE = 50_000  # characters that are folded at once
PARTING = re.compile("[\\s。，、；：]")  # behind which a piece may end: no reading goes on there
# What stands behind its opening bracket. That is looked for first: `re` is five times as fast where all that it looks
# for begins with one class of characters.
READING = f"(?<=[\u3400-\u9fff][(（])[A-Za-züÜ]{{0,4}}[{TONED}{TONED.upper()}][A-Za-züÜ]{{0,3}}[)）]"


@dataclass(frozen=True, slots=True)
class Folding:
    """The table: what folds into one character, what into none or several, and how text is taken apart by it."""

    one: str  # at the place of each character what it becomes, for `translate`: faster than a dict, also for what stays
    many: dict[str, str]
    uneven: re.Pattern[str]  # all that does not fold into exactly one character
    letter: str  # a character of a word, as an expression
    gap: str  # one that is in no word
    run: re.Pattern[str]  # characters of one kind that stand together: "unparted", "digits" or "letters"
    runs: re.Pattern[str]  # the same without the names of kinds, which is faster
    unparted: re.Pattern[str]  # one character of the first kind


@cache
def table() -> Folding:
    """The table, read when it is first needed."""
    read = json.loads(resources.text("data/folding.json"))
    many: dict[str, str] = read["many"]
    marks = _ranges(set(read["marks"]) - set(re.findall(f"[{UNPARTED}]", read["marks"])))
    first = f"(（{_ranges(char for char in many if char <= LAST_OF_16_BITS)}{BEYOND}"
    letter = f"(?:[^\\W_0-9{UNPARTED}]|[{marks}])"
    return Folding(
        forms(read["from"], read["to"]),
        many,
        re.compile(f"[{first}](?:(?<=[{_ranges(many)}])|{READING})"),
        letter,
        f"(?:(?![{marks}{UNPARTED}])[\\W_])",
        # Digits stand apart from letters, so that 2018 is found in v2018.
        re.compile(f"(?P<unparted>[{UNPARTED}]+)|(?P<digits>[0-9]+)|(?P<letters>{letter}+)"),
        re.compile(f"[{UNPARTED}]+|[0-9]+|{letter}+"),
        re.compile(f"[{UNPARTED}]"),
    )


def forms(chars: str, become: str) -> str:
    """What `translate` needs to make of each of these characters the one that stands at its place in `become`."""
    codes = array("I", range(ord(max(chars)) + 1))
    for code, form in zip(map(ord, chars), map(ord, become), strict=True):
        codes[code] = form
    return codes.tobytes().decode("utf-32", "surrogatepass")


def _ranges(chars: Iterable[str]) -> str:
    """The inside of a character class. As ranges: `re` is slow where it lists hundreds above U+FFFF singly."""
    codes = sorted(map(ord, chars))
    firsts = [code for before, code in pairwise([-2, *codes]) if code != before + 1]
    lasts = [code for code, after in pairwise([*codes, -2]) if after != code + 1]
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in zip(firsts, lasts, strict=True))


@dataclass(frozen=True, slots=True)
class Offsets:
    """From positions in folded text back to the text it was made of, in code points, where the two differ.

    folded[k] stands at original[k]; from there on both go in step, up to the next k.
    """

    folded: array[int]
    original: array[int]

    def at(self, position: int) -> int:
        """Where a folded character came from."""
        k = bisect_right(self.folded, position) - 1
        return self.original[k] + position - self.folded[k]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open span of a folded one that is not empty."""
        return self.at(start), self.at(end - 1) + 1


def fold(text: str) -> str:
    """The form of a text in which it is searched; folding it again changes nothing."""
    return fold_with_offsets(text)[0]


def fold_with_offsets(text: str) -> tuple[str, Offsets | None]:
    """The folded text and the way back; None where each character became exactly one.

    A long one is folded in pieces: while Python is at one, no other thread runs, and a window would stand still.
    """
    if len(text) < 2 * PIECE:
        return _folded(text)
    parts: list[str] = []
    folded, original = array("I"), array("I")
    start = length = 0
    even = True
    while start < len(text):
        cut = PARTING.search(text, start + PIECE)
        end = cut.end() if cut is not None else len(text)
        part, back = _folded(text[start:end])
        even &= back is None
        if folded and folded[-1] == length:
            del folded[-1], original[-1]
        folded.extend([length] if back is None else [each + length for each in back.folded])
        original.extend([start] if back is None else [each + start for each in back.original])
        parts.append(part)
        start, length = end, length + len(part)
    return "".join(parts), None if even else Offsets(folded, original)


def _folded(text: str) -> tuple[str, Offsets | None]:
    known = table()
    if known.uneven.search(text) is None:
        return text.translate(known.one), None
    parts: list[str] = []
    folded, original = array("I", [0]), array("I", [0])
    done = length = 0

    def set_breakpoint(position: int) -> None:
        if folded[-1] == length:
            original[-1] = position
        else:
            folded.append(length)
            original.append(position)

    for found in known.uneven.finditer(text):
        parts.append(text[done : found.start()])
        length += found.start() - done
        becomes = known.many.get(found[0], "")  # a reading becomes nothing
        parts.append(becomes)
        for _ in becomes:
            set_breakpoint(found.start())
            length += 1
        done = found.end()
        set_breakpoint(done)
    parts.append(text[done:])
    return "".join(parts).translate(known.one), Offsets(folded, original)


def words(folded: str) -> list[str]:
    """What stands in the index for a folded text: pairs and the last character of unparted runs, other words whole.

    The last character closes a run, so that a phrase can go on into the word or number that follows.
    """
    found: list[str] = []
    unparted = table().unparted.match
    for run in table().runs.findall(folded):
        if len(run) > 1 and run > FIRST_UNPARTED and unparted(run):
            found += map(add, run, run[1:])
            run = run[-1]
        found.append(run)
    return found


def cut(text: str) -> str:
    """The index words of a text, for FTS5's ascii tokenizer."""
    return " ".join(words(fold(text)))


def cut_with_characters(text: str) -> tuple[str, str]:
    """The same, and the distinct characters of unparted scripts, in order: the index that knows single characters."""
    folded = fold(text)
    # Of the numbers of the characters, which are made faster than strings of one.
    once = "".join(map(chr, set(array("I", folded.encode("utf-32-le", "surrogatepass")))))
    return " ".join(words(folded)), " ".join(sorted(table().unparted.findall(once)))
