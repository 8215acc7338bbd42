"""Forms: labels beside fields, and dialogs made of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


def lay_out(dialog: QDialog, rows: Sequence[tuple[str, QWidget]], *below: QWidget) -> None:
    """Fill a dialog that is saved or cancelled: fields with their labels, and what stands below them."""
    form = QFormLayout()
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.setVerticalSpacing(10)
    for label, field in rows:
        form.addRow(label, field)
    center_labels(form)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 16)
    column.addLayout(form)
    for widget in below:
        at = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
        column.addWidget(widget, 0, at)
    column.addSpacing(8)
    column.addWidget(buttons)
    dialog.setMinimumWidth(440)


def center_labels(form: QFormLayout) -> None:
    """Make each label as high as the field beside it, in whose middle its words stand then, which Qt leaves to chance.

    One beside several lines stays at the top.
    """
    for row in range(form.rowCount()):
        label, field = (
            form.itemAt(row, role) for role in (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
        )
        beside = field.widget() if field is not None else None
        words = label.widget() if label is not None else None
        if isinstance(words, QLabel) and beside is not None and not isinstance(beside, QLabel | QPlainTextEdit):
            words.setMinimumHeight(beside.sizeHint().height())
