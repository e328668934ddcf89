"""Predict names of persons, places and organisations, in IOB2 over the tokens of INPUT (its tags are not looked at).

INPUT is IOB2 as ``score_entities.py`` takes it, or its JSONL of ``{"sent_id", "text", "tokens"}``; the sentences of one
"# newdoc" are read together. The tags are the recogniser's, which sees what the tables know of every word.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman import ontology
from dragoman.reading.recogniser import Name, Recogniser
from dragoman.reading.tokens import words


@dataclass(frozen=True, slots=True)
class Given:
    """A sentence of INPUT."""

    comments: tuple[str, ...]
    forms: tuple[str, ...]
    text: str
    opens: bool  # a document, or there are none told


def predict(source: Path) -> Iterator[str]:
    """Yield the lines of INPUT with our tags in the third column."""
    recogniser, actors = Recogniser.load(), ontology.load().actors
    for document in _documents(given(source)):
        at, spans = 0, []
        for sentence in document:
            spans.append([(at + start, at + end) for start, end in words(sentence.text)])
            at += len(sentence.text) + 1
        found = recogniser.names("\n".join(s.text for s in document), spans, actors=actors)
        at = 0
        for sentence, names in zip(document, found, strict=True):
            yield from sentence.comments
            yield from _rows(sentence, names, at)
            yield ""
            at += len(sentence.text) + 1


def _rows(sentence: Given, names: Sequence[Name], at: int) -> Iterator[str]:
    for n, (form, tag) in enumerate(zip(sentence.forms, _tags(sentence, names, at), strict=True)):
        yield "\t".join([str(n + 1), form, tag, "-", "-"])


def _tags(sentence: Given, names: Sequence[Name], at: int) -> Iterator[str]:
    place, before = 0, None
    for form in sentence.forms:
        found = sentence.text.find(form, place)
        start = found if found >= 0 else place
        place = start + len(form)
        name = next((n for n in names if n.start < at + place and at + start < n.end), None)
        yield "O" if name is None else f"{'I' if name is before else 'B'}-{name.kind}"
        before = name


def _documents(sentences: Iterator[Given]) -> Iterator[list[Given]]:
    document: list[Given] = []
    for sentence in sentences:
        if sentence.opens and document:
            yield document
            document = []
        document.append(sentence)
    if document:
        yield document


def given(source: Path) -> Iterator[Given]:
    """Yield the sentences of INPUT."""
    named = source.name.removesuffix(".gz")
    with gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open(encoding="utf-8") as file:
        lines = [line.rstrip("\r\n") for line in file]
    yield from _of_json(lines) if named.endswith((".jsonl", ".json")) else _of_columns(lines)


def _of_json(lines: Sequence[str]) -> Iterator[Given]:
    for line in lines:
        if line.strip():
            row = json.loads(line)
            forms = tuple(row.get("tokens") or (row["text"][s:e] for s, e in words(row["text"])))
            yield Given((f"# sent_id = {row['sent_id']}",), forms, str(row["text"]), opens=True)


def _of_columns(lines: Sequence[str]) -> Iterator[Given]:
    told = any(line.startswith("# newdoc") for line in lines)
    comments: list[str] = []
    forms: list[str] = []
    for line in [*lines, ""]:
        if line.startswith(("# ", "#\t")):
            comments.append(line)
        elif line.strip() and not line.startswith("-DOCSTART-"):
            forms += _form(line)
        elif forms:
            opens = not told or any(c.startswith("# newdoc") for c in comments)
            yield Given(tuple(comments), tuple(forms), _text(comments, forms), opens)
            comments, forms = [], []


def _form(line: str) -> list[str]:
    """Return the word of a row, whose first column may be a number; rows of multiword tokens have none."""
    columns = line.split("\t") if "\t" in line else line.split()
    numbered = len(columns) >= 3 and columns[0][:1].isdigit() and columns[0].replace("-", "").replace(".", "").isdigit()
    if not numbered:
        return [columns[0]]
    return [columns[1]] if columns[0].isdigit() else []


def _text(comments: Sequence[str], forms: Sequence[str]) -> str:
    told = next((c.partition("= ")[2] for c in comments if c.startswith("# text =")), "")
    return told or " ".join(forms)
