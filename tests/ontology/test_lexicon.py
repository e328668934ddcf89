import pytest

from dragoman import ontology

LEXICON = ontology.load().lexicon


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        pytest.param("signed", "sign", id="regular"),
        pytest.param("Initialled", "initial", id="British, with a capital"),
        pytest.param("initialed", "initial", id="American"),
        pytest.param("ratifies", "ratify", id="-ies"),
        pytest.param("denying", "deny", id="-ying"),
        pytest.param("withdrew", "withdraw", id="irregular"),
        pytest.param("swore", "swear", id="no lemma of a treebank"),
        pytest.param("stopped", "stop", id="doubled"),
        pytest.param("agreed", "agree", id="-ee"),
        pytest.param("boasted", "boast", id="not boaste"),
        pytest.param("forbids", "forbid", id="third person"),
        pytest.param("submitted", "submit", id="doubled after two syllables"),
        pytest.param("passed", "pass", id="-ss"),
        pytest.param("tortoise", None, id="no verb of ours"),
    ],
)
def test_verb(form, lemma):
    assert LEXICON.verb(form) == lemma


def test_a_form_of_two_verbs_is_neither():
    assert "lay" in LEXICON.verbs
    for form in LEXICON.forms:
        assert LEXICON.verb(form) in (None, *LEXICON.verbs)
