"""The grid says of each outlet how it holds a proposition, in which words, or that it is silent."""

import csv
import io

import pytest

from dragoman.errors import UnknownName
from dragoman.model.finding import About, Side
from dragoman.model.report import Source
from dragoman.model.text import Span
from dragoman.record import Record
from dragoman.views.compare import compare, widest
from tests import make

TEXT = "Ostia supplied arms\n\nOstia supplied arms to Narvia, its ministry said."


def told(outlet: str, **fields: object) -> tuple:
    """An article of an outlet with one report of the supply."""
    article = make.article(TEXT, outlet=outlet, file=f"{outlet}.txt", id=f"a-{outlet}")
    source = Source(outlet, None, None, "asserts", None, False)
    given = {
        "id": f"r-{outlet}",
        "attribution": (source,),
        "evidence": (make.evidence(article, "event.type", TEXT[21:50]),),
    }
    return article, make.event("AID", of=article, **(given | fields))


OWN, R_OWN = told("Own")
BY, R_BY = told(
    "By",
    attribution=(
        Source("By", None, None, "asserts", None, False),
        Source("its ministry", None, "said", "asserts", "indirect", False),
    ),
)
NO, R_NO = told("No", stance="denied", attribution=(
    Source("No", None, None, "asserts", None, False),
    Source("Ostia", "OST", "denies", "denies", "indirect", False),
))  # fmt: skip
OTHER, R_OTHER = told("Other")
QUIET = make.article("A long day\n\nNothing was told.", outlet="Quiet", file="quiet.txt", id="a-Quiet")
ARTICLES = (OWN, BY, NO, OTHER, QUIET)
REPORTS = (R_OWN, R_BY, R_NO, R_OTHER)


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        for article in ARTICLES:
            coded = make.coded(article, *(r for r in REPORTS if r.article == article.id))
            record.add(article, coded, maker="m1", sentences=[Span(article.id, 21, len(article.text))])
        event = make.derived_event(*REPORTS, id="e1", type="AID", actors=("OST",))
        grouping = make.grouping(
            *ARTICLES, reports=REPORTS, events=(event,), stories=(make.story(*ARTICLES, id="st1", events=("e1",)),)
        )
        side = Side((OTHER.id,), (R_OTHER.id,), "14 guns", ())
        finding = make.finding(
            OTHER, id="f1", story="st1", kind="differs", sides=(side,), about=About("events", "e1", None)
        )
        record.replace(grouping, (finding,), mark=record.snapshot().mark, maker="g1")
        yield record


@pytest.mark.parametrize(
    ("outlet", "how"),
    [
        pytest.param("Own", "asserts", id="in its own voice"),
        pytest.param("By", "attributes", id="by the word of a source"),
        pytest.param("No", "denies", id="somebody it quotes denies it"),
        pytest.param("Other", "differs", id="another value"),
        pytest.param("Quiet", "silent", id="not a word of it"),
    ],
)
def test_a_cell_says_how_its_outlet_holds_it(record, outlet, how):
    (row,) = compare(record, "st1").propositions
    assert {c.outlet: c.how for c in row.cells}[outlet] == how


def test_a_cell_has_the_sentence_and_whose_word_it_is(record):
    (row,) = compare(record, "st").propositions
    voices = {c.outlet: c.voices for c in row.cells}
    assert voices["By"][0].source == "its ministry"
    assert voices["By"][0].sentence == TEXT[21:]
    assert voices["Other"][0].value == "14 guns"
    assert voices["Quiet"] == ()


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        pytest.param({"outlets": ["own", "by"]}, 1, id="two outlets, by name in any case"),
        pytest.param({"outlets": ["Own", "Quiet"], "differences": True}, 0, id="one tells it, the other is silent"),
        pytest.param({"outlets": ["Quiet"]}, 0, id="what no outlet left tells is left out"),
        pytest.param({"differences": True}, 1, id="only what is contested"),
    ],
)
def test_filters(record, asked, left):
    assert len(compare(record, "st1").filtered(**asked).propositions) == left


@pytest.mark.parametrize("asked", [{"outlets": ["Nobody"]}, {"sector": "cyber"}])
def test_a_filter_for_what_is_not_there_says_what_is(record, asked):
    with pytest.raises(UnknownName, match="there are"):
        compare(record, "st1").filtered(**asked)


def test_a_story_that_is_not_there(record):
    with pytest.raises(UnknownName, match="no story is called 'zz'"):
        compare(record, "zz")


def test_the_story_of_an_article_and_the_widest(record):
    assert compare(record, QUIET.id).story == widest(record) == "st1"


def test_text_shows_marks_and_words(record):
    text = compare(record, "st1").text()
    assert "↪ ✗ ≠ ● ·" in text  # By, No, Other, Own, Quiet
    assert "attributes to its ministry" in text
    assert "gives 14 guns" in text


def test_csv_has_a_line_for_each_sentence_and_silence(record):
    rows = list(csv.DictReader(io.StringIO(compare(record, "st1").csv())))
    assert sorted(r["how"] for r in rows) == ["asserts", "attributes", "denies", "differs", "silent"]
