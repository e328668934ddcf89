"""What a record is looked up by: which rows name a thing, who took part in which event, the words of what was read.

All of it is kept by triggers, so that whatever writes a row keeps them true. ``insert or replace`` fires no trigger for
the row it replaces; that is why inserting first takes away what an older row of the same id had left.
"""

# for each table, what in its rows names something else; ``a[].b`` is the field ``b`` of each member of ``a``
NAMES = {
    "stories": ("articles", "events", "agreements", "votes", "statements"),
    "events": ("reports", "articles", "actors", "recipients"),
    "agreements": ("reports", "parties", "votes", "steps[].id", "provisions[].id", "provisions[].sectors"),
    "votes": ("reports", "agreement", "body"),
    "relations": ("reports", "from", "to"),
    "statements": ("reports", "speaker_actor", "denies", "about"),
    "assessments": ("reports", "holder_actor"),
    "findings": ("story", "about.id", "sides[].articles"),
}


def _tied(table: str, row: str, id: str, among: str = "") -> str:
    """Return the statement that ties what rows of a table name to them."""
    found = " union all ".join(_named(table, path, row, id, among) for path in NAMES[table])
    return f"insert or ignore into ties (key, tab, id) {found};"


def _named(table: str, path: str, row: str, id: str, among: str) -> str:
    outer, _, inner = path.partition("[].")
    within = f", json_each(o.value, '$.{inner}') i" if inner else ""
    value = "i.value" if inner else "o.value"
    return f"select {value}, '{table}', {id} from {among}json_each({row}, '$.{outer}') o{within} where {value} not null"


def _kept(table: str) -> str:
    """Return the triggers that keep a table's ties, and the statement that ties the rows it has."""
    gone = f"delete from ties where tab = '{table}' and id ="
    return f"""
create trigger {table}_tied after insert on {table} begin
    {gone} new.id;
    {_tied(table, "new.row", "new.id")}
end;
create trigger {table}_untied after delete on {table} begin
    {gone} old.id;
end;
{_tied(table, "t.row", "t.id", f"{table} t, ")}
"""


# An index of words that keeps no copy of them: what it forgets, it must be told as it was.
_FORGET = """insert into words (words, rowid, title, outlet, text)
        select 'delete', number, title, outlet, text from texts where tab = '{tab}' and id = {row}.id;"""
_LEARN = """insert into words (rowid, title, outlet, text)
        select number, title, outlet, text from texts where tab = '{tab}' and id = {row}.id;"""
_NUMBER = "insert or ignore into numbers (tab, id) values ('{tab}', new.id);"
_FIELDS = ("title", "text")
_CHANGED = " or ".join(f"json_extract(old.row, '$.{f}') is not json_extract(new.row, '$.{f}')" for f in _FIELDS)
_REWORDED = f"json_valid(new.row) and ({_CHANGED})"  # a damaged row is told when it is read


def _worded(tab: str, changed: str) -> str:
    """Return the triggers that keep a table's words."""
    forget, learn, number = (part.format(tab=tab, row="{row}") for part in (_FORGET, _LEARN, _NUMBER))
    return f"""
create trigger {tab}_reworded before insert on {tab} when exists (select 1 from {tab} where id = new.id) begin
    {forget.format(row="new")}
end;
create trigger {tab}_worded after insert on {tab} begin
    {number}
    {learn.format(row="new")}
end;
create trigger {tab}_changing before update of row on {tab} when {changed} begin
    {forget.format(row="old")}
end;
create trigger {tab}_changed after update of row on {tab} when {changed} begin
    {learn.format(row="new")}
end;
create trigger {tab}_unworded before delete on {tab} begin
    {forget.format(row="old")}
    delete from numbers where tab = '{tab}' and id = old.id;
end;
insert into numbers (tab, id) select '{tab}', id from {tab};
"""


# An event is drawn in the month it is dated to, or was told by: not where it may lie in several.
_LATEST, _EARLIEST = ("json_extract({row}, '$.when." + bound + "')" for bound in ("latest", "earliest"))
_MONTH = (
    f"iif({_EARLIEST} is null or substr({_EARLIEST}, 1, 7) = substr({_LATEST}, 1, 7), substr({_LATEST}, 1, 7), null)"
)


def _parts(row: str, id: str, among: str = "") -> str:
    """Return the statement that says who took part in an event."""
    told = ", ".join(f"json_extract({row}, '$.{field}')" for field in ("stance", "recency", "quad"))
    times = f"coalesce({_LATEST}, ''), {_MONTH}".format(row=row)
    found = " union all ".join(
        f"select a.value, {id}, '{side}', {told}, {times} from {among}json_each({row}, '$.{field}') a"
        for side, field in (("by", "actors"), ("to", "recipients"))
    )
    return f"insert or ignore into took_part (actor, event, side, stance, recency, quad, day, month) {found};"


_PARTS = f"""
create table took_part (      -- who took part in which event, and how that holds
    actor text not null,
    event text not null,
    side text not null,       -- by, to
    stance text not null,
    recency text not null,
    quad integer not null,
    day text not null,        -- ISO day it was not after; '': not known
    month text,               -- in which it is drawn; null: in none
    primary key (actor, event, side)
) without rowid;
create index took_part_event on took_part (event);
create trigger events_parted after insert on events begin
    delete from took_part where event = new.id;
    {_parts("new.row", "new.id")}
end;
create trigger events_gone after delete on events begin
    delete from took_part where event = old.id;
end;
{_parts("t.row", "t.id", "events t, ")}
"""

_COUNTED = "json_extract({row}, '$.name'), json_extract({row}, '$.kind')"
_COUNTS = f"""
create table actor_counts (   -- in how many articles each actor is named
    id text primary key,
    name text not null,
    kind text not null,
    articles integer not null
);
create index actor_counts_most on actor_counts (articles desc, id);
create trigger actors_counted after insert on actors begin
    insert into actor_counts values (new.id, {_COUNTED.format(row="new.row")}, 1)
        on conflict (id) do update set articles = articles + 1;
end;
create trigger actors_uncounted after delete on actors begin
    update actor_counts set articles = articles - 1 where id = old.id;
    delete from actor_counts where id = old.id and articles = 0;
end;
insert into actor_counts select id, {_COUNTED.format(row="row")}, count(*) from actors group by id;
"""


SQL = f"""
create table ties (           -- the row ``id`` of table ``tab`` names ``key``
    key text not null,
    tab text not null,
    id text not null,
    primary key (key, tab, id)
) without rowid;
create index ties_row on ties (tab, id);
create index articles_published on articles (published);
create index outcomes_result on outcomes (result, reason);
create index findings_kind on findings (json_extract(row, '$.severity'), json_extract(row, '$.kind'), id);
create index agreements_told on agreements (json_array_length(row, '$.reports') desc, id);
create index statements_newest on statements (json_extract(row, '$.when.latest') desc, id desc);

create table numbers (        -- the index of words knows rows by number
    number integer primary key,
    tab text not null,
    id text not null,
    unique (tab, id)
);
create view texts as
    select n.number as number, n.tab as tab, n.id as id, json_extract(a.row, '$.title') as title,
        a.outlet as outlet, json_extract(a.row, '$.text') as text
        from numbers n join articles a on n.tab = 'articles' and a.id = n.id
    union all
    select n.number, n.tab, n.id, json_extract(s.row, '$.speaker'), null, json_extract(s.row, '$.text')
        from numbers n join statements s on n.tab = 'statements' and s.id = n.id;
create virtual table words using fts5 (
    title, outlet, text, content = 'texts', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
{"".join(_kept(table) for table in NAMES)}
{_PARTS}
{_COUNTS}
{"".join(_worded(tab, _REWORDED) for tab in ("articles", "statements"))}
insert into words (words) values ('rebuild');
"""
