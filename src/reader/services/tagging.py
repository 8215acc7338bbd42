"""Changing the tag tree: each function is one transaction from its first look on, and one undo step.

All raise EditError where a name or a place in the tree cannot be had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import reduce

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.note import joined
from reader.domain.tag import (
    BETWEEN,
    COLORS,
    DIGITS,
    DIRECTIONS,
    INTO,
    LEVELS,
    NAME_LIMIT,
    SEPARATOR,
    SEPARATORS,
    Tag,
    TagTree,
    tidy,
)
from reader.domain.tag_merging import MergedTags, merged
from reader.domain.text import clean
from reader.services import edits
from reader.services.edits import check_color
from reader.services.renaming import following_tags
from reader.storage import articles, highlights, journal, tags
from reader.storage.journal import Advance, silently, transactional

NO_NAME = "A tag needs a name."
LONG_NAME = "A tag's name may have {limit} characters; this one has {length}."
SLASH = 'A tag\'s name may not contain "/", which separates parent and child.'
DEEP = "Tags may stand {levels} levels deep; {path} would stand deeper."
SEMICOLON = 'A tag\'s name may not contain ";", which stands between tags in exported files.'
DIRECTION = "A tag's name may not contain invisible marks of the direction of writing. Type it instead of pasting it."
TAKEN = "There is a tag {path} already."
INSIDE = "{path} cannot be moved into itself or below itself."
INTO_ITSELF = "{path} cannot be merged into itself or into a tag below itself."
NO_PASSAGE = "Select a passage or a highlight first."
NO_DIGIT = "A tag's shortcut is a digit from 1 to 9."


@transactional
def add(db: Database, path: str, color: str = "") -> tuple[int, Change]:
    """Make the tag `parent/child`, with the parents that are missing; its id, and the change."""
    tree = tags.tree(db)
    parent, names = place(tree, path)
    if color:
        check_color(color)
    path = tree.stored(path)
    if not names:
        raise EditError("taken", TAKEN, path=path)
    with journal.step(db, "tag-add", detail=path) as step:
        made = _make(db, tree, names, color, parent)
    return made, step.change


def _add_under(db: Database, tree: TagTree, parent: int | None, name: str, color: str) -> int:
    """Make a tag under another one, or at the top (None); its id."""
    if color:
        check_color(color)
    if parent is not None and tree.depth(parent) + 2 > LEVELS:
        raise EditError("deep", DEEP, levels=LEVELS, path=name)
    _free(tree, parent, name)
    return _make(db, tree, [name], color, None if parent is None else tree.by_id[parent])


def ensure(db: Database, path: str, color: str = "") -> int:
    """The id of the tag with this path, which is made if it is missing; for use inside a step."""
    tree = tags.tree(db)
    found, names = place(tree, path)
    if color:
        check_color(color)
    return found.id if found and not names else _make(db, tree, names, color, found)


@transactional
def rename(db: Database, tag: int, name: str) -> Change:
    """Give a tag another name, everywhere: saved searches ask for it by that, too."""
    tree = tree_with(db, tag)
    name = _name(name)
    _free(tree, tree.by_id[tag].parent, name, tag)
    with journal.step(db, "tag-rename", detail=tree.path(tag) + INTO + name) as step, following_tags(db, tree):
        tags.update(db, tag, name=name)
    return step.change


@transactional
def move(db: Database, tag: int, parent: int | None) -> Change:
    """Put a tag under another one, or at the top (None)."""
    tree = tree_with(db, tag, parent)
    with journal.step(db, "tag-move", detail=tree.path(tag)) as step:
        put_under(db, tree, [tag], parent)
    return step.change


def put_under(db: Database, tree: TagTree, some: Sequence[int], parent: int | None) -> None:
    """Put tags of the tree as it is under another one, or at the top (None); for use inside a step.

    All are looked at in the tree that comes of it: a tree for each would take seconds.
    """
    above = set() if parent is None else {parent, *(each.id for each in tree.above(parent))}
    for tag in some:
        if tag in above:
            raise EditError("inside", INSIDE, path=tree.path(tag))
    moved = [tag for tag in some if tree.by_id[tag].parent != parent]
    if not moved:
        return
    after = tree.with_parent(moved, parent)
    names = Counter(each.name for each in after.children(parent))
    for tag in moved:
        name = after.by_id[tag].name
        if after.depth(tag) + after.levels(tag) > LEVELS:
            raise EditError("deep", DEEP, levels=LEVELS, path=name)
        if names[name] > 1:
            _free(after, parent, name, tag)
    with following_tags(db, tree):
        tags.update_all(db, moved, parent=parent, position=0)


@transactional
def recolor(db: Database, tag: int, color: str) -> Change:
    """Give a tag another colour."""
    check_color(color)
    with journal.step(db, "tag-color", detail=tree_with(db, tag).path(tag)) as step:
        tags.update(db, tag, color=color)
    return step.change


@transactional
def set_shortcut(db: Database, tag: int, digit: str) -> Change:
    """Let a digit apply this tag, and no other; an empty one takes it away."""
    if digit and digit not in DIGITS:
        raise EditError("no-digit", NO_DIGIT)
    with journal.step(db, "tag-shortcut", detail=tree_with(db, tag).path(tag)) as step:
        if digit:
            tags.clear_shortcut(db, digit)
        tags.update(db, tag, shortcut=digit)
    return step.change


@transactional
def describe(db: Database, tag: int, description: str) -> Change:
    """Say what a tag is for, which is its note."""
    tree, description = tree_with(db, tag), clean(description)
    with journal.step(db, "tag-describe", detail=tree.path(tag)) as step:
        if description != tree.by_id[tag].description:
            tags.update(db, tag, description=description)
    return step.change


@transactional
def set_exclusive(db: Database, tag: int, exclusive: bool) -> Change:
    """Let a tag stand on nothing together with a sibling, or beside them; what has both already keeps both."""
    with journal.step(db, "tag-exclusive", detail=tree_with(db, tag).path(tag)) as step:
        tags.update(db, tag, exclusive=int(exclusive))
    return step.change


@transactional
def arrange(db: Database, parent: int | None, order: Sequence[int]) -> Change:
    """Let these tags stand under a parent (None: at the top) in this order by hand, the other ones there behind them.

    Those that stand elsewhere are moved there.
    """
    tree = tree_with(db, parent, *order)
    moved = [tag for tag in order if tree.by_id[tag].parent != parent]
    detail = tree.path((moved or list(order))[0]) if order else ""
    with journal.step(db, "tag-move" if moved else "tag-order", detail=detail, count=max(1, len(moved))) as step:
        put_under(db, tree, moved, parent)
        tags.arrange(db, dict.fromkeys([*order, *(each.id for each in tree.children(parent, "hand"))]))
    return step.change


@transactional
def delete(db: Database, tag: int, *, with_highlights: bool = False, advance: Advance = silently) -> Change:
    """Delete a tag and those under it. Its highlights stay, without it, unless they are to go along."""
    tree = tree_with(db, tag)
    below = tree.with_children(tag)
    with journal.step(db, "tag-delete", detail=tree.path(tag), count=len(below)) as step:
        remove(db, tree, below, with_highlights=with_highlights, advance=advance)
    return step.change


def remove(
    db: Database, tree: TagTree, some: Collection[int], *, with_highlights: bool, advance: Advance = silently
) -> None:
    """Delete tags with all those below them, which are among them, and maybe highlights; for use inside a step."""
    if with_highlights:
        highlights.remove(db, tags.highlights_with(db, some), advance=advance)
    tags.delete(db, [each.id for each in tree if each.id in some][::-1], advance=advance)
    advance(len(some), len(some))  # until here it can be stopped


@transactional
def merge(db: Database, tag: int, into: int, *, advance: Advance = silently) -> Change:
    """Give a tag's highlights and children to another tag, and delete it; children of the same name are merged too.

    What the tag is for is said of the other one then, below its own; its key goes to it if it has none.
    """
    tree = tree_with(db, tag, into)
    plan = planned(tree, [tag], into)
    with journal.step(db, "tag-merge", detail=tree.path(tag) + INTO + tree.path(into)) as step:
        carry_out(db, tree, plan, advance=advance)
    return step.change


def planned(tree: TagTree, some: Sequence[int], into: int) -> MergedTags:
    """What becomes of the tree when tags are merged into another one. Raises EditError where they cannot be."""
    for tag in some:
        if into in tree.with_children(tag):
            raise EditError("into-itself", INTO_ITSELF, path=tree.path(tag))
    plan = merged(tree, some, into)
    for tag, place in plan.places.items():
        if tree.depth(into) + 1 + len(place) > LEVELS:
            raise EditError("deep", DEEP, levels=LEVELS, path=tree.by_id[tag].name)
    return plan


def carry_out(db: Database, tree: TagTree, plan: MergedTags, *, advance: Advance = silently) -> None:
    """Merge tags as planned, also what they are for, and their keys; for use inside a step."""
    with following_tags(db, tree, plan.heirs):
        tags.give(db, plan.heirs, plan.rivals(tree), advance=advance)
        tags.make_way(db, plan.heirs)
        for tag, parent in plan.moved.items():
            tags.update(db, tag, parent=parent, position=0)
        for tag, heir in plan.heirs.items():
            tags.dissolve(db, tag, heir)
        for heir in dict.fromkeys(plan.heirs.values()):
            _inherit(db, tree.by_id[heir], [each for each in tree if plan.heirs.get(each.id) == heir])
    advance(len(plan.heirs), len(plan.heirs))  # until here it can be stopped


def _inherit(db: Database, heir: Tag, gone: Sequence[Tag]) -> None:
    description = reduce(joined, (each.description for each in gone), heir.description)
    if description != heir.description:
        tags.update(db, heir.id, description=description)
    shortcut = next((each.shortcut for each in gone if each.shortcut), "")
    if shortcut and not heir.shortcut:
        tags.update(db, heir.id, shortcut=shortcut)


def tree_with(db: Database, *wanted: int | None) -> TagTree:
    """The tree, in which all of the wanted tags are. Raises EditError."""
    tree = tags.tree(db)
    if not {tag for tag in wanted if tag is not None} <= tree.by_id.keys():
        raise EditError("tag-gone", edits.TAG_GONE)
    return tree


def _name(name: str) -> str:
    name = tidy(name)
    if not name:
        raise EditError("no-name", NO_NAME)
    if SEPARATORS.search(name):
        raise EditError("slash", SLASH)
    if BETWEEN in name:
        raise EditError("semicolon", SEMICOLON)
    if any(char in DIRECTIONS for char in name):
        raise EditError("direction", DIRECTION)
    if len(name) > NAME_LIMIT:
        raise EditError("long-name", LONG_NAME, limit=NAME_LIMIT, length=len(name))
    return name


def place(tree: TagTree, path: str) -> tuple[Tag | None, list[str]]:
    """The tag that a path leads to, and the names of those to be made below it. Raises EditError if there can be none.

    Without a tag they are made at the top; without names there is nothing to make.
    """
    found, left = tree.reach(path)
    names = [_name(name) for name in left]
    if found is None and not names:
        raise EditError("no-name", NO_NAME)
    if names and (tree.depth(found.id) + 1 if found else 0) + len(names) > LEVELS:
        raise EditError("deep", DEEP, levels=LEVELS, path=names[-1])
    return found, names


def _free(tree: TagTree, parent: int | None, name: str, tag: int | None = None) -> None:
    for other in tree.children(parent):
        if other.name == name and other.id != tag:
            raise EditError("taken", TAKEN, path=tree.path(other.id))


def _make(db: Database, tree: TagTree, names: list[str], color: str, parent: Tag | None) -> int:
    """Make tags below one another under a parent. A new one takes its parent's colour, or the least used one."""
    hue, above = (parent.color, parent.id) if parent else (_least_used(tree), None)
    for name in names[:-1]:
        above = tags.add(db, name, above, hue)
    return tags.add(db, names[-1], above, color or hue)


def _least_used(tree: TagTree) -> str:
    used = [tag.color for tag in tree]
    return min(COLORS, key=lambda color: used.count(color))


def add_and_apply(
    db: Database,
    path: str,
    article: int,
    span: Span | None,
    highlight: int | None,
    *,
    analyst: str = "",
    seen: str | None = None,
) -> tuple[int, int, Change]:
    """Make a tag and put it on a passage, or on a highlight, as one undo step; tag, highlight, and the change.

    `seen`: see `edits`.
    """
    with journal.step(db, "tag-apply", detail=path, analyst=analyst) as step:
        tag = ensure(db, path)
        if highlight is not None:
            edits.tag_highlight(db, highlight, tag)
        elif span is not None:
            start, end = span.start, span.end
            highlight, _ = edits.highlight(db, article, start, end, tags=[tag], analyst=analyst, seen=seen)
        else:
            raise EditError("no-passage", NO_PASSAGE)
    return tag, highlight, step.change


@transactional
def highlight_with(
    db: Database, article: int, start: int, end: int, paths: Sequence[str], *, note: str, color: str, analyst: str
) -> tuple[int, Change]:
    """Highlight code points start..end with the tags of these paths, making those that are missing, as one undo step.

    The highlight's id, and the change.
    """
    stored = articles.get(db, article)
    quote = stored.text[max(0, start) : max(0, end)] if stored else ""
    with journal.step(db, "highlight", detail=quote, analyst=analyst) as step:
        wanted = [ensure(db, path) for path in paths]
        found, _ = edits.highlight(db, article, start, end, tags=wanted, note=note, color=color, analyst=analyst)
    return found, step.change


@transactional
def save(
    db: Database,
    tag: int | None,
    *,
    name: str,
    parent: int | None,
    color: str,
    digit: str,
    description: str,
    exclusive: bool = False,
    given: Tag | None = None,
) -> tuple[int, Change]:
    """Make a tag (None), or change all about one that there is, as one undo step; its id, and the change.

    `given` is the tag that was there when this was begun: what is wished for as it was then stays as it is by now, and
    where both changed the description, both are kept.
    """
    tree = tree_with(db, tag)
    wanted = Tag(tag or 0, "", name, parent, color, digit, clean(description), exclusive=exclusive)
    if tag is not None and given is not None:
        wanted = edits.by_now(wanted, given, tree.by_id[tag])
    tree_with(db, wanted.parent)
    above = tree.path(wanted.parent) + SEPARATOR if wanted.parent is not None else ""
    with journal.step(db, "tag-add" if tag is None else "tag-edit", detail=above + wanted.name.strip()) as step:
        if tag is None:
            made = _add_under(db, tree, parent, _name(name), color)
        else:
            made = tag
            _name_and_place(db, tree.by_id[tag], wanted)
        was = tags.tree(db).by_id[made]
        if wanted.shortcut != was.shortcut:
            set_shortcut(db, made, wanted.shortcut)
        if wanted.description != was.description:
            describe(db, made, wanted.description)
        if wanted.exclusive != was.exclusive:
            set_exclusive(db, made, wanted.exclusive)
    return made, step.change


def _name_and_place(db: Database, was: Tag, wanted: Tag) -> None:
    if wanted.name != was.name and _name(wanted.name) != was.name:  # one that no tag could be given now may stay
        rename(db, was.id, wanted.name)
    if wanted.parent != was.parent:
        move(db, was.id, wanted.parent)
    if wanted.color != was.color:
        recolor(db, was.id, wanted.color)
