"""The journey through the package says when it was left out, and fails then where it must not be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def journey(*arguments: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "packaging" / "journey.py"), *arguments]
    return subprocess.run(command, env={"PATH": str(path)}, capture_output=True, text=True)


@pytest.mark.skipif(sys.platform != "linux", reason="the tools are those of Linux")
@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--strict",), 1)])
def test_without_its_tools_it_is_left_out_and_that_is_told(tmp_path: Path, arguments: tuple[str], code: int) -> None:
    said = journey(*arguments, path=tmp_path)
    assert said.returncode == code
    assert said.stdout.startswith("The journey was left out. Reader needs the tools of the journey.")
    assert "xvfb openbox xdotool" in said.stdout


def test_a_word_that_it_does_not_know_is_no_journey(tmp_path: Path) -> None:
    said = journey("--stric", path=tmp_path)
    assert (said.returncode, said.stderr) == (2, "Usage: journey.py [--strict]\n")


def test_the_checks_before_a_change_leave_nothing_out() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3 ")] == [
        *("python3 packaging/dev.py test", "python3 packaging/dev.py build", "python3 packaging/journey.py --strict"),
    ]
    assert not any("if " in line for line in lines)
