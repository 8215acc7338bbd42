"""What the packaged program says of itself to Windows and macOS; what Linux is told is in resources/linux."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
IDENTIFIER = "desktop.reader.Reader"  # made up of no domain, since there is none; also that of the AppStream metadata
DESCRIPTION = "Read, highlight and tag articles"
LIBRARY = f"{IDENTIFIER}.library"  # the type of .reader files on macOS

WINDOWS = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "{description}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", "Reader"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def version() -> str:
    """The version of the program, as its source has it."""
    source = (ROOT / "src" / "reader" / "__init__.py").read_text("utf-8")
    [found] = re.findall(r'^__version__ = "(\d+\.\d+\.\d+)"$', source, re.MULTILINE)
    return str(found)


def windows_version(name: str) -> str:
    """The version resource of a program of that name, as PyInstaller reads it from a file."""
    numbers = (*map(int, version().split(".")), 0)
    return WINDOWS.format(numbers=numbers, version=version(), name=name, description=DESCRIPTION)


def info_plist() -> dict[str, Any]:
    """What macOS is told: languages, which files it opens, and that it draws sharply and in the dark."""
    library = {
        "CFBundleTypeName": "Reader library",
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [LIBRARY],
    }
    article = {
        "CFBundleTypeName": "Article",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": ["public.plain-text", "public.html"],
    }
    exported = {
        "UTTypeIdentifier": LIBRARY,
        "UTTypeDescription": "Reader library",
        "UTTypeConformsTo": ["public.database", "public.data"],
        "UTTypeTagSpecification": {"public.filename-extension": ["reader"]},
    }
    return {
        "CFBundleVersion": version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans", "zh-Hant"],
        "CFBundleDocumentTypes": [library, article],
        "UTExportedTypeDeclarations": [exported],
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
    }
