"""Which rows of a table are wanted: by actors, days, story, outlet, stance and the like."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Protocol, TypeVar, cast

from dragoman.errors import UnknownName
from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Statement, Story
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.model.time import When
from dragoman.record.rows import Noun, line_of, row_of

T = TypeVar("T", bound=Noun)


class Tables(Protocol):
    """What a selection looks at."""

    def table(self, name: str) -> Iterator[Noun]:
        """Yield the rows of a table, sorted by id."""

    def articles(self) -> tuple[Article, ...]:
        """Return all articles."""

    def reports(self) -> tuple[Report, ...]:
        """Return all reports."""

    def actors(self) -> tuple[Actor, ...]:
        """Return all actors."""

    def stories(self) -> tuple[Story, ...]:
        """Return all stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What rows must be to be shown; None asks nothing.

    Actors are named by id, by the code of their state (``IRN`` takes in its ministries and chambers), or by name. Days
    are ISO 8601; a row is of a day when the day it tells may be, or where it tells none, when it was published.
    """

    actor: str | None = None  # takes part, in whatever role
    between: tuple[str, str] | None = None  # both take part
    since: str | None = None
    until: str | None = None
    story: str | None = None  # id, or the beginning of it
    outlet: str | None = None
    type: str | None = None  # of events, agreements, relations, findings
    stance: str | None = None  # of events
    sector: str | None = None  # of an agreement's provisions
    speaker: str | None = None  # of statements
    about: str | None = None  # of statements: whom the words name beside the speaker

    def asks(self) -> bool:
        """Say whether anything is asked."""
        return any(getattr(self, field.name) is not None for field in fields(self))


class Selection:
    """The rows of a record that are wanted."""

    def __init__(self, record: Tables, wanted: Wanted) -> None:
        self._record = record
        self._wanted = wanted

    def rows(self, table: str) -> tuple[Noun, ...]:
        """Return the wanted rows of a table, sorted by id.

        Raises:
            UnknownName: no actor or story of the record is called as asked, or there is no such table.
        """
        return self.among(cast("Iterable[Noun]", self._record.table(table)))

    def among(self, rows: Iterable[T]) -> tuple[T, ...]:
        """Return the rows that are wanted, of those given.

        Raises:
            UnknownName: no actor or story of the record is called as asked.
        """
        tests = list(self._tests())
        return tuple(row for row in rows if all(test(row) for test in tests))

    def lines(self, table: str) -> Iterator[str]:
        """Yield the wanted rows of a table as lines of JSON, in the exported schema.

        Raises:
            UnknownName: no actor or story of the record is called as asked, or there is no such table.
        """
        return (line_of(row_of(row)) for row in self.rows(table))

    def _tests(self) -> Iterator[Callable[[Noun], bool]]:
        wanted = self._wanted
        for name in (wanted.actor, *(wanted.between or ())):
            if name is not None:
                yield self._taking_part(self._called(name))
        if wanted.since is not None or wanted.until is not None:
            yield self._in_time
        if wanted.story is not None:
            yield self._of_articles(frozenset(self._story(wanted.story).articles))
        if wanted.outlet is not None:
            yield self._of_articles(self._printed_by(wanted.outlet))
        for name in ("type", "stance", "sector"):
            asked = getattr(wanted, name)
            if asked is not None:
                yield _of(name, asked.lower())
        if wanted.speaker is not None:
            yield self._spoken(self._called(wanted.speaker))
        if wanted.about is not None:
            yield self._named_in(self._called(wanted.about))

    # who

    def _called(self, name: str) -> frozenset[str]:
        """Return the ids of the actors that a name, an id or the code of a state stands for."""
        asked = name.casefold()
        called = [a for a in self._actors if asked in {n.casefold() for n in (a.id, a.name, *a.aliases)}]
        states = {asked.upper()} | {a.country for a in called if a.kind == "state"}
        found = {a.id for a in called} | {a.id for a in self._actors if a.country in states}
        if not found:
            raise UnknownName(f"no actor in the record is called {name!r}; `dragoman actors` lists those there are")
        return frozenset(found)

    def _taking_part(self, actors: frozenset[str]) -> Callable[[Noun], bool]:
        return lambda row: not actors.isdisjoint(self._parts(row))

    def _parts(self, row: Noun) -> set[str]:
        if isinstance(row, Actor):
            return {row.id}
        own = (i for key in ("actors", "recipients", "parties", "from_", "to") for i in getattr(row, key, ()))
        return {*own, *(i for report in self._rests_on(row) for i in _roles(report))}

    def _spoken(self, actors: frozenset[str]) -> Callable[[Noun], bool]:
        return lambda row: isinstance(row, Statement) and row.speaker_actor in actors

    def _named_in(self, actors: frozenset[str]) -> Callable[[Noun], bool]:
        """Say whether a statement is about somebody: told to or of him, or with his name in its words."""
        names = {n for a in self._actors if a.id in actors for n in (a.name, *a.aliases)}

        def test(row: Noun) -> bool:
            if not isinstance(row, Statement):
                return False
            told = {r.actor for report in self._rests_on(row) for r in report.roles if r.role != "speaker"}
            return not actors.isdisjoint(told) or any(name in row.text for name in names)

        return test

    # when and where it was told

    def _in_time(self, row: Noun) -> bool:
        first, last = self._days(row)
        since, until = self._wanted.since, self._wanted.until
        return not (since and (last is None or last < since)) and not (until and (first is None or first > until))

    def _days(self, row: Noun) -> tuple[str | None, str | None]:
        """Return the first and the last day that a row may be of: its own, or that of the papers that tell it."""
        when: When | None = getattr(row, "when", None) if not isinstance(row, Story) else None
        if when is not None and when.basis != "article" and (when.earliest or when.latest):
            return when.earliest or when.latest, when.latest or when.earliest
        printed = [a.published for a in self._told_by(row)]
        days = sorted(d for p in printed if p is not None for d in (p.earliest, p.latest) if d is not None)
        return (days[0], days[-1]) if days else (None, None)

    def _of_articles(self, articles: frozenset[str]) -> Callable[[Noun], bool]:
        return lambda row: any(a.id in articles for a in self._told_by(row))

    def _printed_by(self, outlet: str) -> frozenset[str]:
        asked = outlet.casefold()
        return frozenset(a.id for a in self._articles.values() if asked in (a.outlet or "").casefold())

    def _story(self, id: str) -> Story:
        found = [s for s in self._record.stories() if s.id.startswith(id)]
        if len(found) != 1:
            raise UnknownName(f"{'no story' if not found else 'more than one story'} of the record has an id {id!r}")
        return found[0]

    # what a row rests on

    def _rests_on(self, row: Noun) -> list[Report]:
        """Return the reports that a row rests on; an actor's are those he has a part in."""
        if isinstance(row, Report):
            return [row]
        if isinstance(row, Actor):
            return [r for r in self._reports.values() if row.id in _roles(r)]
        ids = [r for s in row.sides for r in s.reports] if isinstance(row, Finding) else getattr(row, "reports", ())
        return [self._reports[i] for i in ids if i in self._reports]

    def _told_by(self, row: Noun) -> list[Article]:
        if isinstance(row, Article):
            return [row]
        ids = row.articles if isinstance(row, Story) else {r.article for r in self._rests_on(row)}
        return [self._articles[i] for i in sorted(ids)]

    @cached_property
    def _actors(self) -> tuple[Actor, ...]:
        return self._record.actors()

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return {r.id: r for r in self._record.reports()}

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {a.id: a for a in self._record.articles()}


def _of(name: str, asked: str) -> Callable[[Noun], bool]:
    return lambda row: asked in _KINDS[name](row)


def _roles(report: Report) -> set[str]:
    return {r.actor for r in report.roles if r.actor is not None}


def _types(row: Noun) -> set[str]:
    return {
        str(v).lower() for v in (getattr(row, "type", None), getattr(row, "mode", None), getattr(row, "kind", None))
    }


def _stances(row: Noun) -> set[str]:
    return {str(getattr(row, "stance", None))}


def _sectors(row: Noun) -> set[str]:
    return {s for p in row.provisions for s in p.sectors} if isinstance(row, Agreement) else set()


_KINDS: dict[str, Callable[[Noun], set[str]]] = {"type": _types, "stance": _stances, "sector": _sectors}
