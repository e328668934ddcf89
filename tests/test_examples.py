"""What is planted in the example articles shows, and reading them in any order gives the same bytes."""

import json

import pytest

import dragoman

EXAMPLES = dragoman.examples()
FILES = sorted(path for path in EXAMPLES.rglob("*") if path.is_file())
HAPPENINGS = {
    "iran-russia": {"Caspian Dispatch", "Harbour Gazette", "Meridian Herald"},
    "uruguay-chile": {"Delta Morning", "Estuary Post", "Ribera Courier", "Southern Cable"},
    "latvia-belarus": {"Amber Coast News", "Continental Ledger", "Lakeland Observer"},
}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with dragoman.open(tmp_path_factory.mktemp("examples") / "demo.db") as held:
        run = held.read(EXAMPLES)
        assert (run.read, run.unread, run.skipped, run.failed) == (10, 0, 0, 0)
        yield held


@pytest.fixture(scope="module")
def brief(record):
    """The brief with every stretch of space as one blank, so that a test does not depend on where lines are cut."""
    return " ".join(record.brief().split())


def article(record, outlet):
    return next(a for a in record.articles if a.outlet == outlet)


def agreement(record, *parties):
    return next(a for a in record.agreements if a.parties == parties and a.votes)


def step(record, act, actor, *parties):
    """The step of an agreement by a body or, where the act has none, by the parties."""
    found = agreement(record, *parties).steps
    return next(s for s in found if s.act == act and actor in (s.body, *s.parties) and s.stance == "actual")


def findings(record, kind, field=None):
    return [f for f in record.findings if f.kind == kind and field in (None, f.about.field)]


def values(finding):
    return {side.value for side in finding.sides}


# how they come


@pytest.mark.parametrize("outlets", [pytest.param(o, id=h) for h, o in HAPPENINGS.items()])
def test_each_happening_is_one_story(record, outlets):
    ids = {article(record, outlet).id for outlet in outlets}
    assert ids in [set(story.articles) for story in record.stories]


@pytest.mark.parametrize(
    ("outlet", "published", "basis", "byline"),
    [
        pytest.param(
            "Meridian Herald", "2025-05-21", "modified", ("Leyla Danesh",), id="an update stamp among the chrome"
        ),
        pytest.param("Harbour Gazette", "2025-05-21", "metadata", ("Ines Calloway",), id="JSON-LD"),
        pytest.param("Caspian Dispatch", "2025-05-21", "story", (), id="no date: the others date its Wednesday"),
        pytest.param("Ribera Courier", "2025-08-14", "metadata", ("Tomás Arriaga",), id="JSON-LD in a graph"),
        pytest.param("Estuary Post", "2025-08-15", "text", ("Marta Quiroga",), id="posted on, by"),
        pytest.param(
            "Continental Ledger",
            "2025-10-11",
            "metadata",
            ("Hugo Lindqvist-Ferrer", "Anna Wolska-Reid"),
            id="JSON-LD in a list, two authors",
        ),
    ],
)
def test_the_head_of_an_article(record, outlet, published, basis, byline):
    found = article(record, outlet)
    assert (found.published.earliest, found.published.basis, found.byline) == (published, basis, byline)


@pytest.mark.parametrize(
    "clutter",
    ["148 Views", "Please share", "Leave a Reply", "All rights reserved", "We use cookies", "newsletter", "Most read",
     "3 Comments", "Follow us", "Related Articles", "Log in", "Freight rates", "Dockers in Punta Arenas"],
)  # fmt: skip
def test_clutter_is_not_in_the_text(record, clutter):
    assert any(clutter in path.read_text(encoding="utf-8") for path in FILES)
    assert [a.outlet for a in record.articles if clutter in a.text] == []


# Iran and Russia


def test_the_treaty_as_told_by_all(record):
    treaty = agreement(record, "IRN", "RUS")
    assert treaty.term == "P20Y"
    signed = step(record, "signed", "IRN", "IRN", "RUS")
    assert signed.when.edtf == "2025-01-17"
    assert [place.name for place in signed.where] == ["Moscow"]
    assert len({r.article for r in record.reports if r.id in signed.reports}) == 3


@pytest.mark.parametrize(
    ("body", "when"),
    [
        pytest.param("RUS/legislature/state-duma", "2025-04", id="the State Duma in April"),
        pytest.param("IRN/legislature", "2025-05-21", id="the Majlis on Wednesday"),
    ],
)
def test_ratified_is_kept_as_said_of_what_a_chamber_approved(record, body, when):
    approved = step(record, "approved", body, "IRN", "RUS")
    assert approved.when.edtf == when
    assert "ratified" in approved.as_said
    assert not [s for s in agreement(record, "IRN", "RUS").steps if s.act == "ratified" and s.stance == "actual"]


def test_ten_of_those_present_are_not_accounted_for(record, brief):
    (vote,) = [v for v in record.votes if v.body == "IRN/legislature"]
    assert (vote.yes, vote.no, vote.abstain, vote.present, vote.arithmetic.difference) == (191, 8, 3, 212, 10)
    assert "∑ 191 for, 8 against and 3 abstaining are 202; of the 212 present ten are not accounted for" in brief


def test_mutual_defence_is_left_out_by_more_than_one_account(record):
    out = [p for p in agreement(record, "IRN", "RUS").provisions if p.obligation == "excluded"]
    told = {r.article for p in out for r in record.reports if r.id in p.reports}
    assert len(told) >= 2
    agreed = [f for f in findings(record, "agrees", "obligation") if f.about.id in {p.id for p in out}]
    assert {a for f in agreed for side in f.sides for a in side.articles} <= told


def test_the_drones_are_not_told_as_fact(record):
    supplied = [e for e in record.events if e.type == "AID" and "IRN" in e.actors and "RUS" in e.recipients]
    assert supplied
    assert {e.stance for e in supplied} <= {"alleged", "denied"}
    denied = {e for f in findings(record, "denied") for e in [f.about.id]}
    assert denied & {e.id for e in supplied}


# Uruguay and Chile


def test_the_count_of_the_vote_differs(record, brief):
    assert {"67", "68"} in [values(f) for f in findings(record, "differs", "yes")]
    assert "≠ 67 for in" in brief


def test_the_day_of_the_signing_differs(record, brief):
    days = [values(f) for f in findings(record, "differs", "when")]
    assert any({"2025-03-11", "2025-03-12"} <= told for told in days)
    assert "≠ signed by Chile and Uruguay in Santiago – the accounts differ, see below" in brief


def test_a_reprint_adds_no_origin(record):
    both = {article(record, "Southern Cable").id, article(record, "Delta Morning").id}
    reprinted = [f for f in findings(record, "same_origin") if {a for s in f.sides for a in s.articles} == both]
    assert len(reprinted) == 1
    events = [e for e in record.events if set(e.articles) == both and not e.origins.sources[0].actor]
    assert all(e.origins.high <= 1 for e in events)


def test_the_headline_has_the_state_ratify_where_the_text_has_a_chamber(record):
    outlets = {a for f in findings(record, "headline_overstates") for side in f.sides for a in side.articles}
    assert article(record, "Southern Cable").id in outlets
    done = [s for s in agreement(record, "CHL", "URY").steps if s.act == "ratified" and s.stance == "actual"]
    assert [s for s in done if "CHL" in s.parties] == []


def test_what_the_constitution_still_asks_for_is_told(record, brief):
    (status,) = [s for s in agreement(record, "CHL", "URY").status if s.party == "URY"]
    assert status.act == "approved"
    assert "Constitution of Uruguay, art. 168(20)" in [m.source for m in status.missing]
    assert "Constitution of Uruguay, art. 168(20)" in brief


@pytest.mark.parametrize(
    ("obligation", "words"),
    [
        pytest.param("permitted", "Punta Arenas", id="the port may be used"),
        pytest.param("forbidden", "stationing of troops", id="no troops"),
        pytest.param("excluded", "military cooperation", id="no military cooperation"),
        pytest.param("included", "scientific expeditions", id="expeditions"),
    ],
)
def test_provisions(record, obligation, words):
    found = agreement(record, "CHL", "URY").provisions
    assert [p.text for p in found if p.obligation == obligation and words in p.text]


def test_a_vote_of_the_other_chamber_did_not_happen(record):
    senate = [s for s in agreement(record, "CHL", "URY").steps if s.body == "URY/legislature/senate"]
    assert all(s.stance != "actual" for s in senate)


# Latvia and Belarus


@pytest.mark.parametrize(
    ("who", "whom"), [pytest.param("LVA", "BLR", id="Latvia first"), pytest.param("BLR", "LVA", id="then Belarus")]
)
def test_expulsions_with_their_roles(record, who, whom):
    expelled = [e for e in record.events if (e.type, e.mode) == ("SANCTION", "expel") and who in "".join(e.actors)]
    assert expelled
    assert all(r.startswith(whom) for e in expelled for r in e.recipients)


def test_the_number_of_diplomats_differs(record):
    assert {"2", "3"} in [values(f) for f in findings(record, "differs", "quantity")]


def test_the_reply_is_corroborated_by_a_bystander(record, brief):
    (found,) = findings(record, "corroborated")
    told = {a for side in found.sides for a in side.articles}
    assert told == {article(record, "Continental Ledger").id, article(record, "Lakeland Observer").id}
    assert "the Lithuanian Foreign Ministry" in found.because
    assert "● expulsion, Belarus → Latvian government" in brief


def test_what_is_possible_is_not_told_as_fact(record):
    europe = [e for e in record.events if e.type == "SANCTION" and "EU" in e.actors]
    assert europe
    assert {e.stance for e in europe} <= {"possible", "planned"}


def test_nobody_accuses_the_wrong_state(record):
    accused = [e for e in record.events if e.type == "ACCUSE" and e.mode == "allege" and e.stance == "actual"]
    pairs = {(a[:3], r[:3]) for e in accused for a in e.actors for r in e.recipients}
    assert ("LVA", "BLR") in pairs
    assert not {("BLR", "LVA"), ("IRN", "UKR"), ("RUS", "UKR"), ("URY", "ARG")} & pairs


# the record as a whole


def test_every_line_of_the_brief_cites_a_sentence_that_is_there(record):
    texts = {a.outlet: " ".join(a.text.split()) for a in record.articles}
    for story in json.loads(record.brief_json())["stories"]:
        cited = {c["number"]: c for c in story["citations"]}
        assert cited
        for section in story["sections"]:
            for line in section["lines"]:
                assert set(line["cites"]) <= set(cited)
        for citation in cited.values():
            assert " ".join(citation["sentence"].split()) in texts[citation["outlet"]]


def exported(folder, *reads):
    with dragoman.open(folder / "r.db") as held:
        for targets in reads:
            held.read(*targets)
        return {path.name: path.read_bytes() for path in held.export("jsonl", folder / "out")}


def test_reading_in_any_order_gives_the_same_export(tmp_path):
    for name in ("forth", "back", "apart"):
        (tmp_path / name).mkdir()
    folders = [EXAMPLES / name for name in sorted(HAPPENINGS)]
    forth = exported(tmp_path / "forth", folders)
    assert exported(tmp_path / "back", folders[::-1]) == forth
    assert exported(tmp_path / "apart", *([folder] for folder in (folders[1], folders[2], folders[0]))) == forth
