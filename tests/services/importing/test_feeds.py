"""Feeds: every item becomes an article, with what the feed says of it."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given
from reader.services.importing.kinds import kind_of
from reader.services.importing.parts import parts

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<?xml-stylesheet href="feed.xsl"?><!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>臨海日報</title><link>https://example.org/</link><image><title>標誌</title></image>
<item><title>甲 &amp;amp; &lt;b&gt;乙&lt;/b&gt;</title><link>https://example.org/1</link><dc:creator>林小文</dc:creator>
<category>民生</category><category>圖書</category><pubDate>Mon, 06 May 2024 09:12:00 +0800</pubDate>
<description>摘要。</description>
<content:encoded><![CDATA[<p>第一段，見<a href="https://example.org/2">此</a>。</p>
<p>有 &lt;item&gt; 的第二段。</p>]]></content:encoded></item>
<item><title>無正文全文</title><description>只有摘要……[…]</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>臨海網</title>
<entry><title>丙</title><link rel="alternate" href="https://example.org/3"/><updated>2024-05-06T09:12:13+08:00</updated>
<author><name>王大明</name></author><author><name>林小文</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>小題</h2><p>正文在此。</p></div></content></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://example.org/"><title>舊式</title><items><rdf:Seq><rdf:li resource="https://example.org/4"/>
</rdf:Seq></items></channel>
<item rdf:about="https://example.org/4"><title>丁</title><link>https://example.org/4</link><description>內容甚短。</description>
</item></rdf:RDF>"""


def read(words: str, encoding: str = "utf-8") -> list[Any]:
    """What comes of each item."""
    data = words.replace("{encoding}", encoding).encode(encoding)
    return [part.found for part in parts(Given("feed.xml", data))]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_an_item_of_rss_is_an_article(encoding: str) -> None:
    first, second = read(RSS, encoding)
    assert first.text == "甲 & 乙\n第一段，見此。\n有 <item> 的第二段。"
    assert (first.source, first.author, first.published) == ("臨海日報", "林小文", "2024-05-06T09:12:00")
    assert (first.url, first.attributes) == ("https://example.org/1", (("category", "民生; 圖書"),))
    assert [mark.value for mark in first.marks if mark.kind == "link"] == ["https://example.org/2"]
    assert first.warnings == ()
    assert second.text == "無正文全文\n只有摘要……[…]"
    assert second.warnings == ("text-incomplete",)


def test_the_author_of_a_feed_is_that_of_its_entries_that_name_none() -> None:
    head, entry = ATOM.split("<author>", 1)[0], "<content>正文在此。</content></entry></feed>"
    (found,) = read(head.replace("<entry>", "<author><name>吳小雨</name></author><entry>") + entry)
    assert found.author == "吳小雨"


def test_white_space_in_a_feed_takes_no_time() -> None:
    begun = time.process_time()
    (found,) = read(ATOM.replace("正文在此。", "正文" + " " * 100_000 + "在此。"))
    assert found.title == "丙"
    assert time.process_time() - begun < 5


def test_an_entry_of_atom_is_an_article() -> None:
    (found,) = read(ATOM)
    assert found.text == "丙\n小題\n正文在此。"
    assert (found.source, found.author) == ("臨海網", "王大明; 林小文")
    assert (found.url, found.published) == ("https://example.org/3", "2024-05-06T09:12:13")
    assert ("heading", "小題") in {(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks}


def test_an_item_of_rdf_is_an_article() -> None:
    (found,) = read(RDF)
    assert (found.text, found.source, found.url) == ("丁\n內容甚短。", "舊式", "https://example.org/4")


@pytest.mark.parametrize("words", [RSS, ATOM, RDF])
def test_the_original_of_an_item_reads_again_as_the_same_article(words: str) -> None:
    for found in read(words):
        (again,) = parts(Given(found.original.name, found.original.data, encoding=found.original.encoding))
        assert again.found == found


def test_a_cut_feed_gives_its_whole_items_and_says_which_one_is_not() -> None:
    first, second = read(RSS[: RSS.index("只有")])
    assert isinstance(first, Draft)
    assert isinstance(second, ImportFailed)
    assert second.kind == "cut-feed"
    assert "item 2" in str(second)


def test_entities_are_refused_and_other_declarations_are_none() -> None:
    declared = '<!DOCTYPE rss [<!ENTITY a "b">]>' + RSS.partition("-->")[2]
    with pytest.raises(ImportFailed) as refused:
        read(declared)
    assert refused.value.kind == "entities"
    public = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "https://example.org/rss.dtd">'
    assert len(read(public + RSS.partition("-->")[2])) == 2


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a feed was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert len(read(RSS)) == 2


def test_an_item_without_text_is_named() -> None:
    first, second, third = read(RSS.replace("</channel>", "<item><title>空</title></item></channel>"))
    assert isinstance(first, Draft) and isinstance(second, Draft)
    assert isinstance(third, ImportFailed) and "Item 3" in str(third)


def test_many_comments_before_what_is_no_feed_take_no_time() -> None:
    began = time.monotonic()
    assert kind_of(Given("page", b"<!---->" * 580 + b"<html>")) != "feed"
    assert kind_of(Given("page", b"<!---->" * 500 + b"<feed>")) == "feed"
    assert time.monotonic() - began < 1


def test_a_feed_without_items_is_refused() -> None:
    with pytest.raises(ImportFailed) as refused:
        read("<rss version='2.0'><channel><title>空</title></channel></rss>")
    assert refused.value.kind == "no-items"
