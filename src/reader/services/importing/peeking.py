"""A look at tables before they are imported: which of them a person has to say something about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.domain.errors import ImportFailed
from reader.services.importing import tables
from reader.services.importing.gathering import TABLE_SUFFIXES, Gathered, given_file
from reader.services.importing.given import Columns, Given
from reader.services.importing.kinds import kind_of
from reader.services.importing.outcome import Outcome
from reader.services.importing.tables import Preview

LINES = ("csv", "jsonl")  # kinds of which the beginning is enough
WHOLE = ("xlsx", "ods", "json")
MOST = 5  # questions at once; what other tables hold is guessed
BEGINNING = 400_000  # bytes
WHOLE_LIMIT = 20_000_000  # bytes; reading more than that takes longer than anybody waits for a question

NOT_CHOSEN = "The columns of {file} were not chosen, so it was left out. Import it again to choose them."


@dataclass(frozen=True, slots=True)
class Question:
    """Tables with the same headers, with the beginning of the first of them; `files` are paths or other names."""

    preview: Preview
    files: list[str] = field(default_factory=list)


def questions(
    found: Gathered | Given,
    library: Path,
    known: Mapping[tuple[str, ...], Columns],
    cancelled: Callable[[], bool] = lambda: False,
    *,
    anew: bool = False,
    most: int = MOST,
) -> list[Question]:
    """The tables whose headers are not `known`, those with the same ones together, up to so many of them.

    `anew`: also those that are known, beginning with what is. What cannot be read as a table is none here; the import
    says why.
    """
    asked: dict[tuple[str, ...], Question] = {}
    given: Iterable[tuple[str, Given | ImportFailed]]
    given = [(found.name, found)] if isinstance(found, Given) else _tables_among(found.files, library)
    for name, each in given:
        if cancelled():
            break
        preview = None if isinstance(each, ImportFailed) else _preview(replace(each, columns=known if anew else {}))
        if preview is None or set(preview.headers) >= tables.HIGHLIGHTS or (preview.headers in known and not anew):
            continue
        if preview.headers in asked or len(asked) < most:
            asked.setdefault(preview.headers, Question(preview)).files.append(name)
    return list(asked.values())


def without(found: Gathered | Given, question: Question) -> Gathered:
    """What is left to import if a question was not answered: its tables are skipped."""
    skipped = [_not_chosen(name) for name in question.files]
    if isinstance(found, Given):
        return Gathered([], skipped)
    left = [path for path in found.files if str(path) not in question.files]
    return Gathered(left, [*found.skipped, *skipped])


def _not_chosen(name: str) -> Outcome:
    return Outcome(name, "skipped", problem=ImportFailed("columns-not-chosen", NOT_CHOSEN, file=Path(name).name))


def _tables_among(files: Sequence[Path], library: Path) -> Iterator[tuple[str, Given | ImportFailed]]:
    for path in files:
        if path.suffix.lower() in TABLE_SUFFIXES:
            yield str(path), given_file(path, library)


def _preview(given: Given) -> Preview | None:
    if not given.data:
        return None
    kind = kind_of(given)
    if kind in LINES:
        given = replace(given, data=given.data[:BEGINNING], path=None)
    elif kind not in WHOLE or not given.is_whole or len(given.data) > WHOLE_LIMIT:
        return None
    try:
        return tables.preview(given)
    except (ImportFailed, MemoryError, RecursionError):
        return None
