"""Whether a process that parses files has begun with one: it limits its own time then, which can be seen."""

from __future__ import annotations

import multiprocessing


def workers() -> list[int]:
    """The ids of this program's processes that are at work on a file; known on Linux only."""
    import resource

    limit = resource.RLIMIT_CPU
    running = [child.pid for child in multiprocessing.active_children() if child.pid is not None]
    return [pid for pid in running if resource.prlimit(pid, limit) != resource.getrlimit(limit)]
