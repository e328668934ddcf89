"""Sentences and words as texts are compared by."""

import pytest

from dragoman.model.words import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "RIGA, Oct. 9 – Latvia spoke. It rained.", ["RIGA, Oct. 9 – Latvia spoke.", "It rained."], id="a date"
        ),
        pytest.param("Gen. Haftar left. J. Smith stayed.", ["Gen. Haftar left.", "J. Smith stayed."], id="titles"),
        pytest.param("It fell. “No,” he said.", ["It fell.", "“No,” he said."], id="a quotation after a full stop"),
    ],
)
def test_a_shortened_word_ends_no_sentence(text: str, found: list[str]) -> None:
    assert sentences(text) == found
