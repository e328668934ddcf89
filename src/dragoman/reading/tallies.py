"""The figures of a vote: "191 votes in favour, with eight opposed and three abstentions", "276–6", "unanimously"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.model.reading import Tally
from dragoman.model.text import Span
from dragoman.reading import tally_words as words
from dragoman.reading.numerals import whole

LONGEST = 20_000  # code points of a "sentence" that are read: beyond that it is no prose
MOST = 10_000  # no chamber or assembly of states has more; larger figures are ballots of a people


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure found: its field, value and place in the sentence."""

    field: str
    value: int
    start: int
    end: int
    sure: bool  # it says itself that it is of a vote


def tallies(article_id: str, text: str, start: int, end: int) -> tuple[Tally, ...]:
    """Return the tallies of one sentence; a field told twice begins a new one. What is not told is None, never zero."""
    sentence = text[start : min(end, start + LONGEST)]
    if not words.CUE.search(sentence) or words.POLL.search(sentence):
        return ()
    figures = _apart(
        [
            *_named(sentence),
            *_shares(sentence),
            *_pairs(sentence),
            *_zeros(sentence),
            *_whole_house(sentence),
            *_labelled(sentence),
            *_listed(sentence),
        ]
    )
    groups = _whole([g for g in _grouped(figures) if _is_vote(g)])
    unanimous = list(words.UNANIMOUS.finditer(sentence))
    out = [_tally(article_id, start, group) for group in groups]
    return tuple(_with_unanimity(article_id, sentence, start, out, unanimous))


def _value(figure: str) -> int | None:
    figure = figure.lower().strip()
    if figure in ("a", "an") or figure.startswith(("a ", "the ")):
        return 1
    value = words.NIL.get(figure, whole(figure))
    return value if value is not None and value <= MOST else None


def _labelled(sentence: str) -> Iterator[_Figure]:
    for field, sure, pattern in words.LABELLED:
        for match in pattern.finditer(sentence):
            value = _value(match["n"])
            if (
                value is not None
                and not _is_margin(match, value)
                and not _is_vague(sentence, field, match.start("n"), value)
            ):
                yield _Figure(field, value, *match.span("n"), sure)


def _named(sentence: str) -> Iterator[_Figure]:
    """Yield the figures of "In favour: 141; against: 5", where both sides are named so and nothing else is."""
    found = [(_side(m["side"]), _value(m["n"]), m) for m in words.LABEL.finditer(sentence)]
    sides = [side for side, _, _ in found]
    if {"yes", "no"} <= set(sides) and len(set(sides)) == len(sides) and all(v is not None for _, v, _ in found):
        yield from (_Figure(side, value, *m.span("n"), True) for side, value, m in found if value is not None)


_COUNT_BY = 50  # "passed by 141 votes" is a count, "passed by two votes" a margin


def _is_margin(match: "re.Match[str]", value: int) -> bool:
    return "by" in match.re.groupindex and (value < 2 or (match["by"].lower() == "by" and value < _COUNT_BY))


def _is_vague(sentence: str, field: str, start: int, value: int) -> bool:
    """Say whether a figure is only what is needed, an estimate, or one end or the whole of another."""
    before = sentence[max(0, start - 24) : start]
    return bool(words.NEEDED.search(before)) or (field != "seats" and _is_inexact(sentence, start, value))


def _is_inexact(sentence: str, start: int, value: int) -> bool:
    """Say whether a figure is an estimate or part of another; "some 212" is as exact as 212."""
    match = words.INEXACT.search(sentence[max(0, start - 60) : start])
    return match is not None and (value % 10 == 0 or match[0].strip().lower() != "some")


def _side(word: str) -> str:
    """Return the field a side's name stands for."""
    low = word.lower()
    return "abstain" if low.startswith("abst") else "no" if re.fullmatch(words.AGAINST, low) else "yes"


def _shares(sentence: str) -> Iterator[_Figure]:
    for match in words.SUPPORT.finditer(sentence):
        part, total = _value(match["n"]), _value(match["of"])
        if part is not None and total is not None and part <= total:
            yield _Figure("yes", part, *match.span("n"), True)
            yield _Figure("seats", total, *match.span("of"), True)
    for pattern in (words.SHARE, words.OF_FIRST):
        for match in pattern.finditer(sentence):
            part, total = _value(match["n"]), _value(match["of"])
            if part is None or total is None or part > total:
                continue
            if pattern is words.OF_FIRST or not _is_inexact(sentence, match.start("n"), part):
                yield _Figure(_side(match["side"]), part, *match.span("n"), True)
                yield _Figure("present" if match["present"] else "seats", total, *match.span("of"), True)


def _pairs(sentence: str) -> Iterator[_Figure]:
    """Yield the figures of "by 191 votes to eight", "276–6", "191-8-3"."""
    for match in words.PAIR.finditer(sentence):
        yes, no = _value(match["yes"]), _value(match["no"])
        if yes is None or no is None or not _is_pair(sentence, match) or _is_open(sentence, match, yes, no):
            continue
        first, second = _order(sentence, match, yes, no)
        yield _Figure(first, yes, *match.span("yes"), True)
        yield _Figure(second, no, *match.span("no"), True)
        abstain = _value(match["abstain"]) if match["abstain"] else None
        if abstain is not None:
            yield _Figure("abstain", abstain, *match.span("abstain"), True)


def _is_pair(sentence: str, match: "re.Match[str]") -> bool:
    """Say whether two figures are sides of a vote, not a score, a span or a ratio."""
    before, after = sentence[max(0, match.start() - 70) : match.start()], sentence[match.end() : match.end() + 30]
    noun = words.PAIR_NOUN.match(after)
    if (
        words.NUMBERED.search(before)
        or words.YEARS.match(match[0])
        or (noun and match["yes"] == match["no"] and "split" in noun[0])
    ):
        return False
    if match["votes"] or (noun and not match["dash"].isspace()):
        return True
    if words.GAME.search(before) or words.GAME.search(after):
        return False
    led = words.PAIR_BEFORE.search(before)
    if led is None or not (words.PAIR_AFTER.match(after) or match["against"] or "vote of" in led[0].lower()):
        return False
    verb = re.match(
        r"\W*(?:vot|pass|approv|adopt|ratif|reject|defeat|carr|clear|back|endors|tally|count)", led[0], re.IGNORECASE
    )
    return bool(verb) or bool(
        re.search(r"\b(?:vote|voted|voting|passed|approved|adopted|ratified|rejected)\b", before + after, re.IGNORECASE)
    )


def _is_open(sentence: str, match: "re.Match[str]", yes: int, no: int) -> bool:
    """Say whether it cannot be told whose the figures are: "rejected the treaty 53-47, short of two thirds"."""
    before = sentence[max(0, match.start() - 60) : match.start()]
    if _is_inexact(sentence, match.start(), yes) and not match["votes"]:
        return True
    return yes > no and bool(words.REJECTED.search(before)) and bool(words.QUALIFIED.search(sentence))


def _order(sentence: str, match: "re.Match[str]", yes: int, no: int) -> tuple[str, str]:
    """Return which side comes first: of a bill voted down the larger figure is against it."""
    if match["votes"] and re.search("fav|for", match["votes"]):
        return "yes", "no"
    before, after = sentence[max(0, match.start() - 60) : match.start()], sentence[match.end() : match.end() + 16]
    # "voted 64 to 31 against the accord", not "by 64 votes to 31 against"
    turned = match["against"] and not match["votes"] and re.match(r"\s[a-z]", after)
    against = (
        turned
        or words.REJECTED.search(before)
        or re.match(r"\s(?:against|to\s(?:reject|block))\b", after, re.IGNORECASE)
    )
    return ("no", "yes") if against and yes > no else ("yes", "no")


def _zeros(sentence: str) -> Iterator[_Figure]:
    """Yield the zeros that are told: "none against", "no abstentions"."""
    for match in words.NO_AND_ABSTENTIONS.finditer(sentence):
        middle = sentence.lower().find("abst", match.start())
        yield _Figure("no", 0, match.start(), middle, True)
        yield _Figure("abstain", 0, middle, match.end(), True)
    for field, pattern in words.ZERO:
        for match in pattern.finditer(sentence):
            if not match[0].lower().startswith(("and", "or")):
                yield _Figure(field, 0, *match.span(), True)


def _whole_house(sentence: str) -> Iterator[_Figure]:
    """Yield "all 15 members voted" as fifteen for."""
    for match in words.ALL.finditer(sentence):
        value = _value(match["n"])
        if value:
            yield _Figure("yes", value, *match.span("n"), True)
            if match["present"]:
                yield _Figure("present", value, *match.span("present"), True)


def _listed(sentence: str) -> Iterator[_Figure]:
    """Yield those who are named instead of counted: "with China, Russia and Pakistan abstaining" are three."""
    for match in words.LISTED.finditer(sentence):
        names = [n for n in words.BETWEEN_NAMES.split(match["who"]) if n]
        field = "abstain" if match["what"].lower().startswith("abst") else "no"
        yield _Figure(field, len(names), *match.span("who"), False)


def _apart(figures: list[_Figure]) -> list[_Figure]:
    """Return the figures in text order, of those at one place the one found first."""
    taken: list[_Figure] = []
    places: list[tuple[int, int]] = []
    for figure in figures:
        if not any(figure.start < e and s < figure.end for s, e in places):
            taken.append(figure)
            places.append((figure.start, figure.end))
    return sorted(taken, key=lambda f: f.start)


def _grouped(figures: list[_Figure]) -> list[list[_Figure]]:
    """Return the figures of each vote: a field told again begins the next, seats told ahead go with what follows."""
    groups: list[list[_Figure]] = []
    for figure in figures:
        if groups and figure.field not in {f.field for f in groups[-1]}:
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _whole(groups: list[list[_Figure]]) -> list[list[_Figure]]:
    """Return the votes without single figures beside a full one: "231 to 194, two Democrats opposed" is one vote."""
    full = any(len({f.field for f in g} & {"yes", "no"}) == 2 for g in groups)
    return [g for g in groups if len(g) > 1 or not full]


def _is_vote(group: list[_Figure]) -> bool:
    """Say whether figures make a vote: a side of it that says so itself, or two sides."""
    sides = [f for f in group if f.field in ("yes", "no", "abstain", "not_voting")]
    return (any(f.sure for f in sides) and (len(sides) > 1 or sides[0].value > 0 or len(group) > 1)) or len(sides) > 1


def _tally(article_id: str, offset: int, group: list[_Figure]) -> Tally:
    at = [(f.field, Span(article_id, offset + f.start, offset + f.end)) for f in group]
    told = {f.field: f.value for f in group}
    return Tally(
        span=Span(article_id, min(s.start for _, s in at), max(s.end for _, s in at)),
        yes=told.get("yes"),
        no=told.get("no"),
        abstain=told.get("abstain"),
        not_voting=told.get("not_voting"),
        absent=told.get("absent"),
        present=told.get("present"),
        seats=told.get("seats"),
        spans=tuple(at),
    )


def _with_unanimity(
    article_id: str, sentence: str, offset: int, found: list[Tally], unanimous: "list[re.Match[str]]"
) -> list[Tally]:
    """Return the tallies, marked or joined by one for "unanimously"."""
    whole_house = {m.start("n") + offset for m in words.ALL.finditer(sentence)}
    found = [
        replace(t, unanimous=True) if any(s.start in whole_house for f, s in t.spans if f == "yes") else t
        for t in found
    ]
    if not unanimous:
        return found
    place = Span(article_id, offset + unanimous[0].start(), offset + unanimous[0].end())
    if not found:
        return [Tally(span=place, unanimous=True, spans=(("unanimous", place),))]
    first = found[0]
    span = Span(article_id, min(first.span.start, place.start), max(first.span.end, place.end))
    return [replace(first, span=span, unanimous=True, spans=(*first.spans, ("unanimous", place))), *found[1:]]
