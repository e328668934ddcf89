"""Times in a sentence: dates, spans between them, terms and sets, as printed and symbolic."""

import re
from dataclasses import replace

import dragoman.reading.time_ages
import dragoman.reading.time_clock
import dragoman.reading.time_rules  # first, for of equal matches the earlier rule's stands
import dragoman.reading.time_seasons  # noqa: F401 - the rules of these modules enter themselves
from dragoman.model.anchor import sharing
from dragoman.model.calendar import Shade
from dragoman.model.forms import (
    Calendar,
    Clock,
    Division,
    Every,
    Feast,
    Form,
    Pointed,
    Range,
    Shaded,
    Shift,
    Term,
    Vague,
    Weekday,
)
from dragoman.model.text import Span
from dragoman.model.time import Part, Time
from dragoman.reading.time_grammar import Found, dates
from dragoman.reading.time_relative import EDGE, shade

# what every rule needs one of; a sentence without any is passed over at once
_TRIGGER = re.compile(
    r"\d|day|night|week|month|year|decade|centur|quarter|half|minute|hour|season|spring|summer"
    r"|autumn|fall|winter|fiscal"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon\.|tue|wed|thu|fri\.|today|morrow|tonight|yester|morning"
    r"|afternoon|evening|christmas|easter|daily|annual|noon|ties\b|fortnight|hourly",  # of small letters
)
LONGEST = 20_000  # code points of a "sentence" that are read: beyond that it is no prose


def times(article_id: str, text: str, start: int, end: int) -> tuple[Time, ...]:
    """Return the times of one sentence, in order, none overlapping; two that make a span are one."""
    return tuple(_joined(text, list(atoms(article_id, text, start, end))))


def atoms(article_id: str, text: str, start: int, end: int) -> tuple[Time, ...]:
    """Return the times of one sentence with both ends of "from May to July" apart."""
    sentence = text[start : min(end, start + LONGEST)]
    if not _TRIGGER.search(sentence.lower()):
        return ()
    chosen = _with_clocks(sentence, _longest([_extended(sentence, found) for found in dates(sentence)]))
    return tuple(_time(article_id, sentence, start, found) for found in _with_years(sentence, chosen))


_LISTED = re.compile(r"(?:,?\s(?:and|or|to|until|till|through)\s(?:on\s|the\s|late\s|early\s)?|,\s|\s?[-–—]\s?)\Z")


def _with_years(sentence: str, found: list[Found]) -> list[Found]:
    """Return the matches with the year that the last of a list names for all: "in March and August 2022"."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        first, last = out[n], out[n + 1]
        of, then = unshaded(first.form), unshaded(last.form)
        if not isinstance(of, Calendar) or of.month is None or not isinstance(then, Calendar) or then.month is None:
            continue
        if then.year is not None and _LISTED.match(sentence, first.end, last.start):
            of, _ = sharing(of, then)
            out[n] = replace(first, form=Shaded(of, first.form.shade) if isinstance(first.form, Shaded) else of)
    return out


def unshaded(form: Form) -> Form:
    """Return the time that "early" or "the end of" takes a part of."""
    return form.of if isinstance(form, Shaded) else form


def _longest(found: list[Found]) -> list[Found]:
    """Return the matches that stand, the longest first served, in text order."""
    taken: list[Found] = []
    covered = bytearray(max((f.end for f in found), default=0))
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):  # stable: of equals, the earlier rule's
        if not any(covered[one.start : one.end]):
            covered[one.start : one.end] = b"\x01" * (one.end - one.start)
            taken.append(one)
    return sorted(taken, key=lambda f: f.start)


_CLOCK_GAP = re.compile(r"(?:\s\(\d{1,2}:?\d{2}\s[A-Z]{3,4}\))?,?\s(?:(?:on|at)\s|[-–—|]\s)?\Z", re.IGNORECASE)


def _with_clocks(sentence: str, found: list[Found]) -> list[Found]:
    """Return the matches with a time of day joined to the day beside it: "Tuesday at 10:30", "10 p.m. on May 3"."""
    out: list[Found] = []
    clocks = [f for n, f in enumerate(found) if not _repeats(sentence, found, n)]
    for one in (replace(f, clock=_clock(f.form)) if isinstance(f.form, Clock) else f for f in clocks):
        last = out[-1] if out else None
        if last is None or not _CLOCK_GAP.match(sentence, last.end, one.start) or _names_day(last) == _names_day(one):
            out.append(one)
        elif isinstance(one.form, Clock) and _names_day(last):
            out[-1] = replace(last, end=one.end, clock=one.clock)
        elif isinstance(last.form, Clock) and _names_day(one):
            out[-1] = replace(one, start=last.start, clock=last.clock)
        else:
            out.append(one)
    return out


def _repeats(sentence: str, found: list[Found], n: int) -> bool:
    """Say whether a time of day tells the one before it again for another zone: "4 a.m. (0100 GMT) on Monday"."""
    if n == 0 or n + 1 >= len(found) or not all(isinstance(f.form, Clock) for f in found[n - 1 : n + 1]):
        return False
    inside = sentence[found[n - 1].end : found[n].start] == " (" and sentence[found[n].end : found[n].end + 1] == ")"
    return (
        inside and _names_day(found[n + 1]) and bool(_CLOCK_GAP.match(sentence, found[n - 1].end, found[n + 1].start))
    )


def _names_day(found: Found) -> bool:
    form = found.form
    return _is_day(form) or isinstance(form, Weekday) or (isinstance(form, Shift) and form.unit == "day")


def _clock(form: Clock) -> str:
    return f"{form.hour:02d}" + (f":{form.minute:02d}" if form.minute is not None else "") + (form.zone or "")


_SHADES: dict[str, Shade] = {"early": "early", "late": "late", "mid": "mid", "later": "late", "earlier": "early"}
_SHADE_BEFORE = re.compile(
    rf"(?:\b(?P<the>the\s)?(?:very\s)?(?P<edge>{EDGE})\sof\s|\b(?P<shade>early|late|mid)(?:-|\s(?:in\s|on\s)?)"
    rf"|\b(?P<later>later|earlier)\sin\s)\Z",
    re.IGNORECASE,
)
_ABOUT_BEFORE = re.compile(r"(?:\b(?P<word>about|around|circa|approximately)\s|\b(?:c|ca)\.\s?)\Z", re.IGNORECASE)
_PART_AFTER = re.compile(
    r"\s(?P<part>morning|afternoon|evening|night)(?!\s(?:prayers?|shift|session|news))\b", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\bthe\s(?:early\s|small\s)?(?P<part>morning|afternoon|evening|night|hours)(?:\shours)?\s(?:of|on)\s\Z",
    re.IGNORECASE,
)
_LOOK = 40  # code points before a time that are read for what shades it


def _extended(sentence: str, found: Found) -> Found:
    """Return the match with the words around it that are part of it: "early", "the end of", "morning", "about"."""
    return _approximate(sentence, _with_part(sentence, _with_shade(sentence, found)))


def _with_shade(sentence: str, found: Found) -> Found:
    if not isinstance(found.form, Calendar | Division | Pointed | Weekday) or (
        _is_day(found.form) and _no_day_shade(sentence, found)
    ):
        return found
    before = sentence[max(0, found.start - _LOOK) : found.start]
    match = _SHADE_BEFORE.search(before)
    if match is None or ("half" in match[0].lower() and not _names_month(found.form)):
        return found  # "the first half of 2025" is a division of its own
    start = found.start - (match.end() - match.start())
    if isinstance(found.form, Weekday) or _is_day(found.form) or match["later"]:
        return replace(found, start=start)
    name = match["edge"] or match["shade"]
    return replace(found, start=start, form=Shaded(found.form, shade(name) if match["edge"] else _SHADES[name.lower()]))


def _names_month(form: Form) -> bool:
    return isinstance(form, Calendar) and form.month is not None


def _is_day(form: Form) -> bool:
    return isinstance(form, Calendar) and form.day is not None


def _no_day_shade(sentence: str, found: Found) -> bool:
    """Say whether nothing that can shade a day stands before it: "late on 5 May" does, "the end of 5 May" too."""
    return not re.search(
        r"\b(?:early|late)\s(?:on\s)?\Z", sentence[max(0, found.start - 9) : found.start], re.IGNORECASE
    )


def _with_part(sentence: str, found: Found) -> Found:
    day = _is_day(found.form) or isinstance(found.form, Weekday | Feast)
    if re.search(
        r"\b(?:night|morning|afternoon|evening|tonight|overnight)\Z", sentence[found.start : found.end], re.IGNORECASE
    ):
        return replace(found, part=_part(sentence[found.start : found.end].split()[-1]))
    if not day and sentence[found.start : found.end].lower() not in ("yesterday", "tomorrow"):
        return found
    match = _PART_AFTER.match(sentence, found.end)
    if match:
        return replace(found, end=match.end(), part=_part(match["part"]))
    match = _PART_BEFORE.search(sentence[max(0, found.start - _LOOK) : found.start])
    if match:
        return replace(found, start=found.start - (match.end() - match.start()), part=_part(match["part"]))
    return found


_PARTS: dict[str, Part] = {
    "morning": "morning", "afternoon": "afternoon", "evening": "evening", "hours": "morning",
}  # fmt: skip


def _part(word: str) -> Part:
    return _PARTS.get(word.lower(), "night")


def _approximate(sentence: str, found: Found) -> Found:
    if not isinstance(found.form, Calendar) or found.form.approximate:
        return found
    if not _ABOUT_BEFORE.search(sentence[max(0, found.start - 15) : found.start]):
        return found
    return replace(found, form=replace(found.form, approximate=True))


_CASE = re.compile(
    r"\b(no\slater\sthan|not\slater\sthan|on\sor\sbefore|in|on|at|since|until|till|by|before|after|from|through|during|within|between|for|over|throughout|of)\s+"
    r"(?:(?:the|about|around|early|late|at\sleast|some\s?time)\s+){0,2}\Z",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|this|that|our)|['’]s?)\s+\Z", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:and|or|to|in|on|at|by|of|for|with|as|when|while|after|before|that|which|who|the"
    r"|a|an|was|were|is"
    r"|are|has|had|have|will|would|said|but|from|until|since|through|he|she|it|they|we)\b)[A-Za-z]"
)


def _time(article_id: str, sentence: str, offset: int, found: Found) -> Time:
    before = sentence[max(0, found.start - 24) : found.start]
    case = _CASE.search(before)
    return Time(
        span=Span(article_id, offset + found.start, offset + found.end),
        text=sentence[found.start : found.end],
        form=found.form,
        kind="duration" if isinstance(found.form, Term) else "set" if isinstance(found.form, Every) else "date",
        case=_case(case[1]) if case else None,
        attributive=_modifies(sentence, found, before),
        part=found.part,
        clock=found.clock,
    )


def _case(words: str) -> str:
    """Return a preposition in lower case; "no later than" and "on or before" are "by"."""
    return "by" if " " in words else words.lower()


def _modifies(sentence: str, found: Found, before: str) -> bool:
    """Say whether the time modifies a noun: "Wednesday's vote", "the 2015 deal", "a 20-year pact"."""
    after = sentence[found.end : found.end + 12]
    if re.match(r"['’]s?\b|['’]\s|-\w", after):
        return True
    if isinstance(found.form, Term):
        return "-" in sentence[found.start : found.end]
    named = _DETERMINER.search(before) or sentence[found.start : found.start + 4].lower() == "the "
    return bool(named and _NOUN_AFTER.match(after) and isinstance(found.form, Calendar | Weekday))


_AND = re.compile(r"\s+and\s+\Z|\s*[–—]\s*\Z", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|until|till|through|up\sto)\s+(?:the\s+)?\Z|\s*[–—-]\s*\Z", re.IGNORECASE)


def _joined(text: str, found: list[Time]) -> list[Time]:
    """Return the times with "from X to Y", "between X and Y" and "X–Y" made one span."""
    out: list[Time] = []
    for time in found:
        if out and _makes_span(text, out[-1], time):
            first = out.pop()
            span = replace(first.span, end=time.span.end)
            form = Range(first.form, time.form)
            out.append(
                replace(first, span=span, text=span.of(text), form=form, attributive=time.attributive, part=None)
            )
        else:
            out.append(time)
    return out


_POINTS = Calendar | Division | Weekday | Pointed | Shaded | Feast


def _makes_span(text: str, first: Time, last: Time) -> bool:
    if (
        not (isinstance(first.form, _POINTS) and isinstance(last.form, _POINTS))
        or last.span.start - first.span.end > 12
    ):
        return False
    between = text[first.span.end : last.span.start]
    return bool(_TO.match(between) or (first.case == "between" and _AND.match(between)))


_PASSING: tuple[tuple[re.Pattern[str], Vague], ...] = (
    (
        re.compile(
            r"\b(?:now|currently|nowadays|presently|right\snow|at\s(?:present|the\smoment)|these\sdays)\b", re.I
        ),
        Vague("present"),
    ),
    (
        re.compile(r"\b(?:recently|former(?:ly)?|recent|previously|lately|the\spast)\b(?!\s(?:more|again))", re.I),
        Vague("past"),
    ),
    (
        re.compile(
            r"(?:\b(?:the\s)?(?:(?:near|foreseeable)\s)?future|(?<!as\s)\bsoon|\bshortly(?!\s(?:after|before)))\b(?!\safter)",
            re.I,
        ),
        Vague("future"),
    ),
)


def passing(article_id: str, text: str, start: int, end: int) -> tuple[Time, ...]:
    """Return words that say no more than past, present or future: "now", "recently", "former"."""
    sentence = text[start : min(end, start + LONGEST)]
    found = [(m, form) for pattern, form in _PASSING for m in pattern.finditer(sentence)]
    spans = [(Span(article_id, start + m.start(), start + m.end()), form) for m, form in found]
    dated = [t.span for t in atoms(article_id, text, start, end)]
    free = [(span, form) for span, form in spans if not any(span.touches(d) for d in dated)]
    return tuple(Time(span, span.of(text), form) for span, form in sorted(free, key=lambda s: s[0]))
