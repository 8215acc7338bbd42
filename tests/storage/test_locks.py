"""Nothing that is done with a library's files takes the locks away that protect it from other programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.domain.errors import ExportError
from reader.domain.highlight_query import HighlightQuery
from reader.services import exporting
from reader.services.importing import batch
from reader.storage.connection import is_part_of
from reader.storage.library import Library, open_library

# The bytes that SQLite locks: https://www.sqlite.org/src/file?name=src/os.h (PENDING_BYTE) and os_unix.c (UNIX_SHM_DMS)
SHARED = (0x40000002, 510)
SWITCH = (128, 1)
TRY = """
import fcntl, sys
name, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(name, "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, count, first)
    except OSError:
        print("held")
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks are lost so under POSIX only")


def is_protected(library: Library) -> bool:
    """Whether another process meets the locks of this one."""
    for suffix, (first, count) in (("", SHARED), ("-shm", SWITCH)):
        command = [sys.executable, "-c", TRY, f"{library.path}{suffix}", str(first), str(count)]
        if subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() != "held":
            return False
    return True


def test_the_locks_are_lost_where_anybody_opens_the_file(library: Library) -> None:
    assert is_protected(library)
    library.path.read_bytes()
    assert not is_protected(library)


def test_the_library_that_is_open_is_opened_once_more(library: Library) -> None:
    open_library(library.path).close()
    assert is_protected(library)


def test_the_librarys_own_files_are_no_articles(library: Library, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(library.path)
    own = [library.path, tmp_path / "test.reader-wal", tmp_path / "test.reader-shm", tmp_path / "link"]
    outcomes = batch.import_files(library.db, own)
    assert [each.error for each in outcomes] == [
        f"{path} is the library itself. Choose the files of articles." for path in own
    ]
    assert is_protected(library)


def test_an_export_replaces_no_file_of_the_library(library: Library, tmp_path: Path) -> None:
    for name in ("test.reader", "test.reader-wal", "test.reader-shm"):
        with pytest.raises(ExportError, match="is a library, which an export would destroy"):
            exporting.export_csv(library.db, tmp_path / name, HighlightQuery())
    assert is_protected(library)


def test_other_files_are_no_part_of_the_library(library: Library, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    assert not is_part_of(library.path, tmp_path / "other") and not is_part_of(library.path, tmp_path / "none")
