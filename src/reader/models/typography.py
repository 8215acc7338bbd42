"""How text is set: sizes, fonts by script, and what is measured of a font."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QTextLayout

SIZES = (8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 22, 24, 28, 32, 36, 42, 48, 60, 72)  # points
SERIF = {
    "zh-Hant": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "ja": ("Noto Serif CJK JP", "Source Han Serif JP", "Hiragino Mincho ProN", "MS Mincho"),
    "ko": ("Noto Serif CJK KR", "Source Han Serif KR", "Batang"),
    "zh-Hans": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
}
SANS = {
    "zh-Hant": ("Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "ja": ("Noto Sans CJK JP", "Source Han Sans JP", "Hiragino Sans", "Yu Gothic"),
    "ko": ("Noto Sans CJK KR", "Source Han Sans KR", "Malgun Gothic"),
    "zh-Hans": ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
}

VARIANTS = {"zh-Hant": "TC", "ja": "JP", "ko": "KR", "zh-Hans": "SC"}  # how the names of regional families end
LATIN_SERIF = ("Noto Serif", "Source Serif 4", "Georgia", "Liberation Serif", "DejaVu Serif", "Times New Roman")
RUBY_HEIGHT = 2.0  # times the size, the least distance of lines with readings above them


@dataclass(frozen=True, slots=True)
class Typography:
    """How text is set: points, line height in times the size, Han paragraphs indented by two characters or not.

    `measure` is the width of the column in Han characters (Latin text: as many times two). `line_height` 0 means
    1.7 for Han text, 1.5 for Latin. `family` is "serif", "sans" or the name of a font. `glosses` are "hidden", above
    the characters ("ruby") or behind them in brackets ("printed"); `script` is one of `domain.scripts`, or "published".
    """

    size: float = 14.0
    family: str = "serif"
    line_height: float = 0.0
    indent: bool = True
    measure: int = 38
    justified: bool = False
    glosses: str = "hidden"
    script: str = "published"
    tag_names: bool = True  # in the margin, where there is room

    def larger(self) -> Typography:
        """The next size up."""
        return replace(self, size=next((size for size in SIZES if size > self.size), SIZES[-1]))

    def smaller(self) -> Typography:
        """The next size down."""
        return replace(self, size=next((size for size in SIZES[::-1] if size < self.size), SIZES[0]))


def families(typography: Typography, language: str) -> list[str]:
    """The fonts to try in order, of the article's script first."""
    script = language if language in SERIF else "zh-Hans"
    if typography.family == "sans":
        wanted = SANS[script]
    elif typography.family == "serif":
        wanted = SERIF[script] + (SANS[script] if language in SERIF else LATIN_SERIF)
    else:
        wanted = (_variant(typography.family, VARIANTS[script]), typography.family, *SERIF[script])
    return list(dict.fromkeys((*wanted, *SANS["zh-Hans"])))  # at last what the fallback font is called


def choices() -> list[tuple[str, str]]:
    """What fonts of this machine are called, and their families: those with Chinese characters first.

    The regional variants of a family are one choice, as the article decides between them.
    """
    system, han = QFontDatabase.WritingSystem, set[str]()
    for each in (system.SimplifiedChinese, system.TraditionalChinese):
        han.update(QFontDatabase.families(each))
    symbols = set(QFontDatabase.families(system.Symbol))  # some of them claim to have letters, too
    readable = sorted(han, key=str.casefold) + QFontDatabase.families(system.Latin)
    found: dict[str, str] = {}
    for family in readable:
        if family not in symbols and not family.startswith(".") and not QFontDatabase.isPrivateFamily(family):
            found.setdefault(_variant(family, "").partition(" [")[0], family)  # in brackets: who made it
    return list(found.items())


def _variant(family: str, ending: str) -> str:
    """The family with this ending in place of that of a region, if it has one."""
    stem, _, last = family.rpartition(" ")
    return f"{stem} {ending}".rstrip() if stem and last in {*VARIANTS.values(), "HK"} else family


def font_for(typography: Typography, language: str) -> QFont:
    """The font of an article's text."""
    font = QFont()
    installed = set(QFontDatabase.families())
    font.setFamilies([name for name in families(typography, language) if name in installed] or font.families())
    font.setPointSizeF(typography.size)
    font.setFeature(QFont.Tag("locl"), 0)  # the article's script decides the shapes, not the language of the window
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class Line(NamedTuple):
    """How far a line's characters reach above and below the line they stand on, px."""

    ascent: float
    descent: float


def line_of(font: QFont, char: str) -> Line:
    """A line with this character. Its leading is the font's own, or that of the one that stands in for it."""
    layout = QTextLayout(char, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1000)
    layout.endLayout()
    return Line(line.ascent(), line.descent())


def heavy(font: QFont) -> QFont.Weight:
    """Semibold, or bold for a font that has no semibold face: Qt would show the regular one."""
    family = QFontInfo(font).family()
    weights = {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)}
    return QFont.Weight.DemiBold if QFont.Weight.DemiBold.value in weights else QFont.Weight.Bold


def nearest(size: float) -> float:
    """The step of the text sizes that is nearest to a size in points."""
    at = min(len(SIZES) - 1, bisect_left(SIZES, size))
    return float(min(SIZES[max(0, at - 1) : at + 1], key=lambda step: abs(step - size)))
