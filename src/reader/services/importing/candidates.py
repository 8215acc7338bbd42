"""What others take for the body of a page: readability-lxml and trafilatura, each within limits.

They get the page as an HTML5 parser understood it: the parser that they use drops what follows an early </html>.
"""

from __future__ import annotations

import contextlib
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser

Answer = TypeVar("Answer")
SIZE_LIMIT = 3_000_000  # characters of markup that they are given
SECONDS = 2.0  # of CPU time for each; where the system cannot interrupt it, the worker's own limit holds
# They tell their log of each page that they make nothing of.
for _name in ("readability", "trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


class _Interrupted(BaseException):
    """Time is over; no Exception, which the libraries would catch."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What trafilatura finds out about a page."""

    author: str = ""
    published: str = ""


def readability(markup: str) -> str:
    """The text that readability-lxml takes for the body; "" if it finds none."""
    from readability import Document  # here, as in the others: they take 0.2 s, which the window should not wait for

    def work() -> str:
        body = LexborHTMLParser(Document(markup).summary(html_partial=True)).body
        return body.text() if body is not None else ""

    return _limited(markup, work, "")


def trafilatura(markup: str) -> str:
    """The text that trafilatura takes for the body; "" if it finds none."""
    from trafilatura import bare_extraction

    def work() -> str:
        found = bare_extraction(markup, include_comments=False, include_tables=True, with_metadata=False)
        return str(getattr(found, "text", None) or "")

    return _limited(markup, work, "")


def declared(markup: str) -> Declared:
    """What trafilatura finds out about a page of a language that it knows."""
    from trafilatura.metadata import extract_metadata

    def work() -> Declared:
        found = extract_metadata(markup, date_config={"extensive_search": False, "original_date": True})
        return Declared(found.author or "", found.date or "") if found is not None else Declared()

    return _limited(markup, work, Declared())


def _limited(markup: str, work: Callable[[], Answer], otherwise: Answer) -> Answer:
    """The answer of a library; `otherwise` if the page is too large, it takes too long or fails on the page."""
    if len(markup) > SIZE_LIMIT:
        return otherwise
    try:
        with _timed():
            return work()
    except (_Interrupted, Exception):  # whatever it says of a page, there are other candidates
        return otherwise


@contextlib.contextmanager
def _timed() -> Iterator[None]:
    """Interrupt what takes longer than SECONDS, where signals can: on the main thread, and not on Windows."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise _Interrupted

    before = signal.signal(signal.SIGVTALRM, interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
