"""Words taken for another part of speech: each rule on a tree as the parser gives it, and one it must leave alone."""

import pytest
from tests.reading.test_repair import heads, tree

from dragoman.reading import repair_tags

SPEAKS = frozenset({"said"})
KNOWN = {"apologise": "apologise", "claims": "claim"}.get
THAT = tree(
    "Chad PROPN NNP 1 nsubj", "insisted VERB VBD 1 root", "that SCONJ IN 4 mark", "Peru PROPN NNP 4 nsubj",
    "apologise ADV RB 1 advmod",
)  # fmt: skip
SOON = tree(
    "Chad PROPN NNP 1 nsubj", "left VERB VBD 1 root", "early ADV RB 1 advmod",
)  # fmt: skip
CLAIMS = tree(
    "Peru PROPN NNP 1 nsubj", "claims VERB VBZ 1 root", "sovereignty VERB VBD 1 ccomp",
)  # fmt: skip
EMPTY = tree(
    "Peru PROPN NNP 1 nsubj", "said VERB VBD 1 root", "envoys NOUN NNS 3 nsubj", "commence VERB VBP 1 ccomp",
)  # fmt: skip
CROWD = tree(
    "Thousands NOUN NNS 0 root", "of ADP IN 3 case", "Chadian ADJ JJ 3 amod", "marched VERB VBD 0 nmod",
)  # fmt: skip
RUNS = tree(
    "It PRON PRP 1 nsubj", "covers VERB VBZ 1 root", "trials NOUN NNS 1 obj", "and CCONJ CC 4 cc", "runs NOUN NNS 2 conj",
    "for ADP IN 7 case", "ten NUM CD 7 nummod", "years NOUN NNS 4 nmod",
)  # fmt: skip
DRILLS = tree(
    "It PRON PRP 1 nsubj", "covers VERB VBZ 1 root", "trials NOUN NNS 1 obj", "and CCONJ CC 4 cc", "drills NOUN NNS 2 conj",
    "for ADP IN 7 case", "ten NUM CD 7 nummod", "years NOUN NNS 4 nmod",
)  # fmt: skip
URGED = tree(
    "Peru PROPN NNP 1 nsubj", "urged VERB VBD 1 root", "Chad PROPN NNP 1 iobj", "to PART TO 4 mark", "sign VERB VB 1 xcomp",
)  # fmt: skip
GAVE = tree(
    "Peru PROPN NNP 1 nsubj", "gave VERB VBD 1 root", "Chad PROPN NNP 1 iobj", "loans NOUN NNS 1 obj",
)  # fmt: skip
PLAN = tree(
    "Peru PROPN NNP 1 nsubj", "dropped VERB VBD 1 root", "plan NOUN NN 1 obj", "to PART TO 4 mark", "buy VERB VB 1 advcl",
)  # fmt: skip
PORT = tree(
    "Peru PROPN NNP 1 nsubj", "closed VERB VBD 1 root", "port NOUN NN 1 obj", "to PART TO 4 mark", "stop VERB VB 1 advcl",
)  # fmt: skip
AMID = tree(
    "talks NOUN NNS 1 nsubj", "resume VERB VBP 4 ccomp", ", PUNCT , 4 punct", "Oslo PROPN NNP 4 nsubj", "said VERB VBD 4 root",
    ", PUNCT , 8 punct", "and CCONJ CC 8 cc", "Rome PROPN NNP 8 nsubj", "agrees VERB VBZ 4 conj",
)  # fmt: skip
LEFT = tree(
    "talks NOUN NNS 1 nsubj", "resume VERB VBP 4 ccomp", ", PUNCT , 4 punct", "Oslo PROPN NNP 4 nsubj", "said VERB VBD 4 root",
    ", PUNCT , 7 punct", "and CCONJ CC 7 cc", "left VERB VBD 4 conj",
)  # fmt: skip


@pytest.mark.parametrize(("mended", "wanted"), [
    pytest.param(repair_tags.verb_of_its_subject(THAT, KNOWN), ("apologise", "insisted", "ccomp"), id="what has a subject"),
    pytest.param(repair_tags.noun_by_its_ending(CLAIMS, KNOWN), ("sovereignty", "claims", "obj"), id="a noun's ending"),
    pytest.param(repair_tags.verb_for_the_root(CROWD), ("Thousands", "marched", "nsubj"), id="a finite verb is the root"),
    pytest.param(repair_tags.verb_for_the_root(CROWD), ("Chadian", "Thousands", "nmod"), id="and the noun keeps its own"),
    pytest.param(repair_tags.verb_after_and(RUNS), ("runs", "covers", "conj"), id="what goes on for years"),
    pytest.param(repair_tags.only_object(URGED), ("Chad", "urged", "obj"), id="the only object"),
    pytest.param(repair_tags.infinitive_of_its_noun(PLAN), ("buy", "plan", "acl"), id="a plan to buy"),
    pytest.param(repair_tags.speech_amid(AMID, SPEAKS), ("agrees", "resume", "conj"), id="said, too"),
])  # fmt: skip
def test_mends(mended, wanted):
    assert wanted in heads(mended)


@pytest.mark.parametrize(("mended", "tokens"), [
    pytest.param(repair_tags.verb_of_its_subject(SOON, KNOWN), SOON, id="an adverb without a subject"),
    pytest.param(repair_tags.noun_by_its_ending(EMPTY, KNOWN), EMPTY, id="a verb with a subject"),
    pytest.param(repair_tags.verb_after_and(DRILLS), DRILLS, id="drills for ten years"),
    pytest.param(repair_tags.only_object(GAVE), GAVE, id="who is given something"),
    pytest.param(repair_tags.infinitive_of_its_noun(PORT), PORT, id="closed the port to stop"),
    pytest.param(repair_tags.speech_amid(LEFT, SPEAKS), LEFT, id="who said it left"),
])  # fmt: skip
def test_leaves_alone(mended, tokens):
    assert mended == tokens
