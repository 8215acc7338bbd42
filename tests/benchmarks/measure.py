"""One figure: CPU time of a thing that Reader does, the floor beside it, and the aim."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

REPEAT = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` and `floor` in `unit`; the floor is the same thing by bare Qt, SQLite or Python, where there is one."""

    what: str
    size: str
    value: float
    unit: str = "ms"
    floor: float | None = None
    floor_is: str = ""
    aim: str = ""


def cpu_ms(action: Callable[[], object], *, repeat: int = REPEAT, before: Callable[[], object] | None = None) -> float:
    """The median CPU time of this process for the action, milliseconds; `before` runs each time and does not count."""
    taken = []
    for _ in range(repeat):
        if before is not None:
            before()
        began = time.process_time()
        action()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def memory_mb() -> float:
    """The resident memory of this process, MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


def table(figures: list[Figure]) -> str:
    """The figures in columns."""
    rows = [("what", "size", "figure", "aim", "floor", "floor is")]
    for each in figures:
        floor = f"{each.floor:,.1f}" if each.floor is not None else ""
        rows.append((each.what, each.size, f"{each.value:,.1f} {each.unit}", each.aim, floor, each.floor_is))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    right = (False, False, True, True, True, False)
    lines = []
    for row in rows:
        cells = (
            cell.rjust(width) if end else cell.ljust(width) for cell, width, end in zip(row, widths, right, strict=True)
        )
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
