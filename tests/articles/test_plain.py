"""Plain text as it comes: titles of any shape, odd line ends, colours, and languages without spaces."""

import pytest

from dragoman.articles import extract
from dragoman.model.article import Article, Page

LEAD = "The two governments signed the fishing treaty in Oslo on Monday, and parliament will vote on it in spring."
NEXT = "The foreign minister said that the treaty would enter into force once both parliaments had approved it."
TITLE = "Two states sign a fishing treaty"
FULL = (
    f"The Foreign Ministers Of Norway And Iceland Signed The Fishing Treaty In Oslo On Monday, {'Officials ' * 3}Said."
)
WIDE = (
    "OSLO – The parliament of Norway approved the fishing treaty with Iceland on Wednesday evening by ninety-one votes\n"
    "to eight, with four abstentions. The treaty was signed in Bergen on March 11, 2025."
)


def read(text: str) -> Article:
    return extract(Page("a.txt", text.encode(), "text/plain"))


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"{TITLE}\n\n{LEAD}", TITLE, id="a title"),
        pytest.param(f"\x1b[1;31m{TITLE}\x1b[0m\n\n{LEAD}", TITLE, id="a title in colour"),
        pytest.param(f"Ratified\n\n{LEAD}\n\n{NEXT}", "Ratified", id="one word above an empty line"),
        pytest.param(f"Ratified\n{LEAD}\n\n{NEXT}", None, id="one word right above the text is none"),
        pytest.param(f"News\n\nTreaties\n\n{LEAD}\n\n{NEXT}", None, id="one word of several is none"),
        pytest.param(f"{FULL}\n\n{NEXT}", None, id="a full sentence in capitals is no title"),
        pytest.param(f"{FULL}\n\nOSLO – {NEXT}", None, id="nor is it above a dateline"),
        pytest.param(f"Norway And Iceland Sign Treaty On Fishing In Oslo.\n\nOSLO – {NEXT}",
                     "Norway And Iceland Sign Treaty On Fishing In Oslo.", id="a title with a full stop is one"),
        pytest.param(f"Norway approves fishing treaty\n\n{WIDE}", "Norway approves fishing treaty",
                     id="text wrapped at 120 does not hide it"),
    ],
)  # fmt: skip
def test_title(text: str, title: str | None) -> None:
    assert read(text).title == title


def test_a_full_sentence_that_is_no_title_stays_a_paragraph() -> None:
    assert paragraphs(read(f"{FULL}\n\n{NEXT}")) == [FULL, NEXT]


def test_text_wrapped_at_120_is_one_paragraph() -> None:
    assert paragraphs(read(f"Norway approves fishing treaty\n\n{WIDE}"))[1:] == [WIDE.replace("\n", " ")]


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x1e", "\x85"])
def test_odd_line_ends_lose_no_word(odd: str) -> None:
    within = f"{TITLE}\n\n{LEAD.replace(' in Oslo', f'{odd}in Oslo')}\n"
    assert paragraphs(read(within)) == [TITLE, LEAD]
    assert paragraphs(read(odd.join((TITLE, LEAD, NEXT)))) == [TITLE, LEAD, NEXT]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "zh",
            "两国签署渔业条约\n\n挪威和冰岛的外交部长星期一在奥斯陆签署了一项渔业条约。两国议会将在春季对该条约进行表决。",
            id="Chinese",
        ),
        pytest.param(
            "ja",
            "漁業条約に署名\n\nノルウェーとアイスランドの外相は月曜日、オスロで漁業条約に署名した。両国議会は春に採決する。",
            id="Japanese",
        ),
    ],
)
def test_text_without_spaces_is_kept(language: str, text: str) -> None:
    article = read(text)
    assert (article.language, article.title) == (language, text.split("\n")[0])
    assert article.text == text


def test_half_a_character_in_json_costs_no_run() -> None:
    page = Page(
        "a.json", b'{"title": "Pact \\ud800 signed", "text": "' + LEAD.encode() + b' \\udc00"}', "application/json"
    )
    article = extract(page)
    assert article.title == "Pact signed"
    article.text.encode("utf-8")
