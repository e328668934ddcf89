"""The table of actors: ids, names, offices on a date, seats, members."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import UnknownName
from dragoman.ontology.actors import ActorTable, load_actors

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return load_actors()


@pytest.mark.parametrize(
    ("alias", "actor", "form"),
    [
        pytest.param("Kenya", "KEN", "name", id="a short name"),
        pytest.param("Kenyan", "KEN", "adjective", id="an adjective"),
        pytest.param("Kenyans", "KEN/people", "demonym", id="a people is not its state"),
        pytest.param("Nairobi", "KEN", "capital", id="a capital"),
        pytest.param("Dutch", "NLD", "adjective", id="an adjective of its own stem, not Aruba's"),
        pytest.param("Holland", "NLD", "name", id="a part for the whole"),
        pytest.param("Burma", "MMR", "name", id="a former name"),
        pytest.param("Ivory Coast", "CIV", "name", id="an English name"),
        pytest.param("Côte d’Ivoire", "CIV", "name", id="a curly apostrophe"),
        pytest.param("Türkiye", "TUR", "name", id="with its letters"),
        pytest.param("Turkiye", "TUR", "name", id="without accents"),
        pytest.param("Kiev", "UKR", "capital", id="a capital as it was spelt"),
        pytest.param("DPRK", "PRK", "name", id="an abbreviation"),
        pytest.param("Republic of China", "TWN", "name", id="not the People's Republic"),
        pytest.param("PRC", "CHN", "name", id="the People's Republic"),
        pytest.param("Kosovo", "XKX", "name", id="no ISO code"),
        pytest.param("Downing Street", "GBR/government", "metonym", id="a street for a government"),
        pytest.param("Quai d'Orsay", "FRA/foreign-ministry", "metonym", id="a quay for a ministry"),
        pytest.param("Pentagon", "USA/defence-ministry", "metonym", id="a shape for a ministry"),
        pytest.param("Knesset", "ISR/legislature", "name", id="one chamber is the legislature"),
        pytest.param("Sejm", "POL/legislature/sejm", "name", id="one chamber of two"),
        pytest.param("Lok Sabha", "IND/legislature/lok-sabha", "name", id="a chamber by its own name"),
        pytest.param("Federation Council", "RUS/legislature/federation-council", "name", id="an upper house"),
        pytest.param("Majlis", "IRN/legislature", "name", id="the word alone is Iran's"),
        pytest.param("African Union", "AU", "name", id="an organisation"),
        pytest.param("the West", "group/the-west", "name", id="a group is named"),
        pytest.param("European Communities", "EU", "name", id="what an organisation was called"),
        pytest.param("Khovar", "TJK/media/khovar", "name", id="a state's news agency"),
        pytest.param("Bosnian Serbs", "BIH/serbs", "name", id="a people of one state named after another"),
        pytest.param("Hezbollah", "HEZBOLLAH", "name", id="an armed group"),
    ],
)
def test_alias_means_one_thing(actors: ActorTable, alias: str, actor: str, form: str) -> None:
    assert [(s.actor, s.form) for s in actors.lookup(alias)] == [(actor, form)]


@pytest.mark.parametrize("alias", ["us", "turkey", "Turkeys", "none", "chad", "The", "May", "", "*"])
def test_near_miss_is_no_alias(actors: ActorTable, alias: str) -> None:
    assert actors.lookup(alias) == ()


@pytest.mark.parametrize("alias", ["Senate", "National Assembly", "Korea", "Congo", "Brussels"])
def test_ambiguous_alias_keeps_all_its_meanings(actors: ActorTable, alias: str) -> None:
    assert len(actors.lookup(alias)) > 1


def test_numbers_differ_where_the_lists_do(actors: ActorTable) -> None:
    assert (actors.get("DEU").cow, actors.get("DEU").gw) == (255, 260)
    assert (actors.get("KEN").cow, actors.get("KEN").gw) == (501, 501)
    assert (actors.get("PSE").cow, actors.get("PSE").gw) == (None, None)


def test_unknown_actor_says_how_ids_look(actors: ActorTable) -> None:
    for stranger in ("ZZZ", "KEN/ministry-of-magic", "NATO/foreign-ministry", ""):
        with pytest.raises(UnknownName, match="ids look like"):
            actors.get(stranger)


@pytest.mark.parametrize(
    ("actor", "name", "kind", "sector"),
    [
        pytest.param(
            "KEN/foreign-ministry", "Kenyan foreign ministry", "body", ("GOV",), id="every state has a foreign ministry"
        ),
        pytest.param("KEN/military", "Kenyan military", "body", ("MIL",), id="an army"),
        pytest.param("KEN/president", "Kenyan president", "office", ("GOV",), id="an office"),
        pytest.param("KEN/police", "Kenyan police", "body", ("COP",), id="police"),
        pytest.param("KEN/media", "Kenyan state media", "organisation", ("JRN", "GOV"), id="state media"),
    ],
)
def test_offices_of_any_state(actors: ActorTable, actor: str, name: str, kind: str, sector: tuple[str, ...]) -> None:
    found = actors.get(actor)
    assert (found.name, found.kind, found.sector, found.country) == (name, kind, sector, "KEN")


@pytest.mark.parametrize(
    ("state", "chambers"),
    [
        pytest.param("SWE", ["SWE/legislature"], id="one chamber"),
        pytest.param("CZE", ["CZE/legislature/chamber-of-deputies", "CZE/legislature/senate"], id="two chambers"),
        pytest.param("RUS", ["RUS/legislature/state-duma", "RUS/legislature/federation-council"], id="the lower first"),
        pytest.param(
            "AFG",
            ["AFG/legislature/wolesi-jirga", "AFG/legislature/meshrano-jirga"],
            id="by hand where the source has none",
        ),
    ],
)
def test_chambers(actors: ActorTable, state: str, chambers: list[str]) -> None:
    parliament = actors.legislature(state)
    assert parliament is not None
    assert [c.id for c in parliament.chambers] == chambers
    assert parliament.whole.id == f"{state}/legislature"


def test_no_legislature_known(actors: ActorTable) -> None:
    assert actors.legislature("ATA") is None
    assert actors.body("ATA", "legislature") is None


@pytest.mark.parametrize(
    ("owner", "slug", "body"),
    [
        pytest.param("POL", "legislature/lower", "POL/legislature/sejm", id="the lower house"),
        pytest.param("SWE", "legislature/lower", "SWE/legislature", id="the only house"),
        pytest.param("SWE", "legislature/upper", None, id="no upper house"),
        pytest.param("NATO", "government", "NATO", id="an organisation's officials are its own"),
    ],
)
def test_body_of(actors: ActorTable, owner: str, slug: str, body: str | None) -> None:
    found = actors.body(owner, slug)
    assert (found.id if found else None) == body


@pytest.mark.parametrize(
    ("chamber", "on", "seats"),
    [
        pytest.param("POL/legislature/sejm", date(2025, 3, 1), 460, id="since the last election"),
        pytest.param("POL/legislature/sejm", date(1995, 3, 1), None, id="not known for then"),
        pytest.param("USA/legislature/senate", date(2025, 3, 1), 100, id="an upper house"),
        pytest.param("AFG/legislature/wolesi-jirga", date(2025, 3, 1), None, id="none known"),
        pytest.param("NATO", date(2025, 3, 1), None, id="no chamber"),
    ],
)
def test_seats_are_known_for_a_time(actors: ActorTable, chamber: str, on: date, seats: int | None) -> None:
    assert actors.seats(chamber, on) == seats


@pytest.mark.parametrize(
    ("office", "on", "holder"),
    [
        pytest.param("FRA/president", date(2016, 6, 1), "person/francois-hollande", id="by our own list"),
        pytest.param("FRA/president", date(2025, 9, 1), "person/emmanuel-macron", id="by the Factbook"),
        pytest.param(
            "JPN/prime-minister", date(2026, 5, 1), "person/sanae-takaichi", id="by the newer list of leaders"
        ),
        pytest.param("USA/president", date(2021, 1, 20), "person/joe-biden", id="on the day of change the new one"),
        pytest.param("USA/president", date(2021, 1, 19), "person/donald-trump", id="the day before, the old one"),
        pytest.param("ROU/prime-minister", date(2015, 1, 1), None, id="a misprint of the source is put right"),
        pytest.param("KEN/president", date(1999, 1, 1), None, id="before the table begins"),
        pytest.param("KEN/president", date(2040, 1, 1), None, id="after the table ends"),
        pytest.param("TUR/foreign-minister", date(2024, 2, 1), "person/hakan-fidan", id="a minister"),
        pytest.param("NATO/secretary-general", date(2025, 2, 1), "person/mark-rutte", id="of an organisation"),
        pytest.param("KEN/archchancellor", date(2025, 1, 1), None, id="no such office"),
    ],
)
def test_holder(actors: ActorTable, office: str, on: date, holder: str | None) -> None:
    found = actors.holder(office, on)
    assert (found.id if found else None) == holder


def test_offices_of_a_person(actors: ActorTable) -> None:
    assert actors.offices_of("person/mark-rutte") == ("NATO/secretary-general", "NLD/prime-minister")
    assert actors.offices_of("person/mark-rutte", date(2020, 1, 1)) == ("NLD/prime-minister",)


def test_members(actors: ActorTable) -> None:
    assert len(actors.members("NATO")) == 32
    assert "GBR" not in actors.members("EU")
    assert len(actors.members("EU")) == 27
    assert actors.members("AES") == ("BFA", "MLI", "NER")
    assert actors.members("KEN") == ()


@pytest.mark.parametrize(
    ("medium", "owner"),
    [
        pytest.param("CHN/media/xinhua", "CHN", id="a state's agency"),
        pytest.param("BLR/media", "BLR", id="a state's media at large"),
        pytest.param("outlet/reuters", None, id="an independent agency"),
        pytest.param("outlet/yonhap", None, id="an agency of a state's newspapers"),
    ],
)
def test_owner_of_media(actors: ActorTable, medium: str, owner: str | None) -> None:
    assert actors.owner_of_media(medium) == owner
    assert actors.get(medium).sector[0] == "JRN"


def test_state_of(actors: ActorTable) -> None:
    assert actors.state_of("IND/legislature/lok-sabha") == "IND"
    assert actors.state_of("NATO") is None
    assert actors.state_of("HOUTHIS") == "YEM"


def test_every_alias_leads_to_an_actor(actors: ActorTable) -> None:
    for alias in actors.aliases():
        for sense in actors.lookup(alias):
            assert actors.get(sense.actor).id == sense.actor


def test_every_row_resolves(actors: ActorTable) -> None:
    for key in actors.ids():
        actor = actors.get(key)
        assert actor.name
        assert actor.country is None or actors.get(actor.country).kind == "state"


def test_every_term_names_a_person_and_runs_forward(actors: ActorTable) -> None:
    content = json.loads((ROOT / "src/dragoman/ontology/actors/table.json").read_text(encoding="utf-8"))
    for office in content["terms"]:
        for term in actors.terms(office):
            assert actors.get(term.person).kind == "person"
            assert term.start <= (term.end or term.known_to)


def test_states_stand_whole(actors: ActorTable) -> None:
    states = [actors.get(k) for k in actors.ids() if actors.get(k).kind == "state"]
    assert len(states) >= 240
    assert all(len(s.id) == 3 and s.country == s.id for s in states)


def test_the_table_is_what_the_tool_makes(tmp_path: Path) -> None:
    script = (
        "import sys, json; sys.path.insert(0, 'tools')\n"
        "from compile_actors import ACTORS, compile_table, write\n"
        "from pathlib import Path\n"
        f"write(Path({str(tmp_path / 'table.json')!r}), compile_table(ACTORS))\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    assert (tmp_path / "table.json").read_bytes() == (ROOT / "src/dragoman/ontology/actors/table.json").read_bytes()
