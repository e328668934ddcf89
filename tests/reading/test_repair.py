"""Repair of parses: each rule on a tree as the parser gives it, and a tree it must leave alone."""

import pytest

from dragoman.model.reading import Token
from dragoman.reading import repair

LEMMAS = {"accused": "accuse", "arming": "arm", "spoke": "speak"}


def tree(*rows):
    """Tokens of rows "form upos xpos head dep", heads counted from 0."""
    tokens, at = [], 0
    for row in rows:
        form, upos, xpos, head, dep = row.split()
        tokens.append(Token(form, at, at + len(form), LEMMAS.get(form, form.lower()), upos, xpos, int(head), dep))
        at += len(form) + 1
    return tuple(tokens)


def heads(tokens):
    return [(t.text, tokens[t.head].text if tokens[t.head] is not t else "-", t.dep) for t in tokens]


ASIDE = tree(
    "Peru PROPN NNP 1 nsubj", "agreed VERB VBD 1 root", "with ADP IN 3 case", "Chile PROPN NNP 1 obl", ", PUNCT , 6 punct",
    "state NOUN NN 6 compound", "media NOUN NNS 3 appos", "reported VERB VBD 1 advcl",
)  # fmt: skip
TITLED = tree(
    "signed VERB VBN 0 root", "by ADP IN 2 case", "President PROPN NNP 3 nmod:desc", "Ana PROPN NNP 8 compound",
    "Diaz PROPN NNP 3 flat", "and CCONJ CC 6 cc", "President PROPN NNP 3 conj", "Ion PROPN NNP 8 compound",
    "Popa PROPN NNP 0 obl",
)  # fmt: skip
MINISTRY = tree(
    "met VERB VBD 0 root", "the DET DT 5 det", "Oil PROPN NNP 5 compound", "and CCONJ CC 4 cc", "Gas PROPN NNP 2 conj",
    "Ministry PROPN NNP 0 obj",
)  # fmt: skip
ACCUSED = tree(
    "accused VERB VBN 0 root", "by ADP IN 2 case", "Chad PROPN NNP 0 obl:agent", "of SCONJ IN 4 mark",
    "arming VERB VBG 2 acl", "rebels NOUN NNS 4 obj",
)  # fmt: skip
HABIT = tree(
    "spoke VERB VBD 0 root", "of ADP IN 2 case", "plans NOUN NNS 0 obl", "of SCONJ IN 4 mark", "building VERB VBG 2 acl",
    "roads NOUN NNS 4 obj",
)  # fmt: skip


@pytest.mark.parametrize(("rule", "tokens", "wanted"), [
    pytest.param(repair.aside_with_its_subject, ASIDE, ("media", "reported", "nsubj"), id="an aside has its subject"),
    pytest.param(repair.names_side_by_side, TITLED, ("Popa", "Ana", "conj"), id="two names side by side"),
    pytest.param(repair.gerund_of_the_accusation, ACCUSED, ("arming", "accused", "advcl"), id="accused of arming"),
])  # fmt: skip
def test_mends(rule, tokens, wanted):
    assert wanted in heads(rule(tokens))


@pytest.mark.parametrize(("rule", "tokens"), [
    pytest.param(repair.names_side_by_side, MINISTRY, id="Oil and Gas Ministry is one name"),
    pytest.param(repair.gerund_of_the_accusation, HABIT, id="plans of building"),
    pytest.param(repair.verb_under_its_subject, ASIDE, id="a sentence that has its verb"),
])  # fmt: skip
def test_leaves_alone(rule, tokens):
    assert rule(tokens) == tokens


def test_every_tree_stays_a_tree():
    for tokens in (ASIDE, TITLED, MINISTRY, ACCUSED, HABIT):
        for start in range(len(tokens)):
            at, mended = start, repair.repaired(tokens)
            for _ in mended:
                at = mended[at].head
            assert mended[at].head == at


def test_a_noun_that_may_be_a_verb_is_one_where_there_is_none():
    tokens = tree("The DET DT 2 det", "treaty NOUN NN 2 compound", "prohibits NOUN NNS 2 root", "tests NOUN NNS 2 obj")
    mended = repair.repaired(tokens, verb={"prohibits": "prohibit"}.get)
    assert heads(mended)[1:3] == [("treaty", "prohibits", "nsubj"), ("prohibits", "-", "root")]
    assert mended[2].lemma == "prohibit"
