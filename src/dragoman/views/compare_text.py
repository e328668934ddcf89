"""The compare grid as plain text and as rows of a table."""

import textwrap
from collections.abc import Iterator

from dragoman.views.compare import Cell, Grid, Proposition, Voice
from dragoman.views.sheet import WIDTH, sheet, wrapped

MARKS = {"asserts": "●", "attributes": "↪", "denies": "✗", "differs": "≠", "silent": "·"}
KEY = "● asserts   ↪ attributes to a source   ✗ denies   ≠ gives another value   · silent"
COLUMNS = (
    "proposition", "kind", "text", "outlet", "how", "source", "value", "stance", "sentence", "file", "start", "end",
    "report",
)  # fmt: skip


def text(grid: Grid) -> str:
    """Return the grid as text: the marks of all outlets before each proposition, then each outlet's sentences."""
    lines = [*textwrap.wrap(grid.title, WIDTH), KEY, ""]
    lines += [f"  {letter(n)}  {outlet}" for n, outlet in enumerate(grid.outlets)]
    lines += ["", "  " + " ".join(letter(n).ljust(1) for n in range(len(grid.outlets)))]
    for proposition in grid.propositions:
        lines += [*_proposition(proposition), ""]
    return "\n".join(lines).rstrip() + "\n"


def letter(number: int) -> str:
    """Return the letters of a column: A to Z, then AA."""
    return (letter(number // 26 - 1) if number > 25 else "") + chr(ord("A") + number % 26)


def csv(grid: Grid) -> str:
    """Return the grid as CSV with a header line."""
    return sheet(COLUMNS, rows(grid))


def rows(grid: Grid) -> Iterator[tuple[str, ...]]:
    """Yield a row for each sentence of each cell, and one for each silence."""
    for proposition in grid.propositions:
        for cell in proposition.cells:
            start = (proposition.id, proposition.kind, proposition.text, cell.outlet)
            for voice in cell.voices:
                yield (
                    *start, voice.how, voice.source or "", voice.value or "", voice.stance or "", _flat(voice.sentence),
                    voice.file or "", str(voice.start), str(voice.end), voice.report,
                )  # fmt: skip
            if not cell.voices:
                yield (*start, cell.how, *[""] * (len(COLUMNS) - len(start) - 1))


def _proposition(proposition: Proposition) -> Iterator[str]:
    marks = " ".join(MARKS[cell.how].ljust(len(letter(n))) for n, cell in enumerate(proposition.cells))
    yield from wrapped(f"  {marks}  ", f"{proposition.text}  [{proposition.id}]", " " * (len(marks) + 4))
    for n, cell in enumerate(proposition.cells):
        yield from _cell(letter(n), cell)


def _cell(column: str, cell: Cell) -> Iterator[str]:
    for voice in cell.voices:
        yield from wrapped(f"      {column}  ", f"{_how(voice)}: {_flat(voice.sentence)}", "         ")


def _how(voice: Voice) -> str:
    """Return how a sentence holds the proposition, in words."""
    by = f" ({voice.source})" if voice.source else ""
    held = f", {voice.stance}" if voice.stance and voice.how != "denies" else ""
    match voice.how:
        case "attributes":
            return f"attributes to {voice.source}{held}"
        case "differs":
            return f"gives {voice.value}{by}{held}"
        case _:
            return f"{voice.how}{by}{held}"


def _flat(words: str) -> str:
    return " ".join(words.split())
