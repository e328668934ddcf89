"""PLOVER records: one file, a JSON object for each event, with the fields of the manual's own records."""

import json
from pathlib import Path
from typing import cast

from dragoman.record.codec import Plain
from dragoman.views.exports import Rows, export
from dragoman.views.exports._coded import Row, Told, told
from dragoman.views.exports._files import folder, written

VERSION = "2.0-draft"
# the manual's four marks of what is not simply so; the stance itself stands beside them
REALIS = {"planned": "future", "possible": "hypothetical", "demanded": "hypothetical", "alleged": "hypothetical"}
NEGATED = ("negated", "denied")
CODES = {"XKX": "KOS"}  # PLOVER's own code; the special codes of bodies stand in the sector


@export("plover")
def plover(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write the events as PLOVER records: what did not simply happen carries its mark in ``realis``."""
    path = folder(out) / "events.plover.jsonl"
    with written(path) as file:
        file.writelines(f"{json.dumps(as_record(t), ensure_ascii=False)}\n" for t in told(record))
    return (path,)


def as_record(one: Told) -> Row:
    """Return an event with the manual's field names; CAMEO and the stance beside them."""
    stance = str(one.event["stance"])
    place = one.place
    return {
        "id": one.event["id"],
        "date": one.latest,
        "event": one.event["type"],
        "mode": one.mode,
        "context": one.event["context"],
        "source": [_actor(a) for a in one.actors],
        "target": [_actor(a) for a in one.recipients],
        "quad": one.entry.quad,
        "score": one.entry.score_of(one.mode),
        "cameo": one.entry.cameo_of(one.mode),
        "realis": _realis(one, stance),
        "stance": stance,
        "location": None if place is None else {"name": place["name"], "country": place["country"]},
        "eventText": one.text,
        "publication": one.article["outlet"],
        "url": one.article["url"],
        "language": one.article["language"],
        "coder": "dragoman",
        "version": VERSION,
    }


def _actor(row: Row) -> Row:
    country = row["country"]
    code = CODES.get(str(country), country)
    return {"actorText": row["name"], "code": code, "sector": row["sector"], "id": row["id"]}


def _realis(one: Told, stance: str) -> list[Plain]:
    """Return which of the manual's marks an event carries."""
    marks = ["historical"] if one.event["recency"] == "history" else []
    marks += [REALIS[stance]] if stance in REALIS else []
    marks += ["negation"] if stance in NEGATED else []
    return cast("list[Plain]", marks)
