import pytest

from dragoman.model.report import Link
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
