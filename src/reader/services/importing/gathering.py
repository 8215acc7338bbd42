"""Which files are meant by the files and folders that a person names, and why the others of a folder are not.

Files are opened here only, with those that a browser saved beside a page.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import ImportFailed
from reader.services.importing.given import HEAD, SIZE_LIMIT, Given
from reader.services.importing.outcome import Outcome
from reader.storage.connection import is_part_of

SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown", "", ".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml", ".eml"),
    *(".pdf", ".docx", ".odt", ".rtf", ".epub", ".csv", ".tsv", ".tab", ".xlsx", ".ods", ".json", ".jsonl", ".ndjson"),
    *(".rss", ".atom", ".xml", ".warc", ".warc.gz", ".zip"),
)
ENDING = re.compile(r"\.[\w~-]*[a-z][\w~-]*", re.IGNORECASE | re.ASCII)  # others are parts of a name: 2020.03.04 新聞
EACH = 20  # files of one kind that are skipped with a row for each
KINDS = {
    "a picture": (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg", ".tif", ".tiff", ".heic", ".ico"),
    "a text document": (".doc", ".wps", ".pages"),
    "a table": (".xls", ".et"),
    "a presentation": (".ppt", ".pptx", ".odp", ".dps"),
    "an electronic book": (".mobi", ".azw", ".azw3"),
    "a compressed file": (".rar", ".7z", ".gz", ".xz", ".tar", ".tgz", ".bz2"),
    "a web archive": (".webarchive",),
    "a sound file": (".mp3", ".wav", ".m4a", ".ogg", ".flac", ".aac"),
    "a video": (".mp4", ".mov", ".avi", ".mkv", ".webm", ".wmv", ".flv"),
    "a part of a web page": (".js", ".css", ".woff", ".woff2"),
    "a Reader library": (".reader", ".reader-wal", ".reader-shm"),
}

TABLE_SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".ods", ".json", ".jsonl", ".ndjson")
PAGES = (".html", ".htm", ".xhtml", ".shtml")
# What browsers call the folder that they save with a page: its name and one of these.
BESIDE = ("_files", ".files", "_soubory", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_file", "_arquivos")
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", "")
BESIDE_FILES, BESIDE_BYTES = 200, 60_000_000  # of one page
MISSING = "{file} is not there. Choose it again."
UNREADABLE = "{file} cannot be read: {why}. Check its permissions."
LIBRARY = "{file} is the library itself. Choose the files of articles."
NO_FILE = "{file} is no file but a device or a pipe. Choose a file."

SKIPPED = "{file} is {what}, which Reader does not import."
SKIPPED_KIND = "{file} is a {ending} file, which Reader does not import."
LINK = "{file} is a link that leads out of the folder. Choose the file itself."
SKIPPED_MORE = "{count} more {ending} files were skipped for the same reason."


@dataclass(frozen=True, slots=True)
class Gathered:
    """`skipped`: what folders hold that is no text, with the reasons; of many of a kind only some by name."""

    files: list[Path]
    skipped: list[Outcome]


def gather(paths: Iterable[Path], recursive: bool = True) -> Gathered:
    """The files meant: those named, and in folders those that may be text, sorted; hidden ones left out.

    A folder that cannot be read stays in the list, so that the report names it.
    """
    files: list[Path] = []
    others: list[Path] = []
    for path in paths:
        if _is_folder(path):
            _look_through(path, recursive, files, others)
        else:
            files.append(path)
    meant = dict.fromkeys(files)
    return Gathered(list(meant), _skipped(path for path in dict.fromkeys(others) if path not in meant))


def _look_through(folder: Path, recursive: bool, files: list[Path], others: list[Path]) -> None:
    waiting = [folder]
    while waiting:
        entry = waiting.pop()
        if entry is not folder and _leads_out(entry, folder):
            others.append(entry)
        elif not _is_folder(entry):
            (files if _ending(entry) in SUFFIXES else others).append(entry)
        elif entry is folder or (recursive and not entry.is_symlink()):
            try:
                inside = [found for found in entry.iterdir() if not found.name.startswith(".")]
                waiting += sorted((found for found in inside if not _is_of_page(found, inside)), reverse=True)
            except OSError:
                files.append(entry)


def _is_of_page(path: Path, inside: list[Path]) -> bool:
    """Whether this is the folder that a browser saved with a page that lies beside it."""
    stems = {path.name.removesuffix(ending) for ending in BESIDE if path.name.endswith(ending)}
    return bool(stems) and any(each.stem in stems and _ending(each) in PAGES for each in inside) and _is_folder(path)


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether this is a link to something outside the folder that was named: nothing else of the disk is meant."""
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    except OSError:  # it is in a folder that may not be entered
        return False
    except RuntimeError:  # a link that leads to itself
        return True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it is in a folder that may not be entered
        return False


def _ending(path: Path) -> str:
    if path.name.lower().endswith(".warc.gz"):
        return ".warc.gz"
    return path.suffix.lower() if ENDING.fullmatch(path.suffix) else ""


def _skipped(paths: Iterable[Path]) -> list[Outcome]:
    """A row for each file, but for one kind not more than EACH."""
    kinds: dict[str, list[Path]] = {}
    for path in paths:
        kinds.setdefault(_ending(path), []).append(path)
    whats = {ending: what for what, endings in KINDS.items() for ending in endings}
    found: list[Outcome] = []
    for kind, those in kinds.items():
        named = those if len(those) <= EACH else those[: EACH - 1]
        found += [Outcome(str(path), "skipped", problem=_why(path, kind, whats.get(kind))) for path in named]
        if more := len(those) - len(named):
            why = ImportFailed("skipped", SKIPPED_MORE, count=more, ending=kind)
            found.append(Outcome(f"*{kind}", "skipped", problem=why, files=more))
    return found


def _why(path: Path, kind: str, what: str | None) -> ImportFailed:
    if path.is_symlink():
        return ImportFailed("skipped", LINK, file=str(path))
    if what is None:
        return ImportFailed("skipped", SKIPPED_KIND, file=str(path), ending=kind)
    return ImportFailed("skipped", SKIPPED, file=str(path), what=what)


def given_file(path: Path, library: Path) -> Given | ImportFailed:
    """A file with its bytes, of one larger than SIZE_LIMIT the first; or why it cannot be read.

    `library` is the file of the open library, which must not be opened by anything but SQLite.
    """
    try:
        if is_part_of(library, path):
            return ImportFailed("library", LIBRARY, file=str(path))
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):  # only those that could not be listed are left; this says why
            next(path.iterdir(), None)
        elif not stat.S_ISREG(found.st_mode):
            return ImportFailed("no-file", NO_FILE, file=str(path))
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)  # it may have grown meanwhile
        if len(data) > SIZE_LIMIT:
            return Given(str(path), data[:HEAD], path)
        return Given(str(path), data, beside=_beside(path, library) if _ending(path) in PAGES else {})
    except FileNotFoundError:
        return ImportFailed("missing-file", MISSING, file=str(path))
    except OSError as error:
        why = error.strerror or str(error)
        return ImportFailed("unreadable-file", UNREADABLE, file=str(path), why=why)


def _beside(page: Path, library: Path) -> dict[str, bytes]:
    """The pictures in the folder that was saved with a page, by their addresses from there."""
    found: dict[str, bytes] = {}
    left = BESIDE_BYTES
    for folder in (page.with_name(page.stem + ending) for ending in BESIDE):
        if folder.is_symlink() or not folder.is_dir():
            continue
        for entry in sorted(os.scandir(folder), key=lambda each: each.name)[:BESIDE_FILES]:
            size = entry.stat(follow_symlinks=False).st_size if entry.is_file(follow_symlinks=False) else left + 1
            picture = Path(entry.path)
            if size > left or picture.suffix.lower() not in PICTURES or is_part_of(library, picture):
                continue
            with suppress(PermissionError):  # its place in the page shows its caption
                found[f"{folder.name}/{entry.name}"] = picture.read_bytes()
                left -= size
    return found
