"""Full stops that end no sentence: of abbreviations, of initials, of German ordinals and of the numbers of a list.

The words are from what the Unicode CLDR lists for English as suppressions of sentence breaks, without those that are
words of their own as well, such as "In." and "All.", and with some that news and other languages have.
"""

from __future__ import annotations

import re

CASED = "A-Za-z\u00c0-\u024f\u0370-\u052f"  # Latin, Greek and Cyrillic letters
# What follows belongs to these, whatever it is.
BOUND = re.compile(
    "Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Sen|Rep|Gov|Pres|Rt|Hon|Rev|Sgt|Capt|Cpt|Cmdr|Col|Maj|Lt|Pvt|Adm|Mt|St|Ste|Messrs|Hr|Sra|"
    r"v|vs|cf|viz|e\.g|i\.e|E\.g|I\.e|z|z\.B|d\.h"
)
NUMBERED = re.compile(
    "No|Nos|Nr|Art|Abs|Vol|vol|Fig|fig|Ch|ch|Sec|sec|p|pp|Op|Eq|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|"
    "approx|ca"
)
# These may end a sentence as well, as initials and U.S. may: the word behind them tells.
OTHERS = re.compile("Inc|Corp|Co|Ltd|Bros|Jr|Sr|Esq|Ave|Blvd|Rd|Dept|Univ|Assn|etc|al|Mio|Mrd")
BEGINNING = re.compile(
    "(?:A|After|All|An|And|As|At|Before|Both|But|By|Each|Every|For|From|He|Her|His|How|However|I|If|In|It|Its|Last|Many|"
    "Meanwhile|Most|My|No|Now|On|One|Our|She|Since|So|Some|Such|That|The|Their|Then|There|These|They|This|Those|Though|"
    "Today|Under|We|What|When|Where|While|Who|Why|With|You)"
    rf"(?![{CASED}])"
)
# German ordinals, by the word before them, as in "der 1. FC", or behind them; not "am", since "I am 19." is English.
ORDINAL = re.compile(r"(?:^|[^\w])(?:[Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Ii]m|Am|[Vv]om|[Zz]um|[Zz]ur|[Bb]eim)\s\Z")
ORDERED = re.compile(
    "(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\\b|(?:April|August|September|November) [0-9]{4}|"
    "Jahrhundert|Jahrtausend|Lebensjahr|Geburtstag"
)
MOST_DIGITS = 3  # of an ordinal
LONGEST = 12  # characters of an abbreviation
WORD = re.compile(rf"(?<![{CASED}0-9/’'])(?:[{CASED}]{{1,2}}\.)*[{CASED}]+\Z|[0-9０-９]+\Z")
# What stands before a number of a list: nothing, or another sentence.
LISTED = re.compile(rf"(?:^|\n|[。！!？?：:；;)）”’\"']|(?P<word>[{CASED}]+)\.\s)\s*\Z")


def abbreviates(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at a place ends no sentence; `after` is where the next word begins, on the same line."""
    found = WORD.search(text, max(0, stop - LONGEST), stop)
    if found is None:
        return False
    word = found[0]
    if word.isdigit() or len(word) == 1 or not word.strip("IVX"):
        before = LISTED.search(text, max(0, found.start() - LONGEST), found.start())
        if before and not NUMBERED.fullmatch(before["word"] or ""):
            return True
    if word.isdigit() and len(word) <= MOST_DIGITS:
        start = found.start()
        if ORDERED.match(text, after) or ORDINAL.search(text, max(0, start - LONGEST), start):
            return True
    if word.isdigit() or NUMBERED.fullmatch(word):
        return text[after].isdigit()
    is_short = OTHERS.fullmatch(word) or "." in word or (len(word) == 1 and word.isupper())
    return bool(BOUND.fullmatch(word) or (is_short and not BEGINNING.match(text, after)))
