"""Symbolic times counted from a publication date, by the conventions of news writing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal, TypeGuard, assert_never

from dragoman.model import calendar as cal
from dragoman.model.calendar import Period
from dragoman.model.forms import (
    Calendar,
    Clock,
    Division,
    Every,
    Feast,
    Form,
    Pointed,
    Range,
    Shaded,
    Shift,
    Term,
    Unit,
    Vague,
    Weekday,
    Window,
)

Tense = Literal["past", "future"]
NO_DATE = "no publication date"
NO_TOLD = "counts from an event whose time the text does not give"

# months in the units made of them
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"minute": 0, "hour": 0, "day": 1, "weekend": 7, "week": 7}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time may be counted from: the publication date, and the time the text spoke of last."""

    published: date | None
    tense: Tense | None = None
    told: Period | None = None


Resolved = Period | str  # str: why it could not be


def resolve(form: Form, anchor: Anchor) -> Resolved:
    """Return the days a form means, or why that cannot be told."""
    match form:
        case Calendar():
            return _calendar(form, anchor)
        case Division():
            return _division(form, anchor)
        case Weekday():
            return _weekday(form, anchor)
        case Pointed():
            return _pointed(form, anchor)
        case Shift():
            return _shift(form, anchor)
        case Window():
            return _window(form, anchor)
        case Shaded():
            whole = resolve(form.of, anchor)
            return whole if isinstance(whole, str) else cal.shaded(whole, form.shade)
        case Range():
            return _range(form, anchor)
        case Feast():
            return _feast(form, anchor)
        case Vague():
            return f"no more than the {form.ref}"
        case Term():
            return "a length of time, not a date"
        case Clock():
            at = anchor.told.end if anchor.told and anchor.told.grain == "day" else anchor.published
            return cal.day_of(at) if at else NO_DATE
        case Every():
            return "a time that comes back, not one date"
        case _:
            assert_never(form)


def _origin(form: Calendar | Pointed | Shift, anchor: Anchor) -> date | str:
    """Return the day a form counts from; what is told last stands in where nothing is published."""
    told = anchor.told.start if anchor.told else None
    if form.origin == "told":
        return told or NO_TOLD
    return anchor.published or told or NO_DATE


def _calendar(form: Calendar, anchor: Anchor) -> Resolved:
    if form.year is not None:
        return _numbered(form, form.year)
    if form.shift is not None:
        origin = _origin(form, anchor)
        return origin if isinstance(origin, str) else _numbered(form, origin.year + form.shift)
    if form.month is None:
        return _day_alone(form, anchor)
    near = partial(_numbered, replace(form, approximate=False))
    if anchor.published is not None:
        matching = _matching_year(form, anchor.published)
        if matching is not None:
            return near(matching)
        return _near(form.month, form.day, near, anchor.published, anchor.tense)
    if anchor.told is not None and anchor.told.start is not None:
        return _numbered(form, _told_year(form.month, anchor.told.start))
    return NO_DATE


def _matching_year(form: Calendar, at: date) -> int | None:
    """Return the year about ``at`` whose day falls on the weekday printed beside it: "Monday, Sept. 23"."""
    if form.weekday is None or form.month is None or form.day is None:
        return None
    days = [cal.bounded(year, form.month, form.day) for year in (at.year - 1, at.year, at.year + 1)]
    fitting = [d for d in days if d.weekday() == form.weekday]
    return min(fitting, key=lambda d: abs((d - at).days)).year if fitting else None


def _told_year(month: int, told: date) -> int:
    """Return the year a month belongs to in a story told in order: "December 1941 ... in February" is 1942.

    A step back of up to seven months is a look back within the year (of 3 to 12 the best on WikiWars 01 to 16).
    """
    return told.year + 1 if told.month - month > 7 else told.year


def _near(month: int, day: int | None, build: Callable[[int], Resolved], at: date, tense: Tense | None) -> Resolved:
    """Return the month, or its day, in the year that tense asks for: past not after ``at``, future not before it."""
    year = cal.nearest_year(month, day, at) if tense is None else at.year
    here = cal.bounded(year, month, day or at.day)
    if tense == "past" and (here > at if day else month > at.month):
        year -= 1
    elif tense == "future" and (here < at if day else month < at.month):
        year += 1
    return build(year)


def _day_alone(form: Calendar, anchor: Anchor) -> Resolved:
    """Return "the 20th" in the month the text speaks of."""
    if form.day is None:
        return "names no day, month or year"
    origin = anchor.told.start if anchor.told else anchor.published
    if origin is None:
        return NO_DATE
    if anchor.told is None and anchor.tense == "past" and form.day > origin.day:
        origin = cal.plus_months(origin, -1)
    return _numbered(replace(form, month=origin.month), origin.year)


def _numbered(form: Calendar, year: int) -> Resolved:
    """Return the stretch for a known year, to the grain the form gives."""
    if form.month is None:
        period = cal.year_of(year)
    elif year < 1:
        period = Period("month" if form.day is None else "day", f"-{-year:04d}-{form.month:02d}", None, None)
    elif form.day is None:
        period = cal.month_of(year, form.month)
    else:
        day = cal.bounded(year, form.month, form.day)
        if day.day != form.day:
            return f"{year}-{form.month:02d} has no day {form.day}"
        period = cal.day_of(day)
    return replace(period, edtf=period.edtf + "~") if form.approximate else period


def _division(form: Division, anchor: Anchor) -> Resolved:
    if form.unit == "decade":
        return cal.decade_of(form.number)
    if form.unit == "century":
        return cal.century_of(form.number)
    if form.fiscal:
        return "fiscal years begin in different months"
    build = {"quarter": cal.quarter_of, "half": cal.half_of, "season": cal.season_of}[form.unit]
    if form.year is not None:
        return build(form.year, form.number)
    at = anchor.published or (anchor.told.start if anchor.told else None)
    if at is None:
        return NO_DATE
    if form.shift is not None:
        return build(at.year + form.shift, form.number)
    if anchor.published is None:
        return build(at.year, form.number)
    return _nearest_division(build, form.number, at, anchor.tense)


def _nearest_division(build: Callable[[int, int], Period], number: int, at: date, tense: Tense | None) -> Period:
    """Return the division that tense asks for; the running one counts both ways."""
    around = [build(year, number) for year in (at.year - 1, at.year, at.year + 1)]
    known = [p for p in around if p.start and p.end]
    if tense == "future":
        return next((p for p in known if p.end and p.end >= at), known[-1])
    if tense == "past":
        return next((p for p in reversed(known) if p.start and p.start <= at), known[0])
    return min(known, key=lambda p: min(abs((p.start - at).days), abs((p.end - at).days)) if p.start and p.end else 0)


def _weekday(form: Weekday, anchor: Anchor) -> Resolved:
    """Return the day by news convention: "Wednesday" printed on a Wednesday is today."""
    if anchor.published is None:
        start = anchor.told.start if anchor.told else None
        return cal.day_of(cal.plus_days(start, (form.day - start.weekday()) % 7)) if start else NO_DATE
    at = anchor.published
    if form.origin == "told" and anchor.told is not None and anchor.told.end is not None:
        at = anchor.told.end
    if form.weeks:
        return cal.day_of(cal.plus_days(at, form.day - at.weekday() + 7 * form.weeks))
    back = (at.weekday() - form.day) % 7
    ahead = (form.day - at.weekday()) % 7
    if form.which == "last":
        return cal.day_of(cal.plus_days(at, -(back or 7)))
    if form.which == "next":
        return cal.day_of(cal.plus_days(at, ahead or 7))
    if anchor.tense == "future" or (form.which == "this" and anchor.tense is None and ahead < back):
        return cal.day_of(cal.plus_days(at, ahead))
    return cal.day_of(cal.plus_days(at, -back))


def _pointed(form: Pointed, anchor: Anchor) -> Resolved:
    at = _origin(form, anchor)
    if isinstance(at, str):
        return at
    if form.number is not None:
        return _pointed_name(form, form.number, at, anchor.tense)
    if form.unit == "season":
        return NO_TOLD
    if form.unit == "weekend" and form.by == 0 and anchor.tense == "past" and at.weekday() < 5:
        return cal.weekend_of(cal.plus_days(at, -7))  # "this weekend" told in the past on a Tuesday
    return _unit_of(form.unit, _moved(at, form.unit, form.by))


def _pointed_name(form: Pointed, number: int, at: date, tense: Tense | None) -> Period:
    """Return "last April", "this summer", "next fall": the one before, about or after ``at``."""
    build = cal.month_of if form.unit == "month" else cal.season_of
    around = [p for p in (build(at.year + n, number) for n in (-2, -1, 0, 1, 2)) if p.start and p.end]
    if form.by < 0:
        return next((p for p in reversed(around) if p.end and p.end < at), around[0])
    if form.by > 0:
        return next((p for p in around if p.start and p.start > at), around[-1])
    here = build(at.year, number)
    # "this winter" in January began the year before
    earlier = build(at.year - 1, number)
    return earlier if earlier.end and earlier.end >= at else here


def _moved(at: date, unit: Unit, count: float) -> date:
    """Return ``at`` moved by so many units."""
    if unit in _DAYS:
        return cal.plus_days(at, round(count * _DAYS[unit]))
    return cal.plus_months(at, round(count * _MONTHS.get(unit, 12)))


def _unit_of(unit: Unit, day: date) -> Period:
    """Return the calendar unit that holds a day."""
    match unit:
        case "week":
            return cal.week_of(day)
        case "weekend":
            return cal.weekend_of(day)
        case "month":
            return cal.month_of(day.year, day.month)
        case "quarter":
            return cal.quarter_of(day.year, (day.month + 2) // 3)
        case "half":
            return cal.half_of(day.year, (day.month + 5) // 6)
        case "year":
            return cal.year_of(day.year)
        case "decade":
            return cal.decade_of(day.year)
        case "century":
            return cal.century_of((day.year - 1) // 100 + 1)
        case _:
            return cal.day_of(day)


def _shift(form: Shift, anchor: Anchor) -> Resolved:
    """Return so much before or after the origin, as fine as the unit: months give a month, weeks a day or so."""
    at = _origin(form, anchor)
    if isinstance(at, str):
        return at
    if form.count is None:
        return _some(form, anchor, at)
    if form.unit in ("year", "decade", "century") and form.count * _MONTHS[form.unit] >= 12 * at.year > 0 > form.sign:
        return cal.year_of(at.year - round(form.count * _MONTHS[form.unit] / 12))  # "5,000 years ago"
    if form.unit in ("decade", "century"):
        return cal.year_of(_moved(at, form.unit, form.sign * form.count).year)
    moved = _moved(at, form.unit, form.sign * form.count)
    if form.unit == "week":
        return Period("week", f"{moved.isoformat()}~", cal.plus_days(moved, -3), cal.plus_days(moved, 3))
    fine = form.unit in ("month", "year", "quarter", "half") and form.count != int(form.count)
    return _unit_of("month" if fine else form.unit, moved)


def _some(form: Shift, anchor: Anchor, at: date) -> Resolved:
    """Return "weeks after", "months ago": after or before the origin, for at most a year of such units."""
    end = anchor.told.end if form.origin == "told" and anchor.told and anchor.told.end else at
    most = _moved(at if form.sign < 0 else end, form.unit, form.sign * 12)
    if form.sign > 0:
        latest = min(most, anchor.published) if anchor.published and anchor.published > end else most
        return cal.span_of(end, latest)
    return cal.span_of(most, at)


def _window(form: Window, anchor: Anchor) -> Resolved:
    """Return the stretch up to, or from, the publication date; it lasts."""
    if form.count is None:
        return f"an unnamed number of {form.unit}s"
    at = anchor.published or (anchor.told.start if anchor.told else None)
    if at is None:
        return NO_DATE
    other = _moved(at, form.unit, form.sign * form.count)
    start, end = min(at, other), max(at, other)
    return Period("span", f"{start.isoformat()}/{end.isoformat()}", start, end)


def _range(form: Range, anchor: Anchor) -> Resolved:
    """Return both ends as one interval; an end without a year takes it from the other."""
    first, last = sharing(form.first, form.last)
    last_period = resolve(last, anchor)
    if isinstance(last_period, Period) and last_period.end and _open_year(first) and _open_year(last):
        first = replace(first, year=last_period.end.year - (_month(first) > _month(last)))
    first_period = resolve(first, anchor)
    if isinstance(first_period, str) or isinstance(last_period, str):
        return first_period if isinstance(first_period, str) else str(last_period)
    if first_period.start and last_period.end and first_period.start > last_period.end:
        if not isinstance(first, Weekday) or not isinstance(last, Weekday):
            return "ends before it begins"
        if anchor.tense == "future":
            last_period = cal.day_of(cal.plus_days(last_period.end, 7))
        else:
            first_period = cal.day_of(cal.plus_days(first_period.start, -7))
    ends = (interval_end(first_period.edtf, first_period.start), interval_end(last_period.edtf, last_period.end))
    return Period("span", "/".join(ends), first_period.start, last_period.end)


def _open_year(form: Form) -> TypeGuard[Calendar]:
    return isinstance(form, Calendar) and form.year is None and form.shift is None and form.month is not None


def _month(form: Calendar) -> int:
    return form.month or 0


def interval_end(edtf: str, bound: date | None) -> str:
    """Return an end of an interval: EDTF allows no set there, so its bound stands for it."""
    return bound.isoformat() if bound and edtf.startswith("[") else edtf


def sharing(first: Form, last: Form) -> tuple[Form, Form]:
    """Return both with the year, and the month, that only one of them names: "May 3 to 5, 2024"."""
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.month is not None:
        if first.year is None and last.year is not None:
            month = last.month or first.month
            first = replace(first, year=last.year - (first.month > month), shift=None)
        elif last.year is None and first.year is not None and last.month is not None and first.month is not None:
            last = replace(last, year=first.year + (last.month < first.month))
    return first, last


def _feast(form: Feast, anchor: Anchor) -> Resolved:
    at = anchor.published or (anchor.told.start if anchor.told else None)
    if form.year is None and at is None:
        return NO_DATE
    if form.year is not None or at is None:
        return cal.day_of(_feast_day(form, form.year or 1))
    days = [_feast_day(form, at.year + n) for n in (-1, 0, 1)]
    if anchor.tense == "past":
        return cal.day_of(max((d for d in days if d <= at), default=days[0]))
    if anchor.tense == "future":
        return cal.day_of(min((d for d in days if d >= at), default=days[-1]))
    return cal.day_of(min(days, key=lambda d: abs((d - at).days)))


def _feast_day(form: Feast, year: int) -> date:
    year = min(max(year, 2), 9998)
    match form.name:
        case "easter":
            day = cal.easter(year)
        case "orthodox easter":
            day = cal.orthodox_easter(year)
        case "christmas":
            day = date(year, 12, 25)
        case "orthodox christmas":
            day = date(year, 1, 7)
        case "new year":
            day = date(year, 1, 1)
        case "may day":
            day = date(year, 5, 1)
        case _:
            assert_never(form.name)
    return cal.plus_days(day, form.offset)
