"""What a record holds, as nouns and as rows; nothing here writes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from dragoman.errors import RecordError, UnknownName
from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Assessment, Event, Relation, Statement, Story, Vote
from dragoman.model.finding import Finding, Judgement
from dragoman.model.report import Report
from dragoman.model.text import Span
from dragoman.record import actors, file
from dragoman.record.outcome import Outcome, Run
from dragoman.record.rows import TABLES, Explicable, Noun, line_of, noun_of, report_of, row_of

T = TypeVar("T", bound=Noun)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What grouping starts from: articles and reports as they were read, before any story dated them."""

    articles: tuple[Article, ...]
    reports: tuple[Report, ...]
    mark: int  # how far the marks had come
    judgements: tuple[Judgement, ...] = ()
    former: tuple[Article, ...] = ()  # the articles with texts they had before


class Held:
    """The reading side of a record; everything comes sorted by id."""

    path: Path
    _db: sqlite3.Connection

    def articles(self) -> tuple[Article, ...]:
        """Return the articles, dated by their stories where they have no date of their own."""
        return tuple(self._articles("row"))

    def reports(self) -> tuple[Report, ...]:
        """Return the reports of all articles."""
        return tuple(self._reports("row"))

    def actors(self) -> tuple[Actor, ...]:
        """Return the actors that the articles name, each with every alias found."""
        found = self._db.execute("select row from actors order by id, article")
        return tuple(actors.merged(cast(Actor, self._noun("actors", row)) for (row,) in found))

    def events(self) -> tuple[Event, ...]:
        """Return the events."""
        return self._all("events", Event)

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the agreements, with their steps and provisions."""
        return self._all("agreements", Agreement)

    def votes(self) -> tuple[Vote, ...]:
        """Return the votes."""
        return self._all("votes", Vote)

    def relations(self) -> tuple[Relation, ...]:
        """Return the relations that last."""
        return self._all("relations", Relation)

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements."""
        return self._all("statements", Statement)

    def assessments(self) -> tuple[Assessment, ...]:
        """Return the assessments."""
        return self._all("assessments", Assessment)

    def stories(self) -> tuple[Story, ...]:
        """Return the stories."""
        return self._all("stories", Story)

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings."""
        return self._all("findings", Finding)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what persons decided."""
        return self._all("judgements", Judgement)

    def former(self) -> tuple[Article, ...]:
        """Return articles with the texts they had before, by id and then by text."""
        found = self._db.execute("select row from versions order by article, sha256")
        return tuple(cast(Article, self._noun("articles", row)) for (row,) in found)

    def first_read(self) -> dict[str, str]:
        """Return the ISO time at which each article was first read, by its id; one never told has none."""
        return dict(self._db.execute("select id, first_read from articles where first_read is not null order by id"))

    def table(self, name: str) -> Iterator[Noun]:
        """Yield the nouns of a table by its exported name.

        Raises:
            UnknownName: there is no such table.
        """
        if name == "reports":
            yield from self._reports("row")
            return
        for row in self._lines(name):
            yield self._noun(name, row)

    def rows(self, name: str) -> Iterator[str]:
        """Yield the rows of a table as lines of JSON, in the exported schema.

        Raises:
            UnknownName: there is no such table.
        """
        for line in self._lines(name):
            with self._whole():
                json.loads(line)
            yield line

    def _lines(self, name: str) -> Iterator[str]:
        if name not in TABLES:
            raise UnknownName(f"no table called {name!r}; known: {', '.join(TABLES)}")
        if name == "actors":
            yield from (line_of(row_of(actor)) for actor in self.actors())
            return
        yield from (row for (row,) in self._db.execute(f"select row from {name} order by id"))

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        return {name: self._number(f"select count(distinct id) from {name}") for name in TABLES}

    def article(self, id: str) -> Article:
        """Return one article.

        Raises:
            UnknownName: there is none of that id.
        """
        for (row,) in self._db.execute("select row from articles where id = ?", (id,)):
            return cast(Article, self._noun("articles", row))
        raise UnknownName(f"{self.path}: no article has the id {id!r}")

    def current(self, id: str) -> str:
        """Return the id that ``id`` has now; one that never changed is returned as it is."""
        found = self._db.execute("select id from aliases where former = ?", (id,)).fetchone()
        return str(found[0]) if found else id

    def find(self, id: str) -> tuple[str, Explicable]:
        """Return the table and the noun that an id, or a former one, belongs to; steps and provisions included.

        Raises:
            UnknownName: nothing in the record has it.
        """
        now = self.current(id)
        found = self._row_of(now) or self._actor_of(now) or self._part_of(now)
        if found is None:
            raise UnknownName(f"{self.path}: nothing here has the id {id!r}; `dragoman export` lists all ids")
        return found

    def _row_of(self, id: str) -> tuple[str, Explicable] | None:
        if any(self._db.execute("select 1 from reports where id = ?", (id,))):
            return "reports", self.reports_with((id,))[0]
        for table in TABLES:
            for (row,) in self._db.execute(f"select row from {table} where id = ?", (id,)) if table != "actors" else ():
                return table, self._noun(table, row)
        return None

    def _actor_of(self, id: str) -> tuple[str, Explicable] | None:
        found = self._db.execute("select row from actors where id = ? order by article", (id,))
        for actor in actors.merged(cast(Actor, self._noun("actors", row)) for (row,) in found):
            return "actors", actor
        return None

    def _part_of(self, id: str) -> tuple[str, Explicable] | None:
        for agreement in self.agreements():
            for table, parts in (("steps", agreement.steps), ("provisions", agreement.provisions)):
                for part in parts:
                    if part.id == id:
                        return table, part
        return None

    def reports_of(self, articles: Iterable[str]) -> tuple[Report, ...]:
        """Return the reports of some articles."""
        return self._reports_where("article", articles)

    def reports_with(self, ids: Iterable[str]) -> tuple[Report, ...]:
        """Return the reports of some ids."""
        return self._reports_where("id", ids)

    def _reports_where(self, key: str, values: Iterable[str]) -> tuple[Report, ...]:
        chosen = json.dumps(sorted(set(values)))
        query = f"select row, inward from reports where {key} in (select value from json_each(?)) order by id"
        return tuple(self._report(row, own) for row, own in self._db.execute(query, (chosen,)))

    def sentence(self, span: Span) -> Span:
        """Return the sentences, whole, that a span of an article lies in; the span itself where none is known."""
        found = self._db.execute("select sentences from articles where id = ?", (span.article,)).fetchone()
        with self._whole():
            sentences = json.loads(found[0]) if found else []
        touched = [(start, end) for start, end in sentences if start < span.end and span.start < end]
        if not touched:
            return span
        return Span(span.article, min(span.start, touched[0][0]), max(span.end, touched[-1][1]))

    def outcome(self, name: str, sha256: str, *, maker: str) -> Outcome | None:
        """Return what became of a page when the same maker met it before; None: it never has."""
        found = self._db.execute(
            "select name, sha256, result, article, reason from outcomes where (name, sha256, maker) = (?, ?, ?)",
            (name, sha256, maker),
        ).fetchone()
        return Outcome(*found) if found else None

    def visit(self, url: str, *, maker: str) -> tuple[str | None, str | None] | None:
        """Return the validators (etag, date of change) of a page that the same maker fetched and read to the end."""
        found = self._db.execute(
            "select etag, modified from visits where url = ? and maker = ? and (done or exists (select 1 from outcomes"
            " where outcomes.name = visits.url and outcomes.sha256 = visits.sha256 and outcomes.maker = visits.maker))",
            (url, maker),
        ).fetchone()
        return (found[0], found[1]) if found else None

    def met(self, name: str, *, maker: str) -> bool:
        """Say whether a page of this name came and the same maker made something of it."""
        query = "select 1 from outcomes where name = ? and maker = ? and sha256 != '' limit 1"
        return self._db.execute(query, (name, maker)).fetchone() is not None

    def looked(self, url: str) -> str | None:
        """Return the ISO time at which a watched feed was last read to the end; None: it never was."""
        found = self._db.execute("select at from watched where url = ?", (url,)).fetchone()
        return str(found[0]) if found else None

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what became of every page, by name."""
        found = self._db.execute("select name, sha256, result, article, reason from outcomes order by 1, 2, maker")
        return tuple(Outcome(*row) for row in found)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs that brought something, oldest first."""
        found = self._db.execute("select started, maker, read, unread, skipped, failed from runs order by number")
        return tuple(Run(*row) for row in found)

    def stale(self, *, maker: str | None = None) -> bool:
        """Say whether articles were touched since they were grouped, or were grouped by another than ``maker``."""
        marked = self._number("select exists (select 1 from marks)")
        return bool(marked) or (maker is not None and self._noted("grouped_by") not in (None, maker))

    def snapshot(self) -> Snapshot:
        """Return what grouping starts from, all of one moment."""
        with file.explained(self.path):
            self._db.execute("begin")
            try:
                return Snapshot(
                    articles=tuple(self._articles("coalesce(as_read, row)")),
                    reports=tuple(self._reports("coalesce(as_read, row)")),
                    mark=self._number("select coalesce(max(number), 0) from marks")
                    or int(self._noted("grouped_to") or 0),
                    judgements=self.judgements(),
                    former=self.former(),
                )
            finally:
                self._db.execute("commit")

    def _all(self, name: str, kind: type[T]) -> tuple[T, ...]:
        return tuple(cast(T, self._noun(name, row)) for row in self._lines(name))

    def _articles(self, column: str) -> Iterator[Article]:
        for (row,) in self._db.execute(f"select {column} from articles order by id"):
            yield cast(Article, self._noun("articles", row))

    def _reports(self, column: str) -> Iterator[Report]:
        for row, inward in self._db.execute(f"select {column}, inward from reports order by id"):
            yield self._report(row, inward)

    def _noun(self, table: str, line: str) -> Noun:
        with self._whole():
            return noun_of(table, json.loads(line))

    def _report(self, line: str, inward: str) -> Report:
        with self._whole():
            return report_of(json.loads(line), json.loads(inward))

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Tell that a row is damaged where it is none: the database looks at pages, not at what stands in them."""
        try:
            yield
        except (ValueError, KeyError, TypeError) as error:
            raise file.damaged(self.path, f"a row that is none: {error}") from error

    def faults(self) -> tuple[str, ...]:
        """Return what is damaged in the file, a line each: its pages are checked, and every row is read."""
        try:
            found = tuple(str(row[0]) for row in self._db.execute("pragma quick_check(3)"))
            if found != ("ok",):
                return tuple(" ".join(fault.split()) for fault in found)
            for table in TABLES:
                for _ in self.table(table):
                    pass
        except RecordError as error:
            return (str(error).removeprefix(f"{self.path}: "),)
        return ()

    def _number(self, query: str) -> int:
        return int(self._db.execute(query).fetchone()[0])

    def _noted(self, name: str) -> str | None:
        found = self._db.execute("select value from notes where name = ?", (name,)).fetchone()
        return str(found[0]) if found else None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Do all of it or none; what the database cannot do is told in the user's words."""
        with file.explained(self.path):
            self._db.execute("begin immediate")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:  # a full disk has ended it already
                    self._db.execute("rollback")
                raise
            self._db.execute("commit")
