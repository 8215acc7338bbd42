"""Files of every kind that others made: sound ones become the expected articles, broken and hostile ones do no harm."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given
from reader.services.importing.parts import parts

FORMATS = Path(__file__).parents[4] / "shared" / "data" / "formats"
ENDINGS = (
    *(".pdf", ".docx", ".odt", ".epub", ".rtf", ".eml", ".mhtml"),
    *(".csv", ".xlsx", ".jsonl", ".rss", ".warc.gz", ".zip"),
)  # of the kinds that are read
NEAR = 0.97  # F1 of the text where the format cannot give it exactly
REASONS = {
    "damaged": "damaged",
    "DTD": "entities",
    "too large when unpacked": "too-large",
    "encrypted": "encrypted",
    "nested too deep (limit 2)": "nested",
}
BROKEN_PARTS = {"broken-line", "broken-record", "cut-feed", "open-quotation"}  # of files whose other parts are read
TEXT_INCOMPLETE = "text-incomplete"


def expected(folder: str) -> list[Any]:
    """A parameter for each file of the folder, skipped where the folder is not there."""
    listed = FORMATS / folder / "expected.json"
    if not listed.is_file():
        return [pytest.param("", {}, marks=pytest.mark.skip(f"no shared test data at {FORMATS}"))]
    entries = json.loads(listed.read_text("utf-8"))
    return [pytest.param(name, wanted, id=name) for name, wanted in entries.items() if name.endswith(ENDINGS)]


def read(path: Path) -> tuple[list[Draft], list[ImportFailed]]:
    """The articles of a file, and why parts of it or all of it are none."""
    drafts: list[Draft] = []
    failed: list[ImportFailed] = []
    try:
        for part in parts(Given(path.name, path.read_bytes())):
            (drafts if isinstance(part.found, Draft) else failed).append(part.found)  # type: ignore[arg-type]
    except ImportFailed as error:
        failed.append(error)
    return drafts, failed


def shingles(text: str) -> Counter[str]:
    """How often each run of four characters occurs, white space and widths aside."""
    flat = "".join(unicodedata.normalize("NFKC", text).split())
    return Counter(flat[at : at + 4] for at in range(len(flat) - 3))


def likeness(one: str, other: str) -> float:
    """F1 of two texts; of two of a few characters whether they are the same."""
    left, right = shingles(one), shingles(other)
    if not left and not right:
        return float("".join(one.split()) == "".join(other.split()))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


@pytest.mark.parametrize(("name", "wanted"), expected("ok"))
def test_a_sound_file_becomes_its_articles(name: str, wanted: dict[str, Any]) -> None:
    drafts, failed = read(FORMATS / "ok" / name)
    assert failed == []
    assert len(drafts) == wanted["articles"]
    first = drafts[0]
    # The title of a book is the source of its chapters; pages are judged by the tests of pages.
    is_page = name.endswith(".mhtml")
    assert wanted.get("title") in (None, first.title, first.source) or is_page
    assert first.author == wanted.get("author", first.author)
    assert first.url == wanted.get("url", first.url)
    published = wanted.get("published", first.published).replace(" ", "T")
    assert first.published == published[: len(first.published) or None] or is_page
    everything = "\n".join(draft.text for draft in drafts)
    for passage in (*wanted["contains"], *wanted.get("chapters", ())):
        assert passage in everything
    for row in wanted.get("table", ()):
        assert "\t".join(row) in everything.split("\n")
    body = first.text.removeprefix(f"{first.title}\n")
    assert max(likeness(text, wanted.get("text", body)) for text in (body, first.text)) >= NEAR
    assert {draft.title for draft in drafts} >= set(wanted.get("titles", ()))
    assert all(TEXT_INCOMPLETE not in draft.warnings for draft in drafts)


@pytest.mark.parametrize(("name", "wanted"), expected("bad"))
def test_a_broken_file_is_refused_or_recovered(name: str, wanted: dict[str, Any]) -> None:
    drafts, failed = read(FORMATS / "bad" / name)
    everything = "\n".join(draft.text for draft in drafts)
    must: str = wanted["must"]
    if must.startswith("refused: ") and " or " not in must:
        assert drafts == []
        assert [error.kind for error in failed] == [REASONS[must.removeprefix("refused: ")]]
    elif must.startswith("refused: ") or drafts == []:
        assert {error.kind for error in failed} <= set(REASONS.values()) | BROKEN_PARTS
        assert failed or TEXT_INCOMPLETE in drafts[0].warnings
    if wanted.get("warning", "").startswith("incomplete") and not {error.kind for error in failed} & BROKEN_PARTS:
        assert any(TEXT_INCOMPLETE in draft.warnings for draft in drafts)
    if "whole" in wanted:
        assert sum(TEXT_INCOMPLETE not in draft.warnings for draft in drafts) == wanted["whole"]
    for passage in wanted.get("contains", ()):
        assert passage in everything
    for passage in wanted.get("absent", ()):
        assert passage not in everything
