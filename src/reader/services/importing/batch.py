"""Importing many files: parsed in a worker process, stored a few dozen at a time, as one undo step.

One bad file costs one row of the report. Killing the program in the middle leaves whole articles only,
and importing again adds what was missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed, ReaderError
from reader.services.importing.read import SIZE_LIMIT, TOO_BIG
from reader.services.importing.worker import Worker
from reader.storage import articles, journal

BATCH = 40  # articles in one transaction
SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".md", "")
MISSING = "{file} is not there any more. Choose it again."
UNREADABLE = "{file} cannot be read: {why}. Check its permissions."


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
        if not path.is_dir():
            found.append(path)
            continue
        found += _within(path, recursive)
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
        if entry.is_dir():
            files += _within(entry, recursive) if recursive and not entry.is_symlink() else []
        elif entry.suffix.lower() in SUFFIXES:
            files.append(entry)
    return files


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

    `advance(done, total)` is told after each batch; once `cancelled()` is true the rest is left.
    """
    outcomes: list[Outcome] = []
    recording: journal.Recording | None = None
    added = 0
    with Worker() as worker:
        for first in range(0, len(paths), BATCH):
            if cancelled is not None and cancelled():
                break
            part = paths[first : first + BATCH]
            drafts = _drafts(worker, part, encoding, source)
            count = added + sum(isinstance(draft, Draft) for draft in drafts)
            detail = part[0].name
            if recording is None:
                with journal.step(db, "import", detail=detail, count=count, analyst=analyst) as opened:
                    stored = [_store(db, path, draft) for path, draft in zip(part, drafts, strict=True)]
            else:
                with journal.resume(db, recording, count=count) as opened:
                    stored = [_store(db, path, draft) for path, draft in zip(part, drafts, strict=True)]
            added += sum(outcome.status == "added" for outcome in stored)
            recording = _kept(db, opened, recording, added)
            outcomes += stored
            if advance is not None:
                advance(len(outcomes), len(paths))
    return outcomes


def import_pasted(db: Database, text: str, name: str, *, analyst: str = "") -> Outcome:
    """Store pasted text or markup as an article, as one undo step. `name` stands for the file's."""
    with Worker() as worker:
        [draft] = worker.parse([(name, text.encode("utf-8", "replace"))], "utf-8")
    if isinstance(draft, Draft):
        draft = replace(draft, original=replace(draft.original, method="pasted"))
    detail = draft.title or draft.text[:40] if isinstance(draft, Draft) else ""
    with journal.step(db, "import", detail=detail, analyst=analyst):
        return _store(db, Path(name), draft)


def _kept(
    db: Database, opened: journal.Recording, before: journal.Recording | None, added: int
) -> journal.Recording | None:
    """The step to go on in: none as long as nothing was added, since such a step leaves no entry."""
    if added == 0:
        return None
    journal.set_count(db, opened.step, added)
    return before or opened


def _drafts(worker: Worker, paths: Sequence[Path], encoding: str | None, source: str) -> list[Draft | ImportFailed]:
    """Read and parse files; an ImportFailed for each that cannot be."""
    files: dict[int, bytes] = {}
    found: list[Draft | ImportFailed | None] = [None] * len(paths)
    for index, path in enumerate(paths):
        try:
            files[index] = _bytes(path)
        except ImportFailed as error:
            found[index] = error
    parsed = worker.parse([(str(paths[index]), data) for index, data in files.items()], encoding)
    for index, draft in zip(files, parsed, strict=True):
        found[index] = replace(draft, source=source) if source and isinstance(draft, Draft) else draft
    return [each for each in found if each is not None]


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise ImportFailed("too-big", TOO_BIG, file=str(path), limit=SIZE_LIMIT // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError:
        raise ImportFailed("missing-file", MISSING, file=str(path)) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise ImportFailed("unreadable-file", UNREADABLE, file=str(path), why=why) from error


def _store(db: Database, path: Path, draft: Draft | ImportFailed) -> Outcome:
    if isinstance(draft, ImportFailed):
        return Outcome(str(path), "failed", error=str(draft), problem=draft)
    added = articles.add(db, draft)
    status: Literal["added", "duplicate"] = "duplicate" if added.duplicate else "added"
    return Outcome(str(path), status, added.article, added.uid, added.title or draft.title, draft.warnings)
