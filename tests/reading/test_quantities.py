"""Quantities in sentences of our own: bounds, unit, what is counted."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.reading import Quantity
from dragoman.reading.numerals import number
from dragoman.reading.quantities import quantities


def read(sentence: str) -> tuple[Quantity, ...]:
    return quantities("a1", sentence, 0, len(sentence))


def case(
    sentence: str, words: str, low: float | None, high: float | None, unit: str | None, counted: str | None, *, id: str
) -> object:
    return pytest.param(sentence, words, low, high, unit, counted, id=id)


@pytest.mark.parametrize(
    ("sentence", "words", "low", "high", "unit", "counted"),
    [
        case("It seized 12 boats.", "12", 12, 12, None, "boats", id="a bare count"),
        case("It seized twenty-five boats.", "twenty-five", 25, 25, None, "boats", id="in words"),
        case("It seized 1,500 boats.", "1,500", 1500, 1500, None, "boats", id="thousands"),
        case("It seized about 300 boats.", "about 300", 270, 330, None, "boats", id="about"),
        case("It seized at least 12 boats.", "at least 12", 12, None, None, "boats", id="at least"),
        case("It seized more than 12 boats.", "more than 12", 13, None, None, "boats", id="more than"),
        case(
            "It seized more than a dozen boats.", "more than a dozen", 13, None, None, "boats", id="more than a dozen"
        ),
        case("It seized two dozen boats.", "two dozen", 24, 24, None, "boats", id="two dozen"),
        case("It seized up to 40 boats.", "up to 40", None, 40, None, "boats", id="up to"),
        case("It seized fewer than 40 boats.", "fewer than 40", None, 39, None, "boats", id="fewer than"),
        case("It seized nearly 200 boats.", "nearly 200", 180, 200, None, "boats", id="nearly"),
        case("It seized dozens of boats.", "dozens of", 24, None, None, "boats", id="dozens"),
        case("It seized hundreds of boats.", "hundreds of", 200, None, None, "boats", id="hundreds"),
        case(
            "It seized tens of thousands of boats.",
            "tens of thousands of",
            20_000,
            None,
            None,
            "boats",
            id="tens of thousands",
        ),
        case(
            "It holds hundreds of thousands of boats.",
            "hundreds of thousands of",
            200_000,
            None,
            None,
            "boats",
            id="hundreds of thousands",
        ),
        case("It sent 5,000 troops.", "5,000 troops", 5000, 5000, "troop", "troops", id="troops"),
        case("It killed 14 civilians.", "14 civilians", 14, 14, "person", "civilians", id="civilians"),
        case("A $3.5 billion loan was agreed.", "$3.5 billion", 3.5e9, 3.5e9, "USD", "loan", id="dollars"),
        case("It lent US$40bn.", "US$40bn", 4e10, 4e10, "USD", None, id="scale cut short"),
        case("It lent 2 million euros.", "2 million euros", 2e6, 2e6, "EUR", None, id="euros after the number"),
        case("It lent €1.2bn.", "€1.2bn", 1.2e9, 1.2e9, "EUR", None, id="euros by sign"),
        case(
            "It pumps 2.5 million barrels a day.",
            "2.5 million barrels a day",
            2.5e6,
            2.5e6,
            "barrel per day",
            None,
            id="barrels a day",
        ),
        case("It ships 30 tonnes of grain.", "30 tonnes", 30, 30, "tonne", "grain", id="tonnes of grain"),
        case(
            "It ships 10 billion cubic metres of gas.",
            "10 billion cubic metres",
            1e10,
            1e10,
            "cubic metre",
            "gas",
            id="cubic metres",
        ),
        case("It took 40 percent of exports.", "40 percent", 40, 40, "percent", "exports", id="percent"),
        case("It took 12.5% of exports.", "12.5%", 12.5, 12.5, "percent", "exports", id="percent sign"),
        case(
            "It shipped 3-5 million tonnes of wheat.",
            "3-5 million tonnes",
            3e6,
            5e6,
            "tonne",
            "wheat",
            id="a range shares its scale",
        ),
        case("It shipped between 10 and 12 tanks.", "10 and 12", 10, 12, None, "tanks", id="between"),
        case("It shipped 10 to 12 tanks.", "10 to 12", 10, 12, None, "tanks", id="to"),
        case(
            "A two-thirds majority is needed.", "two-thirds", 0.666667, 0.666667, "share", "majority", id="two-thirds"
        ),
        case("A quarter of exports stopped.", "A quarter", 0.25, 0.25, "share", "exports stopped", id="a quarter of"),
        case(
            "Nine out of ten exporters agreed.", "Nine out of ten", 0.9, 0.9, "share", "exporters", id="nine out of ten"
        ),
        case("The base lies 30 km away.", "30 km", 30, 30, "kilometre", None, id="kilometres"),
    ],
)
def test_one_quantity(
    sentence: str, words: str, low: float | None, high: float | None, unit: str | None, counted: str | None
) -> None:
    (found,) = read(sentence)
    assert (found.text, found.low, found.high, found.unit) == (words, low, high, unit)
    if unit not in ("USD", "kilometre", "share"):
        assert found.counted == counted


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It was signed on March 4, 2023.", id="a date"),
        pytest.param("It was signed on 4 March 2023.", id="a date, day first"),
        pytest.param("It was signed in 2023.", id="a year"),
        pytest.param("They signed a 20-year pact.", id="a term"),
        pytest.param("They met at 10:30 a.m. and at 4 p.m.", id="clock times"),
        pytest.param("It breaks Resolution 2231 and Article 5.", id="a resolution and an article"),
        pytest.param("No one left, and one of them spoke.", id="one as a pronoun"),
        pytest.param("The 3rd Corps withdrew.", id="an ordinal"),
        pytest.param("The first-quarter figures pleased markets.", id="a quarter that is no share"),
    ],
)
def test_near_misses(sentence: str) -> None:
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        pytest.param("two hundred and six", 206, id="hundreds"),
        pytest.param("three million two hundred thousand", 3_200_000, id="scales"),
        pytest.param("a hundred", 100, id="a hundred"),
        pytest.param("twenty thirty", None, id="two numbers are not one"),
        pytest.param("five six", None, id="two digits are not one"),
        pytest.param("1,234.5", 1234.5, id="digits"),
        pytest.param("hundred fish", None, id="no number"),
    ],
)
def test_number(words: str, value: float | None) -> None:
    assert number(words) == value


PIECES = st.sampled_from(
    "about at least 12 1,500 $ € million bn percent % a dozen dozens of hundreds thousands troops tonnes "
    "to - and two-thirds half May 2025 barrels a day , .".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)))
def test_any_text(text: str) -> None:
    found = read(text)
    for one in found:
        assert one.span.of(text) == one.text
        assert one.low is None or one.high is None or one.low <= one.high
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("piece", ["1", "1,000", "one hundred ", "$", "about ", "1 to ", "dozens of "])
def test_hostile_text_is_bounded(piece: str) -> None:
    read(piece * 4000)
