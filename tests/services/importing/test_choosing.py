"""What of a page is its article: whoever finds it, the structure, the pictures and the rest come from the page."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks import extraction
from reader.domain.article import Draft
from reader.services.importing.blocks import content
from reader.services.importing.decode import decode
from reader.services.importing.methods import methods_of
from reader.services.importing.read import read

WORDS = "The council met on Monday to discuss the plan, which would cost three million and take two years to build."
OTHER = "Several members said that they would vote against it, because nobody had asked the people of the old town."
LAST = "The mayor answered that there would be time for questions in the spring, when the drawings are on the table."
MENU = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(12))
TEASERS = "".join(f"<li><a href='/t/{n}'>Another story that leads elsewhere, number {n}</a></li>" for n in range(6))


def page(body: str, head: str = "", **wishes: str) -> Draft:
    markup = (
        f"<html><head><title>A plan for the old town</title>{head}</head><body><nav><ul>{MENU}</ul></nav>"
        f"<article><h1>A plan for the old town</h1>{body}</article><footer><ul>{TEASERS}</ul></footer></body></html>"
    )
    return read(markup.encode(), "a.html", **wishes)  # type: ignore[arg-type]


@pytest.mark.parametrize("method", ["", "own rules", "readability", "trafilatura"])
def test_structure_is_kept_whoever_finds_the_body(method: str) -> None:
    draft = page(
        f"<p>{WORDS} <b>Nobody</b> was asked.</p><h2>What comes next</h2><p>{OTHER}</p>"
        f"<ul><li>{LAST}</li><li>{OTHER} {LAST}</li></ul><p>{WORDS} {OTHER}</p>",
        method=method,
    )
    kinds = {(mark.kind, draft.text[mark.start : mark.end][:7]) for mark in draft.marks}
    assert {("title", "A plan "), ("bold", "Nobody"), ("heading", "What co"), ("item", "The may")} <= kinds
    assert "Section 3" not in draft.text and "elsewhere" not in draft.text
    assert draft.original.method == method or (not method and draft.original.method in methods_of("text/html"))


def test_a_whole_page_leaves_nothing_out() -> None:
    draft = page(f"<p>{WORDS}</p><p>{OTHER}</p>", method="whole page")
    assert draft.original.method == "whole page" and draft.left_out == ()
    assert "Section 3" in draft.text and "number 5" in draft.text and draft.text.count("A plan for the old town") == 1


def test_what_is_left_out_can_be_put_back_where_it_was() -> None:
    draft = page(f"<p>Home | News | Town</p><p>{WORDS}</p><p>{OTHER}</p><p>{LAST}</p><p>Share this</p>")
    lines = draft.text.split("\n")
    assert lines == ["A plan for the old town", WORDS, OTHER, LAST]
    places = {part.text: part.before for part in draft.left_out}
    assert places["Section 0"] == 0
    assert places["Home | News | Town"] == draft.text.index(WORDS)
    assert places["Share this"] == places["Another story that leads elsewhere, number 5"] == len(draft.text)
    assert len(places) == 12 + 1 + 1 + 6


def test_of_very_many_lines_the_first_are_kept_and_that_is_said() -> None:
    body = f"<p>{WORDS}</p><p>{OTHER}</p><p>{LAST}</p></article><ul>{{}}</ul><article>"
    few = page(body.format("".join(f"<li>Reply {number}</li>" for number in range(3_001))))
    assert len(few.left_out) == 3_001 + 12 + 6 and "more-left-out" not in few.warnings
    many = page(body.format("".join(f"<li>Reply {number}</li>" for number in range(20_001))))
    assert len(many.left_out) == 20_000 and "more-left-out" in many.warnings


def test_an_article_that_waits_for_a_script_is_read() -> None:
    hidden = f"<p>{WORDS}</p><p>{OTHER}</p><p>{LAST}</p>" * 3
    draft = page(f"<div>Loading...</div><div style='display:none'>{hidden}</div>")
    assert WORDS in draft.text and LAST in draft.text


def test_what_is_hidden_beside_an_article_stays_hidden() -> None:
    draft = page(f"<p>{WORDS}</p><p>{OTHER}</p><p>{LAST}</p><div style='display:none'><p>{WORDS} Secret.</p></div>")
    assert "Secret" not in draft.text and not any("Secret" in part.text for part in draft.left_out)


@pytest.mark.parametrize(
    ("media_type", "methods"),
    [
        ("text/html", ("own rules", "readability", "trafilatura", "whole page")),
        ("text/plain", ("plain text", "whole text")),
        ("text/csv", ()),
    ],
)
def test_what_can_be_asked_for(media_type: str, methods: tuple[str, ...]) -> None:
    assert methods_of(media_type) == methods


def test_a_method_that_is_none_of_pages_is_left_to_the_page() -> None:
    assert page(f"<p>{WORDS}</p><p>{OTHER}</p>", method="description").original.method in methods_of("text/html")


def test_the_beginnings_of_other_articles_are_none_of_this_one() -> None:
    teaser = (
        f"<div><p>{OTHER} This one is about number %d.</p><p><a href='/a'>Share</a> <a href='/b'>Print</a></p></div>"
    )
    others = "".join(teaser % number for number in range(5))
    draft = page(f"<p>{WORDS} {LAST}</p><p>{LAST} {WORDS}</p><h3>You may also like</h3>{others}", method="trafilatura")
    assert "about number" not in draft.text and LAST in draft.text


def test_a_box_within_an_article_does_not_end_it() -> None:
    box = "<h3>Related stories</h3><ul><li><a href='/1'>Another story</a></li></ul>"
    draft = page(f"<p>{WORDS} {LAST}</p><p>{LAST} {WORDS}</p>{box}<p>{OTHER}</p><p>{OTHER} {WORDS}</p>")
    assert f"{OTHER} {WORDS}" in draft.text


def test_of_a_page_with_only_a_description_nobody_knows_where_the_rest_was() -> None:
    head = f'<meta name="description" content="{WORDS}">'
    markup = f"<html><head><title>A film</title>{head}</head><body><ul>{MENU}</ul><div>Play</div><p>2 min</p></body>"
    draft = read(markup.encode(), "a.html")
    assert draft.text == f"A film\n{WORDS}" and draft.original.method == "description"
    assert {part.before for part in draft.left_out} == {None} and "low-confidence" in draft.warnings


def test_all_that_is_to_be_seen_on_real_pages_is_in_the_article_or_left_out(shared_data: Path) -> None:
    for name, data in islice(extraction.pages(shared_data / "extraction" / "gne"), 8):
        body = LexborHTMLParser(decode(data).text).body
        assert body is not None
        draft = read(data, name)
        kept = Counter(line.strip() for line in draft.text.replace("\ufffc", "").split("\n"))
        kept += Counter(part.text for part in draft.left_out)
        seen = Counter(each.text.replace("\ufffc", "").strip(" \t") for each in content(body).paragraphs)
        missing = {line: count for line, count in (seen - kept).items() if line and line != draft.title}
        assert missing == {} or len(draft.left_out) == 2_000, name
