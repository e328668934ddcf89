"""Text from articles is shown on a terminal, never obeyed."""

import json

import pytest

from dragoman.cli.screen import clean, clean_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Narvia – “signed”\n\tit", "Narvia – “signed”\n\tit", id="words, lines and tabs stay"),
        pytest.param("\x1b[2Jgone", "␛[2Jgone", id="an escape is shown"),
        pytest.param("a\rb", "a␍b", id="a carriage return cannot overwrite"),
        pytest.param("a\x07\x7f", "a␇␡", id="no bell, no delete"),
        pytest.param("\x9b31mred", "\ufffd31mred", id="the one-byte introducer of commands"),
        pytest.param("a\u202eb\u2066c", "a\ufffdb\ufffdc", id="nothing turns the order of letters"),
        pytest.param("شکریه", "شکریه", id="right-to-left words stay"),
    ],
)
def test_clean(text, shown):
    assert clean(text) == shown


def test_json_says_the_same_in_escapes():
    line = json.dumps({"text": "a\x1b\x9b\u202e“b”"}, ensure_ascii=False)
    assert json.loads(clean_json(line)) == json.loads(line)
    assert clean_json(line).isprintable()
