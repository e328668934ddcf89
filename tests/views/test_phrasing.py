"""The brief's sentences about rows of the record."""

import pytest

from dragoman.views.phrasing import Phrasing
from tests import make


def test_a_vote_told_in_two_ways_gives_every_count_told():
    first, second = make.vote(129, 9, 35, None), make.vote(131, 9, 34, None)
    line = Phrasing({}).vote(make.derived_vote(first, second), [first, second], "", disputed=True)
    assert "129 or 131 for, 9 against, 34 or 35 abstaining" in line


def test_a_vote_told_in_one_way_gives_its_counts():
    only = make.vote(129, 9, 35, None)
    assert "129 for, 9 against, 35 abstaining" in Phrasing({}).vote(make.derived_vote(only), [only], "")


@pytest.mark.parametrize(
    ("printed", "actor", "shown"),
    [
        pytest.param("it", "NAR", "Narvia said", id="a pronoun by the name"),
        pytest.param("It", None, "It said", id="a pronoun of nobody known as it stands"),
        pytest.param(
            "the ministry", "NAR/foreign-ministry", "The ministry [Narvian foreign ministry] said", id="a noun"
        ),
        pytest.param("officials", "NAR/foreign-ministry", "Officials [Narvian foreign ministry] said", id="people"),
        pytest.param("Narvian diplomats", "NAR/foreign-ministry", "Narvian diplomats said", id="the state is named"),
        pytest.param(
            "Its ministry in Narv", "NAR/foreign-ministry", "Its ministry in Narv said", id="a place is named"
        ),
        pytest.param("Narvia", "NAR", "Narvia said", id="a name"),
    ],
)
def test_a_line_of_a_brief_names_its_speaker(printed: str, actor: str | None, shown: str):
    told = make.statement("the talks were over")
    said = make.derived_statement(told, speaker=printed, speaker_actor=actor, text="the talks were over")
    names = {"NAR": "Narvia", "NAR/foreign-ministry": "Narvian foreign ministry"}
    assert Phrasing(names).statement(said, [told]).startswith(f"{shown} the talks")
