"""One figure: CPU time of a thing that Reader does, the floor beside it, and the aim."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

REPEAT = 7
HEAD = ("what", "size", "figure", "floor", "ratio", "aim", "", "floor is")


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
        if not self.floor or not self.value:
            return None
        return self.floor / self.value if self.aim.startswith(">") else self.value / self.floor

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


def table(figures: list[Figure]) -> str:
    """The figures in columns; an aim that was not reached is marked."""
    rows = [HEAD]
    for each in figures:
        floor = f"{each.floor:,.{1 if each.floor >= 0.1 else 3}f}" if each.floor is not None else ""
        ratio = f"{each.ratio:,.1f}" if each.ratio is not None else ""
        missed = "MISSED" if each.met is False else ""
        figure = f"{each.value:,.1f} {each.unit}"
        rows.append((each.what, each.size, figure, floor, ratio, each.aim, missed, each.floor_is))
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    right = (False, False, True, True, True, True, False, False)
    lines = []
    for row in rows:
        cells = (
            cell.rjust(width) if end else cell.ljust(width) for cell, width, end in zip(row, widths, right, strict=True)
        )
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
