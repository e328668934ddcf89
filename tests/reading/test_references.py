"""Pairs, chambers, definite words, media and counterparts: names that other words of the text settle."""

import pytest
from tests.reading.named import read, told


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
        pytest.param(
            "Chad told Mali and Niger that it would pay. Both nations agreed.",
            ("MLI", "NER"),
            id="two told together, not who tells",
        ),
        pytest.param(
            "Peru and Chile met. Qatar offered to mediate. The two sides left.", ("CHL", "PER"), id="a mediator"
        ),
        pytest.param("Peru and the IMF met. The two sides left.", ("IMF", "PER"), id="an organisation is a side"),
        pytest.param(
            "Peru and Chile met. The two downstream states left.", ("CHL", "PER"), id="any word that describes"
        ),
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
        pytest.param("Chad called the envoys of Mali and Niger. Both sides left.", id="sides of two quarrels"),
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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("The envoy left Cairo on Friday. ", True, id="a city that is left"),
        pytest.param("The envoy left Cairo without aid.", False, id="near miss: a government left with nothing"),
        pytest.param("EU envoys signed in Brussels on Friday.", True, id="a seat where something happens"),
        pytest.param("EU envoys blamed Brussels on Friday.", False, id="near miss: a seat that is blamed"),
    ],
)
def test_cities_that_are_places(text: str, place: bool) -> None:
    assert next(m for m in read(text) if m.text in ("Cairo", "Brussels")).place is place


def test_the_ministry_is_one_that_is_called_so() -> None:
    text = "Chile's trade ministry spoke. Peru's agriculture department left. The ministry said no."
    assert [m.actor.id for m in read(text) if m.text == "ministry" and m.actor] == ["CHL/trade-ministry"]
