"""Several processes parse files at once, and what they find comes in the order of the files."""

from __future__ import annotations

import os
import signal

import pytest

from commanding import BODY
from reader.domain.article import Draft
from reader.domain.errors import ImportFailed
from reader.services.importing.crew import Crew
from reader.services.importing.given import Given


def page(number: int, more: str = "") -> Given:
    return Given(f"{number}.html", f"<html><body><h1>第{number}篇文章</h1><p>{BODY}{number}</p>{more}".encode())


def names(found: list[tuple[str, object]]) -> list[str]:
    return list(dict.fromkeys(name for name, _ in found))


def test_files_come_in_their_order_each_with_its_end() -> None:
    slow = page(0, "<p>一句話。</p>" * 20_000)
    files = [slow, *(page(number) for number in range(1, 6)), Given("text.txt", BODY.encode()), page(7)]
    with Crew(size=3) as crew:
        found = list(crew.parts((given.name, given) for given in files))
    assert names(found) == [given.name for given in files]
    assert [part is None for _, part in found] == [False, True] * len(files)
    assert all(isinstance(part.found, Draft) for _, part in found if part is not None)


def test_a_table_gives_more_parts_than_are_held_back_while_another_file_is_read() -> None:
    rows = "\n".join(f'{{"title": "第{number}篇", "text": "{BODY}{number}"}}' for number in range(300))
    files = [page(0, "<p>一句話。</p>" * 20_000), Given("rows.jsonl", rows.encode()), page(2)]
    with Crew(size=2) as crew:
        found = list(crew.parts((given.name, given) for given in files))
    labels = [part.label for name, part in found if name == "rows.jsonl" and part is not None]
    assert labels == [str(number) for number in range(1, 301)]


def test_a_process_that_dies_costs_its_file_only() -> None:
    killed: list[int] = []

    def end_one() -> bool:  # asked between two looks at the processes
        for worker in crew._workers:
            process = worker._process
            if not killed and process is not None and process.pid is not None:
                os.kill(process.pid, signal.SIGKILL)
                killed.append(process.pid)
        return False

    crew = Crew(size=1, cancelled=end_one)
    with crew:
        found = list(crew.parts((given.name, given) for given in (page(0, "<p>一句話。</p>" * 20_000), page(1))))
    parts = [part.found for _, part in found if part is not None]
    assert isinstance(parts[0], ImportFailed) and parts[0].kind == "crashed"
    assert isinstance(parts[1], Draft)


@pytest.mark.parametrize("wanted", [1, 3])
def test_nothing_more_comes_once_it_is_cancelled(wanted: int) -> None:
    seen: list[str] = []
    with Crew(size=2, cancelled=lambda: len(seen) >= wanted) as crew:
        for name, part in crew.parts((given.name, given) for given in map(page, range(50))):
            if part is None:
                seen.append(name)
    assert len(seen) == wanted
