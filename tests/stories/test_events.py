from dataclasses import replace

import pytest

from dragoman.model.report import Link, Role
from tests.stories import make_reports as make

SAID = "Turkey has shipped armoured cars to Libya."
CLAIM = "Egypt accused Turkey of sending armoured vehicles and cars to Libya, which Ankara denies."
ONE = make.account("Gulf Mirror", "Armoured cars in Tripoli", SAID, "Turkish engineers rebuilt a port in Libya.")
OTHER = make.account("Nile Herald", "Egypt accuses Turkey over Libya cars", CLAIM)


def shipped(**fields):
    return make.event(ONE, SAID, "AID", "TUR", "LBY", "armoured cars", **fields)


def claimed(**fields):
    fields = {"object": "armoured vehicles and cars", "actors": "TUR", "recipients": "LBY", "stance": "alleged",
              "via": ("EGY",), **fields}  # fmt: skip
    return make.event(OTHER, CLAIM, fields.pop("type", "AID"), **fields)


@pytest.mark.parametrize(
    ("other", "many"),
    [
        pytest.param({}, 1, id="one supply, held differently"),
        pytest.param({"type": "ASSAULT"}, 2, id="another type"),
        pytest.param({"recipients": "SYR"}, 2, id="another recipient"),
        pytest.param({"actors": "QAT"}, 2, id="another actor"),
        pytest.param({"actors": "TUR/government"}, 1, id="a government for its state"),
        pytest.param({"object": "food"}, 2, id="another object"),
        pytest.param({"when": make.day("2019")}, 2, id="another year"),
        pytest.param(
            {"stance": "planned", "object": "new cars"}, 1, id="planned by one, done by the other: cars in both"
        ),
        pytest.param(
            {"stance": "planned", "object": "six new cars for police"}, 1, id="short objects weigh by the shorter"
        ),
    ],
)
def test_identity(other, many):
    assert len(make.grouped(ONE, OTHER, shipped(when=make.day("2024")), claimed(**other)).events) == many


def test_the_weakest_stance_is_shown_and_all_are_kept():
    (event,) = make.grouped(ONE, OTHER, shipped(), claimed()).events
    assert event.stance == "alleged"
    assert [s.stance for s in event.stances] == ["alleged", "actual"]
    assert (event.actors, event.recipients, event.quad) == (("TUR",), ("LBY",), 2)


def test_two_things_of_one_article_without_objects_stay_two():
    port = make.event(ONE, "Turkish engineers rebuilt a port in Libya.", "AID", "TUR", "LBY")
    assert len(make.grouped(ONE, shipped(), port).events) == 2


def test_a_step_decides_for_its_event():
    sentences = ("The Mazhilis ratified the treaty.", "Deputies gave their assent.")
    article = make.account("The Steppe Courier", "Mazhilis ratifies treaty", *sentences)
    steps = [make.step(article, s, body="KAZ/legislature/mazhilis", parties=("KAZ", "UZB")) for s in sentences]
    events = [
        make.event(article, s, "SUPPORT", "KAZ/legislature/mazhilis", links=(Link("same_act", step.id),))
        for s, step in zip(sentences, steps, strict=True)
    ]
    (event,) = make.grouped(article, *steps, *events).events
    assert len(event.reports) == 2


def test_a_denial_denies_the_event():
    claim = claimed()
    denial = make.statement(OTHER, "which Ankara denies", "TUR", links=make.denies(claim))
    grouping = make.grouped(OTHER, claim, denial)
    assert grouping.statements[0].denies == (grouping.events[0].id,)
    assert grouping.statements[0].about == (grouping.events[0].id,)


SUPPLIER = "Turkey has been a key supplier of armoured cars to Libya."
KEY = make.account("Lake Post", "Who arms Tripoli", SUPPLIER)


def supplier(one="TUR", other="LBY", thing="armoured cars", kind="supply", **fields):
    report = make.relation(KEY, SUPPLIER, kind, one, other, **fields)
    return replace(report, roles=(*report.roles, Role("object", None, thing)))


@pytest.mark.parametrize(
    ("relation", "articles"),
    [
        pytest.param({}, 2, id="a supplier of cars is said to have supplied cars"),
        pytest.param({"thing": "grain"}, 1, id="of grain is another thing"),
        pytest.param({"one": "LBY", "other": "TUR"}, 1, id="the other way round"),
        pytest.param({"other": "SYR"}, 1, id="to another"),
        pytest.param({"kind": "alliance"}, 1, id="an ally supplies nothing"),
        pytest.param({"stance": "possible"}, 1, id="a possible supplier supplied nothing"),
    ],
)
def test_a_lasting_supply_supports_the_event(relation, articles):
    grouping = make.grouped(KEY, OTHER, supplier(**relation), claimed())
    (event,) = grouping.events
    assert len(event.articles) == articles
    assert (event.stance, len(grouping.relations)) == ("alleged", 1)


def test_a_lasting_supply_alone_is_no_event():
    assert make.grouped(KEY, supplier()).events == ()


HEAD = "Peru expels Chilean diplomats"
BODY = "Peru on Friday expelled three Chilean diplomats."
SHUT = "Peru also shut consulates of its neighbour in the north."
EXPELLED = make.account("Coast Daily", HEAD, BODY, SHUT)


@pytest.mark.parametrize(
    ("quotes", "many"),
    [
        pytest.param((HEAD, BODY), 1, id="a headline and its text"),
        pytest.param((BODY, SHUT), 2, id="two sentences of a text"),
        pytest.param((HEAD, SHUT), 2, id="a headline and what else its text tells"),
    ],
)
def test_headline_and_text(quotes, many):
    reports = [make.event(EXPELLED, q, "SANCTION", "PER", "CHL/government") for q in quotes]
    assert len(make.grouped(EXPELLED, *reports).events) == many


WORRY = "Oslo voiced concern over the drills at sea."
BLAME = "Norway voiced concern over Denmark and the drills at sea."
SEA = make.account("Fjord Times", "Drills at sea", WORRY, BLAME)


def test_what_one_sentence_leaves_open_another_does_not_fill():
    reports = [make.event(SEA, WORRY, "ACCUSE", "NOR"), make.event(SEA, BLAME, "ACCUSE", "NOR", "DNK")]
    found = make.grouped(SEA, *reports).events
    assert sorted((e.actors, e.recipients) for e in found) == [(("NOR",), ()), (("NOR",), ("DNK",))]


def test_whom_only_a_report_of_another_actor_names_is_not_joined():
    sentences = ("The Mazhilis ratified the treaty with Tashkent.", "Astana ratified the treaty amid a row with Kabul.")
    article = make.account("The Steppe Courier", "Treaty ratified", *sentences)
    body = {"body": "KAZ/legislature/mazhilis", "parties": ("KAZ", "UZB")}
    steps = [make.step(article, s, **body) for s in sentences]
    links = [(Link("same_act", s.id),) for s in steps]
    events = [
        make.event(article, sentences[0], "SUPPORT", "KAZ/legislature/mazhilis", "UZB", links=links[0]),
        make.event(article, sentences[1], "SUPPORT", "KAZ", "UZB AFG", links=links[1]),
    ]
    (event,) = make.grouped(article, *steps, *events).events
    assert (event.actors, event.recipients) == (("KAZ/legislature/mazhilis",), ("UZB",))


def test_no_link_makes_one_event_of_two_actors():
    one = shipped()
    other = claimed(actors="QAT", links=(Link("same_as", one.id),))
    assert len(make.grouped(ONE, OTHER, one, other).events) == 2
