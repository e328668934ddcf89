"""Events as pairs of actors, for the formats that count or draw relations between two."""

import json
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any, NamedTuple

from dragoman.views.exports import Rows

Row = dict[str, Any]
QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}


class Dyad(NamedTuple):
    """One event between two actors; what both did together has no direction."""

    event: Row
    source: Row  # actor rows
    target: Row
    directed: bool


def actors(record: Rows) -> dict[str, Row]:
    """Return the actors by id."""
    return {row["id"]: row for row in map(json.loads, record.rows("actors"))}


def dyads(record: Rows) -> Iterator[Dyad]:
    """Yield every pair of actors of every event, by event id.

    An event with recipients gives a pair for each who acts and each to whom it is done; one without, which its actors
    did together, gives each pair of them, in order of id. An actor alone makes none.
    """
    known = actors(record)
    for event in map(json.loads, record.rows("events")):
        directed = bool(event["recipients"])
        pairs = product(event["actors"], event["recipients"]) if directed else combinations(event["actors"], 2)
        for one, other in pairs:
            if one != other and one in known and other in known:
                yield Dyad(event, known[one], known[other], directed)


def states(record: Rows) -> dict[str, Row]:
    """Return the states by their code, those named only through their bodies and people included."""
    known = actors(record)
    codes = sorted({a["country"] for a in known.values() if a["country"]})
    empty: Row = {"name": None, "cow": None, "gw": None, "wikidata": None}
    return {code: known.get(code) or {**empty, "id": code} for code in codes}


def month(event: Row) -> str | None:
    """Return the month an event is told to be of, "2025-05"; None where the words do not say one."""
    when = event["when"] or {}
    first, last = when.get("earliest"), when.get("latest")
    return str(first)[:7] if first and last and first[:7] == last[:7] else None
