"""Write resources/licences/third-party.txt: what comes with the packaged program, and under which licences.

Python packages are those that pyproject.toml asks for and what these ask for in turn; their versions, licences and
texts are read from what is installed. Parts without metadata of their own are listed below. Needs what
packaging/make_readings.py needs, since the table that it makes is shipped too. Run it after a change of the locks.
"""

from __future__ import annotations

import sysconfig
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "licences"
RULE = "=" * 100
NOT_SHIPPED = {"pip"}  # only the command of sqlite-utils that installs plugins uses it
BESIDE = ("pyinstaller", "pypinyin", "opencc")  # their bootloader, and the tables made from their data
TEXTS = ("licen", "copying", "notice", "authors")
HEAD = """\
Components that come with Reader, and their licences
{rule}

Reader uses Qt and PySide6 under the GNU Lesser General Public License, version 3, which is beside this file as
LGPL-3.0.txt, with GPL-3.0.txt, on which it builds. Both are separate library files in the folder of the program, so
that you may replace them by versions of your own. Their source code is at https://code.qt.io/ and
https://download.qt.io/official_releases/QtForPython/.

First the list, then the texts that come with the components.
"""
LGPL_2 = "its text: LGPL-2.1.txt"
QT_LICENCES = "https://doc.qt.io/qt-6/licenses-used-in-qt.html"


@dataclass(frozen=True, slots=True)
class Component:
    """One thing in the package. `note` says what it is there for; `texts` are its licences in full."""

    name: str
    version: str
    licence: str
    address: str
    note: str = ""
    texts: tuple[str, ...] = ()


# What each package holds that was written by others.
INSIDE = {
    "pyside6-essentials": "with Qt itself; see Qt below",
    "pyinstaller": "the bootloader only; its exception allows programs under any licence",
    "pypinyin": "readings of characters in data/readings.txt",
    "opencc": "forms of characters and words in readings.txt, folding.json, simplified.json.xz and traditional.json.xz",
}
WITHOUT_METADATA = (
    Component("Qt", "as PySide6", "LGPL-3.0-only", "https://www.qt.io/", f"what Qt holds itself: {QT_LICENCES}"),
    Component("ICU", "with Qt", "Unicode-3.0", "https://icu.unicode.org/", "text and languages"),
    Component("HarfBuzz", "with Qt", "MIT", "https://harfbuzz.github.io/", "shaping of text"),
    Component("PCRE2", "with Qt", "BSD-3-Clause", "https://www.pcre.org/", "regular expressions"),
    Component("libpng", "with Qt", "libpng-2.0", "http://www.libpng.org/pub/png/libpng.html", "pictures"),
    Component("libjpeg-turbo", "with Qt", "IJG AND BSD-3-Clause", "https://libjpeg-turbo.org/", "pictures"),
    Component("double-conversion", "with Qt", "BSD-3-Clause", "https://github.com/google/double-conversion"),
    Component(
        "PDFium",
        "with pypdfium2",
        "BSD-3-Clause AND Apache-2.0",
        "https://pdfium.googlesource.com/pdfium/",
        "PDF documents; what it holds itself is named in the texts of pypdfium2",
    ),
    Component("libxml2, libxslt", "with lxml", "MIT", "https://gitlab.gnome.org/GNOME/libxml2/", "XML and pages"),
    Component(
        "Unicode Character Database",
        "in data/radicals.txt",
        "Unicode-3.0",
        "https://www.unicode.org/license.txt",
        "the property Equivalent_Unified_Ideograph",
    ),
    Component("lexbor", "with selectolax", "Apache-2.0", "https://lexbor.com/", "the parser of web pages"),
    Component(
        "Material Design Icons",
        "with QtAwesome",
        "Apache-2.0",
        "https://github.com/Templarian/MaterialDesign",
        "the icons of the window",
    ),
    Component(
        "Font Awesome, Elusive Icons", "with QtAwesome", "OFL-1.1", "https://openfontlicense.org/", "where included"
    ),
    Component("Phosphor", "with QtAwesome", "MIT", "https://phosphoricons.com/", "where included"),
    Component("Remix Icon", "with QtAwesome", "Apache-2.0", "https://remixicon.com/", "where included"),
    Component("Codicons", "with QtAwesome", "CC-BY-4.0", "https://github.com/microsoft/vscode-codicons", "if included"),
    Component("SQLite", "as Python", "public domain", "https://www.sqlite.org/copyright.html", "the library files"),
    Component("OpenSSL", "as Python", "Apache-2.0", "https://www.openssl.org/"),
    Component("libffi", "as Python", "MIT", "https://sourceware.org/libffi/"),
    Component("zlib", "as Python", "Zlib", "https://zlib.net/"),
    Component("bzip2", "as Python", "bzip2-1.0.6", "https://sourceware.org/bzip2/"),
    Component("XZ Utils (liblzma)", "as Python", "0BSD", "https://tukaani.org/xz/"),
    Component("Expat", "as Python", "MIT", "https://libexpat.github.io/"),
)
OF_LINUX = (
    Component("FreeType", "Linux package", "FTL", "https://freetype.org/"),
    Component("Fontconfig", "Linux package", "HPND-sell-variant", "https://www.fontconfig.org/"),
    Component("X.org libraries, XCB", "Linux package", "MIT", "https://www.x.org/"),
    Component("xkbcommon", "Linux package", "MIT", "https://xkbcommon.org/"),
    Component("Wayland", "Linux package", "MIT", "https://wayland.freedesktop.org/"),
    Component(
        "D-Bus", "Linux package", "AFL-2.1 OR GPL-2.0-or-later", "https://www.freedesktop.org/wiki/Software/dbus/"
    ),
    Component("GLib", "Linux package", "LGPL-2.1-or-later", "https://docs.gtk.org/glib/", LGPL_2),
    Component("Zstandard", "Linux package", "BSD-3-Clause", "https://facebook.github.io/zstd/"),
    Component("Brotli", "Linux package", "MIT", "https://github.com/google/brotli"),
    Component("LZ4", "Linux package", "BSD-2-Clause", "https://lz4.org/"),
    Component("libcap", "Linux package", "BSD-3-Clause OR GPL-2.0-only", "https://sites.google.com/site/fullycapable/"),
    Component("util-linux (libuuid)", "Linux package", "BSD-3-Clause", "https://github.com/util-linux/util-linux"),
    Component("systemd (libsystemd)", "Linux package", "LGPL-2.1-or-later", "https://systemd.io/", LGPL_2),
    Component("Libgcrypt", "Linux package", "LGPL-2.1-or-later", "https://gnupg.org/software/libgcrypt/", LGPL_2),
    Component("libgpg-error", "Linux package", "LGPL-2.1-or-later", "https://gnupg.org/software/libgpg-error/", LGPL_2),
)


def shipped(wanted: Iterable[str]) -> list[Distribution]:
    """The installed packages that these requirements bring, with the extras that some ask for, by name."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    queue = [(Requirement(each), "") for each in wanted]
    while queue:
        requirement, asked = queue.pop()
        name = requirement.name.lower().replace("_", "-")
        if name in NOT_SHIPPED or not _applies(requirement, asked):
            continue
        found[name] = distribution(name)
        for extra in {"", *requirement.extras}:
            if (name, extra) not in seen:
                seen.add((name, extra))
                queue += [(Requirement(each), extra) for each in found[name].requires or []]
    return [found[name] for name in sorted(found)]


def _applies(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def component(package: Distribution) -> Component:
    """What an installed package says of itself."""
    about = package.metadata
    name = about["Name"]
    note = INSIDE.get(name.lower().replace("_", "-"), "")
    return Component(name, package.version, _licence(about), _address(about), note, tuple(_texts(package)))


def _licence(about: PackageMetadata) -> str:
    """Its licence: the expression, else the short name, else what its classifiers say."""
    stated = (_said(about, "License-Expression") or _said(about, "License")).strip()
    if stated and "\n" not in stated:
        return stated
    classifiers = about.get_all("Classifier") or []
    return ", ".join(each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License")) or "see its text"


def _address(about: PackageMetadata) -> str:
    links = dict(each.split(", ", 1) for each in about.get_all("Project-URL") or [])
    named = {name.lower(): address for name, address in links.items()}
    wanted = ("homepage", "source", "source code", "repository", "code", "documentation", "issues")
    return _said(about, "Home-page") or next((named[name] for name in wanted if name in named), "")


def _said(about: PackageMetadata, name: str) -> str:
    return next(iter(about.get_all(name) or []), "")


def _texts(package: Distribution) -> Iterable[str]:
    for file in sorted(package.files or [], key=str):
        if ".dist-info" in str(file) and any(word in file.name.lower() for word in TEXTS):
            yield Path(str(file.locate())).read_text("utf-8", "replace").strip()


def python() -> Component:
    """Python itself, with its licence where that was installed with it."""
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    texts = (text.read_text("utf-8").strip(),) if text.is_file() else ()
    return Component("Python", "as built", "PSF-2.0", "https://www.python.org/", "", texts)


def fonts() -> list[Component]:
    """The font for systems that have no Chinese one, if it is shipped."""
    if not any((ROOT / "resources" / "fonts").glob("*.otf")):
        return []
    return [
        Component("Noto Sans CJK", "subset", "OFL-1.1", "https://github.com/notofonts/noto-cjk", "its text: fonts/")
    ]


def document(parts: Iterable[Component]) -> str:
    """The list of the components, then each text once, under the names of those that have it."""
    lines = [HEAD.format(rule=RULE)]
    texts: dict[str, list[str]] = {}
    for part in parts:
        lines += [f"{part.name} ({part.version})", f"    {part.licence}", f"    {part.address}"]
        lines += [f"    {part.note}"] if part.note else []
        for text in part.texts:
            texts.setdefault(text, []).append(part.name)
    for text, names in texts.items():
        lines += ["", RULE, ", ".join(dict.fromkeys(names)), RULE, "", text]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines()) + "\n"


def main() -> None:
    """Write the file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    packages = shipped([*project["dependencies"]]) + [distribution(name) for name in BESIDE]
    parts = [python(), *map(component, packages), *WITHOUT_METADATA, *OF_LINUX, *fonts()]
    (FOLDER / "third-party.txt").write_text(document(parts), "utf-8")


if __name__ == "__main__":
    main()
