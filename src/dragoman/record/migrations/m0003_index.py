"""What a record is looked up by: which rows name a thing, and the words of articles and statements.

Both are kept by triggers, so that whatever writes a row keeps them true. ``insert or replace`` fires no trigger for the
row it replaces; that is why inserting first takes away what an older row of the same id had left.
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
{"".join(_worded(tab, _REWORDED) for tab in ("articles", "statements"))}
insert into words (words) values ('rebuild');
"""
