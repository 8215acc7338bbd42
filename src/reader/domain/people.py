"""Whose highlights are shown, and in whose colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.domain.highlight import Highlight


@dataclass(frozen=True)
class People:
    """`only`: the analyst whose highlights are shown, None for everybody's.

    `hues`: names of colours by those of analysts, where highlights have the colours of those who made them; empty
    where they have those of their tags.
    """

    only: str | None = None
    hues: Mapping[str, str] = field(default_factory=dict)

    def shows(self, highlight: Highlight) -> bool:
        """Whether a highlight is one of those that are shown."""
        return self.only is None or highlight.analyst == self.only


EVERYBODY = People()
