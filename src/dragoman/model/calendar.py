"""Stretches of days that words name: days, weeks, months, seasons, years, with their EDTF."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "span"]
Shade = Literal["early", "mid", "late", "start", "end"]

# meteorological seasons of the northern hemisphere, as news agencies use them; winter runs into the next year
SEASON_MONTH = {1: 3, 2: 6, 3: 9, 4: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days, with the grain it was told in; None where a bound is open or before year 1."""

    grain: Grain
    edtf: str
    start: date | None
    end: date | None


def bounded(year: int, month: int, day: int) -> date:
    """Return the date, its day cut to the month's length and its year to what a date can hold."""
    year = min(max(year, 1), 9999)
    return date(year, month, min(day, monthrange(year, month)[1]))


def plus_days(day: date, count: int) -> date:
    """Return the date ``count`` days on, held within the years a date can have."""
    ordinal = day.toordinal() + max(min(count, 4_000_000), -4_000_000)
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def plus_months(day: date, count: int) -> date:
    """Return the date ``count`` months on, in the last day of a shorter month where it must."""
    months = day.year * 12 + day.month - 1 + max(min(count, 120_000), -120_000)
    return bounded(months // 12, months % 12 + 1, day.day)


def day_of(day: date) -> Period:
    """Return one day."""
    return Period("day", day.isoformat(), day, day)


def span_of(start: date, end: date, grain: Grain = "span") -> Period:
    """Return one unnamed day among those from ``start`` to ``end``."""
    edtf = start.isoformat() if start == end else f"[{start.isoformat()}..{end.isoformat()}]"
    return Period(grain, edtf, start, end)


def week_of(day: date) -> Period:
    """Return the week, Monday to Sunday, that holds ``day``."""
    monday = plus_days(day, -day.weekday())
    return span_of(monday, plus_days(monday, 6), "week")


def weekend_of(day: date) -> Period:
    """Return the Saturday and Sunday of the week that holds ``day``."""
    saturday = plus_days(day, 5 - day.weekday())
    return span_of(saturday, plus_days(saturday, 1), "weekend")


def month_of(year: int, month: int) -> Period:
    """Return one month of one year."""
    first = bounded(year, month, 1)
    return Period("month", f"{first.year:04d}-{month:02d}", first, bounded(year, month, 31))


def months_of(grain: Grain, edtf: str, first: date, count: int) -> Period:
    """Return ``count`` whole months from ``first`` on."""
    return Period(grain, edtf, first, plus_days(plus_months(first, count), -1))


def quarter_of(year: int, quarter: int) -> Period:
    """Return a calendar quarter (EDTF level 2 numbers them 33 to 36)."""
    return months_of("quarter", f"{year:04d}-{32 + quarter}", bounded(year, quarter * 3 - 2, 1), 3)


def half_of(year: int, half: int) -> Period:
    """Return one half of a year (EDTF level 2 numbers them 40 and 41)."""
    return months_of("half", f"{year:04d}-{39 + half}", bounded(year, half * 6 - 5, 1), 6)


def season_of(year: int, season: int) -> Period:
    """Return a season: 1 spring, 2 summer, 3 autumn, 4 winter (EDTF 21 to 24)."""
    return months_of("season", f"{year:04d}-{20 + season}", bounded(year, SEASON_MONTH[season], 1), 3)


def year_of(year: int) -> Period:
    """Return one year; years before 1 are astronomical (0 is 1 BC) and have no bounds."""
    if year < 1:
        return Period("year", f"-{-year:04d}" if year else "0000", None, None)
    return Period("year", f"{year:04d}", bounded(year, 1, 1), bounded(year, 12, 31))


def decade_of(year: int) -> Period:
    """Return the ten years that share their first three digits with ``year``."""
    first = year // 10 * 10
    return Period("decade", f"{first // 10:03d}X", bounded(first, 1, 1), bounded(first + 9, 12, 31))


def century_of(number: int) -> Period:
    """Return a century by its number: the 20th is 1900 to 1999, as newspapers count; below 0 before Christ."""
    if number < 1:
        return Period("century", f"-{-number - 1:02d}XX", None, None)
    first = (number - 1) * 100
    return Period("century", f"{number - 1:02d}XX", bounded(first, 1, 1), bounded(first + 99, 12, 31))


# which tenths of a stretch the words point at: "early" the first three, "mid" four in the middle, "late" the last three
_SHADES: dict[str, tuple[int, int]] = {"early": (0, 3), "start": (0, 2), "mid": (3, 7), "late": (7, 10), "end": (8, 10)}


def shaded(period: Period, shade: Shade) -> Period:
    """Return the part of a stretch that "early", "mid" or "the end of" points at; a day stays whole."""
    if period.start is None or period.end is None or period.grain == "day":
        return period
    first, last = _SHADES[shade]
    years = period.end.year - period.start.year + 1
    if years >= 10:  # of a decade or a century whole years
        begin, finish = period.start.year + years * first // 10, period.start.year + years * last // 10 - 1
        return Period("span", f"[{begin:04d}..{finish:04d}]", bounded(begin, 1, 1), bounded(finish, 12, 31))
    length = (period.end - period.start).days + 1
    start = period.start + timedelta(days=length * first // 10)
    end = period.start + timedelta(days=length * last // 10 - 1)
    if length > 180:  # of a year whole months: "early 2025" is January to April
        start, end = bounded(start.year, start.month, 1), bounded(end.year, end.month, 31)
        return Period("span", f"[{start:%Y-%m}..{end:%Y-%m}]", start, end)
    return span_of(start, end)


def nearest_year(month: int, day: int | None, around: date) -> int:
    """Return the year that puts the month, or the day of it, closest to ``around``, the earlier of two equals."""
    middle = day or 15
    return min(
        (around.year - 1, around.year, around.year + 1),
        key=lambda y: abs((bounded(y, month, middle) - around).days),
    )


def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian algorithm, 1991)."""
    a = (19 * (year % 19) + 15) % 30
    b = (2 * (year % 4) + 4 * (year % 7) - a + 34) % 7
    month, day = divmod(a + b + 114, 31)
    return plus_days(date(year, month, day + 1), year // 100 - year // 400 - 2)


def easter(year: int) -> date:
    """Return Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
