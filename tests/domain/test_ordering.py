"""Names in the order in which a reader looks for them."""

from __future__ import annotations

from reader.domain.ordering import by_reading
from reader.domain.tag import Tag, TagTree


def test_numbers_stand_as_they_count_and_chinese_by_its_readings() -> None:
    names = ["2", "10 a", "10 B", "a", "B", "c9", "c10", "第2號", "第10號", "港口", "经济", "經濟2", "民生", "整篇"]
    assert sorted(set(names), key=by_reading) == names
    assert sorted(("", "\ud800", "٣", "9" * 200, "😀"), key=by_reading)  # whatever a name may be


def test_tags_stand_in_this_order() -> None:
    tags = [
        Tag(number, str(number), name, None, "red") for number, name in enumerate(("第10號", "政策", "第9號", "經濟"))
    ]
    assert [tag.name for tag in TagTree(tags)] == ["第9號", "第10號", "經濟", "政策"]
