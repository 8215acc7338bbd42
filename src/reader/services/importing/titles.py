"""The title of a page, without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser

from reader.domain.text import one_line
from reader.services.importing.blocks import OBJECT
from reader.services.importing.fields import flat

LONG_TITLE = 12  # characters of a line that is the title though it is no heading
TITLE_LIMIT = 300  # characters
REACH = 5_000  # lines of a page among which the title is
TITLE_ENDS = re.compile(r"\s*[_|｜丨]\s*|\s+[-–—]\s+|\s*--\s*")


def title_of(tree: LexborHTMLParser, metas: Mapping[str, str], shown: Sequence[str]) -> str:
    """The longest heading or line that begins the window title, or the longest heading that it contains.

    Else the only first heading, if it is longer; else og:title, else the window title's first part.
    """
    node = tree.css_first("title")
    window = one_line(node.text() if node else "")[:TITLE_LIMIT]
    plain = flat(window)
    headings = [one_line(each.text()) for each in tree.css("h1, h2, h3")[:60]]
    contained = [each for each in headings if 4 <= len(each) <= 200 and flat(each) in plain]
    begins = [
        one_line(each.replace(OBJECT, ""))
        for each in shown[:REACH]
        if len(each) <= TITLE_LIMIT and (words := flat(each)) and plain.startswith(words)  # a line of dashes has none
    ]
    likely = contained + [each for each in begins if len(each) >= LONG_TITLE]
    if likely:
        return max(likely, key=lambda each: (plain.startswith(flat(each)), len(each)))
    first = [each for node in tree.css("h1") if (each := one_line(node.text()))]
    if len(first) == 1 and len(window) < len(first[0]) <= TITLE_LIMIT and len(TITLE_ENDS.split(first[0])) < 3:
        return first[0]  # the window bears the name of the site
    social = one_line(metas.get("og:title", ""))[:TITLE_LIMIT]
    if social and (not plain or flat(social)[:8] in plain or flat(TITLE_ENDS.split(social)[0]) in plain):
        return _without_site(social, metas)
    if window:
        return _without_site(window, metas)
    return next((each for each in headings if len(each) >= 4), social)


def _without_site(title: str, metas: Mapping[str, str]) -> str:
    site = metas.get("og:site_name", "")
    parts = [part for part in TITLE_ENDS.split(title) if part and part != site]
    return max(parts[:2], key=lambda part: (len(part) >= 8, part == parts[0], len(part)), default=title)
