"""A library that is moved, deleted, replaced or overwritten while it is open: noticed, and nothing is destroyed."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import making
from reader.domain.errors import LibraryError
from reader.domain.query import ArticleQuery
from reader.services import edits, tagging
from reader.services.checking import check
from reader.storage import articles, highlights
from reader.storage.library import Library, create, open_library

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")


@contextmanager
def disk_full_behind(length: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes inside."""
    import resource  # which Windows has not

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def other_library(tmp_path: Path, count: int = 30) -> Path:
    """A closed library of somebody else, with articles."""
    made = create(tmp_path / "other.reader")
    tagging.add(made.db, "other")
    for number in range(count):
        making.add(made.db, f"Other {number}\nSomething else")
    made.close()
    return made.path


def copy(source: Path, to: Path) -> None:
    """As another program does so, in place; this one would lose its locks (`connection.is_part_of`)."""
    subprocess.run(["cp", str(source), str(to)], check=True)


def replace(library: Path, tmp_path: Path) -> None:
    other_library(tmp_path).rename(library)


def delete(library: Path, _: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{library}{suffix}").unlink(missing_ok=True)


def move(library: Path, tmp_path: Path) -> None:
    library.rename(tmp_path / "moved.reader")


def overwrite(library: Path, tmp_path: Path) -> None:
    copy(other_library(tmp_path), library)


@pytest.mark.parametrize(
    ("harm", "kind"),
    [(replace, "replaced"), (delete, "gone"), (move, "gone"), (overwrite, "overwritten")],
)
def test_nothing_is_written_to_a_file_that_is_another_one(
    library: Library, tmp_path: Path, harm: Callable[[Path, Path], None], kind: str
) -> None:
    article = making.add(library.db)
    harm(library.path, tmp_path)
    for _ in range(2):
        with pytest.raises(LibraryError) as caught:
            edits.highlight(library.db, article, 0, 3)
        assert caught.value.kind == kind
    with pytest.raises(LibraryError):
        library.connect()


def test_a_library_that_was_moved_takes_along_what_was_stored_before(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db)
    edits.highlight(library.db, article, 0, 3)
    move(library.path, tmp_path)
    library.close()
    moved = open_library(tmp_path / "moved.reader")
    assert [each.id for each in highlights.of_article(moved.db, article)] == [1]
    moved.close()


def test_what_was_open_can_be_stored_as_another_library(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db)
    edits.highlight(library.db, article, 0, 3)
    delete(library.path, tmp_path)
    library.copy_to(tmp_path / "copy.reader")
    copy = open_library(tmp_path / "copy.reader")
    assert check(copy.db) == [] and articles.ids(copy.db, ArticleQuery()) == [article]
    copy.close()


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("noticed", [True, False])
def test_a_copy_put_back_by_hand_stays_as_it_is(library: Library, tmp_path: Path, folded: bool, noticed: bool) -> None:
    """Closing would lay the log of the former file over it."""
    article = making.add(library.db)
    library.fold()
    copy(library.path, tmp_path / "backup.reader")
    for start in range(8):
        edits.highlight(library.db, article, start, start + 1, note="x" * 3000)
    library.fold()
    edits.highlight(library.db, article, 0, 3)
    if folded:
        library.fold()
    copy(tmp_path / "backup.reader", library.path)
    if noticed:
        with pytest.raises(LibraryError, match="was overwritten by another program"):
            edits.highlight(library.db, article, 1, 4)
    library.close()
    assert library.path.read_bytes() == (tmp_path / "backup.reader").read_bytes()
    again = open_library(library.path)
    assert check(again.db) == [] and highlights.of_article(again.db, article) == []
    again.close()


def test_another_program_may_write_and_fold_its_log(library: Library) -> None:
    article = making.add(library.db)
    for start in range(4):
        other = open_library(library.path)
        edits.highlight(other.db, article, start, start + 2)
        other.close()
        library.look()
        edits.highlight(library.db, article, start, start + 1)
        library.fold()
    library.path.touch()
    edits.highlight(library.db, article, 0, 5)


def test_a_disk_that_fills_while_the_log_is_put_into_the_file_is_no_damage(library: Library) -> None:
    """Alone the file makes no sense then, together with its log it does; the rest follows once there is room."""
    article = making.add(library.db)
    library.fold()
    for number in range(40):
        making.add(library.db, f"Article {number}\n" + "words " * 500)
    with disk_full_behind(library.path.stat().st_size + 4096):
        library.fold()
    assert Path(f"{library.path}-wal").stat().st_size
    library.look()
    edits.highlight(library.db, article, 0, 3)
    library.fold()
    assert not Path(f"{library.path}-wal").stat().st_size
    library.look()
    assert check(library.db) == []


def test_half_of_another_library_is_not_taken_for_the_one_that_is_open(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db)
    other = other_library(tmp_path, 300).read_bytes()
    half = tmp_path / "half"
    half.write_bytes(other[: len(other) // 2])
    copy(half, library.path)
    with pytest.raises(LibraryError, match=r"is damaged|was overwritten"):
        edits.highlight(library.db, article, 0, 3)
    assert library.path.read_bytes() == half.read_bytes()


def test_a_file_that_comes_back_is_written_to_again(library: Library, tmp_path: Path) -> None:
    article = making.add(library.db)
    move(library.path, tmp_path)
    with pytest.raises(LibraryError, match="is not there any more"):
        edits.highlight(library.db, article, 0, 3)
    (tmp_path / "moved.reader").rename(library.path)
    edits.highlight(library.db, article, 0, 3)
    assert check(library.db) == []


def test_folding_is_no_change_that_others_made(library: Library) -> None:
    making.add(library.db)
    before = library.data_version()
    library.fold()
    assert library.data_version() == before


def test_others_look_at_the_file_while_this_one_writes_and_folds(library: Library) -> None:
    for number in range(20):
        making.add(library.db, f"Article {number}\n" + "words " * 500)
    wrong: list[BaseException] = []
    done = threading.Event()

    def read_on() -> None:
        while not done.is_set():
            try:
                with library.another() as db:
                    db.execute("select count(*) from articles").fetchone()
            except BaseException as error:
                wrong.append(error)

    others = [threading.Thread(target=read_on) for _ in range(2)]
    for each in others:
        each.start()
    try:
        for number in range(300):
            edits.switch_starred(library.db, [number % 20 + 1])
            library.fold()
    finally:
        done.set()
        for each in others:
            each.join()
    assert wrong == [] and check(library.db) == []
