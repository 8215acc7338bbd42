"""The titles of articles by how they begin, read so that a hundred thousand of them are no work for Python."""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from reader.storage.connection import as_list, json_list

# What may stand before the first word of a title, and is left out by who looks for it.
BEFORE = " \t\u3000\"'“”‘’「」『』《》〈〉【】〔〕[]()（）［］<>＜＞…—-·•●■◆★☆▲*#＊＃"


# Each with and without a label before it, such as [视频] or 【快讯】. Only few have something to be taken off, which
# takes as long as all the rest.
WORDS = (
    "with titles as (select id, title, substr(title, 1, 1) as first from articles), parts as ("
    " select id, case when instr(?1, first) then ltrim(title, ?1) else title end as words from titles"
    " union all select id, ltrim(substr(title, instr(title, ']') + 1), ?1) from titles where first = '['"
    " union all select id, ltrim(substr(title, instr(title, '】') + 1), ?1) from titles where first = '【')"
)


def first_characters(db: Database) -> list[str]:
    """The characters with which the words of titles begin, each once."""
    found = as_list(db, f"{WORDS} select json_group_array(distinct substr(words, 1, 1)) from parts", [BEFORE])
    return [char for char in found if char]


def beginning_with(db: Database, characters: Collection[str]) -> list[tuple[int, str]]:
    """The articles whose words of the title begin with one of these characters, by id, and those words."""
    statement = (
        f"{WORDS} select json_group_array(json_array(id, words)) from parts"
        " where substr(words, 1, 1) in (select value from json_each(?2))"
    )
    return [(article, words) for article, words in as_list(db, statement, [BEFORE, json_list(characters)])]
