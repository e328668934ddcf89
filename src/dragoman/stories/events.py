"""Which reports tell of one happening between actors."""

from collections.abc import Mapping, Sequence

from dragoman.model.derived import Event, StanceReports, Step
from dragoman.model.ids import digest
from dragoman.model.report import EventContent, Report
from dragoman.model.terms import EventType, Recency, Stance
from dragoman.stories.decided import UNDECIDED, Decided
from dragoman.stories.gathering import by
from dragoman.stories.origins import Texts, origins
from dragoman.stories.places import merged
from dragoman.stories.tellings import gathered, lasting, support, telling
from dragoman.stories.whens import narrowest
from dragoman.stories.who import matched, told

# from the weakest: where accounts hold an event differently, the row shows the one that claims least
WEAKNESS: tuple[Stance, ...] = ("negated", "denied", "alleged", "possible", "demanded", "planned", "actual")
FRESHNESS: tuple[Recency, ...] = ("new", "recap", "history")

# PLOVER's quad class of each type: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
QUAD: Mapping[EventType, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


def events(
    reports: Sequence[Report],
    steps: Sequence[Step],
    story_of: Mapping[str, str],
    texts: Texts,
    decided: Decided = UNDECIDED,
) -> tuple[Event, ...]:
    """Return the events that reports tell of, sorted by id; an event is one story's."""
    typed = [r for r in reports if isinstance(r.content, EventContent) and r.content.type]
    step_of = _steps_of(typed, steps, reports)
    blocks = by(typed, lambda r: (story_of[r.article], _content(r).type, r.polarity))
    groups = {key: gathered([telling(r, step_of.get(r.id), texts) for r in block]) for key, block in blocks.items()}
    states = by((r for r in reports if lasting(r)), lambda r: (story_of[r.article], lasting(r), r.polarity))
    for key, told_so in states.items():
        support(groups.get(key, []), told_so, texts)
    every = decided.groups([g for block in groups.values() for g in block], "events", lambda r: r.id)
    return tuple(sorted((_event(g, texts) for g in every), key=lambda e: e.id))


def _content(report: Report) -> EventContent:
    assert isinstance(report.content, EventContent)
    return report.content


def _steps_of(typed: Sequence[Report], steps: Sequence[Step], reports: Sequence[Report]) -> dict[str, str]:
    """Return the step that an event report is the other side of, by its id; the link may be read from either."""
    step_of = {r: s.id for s in steps for r in s.reports}
    pairs = [(r.id, link.report) for r in reports for link in r.links if link.kind == "same_act"]
    linked = {**{a: step_of[b] for a, b in pairs if b in step_of}, **{b: step_of[a] for a, b in pairs if a in step_of}}
    return {r.id: linked[r.id] for r in typed if r.id in linked}


def _event(group: Sequence[Report], texts: Texts) -> Event:
    reports = sorted(group, key=lambda r: r.id)
    typed = [r for r in reports if isinstance(r.content, EventContent)]
    kind = _content(typed[0]).type
    assert kind is not None
    stances = _stances(reports)
    actors = told(a for r in typed for a in r.actors("actor"))
    return Event(
        id=digest("event", typed[0].id),
        type=kind,
        mode=next((_content(r).mode for r in typed if _content(r).mode), None),
        context=tuple(sorted({c for r in typed for c in _content(r).context})),
        quad=QUAD[kind],
        actors=actors,
        recipients=_recipients(typed, actors),
        when=narrowest(r.when for r in typed),
        where=merged(w for r in typed for w in r.where),
        stance=stances[0].stance,
        stances=stances,
        recency=min((r.recency for r in typed), key=FRESHNESS.index),
        reports=tuple(r.id for r in reports),
        articles=tuple(sorted({r.article for r in reports})),
        origins=origins(reports, texts),
    )


def _recipients(reports: Sequence[Report], actors: Sequence[str]) -> tuple[str, ...]:
    """Return whom an event concerns, by the reports that name its actors as the row does.

    Whom only a report of other actors names, or of none, is not joined with these; where no report names both, as in
    "a treaty with Chile was signed" beside a text that names the signers, what reports without actors tell is taken.
    """
    exact = [r for r in reports if set(actors) <= set(r.actors("actor"))]
    close = [r for r in reports if matched(r.actors("actor"), actors) and r.actors("actor")]
    for told_so in (exact, close) if actors else (reports,):
        found = told(a for r in told_so for a in r.actors("recipient"))
        if found:
            return found
    return ()


def _stances(reports: Sequence[Report]) -> tuple[StanceReports, ...]:
    """Return every way in which the event is said to hold, the weakest first."""
    held = {s: tuple(r.id for r in reports if (r.stance or "actual") == s) for s in WEAKNESS}
    return tuple(StanceReports(s, ids) for s, ids in held.items() if ids)
