"""Words of Chinese, Japanese and Latin text, as a dictionary has them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QLibraryInfo

from reader import word_breaks
from unicode_texts import texts

FOLDER = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("推动高质量发展", ["推动", "高", "质量", "发展"]),
        ("強調提升境界", ["強調", "提升", "境界"]),
        ("😀民生 and words", ["😀", "民生", " ", "and", " ", "words"]),
    ],
)
def test_words_are_told_apart(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in word_breaks.words(text, FOLDER)] == wanted


@given(texts)
@settings(max_examples=100)
def test_the_parts_of_any_text_are_all_of_it(text: str) -> None:
    parts = word_breaks.words(text, FOLDER)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(start < end for start, end in parts)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a library of their own")
def test_without_a_library_there_are_no_words(tmp_path: Path) -> None:
    assert word_breaks.words("民生", tmp_path) == []
