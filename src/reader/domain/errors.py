"""Errors that carry the sentence the person using Reader is to read."""

from __future__ import annotations


class ReaderError(Exception):
    """Something that was asked for cannot be done, and why.

    `kind` is a stable word for translation and for scripts; `facts` fill the sentence's
    places. `str(error)` is the whole English sentence: what happened, to what, what to do.
    """

    def __init__(self, kind: str, sentence: str, **facts: str | int) -> None:
        super().__init__(sentence.format(**facts))
        self.kind = kind
        self.sentence = sentence
        self.facts = facts


class LibraryError(ReaderError):
    """The library cannot be opened or written."""


class ImportFailed(ReaderError):
    """One file cannot become an article."""


class EditError(ReaderError):
    """A highlight, a tag or an article cannot be changed as asked."""


class ExportError(ReaderError):
    """The findings cannot be written where they were to go."""
