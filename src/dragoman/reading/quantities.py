"""Numbers with their bounds, unit and what is counted: "at least 12 soldiers", "$3.5 billion", "about two-thirds"."""

import re
from dataclasses import dataclass

from dragoman.model.reading import Quantity
from dragoman.model.text import Span
from dragoman.reading.numerals import IN_DIGITS, IN_WORDS, NUMBER, WORDS, number, scale
from dragoman.reading.units import SIGNS, UNITS

LONGEST = 20_000  # code points of a "sentence" that are read: beyond that it is no prose

_SCALE = r"(?:lakh|crore|hundred|thousand|million|billion|trillion|mn|bn|tn|trn|[mkb](?![\w]))"
_UNIT = "|".join(re.escape(u).replace(r"\ ", "[ -]") for u in sorted(UNITS, key=len, reverse=True) if u != "%")
_SIGN = "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))

_DOZENS = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9}
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}

_LEAST = (
    r"at[ ]least|no[ ](?:fewer|less)[ ]than|not[ ]less[ ]than|a[ ]minimum[ ]of|upwards?[ ]of|as[ ]many[ ]as[ ]or[ ]more"
)
_MOST = r"at[ ]most|up[ ]to|as[ ](?:many|much)[ ]as|no[ ]more[ ]than|not[ ]more[ ]than|a[ ]maximum[ ]of"
_MORE = r"more[ ]than|over|above|in[ ]excess[ ]of|exceeding|well[ ]over|greater[ ]than"
_LESS = r"(?:fewer|less|lower)[ ]than|under|below"
_NEAR = r"nearly|almost|close[ ]to|just[ ]under|approaching"
_ABOUT = r"about|around|approximately|roughly|some|an[ ]estimated|estimated|circa|~"
_HEDGE = (
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<near>{_NEAR})"
    rf"|(?P<about>{_ABOUT}))"
)

_NUMBER = re.compile(
    rf"(?<![\w.,/+])(?<!\d[-–])(?P<between>(?<=between\s))?(?P<moved>(?<=from\s))?(?:{_HEDGE}\s)?(?:a\s(?=further\b))?(?:further\s)?"
    rf"(?P<sign>{_SIGN})?(?P<first>{IN_DIGITS}|{IN_WORDS}|(?:half\sa|a\squarter\sof\sa|a\sfew|a|an|several|few|some|many)\s(?=dozen\b|hundred\b"
    rf"|thousand\b|million\b)|an?\s(?=dozen\b))"
    rf"(?:[\s-]?(?P<scale1>{_SCALE})(?!\w))?"
    rf"(?:(?P<to>(?(between)(?:\s?%|\spercent|\sper\scent)?(?:\sand\s|\sto\s)|(?(moved)(?!)|(?:(?:\s?%(?=[-–—]))?\s?[-–—]\s?"
    rf"|\sto\s|\sor\s(?!more\b|so\b)))))(?P<sign2>{_SIGN})?(?P<second>{NUMBER})(?:[\s-]?"
    rf"(?P<scale2>{_SCALE})(?!\w))?(?![\w]))?"
    rf"(?P<dozen>\s?dozen)?(?P<plus>\+(?!\d)|-plus\b|\sor\smore\b)?(?P<odd>-odd\b|\sor\sso\b)?"
    rf"(?:(?P<percent>\s?%)|[\s-](?P<unit>{_UNIT})(?:e?s)?(?P<day>\s(?:a|per)\sday)?(?!\w)|(?!\w))",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"\b(?:(?P<more>more\sthan|several|many|some|a\sfew|tens\sof|hundreds\sof)\s)?(?P<word>dozens"
    rf"|scores|hundreds|thousands|millions|billions)\b"
    rf"(?:\sof\s(?P<scale>thousands|millions|billions))?(?=\sof\b|\s[a-z])(?:\sof(?=\s))?(?:\s(?P<unit>{_UNIT})"
    rf"(?:e?s)?\b)?",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"(?:\b{_HEDGE}\s)?\b(?P<top>\d{{1,2}}|an?|one|two|three|four|five|six|seven|eight|nine)[\s-]"
    rf"(?P<bottom>half|third|quarter|fifth|sixth|seventh|eighth|tenth)s?\b"
    rf"|\b(?P<n>\d{{1,3}}|{IN_WORDS})\s(?:out\sof|in)\s(?:every\s)?(?P<of>\d{{1,3}}|ten|five|four"
    rf"|three|twenty|hundred)\b(?=\s[a-z])",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"half|third|quarter|fifth|sixth|seventh|eighth|tenth|out\sof|\sin\s(?:every\s)?(?:\d|ten|five|four|three|twenty|hundred)",
    re.IGNORECASE,
)
# what every quantity has one of; a sentence without any is passed over at once
_ANY = re.compile(
    rf"\d|\b(?:{'|'.join(WORDS)})|dozen|scores|\bhalf|third|quarter|fifth|sixth|seventh|eighth|tenth", re.IGNORECASE
)
# words after a number that show it counts nothing: dates, clock times, rankings, sections
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_DATE_BEFORE = re.compile(
    rf"(?:\b{_MONTHS}\.?\s|\b(?:resolutions?|articles?|sections?|chapters?|paragraphs?|clauses?|items?|rules?|points?|no\.|nos\.|number"
    rf"|pages?|act|law|decree|order|directive|document|flight|route|highway|room|phases?|stage|levels?|tier|type|grade|class"
    rf"|version|channel|protocols?|parts?|annex(?:es)?|group\sof|the\sG|unit|building|block|pier|terminal|gate|reactor|sector|zone"
    rf"|camp|district|brigade|division|regiment|boeing|airbus|apollo|soyuz|aged|age|of\s{_MONTHS}\s|{_MONTHS}\s\d{{1,2}},\s)\s?"
    rf"|\b(?:resolutions|articles|sections|chapters|paragraphs|clauses|items|annexes|phases|pages)\s\d+(?:,\s\d+){{0,4}},?\s(?:and|or|to)\s"
    rf"|\d:|[A-Za-z]-|\d\s|\+)\Z",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(
    rf"\s(?:of\s)?{_MONTHS}\b|\s(?:and|to|or)\s\d{{1,2}}\s{_MONTHS}\b|/\d|\+\d|\s\d|\s(?:[A-Z][a-z]+\s){{1,2}}(?:Street|Road|Avenue|Square)\b|\s?[ap]\.?m\.?\b|:\d|\s?(?:GMT|UTC|BCE?|AD)\b|(?:st|nd|rd|th)\b|[-\s]?"
    rf"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?"
    r"|decades?|centur(?:y|ies)|year-old)\b|\s(?:more|other|additional|consecutive|long|straight)"
    r"\s(?:years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_PLURAL_AFTER = re.compile(r"\s(?:[a-z]+\s)?[a-z]+s\b")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_COUNTED = re.compile(
    r"(?:\sof)?(?:\s(?:the|its|their|his))?((?:\s(?!(?:and|or|in|on|at|of|for|with|to|from|by|were"
    r"|was|are|is|have|has|had|that|which|who|as|when|may|might|must|can|should|each|now|so|then"
    r"|while|after|before|against|during|since|will|would|could|than|but|into|over|under|killed"
    r"|wounded|a|an|the|not|he|she|it|they)\b)"
    r"(?:(?:[A-Z]\.){2,}(?:-\w+)?|[A-Za-z][\w’'-]*)){1,3})"
)
# words that end what is counted: verbs and adverbs that follow a subject
_ENDS = re.compile(
    r"\s(?:\w+(?:ed|ly)|said|died|fled|left|took|went|came|fell|sank|struck|hit|met|flew|won|lost|got|saw|made|gave|held"
    r"|began|rose|spoke|stood|ran|fought|withdrew|sought|became|broke|back|oppose|want|say|live|remain|will)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Value:
    """A number's bounds."""

    low: float | None
    high: float | None


def quantities(article_id: str, text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """Return the quantities of one sentence in order: numbers, shares and round counts, not dates and terms."""
    sentence = text[start : min(end, start + LONGEST)]
    if not _ANY.search(sentence):
        return ()
    found: list[Quantity] = []
    share = _SHARE.search(sentence)  # the patterns of shares are dear, and few sentences tell one
    shares = ((_RATIO, _ratio),) if share else ()
    halves = ((_HALF, _half),) if share else ()
    for pattern, read in (*shares, (_NUMBER, _number), (_PLURAL, _plural), *halves):
        for match in pattern.finditer(sentence):
            found += read(article_id, sentence, start, match)
    return _apart(found)


def _apart(found: list[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities in text order, of two that touch the one read first."""
    kept: list[Quantity] = []
    reached = -1
    for one in sorted(found, key=lambda q: (q.span.start, q.span.start - q.span.end)):
        if one.span.start >= reached:
            kept.append(one)
            reached = one.span.end
    return tuple(kept)


def _made(
    article_id: str, sentence: str, offset: int, match: "re.Match[str]", value: _Value, unit: str | None
) -> list[Quantity]:
    begin, end = match.start(), match.end()
    while begin < end and sentence[begin].isspace():
        begin += 1
    counted = _COUNTED.match(sentence, end)
    words = _ENDS.sub("", counted[1]).strip() if counted else ""
    if unit in ("troop", "person"):  # the unit is itself what is counted
        words = sentence[match.start("unit") : end]
    return [
        Quantity(
            Span(article_id, offset + begin, offset + end),
            sentence[begin:end],
            value.low,
            value.high,
            unit,
            words or None,
        )
    ]


def _number(article_id: str, sentence: str, offset: int, match: "re.Match[str]") -> list[Quantity]:
    if _is_no_count(sentence, match):
        return []
    value = _value(match)
    if value is None:
        return []
    return _made(article_id, sentence, offset, match, value, _unit(match))


def _is_no_count(sentence: str, match: "re.Match[str]") -> bool:
    """Say whether a number is part of a date, a term, a clock time or a name."""
    money = match["sign"] or match["percent"] or match["unit"] or match["scale1"]
    if money and not re.match(r"year|month|day", match["unit"] or "", re.IGNORECASE):
        return False
    first = match["first"].strip()
    before = sentence[max(0, match.start() - 18) : match.start()]
    if _DATE_BEFORE.search(before) or _DATE_AFTER.match(sentence, match.end()):
        return True
    bare = not any(match[g] for g in ("least", "most", "more", "less", "near", "about", "dozen"))
    if _YEAR.match(first) and (bare or not _PLURAL_AFTER.match(sentence, match.end())):
        return True  # "around 2030", but "some 2000 fighters"
    if _is_score(sentence, match) or (first.startswith("0") and first.isdigit() and len(first) > 1):
        return True
    if (
        before.endswith(", ")
        and sentence[match.end() : match.end() + 1] == ","
        and first.isdigit()
        and int(first) < 110
    ):
        return not match["second"]  # an age: "the envoy, 45, resigned"
    return first.lower() in ("one", "zero") and _is_pronoun(before, sentence[match.end() : match.end() + 9])


_ONE_BEFORE = re.compile(r"\b(?:no|any|some|every|this|that|the|which)\s\Z", re.IGNORECASE)
_ONE_AFTER = re.compile(
    r"\s(?!(?:of|another|day|side|hand|thing|is|was|has|can|could|would|that|who|in|or|and|to|by|at|with|the|might|must"
    r"|should)\b)[a-z]",
    re.IGNORECASE,
)


_WON = re.compile(r"[\s-](?:\w+\s)?(?:win|victory|defeat|draw|loss|lead|score|vote|majority|ruling)\b", re.IGNORECASE)


def _is_score(sentence: str, match: "re.Match[str]") -> bool:
    """Say whether two figures are a result: "won 2-1", "a 191-8 vote", not "10-15 tanks"."""
    if not match["second"] or match["to"].strip() not in ("-", "–", "—"):
        return False
    first, second = number(match["first"]), number(match["second"])
    return first is None or second is None or first >= second or bool(_WON.match(sentence, match.end()))


def _is_pronoun(before: str, after: str) -> bool:
    """Say whether "one" counts nothing: "no one", "one of the", "one another"."""
    return bool(_ONE_BEFORE.search(before)) or not _ONE_AFTER.match(after)


def _value(match: "re.Match[str]") -> _Value | None:
    """Return the bounds of a number or a range with its scale and hedge."""
    first = _amount(match["first"], match["dozen"])
    if first is None:
        return None
    one, two = scale(match["scale1"]), scale(match["scale2"])
    if not match["second"]:
        return _hedged(match, first * one)
    second = number(match["second"])
    if second is None:
        return None
    # "three to five million": the scale is both's
    low, high = first * (one if match["scale1"] else two), second * (two if match["scale2"] else one)
    return _Value(min(low, high), max(low, high))


# "several hundred" is at least two hundred, as "hundreds" are
_SPOKEN = {"a": 1.0, "an": 1.0, "half a": 0.5, "a quarter of a": 0.25} | dict.fromkeys(
    ("several", "a few", "few", "some", "many"), 2.0
)
_SOME = re.compile(r"(?:several|a\sfew|few|some|many)\s*\Z", re.IGNORECASE)


def _amount(words: str, dozen: str | None) -> float | None:
    words = words.strip().lower()
    words = " ".join(words.split())
    if words in _SPOKEN:
        value: float | None = _SPOKEN[words]
    else:
        value = number(words)
    return None if value is None else value * (12 if dozen else 1)


# how far "about" and "nearly" reach: a convention of ours, no measurement stands behind it
_ABOUT_SHARE = 0.1


def _hedged(match: "re.Match[str]", value: float) -> _Value:
    """Return bounds: "at least 12" has no upper one, "about 300" a tenth to either side, "more than 12" is from 13."""
    step = 1.0 if value == int(value) and value < 10_000 and not match["scale1"] and not match["sign"] else 0.0
    if match["least"] or match["plus"] or _SOME.match(match["first"]):
        return _Value(value, None)
    if match["more"]:
        return _Value(value + step, None)
    if match["most"]:
        return _Value(None, value)
    if match["less"]:
        return _Value(None, value - step)
    if match["near"]:
        return _Value(round(value * (1 - _ABOUT_SHARE), 6), value)
    if match["about"] or match["odd"]:
        return _Value(round(value * (1 - _ABOUT_SHARE), 6), round(value * (1 + _ABOUT_SHARE), 6))
    return _Value(value, value)


def _unit(match: "re.Match[str]") -> str | None:
    if match["percent"]:
        return "percent"
    if match["sign"]:
        return SIGNS[match["sign"].upper()]
    if not match["unit"]:
        return None
    unit = (
        UNITS[match["unit"].lower().replace("-", " ")]
        if match["unit"].lower() not in UNITS
        else UNITS[match["unit"].lower()]
    )
    return f"{unit} per day" if match["day"] else unit


def _plural(article_id: str, sentence: str, offset: int, match: "re.Match[str]") -> list[Quantity]:
    """Read "dozens", "hundreds of thousands": at least two of them, no upper bound."""
    low = 2.0 * _DOZENS[match["word"].lower()]
    if match["scale"]:
        low *= _DOZENS[match["scale"].lower()]
    more = (match["more"] or "").lower()
    low *= {"tens of": 10, "hundreds of": 100}.get(more, 1)
    unit = UNITS[match["unit"].lower()] if match["unit"] else None
    return _made(article_id, sentence, offset, match, _Value(low, None), unit)


_HALF = re.compile(
    rf"(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)(?:\b{_HEDGE}\s)?\bhalf(?=\s(?:of|the|its|their|all)\s)(?!\sof\s(?:a\b|20|19))",
    re.IGNORECASE,
)


def _half(article_id: str, sentence: str, offset: int, match: "re.Match[str]") -> list[Quantity]:
    """Read "nearly half of the seats", not "the first half of 2025"."""
    before = sentence[max(0, match.start() - 8) : match.start()].lower()
    if before.endswith(("first ", "second ", "latter ", "last ", "other ", "a ", "and a ")):
        return []
    return _made(article_id, sentence, offset, match, _hedged_share(match, 0.5), "share")


def _ratio(article_id: str, sentence: str, offset: int, match: "re.Match[str]") -> list[Quantity]:
    """Read "two-thirds", "a quarter of", "nine out of ten"."""
    if match["n"]:
        top, bottom = number(match["n"]), number(match["of"])
        if not top or not bottom or top > bottom:
            return []
        value = top / bottom
    else:
        words = match["top"].lower()
        up = 1.0 if words in ("a", "an") else number(words)
        down = _FRACTIONS[match["bottom"].lower()]
        after = sentence[match.end() : match.end() + 14]
        hedged = any(match[g] for g in ("least", "most", "more", "less", "near", "about"))
        ordinal = not hedged and words in ("a", "an", "one") and down not in (2, 4) and not re.match(r"\sof\b", after)
        if (
            up is None
            or up > down
            or ordinal
            or (words in ("a", "an", "one") and re.match(r"[- ](?:time|year|century|hour|day|brother)", after))
        ):
            return []
        value = up / down
    return _made(article_id, sentence, offset, match, _hedged_share(match, round(value, 6)), "share")


def _hedged_share(match: "re.Match[str]", value: float) -> _Value:
    if match["least"] or match["more"]:
        return _Value(value, None)
    if match["most"] or match["less"]:
        return _Value(None, value)
    if match["near"] or match["about"]:
        top = value if match["near"] else round(value * (1 + _ABOUT_SHARE), 6)
        return _Value(round(value * (1 - _ABOUT_SHARE), 6), top)
    return _Value(value, value)
