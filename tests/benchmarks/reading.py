"""The reading pane: open, A+ and A-, highlight, scroll, select; bare QTextEdit as the floor."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.libraries import SENTENCE
from benchmarks.measure import Figure, cpu_ms, memory_mb
from reader import theme
from reader.domain.article import Article, Draft, Mark, Original
from reader.domain.highlight import Highlight, Span
from reader.domain.tag import COLORS, Tag, TagTree
from reader.models.page import Page
from reader.services import edits
from reader.storage import articles, journal
from reader.storage.library import create
from reader.widgets.reading_pane import ReadingPane

SIZE = (760, 760)  # px
QT = "QTextEdit"
TREE = TagTree(Tag(number, str(number), name, None, name) for number, name in enumerate(COLORS, 1))


def text_of(characters: int) -> str:
    """A title and paragraphs of some hundred characters."""
    paragraph = SENTENCE * 6
    return (
        "標題在這裡，有一行半那麼長，說明這篇文章的內容\n" + (paragraph + "\n") * (characters // len(paragraph) + 1)
    )[:characters].rstrip("\n")


def page_of(characters: int, count: int) -> Page:
    """An article of so many characters with so many highlights, spread over all of it."""
    text = text_of(characters)
    marks = (Mark(0, text.index("\n"), "title"),)
    article = Article(1, "u", "標題", "來源", "", "", "2024-01-02", "", "zh-Hant", "", True, False, False, text, marks)
    step = max(1, (len(text) - 60) // max(1, count))
    spans = [Span(number * step, number * step + 8 + number % 40) for number in range(count)]
    made = tuple(
        Highlight(number, str(number), 1, span, span.of(text), "", "", "", "", "", (number % len(COLORS) + 1,))
        for number, span in enumerate(spans, 1)
    )
    return Page(article, made, TREE)


def painted(pane: QTextEdit) -> None:
    """Paint now what waits to be painted."""
    pane.viewport().repaint()


def settled() -> None:
    """Paint what has changed, and only that, as the event loop does."""
    QApplication.processEvents()


def pane_with(page: Page | None = None) -> ReadingPane:
    """A pane on the screen."""
    pane = ReadingPane(theme.load("light"))
    pane.resize(*SIZE)
    pane.show()
    QApplication.processEvents()  # until then the system has not given it a place on the screen, and nothing is painted
    if page is not None:
        pane.show_page(page)
    painted(pane)
    return pane


@dataclass(frozen=True, slots=True)
class Floor:
    """What a stock QTextEdit takes for the same text without highlights, ms of CPU."""

    show: float
    zoom: float
    repaint: float
    scroll: float


def bare(text: str) -> Floor:
    """Measure a stock QTextEdit."""
    view = QTextEdit()
    view.setReadOnly(True)
    view.resize(*SIZE)
    view.show()
    QApplication.processEvents()

    def show() -> None:
        view.setPlainText(text)
        painted(view)

    def zoom() -> None:
        view.zoomIn(1)
        painted(view)

    def scroll() -> None:
        bar.setValue(bar.value() + int(view.viewport().height() * 0.9))
        settled()

    shown = cpu_ms(show, repeat=3)
    zoomed = cpu_ms(zoom, repeat=2)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    painted(view)
    found = Floor(shown, zoomed, cpu_ms(lambda: painted(view)), cpu_ms(scroll))
    view.close()
    return found


def figures(sizes: list[int]) -> Iterator[Figure]:
    """All of them; `sizes` are of libraries and do not matter here."""
    empty = memory_mb()
    for characters, count, aim in ((7_000, 1_000, "< 20"), (1_000_000, 10_000, "< 60")):
        page = page_of(characters, count)
        pane = pane_with()

        def open_it(pane: ReadingPane = pane, page: Page = page) -> None:
            pane.show_page(page)
            painted(pane)

        said = f"{characters:,} chars, {count:,} highlights"
        taken = cpu_ms(open_it, repeat=5)
        floor = bare(page.article.text)
        yield Figure("open an article", said, taken, floor=floor.show, floor_is=QT, aim=aim)
        yield from _zoom(pane, said, floor)
        yield from _highlight(pane, page, said, floor)
        yield from _move(pane, said, floor)
        pane.close()
        pane.deleteLater()
    long = page_of(2_000_000, 10_000)
    pane = pane_with(long)
    taken = memory_mb()
    yield from _zoom(pane, "2,000,000 chars, 10,000 highlights", None)
    said = "2,000,000 chars, 10,000 highlights"
    yield Figure("memory: long article open", said, taken, "MB", floor=empty, floor_is="Qt, no window", aim="< 220")
    pane.close()
    yield from _on_disk()


def _zoom(pane: ReadingPane, said: str, floor: Floor | None) -> Iterator[Figure]:
    bar = pane.verticalScrollBar()
    for where, part in (("start", 0.0), ("middle", 0.5), ("end", 1.0)):
        bar.setValue(int(bar.maximum() * part))
        painted(pane)
        way = iter([pane.larger, pane.smaller] * 20)

        def step(way: Iterator[object] = way) -> None:
            next(way)()  # type: ignore[operator]
            painted(pane)

        taken, least = cpu_ms(step, repeat=8), floor.zoom if floor else None
        yield Figure(f"A+ / A- at the {where}", said, taken, floor=least, floor_is=QT if floor else "", aim="< 10")


def _highlight(pane: ReadingPane, page: Page, said: str, floor: Floor) -> Iterator[Figure]:
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    painted(pane)
    place = pane.place()
    extra = [
        Highlight(900_000 + number, "x", 1, Span(place + number, place + number + 12), "", "", "", "", "", "", (1,))
        for number in range(8)
    ]
    waiting = iter(extra)

    def add() -> None:
        made = next(waiting)
        assert pane.page is not None
        pane.set_page(pane.page.with_changed({made.id}, [made], TREE), {made.id})
        settled()

    whole = "QTextEdit repaints"
    yield Figure("add a highlight: painted", said, cpu_ms(add), floor=floor.repaint, floor_is=whole, aim="< 5")


def _move(pane: ReadingPane, said: str, floor: Floor) -> Iterator[Figure]:
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)

    def scroll() -> None:
        bar.setValue(bar.value() + int(pane.viewport().height() * 0.9))
        settled()

    yield Figure("scroll a page, one frame", said, cpu_ms(scroll), floor=floor.scroll, floor_is=QT, aim="< 8")
    view, left = pane.viewport(), Qt.MouseButton.LeftButton

    def send(kind: QMouseEvent.Type, at: QPoint) -> None:
        where = QPointF(at)
        event = QMouseEvent(kind, where, view.mapToGlobal(where), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)

    send(QMouseEvent.Type.MouseButtonPress, QPoint(120, 80))
    steps = iter(range(100, 700, 40))

    def drag() -> None:
        send(QMouseEvent.Type.MouseMove, QPoint(400, next(steps)))
        settled()

    taken = cpu_ms(drag)
    yield Figure(
        "drag a selection, one frame", said, taken, floor=floor.repaint, floor_is="QTextEdit repaints", aim="< 8"
    )
    send(QMouseEvent.Type.MouseButtonRelease, QPoint(400, 700))


def _on_disk() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        library = create(Path(folder) / "benchmark.reader")
        text = text_of(20_000)
        with journal.step(library.db, "import"):
            original = Original("a.txt", text.encode(), "text/plain", "utf-8", "plain text")
            article = articles.add(library.db, Draft(text, original)).article
        places = iter(range(10, 5000, 20))

        def add() -> None:
            start = next(places)
            edits.highlight(library.db, article, start, start + 12)

        taken = cpu_ms(add, repeat=50)
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("create table highlights (id integer primary key, start integer, quote text)")
        bare_add = cpu_ms(
            lambda: connection.execute("insert into highlights (start, quote) values (1, 'x')"), repeat=50
        )
        connection.close()
        yield Figure(
            "add a highlight: on disk", "20,000 chars", taken, floor=bare_add, floor_is="bare insert", aim="< 10"
        )
        library.close()
