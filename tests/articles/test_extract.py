"""Saved pages in many outlets' manners, and what is to be read off them."""

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import ontology
from dragoman.articles import extract
from dragoman.errors import ExtractError
from dragoman.model.article import Article, Page

PAGES = Path(__file__).parents[1] / "data" / "articles"
TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}


def article(name: str) -> Article:
    path = PAGES / name
    return extract(Page(name=name, content=path.read_bytes(), media_type=TYPES[path.suffix]))


def readable() -> list[str]:
    return sorted(path.name for path in PAGES.iterdir() if path.name not in UNREADABLE)


UNREADABLE = {
    "latin-1.txt": "byte 0xE9 at offset 7 is not UTF-8",
    "menus-only.txt": "no article text left",
    "no-article.html": "no article",
    "terse.txt": "no article text left",
}


@pytest.mark.parametrize(
    ("name", "outlet", "title", "byline"),
    [
        pytest.param("bare-paragraphs.txt", None, None, (), id="no chrome at all: nothing is invented"),
        pytest.param(
            "titled-by.txt",
            None,
            "Ghana's parliament approves defence pact with Ivory Coast",
            ("Ama Owusu-Darko", "Kofi Mensah"),
            id="two names in a byline",
        ),
        pytest.param(
            "wordpress-footer.txt",
            "The Highland Gazette",
            "Kyrgyz deputies ratify water accord with Uzbekistan",
            (),
            id="the outlet by its copyright line; admin is nobody",
        ),
        pytest.param("outlet-lead.txt", "Baltic Evening Post", None, (), id="the outlet before the dateline"),
        pytest.param(
            "labelled.txt",
            "Steppe Courier",
            "Mongolia joins customs union as observer",
            ("Bat-Erdene Dorj",),
            id="fields with labels",
        ),
        pytest.param(
            "inline-links.txt",
            "Savannah Standard",
            "Kenya, Somalia restore full ties",
            ("Jane Wambui",),
            id="a name and a place under the title",
        ),
        pytest.param(
            "list-inside.txt", None, "What the Manila accord on fishing says", (), id="a list that is announced"
        ),
        pytest.param(
            "long-nav.txt",
            "Maghreb Dispatch",
            "Tunisia and Libya agree to reopen Ras Jedir crossing",
            (),
            id="the title among other headlines is the one the text speaks of",
        ),
        pytest.param(
            "impossible-date.txt",
            "Nordic Ledger",
            "Iceland and Norway extend air policing treaty",
            (),
            id="the outlet's name above the title is no title",
        ),
        pytest.param(
            "wrong-weekday.txt",
            "Caucasus Morning Argus",
            "Georgia withdraws request for loan from Beijing",
            (),
            id="all rights reserved",
        ),
        pytest.param(
            "french.txt",
            None,
            "Le Sénat sénégalais approuve l'accord de pêche",
            (),
            id="another language is an article too",
        ),
        pytest.param(
            "notes.md", None, "Bolivia ratifies lithium agreement with Germany", ("Lucía Mamani",), id="Markdown"
        ),
        pytest.param("wrapped.txt", None, "Serbia and Hungary open pipeline talks", (), id="a dateline is no byline"),
        pytest.param(
            "json-ld.html",
            "The Pacific Courier",
            "Peru and Chile sign fisheries accord",
            ("Ana Quispe",),
            id="JSON-LD in a graph",
        ),
        pytest.param(
            "meta-only.html",
            "Copperbelt Herald",
            "Zambia and Angola agree on rail tariff",
            ("Chanda Mwansa",),
            id="meta elements; a role is no name",
        ),
        pytest.param("bare-markup.html", None, None, (), id="paragraphs and no more"),
        pytest.param(
            "full-stop-title.txt", None, "Togo quits fishing accord with Benin.", (), id="a title with a full stop"
        ),
        pytest.param(
            "title-case.txt", None, "Armenia Votes to Leave Wheat Pact With Neighbors.", (), id="a title by capitals"
        ),
        pytest.param(
            "no-date.html",
            None,
            "Malta, Italy to share search zone",
            ("Rita Camilleri", "Paolo De Santis"),
            id="byline under a standfirst",
        ),
        pytest.param(
            "comments-and-cookies.html",
            "Istmo Daily",
            "Panama tells Beijing it will not renew belt memorandum",
            ("Isabel Ruiz",),
            id="broken JSON-LD falls back on meta and text",
        ),
        pytest.param("nested.html", None, "Fiji and Tonga sign patrol pact", (), id="two hundred levels"),
        pytest.param("hostile.html", None, "Oman and Qatar to link grids", (), id="scripts and unclosed elements"),
        pytest.param("latin-1.html", None, "Curaçao and Aruba agree on ferry", (), id="a declared charset"),
    ],
)
def test_who(name: str, outlet: str | None, title: str | None, byline: tuple[str, ...]) -> None:
    made = article(name)
    assert (made.outlet, made.title, made.byline) == (outlet, title, byline)


@pytest.mark.parametrize(
    ("name", "published", "basis", "modified"),
    [
        pytest.param("titled-by.txt", "2024-03-03", "text", None, id="a stamp with time and zone"),
        pytest.param("wordpress-footer.txt", "2023-11-14", "text", None, id="posted on"),
        pytest.param("labelled.txt", "2022-08-17", "text", None, id="a label"),
        pytest.param("wrapped.txt", "2025-06-09", "modified", "2025-06-09", id="only the last change is stamped"),
        pytest.param("notes.md", "2021-10-12", "modified", "2021-10-12", id="only the last change, in Markdown"),
        pytest.param("wrong-weekday.txt", "2025-05-21", "modified", "2025-05-21", id="a weekday that is wrong"),
        pytest.param("impossible-date.txt", None, "unknown", None, id="31 February is no day, nor is it February"),
        pytest.param("bare-paragraphs.txt", None, "unknown", None, id="a weekday in the text is no stamp"),
        pytest.param("inline-links.txt", None, "unknown", None, id="a year of copyright is no stamp"),
        pytest.param("json-ld.html", "2024-03-03", "metadata", "2024-03-04", id="both in JSON-LD"),
        pytest.param("meta-only.html", "2025-01-30", "metadata", None, id="the outlet's own day, not the day in UTC"),
        pytest.param("no-date.html", None, "unknown", None, id="a page without a date"),
        pytest.param("comments-and-cookies.html", "2025-02-06", "text", None, id="printed beside the author"),
    ],
)
def test_when(name: str, published: str | None, basis: str, modified: str | None) -> None:
    made = article(name)
    assert (made.published.edtf, made.published.basis) == (published, basis)
    assert (made.modified.edtf if made.modified else None) == modified


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("wrong-weekday.txt", "2025-05-21 was a Wednesday", id="weekday against date"),
        pytest.param("impossible-date.txt", "'31 February 2025' is no day of the calendar", id="no such day"),
        pytest.param("wrapped.txt", "only the last change is stamped ('June 9, 2025')", id="why it is the day"),
        pytest.param("no-date.html", "no date in the page or its text", id="why there is none"),
    ],
)
def test_when_because(name: str, words: str) -> None:
    assert words in (article(name).published.because or "")


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        pytest.param(
            "outlet-lead.txt", "Estonia's Riigikogu voted", "any war.", id="after the outlet and the dateline"
        ),
        pytest.param(
            "titled-by.txt",
            "Ghana's parliament on Sunday",
            "told the house.",
            id="after a dateline with day and agency",
        ),
        pytest.param(
            "wrapped.txt", "Serbia and Hungary opened", '"premature".', id="after city, country and two hyphens"
        ),
        pytest.param(
            "comments-longer.txt", "Oman hosted", "without giving a place.", id="after a city that is not in capitals"
        ),
        pytest.param("no-date.html", "Malta and Italy will", "put into practice.", id="after the standfirst"),
        pytest.param("json-ld.html", "Peru and Chile signed", "a year’s notice", id="a list ends it"),
        pytest.param("wordpress-footer.txt", "Deputies of the", "a month to sign it.", id="before the tags"),
        pytest.param("bare-paragraphs.txt", "Laos and Vietnam", "has been set.", id="the whole text"),
        pytest.param(
            "full-stop-title.txt", "Togo will quit", "Absent: 4", id="votes told line by line stay, at the end too"
        ),
        pytest.param("long-nav.txt", "Tunisia and Libya agreed", "cars a week later.", id="before the other news"),
    ],
)
def test_body(name: str, begins: str, ends: str) -> None:
    made = article(name)
    assert made.text[made.body :].startswith(begins)
    assert made.text.endswith(ends)


@pytest.mark.parametrize(
    ("name", "whys", "never"),
    [
        pytest.param(
            "wordpress-footer.txt",
            ("navigation", "stamp", "counter", "share", "related", "tags", "comments", "copyright", "site"),
            ("Skip to", "1,204", "Twitter", "Tajik border", "Tags", "Save my name", "Powered"),
            id="a theme's whole footer, in page order",
        ),
        pytest.param(
            "inline-links.txt",
            ("related", "advertisement", "related", "newsletter", "copyright"),
            ("Read more", "ADVERT", "Khat", "Sign up"),
            id="links and notices between paragraphs",
        ),
        pytest.param("comments-longer.txt", ("comments",), ("Hassan", "sailor"), id="comments longer than the article"),
        pytest.param("bare-paragraphs.txt", (), (), id="nothing to cut"),
        pytest.param("full-stop-title.txt", ("navigation",), ("___",), id="a rule is cut, votes are not"),
        pytest.param("list-inside.txt", (), (), id="a list that a colon announces stays"),
        pytest.param(
            "no-date.html",
            ("navigation", "pull quote", "newsletter"),
            ("Front page", "weekly letter"),
            id="a quotation set apart is told once",
        ),
        pytest.param(
            "comments-and-cookies.html",
            ("cookies", "stamp", "related", "comments"),
            ("Manage", "Published on", "Canal fees", "pescador", "Lidia"),
            id="banner, stamp, link, comments",
        ),
        pytest.param("hostile.html", (), ("script", "hidden", "Enable", "Chart"), id="what is not seen is not there"),
    ],
)
def test_cut(name: str, whys: tuple[str, ...], never: tuple[str, ...]) -> None:
    made = article(name)
    assert tuple(cut.why for cut in made.cut) == whys
    assert [words for words in never if words in made.text] == []


def test_cut_offsets_lie_in_the_page() -> None:
    text = (PAGES / "wordpress-footer.txt").read_text(encoding="utf-8")
    assert all(text[cut.start : cut.end] == cut.text for cut in article("wordpress-footer.txt").cut)


@pytest.mark.parametrize("name", readable())
def test_spans_are_the_text_in_order(name: str) -> None:
    made = article(name)
    assert "\n\n".join(span.of(made.text) for span in made.paragraphs) == made.text
    assert made.headline is None or made.headline.of(made.text) == made.title
    assert {span.article for span in made.paragraphs} == {made.id}


@pytest.mark.parametrize("name", [name for name in readable() if name != "json-ld.html"])  # it ends in a list
def test_extracting_again_changes_nothing(name: str) -> None:
    made = article(name)
    again = extract(Page(name="again.txt", content=made.text.encode(), media_type="text/plain"))
    assert again.text == made.text


@pytest.mark.parametrize(("name", "words"), sorted(UNREADABLE.items()))
def test_unreadable(name: str, words: str) -> None:
    with pytest.raises(ExtractError, match=f"^{name}: .*{words}"):
        article(name)


@pytest.mark.parametrize(
    ("text", "title", "byline"),
    [
        pytest.param("By Ana Quispe\n\n{}", None, ("Ana Quispe",), id="a byline without a title"),
        pytest.param("Ana Quispe\n\n{}", None, (), id="a bare name without a title may be anything"),
        pytest.param("Title: Wells\nSource: X\n\nBy Ana Quispe\n\n{}", "Wells", ("Ana Quispe",), id="under a label"),
        pytest.param("Wells pact\n\nAna Quispe, Lima\n\n{}", "Wells pact", ("Ana Quispe",), id="under a title"),
        pytest.param(
            "Wells pact\n\nPosted on 3 May 2024 by Ana Quispe\n\n{}", "Wells pact", ("Ana Quispe",), id="in a stamp"
        ),
    ],
)
def test_byline_and_title(text: str, title: str | None, byline: tuple[str, ...]) -> None:
    content = text.format("Chad and Niger signed a pact on wells in Agadez on Monday.").encode()
    made = extract(Page(name="a.txt", content=content))
    assert (made.title, made.byline) == (title, byline)


def test_wrapped_lines_are_one_paragraph() -> None:
    assert "on an oil pipeline that would" in article("wrapped.txt").text


def test_address_without_tracking_is_the_id() -> None:
    made = article("labelled.txt")
    assert made.url == "https://steppecourier.example.org/2022/08/observer"
    other = extract(Page(name="x.txt", content=b"Another text, of two states.", url=made.url))
    assert other.id == made.id


@pytest.mark.parametrize(
    ("name", "language"),
    [("french.txt", "fr"), ("titled-by.txt", "en"), ("bare-markup.html", "en"), ("latin-1.html", "en")],
)
def test_language(name: str, language: str) -> None:
    assert article(name).language == language


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b" \n\t ", "no text", id="white space"),
        pytest.param(b"word " * 500_000, "over the limit of 2,000,000", id="too long"),
        pytest.param(b"x" * 150_000, "line 1 is 150,000 characters long", id="a line too long"),
        pytest.param(b"a\n" * 30_000, "30,000 lines", id="too many lines"),
        pytest.param(b"Two states\x00 signed.", "binary", id="a zero byte"),
        pytest.param(b"<html>" + b"<div>" * 300 + b"Two states signed a pact.", "deep", id="too deep"),
        pytest.param(b"<html><body>" + b"<i>x</i>" * 25_000, "elements", id="too many elements"),
        pytest.param(b"<html></html>", "no ", id="no page at all"),
        pytest.param("Zwei Staaten über".encode("utf-16")[:-1], "UTF-16", id="half a character"),
    ],
)
def test_refused_with_one_line(content: bytes, words: str) -> None:
    with pytest.raises(ExtractError) as caught:
        extract(Page(name="a/page", content=content))
    assert str(caught.value).startswith("a/page: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_outlet_by_its_address() -> None:
    known = ontology.load()
    entry = next(one for one in known.outlets.entries if one.domains)
    content = b"Chad and Niger signed a pact on wells in Agadez on Monday."
    page = Page(name="a.txt", content=content, url=f"https://www.{entry.domains[0]}/a/1")
    assert extract(page, ontology=known).outlet == entry.name
    assert extract(page).outlet is None


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    heavy = "{'yaml', 'lxml', 'trafilatura', 'py3langid', 'numpy'}"
    code = f"import sys, dragoman.articles, dragoman.sources; sys.exit(len({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
