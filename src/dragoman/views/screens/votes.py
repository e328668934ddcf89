"""A vote with its arithmetic, ready to be drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.derived import Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report, VoteContent
from dragoman.record import Record
from dragoman.views.telling import Line, Telling, disputed

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
class Account:
    """The figures that some outlets give, as a bar."""

    outlets: tuple[str, ...]
    shares: tuple[Share, ...]
    whole: int  # what the bar's length stands for
    whole_is: str  # "present", "seats", "counted"


@dataclass(frozen=True, slots=True)
class VoteDrawn:
    """One vote: a bar, or one for each account where they differ."""

    id: str
    line: Line
    accounts: tuple[Account, ...]
    verdict: str
    because: str


def votes_drawn(record: Record, ids: Iterable[str]) -> tuple[VoteDrawn, ...]:
    """Return some votes by their ids."""
    votes = record.rows_of(Vote, ids)
    reports = record.reports_with(r for vote in votes for r in vote.reports)
    telling = Telling(record, reports, disputed=disputed(record.naming(Finding, *(v.id for v in votes))))
    return tuple(vote_drawn(vote, telling) for vote in votes)


def vote_drawn(vote: Vote, telling: Telling) -> VoteDrawn:
    """Return a vote with its figures, and what they leave unaccounted for."""
    told = telling.told(vote.reports)
    differ = vote.id in telling.disputed
    text = telling.say.vote(vote, told, telling.through(told), disputed=differ)
    line = Line(telling.mark(vote.id, None, told), text, telling.cite(told), vote.id)
    accounts = _apart(told, telling) if differ else [_account(vote, sorted({telling.outlet(r) for r in told}))]
    sums = vote.arithmetic
    return VoteDrawn(vote.id, line, tuple(a for a in accounts if a.shares), sums.verdict, sums.because)


def _apart(told: Sequence[Report], telling: Telling) -> list[Account]:
    """Return an account for each set of figures that is told."""
    outlets: dict[VoteContent, set[str]] = {}
    for report in told:
        if isinstance(report.content, VoteContent):
            outlets.setdefault(report.content, set()).add(telling.outlet(report))
    return [_account(figures, sorted(outlets[figures])) for figures in sorted(outlets, key=repr)]


def _account(figures: Vote | VoteContent, outlets: Sequence[str]) -> Account:
    counted = [(f, word, count) for f, word in COUNTED if (count := getattr(figures, f))]
    total = sum(count for _, _, count in counted)
    whole, whole_is = (figures.present, "present") if figures.present else (figures.seats, "seats")
    if not whole or whole < total:
        whole, whole_is = total, "counted"
    if whole > total:
        counted.append(("unaccounted", "not accounted for", whole - total))
    return Account(tuple(outlets), _shares(counted, whole), whole, whole_is)


def _shares(counted: list[tuple[str, str, int]], whole: int) -> tuple[Share, ...]:
    shares, before = [], 0
    for field, word, count in counted:
        start, end = (round(1000 * n / whole) for n in (before, before + count))
        shares.append(Share(field, word, count, start, end))
        before += count
    return tuple(shares)
