import typing

import pytest

from dragoman import ontology
from dragoman.model.terms import Act

ACTS = ontology.load().acts


@pytest.mark.parametrize(
    ("lemma", "agent", "pos", "act"),
    [
        pytest.param("ratify", "body", "verb", "approved", id="a chamber's ratify is its approval"),
        pytest.param("ratify", "party", "verb", "ratified", id="a state's ratify binds it"),
        pytest.param("ratification", "body", "noun", "approved", id="and so the noun"),
        pytest.param("ratification", "party", "noun", "ratified", id="a state's ratification"),
        pytest.param("pass", "body", "verb", "approved", id="a house passes it"),
        pytest.param("pass", "party", "verb", None, id="a state passes nothing"),
        pytest.param("approve", "court", "verb", "reviewed", id="a court's approve is its review"),
        pytest.param("reject", "body", "verb", "rejected", id="a house rejects"),
        pytest.param("reject", "party", "verb", None, id="a state's reject is an event, not a step"),
        pytest.param("adopt", "body", "verb", "approved", id="a house adopts a law"),
        pytest.param("adopt", "party", "verb", "text_adopted", id="parties adopt a text"),
        pytest.param("exchange", "party", "verb", "signed", id="signatures or papers: see the word's objects"),
        pytest.param("expire", "instrument", "verb", "lapsed", id="a pact expires"),
        pytest.param("expire", "party", "verb", None, id="a state does not"),
        pytest.param("withdraw", "party", "verb", "unsigned", id="a signature first, see the objects"),
    ],
)
def test_who_does_it_decides_the_act(lemma, agent, pos, act):
    found = ACTS.of(lemma, agent, pos)
    assert (found.id if found else None) == act


def test_every_act_of_the_schema_is_defined_once():
    assert sorted(e.id for e in ACTS.entries) == sorted(typing.get_args(Act))


def test_a_domestic_act_of_a_body_is_a_partys_only_where_a_cabinet_may_do_it():
    for entry in ACTS.entries:
        if entry.needs_body:
            assert all("party" not in word.agents or "executive" in word.agents for word in entry.words), entry.id


def test_order_is_a_treatys_course():
    order = ["signed", "approved", "ratified", "in_force", "withdrawn"]
    assert sorted(order, key=ACTS.order) == order


@pytest.mark.parametrize(
    ("phrase", "objects"),
    [
        pytest.param("its instruments of ratification", ("papers",), id="papers"),
        pytest.param("the law on the treaty with Niger", ("law",), id="a law on a treaty"),
        pytest.param("their signatures", ("signature",), id="signatures"),
        pytest.param("a third round of talks", ("talks",), id="a round of talks"),
        pytest.param("prisoners", (), id="neither"),
        pytest.param("the lawn", (), id="a lawn is no law"),
    ],
)
def test_what_else_an_act_is_done_to(phrase, objects):
    assert ACTS.object_of(phrase) == objects


def test_the_word_that_asks_for_more_comes_first():
    first = [word.fixed is not None for _, word in ACTS.words("sign")]
    assert first == sorted(first, reverse=True)
