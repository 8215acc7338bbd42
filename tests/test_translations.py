"""Every word of the window is translated, with the same places for facts, and no mnemonic twice in a menu."""

from __future__ import annotations

import re
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

import dev
from reader.domain.change import Step
from reader.domain.errors import LibraryError
from reader.languages import Languages, listed, moment
from reader.settings import Settings
from reader.storage.failures import DAMAGED, REASONS
from reader.widgets.commands import Commands
from reader.widgets.menus import Menus
from reader.widgets.step_words import error_words, words

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "i18n"
PLACE = re.compile(r"\{\w+\}|%L?n")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations after collecting the words of the source as it is now."""
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    if not lupdate.exists():
        pytest.skip("pyside6-lupdate is not beside this Python")
    folder = tmp_path_factory.mktemp("i18n")
    for file in FOLDER.glob("*.ts"):
        shutil.copy(file, folder)
    dev.collect_words(sys.executable, folder, folder / "sentences.py")
    return folder


@pytest.mark.parametrize("language", dev.LANGUAGES)
def test_nothing_is_left_to_translate(collected: Path, language: str) -> None:
    tree = ElementTree.parse(collected / f"reader_{language}.ts")
    messages = list(tree.iter("message"))
    assert messages
    for message in messages:
        source, translation = message.find("source"), message.find("translation")
        assert source is not None and translation is not None
        assert translation.get("type") is None, f"{language}: {source.text}"
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            wanted = sorted(PLACE.findall(source.text or ""))
            found = sorted(PLACE.findall(form))
            assert form.strip() and (found == wanted or language == "en"), f"{language}: {source.text}"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_words_keep_to_the_vocabulary(language: str) -> None:
    text = (FOLDER / f"reader_{language}.ts").read_text("utf-8")
    for other_word in {
        "zh_CN": (
            "高亮",
            "注释",
            "批注",
            "请",
            "您",
            "…",
            *("分析者", "点击", "回车", "处标注", "移除标注", "取下", "清单"),
        ),
        "zh_TW": (
            *("文件夾", "導入", "導出", "撤銷", "设", "标", "請", "您", "…"),
            *("分析者", "點擊", "選中", "處標註", "移除標註", "取下", "上級", "下級", "損壞", "監視", "更改", "列表"),
        ),
    }[language]:
        assert other_word not in text


@pytest.mark.parametrize("language", dev.LANGUAGES)
def test_no_mnemonic_stands_twice_in_a_menu(qapp: QApplication, tmp_path: Path, language: str) -> None:
    words = Languages(qapp)
    words.use(language)
    window = QMainWindow()
    menus = Menus(window, Commands(window), Settings(tmp_path / "settings.ini"))
    titles, *lists = (each.actions() for each in (window.menuBar(), *menus.all()))
    for actions in (titles, *lists):
        assert [key for key, count in mnemonics(actions).items() if count > 1] == []
    assert len(mnemonics(titles)) == len(titles)
    words.use("en")


def mnemonics(actions: list[QAction]) -> Counter[str]:
    """How often each key stands under a letter; Alt+A for `&Article`."""
    keys = (QKeySequence.mnemonic(action.text()).toString() for action in actions)
    return Counter(key for key in keys if key)


def test_a_plural_is_right_in_english(qapp: QApplication) -> None:
    words = Languages(qapp)
    words.use("en")
    said = Counter(QCoreApplication.translate("Status", "%Ln article(s)", "", count) for count in (0, 1, 2, 10_000))
    words.use("zh_CN")
    said[QCoreApplication.translate("Status", "%Ln article(s)", "", 2)] += 1
    words.use("en")
    assert set(said) == {"0 articles", "1 article", "2 articles", "10,000 articles", "2 篇文章"}


@pytest.mark.parametrize(("language", "words"), [("en", "甲, 乙"), ("zh_CN", "甲、乙"), ("zh_TW", "甲、乙")])
def test_words_one_after_another_are_parted_as_the_language_does(qapp: QApplication, language: str, words: str) -> None:
    named = Languages(qapp)
    named.use(language)
    try:
        assert listed(["甲", "乙"]) == words
    finally:
        named.use("en")


@pytest.mark.parametrize(("language", "said"), [("en", "Tag renamed: 甲"), ("zh_CN", "已重命名标签：甲")])
def test_a_step_is_joined_with_what_it_was_about_as_the_language_does(
    qapp: QApplication, language: str, said: str
) -> None:
    named = Languages(qapp)
    named.use(language)
    try:
        assert words(Step(1, "", "tag-rename", 1, "甲", "", undone=False)) == said
    finally:
        named.use("en")


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_no_space_stands_between_chinese_and_punctuation(language: str) -> None:
    text = (FOLDER / f"reader_{language}.ts").read_text("utf-8")
    translated = re.findall(r"<(?:translation|numerusform)>([^<]+)<", text)
    assert [
        each
        for each in translated
        if re.search(r"[\u4e00-\u9fff] [，。：；、（）]|[，。：；、（）] |[\u4e00-\u9fff][,;:]", each)
    ] == []


def test_a_stored_time_is_written_as_all_dates_are() -> None:
    assert moment("2020-03-04T12:24:00").startswith("2020-03-04 12:24")
    assert re.fullmatch(r"2020-03-0\d \d\d:\d4", moment("2020-03-04T12:24:59+00:00"))
    assert moment("some day") == "some day"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_a_space_stands_between_chinese_and_latin(language: str) -> None:
    text = (FOLDER / f"reader_{language}.ts").read_text("utf-8")
    translated = re.findall(r"<(?:translation|numerusform)>([^<]+)<", text)
    assert [
        each for each in translated if re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", each)
    ] == []


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_what_is_said_of_a_damaged_file_is_all_in_the_language_of_the_window(qapp: QApplication, language: str) -> None:
    shown = Languages(qapp)
    shown.use(language)
    every = [error_words(LibraryError("damaged", DAMAGED, file="甲", why=why)) for why in REASONS]
    shown.use("en")
    assert [said for said in every if re.search("[A-Za-z]{3}", said.replace("UTF-8", ""))] == []
