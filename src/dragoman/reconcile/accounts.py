"""A grouping as the checks see it: each row with its reports, its story, and the words on each side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Event, Origins, Provision, Statement, Step, Story, Vote
from dragoman.model.finding import About, Finding, Side, SideQuote
from dragoman.model.grouping import Grouping
from dragoman.model.ids import digest
from dragoman.model.report import Report
from dragoman.model.terms import FindingKind, Severity
from dragoman.ontology import Ontology
from dragoman.reconcile.passages import Passage, passages

Row = Agreement | Step | Provision | Vote | Event | Statement | Story | Article
R = TypeVar("R", bound=Row, covariant=True)

# the evidence that carries the whole proposition, by kind of report
WHOLE = {
    "event": "event.type",
    "step": "step.act",
    "provision": "provision.text",
    "vote": "vote",
    "relation": "relation.kind",
    "statement": "statement.text",
    "assessment": "assessment.text",
}


@dataclass(frozen=True)
class Accounts:
    """All of a grouping, looked up by id."""

    grouping: Grouping
    ontology: Ontology
    versions: tuple[Article, ...] = ()  # articles with the texts they had before

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Every report by its id."""
        return {r.id: r for r in self.grouping.reports}

    @cached_property
    def told_in(self) -> dict[str, tuple[Report, ...]]:
        """The reports of each article, by the article's id."""
        found: dict[str, list[Report]] = {}
        for report in self.grouping.reports:
            found.setdefault(report.article, []).append(report)
        return {article: tuple(reports) for article, reports in found.items()}

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Every article by its id."""
        return {a.id: a for a in self.grouping.articles}

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """The story of each article, by the article's id."""
        return {a: s for s in self.grouping.stories for a in s.articles}

    @cached_property
    def events(self) -> dict[str, Event]:
        """The event of each event report, by the report's id."""
        return {r: e for e in self.grouping.events for r in e.reports}

    @cached_property
    def denials(self) -> dict[str, tuple[Statement, ...]]:
        """The statements that deny each row, by the row's id."""
        found: dict[str, list[Statement]] = {}
        for statement in self.grouping.statements:
            for denied in statement.denies:
                found.setdefault(denied, []).append(statement)
        return {row: tuple(ss) for row, ss in found.items()}

    @cached_property
    def former(self) -> dict[str, tuple[Article, ...]]:
        """The former texts of each article that has any, by the article's id."""
        found: dict[str, list[Article]] = {}
        for version in self.versions:
            found.setdefault(version.id, []).append(version)
        return {article: tuple(versions) for article, versions in found.items()}

    @cached_property
    def passages(self) -> dict[str, tuple[Passage, ...]]:
        """The sentences of each article, by the article's id."""
        return {a.id: passages(a, self.ontology) for a in self.grouping.articles}

    def outlet(self, article: str) -> str:
        """Return what to call an article's account in a sentence."""
        return self.articles[article].outlet or "an unnamed outlet"

    def of(self, row: Row) -> tuple[Report, ...]:
        """Return the reports that a row rests on, in order of their ids."""
        return tuple(self.reports[r] for r in getattr(row, "reports", ()))

    def cases(self) -> Iterator["Case[Row]"]:
        """Return every row that a check can look over."""
        g = self.grouping
        for agreement in g.agreements:
            yield Case(agreement, "agreements", agreement, self)
            parts: tuple[Row, ...] = (*agreement.steps, *agreement.provisions)
            for part in parts:
                yield Case(part, "agreements", agreement, self)
        yield from (Case(row, "votes", None, self) for row in g.votes)
        yield from (Case(row, "events", None, self) for row in g.events)
        yield from (Case(row, "statements", None, self) for row in g.statements)
        yield from (Case(row, "stories", None, self) for row in g.stories)
        yield from (Case(row, "articles", None, self) for row in g.articles)


@dataclass(frozen=True)
class Case(Generic[R]):
    """One row for a check to look over, with the means to tell what it finds."""

    row: R
    table: str
    agreement: Agreement | None
    accounts: Accounts

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports the row rests on."""
        return self.accounts.of(self.row)

    @cached_property
    def by_article(self) -> tuple[tuple[Report, ...], ...]:
        """The row's reports by article, in order of the articles' ids."""
        ids = sorted({r.article for r in self.reports})
        return tuple(tuple(r for r in self.reports if r.article == a) for a in ids)

    @property
    def story(self) -> Story | None:
        """The story of the row's first article; None for a row without reports."""
        if isinstance(self.row, Story):
            return self.row
        if isinstance(self.row, Article):
            return self.accounts.story_of.get(self.row.id)
        return self.accounts.story_of.get(self.reports[0].article) if self.reports else None

    def side(self, reports: Iterable[Report], value: str) -> Side:
        """Return one side of a finding: who says what, in which words."""
        told = sorted(reports, key=lambda r: r.id)
        quotes = {whole(r) for r in told}
        articles = tuple(sorted({r.article for r in told}))
        return Side(articles, tuple(r.id for r in told), value, tuple(sorted(quotes, key=lambda q: q.span)))

    def told(self, found: Iterable[Passage], value: str) -> Side:
        """Return one side of a finding that goes by sentences, not by reports."""
        read = sorted(set(found), key=lambda p: (p.article, p.start))
        articles = tuple(dict.fromkeys(p.article for p in read))
        return Side(articles, (), value, tuple(p.quote for p in read))

    def printed(self, passage: Passage) -> str:
        """Return a sentence with whose it is, for a sentence of ours."""
        return f"'{short(passage.text)}' ({self.accounts.outlet(passage.article)})"

    def quote(self, report: Report) -> str:
        """Return a report's words with whose they are, for a sentence: 'signed in Vienna' (The Courier)."""
        return f"'{short(whole(report).quote)}' ({self.accounts.outlet(report.article)})"

    def finding(
        self,
        kind: FindingKind,
        severity: Severity,
        *,
        field: str | None,
        sides: Sequence[Side],
        because: str,
        origins: Origins | None = None,
    ) -> Finding:
        """Return a finding about the row; its id depends on what it is about and on the reports of its sides."""
        rests_on = sorted({r for s in sides for r in s.reports} | {_place(q) for s in sides for q in _unreported(s)})
        identity = digest("finding", kind, self.table, self.row.id, field or "", *rests_on)
        about = About(self.table, self.row.id, field)
        story = self.story.id if self.story else None
        return Finding(identity, story, kind, severity, about, tuple(sides), because, origins)


def _unreported(side: Side) -> tuple[SideQuote, ...]:
    """Return the quotes of a side that no report stands for."""
    return () if side.reports else side.quotes


def _place(quote: SideQuote) -> str:
    return f"{quote.span.article}:{quote.span.start}"


def whole(report: Report) -> SideQuote:
    """Return the words that carry a report's whole proposition: its sentence or clause."""
    field = WHOLE[report.kind]
    best = max(report.evidence, key=lambda e: (e.field.startswith(field), len(e.quote), -e.span.start))
    return SideQuote(best.span, best.quote)


def short(quote: str, limit: int = 160) -> str:
    """Return a quotation cut at a word where it is long, with the cut shown."""
    plain = " ".join(quote.split())
    return plain if len(plain) <= limit else f"{plain[:limit].rsplit(' ', 1)[0]} …"
