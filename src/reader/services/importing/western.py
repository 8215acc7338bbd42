"""Fields of pages in other languages than Chinese: what they declare comes first, since it is mostly there and right.

What stands around their titles is less regular: captions, teasers and dates of other articles are among it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from reader.domain.text import one_line
from reader.services.importing import lines as roles
from reader.services.importing.blocks import OBJECT
from reader.services.importing.candidates import Declared
from reader.services.importing.dates import date_in
from reader.services.importing.fields import (
    AUTHOR_METAS,
    SOURCE_METAS,
    Around,
    Fields,
    declared_date,
    first_of,
    is_person,
)

CLOCKS = timedelta(hours=14)  # that two places are apart at the most
NAMES_LIMIT, NAME_LIMIT = 8, 40  # names of one field; characters of one
SHORT = 120  # characters of a line that may say who wrote
OPENINGS = 2  # paragraphs of the body that may do so
BY = r"(?:by|von|par|por|di|door)"
# What stands before a name: View all posts by, Zeige alle Beiträge von, Geschrieben von
BEFORE = re.compile(
    r"^\W*(?:(?:(?:view|see|zeige|voir|ver)\s+(?:all|alle|tous|todos).{0,30}?|posted|written|published|geschrieben"
    rf"|veröffentlicht|publié|escrito|autor(?:in)?|author|auteur|story|article|text)\s+)?{BY}:?\s+"
    r"|^\W*(?:autor(?:in)?|author|auteur)\s*:?\s+",
    re.IGNORECASE,
)
PARTED = re.compile(r"\s*[;|•]\s*|\s*,\s*|\s+(?:and|und|et|y|e|&)\s+")
WORD = r"(?:[A-ZÀ-Þ](?:[^\W\d_]|['’.-])+|[A-ZÀ-Þ]\.)"
NAME = rf"{WORD}(?:\s(?:(?:de|da|van|von|der|la|le|del|di|v\.)\s)*{WORD}){{1,2}}"
NAMED = re.compile(NAME)
# By Anna Muster and Ben Beispiel, also behind a time and before one
BYLINE = re.compile(rf"(?:^|\b)(?i:{BY})\s+(?P<value>{NAME}(?:(?:,|\s+and|\s+und|\s+et|\s+y|\s+&)\s+{NAME})*)")
# A line of nothing else, whatever somebody is called
ALONE = re.compile(
    rf"(?i:(?:posted|written|published|geschrieben|veröffentlicht)\s+)?(?i:{BY})\s+(?P<value>\w[\w.-]+(?:\s[\w.-]+)?)\s*"
)
GAP = re.compile(r"\s{2,}|\s*[|•·]\s*|\s+[-–—]\s+|,\s*$|^\s*,")
CREDIT = re.compile(r"\b(?:photo|foto|image|bild|picture|credit|courtesy)", re.IGNORECASE)
ORGANISATION = re.compile(
    r"\b(?:gmbh|e\.?\s?g|e\.\s?v|inc|ltd|llc|ag|verein|verband|fraktion|partei|behörde|anstalt|department|departement|ministry"
    r"|ministerium|university|universität|institut[eo]?|foundation|stiftung|company)\b\.?|anstalt\b|^(?:name|autor|author|admin)$",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"\b(?:published|posted|veröffentlicht|erschienen|publié|publicado|pubblicato)\b", re.IGNORECASE)
UPDATED = re.compile(r"\b(?:updated|modified|mis à jour|aktualisiert|actualizado|aggiornato)\b", re.IGNORECASE)
# Where a page says when it was published, and not only when something was
STRONG = ("ld:datepublished", "article:published_time", "og:published_time", "datepublished")
MEDIUM = re.compile(
    r"\b(?:telegram|gazette|journal|times|post|tribune|herald|daily|magazine|news|press|editor|editors|content|writers?)\b"
    r"|redaz|^the\s",
    re.IGNORECASE,
)


def fields_declared(lines: Around, metas: Mapping[str, str], ask: Callable[[], Declared]) -> Fields:
    """What a page declares, then what the lines around its article say, then what `ask` finds out."""
    source = _source(lines, metas)
    declared = _declared_authors(source, metas)
    authors = [name for name in declared if not (MEDIUM.search(name) or ORGANISATION.search(name))]
    authors = authors or _shown_authors(lines, source, metas)
    published = _published(lines, metas)
    if not authors or not published:
        found = ask()
        published = published or found.published
        authors = authors or _found_authors(found.author, source, lines, metas) or declared
    editor = first_of(lines.tail, roles.EDITOR) if lines.tail else ""
    author = ", ".join(dict.fromkeys(authors))
    return Fields(one_line(source), one_line(author), one_line(editor), published, metas.get("address", ""))


def _published(lines: Around, metas: Mapping[str, str]) -> str:
    """The time that is declared; in the words of the page where that shows the same one, as the clocks there went."""
    declared, shown = declared_date(metas, STRONG), _shown_date(lines)
    weak = declared_date(metas)
    if not declared and shown and not weak.startswith(shown):
        return shown
    declared = declared or weak
    if "T" not in declared or not shown:
        return declared
    if "T" not in shown:
        return declared if shown == declared[:10] or not _is_near(shown + "T12:00", declared) else shown
    return shown if shown[:16] != declared[:16] and _is_near(shown, declared) else declared


def _shown_date(lines: Around) -> str:
    """A date around the title or at the head of the body, else one that says what it is; last, when it was changed."""
    head = [line for line in (*lines.shown, *lines.body[:OPENINGS]) if len(line) <= SHORT]
    said = [line for line in lines.seen if len(line) <= SHORT and PUBLISHED.search(line)]
    ordered = [*(line for line in head if not UPDATED.search(line)), *said, *head]
    return next((found[0] for line in ordered if (found := date_in(roles.fold(line)))), "")


def _is_near(shown: str, declared: str) -> bool:
    """Whether two times may be the same one on two clocks."""
    return abs(datetime.fromisoformat(shown) - datetime.fromisoformat(declared)) <= CLOCKS


def _source(lines: Around, metas: Mapping[str, str]) -> str:
    names = ("og:site_name", "ld:publisher", *SOURCE_METAS, "application-name")
    declared = (one_line(metas[name]) for name in names if metas.get(name))
    found = next((each for each in declared if not each.lower().startswith("http")), "")
    return found or first_of(lines.shown, roles.SOURCE) or metas.get("ld:organisation", "")


def _declared_authors(source: str, metas: Mapping[str, str]) -> list[str]:
    for name in ("ld:author", *AUTHOR_METAS, "rel:author"):
        if persons := list(_persons(metas.get(name, ""), source, metas)):
            return persons
    return []


def _shown_authors(lines: Around, source: str, metas: Mapping[str, str]) -> list[str]:
    """Who a line at the head of the article says it is by, else the name beside its date."""
    near = [line.strip(f"{OBJECT} \t\xa0") for line in (*lines.shown, *lines.body[:OPENINGS]) if len(line) <= SHORT]
    near = [line for line in near if not CREDIT.search(line)]
    dates = [date_in(line) for line in near]
    bare = [line if at is None else f"{line[: at[1]]}  {line[at[2] :]}" for line, at in zip(near, dates, strict=True)]
    for line, following in pairwise([*bare, ""]):
        by = f"{line} {following}" if re.fullmatch(BY, line, re.IGNORECASE) else line
        found = roles.LABELLED.match(line) or ALONE.fullmatch(by) or BYLINE.search(by)
        if found is not None and (persons := list(_persons(found["value"], source, metas))):
            return [name for name in persons if not MEDIUM.search(name)] or persons
    dated = next((number for number, at in enumerate(dates) if at is not None), None)
    beside = [*bare[:1], *bare[-OPENINGS:]] if dated is None else [bare[dated], *bare[max(0, dated - 1) : dated]]
    for line in beside:
        parts = [part.strip(roles.AROUND) for part in GAP.split(line)]
        if (dated is not None or len(parts) > 1) and NAMED.fullmatch(parts[0]) and not MEDIUM.search(parts[0]):
            return list(_persons(parts[0], source, metas))
    return []


def _found_authors(named: str, source: str, lines: Around, metas: Mapping[str, str]) -> list[str]:
    """Who was found elsewhere on the page, if that is to be seen; on a site of one's own a name may be the site's."""
    if ORGANISATION.search(named):
        return []
    names = (BEFORE.sub("", part).strip(roles.AROUND) for part in PARTED.split(BEFORE.sub("", one_line(named))))
    seen = list(_seen([name for name in names if 1 < len(name) <= NAME_LIMIT], lines.seen))
    return [
        name
        for name in seen
        if is_person(name, source, metas) or (NAMED.fullmatch(name) and not MEDIUM.search(name) and len(seen) == 1)
    ]


def _persons(named: str, source: str, metas: Mapping[str, str]) -> Iterator[str]:
    """The names of people in such a field."""
    for part in PARTED.split(BEFORE.sub("", one_line(named)))[:NAMES_LIMIT]:
        name = BEFORE.sub("", part).strip(roles.AROUND)
        if 1 < len(name) <= NAME_LIMIT and any(map(str.isalpha, name)) and is_person(name, source, metas):
            yield name


def _seen(names: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """Those names that are to be seen on the page, as they are written there."""
    shown = "\n".join(text for text in texts if len(text) <= SHORT)
    for name in names:
        words = r"[\W_]{0,3}".join(map(re.escape, re.findall(r"\w+", name)))
        if words and (found := re.search(rf"(?<!\w){words}(?!\w)", shown, re.IGNORECASE)):
            yield found[0]
