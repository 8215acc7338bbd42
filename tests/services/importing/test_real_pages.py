"""Body and fields of real Chinese news pages, as pages and as bare text, by the scorer that lies beside them."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.services.importing.decode import decode
from reader.services.importing.read import read

BREAKS = {
    *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3"),
    *("h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "tr", "ul"),
}
UNSEEN = {"script", "style", "noscript", "template", "-comment"}


def bare(page: bytes) -> bytes:
    """A page as somebody gets it who copies all of it."""
    pieces: list[str] = []

    def walk(node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                pieces.append(" ".join((child.text_content or "").split()) or " ")
            elif child.tag not in UNSEEN:
                edge = "\n" if child.tag in BREAKS else ""
                pieces.append(edge)
                walk(child)
                pieces.append(edge)

    body = LexborHTMLParser(decode(page).text).body
    assert body is not None
    walk(body)
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line).encode()


@pytest.mark.parametrize(
    ("suffix", "made", "least"),
    [
        ("html", bytes, {"body_f1": 0.985, "title": 37, "date": 34, "minute": 29, "source": 29, "author": 11}),
        ("txt", bare, {"body_f1": 0.93, "title": 34, "date": 34, "minute": 29, "source": 27, "author": 8}),
    ],
)
def test_real_pages(shared_data: Path, suffix: str, made: Callable[[bytes], bytes], least: dict[str, float]) -> None:
    folder = shared_data / "extraction"
    gold = json.loads((folder / "gne" / "gold.json").read_text("utf-8"))
    found = {}
    for name in gold:
        draft = read(made(gzip.decompress((folder / "gne" / name).read_bytes())), f"{name}.{suffix}")
        fields = {field: getattr(draft, field) for field in ("title", "source", "author", "published")}
        found[name] = {"text": draft.text.removeprefix(draft.title), **fields}
    result = _scorer(folder / "score.py")(gold, found, worst=5)
    assert result["under_half"] == 0 and result["authors_invented"] <= 1, result
    for what, wanted in least.items():
        assert float(str(result[what]).partition("/")[0]) >= wanted, (what, result)


def _scorer(path: Path) -> Callable[..., dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Callable[..., dict[str, Any]] = module.score
    return score
