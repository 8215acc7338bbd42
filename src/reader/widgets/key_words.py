"""Keys in words, as this system writes them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton


def native(keys: QKeySequence | str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def without_key(words: str) -> str:
    """The words of a menu without the letter that opens it, which Chinese has in brackets."""
    plain = words.replace("&", "")
    return plain.partition("(")[0] or plain


def word(button: QPushButton, words: str, keys: str) -> None:
    """Put words on a button, and the keys that do the same into its tooltip."""
    button.setText(words)
    button.setToolTip(f"{words} ({native(keys)})")
