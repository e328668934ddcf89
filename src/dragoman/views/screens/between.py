"""Lines about what lies between actors: events, relations, statements, what is disputed."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.derived import Agreement, Event, Relation, Statement
from dragoman.model.finding import Finding
from dragoman.record import Record
from dragoman.views.citing import Citation
from dragoman.views.phrasing import HELD, Phrasing
from dragoman.views.screens.agreements import AgreementInShort, in_short
from dragoman.views.screens.over_time import OverTime, over_time
from dragoman.views.telling import DISPUTES, STRONGER, SUMS, Line, Telling, carried, disputed, finding_mark

MOST = 25  # lines of one list
RELATIONS = {
    "membership": "member of", "alliance": "allied with", "diplomatic": "has ties with", "recognition": "recognises",
    "sanctions": "sanctions", "deployment": "has forces in", "base": "has a base in", "supply": "supplies",
    "channel": "keeps a channel to", "dispute": "is in dispute with", "negotiation": "negotiates with",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one kind, and how many are left out."""

    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Between:
    """What lies between some actors."""

    relations: Lines
    charts: tuple[OverTime, ...]
    happened: Lines
    not_as_fact: Lines
    agreements: tuple[AgreementInShort, ...]
    statements: Lines
    disputes: Lines
    citations: tuple[Citation, ...]


def between(
    record: Record, actor: str, other: str | None = None, *, statements: tuple[Statement, ...] | None = None
) -> Between:
    """Return what lies between an actor and all others, or between two, the newest first.

    Args:
        record: where it is looked for.
        actor: who, with its bodies.
        other: with whom; None: with anybody.
        statements: what they say; None: whatever the actor says.
    """
    facts = record.newest_events(actor, other=other, actual=True, most=2 * MOST)
    others = record.newest_events(actor, other=other, actual=False, most=MOST)
    agreements = record.of_actor(Agreement, actor, other=other, order="most told", most=MOST)
    relations = record.of_actor(Relation, actor, other=other, most=MOST)
    if statements is None:
        statements = record.of_actor(Statement, actor, order="newest", most=MOST)
    counts = record.event_counts(actor, other=other)
    keys = set(_keys((*facts, *others), agreements, relations))
    findings = [f for f in record.naming(Finding, *keys) if f.about.id in keys]
    contested = [f for f in findings if f.kind in (*DISPUTES, *SUMS, *STRONGER)]
    rows: tuple[Event | Relation | Statement, ...] = (*facts, *others, *relations, *statements)
    reports = {r for row in rows for r in row.reports} | {
        r for f in contested for side in f.sides for r in side.reports
    }
    telling = Telling(record, record.reports_with(reports), disputed=disputed(findings))
    drawn = _Liner(telling)
    return Between(
        relations=_few(drawn.relation(r) for r in relations),
        charts=over_time(counts),
        happened=_few(drawn.event(e) for e in facts if drawn.as_fact(e)),
        not_as_fact=_few(drawn.event(e) for e in (*others, *facts) if not drawn.as_fact(e)),
        agreements=tuple(in_short(a, telling.say) for a in agreements),
        statements=_few(drawn.statement(s) for s in statements),
        disputes=_few(drawn.finding(f) for f in contested),
        citations=telling.citations.all(),
    )


def _keys(events: Iterable[Event], agreements: Iterable[Agreement], relations: Iterable[Relation]) -> list[str]:
    """Return the ids that a finding may be about."""
    keys = [e.id for e in events] + [r.id for r in relations]
    for agreement in agreements:
        keys += [
            agreement.id,
            *agreement.votes,
            *[s.id for s in agreement.steps],
            *[p.id for p in agreement.provisions],
        ]
    return keys


class _Liner:
    """Makes lines of rows; a row whose reports are not at hand gives none."""

    def __init__(self, telling: Telling) -> None:
        self.telling, self.say = telling, telling.say

    def as_fact(self, event: Event) -> bool:
        return event.stance == "actual" and carried(event, self.telling.told(event.reports))

    def event(self, event: Event) -> Line | None:
        told = self.telling.told(event.reports)
        if not told:
            return None
        fact = self.as_fact(event)
        mark = self.telling.mark(event.id, event.origins, told) if fact else "?"
        through = "" if fact or event.stance != "actual" else f" – according to {self.say.according(told[0])}"
        return Line(mark, self.say.event(event, told) + through, self.telling.cite(told), event.id)

    def relation(self, relation: Relation) -> Line | None:
        told = self.telling.told(relation.reports)
        if not told:
            return None
        held = {r.stance for r in told}
        mark = self.telling.mark(relation.id, None, told) if "actual" in held else "?"
        stances = "" if "actual" in held else f" ({', '.join(sorted(HELD[s] for s in held if s))})"
        return Line(mark, relation_text(relation, self.say) + stances, self.telling.cite(told), relation.id)

    def statement(self, statement: Statement) -> Line | None:
        told = self.telling.told(statement.reports)
        if not told:
            return None
        return Line("○", self.say.statement(statement, told), self.telling.cite(told), statement.id)

    def finding(self, finding: Finding) -> Line | None:
        told = self.telling.told(r for side in finding.sides for r in side.reports)
        return Line(finding_mark(finding), finding.because, self.telling.cite(told), finding.id)


def relation_text(relation: Relation, say: Phrasing) -> str:
    """Return a relation in words."""
    what = f": {relation.object}" if relation.object else ""
    since = f", since {relation.since}" if relation.since else ""
    until = f", until {relation.until}" if relation.until else ""
    return f"{say.names(relation.from_)} {RELATIONS[relation.kind]} {say.names(relation.to)}{what}{since}{until}"


def _few(lines: Iterable[Line | None]) -> Lines:
    found = list(lines)
    shown = [line for line in found if line][:MOST]
    return Lines(tuple(shown), len(found) - len(shown))
