"""Products in blocks: right, and no row's result hangs on how many stand beside it."""

import numpy as np
import pytest

from dragoman.reading import products
from dragoman.reading.products import ROWS, InBlocks

RANDOM = np.random.default_rng(1)


def matrix(rows, columns):
    return RANDOM.standard_normal((rows, columns), dtype=np.float32)


def usual(x, y, out=None, trans1=False, trans2=False):
    return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


@pytest.mark.parametrize("rows", [0, 1, ROWS - 1, ROWS, ROWS + 1, 3 * ROWS + 7])
def test_it_is_the_product(rows):
    x, y, out = matrix(rows, 40), matrix(24, 40), np.empty((rows, 24), np.float32)
    found = InBlocks(usual)(x, y, trans2=True)
    assert np.allclose(found, x @ y.T, atol=1e-4)
    assert InBlocks(usual)(x, y, out=out, trans2=True) is out
    assert np.array_equal(out, found)


def test_a_row_is_the_same_among_any_others():
    product, x, y = InBlocks(usual), matrix(200, 40), matrix(40, 24)
    if not products._rows_are_even(y):
        pytest.skip("this machine's product is not even, and is not used")
    whole = product(x, y)
    assert all(np.array_equal(product(x[n:m], y), whole[n:m]) for n, m in [(0, 1), (3, 5), (1, 66), (70, 200)])


def test_what_rounds_by_place_is_left_to_the_usual_product(monkeypatch):
    monkeypatch.setattr(products, "_rows_are_even", lambda y: False)
    asked = []
    InBlocks(lambda x, y, **_: asked.append(x))(matrix(3, 4), matrix(4, 2))
    assert len(asked) == 1


def test_a_product_turned_on_its_first_side_is_left_to_the_usual_one():
    x, y = matrix(5, 3), matrix(5, 2)
    assert np.array_equal(InBlocks(usual)(x, y, trans1=True), usual(x, y, trans1=True))
