"""`reader import`: what is stored, what is reported, and the exit code."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from commanding import BODY, Page, Run


def test_the_starting_article_is_read_exactly(run: Run, starting_article: Path) -> None:
    wanted = json.loads(starting_article.with_suffix(".json").read_text("utf-8"))
    added = run("import", starting_article, "--json")
    assert added.code == 0
    assert added.object["status"] == "added" and added.object["warnings"] == ["glosses-lifted"]
    shown = run("show", added.object["article"], "--json").object
    assert {name: shown[name] for name in ("title", "source", "author", "editor", "published", "body")} == {
        "title": wanted["title"],
        "source": wanted["source"],
        "author": "",
        "editor": wanted["editor"],
        "published": "2020-03-04T17:24:00",
        "body": wanted["body"],
    }
    assert shown["text"] == f"{shown['title']}\n{shown['body']}"
    assert shown["marks"] == [{"start": 0, "end": len(shown["title"]), "kind": "title", "value": ""}]
    assert shown["language"] == "zh-Hant" and shown["uid"] == added.object["uid"]
    raw = starting_article.read_bytes()
    assert (shown["original"]["size"], shown["original"]["encoding"]) == (len(raw), "utf-8")


def test_the_promised_keys_are_there(run: Run, page: Page) -> None:
    added = run("import", page("a.txt", "臨海市召開會議"), "--json").object
    assert {"path", "status", "article", "title", "warnings", "error"} <= added.keys()
    shown = run("show", 1, "--json").object
    assert list(shown) == [
        *("id", "uid", "title", "source", "author", "editor", "published", "url", "language", "text", "body"),
        *("marks", "glosses", "left_out", "attributes", "reported", "reprints", "original", "tags", "note"),
        *("version", "highlights"),
    ]
    assert [part["text"] for part in shown["left_out"]] == ["來源:臨海在線  2024-05-06 09:12:00"]


def test_one_line_a_file_in_words(run: Run, page: Page) -> None:
    path = page("a.txt", "臨海市召開會議")
    said = run("import", path, "none.txt")
    assert said.code == 1
    assert said.out.splitlines() == [
        f"added\t1\t{path}\t臨海市召開會議",
        "failed\t\tnone.txt\tnone.txt is not there. Choose it again.",
    ]
    assert run("import", path).out == f"duplicate\t1\t{path}\t臨海市召開會議\n"


def test_a_source_is_one_line(run: Run, page: Page) -> None:
    run("import", page("a.txt", "臨海市召開會議"), "--source", " 臨海\n在線\x1b ")
    assert run("show", 1, "--json").object["source"] == "臨海 在線\ufffd"


def test_the_same_words_in_another_encoding_are_a_duplicate(run: Run, page: Page, tmp_path: Path) -> None:
    path = page("a.txt", "臨海市召開會議")
    (tmp_path / "b.txt").write_bytes(path.read_text("utf-8").encode("gb18030"))
    one, two = run("import", path, "b.txt", "--json").objects
    assert (one["status"], two["status"]) == ("added", "duplicate")
    assert one["uid"] == two["uid"]
    assert len(run("list", "--json").objects) == 1


def test_folders_are_entered_only_when_asked(run: Run, page: Page, tmp_path: Path) -> None:
    page("in/a.txt", "第一篇文章的標題", body=BODY + "一")
    page("in/deep/b.txt", "第二篇文章的標題", body=BODY + "二")
    page("in/.hidden.txt", "隱藏的文章標題", body=BODY + "三")
    (tmp_path / "in" / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    assert [each["title"] for each in run("import", "in", "--json").objects] == ["第一篇文章的標題"]
    assert [each["status"] for each in run("import", "in", "--recursive", "--json").objects] == ["duplicate", "added"]


def test_a_folder_without_articles_is_said_to_be(run: Run, page: Page) -> None:
    page("in/deep/b.txt", "第二篇文章的標題")
    said = run("import", "in", "--json")
    assert said.code == 0 and said.out == "" and said.err.startswith("There is no file in")


def test_what_a_folder_holds_beside_text_is_told(run: Run, page: Page, tmp_path: Path) -> None:
    page("in/x.txt", "臨海市召開會議")
    for name in ("y.mp3", "z.doc", ".hidden.mp3"):
        (tmp_path / "in" / name).touch()
    said = run("import", "in", "--json")
    assert said.code == 0 and [each["status"] for each in said.objects] == ["added"]
    assert said.err == "Files of other kinds were skipped: 2.\n"
    assert run("import", "in").out.splitlines()[1:] == [
        "skipped\t\tin/y.mp3\tin/y.mp3 is a sound file, which Reader does not import.",
        "skipped\t\tin/z.doc\tin/z.doc is a text document, which Reader does not import.",
    ]


def test_doubts_are_said_in_words(run: Run, page: Page, tmp_path: Path) -> None:
    path = page("a.txt", "臨海市召開會議")
    path.write_bytes(path.read_text("utf-8").encode("gb18030") + b"\xff")
    (tmp_path / "b.txt").write_text("只有一行字", "utf-8")
    assert run("import", "a.txt", "b.txt").out.splitlines() == [
        "added\t1\ta.txt\t臨海市召開會議\tencoding guessed, text incomplete",
        "added\t2\tb.txt\t只有一行字",
    ]


def test_an_encoding_can_be_named(run: Run, tmp_path: Path) -> None:
    words = "民生問題"  # too short to be told from others
    (tmp_path / "a.txt").write_bytes(words.encode("big5"))
    assert run("import", "a.txt", "--encoding", "big5", "--json").code == 0
    assert words in run("show", 1, "--json").object["text"]


def test_what_was_read_in_a_wrong_encoding_is_read_anew_in_the_right_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("民生問題".encode("big5"))
    wrong = run("import", "a.txt", "--encoding", "gb18030", "--json").object
    right = run("import", "a.txt", "--encoding", "big5", "--json").object
    assert (wrong["status"], right["status"]) == ("added", "added") and wrong["uid"] != right["uid"]
    assert run("show", right["article"], "--json").object["text"] == "民生問題"
    for options in (["--encoding", "big5"], []):
        again = run("import", "a.txt", *options, "--json").object
        assert (again["status"], again["uid"]) == ("duplicate", right["uid"])


@pytest.mark.parametrize("name", ["hex", "zlib", "idna", "no-such", "undefined", "a\0b"])
def test_what_is_no_encoding_is_refused(run: Run, page: Page, name: str) -> None:
    said = run("import", page("a.txt", "臨海市召開會議"), "--encoding", name)
    assert said.code == 2 and "is no encoding that is known here" in said.err
    assert not Path("test.reader").exists() or run("list").out == ""


def test_a_source_can_be_given(run: Run, page: Page) -> None:
    run("import", page("a.txt", "臨海市召開會議"), "--source", "人民\udcff日報")
    assert run("show", 1, "--json").object["source"] == "人民\ufffd日報"


def test_failures_are_told_and_the_rest_is_done(run: Run, page: Page, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\t\n　\n", "utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (tmp_path / "deep.html").write_text("<p>" + "<div>" * 20_000, "utf-8")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    files = ["empty.txt", "blank.txt", "picture.txt", "deep.html", "huge.txt", "none.txt"]
    said = run("import", *files, page("a.txt", "臨海市召開會議"), "--json")
    assert said.code == 1
    assert [each["status"] for each in said.objects] == ["failed"] * 6 + ["added"]
    for each in said.objects[:-1]:
        assert each["error"].startswith(each["path"]) and each["error"].endswith(".") and each["article"] is None
    assert len(run("list", "--json").objects) == 1
    assert run("check").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited there")
def test_what_was_stored_before_the_disk_was_full_is_told_beside_the_rest(program: Run, page: Page) -> None:
    import resource

    limit = 3_000_000  # bytes of a file, for lack of a small disk
    for number in range(200):
        page(f"in/{number:03}.txt", f"第{number}篇文章的標題", body="".join(map(chr, range(0x4E00 + number, 0x5600))))
    said = program(
        *("import", "in", "-l", "test.reader", "--json"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    statuses = [each["status"] for each in said.objects]
    stored = statuses.count("added")
    assert said.code == 1 and 0 < stored < 200
    assert statuses == ["added"] * stored + ["failed"] * (200 - stored)
    assert {each["error"] for each in said.objects[stored:]} != {""} and said.err == ""
    assert len(program("list", "-l", "test.reader", "--json").objects) == stored


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(run: Run, page: Page, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "in.txt")
    said = run("import", "in.txt", "/dev/zero", page("a.txt", "臨海市召開會議"), "--json")
    assert [each["status"] for each in said.objects] == ["failed", "failed", "added"]
    assert said.objects[0]["error"] == "in.txt is no file but a device or a pipe. Choose a file."


def test_locked_files_and_folders_are_named(
    run: Run, page: Page, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page("locked/a.txt", "臨海市召開會議")
    page("listed/b.txt", "臨海市召開會議")
    page("c.txt", "臨海市召開會議").chmod(0)
    page("d.txt", "臨海市又召開會議")
    request.getfixturevalue("powerless")
    (tmp_path / "locked").chmod(0)
    (tmp_path / "listed").chmod(0o444)  # its names can be seen, its files not
    said = run("import", "locked", "listed", "locked/a.txt", "c.txt", "d.txt", "--recursive", "--json")
    (tmp_path / "locked").chmod(0o755)
    (tmp_path / "listed").chmod(0o755)
    assert said.code == 1
    assert [(each["path"], each["status"], each["error"]) for each in said.objects] == [
        *(
            (path, "failed", f"{path} cannot be read: Permission denied. Check its permissions.")
            for path in ("locked", "listed/b.txt", "locked/a.txt", "c.txt")
        ),
        ("d.txt", "added", ""),
    ]


def test_names_that_are_no_unicode_are_imported(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"n\xff.txt")
    try:
        (tmp_path / name).write_text("標題\n正文", "utf-8")
    except OSError:
        pytest.skip("this file system has Unicode names only")
    assert run("import", name, "--json").code == 0
    assert run("show", 1, "--json").object["original"]["name"] == "n\ufffd.txt"


def test_a_table_is_imported_by_the_columns_that_are_named(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("标题,k,版面=次\n甲,正文在此。,A3\n乙,又一篇。,A4\n", "utf-8")
    assert run("import", table).code == 1
    said = run("import", table, "--column", "k=text", "--column", "版面=次=source", "--column", "标题=", "--json")
    assert said.code == 0
    assert [each["status"] for each in said.objects] == ["added", "added"]
    shown = run("show", said.objects[0]["article"], "--json").object
    assert (shown["title"], shown["source"], shown["text"]) == ("", "A3", "正文在此。")


@pytest.mark.parametrize("column", ["text", "=text", "k=body"])
def test_a_column_is_a_header_and_a_field(run: Run, tmp_path: Path, column: str) -> None:
    said = run("import", tmp_path, "--column", column)
    assert said.code == 2
    assert "HEADER=FIELD" in said.err
