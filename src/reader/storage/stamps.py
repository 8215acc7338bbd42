"""What rows are stamped with: times and identities."""

from __future__ import annotations

import uuid
from datetime import datetime


def now(precision: str = "seconds") -> str:
    """The time, ISO 8601 with offset, to the second or to the "microseconds"."""
    return datetime.now().astimezone().isoformat(timespec=precision)


def new_uid() -> str:
    """A new identity that no other library will give (UUID 4)."""
    return str(uuid.uuid4())
