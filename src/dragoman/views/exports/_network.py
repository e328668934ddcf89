"""Actors and what passes between them as a network: one edge for each pair, type and stance."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, indent, tostring

from dragoman.views.exports import Rows
from dragoman.views.exports._dyads import QUADS, Row, actors, dyads
from dragoman.views.exports._files import folder, written

# what XML 1.0 does not admit, at all: https://www.w3.org/TR/xml/#charsets
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

NODE = {"label": "string", "kind": "string", "country": "string", "cow": "long", "gw": "long"}
EDGE = {
    "type": "string", "quad": "string", "stance": "string", "directed": "boolean", "weight": "long", "first": "string",
    "last": "string", "articles": "long",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges as plain attributes, in order."""

    nodes: tuple[tuple[str, dict[str, Any]], ...]
    edges: tuple[tuple[str, str, dict[str, Any]], ...]


def network(record: Rows) -> Network:
    """Return the network of a record; an edge says how its events hold, so that no count mixes them."""
    edges: dict[tuple[str, str, str, str, bool], list[Row]] = {}
    for event, source, target, directed in dyads(record):
        edges.setdefault((source["id"], target["id"], event["type"], event["stance"], directed), []).append(event)
    linked = {end for key in edges for end in key[:2]}
    nodes = tuple((id, _node(row)) for id, row in sorted(actors(record).items()) if id in linked)
    return Network(nodes, tuple((key[0], key[1], _edge(key, edges[key])) for key in sorted(edges)))


def _node(row: Row) -> dict[str, Any]:
    return {"label": row["name"], **{key: row[key] for key in ("kind", "country", "cow", "gw")}}


def _edge(key: tuple[str, str, str, str, bool], events: list[Row]) -> dict[str, Any]:
    days = sorted(d for e in events for d in _days(e))
    articles = {a for e in events for a in e["articles"]}
    return {
        "type": key[2],
        "quad": QUADS.get(events[0]["quad"], str(events[0]["quad"])),
        "stance": key[3],
        "directed": key[4],
        "weight": len(events),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "articles": len(articles),
    }


def _days(event: Row) -> Iterator[str]:
    when = event["when"] or {}
    if when.get("basis") != "article":
        yield from (str(d) for d in (when.get("earliest"), when.get("latest")) if d)


def told(attributes: dict[str, Any], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the attributes that have a value, as XML text."""
    for key in known:
        value = attributes[key]
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            yield key, UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def write_xml(root: Element, out: Path, name: str) -> tuple[Path, ...]:
    """Write a document into the folder ``out``, indented, and return its path."""
    path = folder(out) / name
    indent(root)
    with written(path) as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n')
        file.write(tostring(root, encoding="unicode") + "\n")
    return (path,)
