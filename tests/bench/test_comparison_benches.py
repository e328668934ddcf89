"""The benches of findings, origins and grouping count what they say they count."""

import pytest

from bench import findings, grouping, origins
from dragoman.stories.kinship import Kin

PLANTED = findings.Marked(frozenset({"differs"}), ("26 men", "23 men"), "26 or 23")
NEAR = findings.Marked(frozenset({"differs"}), ("on Monday", "July 21"), "one day")
STORY = findings.Story("s", (), (PLANTED,), (NEAR,), ())
HIT = findings.Shown("differs", ("They freed 26 men on Monday.", "They freed 23 men."), "26; 23")


@pytest.mark.parametrize(
    ("shown", "precision", "recall", "flagged"),
    [
        pytest.param([HIT], 1.0, 1.0, 0.0, id="found"),
        pytest.param([], 0.0, 0.0, 0.0, id="missed"),
        pytest.param([findings.Shown("denied", HIT.sentences, "")], 0.0, 0.0, 0.0, id="of another kind"),
        pytest.param([findings.Shown("differs", HIT.sentences[:1], "")], 0.0, 0.0, 0.0, id="one side only"),
        pytest.param(
            [HIT, findings.Shown("differs", ("It was on Monday.", "It was on July 21."), "")],
            0.5,
            1.0,
            1.0,
            id="flagged",
        ),
    ],
)
def test_findings_are_counted(shown, precision, recall, flagged):
    score = findings.Score.of([findings.tally(STORY, shown)])
    assert (score.precision, score.recall, score.flagged) == (precision, recall, flagged)


def test_every_dev_story_names_words_that_stand_in_it():
    for story in findings.stories("dev"):
        text = " ".join(f"{a['title']} {' '.join(a['text'].split())}" for a in story.articles)
        for marked in (*story.planted, *story.near_misses, *story.allowed):
            assert all(side in text for side in marked.sides), (story.name, marked.sides)


def test_one_origin_is_counted():
    pairs = [
        origins.Pair("1", "cut", True, Kin("text")),
        origins.Pair("2", "rewrite", True, None),
        origins.Pair("3", "independent", False, Kin("text")),
    ]
    assert origins.f1(pairs) == pytest.approx(0.5)


def test_groups_are_compared():
    gold = {"a": "1", "b": "1", "c": "2"}
    assert grouping.b_cubed(gold, gold) == 1.0
    assert grouping.b_cubed(gold, dict.fromkeys(gold, "x")) < 0.8


def test_happenings_made_up_are_told_apart():
    assert grouping.grow(40)[2] == 4
