"""The tag tree."""

from __future__ import annotations

from reader.domain.tag import Tag, TagTree, split_path, tidy


def tree() -> TagTree:
    rows = [(1, "政策", None, ""), (2, "民生", 1, "3"), (3, "民生", None, ""), (4, "a", 2, ""), (5, "B", 1, "")]
    return TagTree(Tag(key, f"uid{key}", name, parent, "red", shortcut) for key, name, parent, shortcut in rows)


def test_parents_come_before_children_and_siblings_by_name() -> None:
    assert [tag.id for tag in tree()] == [3, 1, 5, 2, 4] and len(tree()) == 5


def test_a_path_finds_its_tag_and_no_other_of_that_name() -> None:
    for tag in tree():
        found = tree().find(tree().path(tag.id))
        assert found is not None and found.id == tag.id
    assert tree().path(4) == "政策/民生/a"
    assert tree().find("民生/a") is None and tree().find("") is None
    spaced = tree().find(" 政策 / 民生 ")
    assert spaced is not None and spaced.id == 2


def test_a_tag_by_itself_is_told_from_all_others_by_as_few_names_as_can_be() -> None:
    assert [tree().label(tag) for tag in (1, 2, 3, 4, 5)] == ["政策", "政策/民生", "民生", "a", "B"]
    paths = ["b", "b/x", "b/x/y", "c", "c/x", "c/x/y", "x", "x/y", "d", "d/z"]
    ids = {path: number for number, path in enumerate(paths)}
    namesakes = TagTree(
        Tag(number, "", path.split("/")[-1], ids.get(path.rpartition("/")[0]), "red") for path, number in ids.items()
    )
    assert [namesakes.label(number) for number in ids.values()] == [*paths[:-1], "z"]


def test_many_of_one_name_are_told_apart() -> None:
    many = TagTree(
        Tag(key, "", "same" if key > 1000 else f"t{key}", key - 1000 if key > 1000 else None, "red")
        for key in range(1, 2001)
    )
    assert many.label(1001) == "t1/same" and many.label(1) == "t1"
    alike = TagTree(Tag(key, "", "same", None, "red") for key in (1, 2))  # in a damaged library
    assert alike.label(1) == alike.label(2) == "same"


def test_a_tag_knows_all_below_it() -> None:
    assert tree().with_children(1) == {1, 2, 4, 5} and tree().with_children(3) == {3}
    assert [tree().depth(tag) for tag in (1, 2, 4)] == [0, 1, 2]


def test_a_digit_finds_its_tag() -> None:
    found = tree().by_shortcut("3")
    assert found is not None and found.id == 2
    assert tree().by_shortcut("4") is None


def test_empty_names_in_a_path_are_left_out() -> None:
    assert split_path("/ a //b/ ") == ["a", "b"] and split_path(" / ") == []


def test_a_wide_slash_parts_names_as_well() -> None:
    assert split_path("經濟／海洋/ 漁業") == ["經濟", "海洋", "漁業"]
    found = tree().find("政策／民生")
    assert found is not None and found.id == 2


def test_nothing_in_a_name_is_invisible_but_what_joins_letters_or_emoji() -> None:
    assert tidy("\u200b民\u200b生\u2060 \ufeff\u200d問題\u200c") == "民生 問題" and tidy("co\u200dop") == "coop"
    assert tidy("a\u200b \u200b b") == "a b" and tidy("\u200b\u200d") == ""
    for kept in ("می\u200cخواهم", "क्\u200dष", "👩\u200d💻", "❤\ufe0f\u200d🔥", "👩🏽\u200d⚕\ufe0f"):
        assert tidy(kept) == kept


def test_a_tag_with_a_name_that_none_gets_any_more_is_found_by_it() -> None:
    rows = [(1, "經濟／海洋", None), (2, "經濟", None), (3, "海洋", 2), (4, "漁業", 1), (5, "民\u200b生", None)]
    older = TagTree(Tag(key, "", name, parent, "red") for key, name, parent in rows)
    for tag in older:
        assert older.find(older.path(tag.id)) == tag
    assert older.find("民生") is None


def test_a_path_leads_on_from_the_tag_that_most_of_it_means_however_old_its_name_is() -> None:
    rows = [(1, "經濟／海洋", None), (2, "漁業", 1), (3, "民\u200b生", None), (4, "經濟", None), (5, "民生", None)]
    older = TagTree(Tag(key, "", name, parent, "red") for key, name, parent in rows)

    def led(path: str) -> tuple[int, list[str], str]:
        reached, left = older.reach(path)
        return reached.id if reached else 0, left, older.stored(path)

    assert led(" 經濟／海洋 /漁業／捕撈/遠洋") == (2, ["捕撈", "遠洋"], "經濟／海洋/漁業/捕撈/遠洋")
    assert led("經濟／海洋／") == (1, [], "經濟／海洋")
    assert led("經濟／農業") == (4, ["農業"], "經濟/農業") and led("／經濟/海洋") == (4, ["海洋"], "經濟/海洋")
    assert led("民\u200b生/a") == (3, ["a"], "民\u200b生/a") and led("民\ufeff生/a") == (5, ["a"], "民生/a")
    assert led("x／y") == (0, ["x", "y"], "x/y") and led("/" * 5000) == (0, [], "")


def below(*parents: int | None) -> TagTree:
    """Tags 1, 2, ... with these parents."""
    return TagTree(Tag(key, "", f"t{key}", parent, "red") for key, parent in enumerate(parents, 1))


def test_a_tag_whose_parent_is_missing_stands_at_the_top() -> None:
    broken = below(None, 9, 2)
    assert [broken.path(tag.id) for tag in broken] == ["t1", "t2", "t2/t3"] and broken.loose == {2}
    assert below(None, 1).loose == set()


def test_a_circle_of_tags_is_opened() -> None:
    for broken in (below(2, 3, 1, 3), below(1), below(None, 3, 2, 3)):
        assert {tag.id for tag in broken} == set(broken.by_id) and len(broken.loose) == 1
        assert all(broken.path(tag.id).endswith(f"t{tag.id}") for tag in broken)
        assert all(tag.id in broken.with_children(tag.id) for tag in broken)


def test_a_tree_of_any_depth_is_walked_through() -> None:
    deep = below(None, *range(1, 5000))
    assert [tag.id for tag in deep] == list(range(1, 5001)) and not deep.loose
    assert deep.depth(5000) == 4999 and len(deep.with_children(1)) == 5000
    assert deep.path(5000).count("/") == 4999


def test_a_tag_knows_how_many_levels_are_below_it() -> None:
    assert [tree().levels(tag) for tag in (1, 2, 4, 3)] == [3, 2, 1, 1]


def test_what_has_several_tags_of_a_branch_is_counted_once() -> None:
    rows = [(1, None, 1), (2, 1, 2), (3, 2, 3), (4, None, 4)]
    some = TagTree(Tag(key, "", f"t{key}", parent, "red", highlights=count) for key, parent, count in rows)
    assert some.totals({}) == {1: 6, 2: 5, 3: 3, 4: 4}
    again = some.counted_again([((2, 3), 2), ((1, 2, 3), 1), ((3, 4), 1), ((9, 3), 5)])
    assert again == {1: 4, 2: 3} and some.totals(again) == {1: 2, 2: 2, 3: 3, 4: 4}
