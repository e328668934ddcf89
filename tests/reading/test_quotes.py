"""Quotation marks of every kind, within one paragraph."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.quotes import is_whole, quotes


def read(paragraph: str) -> list[str]:
    return [q.text for q in quotes("a1", paragraph, 0, len(paragraph))]


@pytest.mark.parametrize(
    ("paragraph", "inner"),
    [
        pytest.param('"We will sign," he said.', ["We will sign,"], id="straight"),
        pytest.param("“We will sign,” he said.", ["We will sign,"], id="curly"),
        pytest.param("‘We will sign,’ he said.", ["We will sign,"], id="single curly"),
        pytest.param("'We will sign,' he said.", ["We will sign,"], id="single straight"),
        pytest.param("«We will sign», he said.", ["We will sign"], id="guillemets"),
        pytest.param("„We will sign“, he said.", ["We will sign"], id="German low marks"),
        pytest.param("„We will sign”, he said.", ["We will sign"], id="low marks closed high"),
        pytest.param("``We will sign,'' he said.", ["We will sign,"], id="typewriter marks"),
        pytest.param("''We will sign,'' he said.", ["We will sign,"], id="two apostrophes at both ends"),
        pytest.param(
            "''We will sign the ministers' pact,'' he said. ''Soon.''",
            ["We will sign the ministers' pact,", "Soon."],
            id="a possessive within two apostrophes",
        ),
        pytest.param("The mast is 6' 2'' high.", [], id="two apostrophes for inches"),
        pytest.param("“We,” he said, “will sign.”", ["We,", "will sign."], id="a quote interrupted"),
        pytest.param(
            "“He called it ‘a gift’ to us,” she said.", ["He called it ‘a gift’ to us,"], id="the outer of two"
        ),
        pytest.param(
            "“We don’t fear Iran’s drones,” he said.", ["We don’t fear Iran’s drones,"], id="apostrophes within"
        ),
        pytest.param(
            "‘We don’t fear the ministers’ talks,’ he said.",
            ["We don’t fear the ministers’ talks,"],
            id="a possessive within single marks",
        ),
        pytest.param(
            "“We go on in the next paragraph.",
            ["We go on in the next paragraph."],
            id="one left open ends with the paragraph",
        ),
        pytest.param("Iran’s drones and the ministers’ talks.", [], id="apostrophes alone"),
        pytest.param("The ’90s and rock ’n’ roll.", [], id="left-out letters"),
        pytest.param("The general's 6' 2\" aide left.", [], id="feet and inches"),
        pytest.param("The 'axis' and the 'West' met.", ["axis", "West"], id="scare quotes"),
        pytest.param("No marks.", [], id="none"),
        pytest.param("A stray ” closes nothing.", [], id="a closing mark alone"),
    ],
)
def test_quotes(paragraph: str, inner: list[str]) -> None:
    assert read(paragraph) == inner


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        pytest.param("We are not siding with anyone,", True, id="a clause with its comma"),
        pytest.param("Iran will go on with it", True, id="a clause with its capital"),
        pytest.param("evaluating whether or not to go", False, id="part of a clause"),
        pytest.param("unipolar world order", False, id="a phrase"),
        pytest.param("breakthrough document,", False, id="a phrase with the writer's comma"),
        pytest.param("We agree.", True, id="a short sentence"),
        pytest.param("New Front of Unity", False, id="a name in capitals"),
        pytest.param("Never", False, id="a word"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_whole(words: str, whole: bool) -> None:
    assert is_whole(words) is whole


def test_offsets_are_the_article_s() -> None:
    text = "Title\n\nHe said “yes” twice."
    (quote,) = quotes("a1", text, 7, len(text))
    assert (quote.span.of(text), quote.inner.of(text)) == ("“yes”", "yes")


MARKS = st.text(alphabet="“”„«»‹›\"‘’'`ab s.,\n90", max_size=80)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), MARKS))
def test_any_text(text: str) -> None:
    found = quotes("a1", text, 0, len(text))
    for quote in found:
        assert quote.inner.of(text) == quote.text
        assert quote.span.holds(quote.inner)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("piece", ["“", '"', "‘a ", "' a", "„“", "a'b", '"a" '])
def test_hostile_text_is_bounded(piece: str) -> None:
    read(piece * 5000)
