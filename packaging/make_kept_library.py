"""Write tests/data/library-MAJOR.MINOR.reader.xz: a small library of the schema as it is now, with some of everything.

Run it once for each released version of the schema and commit the file; later programs must open it for ever. Before
a version is released it may be made anew, afterwards never.
"""

from __future__ import annotations

import lzma
import sys
import tempfile
from pathlib import Path

from reader import resources
from reader.domain.note import Owner
from reader.services import annotating, checking, edits, lists, tagging, versions
from reader.services.importing import batch
from reader.storage import articles, schema
from reader.storage.library import Library, create

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "tests" / "data" / f"library-{schema.MAJOR}.{schema.MINOR}.reader.xz"
# A text with readings in brackets, a page with marks and a picture, a text in English, one that goes to the trash.
SAMPLES = (
    "luyu-coastal-district.txt",
    "haiching-waste-charging.html",
    "harrowmere-bus-fares.txt",
    "qingtang-river.txt",
)


def fill(library: Library) -> None:
    """Do everything once that leaves something in the file; the last step is undone and can be redone."""
    db = library.db
    files = [resources.path(f"samples/{name}") for name in SAMPLES]
    first, second, third, fourth = (each.article or 0 for each in batch.import_files(db, files, analyst="林"))
    sea, _ = tagging.add(db, "經濟/海洋經濟", "teal")
    tagging.describe(db, sea, "與海洋有關的產業。")
    tagging.set_shortcut(db, sea, "1")
    tagging.merge(db, tagging.add(db, "Economy/Sea")[0], sea)
    made, _ = edits.highlight(db, first, 0, 8, tags=[sea], note="一\n二", analyst="林")
    edits.highlight(db, first, 4, 12, color="red", analyst="陳")
    edits.highlight(db, second, 0, 6)
    tagging.highlight_with(db, third, 10, 30, ["Fares", "經濟"], note="😀", color="", analyst="")
    edits.remove_highlights(db, [edits.highlight(db, third, 40, 50)[0]])
    edits.set_fields(db, third, {"author": "E. Thackwray"})
    edits.set_starred(db, [first], True)
    edits.mark_opened(db, second)
    articles.set_place(db, second, 100)
    versions.report_error(db, [third], "日期不對")
    versions.switch_glosses(db, first)
    versions.switch_glosses(db, first)
    lists.save_search(db, "海洋 2020", "海洋 OR sea date:2020..")
    essays, _ = lists.make_collection(db, "選讀", "值得再讀的文章。")
    lists.put_in(db, essays, [second, first, fourth])
    lists.put_in_new(db, "Fares", [third])
    lists.take_out(db, essays, [second])
    annotating.tag_articles(db, [first, third], put=[sea], new=["Read later"], analyst="林")
    annotating.tag_articles(db, [third], take=[sea])
    annotating.set_note(db, Owner("article", first), "整篇文章的筆記。")
    edits.trash(db, [fourth])
    edits.set_note(db, made, "改過的筆記")
    edits.undo(db)


def main() -> int:
    """Write the file; 1 if the library is not sound."""
    with tempfile.TemporaryDirectory() as folder:
        library = create(Path(folder) / "kept.reader")
        fill(library)
        problems = checking.check(library.db)
        library.close()
        data = library.path.read_bytes()
    for problem in problems:
        print(problem.sentence, file=sys.stderr)
    if not problems:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_bytes(lzma.compress(data, preset=9))
        print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1e3:.0f} kB")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
