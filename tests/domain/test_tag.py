"""The tag tree."""

from __future__ import annotations

from reader.domain.tag import Tag, TagTree, split_path


def tree() -> TagTree:
    rows = [(1, "政策", None, ""), (2, "民生", 1, "3"), (3, "民生", None, ""), (4, "a", 2, ""), (5, "B", 1, "")]
    return TagTree(Tag(key, f"uid{key}", name, parent, "red", shortcut) for key, name, parent, shortcut in rows)


def test_parents_come_before_children_and_siblings_by_name() -> None:
    assert [tag.id for tag in tree()] == [1, 5, 2, 4, 3] and len(tree()) == 5


def test_a_path_finds_its_tag_and_no_other_of_that_name() -> None:
    for tag in tree():
        found = tree().find(tree().path(tag.id))
        assert found is not None and found.id == tag.id
    assert tree().path(4) == "政策/民生/a"
    assert tree().find("民生/a") is None and tree().find("") is None
    spaced = tree().find(" 政策 / 民生 ")
    assert spaced is not None and spaced.id == 2


def test_a_tag_knows_all_below_it() -> None:
    assert tree().with_children(1) == {1, 2, 4, 5} and tree().with_children(3) == {3}
    assert [tree().depth(tag) for tag in (1, 2, 4)] == [0, 1, 2]


def test_a_digit_finds_its_tag() -> None:
    found = tree().by_shortcut("3")
    assert found is not None and found.id == 2
    assert tree().by_shortcut("4") is None


def test_empty_names_in_a_path_are_left_out() -> None:
    assert split_path("/ a //b/ ") == ["a", "b"] and split_path(" / ") == []
