"""How rules that read times are entered and tried: a pattern each, and what a match means."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model.forms import Form
from dragoman.model.time import Part


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule, before its surroundings are read; offsets into the text searched."""

    start: int
    end: int
    form: Form
    part: Part | None = None
    clock: str | None = None


Build = Callable[["re.Match[str]"], Form | None]
Rule = tuple["re.Pattern[str]", str, Build]
_RULES: list[Rule] = []

# what a rule's match cannot be without; a sentence that lacks it is spared the rule
_NEEDS = {
    name: re.compile(pattern)  # of small letters
    for name, pattern in {
        "digit": r"\d",
        "month": r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
        "weekday": r"day|\b(?:mon|tue|wed|thu|fri)",
        "season": r"spring|summer|autumn|fall|winter",
        "season or month": r"spring|summer|autumn|fall|winter|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
        "feast": r"christmas|may\s+day|new\s+year|easter|boxing|friday",
        "decade": r"\d0|ties\b",
        "clock": r"\d|noon|midnight|clock",
        "part": r"quarter|half|[qh][1-4]",
        "day": r"day|night|morning|evening|afternoon|morrow",
        "unit": r"minute|hour|day|night|week|month|quarter|year|decade|centur",
        "set": r"every|each|per\b|times|once|twice|days|daily|nightly|weekly|monthly|quarterly|annual|yearly|hourly",
    }.items()
}


def rule(pattern: str, *, needs: str) -> Callable[[Build], Build]:
    """Enter a function as the meaning of a pattern, tried where the sentence has what ``needs`` names."""
    compiled = re.compile(rf"(?<![\w.$€£/])(?:{pattern})(?!\w)", re.IGNORECASE)

    def enter(build: Build) -> Build:
        _RULES.append((compiled, needs, build))
        return build

    return enter


def dates(text: str) -> list[Found]:
    """Return every match of every rule, overlapping ones too."""
    low = text.lower()
    there = {name for name, pattern in _NEEDS.items() if pattern.search(low)}
    found = []
    for pattern, needs, build in _RULES:
        for match in pattern.finditer(text) if needs in there else ():
            form = build(match)
            if form is not None:
                found.append(Found(match.start(), match.end(), form))
    return found
