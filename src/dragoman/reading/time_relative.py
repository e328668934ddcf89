"""Rules that read times counted from another: "last month", "three weeks ago", "two days later", and terms."""

import re

from dragoman.model.calendar import Shade
from dragoman.model.forms import Every, Form, Origin, Pointed, Shaded, Shift, Term, Unit, Window
from dragoman.reading import time_words as words
from dragoman.reading.numerals import IN_WORDS
from dragoman.reading.time_grammar import rule
from dragoman.reading.time_words import COUNT, HEDGE, LONG_UNIT, UNIT, WEEKDAY, S

_DAYS = {
    "today": 0,
    "this day": 0,
    "tonight": 0,
    "overnight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
}


@rule(
    rf"(?:the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|(?:earlier|later){S}today|today|tonight|overnight"
    rf"|yesterday|tomorrow|last{S}night|this{S}(?:morning|afternoon|evening|day))",
    needs="day",
)
def named_day(match: "re.Match[str]") -> Form | None:
    """Read "yesterday", "earlier today", "last night"."""
    key = re.sub(r"\s+", " ", match[0].lower()).removeprefix("earlier ").removeprefix("later ")
    return Shift("day", abs(_DAYS[key]), 1 if _DAYS[key] >= 0 else -1)


@rule(
    rf"(?<=\bin\s)the{S}(?:early{S}|late{S})?(?:morning|afternoon|evening)(?!{S}(?:of|on)\b)|(?<=\bduring\s)the{S}night(?!{S}(?:of|on|from)\b)",
    needs="day",
)
def part_alone(match: "re.Match[str]") -> Form | None:
    """Read "in the evening", of the day told last."""
    return Pointed("day", 0, origin="told")


@rule(
    rf"(?:later|earlier){S}(?:that|the{S}same)(?:{S}very)?{S}(?:day|night|evening|morning|afternoon)"
    rf"|(?:that|the{S}same)(?:{S}very|{S}same)?{S}"
    r"(?:day|night|evening|morning|afternoon)",
    needs="day",
)
def that_day(match: "re.Match[str]") -> Form | None:
    """Read "that day", "later the same day"."""
    return Pointed("day", 0, origin="told")


@rule(
    rf"(?:the|on{S}the){S}(?:next|following|previous){S}(?:day|morning|night|evening|afternoon)"
    rf"|the{S}day{S}(?:following|before|after)(?=(?:{S})?[,.;])|next{S}day",
    needs="day",
)
def next_day(match: "re.Match[str]") -> Form | None:
    """Read "the next day", "the following morning", "the day before"."""
    back = re.search(r"previous|before", match[0], re.IGNORECASE)
    return Shift("day", 1, -1 if back else 1, "told")


_BY = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "following": 1,
    "coming": 1,
}
_LATER = rf"(?:(?:earlier|later|early|late){S}(?:in{S})?)?"


@rule(
    rf"{_LATER}(?P<the>the{S})?(?P<which>last|previous|this|current|same|that|next|following|coming"
    rf"|this{S}past|this{S}coming){S}"
    r"(?P<unit>week|weekend|month|quarter|year|decade|century)(?![-\w])",
    needs="unit",
)
def pointed(match: "re.Match[str]") -> Form | None:
    """Read "last month", "earlier this week", "the following year", "later that month"."""
    which = re.sub(r"\s+", " ", match["which"].lower())
    by = {"this past": -1, "this coming": 1}.get(which)
    told = which in ("that", "same", "previous", "following") or (match["the"] is not None and which == "next")
    if which in ("last", "this") and match["the"]:
        return None
    origin: Origin = "told" if told else "published"
    return Pointed(words.unit(match["unit"]), _BY[which] if by is None else by, origin=origin)


_EDGE: dict[str, Shade] = {
    "start": "start",
    "beginning": "start",
    "early part": "early",
    "end": "end",
    "close": "end",
    "turn": "start",
    "middle": "mid",
    "latter part": "late",
    "later part": "late",
    "rest": "late",
    "first half": "early",
    "second half": "late",
    "latter half": "late",
    "final weeks": "end",
    "last weeks": "end",
    "final months": "late",
    "first weeks": "start",
    "first months": "early",
    "opening weeks": "start",
    "last days": "end",
    "first days": "start",
}
EDGE = "(?:" + "|".join(sorted((e.replace(" ", "[ ]") for e in _EDGE), key=len, reverse=True)) + ")"


@rule(
    rf"(?:the{S})?(?:very{S})?(?P<edge>{EDGE}){S}of{S}(?:the|this|that|last|next){S}(?P<unit>week"
    rf"|month|quarter|year|decade|century)(?!{S}of\b)",
    needs="unit",
)
def edge(match: "re.Match[str]") -> Form | None:
    """Read "the end of the year", "the beginning of next month"."""
    which = re.search(r"of\s+(\w+)", match[0], re.IGNORECASE)
    by = {"last": -1, "next": 1}.get(which[1].lower() if which else "", 0)
    origin: Origin = "told" if which and which[1].lower() == "that" else "published"
    return Shaded(Pointed(words.unit(match["unit"]), by, origin=origin), shade(match["edge"]))


def shade(edge_words: str) -> Shade:
    """Return the part of a stretch that "the beginning", "middle" or "end" names."""
    return _EDGE[re.sub(r"\s+", " ", edge_words.lower())]


@rule(
    rf"(?:the{S})?(?P<unit>week|month|year)(?:['’]s{S}|-|{S}(?=end(?:{S})?[,.;]|end$))end(?!s)|mid-?year",
    needs="unit",
)
def unit_end(match: "re.Match[str]") -> Form | None:
    """Read "year-end", "the month's end"; a "week-end" is left out."""
    if match["unit"] is None:
        return Shaded(Pointed("year", 0), "mid")
    unit = words.unit(match["unit"])
    return None if unit == "week" else Shaded(Pointed(unit, 0), "end")


@rule(
    rf"the{S}(?P<unit>week|month|year|decade){S}(?P<way>before|earlier|after|later)(?={S}and\b|(?:{S})?[,.;]|\Z)",
    needs="unit",
)
def unit_before(match: "re.Match[str]") -> Form | None:
    """Read "the year before", "the week after"."""
    back = match["way"].lower() in ("before", "earlier")
    return Pointed(words.unit(match["unit"]), -1 if back else 1, origin="told")


@rule(
    rf"(?:later|earlier|early|late){S}in{S}the{S}(?P<unit>day|week|month|year)",
    needs="unit",
)
def in_the_year(match: "re.Match[str]") -> Form | None:
    """Read "later in the year"."""
    return Pointed(words.unit(match["unit"]), 0, origin="told")


@rule(
    rf"(?:the|this){S}weekend",
    needs="unit",
)
def weekend(match: "re.Match[str]") -> Form | None:
    """Read "the weekend", "at the weekend"."""
    if re.match(r"\s(?:of|edition|bag|break)\b", match.string[match.end() : match.end() + 9]):
        return None
    return Pointed("weekend", 0)


_QUANTITY = rf"(?:{HEDGE}{S}){{0,2}}(?P<count>{COUNT})?(?:{S})?(?P<unit>{UNIT})s?['’]?"


@rule(
    rf"{_QUANTITY}{S}(?:ago|back(?=(?:{S})?[,.;]|{S}(?:that|but|when)\b))(?:{S}(?P<on>today|{WEEKDAY}))?",
    needs="unit",
)
def ago(match: "re.Match[str]") -> Form | None:
    """Read "three weeks ago", "a year ago"."""
    return _shift(match, -1, "published")


_BEFORE_WHAT = re.compile(
    r"\s(?!(?:and|or|but|in|on|at|by|with|from|to|for|as|when|while|that|had|was|were|is|are|has|have|said|saying)\b)[\w“\"]"
)


@rule(
    rf"(?:just{S})?{_QUANTITY}{S}(?P<way>earlier|before|previously|prior|later|after|afterwards?"
    rf"|thereafter|from{S}now|hence)(?:{S}that)?",
    needs="unit",
)
def moved(match: "re.Match[str]") -> Form | None:
    """Read "two days later", "weeks after", "a month before", "two weeks from now"."""
    way = match["way"].lower()
    if way in ("before", "after", "prior") and match["count"] and _BEFORE_WHAT.match(match.string, match.end()):
        return None  # counted from what follows: "three days after leaving port"
    origin: Origin = "published" if way.startswith("from") or way == "hence" else "told"
    return _shift(match, -1 if way in ("earlier", "before", "previously", "prior") else 1, origin)


_SCALE_BEFORE = re.compile(r"\b(?:thousand|million|billion)\s*\Z", re.IGNORECASE)


def _shift(match: "re.Match[str]", sign: int, origin: Origin) -> Form | None:
    unit = words.unit(match["unit"])
    many = match["count"]
    if _SCALE_BEFORE.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None
    if many is None:
        plural = match[0].lower().find(match["unit"].lower() + "s") >= 0
        return Shift(unit, None, 1 if sign > 0 else -1, origin) if plural else None
    count = words.count(many)
    times = words.fortnights(match["unit"])
    return Shift(unit, None if count is None else count * times, 1 if sign > 0 else -1, origin)


_FUTURE = re.compile(
    r"\b(?:will|would|shall|to|expected|due|set|plans?|planned|scheduled|could|should|may|must|is|are)\b"
)
# "the warmest in a decade", "its first in ten years": how long it was not so
_SUPERLATIVE = re.compile(
    r"\b(?:[a-z]{3,}est|most|least|worst|best|first|second|third|only|once|twice|times)\b[^.;]{0,40}\sin\s(?:more\sthan\s|over\s|nearly\s|almost\s|at\sleast\s|about\s|some\s)?\Z"
)
_CLAUSE = re.compile(r"[.;,]\s")


@rule(
    rf"(?<=\bin\s)(?P<count>{COUNT}){S}(?P<unit>{LONG_UNIT})s?['’]?(?:{S}time)?",
    needs="unit",
)
def in_some_time(match: "re.Match[str]") -> Form | None:
    """Read "will meet in two weeks"; "built in two years" is a term."""
    before = _CLAUSE.split(match.string[max(0, match.start() - 80) : match.start()])[-1]
    opening = before.strip() == "In" and re.match(r",?\s[^.;,]{1,40}\swill\b", match.string[match.end() :][:60])
    if (
        not match[0].lower().endswith("time")
        and not opening
        and (_SUPERLATIVE.search(before) or not _FUTURE.search(before))
    ):
        return None
    return _shift(match, 1, "published")


@rule(
    rf"(?:(?:the|these|this|those){S})?(?P<way>past|last|preceding|previous|next|coming|following"
    rf"|recent|upcoming|first|final){S}"
    rf"(?:{HEDGE}{S})?(?:(?P<count>{COUNT}){S})?(?P<unit>{UNIT})s?(?P<ahead>{S}ahead)?(?![-\w])",
    needs="unit",
)
def window(match: "re.Match[str]") -> Form | None:
    """Read "the past three years", "the next two weeks", "recent months"."""
    way, many, name = match["way"].lower(), match["count"], match["unit"]
    plural = match[0].lower().rstrip("'’").endswith("s")
    if way in ("first", "final", "following", "preceding", "previous"):
        return Term(words.unit(name), words.count(many)) if many and plural else None
    if not many and not plural and not (way == "past" or match[0].lower().startswith("the last")):
        return None
    count = words.count(many) if many else (None if plural else 1.0)
    count = None if count is None else count * words.fortnights(name)
    return Window(words.unit(name), count, 1 if way in ("next", "coming", "upcoming") else -1)


@rule(
    rf"(?:the{S})(?P<unit>{LONG_UNIT})s{S}(?:ahead|to{S}come)|(?:the{S})?(?P<unit2>year|decade|month|week)s{S}past",
    needs="unit",
)
def ahead(match: "re.Match[str]") -> Form | None:
    """Read "the months ahead", "the years to come"."""
    return Window(words.unit(match["unit"] or match["unit2"]), None, 1 if match["unit"] else -1)


_AGE = re.compile(r"(?:[- ]olds?\b|\s+of\s+age\b|\s+old\b)", re.IGNORECASE)


@rule(
    rf"(?P<count>\d{{1,3}}(?:\.\d)?|{IN_WORDS}(?:-and-a-half)?|half|multi|several|a)-(?P<unit>{UNIT})s?(?:-long)?",
    needs="unit",
)
def hyphened(match: "re.Match[str]") -> Form | None:
    """Read "20-year", "two-week", "month-long"; not the age in "20-year-old"."""
    if _AGE.match(match.string, match.end()) or match.string[: match.start()].endswith("-"):
        return None
    many = match["count"].lower()
    return _term(match["unit"], 0.5 if many == "half" else words.count(many))


@rule(
    rf"(?P<unit>{UNIT})s?-long",
    needs="unit",
)
def unit_long(match: "re.Match[str]") -> Form | None:
    """Read "month-long", "years-long"."""
    plural = "s-" in match[0].lower()
    return _term(match["unit"], None if plural else 1.0)


_ONE_BEFORE = re.compile(
    rf"\b(?:for|in|within|after|lasted|lasting|spent|took|takes|over|under|than|least|nearly|almost"
    rf"|about|around|half|every"
    rf"|roughly|approximately|another|by|of|once|to)\s(?:(?:only|just|over|under|more\sthan|less\sthan|{HEDGE})\s)?\Z",
    re.IGNORECASE,
)


@rule(
    rf"(?:(?:{HEDGE}|another|a{S}further|an{S}additional|a{S}total{S}of|up{S}to){S}){{0,2}}(?P<count>{COUNT}){S}"
    rf"(?:(?:full|consecutive|straight|more|long|additional|whole){S})?"
    rf"(?P<unit>{UNIT})s?['’]?(?:{S}and{S}(?P<extra>{COUNT}){S}(?P<smaller>month|day|week|hour|minute)s?)?",
    needs="unit",
)
def term(match: "re.Match[str]") -> Form | None:
    """Read "20 years", "for a decade", "two years and six months"; not an age, not "a day" of a rate."""
    if _AGE.match(match.string, match.end()):
        return None
    many = match["count"].lower()
    before = match.string[max(0, match.start() - 24) : match.start()]
    one = many in ("a", "an") and match.start("count") == match.start()
    if (
        one
        and not _ONE_BEFORE.search(before)
        and not re.match(r"\s(?:after|before)\b", match.string[match.end() :][:8])
    ):
        return None
    if many in ("a few", "few", "many", "some") and words.unit(match["unit"]) == "day" and "night" in match["unit"]:
        return None
    return _term(match["unit"], words.count(many), match["extra"], match["smaller"])


@rule(
    rf"(?P<count>an?|one|\d{{1,2}}|{IN_WORDS}){S}(?P<unit>year|month|week|decade|hour|day)s?{S}and{S}a{S}half"
    rf"(?:{S}(?P<way>ago|earlier|later|(?:before|after)(?=(?:{S})?[,.;]))\b)?",
    needs="unit",
)
def and_a_half(match: "re.Match[str]") -> Form | None:
    """Read "a year and a half", "a year and a half ago"."""
    count = words.count(match["count"])
    if match["way"] and count is not None:
        back = match["way"].lower() in ("ago", "earlier", "before")
        origin: Origin = "published" if match["way"].lower() == "ago" else "told"
        return Shift(words.unit(match["unit"]), count + 0.5, -1 if back else 1, origin)
    return _term(match["unit"], None if count is None else count + 0.5)


_PLURAL_BEFORE = re.compile(
    r"\b(?:for|in|after|over|through|took|lasted|lasting|within|spent|during|of|following|by)\s\Z", re.IGNORECASE
)


@rule(
    r"(?P<unit>decade|year|month|week|day|hour|centurie)s",
    needs="unit",
)
def terms(match: "re.Match[str]") -> Form | None:
    """Read "for decades", "years of war"."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    if re.search(r"\b(?:early|small|morning|evening|opening|closing)\s\Z", before):
        return None
    if not _PLURAL_BEFORE.search(before) and not re.match(r"\s+(?:of|after|before)\b", match.string[match.end() :][:8]):
        return None
    return _term(match["unit"], None)


def _term(name: str, count: float | None, extra: str | None = None, smaller: str | None = None) -> Form:
    unit: Unit = words.unit(name)
    more = words.count(extra) if extra and smaller else None
    factor = {"month": 1, "day": 1}.get(smaller or "", 0) if unit in ("year", "month") else 0
    return Term(unit, None if count is None else count * words.fortnights(name), (more or 0) * factor)


_EVERY: dict[str, Unit] = {
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "fortnightly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annually": "year",
    "yearly": "year",
    "annual": "year",
    "everyday": "day",
    "hourly": "hour",
    "biannual": "half",
}


@rule(
    rf"(?:every|each){S}(?:(?P<count>other|second|single|{COUNT}){S})?(?:(?P<wd>{WEEKDAY})|(?P<unit>{UNIT})s?)"
    rf"|(?:once|twice|(?:{COUNT}){S}times){S}(?:a|per|each){S}(?P<rate>{UNIT})|per{S}(?P<per>{UNIT})"
    rf"|(?P<days>{WEEKDAY})s|(?P<adverb>daily|nightly|weekly|fortnightly|monthly|quarterly|annually|yearly|hourly|annual(?!{S}(?:rate|income|salary|revenues?|average)))",
    needs="set",
)
def every(match: "re.Match[str]") -> Form | None:
    """Read "every Friday", "twice a year", "annually"."""
    day = match["wd"] or match["days"]
    if day:
        return Every("week", words.weekday(day))
    if match["adverb"]:
        return Every(_EVERY[match["adverb"].lower()], count=words.fortnights(match["adverb"]))
    name, many = match["unit"] or match["rate"] or match["per"], (match["count"] or "single").lower()
    times = {"other": 2.0, "second": 2.0, "single": 1.0}.get(many) or words.count(many) or 1.0
    return Every(words.unit(name), count=times * words.fortnights(name))
