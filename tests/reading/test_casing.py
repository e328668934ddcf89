"""When a line is a headline, and what its words look like without its capitals."""

import pytest

from dragoman.reading.casing import Casing, dressed

CASING = Casing(frozenset("parliament approves approve pact with reject".split()))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Norland Parliament Approves Pact", True, id="every long word large"),
        pytest.param("Norland Parliament Approves Pact with Ostmark", True, id="prepositions may be small"),
        pytest.param("NORLAND PARLIAMENT APPROVES PACT", True, id="capitals throughout"),
        pytest.param("Norland parliament approves pact", False, id="sentence case"),
        pytest.param("President Marr met Foreign Minister Haas in Port Marr", False, id="a sentence of names"),
        pytest.param("Foreign Minister", False, id="two words are a name"),
        pytest.param("", False, id="nothing"),
    ],
)  # fmt: skip
def test_dressed(line, expected):
    assert dressed(line.split()) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Norland Parliament Approves Pact", "Norland parliament approves pact", id="title case"),
        pytest.param("NORLAND PARLIAMENT APPROVES PACT", "Norland parliament approves pact", id="capitals"),
        pytest.param(
            "PARLIAMENT APPROVES NATO PACT", "Parliament approves NATO pact", id="acronyms stay, the first is large"
        ),
        pytest.param("Norland Parliament approved Pact", "Norland Parliament approved Pact", id="running text stays"),
    ],
)
def test_undone(line, expected):
    assert CASING.undone(line.split()) == expected.split()


@pytest.mark.parametrize(
    ("form", "expected"),
    [("Haas", True), ("Parliament", False), ("haas", False), ("NATO", False), ("Al-Haas", False), ("H", False)],
)
def test_names(form, expected):
    assert CASING.names(form) is expected
