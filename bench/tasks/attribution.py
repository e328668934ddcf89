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
from dragoman.coding.attributed import attributed
from dragoman.coding.scene import Scene
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
    """Yield all that is attributed, one for each cue."""
    for one in attributed(scene):
        yield {
            "source": _bounds(one.source),
            "cue": _bounds(one.cue),
            "content": [_bounds(span) for span in one.content],
        }


def _bounds(span: Span | None) -> Bounds | None:
    return None if span is None else [span.start, span.end]
