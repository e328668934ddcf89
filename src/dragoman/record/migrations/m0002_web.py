"""What is remembered of the web: with what a page came, and when a watched feed was last looked at; never exported."""

SQL = """
create table visits (
    url text primary key,
    maker text not null,      -- which version read it
    etag text,
    modified text,            -- as the server wrote it
    sha256 text not null,     -- of the bytes that came
    done integer not null     -- 1: the run it came in has read all that it names
);

create table watched (
    url text primary key,
    at text not null          -- ISO time, UTC, at which it was last read to the end
);
"""
