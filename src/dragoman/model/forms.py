"""What the words of a time say, before any date is known to count from."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.calendar import Shade

Unit = Literal[
    "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"
]
Origin = Literal["published", "told"]  # "told": the time the text spoke of last
Which = Literal["last", "this", "next"]
FeastName = Literal["christmas", "new year", "easter", "orthodox christmas", "orthodox easter", "may day"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its numbers, as full as it was given: "January 17, 2025", "April", "2022"."""

    year: int | None = None  # astronomical: 0 is 1 BC
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    shift: int | None = None  # "April of last year": -1, counted from ``origin``; only where ``year`` is None
    origin: Origin = "published"
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    """A named part of a year, or a decade or century: "the first quarter", "summer 2024", "the 1990s"."""

    unit: Literal["quarter", "half", "season", "decade", "century"]
    number: int  # of the quarter, half, season or century; the first year of the decade
    year: int | None = None
    shift: int | None = None  # "the first quarter of next year": 1
    fiscal: bool = False  # whose year begins we cannot know


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by itself; ``which`` None follows news convention: the nearest by tense, today counts."""

    day: int  # 0 is Monday
    which: Which | None = None
    weeks: int = 0  # "Friday last week": -1
    origin: Origin = "published"  # "the following Monday": "told"


@dataclass(frozen=True, slots=True)
class Pointed:
    """A named stretch pointed at: "last month", "this weekend", "next April", "last summer"."""

    unit: Unit
    by: int  # -1 last, 0 this, 1 next
    number: int | None = None  # of the month or season, where one is named
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Shift:
    """So much before or after: "three weeks ago", "two days earlier", "weeks after" (``count`` None)."""

    unit: Unit
    count: float | None
    sign: Literal[-1, 1]
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends or begins with the origin: "the past three years", "the next two weeks"."""

    unit: Unit
    count: float | None  # None: "recent weeks", "the coming months"
    sign: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Shaded:
    """A part of another time: "early 2025", "the end of the month"."""

    of: "Form"
    shade: Shade


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: "Form"
    last: "Form"


@dataclass(frozen=True, slots=True)
class Feast:
    """A festival whose day can be reckoned: "Christmas", "Easter"."""

    name: FeastName
    offset: int = 0  # days: Christmas Eve is -1
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """No more than past, present or future: "recently", "now", "in future"."""

    ref: Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time: "20-year", "for six months"; ``count`` None is "several", "decades"."""

    unit: Unit
    count: float | None
    extra: float = 0  # of the next smaller unit: "two years and six months"


@dataclass(frozen=True, slots=True)
class Every:
    """A time that comes back: "every Friday", "annually"."""

    unit: Unit
    weekday: int | None = None
    count: float = 1  # "every two weeks": 2


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day by itself: "at 10:30 GMT"; of the day told last, or else of publication."""

    hour: int
    minute: int | None = None
    zone: str | None = None  # as ISO 8601 has it: "Z", "+03:00"; None where none is named, or two share the name


Form = Calendar | Division | Weekday | Pointed | Shift | Window | Shaded | Range | Feast | Vague | Term | Every | Clock
