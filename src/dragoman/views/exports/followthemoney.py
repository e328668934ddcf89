"""FollowTheMoney entities for Aleph and OpenSanctions tools (https://followthemoney.tech/)."""

import json
from pathlib import Path
from typing import Any

from dragoman.views.exports import Rows, export
from dragoman.views.exports._dyads import actors
from dragoman.views.exports._files import folder, written

Row = dict[str, Any]
SCHEMAS = {
    "person": "Person",
    "company": "Company",
    "state": "PublicBody",
    "body": "PublicBody",
    "chamber": "PublicBody",
}
OTHER = "Organization"


@export("followthemoney")
def entities(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write an entity a line: articles, actors, and the events between them with the articles as proof.

    An event says in its name how it holds where it is not told as fact.
    """
    path = folder(out) / "entities.ftm.json"
    known = actors(record)
    with written(path) as file:
        for row in map(json.loads, record.rows("articles")):
            file.write(_entity(f"article-{row['id']}", "Article", _article(row)))
        for row in known.values():
            file.write(_entity(_key(row["id"]), SCHEMAS.get(row["kind"], OTHER), _actor(row)))
        for row in map(json.loads, record.rows("events")):
            file.write(_entity(f"event-{row['id']}", "Event", _event(row, known)))
    return (path,)


def _key(actor: str) -> str:
    return "actor-" + actor.replace("/", ".")


def _entity(id: str, schema: str, properties: dict[str, list[str | None]]) -> str:
    told = {name: [v for v in values if v] for name, values in properties.items()}
    entity = {"id": id, "schema": schema, "properties": {name: values for name, values in told.items() if values}}
    return json.dumps(entity, ensure_ascii=False) + "\n"


def _article(row: Row) -> dict[str, list[str | None]]:
    published = (row["published"] or {}).get("earliest")
    return {
        "title": [row["title"]],
        "author": row["byline"],
        "publisher": [row["outlet"]],
        "sourceUrl": [row["url"]],
        "publishedAt": [published],
        "bodyText": [row["text"]],
    }


def _actor(row: Row) -> dict[str, list[str | None]]:
    aliases = [alias for alias in row["aliases"] if alias != row["name"]]
    return {"name": [row["name"]], "alias": aliases, "wikidataId": [row["wikidata"]]}


def _event(row: Row, known: dict[str, Row]) -> dict[str, list[str | None]]:
    when = row["when"] or {}
    kind = "/".join(part for part in (row["type"], row["mode"]) if part)
    sides = [", ".join(known[a]["name"] for a in row[side] if a in known) for side in ("actors", "recipients")]
    held = "" if row["stance"] == "actual" else f" ({row['stance']})"
    exact = when.get("earliest") == when.get("latest")
    return {
        "name": [f"{kind}: {' → '.join(s for s in sides if s)}{held}"],
        "date": [when.get("earliest") if exact else None],
        "startDate": [None if exact else when.get("earliest")],
        "endDate": [None if exact else when.get("latest")],
        "organizer": [_key(a) for a in row["actors"] if a in known],
        "involved": [_key(a) for a in row["recipients"] if a in known],
        "proof": [f"article-{article}" for article in row["articles"]],
        "recordId": [row["id"]],
    }
