"""CAMEO codes in tab-separated columns like GDELT's: a line for each pair of actors of what is told as done."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import cast

from dragoman.record.codec import Plain
from dragoman.views.exports import Rows, export
from dragoman.views.exports._coded import Row, Told, told
from dragoman.views.exports._files import folder, written

ACTOR = ("Code", "Name", "CountryCode", "Type1Code", "Type2Code")
COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", *(f"Actor{n}{c}" for n in (1, 2) for c in ACTOR),
    "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "PloverScore", "NumMentions", "NumSources",
    "NumArticles", "ActionGeo_FullName", "ActionGeo_CountryCode", "SourceURL",
)  # fmt: skip
# In CAMEO media are MED and health is HLH; in PLOVER JRN and MED
SECTORS = {"JRN": "MED", "MED": "HLH", "EUR": "IGOEUREEC", "UNO": "IGOUNO"}


@export("cameo")
def cameo(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write what is told as having happened, a line for each actor and recipient; of a meeting, for each two."""
    path = folder(out) / "events.cameo.tsv"
    with written(path) as file:
        file.write("\t".join(COLUMNS) + "\n")
        for one in told(record):
            if one.event["stance"] == "actual":
                file.writelines("\t".join(line) + "\n" for line in lines(one))
    return (path,)


def lines(one: Told) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each line of an event."""
    for number, (first, second) in enumerate(_pairs(one)):
        code = one.entry.cameo_of(one.mode)
        yield (
            f"{one.event['id']}-{number}",
            *_day(one.latest),
            *_actor(first),
            *_actor(second),
            code,
            code[:3],
            code[:2],
            str(one.entry.quad),
            f"{one.entry.score_of(one.mode):g}",
            *_counts(one),
            *_place(one),
            _cell(one.article["url"]),
        )


def _pairs(one: Told) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield each actor with each recipient; where none receives, each two actors; a lone actor by himself."""
    if one.recipients:
        yield from ((a, r) for a in one.actors or (None,) for r in one.recipients)
    elif len(one.actors) > 1:
        yield from combinations(one.actors, 2)
    else:
        yield from ((a, None) for a in one.actors)


def _day(latest: str | None) -> tuple[str, str, str]:
    digits = "" if latest is None else latest.replace("-", "")
    return digits[:8], digits[:6], digits[:4]


def _actor(row: Row | None) -> tuple[str, ...]:
    if row is None:
        return ("",) * len(ACTOR)
    sectors = [SECTORS.get(str(s), str(s)) for s in cast("list[Plain]", row["sector"])]
    country = _cell(row["country"])
    return ("".join([country, *sectors[:2]]), _cell(row["name"]), country, *[*sectors, "", ""][:2])


def _counts(one: Told) -> tuple[str, str, str]:
    """Return how many reports, origins (at least) and articles tell it."""
    origins = cast(Row, one.event["origins"])
    reports, articles = (cast("list[Plain]", one.event[k]) for k in ("reports", "articles"))
    return str(len(reports)), str(origins["low"]), str(len(articles))


def _place(one: Told) -> tuple[str, str]:
    place = one.place
    return ("", "") if place is None else (_cell(place["name"] or place["text"]), _cell(place["country"]))


def _cell(value: Plain) -> str:
    """Return a value in one cell: tabs and line feeds would break the line."""
    return "" if value is None else " ".join(str(value).split())
