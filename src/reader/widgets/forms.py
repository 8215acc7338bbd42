"""Forms: what stands beside a field stands in the middle of its height, which Qt leaves to chance."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QPlainTextEdit


def center_labels(form: QFormLayout) -> None:
    """Make each label as high as the field beside it; one beside several lines stays at the top."""
    for row in range(form.rowCount()):
        label, field = (
            form.itemAt(row, role) for role in (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
        )
        beside = field.widget() if field is not None else None
        words = label.widget() if label is not None else None
        if isinstance(words, QLabel) and beside is not None and not isinstance(beside, QLabel | QPlainTextEdit):
            words.setMinimumHeight(beside.sizeHint().height())
