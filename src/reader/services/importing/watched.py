"""A folder whose new files are imported: what is in it, and what of that was imported before."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.services.importing.gathering import gather

UNDER_WAY = (".part", ".crdownload", ".tmp", ".download", ".partial")  # of downloads that are not complete
BESIDE_OFFICE = "~$"  # begins the name of what office programs keep beside an open document
State = tuple[int, int]  # bytes, and the time of the last change in ns


def look(folder: Path, deep: bool) -> dict[Path, State] | None:
    """The files of a folder that can be imported, as they are now; None where the folder is not there."""
    found: dict[Path, State] = {}
    if not folder.is_dir():
        return None
    for path in gather([folder], recursive=deep).files:
        if path.suffix.lower() not in UNDER_WAY and not path.name.startswith(BESIDE_OFFICE):
            with contextlib.suppress(OSError):  # it is gone since
                status = path.stat()
                found[path] = (status.st_size, status.st_mtime_ns)
    return found


class Seen:
    """The files that were imported into a library, as they were then; kept in a file of its own.

    An article that was moved to the trash would come back from its file at each start without that.
    """

    def __init__(self, file: Path, library: Path, folder: Path) -> None:
        self._file = file
        self._key = f"{library}\n{folder}"
        self._all = _read(file)
        self.is_first = self._key not in self._all  # the folder was never watched for this library
        self._known = self._all.setdefault(self._key, {})

    def new(self, found: Mapping[Path, State]) -> list[Path]:
        """The files that are not known, or are others by now."""
        return [path for path, state in found.items() if self._known.get(str(path)) != list(state)]

    def add(self, found: Mapping[Path, State], paths: Iterable[Path]) -> None:
        """Remember these files as they were found; only until the program ends, where that cannot be written."""
        for path in paths:
            self._known[str(path)] = list(found[path])
        partial = self._file.with_name(f"{self._file.name}.part")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(self._all, ensure_ascii=False), "utf-8", "surrogateescape")
            partial.replace(self._file)


def _read(file: Path) -> dict[str, dict[str, list[int]]]:
    try:
        stored = json.loads(file.read_text("utf-8", "surrogateescape"))
        return {str(key): {str(path): list(state) for path, state in known.items()} for key, known in stored.items()}
    except (OSError, ValueError, TypeError, AttributeError):  # there is none yet, or somebody wrote something else
        return {}
