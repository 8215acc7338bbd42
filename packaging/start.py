"""Where the packaged program begins."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

from reader.__main__ import main

LIBRARIES = "LD_LIBRARY_PATH"


def give_back(environment: MutableMapping[str, str]) -> None:
    """Let the programs that this one starts load the system's libraries, not those that came along with it.

    See https://pyinstaller.org/en/stable/common-issues-and-pitfalls.html#launching-external-programs-from-the-frozen-application
    """
    before = environment.pop(f"{LIBRARIES}_ORIG", None)
    if before is not None:
        environment[LIBRARIES] = before
    else:
        environment.pop(LIBRARIES, None)


if __name__ == "__main__":
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # as in a program of Windows that has a window
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    if sys.platform == "linux":
        give_back(os.environ)
    sys.exit(main())
