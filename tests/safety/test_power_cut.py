"""The power goes at any moment: what the program said was stored is there, whole, and the library is sound.

The program's own writes and syncs are recorded with strace, and every power cut is played from that: what was not
synced by then is lost, or arrives in any order. READER_CUTS=500 plays so many of each kind of work.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from random import Random

import pytest

import analyst
import disk
from disk import Call, Disk
from reader.services.checking import check
from reader.storage.library import open_library

CUTS = int(os.environ.get("READER_CUTS", "25"))
TIMES = 10
SOURCES = [str(Path(analyst.__file__).parent), str(Path(analyst.__file__).parent.parent / "src")]
OFTEN = "wal_autocheckpoint = 120"  # pages, so that the log is put into the file several times meanwhile


@pytest.fixture(scope="module", autouse=True)
def can_record() -> None:
    why_not = disk.strace()
    if why_not:
        pytest.skip(why_not)


def worked(work: str, folder: Path, *pragmas: str) -> tuple[Path, list[Call]]:
    """Let somebody work to the end; the folder as it was before, and what was written to it meanwhile."""
    before, now = folder / "before", folder / "now"
    before.mkdir()
    analyst.prepare(work, before / "a.reader", TIMES)
    shutil.copytree(before, now)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(SOURCES)}
    command = [sys.executable, str(analyst.__file__), work, str(now / "a.reader"), str(TIMES), OFTEN, *pragmas]
    calls = disk.recorded(command, environment, folder / "record")
    shutil.rmtree(now)
    return before.rename(now), calls


def lost(work: str, folder: Path, calls: list[Call], dice: Random, after: Path) -> int:
    """Play the calls up to a random one, and cut the power; how many things are lost that were said to be stored."""
    first = next(at for at, call in enumerate(calls) if call.name == "write" and call.words[1] == b"0\n")
    played = Disk(folder)
    for call in calls[: dice.randrange(first + 1, len(calls) + 1)]:
        played.happen(call)
    after.mkdir()
    played.after_power_cut(after, dice)
    said = int(played.said.split()[-1])
    library = open_library(after / "a.reader")
    done = analyst.WORKS[work].count(library.db, after)
    assert check(library.db) == []
    library.close()
    assert done <= said + 1
    return max(0, said - done)


@pytest.mark.parametrize("work", ["highlight", "undo", "export"])
def test_a_power_cut_takes_nothing_that_was_said_to_be_stored(tmp_path: Path, work: str) -> None:
    folder, calls = worked(work, tmp_path)
    assert sum(call.name == "fdatasync" for call in calls) > TIMES
    taken = [lost(work, folder, calls, Random(seed), tmp_path / str(seed)) for seed in range(CUTS)]
    assert taken == [0] * CUTS


def test_with_less_than_a_full_sync_the_same_cuts_take_something(tmp_path: Path) -> None:
    """Else the test above would not see what it is there for."""
    folder, calls = worked("highlight", tmp_path, "synchronous = normal")
    taken = [lost("highlight", folder, calls, Random(seed), tmp_path / str(seed)) for seed in range(CUTS)]
    assert sum(taken) > 0
