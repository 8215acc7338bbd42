"""What of a watched folder was imported before, kept over the end of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.services.importing import watched
from reader.services.importing.watched import Seen, State


def write(path: Path, words: str = "正文") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
    return path


def look(folder: Path, *, deep: bool = False) -> dict[Path, State]:
    found = watched.look(folder, deep)
    assert found is not None
    return found


def test_what_was_imported_is_known_as_long_as_it_does_not_change(tmp_path: Path) -> None:
    folder, kept = tmp_path / "in", tmp_path / "settings" / "watched.json"
    first, second = write(folder / "a.txt"), write(folder / "b" / "c.html")
    seen = Seen(kept, tmp_path / "a.reader", folder)
    assert sorted(seen.new(look(folder, deep=True))) == [first, second]
    seen.add(look(folder, deep=True), [first])
    again = Seen(kept, tmp_path / "a.reader", folder)
    assert again.new(look(folder, deep=True)) == [second]
    write(first, "另一個正文")
    assert sorted(again.new(look(folder, deep=True))) == [first, second]
    other = Seen(kept, tmp_path / "b.reader", folder)
    assert len(other.new(look(folder, deep=True))) == 2  # another library has none of it


@pytest.mark.parametrize("stored", ["", "{", "[]", '{"a": 1}', '{"a": {"b": 3}}'])
def test_a_memory_that_is_none_is_begun_anew(tmp_path: Path, stored: str) -> None:
    file = write(tmp_path / "in" / "a.txt")
    (tmp_path / "watched.json").write_text(stored, "utf-8")
    seen = Seen(tmp_path / "watched.json", tmp_path / "a.reader", tmp_path / "in")
    seen.add(look(tmp_path / "in", deep=False), [file])
    assert Seen(tmp_path / "watched.json", tmp_path / "a.reader", tmp_path / "in").new(look(tmp_path / "in")) == []


def test_where_nothing_can_be_written_it_is_known_until_the_end(tmp_path: Path) -> None:
    file = write(tmp_path / "in" / "a.txt")
    seen = Seen(write(tmp_path / "file") / "watched.json", tmp_path / "a.reader", tmp_path / "in")
    seen.add(look(tmp_path / "in", deep=False), [file])
    assert seen.new(look(tmp_path / "in", deep=False)) == []


def test_of_a_folder_that_is_not_there_nothing_is_seen(tmp_path: Path) -> None:
    assert watched.look(tmp_path / "gone", deep=True) is None


def test_a_folder_is_new_until_it_was_looked_through(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for first in (True, False):
        seen = Seen(tmp_path / "watched.json", tmp_path / "a.reader", tmp_path / "in")
        assert seen.is_first == first
        seen.add(look(tmp_path / "in"), [])
