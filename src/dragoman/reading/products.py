"""Products of matrices in which no row depends on how many stand beside it, as fast as the machine has them.

The language library's own product keeps rows apart, but knows few processors; numpy's is up to three times as fast,
and rounds a row by where it stands. In blocks of one size it rounds all rows alike on most processors: whether it does
is asked of each shape the first time, and where it does not, the library's own product is used.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
ROWS = 64  # of a block: 32 was slower by a tenth on sentences of the news, 256 saves nothing where few are read


class Product(Protocol):
    """The product of two matrices, the second (and the first) turned on its side when asked."""

    def __call__(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """Return the product, written to ``out`` where it is given."""


class InBlocks:
    """A product that goes block by block, and ``otherwise`` where that would not be the same for every row."""

    def __init__(self, otherwise: Product) -> None:
        """Take the product for all that does not fit."""
        self._otherwise = otherwise
        self._even: dict[tuple[int, ...], bool] = {}  # by shape of the second matrix

    def __call__(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """Return the product, written to ``out`` where it is given."""
        plain = not trans1 and x.dtype == y.dtype == np.float32 and (out is None or out.flags.c_contiguous)
        turned = y.T if trans2 else y
        if not plain or not self._keeps_rows_apart(turned):
            return self._otherwise(x, y, out=out, trans1=trans1, trans2=trans2)
        return _product(x, turned, np.empty((len(x), turned.shape[1]), np.float32) if out is None else out)

    def _keeps_rows_apart(self, y: Matrix) -> bool:
        if y.shape not in self._even:
            self._even[y.shape] = _rows_are_even(y)
        return self._even[y.shape]


def _product(x: Matrix, y: Matrix, out: Matrix) -> Matrix:
    whole = len(x) - len(x) % ROWS
    for start in range(0, whole, ROWS):
        np.dot(x[start : start + ROWS], y, out=out[start : start + ROWS])
    if whole < len(x):
        last = np.zeros((ROWS, x.shape[1]), np.float32)
        last[: len(x) - whole] = x[whole:]
        out[whole:] = np.dot(last, y)[: len(x) - whole]
    return out


def _rows_are_even(y: Matrix) -> bool:
    """Say whether rows come out the same one place further down."""
    x = np.random.default_rng(0).standard_normal((ROWS, y.shape[0]), dtype=np.float32)
    return bool(np.array_equal(np.roll(np.dot(x, y), 1, axis=0), np.dot(np.roll(x, 1, axis=0), y)))
