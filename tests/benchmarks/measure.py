"""One figure: CPU time of a thing that Reader does, the floor beside it, and the aim."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

REPEAT = 7
HEAD = ("what", "size", "figure", "floor", "ratio", "aim", "", "was", "now", "floor is")
RIGHT = {2, 3, 4, 5, 7, 8}  # the columns of numbers


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` and `floor` in `unit`; the floor is the same thing by bare Qt, SQLite or Python, where there is one."""

    what: str
    size: str
    value: float
    unit: str = "ms"
    floor: float | None = None
    floor_is: str = ""
    aim: str = ""  # "< 20" or "> 10", in `unit`

    @property
    def ratio(self) -> float | None:
        """How many times the floor this costs."""
        return self.times(self.floor)

    def times(self, other: float | None) -> float | None:
        """How many times another figure of its kind this costs; None where one of them is missing."""
        if not other or not self.value:
            return None
        return other / self.value if self.aim.startswith(">") else self.value / other

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        if not self.aim:
            return None
        way, _, limit = self.aim.partition(" ")
        wanted = float(limit.replace(",", ""))
        return self.value > wanted if way == ">" else self.value < wanted

    def as_json(self) -> dict[str, Any]:
        """All of it, for a file."""
        return asdict(self) | {"ratio": self.ratio, "met": self.met}


@dataclass(frozen=True, slots=True)
class Released:
    """The figures of the last release, by what and size, and what they were measured on; empty if there are none."""

    machine: str = ""
    values: dict[tuple[str, str], float] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> Released:
        """What such a file holds."""
        if not file.exists():
            return cls()
        found = json.loads(file.read_text("utf-8"))
        machine = ", ".join(f"{name} {value}" for name, value in found["machine"].items())
        return cls(machine, {(each["what"], each["size"]): each["value"] for each in found["figures"]})


def cpu_seconds() -> float:
    """The CPU time of this process and of the processes that it started and that have ended."""
    own = time.process_time()
    if sys.platform == "win32":
        return own
    import resource

    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own + ended.ru_utime + ended.ru_stime


def cpu_ms(action: Callable[[], object], *, repeat: int = REPEAT, before: Callable[[], object] | None = None) -> float:
    """The median CPU time for the action, milliseconds; `before` runs each time and does not count."""
    taken = []
    for _ in range(repeat):
        if before is not None:
            before()
        began = cpu_seconds()
        action()
        taken.append((cpu_seconds() - began) * 1000)
    return statistics.median(taken)


def memory_mb() -> float:
    """The resident memory of this process, MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


def table(figures: list[Figure], released: Released | None = None) -> str:
    """The figures in columns; an aim that was not reached is marked.

    Where the last release has the same figure, it stands there too ("was"), and how many times that it costs now.
    """
    values = released.values if released else {}
    rows = [HEAD, *(_cells(each, values.get((each.what, each.size))) for each in figures)]
    shown = [column for column in range(len(HEAD)) if any(row[column] for row in rows[1:])]
    widths = {column: max(len(row[column]) for row in rows) for column in shown}
    lines = []
    for row in rows:
        cells = (row[at].rjust(widths[at]) if at in RIGHT else row[at].ljust(widths[at]) for at in shown)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _cells(figure: Figure, was: float | None) -> tuple[str, ...]:
    floor = f"{figure.floor:,.{1 if figure.floor >= 0.1 else 3}f}" if figure.floor is not None else ""
    ratio, now = (f"{times:,.1f}" if times is not None else "" for times in (figure.ratio, figure.times(was)))
    missed = "MISSED" if figure.met is False else ""
    before = f"{was:,.1f}" if was is not None else ""
    value = f"{figure.value:,.1f} {figure.unit}"
    return figure.what, figure.size, value, floor, ratio, figure.aim, missed, before, now, figure.floor_is
