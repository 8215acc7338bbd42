"""What became of a file that was to be imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.domain.errors import ReaderError
from reader.storage.adding import Sameness


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the report: a file, or the `part` of one that became an article.

    `problem` says why it failed or was skipped; `files`: for how many it stands. `same`: in what a duplicate is the
    article that was there. `reprint_of` is the uid of an article with nearly the same text, which has the
    `reprint_title`. `step`: the entry of the history that it was added in, 0 if it was not. `guessed`: the columns of
    its table were, and nobody was asked. `led_to`: the host that it came from, if another one was asked and led there.
    """

    path: str
    status: Literal["added", "duplicate", "skipped", "failed"]
    article: int | None = None
    uid: str = ""
    title: str = ""
    beginning: str = ""  # of the text, where there is no title
    warnings: tuple[str, ...] = ()
    problem: ReaderError | None = None
    files: int = 1
    part: str = ""
    same: Sameness = ""
    reprint_of: str = ""
    reprint_title: str = ""
    step: int = 0
    guessed: bool = False
    led_to: str = ""

    @property
    def error(self) -> str:
        """The reason as a sentence; empty if there is none."""
        return "" if self.problem is None else str(self.problem)

    @property
    def called(self) -> str:
        """What the article is called in lists."""
        return self.title or self.beginning
