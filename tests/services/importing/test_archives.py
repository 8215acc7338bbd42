"""Archives: what lies in a ZIP file or a web archive is read as if it lay in a folder."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing import archive, gate
from reader.services.importing import given as given_module
from reader.services.importing.given import Given, Part
from reader.services.importing.parts import parts

TEXT = "新館開放\n\n六日上午，臨海市圖書館新館開始試開放，兒童閱覽區座無虛席。"
PAGE = "<!DOCTYPE html><html><head><title>{}</title></head><body><article><h1>{}</h1>{}</article></body></html>"
PROSE = "<p>六日上午，臨海市圖書館新館開始試開放，兒童閱覽區座無虛席，館長說人比想的多。</p>" * 3
PICTURE = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f"
    b"\0\5\0\1\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)


def page(title: str) -> str:
    """A web page with an article."""
    return PAGE.format(title, title, PROSE)


def packed(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """A ZIP file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def read(name: str, data: bytes) -> dict[str, Draft | ImportFailed]:
    """What comes of each part, by its label."""
    return {part.label: part.found for part in parts(Given(name, data))}


def kinds(found: dict[str, Draft | ImportFailed]) -> dict[str, str]:
    """The reasons why parts were not read; empty for those that were."""
    return {label: each.kind if isinstance(each, ImportFailed) else "" for label, each in found.items()}


def title(found: Draft | ImportFailed) -> str:
    """The title of an article."""
    assert isinstance(found, Draft), found
    return found.title


def test_files_of_all_kinds_are_read_and_what_belongs_to_none_is_left_out() -> None:
    table = "title,text\n甲,正文。\n乙,\n".encode()
    found = read(
        "all.zip",
        packed(
            ("a/news.txt", TEXT.encode()),
            ("a/page.html", page("網頁").encode()),
            ("table.csv", table),
            ("inner.zip", packed(("deep.txt", TEXT.encode()))),
            ("picture.png", b"\x89PNG\r\n\x1a\n"),
            ("__MACOSX/a/._news.txt", b"\0\5\x16\7"),
            ("a/.DS_Store", b"\0\0\0\1Bud1"),
            ("Thumbs.db", b"\xd0\xcf\x11\xe0"),
            ("empty.txt", b""),
            ("bomb.zip", packed(("zeros.txt", bytes(gate.HARMLESS + 1)))),
            ("./last.txt", TEXT.encode()),
        ),
    )
    assert kinds(found) == {
        "a/news.txt": "",
        "a/page.html": "",
        "table.csv/1": "",
        "table.csv/2": "no-text",
        "inner.zip/deep.txt": "",
        "empty.txt": "empty-file",
        "bomb.zip": "too-large",
        "./last.txt": "",
    }
    assert title(found["inner.zip/deep.txt"]) == "新館開放"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "big5"])
def test_names_without_the_flag_are_read_in_the_encoding_that_makes_sense(encoding: str) -> None:
    name = "臨海市圖書館新聞稿件.txt"
    raw = name.encode(encoding)
    data = packed(("x" * len(raw), TEXT.encode())).replace(b"x" * len(raw), raw)
    assert list(read("names.zip", data)) == [name]


def test_names_are_shown_without_what_hides_their_end() -> None:
    assert list(read("names.zip", packed(("news\u202etxt.exe\n.txt", TEXT.encode())))) == ["news�txt.exe�.txt"]


def test_members_that_lead_out_are_refused_and_the_others_read() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    device = zipfile.ZipInfo("device.txt")
    device.create_system, device.external_attr = 3, (stat.S_IFCHR | 0o666) << 16
    names = ("../up.txt", "a/../../up.txt", "/etc/passwd", "C:\\up.txt", "a\\..\\up.txt")
    found = read(
        "hostile.zip",
        packed(*((name, b"x") for name in names), (link, b"/etc/passwd"), (device, b""), ("ok..txt", TEXT.encode())),
    )
    assert kinds(found) == {
        **dict.fromkeys(names, "unsafe-name"),
        "link.txt": "link",
        "device.txt": "link",
        "ok..txt": "",
    }


def test_two_files_of_one_name_are_two_articles() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = packed(("a.txt", TEXT.encode()), ("a.txt", (TEXT + "另一篇。").encode()))
    assert [isinstance(part.found, Draft) for part in parts(Given("two.zip", data))] == [True, True]


def test_archives_within_archives_within_archives_are_refused() -> None:
    data = packed(("news.txt", TEXT.encode()))
    for number in range(3):
        data = packed((f"{number}.zip", data))
    assert kinds(read("deep.zip", data)) == {"2.zip/1.zip/0.zip": "nested"}


def test_a_damaged_file_is_named_and_the_others_are_read() -> None:
    data = packed(("a.txt", TEXT.encode()), ("b.txt", TEXT.encode() * 2))
    at = data.index(b"a.txt") + 10
    found = read("damaged.zip", data[:at] + bytes(8) + data[at + 8 :])
    assert kinds(found) == {"a.txt": "damaged", "b.txt": ""}
    assert "damaged.zip/a.txt" in str(found["a.txt"])


@pytest.mark.parametrize("folder", ["page_files", "page.files", "page-Dateien", "page_fichiers"])
def test_a_saved_page_has_the_pictures_of_its_folder_and_frames_are_no_articles(folder: str) -> None:
    body = PAGE.format("題", "題", f'{PROSE}<p><img src="{folder}/a.png" alt="圖"></p>{PROSE}')
    given: list[Given] = []

    def watching(inner: Given) -> list[Part]:
        given.append(inner)
        return list(parts(inner))

    data = packed(
        ("saved/page.html", body.encode()),
        (f"saved/{folder}/a.png", PICTURE),
        (f"saved/{folder}/frame.html", page("廣告").encode()),
        (f"saved/{folder}/a.js", b"1"),
        ("saved/other_files/news.txt", TEXT.encode()),
    )
    found = list(archive.read(Given("saved.zip", data), lambda inner: iter(watching(inner))))
    assert [part.label for part in found] == ["saved/page.html", "saved/other_files/news.txt"]
    assert given[0].beside == {f"{folder}/a.png": PICTURE}
    assert given[1].beside == {}


def test_an_archive_of_pictures_is_refused() -> None:
    with pytest.raises(ImportFailed) as refused:
        read("pictures.zip", packed(("a.png", b"\x89PNG\r\n\x1a\n")))
    assert refused.value.kind == "nothing-inside"


# ---- web archives


def warc(*pages: tuple[str, bytes, str], packed: bool = True, status: str = "200 OK") -> bytes:
    """A web archive of answers: address, body, media type."""
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=packed)
    for address, body, media_type in pages:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return written.getvalue()


PAGES = (
    ("https://example.org/1", page("第一頁").encode(), "text/html; charset=utf-8"),
    ("https://example.org/a.js", b"let a = 1", "text/javascript"),
    ("https://example.org/2", page("第二頁").encode("gb18030"), "text/html; charset=GBK"),
    ("https://example.org/3", page("第三頁").encode(), "text/html"),
)


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_a_web_archive_are_articles(packed: bool) -> None:
    found = read("pages.warc", warc(*PAGES, packed=packed))
    assert {label: title(each) for label, each in found.items()} == {
        "https://example.org/1": "第一頁",
        "https://example.org/2": "第二頁",
        "https://example.org/3": "第三頁",
    }
    assert all(isinstance(each, Draft) and each.url == label for label, each in found.items())
    second = found["https://example.org/2"]
    assert isinstance(second, Draft)
    assert (second.original.encoding, second.original.data) == ("gb18030", PAGES[2][1])
    assert second.warnings == ()


def test_a_web_archive_packed_as_a_whole_is_read() -> None:
    assert len(read("pages.warc.gz", gzip.compress(warc(*PAGES, packed=False)))) == 3


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_web_archive_gives_what_is_there_and_says_what_is_not_whole(packed: bool) -> None:
    data = warc(PAGES[0], PAGES[3], packed=packed)
    first, second = read("cut.warc", data[:-100]).values()
    assert isinstance(first, Draft) and isinstance(second, Draft)
    assert first.warnings == ()
    assert "text-incomplete" in second.warnings


@pytest.mark.parametrize("packed", [True, False])
def test_a_damaged_record_costs_itself_only(packed: bool) -> None:
    first = warc(PAGES[0], packed=packed)
    second = bytearray(warc(PAGES[2], packed=packed))
    if packed:
        second[200:210] = bytes(10)
    else:
        second = bytearray(bytes(second).replace(b"Content-Length", b"Content-Langth"))
    found = kinds(read("damaged.warc", first + bytes(second) + warc(PAGES[3], packed=packed)))
    assert found == {"https://example.org/1": "", "2": "broken-record", "https://example.org/3": ""}


@pytest.mark.parametrize("packed", [True, False])
def test_what_is_cut_and_no_page_is_not_missed(packed: bool) -> None:
    picture = ("https://example.org/a.png", bytes(range(256)) * 20, "image/png")
    data = warc(PAGES[0], picture, packed=packed)
    assert kinds(read("cut.warc", data[:-100])) == {"https://example.org/1": ""}


def test_a_large_web_archive_is_read_from_where_it_lies(tmp_path: Path) -> None:
    data = warc(*PAGES, ("https://example.org/4", bytes(given_module.HEAD), "image/png"), packed=False)
    (tmp_path / "large.warc").write_bytes(data)
    found = list(parts(Given("large.warc", data[: given_module.HEAD], tmp_path / "large.warc")))
    assert len(found) == 3


def test_a_web_archive_without_pages_is_refused() -> None:
    for data in (warc(PAGES[1]), warc(PAGES[0], status="404 Not Found")):
        with pytest.raises(ImportFailed) as refused:
            read("none.warc.gz", data)
        assert refused.value.kind == "no-pages"
