"""Running commands: in this process for speed, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reader.cli
from commanding import BODY, PAGE, SOURCE, Page, Run, Said


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, without a library named in the environment."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "READER_LIBRARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


@pytest.fixture
def run(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on `test.reader` in the current folder, which is a new one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "test.reader"))

    def say(*words: object) -> Said:
        capsys.readouterr()
        code = reader.cli.main([str(word) for word in words])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        assert "inside Reader" not in captured.err
        return Said(code, captured.out, captured.err)

    return say


@pytest.fixture
def program(home: Path, tmp_path: Path) -> Run:
    """Runs the program itself, with `env` added to a nearly empty environment; `text=False` gives bytes."""

    def say(*words: object, env: dict[str, str] | None = None, **options: Any) -> Said:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        done = subprocess.run(
            [sys.executable, *options.pop("python", ()), "-m", "reader", *map(os.fspath, words)],
            env={**kept, "HOME": str(home), "PYTHONPATH": str(SOURCE), **(env or {})},
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            **options,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert "Traceback" not in out + err
        return Said(done.returncode, out, err)

    return say


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """Writes a scraped page into the folder."""

    def write(
        name: str, title: str, source: str = "臨海在線", date: str = "2024-05-06 09:12:00", body: str = BODY
    ) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title=title, source=source, date=date, body=body), "utf-8")
        return path

    return write
