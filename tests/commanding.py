"""What the tests of commands share: what a command answered, and the text of scraped pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parent.parent / "src"
PAGE = "{title}\n\n來源:{source}  {date}\n\n{body}\n"
BODY = "我市召開會議，研究部署下步工作。會議強調，要堅持高標定位、爭創一流，切實盤活土地資源。"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        """The JSON objects, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self) -> Any:
        """The only JSON object."""
        (only,) = self.objects
        return only


Run = Callable[..., Said]
Page = Callable[..., Path]
