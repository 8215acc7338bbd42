"""Readings that stood above the characters, 國(ㄍㄨㄛˊ) and 漢字(かんじ), and got into the text when it was copied.

Who annotates on purpose does so at a few words; where most of the characters have their reading, a page with small
print above them was flattened. Only that is certain enough.
"""

from __future__ import annotations

import re
import unicodedata

from reader.domain import characters

LEAST = 4  # readings in a document
MOST = 0.7  # part of the Chinese characters that have one
READING = re.compile("[(（][˙ㄅ-ㄩˊˇˋˉぁ-ゖァ-ヶー]")  # what most texts have none of; that is seen quickly
HAN = re.compile("[\u3400-\u9fff々\U00020000-\U0002a6df]")
ZHUYIN = re.compile("([\u3400-\u9fff\U00020000-\U0002a6df])([(（](˙?)([ㄅ-ㄙ]?)([ㄚ-ㄩ]{0,2})([ˊˇˋ˙ˉ]?)[)）])")
KANA = re.compile("([\u3400-\u9fff々]{1,8})([(（][ぁ-ゖァ-ヶー]{1,16}[)）])")
_INITIALS = dict(zip("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒ", "bpmfdtnlgkhjqx", strict=True)) | {
    "ㄓ": "zh", "ㄔ": "ch", "ㄕ": "sh", "ㄖ": "r", "ㄗ": "z", "ㄘ": "c", "ㄙ": "s",
}  # fmt: skip
_RIMES = {
    "": "i", "ㄚ": "a", "ㄛ": "o", "ㄜ": "e", "ㄝ": "ê", "ㄞ": "ai", "ㄟ": "ei", "ㄠ": "ao", "ㄡ": "ou", "ㄢ": "an",
    "ㄣ": "en", "ㄤ": "ang", "ㄥ": "eng", "ㄦ": "er", "ㄧ": "i", "ㄧㄚ": "ia", "ㄧㄛ": "io", "ㄧㄝ": "ie",
    "ㄧㄞ": "iai", "ㄧㄠ": "iao", "ㄧㄡ": "iu", "ㄧㄢ": "ian", "ㄧㄣ": "in", "ㄧㄤ": "iang", "ㄧㄥ": "ing",
    "ㄨ": "u", "ㄨㄚ": "ua", "ㄨㄛ": "uo", "ㄨㄞ": "uai", "ㄨㄟ": "ui", "ㄨㄢ": "uan", "ㄨㄣ": "un", "ㄨㄤ": "uang",
    "ㄨㄥ": "ong", "ㄩ": "ü", "ㄩㄝ": "üe", "ㄩㄢ": "üan", "ㄩㄣ": "ün", "ㄩㄥ": "iong",
}  # fmt: skip
# How a rime is written without an initial, where that is not y or w in place of its first letter
_ALONE = {
    "i": "yi", "in": "yin", "ing": "ying", "iu": "you", "u": "wu", "ui": "wei", "un": "wen", "ong": "weng",
    "iong": "yong", "ü": "yu", "üe": "yue", "üan": "yuan", "ün": "yun",
}  # fmt: skip
_TONES = {"": "\u0304", "ˉ": "\u0304", "ˊ": "\u0301", "ˇ": "\u030c", "ˋ": "\u0300", "˙": ""}


def flattened(text: str) -> list[re.Match[str]]:
    """The readings in a document most of whose characters have one, in order; none in any other."""
    if READING.search(text) is None:
        return []
    han = len(HAN.findall(text))
    for found in (zhuyin(text), kana(text)):
        if len(found) >= LEAST and sum(len(match[1]) for match in found) >= MOST * han:
            return found
    return []


def kana(text: str) -> list[re.Match[str]]:
    """All that looks like the reading of a Japanese word; the second group is what is no part of the text."""
    return list(KANA.finditer(text))


def zhuyin(text: str) -> list[re.Match[str]]:
    """All syllables of zhuyin that are readings of the character before them, as in `kana`."""
    return [match for match in ZHUYIN.finditer(text) if _is_reading(match)]


def _is_reading(match: re.Match[str]) -> bool:
    char, _, light, initial, rime, tone = match.groups()
    if not initial + rime or rime not in _RIMES:
        return False
    syllable, mark = _spelled(_INITIALS.get(initial, ""), _RIMES[rime]), _TONES[light or tone]
    readings = map(_parted, characters.known().readings(char))
    return any(syllable == each and (mark in (spoken, "")) for each, spoken in readings)  # any may lose its tone


def _spelled(initial: str, rime: str) -> str:
    """A syllable of pinyin without its tone."""
    if initial:
        return initial + (rime.replace("ü", "u") if initial in "jqx" else rime)
    return _ALONE.get(rime) or {"i": "y", "u": "w"}.get(rime[0], rime[0]) + rime[1:]


def _parted(reading: str) -> tuple[str, str]:
    """A syllable of pinyin and the mark of its tone."""
    letters = unicodedata.normalize("NFD", reading)
    mark = next((char for char in letters if char in "\u0300\u0301\u0304\u030c"), "")
    return unicodedata.normalize("NFC", letters.replace(mark, "", 1) if mark else letters), mark
