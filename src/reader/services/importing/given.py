"""What is to be read, and the parts that come of it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from reader.domain.article import Draft
from reader.domain.errors import ImportFailed

SIZE_LIMIT = 100_000_000  # bytes of a file that is read as a whole; pages may hold large pictures
HEAD = 64_000  # bytes by which a kind of file is recognised
# A column of a table, and the field of an article that it is: one of FIELDS or "text"; the others stay named fields.
Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """A file or a part of one: what it is called in sentences, and its bytes.

    `data` are all of them, or the first HEAD of a file larger than SIZE_LIMIT, whose rest is at `path`. Empty
    `encoding` and `method` and `lift` None leave it to the file how it is read; `lift` says whether glosses are
    lifted out of the text. `columns`: how tables are read, by their headers. `beside`: the bytes of files in the
    folder that a browser saves with a page, by their addresses relative to it. `nesting`: how many containers are
    around it. `address`: where on the web it was fetched, which is that of the article in it.
    """

    name: str
    data: bytes
    path: Path | None = None
    encoding: str = ""
    method: str = ""
    lift: bool | None = None
    columns: Mapping[tuple[str, ...], Columns] = field(default_factory=dict)
    beside: Mapping[str, bytes] = field(default_factory=dict)
    nesting: int = 0
    address: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether `data` are all the bytes."""
        return self.path is None

    def stream(self) -> BinaryIO:
        """All the bytes from the start, without holding those of a large file in memory. Raises OSError."""
        return io.BytesIO(self.data) if self.path is None else self.path.open("rb")

    def inner(self, label: str, data: bytes, **changes: Any) -> Given:
        """A file inside this one."""
        name, nesting = f"{self.name}/{label}", self.nesting + 1
        return replace(self, name=name, data=data, path=None, nesting=nesting, address="", **changes)


@dataclass(frozen=True, slots=True)
class Part:
    """An article of a file, or why there is none; `label` says which part of the file, empty if it is all of it.

    For a row of a table that is its number, from 1, without the headers; else a name or a title.
    """

    found: Draft | ImportFailed
    label: str = ""
