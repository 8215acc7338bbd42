"""ZIP files: each file in one is read as if it lay in a folder, without ever being written to disk."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from reader.domain.errors import ImportFailed
from reader.services.importing import gate
from reader.services.importing.decode import decode
from reader.services.importing.gathering import BESIDE, PAGES, PICTURES
from reader.services.importing.given import Given, Part

UTF8_NAME = 0x800  # the flag that says so
UNIX = 3  # the system whose kinds of files a member has
REPLACEMENT = "\ufffd"
UNSAFE = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)
# What systems and programs leave in archives beside what a person put there, and what is no article.
LITTER = re.compile(r"(?:.*/)?(?:__MACOSX/.*|\.(?![./\\]).*|Thumbs\.db|desktop\.ini)", re.IGNORECASE | re.DOTALL)
NO_ARTICLES = re.compile(
    r".*\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|heic|ico|mp[34]|wav|m4a|ogg|flac|aac|mov|avi|mkv|webm|wmv|flv|js|css|woff2?|ttf)",
    re.IGNORECASE | re.DOTALL,
)

UNSAFE_NAME = "{file} has a name that leads out of its archive, so it was left out."
LINK = "{file} is a link or a device and no file, so it was left out."
NOTHING = "In {file} there is nothing that Reader can import."


def read(given: Given, parts: Callable[[Given], Iterator[Part]]) -> Iterator[Part]:
    """The articles of each file, in their order. Raises ImportFailed where nothing, or nothing more, can be read."""
    with gate.opened(given) as archive:
        named = zip(_names(archive.members), archive.members, strict=True)
        members = [(name, member) for name, member in named if not LITTER.fullmatch(name)]
        pages = _folders_of_pages([name for name, _ in members])
        found_any = False
        for name, member in members:
            if NO_ARTICLES.fullmatch(name) or _folder_of(name, pages):
                continue
            found_any = True
            try:
                _check(member, name, given)
                beside = _beside(archive, members, name, pages)
                yield from _parts_of(
                    given.inner(_shown(name), archive.read(member), beside=beside), _shown(name), parts
                )
            except ImportFailed as error:
                if error.kind == "too-large" and error.facts.get("file") == given.name:
                    raise  # then so are all that follow
                yield Part(_of_member(error, given, name), _shown(name))
        if not found_any:
            raise ImportFailed("nothing-inside", NOTHING, file=given.name)


def _parts_of(inner: Given, name: str, parts: Callable[[Given], Iterator[Part]]) -> Iterator[Part]:
    for part in parts(inner):
        yield replace(part, label=f"{name}/{part.label}" if part.label else name)


def _names(members: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names; those that do not say that they are UTF-8 in the encoding in which all of them make most sense."""
    raw = [None if member.flag_bits & UTF8_NAME else member.filename.encode("cp437") for member in members]
    encoding = decode(b"\n".join(filter(None, raw))).encoding
    pairs = zip(raw, members, strict=True)
    return [member.filename if name is None else name.decode(encoding, "replace") for name, member in pairs]


def _shown(name: str) -> str:
    """A name without characters that hide what it is, such as line breaks or ones that turn the direction."""
    return "".join(char if char.isprintable() else REPLACEMENT for char in name)


def _check(member: zipfile.ZipInfo, name: str, given: Given) -> None:
    """Raise ImportFailed if a member is none of an archive that means well."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if UNSAFE.match(name):
        raise ImportFailed("unsafe-name", UNSAFE_NAME, file=f"{given.name}/{_shown(name)}")
    if member.create_system == UNIX and kind not in (0, stat.S_IFREG):
        raise ImportFailed("link", LINK, file=f"{given.name}/{_shown(name)}")


def _of_member(error: ImportFailed, given: Given, name: str) -> ImportFailed:
    """The reason, which names the archive as a whole where it did not come from reading the member."""
    if error.facts.get("file") != given.name:
        return error
    return ImportFailed(error.kind, error.sentence, **error.facts | {"file": f"{given.name}/{_shown(name)}"})


def _folders_of_pages(names: Sequence[str]) -> Mapping[str, str]:
    """The folders in which browsers saved what belongs to a page, and the pages."""
    pages = {name.rpartition(".")[0]: name for name in names if name.lower().endswith(PAGES)}
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents}
    based = ((folder, folder.removesuffix(ending)) for folder in folders for ending in BESIDE)
    return {folder: pages[base] for folder, base in based if base != folder and base in pages}


def _folder_of(name: str, pages: Mapping[str, str]) -> str:
    return next((str(folder) for folder in PurePosixPath(name).parents if str(folder) in pages), "")


def _beside(
    archive: gate.Archive, members: Sequence[tuple[str, zipfile.ZipInfo]], page: str, pages: Mapping[str, str]
) -> dict[str, bytes]:
    """The pictures that were saved with a page, by their addresses relative to it."""
    folders = tuple(f"{folder}/" for folder, its in pages.items() if its == page)
    above = page.rpartition("/")[0]
    belonging = [(name, member) for name, member in members if folders and name.startswith(folders)]
    return {
        name[len(above) :].removeprefix("/"): archive.read(member)
        for name, member in belonging
        if PurePosixPath(name).suffix.lower() in PICTURES
    }
