"""What each time of a text is counted from: the publication date in news, the time told last in a history."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.model import calendar as cal
from dragoman.model.anchor import Anchor, Resolved, Tense, resolve
from dragoman.model.calendar import Period
from dragoman.model.forms import Calendar, Division, Range, Shaded, Shift, Term, Weekday, Window
from dragoman.model.time import Time

# a history: most of its years lie this far from the publication date, and it names enough of them to tell
FAR = 2
ENOUGH = 5


def is_history(times: Sequence[Time], published: date | None) -> bool:
    """Say whether a text tells of a time long past, so that "in April" is no April near its publication."""
    years = [y for y in (_year(t) for t in times) if y is not None]
    if published is None:
        return True
    far = sum(abs(y - published.year) >= FAR for y in years)
    recent = sum(isinstance(t.form, Weekday) for t in times)
    return far >= ENOUGH and far > 2 * (len(years) - far) and far > recent


def _year(time: Time) -> int | None:
    form = time.form.of if isinstance(time.form, Shaded) else time.form
    form = form.first if isinstance(form, Range) else form
    return form.year if isinstance(form, Calendar) else None


def in_order(text: str, times: Sequence[Time], published: date | None) -> Iterator[tuple[Time, Anchor, Resolved]]:
    """Yield each time of a text with its anchor and the days it means, counting from what was told before it."""
    history = is_history(times, published)
    era = _era(times)
    # news begins on its own day: "the previous day" with nothing told before is counted from there
    told: Period | None = None if history or published is None else cal.day_of(published)
    for time in times:
        tense = _needed(time, published, tense_near(text, time.span.start, time.span.end))
        anchor = Anchor(None if history and not _speaks_of_now(time) else published, tense, told)
        found = resolve(time.form, anchor)
        yield time, anchor, found
        if not isinstance(found, str) and _sets(time, found, history) and _within(found, era):
            told = found


ASIDE = 15  # years beyond the middle half of a text's years: what is further tells of another age, as in "since 1812"


def _era(times: Sequence[Time]) -> tuple[int, int] | None:
    """Return the years a story is about, which an aside to another age does not move; None where too few are told."""
    years = sorted(y for y in (_year(t) for t in times) if y is not None)
    if len(years) < ENOUGH:
        return None
    return years[len(years) // 4] - ASIDE, years[len(years) * 3 // 4] + ASIDE


def _within(found: Period, era: tuple[int, int] | None) -> bool:
    return era is None or found.start is None or era[0] <= found.start.year <= era[1]


# days: a day of a month this near to publication is meant, whatever the verb beside it: a dateline is a day ahead
CLOSE = 0
CLOSE_DAY = 7
CLOSE_NAMED = 60  # "the June 12 summit was called off"


def _needed(time: Time, published: date | None, tense: Tense | None) -> Tense | None:
    """Return the tense where it is needed to tell a far "December" from another; verbs nearby are an unsure guide."""
    form = time.form.of if isinstance(time.form, Shaded) else time.form
    form = form.first if isinstance(form, Range) else form
    if published is None or not isinstance(form, Calendar) or form.month is None or form.year is not None:
        return tense
    near = resolve(form, Anchor(published))
    if isinstance(near, str) or near.start is None or near.end is None:
        return tense
    away = min(abs((near.start - published).days), abs((near.end - published).days))
    close = CLOSE_NAMED if time.attributive else CLOSE_DAY if form.day else CLOSE
    return None if away <= close else tense


def _speaks_of_now(time: Time) -> bool:
    """Say whether a time counts from its own printing even in a history: "today", "the past decade"."""
    return isinstance(time.form, Window) or (isinstance(time.form, Shift) and time.form.origin == "published")


def _sets(time: Time, found: Period, history: bool) -> bool:
    """Say whether what comes after may be counted from this time."""
    if history and _speaks_of_now(time):
        return False
    return found.start is not None and not isinstance(time.form, Term) and not (time.attributive and not history)


_FUTURE = (
    r"(?:will|shall|would|won['’]t|(?:is|are|was|were|be)\s(?:going\s|set\s|about\s|scheduled\s|expected\s)?to)"
    r"(?:\s(?:not|also|likely))?(?:\s(?:be|have)\s\w+)?|due|slated|to\sbe\s\w+|upcoming|ahead\sof\s(?:an?|the|its|their)"
    r"|(?:is|are|be|being|been|was|were)\s(?:now\s|also\s|already\s|still\s)?(?:expected|scheduled|planned|set|slated|hoped)\b"
    r"|(?:scheduled|expected|set|plan(?:s|ned)?|agreed?|hopes?|hoped|intends?|wants?|promised|vowed|pledged|ready|invited"
    r"|aims?|seeks?|prepar(?:es?|ing)|postponed|delayed|deferred|adjourned|put\soff|called)\s(?:to|for|until|till)"
    r"|(?:is|are)\s(?!being)\w+ing|(?:could|may|might|should|must|can)\s(?!have\b)\w+"
    # what stands in the present tense beside a day to come: "lawmakers vote on Friday", "the summit opens on Monday"
    r"|(?:planned|proposed|scheduled|expected|looming|forthcoming)\s(?!(?:on|by|in|at|last|as|a|an|the)\b|\w+day\b)"
    r"|opens?|begins?|starts?|votes?|visits?|arrives?|convenes?|gathers?|resumes?|expires?|travels?|flies|meets?|ends?"
    r"|heads|hosts|closes?|takes\s(?:effect|office)|take\s(?:effect|office)|goes|runs|kicks\soff|lapses|leaves"
)
_PAST = (
    r"[a-z]{2,}ed|was|were|had|said|told|met|held|began|came|took|went|won|made|gave|left|put|struck|fell|rose|saw|led"
    r"|sent|cut|hit|shot|spoke|broke|became|found|brought|fought|lost|ran|paid|wrote|sought|withdrew|drew|grew|kept|did"
    r"|chose|flew|sank|stood|threw|drove|sold|bought|heard|read|set|laid|shut|quit|overthrew|swore|urged"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b")
_LOOK = 90  # code points to either side that are read for a verb
_STOP = re.compile(r"[.;!?]\s|\n")
# a noun that is written like a verb of the present: "the votes", "an end to"
_NOUN = re.compile(r"\b(?:the|a|an|of|in|by|at|its|his|her|their|this|no|more|\d+|[a-z]+[’']s?)\s\Z", re.IGNORECASE)
_ONE = re.compile(
    r"(?:opens|begins|starts|votes|visits|convenes|gathers|ends|heads|hosts|runs|closes|plans|aims|leaves)\Z"
)
_MANY = re.compile(r"(?:open|begin|start|vote|visit|arrive|convene|gather|resume|expire|travel|meet|end|close)\Z")
_PLURAL = re.compile(r"(?:[a-z]s|\b(?:they|who|which|we|people|also|and\s\w+))\s(?:again\s)?\Z", re.IGNORECASE)
# "has until Friday", "must leave by Friday": ahead, but for what lasted until then
_LIMIT = re.compile(r"\b(?:until|till|by|no\slater\sthan|on\sor\sbefore)\s(?:the\s)?\Z", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:lasted|remained|stayed|continued|served|ran|went\son|ruled|raged|had|was|were|fell|fallen|known|did)\b",
    re.IGNORECASE,
)
# "called elections for December", but "trade figures for December"
_FOR = re.compile(r"\bfor\s(?:early\s|late\s|mid-|the\s)?\Z")
_FIGURES = re.compile(
    r"\b(?:figures?|data|numbers|statistics|rates?|reports?|prices?|exports|imports|index|output|accounts|results|sales"
    r"|was|were|had)\b",
    re.IGNORECASE,
)
_START = re.compile(r"\b(?:effective|starting|beginning)\s(?:on\s)?\Z", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are)\s(?:only\s|just\s)?(?:on\s)?\Z")
_AGREED = re.compile(
    r"(?:agreed|hoped|promised|vowed|pledged|invited|planned|postponed|delayed|deferred|adjourned|called)\b"
)
_TO_DO = re.compile(r"\bto\s[a-z]+")


def tense_near(text: str, start: int, end: int) -> Tense | None:
    """Return the tense of the verb nearest to a time, the one before it first; a stand-in where nothing was parsed."""
    before = _STOP.split(text[max(0, start - _LOOK) : start])[-1]
    if re.search(r"\bsince\s(?:the\s)?\Z", before, re.IGNORECASE):
        return "past"
    if _START.search(before):
        return None  # "effective July 1": the nearest
    after = _STOP.split(text[end : end + _LOOK])[0]
    limit = _LIMIT.search(before)
    # what was so until then: "lasted until Friday", "until Friday the road had been open"
    lasted = limit and _LASTED.search(before if limit.start() else after)
    if (limit and not lasted) or (_FOR.search(before) and not _FIGURES.search(before)):
        return "future"
    cue = next(iter(list(_cues(before))[::-1]), None) or next(_cues(after), None)
    if _IS.search(before):  # "the deadline is Friday"
        return "future"
    fronted = cue is not None and cue.string is after
    if cue is None:  # a headline: "UN to vote on force Thursday"
        return "future" if _TO_DO.search(before) else None
    done = fronted and _AGREED.match(cue[0])  # "in December they agreed to cut tariffs"
    return "future" if cue["future"] and not done else "past"


def _cues(text: str) -> Iterator["re.Match[str]"]:
    """Yield the words of tense in order, without nouns that look like them."""
    for cue in _CUE.finditer(text):
        before = text[: cue.start()]
        named = _NOUN.search(before) or not before if _ONE.match(cue[0]) else None
        if not named and (not _MANY.match(cue[0]) or _PLURAL.search(before)):
            yield cue


_HABIT = re.compile(
    r"\b(?:usually|generally|typically|normally|regularly|often|average|temperatures?|seasons?|climate|rain(?:s|fall|y)?"
    r"|monsoon|weather|occurs?|best|ideal|popular|annual(?:ly)?|(?:each|every)\s(?:year|spring|summer|autumn|winter)"
    r"|feast\sday|(?:inter)?national\s(?:\w+\s){1,3}(?:month|week|day)|(?:warm|cold|hot|cool|dry|wet|mild|humid)(?:er|est)?"
    r"|snow(?:s|fall|y)?)\b|°",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:was|were|had|did|said|will|began|came|took|met|held)\b", re.IGNORECASE)


def recurs(text: str, time: Time) -> bool:
    """Say whether a month or day without a year comes back every year: "the monsoon occurs in July"."""
    form = time.form.of if isinstance(time.form, Shaded) else time.form
    if not isinstance(form, Calendar | Division) or form.year is not None or form.shift is not None:
        return False
    if form.unit != "season" if isinstance(form, Division) else form.month is None:
        return False
    if isinstance(form, Division) and time.text.lower().endswith("s"):
        return True  # "summers"
    before = _STOP.split(text[max(0, time.span.start - 2 * _LOOK) : time.span.start])[-1]
    around = before + _STOP.split(text[time.span.start : time.span.end + _LOOK])[0]
    return bool(_HABIT.search(around)) and not _TOLD.search(around)
