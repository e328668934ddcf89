import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.stories.articles import alike_articles
from dragoman.stories.copies import copied
from tests.stories import make_reports as make

GEO = make.account(
    "Tbilisi Wire",
    "Georgia's parliament ratifies customs protocol with Armenia",
    "Georgia's parliament ratified the customs protocol with Armenia on Wednesday by 88 votes.",
    "The protocol opens the Sadakhlo crossing to lorries at night.",
)
GEO_TOO = make.account(
    "Caucasus Week",
    "Tbilisi approves customs protocol",
    "Lawmakers in Tbilisi approved the customs protocol with Armenia, which opens the Sadakhlo crossing at night.",
)
ARM = make.account(
    "Yerevan Post",
    "Armenia's parliament ratifies customs protocol with Georgia",
    "Armenia's National Assembly ratified the customs protocol with Georgia on Friday by 70 votes.",
    "The protocol opens the Sadakhlo crossing to lorries at night.",
    published="2024-03-08",
)


def approval(of, body, parties, **fields):
    return make.step(of, of.text.split("\n\n")[1], body=body, parties=parties, name="the customs protocol",
                     kind="protocol", **fields)  # fmt: skip


def coded(body="ARM/legislature", parties=("ARM", "GEO")):
    return [
        approval(GEO, "GEO/legislature", ("GEO", "ARM")),
        approval(GEO_TOO, "GEO/legislature", ("GEO", "ARM")),
        approval(ARM, body, parties),
    ]


def stories(*things):
    names = {a.id: a.outlet for a in things if hasattr(a, "outlet")}
    return sorted(sorted(names[a] for a in s.articles) for s in make.grouped(*things).stories)


def test_two_parliaments_ratifying_one_protocol_are_two_stories_and_one_agreement():
    assert stories(GEO, GEO_TOO, ARM, *coded()) == [["Caucasus Week", "Tbilisi Wire"], ["Yerevan Post"]]
    grouping = make.grouped(GEO, GEO_TOO, ARM, *coded())
    assert len(grouping.agreements) == 1
    assert sorted(s.body for s in grouping.agreements[0].steps) == ["ARM/legislature", "GEO/legislature"]


def test_a_third_outlet_on_one_of_them_joins():
    assert stories(GEO, GEO_TOO, ARM, *coded("GEO/legislature", ("GEO", "ARM"))) == [
        ["Caucasus Week", "Tbilisi Wire", "Yerevan Post"]
    ]


STRIKE = "Missiles fired by Sudan's army hit a depot near Port Adal, killing four."


@pytest.mark.parametrize(
    ("second", "published", "many"),
    [
        pytest.param("2024-03-06", "2024-03-06", 1, id="one strike in two papers"),
        pytest.param("2024-03", "2024-03-07", 1, id="told only to the month"),
        pytest.param("2024-03-07", "2024-03-07", 2, id="the next day's strike"),
        pytest.param("2024-03-06", "2024-04-20", 2, id="weeks later it is another story"),
    ],
)
def test_strikes(second, published, many):
    one = make.account("Nile Herald", "Army missiles hit depot near Port Adal", STRIKE)
    other = make.account("Red Sea Daily", "Missiles hit depot near Port Adal", STRIKE, published=published)
    reports = [make.event(one, STRIKE, "ASSAULT", "SDN", when=make.day("2024-03-06")),
               make.event(other, STRIKE, "ASSAULT", "SDN", when=make.day(second))]  # fmt: skip
    assert len(make.grouped(one, other, *reports).stories) == many


@pytest.mark.parametrize(
    ("rounds", "many"),
    [pytest.param((3, 3), 1, id="one round"), pytest.param((3, 4), 2, id="two rounds"),
     pytest.param((3, None), 1, id="a round not numbered")],
)  # fmt: skip
def test_rounds(rounds, many):
    texts = ["Talks on the lake border between Malawi and Tanzania were held in Arusha.",
             "Malawi and Tanzania held talks on the lake border in Arusha."]  # fmt: skip
    articles = [make.account(f"Lake {i}", "Lake border talks in Arusha", t) for i, t in enumerate(texts)]
    reports = [make.step(a, t, "negotiated", parties=("MWI", "TZA"), round=r)
               for a, t, r in zip(articles, texts, rounds, strict=True)]  # fmt: skip
    assert len(make.grouped(*articles, *reports).stories) == many


def test_what_shares_no_word_is_never_compared():
    other = make.account("Fjord Times", "Herring quotas cut", "Norway and Iceland cut herring quotas by a tenth.")
    assert alike_articles([GEO, other], {}) == sorted([(GEO.id,), (other.id,)])


def test_nothing_gives_nothing():
    assert make.grouped().stories == ()


@given(st.integers(0, 10_000))
def test_any_order_gives_the_same(seed):
    things = [GEO, GEO_TOO, ARM, *coded()]
    shuffled = random.Random(seed).sample(things, len(things))
    assert make.grouped(*shuffled) == make.grouped(*things)


LONG = [f"Paragraph {n} tells of herring, quotas, harbours, cod and the sea off island number {n}." for n in range(8)]
OWN = [f"Otherwise sentence {n} weighs freight, rail, ballast, wagons and timber at station {n}." for n in range(8)]


@pytest.mark.parametrize(
    ("other", "whole", "text"),
    [
        pytest.param(LONG, True, True, id="a reprint"),
        pytest.param(LONG[:6], True, True, id="a reprint cut short"),
        pytest.param([*LONG[:3], *OWN, *OWN[:3]], False, False, id="a few paragraphs in a long text"),
        pytest.param([*LONG, *OWN, *(f"{p} Again." for p in OWN)], False, True, id="a round-up that takes in a text"),
        pytest.param(OWN, False, False, id="another text"),
    ],
)
def test_copies(other, whole, text):
    one, two = make.account("Fjord Times", "Herring", *LONG), make.account("Isle Post", "Fish", *other)
    found = copied([one, two])
    assert (found.whole[one.id] == found.whole[two.id], found.text[one.id] == found.text[two.id]) == (whole, text)


def test_any_number_of_reprints_is_one_text_and_one_story():
    articles = [make.account(f"Paper {n}", f"Herring {n}", *LONG, f"Printed in town {n}.") for n in range(60)]
    assert len(set(copied(articles).text.values())) == 1
    assert len(make.grouped(*articles).stories) == 1


@pytest.mark.parametrize(
    ("published", "stories"),
    [pytest.param("2024-03-09", 1, id="days later"), pytest.param("2024-06-01", 2, id="months later")],
)
def test_a_text_printed_again(published, stories):
    one = make.account("Fjord Times", "Herring", *LONG)
    other = make.account("Isle Post", "Herring", *LONG, published=published)
    assert len(make.grouped(one, other).stories) == stories
