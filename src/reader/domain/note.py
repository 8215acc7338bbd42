"""Whose a note is."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Owner(NamedTuple):
    """What has a note: a highlight, an article or a tag, with its id."""

    kind: Literal["highlight", "article", "tag"]
    id: int
