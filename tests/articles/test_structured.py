"""Articles that come as JSON objects."""

import json

import pytest

from dragoman.articles import extract
from dragoman.errors import ExtractError
from dragoman.model.article import Article, Page


def article(**fields: object) -> Article:
    return extract(Page(name="a.jsonl#1", content=json.dumps(fields).encode(), media_type="application/json"))


def test_fields() -> None:
    made = article(
        title="Wells pact signed",
        text="ABECHE – Chad and Niger signed a pact on wells.\nIt runs for ten years.",
        date="2024-05-06",
        source={"name": "Sahel Post"},
        authors=["Ali Seid", "Jane Doe"],
        url="https://sahel.example/1?utm_source=x",
    )
    assert made.text == "Wells pact signed\n\nABECHE – Chad and Niger signed a pact on wells.\n\nIt runs for ten years."
    assert (made.outlet, made.byline, made.url) == ("Sahel Post", ("Ali Seid", "Jane Doe"), "https://sahel.example/1")
    assert (made.published.edtf, made.published.basis) == ("2024-05-06", "metadata")
    assert made.text[made.body :].startswith("Chad and Niger")


def test_title_in_the_text_is_one_title() -> None:
    made = article(title="Wells pact signed", text="Wells pact signed\n\nChad and Niger signed a pact on wells.")
    assert made.text.count("Wells pact signed") == 1


def test_text_may_be_html() -> None:
    body = "<p>Chad and Niger signed a pact on wells.</p><p>It runs for ten years, both ministers said.</p>"
    assert article(content=body).text.split("\n\n")[1] == "It runs for ten years, both ministers said."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"title": "x"}, "no field with the text; known names: text, body", id="no text"),
        pytest.param({"text": 5}, "no field with the text", id="no words"),
        pytest.param({"text": "Home"}, "no article text left", id="no article"),
    ],
)
def test_refused(fields: dict[str, object], words: str) -> None:
    with pytest.raises(ExtractError, match=words):
        article(**fields)
