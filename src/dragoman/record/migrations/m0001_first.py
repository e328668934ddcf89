"""The first schema: rows as exported, with the keys that queries go by beside them.

``row`` is the exported row as JSON, as grouping dated it. ``as_read`` is the row as it was first read, where grouping
has changed it, so that a new grouping starts from what the article says.
"""

SQL = """
create table articles (
    id text primary key,
    outlet text,
    published text,           -- earliest ISO day
    maker text not null,      -- which version read it
    row text not null,
    as_read text,
    sentences text not null   -- JSON: [[start, end], ...]
);
create index articles_outlet on articles (outlet, published);

create table reports (
    id text primary key,
    article text not null references articles on delete cascade,
    kind text not null,
    row text not null,
    as_read text,
    inward text not null      -- JSON: what the report keeps for itself (its symbolic time), never exported
);
create index reports_article on reports (article);
create index reports_kind on reports (kind);

create table actors (         -- as each article names them; their aliases are put together when read
    id text not null,
    article text not null references articles on delete cascade,
    row text not null,
    primary key (id, article)
);
create index actors_article on actors (article);

create table events      (id text primary key, row text not null);
create table agreements  (id text primary key, row text not null);
create table votes       (id text primary key, row text not null);
create table relations   (id text primary key, row text not null);
create table statements  (id text primary key, row text not null);
create table assessments (id text primary key, row text not null);
create table stories     (id text primary key, row text not null);
create table findings    (id text primary key, row text not null);
create table judgements  (id text primary key, row text not null);

create table aliases (        -- former ids of what is derived, never exported
    former text primary key,
    id text not null
);

create table marks (          -- articles touched since they were last grouped
    number integer primary key autoincrement,
    article text not null
);

create table outcomes (       -- what became of each page; sha256 is of its bytes, '' where there were none
    name text not null,
    sha256 text not null,
    maker text not null,
    result text not null,     -- read, unread, skipped, failed
    article text references articles on delete set null,
    reason text,
    primary key (name, sha256, maker)
);

create table runs (
    number integer primary key autoincrement,
    started text not null,
    maker text not null,
    read integer not null,
    unread integer not null,
    skipped integer not null,
    failed integer not null
);

create table notes (          -- single values: who grouped, and up to which mark
    name text primary key,
    value text not null
);
"""
