"""Nothing of a text is lost: what is neither title nor body is left out at its place."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extraction import bare
from reader.domain.article import Draft, printed
from reader.domain.text import clean
from reader.services.importing.read import read

LINES = (
    "市圖書館新館試開放 首日迎來三千讀者",
    "2024-05-06 18:30:07 來源：臨海在線 作者：林小文",
    "分享到 微信 微博",
    "A+ A-",
    "本站訊（記者 林小文）5月6日，臨海市圖書館新館開始試開放，首日共接待讀者3018人次，不少讀者帶著全家老小前來參觀。",
    "「從提出設想到建成，我們用了四年。」館長陳立群說，新館把舊城區的老倉庫改造成了報刊庫。",
    "第一節",
    "責任編輯：吳小雨",
    "相關新聞",
    "版權所有 未經授權不得轉載",
    "欄目 民生 文化 體育 副刊",
    "  前有空格的一行，說的是另一件事情，也不算太短。",
    "",
)


def lines_of(draft: Draft) -> list[str]:
    """All lines that a draft holds, in the order of the file."""
    starts, at = [], 0
    for line in draft.text.split("\n"):
        starts.append(at)
        at += len(line) + 1
    kept = [
        (start, 1, number, line)
        for number, (start, line) in enumerate(zip(starts, draft.text.split("\n"), strict=True))
    ]
    for number, part in enumerate(draft.left_out):
        assert part.before is not None and part.before in {*starts, len(draft.text)}
        kept.append((part.before, 0 if part.before < len(draft.text) else 2, number, part.text))
    return [line.strip() for *_, line in sorted(kept) if line]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
def test_every_line_of_a_text_is_kept_in_its_order(lines: list[str]) -> None:
    if not any(lines):
        return
    draft = read("\n".join(lines).encode(), "a.txt")
    found = lines_of(draft)
    wanted = [line.strip() for line in lines if line]
    assert sorted(found) == sorted(wanted)
    title = found.index(draft.title) if draft.title else 0
    assert [line for line in found if line != draft.title] == [line for line in wanted if line != draft.title], title


@pytest.mark.parametrize("method", ["plain text", "whole text"])
def test_every_line_of_real_pages_is_kept(shared_data: Path, method: str) -> None:
    folder = shared_data / "extraction" / "gne"
    for name in json.loads((folder / "gold.json").read_text("utf-8")):
        text = bare(gzip.decompress((folder / name).read_bytes()))
        draft = read(text, f"{name}.txt", method=method)
        assert draft.original.method == method
        assert sorted(lines_of(draft)) == sorted(line.strip() for line in clean(text.decode()).split("\n") if line), (
            name
        )
        assert method == "plain text" or not draft.left_out


def test_a_verdict_on_readings_can_be_forced(starting_article: Path) -> None:
    raw = starting_article.read_bytes()
    assert "術(shù)" in read(raw, "a.txt", lift=False).text
    few = "李㛃（jié）和陶喆（zhé）出席了會議，並在會上說了這樣一番話。".encode()
    assert read(few, "a.txt").glosses == ()
    draft = read(few, "a.txt", lift=True)
    assert draft.text.startswith("李㛃和陶喆出席") and printed(draft.text, draft.glosses) == few.decode()
