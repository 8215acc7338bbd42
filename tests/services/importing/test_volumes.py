"""A text that is too long for one article becomes several, and no line of it is lost."""

from __future__ import annotations

import pytest

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing import drafts, volumes
from reader.services.importing.given import Given
from reader.services.importing.parts import parts

HEAD = "臨海縣誌\n來源：臨海在線  2024-05-06 09:12\n"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of up to 1,000 characters and 20 paragraphs."""
    for module in (drafts, volumes):
        monkeypatch.setattr(module, "TEXT_LIMIT", 1000)
        monkeypatch.setattr(module, "PARAGRAPH_LIMIT", 20)
    monkeypatch.setattr(volumes, "SPARE", 100)


def read(text: str) -> list[Draft]:
    found = []
    for part in parts(Given("a.txt", text.encode())):
        assert isinstance(part.found, Draft) and part.label == str(len(found) + 1)
        found.append(part.found)
    return found


@pytest.mark.parametrize(
    "body",
    [
        "\n".join(f"第{number}段說的是第{number}件事。" for number in range(55)),
        "\n\n".join(f"第{number}段。" + "字" * 200 + "。" for number in range(12)),
        "字" * 2_500 + "。",
    ],
    ids=["many paragraphs", "long paragraphs", "one paragraph"],
)
def test_no_word_is_lost(body: str) -> None:
    found = read(HEAD + body)
    assert len(found) > 2 and all(len(each.text) <= 1000 for each in found)
    assert [each.title for each in found] == ["臨海縣誌", *(f"臨海縣誌 ({n})" for n in range(2, len(found) + 1))]
    assert {(each.source, each.published) for each in found} == {("臨海在線", "2024-05-06T09:12")}
    bodies = "".join(each.text.removeprefix(each.title) for each in found)
    assert "".join(bodies.split()) == "".join(body.split())


def test_each_is_read_again_from_its_own_original() -> None:
    for each in read(HEAD + "\n".join(f"第{number}段說的是第{number}件事。" for number in range(55)))[1:]:
        given = Given(each.original.name, each.original.data, encoding="utf-8", method=each.original.method)
        (again,) = parts(given)
        assert isinstance(again.found, Draft) and again.found.text == each.text


def test_a_page_that_is_too_long_is_refused() -> None:
    page = "<html><body>" + "".join(f"<p>第{number}段說的是第{number}件事，很長。</p>" for number in range(50))
    with pytest.raises(ImportFailed, match=r"too long for one article"):
        list(parts(Given("a.html", page.encode())))
