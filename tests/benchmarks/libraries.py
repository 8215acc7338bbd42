"""Libraries of a given size, of real news where they are at hand; kept for the next run."""

from __future__ import annotations

import itertools
import json
import lzma
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs

from reader.domain.article import Draft, Mark, Original
from reader.domain.highlight import Span
from reader.domain.text import clean
from reader.services import tagging
from reader.services.importing import likeness
from reader.storage import adding, articles, highlights, indexing
from reader.storage.connection import keep_in_memory, transaction
from reader.storage.library import Library, create, open_library
from reader.storage.tags import put_on

VERSION = 4  # of what is made here; the schema is brought up to date when one is opened
DATA = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "corpus"
CORPUS = [DATA / "xwlb.jsonl.xz", DATA / "prc-laws.jsonl.xz"]  # 71,736 news items and 3,474 laws
BLOCK = 500  # articles whose paragraphs are mixed, where there are to be more than the corpus has
CACHE = platformdirs.user_cache_path("Reader", appauthor=False) / "benchmarks"
TOLD = 100  # thousand articles after which is said how far the making is
MAKING_KB = 500_000  # of a library in memory while it is made: keys of articles come in no order
HIGHLIGHTS = 10_000
TAGS = 50
COMMON = 0  # the number of the tag that every second highlight has
SENTENCE = "各地各部門認真貫徹落實決策部署，推動高質量發展取得新成效，民生保障持續改善。"
SHORT, PAGE, LONG, LONGEST = 600, 7_000, 1_000_000, 2_000_000  # characters; 7,000 are 20 KB
MARKED = {SHORT: 0, PAGE: 1_000, LONG: 10_000, LONGEST: 10_000}  # highlights of each


def news() -> Iterator[tuple[str, str, str, str]]:
    """Title, source, published and body, without end.

    After all that the corpus has come articles that are put together from paragraphs of it.
    """
    for turn in itertools.count():
        if not DATA.exists():
            yield from _invented(f"（{turn + 1}）" if turn else "")
        elif turn == 0:
            yield from _corpus()
        else:
            yield from _recombined(turn)


def _invented(mark: str) -> Iterator[tuple[str, str, str, str]]:
    for number in range(1000):
        body = "\n".join(SENTENCE * (2 + (number + row) % 5) for row in range(4))
        yield f"第{number}號新聞{mark}", f"{number % 40}號報", f"20{number % 24:02}-0{number % 9 + 1}-11", body


def _corpus() -> Iterator[tuple[str, str, str, str]]:
    for file in CORPUS:
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                yield item["title"], item.get("source") or "", item.get("published") or "", item["text"]


def _recombined(turn: int) -> Iterator[tuple[str, str, str, str]]:
    """As many articles of as many paragraphs, each with paragraphs of others: words stay as frequent as they are."""
    chance, source = random.Random(turn), _corpus()
    while block := list(itertools.islice(source, BLOCK)):
        bodies = [item[3].split("\n") for item in block]
        every = [paragraph for body in bodies for paragraph in body]
        chance.shuffle(every)
        coming = iter(every)
        for (title, name, published, _), body in zip(block, bodies, strict=True):
            yield f"{title}（{turn + 1}）", name, published, "\n".join(itertools.islice(coming, len(body)))


def text_of(characters: int) -> str:
    """A title and paragraphs of some hundred characters."""
    title = f"標題在這裡，有一行半那麼長，說明這篇{characters:,}字文章的內容\n"
    paragraph = SENTENCE * 6 + "\n"
    return (title + paragraph * (characters // len(paragraph) + 1))[:characters].rstrip("\n")


def spans_of(text: str, count: int) -> list[Span]:
    """So many spans, spread over all of a text."""
    step = max(1, (len(text) - 60) // max(1, count))
    return [Span(number * step, number * step + 8 + number % 40) for number in range(count)]


def draft(title: str, source: str, published: str, body: str) -> Draft:
    """An article as the importer would have made it."""
    title = " ".join(clean(title).split())
    text = f"{title}\n{clean(body)}"
    original = Original("news.txt", text.encode(), "text/plain", "utf-8", "plain text")
    marks = (Mark(0, len(title), "title"),)
    fields = {"title": title, "source": source, "published": published, "language": "zh-Hans"}
    return Draft(text, original, marks=marks, keys=likeness.keys(text, ""), **fields)


def library(size: int) -> Library:
    """A library of so many articles with 10,000 highlights, made at the first use."""
    return open_library(_made(str(size), lambda made: _fill(made, size)))


def of_its_own(name: str, fill: Callable[[Library], None]) -> Library:
    """A library that is filled at the first use."""
    return open_library(_made(name, fill))


def copy(size: int, folder: Path) -> Library:
    """A copy to write into."""
    return _copied(str(size), lambda made: _fill(made, size), folder)


def texts(folder: Path) -> tuple[Library, dict[int, int]]:
    """A library to write into with one article of each length in MARKED, and their ids by length."""
    opened = _copied("texts", _fill_texts, folder)
    found = {length: opened.db.execute("select id from articles where characters = ?", [length]) for length in MARKED}
    return opened, {length: int(rows.fetchone()[0]) for length, rows in found.items()}


def _copied(name: str, fill: Callable[[Library], None], folder: Path) -> Library:
    opened = open_library(Path(shutil.copy(_made(name, fill), folder / f"{name}.reader")))
    indexing.merge(opened.db)  # else a process would do so beside the window that is measured
    return opened


def _made(name: str, fill: Callable[[Library], None]) -> Path:
    path = CACHE / f"{name}-{VERSION}.reader"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        for old in (*CACHE.glob(f"{name}-*.reader*"), *CACHE.glob(f"{name}-*.part*")):
            old.unlink()
        partial = path.with_suffix(".part")
        print(f"making {path} ...", flush=True)
        made = create(partial)
        fill(made)
        indexing.merge(made.db)
        made.close()
        partial.rename(path)
    return path


def _fill(made: Library, size: int) -> None:
    db = made.db
    db.execute("pragma synchronous = off")  # what a power cut leaves of it is made anew
    keep_in_memory(db, MAKING_KB)
    tags = [tagging.add(db, f"主題/第{number}號")[0] for number in range(TAGS)]
    ids: list[int] = []
    source = news()
    for turn in itertools.count(1):
        if len(ids) >= size:
            break
        if turn % TOLD == 0:
            print(f"  {len(ids):,} of {size:,} articles", flush=True)
        with transaction(db):
            for item in itertools.islice(source, min(1000, size - len(ids))):
                added = adding.add(db, draft(*item))
                if not added.duplicate:
                    ids.append(added.article)
    with transaction(db):
        articles.set_flag(db, ids[::3], "read", True)
        articles.set_flag(db, ids[::20], "starred", True)
        for number in range(HIGHLIGHTS):
            article = articles.get(db, ids[number * 7919 % len(ids)])
            assert article is not None
            start = max(0, min(number % 97, len(article.text) - 12))
            span = Span(start, min(start + 10, len(article.text)))
            added_one = highlights.add(db, article.id, span, article.text, color="", note="", analyst=None)
            for tag in {number % TAGS, *((COMMON,) if number % 2 else ())}:
                put_on(db, [added_one], tags[tag])


def _fill_texts(made: Library) -> None:
    db = made.db
    tags = [tagging.add(db, f"主題/第{number}號")[0] for number in range(TAGS)]
    for length, count in MARKED.items():
        title, _, body = text_of(length).partition("\n")
        with transaction(db):
            article = adding.add(db, draft(title, "來源", "2024-01-02", body)).article
            stored = articles.get(db, article)
            assert stored is not None and len(stored.text) == length
            for number, span in enumerate(spans_of(stored.text, count)):
                added = highlights.add(db, article, span, stored.text, color="", note="", analyst=None)
                put_on(db, [added], tags[number % TAGS])
