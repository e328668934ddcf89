"""Days as outlets print them: in stamps, datelines and metadata; impossible ones are refused, with the reason.

The day is taken as printed: a weekday in the text ("on Wednesday") is reckoned from the outlet's own day, not UTC's.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from dragoman.model.article import Stamp
from dragoman.model.terms import StampBasis

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,3})?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d{{2}})[-/.](?P<day>\d{{2}})(?!\d)",
        rf"\b{_WEEKDAY}{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}\b",
        rf"\b{_WEEKDAY}{_DAY}[\s-]{{1,3}}(?:of\s{{1,3}})?{_MONTH},?[\s-]{{1,3}}{_YEAR}\b",
        rf"(?<![\d/.]){_WEEKDAY}(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.]{_YEAR}(?![\d/])",
        rf"(?<!\d){_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})T\d{{4}}",
        rf"\b{_MONTH},?\s{{1,3}}{_YEAR}\b",
    )
)
_MONTH_NAMES = _MONTH.replace("?P<month>", "?:")
_YEARLESS = re.compile(
    rf"\b{_MONTH_NAMES}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}{_MONTH_NAMES}(?!\w)",
    re.IGNORECASE,
)
_LONG = 400  # characters of a stamp line that are looked at


@dataclass(frozen=True, slots=True)
class Printed:
    """A day (or month) found in a line: where, what, and what is odd about it."""

    start: int
    end: int
    edtf: str | None  # None: printed, and no such day
    earliest: str | None
    latest: str | None
    note: str | None = None

    def stamp(self, line: str, *, basis: StampBasis, because: str | None = None) -> Stamp:
        """Return a stamp with these days, the words taken from ``line``."""
        reasons = "; ".join(reason for reason in (because, self.note) if reason)
        words = line[self.start : self.end]
        if self.edtf is None:
            return Stamp(edtf=None, earliest=None, latest=None, basis="unknown", text=words, because=reasons)
        return Stamp(self.edtf, self.earliest, self.latest, basis=basis, text=words, because=reasons or None)


def find(line: str) -> Printed | None:
    """Return the first date with a year that is printed in ``line``, an impossible one if there is no other."""
    found = [
        printed for form in _FORMS for hit in form.finditer(line[:_LONG]) if (printed := _printed(hit)) is not None
    ]
    # "31 February 2025" holds "February 2025": the longest reading of the same words is the one that was printed
    whole = [one for one in found if not any(_within(one, other) for other in found)]
    return min(whole, key=lambda printed: (printed.edtf is None, printed.start), default=None)


def _within(one: Printed, other: Printed) -> bool:
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


def yearless(line: str) -> str | None:
    """Return the words of a day printed without its year ("March 3"), or None."""
    hit = _YEARLESS.search(line[:_LONG])
    return hit[0] if hit else None


def _printed(hit: re.Match[str]) -> Printed | None:
    parts = hit.groupdict()
    year = int(parts["year"])
    if parts.get("first"):
        return _slashed(hit, year, int(parts["first"]), int(parts["second"]))
    month = _MONTHS.get(parts["month"].lower()) or (int(parts["month"]) if parts["month"].isdigit() else 0)
    if parts.get("day") is None:
        last = calendar.monthrange(year, month)[1]
        return Printed(
            hit.start(), hit.end(), f"{year}-{month:02}", f"{year}-{month:02}-01", f"{year}-{month:02}-{last}"
        )
    return _whole(hit, year, month, int(parts["day"]))


def _whole(hit: re.Match[str], year: int, month: int, day: int) -> Printed:
    made = _day(year, month, day)
    if made is None:
        return Printed(hit.start(), hit.end(), None, None, None, f"{hit[0].strip()!r} is no day of the calendar")
    return Printed(
        hit.start(), hit.end(), made.isoformat(), made.isoformat(), made.isoformat(), _contradiction(hit, made)
    )


def _slashed(hit: re.Match[str], year: int, first: int, second: int) -> Printed:
    """Read 3/4/2025 as either of two days, and 13/4/2025 as the one it can be."""
    days = sorted({made for made in (_day(year, second, first), _day(year, first, second)) if made is not None})
    if not days:
        return Printed(hit.start(), hit.end(), None, None, None, f"{hit[0].strip()!r} is no day of the calendar")
    if len(days) == 1:
        iso = days[0].isoformat()
        return Printed(hit.start(), hit.end(), iso, iso, iso, _contradiction(hit, days[0]))
    one, two = days[0].isoformat(), days[1].isoformat()
    note = f"{hit[0].strip()!r} may be day before month or month before day"
    return Printed(hit.start(), hit.end(), f"[{one},{two}]", one, two, note)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _contradiction(hit: re.Match[str], made: date) -> str | None:
    said = (hit.groupdict().get("weekday") or "").lower()
    true = _DAYS[made.weekday()]
    if said and not true.startswith(said):
        return f"the stamp's weekday contradicts its date: {made.isoformat()} was a {true.capitalize()}"
    return None
