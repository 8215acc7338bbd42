"""Dates as pages show them, in many languages."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

# Names of months by their first letters; the longest stand for themselves. Sources: Unicode CLDR 46, "wide" and
# "abbreviated" months of en, de, fr, es, pt, it, nl, ru, uk, ar.
_NAMES = (
    "jan janu januar january janvier enero ene janeiro gennaio gen januari jänner января янв січня يناير",
    "feb febr februar february février fév févr febrero fevereiro fev febbraio februari февраля февр лютого فبراير",
    "mar mär march märz mars marzo março maart mrt марта березня مارس",
    "apr april avril avr abril abr aprile апреля апр квітня أبريل",
    "may mai mayo maio maggio mag mei мая травня مايو",
    "jun june juni juin junio junho giugno giu июня червня يونيو",
    "jul july juli juillet juil julio julho luglio lug июля липня يوليو",
    "aug august août agosto ago augustus августа авг серпня أغسطس",
    "sep sept september septembre septiembre setembro set settembre сентября сент вересня سبتمبر",
    "oct okt october oktober octobre octubre outubro out ottobre ott октября окт жовтня أكتوبر",
    "nov november novembre noviembre novembro ноября нояб листопада نوفمبر",
    "dec dez dic déc december dezember décembre diciembre dezembro dicembre декабря дек грудня ديسمبر",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
# White space is bounded everywhere: runs of it that may meet in several ways take the square of their length.
_GAP = r"\s{0,9}"
_WEEKDAY = rf"(?:{_GAP}[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?|{_GAP}[(][月火水木金土日][)])?"
_ZONE = rf"(?:{_GAP}(?:GMT|UTC|E[DS]?T|P[DS]?T|C[DS]T|BST|IST|CES?T|JST|HKT|SGT|Uhr|h)\b)?"
_TIME = (
    rf"(?:(?:[T\s,·|-]|at\b|um\b|à|às|a las){{0,20}}(?P<half>上午|下午|晚上|凌晨)?{_GAP}"
    r"(?P<hour>[012]?\d)[:：时h](?P<minute>[0-5]\d)"
    r"(?:[:：分](?P<second>[0-5]\d)?)?(?:\s{0,9}(?P<noon>[ap]\.?m\b\.?))?" + _ZONE + ")?"
)
_YEAR, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}{_GAP}(?:[-/.]|[年년]){_GAP}(?P<month>\d{{1,2}}){_GAP}(?:[-/.]|[月월]){_GAP}{_DAY}(?!\d)[日일]?{_WEEKDAY}",
        rf"(?<!\d){_YEAR}\s{{1,9}}(?P<month>\d\d)/{_DAY}(?!\d)",
        rf"民国{_GAP}(?P<minguo>\d{{2,3}}){_GAP}年{_GAP}(?P<month>\d{{1,2}}){_GAP}月{_GAP}{_DAY}{_GAP}日{_WEEKDAY}",
        rf"(?<![\d.]){_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}(?!\d)",
        rf"\b(?P<month>{_MONTH})\.?\s{{1,9}}{_DAY}(?:st|nd|rd|th)?,?\s{{1,9}}{_YEAR}(?!\d)",
        rf"\b{_DAY}(?:st|nd|rd|th|er|º|°|\.)?\s{{1,9}}(?:de\s{{1,9}})?(?P<month>{_MONTH})\.?,?\s{{1,9}}(?:de\s{{1,9}})?{_YEAR}(?!\d)(?:\s?г\.)?",
    )
)
_FIRST_YEAR = 1911  # the year before the first of the Republic of China


@lru_cache(maxsize=1024)  # several rules ask the same lines
def date_in(line: str) -> tuple[str, int, int] | None:
    """The first full date in a folded line, ISO 8601 as precise as it is there, and where it stands."""
    best: tuple[str, int, int] | None = None
    if not any(map(str.isdecimal, line)):
        return None
    for form in _FORMS:
        for found in form.finditer(line):
            value = _iso(found.groupdict())
            if value and (best is None or found.start() < best[1]):
                best = (value, found.start(), found.end())
    return best


def _iso(parts: dict[str, str | None]) -> str:
    month, day = parts["month"] or "", int(parts["day"] or 0)
    number = int(month) if month.isdecimal() else _MONTHS[month.lower()]
    year = int(parts.get("year") or 0) or _FIRST_YEAR + int(parts.get("minguo") or 0)
    try:
        date = datetime.date(year, number, day).isoformat()
    except ValueError:  # the 31st of February
        return ""
    if not parts["hour"] or int(parts["hour"]) > 23:
        return date
    hour = int(parts["hour"])
    later = (parts["noon"] or "").lower().startswith("p") or parts["half"] in ("下午", "晚上")
    earlier = (parts["noon"] or "").lower().startswith("a") or parts["half"] in ("上午", "凌晨")
    if hour <= 12 and (later or earlier):
        hour = hour % 12 + (12 if later else 0)
    seconds = f":{parts['second']}" if parts["second"] else ""
    return f"{date}T{hour:02}:{parts['minute']}{seconds}"
