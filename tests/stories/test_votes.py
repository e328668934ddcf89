import pytest

from tests.stories import make_reports as make

SENTENCE = "The Mazhilis approved the treaty by 71 votes to 12, with 4 abstentions, of 90 members present."
ONE = make.account("The Steppe Courier", "Mazhilis backs water treaty", SENTENCE)
OTHER = make.account("Aral Ledger", "Mazhilis backs water treaty", SENTENCE)
FULL = {"yes": 71, "no": 12, "abstain": 4, "present": 90}


@pytest.mark.parametrize(
    ("other", "many"),
    [
        pytest.param(FULL, 1, id="the same figures"),
        pytest.param({"yes": 71}, 1, id="one figure of them"),
        pytest.param({"yes": 70, "no": 12}, 1, id="one figure differs: one vote told differently"),
        pytest.param({"yes": 40, "no": 2}, 2, id="other figures are another vote"),
        pytest.param({"body": "KAZ/legislature/senate", "yes": 71}, 2, id="another chamber"),
        pytest.param({"body": "KAZ/legislature", "yes": 71, "no": 12}, 1, id="parliament for its chamber"),
    ],
)
def test_identity(other, many):
    reports = [make.vote(ONE, SENTENCE, **FULL), make.vote(OTHER, SENTENCE, **other)]
    assert len(make.grouped(ONE, OTHER, *reports).votes) == many


def test_the_fullest_account_is_filled_up_by_the_others():
    reports = [
        make.vote(ONE, SENTENCE, yes=71, no=12),
        make.vote(OTHER, SENTENCE, yes=71, present=90, outcome="passed"),
    ]
    (vote,) = make.grouped(ONE, OTHER, *reports).votes
    assert (vote.yes, vote.no, vote.abstain, vote.present, vote.outcome) == (71, 12, None, 90, "passed")
    assert vote.arithmetic.difference == 7


def test_a_vote_is_its_agreements():
    step = make.step(ONE, SENTENCE, body="KAZ/legislature/mazhilis", parties=("KAZ", "UZB"))
    grouping = make.grouped(ONE, step, make.vote(ONE, SENTENCE, **FULL))
    assert grouping.votes[0].agreement == grouping.agreements[0].id
    assert grouping.agreements[0].votes == (grouping.votes[0].id,)
    assert grouping.stories[0].votes == (grouping.votes[0].id,)
