"""What holds as fact and what does not, whatever the words that say so."""

import pytest

from tests.coding.told import reports_of


def stances(text):
    return {r.stance for r in reports_of(text) if r.kind in ("step", "event")}


@pytest.mark.parametrize(("text", "stance"), [
    pytest.param("Neither Chad nor Mali ratified the pact.", "negated", id="neither, nor"),
    pytest.param("Chad left the talks without signing the pact.", "negated", id="without"),
    pytest.param("At no point did Chad withdraw from the treaty.", "negated", id="at no point"),
    pytest.param("Instead of signing the pact, Chad walked out.", "negated", id="instead of"),
    pytest.param("Chad stopped short of signing the pact.", "negated", id="stopped short of"),
    pytest.param("The pact cannot now be ratified.", "negated", id="cannot"),
    pytest.param("It is not true that Chad expelled the French envoy.", "negated", id="not true that"),
    pytest.param("Reports that Chad expelled the French envoy are false.", "negated", id="reports are false"),
    pytest.param("Chad denied that it had expelled the French envoy.", "denied", id="denied that"),
    pytest.param("Chad denied expelling the French envoy.", "denied", id="denied doing"),
    pytest.param("Poland reportedly expelled the French envoy.", "alleged", id="reportedly"),
    pytest.param("Had Chad signed the pact, the war would be over.", "possible", id="had it"),
    pytest.param("Unless Mali ratifies the pact, it will lapse.", "possible", id="unless"),
    pytest.param("Estonia insisted that Hungary ratify the accession protocol.", "demanded", id="subjunctive"),
    pytest.param("The instruments of the pact are to be exchanged by Chad and Mali in June.", "planned", id="are to be"),
    pytest.param("Chad was not expected to sign the pact.", "negated", id="not expected to"),
    pytest.param("Sudan is considering withdrawing its envoy from Kenya.", "possible", id="no threat: considering"),
    pytest.param("Kenya's parliament voted 84 to 12 on Tuesday to ratify the pact.", "actual", id="voted to ratify"),
    pytest.param("Kenya's parliament will vote on Tuesday to ratify the pact.", "planned", id="will vote to ratify"),
    pytest.param("Norway ratified the pact.", "actual", id="near miss: plain fact"),
    pytest.param("Norway ratified the pact with no delay.", "actual", id="near miss: no delay"),
])  # fmt: skip
def test_stance(text, stance):
    assert stances(text) == {stance}


@pytest.mark.parametrize("text", [
    pytest.param("Georgia alleges that Russian troops attacked a checkpoint near Gori.", id="alleges that"),
    pytest.param("Unproven claims by Baku that Armenia had attacked a village set off the clashes.", id="claims by"),
    pytest.param("The alleged attack by Rwanda on the camp is under inquiry.", id="the alleged attack"),
])  # fmt: skip
def test_what_is_alleged_is_no_fact(text):
    told = {(r.content.type, r.stance) for r in reports_of(text, "event")}
    assert ("ASSAULT", "alleged") in told
    assert ("ASSAULT", "actual") not in told


def test_a_claim_that_is_denied_is_not_told_as_fact():
    told = {
        (r.content.type, r.stance)
        for r in reports_of("A spokesman denied reports that China had pressed Fiji to sign.", "event")
    }
    assert told == {("REQUEST", "denied")}
