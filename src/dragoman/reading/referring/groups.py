"""What "the three countries", "both ministers" and "the two leaders" stand for: as many as were told together."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model.actor import Actor
from dragoman.model.reading import Mention
from dragoman.model.text import Span
from dragoman.ontology.nouns import singular
from dragoman.reading.referring.discourse import HUMAN, Discourse
from dragoman.reading.referring.syntax import SUBJECTS

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
_PEOPLE = frozenset({"men", "women", "politicians"})  # nouns for persons of any office
# "the pair", "the two": several without a noun, as who does something
_ALONE = re.compile(
    r"\b(?:[Tt]he[ \u00a0])?(?P<noun>(?<=[Tt]he.)(?:pair|duo|trio|quartet|two|three|four)|[Bb]oth)\b"
    r"(?![ \u00a0](?:of|or|to)\b|-)"
)
_COUNTS = {**_NUMBERS, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}
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
        if over is not None and (over.members or (over.actor and over.actor.kind != "group")):
            continue
        count = _NUMBERS[(found["both"] or found["number"]).lower()]
        if mention := _meant(told, number, found, count):
            yield mention
    for found in _ALONE.finditer(told.article.text, span.start, span.end):
        if mention := _alone(told, number, found):
            yield mention


def _alone(told: Discourse, number: int, found: "re.Match[str]") -> Mention | None:
    """Return who "the pair" and "the two" are, where they do something and so many are told in the sentence nearest."""
    syntax = told.syntax[number]
    token = syntax.starts.get(found.start("noun"))
    if token is None or syntax.tokens[token].dep not in SUBJECTS or told.mention_at(found.start("noun")) is not None:
        return None
    count = _COUNTS[found["noun"].lower()]
    members = _persons(told, number, found.start(), count, None) or _acting(told, number, found.start(), count)
    if members is None:
        return None
    where = Span(told.article.id, found.start(), found.end())
    return Mention(where, found.group(), None, "reference", members=members[0], antecedent=members[1])


def _bodies(told: Discourse, number: int, before: int, count: int, noun: str) -> "Members | None":
    """Return the bodies of a kind of the nearest sentence that tells any: just so many, "the two navies"."""
    slug = told.ontology.actors.nouns("nouns").get(singular(noun))
    for n in range(number, max(-1, number - BACK), -1):
        here = [m for m in _before(told, n, before) if m.actor and m.actor.kind == "body"]
        same = [m for m in here if slug and m.actor and m.actor.id.endswith(f"/{slug}")]
        bodies = {m.actor.id: m.actor for m in same if m.actor}
        if bodies:
            where = Span(told.article.id, same[0].span.start, same[-1].span.end)
            return (tuple(bodies.values()), where) if len(bodies) == count else None
    return None


def _acting(told: Discourse, number: int, before: int, count: int) -> "Members | None":
    """Return the states of the nearest sentence that tells any, where they are just so many."""
    for n in range(number, max(-1, number - BACK), -1):
        here = [m for m in _before(told, n, before) if m.actor and m.actor.country and m.actor.kind != "outlet"]
        acting = [m for m in here if not m.place]
        if acting:
            return _states(told, acting) if len(_countries(acting)) == count else None
    return None


def _meant(told: Discourse, number: int, found: "re.Match[str]", count: int) -> Mention | None:
    noun = found["noun"]
    where = Span(told.article.id, found.start(), found.end())
    if noun in _STATES and count > 2:
        members = _together(told, number, where.start, count)
    elif noun in _PEOPLE:
        members = _persons(told, number, where.start, count, None)
    elif noun not in _STATES and (title := _title(told, f"{found['words']}{noun}")):
        members = _persons(told, number, where.start, count, title)
    else:
        members = _bodies(told, number, where.start, count, noun)
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


def _persons(told: Discourse, number: int, before: int, count: int, titles: frozenset[str] | None) -> Members | None:
    """Return the persons of the nearest sentence that tells any: just so many, and one with a title that is asked."""
    for n in range(number, max(-1, number - BACK), -1):
        here = [m for m in _before(told, n, before) if m.actor and m.actor.kind in HUMAN]
        actors = {m.actor.id: m.actor for m in here if m.actor}
        if not actors:
            continue
        words = " ".join(m.text.lower() for m in here)
        titled = titles is None or any(re.search(rf"\b{re.escape(t)}\b", words) for t in titles)
        if len(actors) != count or not titled:
            return None
        return tuple(actors.values()), Span(told.article.id, here[0].span.start, here[-1].span.end)
    return None


def _before(told: Discourse, n: int, before: int) -> list[Mention]:
    span = told.syntax[n].sentence.span
    return [m for m in told.mentions_in(span.start, min(span.end, before)) if not m.members][:60]
