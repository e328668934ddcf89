"""Rules that read dates of other ages: "30 September 420", "c. 347", "AD 842".

A number below a thousand is a year only where its words say so: news counts people and votes with the same figures.
"""

import re

from dragoman.model.forms import Calendar, Form, Range
from dragoman.reading import time_words as words
from dragoman.reading.time_grammar import rule
from dragoman.reading.time_words import DAY, FULL_MONTH, S

_EARLY = r"[1-9]\d\d(?![\w%]|[.,]\d)"
_CLOSED = r"(?=\s?[,.;:)–-]|\s*\Z)"  # no noun follows that could be counted


@rule(
    rf"(?:(?P<day>{DAY}){S})?(?P<month>{FULL_MONTH}){S}(?:(?P<of>of){S}(?P<year>{_EARLY})|(?P<bare>{_EARLY}){_CLOSED})",
    needs="month",
)
def early_date(match: "re.Match[str]") -> Form | None:
    """Read "30 September 420", "December of 384"; not "in March 300 people fled"."""
    if not match["month"][0].isupper():
        return None
    day = words.day(match["day"]) if match["day"] else None
    return Calendar(int(match["year"] or match["bare"]), words.month(match["month"]), day)


@rule(rf"the{S}year{S}(?P<year>[1-9]\d{{1,2}})(?![\w%]|[.,]\d)(?!{S}[a-z]+s\b)", needs="digit")
def numbered_year(match: "re.Match[str]") -> Form | None:
    """Read "the year 71"."""
    return Calendar(int(match["year"]))


@rule(
    rf"(?:c|ca|circa)\.?(?:{S})?(?P<first>{_EARLY})(?:{S})?[–-](?:{S})?(?:c\.(?:{S})?)?(?P<last>{_EARLY})",
    needs="digit",
)
def early_life(match: "re.Match[str]") -> Form | None:
    """Read "(c. 314 – 368)"."""
    first, last = int(match["first"]), int(match["last"])
    return Range(Calendar(first, approximate=True), Calendar(last)) if first < last else None


@rule(rf"(?:c|ca|circa)\.?(?:{S})?(?P<year>{_EARLY})(?=(?:{S})?[–-])", needs="digit")
def circa(match: "re.Match[str]") -> Form | None:
    """Read "c. 347 – 30 September 420": an about that a span begins with."""
    return Calendar(int(match["year"]), approximate=True)


@rule(rf"(?:AD|A\.D\.|CE)(?:{S})?(?P<year>\d{{2,4}})(?![\w%]|[.,]\d)", needs="digit")
def era_before(match: "re.Match[str]") -> Form | None:
    """Read "AD 842", "AD842"."""
    return Calendar(int(match["year"])) if match[0].startswith(("AD", "A.D.", "CE")) else None


@rule(r"9/11(?![/\d]|\.\d)", needs="digit")
def the_attacks(match: "re.Match[str]") -> Form | None:
    """Read "9/11": the day, unless it is a share of something."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return None if before.isalnum() or before in ("/", ".", "-") else Calendar(2001, 9, 11)
