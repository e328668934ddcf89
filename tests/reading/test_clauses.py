"""Clauses: who does what to whom, however it is put."""

from functools import cache

import pytest
from tests import make

from dragoman import ontology
from dragoman.reading import read
from dragoman.reading.engine import Engine


@cache
def clauses_of(text):
    article = make.article(text, title=None, headline=None, body=0)
    return read(article, ontology=ontology.load(), engine=Engine.load(), gated=False).clauses


def clause_of(text, lemma):
    return next(c for c in clauses_of(text) if c.lemma == lemma and c.kind != "noun")


def words(phrases):
    return [p.text[0].lower() + p.text[1:] if p.text.startswith(("The ", "A ")) else p.text for p in phrases]


@pytest.mark.parametrize(("text", "lemma", "agents", "patients"), [
    pytest.param("Oman ratified the pact.", "ratify", ["Oman"], ["the pact"], id="active"),
    pytest.param("The pact was ratified by Oman.", "ratify", ["Oman"], ["the pact"], id="passive"),
    pytest.param("The pact was ratified on Monday.", "ratify", [], ["the pact"], id="passive, nobody named"),
    pytest.param("Oman and Yemen signed the pact.", "sign", ["Oman", "Yemen"], ["the pact"], id="two agents"),
    pytest.param("The pact was signed by Oman and Yemen.", "sign", ["Oman", "Yemen"], ["the pact"], id="two agents after by"),
    pytest.param("Chad has been accused by Niger and Western governments of arming rebels.", "accuse", ["Niger", "Western governments"], ["Chad"], id="accused by two of doing"),
    pytest.param("Chad has been accused by Niger and Western governments of arming rebels.", "arm", ["Chad"], ["rebels"], id="the accused does it"),
    pytest.param("Peru urged Bolivia to release the envoy.", "release", ["Bolivia"], ["the envoy"], id="the one urged does it"),
    pytest.param("Peru promised Bolivia to release the envoy.", "release", ["Peru"], ["the envoy"], id="who promises does it"),
    pytest.param("The envoy, who was expelled by Chile, left on Monday.", "expel", ["Chile"], ["the envoy"], id="relative, passive"),
    pytest.param("It was a charge Iraq continues to deny.", "deny", ["Iraq"], ["a charge"], id="relative over a chain"),
    pytest.param("The treaty, signed by Ghana in Accra, takes effect in May.", "sign", ["Ghana"], ["the treaty"], id="participle with by"),
])  # fmt: skip
def test_who_does_what_to_whom(text, lemma, agents, patients):
    clause = clause_of(text, lemma)
    assert (words(clause.agents), words(clause.patients)) == (agents, patients)


@pytest.mark.parametrize(("text", "lemma", "agents", "patients"), [
    pytest.param("Oman's ratification of the pact was swift.", "ratification", ["Oman"], ["the pact"], id="owner does it"),
    pytest.param("The approval of the pact by Oman came late.", "approval", ["Oman"], ["the pact"], id="by does it"),
])  # fmt: skip
def test_events_told_as_nouns(text, lemma, agents, patients):
    clause = next(c for c in clauses_of(text) if c.lemma == lemma)
    assert (clause.kind, words(clause.agents), words(clause.patients)) == ("noun", agents, patients)


@pytest.mark.parametrize(("text", "lemma", "tense", "negated", "modals"), [
    pytest.param("Oman will ratify the pact.", "ratify", "future", False, ("will",), id="will"),
    pytest.param("Oman may ratify the pact.", "ratify", "present", False, ("may",), id="may"),
    pytest.param("Oman did not ratify the pact.", "ratify", "past", True, (), id="did not"),
    pytest.param("Oman has ratified the pact.", "ratify", "past", False, (), id="has"),
    pytest.param("No state ratified the pact.", "ratify", "past", True, (), id="no state"),
    pytest.param("Oman ratifies the pact with no delay.", "ratify", "present", False, (), id="near miss: no delay denies nothing"),
])  # fmt: skip
def test_how_it_is_put(text, lemma, tense, negated, modals):
    clause = clause_of(text, lemma)
    assert (clause.tense, clause.negated, clause.auxiliaries) == (tense, negated, modals)


def test_a_name_in_a_phrase_keeps_no_place_and_no_time():
    clause = clause_of("The pact was signed by President Sauli Niinisto in Oslo in May 2021.", "sign")
    assert words(clause.agents) == ["President Sauli Niinisto"]


def test_a_quotation_is_closed():
    clause = clause_of("The accord covers “common fisheries,” and a fund.", "cover")
    assert words(clause.patients)[0] == "“common fisheries,”"
