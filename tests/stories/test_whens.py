import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.stories.whens import fit, narrowest
from tests.stories import make_reports as make


@pytest.mark.parametrize(
    ("times", "edtf"),
    [
        pytest.param(["2024-03", "2024-03-04"], "2024-03-04", id="the day within the month"),
        pytest.param(["2024", "2024-03"], "2024-03", id="the month within the year"),
        pytest.param(["..2024-03-06", "2024-03"], "[2024-03-01..2024-03-06]", id="a bound and a month meet"),
        pytest.param(["2024-03-04", "2024-03-05", "2024-03-05"], "2024-03-05", id="the day told more often"),
        pytest.param([None, "2024-03"], "2024-03", id="what is not resolved bounds nothing"),
        pytest.param([None], None, id="only unresolved"),
    ],
)
def test_narrowest(times, edtf):
    assert narrowest([make.day(t) for t in times]).edtf == edtf


def test_nothing_told():
    assert narrowest([]) is None
    assert narrowest([None]) is None


DAYS = st.sampled_from(["2024", "2024-03", "2024-03-04", "2024-03-05", "..2024-03-04", None])


@given(DAYS, DAYS)
def test_fitting_is_symmetric(one, other):
    assert fit(make.day(one), make.day(other)) == fit(make.day(other), make.day(one))


@given(st.permutations(["2024", "2024-03", "2024-03-04", "..2024-03-09"]))
def test_order_does_not_matter(times):
    assert narrowest([make.day(t) for t in times]).edtf == "2024-03-04"
