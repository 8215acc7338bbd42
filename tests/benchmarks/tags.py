"""Tags: 1,000 of them on 100,000 highlights, found in the picker, shown in the tree, merged and deleted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest

from benchmarks import marked
from benchmarks.measure import Figure, cpu_ms
from benchmarks.program import running, settled
from reader.app import Program
from reader.domain.change import Change
from reader.domain.tag_finding import TagFinder
from reader.services import edits, tags_together
from reader.storage import tags
from reader.storage.library import Library

SAID = "1,000 tags"
FRAME = "< 16"  # ms, of a screen that shows 60 a second
TYPED = "dierbaihao", "d5h", "主題", "zt/d", "xyz"


def figures(_sizes: list[int]) -> Iterator[Figure]:
    """All of them, at one size."""
    with tempfile.TemporaryDirectory() as name:
        library = marked.copied(Path(name))
        with running(library, Path(name)) as program:
            yield from _picker(program)
            yield from _tree(program)
    with tempfile.TemporaryDirectory() as name:
        library = marked.copied(Path(name))
        yield from _edits(library)
        library.close()


def _picker(program: Program) -> Iterator[Figure]:
    window, tree = program.window, program.session.tree()
    yield Figure("tags: make them ready to be found", SAID, cpu_ms(lambda: TagFinder(tree)), aim=FRAME)
    window.view.pane.setFocus()
    window.picker.open_beside(QRect(200, 200, 50, 20), ())
    settled()
    field = window.picker.field
    for typed in TYPED:
        keys = iter([*typed] * 20)

        def press(keys: Iterator[str] = keys, whole: int = len(typed)) -> None:
            if len(field.text()) == whole:
                field.setText("")
            key = next(keys)
            if key.isascii():
                QTest.keyClick(field, key)
            else:
                field.insert(key)
            settled()

        taken = cpu_ms(press, repeat=len(typed) * 3)
        yield Figure(f"tags: a key in the picker, typing {typed}", SAID, taken, aim=FRAME)
        field.setText("")
    window.picker.close()


def _tree(program: Program) -> Iterator[Figure]:
    session, section = program.session, program.window.sidebar.tagged
    letters = iter("第5號 第6 " * 20)

    def filter_it() -> None:
        section.filter.setText((section.filter.text() + next(letters)).strip())
        settled()

    def refresh() -> None:
        section.items.refresh()
        settled()

    def read_again() -> None:
        session.look_for_changes()
        session._tree = None  # as after a change of which nobody else is told

    yield Figure("tags: the tree, after a tag was put on", SAID, cpu_ms(refresh, before=read_again), aim=FRAME)
    yield Figure("tags: a key in the filter of the tree", SAID, cpu_ms(filter_it, repeat=10), aim=FRAME)
    section.filter.clear()
    settled()
    orders = iter(["count", "name"] * 10)
    taken = cpu_ms(lambda: (section.items.set_order(next(orders)), settled()))  # type: ignore[arg-type]
    yield Figure("tags: the tree in another order", SAID, taken, aim="< 50")
    change = Change(highlights=frozenset([1]), tags=frozenset([1]))
    taken = cpu_ms(lambda: (session.tell(change), settled()))
    yield Figure("tags: the window, after a tag was put on", SAID, taken)
    said = f"{SAID}, {marked.SAID} highlights"
    taken = cpu_ms(lambda: tags.tree(session.db).counted_again(tags.together(session.db)))
    yield Figure("tags: count each passage once (in the background)", said, taken)


def _edits(library: Library) -> Iterator[Figure]:
    db = library.db
    tree = tags.tree(db)
    [common, *_], rare = tree.children(None), [tag.id for tag in tree][-3:]
    said = f"{common.highlights:,} of {marked.SAID}"

    def measured(what: str, size: str, do: Callable[[], object], aim: str = "") -> Figure:
        return Figure(f"tags: {what}", size, cpu_ms(do, repeat=1), aim=aim)

    yield measured("which tags were used last, of each when", marked.SAID, lambda: tags.recent(db), "< 5")
    yield measured("what merging would change", said, lambda: tags_together.merging(db, [common.id], rare[0]), "< 100")
    yield measured("what deleting would change", said, lambda: tags_together.bearing(db, [common.id]), "< 100")
    yield measured("merge a rare tag", "some 100", lambda: tags_together.merge(db, [rare[1]], rare[0]), "< 100")
    yield measured("merge a common tag", said, lambda: tags_together.merge(db, [common.id], rare[0]))
    yield measured("undo that", said, lambda: edits.undo(db))
    yield measured("delete a common tag", said, lambda: tags_together.delete(db, [common.id]))
