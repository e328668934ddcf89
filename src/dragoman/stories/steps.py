"""Which reports tell of one act in an agreement's life, and of one thing it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.derived import Provision, Step
from dragoman.model.ids import digest
from dragoman.model.report import ProvisionContent, Report, StepContent
from dragoman.model.words import content, overlap, quoted
from dragoman.stories import acts
from dragoman.stories.decided import UNDECIDED, Decided
from dragoman.stories.gathering import gather
from dragoman.stories.origins import Texts, origins
from dragoman.stories.places import merged
from dragoman.stories.whens import fit, narrowest, width
from dragoman.stories.who import closest, fits

ALIKE_TEXTS = 0.6  # shared content words, of the shorter text; "mutual defense" in "a mutual defense pact"
ALIKE_QUOTES = 0.6  # shared words of two quotations: "common military threats" and "common security threats"
FULLEST = 3  # of a provision's wordings, those a new one must be alike to: the longest come first
QUOTE_WORDS = 3  # a shorter quotation is a phrase that anybody might use

# words of what any agreement does: they tell no provision from another
FILLING = frozenset(
    content(
        "agreement pact treaty deal accord include provide provision commit countries both parties nations states "
        "sides deepen deepened expand expanded enhance enhanced boost boosting strengthen increased joint "
        "bilateral cooperation collaboration extensive formal full greater close closer regular establish "
        "constitute create execution development aim aimed call calls matters issues areas field sectors spanning"
    )
)

BOTH = 2  # parties; of more, some may sign or leave alone
# acts of one party beside which a depositary, a mediator or the one who is told is named
OF_ONE = frozenset({"deposited", "withdrawal_notified", "negotiated", "implemented", "proposed", "acceded"})


def steps(reports: Sequence[Report], texts: Texts, decided: Decided = UNDECIDED) -> tuple[Step, ...]:
    """Return the acts that reports on one agreement tell of, sorted by id."""
    told = [r for r in reports if isinstance(r.content, StepContent)]
    acted = {r.id: _act(r, told) for r in told}
    groups = gather(told, order=_most_specific, fit=lambda group, r: _same_act(group, r, acted))
    groups = decided.groups(groups, "steps", lambda r: r.id)
    bound = between(reports)
    return tuple(sorted((_step(g, acted, texts, bound=bound) for g in groups), key=lambda s: s.id))


def _content(report: Report) -> StepContent:
    assert isinstance(report.content, StepContent)
    return report.content


def _act(report: Report, told: Sequence[Report]) -> str:
    """Return the act a report tells of; a newspaper's "Iran ratifies" is its parliament's vote where that is the news.

    Nobody but the outlet says "the state ratified" there: it is the word for the chamber's approval, which the same
    article, or else another of the same agreement, tells with the body named.
    """
    step = _content(report)
    if step.act != "ratified" or acts.body(report) not in (None, acts.acting(report)):
        return step.act
    party = acts.acting(report)
    voted = [r for r in told if _content(r).act == "approved" and acts.body(r)]
    chamber = [r for r in voted if party in (None, acts.acting(r))]
    said = [r for r in chamber if "ratif" in _content(r).as_said.lower() and r.stance == report.stance]
    return "approved" if said and fit(report.when, said[0].when) else step.act


def _most_specific(report: Report) -> tuple[object, ...]:
    body = acts.body(report)
    return (-(body or "").count("/"), body is None, width(report.when), -len(acts.parties(report)), report.id)


def _same_act(group: list[Report], report: Report, acted: Mapping[str, str]) -> float:
    """Return how well a report fits the reports of one act: 0 for another act, another party, another stance."""
    first = group[0]
    if acted[first.id] != acted[report.id] or first.stance != report.stance or first.polarity != report.polarity:
        return 0.0
    if not _one_round(group, report) or not all(_one_actor(r, report) for r in _first(group)):
        return 0.0
    near = fit(narrowest(r.when for r in group), report.when)
    if not near and acted[first.id] in acts.REPEATED:
        return 0.0
    return 1.0 + near + (acts.body(first) == acts.body(report))


def _first(group: list[Report]) -> list[Report]:
    """Return the reports that decide who acted: all of a joint act, else the one that says it most closely."""
    return group if _content(group[0]).act in acts.JOINT else group[:1]


def _one_actor(one: Report, other: Report) -> bool:
    if _content(one).act in acts.JOINT:
        return acts.parties(one) <= acts.parties(other) or acts.parties(other) <= acts.parties(one)
    a, b = acts.acting(one), acts.acting(other)
    return (a is None or b is None or a == b) and fits(acts.body(one), acts.body(other))


def _one_round(group: list[Report], report: Report) -> bool:
    rounds = {_content(r).round for r in (*group, report)} - {None}
    return len(rounds) < 2


def _step(group: Sequence[Report], acted: Mapping[str, str], texts: Texts, *, bound: frozenset[str]) -> Step:
    told = sorted(group, key=lambda r: r.id)
    contents = [_content(r) for r in told]
    act = next((c.act for c in contents if c.act == acted[told[0].id]), contents[0].act)
    body = closest(acts.body(r) for r in told)
    return Step(
        id=digest("step", told[0].id),
        act=act,
        layer=next(c.layer for c in contents if c.act == act),
        round=next((c.round for c in contents if c.round is not None), None),
        parties=_parties(told, act, bound),
        body=body if body and "/" in body else None,
        when=narrowest(r.when for r in told),
        where=merged(w for r in told for w in r.where),
        stance=told[0].stance or "actual",
        as_said=tuple(sorted({c.as_said for c in contents})),
        reports=tuple(r.id for r in told),
        origins=origins(told, texts),
    )


def _parties(reports: Sequence[Report], act: str, bound: frozenset[str]) -> tuple[str, ...]:
    """Return whose act a step is: the one that acted, as any account tells it, else all parties told.

    What parties can only do together is all theirs, where it is told of nobody ("the pact, signed in Oslo"), of one of
    two ("Chile signed the pact with it"), or happens to the instrument ("the pact has lapsed").
    """
    alone = {a for a in map(acts.acting, reports) if a}
    told = alone or frozenset().union(*map(acts.parties, reports))
    both = len(bound) == BOTH and reports[0].stance in ("actual", "planned")
    if act in acts.JOINT and told < bound and (not told or both or act in acts.BEFALLS):
        return tuple(sorted(bound))
    return tuple(sorted(told))


def between(reports: Sequence[Report]) -> frozenset[str]:
    """Return the parties that an instrument binds: the most that one sentence names together as its parties."""
    told = [acts.parties(r) for r in reports if not (isinstance(r.content, StepContent) and _content(r).act in OF_ONE)]
    return max((p for p in told if len(p) >= BOTH), key=lambda p: (len(p), sorted(p)), default=frozenset())


@dataclass(frozen=True, slots=True)
class _Clause:
    """What one report says an agreement holds, ready to compare."""

    report: Report
    words: frozenset[str]
    quotes: tuple[frozenset[str], ...]


def provisions(reports: Sequence[Report], texts: Texts, decided: Decided = UNDECIDED) -> tuple[Provision, ...]:
    """Return what reports on one agreement say it holds, sorted by id."""
    told = [_clause(r) for r in reports if isinstance(r.content, ProvisionContent)]
    groups = gather(told, order=lambda c: (-len(c.words), c.report.id), fit=_same_provision)
    every = decided.groups([[c.report for c in g] for g in groups], "provisions", lambda r: r.id)
    return tuple(sorted((_provision(g, texts) for g in every), key=lambda p: p.id))


def _held(report: Report) -> ProvisionContent:
    assert isinstance(report.content, ProvisionContent)
    return report.content


def _clause(report: Report) -> _Clause:
    text = _held(report).text
    words = frozenset(content(text))
    long = (frozenset(content(q)) for q in quoted(text) if len(q.split()) >= QUOTE_WORDS)
    return _Clause(report, words - FILLING or words, tuple(long))


def _same_provision(group: list[_Clause], new: _Clause) -> float:
    """Return how well a clause fits those of one provision: same obligation, a common sector, alike in words."""
    return min(_alike(c, new) for c in group[:FULLEST])


def _alike(one: _Clause, other: _Clause) -> float:
    a, b = _held(one.report), _held(other.report)
    sectors = set(a.sectors) & set(b.sectors) or not set(a.sectors) - {"other"} or not set(b.sectors) - {"other"}
    if a.obligation != b.obligation or one.report.polarity != other.report.polarity or not sectors:
        return 0.0
    same_quote = any(overlap(p, q) >= ALIKE_QUOTES for p in one.quotes for q in other.quotes)
    score = overlap(one.words, other.words)
    if min(len(one.words), len(other.words)) == 1 and max(len(one.words), len(other.words)) > 2:
        score = 0.0  # "energy" alone is not the provision that lists it among four sectors
    return max(score, float(same_quote)) if same_quote or score >= ALIKE_TEXTS else 0.0


def _provision(group: Sequence[Report], texts: Texts) -> Provision:
    told = sorted(group, key=lambda r: r.id)
    fullest = max(told, key=lambda r: (len(content(_held(r).text)) <= 8, len(_held(r).text), r.id))
    return Provision(
        id=digest("provision", told[0].id),
        obligation=_held(told[0]).obligation,
        sectors=tuple(sorted({s for r in told for s in _held(r).sectors})),
        text=_held(fullest).text,
        reports=tuple(r.id for r in told),
        origins=origins(told, texts),
    )
