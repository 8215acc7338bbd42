"""The program's test of itself: it passes where everything is in place, and names what is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE, RESOURCES = ROOT / "src", ROOT / "resources"


def selftest(source: Path, home: Path, **environment: str) -> tuple[int, list[str], str]:
    """Run the program of a source tree with an empty home; its code, its lines, and its complaints."""
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--selftest"],
        env={**kept, "HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": str(source), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )
    return done.returncode, done.stdout.decode("utf-8").splitlines(), done.stderr.decode("utf-8", "replace")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the source and of what comes with it, to break; the large font is that of the original."""
    for folder in (SOURCE, RESOURCES):
        ignored = shutil.ignore_patterns("__pycache__", "fonts")
        shutil.copytree(folder, tmp_path / "copy" / folder.name, ignore=ignored)
    (tmp_path / "copy" / "resources" / "fonts").symlink_to(RESOURCES / "fonts", target_is_directory=True)
    return tmp_path / "copy"


def test_everything_is_in_place(tmp_path: Path) -> None:
    code, lines, errors = selftest(SOURCE, tmp_path / "home")
    assert (code, [line for line in lines if not line.startswith("ok ")]) == (0, []), errors
    assert len(lines) == 13 and "Reader " in lines[0] and "SQLite " in lines[0]
    assert "Traceback" not in errors


def test_nothing_is_left_in_the_home_and_any_terminal_will_do(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    where = {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    code, lines, errors = selftest(SOURCE, home, LC_ALL="C", PYTHONIOENCODING="ascii", **where)
    assert code == 0, errors
    assert any("简体中文" in line for line in lines)
    assert [path for path in home.rglob("*") if path.is_file() and ".cache" not in path.parts] == []
    assert [path.name for path in temporary.iterdir() if path.name.startswith("reader")] == []


@pytest.mark.parametrize(
    ("missing", "failing"),
    [
        ("resources/themes/dark.json", "themes and languages"),
        ("resources/i18n/reader_zh_TW.qm", "data"),
        ("resources/samples", "import and export"),
        ("resources/fonts", "themes and languages"),
        ("src/reader/widgets/tag_picker.py", "window"),
    ],
)
def test_what_is_missing_fails_one_check_and_the_others_go_on(
    copied: Path, tmp_path: Path, missing: str, failing: str
) -> None:
    path = copied / missing
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    code, lines, _ = selftest(copied / "src", tmp_path / "home")
    failed = [line.removeprefix("FAILED").strip() for line in lines if line.startswith("FAILED ")]
    assert code == 1 and len(lines) == 13
    assert any(line.startswith(failing) for line in failed), lines
    assert any(Path(missing).stem in line for line in failed) or "fonts" in missing, failed
