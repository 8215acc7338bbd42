"""Web pages: structure comes in, nothing that could act does."""

from __future__ import annotations

import base64
import gzip
import json
import sys
import time
from pathlib import Path

import pytest

from reader.domain.article import Draft, Mark, printed
from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given
from reader.services.importing.read import read
from reader.services.importing.worker import Worker

PROSE = "臨海市召開會議，研究部署下步工作。會議強調，要堅持高標定位、爭創一流，切實盤活土地資源、優化城市布局。"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ENGLISH = "The council met on Monday to discuss the plan, which would cost 3 million."
PAGE = (
    "<!doctype html><html lang=zh-Hant><head><title>{title} - 臨海在線</title>{head}</head>"
    "<body><h1>{title}</h1>{body}</body></html>"
)


def page(body: str, title: str = "市圖書館新館試開放", head: str = "") -> Draft:
    return read(PAGE.format(title=title, body=body, head=head).encode(), "a.html")


def marked(draft: Draft, kind: str) -> list[tuple[str, str]]:
    return [(draft.text[mark.start : mark.end], mark.value) for mark in draft.marks if mark.kind == kind]


def test_structure_becomes_marks_on_the_words() -> None:
    draft = page(
        f"<p>{PROSE}</p><h2>第一節</h2><p>甲<b>粗體</b>乙<i>斜體</i><strong><em>兩者</em></strong>{PROSE}</p>"
        f"<ul><li>一項<ol><li>二層</li></ol></li></ul><blockquote><p>引用的話</p></blockquote>"
        f'<p>見<a href="https://example.org/?a=1&amp;b=2">這裡</a>。{PROSE}</p>'
        f"<table><tr><th>年</th><th>數</th></tr><tr><td>2020</td><td><b>七</b></td></tr></table><p>{PROSE}末</p>"
    )
    assert draft.title == "市圖書館新館試開放" and marked(draft, "title") == [(draft.title, "")]
    assert marked(draft, "heading") == [("第一節", "2")]
    assert marked(draft, "bold") == [("粗體", ""), ("兩者", ""), ("七", "")]
    assert marked(draft, "italic") == [("斜體", ""), ("兩者", "")]
    assert marked(draft, "item") == [("一項", "1"), ("二層", "2.")]
    assert marked(draft, "quote") == [("引用的話", "")]
    assert marked(draft, "link") == [("這裡", "https://example.org/?a=1&b=2")]
    assert marked(draft, "row") == [("年\t數", ""), ("2020\t七", "")]
    assert draft.marks == tuple(sorted(draft.marks))
    assert all(0 <= mark.start < mark.end <= len(draft.text) for mark in draft.marks)


def test_entities_spaces_and_breaks_are_what_a_browser_shows() -> None:
    draft = page(
        f"<p>a &amp; b &lt;c&gt; &#20320;&#x597D; &nbsp;d  e\n f<br>g</p><p>{PROSE}</p><pre>x\n  y</pre><p>{PROSE}末"
    )
    lines = draft.text.split("\n")
    assert lines[1:3] == ["a & b <c> 你好 \xa0d e f", "g"]
    assert lines[4:6] == ["x", "  y"]


def test_what_is_marked_over_several_paragraphs_is_marked_in_each() -> None:
    draft = page(f"<p>{PROSE}</p><b>甲<br>乙<i>丙<p>丁</p></i>戊</b><p>{PROSE}末</p>")
    assert draft.text.split("\n")[2:6] == ["甲", "乙丙", "丁", "戊"]
    assert marked(draft, "bold") == [("甲", ""), ("乙丙", ""), ("丁", ""), ("戊", "")]
    assert marked(draft, "italic") == [("丙", ""), ("丁", "")]


def test_what_is_marked_over_several_lines_is_marked_in_each_line() -> None:
    draft = page(f"<p>{PROSE}</p><pre>a <b>b</b>\n<i>  c\n\n d</i><b>e</b>\n</pre><p>{PROSE}末")
    assert draft.text.split("\n")[2:5] == ["a b", "  c", " de"]
    assert marked(draft, "bold") == [("b", ""), ("e", "")]
    assert marked(draft, "italic") == [("  c", ""), (" d", "")]


def test_marks_nested_in_one_another_are_one_mark() -> None:
    draft = page(f"<b><strong>a<b>b</b></strong>c<i>d</b>e</i>f<p>{PROSE}</p>" + "<b>" * 500 + f"<p>{PROSE}末</p>" * 50)
    assert marked(draft, "bold")[:1] == [("abcd", "")] and marked(draft, "italic") == [("d", ""), ("e", "")]
    assert len(marked(draft, "bold")) == 51  # and not 500 in each of 50 paragraphs, which took half a minute


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>",
        "<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rp>(</rp><rt>きょう</rt><rp>)</rp></ruby>",
        "<ruby><rb>東</rb><rb>京</rb><rt>とう</rt><rt>きょう</rt></ruby>",
    ],
)
def test_what_stands_above_characters_is_a_reading_and_none_of_the_text(ruby: str) -> None:
    draft = page(f"<p>{PROSE}</p><p>{PROSE}昨日{ruby}へ。</p><p>{PROSE}末</p>")
    assert f"{PROSE}昨日東京へ。" in draft.text
    assert printed(draft.text, draft.glosses).endswith(f"昨日東(とう)京(きょう)へ。\n{PROSE}末")
    assert "glosses-lifted" not in draft.warnings


def test_places_where_a_word_may_be_parted_are_none_of_the_text() -> None:
    assert "Fernsehansager" in page(f"<p>{ENGLISH}</p><p>{ENGLISH} Fern&shy;seh&shy;ansager.</p><p>{ENGLISH}</p>").text


def test_ruby_whose_ends_are_left_out_is_not_deep() -> None:
    assert "漢" in page(f"<p>{PROSE}</p><p><ruby>" + "漢<rt>hàn" * 6000 + f"</ruby></p><p>{PROSE}").text


def test_what_a_page_says_of_itself_is_short_and_on_one_line() -> None:
    draft = page(f"<p>{PROSE}<a href='https://a.example/&#27;b\nc'>x</a></p>", title="題" * 5000)
    assert len(draft.title) == 300 and draft.text.startswith(draft.title + "\n")
    assert marked(draft, "link") == [("x", "https://a.example/\ufffdb c")]


def test_what_is_not_seen_is_not_in_the_text() -> None:
    hidden = (
        '<script>evil("甲")</script><style>p{color:red}/*乙*/</style><noscript>丙</noscript><template>丁</template>'
        '<div hidden>戊</div><div style="DISPLAY : none">己</div><div aria-hidden=true>庚</div><!-- 辛 -->'
        '<iframe src="https://example.org">壬</iframe><svg><text>癸</text></svg><textarea>子</textarea>'
        '<select><option>丑</select><button>寅</button><input value="卯"><object>辰</object>'
    )
    draft = page(f"<p>{PROSE}</p>{hidden}<p>{PROSE}末</p>")
    assert draft.text == f"{draft.title}\n{PROSE}\n{PROSE}末"


def test_a_page_that_stands_inside_a_form_is_read() -> None:
    assert page(f'<form id="aspnetForm"><p>{PROSE}</p><p>{PROSE}末</p></form>').text.endswith(f"{PROSE}\n{PROSE}末")


def test_pictures_inside_the_file_come_in_and_others_do_not() -> None:
    data = base64.b64encode(PIXEL).decode()
    draft = page(
        f'<p>{PROSE}</p><p><img src="data:image/png;base64,{data}" alt="圖一"></p>'
        f'<p><img src="https://example.org/a.png" alt="圖二"><img src="file:///etc/passwd"></p>'
        f'<p><img src="data:image/svg+xml,<svg/>"><img src="data:image/png;base64,!!!!"></p><p>{PROSE}末</p>'
    )
    assert marked(draft, "image") == [("\ufffc", "0"), ("\ufffc", "?圖二")]
    assert [(image.media_type, image.data, image.alt) for image in draft.images] == [("image/png", PIXEL, "圖一")]
    assert "example.org/a.png" not in draft.text and "passwd" not in str(draft.marks)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " JavaScript:alert(1)", "file:///etc/passwd", "data:text/html,x", "smb://h/s", "/a"],
)
def test_links_that_could_act_are_only_words(address: str) -> None:
    draft = page(f'<p>{PROSE}<a href="{address}">按這裡</a></p><p>{PROSE}末</p>')
    assert "按這裡" in draft.text and marked(draft, "link") == []


def test_a_title_with_markup_is_words() -> None:
    title = "&lt;img src=file:///dev/zero onerror=x&gt;標題&lt;b&gt;粗"
    draft = page(f"<p>{PROSE}</p>", title=title)
    assert draft.title == "<img src=file:///dev/zero onerror=x>標題<b>粗"
    assert draft.text.startswith(draft.title + "\n") and marked(draft, "bold") == []


def test_a_body_beside_a_sidebar_and_with_many_links_is_the_body() -> None:
    person = (
        "<a href='/p'>Rep. Anna Muster</a><span><a href='/q'>Anna Muster: votes, money, friends, enemies</a></span>"
    )
    opening = f"{ENGLISH} {person} said so, and {person} did not agree with it, as they said on Monday evening."
    tail = f"<div><p>{ENGLISH} And that is all.</p><p>{ENGLISH} Or nearly so.</p></div>"
    others = "".join(f"<li><a href='/{n}'>Another headline that leads elsewhere, number {n}</a></li>" for n in range(9))
    aside = f"<div class='sidebar'><p>{ENGLISH} This is about something else.</p><ul>{others}</ul></div>"
    markup = f"<div class='content-with-sidebar'><div><p>{opening}</p>{tail}</div></div>{aside}"
    whole = f"<html><head><title>Title</title></head><body>{markup}</body></html>"
    draft = read(whole.encode(), "a.html", method="own rules")
    assert "did not agree with it" in draft.text and "Or nearly so." in draft.text
    assert "something else" not in draft.text


@pytest.mark.parametrize(
    "window", ["市圖書館新館試開放首日人潮湧現-臨海在線", "市圖書館新館試開放首日人潮湧現 臨海市圖書館", "臨海在線"]
)
def test_the_site_behind_the_title_is_none_of_it(window: str) -> None:
    shown = "市圖書館新館試開放首日人潮湧現"
    heading = "<h2>臨海市圖書館</h2>" if window != "臨海在線" else f"<h1>{shown}</h1>"
    body = f"<div>{shown}</div><p>{PROSE}</p><p>{PROSE}末</p>"
    draft = read(f"<html><head><title>{window}</title></head><body>{heading}{body}</body></html>".encode(), "a.html")
    assert draft.title == shown


def test_fields_come_from_the_line_under_the_title_or_from_the_head() -> None:
    line = "<div>2024-05-06 18:30:07 來源：臨海在線 作者：林小文</div>"
    ending = "<p>責任編輯：吳小雨</p><p>相關新聞</p>"
    draft = page(f"{line}<p>{PROSE}</p><p>{PROSE}末</p>{ending}")
    assert (draft.published, draft.source, draft.author, draft.editor) == (
        "2024-05-06T18:30:07",
        "臨海在線",
        "林小文",
        "吳小雨",
    )
    assert draft.text == f"{draft.title}\n{PROSE}\n{PROSE}末"
    head = (
        '<meta property="og:url" content="https://example.org/1"><meta property="og:site_name" content="臨海在線">'
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",'
        '"datePublished":"2024-05-06T18:30:07+08:00","author":[{"name":"林小文"}]}]}</script>'
    )
    draft = page(f"<p>{PROSE}</p><p>{PROSE}末</p>", head=head)
    assert (draft.published, draft.source, draft.author) == ("2024-05-06T18:30:07", "臨海在線", "林小文")
    assert (draft.url, draft.language) == ("https://example.org/1", "zh-Hant")


def test_all_that_is_to_be_seen_around_the_body_is_kept_at_its_place() -> None:
    menu = "".join(f"<li><a href=/{number}>欄目{number}</a></li>" for number in range(40))
    draft = page(
        f"<div>2024-05-06 來源：臨海在線</div><div><p>{PROSE}</p><p>{PROSE}末</p><p>相關新聞</p>"
        f'<p><img src="https://example.org/a.png" alt="圖"> <a href=/x>另一篇</a></p></div>'
        f"<p>責任編輯：吳小雨</p><ul>{menu}</ul>"
    )
    assert draft.text == f"{draft.title}\n{PROSE}\n{PROSE}末"
    assert [part.text for part in draft.left_out] == [
        *("2024-05-06 來源：臨海在線", "相關新聞", "另一篇", "責任編輯：吳小雨"),
        *(f"欄目{number}" for number in range(40)),
    ]
    assert [part.before for part in draft.left_out[:2]] == [draft.text.index(PROSE), len(draft.text)]


def test_readings_are_lifted_out_of_what_is_left_out_too() -> None:
    damaged = "臨(lín)海市召開(kāi)會(huì)議(yì)，研究部署工作。會(huì)議(yì)強(qiáng)調(diào)，要堅(jiān)持定位。"
    draft = page(f"<div>2024-05-06 責(zé)任編輯：吳小雨</div><p>{damaged}</p><p>{damaged}{PROSE}</p>")
    (left,) = draft.left_out
    assert (left.text, printed(left.text, left.glosses)) == (
        "2024-05-06 責任編輯：吳小雨",
        "2024-05-06 責(zé)任編輯：吳小雨",
    )


def test_a_page_without_a_body_is_shown_whole_and_nothing_left_out() -> None:
    draft = page("<div>短</div><div>2024-05-06</div>")
    assert "not-an-article" in draft.warnings and draft.left_out == ()


def test_text_about_tags_is_text(tmp_path: Path) -> None:
    draft = read(
        b"The <b> tag\nUse <b> and <i> for words that matter. It is the way of old pages, and of new ones.", "a.txt"
    )
    assert "<b> and <i>" in draft.text and draft.original.media_type == "text/plain"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 4_000 + PROSE,
        "<table><tr><td>" * 300 + PROSE,
        "<b>" * 4_000 + PROSE,
        "<p>" * 20_000 + PROSE,
        "<p>a</p>" * 20_000 + f"<p>{PROSE}</p>",
        f"<p>{PROSE}</p>" + "&nbsp;" * 500_000 + "<p>尾標</p>",
        "<ul><li>" * 1_000 + PROSE,
        f"<p>{PROSE}" + "a<br>" * 100_000,
        f"<p>{PROSE}" + "<span>a</span> " * 80_000,
        f"<p>{PROSE}<table><tr>" + "<td>a</td>" * 60_000,
        f"<p {' '.join(f'a{number}=1' for number in range(40_000))}>{PROSE}",
    ],
)
def test_large_pages_are_read_in_the_time_of_a_worker_or_refused(markup: str) -> None:
    with Worker() as worker:
        answer = worker.parse(Given("a.html", PAGE.format(title="市圖書館新館試開放", body=markup, head="").encode()))
    if isinstance(answer, ImportFailed):
        assert answer.kind == "deep"
    else:
        assert PROSE in answer.text


def test_a_page_of_very_many_paragraphs_is_refused_before_it_is_read() -> None:
    begun = time.process_time()
    with pytest.raises(ImportFailed) as refused:
        read(("<p>一</p>" * 600_000).encode(), "a.html")
    assert refused.value.kind == "too-long"
    assert time.process_time() - begun < 6


def test_hostile_and_damaged_pages(shared_data: Path) -> None:
    folder = shared_data / "formats" / "bad"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    seen, opened = 0, []
    read(PAGE.format(title="a", body="b", head="").encode(), "a.html")  # what is imported late opens files
    watching = [True]
    sys.addaudithook(
        lambda event, args: opened.append(args) if watching[0] and event in ("open", "socket.connect") else None
    )
    for name, facts in expected.items():
        if not name.endswith((".html", ".txt", ".html.gz")):
            continue
        seen += 1
        watching[0] = False
        data = (folder / name).read_bytes()
        data = gzip.decompress(data) if name.endswith(".gz") else data
        watching[0] = True
        try:
            draft = read(data, name)
        except ImportFailed as refused:
            assert "refused" in facts["must"] or "as the one before" in facts["must"], name
            assert str(refused).startswith(name)
            continue
        assert not facts["must"].startswith("refused"), name
        assert all(words in draft.text for words in facts.get("contains", [])), name
        assert not any(words in draft.text for words in facts.get("absent", [])), name
        assert facts.get("sentinel", "") in draft.text, name
        assert all(isinstance(mark, Mark) and mark.end <= len(draft.text) for mark in draft.marks)
    watching[0] = False
    assert seen >= 12
    allowed = ("readings.txt", ".py", ".pyc")
    assert [args for args in opened if not str(args[0]).endswith(allowed)] == []


def test_a_subheading_that_begins_like_the_end_of_an_article_is_none() -> None:
    first, second = (f"<p>{PROSE}{number}</p>" * 3 for number in ("甲", "乙"))
    draft = page(f"{first}<h3>版權保護任重道遠</h3>{second}")
    assert draft.text.count("乙") == 3 and marked(draft, "heading") == [("版權保護任重道遠", "3")]
    assert "版權" not in page(f"{first}{second}<p>版權保護</p>").text


def test_a_line_of_dashes_is_no_title() -> None:
    assert page(f"<p>{'—' * 20}</p><p>{PROSE}</p><p>{PROSE}末</p>", title="新規公布").title == "新規公布"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("3×10<sup>6</sup>", "3×10⁶"),
        ("19<sup>th</sup>", "19th"),
        ("<q>引語</q>", "“引語”"),
        ("<math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mi>y</mi></mfrac></math>", "x=1/y"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup><annotation>x^2</annotation></math>", "x^2"),
    ],
)
def test_powers_formulas_and_quotations_are_characters(markup: str, text: str) -> None:
    assert f"總量{text}。" in page(f"<p>{PROSE}</p><p>總量{markup}。</p><p>{PROSE}末</p>").text
