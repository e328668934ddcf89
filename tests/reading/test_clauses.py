"""Clauses: who does what to whom, however it is put."""

from dataclasses import replace
from functools import cache

import pytest
from tests import make

from dragoman import ontology
from dragoman.model.text import Span
from dragoman.reading import read
from dragoman.reading.engine import Engine


@cache
def clauses_of(text):
    article = make.article(text, title=None, headline=None, body=0)
    return read(article, ontology=ontology.load(), engine=Engine.load()).clauses


def clause_of(text, lemma):
    return next(c for c in clauses_of(text) if c.lemma == lemma and c.kind != "noun")


def headline_clause(text, lemma):
    plain = make.article(text, title=None, headline=None, body=0)
    article = replace(plain, title=text, headline=Span(plain.id, 0, len(text)), body=len(text))
    found = read(article, ontology=ontology.load(), engine=Engine.load()).clauses
    return next(c for c in found if c.lemma == lemma and c.kind != "noun")


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


@pytest.mark.parametrize(("text", "lemma", "agents", "patients"), [
    pytest.param("Talks having failed, Chad mobilised the reserves.", "fail", ["Talks"], [], id="having, without been"),
    pytest.param("Benin having been warned by Togo, the vessel left.", "warn", ["Togo"], ["Benin"], id="near miss: having been"),
    pytest.param("The hostages were flown to Doha, and the captors vanished.", "vanish", ["the captors"], [], id="a verb that nobody does to anybody"),
    pytest.param("The court, set up by the Arab League, heard the claim.", "set up", ["the Arab League"], ["the court"], id="by tells the voice"),
    pytest.param("Countries invited to the conference by Peru stayed away.", "invite", ["Peru"], ["Countries"], id="by hangs from a complement"),
    pytest.param("The minister flew home, his offer spurned.", "spurn", [], ["his offer"], id="what opens with his own"),
    pytest.param("Chad pushed for a vote by the Senate.", "push", ["Chad"], [], id="near miss: by of a noun"),
    pytest.param("Moldova, though blocked twice by Hungary, opened two chapters.", "block", ["Hungary"], ["Moldova"], id="a conjunction and a participle"),
    pytest.param("Their passports confiscated by the Bulgarian police, the Kurdish activists appealed to Strasbourg.", "appeal", ["the Kurdish activists"], [], id="two subjects, one past"),
    pytest.param("His requests refused twice, the Polish envoy appealed to the king.", "refuse", [], ["His requests"], id="of two pasts the first is a participle"),
    pytest.param("Kenya's debt (owed mostly to Chinese banks) was restructured by a committee.", "owe", [], ["Kenya's debt (owed mostly to Chinese banks)"], id="a participle in brackets"),
    pytest.param("Bolivia, it was confirmed on Friday, has joined the bank.", "join", ["Bolivia"], ["the bank"], id="the subject before an aside"),
    pytest.param("Countries invited to the talks by Peru but not by Chile stayed away.", "stay", ["Countries"], [], id="nobody after by stays away"),
    pytest.param("The envoy said Niger had beaten the rebels and Chad would advance.", "beat", ["Niger"], ["the rebels"], id="the next verb's subject is no object"),
    pytest.param("Niger, from which French troops withdrew, has hired instructors.", "withdraw", ["French troops"], [], id="a preposition takes what the relative lacks"),
    pytest.param("Peru freed the men Chile had asked for.", "ask", ["Chile"], [], id="a preposition at the end"),
    pytest.param("Peru freed the men Chile had jailed.", "jail", ["Chile"], ["the men"], id="near miss: no preposition"),
    pytest.param("Tariq Saleem, a former spy chief and now the envoy to Kabul, denied the allegation.", "deny", [], ["the allegation"], id="behind an active verb stands its object"),
])  # fmt: skip
def test_nobody_changes_places(text, lemma, agents, patients):
    clause = clause_of(text, lemma)
    assert (words(clause.agents), words(clause.patients)) == (agents, patients)


@pytest.mark.parametrize(("text", "lemma", "agents", "patients"), [
    pytest.param("Kosovo barred from UNESCO vote", "bar", [], ["Kosovo"], id="the past is a participle"),
    pytest.param("Iran urged to free sailors", "urge", [], ["Iran"], id="with an infinitive"),
    pytest.param("Ghana sued over maritime claim by Togo", "sue", ["Togo"], ["Ghana"], id="by, after a noun"),
    pytest.param("Talks collapsed in Geneva", "collapse", ["Talks"], [], id="near miss: nobody collapses talks"),
    pytest.param("France defeated Spain in fishing case", "defeat", ["France"], ["Spain"], id="near miss: an object"),
    pytest.param("Seoul, Tokyo to share radar data", "share", ["Seoul", "Tokyo"], ["radar data"], id="a comma joins two"),
])  # fmt: skip
def test_headlines(text, lemma, agents, patients):
    clause = headline_clause(text, lemma)
    assert (words(clause.agents), words(clause.patients)) == (agents, patients)


@pytest.mark.parametrize("text", [
    pytest.param("Qaboos overthrew his father, Sultan Said bin Taimur.", id="a name like a verb"),
    pytest.param("They greeted the Jordan Armed Forces.", id="a body's name"),
])  # fmt: skip
def test_no_name_is_a_predicate(text):
    assert not {c.lemma for c in clauses_of(text) if c.kind == "verb"} & {"say", "arm"}
