"""Statements as claims in the terms of schema.org, for fact-checkers (https://schema.org/Claim)."""

import json
from pathlib import Path
from typing import Any

from dragoman.views.exports import Rows, export
from dragoman.views.exports._dyads import actors
from dragoman.views.exports._files import folder, written

Row = dict[str, Any]
PERSON = frozenset({"person", "office"})


@export("claims")
def claims(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write a JSON-LD object a line: what was said, by whom, where it appears and appeared first.

    A claim here is that somebody said so; none is rated.
    """
    path = folder(out) / "claims.jsonl"
    articles = {row["id"]: row for row in map(json.loads, record.rows("articles"))}
    home = {row["id"]: articles[row["article"]] for row in map(json.loads, record.rows("reports"))}
    known = actors(record)
    with written(path) as file:
        for row in map(json.loads, record.rows("statements")):
            told = sorted({home[i]["id"]: home[i] for i in row["reports"]}.values(), key=_age)
            file.write(json.dumps(_claim(row, told, known.get(row["speaker_actor"])), ensure_ascii=False) + "\n")
    return (path,)


def _age(article: Row) -> tuple[str, str]:
    return ((article["published"] or {}).get("earliest") or "9999", article["id"])


def _claim(row: Row, told: list[Row], actor: Row | None) -> Row:
    works = [_work(article) for article in told]
    found = {
        "@context": "https://schema.org",
        "@type": "Claim",
        "identifier": row["id"],
        "text": row["text"],
        "author": _author(row["speaker"], actor),
        "dateCreated": (row["when"] or {}).get("edtf"),
        "appearance": works,
        "firstAppearance": works[0] if works else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _author(printed: str, actor: Row | None) -> Row:
    if actor is None:
        return {"@type": "Thing", "name": printed}
    wikidata = {"sameAs": f"https://www.wikidata.org/entity/{actor['wikidata']}"} if actor["wikidata"] else {}
    kind = "Person" if actor["kind"] in PERSON else "Organization"
    return {"@type": kind, "name": actor["name"], "identifier": actor["id"], **wikidata}


def _work(article: Row) -> Row:
    found = {
        "@type": "NewsArticle",
        "identifier": article["id"],
        "headline": article["title"],
        "url": article["url"],
        "publisher": {"@type": "NewsMediaOrganization", "name": article["outlet"]} if article["outlet"] else None,
        "datePublished": (article["published"] or {}).get("edtf"),
    }
    return {key: value for key, value in found.items() if value is not None}
