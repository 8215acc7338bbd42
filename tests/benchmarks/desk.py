"""What a person does, in the whole window and with the library on disk, until it is painted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import libraries
from benchmarks.measure import Figure, cpu_ms
from benchmarks.program import running, settled
from benchmarks.stock import QT, Floor, floor_of
from reader.actions import Act
from reader.app import Program
from reader.domain.highlight import Span

AIMS = {libraries.PAGE: "< 20", libraries.LONG: "< 60"}  # to open an article
TIMES = 7


def figures(sizes: list[int]) -> Iterator[Figure]:
    """For each length of article; `sizes` are of libraries and do not matter here."""
    with tempfile.TemporaryDirectory() as name:
        library, ids = libraries.texts(Path(name))
        with running(library, Path(name)) as program:
            for length in AIMS:
                yield from _of(program, length, ids)


def _of(program: Program, length: int, ids: dict[int, int]) -> Iterator[Figure]:
    window = program.window
    pane, said = window.view.pane, f"{length:,} chars, {libraries.MARKED[length]:,} highlights"
    floor: Floor = floor_of(libraries.text_of(length))

    def open_it(wanted: int) -> None:
        window.listing.choose(ids[wanted])
        settled()

    def paint_it() -> None:
        window.listing.choose(ids[length])
        for _ in range(2):
            QApplication.sendPostedEvents()  # and no timers: what is out of sight comes later

    open_it(length)  # once, so that it is read
    for what, way, aim in (("painted", paint_it, AIMS[length]), ("all of it", lambda: open_it(length), "")):
        taken = cpu_ms(way, before=lambda: open_it(libraries.SHORT))
        yield Figure(f"window: open an article: {what}", said, taken, floor=floor.show, floor_is=QT, aim=aim)
        settled()
    place = length // 2
    starts = iter(range(place, place + 200, 7))

    def select() -> None:
        start = next(starts)
        span = Span(start, start + 5)
        pane.go_to(span)
        pane.select(span)
        settled()

    def act(what: Act) -> None:
        window.commands[what].trigger()
        settled()

    repaints = f"{QT} repaints"
    for what, wanted in (("highlight", Act.HIGHLIGHT), ("undo it", Act.UNDO), ("redo it", Act.REDO)):
        before = select if wanted == Act.HIGHLIGHT else None
        taken = cpu_ms(partial(act, wanted), before=before, repeat=TIMES)
        yield Figure(f"window: {what}", said, taken, floor=floor.repaint, floor_is=repaints, aim="< 15")
    ways = iter([Act.LARGER, Act.SMALLER] * TIMES)
    taken = cpu_ms(lambda: act(next(ways)), repeat=TIMES)
    yield Figure("window: A+ / A-", said, taken, floor=floor.zoom["middle"], floor_is=QT, aim="< 10")
