"""The program is killed at random moments: what it said was stored is there, whole, and work goes on.

READER_KILLS=200 kills so often in each kind of work.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import analyst
from reader.services.checking import check
from reader.storage.library import open_library

KILLS = int(os.environ.get("READER_KILLS", "4"))
TIMES = 40  # more than are done before it is killed
SOURCES = [str(Path(analyst.__file__).parent), str(Path(analyst.__file__).parent.parent / "src")]

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX")


def killed(work: str, library: Path, rng: Random) -> int:
    """Let somebody work, and kill them while they do the next thing; how many they said were done."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(SOURCES)}
    command = [sys.executable, str(analyst.__file__), work, str(library), str(TIMES)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as working:
        assert working.stdout is not None
        said = b""
        for _ in range(rng.randint(2, 6)):
            began = time.perf_counter()
            said += working.stdout.readline()
        time.sleep(rng.random() * (time.perf_counter() - began))  # a random part of what one thing takes
        working.kill()
        said += working.stdout.read()
    assert working.returncode == -signal.SIGKILL, "it was done before it could be killed"
    return int(said.split()[-1])


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """For each work a library in which it can be done."""
    made = {work: tmp_path_factory.mktemp(work) / "a.reader" for work in analyst.WORKS}
    for work, path in made.items():
        analyst.prepare(work, path, TIMES)
    return made


@pytest.mark.parametrize("seed", range(KILLS))
@pytest.mark.parametrize("work", analyst.WORKS)
def test_what_was_said_to_be_stored_is_there_and_nothing_by_half(
    prepared: dict[str, Path], tmp_path: Path, work: str, seed: int
) -> None:
    path = Path(shutil.copy(prepared[work], tmp_path))
    said = killed(work, path, Random(seed))
    library = open_library(path)
    count, do = analyst.WORKS[work].count, analyst.WORKS[work].do
    done = count(library.db, tmp_path)
    assert check(library.db) == []
    assert said <= done <= said + 1
    do(library.db, done, tmp_path)
    assert count(library.db, tmp_path) == done + 1
    library.close()
