"""Importing many files: parsed by several processes, stored a few dozen articles at a time, as one undo step.

One bad file costs one row of the report. Killing the program in the middle leaves whole articles only,
and importing again adds what was missing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed, LibraryError
from reader.domain.text import one_line
from reader.services.importing import duplicates
from reader.services.importing.crew import Crew
from reader.services.importing.gathering import given_file
from reader.services.importing.given import Columns, Given, Part
from reader.services.importing.outcome import Outcome
from reader.services.importing.worker import NOTHING
from reader.storage import adding, articles, journal
from reader.storage.connection import path_of

BATCH, BATCH_BYTES, BATCH_SECONDS = 40, 20_000_000, 1.0  # what goes into one transaction at the most
BEGINNING = 80  # characters of a text by which it is called if it has no title
Files = Iterable[tuple[str, Given | ImportFailed]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A part of a file, or its end (None); `path` is the file's."""

    path: str
    part: Part | None


@dataclass(frozen=True, slots=True)
class _How:
    """By whom, with which source instead of that of the files; see import_files. `read_anew`: see storage.adding."""

    analyst: str
    source: str = ""
    read_anew: bool = False
    instead: Collection[int] = ()


def import_files(
    db: Database,
    paths: Sequence[Path],
    *,
    encoding: str | None = None,
    source: str = "",
    columns: Mapping[tuple[str, ...], Columns] | None = None,
    analyst: str = "",
    instead: Collection[int] = (),
    advance: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Outcome]:
    """Import files; one outcome for each of their articles, in order. `source` overrides what the files say.

    `columns` says how tables are read, by their headers. Articles `instead` of which those of the files come go to the
    trash with the first one that is added, as a part of the same step, and none of the files counts as the same as one
    of them. `advance(done, total)` is told how many files are done; once `cancelled()` is true the rest is left, and
    what was parsed is still stored. Raises LibraryError if nothing can be stored; where that happens later on, it is
    the reason why the rest failed.
    """
    library = path_of(db)
    files = ((str(path), _wished(given_file(path, library), encoding, columns)) for path in paths)
    outcomes: list[Outcome] = []
    try:
        how = _How(analyst, one_line(source), encoding is not None, frozenset(instead))
        _import(db, files, len(paths), outcomes, how, advance, cancelled)
    except LibraryError as error:
        if not outcomes:
            raise
        there = {outcome.path for outcome in outcomes}
        outcomes += [Outcome(str(path), "failed", problem=error) for path in paths if str(path) not in there]
    return outcomes


def import_given(
    db: Database, given: Given, *, analyst: str = "", cancelled: Callable[[], bool] | None = None
) -> list[Outcome]:
    """Import what was pasted or fetched, as one undo step; no outcome once `cancelled()` is true."""
    outcomes: list[Outcome] = []
    _import(db, [(given.name, given)], 1, outcomes, _How(analyst), None, cancelled)
    return outcomes


def _wished(
    given: Given | ImportFailed, encoding: str | None, columns: Mapping[tuple[str, ...], Columns] | None
) -> Given | ImportFailed:
    if isinstance(given, ImportFailed):
        return given
    return replace(given, encoding=encoding or "", columns=columns or {})


def _import(
    db: Database,
    files: Files,
    total: int,
    outcomes: list[Outcome],
    how: _How,
    advance: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Import files; what became of them is appended to `outcomes` as soon as it is stored."""
    duplicates.catch_up(db, cancelled or (lambda: False))
    done = 0
    with Crew(cancelled=cancelled) as crew:
        found = (_Found(path, _overridden(part, how.source)) for path, part in crew.parts(files))
        for batch, stored in _stored(db, _batches(found), how):
            outcomes += stored
            done += sum(each.part is None for each in batch)
            if advance is not None:
                advance(done, total)


def _overridden(part: Part | None, source: str) -> Part | None:
    if part is None or not source or isinstance(part.found, ImportFailed):
        return part
    return replace(part, found=replace(part.found, source=source))


def _batches(found: Iterator[_Found]) -> Iterator[list[_Found]]:
    """What belongs into one transaction at a time."""
    batch: list[_Found] = []
    size, begun = 0, time.monotonic()
    for each in found:
        batch.append(each)
        size += len(each.part.found.original.data) if each.part and isinstance(each.part.found, Draft) else 0
        if len(batch) >= 2 * BATCH or size >= BATCH_BYTES or time.monotonic() - begun >= BATCH_SECONDS:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch


def _stored(db: Database, batches: Iterable[list[_Found]], how: _How) -> Iterator[tuple[list[_Found], list[Outcome]]]:
    """Store each batch in a transaction of its own, all as one step of the history."""
    recording: journal.Recording | None = None
    added = step = 0  # articles in the step that is written to, and its id
    begun: set[str] = set()  # files that have an outcome
    for batch in batches:
        with _step(db, recording, _detail(batch), how.analyst) as opened:
            parts = ((each.path, each.part) for each in batch if each.part is not None)
            stored = [_store(db, path, part, opened.step, how) for path, part in parts]
            if opened.step != step:  # the one before was undone meanwhile, or this is the first
                added, step = 0, opened.step
            new = sum(outcome.status == "added" for outcome in stored)
            if new and not added:
                articles.set_flag(db, [*how.instead], "trashed", True)
            added += new
            journal.set_count(db, opened.step, added)
        # As long as nothing was added there is no step to go on in: one that writes nothing leaves no entry.
        recording = recording or (opened if added else None)
        begun |= {outcome.path for outcome in stored}
        empty = [each.path for each in batch if each.part is None and each.path not in begun]
        yield batch, stored + [_nothing(path) for path in empty]


def _step(
    db: Database, recording: journal.Recording | None, detail: str, analyst: str
) -> AbstractContextManager[journal.Recording]:
    if recording is None:
        return journal.step(db, "import", detail=detail, analyst=analyst)
    return journal.resume(db, recording)


def _detail(batch: list[_Found]) -> str:
    """What to call an import of one article."""
    drafts = (each.part.found for each in batch if each.part is not None)
    first = next((found for found in drafts if isinstance(found, Draft)), None)
    return (first.title or first.text[:BEGINNING]) if first else Path(batch[0].path).name


def _nothing(path: str) -> Outcome:
    return Outcome(path, "failed", problem=ImportFailed("nothing", NOTHING, file=path))


def _store(db: Database, path: str, part: Part, step: int, how: _How) -> Outcome:
    draft = part.found
    if isinstance(draft, ImportFailed):
        return Outcome(path, "failed", problem=draft, part=part.label)
    same, like = duplicates.known(db, draft, but=how.instead)
    added = adding.add(db, draft, read_anew=how.read_anew, same=same, like=like, instead=how.instead)
    return Outcome(
        path,
        "duplicate" if added.duplicate else "added",
        added.article,
        added.uid,
        title=added.title or draft.title,
        beginning=draft.text.strip()[:BEGINNING].partition("\n")[0],
        warnings=(*draft.warnings, *([f"reprint-of:{added.reprint_of}"] if added.reprint_of else [])),
        part=part.label,
        same=added.same,
        reprint_of=added.reprint_of,
        reprint_title=added.reprint_title,
        step=0 if added.duplicate else step,
    )
