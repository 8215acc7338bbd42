"""Changing several tags at once, each time as one undo step; and what merging or deleting would change.

All raise EditError as `tagging` does; then nothing was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from reader.domain.change import Change
from reader.domain.errors import EditError
from reader.domain.tag import TagTree
from reader.domain.tag_merging import MergedTags
from reader.services import applying, edits, tagging
from reader.storage import journal, tags
from reader.storage.journal import Advance, silently, transactional

UNLIKE_SAID = "Something about these tags changed meanwhile, so nothing was done. Look at the numbers again."


@dataclass(frozen=True, slots=True)
class Bearing:
    """What has one of some tags: highlights, those of them that have no other, and whole articles.

    `tags` counts those tags, with the ones below them.
    """

    highlights: int
    only: int
    articles: int
    tags: int


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging tags into another one would change.

    `highlights` and `articles` have one of them; `both` and `both_articles` have the other one already. All those
    `below` them go along, of which `namesakes` become one with another one of their name. `losing` and
    `losing_articles` are highlights and articles from which a tag comes off that may not stand beside one they get.
    """

    highlights: int
    articles: int
    both: int
    both_articles: int
    below: int
    namesakes: int
    losing: int
    losing_articles: int


def bearing(db: Database, some: Sequence[int]) -> Bearing:
    """What has one of these tags, or one below them."""
    every = tags.tree(db).with_all_children(some)
    return Bearing(*tags.bearing(db, every), len(every))


def merging(db: Database, some: Sequence[int], into: int) -> Merging:
    """What `merge` would change. Raises EditError where it would."""
    tree = tagging.tree_with(db, into, *some)
    some = _without(tree, some, into)
    plan = tagging.planned(tree, some, into)
    highlights, _only, articles = tags.bearing(db, some)
    both, both_articles = tags.bearing_both(db, some, into)
    namesakes = sum(tag in plan.heirs for tag in plan.places)
    return Merging(highlights, articles, both, both_articles, len(plan.places), namesakes, *_losing(db, tree, plan))


def _losing(db: Database, tree: TagTree, plan: MergedTags) -> tuple[int, int]:
    """From how many highlights, and from how many articles, a tag comes off that is not one of those that go."""
    rivals = plan.rivals(tree)
    if not any(rivals.values()):
        return 0, 0

    def loses(some: tuple[int, ...]) -> bool:
        return plan.of(some, rivals) != {plan.heirs.get(tag, tag) for tag in some}

    concerned = {*plan.heirs, *rivals}.union(*rivals.values())
    highlights, articles = (
        sum(count for some, count in found if loses(some)) for found in tags.these_together(db, concerned, plan.heirs)
    )
    return highlights, articles


@transactional
def merge(
    db: Database, some: Sequence[int], into: int, *, said: Merging | None = None, advance: Advance = silently
) -> Change:
    """Merge several tags into another one, as `tagging.merge` does with one.

    Raises EditError if that would change something else by now than was `said`.
    """
    tree = tagging.tree_with(db, into, *some)
    some = _without(tree, some, into)
    if said not in (None, merging(db, some, into)):
        raise EditError("unlike-said", UNLIKE_SAID)
    if len(some) == 1:
        return tagging.merge(db, some[0], into, advance=advance)
    plan = tagging.planned(tree, some, into)
    with journal.step(db, "tag-merge", detail=tree.path(into), count=len(some)) as step:
        tagging.carry_out(db, tree, plan, advance=advance)
    return step.change


@transactional
def move(db: Database, some: Sequence[int], parent: int | None) -> Change:
    """Put several tags under another one, or at the top (None), with what is below them."""
    tree = tagging.tree_with(db, parent, *some)
    top = tree.topmost(some)
    with journal.step(db, "tag-move", detail=tree.path(top[0]) if top else "", count=len(top)) as step:
        tagging.put_under(db, tree, top, parent)
    return step.change


@transactional
def recolor(db: Database, some: Sequence[int], color: str) -> Change:
    """Give several tags another colour."""
    tree = tagging.tree_with(db, *some)
    edits.check_color(color)
    with journal.step(db, "tag-color", detail=tree.path(some[0]) if some else "", count=len(some)) as step:
        tags.update_all(db, some, color=color)
    return step.change


@transactional
def delete(
    db: Database,
    some: Sequence[int],
    *,
    with_highlights: bool = False,
    said: Bearing | None = None,
    advance: Advance = silently,
) -> Change:
    """Delete several tags and those below them. Their highlights stay, unless they are to go along.

    Raises EditError if something else has them by now than was `said`.
    """
    tree = tagging.tree_with(db, *some)
    if said not in (None, bearing(db, some)):
        raise EditError("unlike-said", UNLIKE_SAID)
    top = tree.topmost(some)
    if len(top) == 1:
        return tagging.delete(db, top[0], with_highlights=with_highlights, advance=advance)
    every = tree.with_all_children(top)
    with journal.step(db, "tags-delete", count=len(every)) as step:
        tagging.remove(db, tree, every, with_highlights=with_highlights, advance=advance)
    return step.change


@transactional
def retag(
    db: Database,
    highlights: Sequence[int],
    *,
    put: Sequence[int] = (),
    new: Sequence[str] = (),
    take: Sequence[int] = (),
    advance: Advance = silently,
) -> Change:
    """Put tags on many highlights, also some that are made first, by their paths, and take others off."""
    edits.check_tags(db, put)
    with journal.step(db, "retag", count=len(highlights)) as step:
        wanted = [*put, *(tagging.ensure(db, path) for path in new)]
        for tag in take:
            tags.take_off(db, highlights, tag)
        applying.put_on(db, highlights, wanted, advance=advance)
    return step.change


def _without(tree: TagTree, some: Sequence[int], into: int) -> list[int]:
    """Those of some tags that are others than the one that takes them. Raises EditError if none is."""
    wanted = [tag for tag in dict.fromkeys(some) if tag != into]
    if not wanted:
        raise EditError("into-itself", tagging.INTO_ITSELF, path=tree.path(into))
    return wanted
