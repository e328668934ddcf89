"""Phrases for actors: sectors of society, parties and companies, regions, those who held an office, near misses."""

import pytest
from tests.reading.named import read, told


def actor_of(text: str) -> tuple[str, str | None, tuple[str, ...]] | None:
    """Return the first actor of a text."""
    found = next((m.actor for m in read(text) if m.actor), None)
    return (found.id, found.country, found.sector) if found else None


@pytest.mark.parametrize(
    ("text", "actor", "sector"),
    [
        pytest.param("Kenyan miners struck.", "KEN/labour", "LAB", id="workers"),
        pytest.param("Kenyan herdsmen struck.", "KEN/farmers", "AGR", id="a plural in -men"),
        pytest.param("Kenyan parties met.", "KEN/party", "PTY", id="a plural in -ies"),
        pytest.param("Kenyan churches protested.", "KEN/clergy", "REL", id="a plural in -es"),
        pytest.param("Chadian refugees left.", "TCD/refugees", "REF", id="refugees"),
        pytest.param("Thai students marched.", "THA/students", "EDU", id="students"),
        pytest.param("Peruvian doctors struck.", "PER/medics", "MED", id="doctors"),
        pytest.param("Somali pirates fled.", "SOM/criminals", "CRM", id="criminals"),
        pytest.param("A Turkish frigate sailed.", "TUR/military", "MIL", id="a ship of war"),
        pytest.param("Kenya's police chief resigned.", "KEN/police-chief", "COP", id="an office of the police"),
        pytest.param("The former president of Malawi left.", "MWI/elites", "ELI", id="held an office"),
        pytest.param("Peru's ousted premier left.", "PER/elites", "ELI", id="was put out of it"),
        pytest.param("The president of Malawi left.", "MWI/president", "GOV", id="holds it"),
        pytest.param("Former Kenyan rebels met.", "KEN/rebels", "REB", id="who held none is no former official"),
        pytest.param("The head of the Swedish navy met us.", "SWE/military", "MIL", id="the head of a body"),
        pytest.param(
            "The speaker of the Polish Sejm met us.", "POL/parliament-speaker", "LEG", id="the speaker of a chamber"
        ),
        pytest.param("Workers at a Korean bank left Seoul.", "KOR/labour", "LAB", id="who works there is no bank"),
        pytest.param("Abkhazia voted.", "GEO/abkhazia", "PRE", id="partly recognised"),
        pytest.param("The Reserve Bank of India met.", "IND/central-bank", "GOV", id="a central bank by its name"),
        pytest.param("MONUSCO left.", "UN/monusco", "IGO", id="a mission"),
        pytest.param("The Lebanese Red Cross left.", "LBN/charities", "NGO", id="a state's Red Cross"),
        pytest.param("The Red Cross left.", "ICRC", "NGO", id="the Red Cross"),
        pytest.param("Russia's UN ambassador left.", "RUS/envoy", "GOV", id="who is sent to an organisation"),
        pytest.param("Russian journalist Jane Doe left.", "person/jane-doe", "JRN", id="a person by trade"),
        pytest.param("Petrobras paid.", "BRA/petrobras", "BUS", id="a company"),
        pytest.param("Britain's Labour Party met.", "GBR/labour-party", "PTY", id="a party's state is told"),
        pytest.param("Norway voted and the Labour Party won.", "NOR", None, id="the state before its party"),
    ],
)
def test_sector(text: str, actor: str, sector: str | None) -> None:
    found = actor_of(text)
    assert found is not None
    assert (found[0], next(iter(found[2]), None)) == (actor, sector)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Chechen rebels left.", "RUS/rebels", id="a people of a region"),
        pytest.param("Catalonia's president resigned.", "ESP/official", id="a region's president is not the state's"),
        pytest.param("The governor of Texas resigned.", "USA/official", id="the governor of a region"),
        pytest.param("The Tibetan government left.", "CHN/official", id="a region's government is not the state's"),
        pytest.param("Protesters in Lagos left.", "NGA/people", id="who lives in a city"),
        pytest.param("Istanbul police left.", "TUR/police", id="a city's police"),
        pytest.param("Texas Governor Jane Doe left.", "person/jane-doe", id="a governor by name"),
    ],
)
def test_region(text: str, actor: str) -> None:
    found = actor_of(text)
    assert found is not None
    assert found[0] == actor


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Pro-Kenyan rebels left.", id="who is for a state is not its own"),
        pytest.param("Soldiers in Lagos left.", id="soldiers in a city may be anybody's"),
        pytest.param("The Labour Party won.", id="a party of many states"),
        pytest.param("A former Soviet republic voted.", id="what was part of a state is not the state"),
        pytest.param("The Election Commission met.", id="not the European one"),
        pytest.param("Ethnic Albanian rebels left.", id="whose language is a state's is mostly another's"),
        pytest.param("A church in Lebanon, Pennsylvania, voted.", id="a town of the United States"),
        pytest.param("Kurdish rebels left.", id="a people of several states"),
        pytest.param("An official Twitter account said so.", id="an account is no company"),
    ],
)
def test_near_miss(text: str) -> None:
    assert actor_of(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenya-backed militias left.", [("Kenya", "KEN")], id="who is backed by a state is not told with it"
        ),
        pytest.param(
            "The European Union met. The Commission agreed.",
            [("European Union", "EU"), ("Commission", "EU/commission")],
            id="the Commission, of the Union",
        ),
        pytest.param(
            "Chile voted. Santiago refused the offer of Peru.",
            [("Chile", "CHL"), ("Peru", "PER")],
            id="a capital of many names needs the parse to act",
        ),
        pytest.param(
            "General Jane Doe, the Kenyan army chief, left.",
            [("General Jane Doe", "person/jane-doe"), ("Kenyan army chief", "person/jane-doe")],
            id="a rank before, an office after",
        ),
        pytest.param(
            "Deputy Foreign Minister Said Rahimi of Chad left.",
            [("Deputy Foreign Minister Said Rahimi", "person/said-rahimi"), ("Chad", "TCD")],
            id="a first name that is a verb too",
        ),
        pytest.param(
            "Australian Foreign Minister Julie Bishop left.",
            [("Australian Foreign Minister Julie Bishop", "person/julie-bishop")],
            id="a surname that is a title too",
        ),
    ],
)
def test_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected
