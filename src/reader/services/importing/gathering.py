"""Which files are meant by the files and folders that a person names, and why the others of a folder are not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import ImportFailed
from reader.services.importing.outcome import Outcome

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".md", "")
ENDING = re.compile(r"\.[\w~-]*[a-z][\w~-]*", re.IGNORECASE | re.ASCII)  # others are parts of a name: 2020.03.04 新聞
EACH = 20  # files of one kind that are skipped with a row for each
KINDS = {
    "a picture": (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg", ".tif", ".tiff", ".heic", ".ico"),
    "a PDF document": (".pdf",),
    "a text document": (".doc", ".docx", ".odt", ".rtf", ".wps", ".pages"),
    "a table": (".xls", ".xlsx", ".ods", ".csv", ".tsv", ".et"),
    "a presentation": (".ppt", ".pptx", ".odp", ".dps"),
    "an electronic book": (".epub", ".mobi", ".azw", ".azw3"),
    "a compressed file": (".zip", ".rar", ".7z", ".gz", ".xz", ".tar", ".tgz", ".bz2"),
    "a web archive": (".mht", ".mhtml", ".webarchive", ".warc"),
    "a sound file": (".mp3", ".wav", ".m4a", ".ogg", ".flac", ".aac"),
    "a video": (".mp4", ".mov", ".avi", ".mkv", ".webm", ".wmv", ".flv"),
    "a part of a web page": (".js", ".css", ".woff", ".woff2"),
    "a Reader library": (".reader", ".reader-wal", ".reader-shm"),
}

SKIPPED = "{file} is {what}, and Reader imports text and web pages."
SKIPPED_KIND = "{file} is a {ending} file, and Reader imports text and web pages."
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
        if not _is_folder(entry):
            (files if _ending(entry) in SUFFIXES else others).append(entry)
        elif entry is folder or (recursive and not entry.is_symlink()):
            try:
                waiting += sorted((found for found in entry.iterdir() if not found.name.startswith(".")), reverse=True)
            except OSError:
                files.append(entry)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it is in a folder that may not be entered
        return False


def _ending(path: Path) -> str:
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
    if what is None:
        return ImportFailed("skipped", SKIPPED_KIND, file=str(path), ending=kind)
    return ImportFailed("skipped", SKIPPED, file=str(path), what=what)
