"""The reading pane alone: open, A+ and A-, highlight, scroll, select."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPoint
from PySide6.QtGui import QColor, QImage

from benchmarks.libraries import LONG, LONGEST, MARKED, PAGE, spans_of, text_of
from benchmarks.measure import Figure, cpu_ms
from benchmarks.program import settled
from benchmarks.stock import PLACES, QT, SIZE, Floor, dragging, floor_of, painted, scrolling
from pulling import grab, send
from reader import theme
from reader.domain.article import Article, Draft, Image, Mark, Original
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import COLORS, Tag, TagTree
from reader.models.page import Page
from reader.models.typography import Typography
from reader.services import edits
from reader.storage import adding, journal
from reader.storage.library import create
from reader.widgets.handles import Handles
from reader.widgets.reading_pane import ReadingPane

TREE = TagTree(Tag(number, str(number), name, None, name) for number, name in enumerate(COLORS, 1))
# Characters, highlights, what else is in it, aim to open.
CASES = (
    (1_500, 50, "", ""),
    (4_900, 1_000, "", ""),
    (PAGE, MARKED[PAGE], "", "< 20"),
    (20_000, 1_000, "", ""),
    (99_000, 1_000, "", ""),
    (99_000, 1_000, "a picture", ""),
    (200_000, 1_000, "one paragraph", ""),
    (LONG, 0, "one word", ""),
    (LONG, MARKED[LONG], "", "< 60"),
    (LONGEST, MARKED[LONGEST], "", ""),
)
EDITED = 20_000  # characters of the article that is highlighted on disk


def page_of(characters: int, count: int, what: str) -> Page:
    """An article of so many characters with so many highlights, spread over all of it."""
    text = text_of(characters)
    if what == "one paragraph":
        text = text.replace("\n", "")
    elif what == "one word":
        text = "a" * characters
    marks: tuple[Mark, ...] = ()
    if "\n" in text:
        end = text.index("\n")
        marks = (Mark(0, end, "title"),)
    if what == "a picture":
        text = f"{text[: end + 1]}\ufffc{text[end:]}"
        marks += (Mark(end + 1, end + 2, "image", "0"),)
    article = Article(1, "u", "標題", "來源", "", "", "2024-01-02", "", "zh-Hant", "", True, False, False, text, marks)
    made = tuple(
        Highlight(number, str(number), 1, span, span.of(text), "", "", "", "", "", (number % len(COLORS) + 1,))
        for number, span in enumerate(spans_of(text, count) if count else (), 1)
    )
    return Page(article, made, TREE, lambda number: Image("image/png", picture(), ""))


@cache
def picture() -> bytes:
    """A picture of one million points."""
    image = QImage(1_000, 1_000, QImage.Format.Format_RGB32)
    image.fill(QColor("#5588aa"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def figures(sizes: list[int]) -> Iterator[Figure]:
    """All of them; `sizes` are of libraries and do not matter here."""
    for characters, count, what, aim in CASES:
        said = f"{characters:,} chars, {count:,} highlights{', ' if what else ''}{what}"
        page = page_of(characters, count, what)
        floor = floor_of(text_of(characters))  # without what would take stock Qt minutes
        pane = ReadingPane(theme.load("light"))
        pane.resize(*SIZE)
        pane.show()
        settled()

        def open_it(pane: ReadingPane = pane, page: Page = page) -> None:
            pane.show_page(page)
            painted(pane)

        taken = cpu_ms(open_it, repeat=5)
        yield Figure("open an article", said, taken, floor=floor.show, floor_is=QT, aim=aim)
        if aim:
            yield from _views(pane, open_it, said, aim)
        yield from _zoom(pane, said, floor)
        yield from _highlight(pane, said, floor)
        taken = cpu_ms(scrolling(pane), repeat=8)
        yield Figure("scroll a page, one frame", said, taken, floor=floor.scroll, floor_is=QT, aim="< 8")
        taken = dragging(pane)
        yield Figure("drag a selection, one frame", said, taken, floor=floor.drag, floor_is=QT, aim="< 8")
        if count:
            taken = resizing(pane)
            yield Figure("drag an end of a highlight, one frame", said, taken, floor=floor.drag, floor_is=QT, aim="< 8")
        pane.close()
        pane.deleteLater()
        settled()
    yield _on_disk()


def _views(pane: ReadingPane, open_it: Callable[[], None], said: str, aim: str) -> Iterator[Figure]:
    """Opening in each view of Chinese text; the article is in traditional characters."""
    for view in (Typography(script="simplified"), Typography(script="traditional"), Typography(glosses="printed")):
        pane.set_typography(view)
        named = view.script if view.script != "published" else "readings as printed"
        yield Figure("open an article", f"{said}, {named}", cpu_ms(open_it, repeat=5), aim=aim)
    pane.set_typography(Typography())


def resizing(pane: ReadingPane) -> float:
    """The time of one frame while the end of a highlight in the middle of the text is dragged over some lines."""
    assert pane.page is not None
    bar, handles = pane.verticalScrollBar(), Handles(pane)
    bar.setValue(bar.maximum() // 2)
    painted(pane)
    place = pane.place()
    pane.select_highlight(next(each.id for each in pane.page.highlights if each.span.start > place + 100))
    settled()
    begin = grab(handles.end)
    steps = iter(range(3, 30))

    def drag() -> None:
        step = next(steps)
        send(handles.end, QEvent.Type.MouseMove, QPoint(120 + 37 * step % 500, begin.y() + 10 * step))
        settled()

    taken = cpu_ms(drag, repeat=12)
    handles.cancel()
    pane.select_highlight(None)
    return taken


def _zoom(pane: ReadingPane, said: str, floor: Floor) -> Iterator[Figure]:
    assert pane.page is not None
    length = len(pane.page.article.text)
    for where, part in PLACES.items():
        pane.go_to(Span(int(part * (length - 2)), length))
        painted(pane)
        way = iter([pane.larger, pane.smaller] * 10)

        def step(way: Iterator[object] = way) -> None:
            next(way)()  # type: ignore[operator]
            painted(pane)

        taken = cpu_ms(step, repeat=8)
        yield Figure(f"A+ / A- at the {where}", said, taken, floor=floor.zoom[where], floor_is=QT, aim="< 10")


def _highlight(pane: ReadingPane, said: str, floor: Floor) -> Iterator[Figure]:
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    painted(pane)
    place = pane.place()
    waiting = iter(
        Highlight(900_000 + number, "x", 1, Span(place + number, place + number + 12), "", "", "", "", "", "", (1,))
        for number in range(8)
    )

    def add() -> None:
        made = next(waiting)
        assert pane.page is not None
        pane.set_page(pane.page.with_changed({made.id}, [made], TREE), {made.id})
        settled()

    repaints = f"{QT} repaints"
    yield Figure("add a highlight: painted", said, cpu_ms(add), floor=floor.repaint, floor_is=repaints, aim="< 5")


def _on_disk() -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        library = create(Path(folder) / "benchmark.reader")
        text = text_of(EDITED)
        with journal.step(library.db, "import"):
            original = Original("a.txt", text.encode(), "text/plain", "utf-8", "plain text")
            article = adding.add(library.db, Draft(text, original)).article
        places = iter(range(10, 5000, 20))

        def add() -> None:
            start = next(places)
            edits.highlight(library.db, article, start, start + 12)

        taken = cpu_ms(add, repeat=50)
        library.close()
        with closing(sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)) as bare:
            bare.execute("pragma journal_mode = wal")
            bare.execute("pragma synchronous = full")
            bare.execute("create table highlights (id integer primary key, start integer, quote text)")
            statement = "insert into highlights (start, quote) values (1, 'x')"
            floor = cpu_ms(lambda: bare.execute(statement), repeat=50)
    said = f"{EDITED:,} chars"
    return Figure("add a highlight: on disk", said, taken, floor=floor, floor_is="bare insert", aim="< 10")
