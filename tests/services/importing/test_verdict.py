"""Pages that are no articles say so, and take no date from what they show."""

from __future__ import annotations

import pytest

from reader.services.importing.read import read

MENU = "".join(f"<li><a href='/{n}'>欄目{n}</a></li>" for n in range(12))
NEWS = "".join(
    f"<li><a href='/news/{n}'>臨海市圖書館新館第{n}次試開放，讀者排起長隊等候入場</a> 2024-05-{n:02}</li>"
    for n in range(1, 25)
)
TEASERS = "".join(
    f"<div><h3><a href='/news/{n}'>市圖書館新館第{n}次試開放迎來三千讀者</a></h3>"
    f"<p>本站訊，臨海市圖書館新館開始第{n}次試開放，首日接待讀者三千人次。<a href='/news/{n}'>全文</a></p></div>"
    for n in range(1, 12)
)
LIFE = "林曉（1956年7月3日—），作家，臨海市人。1978年考入大學中文系，畢業後在報社工作多年，著有小說多部。"
ENTRY = f"<h1>林曉</h1><p>{LIFE}</p><h2>生平</h2><p>{LIFE}</p><h2>作品</h2><p>{LIFE}</p>"
ARTICLE = (
    "<p>本站訊，臨海市圖書館新館開始試開放，首日接待讀者三千人次，不少讀者帶著全家老小前來參觀，秩序良好。</p>" * 3
)


def page(title: str, body: str, head: str = "") -> bytes:
    return f"<html><head><title>{title}</title>{head}</head><body><ul>{MENU}</ul>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("title", "body", "head"),
    [
        ("新聞列表", f"<ul>{NEWS}</ul>", ""),
        ("民生新聞-臨海在線", TEASERS, ""),
        ("臨海在線", TEASERS, '<link rel="canonical" href="https://news.example/">'),
        ("林曉_臨海百科", ENTRY, ""),
        ("Lin Xiao - Wikipedia", ENTRY, '<meta property="og:type" content="article">'),
        ("登錄", "<form><p>用戶名</p><input name=u><p>密碼</p><input type=password><p>忘記密碼？</p></form>", ""),
        ("頁面不存在", "<p>抱歉，您訪問的頁面不存在</p>", ""),
    ],
)
def test_what_is_no_article_says_so(title: str, body: str, head: str) -> None:
    draft = read(page(title, body, head), "a.html")
    assert "not-an-article" in draft.warnings and draft.published == ""


@pytest.mark.parametrize(
    ("title", "body", "head"),
    [
        ("市圖書館新館試開放_臨海在線", f"<h1>市圖書館新館試開放</h1>{ARTICLE}", ""),
        ("林曉談百科全書的編寫-臨海在線", f"<h1>林曉談百科全書的編寫</h1>{ARTICLE}", ""),
        ("市圖書館新館試開放", f"<h1>市圖書館新館試開放</h1>{ARTICLE}<ul>{NEWS}</ul>", ""),
        ("市圖書館新館試開放", f"{ARTICLE}<form><input type=password></form>", ""),
        ("市圖書館新館試開放", ARTICLE, '<meta property="og:url" content="https://news.example/">'),
    ],
)
def test_an_article_is_one(title: str, body: str, head: str) -> None:
    assert "not-an-article" not in read(page(title, body, head), "a.html").warnings
