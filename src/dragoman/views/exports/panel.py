"""A panel of pairs of states by month: how many events of each quad class were told as fact."""

import csv
from collections import Counter
from itertools import permutations
from pathlib import Path

from dragoman.views.exports import Rows, export
from dragoman.views.exports._dyads import QUADS, dyads, month, states
from dragoman.views.exports._files import folder, written

COLUMNS = ("month", "source", "source_cow", "source_gw", "target", "target_cow", "target_gw", *QUADS.values(), "mutual")


@export("panel")
def panel(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write a line for each month and each pair of states that something is told of, as directed dyad-months.

    Counted are events that are told as fact and are news, once for each pair of states, whoever acted for them. What
    two did together counts for both directions; ``mutual`` says how many of a line's events are such. Events of which
    the words do not give the month, and those within a state, are left out.
    """
    path = folder(out) / "panel.csv"
    numbers = states(record)
    counts = _counts(record)
    with written(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for when, source, target in sorted(counts):
            found = counts[when, source, target]
            codes = [(n["id"], n["cow"], n["gw"]) for n in (numbers[source], numbers[target])]
            writer.writerow([when, *codes[0], *codes[1], *(found[q] for q in QUADS), found["mutual"]])
    return (path,)


def _counts(record: Rows) -> dict[tuple[str, str, str], Counter[object]]:
    seen: set[tuple[str, str, str]] = set()
    counts: dict[tuple[str, str, str], Counter[object]] = {}
    for event, source, target, directed in dyads(record):
        when, pair = month(event), (source["country"], target["country"])
        if when is None or event["stance"] != "actual" or event["recency"] != "new" or None in pair:
            continue
        for one, other in [pair] if directed else list(permutations(pair)):
            if one != other and (event["id"], one, other) not in seen:
                seen.add((event["id"], one, other))
                found = counts.setdefault((when, one, other), Counter())
                found[event["quad"]] += 1
                found["mutual"] += not directed
    return counts
