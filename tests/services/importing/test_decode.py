"""From bytes to characters: each encoding Chinese pages are found in, and what is damaged."""

from __future__ import annotations

import codecs
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reader.domain import characters
from reader.domain.errors import ImportFailed
from reader.domain.text import clean
from reader.services.importing.decode import decode

TRADITIONAL = "臨海市召開會議，研究部署下步工作。會議強調，要堅持高標定位、爭創一流，切實盤活土地資源。\n" * 3
SIMPLIFIED = "临海市召开会议，研究部署下步工作。会议强调，要坚持高标定位、争创一流，切实盘活土地资源。\n" * 3


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "utf-8-sig", "utf-8"),
        (TRADITIONAL, "utf-16", "utf-16-le"),
        (TRADITIONAL, "utf-16-le", "utf-16-le"),
        (TRADITIONAL, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "utf-32", "utf-32-le"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL + "𠝹雪糕嘅老字號", "big5hkscs", "big5hkscs"),
        (SIMPLIFIED + "㑇家窪、𬸪山", "gb18030", "gb18030"),
        ("Plain words, and nothing else.\n", "ascii", "utf-8"),
    ],
)
def test_an_encoding_is_recognised_and_nothing_lost(text: str, codec: str, named: str) -> None:
    found = decode(text.encode(codec))
    assert (clean(found.text), found.encoding, found.lossy) == (text, named, False)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    order = "be" if mark == codecs.BOM_UTF16_BE else "le"
    found = decode(mark + "民生".encode(f"utf-16-{order}"))
    assert (found.text, found.guessed) == ("民生", False)


def test_what_is_only_likely_is_said_to_be() -> None:
    assert decode(SIMPLIFIED.encode("gb18030")).guessed
    assert not decode(SIMPLIFIED.encode("utf-8")).guessed


def test_a_declaration_left_behind_by_a_scraper_is_not_believed() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body>{SIMPLIFIED}'
    assert decode(page.encode("utf-8")).text == page
    other = page.replace("gb2312", "utf-8")
    assert decode(other.encode("gb18030")).text == other
    right = decode(page.encode("gb18030"))
    assert (right.text, right.encoding, right.guessed) == (page, "gb18030", False)


def test_a_broken_character_in_the_middle_or_at_the_end_loses_only_itself() -> None:
    whole = TRADITIONAL.encode("utf-8")
    middle = decode(whole[:60] + b"\xff" + whole[60:])
    assert middle.encoding == "utf-8" and middle.lossy
    assert middle.text.replace("\ufffd", "") == TRADITIONAL
    end = decode(whole[:-3])
    assert end.encoding == "utf-8" and end.lossy and end.text[:-1] == TRADITIONAL[:-2]


def test_surrogates_written_as_utf8_are_joined_or_lost_alone() -> None:
    assert decode("民\ud83d\ude00生".encode("utf-8", "surrogatepass")).text == "民😀生"
    lone = decode("民\ud800生活在這裡".encode("utf-8", "surrogatepass"))
    assert (lone.text, lone.encoding, lone.lossy) == ("民\ufffd生活在這裡", "utf-8", True)


def test_a_named_encoding_wins_and_an_unknown_one_is_refused() -> None:
    assert decode("民生".encode("big5"), "big5").text == "民生"
    assert decode(SIMPLIFIED.encode("gb18030"), "gb2312").text == SIMPLIFIED
    with pytest.raises(ImportFailed, match="nonsense is not an encoding that Reader knows") as refused:
        decode(b"a", "nonsense")
    assert refused.value.kind == "unknown-encoding"


@pytest.mark.parametrize("data", [b"", b"\x80", bytes(range(256)) * 40, b"\xff\xfe", b"\xff\xfea", b"\x00" * 99])
def test_no_bytes_at_all_make_it_fail(data: bytes) -> None:
    decode(data)


def test_real_files_of_every_encoding(shared_data: Path) -> None:
    folder = shared_data / "formats" / "ok"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    seen = 0
    for name, facts in expected.items():
        if "whole" in facts:
            found = decode((folder / name).read_bytes())
            assert clean(found.text) == facts["whole"].replace("\u2028", "\n").replace("\u2029", "\n"), name
            family = codecs.lookup(facts["encoding"]).name.removesuffix("-sig")
            assert found.encoding.startswith(family), name
            seen += 1
    assert seen >= 10


OTHERS = {
    "ru": "Городская библиотека открыла новый зал. В первый день его посетили три тысячи читателей.",
    "fr": "La bibliothèque a rouvert après des années de travaux ; déjà, près de trois mille lecteurs sont venus.",
    "de": "Die Bücherei öffnete am Montag ihre Türen. Für die Gäste gab es Führungen, voll war sogar die Straße.",
    "pl": "Biblioteka miejska otworzyła nową salę. W pierwszych dniach odwiedziły ją trzy tysiące czytelników.",
    "ja": "市の図書館は六日、新館の一部を開館した。初日には三千人余りが訪れ、子どもたちの声が響いていた。",
    "ko": "시립 도서관이 월요일에 새 건물의 문을 열었다. 첫날에는 삼천 명이 넘는 사람들이 찾아와 책을 읽었다.",
}


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("pl", "cp1250"),
        ("fr", "cp1252"),
        ("de", "cp1252"),
        ("ja", "euc_jp"),
        ("ja", "cp932"),
        ("ko", "cp949"),
    ],
)
def test_other_languages_are_recognised_also_inside_a_page(language: str, codec: str) -> None:
    text = OTHERS[language]
    page = f"<html><head><script>var a = 1;</script></head><body class=news>{'<div id=a><b>' * 50}<p>{text}</p>"
    for shown in (text, text[: len(text) // 2], page, page * 3):
        found = decode(shown.encode(codec))
        assert (found.text, found.encoding, found.guessed) == (shown, codec, True)


@pytest.mark.parametrize(
    "text", ["It\u2019s a \u201ccaf\u00e9\u201d.", "Der L\u00f6we", "d\u00e9j\u00e0 vu", "voil\u00e0"]
)
def test_a_few_accents_are_no_chinese_characters(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_characters_that_are_hardly_used_are_chinese_all_the_same() -> None:
    text = "犇羴麤鱻驫骉猋焱淼垚"
    assert decode(text.encode("gb18030")).text == text


def broken(data: bytes, position: int) -> list[bytes]:
    """The data with one byte overwritten, lost, or put in."""
    before, after = data[:position], data[position + 1 :]
    return [
        before + b"\xff" + after,
        before + b"?" + after,
        before + after,
        data[:position] + b"\x80" + data[position:],
    ]


@pytest.mark.parametrize("text", [TRADITIONAL[:5], TRADITIONAL[:45], TRADITIONAL[:132], OTHERS["ru"], OTHERS["fr"]])
def test_one_broken_byte_costs_one_character_wherever_it_is(text: str) -> None:
    whole = text.encode("utf-8")
    for position in range(len(whole)):
        at = len(whole[:position].decode("utf-8", "ignore"))
        for data in broken(whole, position):
            found = decode(data)
            assert found.encoding == "utf-8", (position, data)
            assert found.text.startswith(text[: max(0, at - 1)]) and found.text.endswith(text[at + 1 :])


def test_words_behind_a_broken_byte_near_the_end_are_kept() -> None:
    assert decode("民生問題在這裡".encode() + b"\xffab").text == "民生問題在這裡\ufffdab"


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs"])
@pytest.mark.parametrize("wrong", [b"\xff", b"\x80", b"?", b""])
def test_a_hundredth_of_broken_bytes_does_not_hide_the_encoding(codec: str, wrong: bytes) -> None:
    text = (SIMPLIFIED if codec == "gb18030" else TRADITIONAL) * 10
    chance = random.Random(7)
    data = b"".join(wrong if chance.random() < 0.01 else bytes([byte]) for byte in text.encode(codec))
    assert decode(data).encoding == codec


LABELS = ["undefined", "hex", "idna", "punycode", "rot13", "base64", "unicode_escape", "zlib", "no-such"]


@pytest.mark.parametrize("label", LABELS)
def test_a_declaration_that_names_no_encoding_of_text_is_passed_over(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body>{SIMPLIFIED}'
    for codec in ("utf-8", "gb18030"):
        assert decode(page.encode(codec)).text == page
    with pytest.raises(ImportFailed) as refused:
        decode(b"a", label)
    assert refused.value.kind == "unknown-encoding"


def test_a_declaration_that_makes_no_sense_is_not_believed() -> None:
    for text, codec, said in ((TRADITIONAL, "big5hkscs", "gb2312"), (SIMPLIFIED, "gb18030", "iso-8859-1")):
        page = f'<html><head><meta charset="{said}"></head><body>{text}'
        assert decode(page.encode(codec)).text == page
    page = f"<html><head><meta charset=iso-8859-1></head><body>{OTHERS['fr']}"
    assert (decode(page.encode("cp1252")).text, decode(page.encode("cp1252")).guessed) == (page, False)


CHARSET = re.compile("<meta[^>]*charset[^>]*>", re.IGNORECASE)


@cache
def forms() -> dict[int, str]:
    """The traditional characters of Big5, by their simplified form."""
    found: dict[str, str] = {}
    for char, simple in characters.known().simplified.items():
        if char.encode("big5", "ignore"):
            found[simple] = min(char, found.get(simple, char), key=lambda form: form.encode("big5"))
    return str.maketrans(found)


def traditional(text: str) -> str:
    """A text in the traditional characters that Big5 has; what it cannot hold is dropped."""
    return text.translate(forms()).encode("big5", "ignore").decode("big5")


def labelled(page: str, charset: str) -> str:
    bare = CHARSET.sub("", page)
    return bare.replace("<head>", f'<head><meta charset="{charset}">', 1) if charset else bare


def test_whole_pages_are_read_right_in_every_encoding_and_under_every_label(shared_data: Path) -> None:
    folder = shared_data / "extraction" / "gne"
    ways: dict[str, tuple[Callable[[str], str], str]] = {
        "as stored": (str, "utf-8"),
        "GBK that says UTF-8": (lambda page: labelled(page, "utf-8"), "gb18030"),
        "GBK that says nothing": (lambda page: labelled(page, ""), "gb18030"),
        "GBK that says so": (lambda page: labelled(page, "gbk"), "gb18030"),
        "Big5 that says nothing": (lambda page: traditional(labelled(page, "")), "big5"),
    }
    right: Counter[str] = Counter()
    for name in json.loads((folder / "gold.json").read_text("utf-8")):
        page = gzip.decompress((folder / name).read_bytes()).decode("utf-8").removeprefix("\ufeff")
        for way, (convert, codec) in ways.items():
            shown = convert(page)
            right[way] += decode(shown.encode(codec)).text == shown
    # One page has kana, which Big5 has at two places.
    assert list(right.values()) == [39, 39, 39, 39, 38], right


@pytest.mark.parametrize("length", [10, 20, 40])
def test_a_few_characters_of_news_are_enough(shared_data: Path, length: int) -> None:
    gold = json.loads((shared_data / "extraction" / "gne" / "gold.json").read_text("utf-8"))
    wrong: list[str] = []
    for page in gold.values():
        for begin in range(0, len(page["body"]) - length, 97):
            text = page["body"][begin : begin + length]
            if sum(char > "\u2e80" for char in text) < length / 2:
                continue
            for shown, codec in ((text, "gb18030"), (traditional(text), "gb18030"), (traditional(text), "big5")):
                if decode(shown.encode(codec)).text != shown:
                    wrong.append(shown)
    assert len(wrong) <= (2 if length == 10 else 0), wrong
