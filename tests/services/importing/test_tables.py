"""Tables of articles: every row becomes one, whatever the file is and its columns are called."""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.domain.text import clean, one_line
from reader.services import exporting, writing
from reader.services.importing import given as given_module
from reader.services.importing import tables
from reader.services.importing.given import Given, Part
from reader.services.importing.parts import parts
from reader.services.importing.worker import Worker

BODY = "六日上午，臨海市圖書館新館開始試開放。\n兒童閱覽區座無虛席，館長說：「人比想的多。」"
HEADERS = ("标题", "来源", "发布时间", "链接", "版面", "正文")
CELLS = ("新館開放", "臨海日報", "2024-05-06 09:12", "https://example.org/1", "A3", BODY)


def csv_of(rows: Iterable[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A table of text."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode(encoding)


def workbook_of(*sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def read(name: str, data: bytes, **wishes: object) -> list[Part]:
    """All parts of a file."""
    return list(parts(Given(name, data, **wishes)))  # type: ignore[arg-type]


def drafts(name: str, data: bytes, **wishes: object) -> list[Draft]:
    """The articles of a table of sound rows."""
    found = [part.found for part in read(name, data, **wishes)]
    assert all(isinstance(each, Draft) for each in found), found
    return [each for each in found if isinstance(each, Draft)]


def problems(found: Iterable[Part]) -> dict[str, str]:
    """The rows that were left out, and the kinds of reasons."""
    return {part.label: part.found.kind for part in found if isinstance(part.found, ImportFailed)}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_row_is_an_article_with_its_fields(delimiter: str, encoding: str) -> None:
    (found,) = drafts("news.csv", csv_of([HEADERS, CELLS], delimiter, encoding))
    assert found.text == f"新館開放\n{BODY}"
    assert (found.title, found.source, found.published) == ("新館開放", "臨海日報", "2024-05-06T09:12")
    assert (found.url, found.language) == ("https://example.org/1", "zh-Hant")
    assert found.attributes == (("版面", "A3"),)
    assert [(mark.start, mark.end, mark.kind) for mark in found.marks] == [(0, 4, "title")]


def test_nothing_of_a_text_is_taken_for_furniture() -> None:
    body = "責任編輯：吳小雨\n來源：臨海在線 2024-05-06\n短。\n相關新聞\n又一行"
    (found,) = drafts("news.csv", csv_of([("title", "text"), ("甲", body)]))
    assert found.text == f"甲\n{body}"
    assert found.left_out == ()


def test_a_cell_with_markup_is_read_as_a_piece_of_a_page() -> None:
    body = "<p>第一段，有<b>粗體</b>。</p><script>alert(1)</script><p>第二段&amp;完。</p>"
    (found,) = drafts("news.json", json.dumps([{"title": "甲", "content": body}]).encode())
    assert found.text == "甲\n第一段，有粗體。\n第二段&完。"
    assert ("bold", "粗體") in {(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks}


def test_lines_stay_where_a_search_left_tags_round_what_it_found() -> None:
    (found,) = drafts("news.csv", csv_of([("title", "text"), ("甲", "一段<em>新館</em>。\r\n二段<em>開放</em>。")]))
    assert found.text == "甲\n一段新館。\n二段開放。"


def test_a_text_about_markup_is_text() -> None:
    (found,) = drafts("news.csv", csv_of([("title", "text"), ("甲", "若 a < b 則用 <br> 換行。")]))
    assert found.text == "甲\n若 a < b 則用 <br> 換行。"


def test_glosses_are_lifted_out_of_a_row() -> None:
    glossed = "術(shù)業(yè)有專(zhuān)攻，實(shí)事求是，區(qū)會(huì)開會(huì)。調(diào)研發(fā)展。"
    (found,) = drafts("news.csv", csv_of([("title", "text"), ("甲", glossed)]))
    assert "術業有專攻" in found.text
    assert "glosses-lifted" in found.warnings
    (left,) = drafts("news.csv", csv_of([("title", "text"), ("甲", glossed)]), lift=False)
    assert left.text == f"甲\n{glossed}"


def test_the_number_of_a_row_is_its_label() -> None:
    found = read("news.csv", csv_of([("title", "text"), ("甲", "一"), ("乙", ""), ("丙", "三")]))
    assert [part.label for part in found] == ["1", "2", "3"]
    assert problems(found) == {"2": "no-text"}


@pytest.mark.parametrize(
    ("headers", "text", "title", "published"),
    [
        (("題目", "內容", "日期"), "內容", "題目", "日期"),
        (("Headline", "Full Text", "Publish Date"), "Full Text", "Headline", "Publish Date"),
        (("article_title", "article_text", "pub_date"), "article_text", "article_title", "pub_date"),
        (("新聞標題（中）", "稿件正文", "見報日期"), "稿件正文", "新聞標題（中）", "見報日期"),
        (("抓取时间", "副标题", "标题", "发表时间", "摘要", "全文"), "全文", "标题", "发表时间"),
    ],
)
def test_headers_are_known_in_chinese_and_english(
    headers: tuple[str, ...], text: str, title: str, published: str
) -> None:
    guessed = tables.preview(Given("news.csv", csv_of([headers, ["x"] * len(headers)]))).guessed
    assert {field: header for header, field in guessed.items()} == {
        "text": text,
        "title": title,
        "published": published,
    }


def test_columns_whose_headers_say_nothing_are_told_by_their_cells() -> None:
    rows = [(str(n), f"第{n}個標題在此", "2024/5/6", f"https://example.org/{n}", BODY * 2) for n in range(1, 5)]
    shown = tables.preview(Given("news.csv", csv_of([("k1", "k2", "k3", "k4", "k5"), *rows])))
    assert shown.guessed == {"k2": "title", "k3": "published", "k4": "url", "k5": "text"}
    assert shown.rows[0] == rows[0]


def test_a_table_without_headers_has_columns_called_by_letters() -> None:
    (found,) = drafts("news.csv", csv_of([("新館開放", "2024-05-06", BODY * 3)]))
    assert (found.title, found.published) == ("新館開放", "2024-05-06")


def test_what_is_no_address_or_time_stays_as_a_named_field() -> None:
    (found,) = drafts("news.csv", csv_of([("url", "date", "text"), ("第3版", "五月初", "正文。")]))
    assert (found.url, found.published) == ("", "")
    assert found.attributes == (("url", "第3版"), ("date", "五月初"))


@pytest.mark.parametrize(
    ("cell", "published"),
    [
        ("20240506", "2024-05-06"),
        ("2024年5月6日 上午9:12", "2024-05-06T09:12"),
        ("2024-05-06T09:12:13+08:00", "2024-05-06T09:12:13"),
        ("2024年5月", "2024-05"),
        ("2024", "2024"),
        ("1714986733", "2024-05-06T09:12:13"),
        ("1714986733000", "2024-05-06T09:12:13"),
        ("2024-13-45", ""),
        ("3/4/2024", ""),
    ],
)
def test_times_are_read_as_they_are_written(cell: str, published: str) -> None:
    (found,) = drafts("news.csv", csv_of([("date", "text"), (cell, "正文。")]))
    assert found.published == published


@pytest.mark.parametrize(
    ("days", "published"),
    [
        (("3/4/2020", "5/16/2020 9:12 PM"), ("2020-03-04", "2020-05-16T21:12")),
        (("3/4/2020", "16/5/2020 09:12"), ("2020-04-03", "2020-05-16T09:12")),
        (("3-4-2020", "16-5-2020"), ("2020-04-03", "2020-05-16")),
        (("3/4/2020", "5/6/2020"), ("", "")),
        (("5/16/2020", "16/5/2020"), ("2020-05-16", "2020-05-16")),
    ],
)
def test_one_day_of_a_column_tells_how_the_others_are_written(
    days: tuple[str, ...], published: tuple[str, ...]
) -> None:
    found = drafts("news.csv", csv_of([("date", "text"), *((day, "正文。") for day in days)]))
    assert tuple(draft.published for draft in found) == published
    for draft in found:
        assert drafts(draft.original.name, draft.original.data) == [draft]


def test_a_person_may_choose_the_columns() -> None:
    chosen = {("a", "b", "c"): {"c": "title", "a": "text", "b": "text"}}
    (found,) = drafts("news.csv", csv_of([("a", "b", "c"), ("導語", "正文", "題")]), columns=chosen)
    assert found.text == "題\n導語\n正文"


def test_of_two_columns_for_a_field_the_second_stays_under_its_name() -> None:
    headers = ("甲", "乙", "丙", "丁", "话")
    rows = [headers, ("眉題", "標題", "日報", "晚報", "正文。"), ("", "只有一個", "", "週報", "另一段。")]
    columns = {"甲": "title", "乙": "title", "丙": "source", "丁": "source", "话": "text"}
    first, second = drafts("a.csv", csv_of(rows), columns={headers: columns})
    assert (first.title, first.source, first.attributes) == ("眉題", "日報", (("乙", "標題"), ("丁", "晚報")))
    assert (second.title, second.source, second.attributes) == ("只有一個", "週報", ())
    again = drafts("a.csv", first.original.data)[0]
    assert (again.title, again.attributes) == (first.title, first.attributes)


def test_without_a_column_of_text_the_table_is_refused_in_a_sentence_that_names_its_columns() -> None:
    with pytest.raises(ImportFailed, match="x, y") as refused:
        read("numbers.csv", csv_of([("x", "y"), ("1", "2")]))
    assert refused.value.kind == "no-columns"


def test_highlights_that_reader_exported_are_no_articles() -> None:
    with pytest.raises(ImportFailed) as refused:
        read("highlights.csv", csv_of([exporting.COLUMNS, ["x"] * len(exporting.COLUMNS)]))
    assert refused.value.kind == "highlights"
    chosen = {exporting.COLUMNS: {"quote": "text", "title": "title"}}
    cells = [writing.guarded("=1+1") if name == "quote" else "x" for name in exporting.COLUMNS]
    (found,) = drafts("highlights.csv", csv_of([exporting.COLUMNS, cells]), columns=chosen)
    assert found.text == "x\n=1+1"


def test_apostrophes_of_others_stay() -> None:
    (found,) = drafts("formulas.csv", csv_of([("title", "text"), ("'=1", "'+2")]))
    assert found.text == "'=1\n'+2"


def test_an_open_quotation_costs_its_row_only() -> None:
    data = 'title,text\n甲,一行\n乙,"沒有收尾\n丙,三行\n丁,四行\n'.encode()
    found = read("open.csv", data)
    assert problems(found) == {"2": "open-quotation"}
    assert "line 3" in str(found[1].found)
    assert [part.found.title for part in found if isinstance(part.found, Draft)] == ["甲", "丙", "丁"]


def test_quotation_marks_that_are_meant_as_such_swallow_no_rows() -> None:
    data = '標題\t正文\n甲\t"開始\n乙\t第二\n丙\t"又一\n丁\t第四\n'.encode()
    assert [draft.title for draft in drafts("news.tsv", data)] == ["甲", "乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("row", "title", "text"),
    [
        ('"乙","他說"好"，\n然後走了。","日報"', "乙", '他說"好"，\n然後走了。'),
        ('乙,"他說"好，然後走了",日報', "乙", '他說"好，然後走了'),
        ('乙,"引語"之後還有,日報', "乙", '"引語"之後還有'),
        ('乙,"沒有收尾,日報', "乙", '"沒有收尾'),
        ('"乙,沒有收尾,日報', '"乙', "沒有收尾"),
    ],
)
@pytest.mark.parametrize("others", [2, 20])
def test_a_stray_quotation_mark_makes_and_takes_no_rows(others: int, row: str, title: str, text: str) -> None:
    rows = [f'第{number}篇,"第一段，\n第二段。",日報' for number in range(others)]
    found = drafts("news.csv", "\n".join(["title,text,source", *rows, row, *rows, ""]).encode())
    assert [draft.text for draft in found[:others]] == [draft.text for draft in found[others + 1 :]]
    stray = found[others]
    assert (len(found), stray.title, stray.text) == (2 * others + 1, title, f"{title}\n{text}")
    assert stray.source == "日報"


def test_rows_as_they_should_be_stay_so_in_a_table_of_unlike_ones() -> None:
    rows = '甲,"一\n二"\n乙,三,日報,x\n丙\n丁,"四\n五",日報\n'
    found = read("unlike.csv", f"title,text,source\n{rows}".encode())
    assert [part.found.text for part in found if isinstance(part.found, Draft)] == ["甲\n一\n二", "丁\n四\n五"]
    assert problems(found) == {"2": "wide-row", "3": "no-text"}


def test_a_quotation_without_end_that_is_no_row_is_named_and_costs_no_other() -> None:
    data = 'title,text,source\n甲,一,日報\n乙,"沒有收尾\n丙,"第一段，\n第二段。",日報\n' + "丁,四,日報\n" * 9
    found = read("open.csv", data.encode())
    assert problems(found) == {"2": "open-quotation"}
    assert [part.found.title for part in found if isinstance(part.found, Draft)] == ["甲", "丙", *"丁" * 9]


def test_a_row_that_is_too_wide_is_left_out_and_named() -> None:
    found = read("news.csv", b"title,text,source\na,b,c\nd,e,f,g\nh,i,j\n")
    assert problems(found) == {"2": "wide-row"}


def test_a_cell_of_five_million_characters_is_read() -> None:
    (found,) = drafts("long.csv", csv_of([("title", "text"), ("甲", "長文。" * 1_700_000 + "尾標")]))
    assert found.text.endswith("尾標")


def test_wrong_bytes_are_said() -> None:
    data = csv_of([("title", "text"), ("甲", BODY * 3), ("乙", BODY * 3)])
    first, second = drafts("news.csv", data[:60] + b"\xff" + data[60:])
    assert first.warnings == ("text-incomplete",)
    assert second.warnings == ()


def test_a_table_larger_than_what_is_read_as_a_whole_is_read_as_a_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ascii_first = [("title", "text"), *((f"title {n}", "x" * 100) for n in range(1_000)), ("題", "尾標。")]
    for name, data in (
        ("large.csv", csv_of(ascii_first)),
        ("large-gb.csv", csv_of(ascii_first, encoding="gb18030")),
        ("large.jsonl", "\n".join(json.dumps({"title": a, "text": b}) for a, b in ascii_first[1:]).encode()),
    ):
        (tmp_path / name).write_bytes(data)
        assert len(data) > given_module.HEAD
        found = list(parts(Given(name, data[: given_module.HEAD], tmp_path / name)))
        assert len(found) == 1_001
        assert isinstance(found[-1].found, Draft)
        assert found[-1].found.text == "題\n尾標。"


def test_a_workbook_has_dates_numbers_and_sheets() -> None:
    articles = [
        ["導出於五月"],
        ["标题", "日期", "编号", "正文", None],
        ["甲", datetime(2024, 5, 6, 9, 12), 12.0, BODY, "注"],
        [None, None, None, None],
        ["乙", datetime(2024, 5, 6), None, "短文。", None],
    ]
    found = read("news.xlsx", workbook_of(articles, [["x", "y"], [1, 2]]))
    assert [part.label for part in found] == ["Sheet1 1", "Sheet1 3"]
    first, second = (part.found for part in found)
    assert isinstance(first, Draft) and isinstance(second, Draft)
    assert (first.published, second.published) == ("2024-05-06T09:12", "2024-05-06")
    assert first.attributes == (("编号", "12"), ("E", "注"))


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<office:body><office:spreadsheet><table:table table:name="稿"><table:table-row>
<table:table-cell><text:p>标题</text:p></table:table-cell><table:table-cell><text:p>日期</text:p></table:table-cell>
<table:table-cell><text:p>正文</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/>
</table:table-row><table:table-row>
<table:table-cell><text:p>甲<office:annotation><text:p>批</text:p></office:annotation></text:p></table:table-cell>
<table:table-cell office:date-value="2024-05-06T09:12:00"><text:p>五月六日</text:p></table:table-cell>
<table:table-cell><text:p>第一段<text:s text:c="2"/><text:span>有</text:span>字。</text:p>
<text:p>第二段。</text:p></table:table-cell>
</table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_a_workbook_of_libreoffice_is_read() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS)
    (found,) = drafts("news.ods", written.getvalue())
    assert found.text == "甲\n第一段  有字。\n第二段。"
    assert found.published == "2024-05-06T09:12:00"


CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n\r\t"', exclude_characters="<>")
CELL = st.text(CHARACTERS, max_size=30)


@settings(max_examples=150)
@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_every_cell_is_read_as_it_was_written(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    found = read("any.csv", csv_of([("title", "text", "note"), *rows, ("last", "text", "")], delimiter))
    by_label = {part.label: part.found for part in found}
    for number, (title, text, note) in enumerate(rows, 1):
        draft = by_label.get(str(number))
        if not clean(text).strip():
            assert not isinstance(draft, Draft)
            continue
        assert isinstance(draft, Draft)
        lines = [line.rstrip() for line in clean(text).strip("\n").split("\n") if line.strip()]
        assert draft.text == "\n".join([*filter(None, [one_line(title)]), *lines])
        assert dict(draft.attributes).get("note", "") == clean(note).strip()


@settings(max_examples=150)
@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.json", "a.jsonl", "a.tsv", "a.xlsx", "a.ods", "a.rss"]))
def test_whatever_a_file_holds_it_is_read_or_refused_in_a_sentence(data: bytes, name: str) -> None:
    for begin in (
        b"",
        b"title,text\n",
        b'[{"text": "',
        b'{"text": "a"}\n',
        b"PK\x03\x04",
        b"<rss><channel><item><title>",
    ):
        try:
            found = read(name, begin + data)
        except ImportFailed as error:
            assert str(error)
        else:
            assert all(isinstance(part.found, Draft | ImportFailed) for part in found)


def test_a_text_that_begins_like_a_table_of_articles_is_one() -> None:
    rows = [("標題", "正文", "頁"), ("甲", "一篇。", "1"), ("乙", "又一篇。", "2")]
    assert len(drafts("export.txt", csv_of(rows, "\t", "utf-16"))) == 2
    for words in ("標題，正文\n甲", "標題\n正文\n", "Title, with a comma\nText", "正文,很好\n甲,乙\n"):
        (found,) = drafts("note.txt", (words + "\n一段普通的文字。").encode())
        assert found.original.media_type == "text/plain"


def test_tags_that_a_search_left_in_a_title_go() -> None:
    (found,) = drafts("news.csv", csv_of([("title", "text"), ("<em>新館</em>開放", "正文。")]))
    assert found.title == "新館開放"


def test_a_workbook_that_is_cut_is_damaged() -> None:
    with pytest.raises(ImportFailed):
        read("news.xlsx", workbook_of([HEADERS, CELLS])[:-100])


def test_json_may_hold_lists_objects_and_names_within() -> None:
    rows = [
        {
            "source": {"id": None, "name": "臨海日報"},
            "authors": ["林小文", {"name": "王大明"}],
            "title": "甲",
            "content": ["第一段。", "第二段。"],
            "tags": ["民生", "圖書"],
            "views": 12,
        }
    ]
    (found,) = drafts("news.json", json.dumps({"status": "ok", "data": {"items": rows}}).encode())
    assert found.text == "甲\n第一段。\n第二段。"
    assert (found.source, found.author) == ("臨海日報", "林小文; 王大明")
    assert found.attributes == (("tags", "民生; 圖書"), ("views", "12"))


def test_an_object_that_is_an_article_is_one_whatever_lists_it_holds() -> None:
    comments = [{"content": f"評論{n}，寫得好。", "user": "甲"} for n in range(3)]
    for inner in ({"comments": comments}, {"images": [{"src": "a.png"}]}, {"data": {"tags": [{"name": "民生"}]}}):
        (found,) = drafts("one.json", json.dumps({"title": "甲", "content": BODY} | inner).encode())
        assert (found.title, found.text) == ("甲", f"甲\n{BODY}")
        assert drafts("one.json", found.original.data) == [found]
    named = [{"name": "甲", "content": "寫得好。"}]
    assert found_in({"title": "甲", "content": BODY, "comments": named}) == {
        "comments": '[{"name": "甲", "content": "寫得好。"}]'
    }
    listed = {"tags": [{"name": str(n)} for n in range(9)], "articles": [{"title": "甲", "content": BODY}]}
    assert [each.title for each in drafts("list.json", json.dumps(listed).encode())] == ["甲"]


def found_in(row: dict[str, object]) -> dict[str, str]:
    """The other fields of the article in a row."""
    return dict(drafts("one.json", json.dumps([row]).encode())[0].attributes)


def test_what_is_just_around_an_article_is_taken_off() -> None:
    article = {"title": "甲", "content": BODY, "publishTime": "2024-05-06 09:12", "id": 5}
    for name, data in (
        ("a.json", json.dumps([{"id": 7, "score": 0.5, "_source": article}])),
        ("a.jsonl", json.dumps({"id": 7, "score": 0.5, "article": article})),
        ("a.json", json.dumps({"hits": {"hits": [{"id": 7, "score": 0.5, "body": article}]}})),
    ):
        (found,) = drafts(name, data.encode())
        assert (found.text, found.published) == (f"甲\n{BODY}", "2024-05-06T09:12")
        assert {value for _, value in found.attributes} == {"5", "7", "0.5"}
        assert drafts(name, found.original.data) == [found]
    (found,) = drafts("posts.json", json.dumps([{"title": {"rendered": "甲"}, "content": {"rendered": BODY}}]).encode())
    assert found.text == f"甲\n{BODY}"


def test_no_element_of_json_goes_without_a_row() -> None:
    one = json.dumps([{"title": "甲", "text": "一。"}, None, "詞"])
    two = json.dumps([{"title": "乙", "text": "二。"}])
    found = read("two.json", f"{one}\n{two}".encode())
    assert [part.label for part in found] == ["1", "2", "3", "4"]
    assert problems(found) == {"2": "no-object", "3": "no-object"}
    assert problems(read("more.json", f"{two}\nend".encode())) == {"2": "broken-row"}
    assert problems(read("open.json", two[:-1].encode())) == {"2": "broken-row"}


def test_a_line_of_json_may_hold_a_tab() -> None:
    (found,) = drafts("tab.jsonl", '{"title": "甲", "text": "一\t二"}\n'.encode())
    assert found.text == "甲\n一\t二"


def test_the_rows_before_damage_are_read_and_the_damage_is_named() -> None:
    rows = [{"title": f"題{n}", "text": "正文。"} for n in range(5)]
    listed = read("cut.json", json.dumps(rows).encode()[:-30])
    assert len(listed) == 5
    assert problems(listed) == {"5": "broken-row"}
    lines = "\n".join(map(json.dumps, rows)).replace('"title": "\\u984c2"', '"title" "2"')
    assert problems(read("broken.jsonl", lines.encode())) == {"3": "broken-line"}


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b'{"a": 1', b"{}", b"[]", b'"x"', b"[1, 2]"])
def test_json_without_a_table_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailed):
        for part in read("odd.json", data):
            if isinstance(part.found, ImportFailed):
                raise part.found


def test_what_is_json_is_told_without_a_suffix() -> None:
    rows = [{"title": "甲", "text": "正文。"}, {"title": "乙", "text": "正文。"}]
    assert len(drafts("export", codecs.BOM_UTF8 + json.dumps(rows, indent=1).encode())) == 2
    assert len(drafts("export", "\n".join(map(json.dumps, rows)).encode())) == 2
    (text,) = drafts("note.txt", "[新華社]五月六日電，會議召開。".encode())
    assert text.original.media_type == "text/plain"


@pytest.mark.parametrize("name", ["news.csv", "news.xlsx", "news.jsonl"])
def test_the_original_of_a_row_reads_again_as_the_same_article(name: str) -> None:
    rows = [HEADERS, CELLS, ("無日期", "", "", "", "", BODY)]
    objects = [dict(zip(HEADERS, row, strict=True)) for row in rows[1:]]
    data = {
        "news.csv": csv_of(rows),
        "news.xlsx": workbook_of(rows),
        "news.jsonl": "\n".join(map(json.dumps, objects)).encode(),
    }[name]
    for draft in drafts(name, data):
        (again,) = drafts(draft.original.name, draft.original.data, encoding=draft.original.encoding)
        assert again == draft


def test_a_row_whose_columns_were_chosen_reads_again_as_it_was() -> None:
    table = csv_of([("a", "b", "c"), ("導語", "正文", "題")])
    (found,) = drafts("news.csv", table, columns={("a", "b", "c"): {"c": "title", "b": "text"}})
    (again,) = drafts(found.original.name, found.original.data)
    assert again == found
    assert found.attributes == (("a", "導語"),)
    (other,) = drafts("odd.json", b'{"text": "a", "reader:columns": {"text": "body"}}')
    assert other.text == "a"


def test_excel_may_be_told_what_stands_between_the_cells() -> None:
    (found,) = drafts("news.csv", "sep=;\r\ntitle;text\r\n甲;一,二,三\r\n".encode())
    assert found.text == "甲\n一,二,三"


def test_the_preview_has_words_and_no_more_than_some_rows() -> None:
    rows = [(f"題{n}", "2024-05-06", BODY) for n in range(100)]
    shown = tables.preview(Given("news.csv", csv_of([("标题", "日期", "正文"), *rows], encoding="gb18030")))
    assert shown.headers == ("标题", "日期", "正文")
    assert shown.rows == tuple(rows[: tables.PREVIEW])
    assert shown.guessed == {"标题": "title", "日期": "published", "正文": "text"}
    assert shown.encoding == "gb18030"


def test_a_table_whose_rows_all_take_long_is_given_up_with_a_sentence() -> None:
    slow = "<p>一句話。</p>" * 3_000
    rows = "".join(json.dumps({"title": f"第{number}篇", "text": slow}) + "\n" for number in range(300))
    with Worker(patience=0.005) as worker:
        *found, last = list(worker.parts(Given("slow.jsonl", rows.encode())))
    assert isinstance(last.found, ImportFailed) and last.found.kind == "slow"
    assert 0 < len(found) < 300 and str(len(found)) in str(last.found)
    assert all(isinstance(part.found, Draft) for part in found)
