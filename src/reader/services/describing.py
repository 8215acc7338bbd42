"""Articles, highlights and tags as the JSON objects that scripts read; their keys are a promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from reader.domain.article import Article, Gloss
from reader.domain.change import Step
from reader.domain.highlight import Highlight
from reader.domain.lists import Collection
from reader.domain.note import Owner
from reader.domain.tag import Order, Tag, TagTree
from reader.domain.wanted import Wanted
from reader.services import lists, searching
from reader.services.concordance import Line
from reader.services.importing.outcome import Outcome
from reader.storage import article_tags, articles, collections, highlights, notes, reprints, tags, texts
from reader.storage import searches as saved
from reader.storage.connection import snapshot
from reader.storage.texts import Made

PAGE = 500  # rows read at once


def article_rows(db: Database, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    """One object for each article of a list, in its order; `tags` are all in it, `own_tags` those of the whole."""
    tree = tags.tree(db)
    for first in range(0, len(ids), PAGE):
        part = ids[first : first + PAGE]
        rows, uids, noted = articles.rows(db, part), articles.uids(db, part), notes.of_articles(db, part)
        own: dict[int, list[int]] = {}
        for on in article_tags.every(db, part):
            own.setdefault(on.article, []).append(on.tag)
        for row in (rows[each] for each in part if each in rows):
            yield {
                "id": row.id,
                "uid": uids[row.id],
                "title": row.title,
                "source": row.source,
                "published": row.published,
                "highlights": row.highlights,
                "tags": _paths(tree, row.tags),
                "own_tags": _paths(tree, own.get(row.id, ())),
                "note": noted[row.id][0],
                "read": row.read,
                "done": row.done,
                "starred": row.starred,
            }


def article(db: Database, found: Article) -> dict[str, Any]:
    """An article with its text, its original and its highlights; tags and note are those of the whole article."""
    tree = tags.tree(db)
    return {
        "id": found.id,
        "uid": found.uid,
        "title": found.title,
        "source": found.source,
        "author": found.author,
        "editor": found.editor,
        "published": found.published,
        "url": found.url,
        "language": found.language,
        "text": found.text,
        "body": found.body,
        "marks": [
            {"start": mark.start, "end": mark.end, "kind": mark.kind, "value": mark.value} for mark in found.marks
        ],
        "glosses": _glosses(found.glosses),
        "left_out": [
            {"text": part.text, "glosses": _glosses(part.glosses), "before": part.before}
            for part in texts.left_out(db, found.id)
        ],
        "attributes": dict(texts.attributes(db, found.id)),
        "reported": found.reported,
        "reprints": list(articles.uids(db, reprints.of(db, found.id)).values()),
        "original": _original(db, found.id),
        "tags": _paths(tree, article_tags.of(db, found.id)),
        "note": notes.of_article(db, found.id),
        "version": texts.number(db, found.id),
        "highlights": [
            highlight(each, tree) for each in highlights.of_article(db, found.id) + highlights.orphans(db, found.id)
        ],
    }


def found_articles(db: Database, ids: Sequence[int], wanted: Wanted | None) -> Iterator[dict[str, Any]]:
    """One object for each article that was found; spans are code points of its canonical text."""
    for first in range(0, len(ids), PAGE):
        part = ids[first : first + PAGE]
        there = searching.found_articles(db, part, wanted)
        for each in (there[article] for article in part if article in there):
            yield {
                "article": each.article,
                "title": each.title,
                "hits": len(each.spans),
                "spans": [[span.start, span.end] for span in each.spans],
                "snippet": each.snippet.text,
            }


def line(found: Line) -> dict[str, Any]:
    """A hit with what is around it; start and end are code points of its article's canonical text."""
    about = {"article": found.article, "title": found.title, "source": found.source, "published": found.published}
    words = {"left": found.left, "hit": found.hit, "right": found.right}
    return about | {"start": found.span.start, "end": found.span.end} | words


def found_highlights(db: Database, ids: Sequence[int], wanted: Wanted | None) -> Iterator[dict[str, Any]]:
    """One object for each highlight that was found; spans are code points of its article's canonical text."""
    for first in range(0, len(ids), PAGE):
        for each in searching.found_highlights(db, ids[first : first + PAGE], wanted):
            whole = each.highlight.span
            spans = [[whole.start + span.start, whole.start + span.end] for span in each.spans]
            yield {
                "article": each.highlight.article,
                "highlight": each.highlight.uid,
                "title": each.title,
                "hits": len(each.spans),
                "spans": spans or [[whole.start, whole.end]],
                "snippet": each.snippet.text,
            }


def found_notes(db: Database, owners: Sequence[Owner], wanted: Wanted | None) -> Iterator[dict[str, Any]]:
    """One object for each note that was found: of a highlight, of a whole article, or of a tag, named by its path.

    Hits in a note have no place in a text: the span is that of its highlight.
    """
    for first in range(0, len(owners), PAGE):
        for each in searching.found_notes(db, owners[first : first + PAGE], wanted):
            there = each.highlight
            yield {
                "article": each.article,
                "highlight": None if there is None else there.uid,
                "tag": each.title if each.owner.kind == "tag" else None,
                "title": "" if each.owner.kind == "tag" else each.title,
                "hits": len(each.spans),
                "spans": [] if there is None else [[there.span.start, there.span.end]],
                "snippet": each.snippet.text,
            }


def notes_of(db: Database, owners: Sequence[Owner]) -> Iterator[dict[str, Any]]:
    """One object for each note, with what it is about: "highlight", "article" or "tag"."""
    for first in range(0, len(owners), PAGE):
        for each in searching.found_notes(db, owners[first : first + PAGE], None):
            yield {
                "of": each.owner.kind,
                "article": each.article,
                "highlight": None if each.highlight is None else each.highlight.uid,
                "tag": each.title if each.owner.kind == "tag" else None,
                "title": "" if each.owner.kind == "tag" else each.title,
                "note": each.note,
            }


def _glosses(found: Sequence[Gloss]) -> list[dict[str, Any]]:
    return [{"position": gloss.position, "text": gloss.text} for gloss in found]


def _original(db: Database, article: int) -> dict[str, Any] | None:
    found = texts.origin(db, article)
    if found is None:
        return None
    return {
        "name": found.name,
        "media_type": found.media_type,
        "encoding": found.encoding,
        "method": found.method,
        "size": found.size,
        "sha256": found.sha256,
    }


def highlight(found: Highlight, tree: TagTree) -> dict[str, Any]:
    """A highlight; its tags are full paths. Start and end are None where its words are no longer in the text."""
    placed = found.state != "orphan"
    return {
        "id": found.id,
        "uid": found.uid,
        "article": found.article,
        "start": found.span.start if placed else None,
        "end": found.span.end if placed else None,
        "quote": found.quote,
        "state": found.state,
        "tags": _paths(tree, found.tags),
        "note": found.note,
        "color": found.color,
        "analyst": found.analyst,
        "created_at": found.created,
        "updated_at": found.updated,
    }


def every_tag(db: Database, order: Order) -> Iterator[dict[str, Any]]:
    """One object for each tag in the order of the tree; those below it are counted once with it, too."""
    with snapshot(db):
        tree, ranks = tags.tree(db), tags.recent(db) if order == "recent" else []
        articles = tags.tree_of_articles(db, tree)
        below = tree.totals(tree.counted_again(tags.together(db)))
        articles_below = articles.totals(articles.counted_again(tags.together(db, [tags.ON_ARTICLES])))
    for each in tree.walk(order, ranks=tree.lately(ranks)):
        whole = articles_below[each.id]
        yield _tag(each, tree, articles) | {"highlights_below": below[each.id] - whole, "articles_below": whole}


def tag(db: Database, found: int) -> dict[str, Any]:
    """A tag that there is; its parent is a full path, or empty."""
    with snapshot(db):
        tree = tags.tree(db)
        return _tag(tree.by_id[found], tree, tags.tree_of_articles(db, tree))


def _tag(found: Tag, tree: TagTree, articles: TagTree) -> dict[str, Any]:
    whole = articles.by_id[found.id].highlights
    return {
        "id": found.id,
        "uid": found.uid,
        "path": tree.path(found.id),
        "name": found.name,
        "parent": "" if found.parent is None else tree.path(found.parent),
        "color": found.color,
        "shortcut": found.shortcut,
        "description": found.description,
        "highlights": found.highlights - whole,
        "articles": whole,
        "position": found.position,
        "exclusive": found.exclusive,
    }


def collection(db: Database, found: Collection) -> dict[str, Any]:
    """A collection, with the number of its articles outside the trash and the query that lists them."""
    return {
        "id": found.id,
        "uid": found.uid,
        "name": found.name,
        "description": found.description,
        "articles": collections.counts(db).get(found.id, 0),
        "query": found.query,
    }


def searches(db: Database) -> list[dict[str, Any]]:
    """The saved searches by name; the number of articles is None where one cannot be understood any more."""
    counts = lists.search_counts(db)
    return [
        {"id": each.id, "uid": each.uid, "name": each.name, "articles": counts.get(each.id), "query": each.query}
        for each in saved.every(db)
    ]


def outcome(found: Outcome) -> dict[str, Any]:
    """What became of one imported file."""
    return {
        "path": found.path,
        "part": found.part,
        "status": found.status,
        "article": found.article,
        "uid": found.uid,
        "title": found.title,
        "same": found.same,
        "warnings": list(found.warnings),
        "error": found.error,
    }


def version(found: Made, current: bool) -> dict[str, Any]:
    """A version of an article's text; `kind` is that of the step it came about by."""
    return {
        "version": found.number,
        "created_at": found.created,
        "kind": found.kind,
        "analyst": found.analyst,
        "characters": found.characters,
        "current": current,
    }


def step(found: Step) -> dict[str, Any]:
    """A step of the history."""
    return {
        "id": found.id,
        "at": found.at,
        "kind": found.kind,
        "count": found.count,
        "detail": found.detail,
        "analyst": found.analyst,
        "undone": found.undone,
    }


def _paths(tree: TagTree, ids: Sequence[int]) -> list[str]:
    return [tree.path(each) for each in ids if each in tree.by_id]
