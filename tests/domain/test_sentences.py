"""The clause, the sentence and the paragraph around a place."""

from __future__ import annotations

import pytest

from reader.domain.sentences import clause_around, paragraph_around, sentence_around

TEXT = "标题\n\u3000\u3000他说：“好，我们去。”她走了！Prices rose 3.5 percent. Then fell.\n\n  末段  "


@pytest.mark.parametrize(
    ("at", "clause", "sentence", "paragraph"),
    [
        ("标", "标题", "标题", "标题"),
        ("好", "好", "他说：“好，我们去。”", 2),
        ("去", "我们去", "他说：“好，我们去。”", 2),
        ("走", "她走了", "她走了！", 2),
        ("rose", "rose", "Prices rose 3.5 percent.", 2),
        ("fell", "fell.", "Then fell.", 2),
        ("末", "末段", "末段", "末段"),
    ],
)
def test_what_is_around_a_place(at: str, clause: str, sentence: str, paragraph: str | int) -> None:
    place = TEXT.index(at)
    wanted = TEXT.split("\n")[1].strip() if paragraph == 2 else paragraph
    for around, expected in ((clause_around, clause), (sentence_around, sentence), (paragraph_around, wanted)):
        found = around(TEXT, place)
        assert found is not None and found.of(TEXT).strip() == expected, around.__name__
        assert found.start <= place < found.end


def test_there_is_none_on_punctuation_in_an_empty_paragraph_and_behind_the_text() -> None:
    assert clause_around(TEXT, TEXT.index("：")) is None
    assert paragraph_around(TEXT, TEXT.index("\n\n") + 1) is None
    assert clause_around(TEXT, len(TEXT)) is None and sentence_around(TEXT, len(TEXT)) is None
    assert paragraph_around("", 0) is None
