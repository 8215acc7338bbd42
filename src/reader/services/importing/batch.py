"""Importing many files: parsed in a worker process, stored a few dozen at a time, as one undo step.

One bad file costs one row of the report. Killing the program in the middle leaves whole articles only,
and importing again adds what was missing.
"""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed, ReaderError
from reader.domain.text import clean
from reader.services.importing.read import SIZE_LIMIT, TOO_BIG
from reader.services.importing.worker import Worker
from reader.storage import articles, journal
from reader.storage.library import is_part_of, path_of

BATCH, BATCH_BYTES, BATCH_SECONDS = 40, 20_000_000, 1.0  # what goes into one transaction at the most
SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".md", "")
MISSING = "{file} is not there any more. Choose it again."
UNREADABLE = "{file} cannot be read: {why}. Check its permissions."
LIBRARY = "{file} is the library itself. Choose the files of articles."
NO_FILE = "{file} is no file but a device or a pipe. Choose a file."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `error` is the sentence, for those that failed."""

    path: str
    status: Literal["added", "duplicate", "failed"]
    article: int | None = None
    uid: str = ""
    title: str = ""
    warnings: tuple[str, ...] = ()
    error: str = ""
    problem: ReaderError | None = None  # the same as `error`, for translation


def gather(paths: Iterable[Path], recursive: bool = True) -> list[Path]:
    """The files meant: those named, and in folders those that may be text, sorted; hidden ones left out.

    A folder that cannot be read stays in the list, so that the report names it.
    """
    found: list[Path] = []
    for path in paths:
        found += _within(path, recursive) if _is_folder(path) else [path]
    return list(dict.fromkeys(found))


def _within(folder: Path, recursive: bool) -> list[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return [folder]
    files: list[Path] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            files += _within(entry, recursive) if recursive and not entry.is_symlink() else []
        elif entry.suffix.lower() in SUFFIXES:
            files.append(entry)
    return files


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it is in a folder that may not be entered
        return False


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
    parsed is still stored.
    """
    outcomes: list[Outcome] = []
    recording: journal.Recording | None = None
    added = step = 0  # articles in the step that is written to, and its id
    with Worker(cancelled=cancelled) as worker:
        for part in _batches(path_of(db), worker, paths, encoding, clean(source)):
            with _step(db, recording, part[0][0].name, analyst) as opened:
                stored = [_store(db, path, draft, read_anew=encoding is not None) for path, draft in part]
                if opened.step != step:  # the one before was undone meanwhile, or this is the first
                    added, step = 0, opened.step
                added += sum(outcome.status == "added" for outcome in stored)
                journal.set_count(db, opened.step, added)
            # As long as nothing was added there is no step to go on in: one that writes nothing leaves no entry.
            recording = recording or (opened if added else None)
            outcomes += stored
            if advance is not None:
                advance(len(outcomes), len(paths))
    return outcomes


def import_pasted(db: Database, text: str, name: str, *, analyst: str = "") -> Outcome:
    """Store pasted text or markup as an article, as one undo step. `name` stands for the file's."""
    with Worker() as worker:
        draft = worker.parse(name, text.encode("utf-8", "replace"), "utf-8")
    if isinstance(draft, Draft):
        draft = replace(draft, original=replace(draft.original, method="pasted"))
    detail = draft.title or draft.text[:40] if isinstance(draft, Draft) else ""
    with journal.step(db, "import", detail=detail, analyst=analyst):
        return _store(db, Path(name), draft)


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
        if found.st_size > SIZE_LIMIT:
            raise ImportFailed("too-big", TOO_BIG, file=str(path), limit=SIZE_LIMIT // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError:
        raise ImportFailed("missing-file", MISSING, file=str(path)) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise ImportFailed("unreadable-file", UNREADABLE, file=str(path), why=why) from error


def _store(db: Database, path: Path, draft: Draft | ImportFailed, *, read_anew: bool = False) -> Outcome:
    if isinstance(draft, ImportFailed):
        return Outcome(str(path), "failed", error=str(draft), problem=draft)
    added = articles.add(db, draft, read_anew=read_anew)
    status: Literal["added", "duplicate"] = "duplicate" if added.duplicate else "added"
    return Outcome(str(path), status, added.article, added.uid, added.title or draft.title, draft.warnings)
