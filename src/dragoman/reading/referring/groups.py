"""What "the three countries", "both ministers" and "the two leaders" stand for: as many as were told together."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model.actor import Actor
from dragoman.model.reading import Mention
from dragoman.model.text import Span
from dragoman.reading.referring.discourse import HUMAN, Discourse

BACK = 3  # sentences
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_STATES = frozenset(
    "countries nations states governments capitals neighbours neighbors sides parties allies republics".split()
)
_GROUP = re.compile(
    r"\b(?:(?P<both>[Bb]oth)|(?:(?:[Tt]he|[Tt]hese|[Aa]ll)[ \u00a0])?"
    r"(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even))[ \u00a0](?P<words>(?:[A-Za-z]+[ \u00a0]){0,2})"
    r"(?P<noun>[a-z]+s|spokesmen|chairmen|statesmen|men|women)\b(?![ \u00a0]of\b)"
)
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]hese|[Aa]ll|[Bb]oth)\b")
_LISTED = re.compile(r"(?:['’]s)?(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?")
_MEN = {"spokesmen": "spokesman", "chairmen": "chairman"}


def groups(told: Discourse, number: int) -> Iterator[Mention]:
    """Yield what the groups of a sentence stand for."""
    span = told.syntax[number].sentence.span
    for found in _GROUP.finditer(told.article.text, span.start, span.end):
        if not _DEFINITE.match(found.group()):
            continue
        over = told.mention_at(found.start("noun"))
        if over is not None and (over.members or over.actor):
            continue
        count = _NUMBERS[(found["both"] or found["number"]).lower()]
        if mention := _meant(told, number, found, count):
            yield mention


def _meant(told: Discourse, number: int, found: "re.Match[str]", count: int) -> Mention | None:
    noun = found["noun"]
    where = Span(told.article.id, found.start(), found.end())
    if noun in _STATES and count > 2:
        members = _together(told, number, where.start, count)
    elif noun not in _STATES and (title := _title(told, f"{found['words']}{noun}")):
        members = _persons(told, number, where.start, count, title)
    else:
        return None
    if members is None:
        return None
    actors, antecedent = members
    return Mention(where, found.group(), None, "reference", members=actors, antecedent=antecedent)


Members = tuple[tuple[Actor, ...], Span]


def _together(told: Discourse, number: int, before: int, count: int) -> Members | None:
    """Return the states of the nearest list of just so many, or of the nearest sentence that tells just so many."""
    for n in range(number, max(-1, number - BACK - 1), -1):
        here = [m for m in _before(told, n, before) if m.actor and m.actor.country and m.actor.kind != "outlet"]
        lists = [run for run in _runs(told, here) if len(_countries(run)) > 2]
        exact = [run for run in lists if len(_countries(run)) == count]
        if exact or lists:
            return _states(told, exact[0]) if len(exact) == 1 and len(lists) == 1 else None
        acting = [m for m in here if not m.place]
        if len(_countries(acting)) == count:
            return _states(told, acting)
        if len(_countries(acting)) > count:
            return None
    return None


def _runs(told: Discourse, here: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions that stand in one list: "Mali, Niger and Chad"."""
    run: list[Mention] = []
    for mention in here:
        if run and not _LISTED.fullmatch(told.article.text[run[-1].span.end : mention.span.start]):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _countries(run: Sequence[Mention]) -> dict[str, Mention]:
    return {m.actor.country: m for m in run if m.actor and m.actor.country}


def _states(told: Discourse, run: Sequence[Mention]) -> Members:
    table = told.ontology.actors
    actors = tuple(table.get(c) for c in _countries(run))
    return actors, Span(told.article.id, run[0].span.start, run[-1].span.end)


def _title(told: Discourse, words: str) -> frozenset[str] | None:
    """Return the titles that a plural may stand for: "foreign ministers", "leaders"; None where it is no office."""
    plain = words.replace("\u00a0", " ").lower().split(" ")
    titles = told.ontology.actors.nouns("titles")
    for size in range(len(plain), 0, -1):
        noun = " ".join([*plain[-size:-1], _MEN.get(plain[-1], plain[-1].removesuffix("s"))])
        if noun in told.table.titles or noun in titles:
            return told.table.titles.get(noun, frozenset({noun}))
    return None


def _persons(told: Discourse, number: int, before: int, count: int, titles: frozenset[str]) -> Members | None:
    """Return the persons of the nearest sentence that tells any, where they are just so many and one has the title."""
    for n in range(number, max(-1, number - BACK), -1):
        here = [m for m in _before(told, n, before) if m.actor and m.actor.kind in HUMAN]
        actors = {m.actor.id: m.actor for m in here if m.actor}
        if not actors:
            continue
        words = " ".join(m.text.lower() for m in here)
        if len(actors) != count or not any(re.search(rf"\b{re.escape(t)}\b", words) for t in titles):
            return None
        return tuple(actors.values()), Span(told.article.id, here[0].span.start, here[-1].span.end)
    return None


def _before(told: Discourse, n: int, before: int) -> list[Mention]:
    span = told.syntax[n].sentence.span
    return [m for m in told.mentions_in(span.start, min(span.end, before)) if not m.members][:60]
