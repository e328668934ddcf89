"""Numbers in a sentence with what they count and how exact they are, by the printed words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.words import STOP, content, stem

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS = {word: n for n, word in enumerate(SMALL)} | TENS | {"dozen": 12}
SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

NUMBER = re.compile(
    rf"(?<![\w.,-])(?P<money>[$€£¥]\s?)?(?P<number>\d[\d,]*(?:\.\d+)?|(?:{'|'.join(WORDS)})(?:-(?:{'|'.join(SMALL)}))?)"
    rf"(?P<scale>[ -]?(?:{'|'.join(SCALE)}))?(?=\b)(?!\w)(?!:\d)",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|close to|an estimated|near)\s+(?:the )?$", re.I
)
LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|upwards of|above|exceeding)\s+(?:the )?$", re.I
)
MOST = re.compile(r"\b(?:at most|up to|fewer than|less than|under|no more than|below)\s+(?:the )?$", re.I)
DAY = re.compile(rf"^\s*(?:{MONTHS})\b|^(?:st|nd|rd|th)\b")
BEFORE_DAY = re.compile(rf"(?:{MONTHS})\.?\s+$")
BEFORE_YEAR = re.compile(rf"(?:(?:{MONTHS})|\b(?:in|since|until|by|of|from|year|early|late|mid))[ -]$", re.I)
WITHIN = 0.1  # "about 300" may be 312, and not 350
FURTHER = 4  # words behind a number in which what it counts is looked for

# what different papers call the same
SAME = {
    word: group[0]
    for group in (
        ("troop", "soldier", "servicemen", "servicem", "trooper"),
        ("lawmaker", "deputy", "member", "legislator", "mp", "parliamentarian", "delegat"),
        ("dead", "death", "kil", "kill", "died", "fatality", "killed"),
        ("wound", "injur", "hurt", "wounded", "injured"),
        ("protester", "demonstrator", "protest"),
        ("migrant", "refugee"),
        ("vessel", "ship", "boat"),
        ("dollar", "usd"),
        ("people", "person", "civilian"),
    )
    for word in map(stem, group)
}
MEASURES = frozenset(map(stem, ("kilometre", "mile", "tonne", "ton", "dollar", "euro", "percent", "hour", "day", "week",
                                "month", "year", "minute", "decade")))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number told: between ``low`` and ``high``, of things called by any of ``what``."""

    start: int
    text: str  # with the words that bound it
    value: float
    low: float
    high: float
    what: tuple[str, ...]  # stems behind it, nearest first
    money: bool

    def fits(self, other: "Amount") -> bool:
        """Say whether both may be told of one count: bounds and rounding are no difference."""
        return (self.low <= other.high and other.low <= self.high) or _rounded(self, other) or _rounded(other, self)


def amounts(text: str) -> tuple[Amount, ...]:
    """Return the numbers of a sentence, without dates, years and scores."""
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    for found in NUMBER.finditer(text):
        before, behind = text[: found.start()], text[found.end() :]
        value = _value(found)
        if value is None or _dated(found, value, before, behind):
            continue
        low, high = _bounds(value, before)
        bound = next((m[0] for p in (ABOUT, LEAST, MOST) if (m := p.search(before))), "")
        what = _what(behind)
        if what or found["money"] or found["number"][0].isdigit() or value > 1:
            yield Amount(found.start(), f"{bound}{found[0]}", value, low, high, what, bool(found["money"]))


def _value(found: re.Match[str]) -> float | None:
    word = found["number"].lower().replace(",", "")
    scale = SCALE.get((found["scale"] or "").strip(" -").lower(), 1.0)
    if word[0].isdigit():
        return float(word) * scale
    parts = word.split("-")
    known = [WORDS[p] for p in parts if p in WORDS]
    return sum(known) * scale if len(known) == len(parts) and (found["scale"] or word != "one") else None


def _dated(found: re.Match[str], value: float, before: str, behind: str) -> bool:
    """Say whether a number is a day of a month or a year."""
    if found["money"] or found["scale"]:
        return False
    plain = found["number"].isdigit()
    if plain and value <= 31 and (DAY.match(behind) or BEFORE_DAY.search(before)):
        return True
    year = plain and len(found["number"]) == 4 and 1800 <= value <= 2100
    return year and (not _what(behind) or BEFORE_YEAR.search(before) is not None)


def _bounds(value: float, before: str) -> tuple[float, float]:
    if ABOUT.search(before):
        return value * (1 - WITHIN), value * (1 + WITHIN)
    if LEAST.search(before):
        return value, float("inf")
    return (0.0, value) if MOST.search(before) else (value, value)


def _what(behind: str) -> tuple[str, ...]:
    """Return the stems of the words behind a number, up to the first that ends the phrase."""
    phrase = re.match(r"[\s-]*((?:[^\W\d_][\w’'-]*[ -]?)*)", behind)
    words: list[str] = []
    for word in re.split(r"[ -]", phrase[1] if phrase else ""):
        lower = word.lower()
        if lower in ("year", "years", "month", "months", "week", "weeks", "day", "days", "percent"):
            return (*words, stem(lower.removesuffix("s")))
        if not word or lower in STOP - {"people", "official", "officials", "source", "sources"}:
            break
        words += [SAME.get(s, s) for s in content(word)]
        if len(words) >= FURTHER:
            break
    return tuple(words)


def _rounded(one: Amount, other: Amount) -> bool:
    """Say whether one number is the other to fewer figures, as "2.5 million" is 2,480,000."""
    digits = len(f"{other.value:g}".rstrip("0").replace(".", ""))
    plain = f"{one.value:.0f}".rstrip("0")
    return (
        len(plain) < digits and len(plain) <= 2 and one.value >= 100 and abs(one.value - other.value) < 0.05 * one.value
    )
