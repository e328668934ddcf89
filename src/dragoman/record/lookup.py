"""Looking things up in a record: by what names them, by their words, by day; nothing here reads a whole table."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Literal, TypeVar, cast

from dragoman.model.actor import Actor
from dragoman.model.derived import Agreement, Event
from dragoman.model.finding import Finding
from dragoman.model.terms import FindingKind, Severity
from dragoman.model.text import Span
from dragoman.record import actors
from dragoman.record.held import Held
from dragoman.record.rows import TABLES, Noun

T = TypeVar("T", bound=Noun)

TABLE_OF: Mapping[type[object], str] = {kind: table for table, kind in TABLES.items()}
# the state that a body belongs to ("RUS/president"); anything else, a person too, stands for itself
WHOLE = "iif(instr(other.actor, '/') = 4, substr(other.actor, 1, 3), other.actor)"
Order = Literal["id", "newest", "most told"]
ORDERS: Mapping[Order, str] = {
    "id": "id",
    "newest": "json_extract(r.row, '$.when.latest') desc, id desc",
    "most told": "json_array_length(r.row, '$.reports') desc, id",
}
OFTEN = (
    1000  # rows that name an actor; of more, reading and sorting all takes longer than looking through them in order
)
HIT, END = "\x02", "\x03"  # around words found; in no article, for control characters are cut


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How much of an outlet the record holds, and from when to when."""

    name: str | None
    articles: int
    first: str | None  # ISO day
    last: str | None


@dataclass(frozen=True, slots=True)
class ActorCount:
    """How many articles name an actor."""

    id: str
    name: str
    kind: str
    articles: int


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many events hold in one way, in one month, in one quad class."""

    stance: str
    month: str | None  # "2025-05"; None: not known, or not to the year
    quad: int
    events: int


@dataclass(frozen=True, slots=True)
class Match:
    """A row whose words were looked for; in ``snippet`` what was found stands between ``HIT`` and ``END``."""

    table: str
    id: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pages became the same, for the same reason."""

    result: str
    reason: str | None
    pages: int
    names: tuple[str, ...]  # the first of them


class Names(Mapping[str, str]):
    """What the record calls its actors, each looked up when it is first asked for."""

    def __init__(self, record: "Lookup") -> None:
        """Take the record."""
        self._record = record
        self._known: dict[str, str | None] = {}

    def __getitem__(self, id: str) -> str:
        """Return the name of an actor."""
        if id not in self._known:
            self._known[id] = self._record.name(id)
        name = self._known[id]
        if name is None:
            raise KeyError(id)
        return name

    def __iter__(self) -> Iterator[str]:
        """Yield the ids looked up so far."""
        return (id for id, name in self._known.items() if name is not None)

    def __len__(self) -> int:
        """Return how many were looked up."""
        return sum(1 for _ in self)


def _of_actor(column: str, parameter: str) -> str:
    """Return the condition that a column names an actor or what belongs to it: "IRN", "IRN/legislature"."""
    of = f":{parameter}"
    return f"({column} = {of} or ({column} > {of} || '/' and {column} < {of} || '0'))"


def _took_part(other: str | None, side: str | None) -> str:
    """Return the condition that an actor took part in an event, with another and on one side where that is asked."""
    conditions = [_of_actor("actor", "actor")]
    if side:
        conditions.append("side = :side")
    if other:
        across = " and side != :side" if side else ""
        within = f"select event from took_part where {_of_actor('actor', 'other')}{across}"
        conditions.append(f"event in ({within})")
    return " and ".join(conditions)


def _asked(actor: str, other: str | None, side: str | None) -> dict[str, str | int | None]:
    return {"actor": actor, "other": other, "side": side}


def _once(rows: Iterable[tuple[str | None, str]]) -> Iterator[str]:
    """Yield ids once, by day; on one day those that come most often first, so that the order is of no chance."""
    seen: set[str] = set()
    for _, same in groupby(rows, key=lambda row: row[0]):
        counts = Counter(id for _, id in same)
        fresh = sorted((id for id in counts if id not in seen), key=lambda id: (-counts[id], id))
        seen.update(fresh)
        yield from fresh


class Lookup(Held):
    """The part of a record that finds rows without reading whole tables."""

    def rows_of(self, kind: type[T], ids: Iterable[str]) -> tuple[T, ...]:
        """Return the rows of some ids, sorted by id."""
        table, chosen = TABLE_OF[kind], json.dumps(sorted(set(ids)))
        query = f"select row from {table} where id in (select value from json_each(?)) order by id"
        return tuple(cast(T, self._noun(table, row)) for (row,) in self._db.execute(query, (chosen,)))

    def naming(self, kind: type[T], *keys: str) -> tuple[T, ...]:
        """Return the rows that name any of some ids, sorted by id."""
        query = "select id from ties where tab = ? and key in (select value from json_each(?))"
        found = self._db.execute(query, (TABLE_OF[kind], json.dumps(keys)))
        return self.rows_of(kind, (id for (id,) in found))

    def of_actor(
        self, kind: type[T], actor: str, *, other: str | None = None, order: Order = "id", most: int
    ) -> tuple[T, ...]:
        """Return the rows that name an actor or a body of it.

        Args:
            kind: of what noun.
            actor: who.
            other: only rows that name this one, or a body of it, too.
            order: by id, the newest first, or what most reports tell first.
            most: how many.
        """
        table = TABLE_OF[kind]
        given = {"tab": table, "actor": actor, "other": other, "most": most}
        conditions = [_of_actor("key", name) for name in (("actor", "other") if other else ("actor",))]
        if self._is_named_often(given):  # the rows in their order, until enough of them are the actor's
            tied = "exists (select 1 from ties where tab = :tab and id = r.id and {})"
        else:
            tied = "id in (select id from ties where tab = :tab and {})"
        wanted = " and ".join(tied.format(condition) for condition in conditions)
        query = f"select row from {table} r where {wanted} order by {ORDERS[order]} limit :most"
        return tuple(cast(T, self._noun(table, row)) for (row,) in self._db.execute(query, given))

    def _is_named_often(self, given: Mapping[str, str | int | None]) -> bool:
        query = f"select 1 from ties where tab = :tab and {_of_actor('key', 'actor')} limit 1 offset {OFTEN}"
        return self._db.execute(query, given).fetchone() is not None

    def named_by(self, id: str) -> tuple[str, ...]:
        """Return what a row names, actors among others."""
        query = "select key from ties where tab in ('events', 'agreements', 'votes', 'relations') and id = ?"
        return tuple(key for (key,) in self._db.execute(f"{query} order by key", (id,)))

    def event_counts(self, actor: str, *, other: str | None = None, side: str | None = None) -> tuple[EventCount, ...]:
        """Return how many events that were news an actor took part in, by how they hold, month and quad class.

        Args:
            actor: who.
            other: only events that this one took part in, too.
            side: only those the actor did ("by") and the other underwent, or the reverse ("to").
        """
        query = (
            "select stance, month, quad, count(distinct event) from took_part"
            f" where recency = 'new' and {_took_part(other, side)} group by 1, 2, 3 order by 1, 2, 3"
        )
        return tuple(EventCount(*row) for row in self._db.execute(query, _asked(actor, other, side)))

    def newest_events(self, actor: str, *, other: str | None = None, actual: bool, most: int) -> tuple[Event, ...]:
        """Return the events an actor took part in that hold as facts, or all others; the newest first."""
        query = (
            f"select event from took_part where stance {'=' if actual else '!='} 'actual' and {_took_part(other, None)}"
            " group by event order by max(day) desc, event desc limit :most"
        )
        found = [id for (id,) in self._db.execute(query, _asked(actor, other, None) | {"most": most})]
        events = {event.id: event for event in self.rows_of(Event, found)}
        return tuple(events[id] for id in found)

    def partners(self, actor: str) -> tuple[tuple[str, int, int], ...]:
        """Return who took part in the events of an actor that happened and were news: who, quad class, how many.

        A body counts as its state, so that an event with a state and its president is one.
        """
        query = (
            f"select {WHOLE} as whole, other.quad, count(distinct other.event) from took_part one join took_part other"
            " on other.event = one.event where one.stance = 'actual' and one.recency = 'new'"
            f" and {_of_actor('one.actor', 'actor')} and not {_of_actor('other.actor', 'actor')}"
            " group by 1, 2 order by 1, 2"
        )
        return tuple(self._db.execute(query, {"actor": actor}))

    def bodies(self, actor: str) -> tuple[str, ...]:
        """Return the ids of what belongs to an actor and is named in what was read."""
        query = "select id from actor_counts where id > :actor || '/' and id < :actor || '0' order by id"
        return tuple(id for (id,) in self._db.execute(query, {"actor": actor}))

    def actor(self, id: str) -> Actor | None:
        """Return an actor with all aliases found; None: no article names it."""
        found = self._db.execute("select row from actors where id = ? group by row order by min(article)", (id,))
        merged = tuple(actors.merged(cast(Actor, self._noun("actors", row)) for (row,) in found))
        return merged[0] if merged else None

    def name(self, id: str) -> str | None:
        """Return what the record calls an actor; None: no article names it."""
        found = self._db.execute("select name from actor_counts where id = ?", (id,)).fetchone()
        return str(found[0]) if found else None

    def names(self) -> Names:
        """Return what actors are called."""
        return Names(self)

    def actor_counts(self, *, kind: str | None, most: int) -> tuple[ActorCount, ...]:
        """Return the actors that most articles name, outlets left out."""
        query = (
            "select id, name, kind, articles from actor_counts where kind != 'outlet'"
            " and (:kind is null or kind = :kind) order by articles desc, id limit :most"
        )
        return tuple(ActorCount(*row) for row in self._db.execute(query, {"kind": kind, "most": most}))

    def sentences(self, article: str) -> tuple[Span, ...]:
        """Return the sentences of an article; none where it was not read."""
        found = self._db.execute("select sentences from articles where id = ?", (article,)).fetchone()
        with self._whole():
            return tuple(Span(article, start, end) for start, end in json.loads(found[0] if found else "[]"))

    def newest_stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        actor: str | None = None,
        sector: str | None = None,
        most: int,
        skip: int = 0,
    ) -> tuple[str, ...]:
        """Return the ids of stories by the day of their newest article, the newest first.

        Args:
            since: ISO day; so is ``until``, both included.
            actor: only stories whose articles name this actor or a body of it.
            sector: only stories with an agreement that has a provision of this sector.
            most: how many.
            skip: how many before.
        """
        of_actor = f"exists (select 1 from actors n where n.article = a.id and {_of_actor('n.id', 'actor')})"
        of_sector = (
            "exists (select 1 from ties s join ties p on p.tab = 'agreements' and p.id = s.key and p.key = :sector"
            " where s.tab = 'stories' and s.id = t.id)"
        )
        wanted = [
            "a.published >= :since" if since else "",
            "a.published <= :until" if until else "",
            of_actor if actor else "",
            of_sector if sector else "",
        ]
        query = (
            # crossed, so that articles come by their day, and no more of them than are wanted
            "select a.published, t.id from articles a cross join ties t on t.key = a.id and t.tab = 'stories'"
            f" where {' and '.join(filter(None, wanted)) or '1'} order by a.published desc"
        )
        given = {"since": since, "until": until, "actor": actor, "sector": sector}
        return tuple(islice(_once(self._db.execute(query, given)), skip, skip + most))

    def search(
        self,
        words: str,
        *,
        table: str,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        most: int,
        skip: int = 0,
    ) -> tuple[Match, ...]:
        """Return the articles or statements whose words match, the best first.

        Args:
            words: in the language of SQLite's FTS5, well-formed.
            table: "articles" or "statements".
            outlet: only of this outlet; it and the days are asked of articles alone.
            since: ISO day; so is ``until``, both included.
            most: how many.
            skip: how many before.
        """
        query = (
            f"select n.tab, n.id, snippet(words, 2, '{HIT}', '{END}', '…', 40)"
            " from words join numbers n on n.number = words.rowid left join articles a on a.id = n.id"
            " where words match :words and n.tab = :table"
            " and (:outlet is null or a.outlet = :outlet collate nocase)"
            " and (:since is null or a.published >= :since) and (:until is null or a.published <= :until)"
            " order by bm25(words, 5.0, 2.0, 1.0), n.id limit :most offset :skip"
        )
        given = {"words": words, "table": table, "outlet": outlet, "since": since, "until": until}
        found = self._db.execute(query, given | {"most": most, "skip": skip})
        return tuple(Match(*row) for row in found)

    def finding_counts(self) -> dict[tuple[Severity, FindingKind], int]:
        """Return how many findings there are of each severity and kind."""
        severity, kind = (f"json_extract(row, '$.{field}')" for field in ("severity", "kind"))
        found = self._db.execute(f"select {severity}, {kind}, count(*) from findings group by 1, 2")
        return {(of, named): number for of, named, number in found}

    def findings_of(
        self, severities: Iterable[str], *, kind: str | None = None, most: int, skip: int = 0
    ) -> tuple[Finding, ...]:
        """Return findings of some severities in this order, each by kind and id."""
        severity, of_kind = (f"json_extract(row, '$.{field}')" for field in ("severity", "kind"))
        found: list[Finding] = []
        for wanted in severities:
            query = (
                f"select row from findings where {severity} = :severity and (:kind is null or {of_kind} = :kind)"
                f" order by {of_kind}, id limit :most"
            )
            given = {"severity": wanted, "kind": kind, "most": skip + most - len(found)}
            found += (cast(Finding, self._noun("findings", row)) for (row,) in self._db.execute(query, given))
        return tuple(found[skip:])

    def most_told_agreements(self, *, most: int, skip: int = 0) -> tuple[Agreement, ...]:
        """Return the agreements that most reports tell of."""
        query = "select row from agreements order by json_array_length(row, '$.reports') desc, id limit ? offset ?"
        return tuple(cast(Agreement, self._noun("agreements", row)) for (row,) in self._db.execute(query, (most, skip)))

    def sizes(self) -> dict[str, int]:
        """Return how many rows each table has."""
        return {name: self.size("actor_counts" if name == "actors" else name) for name in TABLES}

    def outlet_counts(self) -> tuple[OutletCount, ...]:
        """Return the outlets, those with most articles first."""
        query = (
            "select outlet, count(*) as articles, min(published), max(published) from articles"
            " group by outlet order by articles desc, outlet"
        )
        return tuple(OutletCount(*row) for row in self._db.execute(query))

    def tallies(self, *, most: int) -> tuple[Tally, ...]:
        """Return what became of the pages, with the first names of each."""
        query = "select result, reason, count(*) from outcomes group by result, reason order by 1, 3 desc, 2"
        some = "select name from outcomes where result = ? and reason is ? order by name limit ?"
        return tuple(
            Tally(result, reason, pages, tuple(name for (name,) in self._db.execute(some, (result, reason, most))))
            for result, reason, pages in self._db.execute(query).fetchall()
        )

    def results(self) -> dict[str, int]:
        """Return how many pages became what."""
        return dict(self._db.execute("select result, count(*) from outcomes group by result"))

    def size(self, table: str) -> int:
        """Return how many rows a table has."""
        return self._number(f"select count(*) from {table}")

    def waiting(self) -> int:
        """Return how many articles were touched since they were last grouped."""
        return self._number("select count(distinct article) from marks")
