"""Lines by their shape."""

import pytest

from dragoman.articles import prose


@pytest.mark.parametrize(
    ("line", "true"),
    [
        pytest.param("Talks go on.", True, id="three words and a full stop"),
        pytest.param("He said: “We sign.”", True, id="closing quotation marks"),
        pytest.param("Talks go on", False, id="no full stop"),
        pytest.param("No. 5", False, id="a number"),
        pytest.param("Fine.", False, id="one word"),
    ],
)
def test_sentence(line: str, true: bool) -> None:
    assert prose.is_sentence(line) is true


@pytest.mark.parametrize(
    ("line", "true"),
    [
        pytest.param("Against: 14", True, id="votes"),
        pytest.param("Labour Party – 202 seats", True, id="seats"),
        pytest.param("In favour: 61.5%", True, id="a share"),
        pytest.param("Talks: the sides met 14 times.", False, id="a sentence"),
        pytest.param("2024: 14", False, id="two numbers"),
        pytest.param("Politics", False, id="a rubric"),
    ],
)
def test_tally(line: str, true: bool) -> None:
    assert prose.is_tally(line) is true


@pytest.mark.parametrize(
    ("line", "true"),
    [
        pytest.param("Peru Votes to Leave Pact With Chile.", True, id="capitals"),
        pytest.param("Peru votes to leave its pact with Chile.", False, id="a sentence"),
        pytest.param(
            "The United Arab Emirates and Saudi Arabia have signed an accord.", False, id="names in a sentence"
        ),
    ],
)
def test_title_case(line: str, true: bool) -> None:
    assert prose.is_title_case(line) is true
