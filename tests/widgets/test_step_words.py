"""What is said of a step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.domain.change import Step
from reader.domain.tag import INTO
from reader.widgets.step_words import FORMERLY, words


@pytest.mark.parametrize("between", [INTO, FORMERLY])
def test_of_a_merge_both_tags_are_named_however_long_their_paths_are(qapp: QApplication, between: str) -> None:
    detail = between.join(f"{'區域協調發展戰略與政策' * 4}/{name}" for name in ("海洋", "漁業"))
    said = words(Step(1, "", "tag-merge", 1, detail, "", undone=False))
    gone, _, into = said.partition(INTO)
    assert gone.endswith("/海洋") and into.endswith("/漁業") and "…" in gone and "…" in into
