"""What the package offers to programs; ``dragoman`` itself gives these names, imported when they are asked for."""

import importlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from dragoman import config, pipeline
from dragoman.errors import JudgementError, UnknownName
from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Assessment, Event, Relation, Statement, Story, Vote
from dragoman.model.finding import Finding, Judgement
from dragoman.model.report import Report
from dragoman.record import Outcome, Record, Run, judging
from dragoman.views.exports import formats as _formats

if TYPE_CHECKING:
    from dragoman.record.rows import Noun
    from dragoman.views.changes import Changes
    from dragoman.views.compare import Grid
    from dragoman.views.differing import Difference
    from dragoman.views.explain import Explanation
    from dragoman.views.ledger import Ledgers
    from dragoman.views.screens import Screens
    from dragoman.views.selection import Wanted
    from dragoman.views.tables import Table

    T = TypeVar("T", bound=Noun)


# the function of ``views.brief`` that writes each format
BRIEFS = {"text": "brief", "markdown": "brief_markdown", "html": "brief_html", "json": "brief_json"}


def open(path: str | Path | None = None, *, create: bool = True) -> "OpenRecord":
    """Open a record, or make it where there is none.

    Args:
        path: the record's file; None: the one the settings name, ``dragoman.db`` as a rule.
        create: whether to make it.

    >>> with dragoman.open("pact.db") as record:  # doctest: +SKIP
    ...     record.read("articles/")

    Raises:
        RecordError: the file is not a record, or of a newer schema; or there is none and ``create`` is false.
    """
    return OpenRecord(Record.open(path or config.load().record, create=create))


def _processes(jobs: int | None) -> int:
    """Return how many processes read, where this many are asked for."""
    if jobs or config.load().workers:
        return jobs or config.load().workers or 1
    if jobs is None:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _day(told: str) -> str:
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        raise UnknownName(f"no day called {told!r}; a day is told as in 2025-05-21") from None


class OpenRecord:
    """A record that is open: read into it, look at its tables, export it.

    Each table is a tuple of nouns, sorted by id; called, it gives those that are as asked:
    ``record.events(between=("IRN", "RUS"))``. ``arrow()``, ``polars()`` and ``pandas()`` make it a frame.
    """

    def __init__(self, record: Record) -> None:
        """Take a record that is open; ``dragoman.open`` makes one."""
        self._record = record

    def __enter__(self) -> "OpenRecord":
        """Give the record itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; the record cannot be used any more."""
        self._record.close()

    @property
    def path(self) -> Path:
        """Where the record is kept."""
        return self._record.path

    def read(
        self,
        *targets: str | Path,
        jobs: int | None = None,
        tell: Callable[[Outcome], None] = lambda outcome: None,
        progress: Callable[[float | None], None] | None = None,
        kind: str | None = None,
        columns: Mapping[str, str] | None = None,
        follow: bool = False,
        allow_private: bool = False,
    ) -> Run:
        """Read files, folders and addresses into the record, then group all it holds.

        Args:
            targets: files, folders, patterns or addresses; "-" is standard input.
            jobs: how many processes read (None: as the settings say, one as a rule; 0: as they say, or all cores); the
                record is the same for any number. With more than one, a script needs the usual
                ``if __name__ == "__main__":``.
            tell: called with what became of each page.
            progress: called with the part of the files that was gone through, None where that is not known.
            kind: read each file as this kind, whatever it looks like; ``dragoman.kinds()`` lists them.
            columns: the columns of a table by the field they hold, such as ``{"text": "Body"}``.
            follow: fetch what feeds and sitemaps on the disk name.
            allow_private: fetch from machines of one's own network too.

        Returns:
            How many pages were read, kept unread, and failed. Bad input is counted and never raises.
        """
        named = [str(target) for target in targets]
        asked = pipeline.Asked(kind, tuple((columns or {}).items()), follow=follow, private=allow_private)
        return pipeline.read(named, self._record, jobs=_processes(jobs), tell=tell, progress=progress, asked=asked)

    def watch(
        self,
        feeds: str | Path,
        *,
        once: bool = False,
        jobs: int | None = None,
        tell: Callable[[Outcome], None] = lambda outcome: None,
        looked: Callable[[str, Run, float], None] | None = None,
        allow_private: bool = False,
    ) -> None:
        """Read feeds again and again, each when its time has come; the record knows when it was last.

        Args:
            feeds: a toml file that lists them.
            once: return when all that are due were looked at.
            tell: called with what became of each page.
            looked: called with a feed, what reading it brought, and the seconds until it is looked at again.

        Raises:
            ConfigError: the file is not well-formed.
        """
        from dragoman import watch

        asked = pipeline.Asked(private=allow_private)

        def read(url: str) -> Run:
            return pipeline.read([url], self._record, jobs=_processes(jobs), tell=tell, asked=asked)

        watch.watch(watch.load(Path(feeds)), self._record, read=read, looked=looked, once=once)

    def export(self, format: str, out: str | Path) -> tuple[Path, ...]:
        """Write every table to the folder ``out``, and return the files.

        Raises:
            UnknownName: there is no such format; ``dragoman.formats()`` lists them.
        """
        return _formats()[format](self._grouped(), Path(out))

    def brief(self, id: str | None = None, *, wanted: "Wanted | None" = None, format: str = "text") -> str:
        """Return what the record establishes, in the order a reader wants it, each line with its source.

        Args:
            id: of an agreement, a story or any other row that the brief is to be about; None: of all.
            wanted: which rows it is to be about: of an actor, between two, of a period.
            format: "text", "markdown", "html" or "json".

        Raises:
            UnknownName: nothing in the record is called as asked, or there is no such format.
        """
        from dragoman.views.asked import About

        if format not in BRIEFS:
            raise UnknownName(f"no format called {format!r} for a brief; known: {', '.join(sorted(BRIEFS))}")
        write: Callable[..., str] = getattr(importlib.import_module("dragoman.views.brief"), BRIEFS[format])
        return write(self._grouped(), About(id, wanted)) if id or wanted else write(self._grouped())

    def brief_json(self) -> str:
        """Return the brief as JSON, for programs."""
        return self.brief(format="json")

    def compare(self, story: str) -> "Grid":
        """Return what each outlet of a story says of each proposition, with its sentences.

        Args:
            story: its id, the beginning of it, or the id of one of its articles.

        Raises:
            UnknownName: no story, or more than one, is meant.
        """
        from dragoman.views.compare import compare

        return compare(self._grouped(), story)

    def as_of(self, day: str) -> "OpenRecord":
        """Return the record as it could have been at the end of a day: a copy, which goes when it is closed.

        Args:
            day: ISO day; what had been published by then is held, and grouped by itself.

        Raises:
            UnknownName: there is no such day.
        """
        return OpenRecord(pipeline.as_of(self._grouped(), _day(day)))

    def changes(self, since: str, *, read: bool = False) -> "Changes":
        """Return what is new, changed, corrected or disputed since a day.

        Args:
            since: ISO day; what was published on it or later counts as new.
            read: count as new what was read on that day or later, whenever it was published.

        Raises:
            UnknownName: there is no such day.
        """
        from dragoman.views.changes import changes

        before = (date.fromisoformat(_day(since)) - timedelta(days=1)).isoformat()
        now = self._grouped()
        with pipeline.as_of(now, before, read=read) as then:
            return changes(then, now, since=since)

    def ledger(self, id: str) -> "Ledgers":
        """Return who asserts, alleges or denies one thing, since when, last when, and in which words.

        Raises:
            UnknownName: nothing that is told has this id.
        """
        from dragoman.views.ledger import ledger

        return ledger(self._grouped(), id)

    def ledgers(self, story: str | None = None) -> "Ledgers":
        """Return the ledger of each thing told in a story, or in the whole record.

        Raises:
            UnknownName: no story, or more than one, is meant.
        """
        from dragoman.views.ledger import ledgers

        return ledgers(self._grouped(), story)

    def merge(self, *ids: str, by: str = "", note: str | None = None) -> Judgement:
        """Keep that rows of one table, articles of one story, or actors, are one; it holds whatever is read later.

        Raises:
            JudgementError: they are not two of one kind, or another judgement says the contrary.
            UnknownName: nothing in the record has one of the ids.
        """
        return self._judged([judging.merged(self._grouped(), ids, by=by, note=note)])[0]

    def split(self, *ids: str, row: str | None = None, by: str = "", note: str | None = None) -> tuple[Judgement, ...]:
        """Keep that articles do not belong to their story, or reports to their row.

        Args:
            ids: of articles or reports; several leave together.
            row: which row they leave; None: the narrowest.

        Raises:
            JudgementError: there is nothing they could be parted from, or another judgement says the contrary.
            UnknownName: nothing in the record has one of the ids.
        """
        return self._judged(judging.parted(self._grouped(), ids, row=row, by=by, note=note))

    def judge(self, verdict: str, id: str, *, by: str = "", note: str | None = None) -> Judgement:
        """Keep that something is ``wrong``, was ``checked``, or what is ``noted`` about it.

        What is judged wrong stays in the record, and nothing is derived from it.

        Raises:
            UnknownName: there is no such verdict, or nothing in the record has the id.
        """
        if verdict not in ("wrong", "checked", "noted"):
            raise UnknownName(f"no verdict called {verdict!r}; known: wrong, checked, noted")
        return self._judged([judging.told(self._grouped(), verdict, id, by=by, note=note)])[0]

    def take(self, file: str | Path) -> int:
        """Keep the judgements of another record, exported as ``judgements.jsonl``; return how many were not known.

        Raises:
            JudgementError: a line of the file is no judgement, or the file cannot be read.
        """
        return sum(self._record.judge(judgement) for judgement in judging.load(Path(file)))

    def undo(self, id: str) -> None:
        """Forget a judgement.

        Raises:
            UnknownName: there is none of that id.
        """
        if id not in {judgement.id for judgement in self.judgements}:
            raise UnknownName(f"no judgement has the id {id!r}; `dragoman judgements` lists them")
        self._record.unjudge(id)

    def _judged(self, made: list[Judgement]) -> tuple[Judgement, ...]:
        for judgement in made:
            other = judging.against(judgement, self._record.judgements())
            if other is not None:
                raise JudgementError(f"judgement {other.id} says the contrary; `dragoman judge undo {other.id}` first")
        for judgement in made:
            self._record.judge(judgement)
        return tuple(made)

    def widest(self) -> str | None:
        """Return the id of the story that most outlets tell; None where there is none."""
        from dragoman.views.compare import widest

        return widest(self._grouped())

    def explain(self, id: str) -> "Explanation":
        """Return the rule, the words and the way that led to anything in the record.

        Raises:
            UnknownName: nothing in the record has this id.
        """
        from dragoman.views.explain import explain

        return explain(self._grouped(), id)

    @property
    def screens(self) -> "Screens":
        """What the web pages show, as plain data; unlike the rest of a record, it groups nothing first."""
        from dragoman.views.screens import Screens

        return Screens(self._record)

    def pack(self, id: str, path: str | Path) -> Path:
        """Write the evidence of anything in the record as a zip file for somebody who checks, and return its path.

        Raises:
            UnknownName: nothing in the record has this id.
            OutputError: the file cannot be written.
        """
        from dragoman import __version__
        from dragoman.views.pack import pack

        return pack(self._grouped(), id, Path(path), version=__version__)

    def differences(self, old: "OpenRecord") -> "Iterator[Difference]":
        """Yield what this record and an older one see differently, table by table."""
        from dragoman.views.differing import differences

        return differences(old._grouped(), self._grouped())

    def rows(self, table: str, wanted: "Wanted | None" = None) -> Iterator[str]:
        """Yield a table's rows as lines of JSON, in the exported schema.

        Args:
            table: its name.
            wanted: what the rows must be; None: all of them.

        Raises:
            UnknownName: there is no such table, or no actor or story is called as asked.
        """
        if wanted is None or not wanted.asks():
            return self._grouped().rows(table)
        from dragoman.views.selection import Selection

        return Selection(self._grouped(), wanted).lines(table)

    def write_csv(self, table: str, file: TextIO, wanted: "Wanted | None" = None) -> None:
        """Write one table as CSV with a header line."""
        from dragoman.views.exports.csv import write_rows

        write_rows(self.rows(table, wanted), table, file)

    @property
    def articles(self) -> "Table[Article]":
        """What outlets put before their readers."""
        return self._table("articles", self._grouped().articles())

    @property
    def actors(self) -> "Table[Actor]":
        """Who the articles name."""
        return self._table("actors", self._grouped().actors())

    @property
    def reports(self) -> "Table[Report]":
        """Single propositions, each by one source in one article."""
        return self._table("reports", self._grouped().reports())

    @property
    def events(self) -> "Table[Event]":
        """What happened between actors, and how it is reported to hold."""
        return self._table("events", self._grouped().events())

    @property
    def agreements(self) -> "Table[Agreement]":
        """Instruments between parties, with their steps and provisions."""
        return self._table("agreements", self._grouped().agreements())

    @property
    def votes(self) -> "Table[Vote]":
        """Votes of bodies, with their figures and whether they add up."""
        return self._table("votes", self._grouped().votes())

    @property
    def relations(self) -> "Table[Relation]":
        """States of affairs that last."""
        return self._table("relations", self._grouped().relations())

    @property
    def statements(self) -> "Table[Statement]":
        """What actors said."""
        return self._table("statements", self._grouped().statements())

    @property
    def assessments(self) -> "Table[Assessment]":
        """What holders expect, fear, judge or predict."""
        return self._table("assessments", self._grouped().assessments())

    @property
    def stories(self) -> "Table[Story]":
        """Articles on one happening."""
        return self._table("stories", self._grouped().stories())

    @property
    def findings(self) -> "Table[Finding]":
        """What comparing the accounts shows."""
        return self._table("findings", self._grouped().findings())

    @property
    def judgements(self) -> "Table[Judgement]":
        """What persons decided."""
        return self._table("judgements", self._grouped().judgements())

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of each page that was to be read."""
        return self._record.outcomes()

    def _table(self, name: str, nouns: "tuple[T, ...]") -> "Table[T]":
        from dragoman.views.tables import Table

        return Table(nouns, name, self._record)

    def _grouped(self) -> Record:
        """Return the record with nothing left to group: a run that was cut off may have left something."""
        pipeline.regroup(self._record)
        return self._record
