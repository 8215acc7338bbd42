"""The commands that list, show, highlight, tag, export, undo and check."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from commanding import BODY, Page, Run


@pytest.fixture
def three(run: Run, page: Page) -> Run:
    """Three articles: ids 1 (2020), 2 (2024, another source), 3 (2024-05-06)."""
    run("import", page("1.txt", "第一篇文章的標題", date="2020-03-04 17:24:00", body=BODY + "一"))
    run("import", page("2.txt", "第二篇文章的標題", source="膠東在線", date="2024-01-02 03:04:05", body=BODY + "二"))
    run("import", page("3.txt", "第三篇100%_的標題", body=BODY + "三"))
    return run


def ids(run: Run, *conditions: object) -> list[int]:
    said = run("list", *conditions, "--json")
    assert said.code == 0
    return [each["id"] for each in said.objects]


def test_articles_are_listed_newest_first(three: Run) -> None:
    assert ids(three) == [3, 2, 1]
    assert three("list").out.splitlines() == [
        "3\t2024-05-06T09:12:00\t臨海在線\t0\t第三篇100%_的標題",
        "2\t2024-01-02T03:04:05\t膠東在線\t0\t第二篇文章的標題",
        "1\t2020-03-04T17:24:00\t臨海在線\t0\t第一篇文章的標題",
    ]
    first = three("list", "--limit", 1, "--json").object
    assert first == first | {"id": 3, "title": "第三篇100%_的標題", "highlights": 0, "tags": [], "read": False}


@pytest.mark.parametrize(
    ("conditions", "wanted"),
    [
        (["--since", "2024"], [3, 2]),
        (["--since", "2024-01-02T03:04:06"], [3]),
        (["--until", "2024"], [3, 2, 1]),
        (["--until", "2024-01"], [2, 1]),
        (["--until", "2020-03-04"], [1]),
        (["--until", "2020-03-04T17:23"], []),
        (["--since", "2020-03-04", "--until", "2024-01-02"], [2, 1]),
        (["--source", "膠東在線"], [2]),
        (["--source", "膠東"], []),
        (["--query", "第二篇"], [2]),
        (["--query", "標題 source:臨海"], [3, 1]),
        (["--query", "100%_的"], [3]),
        (["--query", "date:2024-01 OR title:第一"], [2, 1]),
        (["--query", "'; drop table articles"], []),
        (["--limit", "2"], [3, 2]),
        (["--limit", "0"], []),
        (["--tag", "政策"], [1]),
        (["--tag", "政策/民生"], [1]),
        (["--tag", "政策", "--tag", "人物"], []),
        (["--tag", "人物", "--since", "2024"], [2]),
    ],
)
def test_filters(three: Run, conditions: list[str], wanted: list[int]) -> None:
    three("highlight", 1, 0, 3, "--tag", "政策/民生")
    three("highlight", 2, 0, 3, "--tag", "人物")
    assert ids(three, *conditions) == wanted


def test_an_article_is_shown_in_words(three: Run) -> None:
    three("highlight", 1, 0, 3, "--tag", "政策", "--note", "看\n這裏")
    said = three("show", 1)
    assert said.code == 0
    assert said.out.splitlines() == [
        "title:\t第一篇文章的標題",
        "source:\t臨海在線",
        "published:\t2020-03-04T17:24:00",
        "",
        BODY + "一",
        "[0:3]\t第一篇\t政策\t看 這裏",
    ]
    uid = three("show", 1, "--json").object["uid"]
    assert three("show", uid).out == said.out


def test_nothing_shown_can_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("標\x9b31m題\n正\x9b2J文\t二\n\u0085末\n" + BODY, "utf-8")
    run("import", "a.txt")
    for words in (["show", 1], ["list"], ["history"]):
        assert not set(run(*words).out) & set(map(chr, range(0x7F, 0xA0)))
    assert "正 2J文\t二" in run("show", 1).out


def test_a_highlight_is_printed_and_kept(three: Run) -> None:
    said = three(
        "highlight", 1, 9, 12, "--tag", "政策/民生", "--tag", "人物", "--note", "記", "--analyst", "林", "--json"
    )
    assert said.code == 0
    made = said.object
    assert {name: made[name] for name in ("article", "start", "end", "quote", "tags", "note", "analyst", "color")} == {
        "article": 1,
        "start": 9,
        "end": 12,
        "quote": BODY[:3],
        "tags": ["政策/民生", "人物"],
        "note": "記",
        "analyst": "林",
        "color": "",
    }
    assert three("show", 1, "--json").object["highlights"] == [made]
    assert three("highlight", 1, 0, 3, "--note", "字").out == "2\t第一篇\t\t字\n"


def test_the_ends_of_a_highlight_are_moved(three: Run) -> None:
    made = three("highlight", 1, 0, 3, "--tag", "人物", "--note", "記", "--json").object
    moved = three("highlight", 1, 4, 8, "--resize", made["uid"], "--json").object
    assert moved == made | {"start": 4, "end": 8, "quote": "章的標題", "updated_at": moved["updated_at"]}
    assert three("highlight", 1, 0, 2, "--resize", made["id"]).out == "1\t第一\t人物\t記\n"
    for wrong in (
        ["highlight", 1, 0, 99999, "--resize", 1],
        ["highlight", 1, 3, 3, "--resize", 1],
        ["highlight", 2, 0, 3, "--resize", 1],
        ["highlight", 1, 0, 3, "--resize", "x"],
        ["highlight", 1, 0, 3, "--resize", 1, "--tag", "人物"],
    ):
        assert three(*wrong).code == 2
    assert three("show", 1, "--json").object["highlights"][0]["quote"] == "第一"


@pytest.mark.parametrize(
    "words",
    [
        ["highlight", 1, 3, 3],
        ["highlight", 1, 5, 3],
        ["highlight", 1, 0, 99999],
        ["highlight", 9, 0, 3],
        ["highlight", "x", 0, 3],
        ["highlight", 1, 0, 3, "--color", "ultraviolet"],
        ["highlight", 1, 0, 3, "--tag", " / "],
        ["highlight", 1, 0, 3, "--tag", "好/" + "長" * 201],
        ["highlight", 1, "one", 3],
        ["highlight", 1, 0],
        ["show", 4],
        ["show", "\udcff"],
        ["show"],
        ["list", "--since", "gestern"],
        ["list", "--since", "2021-02-29"],
        ["list", "--since", "2020-03-04T25"],
        ["list", "--since", "2021", "--until", "2020-12-31"],
        ["list", "--limit", "-1"],
        ["list", "--limit", 2**63],
        ["history", "--limit", 2**63],
        ["list", "--tag", "nothing"],
        ["list", "more"],
        ["import"],
        ["tag", "rename", "none", "x"],
        ["tag", "delete", "none"],
        ["tag", "add", ""],
        ["tag", "nonsense"],
        ["tag", "exclusive", "none"],
        ["export"],
        ["export", "-o", "out.xyz"],
        ["export", "-o", "out.csv", "--columns", "quotes"],
        ["export", "-o", "out.csv", "--tag", "none"],
        ["export", "-o", "nowhere/out.csv"],
        ["export", "-o", "test.reader", "--format", "csv"],
        ["export", "-o", "other.reader", "--format", "csv"],
    ],
)
def test_wrong_usage_is_one_sentence_and_changes_nothing(three: Run, words: list[object]) -> None:
    before = three("history", "--json").out
    said = three(*words)
    assert said.code == 2 and said.out == ""
    assert len(said.err.splitlines()) == 1 and said.err.strip()
    assert three("history", "--json").out == before
    assert three("tag", "list").out == ""
    assert ids(three) == [3, 2, 1]


def test_the_tag_tree_is_changed_by_commands(three: Run) -> None:
    tag = lambda *words: three("tag", *words, "--json")  # noqa: E731
    made = tag("add", "政策/民生", "--color", "red").object
    assert (made["path"], made["parent"], made["color"], made["highlights"]) == ("政策/民生", "政策", "red", 0)
    three("highlight", 1, 0, 3, "--tag", "政策/民生", "--tag", "人物")
    listed = tag("list").objects
    assert [each["path"] for each in listed] == ["人物", "政策", "政策/民生"]
    assert [(each["highlights"], each["highlights_below"]) for each in listed] == [(1, 1), (0, 1), (1, 1)]
    assert tag("rename", "政策/民生", "福利").object["path"] == "政策/福利"
    assert tag("move", "政策/福利", "人物").object["path"] == "人物/福利"
    assert tag("move", "人物/福利").object["path"] == "福利"
    assert tag("color", "福利", "blue").object["color"] == "blue"
    assert tag("shortcut", "福利", "3").object["shortcut"] == "3"
    assert tag("describe", "福利", "錢").object["description"] == "錢"
    assert three("tag", "list").out.splitlines()[0] == "福利\tblue\t3\t1"
    assert tag("exclusive", "福利").object["exclusive"] is True
    assert tag("exclusive", "福利", "off").object["exclusive"] is False
    assert [each["position"] for each in tag("order", "福利", "政策").objects] == [1, 2]
    assert [each["path"] for each in tag("list", "--sort", "hand").objects] == ["福利", "政策", "人物"]
    assert [each["path"] for each in tag("list", "--sort", "recent").objects] == ["人物", "福利", "政策"]
    assert tag("merge", "福利", "政策").object["highlights"] == 1
    assert three("show", 1, "--json").object["highlights"][0]["tags"] == ["政策", "人物"]
    assert tag("delete", "人物").object["path"] == "人物"
    assert [each["path"] for each in tag("list").objects] == ["政策"]
    assert three("show", 1, "--json").object["highlights"][0]["tags"] == ["政策"]
    tag("add", "甲/乙")
    tag("add", "丙")
    assert tag("merge", "甲", "丙", "政策").object["path"] == "政策"
    assert [each["path"] for each in tag("list").objects] == ["政策", "政策/乙"]
    assert tag("delete", "政策", "--with-highlights").object["path"] == "政策"
    assert three("show", 1, "--json").object["highlights"] == []


@pytest.mark.parametrize(
    "words",
    [
        ["move", "a", "a/b"],
        ["move", "a", "a"],
        ["merge", "a", "a/b"],
        ["merge", "a", "a"],
        ["rename", "a", "c"],
        ["rename", "a", "x/y"],
        ["add", "a/b"],
        ["shortcut", "a", "0"],
        ["color", "a", "ultraviolet"],
        ["move", "a/b", "none"],
    ],
)
def test_a_tag_tree_that_cannot_be_is_refused(run: Run, words: list[str]) -> None:
    for path in ("a/b", "c"):
        run("tag", "add", path)
    before = run("tag", "list", "--json").out
    said = run("tag", *words)
    assert said.code == 2 and len(said.err.splitlines()) == 1
    assert run("tag", "list", "--json").out == before != ""


def test_highlights_are_exported(three: Run, tmp_path: Path) -> None:
    three("highlight", 1, 0, 3, "--tag", "政策", "--note", "=1+1")
    three("highlight", 2, 0, 3)
    said = three("export", "-o", "out.csv", "--json")
    assert said.code == 0 and said.object == {"path": "out.csv", "rows": 2}
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b'\xef\xbb\xbf"highlight_id","article_id",') and raw.endswith(b'"\r\n')
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["title"], row["quote"], row["tags"], row["note"]) for row in rows] == [
        ("第二篇文章的標題", "第二篇", "", ""),
        ("第一篇文章的標題", "第一篇", "政策", "'=1+1"),
    ]
    assert three("export", "-o", "raw.csv", "--raw", "--tag", "政策", "--columns", "note, quote").out == "1\traw.csv\n"
    assert (tmp_path / "raw.csv").read_bytes() == '\ufeff"note","quote"\r\n"=1+1","第一篇"\r\n'.encode()


def test_an_export_never_replaces_the_library(run: Run, page: Page, tmp_path: Path) -> None:
    run("-l", "library.csv", "import", page("1.txt", "第一篇文章的標題"))
    (tmp_path / "link.csv").symlink_to("library.csv")
    for name in ("library.csv", "link.csv", "./library.csv"):
        said = run("-l", "library.csv", "export", "-o", name)
        assert said.code == 2 and "is a library, which an export would destroy" in said.err
    assert run("-l", "library.csv", "check").code == 0


def test_steps_are_taken_back_and_done_again(three: Run) -> None:
    three("highlight", 1, 0, 3, "--tag", "政策")
    assert three("undo").out == "undone\thighlight\t第一篇\n"
    assert three("show", 1, "--json").object["highlights"] == [] and three("tag", "list").out == ""
    assert [each["undone"] for each in three("history", "--json").objects] == [True, False, False, False]
    assert three("redo", "--json").object["step"]["kind"] == "highlight"
    assert len(three("show", 1, "--json").object["highlights"]) == 1
    assert three("redo").out == "There is nothing to be redone.\n"
    for _ in range(4):
        assert three("undo").code == 0
    assert three("undo", "--json").object == {"step": None}
    assert ids(three) == []
    for _ in range(4):
        three("redo")
    assert ids(three) == [3, 2, 1]


def test_an_import_of_many_files_is_one_step(run: Run, page: Page) -> None:
    for number in range(45):  # more than one transaction
        page(f"in/{number}.txt", f"第{number}篇文章的標題", body=BODY + str(number))
    run("import", "in")
    (step,) = run("history", "--json").objects
    assert (step["kind"], step["count"]) == ("import", 45)
    assert run("history", "--article", "7", "--json").objects == [step]
    assert run("history", "--analyst", "陳", "--json").objects == []
    run("undo")
    assert ids(run) == []


def test_a_sound_library_is_called_sound_and_a_damaged_one_not(three: Run, tmp_path: Path) -> None:
    three("highlight", 1, 0, 3)
    assert three("check").out == "Everything is as it was stored.\n"
    assert three("check", "--json").object == {"ok": True, "problems": []}
    path = tmp_path / "test.reader"
    path.write_bytes(path.read_bytes().replace((BODY + "二").encode(), (BODY + "四").encode()))
    said = three("check", "--json")
    assert said.code == 1
    assert [(each["kind"], each["article"]) for each in said.object["problems"]] == [("text", 2)]
    assert "第二篇文章的標題" in three("check").out


def test_an_article_is_read_again_in_another_encoding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("民生問題".encode("big5"))
    run("import", "a.txt", "--encoding", "gb18030")
    run("highlight", 1, 0, 1)
    assert run("reread", 1, "--encoding", "big5", "--json").object["highlights"][0]["state"] == "orphan"
    run("undo")
    assert run("show", 1, "--json").object["highlights"][0]["start"] == 0
    assert "There are: plain text, whole text." in run("reread", 1, "--method", "nonsense").err
    assert run("reread", 1, "--encoding", "big5", "--method", "whole text", "--json").object["text"] == "民生問題"
    assert run("show", 1, "--json").object["original"]["encoding"] in ("big5", "big5hkscs")
    run("undo")
    assert run("show", 1, "--json").object["original"]["encoding"] == "gb18030"


def test_reported_errors_are_listed_and_written(run: Run, page: Page, tmp_path: Path) -> None:
    run("import", page("a.txt", "臨海市召開會議"), page("b.txt", "另一篇文章"))
    assert run("report", 2, "--note", "=日期不對").code == 0
    assert [each["id"] for each in run("list", "--reported", "--json").objects] == [2]
    assert run("show", 2, "--json").object["reported"] == "=日期不對"
    assert run("export", "--reported", "-o", "errors.csv").out.startswith("1\t")
    rows = (tmp_path / "errors.csv").read_text("utf-8-sig").splitlines()
    assert rows[0] == '"article_id","title","source","published","url","file","error"' and '"\'=日期不對"' in rows[1]
    run("report", 2, "--clear")
    assert run("list", "--reported").out == ""
