"""Write resources/data/simplified.json.xz and traditional.json.xz: the forms of characters, and those of words.

Needs opencc (Apache-2.0), here only. Each character has the form that it has on its own, unless a word says otherwise:
发 is 發, but 髮 in 头发. All words of opencc are written, also those that change nothing, since they say where others
cannot begin: 统制 is none in 系统制造. A text that is shown in the other script has the same positions: what takes
two units of UTF-16 where the other takes one is left out. Traditional forms are those of Taiwan, which the fonts have.
"""

from __future__ import annotations

import json
import lzma
import subprocess
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import opencc
from opencc import OpenCC

FOLDER = Path(__file__).parent.parent / "resources" / "data"
VERSION = 4  # of what comes out
HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
BEYOND = 0xFFFF  # above it a character takes two units of UTF-16
WAYS = {"simplified": ("tw2s", "gb2312"), "traditional": ("s2tw", "big5")}  # and what holds the characters of each
LISTS = {
    "simplified": ("TSPhrases", "TWVariantsRevPhrases"),
    "traditional": ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases"),
}
STAYS = "幺"  # else 麼 would become it by way of 么, and it 麼
# Words of news and laws that opencc does not have, in which it finds rarer ones: 新徵, 統制, 中籤, 在臺, 更復.
MORE = {
    "traditional": {
        "新征程": "新征程",
        "传统制造": "傳統製造",
        "宣称制造": "宣稱製造",
        "集中签约": "集中簽約",
        "集中签署": "集中簽署",
        "情况下签署": "情況下簽署",
        "见证下签署": "見證下簽署",
        "申请回避": "申請迴避",
        "裁定准许": "裁定准許",
        "原核准": "原核准",
        "军事干预": "軍事干預",
        "在台风": "在颱風",
        "首台风": "首颱風",
        "更复杂": "更複雜",
        "进行复查": "進行複查",
        "已经卷入": "已經捲入",
        "上千只": "上千隻",
        "上万只": "上萬隻",
        "年里约": "年里約",
        # What it has otherwise than in all other words.
        "中俄关系": "中俄關係",
        "合作伙伴": "合作夥伴",
        "战略伙伴": "戰略夥伴",
        "贸易伙伴": "貿易夥伴",
        "市场准入": "市場准入",
        "巡回法庭": "巡迴法庭",
        "显著标志": "顯著標誌",
    },
    "simplified": {"土著": "土著", "藉著": "借着"},
}


def main() -> None:
    """Convert every ideograph and every word, and write the table of each script."""
    for script, (way, charset) in WAYS.items():
        converter = OpenCC(way)
        forms = forms_by(converter)
        words = words_by(converter, script)
        # 显著 is in the script already, and stays: 著 alone would become 着.
        words |= {form: form for form in words.values() if form not in words and by_characters(form, forms) != form}
        others = {word: form for word, form in sorted(words.items()) if form != by_characters(word, forms)}
        own = "".join(char for char in sorted({*forms, *"".join(others)}) if is_in(char, charset))
        table: dict[str, object] = {
            "version": VERSION,
            "opencc": version("opencc"),
            "from": "".join(forms),
            "to": "".join(forms.values()),
            "own": own,
            "words": by_beginning(words),
            "forms": others,
        }
        target = FOLDER / f"{script}.json.xz"
        target.write_bytes(lzma.compress(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()))
        size, different = target.stat().st_size / 1000, len(others)
        print(
            f"{script}: {len(forms)} characters, {len(words)} words, {different} with forms of their own, {size:.0f} KB"
        )


def forms_by(converter: OpenCC) -> dict[str, str]:
    """What becomes of each character that does not stay; nothing becomes of that in turn."""
    found: dict[str, str] = {}
    for char in (chr(code) for first, last in HAN for code in range(first, last + 1)):
        if unicodedata.category(char) == "Cn":
            continue
        form = str(converter.convert(char))
        if form != char and STAYS not in (char, form) and is_as_long(char, form):
            found[char] = form
    for char, form in found.items():
        while found.get(form, form) != form and form != char:
            form = found[form]
        found[char] = form
    return {char: form for char, form in found.items() if form != char}


def words_by(converter: OpenCC, script: str) -> dict[str, str]:
    """What becomes of each word, without those that hold more than letters: these part words from each other."""
    words = {word: str(converter.convert(word)) for name in LISTS[script] for word in listed(name)}
    words |= MORE.get(script, {})
    return {word: form for word, form in sorted(words.items()) if word.isalnum() and is_as_long(word, form)}


def by_characters(word: str, forms: dict[str, str]) -> str:
    """What becomes of a word where each character has the form that it has on its own."""
    return "".join(forms.get(char, char) for char in word)


def listed(name: str) -> Iterator[str]:
    """The words in a dictionary of opencc, which its own program reads."""
    folder = Path(opencc.__file__).parent / "clib"
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / "words.txt"
        ways = ("-f", "ocd2", "-t", "text", "-i", folder / "share" / "opencc" / f"{name}.ocd2", "-o", target)
        subprocess.run([folder / "bin" / "opencc_dict", *ways], check=True)
        for line in target.read_text("utf-8").splitlines():
            yield line.partition("\t")[0]


def by_beginning(words: dict[str, str]) -> dict[str, str]:
    """Words by their first characters: the rests of those that begin with each, parted by spaces."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[0]].append(word[1:])
    return {first: " ".join(each) for first, each in rests.items()}


def is_as_long(text: str, form: str) -> bool:
    """Whether each character takes as many units of UTF-16 in both."""
    return [ord(char) > BEYOND for char in text] == [ord(char) > BEYOND for char in form]


def is_in(char: str, charset: str) -> bool:
    """Whether a charset has a character."""
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
