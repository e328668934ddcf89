"""One text a line, as articles the program can read: no headline, no date, one paragraph."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman import ontology
from dragoman.coding.event_drafts import EventDraft
from dragoman.coding.events import candidates, events
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.article import UNDATED, Article
from dragoman.model.reading import Mention, Reading
from dragoman.model.text import Span
from dragoman.reading import read
from dragoman.reading.engine import Engine


@dataclass(frozen=True, slots=True)
class Read:
    """A line of the gold, read."""

    row: dict[str, object]
    article: Article
    reading: Reading


def lines(source: Path) -> Iterator[Read]:
    """Yield each line of a JSONL file with its ``text`` read."""
    engine, world = Engine.load(), ontology.load()
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            article = article_of(str(row["text"]))
            yield Read(row, article, read(article, ontology=world, engine=engine))


def article_of(text: str) -> Article:
    """Return ``text`` as an article of one paragraph."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=digest[:16],
        outlet=None,
        url=None,
        title=None,
        byline=(),
        published=UNDATED,
        modified=None,
        language="en",
        sha256=digest,
        file=None,
        text=text,
        paragraphs=(Span(digest[:16], 0, len(text)),),
    )


def drafts(line: Read) -> tuple[EventDraft, ...]:
    """Return the events that are told in a line."""
    return events(line.article, line.reading, ontology=ontology.load())


def fitting(line: Read) -> tuple[EventDraft, ...]:
    """Return all that a cue fits in a line, also where the parties are not known."""
    world = ontology.load()
    return candidates(Scene(line.article, line.reading, world), world.events)


def with_pair(line: Read) -> Read:
    """Put the two given parties in the place of the mentions that overlap them."""
    given = tuple(m for m in (_given(line, name) for name in ("source", "target")) if m is not None)
    others = tuple(m for m in line.reading.mentions if not any(m.span.touches(g.span) for g in given))
    mentions = tuple(sorted((*others, *given), key=lambda m: m.span))
    return replace(line, reading=replace(line.reading, mentions=mentions))


def _given(line: Read, name: str) -> Mention | None:
    party = line.row[name]
    assert isinstance(party, dict)
    text = str(party["text"])
    told = party.get("start")
    start = line.article.text.find(text) if told is None else int(told)
    end = start + len(text) if told is None else int(party["end"])
    if start < 0:
        return None
    actor = Actor(id=name, name=text, kind="group")
    return Mention(Span(line.article.id, start, end), text, actor, "name")
