"""Libraries of a given size, of real news where they are at hand; kept for the next run."""

from __future__ import annotations

import itertools
import json
import lzma
import shutil
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from reader.domain.article import Draft, Mark, Original
from reader.domain.highlight import Span
from reader.domain.text import clean
from reader.services import tagging
from reader.storage import articles, highlights
from reader.storage.library import Library, create, open_library, transaction

VERSION = 1  # of what is made here
CORPUS = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "corpus" / "xwlb.jsonl.xz"
CACHE = platformdirs.user_cache_path("Reader", appauthor=False) / "benchmarks"
HIGHLIGHTS = 10_000
TAGS = 50
SENTENCE = "各地各部門認真貫徹落實決策部署，推動高質量發展取得新成效，民生保障持續改善。"


def news() -> Iterator[tuple[str, str, str, str]]:
    """Title, source, published and body, without end."""
    for turn in itertools.count():
        mark = f"（{turn + 1}）" if turn else ""
        if not CORPUS.exists():
            for number in range(1000):
                body = "\n".join(SENTENCE * (2 + (number + row) % 5) for row in range(4))
                yield f"第{number}號新聞{mark}", f"{number % 40}號報", f"20{number % 24:02}-0{number % 9 + 1}-11", body
            continue
        with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                yield item["title"] + mark, item["source"], item["published"] or "", item["text"]


def draft(title: str, source: str, published: str, body: str) -> Draft:
    """An article as the importer would have made it."""
    title = " ".join(clean(title).split())
    text = f"{title}\n{clean(body)}"
    original = Original("news.txt", text.encode(), "text/plain", "utf-8", "plain text")
    marks = (Mark(0, len(title), "title"),)
    return Draft(text, original, title=title, source=source, published=published, language="zh-Hans", marks=marks)


def library(size: int) -> Library:
    """A library of so many articles with 10,000 highlights, made at the first use."""
    path = CACHE / f"{size}-{VERSION}.reader"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        for old in CACHE.glob(f"{partial.name}*"):
            old.unlink()
        print(f"making a library of {size:,} articles ...", flush=True)
        made = create(partial)
        _fill(made, size)
        made.close()
        partial.rename(path)
    return open_library(path)


def copy(size: int, folder: Path) -> Library:
    """A copy to write into."""
    library(size).close()
    target = folder / f"{size}.reader"
    shutil.copy(CACHE / f"{size}-{VERSION}.reader", target)
    return open_library(target)


def _fill(made: Library, size: int) -> None:
    db = made.db
    tags = [tagging.add(db, f"主題/第{number}號")[0] for number in range(TAGS)]
    ids: list[int] = []
    source = news()
    while len(ids) < size:
        with transaction(db):
            for item in itertools.islice(source, min(1000, size - len(ids))):
                added = articles.add(db, draft(*item))
                if not added.duplicate:
                    ids.append(added.article)
    with transaction(db):
        for number in range(HIGHLIGHTS):
            article = articles.get(db, ids[number * 7919 % len(ids)])
            assert article is not None
            start = min(number % 97, len(article.text) - 12)
            span = Span(max(0, start), max(0, start) + 10)
            made_one = highlights.add(db, article.id, span, article.text, color="", note="", analyst=None)
            highlights.add_tag(db, made_one, tags[number % TAGS])
    db.execute("analyze")
    db.conn.commit()
