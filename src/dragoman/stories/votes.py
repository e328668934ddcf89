"""Which reports tell of one vote, and whether its figures add up."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from dragoman.model.derived import Vote
from dragoman.model.ids import digest
from dragoman.model.report import Report, VoteContent
from dragoman.stories import acts
from dragoman.stories.arithmetic import arithmetic
from dragoman.stories.decided import UNDECIDED, Decided
from dragoman.stories.gathering import by, gather
from dragoman.stories.whens import fit, narrowest
from dragoman.stories.who import closest, fits

Figure = Literal["yes", "no", "abstain", "not_voting", "absent", "present", "seats"]
FIGURES: tuple[Figure, ...] = get_args(Figure)


def votes(
    reports: Sequence[Report],
    agreement_of: Mapping[str, str],
    story_of: Mapping[str, str],
    decided: Decided = UNDECIDED,
) -> tuple[Vote, ...]:
    """Return the votes that reports tell of, sorted by id; a vote belongs to its agreement, else to its story."""
    told = [r for r in reports if isinstance(r.content, VoteContent)]
    blocks = by(told, lambda r: agreement_of.get(r.id) or story_of[r.article])
    groups = [g for block in blocks.values() for g in gather(block, order=_most_figures, fit=_same_vote)]
    groups = decided.groups(groups, "votes", lambda r: r.id)
    return tuple(sorted((_vote(g, agreement_of) for g in groups), key=lambda v: v.id))


def content(report: Report) -> VoteContent:
    """Return a vote report's figures."""
    assert isinstance(report.content, VoteContent)
    return report.content


def figures(report: Report) -> dict[Figure, int]:
    """Return the figures a report tells, by name."""
    told = {name: getattr(content(report), name) for name in FIGURES}
    return {name: n for name, n in told.items() if n is not None}


def _most_figures(report: Report) -> tuple[object, ...]:
    return (-len(figures(report)), -(acts.body(report) or "").count("/"), report.id)


def _same_vote(group: list[Report], report: Report) -> float:
    """Return how well a report fits a vote: same body, time that fits, and figures mostly the same."""
    if not all(fits(acts.body(r), acts.body(report)) and fit(r.when, report.when) for r in group):
        return 0.0
    mine, theirs = figures(report), figures(group[0])
    both = [name for name in mine if name in theirs]
    same = sum(mine[name] == theirs[name] for name in both)
    if not both:
        return 0.5
    # one figure that differs among several is a vote told differently; all of them, another vote
    return 1.0 + same if same or _near(mine, theirs) else 0.0


def _near(one: Mapping[Figure, int], other: Mapping[Figure, int]) -> bool:
    """Say whether the votes for differ by no more than one in ten: a slip or an early count of the same vote."""
    a, b = one.get("yes"), other.get("yes")
    return a is not None and b is not None and abs(a - b) * 10 <= max(a, b)


def _vote(group: Sequence[Report], agreement_of: Mapping[str, str]) -> Vote:
    told = sorted(group, key=lambda r: r.id)
    merged = _merged(told)
    questions = [r.text for report in told for r in report.roles if r.role == "object"]
    return Vote(
        id=digest("vote", told[0].id),
        agreement=next((agreement_of[r.id] for r in told if r.id in agreement_of), None),
        body=closest(acts.body(r) for r in told),
        question=max(sorted(questions), key=len, default=None),
        when=narrowest(r.when for r in told),
        yes=merged.yes,
        no=merged.no,
        abstain=merged.abstain,
        not_voting=merged.not_voting,
        absent=merged.absent,
        present=merged.present,
        seats=merged.seats,
        threshold=merged.threshold,
        outcome=merged.outcome,
        arithmetic=arithmetic(merged),
        reports=tuple(r.id for r in told),
    )


def _merged(told: Sequence[Report]) -> VoteContent:
    """Return the fullest account's figures, filled up from the others where it is silent."""
    ordered = [content(r) for r in sorted(told, key=_most_figures)]

    def first(name: str) -> object:
        return next((getattr(c, name) for c in ordered if getattr(c, name) is not None), None)

    fields = ("yes", "no", "abstain", "not_voting", "absent", "present", "seats", "threshold", "outcome", "instrument")
    return VoteContent(*(first(name) for name in fields))  # type: ignore[arg-type]
