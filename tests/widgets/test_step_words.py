"""What is said of a step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.domain.change import Step
from reader.domain.tag import INTO
from reader.widgets.step_words import FORMERLY, shortened_path, words


@pytest.mark.parametrize("between", [INTO, FORMERLY])
def test_of_a_merge_both_tags_are_named_however_long_their_paths_are(qapp: QApplication, between: str) -> None:
    detail = between.join(f"{'區域協調發展戰略與政策' * 4}/{name}" for name in ("海洋", "漁業"))
    said = words(Step(1, "", "tag-merge", 1, detail, "", undone=False))
    gone, _, into = said.partition(INTO)
    assert gone.endswith("/海洋") and into.endswith("/漁業") and "…" in gone and "…" in into


def test_a_path_is_cut_once_before_the_name_of_the_tag_which_is_cut_at_its_end_only_where_it_must() -> None:
    name = "推動經濟社會發展全面綠色轉型與碳達峰碳中和目標任務落實情況跟蹤評估研究甲乙丙丁戊"
    assert shortened_path("政策/經濟", 5) == "政策/經濟"
    assert shortened_path("政策與法規/經濟", 6) == "…法規/經濟"
    assert shortened_path(name, 10) == f"{name[:9]}…"
    assert shortened_path(f"政策/{name}", 10) == f"…/{name[:7]}…"
    assert shortened_path(name, 20, lambda words: 2 * len(words)) == f"{name[:9]}…"
