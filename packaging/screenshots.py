"""Make the pictures of the README in docs/screenshots: the samples with some work done in them.

Run by `dev.py screenshots`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from reader import app, resources
from reader.languages import Languages
from reader.services import edits, tagging
from reader.services.importing import batch
from reader.services.importing.gathering import gather
from reader.settings import Settings
from reader.storage import articles, tags
from reader.storage.library import Library, create
from reader.widgets.library_choice import LibraryChoice
from reader.widgets.looks import Looks

TARGET = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
SIZE = (1280, 800)


@dataclass(frozen=True, slots=True)
class Work:
    """What an analyst did in one article: passages, each with the paths of its tags and a note."""

    sample: str
    passages: tuple[tuple[str, tuple[str, ...], str], ...]


WORK = (
    Work(
        "harrowmere-bus-fares",
        (
            ("to cap bus fares for a year", ("Transport/Fares",), ""),
            ("The trial will cost the city about 3.4 million crowns", ("Money",), "Compare with the road budget."),
            ("passenger numbers have fallen by a third since 2016", ("Figures",), ""),
            ("while traffic on the ring road has grown every year", ("Transport/Roads", "Figures"), ""),
            ("A fare cap on a bus that does not come is worth nothing", ("Transport/Fares", "Opposition"), ""),
            ("could raise passenger numbers by between 9 and 14 per cent", ("Figures",), ""),
        ),
    ),
    Work(
        "yunlan-private-firms",
        (
            ("部署全年重点工作", ("会议",), ""),
            ("民营经济是推进高质量发展的重要力量", ("经济/民营经济",), ""),
            ("贡献了百分之六十一的税收和百分之八十三的新增就业", ("数据", "经济/民营经济"), "与上年比较。"),
            ("设立二十亿元中小企业转贷基金", ("经济/融资",), ""),
            ("将贷款续期的平均办理时间由十五个工作日压缩到五个工作日", ("数据", "经济/融资"), ""),
            ("政策好不好，企业说了算", ("表态",), ""),
        ),
    ),
    Work(
        "luyu-coastal-district",
        (
            ("生態優先、綠色發展", ("環境",), ""),
            ("推動海洋經濟轉型升級", ("經濟/海洋經濟",), ""),
            ("是全市對外開放的重要窗口和經濟發展的重要增長極", ("經濟/海洋經濟", "定位"), "與去年的說法相同。"),
            ("嚴格守住生態紅線,實現岸線資源的節約利用", ("環境",), ""),
        ),
    ),
)
# Name of the picture, language, theme, and the number in WORK of the article that is open.
PICTURES = (
    ("english-light", "en", "light", 0),
    ("english-dark", "en", "dark", 0),
    ("simplified-light", "zh_CN", "light", 1),
    ("simplified-dark", "zh_CN", "dark", 1),
    ("traditional-sepia", "zh_TW", "sepia", 2),
)


def prepare(path: Path) -> tuple[Library, list[int]]:
    """A library with the samples and the work done; the articles of WORK."""
    library = create(path)
    db = library.db
    outcomes = batch.import_files(db, gather([resources.path("samples")]).files)
    by_name = {Path(outcome.path).stem: outcome.article for outcome in outcomes}
    opened = []
    for work in WORK:
        article = articles.get(db, by_name[work.sample] or 0)
        assert article is not None
        opened.append(article.id)
        for words, paths, note in work.passages:
            at = article.text.index(words)
            tagging.highlight_with(db, article.id, at, at + len(words), paths, note=note, color="", analyst="")
    for tag, digit in (("Figures", "1"), ("数据", "2"), ("環境", "3")):
        found = tags.tree(db).find(tag)
        assert found is not None
        tagging.set_shortcut(db, found.id, digit)
    edits.set_starred(db, opened, True)
    return library, opened


def main() -> int:
    """Draw every picture; 0."""
    TARGET.mkdir(parents=True, exist_ok=True)
    application = app.start([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library, opened = prepare(folder / "Articles.reader")
        library.close()
        settings = Settings(folder / "settings.ini")
        choice = LibraryChoice(settings)
        again = choice.open(folder / "Articles.reader")
        assert again is not None
        program = app.Program(settings, Languages(application), Looks(settings), choice, again)
        window = program.window
        window.setFixedSize(*SIZE)
        window.show()
        for picture, language, theme, number in PICTURES:
            settings.theme, settings.language = theme, language
            window.find_article(opened[number])
            window.view.pane.select_highlight(None)
            window.view.pane.moveCursor(QTextCursor.MoveOperation.Start)
            window.reading.step(1)
            window.reading.step(1)
            QTest.qWait(300)
            window.view.pane.verticalScrollBar().setValue(0)
            QTest.qWait(1200)
            while not window.panel.related.model.known:
                QTest.qWait(50)
            QTest.qWait(50)
            window.grab().save(str(TARGET / f"{picture}.png"))
            print(TARGET / f"{picture}.png")
        window.close()
        program.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
