"""What the packaged program does before anything else."""

from __future__ import annotations

import start


def test_programs_that_it_starts_load_the_libraries_of_the_system() -> None:
    alone = {"LD_LIBRARY_PATH": "/opt/reader/lib", "HOME": "/h"}
    start.give_back(alone)
    assert alone == {"HOME": "/h"}
    set_before = {"LD_LIBRARY_PATH": "/opt/reader/lib:/own", "LD_LIBRARY_PATH_ORIG": "/own", "HOME": "/h"}
    start.give_back(set_before)
    assert set_before == {"LD_LIBRARY_PATH": "/own", "HOME": "/h"}
