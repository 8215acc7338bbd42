"""The program `reader`: the command line without Qt, or the window."""

from __future__ import annotations

import os
import sys

COMMANDS = (
    "import",
    "list",
    "show",
    "highlight",
    "tag",
    "collection",
    "export",
    "search",
    "searches",
    "note",
    "notes",
    "index",
    "replace",
    "reread",
    "versions",
    "report",
    "undo",
    "redo",
    "history",
    "check",
    "--help",
    "-h",
    "--version",
)
LIBRARY_SUFFIX = ".reader"
NEITHER = "{word} is neither a command nor a file. See reader --help."
NO_DISPLAY = "Reader needs a display to open its window. The commands work without one: see reader --help."


def main(argv: list[str] | None = None) -> int:
    """Run Reader with these arguments; the exit code. Qt is imported only where a window opens."""
    try:  # from the first module on that takes time to load: Ctrl+C may come at any moment
        import multiprocessing

        multiprocessing.freeze_support()
        return _run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str]) -> int:
    if _is_command(arguments):
        import reader.cli

        return reader.cli.main(arguments)
    if arguments[:1] == ["--selftest"]:
        import reader.selftest

        return reader.selftest.main()
    unknown = next((word for word in _without_library(arguments)[:1] if _is_nothing(word)), None)
    if unknown is not None:
        print(NEITHER.format(word=unknown), file=sys.stderr)
        return 2
    if sys.platform.startswith("linux") and not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 2
    import reader.app

    return reader.app.main(arguments)


def _is_command(arguments: list[str]) -> bool:
    """Whether the first word is a command; options with a value for the library may stand before it."""
    return any(word in COMMANDS for word in _without_library(arguments)[:1])


def _without_library(arguments: list[str]) -> list[str]:
    rest = list(arguments)
    while rest and (rest[0].startswith("-l") or rest[0] == "--library" or rest[0].startswith("--library=")):
        rest = rest[2:] if rest[0] in ("-l", "--library") else rest[1:]
    return rest


def _is_nothing(word: str) -> bool:
    """Whether a word is neither an option nor a library (which may be new) nor a file that there is."""
    return not (word.startswith("-") or word.endswith(LIBRARY_SUFFIX) or os.path.exists(word))  # noqa: PTH110 (no module more)


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
