from dataclasses import replace

import pytest

from dragoman.model.report import AssessmentContent
from tests.stories import make_reports as make

ONE = make.account("Lake Post", "Minister speaks", "“We will not close the harbour to grain,” Minister Achieng said.")
TWO = make.account(
    "Nile Herald", "Minister speaks", "“We will never close the harbour to grain,” Minister Achieng said."
)
SAID = "“We will not close the harbour to grain,”"
NEVER = "“We will never close the harbour to grain,”"


@pytest.mark.parametrize(
    ("speaker", "quote", "many"),
    [
        pytest.param("person/achieng", NEVER, 1, id="one utterance, a word changed"),
        pytest.param("person/odhiambo", NEVER, 2, id="another speaker"),
        pytest.param("person/achieng", "Minister Achieng said", 2, id="another saying"),
    ],
)
def test_statements(speaker, quote, many):
    reports = [make.statement(ONE, SAID, "person/achieng"), make.statement(TWO, quote, speaker)]
    assert len(make.grouped(ONE, TWO, *reports).statements) == many


@pytest.mark.parametrize(
    ("other", "many"),
    [
        pytest.param(("supply", "KEN", "UGA"), 1, id="told twice"),
        pytest.param(("supply", "UGA", "KEN"), 2, id="the other way round"),
        pytest.param(("dispute", "KEN", "UGA"), 2, id="another kind"),
    ],
)
def test_relations(other, many):
    reports = [make.relation(ONE, SAID, "supply", "KEN", "UGA"), make.relation(TWO, NEVER, *other)]
    assert len(make.grouped(ONE, TWO, *reports).relations) == many


def test_an_assessment_without_a_holder_is_the_outlets():
    report = make.told(ONE, SAID, AssessmentContent("grain will flow"))
    (row,) = make.grouped(ONE, report).assessments
    assert (row.holder, row.text) == ("Lake Post", "grain will flow")


def test_a_story_lists_what_its_reports_are_about():
    grouping = make.grouped(ONE, TWO, make.statement(ONE, SAID, "person/achieng"))
    (story,) = [s for s in grouping.stories if ONE.id in s.articles]
    assert story.statements == (grouping.statements[0].id,)
    assert story.title == "Minister speaks"


def test_a_story_is_dated_by_what_it_tells_first():
    voted = "The Mazhilis approved the treaty on Wednesday."
    article = make.account("Lake Post", "Mazhilis backs treaty", voted, "Rain fell on Monday.")
    other = make.account("Nile Herald", "Mazhilis backs treaty", voted)
    body = {"body": "KAZ/legislature/mazhilis", "parties": ("KAZ",)}
    reports = [
        make.step(article, voted, when=make.day("..2024-03-06", "article"), **body),
        make.step(other, voted, when=make.day("2024-03-06"), **body),
        make.event(article, "Rain fell on Monday.", "CONSULT", "KAZ", when=make.day("2024-03-04")),
    ]
    (story,) = make.grouped(article, other, *reports).stories
    assert story.when.edtf == "2024-03-06"


def test_a_story_that_tells_no_time_is_dated_by_its_articles():
    (story,) = make.grouped(ONE).stories
    assert (story.when.edtf, story.when.basis) == ("[..2024-03-06]", "article")


STEP = "“This is a groundless and unfriendly step,” the ministry said."


@pytest.mark.parametrize(
    ("other", "many"),
    [
        pytest.param("“This is a baseless and unfriendly step,” the ministry said.", 1, id="one word misheard"),
        pytest.param("“This is a first step,” the ministry said.", 2, id="another saying of the same build"),
        pytest.param(
            "“Unfriendly as ever, step by step they drive us apart,” the ministry said.", 2, id="words strewn"
        ),
    ],
)
def test_quotations(other, many):
    one, two = make.account("Lake Post", "Envoys expelled", STEP), make.account("Nile Herald", "Envoys expelled", other)
    reports = [
        make.statement(a, q, "BLR/foreign-ministry", q.split("”")[0][1:]) for a, q in ((one, STEP), (two, other))
    ]
    reports = [replace(r, content=replace(r.content, directness="direct")) for r in reports]
    assert len(make.grouped(one, two, *reports).statements) == many
