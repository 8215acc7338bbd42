"""The ways in which a file can be read, in words: encodings by the scripts they are for, and methods."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# The commonest for each script; any other can be typed.
ENCODINGS: tuple[tuple[str, str], ...] = (
    ("utf-8", str(QT_TRANSLATE_NOOP("Ways", "UTF-8 (all scripts)"))),
    ("gb18030", str(QT_TRANSLATE_NOOP("Ways", "GB18030 (simplified Chinese; also GBK, GB2312)"))),
    ("big5hkscs", str(QT_TRANSLATE_NOOP("Ways", "Big5 (traditional Chinese)"))),
    ("utf-16", str(QT_TRANSLATE_NOOP("Ways", "UTF-16 (all scripts)"))),
    ("cp932", str(QT_TRANSLATE_NOOP("Ways", "Shift_JIS (Japanese)"))),
    ("euc_jp", str(QT_TRANSLATE_NOOP("Ways", "EUC-JP (Japanese)"))),
    ("cp949", str(QT_TRANSLATE_NOOP("Ways", "EUC-KR (Korean)"))),
    ("cp1252", str(QT_TRANSLATE_NOOP("Ways", "Windows-1252 (Western European)"))),
    ("cp1250", str(QT_TRANSLATE_NOOP("Ways", "Windows-1250 (Central European)"))),
    ("cp1251", str(QT_TRANSLATE_NOOP("Ways", "Windows-1251 (Cyrillic)"))),
)
METHODS: dict[str, str] = {
    "own rules": str(QT_TRANSLATE_NOOP("Ways", "web page: Reader's own rules")),
    "readability": str(QT_TRANSLATE_NOOP("Ways", "web page: readability")),
    "trafilatura": str(QT_TRANSLATE_NOOP("Ways", "web page: trafilatura")),
    "whole page": str(QT_TRANSLATE_NOOP("Ways", "web page: all of its text")),
    "description": str(QT_TRANSLATE_NOOP("Ways", "web page: only its description")),
    "web page": str(QT_TRANSLATE_NOOP("Ways", "web page")),
    "plain text": str(QT_TRANSLATE_NOOP("Ways", "the article in the text")),
    "whole text": str(QT_TRANSLATE_NOOP("Ways", "all of the text")),
    "document": str(QT_TRANSLATE_NOOP("Ways", "document: all of it")),
    "row of a table": str(QT_TRANSLATE_NOOP("Ways", "row of a table")),
    "item of a feed": str(QT_TRANSLATE_NOOP("Ways", "item of a feed")),
    "pasted": str(QT_TRANSLATE_NOOP("Ways", "pasted")),
}


def method_words(method: str) -> str:
    """A method in the language of the window; one that is not known here as it is called."""
    return QCoreApplication.translate("Ways", METHODS[method]) if method in METHODS else method


def encodings() -> list[tuple[str, str]]:
    """The names of common encodings, each with words for it."""
    return [(name, QCoreApplication.translate("Ways", words)) for name, words in ENCODINGS]
