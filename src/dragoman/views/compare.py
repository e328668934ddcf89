"""The compare grid: what each outlet of a story says of each proposition, each cell with its sentences.

A cell tells how an outlet holds a proposition:

    asserts      in its own voice
    attributes   by the word of a source it names, or says it has
    denies       it says, or somebody it quotes says, that it is not so
    differs      it gives another figure, day or term than others
    silent       it does not tell it
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.errors import UnknownName
from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Event, Provision, Statement, Step, Story, Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.record import Record
from dragoman.views.phrasing import DIFFER, HELD, Phrasing

How = Literal["asserts", "attributes", "denies", "differs", "silent"]
Row = Step | Provision | Vote | Event | Statement
STRONGEST: tuple[How, ...] = ("differs", "asserts", "attributes", "denies")  # of several voices, the one a cell shows


@dataclass(frozen=True, slots=True)
class Voice:
    """One sentence of an outlet that bears on a proposition, and how."""

    how: How
    source: str | None  # by whose word; None: the outlet's own
    value: str | None  # what it gives where the accounts differ
    stance: str | None  # how it holds, where that is not "actual"
    article: str
    file: str | None
    start: int
    end: int
    sentence: str
    report: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet says of one proposition."""

    outlet: str
    how: How
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """A row of the grid."""

    id: str
    kind: str  # "step", "provision", "vote", "event", "statement"
    text: str
    agreement: str | None  # the id of the agreement it is part of
    sectors: tuple[str, ...]
    cells: tuple[Cell, ...]  # one for each outlet, in the grid's order

    @property
    def contested(self) -> bool:
        """Say whether the outlets that tell it do not hold it alike."""
        return len({cell.how for cell in self.cells} - {"silent"}) > 1 or any(
            cell.how in ("differs", "denies") for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """Propositions against outlets, for one story."""

    story: str
    title: str
    outlets: tuple[str, ...]
    propositions: tuple[Proposition, ...]

    def filtered(self, *, differences: bool = False, sector: str | None = None, outlets: Sequence[str] = ()) -> "Grid":
        """Return the grid with only what is contested, of one sector, or of some outlets.

        Raises:
            UnknownName: no outlet of the story, or no sector of the grid, has the name.
        """
        columns = tuple(_known(self.outlets, name, "outlet") for name in outlets) or self.outlets
        sectors = sorted({s for p in self.propositions for s in p.sectors})
        wanted = _known(sectors, sector, "sector") if sector else None
        kept = (_narrowed(p, columns) for p in self.propositions if wanted is None or wanted in p.sectors)
        told = (p for p in kept if any(cell.how != "silent" for cell in p.cells))
        return Grid(self.story, self.title, columns, tuple(p for p in told if p.contested or not differences))

    def text(self) -> str:
        """Return the grid as plain text."""
        from dragoman.views import compare_text

        return compare_text.text(self)

    def csv(self) -> str:
        """Return the grid as CSV: a line for each sentence of each cell, and one for each silence."""
        from dragoman.views import compare_text

        return compare_text.csv(self)


def compare(record: Record, story: str) -> Grid:
    """Return the grid of a story, named by its id, the beginning of it, or the id of one of its articles.

    Raises:
        UnknownName: no story, or more than one, is meant.
    """
    return _Comparer(record, story_of(record, story)).grid()


def widest(record: Record) -> str | None:
    """Return the id of the story that most outlets tell; None where there is none."""
    outlets = {a.id: _outlet(a) for a in record.articles()}
    stories = sorted(record.stories(), key=lambda s: (-len({outlets[a] for a in s.articles}), s.title, s.id))
    return stories[0].id if stories else None


def story_of(record: Record, named: str) -> Story:
    """Return the story that a user names by its id, the beginning of it, or the id of one of its articles.

    Raises:
        UnknownName: no story, or more than one, is meant.
    """
    known = record.rows_of(Story, (named,)) or record.naming(Story, named)
    if len(known) == 1:
        return known[0]
    stories = record.stories()
    meant = [s for s in stories if named in (s.id, *s.articles)] or [s for s in stories if s.id.startswith(named)]
    if len(meant) == 1 and named:
        return meant[0]
    listed = "; ".join(f"{s.id} {s.title}" for s in (meant or stories)[:12])
    raise UnknownName(f"{'no' if not meant else 'more than one'} story is called {named!r}; there are: {listed}")


def _known(names: Sequence[str], wanted: str, what: str) -> str:
    found = [n for n in names if n.casefold() == wanted.casefold()]
    if not found:
        raise UnknownName(f"no {what} called {wanted!r} here; there are: {', '.join(names) or 'none'}")
    return found[0]


def _narrowed(proposition: Proposition, columns: Sequence[str]) -> Proposition:
    cells = {cell.outlet: cell for cell in proposition.cells}
    return Proposition(
        proposition.id, proposition.kind, proposition.text, proposition.agreement, proposition.sectors,
        tuple(cells[c] for c in columns),
    )  # fmt: skip


class _Comparer:
    """Sets the accounts of one story side by side."""

    def __init__(self, record: Record, story: Story) -> None:
        self.record = record
        self.story = story
        self.articles = {a: record.article(a) for a in story.articles}
        self.outlets = tuple(sorted({_outlet(a) for a in self.articles.values()}))
        self.reports = {r.id: r for r in record.reports_of(story.articles)}
        self.agreements = record.rows_of(Agreement, story.agreements)
        self.statements = record.rows_of(Statement, story.statements)
        self.differing = [f for f in record.naming(Finding, story.id) if f.story == story.id and f.kind == "differs"]
        self.say = Phrasing(record.names())

    def grid(self) -> Grid:
        rows = sorted(self._rows(), key=lambda p: (-sum(c.how != "silent" for c in p.cells), p.kind, p.id))
        return Grid(self.story.id, self.story.title, self.outlets, tuple(rows))

    def _rows(self) -> Iterator[Proposition]:
        for agreement in self.agreements:
            for step in agreement.steps:
                yield from self._row("step", step, f"{agreement.name}: {self._step(step)}", agreement)
            for provision in agreement.provisions:
                text = f"{agreement.name} {self.say.provision(provision)}"
                yield from self._row("provision", provision, text, agreement)
        for vote in self.record.naming(Vote, *self.reports):
            told = self._told(vote.reports)
            if told:
                yield from self._row("vote", vote, self.say.vote(vote, told, ""))
        for event in self.record.naming(Event, *self.story.articles):
            told = self._told(event.reports)
            if told and event.actors and not any(link.kind == "same_act" for r in told for link in r.links):
                yield from self._row("event", event, self.say.event(event, told))
        for statement in self.statements:
            told = self._told(statement.reports)
            if told:
                yield from self._row("statement", statement, self.say.statement(statement, told))

    def _step(self, step: Step) -> str:
        """Return a step in words, without its day where the accounts differ."""
        disputed = any(f.about.id == step.id for f in self.differing)
        return self.say.step(step, disputed=disputed).removesuffix(DIFFER)

    def _row(self, kind: str, row: Row, text: str, agreement: Agreement | None = None) -> Iterator[Proposition]:
        voices = [(_outlet(self.articles[v.article]), v) for v in self._voices(row)]
        if voices:
            cells = tuple(_cell(outlet, [v for o, v in voices if o == outlet]) for outlet in self.outlets)
            sectors = row.sectors if isinstance(row, Provision) else ()
            yield Proposition(row.id, kind, text, agreement.id if agreement else None, sectors, cells)

    def _voices(self, row: Row) -> Iterator[Voice]:
        """Yield every sentence that bears on a row: those that tell it, and those that deny it."""
        values = {r: s.value for f in self.differing if f.about.id == row.id for s in f.sides for r in s.reports}
        told = self._told(row.reports)
        for report in told:
            yield self._voice(report, value=values.get(report.id), denies=report.stance in ("denied", "negated"))
        for statement in self.statements:
            if row.id in statement.denies:
                for report in self._told(statement.reports):
                    if report not in told:
                        yield self._voice(report, value=None, denies=True)

    def _voice(self, report: Report, *, value: str | None, denies: bool) -> Voice:
        source = self.say.according(report) or None
        how: How = "denies" if denies else "differs" if value else "attributes" if source else "asserts"
        span = self.record.sentence(report.evidence[0].span)
        article = self.articles[report.article]
        held = None if report.stance in (None, "actual") else HELD[report.stance]
        return Voice(
            how, source, value, held, report.article, article.file, span.start, span.end, span.of(article.text),
            report.id,
        )  # fmt: skip

    def _told(self, reports: Iterable[str]) -> list[Report]:
        return [self.reports[r] for r in reports if r in self.reports]


def _outlet(article: Article) -> str:
    return article.outlet or article.file or article.id


def _cell(outlet: str, voices: Sequence[Voice]) -> Cell:
    """Return a cell with its voices by place, one for each sentence and way of holding."""
    distinct = {(v.how, v.source, v.value, v.article, v.start): v for v in voices}
    told = tuple(sorted(distinct.values(), key=lambda v: (v.article, v.start, v.how, v.source or "")))
    how: How = next((h for h in STRONGEST if any(v.how == h for v in told)), "silent")
    return Cell(outlet, how, told)
