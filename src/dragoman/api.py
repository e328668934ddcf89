"""What the package offers to programs; ``dragoman`` itself gives these names, imported when they are asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dragoman import config, pipeline
from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Assessment, Event, Relation, Statement, Story, Vote
from dragoman.model.finding import Finding, Judgement
from dragoman.model.report import Report
from dragoman.record import Outcome, Record, Run
from dragoman.views.exports import formats as _formats
from dragoman.views.health import Health

if TYPE_CHECKING:
    from dragoman.views.compare import Grid
    from dragoman.views.explain import Explanation

EXAMPLES = Path(__file__).parent / "examples" / "articles"


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


def formats() -> tuple[str, ...]:
    """Return the names of the formats that a record can be exported to.

    >>> "jsonl" in formats()
    True
    """
    return tuple(_formats())


def examples() -> Path:
    """Return the folder of example articles that comes with the package."""
    return EXAMPLES


def health(record: "str | Path | None" = None) -> Health:
    """Say what is installed, whether the ontology and the model are in order, and what a record holds.

    Raises:
        RecordError: ``record`` is named and cannot be opened.
    """
    from dragoman.views import health as view

    return view.health(Path(record) if record is not None else None)


class OpenRecord:
    """A record that is open: read into it, look at its tables, export it.

    Each table is a tuple of nouns, sorted by id.
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
        self, *targets: str | Path, jobs: int | None = None, tell: Callable[[Outcome], None] = lambda outcome: None
    ) -> Run:
        """Read files and folders into the record, then group all it holds.

        Args:
            targets: files or folders; "-" is standard input.
            jobs: how many processes read (None: as the settings say, one as a rule); the record is the same for any
                number. With more than one, a script needs the usual ``if __name__ == "__main__":``.
            tell: called with what became of each page.

        Returns:
            How many pages were read, kept unread, and failed. Bad input is counted and never raises.
        """
        named = [str(target) for target in targets]
        return pipeline.read(named, self._record, jobs=jobs or config.load().workers, tell=tell)

    def export(self, format: str, out: str | Path) -> tuple[Path, ...]:
        """Write every table to the folder ``out``, and return the files.

        Raises:
            UnknownName: there is no such format; ``dragoman.formats()`` lists them.
        """
        return _formats()[format](self._grouped(), Path(out))

    def brief(self) -> str:
        """Return what the record establishes, in the order a reader wants it, each line with its source."""
        from dragoman.views.brief import brief

        return brief(self._grouped())

    def brief_json(self) -> str:
        """Return the brief as JSON, for programs."""
        from dragoman.views.brief import brief_json

        return brief_json(self._grouped())

    def compare(self, story: str) -> "Grid":
        """Return what each outlet of a story says of each proposition, with its sentences.

        Args:
            story: its id, the beginning of it, or the id of one of its articles.

        Raises:
            UnknownName: no story, or more than one, is meant.
        """
        from dragoman.views.compare import compare

        return compare(self._grouped(), story)

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

    def rows(self, table: str) -> Iterator[str]:
        """Yield a table's rows as lines of JSON, in the exported schema.

        Raises:
            UnknownName: there is no such table.
        """
        return self._grouped().rows(table)

    def write_csv(self, table: str, file: TextIO) -> None:
        """Write one table as CSV with a header line."""
        from dragoman.views.exports.csv import write_table

        write_table(self._grouped(), table, file)

    @property
    def articles(self) -> tuple[Article, ...]:
        """What outlets put before their readers."""
        return self._grouped().articles()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who the articles name."""
        return self._grouped().actors()

    @property
    def reports(self) -> tuple[Report, ...]:
        """Single propositions, each by one source in one article."""
        return self._grouped().reports()

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened between actors, and how it is reported to hold."""
        return self._grouped().events()

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Instruments between parties, with their steps and provisions."""
        return self._grouped().agreements()

    @property
    def votes(self) -> tuple[Vote, ...]:
        """Votes of bodies, with their figures and whether they add up."""
        return self._grouped().votes()

    @property
    def relations(self) -> tuple[Relation, ...]:
        """States of affairs that last."""
        return self._grouped().relations()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What actors said."""
        return self._grouped().statements()

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """What holders expect, fear, judge or predict."""
        return self._grouped().assessments()

    @property
    def stories(self) -> tuple[Story, ...]:
        """Articles on one happening."""
        return self._grouped().stories()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What comparing the accounts shows."""
        return self._grouped().findings()

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What persons decided."""
        return self._grouped().judgements()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of each page that was to be read."""
        return self._record.outcomes()

    def _grouped(self) -> Record:
        """Return the record with nothing left to group: a run that was cut off may have left something."""
        pipeline.regroup(self._record)
        return self._record
