"""The clause, the sentence and the paragraph around a place."""

from __future__ import annotations

import pytest

from reader.domain.highlight import Span
from reader.domain.sentences import clause_around, grown, paragraph_around, sentence_around

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


@pytest.mark.parametrize(
    "marked",
    [
        "He said: “It is over.”| The next day he left.| Then (at noon.)| She came.| ‘No.’| Why?",
        'He said: "It is over."| The next "day" he left.| 他说："走吧！"|她走了。|"好的，"他想。',
        "Er sagte: „Es ist vorbei.“| Dann ging er.| »Nein.«| Ja.| 他走了。|“好的。”|他说。|‘嗯’，她想。",
        "« Bonjour. »| Il dit : « Quoi\u202f?\u00a0» et « Ah ! ».| « Un.| Deux. »| « Trois\u202f? » dit-il.| Oui.",
        "“Really?” he asked.| Well… he knew... nothing.| Wait...| iPhone sales rose.",
        "The U.S. economy grew 3.5 per cent.| It fell in the U.S.| The end.| I didn’t.| Now go.",
        "Mr. Smith of Apple Inc. in Roe v. Wade met J. K. Rowling, e.g. on p. 7.| No. 5 is Dec. 3.| Next.",
        "1. First point.| 2. Second point.| A. Third.| IV. At 50 km/h.| The end.",
        "See https://a.com/x?id=1&b=2.html for 2.0.1.| It is 2026.11.27 or 2026. 11. 27 now.",
        "《怎么办？》是一本书。|“想是什么？”，一起来。|他喊“走！”——英国媒体。|（他走了。）|还有。",
        "——他来了。|——她走了！|——真的？|——嗯。|“走。”——他喊。|学而时习之，不亦说乎？——《论语》\n|他——走了。|还有——没了",
        "Am 3. Oktober 1990 kam er.| Im 19. Jahrhundert.| Der 1. FC Köln kam am 4. August 2020.| Es sind 19.| Ja.",
        "I am 19.| April is here.| On page 3.| Next.| Ende des 18. Jahrhunderts wohnte er in Nr. 3.| Dort blieb er.",
        "约翰.史密斯来了．|共３．１４倍。|走吧!|快走!|OK!|甲……|乙｡|丙. |丁",
    ],
)
def test_a_text_falls_into_its_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    start = 0
    for part in marked.split("|"):
        for at in range(start + len(part) - len(part.lstrip()), start + len(part.rstrip())):
            found = sentence_around(text, at)
            assert found is not None and found.of(text) == part.strip()
        start += len(part)


def test_there_is_none_on_punctuation_in_an_empty_paragraph_and_behind_the_text() -> None:
    assert clause_around(TEXT, TEXT.index("：")) is None
    assert paragraph_around(TEXT, TEXT.index("\n\n") + 1) is None
    assert clause_around(TEXT, len(TEXT)) is None and sentence_around(TEXT, len(TEXT)) is None
    assert paragraph_around("", 0) is None


def test_a_span_grows_to_whole_sentences_or_paragraphs_at_both_of_its_ends() -> None:
    text = "标题\n一句。他说，好。末句。\n第二段。"
    inside = Span(text.index("说"), text.index("末"))
    assert grown(text, inside, sentence_around).of(text) == "他说，好。"
    assert grown(text, Span(inside.start, inside.end + 1), sentence_around).of(text) == "他说，好。末句。"
    assert grown(text, inside, paragraph_around).of(text) == "一句。他说，好。末句。"
    over = Span(text.index("题"), text.index("二"))
    assert grown(text, over, paragraph_around).of(text) == text
    whole = grown(text, inside, sentence_around)
    assert grown(text, whole, sentence_around) == whole
