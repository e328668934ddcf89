"""Rules that read festivals and times of day: "Christmas Eve", "10:30 GMT", "noon"."""

import re

from dragoman.model.forms import Clock, Feast, FeastName, Form
from dragoman.reading.numerals import IN_WORDS, whole
from dragoman.reading.time_grammar import rule
from dragoman.reading.time_words import YEAR, S

_FEASTS: dict[str, tuple[FeastName, int]] = {
    "christmas eve": ("christmas", -1), "christmas day": ("christmas", 0), "christmas": ("christmas", 0),
    "boxing day": ("christmas", 1), "new year's eve": ("new year", -1), "new year's day": ("new year", 0),
    "new year's": ("new year", 0), "may day": ("may day", 0), "easter": ("easter", 0), "easter sunday": ("easter", 0),
    "easter monday": ("easter", 1), "good friday": ("easter", -2), "orthodox christmas": ("orthodox christmas", 0),
    "orthodox christmas eve": ("orthodox christmas", -1), "orthodox easter": ("orthodox easter", 0),
    "orthodox easter sunday": ("orthodox easter", 0), "orthodox good friday": ("orthodox easter", -2),
}  # fmt: skip


@rule(
    rf"(?P<feast>(?:Orthodox{S})?Christmas(?:{S}Eve|{S}Day)?|Boxing{S}Day|New{S}Year['’]s(?:{S}Eve|{S}Day)?"
    rf"|May{S}Day|(?:Orthodox{S})?Easter(?:{S}Sunday|{S}Monday)?|(?:Orthodox{S})?Good{S}Friday)(?:,?{S}(?P<year>{YEAR}))?",
    needs="feast",
)
def feast(match: "re.Match[str]") -> Form | None:
    """Read "Christmas Eve", "Easter 2024"; not the Good Friday Agreement nor a Christmas tree."""
    after = match.string[match.end() : match.end() + 12]
    if not match[0][0].isupper() or re.match(r"\s(?:Agreement|Accord|Rising|Island|tree|card|market|eve)", after, re.I):
        return None
    name, offset = _FEASTS.get(re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'")), (None, 0))
    return None if name is None else Feast(name, offset, int(match["year"]) if match["year"] else None)


ZONE = r"(?:GMT|UTC|BST|E[SD]T|P[SD]T|C[SD]T|CES?T|EET|MSK|IST|JST|hrs|hours|local\stime|Moscow\stime|h)"


@rule(
    rf"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\.?)(?:(?:{S})?(?P<zone>{ZONE}))?"
    rf"|(?P<named>noon|midnight)|(?P<spoken>{IN_WORDS}|\d{{1,2}}){S}o['’]clock|(?P<hour2>[01]?\d"
    rf"|2[0-4]):(?P<minute2>[0-5]\d)(?:(?:{S})?(?P<zone2>{ZONE}))?(?![:\d-])"
    rf"|(?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d){S}(?P<zone3>GMT|UTC|hrs|hours|local{S}time|E[SD]T|CES?T|BST|MSK)",
    needs="clock",
)
def clock(match: "re.Match[str]") -> Form | None:
    """Read "10:30 GMT", "9:34 p.m."; a score or a chapter and verse is left to its context."""
    if match["named"]:
        return Clock(12 if match["named"].lower() == "noon" else 0)
    if match["spoken"]:
        spoken = whole(match["spoken"])
        return Clock(spoken) if spoken is not None and 0 < spoken < 13 else None
    hour, minute = int(match["hour"] or match["hour2"] or match["hour3"]), _first(match, "minute")
    zone = _ZONES.get(re.sub(r"\s+", " ", (_first(match, "zone") or "").upper()))
    half = (match["half"] or "").lower()
    if half and (hour == 0 or hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return Clock(hour, int(minute) if minute else None, zone)


# "CST" and "IST" are each the name of two and say nothing
_ZONES = {
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "MSK": "+03:00",
    "MOSCOW TIME": "+03:00", "JST": "+09:00", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "PST": "-08:00",
    "PDT": "-07:00",
}  # fmt: skip


def _first(match: "re.Match[str]", name: str) -> str | None:
    """Return a part of the time of day from whichever way it was written."""
    parts = (match[name], match[f"{name}2"], match[f"{name}3"])
    return next((part for part in parts if part), None)
