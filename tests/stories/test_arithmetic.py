import pytest

from dragoman.model.report import VoteContent
from dragoman.stories.arithmetic import arithmetic

NAMES = ("yes", "no", "abstain", "not_voting", "absent", "present", "seats")


def vote(**figures):
    return VoteContent(*(figures.get(n) for n in NAMES), None, None, None)


@pytest.mark.parametrize(
    ("figures", "verdict", "difference"),
    [
        pytest.param({"yes": 88, "no": 9, "abstain": 3, "present": 100}, "exact", 0, id="adds up"),
        pytest.param({"yes": 88, "no": 9, "present": 100}, "unaccounted", 3, id="three say nothing"),
        pytest.param({"yes": 88, "no": 19, "present": 100}, "impossible", -7, id="more votes than people"),
        pytest.param({"yes": 88, "no": 9}, "unknown", None, id="nobody says how many were there"),
        pytest.param({"yes": 88, "present": 100}, "unknown", None, id="the rest may be anything, never zero"),
        pytest.param({}, "unknown", None, id="no figures"),
        pytest.param({"yes": 88, "no": 9, "seats": 150}, "unknown", None, id="fewer than the seats is usual"),
        pytest.param({"yes": 88, "no": 70, "seats": 150}, "impossible", -8, id="more than the seats is not"),
        pytest.param({"yes": 88, "no": 9, "absent": 53, "seats": 150}, "exact", 0, id="with the absent, every seat"),
        pytest.param({"yes": 88, "no": 9, "absent": 50, "seats": 150}, "unaccounted", 3, id="three seats left"),
        pytest.param({"yes": 80, "no": 0, "abstain": 0, "present": 80}, "exact", 0, id="a zero that is told counts"),
    ],
)
def test_verdict(figures, verdict, difference):
    found = arithmetic(vote(**figures))
    assert (found.verdict, found.difference) == (verdict, difference)


@pytest.mark.parametrize(
    ("figures", "because"),
    [
        pytest.param(
            {"yes": 88, "no": 9, "abstain": 2, "present": 100},
            "88 for, 9 against and 2 abstaining are 99; of the 100 present one is not accounted for",
            id="one",
        ),
        pytest.param(
            {"yes": 1040, "no": 9, "present": 1100},
            "1,040 for and 9 against are 1,049; of the 1,100 present 51 are not accounted for",
            id="more than twelve in figures",
        ),
        pytest.param(
            {"yes": 60, "no": 45, "present": 100},
            "60 for and 45 against are 105, five more than the 100 present",
            id="impossible",
        ),
        pytest.param({"yes": 60}, "only 60 for is told, too little to add up", id="one figure"),
    ],
)
def test_because(figures, because):
    assert arithmetic(vote(**figures)).because == because
