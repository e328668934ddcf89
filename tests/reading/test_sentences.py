"""Where sentences end, and the dots, marks and capitals that end none."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.sentences import sentences


def split(text):
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The talks ended. | Both sides left.", id="a full stop"),
        pytest.param("Will it sign? | Nobody knows.", id="a question"),
        pytest.param("“It is signed.” | The envoy left.", id="a closing mark stays with its sentence"),
        pytest.param("“It is signed,” he said. | “Both agree.”", id="an opening mark goes with the next"),
        pytest.param("He said: “Why now?” | The envoy left.", id="a quoted question ends"),
        pytest.param("“Why now?” Haas asked. | He left.", id="unless its speaker follows"),
        pytest.param("“Why now?” he asked.", id="or a small letter"),
        pytest.param("Dr. Haas met Gen. Marr. | They spoke.", id="titles"),
        pytest.param("The U.S. Senate voted.", id="an initialism in a name"),
        pytest.param("He flew to the U.S. | The talks go on.", id="an initialism before an opener"),
        pytest.param("It was signed by J. Marr. | A. Haas was there.", id="initials"),
        pytest.param("They met at 5 p.m. Friday.", id="p.m. within"),
        pytest.param("They met at 5 p.m. | The talks ended late.", id="p.m. at the end"),
        pytest.param("Norland Steel Co. signed on Jan. 3 in Port Haas.", id="company and month"),
        pytest.param("Protocol No. 3 holds.", id="a number"),
        pytest.param("The answer was no. | Talks ended.", id="no at the end"),
        pytest.param("Trade grew 3.5 percent.", id="a decimal"),
        pytest.param("Trade grew in 2019. | In 2020 it fell.", id="a year at the end"),
        pytest.param("They signed the pact.| The text is secret.".replace("| ", "|"), id="a missing space"),
        pytest.param("They signed the pact.”|The text is secret.", id="a missing space after a mark"),
        pytest.param("See mfa.Gov for the text.", id="a site is no missing space"),
        pytest.param("PORT HAAS, March 3 (NNA) — The treaty was signed. | It binds both.", id="a dateline with a dash"),
        pytest.param("DUBAI – In a first, they met.", id="a dateline without date"),
        pytest.param("MARR, Jan. 3 — They met.", id="a dateline with a short month"),
        pytest.param("He paused... and signed.", id="dots before a small letter"),
        pytest.param("He paused… | Then he signed.", id="dots before a capital"),
        pytest.param("They agreed on: | • trade | • transit", id="bullets"),
        pytest.param("2. Sanctions end at once. | 3. Troops leave.", id="numbered items"),
        pytest.param("The terms are as follows: 1. Sanctions end. | 2. Troops leave.", id="items after a colon"),
        pytest.param("2.1. Sanctions end at once.", id="a number of two parts"),
        pytest.param("They won in 2. | The rest lost.", id="a number within a sentence opens no item"),
        pytest.param("Figure 2. Exports to Norland.", id="the number of a figure"),
        pytest.param("The letter came by mail. | eMarland answered it.", id="a name in small and large letters opens"),
        pytest.param("His heirs (b. March 1960) signed.", id="born, in brackets"),
        pytest.param("(They had met before.) | The pact followed.", id="brackets"),
        pytest.param("Haas (b. 1960) signed for the U.N. in Marr.", id="abbreviations in brackets"),
        pytest.param("The pact was signed. [4] | It lapsed.", id="a reference mark"),
    ],
)
def test_sentences(text):
    parts = [part.strip() for part in text.split("|")]
    assert split(text.replace(" | ", " ").replace("|", "")) == parts


def test_an_empty_line_ends_a_sentence():
    assert split("One line\n\nAnother line") == ["One line", "Another line"]


def test_only_the_stretch_asked_for_is_split():
    text = "Left out. They met. They left. Left out."
    assert [text[a:b] for a, b in sentences(text, 10, 30)] == ["They met.", "They left."]


@given(st.text(alphabet=st.sampled_from("aB1 .!?…\"'”“)(•\n[]:\u200b"), max_size=60))
def test_nothing_but_white_space_is_lost(text):
    spans = sentences(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a", ".", "a.", "A. ", " ", "[1]", '"', "\n", "Mr. "])
def test_time_grows_with_length_only(unit):
    text = unit * 50_000
    begun = time.process_time()
    sentences(text, 0, len(text))
    assert time.process_time() - begun < 2
