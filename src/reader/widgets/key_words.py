"""Keys in words, as this system writes them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

# Qt has words of its own for these in Chinese, others than stand on keyboards and in our sentences.
NAMED = (
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Ins"),
)


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
