"""Write resources/data/radicals.txt: for each radical and stroke of CJK the ideograph that looks the same.

Fonts draw both with one glyph, so that text taken out of a PDF has radicals among its words, which no search finds.
The property is Unicode's Equivalent_Unified_Ideograph (Unicode licence), of which NFKC knows two thirds. Python
does not have it; Perl 5.28 and later does, with the same meaning for all versions. Each line: radical, ideograph.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "data" / "radicals.txt"
ASK = r"""
    use Unicode::UCD "charprop";
    for my $point (0x2E80 .. 0x2FDF, 0x31C0 .. 0x31EF) {
        my $found = charprop($point, "Equivalent_Unified_Ideograph");
        printf "%X %X\n", $point, ord $found if length $found;
    }
"""


def main() -> None:
    """Ask Perl and write the table."""
    told = subprocess.check_output(["perl", "-C", "-e", ASK], text=True)
    pairs = ((int(point, 16) for point in line.split()) for line in told.splitlines())
    TARGET.write_text("".join("{}{}\n".format(*map(chr, pair)) for pair in pairs), "utf-8")


if __name__ == "__main__":
    main()
