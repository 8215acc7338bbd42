"""One request for a page, with the redirects that it meets, and what may go wrong with it, in a sentence."""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import string
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

from reader import __version__
from reader.domain.errors import ImportFailed

if TYPE_CHECKING:
    from email.message import Message

SIZE_LIMIT = 20_000_000  # bytes of an answer,
UNPACKED_LIMIT = 60_000_000  # and once it is unpacked
REDIRECTS = 5
MOVED = (301, 302, 303, 307, 308)
CHUNK = 65_536  # bytes
HEADERS = {
    "User-Agent": f"Reader/{__version__}",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
NO_PAGES = re.compile(
    r"(?:image|video|audio|font|model)/|(?:text|application)/(?:css|(?:x-)?javascript)", re.IGNORECASE
)

# What OpenSSL calls an answer without encryption.
PLAIN = ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST")

NO_HOST = "There is no host {host}, or this computer is not connected to the network. Check the address."
UNREACHABLE = "{host} cannot be reached: {why}. Check the address and the connection to the network."
UNREACHABLE_SAFELY = (
    "{host} cannot be reached with encryption. Check the address; a site without encryption needs http:// before it."
)
WITHOUT_ENCRYPTION = (
    "{host} answers without encryption: to fetch the page so all the same, write http:// before the address."
)
NO_COMMON_ENCRYPTION = "{host} agrees on no encryption that is safe. Save the page in a browser and import the file."
NOT_TRUSTED = "{host} cannot prove that it is this host ({why}), so nothing was sent to it."
SLOW = "{file} did not answer in time. Try again later, or save the page in a browser."
NOT_FOUND = "{file} is not there (the server says {code}). Check the address."
REFUSED = "{file} is not shown to programs or without signing in (the server says {code}). Save it in a browser."
FAILED = "{file} cannot be had now: the server says {code}. Try again later, or save the page in a browser."
TOO_LARGE = "{file} is larger than {limit} MB, so it was not fetched. Save it in a browser and import the file."
NO_PAGE = "{file} is no page but {what}, which Reader cannot import."
BROKEN_OFF = "The answer of {file} broke off or makes no sense. Try again later, or save the page in a browser."
TOO_MANY = "{file} leads on more than {limit} times. Open it in a browser and give the address where it ends."
LEADS_OFF = "{file} leads to {to}, which is not followed for safety. Give that address itself if it is meant."


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes at an address, the address itself after all redirects, and what the server says they are."""

    data: bytes
    address: str
    media_type: str


def answer_of(address: str, seconds: float, stopped: Callable[[], bool]) -> Answer:
    """Ask for an address; `seconds` is the limit for each step. Raises ImportFailed; also if it was stopped."""
    guard = _Guard(urlsplit(address).hostname or "")
    opener, came_from = _opener(guard), address
    for _ in range(REDIRECTS + 1):
        host = urlsplit(address).hostname or ""
        try:
            guard.check(host)
            with opener.open(urllib.request.Request(address, headers=HEADERS), timeout=seconds) as response:
                if response.status not in MOVED or "Location" not in response.headers:
                    return _read(response, address, stopped)
                came_from, address = address, _following(address, response.headers["Location"])
        except _LedInsideError:
            raise ImportFailed("leads-off", LEADS_OFF, file=came_from, to=address) from None
        except urllib.error.URLError as error:
            raise _unreached(error.reason, address, host) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _unreached(error, address, host) from error
        if stopped():
            raise ImportFailed("slow", SLOW, file=address)
    raise ImportFailed("redirects", TOO_MANY, file=address, limit=REDIRECTS)


def _following(address: str, location: str) -> str:
    """Where a redirect leads. Raises ImportFailed if it is to no web page, or to a page that is less safe."""
    raw = quote(location, encoding="iso-8859-1", safe=string.punctuation)  # as http.client reads headers
    following = urljoin(address, raw).partition("#")[0]
    parts, safe = urlsplit(following), address.startswith("https:")
    if (parts.scheme != "https" and (parts.scheme != "http" or safe)) or parts.username is not None:
        raise ImportFailed("leads-off", LEADS_OFF, file=address, to=following)
    return following


def _read(response: Any, address: str, stopped: Callable[[], bool]) -> Answer:
    """The body of an answer, unpacked. Raises ImportFailed if it is no page, too large, cut, or was stopped."""
    headers: Message = response.headers
    if response.status != 200:
        raise _refused(response.status, address)
    media_type = headers.get("Content-Type", "")
    if NO_PAGES.match(media_type):
        raise ImportFailed("no-page", NO_PAGE, file=address, what=media_type.partition(";")[0].strip().lower())
    if (headers.get("Content-Length") or "").isdecimal() and int(headers["Content-Length"]) > SIZE_LIMIT:
        raise _too_large(address, SIZE_LIMIT)
    unpack = _Unpacking(headers.get("Content-Encoding", ""), address)
    size, found = 0, []
    while chunk := response.read1(CHUNK):
        size += len(chunk)
        if stopped():
            raise ImportFailed("slow", SLOW, file=address)
        if size > SIZE_LIMIT:
            raise _too_large(address, SIZE_LIMIT)
        found.append(unpack(chunk))
    if response.length or not unpack.is_complete:
        raise ImportFailed("broken-off", BROKEN_OFF, file=address)
    return Answer(b"".join(found), address, media_type)


class _Unpacking:
    """Undoes the packing of an answer, bit by bit."""

    def __init__(self, coding: str, address: str) -> None:
        self._coding = coding.strip().lower()
        self._address = address
        self._size = 0
        self._inner: Any = None
        if self._coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise ImportFailed("broken-off", BROKEN_OFF, file=address)

    def __call__(self, chunk: bytes) -> bytes:
        if self._coding in ("", "identity"):
            return chunk
        if self._inner is None:
            # Some servers leave out the two bytes before what they deflate.
            raw = self._coding == "deflate" and (
                chunk[0] & 15 != zlib.DEFLATED or int.from_bytes(chunk[:2], "big") % 31
            )
            self._inner = zlib.decompressobj(wbits=-15 if raw else 47)
        try:
            found: bytes = self._inner.decompress(chunk, UNPACKED_LIMIT + 1 - self._size)
        except zlib.error as error:
            raise ImportFailed("broken-off", BROKEN_OFF, file=self._address) from error
        self._size += len(found)
        if self._size > UNPACKED_LIMIT:
            raise _too_large(self._address, UNPACKED_LIMIT)
        return found

    @property
    def is_complete(self) -> bool:
        """Whether all that was packed came."""
        return self._inner is None or bool(self._inner.eof)


# ---- where a request may go


class _LedInsideError(Exception):
    """Something outside leads inside."""


class _Guard:
    """Lets what is on the public network lead to nothing on this computer or in its own network.

    Judged is the address that is connected to, before anything is sent there: what a name means may change. A page
    inside, which the person has named, may lead anywhere.
    """

    def __init__(self, host: str) -> None:
        self._began_inside: bool | None = True if _is_inside(host) else None

    def connect(self, place: tuple[str, int], *args: Any, **named: Any) -> socket.socket:
        """As `socket.create_connection`. Raises _LedInsideError."""
        made = socket.create_connection(place, *args, **named)
        inside = _is_inside(made.getpeername()[0])
        if self._began_inside is None:
            self._began_inside = inside
        if inside and not self._began_inside:
            made.close()
            raise _LedInsideError
        return made

    def check(self, host: str) -> None:
        """Raise _LedInsideError by the name of a host alone, which a proxy would be asked for."""
        if _is_inside(host) and not self._began_inside:
            raise _LedInsideError


def _is_inside(host: str) -> bool:
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host.lower().rstrip(".").endswith("localhost")
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return not (mapped or found).is_global


def _opener(guard: _Guard) -> urllib.request.OpenerDirector:
    """Asks by HTTP and HTTPS, over the system's proxies and by its certificates; for nothing else."""
    import ssl  # with the next one takes 40 ms, which the start of the program has not to spare

    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    class Plain(urllib.request.HTTPHandler):
        def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
            return self.do_open(_guarded(http.client.HTTPConnection, guard, req), req)

    class Secure(urllib.request.HTTPSHandler):
        def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
            return self.do_open(_guarded(http.client.HTTPSConnection, guard, req), req, context=context)

    opener = urllib.request.OpenerDirector()
    for handler in (urllib.request.ProxyHandler(), Plain(), Secure(context=context)):
        opener.add_handler(handler)
    return opener


def _guarded(kind: type[http.client.HTTPConnection], guard: _Guard, request: urllib.request.Request) -> Any:
    """How to connect for a request; a proxy may be anywhere."""
    proxied = request.has_proxy() or getattr(request, "_tunnel_host", None)

    def connection(*args: Any, **named: Any) -> http.client.HTTPConnection:
        made = kind(*args, **named)
        if not proxied:
            made._create_connection = guard.connect  # type: ignore[attr-defined]
        return made

    return connection


# ---- what went wrong


def _refused(code: int, address: str) -> ImportFailed:
    """What a server means that sends no page."""
    if code in (404, 410):
        return ImportFailed("not-found", NOT_FOUND, file=address, code=code)
    if code in (401, 402, 403, 407, 451):
        return ImportFailed("refused", REFUSED, file=address, code=code)
    return ImportFailed("server-failed", FAILED, file=address, code=code)


def _unreached(reason: object, address: str, host: str) -> ImportFailed:
    """Why no answer came, or not all of it."""
    import ssl  # was loaded for the request

    if isinstance(reason, TimeoutError):
        return ImportFailed("slow", SLOW, file=address)
    if isinstance(reason, socket.gaierror):
        return ImportFailed("no-host", NO_HOST, host=host)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return ImportFailed("not-trusted", NOT_TRUSTED, host=host, why=reason.verify_message)
    if isinstance(reason, ssl.SSLError) and not isinstance(reason, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        said = WITHOUT_ENCRYPTION if reason.reason in PLAIN else NO_COMMON_ENCRYPTION
        return ImportFailed("no-encryption", said, host=host)
    if isinstance(reason, ssl.SSLError):
        return ImportFailed("broken-off", BROKEN_OFF, file=address)
    if isinstance(reason, ConnectionRefusedError) and address.startswith("https:"):
        return ImportFailed("unreachable", UNREACHABLE_SAFELY, host=host)
    if isinstance(reason, OSError) and not isinstance(reason, ConnectionResetError):
        return ImportFailed("unreachable", UNREACHABLE, host=host, why=reason.strerror or str(reason))
    return ImportFailed("broken-off", BROKEN_OFF, file=address)


def _too_large(address: str, limit: int) -> ImportFailed:
    return ImportFailed("too-large-page", TOO_LARGE, file=address, limit=limit // 1_000_000)
