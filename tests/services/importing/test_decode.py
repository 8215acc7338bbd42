"""From bytes to characters: each encoding Chinese pages are found in, and what is damaged."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

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


def test_pages_of_real_sites_in_other_encodings_read_the_same(shared_data: Path) -> None:
    gold = json.loads((shared_data / "extraction" / "gne" / "gold.json").read_text("utf-8"))
    for page in list(gold.values())[:20]:
        text = page["title"] + "\n" + page["body"]
        assert decode(text.encode("gb18030")).text == text
