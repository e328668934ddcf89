"""Votes: figures, body, instrument and by whose word."""

import pytest

from tests.coding.told import ids, reports_of


@pytest.mark.parametrize(("text", "figures", "body", "outcome"), [
    pytest.param("The Saeima ratified the border treaty by 68 votes to eight, with two abstentions.", (68, 8, 2, None), "LVA/legislature", "passed", id="by votes to"),
    pytest.param("Kenya's parliament approved the loan agreement with 201 votes for, 12 against and five abstentions.", (201, 12, 5, None), "KEN/legislature", "passed", id="for, against"),
    pytest.param("The Knesset rejected the water accord in a 61-48 vote.", None, "ISR/legislature", "rejected", id="rejected"),
])  # fmt: skip
def test_figures(text, figures, body, outcome):
    (vote,) = reports_of(text, "vote")
    assert vote.content.outcome == outcome
    assert ids(vote, "body") == {body}
    if figures:
        content = vote.content
        assert (content.yes, content.no, content.abstain, content.present) == figures


def test_what_is_not_told_is_none():
    (vote,) = reports_of("The Saeima ratified the border treaty by 68 votes to eight.", "vote")
    assert (vote.content.abstain, vote.content.present, vote.content.seats) == (None, None, None)


def test_figures_have_their_words():
    (vote,) = reports_of("The Saeima ratified the border treaty by 68 votes to eight.", "vote")
    quotes = {e.field: e.quote for e in vote.evidence}
    assert "68" in quotes["vote.yes"]
    assert "eight" in quotes["vote.no"]


def test_through_an_agency():
    text = "The Leta news agency reported that the Saeima ratified the border treaty by 68 votes to eight."
    (vote,) = reports_of(text, "vote")
    assert [s.source for s in vote.attribution] == ["The Harbour Post", "The Leta news agency"]


@pytest.mark.parametrize("text", [
    pytest.param("Norway beat Iceland 3-1 in Bergen.", id="a score"),
    pytest.param("The treaty was signed by 12 states in 2001.", id="a count of states"),
])  # fmt: skip
def test_near_miss(text):
    assert reports_of(text, "vote") == ()


def test_lawmakers_are_those_of_the_body_told_before():
    text = "The Knesset debated the water accord. Lawmakers backed it by 61 votes to 43."
    (vote,) = reports_of(text, "vote")
    assert (vote.actors("body"), vote.content.yes, vote.content.no) == (("ISR/legislature",), 61, 43)
