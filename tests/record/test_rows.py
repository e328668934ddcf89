"""An exported row is the schema's, and read back it is the noun."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model.article import Article
from dragoman.model.report import Report
from dragoman.model.text import Evidence, Span
from dragoman.record.rows import CONTENT, TABLES, columns, inward_of, line_of, noun_of, report_of, row_of
from tests import make

RELAXED = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def spans(article: str) -> st.SearchStrategy[Span]:
    return st.builds(Span, article=st.just(article), start=st.integers(0, 99), end=st.integers(0, 99))


@st.composite
def reports(draw):
    kind = draw(st.sampled_from(sorted(CONTENT)))
    report = draw(st.builds(Report, kind=st.just(kind), content=st.from_type(CONTENT[kind])))
    evidence = draw(st.lists(st.builds(Evidence, span=spans(report.article)), max_size=3))
    return replace(report, evidence=tuple(evidence))


@st.composite
def articles(draw):
    article = draw(st.from_type(Article))
    own = spans(article.id)
    return replace(article, paragraphs=tuple(draw(st.lists(own, max_size=3))), headline=draw(st.none() | own))


@RELAXED
@given(report=reports())
def test_a_report_read_back_is_the_report(report):
    row, inward = json.loads(line_of(row_of(report))), json.loads(inward_of(report))
    assert report_of(row, inward) == report
    assert noun_of("reports", row) == replace(report, time=None, basis="clause")


@RELAXED
@given(article=articles())
def test_an_article_read_back_is_the_article(article):
    assert noun_of("articles", json.loads(line_of(row_of(article)))) == article


@pytest.mark.parametrize("table", [name for name in TABLES if name not in ("reports", "articles")])
@RELAXED
@given(data=st.data())
def test_a_row_read_back_is_the_noun(table, data):
    noun = data.draw(st.from_type(TABLES[table]))
    assert noun_of(table, json.loads(line_of(row_of(noun)))) == noun


KEYS = {
    "articles": "id outlet url title byline published modified language sha256 file text cut",
    "actors": "id name kind country sector aliases cow gw wikidata",
    "reports": "id article kind event step provision vote relation statement assessment roles when where polarity "
    "modality stance recency attribution links evidence rule unknown",
    "events": "id type mode context quad actors recipients when where stance stances recency reports articles origins",
    "agreements": "id name kind parties term status votes reports steps provisions",
    "votes": "id agreement body question when yes no abstain not_voting absent present seats threshold outcome "
    "arithmetic reports",
    "relations": "id kind from to object since until status reports",
    "statements": "id speaker speaker_actor direct directness text when denies about reports",
    "assessments": "id holder holder_actor text window outcome reports",
    "stories": "id title when articles events agreements votes statements",
    "findings": "id story kind severity about sides origins because",
    "judgements": "id by verdict subjects note",
}


@pytest.mark.parametrize("table", TABLES)
def test_every_field_of_the_published_schema_is_there(table):
    assert set(KEYS[table].split()) <= set(columns(table))
    assert columns(table)[:2] == ("schema_version", "id")


@pytest.mark.parametrize(
    ("report", "key", "fields"),
    [
        pytest.param(make.event(), "event", "type mode context", id="an event"),
        pytest.param(make.step(), "step", "act layer as_said round instrument", id="a step"),
        pytest.param(
            make.vote(),
            "vote",
            "yes no abstain not_voting absent present seats threshold outcome instrument",
            id="a vote",
        ),
        pytest.param(make.statement(), "statement", "text directness", id="a statement"),
    ],
)
def test_content_stands_under_the_name_of_its_kind(report, key, fields):
    row = row_of(report)
    assert list(row[key]) == fields.split()
    assert {"content", "time", "basis"}.isdisjoint(row)
    assert set(row) <= set(columns("reports"))


def test_evidence_is_flat():
    article = make.article()
    row = row_of(make.event(of=article, evidence=(make.evidence(article, "roles.0", "Ostland"),)))
    assert row["evidence"] == [{"field": "roles.0", "start": 11, "end": 18, "quote": "Ostland"}]


def test_a_quote_on_a_side_names_its_article():
    quote = row_of(make.finding())["sides"][0]["quotes"][0]
    assert list(quote) == ["article", "start", "end", "quote"]


def test_from_is_called_from():
    assert row_of(make.relation())["from"] == ["NAR"]
