"""The tables of a library, as an append-only list of migrations.

A released migration is never edited: a change of the schema is one more entry. The
number of entries is the schema's minor version. Older programs open a newer minor
version for reading only; the major one changes only when they could not even read the
file safely. So a minor one keeps every table, column and index that is there.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from functools import cache

APPLICATION_ID = 0x52454144  # "READ", at byte 68 of the file
MAJOR = 1

TABLES = """
create table analysts (id integer primary key, uid text not null unique, name text not null unique);

create table articles (
    id integer primary key, uid text not null unique,
    title text not null, source text not null, author text not null, editor text not null,
    published text not null, url text not null, language text not null,
    imported text not null, version integer not null default 1, characters integer not null,
    highlights integer not null default 0,
    read integer not null default 0, starred integer not null default 0, trashed text);

create table texts (
    article integer not null references articles on delete cascade, version integer not null,
    text text not null, sha256 text not null, identity text not null,
    marks text not null, glosses text not null, left_out text not null,
    primary key (article, version)) without rowid;

create table originals (
    article integer primary key references articles on delete cascade,
    name text not null, media_type text not null, encoding text not null, method text not null,
    size integer not null, sha256 text not null, warnings text not null, data blob not null);

create table images (
    id integer primary key, article integer not null references articles on delete cascade,
    number integer not null, media_type text not null, alt text not null, data blob not null,
    unique (article, number));

create table places (
    article integer primary key references articles on delete cascade,
    position integer not null, at text not null);

create table tags (
    id integer primary key, uid text not null unique, name text not null,
    parent integer references tags, color text not null, shortcut text not null default '',
    description text not null default '');

create table highlights (
    id integer primary key, uid text not null unique,
    article integer not null references articles on delete cascade,
    "start" integer not null, "end" integer not null, quote text not null, prefix text not null, suffix text not null,
    color text not null, note text not null, analyst integer references analysts,
    created text not null, updated text not null,
    check ("start" >= 0 and "start" < "end"));

create table highlight_tags (
    id integer primary key,
    highlight integer not null references highlights on delete cascade,
    tag integer not null references tags on delete cascade,
    article integer not null,
    unique (highlight, tag));

create table tag_counts (
    tag integer not null, article integer not null, highlights integer not null,
    primary key (tag, article)) without rowid;

create table steps (
    id integer primary key autoincrement, at text not null, kind text not null, count integer not null,
    detail text not null, analyst text not null, state text not null default 'done');

create table step_rows (
    id integer primary key, step integer not null references steps on delete cascade,
    name text not null, row integer not null, article integer, before text, after text);

create index originals_by_hash on originals (sha256);
create index texts_by_identity on texts (identity);
create index articles_by_published on articles (published, id, title, source, author, editor) where trashed is null;
create index articles_by_title on articles (title, id) where trashed is null;
create index articles_by_source on articles (source, id) where trashed is null;
create index articles_by_highlights on articles (highlights, id) where trashed is null;
create index articles_by_read on articles (read, id) where trashed is null;
create index articles_by_starred on articles (starred, id) where trashed is null;
create index articles_by_imported on articles (imported, id) where trashed is null;
create index articles_in_trash on articles (trashed) where trashed is not null;
create index highlights_by_article on highlights (article, "start");
create index highlight_tags_by_tag on highlight_tags (tag, article);
create index tag_counts_by_article on tag_counts (article, tag, highlights);
create unique index tags_by_name on tags (coalesce(parent, 0), name);
create index step_rows_by_step on step_rows (step);
create index step_rows_by_article on step_rows (article);
create index steps_by_state on steps (state);

create trigger count_highlight_added after insert on highlights begin
    update articles set highlights = highlights + 1 where id = new.article; end;
create trigger count_highlight_removed after delete on highlights begin
    update articles set highlights = highlights - 1 where id = old.article; end;
create trigger count_tag_added after insert on highlight_tags begin
    insert into tag_counts values (new.tag, new.article, 1)
    on conflict (tag, article) do update set highlights = highlights + 1; end;
create trigger count_tag_removed after delete on highlight_tags begin
    update tag_counts set highlights = highlights - 1 where tag = old.tag and article = old.article;
    delete from tag_counts where tag = old.tag and article = old.article and highlights < 1; end;
"""

# Capitals are no order of their own. And how many highlights a tag has outside the trash is known without counting:
# one million of them took 200 ms.
SECOND = """
drop index articles_by_title;
drop index articles_by_source;
create index articles_by_title on articles (title collate nocase, id) where trashed is null;
create index articles_by_source on articles (source collate nocase, id) where trashed is null;

create table tag_totals (tag integer primary key, highlights integer not null);
insert into tag_totals select tag, sum(highlights) from tag_counts
    where exists (select 1 from articles where id = article and trashed is null) group by tag;

create trigger total_added after insert on tag_counts
    when exists (select 1 from articles where id = new.article and trashed is null) begin
    insert into tag_totals values (new.tag, new.highlights)
    on conflict (tag) do update set highlights = highlights + excluded.highlights; end;
create trigger total_changed after update of highlights on tag_counts
    when exists (select 1 from articles where id = new.article and trashed is null) begin
    update tag_totals set highlights = highlights + new.highlights - old.highlights where tag = new.tag; end;
create trigger total_removed after delete on tag_counts
    when exists (select 1 from articles where id = old.article and trashed is null) begin
    update tag_totals set highlights = highlights - old.highlights where tag = old.tag; end;
create trigger total_trashed after update of trashed on articles
    when old.trashed is null and new.trashed is not null begin
    update tag_totals set highlights = highlights
        - (select highlights from tag_counts where tag = tag_totals.tag and article = new.id)
    where tag in (select tag from tag_counts where article = new.id); end;
create trigger total_restored after update of trashed on articles
    when old.trashed is not null and new.trashed is null begin
    insert into tag_totals select tag, highlights from tag_counts where article = new.id
    on conflict (tag) do update set highlights = highlights + excluded.highlights; end;
"""

# Fields of an article's own; which error of it was reported; how each version of a text was read. `likenesses` are
# numbers that articles alike have in common, `reprints` the groups of those that are near copies.
THIRD = """
alter table articles add column reported text;
alter table texts add column encoding text;
alter table texts add column method text;
alter table texts add column warnings text;
alter table images add column address text not null default '';

create table attributes (
    article integer not null references articles on delete cascade,
    number integer not null, name text not null, value text not null,
    primary key (article, number)) without rowid;

create table likenesses (
    "key" integer not null, article integer not null references articles on delete cascade,
    primary key ("key", article)) without rowid;

create table reprints (
    article integer primary key references articles on delete cascade, "group" integer not null);

create index likenesses_by_article on likenesses (article);
create index reprints_by_group on reprints ("group");
create index articles_reported on articles (id) where reported is not null and trashed is null;
"""

# The search index (`storage.indexing`): articles, their distinct characters, highlights. Without content, since the
# words in it are of another form than what is stored, and nothing newer than SQLite 3.40 knows. `stale_articles` and
# `stale_highlights` have what is to be indexed, with what the index holds of it, null for nothing.
# Beside it the lists that have a name: searches that were saved, and collections of articles.
FOURTH = """
create table searches (id integer primary key, uid text not null unique, name text not null, query text not null);
create table collections (
    id integer primary key, uid text not null unique, name text not null, description text not null default '');
create table collection_articles (
    id integer primary key,
    collection integer not null references collections on delete cascade,
    article integer not null references articles on delete cascade,
    unique (collection, article));
create index collection_articles_by_article on collection_articles (article, collection);

create virtual table search using fts5 (title, body, content='', tokenize='ascii');
create virtual table search_characters using fts5 (characters, content='', detail=none, tokenize='ascii');
create virtual table search_highlights using fts5 (quote, note, content='', tokenize='ascii');
create table search_state (
    folding integer not null, writes integer not null default 0, settled integer not null default 0);
create table stale_articles (article integer primary key, version integer);
create table stale_highlights (highlight integer primary key, quote text, note text);
create index highlights_by_analyst on highlights (analyst, article) where analyst is not null;
create index highlights_with_note on highlights (article) where note <> '';
insert into stale_articles select id, null from articles;
insert into stale_highlights select id, null, null from highlights;

create trigger index_article_added after insert on articles begin
    insert into stale_articles select new.id, null
    where not exists (select 1 from stale_articles where article = new.id); end;
create trigger index_article_changed after update of version on articles when old.version <> new.version begin
    insert into stale_articles select new.id, old.version
    where not exists (select 1 from stale_articles where article = new.id); end;
create trigger index_highlight_added after insert on highlights begin
    insert into stale_highlights select new.id, null, null
    where not exists (select 1 from stale_highlights where highlight = new.id); end;
create trigger index_highlight_changed after update of quote, note on highlights
    when old.quote <> new.quote or old.note <> new.note begin
    insert into stale_highlights select new.id, old.quote, old.note
    where not exists (select 1 from stale_highlights where highlight = new.id); end;
create trigger index_highlight_removed after delete on highlights begin
    insert into stale_highlights select old.id, old.quote, old.note
    where not exists (select 1 from stale_highlights where highlight = old.id); end;
"""

# What an analyst says of whole articles and of tags, and how far each article and highlight is seen to: `state` is that
# of `domain.highlight`. Texts say when, by what kind of step and by whom they came about. `unsaved` are texts that
# somebody was correcting when the program ended, each window one of an article. A tag on an article counts as one on a
# passage does, so that filters and numbers know both. The indexes of highlights are for lists of all of them: a hundred
# thousand are sorted in 150 ms without. `highlight_tags_lately` tells when each tag was put on last, `noted` when a
# note was changed last. `search_notes` is the index of the notes of articles and tags: of an article under its id, of a
# tag under its id below zero; `stale_notes` has what the index holds, '' for nothing. `last_ids` are the greatest ids
# of rows that are gone, which no row gets again.
FIFTH = """
alter table tags add column position integer not null default 0;
alter table tags add column exclusive integer not null default 0;
alter table articles add column note text not null default '';
alter table articles add column noted text not null default '';
alter table tags add column noted text not null default '';
alter table articles add column done integer not null default 0;
alter table highlights add column state text not null default '';
alter table texts add column created text;
alter table texts add column kind text;
alter table texts add column analyst text;

create table article_tags (
    id integer primary key,
    article integer not null references articles on delete cascade,
    tag integer not null references tags on delete cascade,
    analyst integer references analysts, created text not null,
    unique (article, tag));
create table unsaved (
    id integer primary key, article integer not null references articles on delete cascade,
    version integer not null, text text not null, at text not null);

create table last_ids (name text primary key, id integer not null) without rowid;
insert into last_ids select name, max(row) from step_rows
where name in ('articles', 'tags', 'highlights', 'searches', 'collections') group by name;
insert or ignore into last_ids values
('articles', 0), ('tags', 0), ('highlights', 0), ('searches', 0), ('collections', 0);

create virtual table search_notes using fts5 (note, content='', tokenize='ascii');
create table stale_notes (owner integer primary key, note text not null);
insert into stale_notes select -id, '' from tags where description <> '';

create index unsaved_by_article on unsaved (article);
create index tags_gone on step_rows (step) where name = 'tags' and after is null;
create index article_tags_by_tag on article_tags (tag, article);
create index articles_by_reading on articles (read, published, id) where trashed is null;
create index articles_started on articles (id) where read = 1 and done = 0 and trashed is null;
create index articles_done on articles (id) where done = 1 and trashed is null;
create index articles_with_note on articles (id) where note <> '' and trashed is null;
create index highlights_changed on highlights (article, state) where state <> '';
drop index highlights_by_article;
create index highlights_by_article on highlights (article, "start", "end" desc);
create index highlights_by_created on highlights (created, article);
create index highlights_by_updated on highlights (updated, article);
create index highlights_by_quote on highlights (substr(quote, 1, 24) collate nocase, article);
create index highlight_tags_of_tag on highlight_tags (tag, highlight);
create index highlight_tags_lately on highlight_tags (tag);

create trigger count_article_tag_added after insert on article_tags begin
    insert into tag_counts values (new.tag, new.article, 1)
    on conflict (tag, article) do update set highlights = highlights + 1; end;
create trigger count_article_tag_removed after delete on article_tags begin
    update tag_counts set highlights = highlights - 1 where tag = old.tag and article = old.article;
    delete from tag_counts where tag = old.tag and article = old.article and highlights < 1; end;

create trigger index_note_changed after update of note on articles when old.note <> new.note begin
    insert into stale_notes select new.id, old.note
    where not exists (select 1 from stale_notes where owner = new.id); end;
create trigger index_note_removed after delete on articles when old.note <> '' begin
    insert into stale_notes select old.id, old.note
    where not exists (select 1 from stale_notes where owner = old.id); end;
create trigger index_tag_added after insert on tags when new.description <> '' begin
    insert into stale_notes select -new.id, '' where not exists (select 1 from stale_notes where owner = -new.id); end;
create trigger index_tag_changed after update of description on tags when old.description <> new.description begin
    insert into stale_notes select -new.id, old.description
    where not exists (select 1 from stale_notes where owner = -new.id); end;
create trigger index_tag_removed after delete on tags when old.description <> '' begin
    insert into stale_notes select -old.id, old.description
    where not exists (select 1 from stale_notes where owner = -old.id); end;

create trigger keep_id_of_article after delete on articles
when old.id > (select id from last_ids where name = 'articles') begin
    update last_ids set id = old.id where name = 'articles'; end;
create trigger keep_id_of_tag after delete on tags
when old.id > (select id from last_ids where name = 'tags') begin
    update last_ids set id = old.id where name = 'tags'; end;
create trigger keep_id_of_highlight after delete on highlights
when old.id > (select id from last_ids where name = 'highlights') begin
    update last_ids set id = old.id where name = 'highlights'; end;
create trigger keep_id_of_search after delete on searches
when old.id > (select id from last_ids where name = 'searches') begin
    update last_ids set id = old.id where name = 'searches'; end;
create trigger keep_id_of_collection after delete on collections
when old.id > (select id from last_ids where name = 'collections') begin
    update last_ids set id = old.id where name = 'collections'; end;
"""


def _first(connection: sqlite3.Connection) -> None:
    _run(connection, TABLES)


def _second(connection: sqlite3.Connection) -> None:
    _run(connection, SECOND)


def _third(connection: sqlite3.Connection) -> None:
    _run(connection, THIRD)


def _fourth(connection: sqlite3.Connection) -> None:
    _run(connection, FOURTH)


def _fifth(connection: sqlite3.Connection) -> None:
    _run(connection, FIFTH)


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in _statements(script):
        connection.execute(statement)


MIGRATIONS = [_first, _second, _third, _fourth, _fifth]
MINOR = len(MIGRATIONS)
VERSION = MAJOR << 16 | MINOR


def migrate(connection: sqlite3.Connection, minor: int) -> None:
    """Bring a schema with that minor version (0: an empty file) up to date, inside the caller's transaction."""
    for step in MIGRATIONS[minor:]:
        step(connection)
    connection.execute(f"pragma user_version = {VERSION}")


# What `analyze` makes, which a person may have run in another program: statistics that SQLite itself takes for no more
# than hints, https://www.sqlite.org/fileformat2.html#stat1tab. As tables they have no code; other names prove nothing.
STATISTICS = {
    ("table", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    ("table", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
}


def signature(connection: sqlite3.Connection) -> Counter[tuple[str, str, str]]:
    """Kind, name and statement of everything in the file, but for statistics."""
    rows = connection.execute("select type, name, coalesce(sql, '') from sqlite_schema")
    return Counter(row for row in rows if row not in STATISTICS)


@cache
def expected(minor: int) -> Counter[tuple[str, str, str]]:
    """The signature that a library of this minor version has."""
    connection = sqlite3.connect(":memory:")
    try:
        for step in MIGRATIONS[:minor]:
            step(connection)
        return signature(connection)
    finally:
        connection.close()


def readable() -> set[tuple[str, str]]:
    """Kind and name of what must be in a file for us to read it."""
    return {(kind, name) for kind, name, _ in expected(MINOR) if kind in ("table", "index")}


def _statements(script: str) -> list[str]:
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current.strip().removesuffix(";"))
            current = ""
    return found
