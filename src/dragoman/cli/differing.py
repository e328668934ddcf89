"""``dragoman diff``: what two records see differently."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

import dragoman
from dragoman.cli import exits, screen

SIGNS = {"old": "-", "new": "+", "changed": "~"}
Place = Annotated[Path, typer.Argument(show_default=False, readable=False)]


def command(
    old: Place,
    new: Place,
    table: Annotated[str | None, typer.Option("--table", help="Only this table, such as events.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, a difference a line, with both values.")] = False,
) -> int:
    """Tell what two records see differently: - only in OLD, + only in NEW, ~ in both, with the fields that differ."""
    with dragoman.open(old, create=False) as before, dragoman.open(new, create=False) as after:
        found = [d for d in after.differences(before) if table in (None, d.table)]
    for one in found:
        if as_json:
            screen.say_json(json.dumps(asdict(one), ensure_ascii=False))
        else:
            fields = f"  [{', '.join(one.fields)}]" if one.fields else ""
            screen.say(f"{SIGNS[one.seen]} {one.table:<12} {one.id}  {one.told}{fields}")
    counts = Counter(one.seen for one in found)
    told = ", ".join(f"{counts[seen]} {name}" for seen, name in NAMES.items() if counts[seen])
    screen.tell(f"diff: {told or 'nothing differs'}")
    return exits.OK if found else exits.NOTHING


NAMES = {"old": "only in the old", "new": "only in the new", "changed": "changed"}
