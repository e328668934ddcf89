"""What "both countries" and "the two sides" stand for: the states told together before."""

import re
from bisect import bisect_left as _first
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.reading import Mention, Sentence
from dragoman.model.text import Span
from dragoman.ontology.actors import ActorTable

PAIR = re.compile(
    r"\b(?:(?:[Bb]oth|[Tt]he[ \u00a0]two|[Tt]hese[ \u00a0]two|[Tt]hose[ \u00a0]two|[Ee]ither|[Nn]either|[Ee]ach"
    r"|[Tt]wo(?=[ \u00a0](?:[\w.-]+[ \u00a0])?(?:nations|countries|states|neighbou?rs)))"
    r"(?:[ \u00a0](?:of[ \u00a0]the|[\w.]+-[\w-]+"
    r"|(?!(?:other|others|remaining|more|largest|biggest|poorest|richest|strongest|main|leading|major|new|former|first"
    r"|last|next|same|different|such|additional|further|nuclear|host|member|non)\b)[a-z]{3,}"
    r"|Slavic|Asian|African|European|American|Arab|Gulf|Baltic|Balkan|Muslim|Caucasus|Nordic|Andean|Himalayan|Sahel"
    r"|Caribbean|Pacific|West|East|North|South|Central|Southeast|Latin|EU|NATO|Nato|ASEAN|ECOWAS|BRICS|Mercosur)){0,3}"
    r"[ \u00a0](?:countries|nations|states|sides|governments|parties|neighbou?rs|capitals|allies|powers|country|nation"
    r"|side|government|party|capital|neighbou?r|rivals|foes|adversaries|(?<=EU.)members|(?<=N[Aa][Tt][Oo].)members"
    r"|(?<=ASEAN.)members|(?<=ECOWAS.)members|(?<=BRICS.)members|(?<=Mercosur.)members))\b"
)
_SIDES = re.compile(r"(?:sides?|parties|rivals|foes|adversaries)\Z")
_AND = re.compile(r"\A(?:['’]s)?\s+and\s+(?:the\s+)?\Z")
_COUNTERPART = re.compile(r"\bcounterparts?\b")
# who mediates is no side: "Omani mediators", "brokered by Qatar", "Kenya offered to mediate"
_MEDIATOR = re.compile(r"(?i)\b(?:mediat(?:ors?|ion)|go-betweens?|facilitators?|intermediar(?:y|ies))\b")
_MEDIATED = re.compile(
    r"(?i)\b(?:mediat|broker|facilitat)(?:ed|ion|ing)[ \u00a0](?:by|of|from)[ \u00a0](?:the[ \u00a0])?\Z"
)
_MEDIATES = re.compile(
    r",?(?:[ \u00a0][a-z]+){0,3}?[ \u00a0](?:(?:mediat|broker|facilitat)(?:e[sd]?|s|ed|ing)|mediators?|go-between)\b"
)
_VAGUE = re.compile(r"^(?:[Ee]ither|[Ee]ach)\b")
_TOGETHER = re.compile(r"\A(?:['’]s)?(?:\s*[-–—/]\s*|\s+(?:and|with|to|against|or)\s+(?:the\s+)?)\Z")
_LISTED = re.compile(r"\s*,\s*(?:(?:and|or|the)\s+){0,2}|\s+(?:and|or)\s+(?:the\s+)?")
MANY = 40  # mentions of a sentence that are paired; more is a list
NEAR = 0.85  # how much less a sentence weighs for each one between it and the words that refer to it
ABOUT = 3  # how many times oftener than any third state both must be named for a text to be about the two
JOINED = 2.0  # the weight of two that are told together and of which neither is a place
NEAREST = 3  # sentences in which no other pair may be joined for a bystander not to matter
CLEAR = 1.25  # how much better than any other pair the best must be


def pairs(
    article: Article, sentences: Sequence[Sentence], told: Sequence[Mention], *, actors: ActorTable
) -> Iterator[Mention]:
    """Yield the mentions that stand for two states at once."""
    ordered = sorted(told, key=lambda m: m.span)
    starts = [m.span.start for m in ordered]
    named = [_states(article, s, ordered[_first(starts, s.span.start) : _first(starts, s.span.end)]) for s in sentences]
    states = [[m for m in here if m.actor and m.actor.country and m.actor.kind != "armed_group"] for here in named]
    for number, sentence in enumerate(sentences):
        for found in PAIR.finditer(article.text, sentence.span.start, sentence.span.end):
            near_miss = re.match(
                r"[ \u00a0]of\b", article.text[found.end() : found.end() + 4]
            )  # "both sides of the border"
            if near_miss or _VAGUE.match(found.group()):
                continue
            span = Span(article.id, found.start(), found.end())
            sides = named if _SIDES.search(found.group()) else states  # a side may be a state's rebels
            members = _best(article, number, found.start(), sides)
            if members is None and sides is states:
                members = _two_of(article, number, found.start(), states)
            if members is None:
                yield Mention(span, found.group(), None, "reference", "which two is open: no pair stands out before it")
            else:
                meant = tuple(actors.get(m) for m in members)
                where = _last_told(sides[: number + 1], members, found.start())
                yield Mention(span, found.group(), None, "reference", None, members=meant, antecedent=where)


def _states(article: Article, sentence: Sentence, told: Sequence[Mention]) -> list[Mention]:
    """A medium that is quoted is no side of anything."""
    within = [m for m in told if sentence.span.holds(m.span) and m.actor and _country(m.actor)]
    sides = [m for m in within if m.actor and m.actor.kind != "outlet" and "JRN" not in m.actor.sector]
    sides = [m for m in sides if not _mediates(article, sentence, m) and not _names_a_paper(article, m)]
    return [
        m for m, joined in zip(sides, _joined(article, sides), strict=True) if joined or (m.actor and m.actor.country)
    ]


def _names_a_paper(article: Article, mention: Mention) -> bool:
    """Whether a capital is part of what an instrument is called by: "the Pretoria agreement"."""
    after = article.text[mention.span.end : mention.span.end + 2]
    return mention.place and mention.form == "capital" and after[:1] in " \u00a0" and after[1:].isalpha()


def _joined(article: Article, here: Sequence[Mention]) -> list[bool]:
    """Say of each whether it is told together with the one before or after it: "Serbia and the EU"."""
    gaps = [article.text[one.span.end : other.span.start] for one, other in pairwise(here)]
    tied = [bool(_TOGETHER.match(gap)) for gap in gaps]
    return [any(tied[max(0, i - 1) : i + 1]) for i in range(len(here))]


def _mediates(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is told to mediate."""
    before = article.text[max(sentence.span.start, mention.span.start - 40) : mention.span.start]
    after = article.text[mention.span.end : min(sentence.span.end, mention.span.end + 60)]
    return bool(_MEDIATOR.search(mention.text) or _MEDIATED.search(before) or _MEDIATES.match(after))


def _best(article: Article, number: int, before: int, states: Sequence[Sequence[Mention]]) -> tuple[str, str] | None:
    scores: dict[tuple[str, str], float] = defaultdict(float)
    for back in range(min(number, 40) + 1):
        here = [m for m in states[number - back] if m.span.end <= before]
        for pair, weight in _told(article, here).items():
            scores[pair] += weight * NEAR**back
    ranked = sorted(scores.items(), key=lambda item: (-round(item[1], 6), item[0]))
    if not ranked or (len(ranked) > 1 and round(ranked[0][1], 6) < round(CLEAR * ranked[1][1], 6)):
        return None
    best = ranked[0][0]
    near = [[m for m in states[n] if m.span.end <= before] for n in range(max(0, number - NEAREST), number + 1)]
    clear = _about(best, states[: number + 1], before) or _just_told(number, before, states) == best
    return best if clear or _only_joined(article, near) == best else None


def _only_joined(article: Article, near: Sequence[Sequence[Mention]]) -> tuple[str, str] | None:
    """Return the one pair joined by "and" or "with" in the last sentences, where nobody else is told beside it."""
    joined: set[tuple[str, str]] = set()
    for here in near:
        if _listed(article, here):
            return None
        pairs_here = {pair for pair, weight in _told(article, here).items() if weight >= JOINED}
        joined |= pairs_here
        if pairs_here and len({_country(m.actor) for m in here if not m.place}) > 2:
            return None
    return joined.pop() if len(joined) == 1 else None


def _two_of(article: Article, number: int, before: int, states: Sequence[Sequence[Mention]]) -> tuple[str, str] | None:
    """Return the only two joined by "and" in the sentence before: "Chad told Mali and Niger"; a third is not beside."""
    here = [m for m in states[number - 1] if m.span.end <= before and not m.place] if number else []
    if _listed(article, here) or (states[number] and states[number][0].span.end <= before):
        return None
    tied = [(one, other) for one, other in pairwise(here) if _AND.match(article.text[one.span.end : other.span.start])]
    found = {(min(a, b), max(a, b)) for a, b in ((_country(x.actor), _country(y.actor)) for x, y in tied) if a != b}
    third = {_country(m.actor) for m in here}
    return found.pop() if len(found) == 1 and len(third) == 3 else None


def _last_told(states: Sequence[Sequence[Mention]], members: tuple[str, str], before: int) -> Span | None:
    """Return where both were last told together: from the one to the other."""
    for here in reversed(states):
        told = {_country(m.actor): m.span for m in here if m.span.end <= before}
        if all(m in told for m in members):
            first, last = sorted(told[m] for m in members)
            return Span(first.article, first.start, last.end)
    return None


def _about(pair: tuple[str, str], states: Sequence[Sequence[Mention]], before: int) -> bool:
    """Whether the text before is about two states: no third is named, or hardly ever next to them."""
    told = Counter(_country(m.actor) for here in states for m in here if m.span.end <= before and not m.place)
    third = max((n for s, n in told.items() if s not in pair), default=0)
    return min(told[s] for s in pair) >= ABOUT * third


def _just_told(number: int, before: int, states: Sequence[Sequence[Mention]]) -> tuple[str, str] | None:
    """Return the two states told last, where one sentence tells them and no third comes between."""
    since: set[str] = set()
    for back in range(min(number, 40) + 1):
        here = {_country(m.actor) for m in states[number - back] if m.span.end <= before and not m.place}
        since |= here
        if len(since) > 2:
            return None
        if len(here) == 2:
            return min(here), max(here)
    return None


def _told(article: Article, here: Sequence[Mention]) -> dict[tuple[str, str], float]:
    """Weigh the pairs of one sentence: told together counts more than told in one sentence."""
    found: dict[tuple[str, str], float] = {}
    listed = _listed(article, here)
    for one, other in combinations(here[:MANY], 2):
        first, second = _country(one.actor), _country(other.actor)
        if first == second:
            continue
        pair = (min(first, second), max(first, second))
        gap = article.text[one.span.end : other.span.start]
        near = _TOGETHER.match(gap) or (_COUNTERPART.search(other.text) and other.form == "office")
        joined = not {one, other} <= listed and bool(near)
        weight = (JOINED if joined else 1.0) * (0.5 if one.place or other.place else 1.0)
        found[pair] = max(found.get(pair, 0.0), weight)
    return found


def _listed(article: Article, here: Sequence[Mention]) -> set[Mention]:
    """Mentions of a list of three or more: "Kenya, Uganda and Rwanda" are no pair."""
    found: set[Mention] = set()
    for one, other, third in zip(here, here[1:], here[2:], strict=False):
        gaps = (article.text[one.span.end : other.span.start], article.text[other.span.end : third.span.start])
        if all(_LISTED.fullmatch(gap) for gap in gaps):
            found |= {one, other, third}
    return found


def _country(actor: Actor | None) -> str:
    """Return the state an actor belongs to; who fights a state is a party of its own."""
    if actor is not None and (actor.kind == "armed_group" or (actor.country is None and actor.kind == "organisation")):
        return actor.id
    return (actor.country if actor else None) or ""
