"""What is said where a tag took the place of another one, which may not stand beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.domain.change import Step
from reader.session import Session
from reader.storage import journal

MOST = 3  # that are named


def replaced_words(session: Session, step: Step) -> str:
    """Which tags came off in a step since others that are exclusive were put on, as sentences; empty if none did."""
    tree = session.tree()
    if not any(tag.exclusive for tag in tree.by_id.values()):
        return ""
    put, off = session.read(lambda db: journal.tags_moved(db, step.id), (frozenset[int](), frozenset[int]()))
    pairs = [
        (tree.label(new), tree.label(old))
        for new in sorted(put & tree.by_id.keys())
        for old in sorted(off & tree.rivals(new))
    ]
    said = QCoreApplication.translate("Replaced", "{new} replaced {old}.")
    return " ".join(said.format(new=new, old=old) for new, old in pairs[:MOST])
