"""Statements, their chains and what is denied."""

import pytest

from tests.coding.told import ids, reports_of


@pytest.mark.parametrize(("text", "speaker", "words", "directness"), [
    pytest.param("Kenya said that the border would stay open.", "KEN", "the border would stay open", "indirect", id="indirect"),
    pytest.param("“The border will stay open for trade,” the Kenyan government said.", "KEN/government", "The border will stay open for trade", "direct", id="direct, cue after"),
    pytest.param("Brazil described the accord as a “turning point”.", "BRA", "turning point", "partial", id="described as"),
    pytest.param("Chad accused Libya of arming the rebels.", "TCD", "arming the rebels", "indirect", id="accused of"),
])  # fmt: skip
def test_said(text, speaker, words, directness):
    (statement,) = reports_of(text, "statement")
    assert ids(statement, "speaker") == {speaker}
    assert words in statement.content.text
    assert statement.content.directness == directness


@pytest.mark.parametrize("text", [
    pytest.param("State media reported that the border would stay open.", id="media are a link, and make no statement"),
    pytest.param("Libya denied entry to two reporters.", id="entry is not said"),
])  # fmt: skip
def test_near_miss(text):
    assert reports_of(text, "statement") == ()


def test_an_accusation_two_make_is_told_twice():
    found = reports_of("Chad and Niger accused Libya of arming the rebels.", "statement")
    assert [ids(r, "speaker") for r in found] == [{"TCD"}, {"NER"}] or {"TCD", "NER"} == set().union(
        *(ids(r, "speaker") for r in found)
    )
    assert len(found) == 2


def test_the_content_of_an_accusation_is_alleged():
    found = reports_of("Chad accused Libya of bombing two villages.", "event")
    assert {(r.content.type, r.stance) for r in found} == {("ACCUSE", "actual"), ("ASSAULT", "alleged")}


def test_according_to():
    (step,) = reports_of("According to the foreign ministry of Peru, Bolivia ratified the water treaty.", "step")
    assert step.attribution[-1].actor.startswith("PER")
    assert step.attribution[-1].commitment in ("asserts", "reports")
