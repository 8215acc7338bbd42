"""The clause, the sentence and the paragraph at a place of a text, by its punctuation; Chinese and other."""

from __future__ import annotations

from collections.abc import Callable

from reader.domain.highlight import Span

SENTENCE_ENDS = frozenset("。！？!?；;…\n")
CLOSING = frozenset("”’」』）)》〉】\"'")
CLAUSE_ENDS = SENTENCE_ENDS | frozenset("，,、：:“”‘’（）()《》〈〉【】「」『』—\t\u3000 ")
LONGEST = 5_000  # characters of a clause or a sentence, on each side of a place


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
    while start > max(0, at - LONGEST) and not _ends(text, start - 1):
        start -= 1
    while end < min(len(text), at + LONGEST) and not _ends(text, end):
        end += 1
    while (
        end < len(text)
        and text[end] != "\n"
        and (text[end] in SENTENCE_ENDS or text[end] in CLOSING or text[end] == ".")
    ):
        end += 1
    while start < end and (text[start].isspace() or (text[start] in CLOSING and start < at)):
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
    """Whether a sentence ends with this character. A full stop does where white space or nothing follows."""
    if text[at] == ".":
        return at + 1 >= len(text) or text[at + 1].isspace()
    return text[at] in SENTENCE_ENDS
