"""A flat table of events between two actors, for statistics: codes of states, stance and origins as columns."""

import csv
from pathlib import Path

from dragoman.record.codec import Plain
from dragoman.views.exports import Rows, export
from dragoman.views.exports._dyads import Dyad, Row, dyads, states
from dragoman.views.exports._files import folder, written
from dragoman.views.exports.csv import cell

SIDE = ("id", "name", "country", "cow", "gw", "kind", "sector")
COLUMNS = (
    "event", "date", "earliest", "latest", "date_basis", "type", "mode", "context", "quad", "stance", "recency",
    "directed", *(f"source_{key}" for key in SIDE), *(f"target_{key}" for key in SIDE), "origins_low", "origins_high",
    "articles",
)  # fmt: skip


@export("dyads")
def table(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write a line for each pair of actors of each event; count lines of one stance, and `new` ones, as a rule.

    Codes are ISO 3166-1 alpha-3, Correlates of War and Gleditsch-Ward. ``directed`` is 0 where both did it together.
    """
    path = folder(out) / "dyads.csv"
    numbers = states(record)
    with written(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for dyad in dyads(record):
            writer.writerow([cell(value) for value in _line(dyad, numbers)])
    return (path,)


def _line(dyad: Dyad, numbers: dict[str, Row]) -> list[Plain]:
    event, when = dyad.event, dyad.event["when"] or {}
    times = [when.get(key) for key in ("edtf", "earliest", "latest", "basis")]
    kind = [event["type"], event["mode"], " ".join(event["context"]), event["quad"], event["stance"], event["recency"]]
    counts = [event["origins"]["low"], event["origins"]["high"], len(event["articles"])]
    sides = [*_side(dyad.source, numbers), *_side(dyad.target, numbers)]
    return [event["id"], *times, *kind, int(dyad.directed), *sides, *counts]


def _side(actor: Row, numbers: dict[str, Row]) -> list[Plain]:
    state = numbers.get(actor["country"] or "", actor)
    codes = [state["cow"], state["gw"]]
    return [actor["id"], actor["name"], actor["country"], *codes, actor["kind"], " ".join(actor["sector"])]
