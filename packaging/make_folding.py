"""Write resources/data/folding.json: what each character becomes where articles are searched.

Needs opencc (Apache-2.0), here only. Every character is folded on its own, never in context: a converter of phrases
makes something else of 乾 in 乾隆 than of 乾 alone, so that a word would not be found in the text it was taken from.
Whoever changes what comes out raises VERSION in domain/folding.py: libraries index themselves anew then.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from opencc import OpenCC

TARGET = Path(__file__).parent.parent / "resources" / "data" / "folding.json"
LAST = 0x323AF  # of CJK Extension H; above it only the variation selectors count
# Accents; points and vowel signs of Hebrew and Arabic, which most texts leave out. The voicing marks of kana, and the
# vowel signs of Indian and other scripts, are letters, and stay.
ACCENTS = {*range(0x300, 0x370), *range(0x591, 0x5C8), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE)}
UNSEEN = {0xAD, 0x640, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
MARKS = {"Mn", "Mc", "Me"}  # categories of what belongs to the letter before it
NONE = {"Cn", "Co", "Cs"}  # categories of what is no character
SHORT = {"…": "."}  # of which NFKC makes three: so most articles stay one character for one
HAN = ((0x3400, 0x9FFF), (0x20000, LAST))
HANGUL = range(0xAC00, 0xD7A4)

RADICALS = dict(map(tuple, (TARGET.parent / "radicals.txt").read_text("utf-8").splitlines()))  # that look like them

to_simplified = [OpenCC(name).convert for name in ("t2s", "tw2s", "hk2s")]
japanese_to_traditional = OpenCC("jp2t").convert


def main() -> None:
    """Fold every character and write the table."""
    one: dict[str, str] = {}
    many: dict[str, str] = {}
    for char in map(chr, (*range(LAST + 1), *range(0xE0100, 0xE01F0))):
        if unicodedata.category(char) in NONE:
            continue
        becomes = folded(char)
        if becomes != char:
            (one if len(becomes) == 1 else many)[char] = becomes

    def end(char: str) -> str:
        """Where a chain of characters ends, so that folding twice is folding once."""
        while one.get(char, char) != char:
            char = one[char]
        return char

    one = {char: end(becomes) for char, becomes in one.items()}
    many = {char: "".join(map(end, becomes)) for char, becomes in many.items()}
    table = {"from": "".join(one), "to": "".join(one.values()), "many": many, "marks": marks()}
    TARGET.write_text(json.dumps(table, ensure_ascii=False), "utf-8")
    print(f"{len(one)} become one, {len(many)} none or several, {TARGET.stat().st_size / 1000:.0f} KB")


def marks() -> str:
    """What is no letter to Python but a part of a word."""
    return "".join(char for char in map(chr, range(LAST + 1)) if unicodedata.category(char) in MARKS and folded(char))


def folded(char: str) -> str:
    """What a character becomes: nothing for accents and what is not seen, several for ligatures and the like."""
    if ord(char) in UNSEEN or is_accent(char):
        return ""
    if char in SHORT:
        return SHORT[char]
    if unicodedata.category(char).startswith("Z"):
        return " "
    if ord(char) in HANGUL:
        return char
    wide = unicodedata.normalize("NFKC", char).casefold()
    bare = "".join(part for part in unicodedata.normalize("NFD", wide) if not is_accent(part))
    plain = unicodedata.normalize("NFC", bare)
    plain = "".join(RADICALS.get(part, part) for part in plain)
    return "".join(simplified(part) if is_han(part) else part for part in plain)


def is_accent(char: str) -> bool:
    """Whether a character is no more than a sign at the letter before it."""
    return ord(char) in ACCENTS and unicodedata.category(char) in MARKS


def simplified(char: str) -> str:
    """The one simplified character that this is a form of; else itself."""
    for convert in to_simplified:
        found = convert(char)
        if len(found) == 1 and found != char:
            return str(found)
    # Japanese forms come last, and never for what is simplified already: jp2t would make 硏 of 研.
    if not in_gb2312(char):
        traditional = japanese_to_traditional(char)
        found = to_simplified[0](traditional)
        if len(traditional) == len(found) == 1:
            return str(found)
    return char


def is_han(char: str) -> bool:
    """Whether a character is an ideograph."""
    return any(first <= ord(char) <= last for first, last in HAN)


def in_gb2312(char: str) -> bool:
    """Whether a character is one of the 6,763 simplified ones of everyday."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
