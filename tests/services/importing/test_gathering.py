"""Which files of a folder are imported, and that no other one is passed over without a word."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import pytest

from reader.services.importing.gathering import EACH, gather, given_file
from reader.services.importing.given import Given


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_texts_and_pages_are_meant_others_skipped_with_the_reason_and_hidden_ones_are_not_seen(tmp_path: Path) -> None:
    make(tmp_path, "x.txt", "y.mp3", "z.DOC", "w.xyz", "deep/page.HTM", "deep/鷺嶼.jpg", "plain", ".hidden.pdf")
    make(tmp_path, ".git/a.pdf")
    found = gather([tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == ["deep/page.HTM", "plain", "x.txt"]
    assert {
        each.path.removeprefix(f"{tmp_path}/"): each.error.removeprefix(f"{tmp_path}/") for each in found.skipped
    } == {
        "deep/鷺嶼.jpg": "deep/鷺嶼.jpg is a picture, which Reader does not import.",
        "w.xyz": "w.xyz is a .xyz file, which Reader does not import.",
        "y.mp3": "y.mp3 is a sound file, which Reader does not import.",
        "z.DOC": "z.DOC is a text document, which Reader does not import.",
    }
    assert {each.status for each in found.skipped} == {"skipped"}


def test_workbooks_of_both_kinds_are_meant(tmp_path: Path) -> None:
    make(tmp_path, "a.ods", "b.xlsx")
    found = gather([tmp_path])
    assert [path.name for path in found.files] == ["a.ods", "b.xlsx"]
    assert found.skipped == []


def test_a_file_that_is_named_is_meant_whatever_it_is(tmp_path: Path) -> None:
    make(tmp_path, "y.mp3", "z.mp3")
    found = gather([tmp_path / "y.mp3", tmp_path, tmp_path])
    assert found.files == [tmp_path / "y.mp3"]
    assert [each.path for each in found.skipped] == [str(tmp_path / "z.mp3")]


def test_what_a_browser_saved_with_a_page_belongs_to_it(tmp_path: Path) -> None:
    make(tmp_path, "a.html", "a_files/frame.html", "a_files/logo.png", "b_files/c.html", "d.files/e.html", "d.htm")
    names = [path.relative_to(tmp_path).as_posix() for path in gather([tmp_path]).files]
    assert names == ["a.html", "b_files/c.html", "d.htm"]
    (tmp_path / "a_files" / "logo.png").write_bytes(b"picture")
    (tmp_path / "a_files" / "link.png").symlink_to("/dev/zero")
    (tmp_path / "a.html").write_text("<p>", "utf-8")
    given = given_file(tmp_path / "a.html", tmp_path / "x.reader")
    assert isinstance(given, Given) and given.beside == {"a_files/logo.png": b"picture"}


def test_folders_inside_are_left_alone_unless_asked_for(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "deep/b.txt", "deep/c.mp3")
    found = gather([tmp_path], recursive=False)
    assert found.files == [tmp_path / "a.txt"] and found.skipped == []


@pytest.mark.parametrize("name", ["2020.03.04 新聞", "第3.5章", "名單.二", "v1.0"])
def test_a_dot_within_a_name_does_not_make_a_kind(tmp_path: Path, name: str) -> None:
    make(tmp_path, name)
    assert gather([tmp_path]).files == [tmp_path / name]


@pytest.mark.parametrize("count", [EACH, EACH + 1, 500])
def test_many_of_a_kind_are_summed_up(tmp_path: Path, count: int) -> None:
    make(tmp_path, "a.mp3", *(f"{number % 3}/{number:03}.jpg" for number in range(count)))
    found = gather([tmp_path])
    assert len(found.skipped) <= EACH + 1
    assert sum(each.files for each in found.skipped) == count + 1
    if count > EACH:
        last = next(each for each in found.skipped if each.path == "*.jpg")
        assert last.error == f"{count - EACH + 1} more .jpg files were skipped for the same reason."


def test_folders_may_lie_as_deep_in_one_another_as_they_like(tmp_path: Path) -> None:
    make(tmp_path, "z/" * 300 + "bottom.txt")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 200)
    try:
        found = gather([tmp_path])
    finally:
        sys.setrecursionlimit(usual)
    assert [path.name for path in found.files] == ["bottom.txt"]


def test_links_to_folders_above_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert [path.name for path in gather([tmp_path]).files] == ["b.txt"]
    assert [path.name for path in gather([tmp_path / "a" / "up"]).files] == ["b.txt"]  # but where they are named


def test_a_link_that_leads_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out" / "b.txt")
    (tmp_path / "in" / "inner.txt").symlink_to(tmp_path / "in" / "a.txt")
    found = gather([tmp_path / "in"])
    assert [path.name for path in found.files] == ["a.txt", "inner.txt"]
    assert [each.error for each in found.skipped] == [
        f"{tmp_path}/in/link.txt is a link that leads out of the folder. Choose the file itself."
    ]
    assert gather([tmp_path / "in" / "link.txt"]).files == [tmp_path / "in" / "link.txt"]
