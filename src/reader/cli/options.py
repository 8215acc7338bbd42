"""What the commands share: which library, which articles, and how things are printed."""

from __future__ import annotations

import difflib
import functools
import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from reader.domain.article import Article, is_time
from reader.domain.errors import EditError
from reader.domain.lists import SavedSearch, key
from reader.domain.query import ArticleQuery
from reader.domain.text import clean, one_line
from reader.domain.wanted import Wanted, every, parse
from reader.services import locations
from reader.storage import articles, indexing, searches, tags
from reader.storage.failures import told
from reader.storage.library import Library, open_library

UNFINISHED = (
    "The search index is not complete yet ({waiting} of {total} articles are missing), so some may not be found."
)
F = TypeVar("F", bound=Callable[..., Any])

DONE, PARTLY, NOT_DONE = 0, 1, 2

NO_ARTICLE = "There is no article {article} in this library. All articles: reader list."
# What could steer a terminal, in one line of output, or let words run the other way: "gpj.exe" is no picture.
UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")  # which JSON allows within a string
NO_TAG = "There is no tag {path}. {hint}"
NEAREST = "The nearest is {near}."
NO_SEARCH = "There is no saved search {name}. All saved searches: reader searches."
SEE_TAGS = "All tags: reader tag list."
LATER = "--since {since} is later than --until {until}, so no article can be meant."
NAMELESS = "the name is empty."
NO_NUMBER = "{value!r} is not a whole number from {least} on."
MOST = 2**63 - 1  # SQLite counts no further


class _NamedPath(click.Path):
    """A path; what cannot be read is told with the file, not as wrong usage."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty name, which would mean the current folder: mostly a variable of a script was not set."""
        if not os.fspath(value):
            self.fail(NAMELESS, param, ctx)
        return super().convert(value, param, ctx)


class _WholeNumber(click.IntRange):
    """A whole number from one on."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse what is no such number, in words."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(NO_NUMBER.format(value=value, least=self.min), param, ctx)


PATH = _NamedPath(path_type=Path, readable=False)
LIMIT = _WholeNumber(0, MOST)  # how many at most
VERSION = _WholeNumber(1, MOST)  # of a text
WORDS = clean  # the type of arguments that are stored or looked for: bytes that are no characters become U+FFFD


def _remember_library(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta["reader.library"] = value


library_option = click.option(
    "-l",
    "--library",
    type=PATH,
    callback=_remember_library,
    expose_value=False,
    help=f"The library file; else that of {locations.LIBRARY_VARIABLE}, else your own.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
analyst_option = click.option("--analyst", default="", type=one_line, metavar="NAME", help="Who did it.")


def with_library(*, create: bool = False) -> Callable[[F], F]:
    """Give a command the open library as its first argument; `create` makes one that is missing."""

    def decorate(command: F) -> F:
        @library_option
        @click.pass_context
        @functools.wraps(command)
        def run(context: click.Context, *values: Any, **options: Any) -> Any:
            library = _open(context, create)
            try:
                with told(library.path):
                    return command(library, *values, **options)
            finally:
                library.close()

        return run  # type: ignore[return-value]

    return decorate


def _open(context: click.Context, create: bool) -> Library:
    named = context.meta.get("reader.library") or os.environ.get(locations.LIBRARY_VARIABLE)
    path = Path(named) if named else locations.default_library()
    return locations.open_or_create(path) if create else open_library(path)


search_option = click.option(
    "--search", "saved", default="", type=WORDS, metavar="NAME", help="What the saved search of this name looks for."
)


def filters(command: F) -> F:
    """The options that choose articles."""
    for option in (
        click.option("--limit", type=LIMIT, help="At most so many articles."),
        click.option("--until", default="", callback=_date, metavar="DATE", help="Published then or before."),
        click.option("--since", default="", callback=_date, metavar="DATE", help="Published then or later."),
        click.option("--source", default="", type=WORDS, metavar="TEXT", help="Of exactly this source."),
        click.option(
            "--tag",
            "tag_paths",
            multiple=True,
            type=WORDS,
            metavar="PATH",
            help="With this tag or one below; repeatable.",
        ),
        click.option(
            "--query",
            default="",
            type=WORDS,
            metavar="QUERY",
            help='As in the search box: words, "phrases", -without, OR, title:, source:, tag:, date: ...',
        ),
        search_option,
    ):
        command = option(command)
    return command


def _date(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not is_time(value) and not is_time(f"{value}:00"):  # an hour alone is the beginning of a time
        raise click.BadParameter(f"{value!r} is not a date such as 2020, 2020-03, 2020-03-04 or 2020-03-04T17:24.")
    return value


def query_of(library: Library, query: str, saved: str, tag_paths: Iterable[str], **conditions: Any) -> ArticleQuery:
    """What the options of `filters` ask for. Raises EditError if there is no such tag, or no such saved search."""
    since, until = conditions["since"], conditions["until"]
    if until and since[: len(until)] > until[: len(since)]:
        raise click.UsageError(LATER.format(since=since, until=until))
    tree = tags.tree(library.db)
    groups = [tree.with_children(require_tag(library, path)) for path in tag_paths]
    if (wanted := wanted_of(library, query, saved)) is not None:
        complete_index(library)
    return ArticleQuery(wanted=wanted, tags=tuple(tuple(sorted(group)) for group in groups), **conditions)


def wanted_of(library: Library, query: str, saved: str) -> Wanted | None:
    """What a query and the saved search of a name look for, both of it; either may be empty."""
    return every([parse(require_search(library, saved).query) if saved else None, parse(query)])


def require_search(library: Library, name: str) -> SavedSearch:
    """The saved search of a name, however its characters are written. Raises EditError if there is none."""
    found = next((each for each in searches.every(library.db) if key(each.name) == key(name)), None)
    if found is None:
        raise EditError("no-search", NO_SEARCH, name=name)
    return found


def complete_index(library: Library) -> None:
    """Index what waits, before something is searched for; where that cannot be, say what is missing."""
    if not indexing.complete(library.db):
        waiting, total = indexing.waiting(library.db)
        click.echo(UNFINISHED.format(waiting=waiting, total=total), err=True)


def require_tag(library: Library, path: str) -> int:
    """The id of the tag with this path. Raises EditError, with the path that is most like it, if there is none."""
    tree = tags.tree(library.db)
    found = tree.find(path)
    if found is not None:
        return found.id
    paths = {known.casefold(): known for known in (tree.path(tag.id) for tag in tree)}
    near = difflib.get_close_matches(path.casefold(), paths, n=1)
    hint = NEAREST.format(near=paths[near[0]]) if near else SEE_TAGS
    raise EditError("no-tag", NO_TAG, path=path, hint=hint)


def require_article(library: Library, key: str) -> Article:
    """The article with this id or uid. Raises EditError if there is none."""
    number = articles.find(library.db, key)
    found = None if number is None else articles.get(library.db, number)
    if found is None:
        raise EditError("no-article", NO_ARTICLE, article=key)
    return found


def print_json(value: Any) -> None:
    """Print a value as JSON, on one line also for programs to which U+2028 ends one."""
    print(LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False, default=str)))


def print_row(*cells: object) -> None:
    """Print cells on one line, TABs between; what could steer a terminal becomes a space."""
    print("\t".join(map(shown, cells)))


def shown(words: object) -> str:
    """Words on one line, with a space for what could steer a terminal."""
    return UNSHOWABLE.sub(" ", str(words))


def sentence(words: str) -> str:
    """Words of the library that reads the arguments, ended as ours are."""
    return words if words.endswith((".", "?", "!", ")")) else f"{words}."


def print_text(text: str) -> None:
    """Print a text of several lines in the same way."""
    for line in text.split("\n"):
        print_row(*line.split("\t"))
