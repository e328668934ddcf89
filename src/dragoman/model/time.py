"""Times: kept as printed and symbolic, resolved against a date when one is known."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dragoman.model import calendar as cal
from dragoman.model.anchor import NO_DATE, Anchor, Tense, interval_end, resolve
from dragoman.model.article import Stamp
from dragoman.model.calendar import Grain, Period
from dragoman.model.forms import Calendar, Form, Pointed, Shaded, Shift, Term, Weekday
from dragoman.model.terms import WhenBasis
from dragoman.model.text import Span


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, as EDTF with its bounds.

    ``[..2025-05-21]`` is one day not after that; ``a/b`` is an interval that lasts.
    """

    text: str | None  # the words as printed; None where no words gave it
    edtf: str | None  # None: not resolved, see ``reason``
    earliest: str | None  # ISO day; None: unbounded or unknown
    latest: str | None
    basis: WhenBasis
    reason: str | None = None  # why ``edtf`` is None

    def overlaps(self, other: "When") -> bool:
        """Say whether the two can be one time; what is not resolved contradicts nothing."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)

    def coarser_than(self, other: "When") -> bool:
        """Say whether this leaves more days open than the other."""
        return self.days() > other.days()

    def days(self) -> float:
        """Return how many days this leaves open; infinite where a bound is open or unknown."""
        if self.earliest is None or self.latest is None:
            return float("inf")
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days + 1

    def narrowed(self, other: "When") -> "When | None":
        """Return what both allow, or None where they exclude one another: January 2025 and 17 January is the 17th."""
        if not self.overlaps(other):
            return None
        fine, wide = (self, other) if _rank(self) <= _rank(other) else (other, self)
        earliest = max((d for d in (fine.earliest, wide.earliest) if d), default=None)
        latest = min((d for d in (fine.latest, wide.latest) if d), default=None)
        if fine.edtf is None or (earliest, latest) == (fine.earliest, fine.latest):
            return fine
        return replace(fine, edtf=_one_of(earliest, latest), earliest=earliest, latest=latest)


def _rank(when: When) -> tuple[bool, float, bool, tuple[str, ...]]:
    """Order by precision; the rest only makes narrowing symmetric."""
    bounds = (when.earliest is None) + (when.latest is None)
    told = (when.edtf or "", when.text or "", when.basis, when.earliest or "", when.latest or "")
    return (when.edtf is None, when.days() if bounds == 0 else 1e9 * bounds, when.text is None, told)


def _not_after(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one <= other


def _one_of(earliest: str | None, latest: str | None) -> str:
    """Return EDTF for one unnamed day within bounds."""
    return earliest if earliest and earliest == latest else f"[{earliest or ''}..{latest or ''}]"


Part = Literal["morning", "afternoon", "evening", "night"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time or a term in the text, kept symbolic until a publication date anchors it.

    ``text`` is without its preposition, which ``case`` keeps where it sets a bound or a place ("in", "since", "by").
    """

    span: Span
    text: str
    form: Form
    kind: Literal["date", "duration", "set"] = "date"
    case: str | None = None
    attributive: bool = False  # it modifies a noun: "the 2015 deal", "Wednesday's vote"; its case is not its own
    part: Part | None = None
    clock: str | None = None  # "10:30", with its zone "10:30Z"

    @property
    def is_duration(self) -> bool:
        """Say whether this is a length of time and no date."""
        return self.kind == "duration"

    @property
    def counts_from_told(self) -> bool:
        """Say whether it counts from what was told before: "two days later"; not from what follows: "weeks after"."""
        form = self.form.of if isinstance(self.form, Shaded) else self.form
        onward = isinstance(form, Shift) and form.count is None and self.text.lower().endswith(("after", "before"))
        return isinstance(form, Calendar | Pointed | Shift | Weekday) and form.origin == "told" and not onward

    @property
    def term(self) -> str | None:
        """The ISO 8601 duration ("P20Y"); None for no duration and for an unnamed number."""
        return duration(self.form) if isinstance(self.form, Term) else None

    def anchored(
        self,
        published: date | None,
        *,
        tense: Tense | None = None,
        basis: WhenBasis = "clause",
        told: "When | None" = None,
    ) -> When:
        """Return the time counted from a publication date, as far as that can be told.

        Args:
            published: None where the article has no date: full dates still resolve.
            tense: of the clause the time belongs to; decides between the last and the next weekday or month.
            basis: "report_date" makes it a bound, since what was reported that day happened on or before it.
            told: the time the text spoke of last, for "two days later", "that year", "weeks after".
        """
        found = resolve(self.form, Anchor(published, self._tense(tense), _period(told)))
        if isinstance(found, str):
            return When(self.text, None, None, None, basis, found)
        if basis == "report_date":
            return _when(self.text, _until(found), basis)
        return _when(self.text, self._within_case(found), basis)

    def _tense(self, tense: Tense | None) -> Tense | None:
        """Return the tense, or what the preposition says of it: "by Friday" looks ahead, "since April" back."""
        if self.case in ("since", "from") and tense is None and isinstance(self.form, Weekday | Calendar):
            return "past" if self.case == "since" else None
        return "future" if tense is None and self.case in ("by", "until", "till", "through") else tense

    def _within_case(self, found: Period) -> Period:
        """Return the stretch as its preposition bounds it: "since 2022" lasts, "by Friday" is not after it."""
        if self.attributive or "/" in found.edtf:
            return found
        match self.case:
            case "since":
                return Period("span", f"{interval_end(found.edtf, found.start)}/..", found.start, None)
            case "until" | "till" | "through":
                return Period("span", f"../{interval_end(found.edtf, found.end)}", None, found.end)
            case "by":
                return _until(found)
            case "before":
                return _until(found) if found.start is None else _until(_point(found.start - _DAY))
            case "after":
                return _from(found.end)
            case _:
                return found


_DAY = timedelta(days=1)


def _point(day: date) -> Period:
    return cal.day_of(day)


def _until(period: Period) -> Period:
    """Return one day not after the stretch's last."""
    edtf = f"[..{period.end.isoformat()}]" if period.end else period.edtf
    return Period("span", edtf, None, period.end)


def _from(day: date | None) -> Period:
    """Return one day after ``day``."""
    if day is None or day == date.max:
        return Period("span", "[..]", None, None)
    later = day + _DAY
    return Period("span", f"[{later.isoformat()}..]", later, None)


def _when(text: str, period: Period, basis: WhenBasis) -> When:
    return When(text, period.edtf, _iso(period.start), _iso(period.end), basis)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


_GRAINS: tuple[tuple[str, Grain], ...] = (
    (r"\d{4}-\d{2}-\d{2}", "day"),
    (r"\d{4}-(?:0\d|1[0-2])", "month"),
    (r"\d{4}", "year"),
)


def _period(when: "When | None") -> Period | None:
    """Return a resolved time as a stretch to count from."""
    if when is None or when.edtf is None:
        return None
    edtf = when.edtf
    grain: Grain = next((g for pattern, g in _GRAINS if re.fullmatch(pattern, edtf)), "span")
    start, end = when.earliest or when.latest, when.latest or when.earliest
    return Period(grain, edtf, date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


_LETTERS = {"minute": "M", "hour": "H", "day": "D", "weekend": "D", "week": "W", "month": "M", "year": "Y"}
_FACTORS = {"decade": (10, "Y"), "century": (100, "Y"), "quarter": (3, "M"), "half": (6, "M"), "season": (3, "M")}


def duration(form: Term) -> str | None:
    """Return a term as ISO 8601: "20-year" is P20Y, "two and a half years" P2Y6M."""
    if form.count is None:
        return None
    factor, letter = _FACTORS.get(form.unit, (1, _LETTERS.get(form.unit, "Y")))
    whole, rest = divmod(form.count * factor, 1)
    clock = "T" if form.unit in ("minute", "hour") else ""
    smaller = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "D": (24, "H"), "H": (60, "M")}
    if clock == "T" and letter == "M":
        return f"PT{whole + rest:g}M"
    extra = round(rest * smaller[letter][0] + form.extra)
    if letter == "W" and extra:
        return f"P{whole * 7 + extra:g}D"
    tail = f"{'T' if letter == 'D' else ''}{extra}{smaller[letter][1]}" if extra else ""
    return f"P{clock}{whole:g}{letter}{tail}" if whole or not tail else f"P{clock}{tail}"


def not_after(published: "Stamp | date | None") -> When:
    """Return the time of an act no words date: on or before the day its article was published."""
    latest = published.latest if isinstance(published, Stamp) else _iso(published)
    if latest is None:
        return When(None, None, None, None, "article", NO_DATE)
    return When(None, f"[..{latest}]", None, latest, "article")


def is_weekday(time: Time) -> bool:
    """Say whether a time is a bare weekday, which only a publication date can turn into a day."""
    return isinstance(time.form, Weekday) and time.form.which is None and not time.form.weeks


def fits(time: Time, day: date) -> bool:
    """Say whether an article with this time may have been published on ``day``: a bare weekday wants its own day.

    Any other time says nothing and fits.
    """
    return not (is_weekday(time) and isinstance(time.form, Weekday)) or time.form.day == day.weekday()


def weekday_dates(time: Time, earliest: date, latest: date) -> tuple[date, ...]:
    """Return the days from ``earliest`` to ``latest`` (at most a year) that a bare weekday may mean."""
    if not isinstance(time.form, Weekday) or latest < earliest:
        return ()
    days = (earliest + timedelta(days=n) for n in range(min((latest - earliest).days, 366) + 1))
    return tuple(day for day in days if day.weekday() == time.form.day)
