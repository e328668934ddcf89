"""Lists of things: each rule on a tree as the parser gives it, and one it must leave alone."""

import pytest
from tests.reading.test_repair import heads, tree

from dragoman.reading import repair_lists

WAY = tree(
    "opens VERB VBZ 0 root", "way NOUN NN 0 obj", "for ADP IN 3 case", "cooperation NOUN NN 1 nmod", "in SCONJ IN 5 mark",
    "tackling VERB VBG 1 acl", "piracy NOUN NN 5 obj",
)  # fmt: skip
TRADE = tree(
    "It PRON PRP 1 nsubj", "covers VERB VBZ 1 root", "patrols NOUN NNS 1 obj", ", PUNCT , 5 punct", "and CCONJ CC 5 cc",
    "expanded VERB VBD 1 conj", "trade NOUN NN 5 obj",
)  # fmt: skip
DID = tree(
    "Peru PROPN NNP 1 nsubj", "held VERB VBD 1 root", "talks NOUN NNS 1 obj", ", PUNCT , 5 punct", "and CCONJ CC 5 cc",
    "expanded VERB VBD 1 conj", "trade NOUN NN 5 obj",
)  # fmt: skip
LIST = tree(
    "fights VERB VBZ 0 root", "smuggling NOUN NN 4 compound", ", PUNCT , 4 punct", "joint ADJ JJ 4 amod",
    "patrols NOUN NNS 0 obj",
)  # fmt: skip
NAME = tree(
    "fights VERB VBZ 0 root", "arms NOUN NNS 2 compound", "smuggling NOUN NN 0 obj",
)  # fmt: skip


@pytest.mark.parametrize(("rule", "tokens", "wanted"), [
    pytest.param(repair_lists.gerund_of_the_noun_before, WAY, ("tackling", "cooperation", "acl"), id="the noun before"),
    pytest.param(repair_lists.participle_before_a_noun, TRADE, ("trade", "patrols", "conj"), id="expanded trade is a thing"),
    pytest.param(repair_lists.item_across_a_comma, LIST, ("patrols", "smuggling", "conj"), id="two items"),
])  # fmt: skip
def test_mends(rule, tokens, wanted):
    assert wanted in heads(rule(tokens))


def test_a_list_at_the_root_keeps_a_root():
    tokens = tree("Smuggling NOUN NN 3 compound", ", PUNCT , 3 punct", "joint ADJ JJ 3 amod", "patrols NOUN NNS 3 root")
    assert heads(repair_lists.item_across_a_comma(tokens))[0] == ("Smuggling", "-", "root")


@pytest.mark.parametrize(("rule", "tokens"), [
    pytest.param(repair_lists.gerund_of_the_noun_before, TRADE, id="no gerund"),
    pytest.param(repair_lists.participle_before_a_noun, DID, id="two things done"),
    pytest.param(repair_lists.item_across_a_comma, NAME, id="one thing by its name"),
])  # fmt: skip
def test_leaves_alone(rule, tokens):
    assert rule(tokens) == tokens
