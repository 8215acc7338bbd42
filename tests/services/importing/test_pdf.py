"""PDF documents: the words in order, without what belongs to the paper."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from services.importing.test_documents import article, marked

Words = tuple[float, float, float, str]  # where they begin, in points from below, their size, and what they say
TEXT = "我市召開會議研究部署下步工作堅持高標定位切實盤活土地資源推動民生工程落到實處讓群眾滿意"
PROSE = "The council met on Monday to discuss the new budget for roads and schools in the whole district of the town."


def pdf(*pages: Iterable[Words] | str, more: str = "", turned: int = 0) -> bytes:
    """A document with words in one of two fonts: of one width each, so that lines can be laid out."""
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        4: "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[5 0 R]>>",
        5: "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 6 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
        6: "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/Ascent 880/Descent -120/CapHeight 880/StemV 93"
        "/ItalicAngle 0/FontBBox[0 -120 1000 880]>>",
        7: f"<</Producer(test){more}>>",
    }
    kids = []
    for words in pages:
        content = words if isinstance(words, str) else "".join(map(shown, words))
        if turned:
            content = f"q 0 1 -1 0 595 0 cm {content} Q"
        number = len(objects) + 2
        objects[number] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
        size = "[0 0 595 842]"
        objects[number + 1] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox{size}/Rotate {turned}/Contents {number} 0 R"
            "/Resources<</Font<</L 3 0 R/C 4 0 R>>>>>>"
        )
        kids.append(f"{number + 1} 0 R")
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    made, places = "%PDF-1.4\n", {}
    for number in sorted(objects):
        places[number] = len(made)
        made += f"{number} 0 obj{objects[number]}endobj\n"
    rows = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    made += f"xref\n0 1\n0000000000 65535 f \n{rows}trailer<</Root 1 0 R/Info 7 0 R/Size 99>>\nstartxref\n"
    return f"{made}{made.index('xref')}\n%%EOF".encode("latin-1")


def shown(words: Words) -> str:
    """Words as an instruction of a page."""
    x, y, size, text = words
    if text.isascii():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /L {size} Tf {x} {y} Td ({escaped}) Tj ET\n"
    return f"BT /C {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def lines(text: str, width: int, x: float = 60, y: float = 760, size: float = 10, indent: int = 0) -> list[Words]:
    """A paragraph broken into lines of so many characters, the first one indented by so many."""
    latin = text.isascii()
    step = size * (0.6 if latin else 1)
    broken = []
    rest = text
    first = indent
    while rest:
        end = width - first
        if latin and len(rest) > end:
            end = rest.rfind(" ", 0, end + 1)
        broken.append((x + first * step, y - 15 * len(broken), size, rest[:end].rstrip()))
        rest, first = rest[end:].lstrip(), 0
    return broken


def texts(draft: Draft) -> list[str]:
    """The paragraphs."""
    return draft.text.split("\n")


def test_lines_are_joined_and_indents_part_paragraphs() -> None:
    first = lines(f"{TEXT}。{TEXT}。", 30, indent=2)
    second = lines(f"{TEXT}。", 30, y=first[-1][1] - 15, indent=2)
    draft = article("a.pdf", pdf([*first, *second]))
    assert texts(draft) == [f"{TEXT}。{TEXT}。", f"{TEXT}。"]


def test_latin_lines_are_joined_with_spaces_and_parted_words_made_whole() -> None:
    first = lines(PROSE, 52)
    second = lines(f"They spoke at length of many kinds of public trans- portation. {PROSE}", 52, y=first[-1][1] - 30)
    draft = article("a.pdf", pdf([*first, *second]))
    assert texts(draft) == [PROSE, f"They spoke at length of many kinds of public transportation. {PROSE}"]


def test_a_line_in_a_slightly_smaller_font_belongs_to_its_paragraph() -> None:
    first, second, *rest = lines(PROSE, 40)
    draft = article("a.pdf", pdf([first, (*second[:2], 9, second[3]), *rest]))
    assert texts(draft) == [PROSE]


def test_a_paragraph_goes_on_with_the_next_page_but_heads_and_numbers_do_not() -> None:
    whole = "".join(TEXT[at * at * at % 41] for at in range(22 * 12 - 2))  # no two lines alike
    broken = lines(whole, 22, indent=2)
    pages = []
    for number in range(3):
        page = [(60, 800, 8, "臨海市政府公報"), (300, 30, 8, f"- {number + 1} -")]
        page += [(x, 740 - 15 * row, size, text) for row, (x, _, size, text) in enumerate(broken[4 * number :][:4])]
        pages.append(page)
    draft = article("a.pdf", pdf(*pages))
    assert texts(draft) == [whole]
    assert [line.text for line in draft.left_out] == ["臨海市政府公報"]


def test_notes_at_the_foot_of_a_page_do_not_part_a_paragraph() -> None:
    whole = "".join(TEXT[at * at * at % 41] for at in range(300))
    broken = lines(whole, 30, y=700)
    note = (60, 60, 8, "1 註文在此。")
    pages = [[*broken[:6], note], [(x, y + 90, size, text) for x, y, size, text in broken[6:]]]
    assert texts(article("a.pdf", pdf(*pages))) == [whole, note[3]]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = lines(f"{TEXT}。" * 4, 20), lines(f"次{TEXT}。" * 4, 20, x=320)
    one = article("a.pdf", pdf([*left, *right]))
    assert texts(one) == [f"{TEXT}。" * 4 + f"次{TEXT}。" * 4] or texts(one) == [f"{TEXT}。" * 4, f"次{TEXT}。" * 4]
    across = article("a.pdf", pdf([words for pair in zip(left, right, strict=False) for words in pair]))
    assert across.text.replace("\n", "").startswith(f"{TEXT}。{TEXT}。")


def test_large_words_are_title_and_headings() -> None:
    page = [(60, 780, 22, "臨海市開會部署"), (60, 752, 22, "民生工程"), *lines(f"{TEXT}。" * 6, 40, y=720)]
    page += [(60, 600, 14, "一、基本情況"), *lines(f"{TEXT}。" * 6, 40, y=570)]
    draft = article("a.pdf", pdf(page))
    assert draft.title == "臨海市開會部署民生工程"
    assert marked(draft, "heading") == [("一、基本情況", "2")]


def test_rows_of_a_table_keep_their_cells() -> None:
    table = [(x, 700 - 15 * row, 10, f"{name}{row}") for row in range(3) for x, name in ((60, "指標"), (300, "數值"))]
    draft = article("a.pdf", pdf([*lines(f"{TEXT}。", 40), *table, *lines(f"{TEXT}。", 40, y=600)]))
    assert marked(draft, "row") == [(f"指標{row}\t數值{row}", "") for row in range(3)]


def test_radicals_become_the_words_they_look_like() -> None:
    draft = article("a.pdf", pdf([(60, 700, 10, "⼀位⻓沙的⼈⼤代表说⻰湖的用⼾很多，这个时候国家来说。")]))
    assert draft.text == "一位长沙的人大代表说龙湖的用户很多，这个时候国家来说。"


def test_pages_that_lie_on_their_side_are_read() -> None:
    page = [*lines(PROSE, 60, y=500), (60, 300, 10, "The next one.")]  # in a font that every system has
    assert texts(article("a.pdf", pdf(page, turned=90))) == [PROSE, "The next one."]


def test_a_printed_page_has_its_fields_and_its_address() -> None:
    around = ["首頁 新聞 財經", "市委召開會議部署工作", "2020-03-04 17:24 來源：臨海在線", "A+A- |舉報糾錯"]
    page = [(60, 780 - 30 * number, 10, line) for number, line in enumerate(around)]
    page += [*lines(f"{TEXT}，{TEXT}。" * 3, 40, y=640), (60, 480, 10, "相關新聞"), (60, 450, 10, "別的標題")]
    page.append((30, 15, 8, "https://example.org/a/1.html                    1/1"))
    draft = article("a.pdf", pdf(page))
    assert texts(draft) == ["市委召開會議部署工作", f"{TEXT}，{TEXT}。" * 3]
    assert (draft.source, draft.published) == ("臨海在線", "2020-03-04T17:24")
    assert draft.url == "https://example.org/a/1.html"
    assert draft.original.method == "plain text"


def test_what_the_file_declares_counts_where_the_text_agrees() -> None:
    page = [*lines("A short title of this text", 60), *lines(PROSE, 60, y=700)]
    declared = "/Title(A short title of this text)/Author(Lin Xiaowen)/CreationDate(D:20200304172400+08'00')"
    draft = article("a.pdf", pdf(page, more=declared))
    assert (draft.title, draft.author) == ("A short title of this text", "Lin Xiaowen")
    assert (draft.published, draft.attributes) == ("", (("Created", "2020-03-04T17:24:00"),))
    assert article("a.pdf", pdf(page, more="/Title(Microsoft Word - x.doc)")).title != "Microsoft Word - x.doc"


def test_pages_without_text_are_refused_or_told() -> None:
    picture = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"
    with pytest.raises(ImportFailed) as refused:
        article("a.pdf", pdf(picture, picture))
    assert refused.value.kind == "scanned"
    assert article("a.pdf", pdf(picture, [(60, 700, 10, PROSE)])).warnings == ("text-incomplete",)
    assert article("a.pdf", pdf("", [(60, 700, 10, PROSE)])).warnings == ()


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", pdf([(60, 700, 10, "text")])[:300]])
def test_damaged_ones_are_refused(data: bytes) -> None:
    with pytest.raises(ImportFailed) as refused:
        article("a.pdf", data)
    assert refused.value.kind == "damaged"
