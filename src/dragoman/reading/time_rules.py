"""Rules that read dates by their numbers and names: "January 17, 2025", "April", "the 1990s", "Wednesday"."""

import re
from typing import Literal

from dragoman.model.calendar import Shade
from dragoman.model.forms import Calendar, Division, Form, Origin, Pointed, Range, Shaded, Weekday, Which
from dragoman.reading import time_words as words
from dragoman.reading.numerals import ORDINALS
from dragoman.reading.time_grammar import rule
from dragoman.reading.time_words import (
    ANY_WEEKDAY,
    DAY,
    FULL_MONTH,
    MONTH,
    SEASON,
    WEEKDAY,
    YEAR,
    S,
)

# "of that year", "last year", after a month or a quarter
OF_YEAR = (
    rf"(?:,?{S}(?:(?:of|in){S})?(?P<rel>last|this|next|that|(?:of|in){S}the|the{S}(?:same|following"
    rf"|previous|next)){S}year)"
)
_RELATIVE_YEAR: dict[str, tuple[int, Origin]] = {
    "last": (-1, "published"), "this": (0, "published"), "next": (1, "published"), "that": (0, "told"),
    "of the": (0, "told"), "in the": (0, "told"), "the same": (0, "told"), "the following": (1, "told"),
    "the previous": (-1, "told"), "the next": (1, "told"),
}  # fmt: skip
_COUNTED = (
    r"(?!\s(?:people|troops|soldiers|men|civilians|dead|km|kilomet|miles|tonn?e?s|meters|metres|percent|per\scent))"
)


def named_year(match: "re.Match[str]") -> int | None:
    """Return the year that is printed, if one is."""
    text = match["year"]
    return int(text) if text else None


def relative_year(match: "re.Match[str]") -> tuple[int | None, Origin]:
    """Return by how many years, and from where, "last year" or "of that year" moves."""
    rel = match["rel"]
    if rel is None:
        return None, "published"
    return _RELATIVE_YEAR[re.sub(r"\s+", " ", rel.lower())]


def _capital(word: str) -> bool:
    """Say whether a month's name is one: "may" and "march" in lower case are verbs."""
    return word[0].isupper() or word.lower() not in ("may", "march", "mar", "august", "sep", "dec")


_DAY_WORD = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_YEAR_AFTER = rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR}){_COUNTED}|{OF_YEAR})?"


@rule(
    rf"(?:(?P<wd>{ANY_WEEKDAY})(?:,{S}|{S}|{S}\())?(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY}){_YEAR_AFTER}",
    needs="month",
)
def month_day(match: "re.Match[str]") -> Form | None:
    """Read "January 17, 2025", "Wednesday, May 21"."""
    return _calendar_day(match)


@rule(
    rf"(?:(?P<wd>{ANY_WEEKDAY}),?{S})?(?:the{S})?(?P<day>{DAY})(?:{S}day)?{S}(?:of{S})?(?P<month>{MONTH}){_YEAR_AFTER}",
    needs="month",
)
def day_month(match: "re.Match[str]") -> Form | None:
    """Read "17 January 2025", "the 21st of May"."""
    return _calendar_day(match)


@rule(
    rf"(?:the{S})?(?P<nth>{_DAY_WORD}){S}(?:day{S})?of{S}(?P<month>{MONTH}){_YEAR_AFTER}",
    needs="month",
)
def spelt_day(match: "re.Match[str]") -> Form | None:
    """Read "the fifth of January"."""
    if not _capital(match["month"]):
        return None
    shift, origin = relative_year(match)
    day = ORDINALS[match["nth"].lower()]
    return Calendar(named_year(match), words.month(match["month"]), day, shift=shift, origin=origin)


@rule(
    rf"the{S}(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))",
    needs="digit",
)
def day_alone(match: "re.Match[str]") -> Form | None:
    """Read "on the 9th"; not "the 38th parallel" nor "came in on the 9th floor"."""
    before = match.string[max(0, match.start() - 10) : match.start()]
    if not _DAY_BEFORE.search(before) or not _DAY_AFTER.match(match.string, match.end()):
        return None
    return Calendar(day=words.day(match["day"]))


_DAY_BEFORE = re.compile(r"\b(?:on|by|until|till|since|from|before|through|after)\s\Z", re.IGNORECASE)
_DAY_AFTER = re.compile(
    r"(?:[.,;:)]|\Z|\s(?:and|or|to|in|at|by|with|as|when|while|after|before|the|a|an|for|was|were|is|are|will|until|but|that)\b)"
)


def _calendar_day(match: "re.Match[str]") -> Form | None:
    if not _capital(match["month"]):
        return None
    shift, origin = relative_year(match)
    return Calendar(
        named_year(match),
        words.month(match["month"]),
        words.day(match["day"]),
        words.weekday(match["wd"]) if match["wd"] else None,
        shift,
        origin,
    )


@rule(
    rf"(?P<month>{MONTH})(?:,?{S}(?:(?:of|in){S})?(?P<year>{YEAR}){_COUNTED}|{OF_YEAR})",
    needs="month",
)
def month_year(match: "re.Match[str]") -> Form | None:
    """Read "January 2025", "June in 1981", "April of last year"."""
    if not _capital(match["month"]):
        return None
    shift, origin = relative_year(match)
    return Calendar(named_year(match), words.month(match["month"]), shift=shift, origin=origin)


# what may stand before a month that is also a name, a verb or a noun
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|through|during|to|between|before|after|late|early|mid|and|last|next|this"
    rf"|previous|following|or|for|throughout|around|about|least|than)[ \n]|mid-|{MONTH}[-–]|^\W*)\Z",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(rf"\s(?:to|through|and|or|until|till)\s{MONTH}\b|[-–]{MONTH}\b")
_AFTER_NAME = re.compile(r"['’]s?\b|\s+[A-Z][a-z]")
_THE_MONTH = re.compile(
    r"\b(?:the|an?|its|their|this|his)\s(?:early\s|late\s|mid-)?\Z", re.IGNORECASE
)  # "the April accord"
_NOUN_AFTER = re.compile(r"\s(?!(?:of|to|on|for|in|by|through|from|across|against|and|was|is|had|has|will)\b)[a-z]")
_AMBIGUOUS = ("march", "may", "june", "april", "august")


@rule(
    rf"(?P<month>{FULL_MONTH}|Sept\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.)",
    needs="month",
)
def bare_month(match: "re.Match[str]") -> Form | None:
    """Read "April" by itself, not the verb "may" nor a person called May or June."""
    word = match["month"]
    if not _capital(word):
        return None
    before = match.string[max(0, match.start() - 14) : match.start()]
    licensed = _AFTER_MONTH.match(match.string, match.end()) or (before.strip() and _BEFORE_MONTH.search(before))
    licensed = licensed or (_THE_MONTH.search(before) and _NOUN_AFTER.match(match.string, match.end()))
    licensed = licensed or re.match(r"\s(?:was|were|saw|brought)\s", match.string[match.end() : match.end() + 10])
    if word.lower() in _AMBIGUOUS and not licensed:
        return None
    if (
        word.lower() in ("may", "june", "april", "august")
        and _AFTER_NAME.match(match.string, match.end())
        and (not re.search(r"\b(?:in|since|until|last|early|late|mid)\W\Z", before, re.IGNORECASE))
    ):
        return None
    return Calendar(month=words.month(word))


@rule(
    rf"(?P<month1>{MONTH}){S}(?P<day1>{DAY})(?:-|–|—|{S}(?:to|and|-|–){S})(?P<day2>{DAY})(?:,?{S}(?P<year>{YEAR}))?",
    needs="month",
)
def month_days(match: "re.Match[str]") -> Form | None:
    """Read "May 3-5", "October 22–24, 2024"."""
    return _days(match)


@rule(
    rf"(?P<day1>{DAY})(?:-|–|—|{S}(?:to|and|-|–){S})(?P<day2>{DAY}){S}(?:of{S})?(?P<month1>{MONTH})"
    rf"(?:,?{S}(?P<year>{YEAR}))?",
    needs="month",
)
def days_month(match: "re.Match[str]") -> Form | None:
    """Read "3-5 May", "22 to 24 October 2024"."""
    return _days(match)


def _days(match: "re.Match[str]") -> Form | None:
    first, last = words.day(match["day1"]), words.day(match["day2"])
    if not _capital(match["month1"]) or first >= last:
        return None
    month, year = words.month(match["month1"]), named_year(match)
    return Range(Calendar(year, month, first), Calendar(year, month, last))


@rule(
    r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>3[01]|[12]\d|0[1-9]))?(?![-\d])",
    needs="digit",
)
def iso(match: "re.Match[str]") -> Form | None:
    """Read "2025-05-21"; "2010-11" may be two years and is left to them."""
    if not match["day"]:
        return None
    return Calendar(int(match["year"]), int(match["month"]), int(match["day"]))


@rule(
    r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![/\d]|\.\d)",
    needs="digit",
)
def numeric(match: "re.Match[str]") -> Form | None:
    """Read "21.05.2025" day first; with slashes only where one number can be no month."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if match["sep"] == "/" and a <= 12 and b <= 12 and a != b:
        return Calendar(year)  # day and month cannot be told apart
    day, month = (a, b) if b <= 12 else (b, a)
    return Calendar(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


# numbers that look like years: resolutions, articles, aircraft; and what is counted after a round number
_NO_YEAR_BEFORE = re.compile(
    r"(?:resolutions?|res\.|no\.|nos\.|number|article|section|page|pp?\.|flight|route|boeing|airbus|room|psalm"
    r"|than|least|nearly|almost|approximately|roughly|over|to\sover|some|only|exactly|[#№$€£-]"
    r"|(?<!\b19\d)(?<!\b20\d)\d[,.]|[a-z]{2,}-|\d\s?x)\s?\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|between|and|to|after|before|during|year|early|late|mid|around|about|circa"
    r"|spring|summer|autumn|fall|winter|through|the|this|that|an?|for|c\.|ca\.)\s|or\s|['’]s\s|mid-|post-|pre-|\(|[–—-])\Z",
    re.IGNORECASE,
)
_COUNT_AFTER = re.compile(
    r"\s?(?:%|percent|per\scent|people|troops|soldiers|men|women|children|civilians|dead|killed"
    r"|wounded|injured|prisoners"
    r"|refugees|km|kms|kilomet|miles?|mph|tonn?e?s|met(?:er|re)s|feet|ft|kg|mw|gw|hours|years?|months?|weeks?|days"
    r"|euros?|dollars?|pounds|yuan|roubles|rubles|rupees|barrels|homes|houses|cases|members|workers|employees|jobs"
    r"|students|delegates|participants|protesters|demonstrators|drones|missiles|rockets|tanks|aircraft|vehicles|ships"
    r"|votes|companies|firms|victims|residents|families|police|officers|fighters|militants|rebels|migrants|others|GMT"
    r"|hrs|local\stime|words|pages|copies|units|points|calories|times|square|cubic)\b",
    re.IGNORECASE,
)


# "a 2000-strong force", but "2015-era" and "1970s-style"
_STRONG = re.compile(r"-(?!era|style|vintage|based|born|end)[a-z]", re.IGNORECASE)
# "of 1709 children": a lower-case noun follows, not one of the words a clause goes on with
_COUNTED_NOUN = re.compile(
    r"\s(?!(?:and|or|to|in|on|at|by|with|as|when|while|after|before|that|which|who|the|an?|was"
    r"|were|had|he|she|it|they|but"
    r"|from|until|under|for|did|would|led|began|ended|saw|brought|marked|only|there|his|her|its"
    r"|their|through|because)\b)[a-z]+s\b"
)


@rule(
    r"(?:the{S}years?{S}|year{S})?(?P<year>1\d{3}|20\d\d)(?!\d|,\d{3}|\.\d|-\d)".replace("{S}", S),
    needs="digit",
)
def bare_year(match: "re.Match[str]") -> Form | None:
    """Read "2022", not "Resolution 1929" nor "2000 troops"."""
    year = int(match["year"])
    before = match.string[max(0, match.start() - 14) : match.start()]
    if _NO_YEAR_BEFORE.search(before) and not re.search(r"\b(?:mid|post|pre)-\Z", before, re.IGNORECASE):
        return None
    if _COUNT_AFTER.match(match.string, match.end()) or _STRONG.match(match.string, match.end()):
        return None
    if (
        year < 1900
        and not _YEAR_BEFORE.search(before)
        and not re.match(r"\s?[–—]\s?1", match.string[match.end() : match.end() + 4])
        and not _set_apart(match)
    ):
        return None
    if year < 1900 and _COUNTED_NOUN.match(match.string, match.end()):
        return None
    return Calendar(year)


def _set_apart(match: "re.Match[str]") -> bool:
    """Say whether a number opens its sentence before a mark, "1596, from the Safavid era", or has commas around."""
    before = match.string[: match.start()].rstrip()
    follows = match.string[match.end() : match.end() + 2].lstrip()[:1]
    return bool(follows) and (follows in ",:(" if not before else before[-1] in ",-–" and follows in ",.;(")


@rule(
    rf"(?P<year>{YEAR})(?:/|-|\s-\s|\s?[–—]\s?)(?P<last>(?:1[5-9]|20)?\d\d)(?![-–/\d])",
    needs="digit",
)
def years(match: "re.Match[str]") -> Form | None:
    """Read "2015-16", "1980–1988"."""
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if last < first and len(match["last"]) == 2:
        last += 100
    return Range(Calendar(first), Calendar(last)) if 0 < last - first < 300 else None


@rule(
    rf"(?:(?P<month>{FULL_MONTH}){S}|(?P<season>{SEASON})(?:{S}of)?{S})?(?P<year>\d{{1,4}})(?:{S})?"
    rf"(?P<era>BCE?|B\.C\.(?:E\.)?|AD|CE|A\.D\.)",
    needs="digit",
)
def era_after(match: "re.Match[str]") -> Form | None:
    """Read "480 BC", "394 AD"."""
    if not match["era"].isupper():
        return None
    year = int(match["year"])
    year = 1 - year if match["era"].startswith("B") else year
    if match["season"]:
        return Division("season", words.SEASONS[match["season"].lower()], year)
    return Calendar(year, words.month(match["month"]) if match["month"] else None)


_SHADES: dict[str, Shade] = {"early": "early", "mid": "mid", "late": "late"}
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip


@rule(
    rf"(?:the{S})?(?P<century>1[5-9]|20)(?P<ten>\d)0(?:'|’)?s"
    rf"|(?:the{S}(?:(?:early|mid|late)[ -])?['’‘]?|(?:early|mid|late)[ -]['’‘])(?P<short>[2-9])0s"
    rf"|the{S}(?:(?:early|mid|late)[ -])?(?:nineteen-)?"
    r"(?P<spelt>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
    needs="decade",
)
def decade(match: "re.Match[str]") -> Form | None:
    """Read "the 1990s", "the '90s"."""
    if match["spelt"] or match["short"]:
        years = _DECADES[match["spelt"].lower()] if match["spelt"] else 10 * int(match["short"])
        whole_decade = Division("decade", 1900 + years)
        shade = re.search(r"early|mid|late", match[0], re.IGNORECASE)
        return Shaded(whole_decade, _SHADES[shade[0].lower()]) if shade else whole_decade
    if match["ten"] == "0" and match["century"] != "20":
        return Division("century", int(match["century"]) + 1)  # "the 1800s"
    return Division("decade", int(match["century"]) * 100 + int(match["ten"]) * 10)


_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"


@rule(
    rf"(?:the{S})?(?P<number>{_ORDINAL})(?:{S}|-)(?:century|centuries)(?:{S}(?P<bc>BCE?|B\.C\.))?",
    needs="unit",
)
def century(match: "re.Match[str]") -> Form | None:
    """Read "the 19th century"."""
    number = words.ordinal(match["number"])
    if not number:
        return None
    return Division("century", -number if match["bc"] else number)


_OF = rf"(?:{S}of{S}|,?{S}|{S}in{S})"


@rule(
    rf"(?:the{S})?(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|latter|last|final){S}(?P<unit>quarter|half)"
    rf"|(?P<q>[QH])(?P<n>[1-4]))(?:{_OF}(?P<fiscal>(?:the{S})?(?:fiscal|financial){S}(?:year{S})?)?"
    rf"(?P<year>{YEAR})|{OF_YEAR})?",
    needs="part",
)
def quarter(match: "re.Match[str]") -> Form | None:
    """Read "the first quarter of 2025", "Q2 2024", "the second half of this year"."""
    nth = (match["n"] or match["nth"]).lower()
    unit: Literal["quarter", "half"] = "half" if (match["unit"] or match["q"]).lower() in ("half", "h") else "quarter"
    last = 2 if unit == "half" else 4
    number = int(nth) if nth.isdigit() else (words.ordinal(nth) or last)
    if nth in ("last", "latter", "final") and not match["year"] and match["rel"] is None:
        return None  # "last quarter" is the one before this
    shift, _origin = relative_year(match)
    before = match.string[max(0, match.start() - 10) : match.start()]
    if (
        re.match(r"\s(?:of|in)\b", match.string[match.end() : match.end() + 4])
        and not match["year"]
        and not match["rel"]
    ):
        return None  # "the first quarter of the match"
    if number > last or (
        not match["year"]
        and match["rel"] is None
        and (unit == "half" or not (match["nth"] or _Q_BEFORE.search(before)))
    ):
        return None  # "the first half" alone is a match's
    return Division(unit, number, named_year(match), shift, bool(match["fiscal"]))


_Q_BEFORE = re.compile(r"\b(?:in|for|since|by|of|from|during)\s\Z", re.IGNORECASE)


@rule(
    rf"(?:(?:the{S})?(?:fiscal|financial)(?:{S}year)?{S}|FY(?:{S})?)(?P<year>{YEAR}|\d\d)(?:[-–/]\d{{2,4}})?",
    needs="digit",
)
def fiscal(match: "re.Match[str]") -> Form | None:
    """Read "fiscal 2025", "FY2024": a year whose first month we do not know."""
    year = int(match["year"])
    return Calendar(year + 2000 if year < 100 else year, approximate=True)


_WHICH: dict[str, Which] = {
    "last": "last", "past": "last", "previous": "last", "this": "this", "this past": "last", "this coming": "next",
    "next": "next", "coming": "next", "the coming": "next", "the past": "last", "on": "this", "the following": "next",
    "following": "next", "the next": "next", "the previous": "last",
}  # fmt: skip
_FROM_TOLD = ("the following", "following", "the next", "the previous")
_NAMED_DAY = re.compile(
    r"(?:\b(?:black|bloody|good|super|ash|palm|easter|cyber|giving|sheffield|maundy|holy|man)\s)\Z", re.I
)
_PAPER = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Night\sFootball|Agreement|Accords?|Mosque|Market"
    r"|Club|Group|Movement|Sermon|Island)\b"
)


@rule(
    rf"(?:(?P<which>last|past|previous|this(?:{S}past|{S}coming)?|next|(?:the{S})?coming|the{S}past"
    rf"|the{S}(?:following|previous|next)|following){S})?"
    rf"(?P<wd>{WEEKDAY}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri)\.)(?:{S}(?P<week>last|this|next){S}week)?",
    needs="weekday",
)
def weekday(match: "re.Match[str]") -> Form | None:
    """Read "Wednesday", "last Friday", "Monday next week"; not "Bloody Sunday" nor the "Sunday Times"."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _NAMED_DAY.search(before) or _PAPER.match(match.string, match.end()):
        return None
    if match["week"]:
        shift = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
        return Weekday(words.weekday(match["wd"]), "this" if shift == 0 else None, shift)
    which = re.sub(r"\s+", " ", match["which"].lower()) if match["which"] else None
    told: Origin = "told" if which in _FROM_TOLD else "published"
    return Weekday(words.weekday(match["wd"]), _WHICH[which] if which else None, origin=told)


@rule(
    rf"(?P<which>last|past|previous|this|next|coming|the{S}(?:previous|following|next|same)|that){S}"
    rf"(?:(?P<month>{FULL_MONTH})|(?P<season>{SEASON}))",
    needs="season or month",
)
def pointed_name(match: "re.Match[str]") -> Form | None:
    """Read "last April", "this summer", "the following autumn"."""
    which = re.sub(r"\s+", " ", match["which"].lower())
    by = (
        -1
        if which in ("last", "past", "previous", "the previous")
        else 0
        if which in ("this", "that", "the same")
        else 1
    )
    if match["month"]:
        if not _capital(match["month"]):
            return None
        return Pointed(
            "month", by, words.month(match["month"]), "told" if which.startswith("th") and " " in which else "published"
        )
    return Pointed(
        "season",
        by,
        words.SEASONS[match["season"].lower()],
        "told" if which.startswith("the ") or which == "that" else "published",
    )
