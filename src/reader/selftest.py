"""`reader --selftest`: whether everything that the program brings along is there and works, in its packaged form too.

It touches nothing of the person's: library and settings are made in a folder of its own.
"""

from __future__ import annotations

import csv
import io
import os
import platform
import sqlite3
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

PICTURE = b"R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="  # a GIF of one red point, base64
SENTENCE = "市委書記在高新區調研,强调民生工程。" * 20  # in characters of both scripts
SAID = "The council met on Monday to discuss the new budget for roads and schools in the district."
ENCODINGS = ("utf-8", "utf-16", "gb18030", "big5hkscs")
CALLS = 200_000  # of a Qt function that returns nothing; a broken PySide6 loses a reference with each


def main() -> int:
    """Run all checks without a display; print a line for each; 1 if one failed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="reader-selftest-") as folder:
        for check in CHECKS:
            began = time.perf_counter()
            try:
                said = check(Path(folder))
                word = "ok"
            except Exception as error:
                failed += 1
                word, said = "FAILED", f"{type(error).__name__}: {error}"
            milliseconds = round((time.perf_counter() - began) * 1000)
            print(f"{word:7}{check.__name__.strip('_').replace('_', ' ')} ({milliseconds} ms): {said}", flush=True)
    return 1 if failed else 0


def _data(folder: Path) -> str:
    from reader import __version__, resources

    wanted = ("data/readings.txt", "icons/app.svg", "icons/app.png", "themes/light.json", "licences/third-party.txt")
    for name in (*wanted, "i18n/reader_zh_CN.qm", "i18n/reader_zh_TW.qm", "i18n/reader_en.qm"):
        if not resources.path(name).is_file():
            raise LookupError(f"{name} is missing")
    return f"Reader {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"


def _encodings(folder: Path) -> str:
    """Those that Python keeps in files of their own, and the detector of those that nothing names."""
    from reader.services.importing.decode import decode

    for encoding in ENCODINGS:
        text = SENTENCE.translate(str.maketrans("强调", "強調")) if encoding == "big5hkscs" else SENTENCE
        found = decode(text.encode(encoding))
        if found.text != text:
            raise ValueError(f"a text in {encoding} was taken for {found.encoding}")
    return ", ".join(ENCODINGS)


def _import_and_export(folder: Path) -> str:
    from reader import resources
    from reader.domain.highlight_query import HighlightQuery
    from reader.services import checking, edits, exporting, tagging
    from reader.services.importing import batch
    from reader.services.importing.gathering import gather
    from reader.storage import articles, highlights
    from reader.storage.library import create

    library = create(folder / "selftest.reader")
    try:
        db = library.db
        outcomes = batch.import_files(db, gather([resources.path("samples")]).files)
        bad = [outcome.error for outcome in outcomes if outcome.status != "added"]
        if bad or not outcomes:
            raise ValueError(f"samples were not imported: {bad}")
        first = outcomes[0].article or 0
        tagging.highlight_with(db, first, 0, 4, ["selftest/標籤"], note="筆記", color="", analyst="")
        target = folder / "selftest.csv"
        exporting.export_csv(db, target, HighlightQuery())
        with target.open(encoding="utf-8-sig", newline="") as file:
            [row] = csv.DictReader(file)
        found = articles.get(db, first)
        if found is None or row["quote"] != found.text[:4] or row["tags"] != "selftest/標籤":
            raise ValueError(f"the export does not hold what was stored: {row}")
        edits.undo(db)
        if highlights.of_article(db, first):
            raise ValueError("undo did not take the highlight back")
        problems = checking.check(db)
        if problems:
            raise ValueError(problems[0].sentence)
        return f"{len(outcomes)} articles"
    finally:
        library.close()


def _kinds(folder: Path) -> str:
    """A small file of each kind: the package may lack what the libraries that read them load."""
    from reader.services.importing.given import Given
    from reader.services.importing.parts import parts

    files = _files()
    for name, data in files.items():
        texts = [getattr(part.found, "text", str(part.found)) for part in parts(Given(name, data))]
        if not texts or not all(SAID in text for text in texts):
            raise ValueError(f"{name} was not read: {texts}")
    return ", ".join(files)


def _files() -> dict[str, bytes]:
    """Files of all kinds, by name, that say SAID."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    page = f"<html><head><title>Title</title></head><body><p>{SAID}</p></body></html>"
    head = "Subject: Title\r\nFrom: a@b.example\r\nDate: Wed, 04 Mar 2020 17:24:00 +0800\r\n"
    texts = {
        "a.html": page,
        "a.rtf": f"{{\\rtf1 {SAID}}}",
        "a.md": f"# Title\n\n{SAID}",
        "a.eml": f"{head}\r\n{SAID}",
        "a.mhtml": f"{head}Content-Type: multipart/related; boundary=x\r\n\r\n"
        f"--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--",
        "a.csv": f"title,text\nTitle,{SAID}\n",
        "a.jsonl": f'{{"title": "Title", "text": "{SAID}"}}\n',
        "a.rss": "<rss version='2.0'><channel><item><title>Title</title>"
        f"<description>{SAID}</description></item></channel></rss>",
        "a.pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj"
        " 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj"
        f" 4 0 obj<</Length {len(SAID) + 35}>>stream\nBT /F 12 Tf 60 700 Td ({SAID}) Tj ET   \nendstream endobj"
        " 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj\ntrailer<</Root 1 0 R>>\n",
    }
    document = f"<w:document {word}><w:body><w:p><w:r><w:t>{SAID}</w:t></w:r></w:p></w:body></w:document>"
    names = f'xmlns:o="{office}office:1.0" xmlns:t="{office}text:1.0"'
    content = f"<o:document-content {names}><o:body><o:text><t:p>{SAID}</t:p></o:text></o:body></o:document-content>"
    item = '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><itemref idref="c"/>'
    book = {"META-INF/container.xml": '<container><rootfile full-path="b.opf"/></container>', "c.xhtml": page}
    return {name: text.encode() for name, text in texts.items()} | {
        "a.docx": _zip({"word/document.xml": document}),
        "a.odt": _zip({"content.xml": content}),
        "a.epub": _zip(book | {"b.opf": f"<package>{item}</package>"}),
        "a.zip": _zip({"a.txt": SAID}),
        "a.xlsx": _workbook(),
    }


def _zip(members: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return made.getvalue()


def _workbook() -> bytes:
    from openpyxl import Workbook

    made, book = io.BytesIO(), Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (["title", "text"], ["Title", SAID]):
        sheet.append(row)
    book.save(made)
    return made.getvalue()


def _extractors(folder: Path) -> str:
    """What others take for the body of a page, and for its date, and the lists that they look into now and then."""
    from justext.utils import get_stoplist
    from tld import get_tld

    from reader.services.importing import candidates

    page = f"<html><head><title>Title</title></head><body><article>{f'<p>{SAID}</p>' * 20}</article></body></html>"
    dated = page.replace("<title>", '<meta property="article:published_time" content="2020-03-04"><title>')
    found = [candidates.readability(page), candidates.trafilatura(page)]
    if not all(SAID in text for text in found) or candidates.declared(dated).published != "2020-03-04":
        raise ValueError(f"a page was not read: {found}")
    if "the" not in get_stoplist("English") or get_tld("https://example.co.uk/") != "co.uk":
        raise ValueError("lists of words or of domains are missing")
    return "readability, trafilatura"


def _worker(folder: Path) -> str:
    """A file that is too large to be parsed in this process."""
    from reader.domain.article import Draft
    from reader.services.importing.given import Given
    from reader.services.importing.worker import Worker

    page = "<html><head><title>頁面</title></head><body><h1>頁面</h1>" + "<p>正文在這裡，說的是民生問題。</p>" * 3000
    with Worker() as worker:
        draft = worker.parse(Given("page.html", page.encode()))
    if not isinstance(draft, Draft):
        raise draft
    return f"{len(draft.text):,} characters"


def _window(folder: Path) -> str:
    import PySide6
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QApplication

    from reader import app
    from reader.languages import Languages
    from reader.settings import Settings
    from reader.widgets.library_choice import LibraryChoice
    from reader.widgets.looks import Looks

    application = QApplication.instance() or app.start([])
    settings = Settings(folder / "settings.ini")
    choice = LibraryChoice(settings)
    library = choice.open(folder / "selftest.reader")
    if library is None or not isinstance(application, QApplication):
        raise ValueError("the library does not open")
    program = app.Program(settings, Languages(application), Looks(settings), choice, library)
    program.window.show()
    shown = program.window.view.pane.toPlainText()
    picture = program.window.grab().toImage()
    colors = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    program.window.close()
    program.end()
    settings.store.sync()  # else it would write later, into a folder that it makes anew
    if not shown or len(colors) < 10:
        raise ValueError(f"{len(shown)} characters, {len(colors)} colours")
    return f"{picture.width()} x {picture.height()}, PySide6 {PySide6.__version__}, Qt {qVersion()}"


def _icons(folder: Path) -> str:
    from reader import icons
    from reader.actions import Act

    _application()
    names = sorted({act.value.icon for act in Act if act.value.icon})
    for name in names:
        drawn = icons.icon(name, "#000000").pixmap(32, 32).toImage()
        ink = sum(drawn.pixelColor(x, y).alpha() > 0 for x in range(drawn.width()) for y in range(drawn.height()))
        if ink < 20:
            raise ValueError(f"{name} has {ink} points")
    return f"{len(names)}"


def _themes_and_languages(folder: Path) -> str:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QFontDatabase, QRawFont
    from PySide6.QtWidgets import QDialogButtonBox

    from reader import languages, resources, theme
    from reader.actions import Act
    from reader.languages import Languages

    for name in theme.NAMES:
        theme.style_sheet(theme.load(name))
    application = _application()
    words, said = Languages(application), set[str]()
    for code in languages.NAMES:
        words.use(code)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        said |= {Act.IMPORT.text, box.buttons()[0].text().replace("&", "")}
    words.use("en")
    if len(said) < 5:
        raise ValueError(f"a translation is missing: {sorted(said)}")
    if not any(QFontDatabase.families(each) for each in QFontDatabase.WritingSystem if "Chinese" in each.name):
        raise ValueError("no font has Chinese characters")
    brought = QRawFont(QByteArray(resources.unpacked("fonts/fallback.otf.xz")), 16)
    if not all(brought.supportsCharacter(ord(each)) for each in SENTENCE):
        raise ValueError("the font for systems without Chinese characters does not have them")
    return ", ".join(languages.NAMES.values())


def _highlights_in_another_text(folder: Path) -> str:
    """Where they are found again, by what is compiled for that."""
    from rapidfuzz.distance import Indel, Levenshtein

    from reader.domain.anchor import ADJUSTED, reanchor
    from reader.domain.highlight import Span

    slow = [
        each.__module__ for each in (Indel.normalized_similarity, Levenshtein.editops) if "cpp" not in each.__module__
    ]
    if slow:
        raise ValueError(f"texts are compared slowly: {', '.join(slow)}")
    old = "\n".join(f"{number}: {SENTENCE[:17]}" for number in range(1_000))
    placed = reanchor(old, old.replace("調研", "調查研究"), [Span(at, at + 17) for at in range(0, len(old) - 17, 20)])
    changed = sum(each.state == ADJUSTED for each in placed or ())
    if not changed:
        raise ValueError("no highlight was adjusted")
    return f"{len(placed or ())}, {changed} of which have other words"


def _words(folder: Path) -> str:
    """The words of Chinese that a double click takes."""
    from reader.widgets.passages import word_around

    found = word_around("推动高质量发展", 5)
    if found is None or found.of("推动高质量发展") != "发展":
        raise ValueError(f"a word was not told apart: {found}")
    return "推动 发展"


def _pictures(folder: Path) -> str:
    import base64

    from PySide6.QtGui import QImageReader

    from reader.models.document import decoded

    if decoded(base64.b64decode(PICTURE)) is None:
        raise ValueError("a GIF is not shown")
    formats = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    missing = {"png", "jpeg", "gif", "webp", "svg"} - formats
    if missing:
        raise ValueError(f"pictures of these kinds are not shown: {missing}")
    return ", ".join(sorted(formats))


def _references(folder: Path) -> str:
    from PySide6.QtWidgets import QLabel

    _application()
    before, label = sys.getrefcount(None), QLabel()
    for _ in range(CALLS):
        label.setText("")
    if before - sys.getrefcount(None) > CALLS // 2:
        raise ValueError("PySide6 loses references to None")
    return f"{CALLS:,} calls"


def _application() -> QCoreApplication:
    """The application object: that of the program, or a plain one if its own could not be made."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    return QCoreApplication.instance() or QApplication(["reader"])


CHECKS = (
    _data,
    _encodings,
    _import_and_export,
    _kinds,
    _extractors,
    _worker,
    _window,
    _icons,
    _themes_and_languages,
    _highlights_in_another_text,
    _words,
    _pictures,
    _references,
)
