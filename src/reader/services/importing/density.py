"""The element of a page that holds most prose and least navigation: our own idea of where the body is."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from reader.services.importing import lines as roles
from reader.services.importing.blocks import BLOCKS, events

FREE = 80  # characters of a paragraph of links that are none
LINKED = 0.4  # part of a paragraph within links that makes it navigation
UNLIKELY = re.compile(
    r"comment|(?<!with-)(?<!with)(?<!has-)(?<!no-)sidebar|footer|related|recommend|share|social|copyright|breadcrumb|toolbar|advert|popup|hot-?news"
    r"|newsletter|subscribe|cookie|pagination|rank",
    re.IGNORECASE,
)


def densest(root: LexborNode, *, unseen: bool = False) -> LexborNode | None:
    """The element whose text, taken together, is most prose and least navigation; None if there is hardly any prose.

    Each run of text counts for the elements around it: for, if it reads like sentences, against, if it is links,
    short lines, or stands in a part named like page furniture. The deepest element with the greatest sum wins.
    `unseen`: as in blocks.events.
    """
    scores: list[float] = [0.0]
    best, best_score = None, 0.0
    buffer, linked, links, unlikely = "", 0, 0, 0
    for node, opens in events(root, unseen=unseen):
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            buffer += text
            linked += len(text.strip()) if links else 0
            continue
        if tag == "a":
            links += 1 if opens else -1
        if tag not in BLOCKS and tag != "br":
            continue
        scores[-1] += _worth(buffer, linked, unlikely > 0)
        buffer, linked = "", 0
        named = tag in BLOCKS and node is not root and _is_unlikely(node)
        if opens and tag in BLOCKS:
            scores.append(0.0)
            unlikely += named
        elif not opens and tag in BLOCKS and len(scores) > 1:
            unlikely -= named
            score = scores.pop()
            if score > best_score and tag not in ("p", "li", "td", "tr", "h1", "h2", "h3"):
                best, best_score = node, score
            scores[-1] += score
    return best


def _is_unlikely(node: LexborNode) -> bool:
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return node.tag in ("footer", "aside", "nav") or (bool(UNLIKELY.search(named)) and "article" not in named.lower())


def _worth(raw: str, linked: int, unlikely: bool) -> float:
    text = " ".join(raw.split())
    if not text:
        return 0.0
    length = sum(2 if char > "\u2e80" else 1 for char in text) / 2
    line = roles.fold(text)
    if linked > LINKED * len(text):
        free = len(text) - linked  # of links; the people of an article may each have one, with more in it
        return free - 0.5 * linked if free > FREE and roles.is_prose(line) and not unlikely else -length
    if roles.is_prose(line) and not roles.END.search(line[:20]):
        return length * (0.2 if unlikely else 1.0)
    return -length * 0.5 if len(text) > 4 else -1.0
