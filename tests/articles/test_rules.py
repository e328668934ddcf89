"""Each rule with what it takes and what it must leave alone."""

import pytest

from dragoman.articles import bylines, dates, decoding, metadata, outlet, plain
from dragoman.articles.chrome import chrome
from dragoman.articles.language import language_of
from dragoman.articles.sheet import Told, tidy
from dragoman.articles.stamps import stamps
from dragoman.errors import ExtractError
from dragoman.model.article import Page


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param("Update Time : Friday, July 4, 2025", "stamp", id="update stamp"),
        pytest.param("Updated the list of sanctions on Monday.", None, id="a sentence that begins with updated"),
        pytest.param("Last updated 4 July 2025 at 10:00", "stamp", id="last updated"),
        pytest.param("Published reports said that the two had met in June.", None, id="published reports are no stamp"),
        pytest.param("3 hours ago", "stamp", id="relative"),
        pytest.param("Three years ago the two states fell out over water.", None, id="years ago in a sentence"),
        pytest.param("1,204 views", "counter", id="views"),
        pytest.param("Views on the treaty differ in Bern.", None, id="views on something"),
        pytest.param("12 Time View", "counter", id="time view"),
        pytest.param("4 min read", "counter", id="reading time"),
        pytest.param("Please Share This Post in Your Social Media", "share", id="please share"),
        pytest.param("Share prices fell in Lagos after the vote.", None, id="share prices"),
        pytest.param("Facebook | Twitter | WhatsApp", "share", id="networks in a row"),
        pytest.param("Twitter blocked the minister's account.", None, id="a network in a sentence"),
        pytest.param("Follow us on Telegram", "share", id="follow us"),
        pytest.param("Leave a Reply", "comments", id="reply form"),
        pytest.param("Leave a minefield behind and nobody ploughs, she said.", None, id="leave a minefield"),
        pytest.param("3 Comments", "comments", id="number of comments"),
        pytest.param("Comments by the envoy angered Baku.", None, id="comments of an envoy"),
        pytest.param("More News Of This Category", "related", id="more news"),
        pytest.param("More than forty states have signed.", None, id="more than"),
        pytest.param("Read more: Khat farmers wait", "related", id="read more"),
        pytest.param("Read out in both chambers, the text drew applause.", None, id="read out"),
        pytest.param("Related Stories", "related", id="related stories"),
        pytest.param("Related laws on fishing await a vote.", None, id="related laws"),
        pytest.param("© 2021 The Fjord Times", "copyright", id="copyright"),
        pytest.param("(c) each party may end this treaty on notice", None, id="clause c of a treaty"),
        pytest.param("Copyright 2019 Fjord Media. All rights reserved.", "copyright", id="copyright in words"),
        pytest.param("All rights of passage were reserved to Bolivia under the treaty.", None, id="rights of passage"),
        pytest.param("Site Customized By Somebody IT", "site", id="who made the site"),
        pytest.param("Designed by French engineers, the dam holds back the Nile.", "site", id="(a miss we accept)"),
        pytest.param("Contact us | Privacy policy", "site", id="footer links"),
        pytest.param("Contact between the two navies has ceased.", None, id="contact between navies"),
        pytest.param("1. someone@mail.example.com : admin :", "contact", id="address and admin"),
        pytest.param("Subscribe to our newsletter", "newsletter", id="newsletter"),
        pytest.param("Subscribers to the loan include Japan and Spain.", None, id="subscribers to a loan"),
        pytest.param("We use cookies to improve your visit.", "cookies", id="cookies"),
        pytest.param("Accept", "cookies", id="a button"),
        pytest.param("Accept that the border is closed, he told Kigali.", None, id="accept that"),
        pytest.param("ADVERTISEMENT", "advertisement", id="advertisement"),
        pytest.param("Tags: Peru, Chile", "tags", id="tags"),
        pytest.param("Photo: AFP", "caption", id="photo credit"),
        pytest.param("Photo opportunities were all that the summit gave.", None, id="photo opportunities"),
        pytest.param("Home > World > Asia", "navigation", id="breadcrumb"),
        pytest.param("World powers met in Geneva.", None, id="world powers"),
        pytest.param("Politics and Trade", None, id="a heading"),
        pytest.param("Way Forward", None, id="another heading"),
        pytest.param("***", "navigation", id="a rule"),
    ],
)
def test_chrome(line: str, why: str | None) -> None:
    mark = chrome().mark(line)
    assert (mark.why if mark else None) == why


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        pytest.param("Wednesday, May 21, 2025", "2025-05-21", id="American, with weekday"),
        pytest.param("Published: 3 March 2024 14:05 GMT", "2024-03-03", id="British, with time"),
        pytest.param("Sept. 4th, 2023", "2023-09-04", id="short month, ordinal"),
        pytest.param("the 4th of July 2023", "2023-07-04", id="of"),
        pytest.param("2024-02-29T23:30:00-05:00", "2024-02-29", id="ISO, the outlet's own day"),
        pytest.param("2024/02/29", "2024-02-29", id="slashes, year first"),
        pytest.param("20240229T1200", "2024-02-29", id="compact"),
        pytest.param("29.02.2024", "2024-02-29", id="day first, for there is no month 29"),
        pytest.param("02/29/2024", "2024-02-29", id="month first, for there is no month 29"),
        pytest.param("03/04/2025", "[2025-03-04,2025-04-03]", id="either of two days"),
        pytest.param("04.04.2025", "2025-04-04", id="both readings are one day"),
        pytest.param("in March 2024", "2024-03", id="a month is a month"),
        pytest.param("30 February 2024", None, id="no such day"),
        pytest.param("31/31/2024", None, id="no such month"),
        pytest.param("1,204 views", None, id="a number"),
        pytest.param("resolution 2231/2015", None, id="a resolution"),
        pytest.param("192.168.20.2024", None, id="not an address either"),
        pytest.param("a 20-year treaty may follow", None, id="the verb may"),
    ],
)
def test_dates(line: str, edtf: str | None) -> None:
    found = dates.find(line)
    assert (found.edtf if found else None) == edtf


def test_month_is_bounded() -> None:
    found = dates.find("February 2024")
    assert found is not None
    assert (found.earliest, found.latest) == ("2024-02-01", "2024-02-29")


@pytest.mark.parametrize(
    ("lines", "lead", "edtf", "basis"),
    [
        pytest.param(["Published 3 March 2024 | Updated 5 March 2024"], "", "2024-03-03", "text", id="two on a line"),
        pytest.param(["Updated 5 March 2024"], "", "2024-03-05", "modified", id="the last change alone"),
        pytest.param([], "OSLO, 3 March 2024 (Fjord) – Two states", "2024-03-03", "text", id="dateline with a year"),
        pytest.param([], "OSLO, March 3 (Fjord) – Two states", None, "unknown", id="dateline without a year"),
        pytest.param([], "On 3 March 2024 two states signed.", None, "unknown", id="a date in the text is no stamp"),
    ],
)
def test_stamps(lines: list[str], lead: str, edtf: str | None, basis: str) -> None:
    found = stamps(Told(), lines, lead)
    assert (found.published.edtf, found.published.basis) == (edtf, basis)


def test_yearless_dateline_keeps_its_words() -> None:
    assert stamps(Told(), [], "OSLO, March 3 (Fjord) – Two states").published.text == "March 3"


def test_published_after_its_change_is_odd() -> None:
    found = stamps(Told(published="2024-03-05", modified="2024-03-03"), [], "")
    assert found.published.because == "published after the last change it gives (2024-03-03)"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("By Jane Doe", ("Jane Doe",), id="by"),
        pytest.param("By JANE DOE in Nairobi", ("Jane Doe",), id="capitals and a place"),
        pytest.param("by Omar al-Sayed and Jean-Luc de Witt", ("Omar al-Sayed", "Jean-Luc de Witt"), id="particles"),
        pytest.param("By Jane Doe | March 3, 2024", ("Jane Doe",), id="a date behind"),
        pytest.param("By Jane Doe, Energy Correspondent", ("Jane Doe",), id="a role behind"),
        pytest.param("By Our Staff Reporter", (), id="nobody is named"),
        pytest.param("By Monday the ministers had agreed on the text.", None, id="a sentence"),
        pytest.param("Written by Ana Quispe", ("Ana Quispe",), id="written by"),
    ],
)
def test_byline_lines(line: str, names: tuple[str, ...] | None) -> None:
    assert bylines.in_line(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Jane Doe, Nairobi", ("Jane Doe",), id="name and place"),
        pytest.param("Jane Doe", ("Jane Doe",), id="a name"),
        pytest.param("Way Forward", (), id="a heading"),
        pytest.param("Regional Fallout", (), id="another heading"),
        pytest.param("Saudi Arabia and Iran", (), id="two states are no persons"),
        pytest.param("Jordan Ireland", ("Jordan Ireland",), id="a person of names that are states"),
        pytest.param("Talks Resume.", (), id="a short sentence"),
        pytest.param("Nairobi", (), id="one word"),
        pytest.param("ministers meet", (), id="small letters"),
    ],
)
def test_bare_names(line: str, names: tuple[str, ...]) -> None:
    assert bylines.is_bare(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param(
            "Reporting by Jane Doe and Ali Khan; editing by Bo Lee", ("Jane Doe", "Ali Khan"), id="not the editor"
        ),
        pytest.param("(Reporting by Jane Doe in Rome)", ("Jane Doe",), id="in brackets"),
        pytest.param("Edited by Bo Lee", (), id="the editor alone"),
    ],
)
def test_credits(line: str, names: tuple[str, ...]) -> None:
    assert bylines.is_credit(line)
    assert bylines.credited(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "AP rules bind the party.",
        "Source of the Nile",
    ],
)
def test_no_credits(line: str) -> None:
    assert not bylines.is_credit(line)


@pytest.mark.parametrize(
    ("lead", "name", "rest"),
    [
        pytest.param(
            "The Fjord Times : OSLO – Norway said", "The Fjord Times", "Norway said", id="outlet and dateline"
        ),
        pytest.param("Fjord Weekly: Norway said", "Fjord Weekly", "Norway said", id="outlet alone, by its last word"),
        pytest.param(
            "Nordlys Oslo : BERGEN – Norway said", "Nordlys Oslo", "Norway said", id="any name before a dateline"
        ),
        pytest.param("Analysis : OSLO – Norway said", None, "Norway said", id="a rubric"),
        pytest.param("BREAKING NEWS : OSLO – Norway said", None, "Norway said", id="breaking news"),
        pytest.param("President Boric : the deal holds", None, "President Boric : the deal holds", id="a speaker"),
        pytest.param("MOSCOW, March 3 (Agency) – Russia said", None, "Russia said", id="city, day, agency"),
        pytest.param("Tehran, Iran – The two said", None, "The two said", id="city and country"),
        pytest.param("GENEVA (Wire) - Talks", None, "Talks", id="city and agency"),
        pytest.param("GENEVA: Talks began", None, "Talks began", id="a colon"),
        pytest.param(
            "Geneva — Talks on the treaty began on Monday.",
            None,
            "Talks on the treaty began on Monday.",
            id="no capitals",
        ),
        pytest.param(
            "Russia – Ukraine's neighbour – signed a treaty.",
            None,
            "Russia – Ukraine's neighbour – signed a treaty.",
            id="an aside",
        ),
        pytest.param("NATO – which met – said", None, "NATO – which met – said", id="a body and an aside"),
        pytest.param("UN: talks fail", None, "UN: talks fail", id="a body and a colon"),
        pytest.param("Norway said", None, "Norway said", id="none"),
    ],
)
def test_lead(lead: str, name: str | None, rest: str) -> None:
    named = outlet.prefix(lead)
    assert (named[0] if named else None) == name
    assert lead[outlet.body_offset(lead) :] == rest


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("© All rights reserved © 2026 Fjord Evening", "Fjord Evening", id="rights first"),
        pytest.param("© 2026 The Fjord Times. All rights reserved.", "The Fjord Times", id="year first"),
        pytest.param("Copyright © 2019-2024 Fjord Media Ltd", "Fjord Media", id="years, company"),
        pytest.param("The Fjord Times © 2026", "The Fjord Times", id="name first"),
        pytest.param("Copyright by Fjord Times | Designed by X", "Fjord Times", id="by"),
        pytest.param("All rights reserved © 2026", None, id="nobody"),
        pytest.param("© 2026", None, id="a year"),
    ],
)
def test_copyright(line: str, name: str | None) -> None:
    assert outlet.of_copyright([line]) == name


@pytest.mark.parametrize(
    ("address", "plain_form"),
    [
        pytest.param(
            "HTTPS://Www.Post.example/a?utm_medium=x&id=3#c",
            "https://www.post.example/a?id=3",
            id="tracking, fragment, case",
        ),
        pytest.param("https://post.example", "https://post.example/", id="no path"),
        pytest.param("https://post.example:443/a", "https://post.example/a", id="the usual port"),
        pytest.param("https://[broken/a", None, id="broken"),
        pytest.param("javascript:void(0)", None, id="no web address"),
        pytest.param("", None, id="empty"),
    ],
)
def test_canonical(address: str, plain_form: str | None) -> None:
    assert metadata.canonical(address) == plain_form


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("﻿é".encode(), "é", id="a mark"),
        pytest.param("é".encode("utf-16"), "é", id="UTF-16 with its mark"),
        pytest.param(b'<html><meta charset="windows-1251">\xcc', '<html><meta charset="windows-1251">М', id="declared"),
        pytest.param(
            b'<html><meta charset="latin1">\x93', '<html><meta charset="latin1">“', id="Latin-1 is Windows-1252"
        ),
    ],
)
def test_decode(content: bytes, text: str) -> None:
    assert decoding.decode(Page(name="p", content=content)) == text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"caf\xe9", id="nothing declared"),
        pytest.param(b'<html><meta charset="rot13">\xe9', id="no charset of text"),
        pytest.param(b'<html><meta charset="nonsense">\xe9', id="no charset at all"),
        pytest.param(b'<html><meta charset="utf-8">' + b"\xe9" * 50, id="declared and broken throughout"),
    ],
)
def test_undecodable(content: bytes) -> None:
    with pytest.raises(ExtractError, match="byte 0xE9 at offset"):
        decoding.decode(Page(name="p", content=content))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("One line that ends.\nAnother one that ends.", 2, id="a line, a paragraph"),
        pytest.param(
            "Talks between the two states on water and on\npower resumed in Amman on Monday, for the sixth\ntime.",
            1,
            id="wrapped",
        ),
        pytest.param(
            "Talks on water resume\nTalks between the two states on water and on the power that\n"
            "it makes resumed in Amman on Monday.\nThe sides had last met in March, when the lower state\n"
            "had walked out over a dam that was begun without its\nconsent and is now half filled, as pictures show.",
            3,
            id="title and paragraphs without empty lines",
        ),
        pytest.param(
            "Talks on Water Between the Two Upper States\nTalks on Power Between the Two Lower States\n",
            2,
            id="headings",
        ),
        pytest.param(
            "The paper, which neither state has signed,\n- ends the dispute about a well at Agadez\n- opens the road",
            3,
            id="items",
        ),
    ],
)
def test_wrapped(text: str, paragraphs: int) -> None:
    assert len(plain.sheet(text).lines) == paragraphs


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        pytest.param(
            "The two states have signed a treaty of friendship, and it is to last for years.", None, "en", id="English"
        ),
        pytest.param(
            "Die beiden Staaten haben einen Vertrag unterzeichnet, der zehn Jahre gelten soll.", None, "de", id="German"
        ),
        pytest.param("Pact signed", None, "und", id="too short"),
        pytest.param("Pact signed", "en-GB", "en", id="too short, and told"),
    ],
)
def test_language(text: str, told: str | None, language: str) -> None:
    assert language_of(text, told=told) == language


def test_tidy_drops_what_is_not_seen() -> None:
    assert tidy("\u200bco\u00adoperation\u00a0 pact\ufeff\n") == "cooperation pact"
