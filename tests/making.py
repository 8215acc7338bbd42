"""Articles and libraries for tests, made through the same functions as the program's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from reader.domain.article import Article, Draft, Mark, Original
from reader.domain.text import clean
from reader.models.page import Page
from reader.storage import adding, journal
from reader.storage.library import Library, create

TEXT = "我市召開會議\n第一段說的是民生問題。\n第二段有一個表情😀和 English words."


def draft(text: str = TEXT, *, source: str = "", published: str = "", data: bytes | None = None) -> Draft:
    """A draft of this text; its first paragraph is the title."""
    text = clean(text)
    title = text.partition("\n")[0]
    return Draft(
        text=text,
        title=title,
        source=source,
        published=published,
        marks=(Mark(0, len(title), "title"),) if title else (),
        original=Original("article.txt", data or text.encode(), "text/plain", "utf-8", "text"),
    )


def add(db: Database, text: str = TEXT, *, source: str = "", published: str = "") -> int:
    """Store an article as an import does; its id."""
    with journal.step(db, "import"):
        return adding.add(db, draft(text, source=source, published=published)).article


def new_library(path: Path) -> Library:
    """An empty library."""
    return create(path)


def before_next_transaction(library: Library, act: Callable[[Database], object]) -> None:
    """Let another program do something at the last moment before the next transaction of this library begins."""

    def look(statement: str) -> None:
        if statement.lower().startswith("begin"):
            library.db.conn.set_trace_callback(None)
            with closing(library.connect()) as other:
                act(other)

    library.db.conn.set_trace_callback(look)


@contextmanager
def another_writer(path: Path) -> Iterator[None]:
    """While another program writes to a library."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        yield
        other.execute("rollback")


def execute(*statements: str) -> Callable[[Path], None]:
    """What runs these on a library that is closed, and leaves no log."""

    def run(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            for statement in statements:
                db.execute(statement)
            db.execute("pragma wal_checkpoint(truncate)").fetchall()

    return run


def damage(path: Path, name: str) -> None:
    """Overwrite the first page of a table or an index in a library that is closed."""
    with closing(sqlite3.connect(path)) as db:
        [page] = db.execute("select rootpage from sqlite_schema where name = ?", [name]).fetchone()
        [size] = db.execute("pragma page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def page(text: str, *marks: Mark) -> Page:
    """An open page with this text, as the reading pane is given it."""
    fields = ("u", "標題", "", "", "", "", "", "zh-Hant", "", True, False, False)
    return Page(Article(1, *fields, text, marks))
