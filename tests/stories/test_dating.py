from dataclasses import replace

import pytest

from dragoman.model.forms import Calendar, Pointed, Weekday
from dragoman.model.text import Span
from dragoman.model.time import Time
from tests.stories import make_reports as make

LEAD = "Norway and Iceland agreed to cut herring quotas by a tenth, fisheries ministers said in Bergen"
DATED = make.account("Fjord Times", "Herring quotas cut", f"{LEAD}.", published="2024-03-06")  # a Wednesday


def undated(sentence=f"{LEAD} on Wednesday."):
    return make.account("Atlantic Sun", "Herring quotas cut", sentence, published=None)


def stamp(*articles):
    grouping = make.grouped(*articles)
    return next(a for a in grouping.articles if a.outlet == "Atlantic Sun").published


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        pytest.param("on Wednesday", "[2024-03-06..2024-03-12]", id="its weekday is the other's day"),
        pytest.param("on Tuesday", "[2024-03-03..2024-03-09]", id="no account of that weekday: some days around"),
        pytest.param("last Wednesday", "[2024-03-03..2024-03-09]", id="last Wednesday is another one"),
        pytest.param("on Wednesdays", "[2024-03-03..2024-03-09]", id="every Wednesday is none"),
        pytest.param("on Wednesday, 4 January", "[2024-03-03..2024-03-09]", id="a Wednesday with its own date"),
        pytest.param("after dark", "[2024-03-03..2024-03-09]", id="no weekday"),
    ],
)
def test_from_company(words, edtf):
    found = stamp(DATED, undated(f"{LEAD} {words}."))
    assert (found.edtf, found.basis) == (edtf, "story")
    assert "2024-03-06" in found.because


def test_without_company_it_stays_undated():
    assert stamp(undated()).basis == "unknown"


def test_another_story_dates_nothing():
    other = make.account("Dune Post", "Well dug", "Niger and Chad dug a well near Diffa.", published="2024-03-06")
    assert stamp(other, undated()).basis == "unknown"


def test_what_has_a_date_keeps_it():
    assert make.grouped(DATED, undated()).articles[0].published.basis in ("metadata", "story")
    assert DATED in make.grouped(DATED, undated()).articles


def timed(form, text, basis="clause"):
    article = undated(f"{LEAD} {text}.")
    start = article.text.index(text)
    time = Time(Span(article.id, start, start + len(text)), text, form)
    event = make.event(article, LEAD, "AGREE", "NOR ISL", object="herring quotas")
    return article, replace(event, time=time, basis=basis, when=make.day(None, basis, text))


@pytest.mark.parametrize(
    ("form", "text", "basis", "edtf"),
    [
        pytest.param(
            Weekday(2), "Wednesday", "clause", "2024-03-06", id="a weekday, the same for every day it may be of"
        ),
        pytest.param(Weekday(2), "Wednesday", "report_date", "[..2024-03-06]", id="the day of a report bounds the act"),
        pytest.param(Pointed("month", -1), "last month", "clause", "2024-02", id="last month"),
        pytest.param(Calendar(2023), "2023", "clause", "2023", id="a year needs no date"),
    ],
)
def test_times_are_told_anew(form, text, basis, edtf):
    article, event = timed(form, text if "Wednesday" in text else f"{text}, they said on Wednesday", basis)
    found = next(r for r in make.grouped(DATED, article, event).reports if r.id == event.id)
    assert (found.id, found.when.edtf, found.when.basis) == (event.id, edtf, basis)


def test_a_day_that_depends_on_the_day_of_print_is_a_span():
    article, event = timed(Pointed("day", -1), "yesterday")
    (found,) = make.grouped(DATED, article, event).reports
    assert (found.when.earliest, found.when.latest) == ("2024-03-02", "2024-03-08")


@pytest.mark.parametrize(
    ("form", "modality", "edtf"),
    [
        pytest.param(Calendar(None, 3, 9), "actual", "2024-03-09", id="a day after print is not last year's"),
        pytest.param(Calendar(None, 12, 20), "actual", "2023-12-20", id="a day nearer in the year before"),
        pytest.param(Calendar(None, 5, None), "actual", "2023-05", id="a month that was"),
        pytest.param(Calendar(None, 2, None), "planned", "2025-02", id="a month to come"),
    ],
)
def test_days_of_a_month(form, modality, edtf):
    article, event = timed(form, "then, they said on Wednesday")
    event = replace(event, modality=modality)
    assert next(r for r in make.grouped(DATED, article, event).reports if r.id == event.id).when.edtf == edtf
