"""Every row of the record as something that is told: in words, with its reports, and what it says field by field."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.derived import Agreement, Assessment, Event, Provision, Relation, Statement, Step, Vote
from dragoman.model.report import Report
from dragoman.model.time import When
from dragoman.record import Record
from dragoman.views.phrasing import DIFFER, FIGURES, HELD, Phrasing

Row = Step | Provision | Vote | Event | Relation | Statement | Assessment


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition with the reports that tell it; ``says`` holds what may change while it stays the same one."""

    id: str
    kind: str  # "step", "provision", "vote", "event", "relation", "statement", "assessment"
    text: str
    row: Row
    agreement: Agreement | None  # what a step or a provision is part of
    reports: tuple[Report, ...]
    says: tuple[tuple[str, str], ...]  # (field, value in words)

    @property
    def fresh(self) -> bool:
        """Say whether any article tells it as news, not as background."""
        return any(report.recency == "new" for report in self.reports)


def claims(record: Record) -> Iterator[Claim]:
    """Yield every proposition of a record; an event that is the other side of a step is told by the step."""
    return _Claims(record).all()


class _Claims:
    """Puts the rows of a record into words."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.reports = {r.id: r for r in record.reports()}
        self.outlets = {a.id: a.outlet or a.file or a.id for a in record.articles()}
        self.say = Phrasing({a.id: a.name for a in record.actors()})

    def all(self) -> Iterator[Claim]:
        for agreement in self.record.agreements():
            for step in agreement.steps:
                text = f"{agreement.name}: {self.say.step(step).removesuffix(DIFFER)}"
                yield self._claim("step", step, text, _step(step), agreement)
            for provision in agreement.provisions:
                text = f"{agreement.name} {self.say.provision(provision)}"
                yield self._claim("provision", provision, text, (("obligation", provision.obligation),), agreement)
        for vote in self.record.votes():
            yield self._claim("vote", vote, self.say.vote(vote, self._told(vote), ""), _vote(vote))
        yield from self._events()
        for relation in self.record.relations():
            yield self._claim("relation", relation, self._relation(relation), _relation(relation))
        for statement in self.record.statements():
            yield self._claim("statement", statement, self.say.statement(statement, self._told(statement)), ())
        for assessment in self.record.assessments():
            told = self._told(assessment)[0]
            text = self.say.assessment(assessment, told, self.outlets[told.article])
            yield self._claim("assessment", assessment, text, ())

    def _events(self) -> Iterator[Claim]:
        for event in self.record.events():
            told = self._told(event)
            if not any(link.kind == "same_act" for report in told for link in report.links):
                yield self._claim("event", event, self.say.event(event, told), _event(event))

    def _told(self, row: Row) -> list[Report]:
        return [self.reports[r] for r in row.reports if r in self.reports]

    def _claim(
        self,
        kind: str,
        row: Row,
        text: str,
        says: tuple[tuple[str, str], ...],
        agreement: Agreement | None = None,
    ) -> Claim:
        return Claim(row.id, kind, text, row, agreement, tuple(self._told(row)), says)

    def _relation(self, relation: Relation) -> str:
        sides = f"{self.say.names(relation.from_)} → {self.say.names(relation.to)}"
        return f"{relation.kind}, {sides}" + (f": {relation.object}" if relation.object else "")


def _step(step: Step) -> tuple[tuple[str, str], ...]:
    return (("how it holds", HELD[step.stance]), *_dated(step.when))


def _event(event: Event) -> tuple[tuple[str, str], ...]:
    held = " and ".join(HELD[s.stance] for s in event.stances)
    return (("how it holds", held or HELD[event.stance]), *_dated(event.when))


def _vote(vote: Vote) -> tuple[tuple[str, str], ...]:
    figures = ((word, getattr(vote, field)) for field, word in FIGURES.items())
    told = tuple((word, str(count)) for word, count in figures if count is not None)
    outcome = (("outcome", vote.outcome),) if vote.outcome else ()
    return (*told, *outcome, ("sum", vote.arithmetic.verdict))


def _relation(relation: Relation) -> tuple[tuple[str, str], ...]:
    bounds = (("since", relation.since), ("until", relation.until))
    return (("status", relation.status), *((name, day) for name, day in bounds if day))


def _dated(when: When | None) -> tuple[tuple[str, str], ...]:
    """Return the day that words of an article tell; one taken from the page's own date says nothing."""
    return (("when", when.edtf),) if when and when.edtf and when.basis != "article" else ()
