import pytest

from dragoman import ontology

TABLE = ontology.load().instruments


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        pytest.param("a treaty", "treaty", id="the plain word"),
        pytest.param("two treaties", "treaty", id="a plural"),
        pytest.param("a five-year trade deal with Peru", "trade agreement", id="a modifier decides a general head"),
        pytest.param("the deal", "deal", id="a general head alone"),
        pytest.param("the cease-fire agreement between the two", "ceasefire", id="with its parties"),
        pytest.param("a memorandum of understanding on cotton", "memorandum", id="a head of several words"),
        pytest.param("a strategic partnership treaty", "treaty", id="a treaty stays a treaty"),
        pytest.param("a peace treaty", "peace agreement", id="but of peace"),
        pytest.param("trade deal talks", None, id="talks about a deal are none"),
        pytest.param("a great deal of rain", None, id="a great deal"),
        pytest.param("peace of mind", None, id="peace of mind"),
        pytest.param("the party convention", None, id="a party's convention"),
        pytest.param("its own accord", None, id="of its own accord"),
        pytest.param("the steel framework", None, id="a framework of steel"),
        pytest.param("a formal alliance", None, id="an alliance is no instrument"),
        pytest.param("a plea deal", None, id="a plea deal"),
    ],
)
def test_kind_of(phrase, kind):
    found = TABLE.kind_of(phrase)
    assert (found.id if found else None) == kind


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        pytest.param("a 20-year pact", "P20Y", id="figures"),
        pytest.param("a 10‑year lease", "P10Y", id="a hyphen that does not break"),
        pytest.param("a five-year accord", "P5Y", id="a word"),
        pytest.param("for two decades", "P20Y", id="decades are years"),
        pytest.param("a 30-day truce", "P30D", id="days"),
        pytest.param("a six-month extension", "P6M", id="months"),
        pytest.param("a ninety-nine year lease", "P99Y", id="a compound number"),
        pytest.param("the 2015 accord", None, id="a year is no term"),
        pytest.param("last year's accord", None, id="last year"),
        pytest.param("a multi-year accord", None, id="no number"),
    ],
)
def test_term_of(phrase, term):
    assert TABLE.term_of(phrase) == term


def test_of_two_words_for_one_thing_the_more_specific_is_kept():
    assert TABLE.more_specific("deal", "treaty") == "treaty"
    assert TABLE.more_specific("treaty", "pact") == "treaty"


def test_a_known_instrument_is_found_by_any_of_its_names():
    assert TABLE.named("the Indus Waters Treaty").parties == ("IND", "PAK")
    assert TABLE.named("NPT") == TABLE.named("Non-Proliferation Treaty")
    assert TABLE.named("the treaty") is None


@pytest.mark.parametrize(
    ("lemma", "back"),
    [pytest.param("pact", True, id="the pact"), pytest.param("alliance", False, id="the alliance is its members")],
)
def test_refers_back(lemma, back):
    assert TABLE.refers_back(lemma) is back
