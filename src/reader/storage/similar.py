"""Articles whose words are most like given ones, and in how many articles a word stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from reader.storage.connection import fetched

FREQUENT = 500  # articles; a word that stands in so many tells little of one of them, and counting goes no further


def counts(db: Database, words: Iterable[str], frequent: set[str]) -> dict[str, int]:
    """In how many articles each of these words of the index stands; FREQUENT for that many or more.

    `frequent` holds words of which that is known already, and takes those that are found: they are in most articles,
    and take the longest to count.
    """
    found: dict[str, int] = {}
    for word in words:
        if word in frequent:
            found[word] = FREQUENT
            continue
        statement = f"select count(*) from (select 1 from search where search match ? limit {FREQUENT})"
        [found[word]] = db.conn.execute(statement, (_phrase(word),)).fetchone()
        if found[word] == FREQUENT:
            frequent.add(word)
    return found


def most_like(db: Database, words: Sequence[str], title_weight: int, most: int) -> list[tuple[int, float]]:
    """The articles that have most of these words of the index, the best first, not more than `most`.

    With how well each fits, which is the higher the better; one word in a title counts as `title_weight` in a body.
    """
    if not words:
        return []
    rows = fetched(
        db,
        f"select id, -rank from (select rowid as number, bm25(search, {int(title_weight)}, 1) as rank from search"
        f" where search match ?) cross join articles on id = number where trashed is null order by rank, id desc"
        f" limit {int(most)}",
        [" OR ".join(map(_phrase, words))],
    )
    return [(int(article), float(fit)) for article, fit in rows]


def size(db: Database) -> int:
    """About how many articles there are: as many or more, found at once."""
    [highest] = db.execute("select coalesce(max(id), 0) from articles").fetchone()
    return int(highest)


def _phrase(word: str) -> str:
    return f'"{word}"'
