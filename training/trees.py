"""Boosted decision trees over whole numbers, small enough for numpy on one core.

Each tree is grown on a part of the examples and of the features, and corrects what the trees before it got wrong
(logistic loss, second-order gain). The same examples give the same trees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Tree = int | list["Tree"]  # as in dragoman/reading/breaks.py

# chosen by cross-validation over the documents of GUM train
TREES = 200
DEPTH = 5
RATE = 0.07
ROWS = 0.7  # share of the examples a tree sees
COLUMNS = 0.3  # and of the features
SHRINK = 5.0  # added to the curvature of a leaf
LEAST = 2.0  # curvature on either side of a cut
FEWEST = 10  # examples that may be cut
CUTS = 32  # of a feature
SCALE = 1000


@dataclass(frozen=True, slots=True)
class Forest:
    base: int
    trees: list[Tree]


def learn(rows: Ints, gold: Floats, weights: Floats) -> Forest:
    """Return trees whose sum, above nothing, says that ``gold`` is one; an example counts by its weight."""
    cuts = [_cuts(column) for column in rows.T]
    binned = np.stack([np.searchsorted(c, x) for c, x in zip(cuts, rows.T, strict=True)], 1)
    chance = np.random.default_rng(0)
    share = np.average(gold, weights=weights)
    base = float(np.log(share / (1 - share)))
    score, trees = np.full(len(gold), base), []
    for _ in range(TREES):
        likely = 1 / (1 + np.exp(-score))
        seen = chance.random(len(gold)) < ROWS
        columns = np.sort(chance.choice(rows.shape[1], math.ceil(COLUMNS * rows.shape[1]), replace=False))
        curve = np.maximum(likely * (1 - likely), 1e-6) * weights
        grower = _Grower(binned, cuts, columns, (likely - gold) * weights, curve, score)
        trees.append(grower.grow(np.arange(len(gold)), seen, DEPTH))
    return Forest(round(base * SCALE), trees)


def _cuts(column: Ints) -> Ints:
    """Return the highest values of all bins but the last."""
    values = np.unique(column)
    if len(values) > CUTS:
        values = np.unique(np.quantile(column, np.linspace(0, 1, CUTS + 1)[1:], method="lower"))
    return values[:-1].astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Grower:
    binned: Ints
    cuts: list[Ints]
    columns: Ints
    slope: Floats
    curve: Floats
    score: Floats  # of each example; a leaf adds to it

    def grow(self, members: Ints, seen: npt.NDArray[np.bool_], depth: int) -> Tree:
        """Return the tree for some of the examples; it is learned from those that are seen."""
        inside = members[seen[members]]
        cut = self._cut(inside) if depth and len(inside) >= FEWEST else None
        if cut is None:
            value: int = round(-RATE * self.slope[inside].sum() / (self.curve[inside].sum() + SHRINK) * SCALE)
            self.score[members] += value / SCALE
            return value
        feature, at = cut
        left = self.binned[members, feature] <= at
        sides = [self.grow(members[side], seen, depth - 1) for side in (left, ~left)]
        return [feature, int(self.cuts[feature][at]), *sides]

    def _cut(self, inside: Ints) -> tuple[int, int] | None:
        """Return the feature and the bin after which it parts the examples best."""
        width = CUTS + 1
        places = (self.binned[np.ix_(inside, self.columns)] + np.arange(len(self.columns)) * width).ravel()
        slope, curve = (self._sums(places, values[inside]) for values in (self.slope, self.curve))
        slopes, curves = slope[:, -1:], curve[:, -1:]
        gain = slope**2 / (curve + SHRINK) - slopes**2 / (curves + SHRINK)
        gain += (slopes - slope) ** 2 / (curves - curve + SHRINK)
        gain[(curve < LEAST) | (curves - curve < LEAST)] = 0
        best = int(gain.argmax())
        return (int(self.columns[best // width]), best % width) if gain.flat[best] > 1e-3 else None

    def _sums(self, places: Ints, values: Floats) -> Floats:
        many = len(self.columns)
        found = np.bincount(places, np.repeat(values, many), many * (CUTS + 1))
        summed: Floats = found.reshape(many, CUTS + 1).cumsum(1)
        return summed
