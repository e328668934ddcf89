import pytest

from dragoman import ontology
from dragoman.ontology.procedure import NoProcedure

TABLE = ontology.load().procedures


def missing(state, *done, parties=2):
    return [f"{r.act} {r.body or state}" for r in TABLE.of(state).missing(done, parties=parties)]


def test_at_least_thirty_five_states_with_sources():
    assert len(TABLE.entries) >= 35
    assert all(r.source for p in TABLE.entries for r in p.requirements)


def test_one_chamber_leaves_the_other_missing():
    assert missing("POL", ("approved", "POL/legislature/sejm"))[0] == "approved POL/legislature/senate"


def test_a_parliament_leaves_review_assent_and_publication():
    assert missing("IRN", ("signed", "IRN"), ("approved", "IRN/legislature")) == [
        "reviewed IRN/guardian-council",
        "assented IRN/president",
        "promulgated IRN/official-gazette",
        "ratified IRN",
        "exchanged IRN",
    ]


@pytest.mark.parametrize(
    ("done", "left"),
    [
        pytest.param(("ratified", None), False, id="the state itself"),
        pytest.param(("ratified", "LVA"), False, id="by its code"),
        pytest.param(("ratified", "LVA/president"), False, id="its president"),
        pytest.param(("ratified", "LVA/legislature"), True, id="never its parliament"),
        pytest.param(("ratified", "LTU"), True, id="nor another state"),
    ],
)
def test_who_ratifies(done, left):
    assert ("ratified LVA" in missing("LVA", done)) is left


def test_two_exchange_and_many_deposit():
    assert missing("LVA")[-1] == "exchanged LVA"
    assert missing("LVA", parties=40)[-1] == "deposited LVA"


def test_a_state_not_recorded_says_why():
    found = TABLE.of("ATA")
    assert isinstance(found, NoProcedure)
    assert found.reason == "what ATA requires of itself is not recorded in ontology/procedures"


def test_bodies_only_procedures_know_have_names():
    assert TABLE.named("IRN/official-gazette") == "official gazette"
    assert TABLE.named("IRN/legislature") is None
