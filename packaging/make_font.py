"""Make resources/fonts/fallback.otf.xz: the characters of GB2312 and Big5 from Noto Sans CJK SC (SIL OFL 1.1).

Shown where the system has no font with Chinese characters, which would be empty boxes. Needs fonttools:

    python packaging/make_font.py NotoSansCJK-Regular.ttc
"""

from __future__ import annotations

import lzma
import subprocess
import sys
import tempfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "fallback.otf.xz"
FACE = 2  # of the collection: SC
RANGES = ((0x20, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x2460, 0x25FF), (0x3000, 0x312F))
FULL_WIDTH = (0xFF00, 0xFFEF)


def characters() -> list[int]:
    """The code points to keep."""
    kept = {point for first, last in (*RANGES, FULL_WIDTH) for point in range(first, last + 1)}
    for encoding in ("gb2312", "big5"):
        for high in range(0x81, 0xFF):
            for low in range(0x40, 0xFF):
                try:
                    kept.add(ord(bytes((high, low)).decode(encoding)))
                except (UnicodeDecodeError, TypeError):
                    continue
    return sorted(kept)


def main(arguments: list[str]) -> int:
    """Run fonttools' subsetter, and pack what it makes; its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        made, listed = Path(folder, "fallback.otf"), Path(folder, "points.txt")
        listed.write_text(",".join(f"U+{point:X}" for point in characters()))
        # Without subroutines it is as small once it is packed, and quicker to read.
        options = ["--layout-features=*", "--no-hinting", "--desubroutinize", "--name-IDs=*"]
        source = [arguments[0], f"--font-number={FACE}", f"--unicodes-file={listed}", f"--output-file={made}"]
        code = subprocess.call([sys.executable, "-m", "fontTools.subset", *source, *options])
        if code == 0:
            TARGET.write_bytes(lzma.compress(made.read_bytes(), preset=9 | lzma.PRESET_EXTREME))
        return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
