"""Predict which articles tell of one happening, from their words and dates alone: a JSON object {doc: group}.

usage: python bench/predict.py groups INPUT     INPUT: JSONL {"doc", "text", "title", "date"}
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.article import UNDATED, Article, Stamp
from dragoman.model.text import Span
from dragoman.stories.articles import alike_articles


def predict(source: Path) -> Iterator[str]:
    """Yield one JSON object: the group of each document."""
    lines = source.read_text(encoding="utf-8").splitlines()
    found = alike_articles([article(json.loads(line)) for line in lines if line.strip()], {})
    groups = {doc: f"g{number}" for number, docs in enumerate(found) for doc in docs}
    yield json.dumps(groups, ensure_ascii=False, indent=0, sort_keys=True)


def article(row: dict[str, str | None]) -> Article:
    """Return a document as an article; a date printed in its text may be of what is told, and dates nothing."""
    doc, text, title = str(row["doc"]), row.get("text") or "", row.get("title")
    head = Span(doc, 0, len(title)) if title and text.startswith(title) else None
    day = row.get("date")
    stamp = Stamp(day, day[:10], day[:10], "metadata") if day else UNDATED
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(doc, None, None, title, (), stamp, None, "en", sha256, None, text, headline=head)
