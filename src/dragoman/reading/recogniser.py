"""Recognises names of persons, places and organisations that no table knows.

A linear model, trained by us (``training/names.py``), over what stands in and around the words (``name_features``); the
best row of labels is found for each run of words that may be of names. It asks nothing of the parser.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from dragoman.errors import EngineError
from dragoman.ontology.actors import ActorTable
from dragoman.reading.casing import Casing
from dragoman.reading.name_features import Line, Told, features, runs
from dragoman.reading.name_tables import seen

Kind = Literal["PER", "LOC", "ORG"]  # a person, a place or state, an organisation or body
Row = tuple[int, ...]  # a number for each label

MODELS = Path(__file__).parents[1] / "models"
SHIPPED = MODELS / "names"
LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
_BEFORE: dict[int, tuple[int, ...]] = {
    n: (n - 1, n) if label.startswith("I") else tuple(range(len(LABELS))) for n, label in enumerate(LABELS)
}  # what may stand before a label
_FIRST = [n for n, label in enumerate(LABELS) if not label.startswith("I")]
_NEVER = -(10**9)


@dataclass(frozen=True, slots=True)
class Name:
    """A recognised name; offsets as those of the text that was given."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Finds names in the sentences of an article."""

    weights: Mapping[str, Row]  # of each feature
    steps: Sequence[Row]  # of each label after each other; the last, of each label at the start of a run
    casing: Casing

    @classmethod
    def load(cls, path: Path = SHIPPED) -> "Recogniser":
        """Read what ``training/names.py`` wrote.

        Raises:
            EngineError: it is not there, or damaged.
        """
        try:
            lines = (path / "weights.txt").read_text(encoding="utf-8").splitlines()
            rows = [(feature, _row(numbers)) for feature, _, numbers in (line.rpartition("\t") for line in lines)]
            casing = Casing.load(MODELS / "en" / "words.txt")
        except (OSError, ValueError) as error:
            raise EngineError(f"{path}: no names can be recognised by this; run `make names`: {error}") from error
        return cls(dict(rows[len(LABELS) + 1 :]), [row for _, row in rows[: len(LABELS) + 1]], casing)

    def names(
        self, text: str, sentences: Sequence[Sequence[tuple[int, int]]], *, actors: ActorTable
    ) -> list[tuple[Name, ...]]:
        """Return the names of each sentence of an article; a sentence is where its words stand in ``text``."""
        lines = [self._line(text, words, actors) for words in sentences]
        told = Told.of(lines)
        return [tuple(self._named(line, words, told)) for line, words in zip(lines, sentences, strict=True)]

    def _line(self, text: str, words: Sequence[tuple[int, int]], actors: ActorTable) -> Line:
        begin, end = (words[0][0], words[-1][1]) if words else (0, 0)
        return seen(text[begin:end], [(s - begin, e - begin) for s, e in words], actors=actors, casing=self.casing)

    def _named(self, line: Line, words: Sequence[tuple[int, int]], told: Told) -> Iterator[Name]:
        for start, end in runs(line):
            labels = self._best([self._score(found) for found in features(line, (start, end), told)])
            yield from names_in(words[start:end], labels)

    def _score(self, found: Sequence[str]) -> list[int]:
        known = [row for row in map(self.weights.get, found) if row]
        return [sum(column) for column in zip(*known, strict=True)] if known else [0] * len(LABELS)

    def _best(self, scores: Sequence[Sequence[int]]) -> list[int]:
        """Return the row of labels with the highest sum (Viterbi)."""
        first = self.steps[-1]
        best = [scores[0][n] + first[n] if n in _FIRST else _NEVER for n in range(len(LABELS))]
        back: list[list[int]] = []
        for score in scores[1:]:
            came = [max(before, key=lambda b, n=n: best[b] + self.steps[b][n]) for n, before in _BEFORE.items()]  # type: ignore[misc]
            best = [best[b] + self.steps[b][n] + score[n] for n, b in enumerate(came)]
            back.append(came)
        labels = [max(range(len(LABELS)), key=best.__getitem__)]
        for came in reversed(back):
            labels.append(came[labels[-1]])
        return labels[::-1]


def names_in(words: Sequence[tuple[int, int]], labels: Sequence[int]) -> Iterator[Name]:
    """Yield the names that a row of labels tells, where the words stand."""
    start: int | None = None
    for n, label in enumerate([*labels, 0]):
        if start is not None and not LABELS[label].startswith("I"):
            yield Name(words[start][0], words[n - 1][1], cast(Kind, LABELS[labels[start]][2:]))
            start = None
        if LABELS[label].startswith("B"):
            start = n


def _row(numbers: str) -> Row:
    row = tuple(map(int, numbers.split(" ")))
    if len(row) != len(LABELS):
        raise ValueError(f"{numbers!r}: not a number for each of {len(LABELS)} labels")
    return row


@cache
def recogniser() -> Recogniser:
    """Return the recogniser that is shipped, read once."""
    return Recogniser.load()
