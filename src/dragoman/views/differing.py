"""What two records see differently: rows that only one has, and fields that differ."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.record.rows import TABLES
from dragoman.views.exports import Rows

NAMING = ("title", "name", "because", "text", "type", "kind", "body", "verdict")  # what a row is known by, best first
LONG = 100  # code points of that


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that two records do not hold alike."""

    table: str
    id: str
    told: str  # what the row is known by
    seen: str  # "old" or "new" where only one has it, "changed"
    fields: tuple[str, ...] = ()  # that differ
    old: dict[str, Any] | None = None  # their values
    new: dict[str, Any] | None = None


def differences(old: Rows, new: Rows) -> Iterator[Difference]:
    """Yield every difference, table by table, by id."""
    for table in TABLES:
        before, after = _by_id(old, table), _by_id(new, table)
        for id in sorted({*before, *after}):
            one, other = before.get(id), after.get(id)
            if one is None or other is None:
                yield Difference(table, id, _told(one or other or {}), "new" if one is None else "old")
            elif one != other:
                keys = tuple(key for key in {**one, **other} if one.get(key) != other.get(key))
                sides = [{key: row.get(key) for key in keys} for row in (one, other)]
                yield Difference(table, id, _told(other), "changed", keys, *sides)


def _by_id(record: Rows, table: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, record.rows(table))}


def _told(row: dict[str, Any]) -> str:
    if row.get("evidence"):
        words = f"{row['kind']}: {row['evidence'][0]['quote']}"
    else:
        words = next((str(row[key]) for key in NAMING if row.get(key)), "")
    words = " ".join(words.split())
    return words if len(words) <= LONG else f"{words[:LONG]}…"
