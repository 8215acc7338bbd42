"""What became of a file that was to be imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.domain.errors import ReaderError


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the report. `problem` says why a file failed or was skipped; `files`: for how many it stands."""

    path: str
    status: Literal["added", "duplicate", "skipped", "failed"]
    article: int | None = None
    uid: str = ""
    title: str = ""
    beginning: str = ""  # of the text, where there is no title
    warnings: tuple[str, ...] = ()
    problem: ReaderError | None = None
    files: int = 1

    @property
    def error(self) -> str:
        """The reason as a sentence; empty if there is none."""
        return "" if self.problem is None else str(self.problem)

    @property
    def called(self) -> str:
        """What the article is called in lists."""
        return self.title or self.beginning
