"""Source, time and author as pages show them: each case is a kind of page."""

from __future__ import annotations

import time

import pytest

from reader.domain.article import Draft
from reader.services.importing.read import read

TITLE = "臨海市召開海洋經濟工作會議"
BODY = "會議指出，要堅持高標定位、爭創一流，推動海洋經濟高質量發展，切實增強群眾的獲得感。" * 2


def page(fields: str = "", *, opening: str = "", ending: str = "", head: str = "") -> Draft:
    markup = f"""<html><head><title>{TITLE}</title>{head}</head><body><nav><a href="/">首頁</a></nav>
    <div class="article"><h1>{TITLE}</h1>{fields}<div class="content">
    <p>{opening}{BODY}</p><p>{BODY}</p><p>{BODY}</p>{ending}</div></div></body></html>"""
    return read(markup.encode(), "a.html")


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ("<p>2024-03-04 10:20:30 海濱日報</p>", "海濱日報"),
        ("<p>2024年03月04日 10:20 海濱日報</p>", "海濱日報"),
        ("<p>來源於：東區辦事處</p><p>2024-03-04</p>", "東區辦事處"),
        ("<p>2024-03-04 10:20來源：海濱新聞·海濱號·政務</p>", "海濱新聞·海濱號·政務"),
        ("<p>海濱社</p><p>2024-03-04 10:20</p>", "海濱社"),
        ("<p>林曉/海濱青年報</p><p>2024-03-04 10:20</p>", "海濱青年報"),
        ("<p>2024-03-04 10:20</p><p>國內新聞</p>", ""),
        ("<p>发表于 2024-03-04 10:20</p>", ""),
    ],
)
def test_the_source_beside_the_date(fields: str, source: str) -> None:
    assert page(fields).source == source


@pytest.mark.parametrize(
    ("fields", "opening", "ending", "author"),
    [
        ("", "海濱報訊（記者 林曉）", "", "林曉"),
        ("", "海濱報快讯（见习记者 林晓、周南）", "", "林晓、周南"),
        ("<p>海濱新聞記者 林曉</p><p>2024-03-04 10:20</p>", "", "", "林曉"),
        ("<p>林曉/海濱青年報</p><p>2024-03-04 10:20</p>", "", "", "林曉"),
        ("", "", "<p>采写：海濱報记者 林晓 周南</p>", "林晓 周南"),
        ("", "記者林曉昨日從市政府獲悉，", "", ""),
        ("", "有記者問起此事，", "", ""),
    ],
)
def test_the_reporter(fields: str, opening: str, ending: str, author: str) -> None:
    assert page(fields, opening=opening, ending=ending).author == author


@pytest.mark.parametrize(
    "declared",
    ["海濱日報", "海濱日報-綜合", "海濱科技", "HAIBIN.NET", "haibin.de", "Redaktion", "Haibin Today", "Haibin GmbH"],
)
def test_a_publisher_that_is_declared_as_author_is_none(declared: str) -> None:
    head = f'<meta name="author" content="{declared}"><link rel="canonical" href="https://haibin-today.example/a">'
    assert page("<p>2024-03-04 10:20 海濱日報</p>", head=head).author == ""


@pytest.mark.parametrize(
    ("fields", "head", "author", "source"),
    [
        ("<p>2024-03-04　作者：新华社</p>", "", "", "新华社"),
        ("<p>2024-03-04　来源：海濱網　作者：編輯部</p>", "", "", "海濱網"),
        ("<p>2024-03-04　来源：海濱網　作者：林大学</p>", "", "林大学", "海濱網"),
        ("<p>2024-03-04　作者：臨海發布、中央廣播電視總台</p>", "", "", "臨海發布、中央廣播電視總台"),
        ("<p>2024-03-04　来源：海濱網　作者：新华社</p>", '<meta name="author" content="林曉">', "林曉", "海濱網"),
        ("<p>2024-03-04</p>", '<meta name="author" content="臨海發布">', "", "臨海發布"),
        ("<p>2024-03-04　来源：网络　作者：佚名</p>", "", "", ""),
        ("<p>2024-03-04　来源：本站</p>", '<meta name="source" content="互联网">', "", ""),
    ],
)
def test_offices_are_no_authors_and_nobody_is_none(fields: str, head: str, author: str, source: str) -> None:
    found = page(fields, head=head)
    assert (found.author, found.source) == (author, source)


POSTED = (
    '<div id="meta_content"><span>原创</span><span>林小雨</span><i id="profileBt"><a id="js_name">{account}</a></i>'
    '<span><em id="publish_time">2024年5月6日 09:12</em><em><span>浙江</span></em></span></div>'
)


@pytest.mark.parametrize("account", ["临海发布", "小城故事"])
def test_a_row_of_fields_that_only_its_layout_keeps_apart(account: str) -> None:
    head = '<meta property="og:site_name" content="微信公众平台"><meta name="author" content="林小雨">'
    found = page(POSTED.format(account=account), head=head)
    assert (found.author, found.source, found.published) == ("林小雨", account, "2024-05-06T09:12")
    assert f"原创  林小雨  {account}  2024年5月6日 09:12  浙江" in [line.text for line in found.left_out]


def test_the_author_stands_beside_the_medium_in_a_row_of_fields() -> None:
    row = "<p><b>林小雨</b><i>臨海發布</i><em>2024年5月6日 09:12</em></p>"
    found = page(row)
    assert (found.author, found.source) == ("林小雨", "臨海發布")
    glued = page("", opening="<span>2024年</span><span>5月6日，</span>").text
    assert "2024年5月6日，會議指出" in glued


FOOT = """<p>【打印本页】【关闭窗口】</p><p>主办：臨海市人民政府辦公室　承办：臨海市大數據局</p>
    <p>浙ICP备05000001号　浙公网安备 33108202000001号　网站标识码：3310000001</p><p>地址：府前街1号　邮编：317000</p>"""


@pytest.mark.parametrize("markup", [True, False])
def test_the_foot_of_a_site_is_none_of_the_text(markup: bool) -> None:
    if markup:
        found = page("<p>2024-03-04</p>", ending=FOOT)
    else:
        lines = FOOT.replace("<p>", "").replace("</p>", "\n").replace("【打印本页】【关闭窗口】", "")
        found = read(f"{TITLE}\n2024-03-04\n{BODY}\n{BODY}\n{lines}".encode(), "a.txt")
    assert found.text.endswith(BODY)
    left = [line.text for line in found.left_out]
    assert any("主办：" in line for line in left) and any("地址：" in line for line in left)


def test_what_stands_under_the_button_that_closes_a_page_is_none_of_the_text() -> None:
    foot = "<p>【打印本页】【关闭窗口】</p><p>主办：臨海市人民政府</p><p>地址：府前街1号　邮编：317000</p>"
    assert page("<p>2024-03-04</p>", ending=foot).text.endswith(BODY)
    assert page("<p>2024-03-04</p>", ending=foot + "<p>附件：報名表</p>").text.endswith("附件：報名表")


def test_who_holds_an_event_stays_in_the_text() -> None:
    where = "<p>主办：市圖書館</p><p>地址：府前街1號</p>"
    assert page("<p>2024-03-04</p>", ending=where).text.endswith("主办：市圖書館\n地址：府前街1號")


@pytest.mark.parametrize("ending", [False, True])
def test_the_author_of_a_page_in_russian(ending: bool) -> None:
    words = "<p>Городской совет обсудил план, который обойдётся в три миллиона и займёт два года.</p>" * 5
    line = "<p>Автор: Иван Иванов</p>"
    body = words + line if ending else line + words
    found = read(f"<html lang=ru><title>Совет обсудил план</title><h1>Совет обсудил план</h1>{body}".encode(), "a.html")
    assert found.author == "Иван Иванов" and "Иванов" not in found.text


@pytest.mark.parametrize(
    "author",
    ['{"@type": "Organization", "name": "臨海在線"}', '{"@id": "#us"}'],
)
@pytest.mark.parametrize(
    ("words", "of"), [(BODY, "臨海在線"), ("The council met on Monday to discuss. " * 5, "臨海在線")]
)
def test_an_organisation_that_is_declared_as_author_is_the_source(author: str, words: str, of: str) -> None:
    us = '{"@type": ["NewsMediaOrganization"], "@id": "#us", "name": "臨海在線"}'
    linked = f'[{{"@type": "NewsArticle", "author": [{author}]}}, {us}]'
    head = f'<script type="application/ld+json">{linked}</script>'
    found = read(f"<html><head><title>{TITLE}</title>{head}</head><h1>{TITLE}</h1><p>{words}</p>".encode(), "a.html")
    assert (found.author, found.source) == ("", of)


@pytest.mark.parametrize(
    ("shown", "declared", "published"),
    [
        ("2024-03-04 10:20", "2024-03-04T10:20:30+08:00", "2024-03-04T10:20:30"),
        ("2024-03-04", "2024-03-04T10:20:30+08:00", "2024-03-04T10:20:30"),
        ("2024-03-04 10:20", "2024-03-04T12:55:01+08:00", "2024-03-04T10:20"),
        ("2024-03-04 10:20", "2024-03-05T10:20:30+08:00", "2024-03-04T10:20"),
        ("", "2024-03-05T10:20:30+08:00", "2024-03-05T10:20:30"),
    ],
)
def test_the_time_that_is_shown_wins_and_the_declared_one_adds_to_it(shown: str, declared: str, published: str) -> None:
    head = f'<meta property="article:published_time" content="{declared}">'
    assert page(f"<p>{shown}</p>" if shown else "", head=head).published == published


def test_fields_below_the_text_are_found() -> None:
    draft = page(ending="<p>發布日期：2024-03-06 責任編輯：龍慧</p>")
    assert (draft.published, draft.editor) == ("2024-03-06", "龍慧")


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ("<p>2024-05-06 09:12 來源：海濱日報 A+A-</p>", "海濱日報"),
        ("<p>2024-05-06</p><p>來源：https://www.haibin.example/politics/1.htm</p>", "haibin.example"),
        ("<p>Date: Mon, 6 May 2024 09:12</p>", ""),
        ("<p>林曉（1950年3月4日出生），作家。</p>", ""),
    ],
)
def test_what_stands_beside_a_source_or_a_date_is_none(fields: str, source: str) -> None:
    assert page(fields).source == source


def test_a_sentence_with_a_date_is_of_the_body_and_not_its_time() -> None:
    sentences = ["我叫小林，住在武漢。", "2020年1月23日，武漢封城了。", "那天早上我還在睡覺。"]
    opening = "</p><p>".join([*sentences, ""])
    draft = page(opening=opening)
    assert draft.text.split("\n")[1:4] == sentences and draft.published == ""
    assert page("<p>2020-02-06 09:12</p>", opening=opening).published == "2020-02-06T09:12"


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("6 мая 2024 г., 09:12", "2024-05-06T09:12"),
        ("6 травня 2024", "2024-05-06"),
        ("6 مايو 2024", "2024-05-06"),
        ("2024년 5월 6일 09:12", "2024-05-06T09:12"),
    ],
)
def test_dates_in_further_languages(shown: str, published: str) -> None:
    assert page(f"<p>{shown}</p>").published == published


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="pubdate" content="2024-05-06{" " * 50_000}x">',
        f"<script>{'<rp>' * 50_000}</script>",
        f"<script>{'<rp' * 50_000}</script>",
    ],
    ids=["white space", "tags in a script", "open tags in a script"],
)
def test_hostile_heads_take_no_time(head: str) -> None:
    began = time.process_time()
    assert page("", head=head).text.count(BODY) == 3
    assert time.process_time() - began < 5
