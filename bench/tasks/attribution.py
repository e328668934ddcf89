"""Predict attributions: who says what, in the format of score_attribution.py.

INPUT is a folder of .txt files, or JSONL {"doc", "text"}.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.lines import article_of
from dragoman import ontology
from dragoman.coding.assessments import assessments
from dragoman.coding.attribution import Attribution
from dragoman.coding.drafts import Draft
from dragoman.coding.scene import Scene
from dragoman.coding.statements import statements
from dragoman.model.reading import Clause
from dragoman.model.text import Span
from dragoman.reading import read
from dragoman.reading.engine import Engine

Bounds = list[int]


def predict(source: Path) -> Iterator[dict[str, object]]:
    """Yield one line a document."""
    engine, world = Engine.load(), ontology.load()
    for name, text in _texts(source):
        article = article_of(text)
        article = replace(article, paragraphs=tuple(_paragraphs(article.id, text)))
        scene = Scene(article, read(article, ontology=world, engine=engine), world)
        yield {"doc": name, "attributions": list(_attributions(scene))}


def _texts(source: Path) -> Iterator[tuple[str, str]]:
    if source.is_dir():
        for path in sorted(source.glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as file:  # offsets count what lies on the disk
                yield path.stem, file.read()
        return
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield str(row["doc"]), str(row["text"])


def _paragraphs(article: str, text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            yield Span(article, start, start + len(words))
        at += len(line)


def _attributions(scene: Scene) -> Iterator[dict[str, object]]:
    """Yield every saying, view and "according to", one for each cue and source."""
    attribution = Attribution(scene)
    seen: set[tuple[str, str]] = set()
    drafts = (*statements(scene, attribution), *assessments(scene, attribution))
    rows = [_row_of(scene, d) for d in drafts]
    for tellings in attribution.tellings.values():
        for telling in tellings:
            if telling.top is not None:
                rows += [_row(s.source_span, s.cue_span, _less(telling.top, telling.by)) for s in telling.sources]
    for row in rows:
        key = (str(row["source"]), str(row["cue"]) if row["cue"] else str(row["content"]))
        if key not in seen:
            seen.add(key)
            yield row


def _less(top: Clause, by: Clause) -> Span:
    """Return the words of what is said, without the words that say it where these stand at its end."""
    if top is not by and top.whole.start < by.span.start and by.span.end >= top.whole.end - 2:
        return Span(top.whole.article, top.whole.start, by.span.start)
    return top.whole


def _row_of(scene: Scene, draft: Draft) -> dict[str, object]:
    content = next(span for field, span in draft.evidence if field.endswith(".text"))
    said = draft.saying
    cue = said.cue_span if said else scene.token_span(draft.clause, draft.clause.head)
    return _row(said.source_span if said else None, cue, content)


def _row(source: Span | None, cue: Span | None, content: Span) -> dict[str, object]:
    return {"source": _bounds(source), "cue": _bounds(cue), "content": [_bounds(content)]}


def _bounds(span: Span | None) -> Bounds | None:
    return None if span is None else [span.start, span.end]
