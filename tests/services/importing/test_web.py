"""One address is fetched, with limits, and whatever goes wrong is told in a sentence."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing import request, web
from reader.services.importing.parts import parts

PROSE = "<p>六日上午，臨海市圖書館新館開始試開放，兒童閱覽區座無虛席，館長說人比想的多。</p>" * 3
PAGE = f"<!DOCTYPE html><title>新館開放</title><body><article><h1>新館開放</h1>{PROSE}</article></body>"
Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A web server on this computer, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Asked(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                site.answers[self.path](self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def put(
        self, path: str, body: bytes = b"", media_type: str = "text/html", status: int = 200, **headers: str
    ) -> str:
        """Let this be at a path; its address."""

        def answer(asked: BaseHTTPRequestHandler) -> None:
            asked.send_response(status)
            asked.send_header("Content-Type", media_type)
            asked.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                asked.send_header(name.replace("_", "-"), value)
            asked.end_headers()
            asked.wfile.write(body)

        self.answers[path] = answer
        return self.address + path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server that is asked without a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def article(address: str) -> Draft:
    """The article at an address."""
    given = web.fetch(address)
    assert given is not None
    (part,) = parts(given)
    assert isinstance(part.found, Draft), part.found
    return part.found


def why_not(address: str, **limits: Any) -> str:
    """The kind of the reason why an address is not fetched, which its sentence names."""
    with pytest.raises(ImportFailed) as failed:
        web.fetch(address, **limits)
    assert str(failed.value).endswith(".")
    return failed.value.kind


def test_a_page_becomes_an_article_of_its_address(site: Site) -> None:
    found = article(site.put("/a?b=%E6%96%B0", PAGE.encode()) + "#part")
    assert (found.title, found.url) == ("新館開放", f"{site.address}/a?b=%E6%96%B0")
    assert found.original.data == PAGE.encode()
    ((_, headers),) = site.asked
    assert headers["User-Agent"].startswith("Reader/")
    assert not {"Cookie", "Referer", "Authorization"} & headers.keys()


def test_the_charset_of_the_server_counts_unless_the_page_is_utf8(site: Site) -> None:
    said = "text/html; charset=gbk"
    assert article(site.put("/gbk", PAGE.encode("gb18030"), said)).original.encoding == "gb18030"
    assert article(site.put("/utf8", PAGE.encode(), said)).original.encoding == "utf-8"


def test_packed_pages_are_unpacked(site: Site) -> None:
    raw = zlib.compressobj(wbits=-15)
    deflated = raw.compress(PAGE.encode()) + raw.flush()
    for path, body, coding in (
        ("/gzip", gzip.compress(PAGE.encode()), "gzip"),
        ("/zlib", zlib.compress(PAGE.encode()), "deflate"),
        ("/raw", deflated, "deflate"),
    ):
        assert article(site.put(path, body, Content_Encoding=coding)).original.data == PAGE.encode()


def test_redirects_are_followed_and_the_last_address_counts(site: Site) -> None:
    site.put("/新", PAGE.encode())
    site.answers["/%E6%96%B0"] = site.answers["/新"]
    site.put("/2", status=301, Location="/%E6%96%B0#here")
    assert article(site.put("/1", status=302, Location="2")).url == f"{site.address}/%E6%96%B0"


@pytest.mark.parametrize(
    "words",
    ["", "  ", "news", "ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,a"]
    + ["https://", "https:///a", "http://[::1", "http://example.org:port/", "http://exa mple.org/", "mailto:a@b.org"],
)
def test_what_is_no_web_address_is_refused_without_asking(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a host was looked for"))
    if words == "news":  # may be a host of one's own network
        assert web.address_meant(words) == "https://news/"
    else:
        assert why_not(words) == "no-address"


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (" example.org/a b ", "https://example.org/a%20b"),
        ("http://例子.org/新聞?詞=圖", "http://xn--fsqu00a.org/%E6%96%B0%E8%81%9E?%E8%A9%9E=%E5%9C%96"),
        ("HTTPS://example.org", "https://example.org/"),
        ("localhost:8000/a#b", "https://localhost:8000/a"),
        ("https://example.org/a%20b?c=d&e=%E6%96%B0", "https://example.org/a%20b?c=d&e=%E6%96%B0"),
    ],
)
def test_addresses_are_asked_for_as_browsers_do(words: str, address: str) -> None:
    assert web.address_meant(words) == address


def test_the_name_of_a_user_is_sent_nowhere() -> None:
    assert why_not("https://someone:secret@example.org/") == "user-in-address"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, "not-found"),
        (410, "not-found"),
        (403, "refused"),
        (401, "refused"),
        (500, "server-failed"),
        (204, "server-failed"),
    ],
)
def test_what_a_server_refuses_is_told(site: Site, status: int, kind: str) -> None:
    assert why_not(site.put("/a", PAGE.encode() if status != 204 else b"", status=status)) == kind


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "text/css", "application/javascript; charset=utf-8"])
def test_what_is_no_page_is_refused(site: Site, media_type: str) -> None:
    assert why_not(site.put("/a", b"x", media_type)) == "no-page"


def test_too_much_is_refused_whether_it_is_said_or_not(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request, "SIZE_LIMIT", 1_000)
    monkeypatch.setattr(request, "UNPACKED_LIMIT", 3_000)
    assert why_not(site.put("/said", bytes(1_001))) == "too-large-page"
    assert why_not(site.put("/bomb", gzip.compress(bytes(100_000)), Content_Encoding="gzip")) == "too-large-page"

    def endless(asked: BaseHTTPRequestHandler) -> None:
        asked.send_response(200)
        asked.end_headers()
        while True:
            asked.wfile.write(b"<p>" * 100)

    site.answers["/endless"] = endless
    with pytest.MonkeyPatch.context() as quiet:
        quiet.setattr(site.server, "handle_error", lambda *_: None)
        assert why_not(f"{site.address}/endless") == "too-large-page"
        time.sleep(0.1)


def test_an_answer_that_breaks_off_is_no_page(site: Site) -> None:
    def cut(asked: BaseHTTPRequestHandler) -> None:
        asked.send_response(200)
        asked.send_header("Content-Length", "10000")
        asked.end_headers()
        asked.wfile.write(PAGE.encode())

    site.answers["/cut"] = cut
    assert why_not(f"{site.address}/cut") == "broken-off"
    packed = gzip.compress(PAGE.encode())
    assert why_not(site.put("/cut-gzip", packed[:-20], Content_Encoding="gzip")) == "broken-off"
    assert why_not(site.put("/no-gzip", PAGE.encode(), Content_Encoding="gzip")) == "broken-off"
    assert why_not(site.put("/other", PAGE.encode(), Content_Encoding="br")) == "broken-off"


def test_who_answers_too_slowly_is_given_up_in_time(site: Site) -> None:
    done = threading.Event()

    def slow(asked: BaseHTTPRequestHandler) -> None:
        asked.send_response(200)
        asked.end_headers()
        while not done.wait(0.05):
            asked.wfile.write(b"<")
            asked.wfile.flush()

    site.answers["/slow"] = slow
    began = time.monotonic()
    assert why_not(f"{site.address}/slow", seconds=0.5) == "timed-out"
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    assert web.fetch(f"{site.address}/slow", cancelled=cancelled) is None
    assert time.monotonic() - began < 3
    done.set()


def test_a_port_where_nothing_listens_cannot_be_reached(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert why_not(f"http://127.0.0.1:{port}/") == "unreachable"


def answering_with(words: bytes) -> int:
    """The port of a server that says this to the first who asks, whatever that is."""
    server = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        with server, server.accept()[0] as asking:
            asking.recv(10_000)
            asking.sendall(words)

    threading.Thread(target=answer, daemon=True).start()
    return int(server.getsockname()[1])


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "no-encryption", "write http:// before the address"),
        (b"\x15\x03\x03\x00\x02\x02\x28", "no-encryption", "agrees on no encryption that is safe"),
        (b"", "broken-off", "broke off"),
    ],
)
def test_a_host_without_encryption_is_told_in_words(site: Site, answer: bytes, kind: str, said: str) -> None:
    with pytest.raises(ImportFailed) as failed:
        web.fetch(f"127.0.0.1:{answering_with(answer)}/page")
    assert failed.value.kind == kind and said in str(failed.value) and "SSL" not in str(failed.value)


def test_where_nothing_listens_for_encryption_another_beginning_is_named(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(ImportFailed, match="a site without encryption needs http:// before it"):
        web.fetch(f"127.0.0.1:{port}/")


def test_a_host_that_is_not_there_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert why_not("https://nowhere.example/a") == "no-host"


@pytest.mark.parametrize(
    "to", ["ftp://example.org/a", "file:///etc/passwd", "data:text/html,a", "http://me@127.0.0.1/"]
)
def test_redirects_lead_to_web_pages_only(site: Site, to: str) -> None:
    assert why_not(site.put("/a", status=302, Location=to)) == "leads-off"


def test_endless_redirects_end(site: Site) -> None:
    assert why_not(site.put("/a", status=302, Location="/a")) == "redirects"
    assert len(site.asked) == request.REDIRECTS + 1


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1:{port}/secret", "http://localhost:{port}/secret", "http://inside.example:{port}/secret"]
)
def test_the_public_network_leads_to_nothing_inside(site: Site, to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server stands for a public one: it is taken for that, while it is asked under its public name."""
    port = site.server.server_port
    site.put("/a", status=302, Location=to.format(port=port))
    site.put("/secret", PAGE.encode())
    connect = socket.create_connection

    class Outside:
        """A connection whose other end is on the public network."""

        def __init__(self, inner: socket.socket) -> None:
            self._inner = inner

        def getpeername(self) -> tuple[str, int]:
            return "203.0.114.7", 80

        def __getattr__(self, name: str) -> Any:
            return getattr(self._inner, name)

    def connecting(place: tuple[str, int], *args: Any, **named: Any) -> Any:
        made = connect(("127.0.0.1", port), *args, **named)
        return Outside(made) if place[0] == "public.example" else made

    monkeypatch.setattr(socket, "create_connection", connecting)
    assert why_not(f"http://public.example:{port}/a") == "leads-off"
    assert [path for path, _ in site.asked] == ["/a"]


def test_the_proxy_of_the_system_is_asked_and_for_nothing_inside(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.address)
    monkeypatch.setenv("no_proxy", "")
    site.put("http://news.example/a", PAGE.encode())
    assert article("http://news.example/a").url == "http://news.example/a"
    for to in ("http://192.168.0.1/", "http://[::1]/", "http://localhost/"):
        site.put("http://news.example/b", status=302, Location=to)
        assert why_not("http://news.example/b") == "leads-off"
    assert [path for path, _ in site.asked] == ["http://news.example/a", *["http://news.example/b"] * 3]


def test_a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent(site: Site, tmp_path: Path) -> None:
    files = (str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem"))
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    try:
        subprocess.run([*made, "-keyout", files[0], "-out", files[1]], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not there to make a certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.put("/a", PAGE.encode())
    with pytest.MonkeyPatch.context() as quiet:
        quiet.setattr(site.server, "handle_error", lambda *_: None)
        assert why_not(f"https://127.0.0.1:{site.server.server_port}/a") == "not-trusted"
    assert site.asked == []
