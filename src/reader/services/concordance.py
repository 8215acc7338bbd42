"""Keyword in context: each place where the words of a search stand, with what is around it, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TextIO, get_args

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.folding import fold, table
from reader.domain.highlight import Span
from reader.domain.hits import hits
from reader.domain.query import ArticleQuery
from reader.domain.wanted import shown_words
from reader.services import passages_together, versions
from reader.services.searching import LENGTH
from reader.services.writing import write_csv
from reader.storage import articles, texts
from reader.storage.journal import Advance, silently, transactional

MOST = 100_000  # lines
AROUND = 40  # characters on each side of a hit
By = Literal["left", "hit", "right", "title", "source", "published"]
ORDERS: tuple[By, ...] = get_args(By)
COLUMNS = ("left", "hit", "right", "title", "source", "published", "article_id", "start", "end")
SPACE = re.compile(r"[\s\ufffc]+")  # also what stands for a picture
CHANGED = (
    'The text of "{title}" was changed since it was searched, so nothing was highlighted. Look for the words again.'
)


@dataclass(frozen=True, slots=True)
class Line:
    """A hit; `span` is its place in the canonical text. Its words and those around it are on one line."""

    article: int
    uid: str
    title: str
    source: str
    published: str
    span: Span
    left: str
    hit: str
    right: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What is copied and exported of it, in the order of COLUMNS."""
        place = (str(self.span.start), str(self.span.end))
        return (self.left, self.hit, self.right, self.title, self.source, self.published, self.uid, *place)


def lines(db: Database, query: ArticleQuery) -> Iterator[list[Line]]:
    """The lines of each article that is meant, which may be none; the newest first, MOST lines in all.

    Raises QueryError. Nobody has to take all of them.
    """
    words = list(shown_words(query.wanted))
    ids = articles.ids(db, replace(query, sort="published", descending=True)) if words else []
    room = MOST
    for article, (uid, title, source, published), text, title_end in texts.with_fields(db, ids):
        title = title or text.strip().partition("\n")[0][:LENGTH]
        spans = hits(text, words, title_end)[:room]
        room -= len(spans)
        yield [Line(article, uid, title, source, published, span, *_around(text, span)) for span in spans]
        if not room:
            return


def _around(text: str, span: Span) -> tuple[str, str, str]:
    """What stands before a hit, the hit, and what stands behind it."""
    before, behind = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return SPACE.sub(" ", before), SPACE.sub(" ", span.of(text)), SPACE.sub(" ", behind)


def order(found: Sequence[Line], by: By, *, descending: bool = False) -> list[int]:
    """The numbers of lines in another order; those that are alike stay in theirs."""
    keys = [_key(line, by) for line in found]
    return sorted(range(len(found)), key=keys.__getitem__, reverse=descending)


def _key(line: Line, by: By) -> bytes:
    """What lines are ordered by: words in the form in which they are searched, those next to the hit first."""
    match by:
        case "left":
            return _collated(_words(line.left)[::-1])
        case "hit":
            return _collated([*_words(line.hit), "", *_words_behind(line)])
        case "right":
            return _collated(_words_behind(line))
        case "published":
            return line.published.encode()
    return _collated(_words(line.title if by == "title" else line.source))


def _words(text: str) -> list[str]:
    return [word for run in table().run.finditer(fold(text)) for word in _parted(run)]


def _words_behind(line: Line) -> list[str]:
    """The words right of a hit, without the reading of its last character, which may stand there in brackets."""
    last = line.hit[-1:]
    folded = fold(last + line.right)[len(fold(last)) :]
    return [word for run in table().run.finditer(folded) for word in _parted(run)]


def _parted(run: re.Match[str]) -> Sequence[str]:
    return run[0] if run.lastgroup == "unparted" else [run[0]]


def _collated(words: Sequence[str]) -> bytes:
    """Words as they are sorted: the common simplified characters, of which most are by now, by their readings.

    So they stand in the first half of GB 2312, which GB 18030 keeps; less common ones follow by their radicals.
    """
    return "\0".join(words).encode("gb18030", "replace")


@transactional
def highlight(
    db: Database,
    found: Sequence[Line],
    *,
    tags: Sequence[int] = (),
    new_tags: Sequence[str] = (),
    without: Sequence[int] = (),
    analyst: str = "",
    advance: Advance = silently,
) -> Change:
    """Highlight the hits of lines, as one step, with tags, and with others that are made first, by their paths.

    `without`: see `passages_together.highlight_all_with`. `advance`: see `edits.highlight_all`. Raises EditError where
    a line is no longer what stands in its article.
    """
    for article, its in _by_article(found).items():
        _check(versions.existing(db, article).text, its)
    return passages_together.highlight_all_with(
        db, passages(found), tags=tags, new_tags=new_tags, without=without, analyst=analyst, advance=advance
    )


def passages(found: Iterable[Line]) -> dict[int, list[Span]]:
    """Where the hits of lines stand, by their articles."""
    return {article: [line.span for line in its] for article, its in _by_article(found).items()}


def _by_article(found: Iterable[Line]) -> dict[int, list[Line]]:
    lines: dict[int, list[Line]] = {}
    for line in found:
        lines.setdefault(line.article, []).append(line)
    return lines


def _check(text: str, found: Sequence[Line]) -> None:
    """Raise EditError unless each line is still what stands at its place of a text."""
    for line in found:
        if line.span.end > len(text) or _around(text, line.span) != (line.left, line.hit, line.right):
            raise EditError("text-changed", CHANGED, title=line.title)


def export_csv(
    library: Path,
    target: Path | TextIO,
    found: Sequence[Line],
    *,
    spreadsheet_safe: bool = True,
    advance: Callable[[int, int], None] = silently,
    cancelled: Callable[[], bool] = lambda: False,
) -> int | None:
    """Write lines to a table, in their order; how many, None if it was stopped. Raises ExportError."""

    def go_on(written: int) -> bool:
        advance(written, len(found))
        return not cancelled()

    rows = (cells for part in ([COLUMNS], (line.cells for line in found)) for cells in part)
    return write_csv(library, target, rows, spreadsheet_safe=spreadsheet_safe, advance=go_on)
