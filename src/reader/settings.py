"""What the analyst set, declared once with type and default, kept outside the library."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from reader.domain.citing import PATTERNS
from reader.domain.query import SORTS, ArticleQuery, Sort

T = TypeVar("T")
TABLES = 100  # whose columns are remembered


class Setting(Generic[T]):
    """One setting: reading gives its default until it was set; setting tells `Settings.changed`."""

    def __init__(self, default: T) -> None:
        self.default = default
        self._key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._key = name

    @overload
    def __get__(self, settings: None, owner: type) -> Setting[T]: ...
    @overload
    def __get__(self, settings: Settings, owner: type) -> T: ...
    def __get__(self, settings: Settings | None, owner: type) -> Setting[T] | T:
        if settings is None:
            return self
        kind = type(self.default)
        if kind in (int, float):
            return _number(settings.store.value(self._key), self.default)
        value: Any = settings.store.value(self._key, self.default, kind)
        return value if isinstance(value, kind) else self.default

    def __set__(self, settings: Settings, value: T) -> None:
        if value != self.__get__(settings, Settings):
            settings.store.setValue(self._key, value)
            settings.changed.emit(self._key)


def _number(stored: Any, default: T) -> T:
    """What a file says, if that is a number; Qt would take any other words for 0."""
    try:
        made: T = type(default)(stored)  # type: ignore[call-arg]
    except (TypeError, ValueError):
        return default
    return made


class Settings(QObject):
    """All settings. `path` is an INI file; None means the user's own place for it."""

    changed = Signal(str)  # the name of the setting

    language = Setting("")  # "en", "zh_CN", "zh_TW"; empty: the system's
    theme = Setting("system")  # "system", "light", "sepia", "dark"
    size = Setting(14.0)  # points of the reading text
    family = Setting("serif")  # "serif", "sans" or the name of a font
    line_height = Setting(0.0)  # times the size; 0: 1.7 for Han text, 1.5 for Latin
    indent = Setting(True)  # the first line of a Han paragraph by two characters
    measure = Setting(38)  # Han characters a line; Latin text gets about twice as many letters
    justified = Setting(False)
    glosses = Setting("hidden")  # "hidden", "ruby" or "printed"
    script = Setting("published")  # of Chinese texts: "published", "simplified" or "traditional"
    tag_names = Setting(True)  # of highlights, in the margin
    analyst = Setting("")
    analyst_asked = Setting(False)  # for that name
    whose = Setting("")  # highlights are shown: a name, a line break for one's own; empty: everybody's
    color_by = Setting("tag")  # or "analyst"
    library = Setting("")  # the file that was open last
    sort = Setting("published")
    descending = Setting(True)
    citation = Setting("")  # a pattern of `domain.citing`, "own", or "" for that of the article's language
    citation_pattern = Setting(PATTERNS["simplified"])  # of the analyst's own
    spreadsheet_safe = Setting(True)
    export_folder = Setting("")
    import_folder = Setting("")
    web_allowed = Setting(True)  # import from web addresses
    watched = Setting("")  # a folder whose new files are imported; empty: none
    watched_deep = Setting(True)  # with the folders in it
    marked_columns = Setting("")  # of the table of highlights: JSON, names with widths and whether they are shown
    marked_sort = Setting("published")
    marked_descending = Setting(True)
    marked_group = Setting("")  # what it is put together by, or nothing
    workspace = Setting("read")  # "read" or "highlights"
    panes_of_highlights = Setting(QByteArray())
    panel_beside_highlights = Setting(False)
    columns = Setting("")  # of tables that were imported: JSON, see `table_columns`
    geometry = Setting(QByteArray())
    panes = Setting(QByteArray())
    parts = Setting(QByteArray())  # the text, and the reviews below it
    sidebar_shown = Setting(True)
    panel_shown = Setting(True)
    related_shown = Setting(True)
    tag_order = Setting("name")  # of siblings in the sidebar: see domain.tag.Order
    folded = Setting("")  # uids of the tags below which nothing is shown, parted by blanks

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        if path is None:
            self.store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Reader", "reader")
        else:
            self.store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def table_columns(self) -> dict[tuple[str, ...], dict[str, str]]:
        """What the columns of tables are, by their headers; the newest last."""
        try:
            stored = json.loads(self.columns or "[]")
            return {tuple(map(str, headers)): {str(k): str(v) for k, v in fields.items()} for headers, fields in stored}
        except (ValueError, TypeError, AttributeError):  # somebody wrote something else into the file
            return {}

    def remember_columns(self, headers: tuple[str, ...], fields: Mapping[str, str]) -> None:
        """Take the columns of a table with these headers for these fields from now on."""
        known = self.table_columns
        known.pop(headers, None)
        known[headers] = dict(fields)
        self.columns = json.dumps(list(known.items())[-TABLES:], ensure_ascii=False)

    def forget_columns(self, tables: Collection[tuple[str, ...]]) -> None:
        """Ask about the columns of tables with these headers again."""
        left = [each for each in self.table_columns.items() if each[0] not in tables]
        self.columns = json.dumps(left, ensure_ascii=False)

    @property
    def order(self) -> ArticleQuery:
        """All articles, in the order of the list."""
        sort: Sort = next((each for each in SORTS if each == self.sort), "published")
        return ArticleQuery(sort=sort, descending=self.descending)
