"""Whatever the bytes are: an article whose spans hold, or one line that says why there is none."""

import hypothesis.strategies as st
from hypothesis import given, settings

from dragoman.articles import extract
from dragoman.articles.chrome import chrome
from dragoman.errors import InputError
from dragoman.model.article import Article, Page

ODD = """Leave a Reply
6 views
Share this:
Home | World
By Jane Doe
Published: 3 March 2024
© 2024 The Post
Related Stories
Wells pact signed
Title: Wells
3 Comments
<div class=menu>
</div>
Ends: x.

Chad and Niger signed a pact on wells in Agadez on Monday, officials said.
<p>Chad and Niger signed a pact on wells in Agadez on Monday, officials said.</p>
The Sahel Post : NIAMEY – Chad and Niger signed a pact on wells, officials said."""
LINES = st.one_of(st.text(max_size=80), st.sampled_from(ODD.splitlines()))
PAGES = st.lists(LINES, max_size=25).map("\n".join)
SETTINGS = settings(max_examples=150, deadline=None, derandomize=True)


def extracted(content: bytes, media_type: str | None) -> Article | None:
    try:
        return extract(Page(name="p", content=content, media_type=media_type))
    except InputError:
        return None


def holds(made: Article) -> None:
    assert "\n\n".join(span.of(made.text) for span in made.paragraphs) == made.text
    assert 0 <= made.body <= len(made.text)
    assert made.headline is None or made.headline.of(made.text) == made.title
    assert [cut.start for cut in made.cut] == sorted(cut.start for cut in made.cut)


@SETTINGS
@given(st.binary(max_size=300), st.sampled_from([None, "text/plain", "text/html", "text/markdown"]))
def test_bytes(content: bytes, media_type: str | None) -> None:
    made = extracted(content, media_type)
    if made is not None:
        holds(made)


@SETTINGS
@given(PAGES, st.sampled_from(["text/plain", "text/html", "text/markdown"]))
def test_pages(text: str, media_type: str) -> None:
    made = extracted(text.encode("utf-8", errors="replace"), media_type)
    if made is not None:
        holds(made)


@SETTINGS
@given(PAGES)
def test_no_paragraph_is_chrome_and_cuts_are_the_page(text: str) -> None:
    made = extracted(text.encode("utf-8", errors="replace"), "text/plain")
    if made is None:
        return
    page = text.encode("utf-8", errors="replace").decode("utf-8").removeprefix("\ufeff")
    assert all(page[cut.start : cut.end] == cut.text for cut in made.cut)
    assert [words for span in made.paragraphs if chrome().mark(words := span.of(made.text))] == []


@SETTINGS
@given(PAGES)
def test_the_same_bytes_give_the_same_article(text: str) -> None:
    content = text.encode("utf-8", errors="replace")
    assert extracted(content, None) == extracted(content, None)
