"""The clause, the sentence and the paragraph at a place of a text, by its punctuation; Chinese and other."""

from __future__ import annotations

from collections.abc import Callable

from reader.domain.abbreviations import abbreviates
from reader.domain.highlight import Span

STOPS = ".．"  # of sentences, and of numbers, addresses and abbreviations
SENTENCE_ENDS = frozenset("。｡！？!?；;…؟۔।\n")
LATIN_ENDS = frozenset("!?…" + STOPS)  # behind which a sentence may go on
EITHER = '"“‘«»'  # which open in one language and close in another, or do both
OPENING, CLOSING = f"「『（(《〈【['{EITHER}", f"”’」』）)》〉】]'{EITHER}"
ENDING = SENTENCE_ENDS.union(LATIN_ENDS, CLOSING) - {"\n"}  # what stands together at an end
TITLE_ENDS = "》〉"
SPACED, SPACES = "»", " \u00a0\u202f\u2009"  # the sign that closes in French, and what stands before it there
GOING_ON = frozenset("，,、：:—–")  # of a sentence, where they follow at once
SPEECH, SPOKEN = "——", "。！？"  # what begins another speech, and the ends behind which it does
CLAUSE_ENDS = frozenset("。！？!?；;…\n，,、：:“”‘’（）()《》〈〉【】「」『』—\t\u3000 ")
LONGEST = 5_000  # characters of a clause or a sentence, on each side of a place
LONGEST_END = 20  # marks and closing signs that are looked at


def clause_around(text: str, at: int) -> Span | None:
    """The clause of Han text at a code point: up to the punctuation on both sides. None on punctuation."""
    if at >= len(text) or text[at] in CLAUSE_ENDS:
        return None
    start = end = at
    while start > max(0, at - LONGEST) and text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < min(len(text), at + LONGEST) and text[end] not in CLAUSE_ENDS:
        end += 1
    return Span(start, end)


def sentence_around(text: str, at: int) -> Span | None:
    """The sentence at a code point, its end mark and closing brackets included, white space at its start not."""
    if at >= len(text):
        return None
    start = end = at
    while start > max(0, at - LONGEST) and not _ends(text, start):
        start -= 1
    while end < min(len(text), at + LONGEST) and text[end] != "\n" and (end == at or not _ends(text, end)):
        end += 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None


def paragraph_around(text: str, at: int) -> Span | None:
    """The paragraph at a code point, without white space at both ends; a line break is of the one it ends."""
    start = text.rfind("\n", 0, max(0, at)) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    start += len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip())) if line.strip() else None


Around = Callable[[str, int], Span | None]  # one of those above


def grown(text: str, span: Span, around: Around) -> Span:
    """The span with all of what is around both of its ends, such as whole sentences."""
    bare = span.bare(text) or span
    parts = [span, *filter(None, (around(text, bare.start), around(text, bare.end - 1)))]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def _ends(text: str, at: int) -> bool:
    """Whether a sentence ends before this code point, with all marks and closing signs that stand there.

    By the rules of Unicode (UAX #29, SB6 to SB11). Other than by these the title 《怎么办？》 is none that ends, and
    neither do a full stop, a question mark and an exclamation mark that a small letter follows.
    """
    if text[at - 1] == "\n":
        return True
    if text[at - 1] not in ENDING or (text[at] in ENDING and text[at] not in EITHER):
        return False
    if _is_spaced(text, at) or (text[at] in GOING_ON and not _speaks(text, at)):
        return False
    first = at - 1
    while first > max(0, at - LONGEST_END) and (text[first - 1] in ENDING or _is_spaced(text, first - 1)):
        first -= 1
    ending = text[first:at].lstrip(CLOSING)
    if (
        not ending
        or ending[-1] in TITLE_ENDS
        or not _closes(text, at - 1)
        or (text[at] in EITHER and _closes(text, at))
    ):
        return False
    return not LATIN_ENDS.issuperset(ending.rstrip(CLOSING + SPACES)) or _ends_latin(text, at - len(ending), at)


def _speaks(text: str, at: int) -> bool:
    """Whether another speech begins: with a dash, and with an end of its own, which the name of a source has not."""
    if text[at - 1] not in SPOKEN or not text.startswith(SPEECH, at):
        return False
    line = text.find("\n", at, at + LONGEST)
    return any(text.find(mark, at, line if line >= 0 else at + LONGEST) >= 0 for mark in SPOKEN)


def _is_spaced(text: str, at: int) -> bool:
    """Whether a space is one before a sign that closes: no word follows at once, as one does where the sign opens."""
    return text[at] in SPACES and text[at + 1 : at + 2] == SPACED and not text[at + 2 : at + 3].isalnum()


def _closes(text: str, at: int) -> bool:
    """Whether a sign is none that opens: of straight quotation marks before a word each second one in a line closes."""
    if text[at] not in EITHER or not text[at + 1 : at + 2].isalnum():
        return True
    line = text.rfind("\n", max(0, at - LONGEST), at) + 1
    return text[at] == '"' and text.count('"', line, at) % 2 == 1


def _ends_latin(text: str, first: int, at: int) -> bool:
    """The same for marks from `first` on behind which a sentence may go on."""
    after = at
    while after < len(text) and text[after] != "\n" and (text[after].isspace() or text[after] in OPENING):
        after += 1
    if after == len(text) or text[after] == "\n":
        return True
    if text[after].islower() and not text[after + 1 : after + 2].isupper():  # which is so of iPhone
        return False
    alone = at == first + 1 and text[first] in STOPS
    if text[at].isspace():
        return not (alone and abbreviates(text, first, after))
    if alone:
        return text[first] == "．" and _is_caseless(text[first - 1 : first])
    return text[at - 1] in CLOSING or _is_caseless(text[first - 1 : first]) or _is_caseless(text[after])


def _is_caseless(char: str) -> bool:
    """Whether it is a letter of a script that has no capitals, such as Chinese."""
    return char.isalpha() and not char.islower() and not char.isupper()
