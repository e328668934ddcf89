"""Whatever has an id can be explained: by which rule, from which words, by whom."""

import pytest

from dragoman.errors import UnknownName
from dragoman.model.derived import Step
from dragoman.model.finding import About, Side
from dragoman.model.report import Link, Source
from dragoman.model.text import Span, Unknown
from dragoman.record import Record
from dragoman.views.explain import explain
from tests import make

ARTICLE = make.article()
EVENT = make.event(
    of=ARTICLE,
    id="r-event",
    rule="events:sign",
    evidence=(make.evidence(ARTICLE, "roles.0", "Narvia signed"),),
    attribution=(
        Source("The Narvia Post", None, None, "asserts", None, False),
        Source("its ministry", None, "said", "asserts", "indirect", False),
    ),
    links=(Link("same_act", "r-step"),),
    unknown=(Unknown("where", "no place told"),),
)
STEP = make.step(of=ARTICLE, id="r-step")
SIGNED = Step(
    "s1", "signed", "international", None, ("NAR", "OST"), None, None, (), "actual", (), ("r-step",), make.origins()
)
ABOUT = About("events", "e1", None)


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        sentence = Span(ARTICLE.id, 38, len(ARTICLE.text))
        record.add(ARTICLE, make.coded(ARTICLE, EVENT, STEP), maker="m1", sentences=[sentence])
        grouping = make.grouping(
            ARTICLE,
            reports=(EVENT, STEP),
            events=(make.derived_event(EVENT, id="e1"),),
            agreements=(make.agreement(STEP, id="a1", steps=(SIGNED,)),),
            stories=(make.story(ARTICLE, id="st1"),),
        )
        side = Side((ARTICLE.id,), ("r-event",), "Monday", ())
        finding = make.finding(ARTICLE, id="f1", sides=(side,), about=ABOUT)
        record.replace(grouping, (finding,), mark=record.snapshot().mark, maker="g1")
        yield record


@pytest.mark.parametrize(
    ("id", "table", "title", "reports"),
    [
        pytest.param("e1", "events", "AGREE", ["r-event"], id="an event"),
        pytest.param("a1", "agreements", "river pact", ["r-step"], id="an agreement"),
        pytest.param("s1", "steps", "signed (international) by NAR, OST", ["r-step"], id="a step within it"),
        pytest.param("r-event", "reports", "a report of an event", ["r-event"], id="a report"),
        pytest.param("st1", "stories", "A river pact", ["r-event", "r-step"], id="a story"),
        pytest.param("f1", "findings", "agrees: both say Monday", ["r-event"], id="a finding"),
        pytest.param("NAR", "actors", "Narvia", ["r-event", "r-step"], id="an actor"),
        pytest.param(ARTICLE.id, "articles", ARTICLE.title, ["r-event", "r-step"], id="an article"),
    ],
)
def test_what_an_id_is_and_which_reports_led_to_it(record, id, table, title, reports):
    found = explain(record, id)
    assert (found.table, found.title) == (table, title)
    assert [told.report for told in found.told] == reports


def test_a_report_is_told_with_rule_words_and_way(record):
    (told,) = explain(record, "e1").told
    assert told.rule == "events:sign"
    assert told.chain == ("The Narvia Post (asserts)", "its ministry (asserts, “said”)")
    assert (told.links, told.unknown) == (("same_act r-step",), ("where: no place told",))
    (words,) = told.words
    assert words.quote == "Narvia signed"
    assert words.sentence == "Narvia signed the pact with Ostland on Monday, its ministry said."


def test_origins_are_told(record):
    assert "independent origins: at least 0, at most 1" in explain(record, "e1").way


def test_an_article_says_how_it_is_dated(record):
    assert "published 2024-03-05, told by metadata" in explain(record, ARTICLE.id).way


def test_nothing_of_that_id(record):
    with pytest.raises(UnknownName, match="nothing here has the id"):
        explain(record, "nobody")


def test_a_body_that_no_article_names_is_explained_from_the_ontology(record):
    found = explain(record, "CHL/president")
    assert (found.table, found.title, found.told) == ("actors", "Chilean president", ())
    assert found.way == ("office known to the program; no article in the record names it",)
