"""The same article is stored once; near copies are stored and linked."""

from __future__ import annotations

import itertools
import json
import lzma
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.folding import table
from reader.services import edits
from reader.services.importing import batch
from reader.services.importing.outcome import Outcome
from reader.storage import reprints
from reader.storage.library import Library

PARAGRAPHS = [
    "市政府今天上午召開專題會議，研究部署沿海防護林建設工作。",
    "會議指出，三年來全市共完成造林一千二百公頃，海岸線綠化率達到百分之八十七。",
    "與會人員實地察看了北部岸段的施工現場，聽取了林業部門關於苗木成活情況的匯報。",
    "會議要求，各鎮要在月底前完成補植任務，並建立專人管護的長效機制。",
    "據了解，今年第二季度還將啟動南部岸段的修復工程，預計投資四千萬元。",
]


@pytest.fixture
def store(library: Library, tmp_path: Path) -> Callable[..., Outcome]:
    def store(title: str, paragraphs: list[str], url: str = "", suffix: str = ".html") -> Outcome:
        lines = "".join(f"<p>{each}</p>" for each in paragraphs)
        link = f'<link rel="canonical" href="{url}">' if url else ""
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}{suffix}"
        if suffix == ".txt":
            path.write_text("\n".join(paragraphs), "utf-8")
            return batch.import_files(library.db, [path])[0]
        path.write_text(f"<html><head><title>{title}</title>{link}</head><body><h1>{title}</h1>{lines}", "utf-8")
        return batch.import_files(library.db, [path])[0]

    return store


@pytest.fixture(scope="session")
def news(shared_data: Path) -> list[tuple[str, str]]:
    """Real news items: title and body."""
    with lzma.open(shared_data / "corpus" / "xwlb.jsonl.xz", "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in itertools.islice(lines, 3000)]
    return [(item["title"], item["text"]) for item in items]


def simplified(text: str) -> str:
    return text.translate(table().one)


def test_the_same_words_in_another_script_and_width_are_the_same_article(store: Callable[..., Outcome]) -> None:
    first = store("沿海防護林建設會議", PARAGRAPHS)
    again = store(simplified("沿海防護林建設會議"), [simplified(each).replace("，", ",") for each in PARAGRAPHS])
    assert (again.status, again.same, again.article) == ("duplicate", "text", first.article)


def test_the_same_address_is_the_same_article_unless_it_says_something_else(store: Callable[..., Outcome]) -> None:
    address = "https://www.news.example/2024/05/a.html"
    first = store("沿海防護林建設會議", PARAGRAPHS, address)
    longer = store(
        "沿海防護林建設會議", [*PARAGRAPHS, "（更新：下午三點補充了數字。）" * 3], f"{address}?utm_source=x#top"
    )
    other = store("明天有雨", ["明天全市有小到中雨，局部地區有大雨，出行請帶雨具。" * 4], address)
    assert (longer.status, longer.same, longer.article) == ("duplicate", "address", first.article)
    assert other.status == "added" and other.reprint_of == ""
    home = "https://www.news.example/"
    assert [store(f"標題{n}", [f"第{n}條消息說的是完全不同的另外一件事情。" * 5], home).status for n in "一二"] == [
        "added"
    ] * 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("今年增長1.5%，明年增長2.3%。", "今年增長15%，明年增長23%。"),
        ("本月物價-0.5，下月+3。", "本月物價0.5，下月-3。"),
        ("我覺得C++比C快。", "我覺得C比C++快。"),
        ("★★★★★", "！！？？"),
    ],
)
def test_signs_and_points_make_another_text(store: Callable[..., Outcome], first: str, second: str) -> None:
    found = [store("", [each], suffix=".txt") for each in (first, second)]
    assert [(each.status, each.reprint_of) for each in found] == [("added", "")] * 2


def test_a_page_that_is_another_one_each_day_is_stored_each_day(store: Callable[..., Outcome]) -> None:
    def day(number: int) -> Outcome:
        weather = [f"五月{number}日白天多雲，最高氣溫{20 + number}度。", *PARAGRAPHS[:3]]
        return store("今日天氣", [f"2024-05-{number:02} 08:00", *weather], "https://news.example/weather.html")

    assert [day(number).status for number in (6, 7)] == ["added", "added"]


def test_pages_that_a_script_shows_under_one_address_are_told_apart(store: Callable[..., Outcome]) -> None:
    found = [
        store(
            "公告",
            [f"第{number}號公告：", *PARAGRAPHS[:2], f"編號{number}。"],
            f"https://a.example/index.html#/notice/{number}",
        )
        for number in (1, 2)
    ]
    assert [each.status for each in found] == ["added", "added"]


def test_a_reprint_is_stored_and_linked(library: Library, store: Callable[..., Outcome]) -> None:
    first = store("沿海防護林建設會議", PARAGRAPHS)
    second = store("我市部署沿海防護林建設", PARAGRAPHS[:4])
    third = store("防護林：今年再投四千萬", ["本報訊", *PARAGRAPHS[1:]])
    assert [each.status for each in (second, third)] == ["added", "added"]
    assert second.reprint_of == first.uid and f"reprint-of:{first.uid}" in second.warnings
    assert first.article is not None and third.article is not None
    assert set(reprints.of(library.db, first.article)) == {second.article, third.article}
    assert set(reprints.of(library.db, third.article)) == {first.article, second.article}


def test_an_older_text_does_not_come_back_from_the_trash_for_a_newer_one(
    library: Library, store: Callable[..., Outcome]
) -> None:
    address = "https://www.news.example/2024/05/a.html"
    first = store("沿海防護林建設會議", PARAGRAPHS, address)
    edits.trash(library.db, [first.article or 0])
    second = store("沿海防護林建設會議", [*PARAGRAPHS, "（更新：下午三點補充了數字。）"], address)
    assert second.status == "added" and second.article != first.article
    assert store("沿海防護林建設會議", PARAGRAPHS, address).article == first.article


def test_articles_about_the_same_thing_are_no_reprints(store: Callable[..., Outcome]) -> None:
    store("沿海防護林建設會議", PARAGRAPHS)
    other = store("沿海防護林建設會議", [PARAGRAPHS[0], "".join(reversed(PARAGRAPHS[1])), PARAGRAPHS[2][::-1] * 3])
    assert other.status == "added" and other.reprint_of == ""


def test_articles_of_an_older_library_are_found_too(library: Library, store: Callable[..., Outcome]) -> None:
    first = store("沿海防護林建設會議", PARAGRAPHS)
    library.db.execute("delete from likenesses")
    assert store("我市部署沿海防護林建設", PARAGRAPHS[:4]).reprint_of == first.uid


def test_planted_copies_are_found_and_nothing_else(
    library: Library, news: list[tuple[str, str]], tmp_path: Path
) -> None:
    """As many news items, and of some of them a copy with another title and one paragraph in five left out."""
    rng = random.Random(7)
    long = [item for item in news if len(item[1]) > 300][:1_000]
    paths, planted = [], {}
    for number, (title, body) in enumerate(long):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"{title}\n{body}", "utf-8")
    for number in rng.sample(range(len(long)), 200):
        sentences = long[number][1].split("。")
        kept = [each for each in sentences if rng.random() > 0.2] or sentences
        paths.append(tmp_path / f"copy-{number}.txt")
        planted[str(paths[-1])] = number
        paths[-1].write_text(f"另一個標題{number}\n" + "。".join(kept), "utf-8")
    outcomes = {each.path: each for each in batch.import_files(library.db, paths)}
    uids = {number: outcomes[str(paths[number])].uid for number in range(len(long))}
    found = [path for path, number in planted.items() if outcomes[path].reprint_of == uids[number]]
    assert len(found) >= 195
    linked = [long[number][0] for number in range(len(long)) if outcomes[str(paths[number])].reprint_of]
    assert linked == []
