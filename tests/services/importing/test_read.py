"""Whatever a file holds, it becomes a sound draft or is refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.domain.article import WARNINGS, Draft, printed
from reader.domain.errors import ImportFailed
from reader.domain.text import clean
from reader.services.importing.drafts import language_of
from reader.services.importing.read import is_markup, read

PROSE = "我市召開會議，研究部署下步工作，堅持高標定位、爭創一流，切實盤活土地資源。"
PIECES = [
    *(
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "　　",
        "\t",
        "\ufeff",
        "\u2028",
        "\U00020bb7",
        "e\u0301",
        "\u202e",
        "\xa0",
    ),
    *(
        "2024年5月6日 09:12",
        "2020-13-45",
        "來源：臨海在線",
        "作者：林小文",
        "責任編輯：吳小雨",
        "A+A- |舉報糾錯",
        "相關新聞",
        "。",
    ),
    *(
        "我市召開會議，研究部署下步工作，堅持高標定位、爭創一流，切實盤活土地資源。",
        "一個標題",
        "術(shù)",
        "長（zhǎng）",
        "會(huì)",
        "區(qū)",
    ),
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "<a href='https://x.y/'>",
        "</a>",
        "<br>",
        "<ul><li>",
        "</ul>",
        "<blockquote>",
    ),
    *(
        "<table><tr><td>",
        "<td>",
        "</tr>",
        "</table>",
        "<h1>",
        "</h1>",
        "<pre>",
        "</pre>",
        "<img alt='圖' src='http://x'>",
    ),
    *(
        "<img src='data:image/png;base64,AAAA'>",
        "<script>x</script>",
        "<!-- ",
        "-->",
        "&amp;",
        "&#0;",
        "&#xD800;",
        "&nbsp;",
    ),
    *(
        "<div hidden>",
        "</div>",
        "<title>一個標題_站</title>",
        "<meta name=author content='甲'>",
        "<form>",
        "<html><body>",
        "</html>",
    ),
]
PARTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)
TEXTS = st.tuples(st.sampled_from(["", "", "<html><body>", "<!doctype html><body><p>" + PROSE]), PARTS).map("".join)


def assert_sound(draft: Draft) -> None:
    assert draft.text.strip() and draft.text == clean(draft.text) and not draft.text.endswith("\n")
    titles = [mark for mark in draft.marks if mark.kind == "title"]
    assert draft.title == (draft.text[: titles[0].end] if titles else "")
    assert len(titles) <= 1 and all(mark.start == 0 for mark in titles)
    assert draft.title == "" or draft.text == draft.title or draft.text[len(draft.title)] == "\n"
    assert "\n" not in draft.title
    for mark in draft.marks:
        assert 0 <= mark.start < mark.end <= len(draft.text)
        if mark.kind == "image":
            assert draft.text[mark.start : mark.end] == "\ufffc"
            assert mark.value.startswith("?") or int(mark.value) < len(draft.images)
        else:
            assert draft.text[mark.start : mark.end].strip()
    assert list(draft.glosses) == sorted(draft.glosses)
    assert all(0 < gloss.position <= len(draft.text) for gloss in draft.glosses)
    assert len(printed(draft.text, draft.glosses)) == len(draft.text) + sum(len(each.text) for each in draft.glosses)
    for field in (draft.source, draft.author, draft.editor, draft.published, draft.url, draft.language):
        assert "\n" not in field and field == clean(field).strip()
    assert set(draft.warnings) <= set(WARNINGS)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "gb18030"]))
@example("<p>a\x00b&#0;c&#xD800;d</p>", "utf-8")
def test_any_text_or_markup_becomes_a_sound_draft_or_is_refused(text: str, encoding: str) -> None:
    data = text.encode(encoding, "surrogatepass" if encoding != "gb18030" else "replace")
    try:
        draft = read(data, "a.txt")
    except ImportFailed as refused:
        assert str(refused).startswith("a.txt") and str(refused).endswith(".")
        return
    assert_sound(draft)
    assert draft.original.data == data


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_become_a_sound_draft_or_are_refused(data: bytes) -> None:
    try:
        assert_sound(read(data, "a.txt"))
    except ImportFailed as refused:
        assert str(refused).startswith("a.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n....", "is a PNG picture, which Reader cannot import"),
        (b"\xff\xd8\xff\xe0....", "is a JPEG picture"),
        (b"%PDF-1.7", "is a PDF document"),
        (b"PK\x03\x04....", "is a ZIP archive or an office document"),
        (b"\xd0\xcf\x11\xe0....", "is an old office document"),
        (b"SQLite format 3\x00....", "is a database"),
        (b"\x1f\x8b\x08\x00....", "is a compressed file"),
        (b"\x1f\x8b\x08 cut", "is a compressed file"),
        (b"\x7fELF....", "is a program"),
        (b"MZ\x90\x00\x03\x00", "is a program"),
        (b"{\\rtf1 x}", "is an RTF document"),
        (b"\x00\x01\x02\x03" * 50, "is not a text file"),
        (bytes(range(1, 32)) * 9, "is not a text file"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    with pytest.raises(ImportFailed, match=words):
        read(data, "a.txt")


@pytest.mark.parametrize("data", [b"\0\0\0", b"<", b" ?\n-- ", b"\xff\xfe\xff"])
def test_what_says_nothing_is_no_article(data: bytes) -> None:
    with pytest.raises(ImportFailed) as refused:
        read(data, "a.txt")
    assert refused.value.kind == "blank-file"


def test_words_that_only_begin_like_a_program_are_text() -> None:
    assert read(b"MZ is a pair of letters.\nGIF is another.", "a.txt").text.startswith("MZ is")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n\n <html lang=zh>", True),
        ("<p>a</p>", True),
        ("words <p>a</p> <p>b</p> <div>c</div><p>d", True),
        ("a < b and b > c", False),
        ("<他>說", False),
        ("", False),
    ],
)
def test_markup_is_told_from_text(text: str, wanted: bool) -> None:
    assert is_markup(text.encode(), text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("臨海市召開會議，研究部署下步工作。", "zh-Hant"),
        ("临海市召开会议，研究部署下步工作。", "zh-Hans"),
        ("六日、新館が試験開館し、三千人余りが訪れた。", "ja"),
        ("도서관이 문을 열었다", "ko"),
        ("The library of the city is open to all.", "en"),
        ("Die Bücherei öffnete am Montag.", ""),
        ("", ""),
    ],
)
def test_the_language_is_known_by_its_characters(text: str, wanted: str) -> None:
    assert language_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "page"), [("字" * 10_000_001, False), ("字\n" * 250_001, False), ("字\n" * 250_001, True)]
)
def test_what_is_too_long_for_an_article_is_refused(text: str, page: bool) -> None:
    name = "a.html" if page else "a.txt"
    raw = f"<html><body><article><p>{text.replace(chr(10), '<p>')}" if page else text
    with pytest.raises(ImportFailed, match=r"^a\.\w+ is too long for one article, .*10,000,000 .*250,000 ") as refused:
        read(raw.encode(), name)
    assert refused.value.kind == "too-long"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"hello\0world title\n\nthis is text\x01\x02 and more ", "hello\ufffdworld title"),
        ("我市召開會議\n\0第一段說的是民生問題。".encode("gb18030"), "\ufffd第一段說的是民生問題。"),
        ("我市召開會議\n\0第一段說的是民生問題。".encode(), "\ufffd第一段說的是民生問題。"),
        ("我市召開會議\n第一段說的是民生問題。".encode("utf-16-le"), "第一段說的是民生問題。"),
        ("Council meets\nIt spoke about roads.".encode("utf-16-be"), "It spoke about roads."),
    ],
)
def test_a_stray_nul_is_a_lost_character_and_no_other_encoding(data: bytes, text: str) -> None:
    assert text in read(data, "a.txt").text


def test_marks_that_turn_the_direction_are_kept_in_the_text_only() -> None:
    said = "臨海市\u202e召開\u2066會議"
    page = (
        f"<html><head><title>{said}</title><meta name=author content='林\u202e曉'></head><h1>{said}</h1><p>{said}。" * 3
    )
    text = f"{said}\n來源：海濱\u202e日報\n{said}，研究部署下步工作，堅持高標定位、爭創一流。"
    for draft in (read(page.encode(), "a.html"), read(text.encode(), "a.txt")):
        assert draft.title == "臨海市召開會議" and said in draft.text
        assert "\u202e" not in draft.author + draft.source
