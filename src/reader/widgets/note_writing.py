"""A note that is being written, from where it is begun until it is left."""

from __future__ import annotations

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.note import Owner
from reader.services import annotating


class NoteWriting:
    """Remembers the step of the history that the note is so far, since it is stored while it is typed."""

    def __init__(self) -> None:
        self._owner: Owner | None = None
        self._step: int | None = None

    def store(self, db: Database, owner: Owner, note: str, given: str) -> Change:
        """Store what the note is now, as `annotating.write_note` does; another owner's is another step."""
        step = self._step if owner == self._owner else None
        self._step, change = annotating.write_note(db, owner, note, given=given, step=step)
        self._owner = owner
        return change

    def end(self) -> None:
        """What is written from here on is another step."""
        self._owner = self._step = None
