"""Who is named where: states, bodies, persons, pairs; and what looks like them and is not."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.article import UNDATED, Article
from dragoman.model.reading import Mention, Sentence, Token
from dragoman.model.text import Span
from dragoman.ontology.actors import load_actors
from dragoman.reading.mentions import mentions
from dragoman.reading.places import places
from dragoman.reading.sentences import sentences

ACTORS = load_actors()


def article(text: str, *, outlet: str | None = None) -> tuple[Article, list[Sentence]]:
    made = Article(
        "a", outlet, None, None, (), UNDATED, None, "en", hashlib.sha256(text.encode()).hexdigest(), None, text
    )
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        found += [Sentence(Span("a", b, e), number) for b, e in sentences(text, at, at + len(line))]
        at += len(line) + 1
    return made, found


def read(text: str, *, outlet: str | None = None) -> tuple[Mention, ...]:
    made, split = article(text, outlet=outlet)
    return mentions(made, split, actors=ACTORS)


def told(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.actor.id if m.actor else None) for m in read(text)]


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
        pytest.param("The Berlin Film Festival opened and Air India flew.", id="a festival and an airline"),
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


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param("Tunisia and Libya signed. Both countries gain.", ("LBY", "TUN"), id="told together before"),
        pytest.param(
            "Accra met Abidjan's envoys. The Ghana-Togo pact binds the two nations.",
            ("GHA", "TGO"),
            id="the nearest and closest pair",
        ),
        pytest.param("Peru wrote to Chile. The two sides met.", ("CHL", "PER"), id="the two sides"),
        pytest.param("Kenya spoke.", None, id="nobody refers to a pair"),
    ],
)
def test_pairs(text: str, members: tuple[str, ...] | None) -> None:
    found = [m for m in read(text) if m.form == "reference"]
    assert [tuple(a.id for a in m.members) for m in found] == ([members] if members else [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kenya, Uganda and Rwanda met. Both countries agreed.", id="three states"),
        pytest.param("Both countries agreed.", id="nothing before"),
        pytest.param("Kenya spoke. Both nations agreed.", id="one state"),
    ],
)
def test_unclear_pairs_stay_open(text: str) -> None:
    found = [m for m in read(text) if m.form == "reference"]
    assert [(m.actor, m.members) for m in found] == [(None, ())]
    assert found[0].reason


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param("Chile met Peru. Fiji spoke. Chile wrote to Peru. Both sides agreed.", ("CHL", "PER"), id="last"),
        pytest.param("Chile met Peru. Fiji objected. Both sides agreed.", (), id="a third comes between"),
        pytest.param("Chile and Peru met Fiji. The two sides agreed.", (), id="three in the sentence before"),
        pytest.param(
            "Chad met rebels of Boko Haram, and Chad and Boko Haram signed in Niger. Both sides agreed.",
            ("BOKOHARAM", "TCD"),
            id="who fights a state is a side",
        ),
        pytest.param(
            "Chad met Niger. Chad and Boko Haram signed. Both countries agreed.",
            ("NER", "TCD"),
            id="but is no country",
        ),
        pytest.param(
            "Chile met Peru. Chile left Peru. Chile saw Peru. Fiji objected. Both nations agreed.",
            ("CHL", "PER"),
            id="a third hardly ever told",
        ),
        pytest.param("Chile met Peru, KUNA said. Both sides agreed.", ("CHL", "PER"), id="a medium is no side"),
    ],
)
def test_pairs_among_three(text: str, members: tuple[str, ...]) -> None:
    found = [m for m in read(text) if m.form == "reference"]
    assert [tuple(a.id for a in m.members) for m in found] == [members]
    assert members or found[0].reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Colombia’s Chamber of Representatives met.",
            ("Colombia’s Chamber of Representatives", "COL/legislature/house-of-representatives"),
            id="a possessive decides",
        ),
        pytest.param(
            "The Mexican House of Deputies met.",
            ("Mexican House of Deputies", "MEX/legislature/chamber-of-deputies"),
            id="an adjective decides, whatever the house is called",
        ),
        pytest.param(
            "The Chamber of Representatives of Jordan met.",
            ("Chamber of Representatives of Jordan", "JOR/legislature/house-of-representatives"),
            id="of decides",
        ),
        pytest.param(
            "Finland's Federation Council met.", ("Finland's Federation Council", None), id="never another state's"
        ),
        pytest.param(
            "Denmark's House of Representatives met.",
            ("Denmark's House of Representatives", None),
            id="one chamber, and not of that name",
        ),
        pytest.param("The House of Deputies met.", ("House of Deputies", None), id="no state"),
        pytest.param("Fiji spoke. The Chamber of Deputies met.", ("Chamber of Deputies", None), id="a state without"),
        pytest.param(
            "Chadian herders spoke to the National Assembly.",
            ("National Assembly", "TCD/legislature/national-assembly"),
            id="the only state of the article",
        ),
        pytest.param("Legislators in Riga met.", ("Legislators in Riga", "LVA/legislature"), id="in a capital"),
        pytest.param("The Senate in Warsaw met.", ("Senate in Warsaw", "POL/legislature/senate"), id="a chamber in"),
        pytest.param(
            "The lower house of the Polish parliament met.",
            ("lower house of the Polish parliament", "POL/legislature/sejm"),
            id="a house of a parliament",
        ),
        pytest.param(
            "The upper house of Fiji's parliament met.",
            ("upper house of Fiji's parliament", "FJI/legislature"),
            id="of a parliament that has but one house, the parliament",
        ),
        pytest.param("Danish MPs in Accra met.", ("Danish MPs", "DNK/legislature"), id="whose they are comes first"),
        pytest.param("Visiting MPs in Accra left.", ("Accra", "GHA"), id="visitors are not its own"),
        pytest.param(
            "Lawmakers in Kenya's capital met.", ("Kenya", "KEN"), id="in what is the state's, not in the state"
        ),
    ],
)
def test_chambers_by_their_state(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in told(text)
    assert all(m.reason for m in read(text) if m.actor is None)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        pytest.param(
            "The Danish foreign ministry spoke. “No,” the ministry said.", "ministry", "DNK/foreign-ministry", id="one"
        ),
        pytest.param(
            "The Danish and the Kenyan foreign ministry spoke. The Danish foreign ministry left. The ministry said no.",
            "ministry",
            None,
            id="two ministries",
        ),
        pytest.param(
            "The Danish foreign ministry met a fish ministry. The ministry left.", "ministry", None, id="one unplaced"
        ),
        pytest.param(
            "Chad's National Assembly sat. The assembly voted.",
            "assembly",
            "TCD/legislature/national-assembly",
            id="the same noun",
        ),
        pytest.param(
            "Chad's National Assembly sat. The Senate voted.",
            "Senate",
            "TCD/legislature/senate",
            id="the other chamber of the one state",
        ),
        pytest.param(
            "The UN General Assembly met Fiji's national assembly. The assembly left.", "assembly", None, id="two alike"
        ),
        pytest.param(
            "The European Parliament voted and the National Assembly of Chad did not. The parliament left.",
            "parliament",
            "EU/parliament",
            id="the one called so",
        ),
        pytest.param(
            "Kenyan President Jane Mwangi spoke. The president left.", "president", "person/jane-mwangi", id="a holder"
        ),
        pytest.param("Kenya's president spoke. The president left.", "president", "KEN/president", id="an office"),
        pytest.param(
            "Kenyan President Jane Mwangi met Fijian President Jone Vula. The president left.",
            "president",
            None,
            id="two presidents",
        ),
        pytest.param(
            "Kenyan President Jane Mwangi met a club president. The president left.", "president", None, id="a club's"
        ),
        pytest.param(
            "Danish Foreign Minister Ann Lee spoke. The minister left.", "minister", "person/ann-lee", id="a minister"
        ),
        pytest.param(
            "The German Foreign Office spoke in London. The Foreign Office left.",
            "Foreign Office",
            "DEU/foreign-ministry",
            id="an office by its own name",
        ),
    ],
)
def test_definite_words_refer_back(text: str, word: str, actor: str | None) -> None:
    found = [m for m in read(text) if m.text == word][-1]
    assert (found.actor.id if found.actor else None) == actor
    assert (found.reason is None) == (actor is not None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kenyan President Jane Mwangi spoke. The president of the club left.", id="of something"),
        pytest.param("Kenyan President Jane Mwangi spoke. The president-elect left.", id="elect"),
        pytest.param("Kenyan President Jane Mwangi spoke. The president's dog left.", id="a dog"),
        pytest.param("Kenyan Vice President Jane Mwangi spoke. The president left.", id="another office"),
        pytest.param("Former Kenyan President Jane Mwangi spoke. The president left.", id="no longer"),
        pytest.param("The president left. Kenyan President Jane Mwangi spoke.", id="named only after"),
    ],
)
def test_definite_words_that_refer_to_nobody_named(text: str) -> None:
    assert not [m for m in read(text) if m.text == "president"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The state news agency BelTA said so.", ("state news agency BelTA", "BLR/media/belta"), id="name"),
        pytest.param(
            "Egypt's state news agency MENA said so.",
            ("Egypt's state news agency MENA", "EGY/media/mena"),
            id="with its state",
        ),
        pytest.param(
            "Iran's state broadcaster, IRIB, said so.",
            ("Iran's state broadcaster, IRIB", "IRN/media/irib"),
            id="with a comma",
        ),
        pytest.param("News agency Interfax said so.", ("News agency Interfax", "outlet/interfax"), id="no state's"),
        pytest.param("Italian state news agency KUNA said so.", ("KUNA", "KWT/media/kuna"), id="of another state"),
        pytest.param("Trade of the MENA countries grew.", ("MENA", None), id="a region of the same letters"),
    ],
)
def test_media_by_name(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Danish Energy Minister Ann Lee and her Greek counterpart, Nikos Pappas, met.",
            [("Greek counterpart", "person/nikos-pappas"), ("Nikos Pappas", "person/nikos-pappas")],
            id="with a comma",
        ),
        pytest.param(
            "Danish Energy Minister Ann Lee met her Greek counterpart Nikos Pappas.",
            [("Greek counterpart Nikos Pappas", "person/nikos-pappas")],
            id="without",
        ),
        pytest.param(
            "Danish Energy Minister Ann Lee met her Greek counterpart.",
            [("Greek counterpart", "GRC/energy-minister")],
            id="the same office without a name",
        ),
        pytest.param("She met her Greek counterpart.", [("Greek", "GRC")], id="no office was told"),
    ],
)
def test_counterparts(text: str, expected: list[tuple[str, str]]) -> None:
    found = told(text)
    assert [f for f in found if "Danish" not in f[0]] == expected
    assert all(m.actor.country == "GRC" for m in read(text) if m.actor and "Pappas" in m.text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("“We agree,” said Ola Berg, who heads a committee.", "Ola Berg", id="after the verb"),
        pytest.param("“We agree,” Ola Berg told them.", "Ola Berg", id="before the verb"),
        pytest.param("“We agree,” said Human Rights Watch.", None, id="an organisation"),
        pytest.param("“We agree,” said Berg.", None, id="one word"),
        pytest.param("“We agree.” Ola Berg left.", None, id="no verb of speech"),
    ],
)
def test_speakers_without_title(text: str, name: str | None) -> None:
    found = [m for m in read(text) if m.actor and m.actor.kind == "person"]
    assert [m.text for m in found] == ([name] if name else [])
    assert all(m.actor and m.actor.country is None and m.reason for m in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The European Community met.", [("European Community", "EU")], id="what the Union was"),
        pytest.param("Bosnian Serbs voted.", [("Bosnian Serbs", "BIH/serbs")], id="not another state's people"),
        pytest.param("Serbs voted.", [("Serbs", "SRB/people")], id="a people of its own state"),
        pytest.param("Republika Srpska voted.", [("Republika Srpska", "BIH/republika-srpska")], id="an entity"),
        pytest.param("The Emirates agreed.", [("The Emirates", "ARE")], id="short for a long name"),
        pytest.param("An Emirates flight left.", [("Emirates", None)], id="an airline"),
        pytest.param("Macedonia voted.", [("Macedonia", "MKD")], id="a former name"),
        pytest.param("He left Central Macedonia.", [("Macedonia", None)], id="a region of Greece"),
        pytest.param("Congolese troops fled M23.", [("Congolese troops", "COD/military"), ("M23", "M23")], id="a foe"),
    ],
)
def test_names_that_hold_other_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


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
