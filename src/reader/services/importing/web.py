"""Fetching a page from a web address that a person gives: the only thing in the program that uses the network.

Nothing but that address is asked for, and those it leads to: no pictures, no scripts, no cookies.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from urllib.parse import quote, urlsplit, urlunsplit

from reader.domain.errors import ImportFailed
from reader.services.importing.decode import said_by_server
from reader.services.importing.given import Given
from reader.services.importing.request import Answer, answer_of

SECONDS = 30.0  # for all of it: finding the host, redirects, reading
LOOK = 0.05  # seconds after which to look whether it was cancelled
SCHEMES = ("http", "https")
SAFE = "%/:=&?~+!$,;'@()*[]|"  # what stays in addresses as it is
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

NO_ADDRESS = "{file} is no web address. Give one that begins with https:// or http://."
WITH_NAME = "{file} holds the name of a user, which Reader sends nowhere. Give the address without it."
TIMED_OUT = "{file} did not answer completely within {seconds} seconds. Try again later, or save the page in a browser."


def address_meant(words: str) -> str:
    """The web address that a person typed, as it will be asked for. Raises ImportFailed if it is none."""
    typed = words.strip()
    if not re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", typed, re.IGNORECASE):
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:  # half of a bracket, a port of letters, a host of impossible names
        parts, host, port = urlsplit(""), "", None
    if parts.scheme not in SCHEMES or not re.search(r"\w", host) or re.search(r"\s", parts.netloc):
        raise ImportFailed("no-address", NO_ADDRESS, file=words.strip())
    if parts.username is not None:
        raise ImportFailed("user-in-address", WITH_NAME, file=words.strip())
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    return urlunsplit((parts.scheme, place, quote(parts.path or "/", SAFE), quote(parts.query, SAFE), ""))


def fetch(words: str, *, cancelled: Callable[[], bool] | None = None, seconds: float = SECONDS) -> Given | None:
    """What is at the address that a person typed; None once `cancelled()` is true.

    Its name and `address` are those after all redirects.
    Raises ImportFailed with one sentence: no address, no such host, not to be reached, not to be trusted, not there,
    refused, too large, no page, not in time.
    """
    address = address_meant(words)
    asking = _Asking(address, seconds)
    asking.start()
    last = time.monotonic() + seconds
    while asking.is_alive():
        asking.join(LOOK)
        if cancelled is not None and cancelled():
            asking.stopped.set()
            return None
        if asking.is_alive() and time.monotonic() >= last:
            asking.stopped.set()
            raise ImportFailed("timed-out", TIMED_OUT, file=address, seconds=round(seconds))
    found = asking.outcome()
    charset = CHARSET.search(found.media_type)
    encoding = said_by_server(found.data, charset[1]) if charset else ""
    return Given(found.address, found.data, encoding=encoding, address=found.address)


class _Asking(threading.Thread):
    """Asks on a thread of its own, since nothing ends a system's search for a host before its time."""

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(name="reader-web", daemon=True)
        self._address = address
        self._seconds = seconds
        self._answer: Answer | None = None
        self._problem: Exception | None = None
        self.stopped = threading.Event()

    def run(self) -> None:
        """Ask; what comes of it is the outcome."""
        try:
            self._answer = answer_of(self._address, self._seconds, self.stopped.is_set)
        except Exception as error:
            self._problem = error

    def outcome(self) -> Answer:
        """The answer. Raises what was raised instead."""
        if self._problem is not None:
            raise self._problem
        assert self._answer is not None
        return self._answer
