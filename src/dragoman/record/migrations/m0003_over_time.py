"""What is remembered over time: when an article was first read, and the texts it had before; never exported."""

SQL = """
alter table articles add column first_read text;  -- ISO time, UTC; null: read before this was kept

create table versions (       -- other texts an article was read with; the one it has now is not among them
    article text not null references articles on delete cascade,
    sha256 text not null,
    row text not null,
    primary key (article, sha256)
);
"""
