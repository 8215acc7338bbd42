"""A look at tables before they are imported: which of them a person has to say something about."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.domain.errors import ImportFailed
from reader.services.importing import tables
from reader.services.importing.gathering import given_file
from reader.services.importing.given import Given
from reader.services.importing.kinds import kind_of
from reader.services.importing.tables import Preview

SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".ods", ".json", ".jsonl", ".ndjson")
LINES = ("csv", "jsonl")  # kinds of which the beginning is enough
WHOLE = ("xlsx", "ods", "json")
MOST = 5  # questions at once; what other tables hold is guessed
BEGINNING = 400_000  # bytes
WHOLE_LIMIT = 20_000_000  # bytes; reading more than that takes longer than anybody waits for a question


@dataclass(frozen=True, slots=True)
class Question:
    """Tables with the same headers, with the beginning of the first of them."""

    preview: Preview
    files: list[Path] = field(default_factory=list)


def questions(
    files: Sequence[Path],
    library: Path,
    known: Container[tuple[str, ...]],
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Question]:
    """The tables among files whose headers are not `known`, those with the same ones together, up to MOST of them.

    What cannot be read as a table is none here; the import says why.
    """
    found: dict[tuple[str, ...], Question] = {}
    for path in files:
        if cancelled():
            break
        preview = _preview(path, library) if path.suffix.lower() in SUFFIXES else None
        if preview is None or preview.headers in known or set(preview.headers) >= tables.HIGHLIGHTS:
            continue
        if preview.headers in found or len(found) < MOST:
            found.setdefault(preview.headers, Question(preview)).files.append(path)
    return list(found.values())


def _preview(path: Path, library: Path) -> Preview | None:
    given = given_file(path, library)
    if isinstance(given, ImportFailed) or not given.data:
        return None
    kind = kind_of(given)
    if kind in LINES:
        given = Given(given.name, given.data[:BEGINNING])
    elif kind not in WHOLE or not given.is_whole or len(given.data) > WHOLE_LIMIT:
        return None
    try:
        return tables.preview(given)
    except (ImportFailed, MemoryError, RecursionError):
        return None
