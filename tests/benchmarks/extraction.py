"""Real pages with what people took for their body and fields, and the score that lies beside them."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.domain.article import Draft
from reader.services.importing.decode import decode

BREAKS = {
    *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3"),
    *("h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "tr", "ul"),
}
UNSEEN = {"script", "style", "noscript", "template", "-comment"}
FIELDS = ("title", "source", "author", "published")
Found = Mapping[str, Mapping[str, str]]


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The pages of a set, by name."""
    for name in gold(folder):
        yield name, gzip.decompress((folder / name).read_bytes())


def gold(folder: Path) -> dict[str, Any]:
    """What people found on them."""
    found: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    return found


def found_in(draft: Draft) -> dict[str, str]:
    """What is scored of an article."""
    return {"text": draft.text.removeprefix(draft.title), **{field: getattr(draft, field) for field in FIELDS}}


def score(folder: Path, found: Found) -> dict[str, float]:
    """The score of what was found; of fields how many are right."""
    spec = importlib.util.spec_from_file_location("score", folder.parent / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scored: Callable[..., dict[str, Any]] = module.score
    return {what: float(str(value).partition("/")[0]) for what, value in scored(gold(folder), found).items()}


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
