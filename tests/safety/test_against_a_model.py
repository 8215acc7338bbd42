"""Whatever is done in whatever order, the library is what a simple model of it says; undone, it is what it was.

The model knows nothing of SQL, of triggers or of the journal: a state is a few dictionaries, and undo goes back to the
state before. `READER_OPERATIONS=10000` does more than the usual run.
"""

from __future__ import annotations

import copy
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

import making
from reader.domain.errors import EditError
from reader.domain.highlight import Span
from reader.domain.note import Owner
from reader.domain.rewriting import Replacement
from reader.services import amending, annotating, edits, reshaping, tagging
from reader.services.checking import check
from reader.storage import journal
from reader.storage.library import create, open_library

OPERATIONS = int(os.environ.get("READER_OPERATIONS", "300"))
EVERY = 40  # operations between two looks at the whole file
TEXTS = (
    "甲篇標題\n第一段😀說的是民生，第二句說經濟。\n第三段很短。",
    "Second title\nSome words, and more of them, about fares.\nA last line.",
    "丙篇\n一二三四五六七八九十一二三四五六七八九十",
)
NAMES = ("政策", "經濟", "民生", "Fares", "a")
ANALYSTS = ("", "林", "陳")


class Refused(Exception):
    """What the model will not do either."""


@dataclass
class Marked:
    """A highlight."""

    article: int
    start: int
    end: int
    analyst: str
    note: str = ""
    color: str = ""
    tags: set[int] = field(default_factory=set)
    state: str = ""


@dataclass
class State:
    """All that a person stores, by the ids of the library."""

    texts: dict[int, str]
    flags: dict[int, dict[str, bool]]
    tags: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    marked: dict[int, Marked] = field(default_factory=dict)
    on_articles: set[tuple[int, int]] = field(default_factory=set)  # article, tag
    notes: dict[int, str] = field(default_factory=dict)  # of articles

    def below(self, tag: int) -> set[int]:
        """A tag and all under it."""
        found = {tag}
        while more := {each for each, (_, parent) in self.tags.items() if parent in found} - found:
            found |= more
        return found

    def child(self, parent: int | None, name: str) -> int | None:
        """The tag of that name under a parent."""
        return next((each for each, known in self.tags.items() if known == (name, parent)), None)

    def twin(self, article: int, start: int, end: int, analyst: str) -> int | None:
        """The oldest highlight of an analyst on a passage."""
        meant = (article, start, end, analyst)
        return min(
            (
                each
                for each, one in self.marked.items()
                if (one.article, one.start, one.end, one.analyst) == meant and one.state != "orphan"
            ),
            default=None,
        )

    def absorb(self, number: int, other: int) -> None:
        """Put all of another highlight into one."""
        one, two = self.marked[number], self.marked.pop(other)
        one.tags |= two.tags
        one.note = joined(one.note, two.note)
        one.color = one.color or two.color

    def drop_tags(self, gone: set[int]) -> None:
        """Take tags away, with what has them."""
        for each in gone:
            del self.tags[each]
        for one in self.marked.values():
            one.tags -= gone
        self.on_articles = {pair for pair in self.on_articles if pair[1] not in gone}

    def merge(self, tag: int, into: int) -> None:
        """Make one tag of two, and of their children of the same name."""
        for child in [each for each, (_, parent) in self.tags.items() if parent == tag]:
            there = self.child(into, self.tags[child][0])
            if there is not None and there != tag:
                self.merge(child, there)
            else:
                self.tags[child] = (self.tags[child][0], into)
        for one in self.marked.values():
            if tag in one.tags:
                one.tags = one.tags - {tag} | {into}
        self.on_articles = {(article, into if each == tag else each) for article, each in self.on_articles}
        del self.tags[tag]


def one_of(one: Marked, text: str) -> str:
    """The words that a highlight covers."""
    return text[one.start : one.end]


def joined(note: str, more: str) -> str:
    """Two notes in one, each once."""
    if more in note:
        return note
    return f"{note}\n{more}" if note and note not in more else more


def observed(db: Database) -> State:
    """What the library holds, read with nothing but SQL."""
    texts = dict(db.execute("select id, text from articles join texts using (version) where article = id").fetchall())
    flags = {
        row[0]: {"starred": bool(row[1]), "read": bool(row[2]), "done": bool(row[3]), "trashed": bool(row[4])}
        for row in db.execute("select id, starred, read, done, trashed is not null from articles")
    }
    found = State(texts, flags)
    found.tags = {row[0]: (row[1], row[2]) for row in db.execute("select id, name, parent from tags")}
    for row in db.execute(
        'select h.id, article, "start", "end", coalesce(a.name, \'\'), note, color, quote, state from highlights h'
        " left join analysts a on a.id = h.analyst"
    ):
        assert row[7] == texts[row[1]][row[2] : row[3]] or row[8] == "orphan"
        found.marked[row[0]] = Marked(*row[1:7], state=row[8])
    for highlight, tag in db.execute("select highlight, tag from highlight_tags"):
        found.marked[highlight].tags.add(tag)
    found.on_articles = set(db.execute("select article, tag from article_tags").fetchall())
    found.notes = dict(db.execute("select id, note from articles where note <> ''").fetchall())
    return found


class Trial:
    """A library and its model, and one dice for both."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path, self.dice = path, random.Random(seed)
        self.library = create(path)
        ids = [making.add(self.db, text) for text in TEXTS]
        self.articles = ids
        plain = {"starred": False, "read": False, "done": False, "trashed": False}
        self.state = State(dict(zip(ids, TEXTS, strict=True)), {each: dict(plain) for each in ids})
        self.past: list[State] = []
        self.future: list[State] = []
        self.notes = 0
        self.words: dict[int, set[str]] = {}  # that highlights had when nothing was to be looked at

    @property
    def db(self) -> Database:
        return self.library.db

    # ---- what may be done: each does it to the model, and says how it is done to the library

    def highlight(self, state: State) -> Callable[[], Any]:
        article = self.dice.choice(self.articles)
        span, analyst = self.span(state, article), self.dice.choice(ANALYSTS)
        tags = self.some(state.tags)
        color = self.dice.choice(("", "", "red"))

        def act() -> None:
            number, _ = edits.highlight(
                self.db, article, span.start, span.end, tags=sorted(tags), color=color, analyst=analyst
            )
            there = state.twin(article, span.start, span.end, analyst)
            if there is None:
                assert number not in state.marked
                state.marked[number] = Marked(article, span.start, span.end, analyst, color=color, tags=set(tags))
            else:
                assert number == there
                state.marked[there].tags |= tags
                state.marked[there].color = color or state.marked[there].color

        return act

    def resize(self, state: State) -> Callable[[], Any]:
        number = self.one(state.marked)
        one = state.marked[number]
        span = self.span(state, one.article)
        if (one.start, one.end) != (span.start, span.end) or one.state:
            twin = state.twin(one.article, span.start, span.end, one.analyst)
            if twin not in (None, number):
                state.absorb(number, twin)
            one.start, one.end, one.state = span.start, span.end, ""
        return lambda: reshaping.resize(self.db, number, span)

    def split(self, state: State) -> Callable[[], Any]:
        number = self.one({each: one for each, one in state.marked.items() if one.state != "orphan"})
        one = state.marked[number]
        at = self.dice.randint(one.start, one.end)
        text = state.texts[one.article]
        left, right = text[one.start : at].rstrip(), text[at : one.end].lstrip()
        if not left.strip() or not right.strip():
            return self.refused(lambda: reshaping.split(self.db, number, at))
        ends = one.start + len(left), one.end - len(right), one.end

        def act() -> None:
            second, _ = reshaping.split(self.db, number, at)
            tags, color = set(one.tags), one.color  # before the first part may become one with another highlight
            first = state.twin(one.article, one.start, ends[0], one.analyst)
            if first is not None:
                state.absorb(number, first)
            one.end, one.state = ends[0], ""
            twin = state.twin(one.article, ends[1], ends[2], one.analyst)
            if twin is None:
                state.marked[second] = Marked(one.article, ends[1], ends[2], one.analyst, "", color, tags)
            else:
                assert second == twin
                state.marked[twin].tags |= tags

        return act

    def remove(self, state: State) -> Callable[[], Any]:
        gone = self.some(state.marked) or {self.one(state.marked)}
        for each in gone:
            del state.marked[each]
        return lambda: edits.remove_highlights(self.db, sorted(gone))

    def note(self, state: State) -> Callable[[], Any]:
        number = self.one(state.marked)
        self.notes += 1
        words = f"n{self.notes:05}"
        state.marked[number].note = words
        return lambda: edits.set_note(self.db, number, words)

    def tag(self, state: State) -> Callable[[], Any]:
        number, tag = self.one(state.marked), self.one(state.tags)
        on = self.dice.random() < 0.7
        (state.marked[number].tags.add if on else state.marked[number].tags.discard)(tag)
        return lambda: edits.tag_highlight(self.db, number, tag, on=on)

    def new_tag(self, state: State) -> Callable[[], Any]:
        parent, name = self.dice.choice([None, *state.tags]), self.dice.choice(NAMES)
        if state.child(parent, name) is not None:
            path = f"{self.path_of(state, parent)}{name}"
            return self.refused(lambda: tagging.add(self.db, path))
        path = f"{self.path_of(state, parent)}{name}"

        def act() -> None:
            number, _ = tagging.add(self.db, path)
            state.tags[number] = (name, parent)

        return act

    def rename(self, state: State) -> Callable[[], Any]:
        tag, name = self.one(state.tags), self.dice.choice(NAMES)
        there = state.child(state.tags[tag][1], name)
        if there not in (None, tag):
            return self.refused(lambda: tagging.rename(self.db, tag, name))
        state.tags[tag] = (name, state.tags[tag][1])
        return lambda: tagging.rename(self.db, tag, name)

    def move(self, state: State) -> Callable[[], Any]:
        tag, parent = self.one(state.tags), self.dice.choice([None, *state.tags])
        there = state.child(parent, state.tags[tag][0])
        if parent in state.below(tag) or there not in (None, tag):
            return self.refused(lambda: tagging.move(self.db, tag, parent))
        state.tags[tag] = (state.tags[tag][0], parent)
        return lambda: tagging.move(self.db, tag, parent)

    def merge(self, state: State) -> Callable[[], Any]:
        tag, into = self.one(state.tags), self.one(state.tags)
        if into in state.below(tag):
            return self.refused(lambda: tagging.merge(self.db, tag, into))
        state.merge(tag, into)
        return lambda: tagging.merge(self.db, tag, into)

    def delete(self, state: State) -> Callable[[], Any]:
        tag = self.one(state.tags)
        state.drop_tags(state.below(tag))
        return lambda: tagging.delete(self.db, tag)

    def flag(self, state: State) -> Callable[[], Any]:
        meant = self.some(self.articles) or {self.dice.choice(self.articles)}
        name = self.dice.choice(("starred", "read", "trashed"))
        value = self.dice.random() < 0.5
        for each in meant:
            state.flags[each][name] = value
            if name == "read" and not value:
                state.flags[each]["done"] = False
        ids = sorted(meant)
        if name == "trashed":
            return lambda: (edits.trash if value else edits.restore)(self.db, ids)
        return lambda: (edits.set_read if name == "read" else edits.set_starred)(self.db, ids, value)

    def done(self, state: State) -> Callable[[], Any]:
        article = self.dice.choice(self.articles)
        value = not state.flags[article]["done"]
        state.flags[article]["done"] = value
        state.flags[article]["read"] |= value
        return lambda: edits.switch_done(self.db, [article])

    def tag_articles(self, state: State) -> Callable[[], Any]:
        tag, meant = self.one(state.tags), self.some(self.articles)
        on = self.dice.random() < 0.6
        pairs = {(article, tag) for article in meant}
        state.on_articles = state.on_articles | pairs if on else state.on_articles - pairs
        tags = {"put": [tag]} if on else {"take": [tag]}
        return lambda: annotating.tag_articles(self.db, sorted(meant), **tags)

    def article_note(self, state: State) -> Callable[[], Any]:
        article = self.dice.choice(self.articles)
        self.notes += 1
        state.notes[article] = f"a{self.notes:05}"
        return lambda: annotating.set_note(self.db, Owner("article", article), f"a{self.notes:05}")

    def correct(self, state: State) -> Callable[[], Any]:
        """Put characters that are nowhere else in the place of some, or just take some out.

        What was not touched keeps its words, at its place or moved along. What became of the rest the library says:
        only with words that a highlight had before nothing is to be looked at.
        """
        article = self.dice.choice(self.articles)
        old = state.texts[article]
        start = self.dice.randrange(len(old))
        end = self.dice.randint(start, min(len(old), start + 5))
        fresh = "".join(chr(self.dice.randint(0xE000, 0xF000)) for _ in range(self.dice.randint(start == end, 4)))
        new = old[:start] + fresh + old[end:]
        replacement = Replacement(start, end, fresh)
        if not new.strip():
            return self.refused(lambda: amending.correct(self.db, article, old, [replacement]))
        state.texts[article] = new
        shift = len(new) - len(old)
        touched = []
        for number, one in state.marked.items():
            if one.article != article or one.state == "orphan" or one.end <= start:
                continue
            if one.start >= end:
                one.start, one.end = one.start + shift, one.end + shift
            else:
                touched.append(number)

        def act() -> None:
            amending.correct(self.db, article, old, [replacement])
            seen = observed(self.db).marked
            for number in touched:
                now = seen[number]
                one = state.marked[number]
                assert now.state in ("adjusted", "review", "orphan") or one_of(now, new) in self.words[number]
                one.start, one.end, one.state = now.start, now.end, now.state

        for number in touched:
            had = self.words.setdefault(number, set())
            if not state.marked[number].state:
                had.add(one_of(state.marked[number], old))
        return act

    # ---- dice

    def span(self, state: State, article: int) -> Span:
        length = len(state.texts[article])
        start = self.dice.randrange(length)
        return Span(start, self.dice.randint(start + 1, min(length, start + 9)))

    def one(self, of: dict[int, Any]) -> int:
        if not of:
            raise Refused
        return self.dice.choice(sorted(of))

    def some(self, of: Any) -> set[int]:
        return {each for each in of if self.dice.random() < 0.25}

    def path_of(self, state: State, tag: int | None) -> str:
        if tag is None:
            return ""
        name, parent = state.tags[tag]
        return f"{self.path_of(state, parent)}{name}/"

    def refused(self, act: Callable[[], Any]) -> Callable[[], Any]:
        def run() -> None:
            with pytest.raises(EditError):
                act()

        return run

    # ---- the trial

    def turn(self) -> None:
        """Do one thing to both."""
        what = self.dice.random()
        if what < 0.12 and self.past:
            self.undo()
        elif what < 0.2 and self.future:
            self.redo()
        elif what < 0.22:
            self.library.close()
            self.library = open_library(self.path)
        else:
            self.edit()

    def undo(self) -> None:
        """Take the latest step back in both."""
        assert edits.undo(self.db) is not None
        self.future.append(self.state)
        self.state = self.past.pop()

    def redo(self) -> None:
        """Do again in both what was taken back last."""
        assert edits.redo(self.db) is not None
        self.past.append(self.state)
        self.state = self.future.pop()

    def edit(self) -> None:
        acts = (
            *(self.highlight, self.highlight, self.highlight, self.resize, self.split, self.remove, self.note),
            *(self.tag, self.tag, self.new_tag, self.rename, self.move, self.merge, self.delete, self.flag, self.done),
            *(self.tag_articles, self.article_note, self.correct, self.correct),
        )
        state = copy.deepcopy(self.state)
        try:
            act = self.dice.choice(acts)(state)
        except Refused:  # nothing there to do it to
            return
        before = self.last()
        act()
        if self.last() != before:
            self.past.append(self.state)
            self.future.clear()
        self.state = state

    def last(self) -> int:
        step = journal.next_undo(self.db)
        assert step is not None
        return step.id

    def compare(self) -> None:
        assert observed(self.db) == self.state


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_library_is_what_the_model_says(tmp_path: Path, seed: int) -> None:
    trial = Trial(tmp_path / "trial.reader", seed)
    start = copy.deepcopy(trial.state)
    for number in range(OPERATIONS):
        trial.turn()
        trial.compare()
        if number % EVERY == 0:
            assert check(trial.db) == []
    while trial.past:
        trial.undo()
        trial.compare()
    assert observed(trial.db) == start
    end = trial.future[0]
    while trial.future:
        trial.redo()
    assert observed(trial.db) == end and check(trial.db) == []
    trial.library.close()
