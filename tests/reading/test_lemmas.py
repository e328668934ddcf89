"""Lemmas by lexicon and rule, as the shipped model has them."""

import pytest

from dragoman.reading.engine import SHIPPED
from dragoman.reading.lemmas import Lemmatiser


@pytest.fixture(scope="module")
def shipped():
    return Lemmatiser.load(SHIPPED / "lemmas.json")


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("signed", "VBD|VERB", "sign"),
        ("Signed", "VBN|VERB", "sign"),
        ("ratifies", "VBZ|VERB", "ratify"),
        ("pledged", "VBD|VERB", "pledge"),
        ("declining", "VBG|VERB", "decline"),
        ("provoked", "VBN|VERB", "provoke"),
        ("vetoed", "VBD|VERB", "veto"),
        ("chaired", "VBD|VERB", "chair"),
        ("fled", "VBD|VERB", "flee"),
        ("withdrew", "VBD|VERB", "withdraw"),
        ("committed", "VBN|VERB", "commit"),
        ("lay", "VBD|VERB", "lie"),
        ("left", "VBD|VERB", "leave"),
        ("WAS", "VBD|AUX", "be"),
        ("had", "VBN|AUX", "have"),
        ("n't", "RB|PART", "not"),
        ("ca", "MD|AUX", "can"),
        ("treaties", "NNS|NOUN", "treaty"),
        ("crises", "NNS|NOUN", "crisis"),
        ("series", "NNS|NOUN", "series"),
        ("The", "DT|DET", "the"),
        ("10,000", "CD|NUM", "10000"),
        ("Norland", "NNP|PROPN", "Norland"),
        ("Norlanders", "NNPS|PROPN", "Norlander"),
        ("larger", "JJR|ADJ", "large"),
        ("unheard-of", "JJ|ADJ", "unheard-of"),
    ],
)
def test_lemma(shipped, form, tag, lemma):
    assert shipped.lemma(form, tag) == lemma


def test_what_is_saved_is_what_is_read(tmp_path):
    made = Lemmatiser(rules={"NN|NOUN ": "l0", "NNS|NOUN ies": "l3y"}, lexicon={"men NNS|NOUN": "man"})
    made.save(tmp_path / "lemmas.json")
    assert Lemmatiser.load(tmp_path / "lemmas.json") == made


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        pytest.param("men", "NNS|NOUN", "man", id="a listed word"),
        pytest.param("parties", "NNS|NOUN", "party", id="the longest ending wins"),
        pytest.param("envoys", "NNS|NOUN", "envoy", id="else the shorter one"),
        pytest.param("ies", "NNS|NOUN", "y", id="an ending may be the whole word"),
        pytest.param("s", "NNS|NOUN", "s", id="but nothing is cut to nothing"),
        pytest.param("Weird", "UH|INTJ", "weird", id="a tag without rules"),
    ],
)
def test_rules(form, tag, lemma):
    rules = {"NNS|NOUN ": "k0", "NNS|NOUN s": "l1", "NNS|NOUN ies": "l3y"}
    assert Lemmatiser(rules=rules, lexicon={"men NNS|NOUN": "man"}).lemma(form, tag) == lemma
