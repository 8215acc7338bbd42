"""The files that exports write: CSV that spreadsheets open correctly and that reads back exactly.

UTF-8 with byte order mark, CRLF, every field quoted. An old file is replaced only once the new one
is complete and on disk.
"""

from __future__ import annotations

import csv
import errno
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from reader.domain.errors import ExportError
from reader.storage.connection import is_part_of
from reader.storage.library import SUFFIX

DANGEROUS = frozenset("=+-@\t\r＝＋－＠")  # a spreadsheet may run a cell that begins so
GUARD = "'"
STEP = 500  # rows between two reports of progress

NO_HOME = "There is no home folder {folder} on this computer. Give another folder."
NO_FOLDER = "The folder of {file} does not exist. Choose another one."
IS_FOLDER = "{file} is a folder. Give a file name."
NO_FILE = "{file} is no file that could be replaced, but a device or the like. Give another name."
LONG_NAME = "This name is too long for a file. Give a shorter one."
NO_NAME = "This name holds characters that no file may have. Give another one."
NO_PERMISSION = "{file} may not be written, or another program has it open. Close it there or choose another folder."
FULL = "There is no space left for {file}. Free some space and try again; an older file of that name is unchanged."
IS_LIBRARY = "{file} is a library, which an export would destroy. Give another file name."
FAILED = "{file} could not be written: {why}."


def guarded(cell: str) -> str:
    """The cell with a `'` before it if a spreadsheet would run it, or if it looks as if it had one."""
    first = cell[:1]
    if first in DANGEROUS or (first == GUARD and cell.lstrip(GUARD)[:1] in DANGEROUS):
        return GUARD + cell
    return cell


def plain(cell: str) -> str:
    """The exact words of a guarded cell."""
    return cell[1:] if cell[:1] == GUARD and guarded(cell) != cell else cell


def target_of(words: str, folder: Path) -> Path:
    """The file that a person means: in this folder unless another is named, a CSV unless it has another suffix.

    Raises ExportError if there can be no such file.
    """
    named = Path(words.strip())
    try:
        target = folder / named.expanduser()
    except RuntimeError:
        raise ExportError("no-home", NO_HOME, folder=named.parts[0]) from None
    try:
        return target if target.suffix or target.is_dir() else target.with_name(f"{target.name}.csv")
    except OSError as error:
        raise _failure(error, target) from error


def free_target(target: Path) -> Path:
    """This file, or if there is one of that name, the first of "name 2.csv", "name 3.csv" and so on that is free."""
    found, number = target, 1
    while os.path.lexists(found):
        number += 1
        found = target.with_name(f"{target.stem} {number}{target.suffix}")
    return found


def check_target(library: Path, target: Path) -> None:
    """Raise ExportError if it can be seen beforehand that findings of this library cannot be written to this file."""
    try:
        if target.suffix.lower() == SUFFIX or is_part_of(library, target):
            raise ExportError("is-library", IS_LIBRARY, file=str(target))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        folder = _real(target).parent
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, "its folder does not exist")
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, "its folder may not be written")
        if target.exists() and not target.is_file():
            raise ExportError("no-file", NO_FILE, file=str(target))
        if target.exists() and not os.access(target, os.W_OK):  # its folder would let it be replaced all the same
            raise PermissionError(errno.EACCES, "it may not be written")
    except OSError as error:
        raise _failure(error, target) from error
    except ValueError as error:
        raise ExportError("no-name", NO_NAME) from error


def write_csv(
    library: Path,
    target: Path | TextIO,
    rows: Iterable[Sequence[str]],
    *,
    spreadsheet_safe: bool = True,
    advance: Callable[[int], bool] = lambda written: True,
) -> int | None:
    """Write rows of cells, the first of them the headers; how many there were without it.

    `advance(written)` is asked at each STEP of rows whether to go on; None if not. Then, and where ExportError is
    raised or what the rows raise, an older file stays as it was. An open file is just written to. `library` is the
    file of the open library, which is never written over.
    """
    if isinstance(target, Path):
        check_target(library, target)
    protect = guarded if spreadsheet_safe else str
    written = -1
    with _replacing(target) if isinstance(target, Path) else nullcontext((target, list)) as (file, keep):
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        for cells in rows:
            if (written + 1) % STEP == 0 and not advance(written + 1):
                return None
            writer.writerow(map(protect, cells))
            written += 1
        keep()
    return written


def _real(target: Path) -> Path:
    """Where a link leads; unlike Path.resolve, without raising where it leads to itself."""
    return Path(os.path.realpath(target))


@contextmanager
def _replacing(target: Path) -> Iterator[tuple[TextIO, Callable[[], None]]]:
    """A file beside the target that takes its place at the end, if `keep` was called; else it is gone."""
    target = _real(target)  # a link stays a link
    partial = target.parent / f".{target.name[:40]}.{uuid.uuid4().hex[:8]}.part"
    wanted = []
    try:
        try:
            with partial.open("x", encoding="utf-8-sig", newline="") as file:
                yield file, lambda: wanted.append(True)
                file.flush()
                os.fsync(file.fileno())
            if wanted:
                _put_in_place(partial, target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(error, target) from error


def _put_in_place(partial: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, partial)
    partial.replace(target)
    if os.name == "posix":  # the new name, too, is to survive a power cut
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _failure(error: OSError, target: Path) -> ExportError:
    file = str(target)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ExportError("no-folder", NO_FOLDER, file=file)
    if isinstance(error, IsADirectoryError):
        return ExportError("is-folder", IS_FOLDER, file=file)
    if isinstance(error, PermissionError):
        return ExportError("no-permission", NO_PERMISSION, file=file)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportError("full", FULL, file=file)
    if error.errno == errno.ENAMETOOLONG:
        return ExportError("long-name", LONG_NAME)
    return ExportError("unwritable", FAILED, file=file, why=error.strerror or str(error))
