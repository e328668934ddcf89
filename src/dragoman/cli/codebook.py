"""``dragoman codebook``: the types of events, how they are told apart, and their examples."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman
from dragoman.cli import exits, screen

if TYPE_CHECKING:
    from dragoman.ontology.codebook import EventEntry, Example

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def command(
    type: Annotated[
        str | None, typer.Argument(help="A type, such as SANCTION; all of them when left out.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, a type a line, cues and all.")] = False,
) -> int:
    """Show the types of events (PLOVER's), how they are told apart, and the examples that are their tests."""
    found = dragoman.codebook(type)
    if as_json:
        for entry in found:
            screen.say_json(json.dumps(asdict(entry), ensure_ascii=False))
    elif type is None:
        columns = ("type", "name", "quad", "cues", "what it is")
        screen.show_table(columns, [_row(entry) for entry in found])
    else:
        screen.say("\n".join(_whole(found[0])))
    return exits.OK


def _row(entry: "EventEntry") -> tuple[str, ...]:
    return entry.type, entry.name, QUADS.get(entry.quad, "none"), str(len(entry.cues)), entry.definition


def _whole(entry: "EventEntry") -> Iterator[str]:
    yield f"{entry.type}  {entry.name}  ({QUADS.get(entry.quad, 'none')}; CAMEO {', '.join(entry.cameo)})"
    yield f"  {entry.definition}"
    for title, lines in (
        ("modes", [f"{m.name}: {m.about}" for m in entry.modes]),
        ("not to be taken for", [f"{c.type}: {c.tell}" for c in entry.confused_with]),
        ("cues", [c.name for c in entry.cues]),
        ("examples", [_example(e) for e in entry.examples]),
        ("near misses", [_example(e) for e in entry.near_misses]),
    ):
        if lines:
            yield from ("", f"  {title}", *(f"    {line}" for line in lines))


def _example(example: "Example") -> str:
    if example.type is None:
        return f"“{example.text}” – none"
    kind = "/".join(part for part in (example.type, example.mode) if part)
    sides = " → ".join(", ".join(side) for side in (example.actors, example.recipients) if side)
    return f"“{example.text}” – {kind}  {sides}" + ("" if example.stance == "actual" else f"  ({example.stance})")
