"""Highlights after their article was corrected, read again or converted: how many are where they belong.

Each character of the changed text remembers where it came from, so that for each highlight it is known where its
words went. Texts are real news, one after the other, and real laws.
"""

from __future__ import annotations

import importlib
import itertools
import json
import lzma
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from random import Random

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_seconds
from reader.domain.anchor import ORPHAN, REVIEW, Placed, reanchor
from reader.domain.folding import table
from reader.domain.highlight import Span

HIGHLIGHTS = 1_000
DOCUMENTS = {7_000: 24, 70_000: 6}  # characters of each, 20 and 200 KB, and how many are tried
LENGTHS = [((2, 8), 10), ((8, 40), 60), ((40, 200), 30)]  # characters of highlights, and in how many of 100
LEAST = {7_000: "0.2", 70_000: "1"}  # seconds
TOGETHER, FAR = 8, 40  # characters that were put in between words that are still together; between what was torn
READINGS = ("zhì", "liàng", "gāo", "xīn", "qū", "fā", "zhǎn")
# Words that other programs put in the place of others, of other lengths too.
FROM = "網絡,軟件,信息,數據,程序,視頻,質量,打印機,互聯網,出租車,公交車,智能,激光,博客,數碼"
TO = "網路,軟體,資訊,資料,程式,影片,品質,印表機,網際網路,計程車,公車,智慧,雷射,部落格,數位"
TAIWAN = dict(zip(FROM.split(","), TO.split(","), strict=True))

Traced = list[tuple[str, int | None]]  # characters, and where in the old text they were
Kind = Callable[[Traced, Sequence[str], Random], Traced]


def figures(sizes: list[int]) -> Iterator[Figure]:
    """For each kind of change, at both lengths; `sizes` of libraries do not matter."""
    texts = {kind: _texts(index) for index, kind in enumerate(("news", "laws"))} if libraries.DATA.exists() else {}
    for name, kind in KINDS.items():
        for size, count in DOCUMENTS.items():
            for source, paragraphs in texts.items():
                yield from _measured(f"{name}, {source}", kind, paragraphs, size, count)


def _measured(name: str, kind: Kind, paragraphs: Sequence[str], size: int, count: int) -> Iterator[Figure]:
    counts: Counter[str] = Counter()
    seconds = []
    for number in range(count):
        chance = Random(number)
        old = _document(paragraphs, size, chance, kind)
        spans = _spans(old, chance)
        traced = kind([*zip(old, itertools.count())], _others(paragraphs, old), chance)
        new = "".join(char for char, _ in traced)
        began = cpu_seconds()
        placed = reanchor(old, new, spans)
        seconds.append(cpu_seconds() - began)
        assert placed is not None
        readings = _readings(old) if kind is without_readings else set()
        counts.update(_counts(_truth(traced, spans, old, readings), placed))
    said = f"{size:,} characters"
    live, gone = counts["live"], max(1, counts["gone"])
    yield Figure(f"{name}: right", said, 100 * counts["right"] / live, "%", aim="> 98.99")
    yield Figure(f"{name}: wrong of 1,000", said, 1000 * counts["wrong"] / live, "", aim="< 2.01")
    yield Figure(f"{name}: missed of 1,000", said, 1000 * counts["missed"] / live, "")
    yield Figure(f"{name}: to review of 1,000", said, 1000 * counts["review"] / (live + gone), "")
    if counts["gone"]:
        yield Figure(
            f"{name}: deleted, placed by itself",
            f"{said}, {gone} deleted",
            100 * counts["false"] / gone,
            "%",
            aim="< 2.01",
        )
    yield Figure(f"{name}: CPU time", said, statistics.median(seconds), "s", aim=f"< {LEAST[size]}")


def _counts(truth: Sequence[Sequence[Span]], placed: Sequence[Placed]) -> Iterator[str]:
    for real, found in zip(truth, placed, strict=True):
        yield "live" if real else "gone"
        if found.state == REVIEW:
            yield "review"
        if not real:
            if found.state not in (REVIEW, ORPHAN):
                yield "false"
        elif found.span is None:
            yield "missed"
        elif (fits := max(_overlap(each, found.span) for each in real)) >= 0.8:
            yield "right"
        elif fits < 0.5:
            yield "wrong"


def _overlap(one: Span, other: Span) -> float:
    both = max(0, min(one.end, other.end) - max(one.start, other.start))
    return both / (max(one.end, other.end) - min(one.start, other.start))


def _truth(traced: Traced, spans: Sequence[Span], old: str, readings: Set[int] = frozenset()) -> list[list[Span]]:
    """Where at least half of the words of each span went; nowhere if they are gone.

    Where they were torn apart, that is where all of them are, or where a good part of them is together. The places of
    `readings` in brackets and white space are no words: without them nothing that was highlighted is gone.
    """
    now = {origin: place for place, (_, origin) in enumerate(traced) if origin is not None}
    found: list[list[Span]] = []
    for span in spans:
        meant = [at for at in range(span.start, span.end) if at not in readings]
        indent = sum(old[at].isspace() and at not in now for at in meant)  # that is gone is no loss
        places = sorted(now[at] for at in meant if at in now)
        half = max(1, (len(meant) - indent) / 2)
        breaks = [0, *(k for k in range(1, len(places)) if places[k] - places[k - 1] > TOGETHER), len(places)]
        groups = sorted((places[a:b] for a, b in itertools.pairwise(breaks)), key=len)
        real = []
        if len(groups[-1]) >= half:
            real += [Span(group[0], group[-1] + 1) for group in groups if len(group) >= 0.8 * half]
        if len(places) >= half and places[-1] - places[0] < 3 * len(meant) + FAR:
            real.append(Span(places[0], places[-1] + 1))
        found.append(real)
    return found


# ---- texts


def _texts(index: int) -> list[str]:
    """Paragraphs of many articles, in their order."""
    with lzma.open(libraries.CORPUS[index], "rt", encoding="utf-8") as lines:
        items = itertools.islice(lines, 3000 if index == 0 else 400)
        texts = [json.loads(line)["text"] for line in items]
    # News items are one paragraph each in the corpus.
    return [part for text in texts for part in re.split(r"\n+|(?<=。)(?=\S{200})", text.strip()) if part.strip()]


def _document(paragraphs: Sequence[str], size: int, chance: Random, kind: Kind) -> str:
    """Paragraphs that follow one another, in the script and with the readings that a kind of change begins with."""
    start = chance.randrange(len(paragraphs) - size // 10)
    chosen: list[str] = []
    for part in itertools.islice(paragraphs, start, None):
        chosen.append("　　" + part.strip())
        if sum(map(len, chosen)) >= size:
            break
    text = "\n".join(chosen)[: size + 500]
    if kind in (simplified, taiwanese):
        text = _traditional(text)
    if kind is without_readings:
        text = re.sub("[\u4e00-\u9fff]", lambda found: f"{found[0]}({chance.choice(READINGS)})", text)
    return text


def _others(paragraphs: Sequence[str], text: str) -> list[str]:
    """What may be put into a text: what is deleted in it is not to come back."""
    there = {part.strip() for part in text.split("\n")}
    return [part for part in dict.fromkeys(paragraphs) if part.strip() not in there]


def _traditional(text: str) -> str:
    forms = table().one
    back = {char.translate(forms): char for char in map(chr, range(0x4E00, 0xA000)) if char.translate(forms) != char}
    return "".join(back.get(char, char) for char in text)


def _spans(text: str, chance: Random) -> list[Span]:
    found: list[Span] = []
    while len(found) < HIGHLIGHTS:
        low, high = chance.choices([pair for pair, _ in LENGTHS], [share for _, share in LENGTHS])[0]
        start = chance.randrange(len(text) - high)
        span = Span(start, start + chance.randint(low, high))
        words = span.of(text)
        if words.strip() and ("\n" not in words or chance.random() < 0.2):
            found.append(span)
    return found


# ---- changes


def small_edits(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """30 places in which up to ten characters are put in, taken out or replaced."""
    for _ in range(30):
        at, count = chance.randrange(len(text)), chance.randint(1, 10)
        verb = chance.choice(("insert", "delete", "replace"))
        added: Traced = [(char, None) for char in chance.choice(paragraphs)[2 : 2 + count]]
        text[at : at if verb == "insert" else at + count] = [] if verb == "delete" else added
    return text


def moved_paragraphs(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """One paragraph of 15 goes, another one comes, a third one moves."""
    parts = _parted(text)
    for _ in range(max(1, len(parts) // 15)):
        del parts[chance.randrange(len(parts))]
        parts.insert(chance.randrange(len(parts)), [(char, None) for char in chance.choice(paragraphs)])
        parts.insert(chance.randrange(len(parts)), parts.pop(chance.randrange(len(parts))))
    return _whole(parts)


def deleted_paragraphs(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """One paragraph of four goes, of some another one comes in its place."""
    parts = _parted(text)
    for at in chance.sample(range(len(parts)), max(1, len(parts) // 4)):
        parts[at] = [(char, None) for char in chance.choice(paragraphs)] if chance.random() < 0.5 else []
    return _whole([part for part in parts if part])


def _parted(text: Traced) -> list[Traced]:
    parts: list[Traced] = [[]]
    for pair in text:
        if pair[0] == "\n":
            parts.append([])
        else:
            parts[-1].append(pair)
    return parts


def _whole(parts: list[Traced]) -> Traced:
    return [pair for part in parts for pair in [*part, ("\n", None)]][:-1]


def scanned(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """5 % of the characters wrong, missing or too many, as from optical recognition."""
    found: Traced = []
    for char, origin in text:
        luck = chance.random() if char != "\n" else 1.0
        other = chance.choice(chance.choice(paragraphs))
        if luck >= 0.01:
            found.append((other if luck < 0.04 else char, origin))
        if 0.04 <= luck < 0.05:
            found.append((other, None))
    return found


def simplified(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """Each traditional character simplified."""
    return [(char.translate(table().one), origin) for char, origin in text]


def taiwanese(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """Words as they are used in Taiwan, by opencc's s2twp where that is installed, else by a list of some."""
    old = "".join(char for char, _ in text)
    try:
        convert = importlib.import_module("opencc").OpenCC("s2twp").convert
    except ImportError:
        words = re.compile("|".join(TAIWAN))

        def convert(part: str) -> str:
            return words.sub(lambda found: TAIWAN[found[0]], part)

    found: Traced = []
    at = 0
    for part in re.split("([，。、；：\n])", old):  # what a part becomes is in its place; within it, in proportion
        new = convert(part)
        found += [(char, at + k * len(part) // len(new)) for k, char in enumerate(new)]
        at += len(part)
    return found


def extracted_again(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """No indents, punctuation of half the width, a blank line between paragraphs."""
    half = dict(zip("，：；（）！？", ",:;()!?", strict=True))
    found: Traced = []
    for char, origin in text:
        if char != "　":
            found.append((half.get(char, char), origin))
        if char == "\n":
            found.append(("\n", None))
    return found


def without_readings(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """The readings in brackets taken out."""
    gone = _readings("".join(char for char, _ in text))
    return [pair for at, pair in enumerate(text) if at not in gone]


def _readings(text: str) -> set[int]:
    """The places of the characters that are readings in brackets."""
    return {at for found in re.finditer(r"\([^()]{1,6}\)", text) for at in range(*found.span())}


def everything(text: Traced, paragraphs: Sequence[str], chance: Random) -> Traced:
    """Paragraphs moved, small edits and noise together."""
    return scanned(small_edits(moved_paragraphs(text, paragraphs, chance), paragraphs, chance), paragraphs, chance)


KINDS: dict[str, Kind] = {
    "small edits": small_edits,
    "paragraphs in, out, moved": moved_paragraphs,
    "scan noise": scanned,
    "simplified": simplified,
    "s2twp": taiwanese,
    "extracted again": extracted_again,
    "readings taken out": without_readings,
    "moved, edited, noise": everything,
    "a quarter deleted": deleted_paragraphs,
}
