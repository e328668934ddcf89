"""How good the program is: the tables of ``docs/quality.md``, which come with the package as data."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("quality.json")


@dataclass(frozen=True, slots=True)
class Table:
    """One table, with the heading it stands under and the command that prints it."""

    title: str
    command: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def tables() -> tuple[Table, ...]:
    """Return the tables in the order of the page."""
    return tuple(
        Table(t["title"], t["command"], tuple(t["columns"]), tuple(map(tuple, t["rows"])))
        for t in json.loads(FILE.read_text(encoding="utf-8"))
    )
