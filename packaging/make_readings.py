"""Write resources/data/readings.txt: the dictionary by which pinyin glosses are recognised, and tags found by pinyin.

Needs pypinyin (MIT, readings of each character) and opencc (Apache-2.0, simplified forms), and a sample of
news text as argument, whose commonest 1,500 characters become the first line. Each further line:
character, its simplified form if another, and its readings, parted by tabs; in the order of code points.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from pathlib import Path

from opencc import OpenCC
from pypinyin.constants import PINYIN_DICT

TARGET = Path(__file__).parent.parent / "resources" / "data" / "readings.txt"
RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF))
COMMON = 1500


def main(corpus: Path) -> None:
    """Count the corpus (JSON lines with a "text", .xz) and write the table."""
    counts: Counter[str] = Counter()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number >= 20_000:
                break
            counts.update(char for char in json.loads(line)["text"] if "\u4e00" <= char <= "\u9fff")
    convert = OpenCC("t2s").convert
    rows = ["".join(char for char, _ in counts.most_common(COMMON))]
    for point, readings in sorted(PINYIN_DICT.items()):
        if not any(first <= point <= last for first, last in RANGES):
            continue
        char = chr(point)
        simplified = convert(char)
        rows.append(f"{char}\t{simplified if simplified != char else ''}\t{readings}")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
