"""Where things are when nobody says otherwise, as each system wants it."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from reader.domain.errors import LibraryError
from reader.storage.library import SUFFIX, Library, create, open_library

NAME = "Reader"
LIBRARY_VARIABLE = "READER_LIBRARY"  # of the environment
LIBRARY = f"library{SUFFIX}"
SAMPLE = f"sample{SUFFIX}"
NO_FOLDER = "The folder of {file} does not exist. See whether its name is right, or make the folder first."


def default_library() -> Path:
    """The library that opens when none is named."""
    return platformdirs.user_data_path(NAME, appauthor=False) / LIBRARY


def sample_library() -> Path:
    """The library of the articles that come with the program."""
    return default_library().with_name(SAMPLE)


def log_folder() -> Path:
    """The folder of the log."""
    return platformdirs.user_log_path(NAME, appauthor=False)


def settings_file() -> Path:
    """The file of the settings."""
    return platformdirs.user_config_path(NAME, appauthor=False) / "settings.ini"


def open_or_create(path: Path) -> Library:
    """Open a library, which is made if it does not exist. Raises LibraryError.

    A folder is made for one's own libraries only; elsewhere one that is not there is a slip of the pen.
    """
    try:
        return open_library(path)
    except LibraryError as error:
        if error.kind != "missing":
            raise
    if not path.absolute().parent.is_dir() and path not in (default_library(), sample_library()):
        raise LibraryError("no-folder", NO_FOLDER, file=str(path))
    try:
        return create(path)
    except LibraryError as error:
        if error.kind != "exists":  # another program was quicker
            raise
    return open_library(path)
