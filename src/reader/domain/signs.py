"""What a reader takes for one sign: a letter with its accents, an emoji of several, a flag.

The main rules for grapheme clusters of Unicode (UAX #29, GB9 to GB13).
"""

from __future__ import annotations

import re
import unicodedata

from reader.domain.highlight import Span

JOINER = "\u200d"
FLAGS = ("\U0001f1e6", "\U0001f1ff")  # two of them are one
# What goes with the sign before and is no mark: voicing of half-width kana, parts of Hangul syllables, vowels of Thai
# and Lao, joiners, colours of skin, tags of flags.
TRAILING = re.compile("[\uff9e\uff9f\u1160-\u11ff\u0e33\u0eb3\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


def whole(text: str, start: int, end: int) -> Span | None:
    """What lies between two code points with all of the letters that it is a part of.

    None where it is a part of an emoji or a flag, which is another sign than its parts.
    """
    while start > 0 and _trails(text[start]):
        start -= 1
    while end < len(text) and _trails(text[end]):
        end += 1
    return None if _is_within(text, start) or _is_within(text, end) else Span(start, end)


def _trails(char: str) -> bool:
    """Whether a character is a part of the sign before it."""
    return char >= "\u0300" and (unicodedata.category(char)[0] == "M" or TRAILING.match(char) is not None)


def _is_within(text: str, at: int) -> bool:
    """Whether a code point lies within an emoji or a flag."""
    if not 0 < at < len(text):
        return False
    if text[at - 1] == JOINER:
        return unicodedata.category(text[at]) == "So"
    if not FLAGS[0] <= text[at] <= FLAGS[1]:
        return False
    first = at
    while first and FLAGS[0] <= text[first - 1] <= FLAGS[1]:
        first -= 1
    return (at - first) % 2 == 1
