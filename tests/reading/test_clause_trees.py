"""Clauses of given trees: what is read off where the parser is unsure, whatever model parsed."""

import pytest
from tests.reading.test_repair import tree

from dragoman.reading.clauses import clauses


def read(tokens, lemma):
    """The agents, patients and recipients of the clause of a verb, as words."""
    text = " ".join(t.text for t in tokens)
    clause = next(c for c in clauses("a", text, 0, tokens) if c.lemma == lemma)
    return [[p.text for p in places] for places in (clause.agents, clause.patients, clause.recipients)]


GAVE = tree(
    "Peru PROPN NNP 1 nsubj", "gave VERB VBD 1 root", "Chad PROPN NNP 1 iobj", "a DET DT 4 det", "loan NOUN NN 1 obj",
)  # fmt: skip
TOLD = tree(
    "Peru PROPN NNP 1 nsubj", "told VERB VBD 1 root", "Chad PROPN NNP 1 iobj", "talks NOUN NNS 4 nsubj",
    "failed VERB VBD 1 ccomp",
)  # fmt: skip
TAKEN = tree(
    "papers NOUN NNS 1 nsubj", "taken VERB VBD 4 advcl", ", PUNCT , 1 punct", "envoys NOUN NNS 4 nsubj",
    "left VERB VBD 4 root",
)  # fmt: skip
WHEN = tree(
    "when ADV WRB 2 advmod", "envoys NOUN NNS 2 nsubj", "met VERB VBD 5 advcl", ", PUNCT , 2 punct",
    "Chad PROPN NNP 5 nsubj", "left VERB VBD 5 root",
)  # fmt: skip
TWO = tree(
    "papers NOUN NNS 3 nsubj", ", PUNCT , 3 punct", "envoys NOUN NNS 3 nsubj", "left VERB VBD 3 root",
)  # fmt: skip
BEHIND = tree(
    "general NOUN NN 1 nsubj", "warned VERB VBD 1 root", "militias NOUN NNS 1 nsubj",
)  # fmt: skip
MORNING = tree(
    "hostages NOUN NNS 2 nsubj:pass", "were AUX VBD 2 aux:pass", "freed VERB VBN 2 root", "by ADP IN 5 case",
    "Tuesday PROPN NNP 5 compound", "morning NOUN NN 2 obl:agent",
)  # fmt: skip


@pytest.mark.parametrize(("tokens", "lemma", "wanted"), [
    pytest.param(GAVE, "gave", [["Peru"], ["a loan"], ["Chad"]], id="who is given a thing receives it"),
    pytest.param(TOLD, "told", [["Peru"], [], ["Chad"]], id="who is told that receives the telling"),
    pytest.param(TAKEN, "taken", [[], ["papers"], []], id="a participle without conjunction is passive"),
    pytest.param(TAKEN, "left", [["envoys"], [], []], id="and the main verb has its own subject"),
    pytest.param(TWO, "left", [["envoys"], [], []], id="of two subjects the nearer"),
    pytest.param(BEHIND, "warned", [["general"], ["militias"], []], id="a second subject behind the verb is its object"),
    pytest.param(MORNING, "freed", [[], ["hostages"], []], id="no morning frees anybody"),
])  # fmt: skip
def test_places(tokens, lemma, wanted):
    assert read(tokens, lemma) == wanted


def test_a_clause_with_a_conjunction_of_time_is_active():
    assert read(WHEN, "met")[1] == []
