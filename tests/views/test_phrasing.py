"""The brief's sentences about rows of the record."""

from dragoman.views.phrasing import Phrasing
from tests import make


def test_a_vote_told_in_two_ways_gives_every_count_told():
    first, second = make.vote(129, 9, 35, None), make.vote(131, 9, 34, None)
    line = Phrasing({}).vote(make.derived_vote(first, second), [first, second], "", disputed=True)
    assert "129 or 131 for, 9 against, 34 or 35 abstaining" in line


def test_a_vote_told_in_one_way_gives_its_counts():
    only = make.vote(129, 9, 35, None)
    assert "129 for, 9 against, 35 abstaining" in Phrasing({}).vote(make.derived_vote(only), [only], "")
