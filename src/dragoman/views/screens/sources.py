"""Sources and runs: what was read, what was not and why."""

from dataclasses import dataclass

from dragoman.record import Record, Run
from dragoman.record.lookup import OutletCount, Tally

NAMED = 20  # pages of one reason
RUNS = 30


@dataclass(frozen=True, slots=True)
class SourcesScreen:
    """What came in, and what became of it."""

    outlets: tuple[OutletCount, ...]
    tallies: tuple[Tally, ...]
    runs: tuple[Run, ...]  # the newest first
    counts: tuple[tuple[str, int], ...]  # table and rows


def sources_screen(record: Record) -> SourcesScreen:
    """Return what was read and what was not."""
    return SourcesScreen(
        outlets=record.outlet_counts(),
        tallies=record.tallies(most=NAMED),
        runs=tuple(reversed(record.runs()[-RUNS:])),
        counts=tuple(record.sizes().items()),
    )
