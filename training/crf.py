"""A linear-chain conditional random field, trained with AdaGrad; small enough for numpy on one core.

In training each feature of a word is left out at random, so that no word is known by its form alone: what is around a
name must tell it, too.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
NEVER = -1e9

EPOCHS = 10
RATE = 0.2
SPARSE = 0.003  # L1: what is of no use becomes nothing
DROP = 0.6  # share of features left out; chosen on dev among 0.2 to 0.7
RARE = 2  # features seen less often are not learned
BATCH = 64  # words


@dataclass(frozen=True, slots=True)
class Run:
    features: list[list[str]]  # of each word
    gold: list[int]  # label of each word


@dataclass(frozen=True, slots=True)
class Weights:
    features: dict[str, int]  # row in ``of_feature``
    of_feature: Floats
    of_step: Floats  # the last row: before the run


def learn(runs: Sequence[Run], labels: Sequence[str], *, epochs: int = EPOCHS) -> Weights:
    """Return the mean of the weights of the later epochs."""
    field = _Field(runs, labels)
    for epoch in range(epochs):
        for batch in field.batches():
            field.step(batch)
        if epoch >= epochs // 2:
            field.keep()
    return field.mean()


class _Field:
    def __init__(self, runs: Sequence[Run], labels: Sequence[str]) -> None:
        counts = Counter(f for run in runs for found in run.features for f in set(found) if f)
        self.numbers = {f: n + 1 for n, f in enumerate(sorted(f for f, c in counts.items() if c >= RARE))}
        width = max(len(found) for run in runs for found in run.features)
        self.rows = [self._ids(run, width) for run in runs]
        self.gold = [np.array(run.gold) for run in runs]
        self.random, self.chance = random.Random(1), np.random.default_rng(1)
        size = len(labels)
        self.barred = _barred(labels)
        self.weights, self.steps = np.zeros((len(self.numbers) + 1, size)), np.zeros((size + 1, size))
        self.squares, self.step_squares = np.full_like(self.weights, 1e-8), np.full_like(self.steps, 1e-8)
        self.kept, self.kept_steps, self.times = np.zeros_like(self.weights), np.zeros_like(self.steps), 0

    def _ids(self, run: Run, width: int) -> Ints:
        ids = np.zeros((len(run.features), width), dtype=np.int64)  # 0: no feature, or one not learned
        for n, found in enumerate(run.features):
            ids[n, : len(found)] = [self.numbers.get(f, 0) for f in found]
        return ids

    def batches(self) -> Iterator[list[int]]:
        """Yield runs of one length together, in an order drawn anew each time."""
        alike: dict[int, list[int]] = {}
        for n, gold in enumerate(self.gold):
            alike.setdefault(len(gold), []).append(n)
        found = []
        for length, members in alike.items():
            self.random.shuffle(members)
            many = max(1, BATCH // length)
            found += [members[i : i + many] for i in range(0, len(members), many)]
        self.random.shuffle(found)
        return iter(found)

    def step(self, batch: list[int]) -> None:
        ids = np.stack([self.rows[n] for n in batch])
        ids = ids * (self.chance.random(ids.shape) >= DROP)
        gold = np.stack([self.gold[n] for n in batch])
        at_words, at_steps = _gradient(self.weights[ids].sum(2), self.steps + self.barred, gold)
        self._descend(ids.reshape(-1, ids.shape[2]), at_words.reshape(-1, at_words.shape[2]))
        self.step_squares += at_steps * at_steps
        self.steps -= RATE / np.sqrt(self.step_squares) * at_steps
        self.steps[self.barred < 0] = 0

    def _descend(self, ids: Ints, at_words: Floats) -> None:
        used, inverse = np.unique(ids, return_inverse=True)
        total = np.zeros((len(used), at_words.shape[1]))
        np.add.at(total, inverse.reshape(-1), np.repeat(at_words, ids.shape[1], axis=0))
        used, total = used[used > 0], total[used > 0]
        self.squares[used] += total * total
        pace = RATE / np.sqrt(self.squares[used])
        moved = self.weights[used] - pace * total
        self.weights[used] = np.sign(moved) * np.maximum(np.abs(moved) - pace * SPARSE, 0)

    def keep(self) -> None:
        self.kept += self.weights
        self.kept_steps += self.steps
        self.times += 1

    def mean(self) -> Weights:
        return Weights(self.numbers, self.kept / self.times, self.kept_steps / self.times + self.barred)


def _barred(labels: Sequence[str]) -> Floats:
    """ "I-PER" stands after "B-PER" or itself only."""
    barred = np.zeros((len(labels) + 1, len(labels)))
    for i, one in enumerate((*labels, "O")):
        for j, other in enumerate(labels):
            if other.startswith("I-") and one[2:] != other[2:]:
                barred[i, j] = NEVER
    return barred


def _gradient(scores: Floats, steps: Floats, gold: Ints) -> tuple[Floats, Floats]:
    """Return the gradients at the words' scores and at the steps (forward and backward)."""
    many, length, size = scores.shape
    ahead, behind = np.empty_like(scores), np.zeros_like(scores)
    ahead[:, 0] = scores[:, 0] + steps[size]
    for i in range(1, length):
        ahead[:, i] = scores[:, i] + _log_sum(ahead[:, i - 1][:, :, None] + steps[None, :size], 1)
    for i in range(length - 2, -1, -1):
        behind[:, i] = _log_sum(steps[None, :size] + (scores[:, i + 1] + behind[:, i + 1])[:, None, :], 2)
    whole = _log_sum(ahead[:, -1], 1)
    at_words = np.exp(ahead + behind - whole[:, None, None])
    rows = np.arange(many)
    for i in range(length):
        at_words[rows, i, gold[:, i]] -= 1
    at_steps = np.zeros_like(steps)
    at_steps[size] = at_words[:, 0].sum(0)
    for i in range(1, length):
        pairs = ahead[:, i - 1][:, :, None] + steps[None, :size] + (scores[:, i] + behind[:, i])[:, None, :]
        pairs = np.exp(pairs - whole[:, None, None])
        pairs[rows, gold[:, i - 1], gold[:, i]] -= 1
        at_steps[:size] += pairs.sum(0)
    return at_words, at_steps


def _log_sum(values: Floats, axis: int) -> Floats:
    most = values.max(axis=axis, keepdims=True)
    total: Floats = (most + np.log(np.exp(values - most).sum(axis=axis, keepdims=True))).squeeze(axis)
    return total
