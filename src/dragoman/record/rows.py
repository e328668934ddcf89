"""Rows as others see them: the exported schema of each table, made from nouns and read back into them.

A row is a dict of plain values with ``schema_version`` first. Fields may be added; these keep name and meaning.
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import TypeAlias, cast

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Assessment, Event, Provision, Relation, Statement, Step, Story, Vote
from dragoman.model.finding import Finding, Judgement
from dragoman.model.report import (
    AssessmentContent,
    EventContent,
    ProvisionContent,
    RelationContent,
    Report,
    StatementContent,
    StepContent,
    VoteContent,
)
from dragoman.record.codec import TAG, Plain, decode, encode

SCHEMA_VERSION = "1"

Row: TypeAlias = "dict[str, Plain]"
Noun = (
    Article
    | Actor
    | Report
    | Event
    | Agreement
    | Vote
    | Relation
    | Statement
    | Assessment
    | Story
    | Finding
    | Judgement
)

# everything with an id of its own; steps and provisions stand within their agreements
Explicable = Noun | Step | Provision

# in the order in which the documents list them
TABLES: Mapping[str, type[Noun]] = {
    "articles": Article,
    "actors": Actor,
    "reports": Report,
    "events": Event,
    "agreements": Agreement,
    "votes": Vote,
    "relations": Relation,
    "statements": Statement,
    "assessments": Assessment,
    "stories": Story,
    "findings": Finding,
    "judgements": Judgement,
}

CONTENT: Mapping[str, type] = {
    "event": EventContent,
    "step": StepContent,
    "provision": ProvisionContent,
    "vote": VoteContent,
    "relation": RelationContent,
    "statement": StatementContent,
    "assessment": AssessmentContent,
}

# what a report keeps for itself: how ``when`` was resolved, so that it can be again
INWARD = ("time", "basis")


def row_of(noun: Noun) -> Row:
    """Return a noun as the exported schema has it."""
    plain = cast(Row, encode(noun))
    if isinstance(noun, Article):
        plain = _article_row(plain)
    elif isinstance(noun, Report):
        plain = _report_row(plain)
    elif isinstance(noun, Finding):
        plain = _finding_row(plain)
    return {"schema_version": SCHEMA_VERSION, **plain}


def noun_of(table: str, row: Row) -> Noun:
    """Return the noun that a row of ``table`` was made from, except a report's symbolic time, which no row has."""
    plain = {key: value for key, value in row.items() if key != "schema_version"}
    if table == "articles":
        plain = _article_plain(plain)
    elif table == "reports":
        plain = _report_plain(plain)
    elif table == "findings":
        plain = _finding_plain(plain)
    return decode(TABLES[table], plain)


def line_of(row: Row) -> str:
    """Return a row as one line of JSON, the same for the same row."""
    return json.dumps(row, ensure_ascii=False)


def columns(table: str) -> tuple[str, ...]:
    """Return the keys a row of ``table`` may have, in order; a report has one of those of its kind."""
    names = [field.name.rstrip("_") for field in fields(TABLES[table])]
    if table == "reports":
        names = [name for name in names if name not in INWARD]
        names[names.index("content") : names.index("content") + 1] = CONTENT
    return ("schema_version", *names)


def inward_of(report: Report) -> str:
    """Return, as JSON, what a report keeps for itself."""
    return line_of({"time": encode(report.time) if report.time else None, "basis": report.basis})


def report_of(row: Row, inward: Row) -> Report:
    """Return a report whole: its row and what it keeps for itself."""
    return decode(Report, _report_plain({key: value for key, value in row.items() if key != "schema_version"} | inward))


def _article_row(plain: Row) -> Row:
    """Paragraphs and headline are of the article itself: ``[start, end]`` says it."""
    paragraphs = [_ends(span) for span in _dicts(plain["paragraphs"])]
    headline = _ends(cast(Row, plain["headline"])) if plain["headline"] else None
    return plain | {"paragraphs": cast(Plain, paragraphs), "headline": headline}


def _article_plain(row: Row) -> Row:
    def span(ends: Plain) -> Row:
        start, end = cast(list[Plain], ends)
        return {"article": row["id"], "start": start, "end": end}

    paragraphs = [span(ends) for ends in cast(list[Plain], row["paragraphs"])]
    headline = span(row["headline"]) if row["headline"] else None
    return row | {"paragraphs": cast(Plain, paragraphs), "headline": headline}


def _ends(span: Row) -> Plain:
    return [span["start"], span["end"]]


def _report_row(plain: Row) -> Row:
    """Content goes under the name of its kind, evidence loses the article, which is the report's."""
    out: Row = {}
    for key, value in plain.items():
        if key == "content":
            content = {k: v for k, v in cast(Row, value).items() if k != TAG}
            out[cast(str, plain["kind"])] = content
        elif key == "evidence":
            out[key] = [_flat_evidence(item) for item in _dicts(value)]
        elif key not in INWARD:
            out[key] = value
    return out


def _report_plain(row: Row) -> Row:
    kind = cast(str, row["kind"])
    content = {TAG: CONTENT[kind].__name__, **cast(Row, row[kind])}
    evidence = [_whole(item, article=row["article"]) for item in _dicts(row["evidence"])]
    rest = {key: value for key, value in row.items() if key != kind}
    return rest | {"content": content, "evidence": cast(Plain, evidence)}


def _flat_evidence(item: Row) -> Plain:
    span = cast(Row, item["span"])
    return {"field": item["field"], "start": span["start"], "end": span["end"], "quote": item["quote"]}


def _whole(item: Row, *, article: Plain) -> Row:
    """Return evidence or a quote with its span put together again."""
    span: Row = {"article": article, "start": item["start"], "end": item["end"]}
    return {key: value for key, value in item.items() if key not in span} | {"span": span}


def _finding_row(plain: Row) -> Row:
    def flat(quote: Row) -> Row:
        return {**cast(Row, quote["span"]), "quote": quote["quote"]}

    sides = [side | {"quotes": [flat(q) for q in _dicts(side["quotes"])]} for side in _dicts(plain["sides"])]
    return plain | {"sides": cast(Plain, sides)}


def _finding_plain(row: Row) -> Row:
    def whole(side: Row) -> Row:
        quotes = [_whole(quote, article=quote["article"]) for quote in _dicts(side["quotes"])]
        return side | {"quotes": cast(Plain, quotes)}

    return row | {"sides": cast(Plain, [whole(side) for side in _dicts(row["sides"])])}


def _dicts(plain: Plain) -> list[Row]:
    return cast(list[Row], plain)
