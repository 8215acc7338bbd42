"""What a container may hold: ZIP files and office documents, and the XML in them.

Limits are counted while reading, since what a container says of itself may be a lie. Nothing in one is ever written
to disk, so that no name of a member can lead anywhere.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.domain.errors import ImportFailed
from reader.services.importing.given import Given

if TYPE_CHECKING:
    from lxml import etree

MEMBERS = 2_000
UNPACKED = 300_000_000  # bytes of all members together
RATIO = 200  # times that a container may grow; pages and office documents grow by 4 to 20
HARMLESS = 10_000_000  # bytes up to which it may grow by any ratio
NESTING = 2  # containers around one
XML_LIMIT = 50_000_000  # bytes of one piece of XML: its tree takes up to ten times as much memory

DAMAGED = "{file} is damaged or incomplete. Get it anew from where it came and try again."
ENCRYPTED = "{file} is protected with a password. Save it without one and try again."
TOO_LARGE = "{file} holds more than {limit} MB when it is unpacked, so it was left out. Split it and import the parts."
TOO_MANY = "{file} holds more than {limit} files. Unpack it and import the folder."
TOO_DEEP = "{file} lies in more than {limit} archives, one in the other. Unpack it first."
ENTITIES = "{file} declares entities of its own, as attacks on programs do, so it was left out. Save it anew."

# What zipfile raises for bytes that were changed or cut; RuntimeError only for an unknown flag or a password.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(NotImplementedError, RuntimeError, ValueError, OSError, KeyError),
)


class Archive:
    """The members of an open ZIP file. Everything read counts against UNPACKED."""

    def __init__(self, name: str, opened: zipfile.ZipFile) -> None:
        self._name = name
        self._zip = opened
        self._left = UNPACKED
        self.members = [member for member in opened.infolist() if not member.is_dir()]
        if len(self.members) > MEMBERS:
            raise ImportFailed("too-many", TOO_MANY, file=name, limit=f"{MEMBERS:,}")
        declared = sum(member.file_size for member in self.members)
        packed = sum(member.compress_size for member in self.members)
        if declared > UNPACKED or (declared > HARMLESS and declared > RATIO * packed):
            raise self._too_large()
        if any(member.flag_bits & 1 for member in self.members):
            raise ImportFailed("encrypted", ENCRYPTED, file=name)
        self._by_name: dict[str, zipfile.ZipInfo] | None = None

    def read(self, member: zipfile.ZipInfo) -> bytes:
        """The bytes of a member. Raises ImportFailed: damaged, or too large."""
        try:
            with self._zip.open(member) as file:
                data = file.read(self._left + 1)
        except BROKEN as error:
            raise ImportFailed("damaged", DAMAGED, file=self._name) from error
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data

    def get(self, name: str) -> bytes | None:
        """The bytes of the member of a document that has this name, if there is one. Raises ImportFailed."""
        if self._by_name is None:
            self._by_name = {member.filename: member for member in self.members}
            if len(self._by_name) < len(self.members):  # programs disagree about which of two of one name counts
                raise ImportFailed("damaged", DAMAGED, file=self._name)
        found = self._by_name.get(name)
        return None if found is None else self.read(found)

    def xml(self, name: str) -> etree._Element | None:
        """The root of such a member. Raises ImportFailed."""
        data = self.get(name)
        return None if data is None else xml(data, self._name)

    def _too_large(self) -> ImportFailed:
        return ImportFailed("too-large", TOO_LARGE, file=self._name, limit=UNPACKED // 1_000_000)


@contextmanager
def opened(given: Given) -> Iterator[Archive]:
    """A ZIP file or a document that is one. Raises ImportFailed: damaged, encrypted, too much in it or around it."""
    if given.nesting > NESTING:
        raise ImportFailed("nested", TOO_DEEP, file=given.name, limit=NESTING)
    with given.stream() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except BROKEN as error:
            raise ImportFailed("damaged", DAMAGED, file=given.name) from error
        with archive:
            yield Archive(given.name, archive)


def refuse_entities(data: bytes, name: str) -> None:
    """Raise ImportFailed if some XML declares entities: they may name files, or grow without end."""
    if b"<!ENTITY" in (data.replace(b"\0", b"") if b"\0" in data[:4] else data):  # in UTF-16, too
        raise ImportFailed("entities", ENTITIES, file=name)


def xml(data: bytes, name: str) -> etree._Element:
    """The root of some XML; no entity is resolved, nothing fetched. Raises ImportFailed: damaged, or with entities."""
    from lxml import etree  # takes 25 ms, which the start of the program has not to spare

    if len(data) > XML_LIMIT:
        raise ImportFailed("too-large", TOO_LARGE, file=name, limit=XML_LIMIT // 1_000_000)
    refuse_entities(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportFailed("damaged", DAMAGED, file=name) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:  # in yet another encoding
        raise ImportFailed("entities", ENTITIES, file=name)
    return root
