"""A vote with its arithmetic, ready to be drawn."""

from dataclasses import dataclass

from dragoman.model.derived import Vote
from dragoman.views.telling import Line, Telling

COUNTED = (("yes", "for"), ("no", "against"), ("abstain", "abstaining"), ("not_voting", "not voting"))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a vote's bar: how many, of what, and from where to where on it in thousandths."""

    field: str
    word: str
    count: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VoteDrawn:
    """One vote."""

    id: str
    line: Line
    shares: tuple[Share, ...]
    whole: int  # what the bar's length stands for
    whole_is: str  # "present", "seats", "counted"
    verdict: str
    because: str


def vote_drawn(vote: Vote, telling: Telling) -> VoteDrawn:
    """Return a vote with its bar: the figures told, and what they leave unaccounted for."""
    told = telling.told(vote.reports)
    disputed = vote.id in telling.disputed
    text = telling.say.vote(vote, told, telling.through(told), disputed=disputed)
    line = Line(telling.mark(vote.id, None, told), text, telling.cite(told), vote.id)
    counted = [(f, word, getattr(vote, f)) for f, word in COUNTED if getattr(vote, f)]
    total = sum(count for _, _, count in counted)
    whole, whole_is = (vote.present, "present") if vote.present else (vote.seats, "seats")
    if not whole or whole < total:
        whole, whole_is = total, "counted"
    if whole > total:
        counted.append(("unaccounted", "not accounted for", whole - total))
    sums = vote.arithmetic
    return VoteDrawn(vote.id, line, _shares(counted, whole), whole, whole_is, sums.verdict, sums.because)


def _shares(counted: list[tuple[str, str, int]], whole: int) -> tuple[Share, ...]:
    shares, before = [], 0
    for field, word, count in counted:
        start, end = (round(1000 * n / whole) for n in (before, before + count))
        shares.append(Share(field, word, count, start, end))
        before += count
    return tuple(shares)
