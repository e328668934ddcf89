"""Events over time by quad class, one chart for each way they hold: what is alleged is never added to what happened."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from dragoman.model.terms import Stance
from dragoman.record.lookup import EventCount
from dragoman.views.phrasing import HELD

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
MONTHS, QUARTERS = 36, 120  # at most so many months are drawn a bar each; else quarters, else years


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one stretch of time, by quad class 1 to 4."""

    period: str  # "2025-05", "2025-Q2", "2025"
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class OverTime:
    """Events that hold in one way, over time."""

    stance: str
    held: str
    events: int
    undated: int  # counted, and not drawn
    bars: tuple[Bar, ...]


def over_time(counts: Iterable[EventCount], among: Iterable[EventCount] | None = None) -> tuple[OverTime, ...]:
    """Return a chart for each stance there is, what happened first.

    Args:
        counts: what is drawn.
        among: the charts run from the first to the last month of these, so that they can be compared; None: of
            ``counts``.
    """
    drawn = list(counts)
    months = {count.month for count in (drawn if among is None else among) if count.month}
    by_stance: dict[str, list[EventCount]] = {}
    for count in drawn:
        by_stance.setdefault(count.stance, []).append(count)
    return tuple(_chart(stance, by_stance[stance], months) for stance in get_args(Stance) if stance in by_stance)


def _chart(stance: Stance, counts: list[EventCount], months: set[str]) -> OverTime:
    label = _labels(months)
    dated = [(count.month, count) for count in counts if count.month]
    periods: dict[str, Counter[int]] = {period: Counter() for period in _run(months if dated else set(), label)}
    for month, count in dated:
        periods[label(month)][count.quad] += count.events
    bars = tuple(Bar(period, (c[1], c[2], c[3], c[4])) for period, c in periods.items())
    events = sum(count.events for count in counts)
    return OverTime(stance, HELD[stance], events, events - sum(count.events for _, count in dated), bars)


class _Label:
    """Names the stretch that a month is drawn in."""

    def __init__(self, months: int) -> None:
        self._grain = "month" if months <= MONTHS else "quarter" if months <= QUARTERS else "year"

    def __call__(self, month: str) -> str:
        if self._grain == "year":
            return month[:4]
        return month if self._grain == "month" else f"{month[:4]}-Q{(int(month[5:7]) + 2) // 3}"


def _labels(months: set[str]) -> _Label:
    return _Label(_number(max(months)) - _number(min(months)) + 1 if months else 0)


def _run(months: set[str], label: _Label) -> Iterator[str]:
    """Yield every stretch from the first month to the last, also those in which nothing happened."""
    if not months:
        return
    every = (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(_number(min(months)), _number(max(months)) + 1))
    yield from dict.fromkeys(label(month) for month in every)


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:7]) - 1
