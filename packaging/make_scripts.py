"""Write resources/data/scripts.json: the simplified and the traditional form of each character that has one.

Needs opencc (Apache-2.0), here only. Each character is taken on its own, never in context, so that a text shown in the
other script has the same positions; pairs of which one takes two units of UTF-16 and the other one are left out for
that. Traditional forms are those of Taiwan, which the fonts have.
"""

from __future__ import annotations

import json
import unicodedata
from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC

TARGET = Path(__file__).parent.parent / "resources" / "data" / "scripts.json"
VERSION = 1  # of what comes out
HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
BEYOND = 0xFFFF  # above it a character takes two units of UTF-16
WAYS = {"simplified": ("t2s", "gb2312"), "traditional": ("s2tw", "big5")}  # and what holds the characters of each


def main() -> None:
    """Convert every ideograph and write the table."""
    table: dict[str, object] = {"version": VERSION, "opencc": version("opencc")}
    for script, (way, charset) in WAYS.items():
        forms = forms_by(OpenCC(way))
        own = "".join(char for char in forms if is_in(char, charset))
        table[script] = {"from": "".join(forms), "to": "".join(forms.values()), "own": own}
        print(f"{script}: {len(forms)} characters, {len(own)} of which the script has itself")
    TARGET.write_text(json.dumps(table, ensure_ascii=False), "utf-8")
    print(f"{TARGET.stat().st_size / 1000:.0f} KB")


def forms_by(converter: OpenCC) -> dict[str, str]:
    """What becomes of each character that does not stay; nothing becomes of that in turn."""
    found: dict[str, str] = {}
    for char in (chr(code) for first, last in HAN for code in range(first, last + 1)):
        if unicodedata.category(char) == "Cn":
            continue
        form = str(converter.convert(char))
        if form != char and len(form) == 1 and (ord(form) > BEYOND) == (ord(char) > BEYOND):
            found[char] = form
    for char, form in found.items():
        while found.get(form, form) != form and form != char:
            form = found[form]
        found[char] = form
    return {char: form for char, form in found.items() if form != char}


def is_in(char: str, charset: str) -> bool:
    """Whether a charset has a character."""
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
