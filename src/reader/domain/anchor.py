"""Where highlights are after their text was read again, replaced or converted.

What two texts have in common leads from one to the other (`domain.alignment`). Where the words that a highlight comes
to by that are not alike enough, or nothing around them is, it is looked for by its quote and what stood around it.
Compared is the form of characters for searching, one for one, so that simplified and traditional, wide and narrow
ones are the same; readings in brackets are left out where only one of the texts has them. Nothing is placed that is
less than half alike, and nothing without a look at it that may be other words of the same kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Final, NamedTuple

from reader.domain.alignment import Alignment, Run, align
from reader.domain.folding import READING, table
from reader.domain.highlight import CONTEXT, Span, State

EXACT: Final = ""
ADJUSTED: Final = "adjusted"
REVIEW: Final = "review"
ORPHAN: Final = "orphan"
CARRIED = 0.75  # likeness of words, 0 to 1, from which they are taken without looking elsewhere
SAME = 0.95  # from which their ends are as they should be
AUTOMATIC = 0.7  # from which nobody needs to look at them
LEAST = 0.5  # below which they are not placed
SURROUNDED = 0.5  # share of what stood on one side that must be there, too, for words that are taken without a look
TELLING = 24  # characters of a quote that says by itself where it is
ALONE = 6  # of one that does where the text has it only once
GRAM = 3  # characters of the pieces by which quotes are looked for
FOREIGN = 2  # characters of other words, by which better ends may take in more of them
COMMON = 200  # places of a piece from which it tells nothing
BUCKET = 16  # characters; places as near as that are one
TRIED = 5  # places that are looked at closely
VOTES = 1_000  # places of the pieces of one quote that are counted
WHOLE = 800  # characters of a quote that is looked for as a whole; of a longer one its beginning and its end are
CLOSE = 10_000  # characters that are compared one by one
PLAUSIBLE = 0.6  # of quote, surroundings and place together
CLEAR = 0.03  # by which the best place is to be better than the next one
FEWER = 4  # times as many readings that one text has, so that they are left out of both
KANA_OR_ZHUYIN = "(?<=[\u3400-\u9fff][(（])[\u3041-\u30ff\u3105-\u312fˊˇˋ˙]{1,8}[)）]"
READINGS = re.compile(f"[(（](?:{READING}|{KANA_OR_ZHUYIN})")


class Placed(NamedTuple):
    """A highlight in the new text: without a span for an orphan. `similarity` of its words is 0 to 1."""

    span: Span | None
    similarity: float
    state: State


LOST = Placed(None, 0.0, ORPHAN)


class Quote(NamedTuple):
    """The words of a highlight, with what stood around them, and where that was."""

    start: int
    prefix: str
    exact: str
    suffix: str

    @property
    def span(self) -> Span:
        """Where its words were."""
        return Span(self.start, self.start + len(self.exact))


class _Found(NamedTuple):
    """A place, how well it fits, and whether no other one does as well and something around it is the same."""

    score: float
    span: Span
    sure: bool


def reanchor(
    old: str, new: str, spans: Sequence[Span], cancelled: Callable[[], bool] = lambda: False
) -> list[Placed] | None:
    """The places of spans of the old text in the new one, in the order given; None once `cancelled()` is true."""
    if not spans:
        return []
    before, after = _forms(old, new)
    alignment = align(before.text, after.text, cancelled)
    if alignment is None:
        return None
    inner = [before.inward(span) for span in spans]
    quotes = [None if span is None else _quote(before.text, span) for span in inner]
    placing = _Placing(alignment, before.text, after.text)
    found = [None if quote is None else placing.carried(quote) for quote in quotes]
    doubtful = [quote for quote, place in zip(quotes, found, strict=True) if quote is not None and place is None]
    search = _Search(after.text, doubtful)
    placed: list[Placed] = []
    for span, quote, place in zip(spans, quotes, found, strict=True):
        if cancelled():
            return None
        if quote is not None and place is None:
            place = placing.best(quote, search.best(quote))
        if quote is not None and place is not None and place.sure and placing.has_lost_twin(quote, place.span):
            place = place._replace(sure=False)
        if place is None:
            placed.append(LOST)
        else:
            there = after.outward(place.span)
            placed.append(_judged(span.of(old), there.of(new), place, there))
    return placed


def find_again(text: str, quotes: Sequence[Quote]) -> list[Placed]:
    """The places of quotes of which nobody knows from which text they are, in the order given."""
    form = _Form(text, readings=True).text
    wanted = [Quote(quote.start, *(words.translate(table().one) for words in quote[1:])) for quote in quotes]
    search = _Search(form, wanted)
    placed: list[Placed] = []
    for quote, words in zip(wanted, quotes, strict=True):
        found = search.best(quote)
        alike = likeness(quote.exact, found.span.of(form)) if found and len(quote.exact) <= CLOSE else 0.0
        if found is None or alike < LEAST:
            placed.append(LOST)
        else:
            placed.append(_judged(words.exact, found.span.of(text), found._replace(score=alike), found.span))
    return placed


def _judged(before: str, after: str, found: _Found, place: Span) -> Placed:
    if before == after:
        return Placed(place, 1.0, EXACT if found.sure else REVIEW)
    return Placed(place, found.score, ADJUSTED if found.sure and found.score >= AUTOMATIC else REVIEW)


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1."""
    from rapidfuzz.distance import Indel  # here: the window starts without it

    return 1.0 if one == other else float(Indel.normalized_similarity(one, other))


def _alike_around(one: Quote, other: Quote) -> float:
    """How alike what stood around two quotes is, 0 to 1."""
    return (likeness(one.prefix, other.prefix) + likeness(one.suffix, other.suffix)) / 2


def _places(words: str, text: str) -> Iterator[int]:
    """Where a text has words."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _bare(words: str) -> str:
    """Words without white space, which says nothing of them; with it if they are nothing else."""
    return "".join(words.split()) or words


def _quote(text: str, span: Span) -> Quote:
    return Quote(span.start, span.before(text), span.of(text), span.after(text))


# ---- what is compared


def _forms(old: str, new: str) -> tuple[_Form, _Form]:
    counts = [len(READINGS.findall(text)) for text in (old, new)]
    readings = min(counts) * FEWER >= max(counts)
    return _Form(old, readings=readings), _Form(new, readings=readings)


class _Form:
    """A text as it is compared, with or without its readings, and its places."""

    def __init__(self, text: str, *, readings: bool) -> None:
        cuts = [] if readings else [found.span() for found in READINGS.finditer(text)]
        self._starts, self._ends = [start for start, _ in cuts], [end for _, end in cuts]
        self._cut = [0, *accumulate(end - start for start, end in cuts)]
        self._at = [start - cut for start, cut in zip(self._starts, self._cut, strict=False)]
        kept = zip([0, *self._ends], [*self._starts, len(text)], strict=True)
        self.text = "".join(text[start:end] for start, end in kept).translate(table().one)

    def inward(self, span: Span) -> Span | None:
        """The same span without its readings; None if it is nothing else."""
        start, end = self._inward(span.start), self._inward(span.end)
        return Span(start, end) if start < end else None

    def _inward(self, position: int) -> int:
        index = bisect_left(self._starts, position)
        inside = max(0, self._ends[index - 1] - position) if index else 0
        return position - self._cut[index] + inside

    def outward(self, span: Span) -> Span:
        """The span in the text; the reading behind its last character is in it."""
        start, end = (at + self._cut[bisect_right(self._at, at)] for at in (span.start, span.end))
        return Span(start, end)


# ---- where quotes are


class _Placing:
    """Judges where highlights come to by what the texts have in common, beside where they were found."""

    def __init__(self, alignment: Alignment, old: str, new: str) -> None:
        self._there, self._back = alignment, alignment.reversed()
        self._old, self._new = old, new
        self._lost: dict[str, list[int]] = {}  # where words were that are nowhere now, of which there were several

    def carried(self, quote: Quote) -> _Found | None:
        """Where the words around a quote lead, if that is beyond doubt. Its score is the likeness of its words."""
        span = self._there.span(quote.span)
        if span is None or not (len(quote.exact) >= TELLING or self._is_sure(quote, span)):
            return None
        found = self._found(quote, span, sure=True)
        return found if found.sure and found.score >= CARRIED else None

    def best(self, quote: Quote, sought: _Found | None) -> _Found | None:
        """The better one of where the words around a quote lead, and of where it was found."""
        there = self._there.span(quote.span)
        carried = None if there is None else self._found(quote, there, sure=self._is_sure(quote, there))
        if sought is not None:
            own = there is not None and there.overlaps(sought.span)
            sure = sought.sure and not self._taken(quote.span, sought.span)
            sought = _Found(self._likeness(quote, sought.span), sought.span, sure)
            if carried is None or (sought.sure, sought.score) >= (carried.sure, carried.score):
                carried = sought
            elif not own and sought.score > carried.score:
                carried = carried._replace(sure=False)  # the words themselves stand elsewhere
        return carried if carried is not None and carried.score >= LEAST else None

    def has_lost_twin(self, quote: Quote, span: Span) -> bool:
        """Whether the old text has the same words again, which are nowhere now, and of which these may be as well.

        Of long words this is not asked: hardly any stand twice, and to look for them would take long.
        """
        size = len(quote.exact)
        if size > WHOLE or self._old == self._new:
            return False
        if (lost := self._lost.get(quote.exact)) is None:
            places = islice(_places(quote.exact, self._old), COMMON)
            lost = self._lost[quote.exact] = [at for at in places if 2 * self._there.kept(at, at + size) < size]
        others = [_quote(self._old, Span(at, at + size)) for at in lost if at != quote.start]
        around = _quote(self._new, span)
        least = _alike_around(quote, around) - CLEAR if others else 0.0
        return any(_alike_around(other, around) >= least for other in others)

    def _found(self, quote: Quote, span: Span, *, sure: bool) -> _Found:
        """A place; where the words are not quite the same, with the ends that fit best."""
        found = _Found(self._likeness(quote, span), span, sure)
        if found.score < SAME and max(len(quote.exact), span.end - span.start) <= WHOLE:
            other = aligned(quote, self._new, span.start)
            if (
                other is not None
                and self._others(quote.span, other) <= self._others(quote.span, span) + FOREIGN
                and (score := self._likeness(quote, other)) > found.score
            ):
                found = _Found(score, other, sure)
        return found._replace(sure=False) if sure and self._taken(quote.span, found.span) else found

    def _likeness(self, quote: Quote, span: Span) -> float:
        size = span.end - span.start
        if max(len(quote.exact), size) <= CLOSE:
            return likeness(_bare(quote.exact), _bare(span.of(self._new)))
        return 2 * self._there.kept(quote.span.start, quote.span.end) / (len(quote.exact) + size)

    def _is_sure(self, quote: Quote, span: Span) -> bool:
        """Whether words say that they are the ones meant: by what is around them, or since they are alone."""
        if self._surrounded(quote.span, span):
            return True
        alone = len(quote.exact) >= ALONE and quote.exact == span.of(self._new)
        return alone and self._new.count(quote.exact) == 1

    def _surrounded(self, old: Span, new: Span) -> bool:
        """Whether what stood before a span or behind it is there, too, or nothing stood there."""
        before, after = max(0, old.start - CONTEXT), min(len(self._old), old.end + CONTEXT)
        if before == old.start and after == old.end:
            return True
        for start, end in ((before, old.start), (old.end, after)):
            there = self._there.span(Span(start, end)) if start < end else None
            if there is None or self._there.kept(start, end) < SURROUNDED * (end - start):
                continue
            if 0 <= (new.start - there.end if start == before else there.start - new.end) <= CONTEXT:
                return True
        return False

    def _taken(self, old: Span, new: Span) -> bool:
        """Whether words of the new text are others of the old one than those meant."""
        return self._others(old, new) > SURROUNDED * (new.end - new.start)

    def _others(self, old: Span, new: Span) -> int:
        """How many characters of the new text are of other words of the old one."""
        return self._back.kept(new.start, new.end) - self._there.shared(old, new)


class _Search:
    """Finds quotes in a text by the pieces that they and their surroundings have in common with it."""

    def __init__(self, text: str, quotes: Iterable[Quote]) -> None:
        self._text = text
        wanted = {piece for quote in quotes for part in _parts(quote) for _, piece in _pieces(part)}
        self._places: dict[str, list[int]] = {}
        if not wanted:
            return
        for at in range(len(text) - GRAM + 1):
            piece = text[at : at + GRAM]
            if piece in wanted and len(places := self._places.setdefault(piece, [])) < COMMON:
                places.append(at)

    def best(self, quote: Quote) -> _Found | None:
        """The place that fits a quote best, if one does."""
        found = [self._best(part) for part in _parts(quote)]
        if len(found) == 1 or None in found:
            return found[0] if len(found) == 1 else None
        first, last = (each for each in found if each is not None)
        size = last.span.end - first.span.start
        if not len(quote.exact) / 2 <= size <= 2 * len(quote.exact):
            return None
        return _Found(min(first.score, last.score), Span(first.span.start, last.span.end), first.sure and last.sure)

    def _best(self, quote: Quote) -> _Found | None:
        tried: dict[Span, _Found] = {}
        for place in self._candidates(quote):
            span = aligned(quote, self._text, place)
            if span is not None and span not in tried:
                tried[span] = self._judged(quote, span)
        ranked = sorted(tried.values(), reverse=True)
        if not ranked or ranked[0].score < PLAUSIBLE:
            return None
        best = ranked[0]
        others = [each.score for each in ranked[1:] if not each.span.overlaps(best.span)]
        return best._replace(sure=best.sure and best.score - max(others, default=0.0) >= CLEAR)

    def _candidates(self, quote: Quote) -> list[int]:
        """Where a quote may begin, what has the most in common with it first."""
        known = [(offset, places) for offset, piece in _pieces(quote) if (places := self._places.get(piece))]
        known.sort(key=lambda each: len(each[1]))
        votes = accumulate(len(places) for _, places in known)
        told = sum(count <= VOTES and len(places) < COMMON for count, (_, places) in zip(votes, known, strict=True))
        buckets = Counter([(place - offset) // BUCKET for offset, places in known[:told] for place in places])
        ranked = buckets.most_common(TRIED)
        return [bucket * BUCKET for bucket, count in ranked if 3 * count >= 2 * ranked[0][1]]

    def _judged(self, quote: Quote, span: Span) -> _Found:
        text = self._text
        words = likeness(span.of(text), quote.exact)
        before = likeness(text[max(0, span.start - len(quote.prefix)) : span.start], quote.prefix)
        after = likeness(text[span.end : span.end + len(quote.suffix)], quote.suffix)
        near = 1 - abs(span.start - quote.start) / max(1, len(text), quote.start)
        score = (50 * words + 20 * before + 20 * after + near) / 91
        return _Found(score, span, max(before, after) >= SURROUNDED or len(quote.exact) >= TELLING)


def aligned(quote: Quote, text: str, place: int) -> Span | None:
    """What a quote becomes near a place of a text, character by character; None if nothing of it is there."""
    from rapidfuzz.distance import Levenshtein

    before, size = len(quote.prefix), len(quote.exact)
    slack = 2 * BUCKET + size // 4
    low = max(0, place - before - slack)
    around, window = quote.prefix + quote.exact + quote.suffix, text[low : place + size + len(quote.suffix) + slack]
    blocks = Levenshtein.editops(around, window).as_matching_blocks()
    runs = [Run(at, there, together) for at, there, together in blocks if together]
    span = Alignment(runs, len(around), len(window)).span(Span(before, before + size))
    return None if span is None else Span(low + span.start, low + span.end)


def _parts(quote: Quote) -> list[Quote]:
    """What is looked for: a quote, or the beginning and the end of a long one."""
    if len(quote.exact) <= WHOLE:
        return [quote]
    half, words = WHOLE // 4, quote.exact
    rest = len(words) - half
    return [
        Quote(quote.start, quote.prefix, words[:half], words[half : half + CONTEXT]),
        Quote(quote.start + rest, words[rest - CONTEXT : rest], words[rest:], quote.suffix),
    ]


def _pieces(quote: Quote) -> list[tuple[int, str]]:
    """The pieces of a quote and what is around it, with how far behind its beginning they are."""
    around, before = quote.prefix + quote.exact + quote.suffix, len(quote.prefix)
    return [(at - before, around[at : at + GRAM]) for at in range(len(around) - GRAM + 1)]
