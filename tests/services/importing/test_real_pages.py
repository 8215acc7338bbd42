"""Body and fields of real pages, as pages and as bare text, by the scorer that lies beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import extraction
from reader.services.importing.read import read

# A little below what is reached. Pages under half, authors where there are none: at the most.
CHINESE = {"title": 37, "date": 36, "minute": 30, "source": 30, "author": 10}
BARE = {"title": 34, "date": 34, "minute": 29, "source": 27, "author": 8}


@pytest.mark.parametrize(
    ("name", "suffix", "made", "least", "under_half", "invented", "no_article"),
    [
        ("gne", "html", bytes, {"body_f1": 0.985, **CHINESE}, 0, 1, 0),
        ("gne", "txt", extraction.bare, {"body_f1": 0.93, **BARE}, 0, 1, 0),
        ("scrap", "html", bytes, {"body_f1": 0.96}, 0, 0, 0),
        ("traf", "html", bytes, {"segments_f1": 0.949, "title": 96, "date": 88, "author": 45}, 0, 40, 3),
        ("andy", "html", bytes, {"body_f1": 0.948, "title": 77, "date": 73, "author": 58}, 1, 4, 0),
    ],
    ids=["Chinese news", "Chinese news as bare text", "English news", "European pages", "English news with fields"],
)
def test_real_pages(
    shared_data: Path,
    name: str,
    suffix: str,
    made: Callable[[bytes], bytes],
    least: dict[str, float],
    under_half: int,
    invented: int,
    no_article: int,
) -> None:
    folder = shared_data / "extraction" / name
    drafts = {page: read(made(data), f"{page}.{suffix}") for page, data in extraction.pages(folder)}
    scored = extraction.score(folder, {page: extraction.found_in(draft) for page, draft in drafts.items()})
    assert scored["under_half"] <= under_half and scored.get("authors_invented", 0) <= invented, scored
    assert {what: value for what, value in least.items() if scored[what] < value} == {}, scored
    assert sum("not-an-article" in draft.warnings for draft in drafts.values()) <= no_article
