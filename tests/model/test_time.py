"""When and Time: bounds, narrowing, bases, what fits which day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.article import UNDATED, Stamp
from dragoman.model.forms import Calendar, Pointed, Shift, Term, Weekday
from dragoman.model.text import Span
from dragoman.model.time import Time, When, duration, fits, is_weekday, not_after, weekday_dates

SPAN = Span("a1", 0, 4)


def when(edtf: str | None, earliest: str | None, latest: str | None) -> When:
    return When("words", edtf, earliest, latest, "clause", None if edtf else "no publication date")


DAY = when("2025-01-17", "2025-01-17", "2025-01-17")
MONTH = when("2025-01", "2025-01-01", "2025-01-31")
LATER = when("2025-04", "2025-04-01", "2025-04-30")
UNTIL = when("[..2025-05-21]", None, "2025-05-21")
NOTHING = when(None, None, None)
WEEKS = when("[2025-01-27..2025-02-02]", "2025-01-27", "2025-02-02")


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        pytest.param(MONTH, DAY, "2025-01-17", id="a month holds its day"),
        pytest.param(MONTH, LATER, None, id="two months exclude one another"),
        pytest.param(UNTIL, LATER, "2025-04", id="a month before a bound stands"),
        pytest.param(NOTHING, DAY, "2025-01-17", id="what is not known contradicts nothing"),
        pytest.param(NOTHING, NOTHING, None, id="nothing and nothing is nothing"),
        pytest.param(MONTH, WEEKS, "[2025-01-27..2025-01-31]", id="a week across two months is cut"),
        pytest.param(DAY, DAY, "2025-01-17", id="a day is itself"),
    ],
)
def test_narrowed(one: When, other: When, both: str | None) -> None:
    found = one.narrowed(other)
    assert (found and found.edtf) == both
    assert found == other.narrowed(one)


@pytest.mark.parametrize(
    ("one", "other", "yes"),
    [
        pytest.param(MONTH, DAY, True, id="a month is coarser than a day"),
        pytest.param(DAY, MONTH, False, id="a day is not coarser than a month"),
        pytest.param(UNTIL, MONTH, True, id="an open bound is coarser than a month"),
        pytest.param(DAY, DAY, False, id="nothing is coarser than itself"),
    ],
)
def test_coarser(one: When, other: When, yes: bool) -> None:
    assert one.coarser_than(other) is yes


DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2020, 3, 1)).map(date.isoformat))


@st.composite
def whens(draw: st.DrawFn) -> When:
    bounds = sorted(d for d in (draw(DAYS), draw(DAYS)) if d)
    first, last = (
        ([*bounds, None, None])[:2]
        if len(bounds) != 1
        else draw(st.sampled_from([(bounds[0], None), (None, bounds[0])]))
    )
    return When(None, f"[{first or ''}..{last or ''}]", first, last, "clause")


@given(whens(), whens())
def test_narrowing_is_symmetric_and_never_widens(one: When, other: When) -> None:
    both = one.narrowed(other)
    assert both == other.narrowed(one)
    assert (both is not None) == one.overlaps(other) == other.overlaps(one)
    if both is not None:
        assert both.days() <= min(one.days(), other.days())


@pytest.mark.parametrize(
    ("form", "basis", "edtf", "earliest", "latest"),
    [
        pytest.param(
            Weekday(2), "report_date", "[..2025-05-21]", None, "2025-05-21", id="reported Wednesday: on or before it"
        ),
        pytest.param(Weekday(2), "clause", "2025-05-21", "2025-05-21", "2025-05-21", id="done on Wednesday: that day"),
        pytest.param(
            Pointed("month", -1), "report_date", "[..2025-04-30]", None, "2025-04-30", id="reported last month"
        ),
        pytest.param(Calendar(2025, 1), "clause", "2025-01", "2025-01-01", "2025-01-31", id="a month keeps its grain"),
    ],
)
def test_basis(form: object, basis: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    found = Time(SPAN, "then", form).anchored(date(2025, 5, 21), tense="past", basis=basis)  # type: ignore[arg-type]
    assert (found.edtf, found.earliest, found.latest, found.basis) == (edtf, earliest, latest, basis)


@pytest.mark.parametrize(
    ("form", "edtf"),
    [
        pytest.param(Calendar(2025, 1, 17), "2025-01-17", id="a full date needs no publication date"),
        pytest.param(Calendar(2022), "2022", id="a year needs none"),
        pytest.param(Calendar(month=4), None, id="a month needs one"),
        pytest.param(Weekday(2), None, id="a weekday needs one"),
        pytest.param(Pointed("month", -1), None, id="last month needs one"),
        pytest.param(Shift("week", 2, -1), None, id="two weeks ago needs one"),
    ],
)
def test_undated(form: object, edtf: str | None) -> None:
    found = Time(SPAN, "then", form).anchored(None)  # type: ignore[arg-type]
    assert found.edtf == edtf
    assert found.reason == (None if edtf else "no publication date")


@pytest.mark.parametrize(
    ("form", "edtf"),
    [
        pytest.param(Shift("day", 2, 1, "told"), "2025-01-19", id="two days later"),
        pytest.param(Shift("month", 1, -1, "told"), "2024-12", id="a month earlier"),
        pytest.param(Pointed("year", 0, origin="told"), "2025", id="that year"),
        pytest.param(Pointed("month", 1, origin="told"), "2025-02", id="the following month"),
        pytest.param(
            Shift("week", None, 1, "told"), "[2025-01-17..2025-04-11]", id="weeks after: within twelve of them"
        ),
    ],
)
def test_told(form: object, edtf: str) -> None:
    assert Time(SPAN, "then", form).anchored(date(2025, 5, 21), told=DAY).edtf == edtf  # type: ignore[arg-type]


def test_an_impossible_day_says_so() -> None:
    found = Time(SPAN, "February 30", Calendar(2025, 2, 30)).anchored(None)
    assert (found.edtf, found.reason) == (None, "2025-02 has no day 30")


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        pytest.param(date(2025, 5, 21), "[..2025-05-21]", id="a day"),
        pytest.param(Stamp("2025-05-21", "2025-05-21", "2025-05-21", "text"), "[..2025-05-21]", id="a stamp"),
        pytest.param(UNDATED, None, id="a stamp that knows nothing"),
        pytest.param(None, None, id="no date"),
    ],
)
def test_not_after(published: Stamp | date | None, edtf: str | None) -> None:
    found = not_after(published)
    assert (found.edtf, found.basis, found.text) == (edtf, "article", None)
    assert (found.reason is None) == (edtf is not None)


def test_a_bare_weekday_wants_its_own_day() -> None:
    wednesday = Time(SPAN, "Wednesday", Weekday(2))
    assert is_weekday(wednesday)
    assert fits(wednesday, date(2025, 5, 21))
    assert not fits(wednesday, date(2025, 5, 22))
    assert weekday_dates(wednesday, date(2025, 5, 15), date(2025, 5, 29)) == (date(2025, 5, 21), date(2025, 5, 28))


def test_another_time_says_nothing_of_the_day() -> None:
    assert not is_weekday(Time(SPAN, "last Wednesday", Weekday(2, "last")))
    assert fits(Time(SPAN, "last month", Pointed("month", -1)), date(2025, 5, 22))


@pytest.mark.parametrize(
    ("term", "iso"),
    [
        pytest.param(Term("year", 20), "P20Y", id="years"),
        pytest.param(Term("decade", 2), "P20Y", id="decades are ten years each"),
        pytest.param(Term("year", 2.5), "P2Y6M", id="half a year is six months"),
        pytest.param(Term("hour", 36), "PT36H", id="hours"),
        pytest.param(Term("month", None), None, id="an unnamed number"),
        pytest.param(Term("week", 1.5), "P11D", id="weeks take no smaller unit, days do"),
    ],
)
def test_duration(term: Term, iso: str | None) -> None:
    assert duration(term) == iso
