"""Sentence boundaries that no mark tells, in text that has lost its line breaks; and where none is looked for."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EngineError
from dragoman.reading.break_features import may_break, words
from dragoman.reading.breaks import Splitter, splitter
from dragoman.reading.sentences import sentences

PROSE = (
    "The ministers of both countries met in Port Haas on Monday to discuss the treaty. They agreed that the border "
    "should be opened within a year, and that trade would be free of duties. The talks had been put off twice since "
    "the spring. "
)
LONG = PROSE * 10  # longer than a paragraph: its line breaks are lost


def split(text):
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Marland", "Marland is a state in the north of the continent.", id="a title that comes again"),
        pytest.param("Early life and education", "He was born in Port Haas in 1950.", id="a heading"),
        pytest.param("Marland opens its border", "Friday, May 8, 2009", id="a date line"),
    ],
)
def test_a_lost_line_break_is_found(before, after):
    assert before in split(f"{before} {after} {LONG}")
    assert before not in split(f"{before} {after} {PROSE}"), "in a paragraph only the rules split"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The Marland foreign minister Anna Haas met the Norland ambassador.", id="names with titles"),
        pytest.param("The minister said: “We will sign the treaty in May.”", id="a quotation after its saying"),
        pytest.param("The minister said: The treaty will be signed in May.", id="what is said without marks"),
        pytest.param("The minister wrote “Never” across the draft.", id="a quoted word"),
    ],
)
def test_a_sentence_stays_whole(sentence):
    assert sentence in split(f"{LONG}{sentence} {PROSE}")


@pytest.mark.parametrize(
    ("text", "may"),
    [
        pytest.param("life He", True, id="before a capital"),
        pytest.param("the talks", False, id="before a small letter"),
        pytest.param("around; nevertheless", True, id="after a semicolon"),
        pytest.param("said: We", False, id="not between a saying and what is said"),
        pytest.param("reasons: As", True, id="after another colon"),
        pytest.param("king: “We", False, id="not before a quotation that a colon tells"),
        pytest.param("2009 on", True, id="after a year"),
    ],
)
def test_gaps_that_are_asked(text, may):
    assert may_break(*words(text, 0, len(text), splitter().tables)) is may


def test_the_marks_of_a_text_stay_boundaries():
    spans = sentences(LONG, 0, len(LONG))
    assert len(spans) == 30
    assert spans == tuple(sorted(spans))


@given(st.text(alphabet=st.sampled_from("aBc1 .:;“”'\n–("), max_size=200))
def test_nothing_but_white_space_is_lost(text):
    whole = text + " " + LONG
    spans = sentences(whole, 0, len(whole))
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert "".join("".join(whole[a:b].split()) for a, b in spans) == "".join(whole.split())


@pytest.mark.parametrize("unit", ["Haas ", "A. ", "a ", "(A ", "“A” ", "– ", "2009 "])
def test_time_grows_with_length_only(unit):
    text = unit * (30_000 // len(unit))
    begun = time.process_time()
    sentences(text, 0, len(text))
    assert time.process_time() - begun < 5


def test_a_damaged_file_is_one_clear_error(tmp_path):
    (tmp_path / "breaks.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EngineError, match="make sentences"):
        Splitter.load(tmp_path)
