"""Predict names of persons, places and organisations, in IOB2 over the tokens of INPUT (its tags are not looked at)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.lines import article_of
from dragoman import ontology
from dragoman.model.reading import Mention, Reading
from dragoman.reading import read
from dragoman.reading.engine import Engine

OF_KIND = {
    "person": "PER", "state": "LOC", "organisation": "ORG", "body": "ORG", "chamber": "ORG", "company": "ORG",
    "armed_group": "ORG", "outlet": "ORG",
}  # fmt: skip
Rows = list[list[str]]


def predict(source: Path) -> Iterator[str]:
    """Yield the lines of INPUT with our tags in the third column."""
    engine, world = Engine.load(), ontology.load()
    for comments, rows in _sentences(source):
        text = _text(comments, rows)
        article = article_of(text)
        yield from comments
        for row, tag in zip(rows, _tags(text, rows, read(article, ontology=world, engine=engine)), strict=True):
            yield "\t".join([row[0], row[1], tag, "-", "-"])
        yield ""


def _sentences(source: Path) -> Iterator[tuple[list[str], Rows]]:
    comments: list[str] = []
    rows: Rows = []
    with gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open(encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []
    if rows:
        yield comments, rows


def _text(comments: Sequence[str], rows: Rows) -> str:
    given = next((c.partition("= ")[2] for c in comments if c.startswith("# text =")), "")
    return given or " ".join(row[1] for row in rows)


def _tags(text: str, rows: Rows, reading: Reading) -> Iterator[str]:
    """Yield a tag for each token: the kind of the mention it stands in, with titles left outside a person's name."""
    at = 0
    before: object = None
    for row in rows:
        start = text.find(row[1], at)
        at = start + len(row[1]) if start >= 0 else at
        found, kind = _kind(reading, start, at)
        inside = kind is not None and row[1][:1].isupper() and not (kind == "PER" and row[1].lower() in TITLES)
        yield "O" if not inside else f"{'I' if found is before else 'B'}-{kind}"
        before = found if inside else None


TITLES = frozenset({
    "president", "minister", "prime", "foreign", "secretary", "general", "senator", "sen.", "mr.", "mrs.", "ms.", "dr.",
    "king", "queen", "prince", "chancellor", "ambassador", "judge", "gov.", "governor", "vice", "former", "chairman",
})  # fmt: skip


def _kind(reading: Reading, start: int, end: int) -> tuple[object, str | None]:
    for mention in reading.mentions:
        if mention.span.start <= start and end <= mention.span.end:
            return mention, _of(mention)
    for span, _ in reading.places:
        if span.start <= start and end <= span.end:
            return span, "LOC"
    return None, None


def _of(mention: Mention) -> str | None:
    if mention.actor is None or mention.form not in ("name", "capital", "metonym", "office"):
        return None
    return OF_KIND.get(mention.actor.kind)
