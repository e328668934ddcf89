"""Who is named where: states, bodies, persons, pairs; and what looks like them and is not."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.named import ACTORS, article, read, told

from dragoman.model.reading import Sentence, Token
from dragoman.reading.mentions import mentions
from dragoman.reading.places import places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kenya told Uganda.", [("Kenya", "KEN"), ("Uganda", "UGA")], id="states by name"),
        pytest.param("The U.S. and the UK agreed.", [("U.S.", "USA"), ("UK", "GBR")], id="abbreviations"),
        pytest.param("Norwegian fish was sold.", [("Norwegian", "NOR")], id="an adjective alone is the state"),
        pytest.param("Peruvians voted.", [("Peruvians", "PER/people")], id="a people is not its state"),
        pytest.param(
            "Nairobi accused Kampala of lying.", [("Nairobi", "KEN"), ("Kampala", "UGA")], id="capitals that act"
        ),
        pytest.param(
            "Talks between Oslo and Helsinki stalled.",
            [("Oslo", "NOR"), ("Helsinki", "FIN")],
            id="two capitals stay two mentions",
        ),
        pytest.param(
            "Czech-Polish ties and Chile-Peru trade grew.",
            [("Czech", "CZE"), ("Polish", "POL"), ("Chile", "CHL"), ("Peru", "PER")],
            id="pairs with a hyphen",
        ),
        pytest.param("Franco-German plans failed.", [("Franco", "FRA"), ("German", "DEU")], id="a combining form"),
        pytest.param(
            "Turkey-West relations soured.",
            [("Turkey", "TUR"), ("West", "group/the-west")],
            id="the West after a hyphen",
        ),
        pytest.param("It turned away from the West.", [("the West", "group/the-west")], id="the West"),
        pytest.param(
            "Western governments and Gulf states objected.",
            [("Western governments", "group/western-governments"), ("Gulf states", "group/gulf-states")],
            id="groups stay groups",
        ),
        pytest.param(
            "NATO, the African Union and the IMF were told.",
            [("NATO", "NATO"), ("African Union", "AU"), ("IMF", "IMF")],
            id="organisations",
        ),
        pytest.param(
            "SUDAN AND EGYPT SIGN WATER PACT", [("SUDAN", "SDN"), ("EGYPT", "EGY")], id="a headline in capitals"
        ),
    ],
)
def test_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They told us of a turkey in the oven.", id="us and turkey"),
        pytest.param("Jordan Peterson spoke at Georgia Tech.", id="a first name and a school"),
        pytest.param("Tom Holland starred beside Michael Jordan.", id="surnames"),
        pytest.param("Paris Hilton left New Mexico for West Virginia.", id="a person and states of a state"),
        pytest.param("A guinea pig ate french fries.", id="an animal"),
        pytest.param("The University of Kabul and the Treaty of Rome are old.", id="named after a capital"),
        pytest.param("He studied at University College London.", id="a college"),
        pytest.param("The Berlin Film Festival opened.", id="a festival"),
        pytest.param("Sources familiar with the matter said so.", id="nobody is named"),
        pytest.param("It may rain; officials and lawmakers stayed at home.", id="offices of no state"),
        pytest.param("Villages in the west of the country flooded.", id="a direction"),
        pytest.param("The deal cost US$3 million.", id="a currency"),
        pytest.param("See www.kenya.go.ke or mail me@Kenya for more.", id="addresses"),
    ],
)
def test_near_miss_names_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenyan officials left.", ("Kenyan officials", "KEN/government"), id="officials are the government"
        ),
        pytest.param(
            "The Norwegian foreign ministry denied it.",
            ("Norwegian foreign ministry", "NOR/foreign-ministry"),
            id="a ministry",
        ),
        pytest.param(
            "Peru's hard-line congress voted.",
            ("Peru's hard-line congress", "PER/legislature"),
            id="a parliament by its noun",
        ),
        pytest.param(
            "Poland’s lower house voted.", ("Poland’s lower house", "POL/legislature/sejm"), id="a chamber by its level"
        ),
        pytest.param(
            "The Czech Senate voted.", ("Czech Senate", "CZE/legislature/senate"), id="a chamber many states have"
        ),
        pytest.param(
            "The House of Commons of Canada voted.",
            ("House of Commons of Canada", "CAN/legislature/house-of-commons"),
            id="a chamber with of",
        ),
        pytest.param(
            "India's Lok Sabha passed it.",
            ("India's Lok Sabha", "IND/legislature/lok-sabha"),
            id="a chamber and its state are one mention",
        ),
        pytest.param("The parliament of Moldova met.", ("parliament of Moldova", "MDA/legislature"), id="with of"),
        pytest.param(
            "Swedish lawmakers met.", ("Swedish lawmakers", "SWE/legislature"), id="lawmakers are the parliament"
        ),
        pytest.param(
            "Kazakh senators met.", ("Kazakh senators", "KAZ/legislature/senate"), id="senators are the upper house"
        ),
        pytest.param("Ethiopia's army advanced.", ("Ethiopia's army", "ETH/military"), id="an army"),
        pytest.param("American warplanes struck.", ("American warplanes", "USA/military"), id="warplanes"),
        pytest.param(
            "US policymakers worried.", ("US policymakers", "USA/government"), id="an abbreviation and a noun"
        ),
        pytest.param(
            "A spokesman for the Kremlin spoke.",
            ("spokesman for the Kremlin", "RUS/government"),
            id="a spokesman with for",
        ),
        pytest.param(
            "A spokesman for Kenya's foreign ministry spoke.",
            ("spokesman for Kenya's foreign ministry", "KEN/foreign-ministry"),
            id="a spokesman of a body",
        ),
        pytest.param(
            "NATO officials worried.", ("NATO officials", "NATO"), id="an organisation's officials are the organisation"
        ),
        pytest.param(
            "Vietnam's state-run VNA and others; Turkey's state-run Anadolu news agency said.",
            ("Turkey's state-run Anadolu news agency", "TUR/media/anadolu"),
            id="an agency with its state",
        ),
        pytest.param("Chinese state media said so.", ("Chinese state media", "CHN/media"), id="a state's media"),
        pytest.param(
            "The Hungarian parliament's foreign affairs committee met.",
            ("Hungarian parliament's foreign affairs committee", "HUN/legislature"),
            id="a committee",
        ),
        pytest.param(
            "Yemen's Houthi rebels fired.", ("Yemen's Houthi rebels", "HOUTHIS"), id="an armed group with its state"
        ),
        pytest.param("Kyiv's forces withdrew.", ("Kyiv's forces", "UKR/military"), id="a capital's forces"),
    ],
)
def test_bodies(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        pytest.param("US military aid arrived.", "USA/military", id="aid is not the army"),
        pytest.param(
            "Kenyan Chess Federation President Jane Doe left.", "KEN/president", id="a federation's president"
        ),
        pytest.param("The president of Kenya Football Federation left.", "KEN/president", id="a federation's, with of"),
        pytest.param("Non-Western states met.", "group/western-powers", id="the others"),
        pytest.param("The people of Paris left.", "FRA/people", id="a city's people"),
        pytest.param("In Kenya officials met.", "KEN/government", id="a place, then officials of nobody knows whom"),
        pytest.param("The mayor of Paris left.", "FRA/official", id="a city's mayor"),
        pytest.param("The Senate voted.", "USA/legislature/senate", id="any state's Senate"),
        pytest.param("Melania Trump waved.", "person/donald-trump", id="another of that name"),
    ],
)
def test_body_near_misses(text: str, never: str) -> None:
    assert never not in [actor for _, actor in told(text)]


def test_officials_of_two_states() -> None:
    assert told("Kenyan and Ugandan officials met.") == [
        ("Kenyan", "KEN/government"),
        ("Ugandan officials", "UGA/government"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        pytest.param(
            "Kenyan Foreign Minister Jane Mwangi flew home.",
            "Kenyan Foreign Minister Jane Mwangi",
            "KEN",
            ("GOV",),
            id="a title teaches a person",
        ),
        pytest.param(
            "Jane Mwangi, Kenya's trade minister, flew home.",
            "Jane Mwangi",
            "KEN",
            ("GOV",),
            id="an apposition after the name",
        ),
        pytest.param(
            "Kenya's trade minister, Jane Mwangi, flew home.",
            "Jane Mwangi",
            "KEN",
            ("GOV",),
            id="an apposition before the name",
        ),
        pytest.param(
            "President of Fiji Jone Vula smiled at them.",
            "President of Fiji Jone Vula",
            "FJI",
            ("GOV",),
            id="an office with of",
        ),
        pytest.param(
            "Kremlin spokesman Ivan Orlov said no.",
            "Kremlin spokesman Ivan Orlov",
            "RUS",
            ("GOV",),
            id="a metonym's spokesman",
        ),
        pytest.param(
            "US Middle East envoy Paul Grey said no.",
            "US Middle East envoy Paul Grey",
            "USA",
            ("GOV",),
            id="a region in the title",
        ),
        pytest.param(
            "Malaysian Home Affairs Minister Amir Hamid said no.",
            "Malaysian Home Affairs Minister Amir Hamid",
            "MYS",
            ("GOV",),
            id="a portfolio in the title",
        ),
        pytest.param("Lt. Gen. Ali Khan of Pakistan said no.", "Lt. Gen. Ali Khan", "PAK", ("MIL",), id="a soldier"),
        pytest.param(
            "Former Polish president Jan Wolski said no.",
            "Polish president Jan Wolski",
            "POL",
            ("ELI",),
            id="who held an office once is an elite",
        ),
        pytest.param(
            "Prime Minister Jane Mwangi said no.",
            "Prime Minister Jane Mwangi",
            None,
            ("GOV",),
            id="no state named: no state guessed",
        ),
        pytest.param(
            "Emergencies Minister Ivan Orlov said no to them.",
            "Emergencies Minister Ivan Orlov",
            None,
            ("GOV",),
            id="no state, a portfolio",
        ),
        pytest.param(
            "Foreign Minister Hakan Fidan said no.",
            "Foreign Minister Hakan Fidan",
            "TUR",
            ("GOV",),
            id="the table knows the name",
        ),
        pytest.param(
            "Syrian envoy Ahmad al-Halabi said no.",
            "Syrian envoy Ahmad al-Halabi",
            "SYR",
            ("GOV",),
            id="a name with a particle",
        ),
    ],
)
def test_persons(text: str, name: str, country: str | None, sector: tuple[str, ...]) -> None:
    found = next(m for m in read(text) if m.text == name)
    assert found.actor is not None
    assert found.actor.kind == "person"
    assert (found.actor.country, found.actor.sector) == (country, sector)


def test_surname_after_full_name() -> None:
    found = told("Kenyan Foreign Minister Jane Mwangi flew home. Mwangi denied it.\nPresident Mwangi laughed.")
    assert [a for _, a in found] == ["person/jane-mwangi"] * 3


def test_two_of_a_name_stay_open() -> None:
    found = [
        m for m in read("Kenyan envoy Jane Mwangi met Ugandan envoy Paul Mwangi. Mwangi left.") if m.text == "Mwangi"
    ]
    assert [m.actor for m in found] == [None]
    assert "2 persons" in (found[0].reason or "")


def test_every_mention_of_a_person_tells_the_same() -> None:
    found = read("Minister Jane Mwangi left. Kenyan envoy Jane Mwangi came back.\nMwangi laughed.")
    assert {(m.actor.id, m.actor.country) for m in found if m.actor} == {("person/jane-mwangi", "KEN")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The General Services Administration left them.", id="an agency"),
        pytest.param("An official Twitter account said so.", id="an account"),
        pytest.param("The Sultan Hassan Mosque opened to them.", id="a building"),
    ],
)
def test_what_follows_a_title_may_be_no_person(text: str) -> None:
    assert told(text) == []


def test_initials_belong_to_a_name() -> None:
    assert told("Canadian envoy John C. Reed left them.") == [("Canadian envoy John C. Reed", "person/john-c-reed")]


def test_the_article_knows_better_than_the_table() -> None:
    found = read("Canadian envoy Hakan Fidan said no to them.")
    assert found[0].actor is not None
    assert found[0].actor.country == "CAN"


def test_both_sides_of_a_border_are_no_pair() -> None:
    assert [
        m for m in read("Kenya and Uganda met. People on both sides of the border cheered.") if m.form == "reference"
    ] == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Georgia met Armenia in Tbilisi.", "GEO", id="a neighbour and a capital"),
        pytest.param("Georgia voted. The governor left Atlanta.", None, id="a state of the United States"),
        pytest.param("Georgia voted.", None, id="nothing to tell by"),
        pytest.param("Congo accused Rwanda over M23.", "COD", id="the larger Congo"),
        pytest.param("Congo hosted talks in Brazzaville.", "COG", id="the smaller Congo"),
        pytest.param("Brussels fined it, the European Commission said.", "EU", id="the Union"),
        pytest.param("Brussels fined it, the Belgian government said.", "BEL", id="the state"),
        pytest.param("Korea wrote to Fiji.", None, id="which Korea"),
    ],
)
def test_ambiguous_names(text: str, actor: str | None) -> None:
    found = read(text)[0]
    assert (found.actor.id if found.actor else None) == actor
    assert (found.reason is None) == (actor is not None)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        pytest.param("They met in Oslo.", "Oslo", True, id="in"),
        pytest.param("She flew to Oslo.", "Oslo", True, id="went to"),
        pytest.param("He came from Oslo.", "Oslo", True, id="from"),
        pytest.param("Arms were sold to Oslo.", "Oslo", False, id="sold to is to the government"),
        pytest.param("Pressure from Oslo grew.", "Oslo", False, id="pressure comes from a government"),
        pytest.param("It fell in Oslo's sphere.", "Oslo", False, id="a possessor"),
        pytest.param("Oslo protested.", "Oslo", False, id="a subject"),
        pytest.param("He was killed in Mali.", "Mali", True, id="a state as a place"),
        pytest.param("A house fell in Homs, Syria.", "Syria", True, id="a city's state"),
        pytest.param("Arms used in the Mali conflict.", "Mali", False, id="a state that qualifies a noun"),
    ],
)
def test_place_or_government(text: str, name: str, place: bool) -> None:
    found = next(m for m in read(text) if m.text == name)
    assert found.place is place
    assert found.actor is not None
    assert found.actor.kind == "state"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "They met in Oslo and Bergen.", [("Oslo", "NOR", "Oslo"), ("Bergen", "NOR", "Bergen")], id="a list"
        ),
        pytest.param("Ships met in the Red Sea.", [("Red Sea", None, "Red Sea")], id="a sea has no country"),
        pytest.param("He was killed in Mali.", [("Mali", "MLI", None)], id="a state has no city"),
        pytest.param("Arms were sold to Oslo.", [], id="a government is no place"),
        pytest.param("Bergen Hospital grew.", [], id="nothing happens at a name"),
    ],
)
def test_places(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    made, split = article(text)
    found = places(made, split, actors=ACTORS)
    assert [(p.text, p.country, p.name) for _, p in found] == expected
    assert all(span.of(text) == place.text for span, place in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("OSLO – Kenya agreed.", id="a dash"),
        pytest.param("OSLO, March 3 (Reuters) - Kenya agreed.", id="with day and agency"),
        pytest.param("The Fjord Post : OSLO – Kenya agreed.", id="with the outlet"),
    ],
)
def test_a_dateline_names_no_actor(text: str) -> None:
    assert told(text) == [("Kenya", "KEN")]


def test_the_outlet_is_no_actor_of_its_story() -> None:
    assert [m.text for m in read("Reuters asked Kenya.", outlet="Reuters")] == ["Kenya"]
    assert [m.text for m in read("Reuters asked Kenya.", outlet="The Fjord Post")] == ["Reuters", "Kenya"]


def test_a_parsed_sentence_settles_what_a_noun_qualifies() -> None:
    text = "Kenyan navy frigates sailed."
    made, split = article(text)
    rows = [
        ("Kenyan", 0, "ADJ", 2, "amod"),
        ("navy", 7, "NOUN", 2, "compound"),
        ("frigates", 12, "NOUN", 3, "nsubj"),
        ("sailed", 21, "VERB", 3, "root"),
        (".", 27, "PUNCT", 3, "punct"),
    ]
    tokens = tuple(Token(w, s, s + len(w), w, pos, "", head, dep) for w, s, pos, head, dep in rows)
    parsed = [Sentence(split[0].span, 0, tokens)]
    assert [m.text for m in mentions(made, parsed, actors=ACTORS)] == ["Kenyan"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Kenya Kenyan president President foreign minister Jane Mwangi , . 's and of for the The officials Oslo "
            "in to from – ( ) Senate Trump both countries the two sides "
            "West - US U.S. \u200b \u202e İ ŉ ß Republic of China parliament news agency state "
            "media \n 42 said".split(" ")
        ),
        max_size=40,
    )
)
def test_spans_hold_their_words_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    assert all(m.span.of(text) == m.text and m.text for m in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(m.actor is not None or m.members or m.reason for m in found)
    assert found == read(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(m.span.of(text) == m.text for m in read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kenya " * 4000, id="one name over and over"),
        pytest.param("President " * 4000, id="one title"),
        pytest.param("Kenyan and " * 4000, id="an endless list"),
        pytest.param("A" * 200_000, id="one long word"),
        pytest.param("Aa " * 30_000, id="capitals"),
        pytest.param("Kenya and Uganda met. Both countries agreed. " * 400, id="many pairs"),
    ],
)
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    assert all(m.span.of(text) == m.text for m in read(text))
