"""Whether one account, or a headline, uses a stronger word than others use for the same thing."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.model.article import Article
from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.ontology import Ontology
from dragoman.ontology.ladder import Ladder
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import QUOTED, Passage
from dragoman.reconcile.story_pairs import across

SHARED = 1  # content words beside those of the ladder
ALIKE = 0.3  # of the shorter sentence's
HEDGED = re.compile(
    r"\b(?:not|no|never|without|may|might|could|would|will|if|whether|before|after|until|yet|still|stop(?:ped"
    r"|s)? short|far from"
    r"|fail\w*|refus\w*|denied|denies|plan\w*|to (?:be )?\w+ed)\b",
    re.IGNORECASE,
)


@check("stronger_words", over=Story)
def stronger_words(case: Case[Story]) -> Iterator[Finding]:
    """ "Ratified" is more than "approved", "ended" more than "suspended": the words stand side by side.

    Sentences are set beside each other where they tell of one thing in all else.
    """
    seen: set[Passage] = set()
    for one, other in across(case):
        for strong, weak in ((one, other), (other, one)):
            if strong in seen or strong.headline or weak.headline or strong.voice == "denied":
                continue
            words = _stronger(case.accounts.ontology, strong, weak)
            if words and _of_one_thing(strong, weak, words):
                seen.add(strong)
                sides = [case.told([strong], words[0]), case.told([weak], words[1])]
                because = f"'{words[0]}' in {case.printed(strong)}; '{words[1]}' in {case.printed(weak)}"
                yield case.finding("wording_stronger", "notice", field="wording", sides=sides, because=because)


@check("headline_says_more", over=Article)
def headline_says_more(case: Case[Article]) -> Iterator[Finding]:
    """The headline uses a stronger word than its own text has anywhere: "end dispute" over talks about it."""
    told = case.accounts.passages[case.row.id]
    head = next((p for p in told if p.headline), None)
    below = [p for p in told if not p.headline]
    if head is None or not below:
        return
    for ladder in case.accounts.ontology.ladders:
        top = _rung(ladder, head)
        if top is None or any((rung := _rung(ladder, p)) is not None and rung[0] >= top[0] for p in below):
            continue
        weak = next((p for p in below if _rung(ladder, p) and len(p.stems & head.stems) >= SHARED), None)
        if weak:
            word = (_rung(ladder, weak) or top)[1]
            sides = [case.told([head], top[1]), case.told([weak], word)]
            printed = f"{case.printed(head)}; {case.printed(weak)}"
            because = f"the headline has '{top[1]}', the text no more than '{word}': {printed}"
            yield case.finding("headline_overstates", "notice", field=ladder.name, sides=sides, because=because)
            return


def _of_one_thing(one: Passage, other: Passage, words: tuple[str, str]) -> bool:
    said = {w.lower()[:5] for w in words}
    shared = {s for s in one.stems & other.stems if s[:5] not in said}
    return len(shared) > SHARED and len(shared) >= ALIKE * min(len(one.stems), len(other.stems))


def _stronger(ontology: Ontology, strong: Passage, weak: Passage) -> tuple[str, str] | None:
    """Return the stronger and the weaker word of a ladder on which one sentence stands above the other."""
    for ladder in ontology.ladders:
        top, low = _rung(ladder, strong), _rung(ladder, weak)
        if top and low and top[0] > low[0] and not _pattern(ladder.rungs[low[0]]).search(strong.text):
            return top[1], low[1]
    return None


def _rung(ladder: Ladder, passage: Passage) -> tuple[int, str] | None:
    """Return the highest rung that a sentence's own words stand on, with the word; what is hedged stands on none."""
    bare = QUOTED.sub(" ", passage.text)
    for number in range(len(ladder.rungs) - 1, -1, -1):
        found = _pattern(ladder.rungs[number]).search(bare)
        if found and (number == 0 or not HEDGED.search(bare[max(0, found.start() - 25) : found.start()])):
            return number, found[0]
    return None


@cache
def _pattern(rung: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{rung})\b", re.IGNORECASE)
