"""Containers are read within limits, whatever they say of themselves."""

from __future__ import annotations

import io
import zipfile

import pytest

from reader.domain.errors import ImportFailed
from reader.services.importing import gate
from reader.services.importing.given import Given


def packed(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def why_not(data: bytes, *names: str, nesting: int = 0) -> str:
    """The reason why an archive, or one of its members, is not read; empty if it is."""
    try:
        with gate.opened(Given("some.zip", data, nesting=nesting)) as archive:
            for name in names:
                archive.get(name)
    except ImportFailed as error:
        assert "some.zip" in str(error)
        return error.kind
    return ""


def test_members_are_read_and_folders_are_none() -> None:
    with gate.opened(Given("some.zip", packed(("a/", b""), ("a/b.txt", b"text")))) as archive:
        assert [member.filename for member in archive.members] == ["a/b.txt"]
        assert archive.get("a/b.txt") == b"text"
        assert archive.get("nothing") is None


def test_many_small_files_that_grow_a_lot_are_harmless() -> None:
    assert why_not(packed(("a", bytes(1_000_000)), ("b", bytes(1_000_000))), "a", "b") == ""


def test_what_grows_too_much_is_refused_before_it_is_read() -> None:
    assert why_not(packed(("a", bytes(gate.HARMLESS + 1)))) == "too-large"


def test_what_declares_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "UNPACKED", 1_000)
    stored = packed(("a", b"x" * 600), ("b", b"y" * 600), compression=zipfile.ZIP_STORED)
    assert why_not(stored) == "too-large"


def test_reading_again_and_again_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "UNPACKED", 1_000)
    assert why_not(packed(("a", b"x" * 600)), "a") == ""
    assert why_not(packed(("a", b"x" * 600)), "a", "a") == "too-large"


def test_a_member_larger_than_it_says_is_damaged() -> None:
    data = packed(("a", b"x" * 5_000))
    lying = data.replace((5_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != data
    assert why_not(lying, "a") == "damaged"


def test_too_many_members_are_refused() -> None:
    assert why_not(packed(*((str(number), b"") for number in range(gate.MEMBERS + 1)))) == "too-many"


def test_archives_in_archives_end_somewhere() -> None:
    data = packed(("a", b"text"))
    assert why_not(data, "a", nesting=gate.NESTING) == ""
    assert why_not(data, "a", nesting=gate.NESTING + 1) == "nested"


def test_a_protected_archive_says_so() -> None:
    data = bytearray(packed(("a", b"text")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert why_not(bytes(data), "a") == "encrypted"


def test_damage_is_told() -> None:
    data = packed(("a", b"text" * 100))
    assert why_not(data[: len(data) // 2]) == "damaged"
    changed = bytearray(data)
    changed[35] ^= 0xFF
    assert why_not(bytes(changed), "a") == "damaged"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_both_there_but_none_by_that_name() -> None:
    data = packed(("a", b"one"), ("a", b"two"))
    with gate.opened(Given("some.zip", data)) as archive:
        assert [archive.read(member) for member in archive.members] == [b"one", b"two"]
    assert why_not(data, "a") == "damaged"


DOCTYPE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "ccc">]><a>&b;&c;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_xml_with_entities_is_refused(encoding: str) -> None:
    with pytest.raises(ImportFailed) as refused:
        gate.xml(DOCTYPE.encode(encoding), "some.xml")
    assert refused.value.kind == "entities"


def test_xml_with_an_ordinary_doctype_is_read() -> None:
    root = gate.xml(b'<?xml version="1.0"?><!DOCTYPE html><html><p>text</p></html>', "some.xml")
    assert root.findtext("p") == "text"


@pytest.mark.parametrize("data", [b"", b"text", b"<a>", b"<a>" * 10_000 + b"</a>" * 10_000])
def test_broken_xml_is_damaged(data: bytes) -> None:
    with pytest.raises(ImportFailed) as refused:
        gate.xml(data, "some.xml")
    assert refused.value.kind == "damaged"
