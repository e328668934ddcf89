import pytest

from dragoman import ontology

CUES = ontology.load().cues


@pytest.mark.parametrize(
    ("lemma", "commitment"),
    [
        pytest.param("say", "asserts", id="say"),
        pytest.param("accuse", "alleges", id="accuse"),
        pytest.param("claim", "alleges", id="claim keeps its distance"),
        pytest.param("deny", "denies", id="deny"),
        pytest.param("hint", "doubts", id="hint"),
        pytest.param("decline", "declines", id="decline"),
        pytest.param("quote", "reports", id="quote"),
    ],
)
def test_what_a_reporting_verb_does(lemma, commitment):
    assert CUES.says(lemma).commitment == commitment


def test_every_commitment_has_verbs():
    assert {c.commitment for c in CUES.speech} == {"asserts", "alleges", "denies", "doubts", "declines", "reports"}


@pytest.mark.parametrize(
    ("lemma", "pos", "frame", "negated", "holds"),
    [
        pytest.param("manage", "verb", "infinitive", False, ("actual", "+"), id="managed to"),
        pytest.param("manage", "verb", "infinitive", True, ("actual", "-"), id="did not manage to"),
        pytest.param("fail", "verb", "infinitive", False, ("failed", "+"), id="failed to: its own negation"),
        pytest.param("fail", "verb", "infinitive", True, ("actual", "+"), id="did not fail to"),
        pytest.param("refuse", "verb", "infinitive", False, ("actual", "-"), id="refused to"),
        pytest.param("rule out", "verb", "object", False, ("possible", "-"), id="ruled out"),
        pytest.param("rule out", "verb", "object", True, ("possible", "+"), id="did not rule out"),
        pytest.param("plan", "verb", "infinitive", False, ("planned", "+"), id="plans to"),
        pytest.param("plan", "verb", "infinitive", True, ("planned", "-"), id="does not plan to"),
        pytest.param("agree", "verb", "infinitive", False, ("pledged", "+"), id="agreed to"),
        pytest.param("threaten", "verb", "infinitive", False, ("conditional", "+"), id="threatened to: no plan yet"),
        pytest.param("urge", "verb", "infinitive", False, ("demanded", "+"), id="urged to"),
        pytest.param("allow", "verb", "infinitive", False, ("permitted", "+"), id="allowed to"),
        pytest.param("consider", "verb", "gerund", False, ("possible", "+"), id="considers doing"),
        pytest.param("stop", "verb", "gerund", False, ("actual", "-"), id="stopped doing"),
        pytest.param("refusal", "noun", "infinitive", False, ("actual", "-"), id="its refusal to"),
        pytest.param("unable", "adjective", "infinitive", False, ("failed", "+"), id="unable to"),
        pytest.param("likely", "adjective", "infinitive", False, ("possible", "+"), id="likely to"),
        pytest.param("unlikely", "adjective", "infinitive", False, ("possible", "-"), id="unlikely to"),
    ],
)
def test_what_a_word_says_of_its_complement(lemma, pos, frame, negated, holds):
    assert CUES.governor(lemma, frame, pos=pos).holds(negated=negated) == holds


def test_a_preposition_tells_two_senses_apart():
    assert CUES.governor("stop", "gerund").doer == "subject"
    assert CUES.governor("stop", "gerund", preposition="from").doer == "object"
    assert CUES.governor("stop", "infinitive") is None


@pytest.mark.parametrize(
    ("lemma", "doer", "modality"),
    [
        pytest.param("want", "object", "demanded", id="wants others to"),
        pytest.param("want", "subject", "possible", id="wants to"),
    ],
)
def test_who_is_to_do_it_decides(lemma, doer, modality):
    (governor,) = (g for g in CUES.governs(lemma) if g.doer == doer)
    assert governor.modality == modality


@pytest.mark.parametrize(
    ("lemma", "obligation", "negated"),
    [
        pytest.param("include", "included", "excluded", id="does not include is excluded"),
        pytest.param("allow", "permitted", "forbidden", id="does not allow is forbidden"),
        pytest.param("prohibit", "forbidden", "permitted", id="does not prohibit is permitted"),
        pytest.param("constitute", "included", "excluded", id="does not constitute"),
        pytest.param("stop short", "excluded", None, id="stops short of"),
    ],
)
def test_what_an_instrument_does(lemma, obligation, negated):
    cue = CUES.provides(lemma)
    assert (cue.obligation, cue.negated) == (obligation, negated)


def test_who_cannot_be_asked():
    assert CUES.unnamed("source").anonymous
    assert not CUES.unnamed("state media").anonymous
    assert CUES.unnamed("minister") is None


def test_a_refusal_to_comment_is_not_one_to_sign():
    assert "comment" in CUES.says("decline").verbs
    assert "sign" not in CUES.says("decline").verbs


def test_only_claims_are_rejected_as_claims():
    assert "allegation" in CUES.says("reject").nouns
    assert "bill" not in CUES.says("reject").nouns
