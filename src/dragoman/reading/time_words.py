"""The words of dates and terms, as tables and as pieces of patterns."""

import re

from dragoman.model.forms import Unit
from dragoman.reading.numerals import IN_WORDS, ORDINALS, number

MONTHS = {
    name: n
    for n, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
WEEKDAYS = {
    name: n for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
UNITS: dict[str, Unit] = {
    "minute": "minute", "hour": "hour", "day": "day", "night": "day", "week": "week", "fortnight": "week",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "season": "season", "year": "year",
    "decade": "decade", "century": "century", "centurie": "century",
}  # fmt: skip

# white space inside a time; a line may be wrapped within it
S = r"[\s\u00a0]{1,3}"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w])"
# a year a newspaper may print without "in"; older ones need a preposition or an era
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d])"
UNIT = r"(?:minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century|centurie)"
LONG_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century|centurie)"
SOME = r"(?:a[ ]few|a[ ]couple[ ]of|a[ ]number[ ]of|several|many|some|few|countless|numerous|recent)"
COUNT = (
    rf"(?:half[ ]a[ ]dozen|half[ ]a|(?:a|one)[ ]and[ ]a[ ]half|a[ ]dozen|{SOME}"
    rf"|\d{{1,3}}[ ]1/2|\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?|{IN_WORDS}(?:[ -]and[ -]a[ -]half)?|an?)"
)
HEDGE = (
    r"(?:about|around|approximately|roughly|nearly|almost|some|over|under|just|only|at[ ]least|more[ ]than|less[ ]than)"
)

_FIXED = {"a": 1.0, "an": 1.0, "half a dozen": 6.0, "a dozen": 12.0, "half a": 0.5, "a couple of": 2.0}


def month(words: str) -> int:
    """Return the number of a month, by its name or its abbreviation."""
    key = words.lower().rstrip(".")
    return next(n for name, n in MONTHS.items() if name.startswith(key[:3]))


def weekday(words: str) -> int:
    """Return the number of a weekday, Monday being 0."""
    key = words.lower()[:3]
    return next(n for name, n in WEEKDAYS.items() if name.startswith(key))


def day(words: str) -> int:
    """Return a day of the month: "21st" is 21."""
    return int(re.sub(r"\D", "", words))


def unit(words: str) -> Unit:
    """Return the unit, whether its name stands in the singular or the plural."""
    key = words.lower().rstrip("'’")
    return UNITS.get(key) or UNITS.get(key.removesuffix("s")) or "day"


def fortnights(words: str) -> int:
    """Return how many of :func:`unit` the word stands for: a fortnight is two weeks."""
    return 2 if words.lower().startswith("fortnight") else 1


def ordinal(words: str) -> int | None:
    """Return the value of an ordinal: "third" and "3rd" are 3."""
    digits = re.match(r"\d{1,3}", words)
    return int(digits[0]) if digits else ORDINALS.get(words.lower())


def count(words: str) -> float | None:
    """Return how many, None for "several" and its like: "two and a half" is 2.5."""
    words = re.sub(r"\s+", " ", words.strip().lower())
    half = re.search(r"(?:[ -]and[ -]a[ -]half| 1/2)$", words)
    if half:
        base = words[: half.start()]
        known = 1.0 if base == "a" else number(base)
        return None if known is None else known + 0.5
    return _FIXED.get(words) or number(words)
