"""The files that come with the program: samples, themes, icons, desktop files, licences."""

from __future__ import annotations

import configparser
import re
import struct
import tomllib
from dataclasses import fields
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from reader import resources, theme
from reader.domain.article import Draft
from reader.domain.text import clean
from reader.services.importing.batch import import_files
from reader.services.importing.read import read
from reader.storage.library import Library

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(resources.path("samples").iterdir())
# title (its beginning), source, published, author, editor, language
EXPECTED = {
    "canghe-old-housing.txt": ("沧禾区发布老旧小区改造", "沧禾发布", "2024-06-21T10:05", "", "易川", "zh-Hans"),
    "haiching-waste-charging.html": (
        "海澄城明年試行垃圾按量收費",
        "海澄時報",
        "2023-10-24T21:05:12",
        "岑若水",
        "",
        "zh-Hant",
    ),
    "harrowmere-bus-fares.txt": (
        "Harrowmere to cap bus fares",
        "Harrowmere Courier",
        "2024-05-14T07:20:18",
        "Eleanor Thackwray",
        "J. Corwen",
        "en",
    ),
    "langang-data-center.txt": (
        "嵐港資料中心用電激增",
        "嵐港新聞網",
        "2025-01-14T19:30:45",
        "溫以安",
        "白若寧",
        "zh-Hant",
    ),
    "luyu-coastal-district.txt": (
        "鷺嶼市委書記柯棲遠到濱海新區調研時強調",
        "鷺嶼在線",
        "2021-09-16T18:07:52",
        "",
        "林曉舟",
        "zh-Hant",
    ),
    "mingsha-solar.html": (
        "明沙州戈壁光伏基地首批机组并网",
        "明沙新闻网",
        "2024-08-12T11:26:54",
        "沙月",
        "穆青禾",
        "zh-Hans",
    ),
    "qingtang-river.txt": ("从“臭水沟”到“会客厅”", "青棠日报", "2023-11-09T08:15:33", "骆川 闻溪", "温岚", "zh-Hans"),
    "yunlan-private-firms.txt": (
        "云澜市召开民营经济发展座谈会",
        "云澜在线",
        "2024-03-18T16:42:07",
        "",
        "苏禾",
        "zh-Hans",
    ),
}
OF_THE_PAGE = (
    "热线",
    "熱線",
    "專線",
    "A+",
    "字号",
    "字級",
    "编辑",
    "編輯",
    "Editor",
    "相关",
    "相關",
    "相關文章",
    "Related",
    "版权",
    "版權",
    "Copyright",
    "登录",
    "首頁",
    "主頁",
    "Skip to",
    "分享",
    "Share",
    "脚本",
    "window.stats",
)
KINDS_IN_PAGES = {"title", "heading", "bold", "quote", "item", "row", "image"}


def drafted(path: Path) -> Draft:
    return read(path.read_bytes(), path.name)


def test_the_samples_are_those_expected() -> None:
    assert [path.name for path in SAMPLES] == sorted(EXPECTED)


def test_a_new_library_takes_every_sample(library: Library) -> None:
    outcomes = import_files(library.db, SAMPLES)
    assert [(Path(outcome.path).name, outcome.status) for outcome in outcomes] == [
        (path.name, "added") for path in SAMPLES
    ]
    assert [outcome.warnings for outcome in outcomes if outcome.warnings] == [("glosses-lifted",)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_told_apart_into_fields_and_body(path: Path) -> None:
    draft = drafted(path)
    title, *others = EXPECTED[path.name]
    assert draft.title.startswith(title)
    assert [draft.source, draft.published, draft.author, draft.editor, draft.language] == others
    body = draft.text.removeprefix(draft.title)
    assert 250 <= len(body) <= 1500
    assert [word for word in OF_THE_PAGE if word in body] == []


def test_the_glosses_of_the_converted_sample_are_lifted_and_kept() -> None:
    path = resources.path("samples/luyu-coastal-district.txt")
    draft = drafted(path)
    written = clean(path.read_text("utf-8"))
    assert len(draft.glosses) > 50
    assert "(" not in draft.text
    for gloss in draft.glosses:
        assert f"{draft.text[gloss.position - 1]}{gloss.text}" in written


@pytest.mark.parametrize("name", [path.name for path in SAMPLES if path.suffix == ".html"])
def test_a_sample_page_shows_every_kind_of_mark_and_its_picture(name: str) -> None:
    draft = drafted(resources.path(f"samples/{name}"))
    assert {mark.kind for mark in draft.marks} >= KINDS_IN_PAGES
    assert draft.url.startswith("https://")
    [image] = draft.images
    assert QImage.fromData(image.data).width() == 320


@pytest.mark.parametrize("name", theme.NAMES)
def test_a_theme_is_complete_and_can_be_read(name: str) -> None:
    loaded = theme.load(name)
    colours = {
        each.name: getattr(loaded, each.name)
        for each in fields(loaded)
        if each.name not in ("name", "tint", "line", "on_selection")
    }
    assert {key: value for key, value in colours.items() if not re.fullmatch("#[0-9A-F]{6}", value)} == {}
    assert 0 < loaded.tint < 1 and 0 <= loaded.line < 1
    assert contrast(loaded.text, loaded.page) >= 7
    assert contrast(loaded.secondary, loaded.panel) >= 4.5
    assert contrast(loaded.on_accent, loaded.accent) >= 4.5


def contrast(first: str, second: str) -> float:
    """The contrast of two colours as WCAG 2 has it, 1 to 21."""
    dark, light = sorted(map(luminance, (first, second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_the_icon_exists_in_every_size(size: int) -> None:
    image = QImage(str(resources.path(f"icons/app-{size}.png")))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 128  # round corners
    middle = image.pixelColor(size * 7 // 8 - 1, size // 2 - 1)
    assert middle.red() > 200 and middle.blue() < 120  # the highlighted line


def test_the_windows_icon_holds_pictures_up_to_256_pixels() -> None:
    data = resources.path("icons/app.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(count)]
    assert kind == 1
    assert [entry[0] or 256 for entry in entries] == [16, 24, 32, 48, 64, 128, 256]
    for width, *_, length, at in entries:
        assert QImage.fromData(data[at : at + length]).width() == (width or 256)


@pytest.mark.parametrize("size", [32, 64, 128, 256, 512, 1024])
def test_the_icon_for_macos_holds_pictures_of_both_densities(size: int) -> None:
    data = resources.path("icons/app.icns").read_bytes()
    assert data[:4] == b"icns" and int.from_bytes(data[4:8]) == len(data)
    parts, at = list[bytes](), 8
    while at < len(data):
        length = int.from_bytes(data[at + 4 : at + 8])
        parts.append(data[at + 8 : at + length])
        at += length
    assert size in {QImage.fromData(part).width() for part in parts}


def test_the_desktop_entry_has_its_keys_in_three_languages() -> None:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(resources.path("linux/reader-desktop.desktop"), "utf-8")
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Exec"], entry["Icon"]) == ("Application", "reader %F", "reader-desktop")
    for key in ("Name", "Comment"):
        assert len({entry[key], entry[f"{key}[zh_CN]"], entry[f"{key}[zh_TW]"]}) == 3
    types = entry["MimeType"].rstrip(";").split(";")
    assert types == ["application/x-reader-library", "text/plain", "text/html"]


def test_the_type_of_library_files_matches_a_new_library(library: Library) -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    [declared] = ElementTree.parse(resources.path("linux/reader-library.xml")).getroot().findall(f"{space}mime-type")
    assert declared.get("type") == "application/x-reader-library"
    assert [glob.get("pattern") for glob in declared.findall(f"{space}glob")] == [f"*{library.path.suffix}"]
    [outer] = declared.findall(f"{space}magic/{space}match")
    [inner] = outer.findall(f"{space}match")
    data = library.path.read_bytes()
    assert data.startswith(str(outer.get("value")).encode().replace(b"\\0", b"\0"))
    at = int(str(inner.get("offset")))
    assert int.from_bytes(data[at : at + 4]) == int(str(inner.get("value")), 16)


def test_the_licences_name_every_locked_package_that_is_shipped() -> None:
    listed = resources.text("licences/third-party.txt").lower().replace("_", "-")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split("[<>=;]", each)[0].lower() for each in wanted}
    locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "packaging/locks/build.txt").read_text("utf-8"), re.M))
    assert names <= locked.keys()
    stale = [name for name in names if f"\n{name} ({locked[name]})\n" not in listed]
    assert stale == [], "run packaging/make_licences.py"


@pytest.mark.parametrize("name", ["LGPL-3.0", "GPL-3.0", "LGPL-2.1"])
def test_the_text_of_a_licence_that_must_go_with_the_program_is_whole(name: str) -> None:
    text = resources.text(f"licences/{name}.txt")
    assert "GENERAL PUBLIC LICENSE" in text
    assert f"Version {name.rpartition('-')[2].removesuffix('.0')}" in text
    assert len(text) > 7_000
