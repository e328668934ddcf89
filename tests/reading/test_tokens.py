"""How sentences are cut into words: the treebanks' manner, and near misses."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.tokens import plain, words


def cut(text):
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a state-run agency", "a|state|-|run|agency", id="a hyphen is a word"),
        pytest.param("a non-aligned state", "a|non-aligned|state", id="but not after a prefix"),
        pytest.param("a 20-year pact", "a|20|-|year|pact", id="a figure before a hyphen"),
        pytest.param("military-technical", "military|-|technical", id="two adjectives"),
        pytest.param("Norland—both", "Norland|—|both", id="a dash without spaces"),
        pytest.param("the 2010–12 talks", "the|2010|–|12|talks", id="a range"),
        pytest.param("doesn't", "does|n't", id="a negation"),
        pytest.param("won’t", "wo|n’t", id="a negation with a curly apostrophe"),
        pytest.param("Norland’s", "Norland|’s", id="a possessive"),
        pytest.param("the states' envoys", "the|states|'|envoys", id="a plural possessive"),
        pytest.param("O'Neill", "O'Neill", id="an apostrophe inside a name"),
        pytest.param("cannot", "can|not", id="cannot is two"),
        pytest.param("the cannon", "the|cannon", id="cannon is one"),
        pytest.param("the U.S. and the U.N.", "the|U.S.|and|the|U.N.", id="initialisms keep their dots"),
        pytest.param("the US-led force", "the|US|-|led|force", id="a state before a hyphen"),
        pytest.param("It ended.", "It|ended|.", id="the full stop"),
        pytest.param("Dr. Haas left.", "Dr.|Haas|left|.", id="a title keeps its dot"),
        pytest.param("He said no.", "He|said|no|.", id="no is no abbreviation"),
        pytest.param("Protocol No. 3", "Protocol|No.|3", id="before a figure it is"),
        pytest.param("J. Marr", "J.|Marr", id="an initial"),
        pytest.param("US$1.5bn", "US|$|1.5|bn", id="money"),
        pytest.param("10,000 or 3.5%", "10,000|or|3.5|%", id="figures keep commas and points"),
        pytest.param("at 7:30pm", "at|7:30|pm", id="a time of day"),
        pytest.param("the 1990s", "the|1990s", id="a decade"),
        pytest.param("the 2nd round", "the|2nd|round", id="an ordinal"),
        pytest.param("press@mfa.example.org", "press@mfa.example.org", id="an address"),
        pytest.param("https://mfa.example.org/a?b=1.", "https://mfa.example.org/a?b=1|.", id="a link, not its stop"),
        pytest.param("the pact.The text", "the|pact|.|The|text", id="a missing space makes no site"),
        pytest.param("“No,” he said", "“|No|,|”|he|said", id="quotation marks"),
        pytest.param("wait... what?!", "wait|...|what|?!", id="runs of marks"),
        pytest.param("yes/no", "yes|/|no", id="a slash"),
    ],
)
def test_words(text, expected):
    assert cut(text) == expected.split("|")


@given(st.text())
def test_words_lose_nothing_but_white_space(text):
    spans = words(text)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norland’s", "Norland's"),
        ("“", '"'),
        ("”", "``"),
        ("—", "--"),
        ("mini\u00adster", "minister"),
        ("no\u200bte", "note"),
    ],
)
def test_the_model_sees_one_kind_of_mark(one, other):
    assert plain(one) == plain(other)


def test_a_word_of_marks_alone_stays():
    assert plain("\u200b") == "\u200b"


@pytest.mark.parametrize(
    "unit", ["a", ".", "a.", "a-", "a.a@", "https://", " ", "'s", "1.", "1/", "\u200b", "@", "anti-"]
)
def test_time_grows_with_length_only(unit):
    begun = time.process_time()
    words(unit * 20_000)
    assert time.process_time() - begun < 2
