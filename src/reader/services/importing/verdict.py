"""Whether a page is an article at all, or a list of them, the front of a site, a form, an entry of an encyclopaedia."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser

from reader.domain.text import one_line
from reader.services.importing import lines as roles
from reader.services.importing.blocks import Paragraph

LINKED = 0.5  # part of a body within links; of 385 articles none had more than 0.4
LINK = 0.8  # part of a paragraph within links that makes it a headline that leads elsewhere
HEADLINES, MOSTLY = 6, 0.4  # such paragraphs between the ends of a body that is a list, and part of all there
FEW = 60  # letters of sentences beside a form for passwords
TEASER = 200  # letters of sentences under a headline of a list
LEAST = 30  # letters of a body that says something
CROWDED = 0.4  # part of the front of a site within links
FRONT = re.compile(r"https?://[^/]+/?(?:(?:index|default|home)\.\w+)?(?:[?#].*)?$", re.IGNORECASE)
REFERENCE = re.compile(
    r"百科|维基|词典|辞典|wikipedia|wiktionary|\bwiki$|encyclop|enzyklop|dictionary|wörterbuch|dictionnaire",
    re.IGNORECASE,
)
SITE = re.compile(r"[_|｜丨·]|\s[-–—]\s|--|-(?=[^-]{2,12}$)")  # what parts a title from the name of its site
DECLARED = re.compile(r"article|news|blog|post", re.IGNORECASE)


def is_article(
    tree: LexborHTMLParser, metas: Mapping[str, str], everything: Sequence[Paragraph], body: Sequence[int]
) -> bool:
    """Whether that is what a page is. Where it says so itself, only encyclopaedias are not believed."""
    if _is_reference(tree, metas):
        return False
    if metas.get("ld:headline") or "article:published_time" in metas or DECLARED.search(metas.get("og:type", "")):
        return True
    if FRONT.match(metas.get("address", "")) and _linked(everything) > CROWDED:
        return False
    kept = [everything[number] for number in body]
    sentences = [each for each in kept if each.linked < LINK * len(each.text) and roles.is_prose(roles.fold(each.text))]
    said = sum(len(each.text) for each in sentences)
    if said < FEW and (sum(len(each.text) for each in kept) < LEAST or tree.css_first("input[type=password]")):
        return False
    within = everything[body[0] : body[-1] + 1] if body else ()
    headlines = sum(each.linked >= LINK * len(each.text) > 0 for each in within)
    listed = headlines >= HEADLINES and headlines >= MOSTLY * len(within) and said <= TEASER * headlines
    return _linked(kept) <= LINKED and not listed


def _linked(paragraphs: Sequence[Paragraph]) -> float:
    """The part of a text that is within links."""
    return sum(each.linked for each in paragraphs) / max(1, sum(len(each.text) for each in paragraphs))


def _is_reference(tree: LexborHTMLParser, metas: Mapping[str, str]) -> bool:
    node = tree.css_first("title")
    parts = SITE.split(one_line(node.text() if node is not None else ""))
    sites = [metas.get("og:site_name", ""), *parts[-1:]] if len(parts) > 1 else [metas.get("og:site_name", "")]
    return any(REFERENCE.search(roles.fold(each)) for each in sites)
