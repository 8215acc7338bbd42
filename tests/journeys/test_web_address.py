"""A page is imported from its address: who will be asked is said before, and nobody is where that is switched off."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QTreeWidget

from desktop import Desktop
from reader.actions import Act

PROSE = "<p>六日上午，臨海市圖書館新館開始試開放，兒童閱覽區座無虛席，館長說人比想的多。</p>" * 3
PAGE = f"<!DOCTYPE html><title>新館開放</title><body><article><h1>新館開放</h1>{PROSE}</article></body>"


class Server:
    """A web server on this computer, which answers once it may, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may_answer = threading.Event()
        self.may_answer.set()
        server = self

        class Asked(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append(self.path)
                server.may_answer.wait(10)
                body = PAGE.encode()
                moved = self.path == "/moved"
                self.send_response(200 if self.path == "/page" else 302 if moved else 404)
                if moved:
                    self.send_header("Location", f"http://localhost:{server.http.server_port}/page")
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
        self.http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    made = Server()
    yield made
    made.may_answer.set()
    made.http.shutdown()
    made.http.server_close()


def said(desktop: Desktop) -> str:
    label = desktop.control("webSaid")
    assert isinstance(label, QLabel)
    return label.text()


def text_of(desktop: Desktop, field: str) -> str:
    found = desktop.control(field)
    assert isinstance(found, QLineEdit)
    return found.text()


def ask(desktop: Desktop, address: str = "") -> None:
    """Open the window for an address, and type one."""
    desktop.press("Ctrl+Shift+L", desktop.window.listing.view)
    if address:
        desktop.type(address, "webAddress")


def test_the_address_in_the_clipboard_is_offered_and_fetched(start: Callable[[], Desktop], server: Server) -> None:
    desktop = start()
    QGuiApplication.clipboard().setText(f"{server.address}/page\n")
    ask(desktop)
    field = desktop.control("webAddress")
    assert isinstance(field, QLineEdit) and field.text() == f"{server.address}/page"
    assert "will ask 127.0.0.1 for this page, and for nothing else" in said(desktop)
    assert server.asked == []  # not before it is wanted
    desktop.press("Return", field)
    desktop.wait(lambda: desktop.window.notice.words.startswith("Added: 新館開放"))
    assert server.asked == ["/page"] and desktop.title() == "新館開放"
    page = desktop.window.view.pane.page
    assert page is not None and page.article.url == f"{server.address}/page"
    desktop.press("Ctrl+Z", desktop.window.view.pane)
    assert desktop.rows() == []


def test_what_is_no_address_cannot_be_fetched(start: Callable[[], Desktop]) -> None:
    desktop = start()
    QGuiApplication.clipboard().setText("some words")
    ask(desktop)
    button = desktop.control("fetchPage")
    assert isinstance(button, QPushButton) and not button.isEnabled()
    assert said(desktop) == "Type or paste the address of a page."
    desktop.type("file:///etc/passwd", "webAddress")
    assert "is no web address" in said(desktop) and not button.isEnabled()


def test_what_went_wrong_is_said(start: Callable[[], Desktop], server: Server) -> None:
    desktop = start()
    ask(desktop, f"{server.address}/gone")
    desktop.click("fetchPage")
    desktop.wait(lambda: "is not there (the server says 404)" in desktop.window.notice.words)
    assert desktop.rows() == []


def test_what_was_typed_is_there_again_after_a_failure(start: Callable[[], Desktop], server: Server) -> None:
    desktop = start()
    QGuiApplication.clipboard().setText("https://copied.example/before")
    ask(desktop, f"{server.address}/gone")
    desktop.click("fetchPage")
    desktop.wait(lambda: "is not there" in desktop.window.notice.words)
    desktop.click("noticeButton")
    assert text_of(desktop, "webAddress") == f"{server.address}/gone"
    desktop.press("Esc", desktop.control("webAddress"))
    QGuiApplication.clipboard().setText(f"{server.address}/page")  # one that was copied since counts more
    ask(desktop)
    assert text_of(desktop, "webAddress") == f"{server.address}/page"


def test_another_host_that_a_page_came_from_is_named(start: Callable[[], Desktop], server: Server) -> None:
    desktop = start()
    ask(desktop, f"{server.address}/moved")
    assert "for nothing else but where 127.0.0.1 says it has moved" in said(desktop)
    desktop.click("fetchPage")
    desktop.wait(lambda: desktop.window.notice.words == "Added: 新館開放 (from localhost)")


@pytest.mark.parametrize("dropped", [False, True])
def test_a_web_address_that_is_pasted_or_dropped_is_asked_about(
    start: Callable[[], Desktop], server: Server, dropped: bool
) -> None:
    desktop = start()
    data = QMimeData()
    data.setText(f" {server.address}/page\n")
    if dropped:
        data.setUrls([QUrl(f"{server.address}/page")])
        data.setHtml(f'<p><a href="{server.address}/page">新館</a></p>')
        desktop.window.collecting.take(data)
    else:
        QGuiApplication.clipboard().setMimeData(data)
        desktop.press("Ctrl+V", desktop.window.listing.view)
    assert text_of(desktop, "webAddress") == f"{server.address}/page" and server.asked == []
    desktop.click("fetchPage")
    desktop.wait(lambda: desktop.title() == "新館開放")


def test_a_text_with_more_than_an_address_is_a_text(start: Callable[[], Desktop]) -> None:
    desktop = start()
    QGuiApplication.clipboard().setText("標題在此\nhttps://news.example/page\n正文說的是民生。")
    desktop.press("Ctrl+V", desktop.window.listing.view)
    desktop.wait(lambda: len(desktop.rows()) == 1)


def test_an_address_is_no_article_either_where_the_web_is_switched_off(start: Callable[[], Desktop]) -> None:
    desktop = start()
    desktop.settings.web_allowed = False
    QGuiApplication.clipboard().setText("https://news.example/page")
    desktop.press("Ctrl+V", desktop.window.listing.view)
    assert "import from those is switched off" in desktop.window.notice.words and desktop.rows() == []


def test_a_fetch_is_stopped(start: Callable[[], Desktop], server: Server) -> None:
    server.may_answer.clear()
    desktop = start()
    ask(desktop, f"{server.address}/page")
    desktop.click("fetchPage")
    desktop.wait(lambda: server.asked == ["/page"])
    desktop.click("cancelJob")
    desktop.wait(lambda: not desktop.window.status.activity.busy)
    assert desktop.rows() == []


def test_it_can_be_switched_off_for_good(start: Callable[[], Desktop]) -> None:
    desktop = start()
    desktop.press("Ctrl+,")
    check = desktop.control("setting-web")
    assert isinstance(check, QCheckBox)
    check.click()
    desktop.press("Esc", check)
    command = desktop.window.commands[Act.IMPORT_WEB]
    assert not command.isVisible() and not command.isEnabled()
    desktop = start()
    assert not desktop.window.commands[Act.IMPORT_WEB].isVisible()
    ask(desktop)
    desktop.press("F1", desktop.window.listing.view)
    tree = desktop.control("shortcutTree")
    assert isinstance(tree, QTreeWidget)
    there = tree.findItems("Import f", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    assert [each.text(0) for each in there] == ["Import files", "Import folder"]
    desktop.press("Esc", tree)
    desktop.window.collecting.ask_for_address()
    with pytest.raises(AssertionError):
        desktop.control("webAddress")
