"""What the window sees of a library that jobs and other programs write to, and that one damaged, cut or took away."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

import making
from reader.domain.change import EVERYTHING, Change
from reader.domain.errors import LibraryError
from reader.domain.query import ArticleQuery
from reader.models.article_list import ArticleList
from reader.services import edits
from reader.session import Session
from reader.storage import articles, connection, journal
from reader.storage.library import create, open_library

COPY = "import shutil, sys; shutil.copyfile(*sys.argv[1:])"
CUT = "import os, sys; os.truncate(sys.argv[1], 4096)"


def another_program(code: str, *paths: Path) -> None:
    """Closing a file in this process would take the library's locks away, so others do such things."""
    subprocess.run([sys.executable, "-c", code, *map(str, paths)], check=True)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A library of 200 articles, and a copy of its file beside it."""
    made = create(tmp_path / "a.reader")
    for number in range(200):
        making.add(made.db, f"第{number}篇\n正文")
    made.close()
    shutil.copyfile(made.path, tmp_path / "copy")
    opened = Session(open_library(made.path))
    yield opened
    opened.close()


def test_many_rows_that_cannot_be_read_are_told_of_once(session: Session, qapp: QApplication) -> None:
    owner, failures = QObject(), list[LibraryError]()
    session.failed.connect(failures.append)
    model = ArticleList(session, ArticleQuery(), owner)
    another_program(CUT, session.path)
    assert {model.data(model.index(row)) for row in range(200)} == {""}
    assert model.rowCount() == 200 and len(session.tree()) == 0
    assert session.next_undo() is None and session.counts()["all"] == 0
    [failure] = failures
    assert failure.kind == "damaged" and "a.reader is damaged" in str(failure)
    qapp.processEvents()
    session.tell(EVERYTHING)  # all is asked for again, as somebody wished something
    assert len(failures) == 2 and model.rowCount() == 200


def test_what_cannot_be_read_is_not_asked_for_again_with_each_painting(session: Session, qapp: QApplication) -> None:
    owner, failures = QObject(), list[LibraryError]()
    session.failed.connect(failures.append)
    model = ArticleList(session, ArticleQuery(), owner)
    session.watch(False)
    another_program(CUT, session.path)
    for _ in range(3):
        assert model.data(model.index(0)) == ""
        qapp.processEvents()
    assert len(failures) == 1


def test_looking_for_changes_tells_once_and_reads_again_once_it_can(session: Session, qapp: QApplication) -> None:
    owner, failures = QObject(), list[LibraryError]()
    session.failed.connect(failures.append)
    model = ArticleList(session, ArticleQuery(), owner)
    another_program(CUT, session.path)
    assert model.data(model.index(0)) == ""
    qapp.processEvents()
    for _ in range(3):
        session.look_for_changes()
        qapp.processEvents()
    assert len(failures) == 2
    another_program(COPY, session.path.with_name("copy"), session.path)
    session.look_for_changes()
    assert len(failures) == 2 and str(model.data(model.index(0))).startswith("第")


def test_a_wish_that_fails_on_the_way_to_the_write_raises_a_sentence(session: Session) -> None:
    another_program(CUT, session.path)
    for wish in (lambda db: articles.get(db, 1), lambda db: edits.set_starred(db, [1], True), journal.undo):
        with pytest.raises(LibraryError, match=r"a\.reader is damaged"):
            session.perform(wish)


def test_a_list_that_cannot_be_read_in_another_order_stays_as_it_is(session: Session) -> None:
    owner = QObject()
    model = ArticleList(session, ArticleQuery(), owner)
    another_program(CUT, session.path)
    before = model.query
    model.set_query(ArticleQuery(scope="starred"))
    assert model.query == before and model.rowCount() == 200


def test_after_the_library_was_closed_there_is_no_answer(session: Session) -> None:
    assert session.counts()["all"] == 200
    said: list[LibraryError] = []
    session.failed.connect(said.append)
    session.close()
    assert session.read(articles.counts, None) is None and session.next_undo() is None
    QApplication.processEvents()
    assert said == []


def test_what_a_job_told_of_is_not_told_again(session: Session) -> None:
    told = list[Change]()
    session.changed.connect(told.append)
    with session.library.another() as db:
        change = edits.set_starred(db, [1], True)
        written = connection.numbers(db)
    session.perform(lambda db: edits.set_starred(db, [2], True))
    session.tell(change, written)
    told.clear()
    session.look_for_changes()
    assert not told


def test_what_others_wrote_beside_a_job_is_told(session: Session) -> None:
    told = list[Change]()
    session.changed.connect(told.append)
    with session.library.another() as db, session.library.another() as other:
        change = edits.set_starred(db, [1], True)
        edits.set_starred(other, [2], True)
        session.tell(change, connection.numbers(db))
    session.look_for_changes()
    assert told == [change, EVERYTHING]


def test_what_a_job_wrote_and_did_not_tell_of_yet_is_told(session: Session) -> None:
    told = list[Change]()
    session.changed.connect(told.append)
    with session.library.another() as db:
        change = edits.set_starred(db, [1], True)
        session.look_for_changes()
        assert told == [EVERYTHING]
        session.tell(change, connection.numbers(db))
        edits.set_starred(db, [2], True)
    session.look_for_changes()
    assert told == [EVERYTHING, change, EVERYTHING]


def test_what_is_indexed_between_two_questions_is_nothing_to_be_read_again(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, version = list[Change](), session.library.data_version
    session.watch(False)
    session.changed.connect(told.append)

    def then_indexed() -> int:
        number = version()
        with session.library.another() as other, connection.transaction(other, settled=True):
            other.execute("update search_state set settled = settled + 1")
        return number

    monkeypatch.setattr(session.library, "data_version", then_indexed)
    session.look_for_changes()
    monkeypatch.undo()
    session.look_for_changes()
    assert told == []
