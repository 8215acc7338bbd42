"""Damage of every kind is found, and told with the article it is in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

import making
from reader.services import edits, tagging
from reader.services.checking import check
from reader.storage import integrity
from reader.storage.library import Library, create, open_library


def test_a_sound_library_has_no_problems(library: Library) -> None:
    article = making.add(library.db)
    highlight, _ = edits.highlight(library.db, article, 0, 6)
    tag, _ = tagging.add(library.db, "民生")
    edits.tag_highlight(library.db, highlight, tag)
    edits.remove_highlights(library.db, [highlight])
    edits.undo(library.db)
    assert check(library.db) == []


def test_a_flipped_byte_in_a_text_is_found_and_the_article_named(tmp_path: Path) -> None:
    path = tmp_path / "a.reader"
    library = create(path)
    making.add(library.db, "別的文章\n無關")
    article = making.add(library.db, "我市召開會議\n" + "民生問題。" * 300)
    edits.highlight(library.db, article, 0, 6)
    library.close()
    raw = bytearray(path.read_bytes())
    raw[raw.find("民生問題。".encode() * 20) + 40] ^= 1
    path.write_bytes(raw)
    library = open_library(path)
    assert library.db.execute("pragma integrity_check").fetchone()[0] == "ok"
    (problem,) = check(library.db)
    library.close()
    assert (problem.kind, problem.article) == ("text", article)
    assert problem.sentence == (
        f'The text of "我市召開會議" (article {article}) is damaged. Restore the library from a copy.'
    )


def damaged(db: Database, statement: str) -> list[str]:
    db.execute("pragma foreign_keys = off")
    db.execute(statement)
    return [problem.kind for problem in check(db)]


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        ("delete from texts", ["no-text"]),
        ("update texts set text = text || ' '", ["text"]),
        ("update texts set text = cast(x'ff' as text)", ["text"]),
        ("update originals set data = x'00'", ["original"]),
        ("update originals set sha256 = ''", ["original"]),
        ('update highlights set "end" = "end" + 1', ["highlight"]),
        ('update highlights set "end" = 9999', ["highlight"]),
        ("update highlights set quote = 'x'", ["highlight"]),
        ("update articles set highlights = 7", ["counts"]),
        ("update tag_counts set highlights = 2", ["counts"]),
        ("delete from tag_counts", ["counts"]),
        ("insert into tag_counts values (9, 1, 1)", ["counts"]),
        ("update tag_totals set highlights = 2", ["counts"]),
        ("delete from tag_totals", ["counts"]),
        ("update texts set marks = '['", ["marks"]),
        ("""update texts set marks = '[[0, 999, "bold", ""]]'""", ["marks"]),
        ("""update texts set marks = '[[0, 1, "blink", ""]]'""", ["marks"]),
        ("""update texts set glosses = '[[-1, "(a)"]]'""", ["marks"]),
        ("update articles set title = 'x'", ["title"]),
        ("update articles set characters = 3", ["title"]),
        ("update texts set left_out = '['", ["value"]),
        ("update articles set title = cast(x'ff' as text)", ["title", "value"]),
        ("update articles set read = 'yes'", ["value"]),
        ("update tags set name = cast(x'ff' as text)", ["value"]),
        ("update tags set color = x'00'", ["value"]),
        ("update steps set at = x'00'", ["value"] * 3),
        ("update step_rows set after = '{' where id = 1", ["value"]),
        ("update tags set parent = id", ["tag"]),
        ("update tags set parent = 9", ["file", "tag"]),
        ("insert into highlight_tags (highlight, tag, article) values (99, 1, 1)", ["file"]),
    ],
)
def test_each_damage_is_found(library: Library, statement: str, kinds: list[str]) -> None:
    article = making.add(library.db)
    edits.highlight(library.db, article, 2, 6, tags=[tagging.add(library.db, "民生")[0]])
    assert damaged(library.db, statement) == kinds


def test_a_damaged_value_is_told_with_its_place(library: Library) -> None:
    making.add(library.db)
    library.db.execute("update articles set source = cast(x'ff' as text)")
    library.db.execute("insert into analysts (uid, name) values (x'00', 'x')")
    assert [problem.sentence for problem in check(library.db)] == [
        "The uid of row 1 of the table analysts is damaged. Restore the library from a copy.",
        'The source of "我市召開會議" (article 1; row 1 of the table articles) is damaged.',
    ]


def test_a_damaged_page_is_told_and_does_not_raise(tmp_path: Path) -> None:
    path = tmp_path / "a.reader"
    library = create(path)
    for number in range(50):
        making.add(library.db, f"標題{number}\n" + "民生問題。" * 600)
    library.close()
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(raw)
    library = open_library(path)
    problems = check(library.db)
    library.close()
    assert problems and {problem.kind for problem in problems} <= {"file", "text", "no-text", "original", "value"}


def test_checking_can_be_cancelled(library: Library) -> None:
    making.add(library.db)
    library.db.execute("update texts set text = 'x'")
    assert check(library.db, cancelled=lambda: True) == []


def test_an_original_that_is_packed_to_burst_is_not_unpacked(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    making.add(library.db, "標題\n" + "a" * 5000)
    assert check(library.db) == []
    monkeypatch.setattr(integrity, "LARGEST", 1000)
    assert [problem.kind for problem in check(library.db)] == ["original"]
