"""Where the bars of a chart stand; the templates draw them, as SVG that needs no script."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.views.screens.over_time import Bar, OverTime

HEIGHT = 120  # of the highest bar of all charts that are drawn to one scale
LOWEST = 12  # of a chart
WIDTH = 720
WIDEST = 28  # of one bar, gap included
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle: the events of one quad class in one stretch of time."""

    x: float
    y: float
    width: float
    height: float
    quad: int
    told: str  # for a pointer, and for who hears the page


@dataclass(frozen=True, slots=True)
class Label:
    """Words below the bars."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Stack:
    """A chart of stacked bars."""

    width: int
    height: int
    blocks: tuple[Block, ...]
    labels: tuple[Label, ...]


def highest(charts: "Sequence[OverTime]") -> int:
    """Return the highest bar of several charts, so that all can be drawn to one scale."""
    return max((sum(bar.counts) for chart in charts for bar in chart.bars), default=1) or 1


def stack(chart: "OverTime", most: int) -> Stack:
    """Return a chart drawn to a scale on which ``most`` events fill the height."""
    step = min(WIDEST, WIDTH / max(len(chart.bars), 1))
    height = max(LOWEST, round(HEIGHT * max((sum(bar.counts) for bar in chart.bars), default=0) / most))
    drawn = (_blocks(bar, n * step, step * 0.8, height, HEIGHT / most) for n, bar in enumerate(chart.bars))
    blocks = tuple(block for bar in drawn for block in bar)
    return Stack(WIDTH, height, blocks, _labels(chart.bars, step))


def _blocks(bar: "Bar", x: float, width: float, floor: int, each: float) -> list[Block]:
    """Return the blocks of one bar, which stands on the floor; each event is so high."""
    blocks, below = [], 0.0
    for quad, count in enumerate(bar.counts, start=1):
        if count:
            height = each * count
            told = f"{bar.period}: {count} {QUADS[quad - 1]}"
            blocks.append(
                Block(round(x, 1), round(floor - below - height, 1), round(width, 1), round(height, 1), quad, told)
            )
            below += height
    return blocks


def _labels(bars: "Sequence[Bar]", step: float) -> tuple[Label, ...]:
    """Return the periods to write: about eight, so that none stands on another."""
    every = max(1, round(90 / step)) if step else 1
    return tuple(Label(round(n * step, 1), bar.period) for n, bar in enumerate(bars) if n % every == 0)
