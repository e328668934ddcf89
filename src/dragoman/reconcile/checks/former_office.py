"""Whether one account gives somebody an office that another says he no longer has."""

import re
from collections.abc import Iterator

from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import Passage
from dragoman.reconcile.story_pairs import accounts_of

NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
OFFICE = (
    r"(?P<office>(?:(?:prime|foreign|defen[cs]e|interior|finance|trade|energy|justice|deputy|vice|first|state|chief) )*"
    r"(?:minister|president|chancellor|premier|governor|ambassador|secretary|speaker|envoy|commander|chief|chair\w*|mayor"
    r"|king|leader))"
)
FORMER = re.compile(rf"\b(?i:(?:former|ex-?|then|late|ousted|dismissed|previous) ?(?:[\w’'-]+ )?{OFFICE}),? {NAME}")
NAMED_FORMER = re.compile(
    rf"{NAME}, (?i:(?:the |a |his |its |her )?(?:former|ex-|late|previous|ousted|dismissed)[^,.]{{0,40}}?{OFFICE})"
)
PATTERNS = (FORMER, NAMED_FORMER)


@check("former_office", over=Story)
def former_office(case: Case[Story]) -> Iterator[Finding]:
    """One account calls somebody by an office; another, of the same days, says that he has left it.

    "Former" before the title, or a word that he had it then, is no mistake.
    """
    every = [p for account in accounts_of(case) for p in account]
    gone = {
        name: p for p in every for pattern in PATTERNS for m in pattern.finditer(p.text) if (name := _last(m["name"]))
    }
    seen: set[tuple[str, str]] = set()
    for passage in every:
        for name, told in gone.items():
            if passage.article != told.article and (passage.article, name) not in seen and _has_office(passage, name):
                seen.add((passage.article, name))
                calling = [p for p in every if p.article == passage.article and _has_office(p, name)]
                leaving = [p for p in every if p.article == told.article and name in p.text]
                sides = [case.told(calling, "in office"), case.told(leaving, "no longer")]
                because = f"{case.printed(passage)}; by {case.printed(told)} the office had ended"
                yield case.finding("stale_office", "notice", field=name, sides=sides, because=because)


def _last(name: str) -> str:
    return name.split()[-1]


def _has_office(passage: Passage, name: str) -> bool:
    """Say whether a sentence calls somebody by an office as one he has."""
    if any(_last(m["name"]) == name for pattern in PATTERNS for m in pattern.finditer(passage.text)):
        return False
    before = re.search(rf"(?i:\b{OFFICE}),? (?:[A-Z][\w’'-]+ ){{0,2}}{name}\b", passage.text)
    behind = re.search(rf"\b{name}, (?:the |its |his |her )?(?:[\w’'-]+ ){{0,3}}?(?i:{OFFICE})\b", passage.text)
    return bool(before or behind)
