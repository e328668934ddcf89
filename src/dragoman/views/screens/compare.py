"""The compare grid on a page of its own, with what narrows it."""

from dataclasses import dataclass

from dragoman.record import Record
from dragoman.views.compare import Grid, compare


@dataclass(frozen=True, slots=True)
class CompareScreen:
    """The accounts of a story side by side."""

    grid: Grid
    outlets: tuple[str, ...]  # all that tell the story
    sectors: tuple[str, ...]  # all that its provisions touch


def compare_screen(
    record: Record, story: str, *, differences: bool, sector: str | None, outlets: tuple[str, ...]
) -> CompareScreen:
    """Return the grid of a story.

    Raises:
        UnknownName: no story, outlet or sector has the name.
    """
    whole = compare(record, record.current(story))
    sectors = sorted({s for p in whole.propositions for s in p.sectors})
    return CompareScreen(
        whole.filtered(differences=differences, sector=sector, outlets=outlets), whole.outlets, tuple(sectors)
    )
