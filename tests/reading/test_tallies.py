"""Votes in sentences of our own; what is not told is None, never zero."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.reading import Tally
from dragoman.reading.tallies import tallies

FIELDS = ("yes", "no", "abstain", "not_voting", "absent", "present", "seats")


def read(sentence: str) -> tuple[Tally, ...]:
    return tallies("a1", sentence, 0, len(sentence))


def told(tally: Tally) -> dict[str, int]:
    return {f: getattr(tally, f) for f in FIELDS if getattr(tally, f) is not None}


def case(sentence: str, *, id: str, **figures: int) -> object:
    return pytest.param(sentence, figures, id=id)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        case(
            "The pact drew 143 votes in favor, with only six opposed and four abstentions of the 160 deputies present.",
            yes=143,
            no=6,
            abstain=4,
            present=160,
            id="votes in favour, opposed, abstentions, present",
        ),
        case("The chamber passed it by 143 votes to six.", yes=143, no=6, id="by votes to"),
        case(
            "The chamber passed it by 143 votes to six, with four abstentions.",
            yes=143,
            no=6,
            abstain=4,
            id="by votes to, abstentions",
        ),
        case("The vote was 143-6-4.", yes=143, no=6, abstain=4, id="three figures with dashes"),
        case(
            "The Senate passed the accord 64–31 with five abstentions.",
            yes=64,
            no=31,
            abstain=5,
            id="two figures after a verb",
        ),
        case("Senators voted 64 to 31 to ratify the accord.", yes=64, no=31, id="voted to"),
        case("Senators voted 64-31 on Tuesday to ratify the accord.", yes=64, no=31, id="voted with a dash"),
        case(
            "Members voted 64 to 31 against the accord.",
            yes=31,
            no=64,
            id="voted against: the larger figure is against",
        ),
        case("The accord was ratified in a 64-31 vote.", yes=64, no=31, id="in a vote"),
        case("The accord was ratified by a vote of 64 to 31.", yes=64, no=31, id="by a vote of"),
        case(
            "It passed with 212 votes for, 9 against and 5 abstentions.",
            yes=212,
            no=9,
            abstain=5,
            id="for, against, abstentions",
        ),
        case(
            "A total of 212 deputies voted for the accord, nine voted against and five abstained.",
            yes=212,
            no=9,
            abstain=5,
            id="voted for, voted against, abstained",
        ),
        case(
            "The accord won 212 votes in favour, none against and no abstentions.",
            yes=212,
            no=0,
            abstain=0,
            id="none against is zero",
        ),
        case("The accord won 212 votes and no one voted against.", yes=212, no=0, id="no one is zero"),
        case(
            "With 212 votes in favour and no votes against or abstentions, it passed.",
            yes=212,
            no=0,
            abstain=0,
            id="no votes against or abstentions",
        ),
        case("Of 240 deputies 212 backed the accord.", yes=212, seats=240, id="of deputies"),
        case("Some 212 of the 240 deputies voted in favour.", yes=212, seats=240, id="part of the whole house"),
        case("Some 212 of the 220 deputies present voted in favour.", yes=212, present=220, id="part of those present"),
        case("The 240-seat chamber ratified it with 212 votes.", yes=212, seats=240, id="seats of a chamber"),
        case(
            "The 240-member assembly approved it 212-9, with 19 absent.",
            yes=212,
            no=9,
            absent=19,
            seats=240,
            id="absent members",
        ),
        case(
            "It passed by 212 votes to nine; 14 deputies did not vote.", yes=212, no=9, not_voting=14, id="did not vote"
        ),
        case("The motion was rejected by 58 votes to 42.", yes=42, no=58, id="a motion lost"),
        case("The motion was defeated 42-58.", yes=42, no=58, id="a motion lost, the smaller first"),
        case(
            "The Assembly adopted it with 121 countries voting in favour, seven against and 44 abstaining.",
            yes=121,
            no=7,
            abstain=44,
            id="countries",
        ),
        case("All 15 members of the council voted in favour.", yes=15, id="all members"),
        case(
            "The measure passed with one vote against and one abstention.",
            no=1,
            abstain=1,
            id="one against, one abstention",
        ),
        case(
            "The lone dissenting vote came from Malta as 26 states backed it.",
            yes=26,
            no=1,
            id="the lone dissenting vote",
        ),
        case(
            "The bill fell short of the 226 votes needed, getting 214 votes.", yes=214, id="votes needed are no votes"
        ),
        case("The accord passed (212–9).", yes=212, no=9, id="in brackets"),
        case(
            "The resolution passed with 13 votes in favour, Russia and China abstaining.",
            yes=13,
            abstain=2,
            id="who abstains by name is counted",
        ),
        case(
            "The resolution passed with 13 votes in favour, several states abstaining.",
            yes=13,
            id="several states are no figure",
        ),
        case("It passed 1,024 to 302 in the vote.", yes=1024, no=302, id="thousands"),
        case("Two hundred and twelve deputies voted in favour and nine opposed.", yes=212, no=9, id="in words"),
    ],
)
def test_one_tally(sentence: str, figures: dict[str, int]) -> None:
    (tally,) = read(sentence)
    assert told(tally) == figures
    assert {f for f, _ in tally.spans if f != "unanimous"} == set(figures)
    assert all(tally.span.holds(s) for _, s in tally.spans)


def test_figures_have_spans_of_their_own() -> None:
    sentence = "It drew 143 votes in favor, with only six opposed."
    (tally,) = read(sentence)
    assert [(f, s.of(sentence)) for f, s in tally.spans] == [("yes", "143"), ("no", "six")]


def test_two_chambers_are_two_tallies() -> None:
    found = read("The lower house backed it 350-20 and the Senate approved it by 80 votes to 10.")
    assert [told(t) for t in found] == [{"yes": 350, "no": 20}, {"yes": 80, "no": 10}]


@pytest.mark.parametrize(
    ("sentence", "yes"),
    [
        pytest.param("Deputies unanimously ratified the accord.", None, id="unanimously with a verb"),
        pytest.param("The accord was approved unanimously.", None, id="a verb with unanimously"),
        pytest.param("The accord passed by a unanimous vote.", None, id="a unanimous vote"),
        pytest.param("All 27 states approved the accord.", 27, id="all states"),
        pytest.param("The accord passed unanimously with 120 votes in favour.", 120, id="unanimously with a figure"),
    ],
)
def test_unanimous(sentence: str, yes: int | None) -> None:
    (tally,) = read(sentence)
    assert (tally.unanimous, tally.yes, tally.no) == (True, yes, None)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The home side won 3-1 on Sunday.", id="a score"),
        pytest.param("The 5-4 score pleased voters.", id="a score before voters"),
        pytest.param("The accord was approved 2-3 weeks ago.", id="a span of weeks"),
        pytest.param("The court's 6-3 ruling was rejected.", id="a ruling"),
        pytest.param("Some 60 percent voted in favour.", id="a share of voters"),
        pytest.param("Deputies voted against the accord for 20 years.", id="against without a figure"),
        pytest.param("Two deputies oppose the accord, analysts say.", id="who opposes is no vote"),
        pytest.param("The envoy passed 10-15 villages.", id="passed villages"),
        pytest.param("Ministers unanimously condemned the strike.", id="condemned is no vote"),
        pytest.param("Turnout in the vote was 64.5 percent, up from 60.", id="turnout"),
        pytest.param("The 2015-16 budget was passed.", id="years"),
        pytest.param("The war against 12 rebel groups goes on.", id="against as a preposition"),
        pytest.param("Ratification needs at least 226 votes.", id="what is needed"),
    ],
)
def test_near_misses(sentence: str) -> None:
    assert read(sentence) == ()


PIECES = st.sampled_from(
    "12 votes vote to for against - – in favour abstained none no abstentions of "
    "the 450 deputies present voted unanimously passed all members , . one hundred and".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)))
def test_any_text(text: str) -> None:
    for tally in read(text):
        for field, span in tally.spans:
            assert span.of(text).strip()
            assert field == "unanimous" or getattr(tally, field) is not None


@pytest.mark.parametrize("piece", ["vote 1", "1-", "12 votes to ", "one hundred ", "of 12 deputies ", "vote "])
def test_hostile_text_is_bounded(piece: str) -> None:
    read(piece * 4000)
