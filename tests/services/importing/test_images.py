"""Pictures of pages: what lies in the file or beside it comes in, all else is a place with its caption."""

from __future__ import annotations

import base64
import time

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from reader.domain.article import Draft
from reader.services.importing.given import Given
from reader.services.importing.parts import parts

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PICTURE = PNG + bytes(600)  # no picture that only holds a place is as large
WORDS = "The council met on Monday to discuss the plan, which would cost three million and take two years to build."


def page(body: str, **beside: bytes) -> Draft:
    markup = f"<html><head><title>A plan</title></head><body><h1>A plan</h1>{body}</body></html>"
    files = {name.replace("__", "/").replace("_dot_", "."): data for name, data in beside.items()}
    (part,) = parts(Given("a.html", markup.encode(), beside=files))
    assert isinstance(part.found, Draft)
    return part.found


def shown(draft: Draft) -> list[str]:
    return [mark.value for mark in draft.marks if mark.kind == "image"]


def between(image: str) -> str:
    return f"<p>{WORDS}</p><p>{image}</p><p>{WORDS} And so on.</p>"


@pytest.mark.parametrize(
    ("image", "value"),
    [
        ('<img src="https://a.example/b.jpg" alt="The old town">', "?The old town"),
        ('<img src="https://a.example/b.jpg" title="The old town">', "?The old town"),
        ('<img src="https://a.example/b.jpg">', "?"),
        ('<img src="b" width="600" height="400">', "?"),
        ('<img data-src="https://a.example/b">', "?"),
        (
            '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-original="https://a.example/b" alt="Town">',
            "?Town",
        ),
        ('<figure><img src="b.jpg"><figcaption>The old town</figcaption></figure>', "?The old town"),
    ],
)
def test_a_picture_that_is_elsewhere_is_a_place_with_its_caption(image: str, value: str) -> None:
    draft = page(between(image))
    assert shown(draft) == [value] and draft.images == ()
    assert "\ufffc" in draft.text and "example" not in draft.text


@pytest.mark.parametrize(
    "image",
    [
        '<img src="https://a.example/count.gif" width="1" height="1" alt="">',
        '<img src="https://a.example/count.gif" width="1px" height=1 alt="counter">',
        '<img src="https://a.example/count?page=1">',
        '<img src="">',
        "<img>",
    ],
)
def test_a_counter_of_visits_is_no_picture(image: str) -> None:
    assert shown(page(between(image))) == []


def test_a_picture_of_a_sign_is_the_sign() -> None:
    assert "Great 😀 news" in page(between('Great <img src="https://a.example/1f600.svg" alt="😀"> news')).text


@pytest.mark.parametrize(
    "address", ["a_files/b%20c.png", "./a_files/b c.png", "a_files\\b c.png", "a_files/b c.png?v=2"]
)
def test_pictures_of_the_folder_that_was_saved_with_a_page_come_in(address: str) -> None:
    markup = between(f'<img src="{address}" alt="Town">')
    (part,) = parts(Given("a.html", f"<h1>A plan</h1>{markup}".encode(), beside={"a_files/b c.png": PICTURE}))
    assert isinstance(part.found, Draft)
    assert [(image.media_type, image.data, image.alt) for image in part.found.images] == [
        ("image/png", PICTURE, "Town")
    ]
    assert shown(part.found) == ["0"]


def test_pictures_outside_the_body_are_left_behind_and_the_others_numbered_anew() -> None:
    data = base64.b64encode(PICTURE).decode()
    image = f'<img src="data:image/png;base64,{data}" alt="%s">'
    draft = page(f"<div><a href='/'>{image % 'Logo'} Home</a></div><div>{between(image % 'Town')}</div>")
    assert [each.alt for each in draft.images] == ["Town"] and shown(draft) == ["0"]


def test_a_page_with_much_inside_it_is_parsed_without_that() -> None:
    data = base64.b64encode(PNG + bytes(3_000_000)).decode()
    draft = page(between(f'<img src="data:image/png;base64,{data}">'))
    assert draft.text.startswith("A plan\n") and len(draft.images) == 1


def test_a_picture_of_a_kind_that_is_not_shown_is_a_place() -> None:
    assert shown(page(between('<img src="a/b.svg" alt="Plan">'), a__b_dot_svg=b"<svg/>")) == ["?Plan"]


def test_a_large_picture_is_made_smaller_when_it_comes_in() -> None:
    large = QImage(3000, 1500, QImage.Format.Format_RGB32)
    large.fill(0x336699)
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    assert large.save(target, "BMP")  # type: ignore[call-overload]
    draft = page(between('<img src="a/b.bmp" alt="Plan">'), a__b_dot_bmp=bytes(target.data().data()))
    (image,) = draft.images
    assert QImage.fromData(image.data).width() == 1600


@pytest.mark.parametrize("width", [f"1{' ' * 20_000}x", "9" * 5_000], ids=["white space", "digits"])
def test_a_hostile_size_takes_no_time(width: str) -> None:
    began = time.process_time()
    assert WORDS in page(f'<p>{WORDS}</p><p><img src="a.jpg" width="{width}"></p><p>{WORDS} End.</p>').text
    assert time.process_time() - began < 5
