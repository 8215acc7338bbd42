"""What every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"


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
