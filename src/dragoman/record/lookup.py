"""Looking things up in a record: by what names them, by their words, by day; nothing here reads a whole table."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from dragoman.model.actor import Actor
from dragoman.model.text import Span
from dragoman.record import actors
from dragoman.record.held import Held
from dragoman.record.rows import TABLES, Noun

T = TypeVar("T", bound=Noun)

TABLE_OF: Mapping[type[object], str] = {kind: table for table, kind in TABLES.items()}
# an actor, and what belongs to it: "IRN" and everything from "IRN/" up to "IRN0", the next character
OF_ACTOR = "({column} = :actor or ({column} >= :actor || '/' and {column} < :actor || '0'))"
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
            found = self._record.actor(id)
            self._known[id] = found.name if found else None
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

    def of_actor(self, kind: type[T], actor: str) -> tuple[T, ...]:
        """Return the rows that name an actor or a body of it, sorted by id."""
        query = f"select id from ties where tab = :tab and {OF_ACTOR.format(column='key')}"
        found = self._db.execute(query, {"tab": TABLE_OF[kind], "actor": actor})
        return self.rows_of(kind, (id for (id,) in found))

    def actor(self, id: str) -> Actor | None:
        """Return an actor with all aliases found; None: no article names it."""
        found = self._db.execute("select row from actors where id = ? order by article", (id,))
        merged = tuple(actors.merged(cast(Actor, self._noun("actors", row)) for (row,) in found))
        return merged[0] if merged else None

    def names(self) -> Names:
        """Return what actors are called."""
        return Names(self)

    def actor_counts(self, *, kind: str | None, most: int) -> tuple[ActorCount, ...]:
        """Return the actors that most articles name, outlets left out."""
        query = (
            "select id, json_extract(row, '$.name'), json_extract(row, '$.kind') as kind, count(*) as articles"
            " from actors group by id having kind != 'outlet' and (:kind is null or kind = :kind)"
            " order by articles desc, id limit :most"
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
        of_actor = f"a.id in (select article from actors where {OF_ACTOR.format(column='id')})"
        of_sector = (
            "t.id in (select s.id from ties p join ties s on s.key = p.id and s.tab = 'stories'"
            " where p.tab = 'agreements' and p.key = :sector)"
        )
        wanted = [
            "a.published >= :since" if since else "",
            "a.published <= :until" if until else "",
            of_actor if actor else "",
            of_sector if sector else "",
        ]
        query = (
            "select t.id from articles a join ties t on t.key = a.id and t.tab = 'stories'"
            f" where {' and '.join(filter(None, wanted)) or '1'}"
            " group by t.id order by max(coalesce(a.published, '')) desc, count(*) desc, t.id limit :most offset :skip"
        )
        given = {"since": since, "until": until, "actor": actor, "sector": sector, "most": most, "skip": skip}
        return tuple(id for (id,) in self._db.execute(query, given))

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
