"""Rules that read seasons: "summer 2024", "by spring", "summers are hot"."""

import re

from dragoman.model.forms import Division, Form
from dragoman.reading import time_words as words
from dragoman.reading.time_grammar import rule
from dragoman.reading.time_rules import OF_YEAR, named_year, relative_year
from dragoman.reading.time_words import SEASON, YEAR, S


@rule(
    rf"(?:the{S})?(?P<season>{SEASON})(?:{S}(?:of{S}|in{S})?(?P<year>{YEAR})(?:[-–/]\d{{2,4}})?|{OF_YEAR})",
    needs="season",
)
def season_year(match: "re.Match[str]") -> Form | None:
    """Read "summer 2024", "the spring of last year"."""
    shift, _ = relative_year(match)
    if match["season"].lower() == "fall" and match.string[: match.start()].rstrip().endswith(("will", "to", "that")):
        return None
    return Division("season", words.SEASONS[match["season"].lower()], named_year(match), shift)


_SEASON_BEFORE = re.compile(
    r"\b(?:in|by|since|until|during|over|through|throughout|for|of|early|late|mid)[ -](?:the\s)?\Z", re.I
)
_SEASON_AFTER = re.compile(
    r"(?:\s(?:of\s|water|offensive\s\w|asleep|apart|house|palace|from|to\s|in\s(?:the\s)?(?:price"
    r"|value|rouble|dollar|prices))|s\b)",
    re.I,
)


@rule(
    rf"(?:the{S})?(?P<season>{SEASON})",
    needs="season",
)
def season_alone(match: "re.Match[str]") -> Form | None:
    """Read "in the spring", "by summer"; not "the fall of Saigon" nor "a spring"."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    if not _SEASON_BEFORE.search(before) or _SEASON_AFTER.match(match.string, match.end()):
        return None
    word = match["season"].lower()
    if word == "fall" and not match[0].lower().startswith("the"):
        return None
    return Division("season", words.SEASONS[word])


@rule(
    rf"(?:the{S})?(?P<season>spring|summer|autumn|winter)(?:(?P<many>s)|(?={S}(?:and{S}(?:early{S}|late{S})?{SEASON}{S}are|is|can|tends|brings)\b))",
    needs="season",
)
def season_in_general(match: "re.Match[str]") -> Form | None:
    """Read "summers", "winter is mild"; not "hot springs", nor "his 20 summers"."""
    word = match["season"].lower()
    before = match.string[max(0, match.start() - 14) : match.start()]
    if (word == "spring" and match["many"]) or re.search(r"\d\s\Z|\b(?:an?|two|many|few)\s\Z", before):
        return None
    return Division("season", words.SEASONS[word])
