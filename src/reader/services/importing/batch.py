"""Importing many files: parsed in a worker process, stored a few dozen at a time, as one undo step.

One bad file costs one row of the report. Killing the program in the middle leaves whole articles only,
and importing again adds what was missing.
"""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed, LibraryError
from reader.domain.text import one_line
from reader.services.importing.given import SIZE_LIMIT
from reader.services.importing.outcome import Outcome
from reader.services.importing.read import TOO_BIG
from reader.services.importing.worker import Worker
from reader.storage import articles, journal
from reader.storage.connection import is_part_of, path_of

BATCH, BATCH_BYTES, BATCH_SECONDS = 40, 20_000_000, 1.0  # what goes into one transaction at the most
BEGINNING = 80  # characters of a text by which it is called if it has no title
MISSING = "{file} is not there. Choose it again."
UNREADABLE = "{file} cannot be read: {why}. Check its permissions."
LIBRARY = "{file} is the library itself. Choose the files of articles."
NO_FILE = "{file} is no file but a device or a pipe. Choose a file."


def import_files(
    db: Database,
    paths: Sequence[Path],
    *,
    encoding: str | None = None,
    source: str = "",
    analyst: str = "",
    advance: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Outcome]:
    """Import files; one outcome for each, in order. `source` overrides what the files say.

    `advance(done, total)` is told after each batch; once `cancelled()` is true the rest is left, and what was
    parsed is still stored. Raises LibraryError if nothing can be stored; where that happens later on, it is the
    reason why the rest failed.
    """
    outcomes: list[Outcome] = []
    with Worker(cancelled=cancelled) as worker:
        batches = _batches(path_of(db), worker, paths, encoding, one_line(source))
        try:
            for stored in _stored(db, batches, analyst, read_anew=encoding is not None):
                outcomes += stored
                if advance is not None:
                    advance(len(outcomes), len(paths))
        except LibraryError as error:
            if not outcomes:
                raise
            outcomes += [Outcome(str(path), "failed", problem=error) for path in paths[len(outcomes) :]]
    return outcomes


def import_pasted(
    db: Database, text: str, name: str, *, analyst: str = "", cancelled: Callable[[], bool] | None = None
) -> Outcome | None:
    """Store pasted text or markup as an article, as one undo step; None once `cancelled()` is true.

    `name` stands for the file's.
    """
    with Worker(cancelled=cancelled) as worker:
        draft = worker.parse(name, text.encode("utf-8", "replace"), "utf-8")
        if worker.is_cancelled():
            return None
    if isinstance(draft, Draft):
        draft = replace(draft, original=replace(draft.original, method="pasted"))
    detail = draft.title or draft.text[:40] if isinstance(draft, Draft) else ""
    with journal.step(db, "import", detail=detail, analyst=analyst):
        return _store(db, Path(name), draft)


def _stored(
    db: Database, batches: Iterable[list[tuple[Path, Draft | ImportFailed]]], analyst: str, *, read_anew: bool
) -> Iterator[list[Outcome]]:
    """Store each batch in a transaction of its own, all as one step of the history."""
    recording: journal.Recording | None = None
    added = step = 0  # articles in the step that is written to, and its id
    for part in batches:
        with _step(db, recording, part[0][0].name, analyst) as opened:
            stored = [_store(db, path, draft, read_anew=read_anew) for path, draft in part]
            if opened.step != step:  # the one before was undone meanwhile, or this is the first
                added, step = 0, opened.step
            added += sum(outcome.status == "added" for outcome in stored)
            journal.set_count(db, opened.step, added)
        # As long as nothing was added there is no step to go on in: one that writes nothing leaves no entry.
        recording = recording or (opened if added else None)
        yield stored


def _step(
    db: Database, recording: journal.Recording | None, detail: str, analyst: str
) -> AbstractContextManager[journal.Recording]:
    if recording is None:
        return journal.step(db, "import", detail=detail, analyst=analyst)
    return journal.resume(db, recording)


def _batches(
    library: Path, worker: Worker, paths: Sequence[Path], encoding: str | None, source: str
) -> Iterator[list[tuple[Path, Draft | ImportFailed]]]:
    """Read and parse files; what belongs into one transaction at a time, until the worker's work is cancelled."""
    part: list[tuple[Path, Draft | ImportFailed]] = []
    size, begun = 0, time.monotonic()
    for path in paths:
        draft = _draft(library, worker, path, encoding, source)
        if worker.is_cancelled():  # then an answer may be none of the file's own
            break
        part.append((path, draft))
        size += len(draft.original.data) if isinstance(draft, Draft) else 0
        if len(part) >= BATCH or size >= BATCH_BYTES or time.monotonic() - begun >= BATCH_SECONDS:
            yield part
            part, size, begun = [], 0, time.monotonic()
    if part:
        yield part


def _draft(library: Path, worker: Worker, path: Path, encoding: str | None, source: str) -> Draft | ImportFailed:
    try:
        if is_part_of(library, path):
            raise ImportFailed("library", LIBRARY, file=str(path))
        draft = worker.parse(str(path), _bytes(path), encoding)
    except ImportFailed as error:
        return error
    return replace(draft, source=source) if source and isinstance(draft, Draft) else draft


def _bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):  # only those that could not be listed are left; this says why
            next(path.iterdir(), None)
        elif not stat.S_ISREG(found.st_mode):
            raise ImportFailed("no-file", NO_FILE, file=str(path))
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)  # it may have grown meanwhile
        if max(found.st_size, len(data)) > SIZE_LIMIT:
            raise ImportFailed("too-big", TOO_BIG, file=str(path), limit=SIZE_LIMIT // 1_000_000)
        return data
    except FileNotFoundError:
        raise ImportFailed("missing-file", MISSING, file=str(path)) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise ImportFailed("unreadable-file", UNREADABLE, file=str(path), why=why) from error


def _store(db: Database, path: Path, draft: Draft | ImportFailed, *, read_anew: bool = False) -> Outcome:
    if isinstance(draft, ImportFailed):
        return Outcome(str(path), "failed", problem=draft)
    added = articles.add(db, draft, read_anew=read_anew)
    return Outcome(
        str(path),
        "duplicate" if added.duplicate else "added",
        added.article,
        added.uid,
        title=added.title or draft.title,
        beginning=draft.text.strip()[:BEGINNING].partition("\n")[0],
        warnings=draft.warnings,
    )
