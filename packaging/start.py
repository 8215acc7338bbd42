"""Where the packaged program begins."""

import os
import sys

from reader.__main__ import main

if __name__ == "__main__":
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # as in a program of Windows that has a window
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    sys.exit(main())
