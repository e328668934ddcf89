"""Which reports tell of one happening between actors."""

from collections.abc import Mapping, Sequence

from dragoman.model.derived import Event, StanceReports, Step
from dragoman.model.ids import digest
from dragoman.model.report import EventContent, Report
from dragoman.model.terms import EventType, Recency, RoleName, Stance
from dragoman.stories.gathering import by, gather
from dragoman.stories.origins import Texts, origins
from dragoman.stories.places import merged
from dragoman.stories.whens import fit, narrowest, width
from dragoman.stories.who import fits, matched, told
from dragoman.stories.words import content, overlap

# from the weakest: where accounts hold an event differently, the row shows the one that claims least
WEAKNESS: tuple[Stance, ...] = ("negated", "denied", "alleged", "possible", "demanded", "planned", "actual")
FRESHNESS: tuple[Recency, ...] = ("new", "recap", "history")
ALIKE_OBJECTS = 0.3  # shared content words of what an act is about, of the shorter wording
# share and number of words in common where no object is told, names of actors aside
SAME_SIDES = (0.3, 1)  # two accounts, actors and recipients the same: "supplied attack drones", "arming it with drones"
OPEN_SIDES = (0.4, 3)  # one account leaves a side open: one or two words are shared by chance
SAME_ACCOUNT = (0.6, 2)  # in one account a second sentence is a second thing, unless it says the same again
SIDES: tuple[RoleName, ...] = ("actor", "recipient")

# PLOVER's quad class of each type: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
QUAD: Mapping[EventType, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


def events(
    reports: Sequence[Report], steps: Sequence[Step], story_of: Mapping[str, str], texts: Texts
) -> tuple[Event, ...]:
    """Return the events that reports tell of, sorted by id; an event is one story's."""
    typed = [r for r in reports if isinstance(r.content, EventContent) and r.content.type]
    step_of = _steps_of(typed, steps, reports)
    blocks = by(typed, lambda r: (story_of[r.article], _content(r).type, r.polarity))
    groups = [
        group
        for block in blocks.values()
        for group in gather(block, order=_most_specific, fit=lambda g, r: _same_event(g, r, step_of))
    ]
    return tuple(sorted((_event(g, texts) for g in groups), key=lambda e: e.id))


def _content(report: Report) -> EventContent:
    assert isinstance(report.content, EventContent)
    return report.content


def _steps_of(typed: Sequence[Report], steps: Sequence[Step], reports: Sequence[Report]) -> dict[str, str]:
    """Return the step that an event report is the other side of, by its id; the link may be read from either."""
    step_of = {r: s.id for s in steps for r in s.reports}
    pairs = [(r.id, link.report) for r in reports for link in r.links if link.kind == "same_act"]
    linked = {**{a: step_of[b] for a, b in pairs if b in step_of}, **{b: step_of[a] for a, b in pairs if a in step_of}}
    return {r.id: linked[r.id] for r in typed if r.id in linked}


def _most_specific(report: Report) -> tuple[object, ...]:
    actors = report.actors("actor", "recipient")
    return (-len(actors), -sum(a.count("/") for a in actors), width(report.when), report.id)


def _same_event(group: list[Report], report: Report, step_of: Mapping[str, str]) -> float:
    """Return how well a report fits those of one event: its step decides, then links, then what both say."""
    mine, theirs = step_of.get(report.id), {step_of[r.id] for r in group if r.id in step_of}
    if mine or theirs:
        return 2.0 if mine in theirs else 0.0
    if any(_linked(r, report) for r in group):
        return 2.0
    return min(_alike(r, report) for r in group)


def _linked(one: Report, other: Report) -> bool:
    pairs = ((one, other), (other, one))
    return any(link.kind == "same_as" and link.report == b.id for a, b in pairs for link in a.links)


def _alike(one: Report, other: Report) -> float:
    if not _sides_fit(one, other) or not fit(one.when, other.when):
        return 0.0
    if one.article == other.article and one.stance != other.stance:
        return 0.0  # "four rounds were held" and "the next round may follow" are two, in one account
    a, b = _object(one), _object(other)
    if a and b and _sides_told(one, other):
        # drones of one kind in one account, of another in the next: one word in common between two named sides will do
        enough = 0.0 if _directed(one) and _directed(other) and _real(one) == _real(other) else ALIKE_OBJECTS
        return overlap(a, b) if overlap(a, b) > enough else 0.0
    a, b = _wording(one), _wording(other)
    least, shared = _enough(one, other)
    return overlap(a, b) if overlap(a, b) >= least and len(a & b) >= shared else 0.0


def _enough(one: Report, other: Report) -> tuple[float, int]:
    """Return what share and number of words two wordings must have in common: less, the more they name alike."""
    if one.article == other.article:
        return SAME_ACCOUNT
    return SAME_SIDES if _directed(one) and _directed(other) and _real(one) == _real(other) else OPEN_SIDES


def _real(report: Report) -> bool:
    """Say whether a report is of what was done or is said to have been, not of what may come."""
    return report.stance not in ("planned", "possible", "demanded")


def _directed(report: Report) -> bool:
    return bool(report.actors("actor") and report.actors("recipient"))


def _sides_fit(one: Report, other: Report) -> bool:
    """Say whether actors and recipients can be the same, and somebody is named on one side by both."""
    pairs = [(one.actors(role), other.actors(role)) for role in SIDES]
    return all(_same_sides(a, b) for a, b in pairs) and any(a and b for a, b in pairs)


def _sides_told(one: Report, other: Report) -> bool:
    """Say whether both name as much: a side that one leaves open must be made good by the wording."""
    return all(bool(one.actors(role)) == bool(other.actors(role)) for role in SIDES)


def _same_sides(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two lists of actors can be one: nobody told fits anybody, else each has its fellow."""
    if not one or not other:
        return True
    return matched(one, other) and all(any(fits(a, b) for b in one) for a in other)


def _object(report: Report) -> frozenset[str]:
    """Return the words of what a report's act is about."""
    return frozenset(content(" ".join(r.text for r in report.roles if r.role in ("object", "purpose", "means"))))


def _wording(report: Report) -> frozenset[str]:
    """Return the words a report rests on, without the names of its actors."""
    quote = max((e.quote for e in report.evidence), key=len, default="")
    actors = " ".join(r.text for r in report.roles if r.actor)
    return frozenset(content(quote)) - frozenset(content(" ".join(w for w in actors.split() if w[:1].isupper())))


def _event(group: Sequence[Report], texts: Texts) -> Event:
    reports = sorted(group, key=lambda r: r.id)
    kind = _content(reports[0]).type
    assert kind is not None
    stances = _stances(reports)
    return Event(
        id=digest("event", reports[0].id),
        type=kind,
        mode=next((_content(r).mode for r in reports if _content(r).mode), None),
        context=tuple(sorted({c for r in reports for c in _content(r).context})),
        quad=QUAD[kind],
        actors=told(a for r in reports for a in r.actors("actor")),
        recipients=told(a for r in reports for a in r.actors("recipient")),
        when=narrowest(r.when for r in reports),
        where=merged(w for r in reports for w in r.where),
        stance=stances[0].stance,
        stances=stances,
        recency=min((r.recency for r in reports), key=FRESHNESS.index),
        reports=tuple(r.id for r in reports),
        articles=tuple(sorted({r.article for r in reports})),
        origins=origins(reports, texts),
    )


def _stances(reports: Sequence[Report]) -> tuple[StanceReports, ...]:
    """Return every way in which the event is said to hold, the weakest first."""
    held = {s: tuple(r.id for r in reports if (r.stance or "actual") == s) for s in WEAKNESS}
    return tuple(StanceReports(s, ids) for s, ids in held.items() if ids)
