"""Where every report comes from, as PROV-O with Web Annotation selectors, in JSON-LD.

https://www.w3.org/TR/prov-o/ and https://www.w3.org/TR/annotation-model/: a report is an entity derived from an article
by an activity (the rule that read it); its evidence is an annotation with the position and the words.
"""

import json
from pathlib import Path
from typing import Any

from dragoman.views.exports import Rows, export
from dragoman.views.exports._files import folder, written

BASE = "urn:dragoman:"
AROUND = 32  # code points before and after a quotation, to find it by where positions moved
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "prov": "http://www.w3.org/ns/prov#",
        "schema": "https://schema.org/",
        "dragoman": f"{BASE}terms:",
    },
]
Row = dict[str, Any]


@export("prov")
def prov(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write a JSON-LD object a line: articles, the reports derived from them, and their evidence as annotations."""
    path = folder(out) / "provenance.jsonl"
    articles = {row["id"]: row for row in map(json.loads, record.rows("articles"))}
    with written(path) as file:
        for row in articles.values():
            file.write(_line(_article(row)))
        for row in map(json.loads, record.rows("reports")):
            file.write(_line(_report(row, articles[row["article"]])))
    return (path,)


def _line(thing: Row) -> str:
    known = {key: value for key, value in thing.items() if value is not None}
    return json.dumps({"@context": CONTEXT, **known}, ensure_ascii=False) + "\n"


def _article(row: Row) -> Row:
    published = row["published"] or {}
    return {
        "id": f"{BASE}article:{row['id']}",
        "type": ["prov:Entity", "schema:NewsArticle"],
        "schema:headline": row["title"],
        "schema:url": row["url"],
        "schema:datePublished": published.get("edtf"),
        "schema:inLanguage": row["language"],
        "schema:publisher": row["outlet"],
        "dragoman:sha256": row["sha256"],
    }


def _report(row: Row, article: Row) -> Row:
    source = f"{BASE}article:{row['article']}"
    return {
        "id": f"{BASE}report:{row['id']}",
        "type": "prov:Entity",
        "dragoman:kind": row["kind"],
        "dragoman:stance": row["stance"],
        "dragoman:content": row[row["kind"]],
        "prov:wasDerivedFrom": {"id": source},
        "prov:wasGeneratedBy": {"type": "prov:Activity", "prov:used": {"id": source}, "dragoman:rule": row["rule"]},
        "prov:wasAttributedTo": [_agent(link) for link in row["attribution"]],
        "dragoman:evidence": [_annotation(item, article, source) for item in row["evidence"]],
    }


def _agent(link: Row) -> Row:
    actor = {"id": f"{BASE}actor:{link['actor']}"} if link["actor"] else {}
    return {**actor, "type": "prov:Agent", "schema:name": link["source"], "dragoman:commitment": link["commitment"]}


def _annotation(item: Row, article: Row, source: str) -> Row:
    """Return evidence as an annotation: which field it supports, where it stands, and in which words."""
    text, start, end = article["text"], item["start"], item["end"]
    quote = {
        "type": "TextQuoteSelector",
        "exact": item["quote"],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    body = {"type": "TextualBody", "value": item["field"], "purpose": "tagging"}
    return {"type": "Annotation", "body": body, "target": {"source": source, "selector": [position, quote]}}
