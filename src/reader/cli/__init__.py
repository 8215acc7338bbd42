"""The command line: everything the window stores and exports, for scripts; without Qt.

Exit code 0: done; 1: some inputs failed, the rest is done; 2: wrong usage, or nothing could be done.
"""

from __future__ import annotations

import logging
import os
import sys

import click

from reader import __version__, crash
from reader.cli import collections, commands, exporting, notes, searches, searching, tags, versions
from reader.cli.options import DONE, NOT_DONE, PARTLY, library_option, sentence, shown
from reader.domain.errors import ReaderError
from reader.services import locations

log = logging.getLogger(__name__)
UNEXPECTED = "Something went wrong inside Reader. Nothing stored was harmed; the details are in {log}."
NO_OUTPUT = "The output could not be written: {why}."


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code. What goes wrong is one sentence on the error output."""
    _set_up_streams()
    if not logging.getLogger().handlers:
        crash.log_to(locations.log_folder())
    try:
        code = reader.main(args=argv, prog_name="reader", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return NOT_DONE
    except click.ClickException as error:
        return _refuse(sentence(error.format_message()))
    except ReaderError as error:
        return _refuse(str(error))
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough
        return _drop_output()
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:  # no file but the output, such as on a full disk
            _drop_output()
            return _refuse(NO_OUTPUT.format(why=error.strerror or error))
        log.exception("a command failed")
        return _refuse(UNEXPECTED.format(log=locations.log_folder() / crash.FILE))
    return int(code or DONE)


def _set_up_streams() -> None:
    """Let all that is printed be UTF-8, and go nowhere where the caller closed a stream."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:
            _close_off(number)
            setattr(sys, name, os.fdopen(number, "w"))
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_off(number: int) -> None:
    """Let a file descriptor lead nowhere, so that no file that is opened later gets what is meant for a stream."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)


def _drop_output() -> int:
    _close_off(sys.stdout.fileno())
    return PARTLY


def _refuse(sentence: str) -> int:
    print(" ".join(shown(sentence).split()), file=sys.stderr)
    return NOT_DONE


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reader")
@library_option
def reader() -> None:
    """Collect articles, highlight and tag passages, take the findings out.

    `reader [LIBRARY]` opens the window.
    """


GROUPS = (commands, exporting, notes, searching, versions)
for command in (
    *(each for group in GROUPS for each in group.COMMANDS),
    tags.tag,
    collections.collection,
    searches.searches,
):
    reader.add_command(command)
