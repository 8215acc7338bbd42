"""Icons from qtawesome without most of its start-up cost.

Plain qtawesome imports Qt through qtpy, which creates every class of it at once, and reads a dozen
fonts at the first icon: 150 to 180 ms, a third of the whole start. So PySide6's own modules stand in for
qtpy's, and one font stays in the list. If a new qtawesome breaks either, all of it is loaded: slower,
never without icons.
"""

from __future__ import annotations

import logging
import sys
import types
from functools import cache
from typing import Any

import PySide6
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtGui import QIcon

FONT = "mdi6"
ERROR = "mdi6.alert-circle-outline"  # an error was reported of an article

log = logging.getLogger(__name__)


def icon(name: str, color: str | None = None) -> QIcon:
    """The icon with that name ("mdi6.marker") in a colour ("#1F1D1A"; by default the palette's text)."""
    shade = color or QtGui.QGuiApplication.palette().color(QtGui.QPalette.ColorRole.WindowText).name()
    return _drawn(name, shade)


@cache
def _drawn(name: str, color: str) -> QIcon:
    found: QIcon = _qtawesome().icon(name, color=color)
    return found


@cache
def _qtawesome() -> Any:
    try:
        if "qtpy" not in sys.modules:
            _stand_in_for_qtpy()
        import qtawesome

        fonts = tuple(font for font in qtawesome._BUNDLED_FONTS if font[0] == FONT)
        if not fonts:
            raise LookupError(f"qtawesome has no font {FONT!r}")
        qtawesome._BUNDLED_FONTS = fonts
        return qtawesome
    except (AttributeError, ImportError, LookupError):
        log.warning("qtawesome has changed: all of it is loaded", exc_info=True)
        for module in [name for name in sys.modules if name.partition(".")[0] in {"qtawesome", "qtpy"}]:
            del sys.modules[module]
        import qtawesome

        return qtawesome


def _stand_in_for_qtpy() -> None:
    qtpy = types.ModuleType("qtpy")
    qtpy.__path__ = []  # a package, so that `import qtpy.QtCore` is looked up in sys.modules
    parts = {"QtCore": QtCore, "QtGui": QtGui, "QtWidgets": QtWidgets}
    facts = {"API_NAME": "PySide6", "PYSIDE6": True, "PYSIDE_VERSION": PySide6.__version__}
    vars(qtpy).update(parts | facts)
    sys.modules["qtpy"] = qtpy
    sys.modules.update({f"qtpy.{name}": module for name, module in parts.items()})
