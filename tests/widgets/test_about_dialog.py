"""What a report of a problem needs can be read and copied; the licences are at hand."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import __version__, resources
from reader.services import locations
from reader.widgets.about_dialog import LICENCES, AboutDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[AboutDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = AboutDialog(Path("/data/<b>文庫</b>.reader"), window)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def press(dialog: AboutDialog, name: str) -> QPushButton:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    return button


def test_the_facts_are_copied_with_the_version(dialog: AboutDialog) -> None:
    button = press(dialog, "copyFacts")
    copied = QGuiApplication.clipboard().text()
    facts = (__version__, platform.python_version(), PySide6.__version__, sqlite3.sqlite_version)
    for fact in (*facts, str(Path("/data/<b>文庫</b>.reader")), str(locations.log_folder())):
        assert fact in copied, fact
    assert button.text() == "Copied"


def test_a_path_is_shown_as_characters(dialog: AboutDialog) -> None:
    facts = dialog.findChild(QLabel, "aboutFacts")
    assert isinstance(facts, QLabel)
    assert "<b>文庫</b>" in facts.text()
    assert facts.textFormat() == Qt.TextFormat.PlainText


def test_the_licences_can_be_read_but_not_changed(dialog: AboutDialog) -> None:
    press(dialog, "licences")
    [opened] = [each for each in dialog.findChildren(QDialog) if each.objectName() == "licencesDialog"]
    [text] = opened.findChildren(QPlainTextEdit)
    assert text.toPlainText().strip() == resources.text(LICENCES).strip()
    assert "PySide6" in text.toPlainText()
    QTest.keyClicks(text, "x")
    assert text.toPlainText().strip() == resources.text(LICENCES).strip()
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert not opened.isVisible() and dialog.isVisible()


def test_enter_and_esc_close_it(dialog: AboutDialog) -> None:
    QGuiApplication.clipboard().setText("mine")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert QGuiApplication.clipboard().text() == "mine"
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
