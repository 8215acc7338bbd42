"""Typing Chinese where the desktop asks for fcitx, of which Qt's wheels bring no plugin.

fcitx5 answers under the name of ibus too, so Qt is told to use that. Any other choice is left alone.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

WANTED, ANSWERS = "fcitx", "ibus"


def prepare(environment: MutableMapping[str, str], plugins: Path) -> None:
    """Change the environment before the QApplication is made. `plugins` is Qt's folder of plugins.

    Qt goes through QT_IM_MODULES, and looks at QT_IM_MODULE only without it. On Wayland, no choice means the
    compositor's own protocol, so XMODIFIERS counts on X11 only.
    """
    if any(plugins.glob(f"platforminputcontexts/*{WANTED}*")):
        return
    several = environment.get("QT_IM_MODULES", "")
    if several:
        if ANSWERS not in several:
            names = (ANSWERS if name.startswith(WANTED) else name for name in several.split(";"))
            environment["QT_IM_MODULES"] = ";".join(names)
        return
    one = environment.get("QT_IM_MODULE", "")
    wayland = "WAYLAND_DISPLAY" in environment and not environment.get("QT_QPA_PLATFORM", "").startswith("xcb")
    if not one and not wayland:
        one = environment.get("XMODIFIERS", "").removeprefix("@im=")
    if one.startswith(WANTED):
        environment["QT_IM_MODULE"] = ANSWERS
