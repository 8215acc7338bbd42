"""What every test may use."""

from __future__ import annotations

import logging
import os
import random
import re
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from reader.storage.library import Library, create

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Not the folder that all of a person's runs have in common: each that starts takes the permissions for others away
# from it, and `powerless` needs them.
TEMPORARY = Path(tempfile.gettempdir()) / f"reader-tests-{zlib.crc32(os.fsencode(__file__)):08x}"
TEMPORARY.mkdir(exist_ok=True)
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(TEMPORARY))
NOBODY = 65534
# The same examples each time, so that a change is judged by what it changes. READER_EXPLORE=1 looks for new ones.
hypothesis.settings.register_profile("steady", derandomize=not os.environ.get("READER_EXPLORE"), deadline=None)
hypothesis.settings.load_profile("steady")
# The most milliseconds by which jobs of the background are late, READER_DELAY=300: tests that lean on their speed fail.
DELAY_MS = int(os.environ.get("READER_DELAY", "0"))
SHARED = Path(__file__).parent.parent.parent / "shared" / "data"


@pytest.fixture(autouse=True)
def log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test in which the program logged a warning or worse that no `logs` mark of the test expects."""
    yield
    expected = [mark.args[0] for mark in request.node.iter_markers("logs")]
    for record in (*caplog.get_records("setup"), *caplog.get_records("call")):
        if record.levelno >= logging.WARNING and record.name.partition(".")[0] == "reader":
            words = record.getMessage()
            assert any(re.search(pattern, words) for pattern in expected), f"logged: {words}\n{record.exc_text or ''}"


@pytest.fixture(autouse=True)
def slow_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets jobs of the background begin late, and tell late that they ended, where that is asked."""
    if not DELAY_MS:
        return
    from reader.jobs import Job

    run, chance = Job._run, random.Random()
    monkeypatch.setattr("reader.session.WATCH_MS", DELAY_MS // 3)

    def pause() -> None:
        time.sleep(chance.uniform(0, DELAY_MS) / 1000)

    def run_late(job: Job) -> None:
        work = job._work

        def work_late(job: Job) -> object:
            try:
                pause()
                return work(job)
            finally:
                pause()

        job._work = work_late
        run(job)

    monkeypatch.setattr(Job, "_run", run_late)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with real articles; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"no shared test data at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def starting_article(shared_data: Path) -> Path:
    """The scraped page this project started from; its fields are beside it in `.json`."""
    return shared_data / "articles" / "jiaodong-2020-03-04.txt"


@pytest.fixture(autouse=True, scope="session")
def clipboard() -> Iterator[None]:
    """Leaves nothing in the clipboard: what Python put there cannot be freed once Python has ended."""
    yield
    if (gui := sys.modules.get("PySide6.QtGui")) and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new, empty library on disk."""
    made = create(tmp_path / "test.reader")
    yield made
    made.close()


@pytest.fixture
def powerless(tmp_path: Path) -> Iterator[None]:
    """Lets the permissions of files count, also where the tests are run by root."""
    if not hasattr(os, "getuid"):
        pytest.skip("permissions are those of POSIX")
    if os.getuid() != 0:
        yield
        return
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o011)
    tmp_path.chmod(0o777)
    for path in tmp_path.rglob("*"):
        os.chown(path, NOBODY, NOBODY)
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
