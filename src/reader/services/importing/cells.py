"""What the cells of tables mean: words, paragraphs, times, addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from reader.domain.article import is_time
from reader.services.importing.dates import date_in
from reader.services.importing.lines import fold

NAMES = ("name", "title", "text", "value", "#text", "rendered")  # what an object that stands for a word may call it
A_WORD = 40  # characters of what is more than the name of something
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
DIGITS = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?"
)
MONTH = re.compile(r"((?:19|20)\d\d)\s*(?:[-/.]|年)\s*(\d{1,2})\s*月?")
YEAR = re.compile(r"((?:19|20)\d\d)\s*年?")
# A day that may begin with its month or with its day.
SLASHED = re.compile(r"(?P<first>\d{1,2})(?P<between>[/-])(?P<second>\d{1,2})(?P=between)(?P<year>(?:19|20)\d\d)(?!\d)")
MONTHS = 12
Order = Literal["", "day", "month"]  # what stands first
SECONDS = range(500_000_000, 5_000_000_000)  # since 1970, of the years 1985 to 2128
SERIALS = range(20_000, 80_000)  # days as spreadsheets count them, of the years 1954 to 2119
FIRST_DAY = datetime(1899, 12, 30)


def words(value: object, between: str = "; ") -> str:
    """A cell as words; the members of a list with `between` between them."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return _iso(value)
    if isinstance(value, list | tuple):
        return between.join(filter(None, (words(each, between) for each in value)))
    if isinstance(value, Mapping):
        named = next((value[name] for name in NAMES if isinstance(value.get(name), str)), None)
        return named if named is not None else json.dumps(value, ensure_ascii=False, default=str) if value else ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def everything(value: object) -> str:
    """A cell as words, but one of objects that are more than the name of something as JSON, so that nothing is lost."""
    several = value if isinstance(value, list) else [value]
    if any(isinstance(each, Mapping) and _is_more(each) for each in several):
        return json.dumps(value, ensure_ascii=False, default=str)
    return words(value)


def _is_more(value: Mapping[str, object]) -> bool:
    said = {name for name, each in value.items() if isinstance(each, str) and each}
    return len(said & {*NAMES, "content"}) > 1 or any(len(str(value[name])) > A_WORD for name in said)


def order_of(values: Iterable[object]) -> Order:
    """Whether days or months stand first in the dates of a column, such as 16/5/2024; empty if that cannot be told."""
    found: set[Order] = set()
    for value in values:
        if isinstance(value, str) and (parts := SLASHED.match(value.strip())):
            first, second = int(parts["first"]), int(parts["second"])
            found |= {"day"} if first > MONTHS else {"month"} if second > MONTHS else set()
    return found.pop() if len(found) == 1 else ""


def time_of(value: object, order: Order = "") -> str:
    """The time in a cell, in ISO 8601, as precise as it is there; empty if there is none.

    A zone is dropped, as everywhere: what counts is the day as the publisher printed it. Seconds since 1970 are UTC.
    Without an `order`, 3/4/2020 is no date, but 13/4/2020 is.
    """
    if isinstance(value, datetime | date):
        return _iso(value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return _of_number(value)
    said = fold(words(value)).strip()
    if is_time(said):
        return said
    if said.isascii() and said.isdecimal():
        return _of_digits(said)
    if parts := SLASHED.match(said):
        first, second = parts["first"], parts["second"]
        day_first = (order or order_of([said])) == "day"
        if not order and not order_of([said]):
            return ""
        month, day = (second, first) if day_first else (first, second)
        said = f"{parts['year']}-{month}-{day}{said[parts.end() :]}"
    if dated := date_in(said):
        return dated[0] if is_time(dated[0]) else ""
    if found := MONTH.fullmatch(said):
        said = f"{found[1]}-{int(found[2]):02}"
        return said if is_time(said) else ""
    year = YEAR.fullmatch(said)
    return year[1] if year else ""


def address_of(value: object) -> str:
    """The address of a web page in a cell; empty if it is none."""
    found = ADDRESS.fullmatch(words(value).strip())
    return found[0] if found else ""


def _iso(value: datetime | date | time) -> str:
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None) + timedelta(microseconds=500_000)  # a workbook's days have fractions
        if (value.hour, value.minute, value.second) == (0, 0, 0):
            return value.date().isoformat()
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat()


def _of_number(value: int | float) -> str:
    if value in range(1900, 2100):
        return str(int(value))
    if int(value) in SERIALS:
        return _iso(FIRST_DAY + timedelta(days=value))
    if int(value) in SECONDS or int(value) // 1000 in SECONDS:
        return _of_digits(str(int(value)))
    return _of_digits(str(int(value))) if value == int(value) else ""


def _of_digits(said: str) -> str:
    if len(said) in (10, 13) and int(said[:10]) in SECONDS:
        return datetime.fromtimestamp(int(said[:10]), UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    found = DIGITS.fullmatch(said)
    if found is None:
        return ""
    day = f"{found['year']}-{found['month']}-{found['day']}"
    parts = [part for part in (found["hour"], found["minute"], found["second"]) if part]
    made = f"{day}T{':'.join(parts)}" if parts else day
    return made if is_time(made) else ""
