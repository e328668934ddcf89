"""Parses: CoNLL-U in, the same texts parsed anew out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench import conllu
from bench.conllu import Given
from dragoman.reading.engine import Engine
from dragoman.reading.sentences import sentences

_MANY = 2000  # sentences parsed at a time; bounds the memory


def predict(source: Path) -> Iterator[str]:
    """Parse each ``# text`` as one sentence."""
    engine = Engine.load()
    given = conllu.given(source)
    while batch := list(islice(given, _MANY)):
        texts = [g.text for g in batch]
        for one, tokens in zip(batch, engine.parse(texts, [0] * len(texts)), strict=True):
            yield from (line for line in (one.document, one.number) if line)
            yield f"# text = {one.text}"
            yield from conllu.rows(tokens)
            yield ""


def predict_raw(source: Path) -> Iterator[str]:
    """Join the texts of a document with single spaces, and split and parse that."""
    engine = Engine.load()
    for heading, texts in _documents(conllu.given(source)):
        text = " ".join(texts)
        if heading:
            yield heading
        spans = sentences(text, 0, len(text))
        parsed = engine.parse([text[a:b] for a, b in spans], [a for a, _ in spans])
        for (start, end), tokens in zip(spans, parsed, strict=True):
            yield f"# text = {text[start:end]}"
            yield from conllu.rows(tokens)
            yield ""


def _documents(given: Iterable[Given]) -> Iterator[tuple[str | None, list[str]]]:
    heading: str | None = None
    texts: list[str] = []
    for one in given:
        if one.document and texts:
            yield heading, texts
            texts = []
        heading = one.document or heading
        texts.append(one.text)
    if texts:
        yield heading, texts
