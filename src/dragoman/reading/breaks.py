"""Finds the sentence boundaries that no mark tells, in a text that has lost its line breaks.

Headings, captions, bylines and items run into the sentences beside them there. A small model of decision trees,
trained by us (``training/sentences.py``), is asked at each gap that may be one, from left to right; what the rules
have parted stays parted.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from dragoman.errors import EngineError
from dragoman.reading.break_features import Features, Tables, comes_again, features, view
from dragoman.reading.casing import Casing

MODELS = Path(__file__).parents[1] / "models"
SHIPPED = MODELS / "sentences"

Tree = int | list["Tree"]  # a score in thousandths; or a feature, the highest value on its left, what is left and right


@dataclass(frozen=True, slots=True)
class Splitter:
    """Says where sentences end without a mark."""

    tables: Tables
    trees: Sequence[Tree]
    base: int  # a score above nothing is a boundary

    @classmethod
    def load(cls, path: Path = SHIPPED) -> "Splitter":
        """Read what ``training/sentences.py`` wrote.

        Raises:
            EngineError: it is not there, or damaged.
        """
        try:
            held = json.loads((path / "breaks.json").read_text(encoding="utf-8"))
            small = Casing.load(MODELS / "en" / "words.txt").words
            tables = Tables(
                held["classes"], small, held["starts"], held["ends"], held["heads"], frozenset(held["headings"])
            )
            return cls(tables, held["trees"], held["base"])
        except (OSError, ValueError, KeyError) as error:
            raise EngineError(f"{path}: not the model of sentences ({error}); make it with `make sentences`") from error

    def ends(self, text: str, start: int, end: int, *, stops: frozenset[int]) -> list[int]:
        """Return the offsets after which a sentence ends, beside ``stops``, where the rules end one."""
        seen = view(text, start, end, stops=stops, tables=self.tables)
        found, begun, gaps = [], 0, iter(seen.gaps)
        gap = next(gaps, None)
        for at in range(1, len(seen.words)):
            before = seen.words[at - 1].end
            if at == gap:
                gap = next(gaps, None)
                if comes_again(seen, begun, at) or self.score(features(seen, begun, at)) > 0:
                    found.append(before)
                    begun = at
            elif before in stops:
                begun = at
        return found

    def score(self, found: Features) -> int:
        """Return how likely a gap is a boundary: above nothing it is one."""
        return self.base + sum(_leaf(tree, found) for tree in self.trees)


def _leaf(tree: Tree, found: Features) -> int:
    while isinstance(tree, list):
        feature, highest, left, right = tree
        tree = left if found[cast(int, feature)] <= cast(int, highest) else right
    return tree


@cache
def splitter() -> Splitter:
    """Return the model that is shipped, read once."""
    return Splitter.load()
