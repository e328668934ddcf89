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
    pytest.param("The instruments of the pact are to be exchanged by Chad and Mali in June.", "planned", id="are to be"),
    pytest.param("Chad was not expected to sign the pact.", "negated", id="not expected to"),
    pytest.param("Sudan is considering withdrawing its envoy from Kenya.", "possible", id="no threat: considering"),
    pytest.param("Kenya's parliament voted 84 to 12 on Tuesday to ratify the pact.", "actual", id="voted to ratify"),
    pytest.param("Kenya's parliament will vote on Tuesday to ratify the pact.", "planned", id="will vote to ratify"),
    pytest.param("Chad nearly signed the pact.", "negated", id="nearly"),
    pytest.param("Chad came close to signing the pact.", "negated", id="came close to"),
    pytest.param("The pact between Chad and Mali remains to be ratified.", "negated", id="remains to be"),
    pytest.param("At no time has Chad expelled the French envoy.", "negated", id="at no time, in the middle"),
    pytest.param("Is Chad about to expel the French envoy?", "possible", id="asked, though planned"),
    pytest.param("The moment Chad expels the French envoy, Mali will act.", "possible", id="the moment"),
    pytest.param("Mali will act when Chad expels the French envoy.", "possible", id="when, before a future"),
    pytest.param("Should Chad sign the pact, Mali would act.", "possible", id="inverted should"),
    pytest.param("Chad has not confirmed that Poland expelled the French envoy.", "alleged", id="not confirmed that"),
    pytest.param("There is no evidence that Poland expelled the French envoy.", "possible", id="no evidence that"),
    pytest.param("It is doubtful that Poland expelled the French envoy.", "possible", id="doubtful that"),
    pytest.param("Poland is thinking of expelling the French envoy.", "possible", id="a gerund nothing vouches for"),
    pytest.param("Poland expelled the French envoy, or so it is said.", "alleged", id="or so it is said"),
    pytest.param("Poland, Kyiv alleges, expelled the French envoy.", "alleged", id="an aside alleges"),
    pytest.param("According to unconfirmed reports, Poland expelled the French envoy.", "alleged", id="unconfirmed"),
    pytest.param("Some say Poland expelled the French envoy.", "alleged", id="some say"),
    pytest.param("Kyiv said Poland had expelled the French envoy, offering no proof.", "alleged", id="no proof given"),
    pytest.param("Poland is said to have expelled the French envoy.", "alleged", id="is said to have"),
    pytest.param("Warsaw called it a lie that Poland expelled the French envoy.", "denied", id="called it a lie"),
    pytest.param("Warsaw denied reports it had expelled the French envoy.", "denied", id="a claim without that"),
    pytest.param("Poland expelled the French envoy, which Warsaw has denied.", "denied", id="which it denies"),
    pytest.param("Poland was the first to expel the French envoy.", "actual", id="near miss: the first to"),
    pytest.param("It was not until May that Poland expelled the French envoy.", "actual", id="near miss: not until"),
    pytest.param("The moment Poland expelled the French envoy, Mali acted.", "actual", id="near miss: a past moment"),
    pytest.param("Poland did not hesitate to expel the French envoy.", "actual", id="near miss: did not hesitate"),
    pytest.param("Poland expelled the French envoy; it denies nothing.", "actual", id="near miss: denies nothing"),
    pytest.param("Warsaw confirmed reports that Poland had expelled the French envoy.", "actual", id="near miss: confirmed"),
    pytest.param("The fact that Poland expelled the French envoy was noted.", "actual", id="near miss: the fact that"),
    pytest.param("Norway ratified the pact.", "actual", id="near miss: plain fact"),
    pytest.param("Norway ratified the pact with no delay.", "actual", id="near miss: no delay"),
])  # fmt: skip
def test_stance(text, stance):
    assert stances(text) == {stance}


def test_who_insists_has_insisted_and_what_he_insists_on_is_only_demanded():
    reports = reports_of("Estonia insisted that Hungary ratify the accession protocol.")
    assert {(r.kind, r.stance) for r in reports if r.kind in ("step", "event")} == {
        ("event", "actual"),
        ("event", "demanded"),
        ("step", "demanded"),
    }


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


@pytest.mark.parametrize(("text", "stance"), [
    pytest.param("Kyiv said Poland had expelled the French envoy. Warsaw denied it.", "alleged", id="denies it"),
    pytest.param("Kyiv said Poland had expelled the French envoy, but Warsaw denies this.", "alleged", id="but denies"),
    pytest.param("Kyiv said Poland had expelled the French envoy. Warsaw called the claim a lie.", "alleged", id="a lie"),
    pytest.param("Kyiv said Poland had expelled the French envoy. Warsaw denied that talks had failed.", "actual",
                 id="near miss: denies something else"),
])  # fmt: skip
def test_what_another_denies_is_alleged_by_who_says_it(text, stance):
    assert {r.stance for r in reports_of(text, "event") if r.content.type == "SANCTION"} == {stance}


@pytest.mark.parametrize(("text", "told"), [
    pytest.param("Oman will host talks between Iran and Chad.", {("CONSULT", "planned")}, id="no consent of Oman's"),
    pytest.param("Poland will meet Chad next week.", {("CONSULT", "planned")}, id="will meet"),
    pytest.param("The ministers of Chad and Mali meet next Tuesday.", {("CONSULT", "planned")}, id="a present to come"),
    pytest.param("The ministers of Chad and Mali met on Tuesday.", {("CONSULT", "actual")}, id="near miss: they met"),
])  # fmt: skip
def test_what_is_to_come_is_told_in_its_own_type(text, told):
    assert {(r.content.type, r.stance) for r in reports_of(text, "event")} == told


def test_being_ready_is_no_agreement():
    told = {(r.content.type, r.stance) for r in reports_of("Ukraine is ready to sign an accord with Chad.", "event")}
    assert ("AGREE", "possible") in told
    assert "actual" not in {stance for _, stance in told}


@pytest.mark.parametrize(("text", "kind"), [
    pytest.param("If Chad ratifies the pact, Mali will release two Chadian soldiers.", "condition_of", id="if"),
    pytest.param("Chad ratified the pact because Mali had released two Chadian soldiers.", "cause_of", id="because"),
    pytest.param("Mali released two Chadian soldiers after Chad ratified the pact.", None, id="near miss: after"),
])  # fmt: skip
def test_an_act_is_tied_to_the_one_it_hangs_from(text, kind):
    kinds = {link.kind for r in reports_of(text) for link in r.links} & {"condition_of", "cause_of", "purpose_of"}
    assert kinds == ({kind} if kind else set())
