"""What each time of a text is counted from: the publication date in news, the time told last in a history."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.model.anchor import Anchor, Resolved, Tense, resolve
from dragoman.model.calendar import Period
from dragoman.model.forms import Calendar, Range, Shaded, Shift, Term, Weekday, Window
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
    told: Period | None = None
    for time in times:
        tense = _needed(time, published, tense_near(text, time.span.start, time.span.end))
        anchor = Anchor(None if history and not _speaks_of_now(time) else published, tense, told)
        found = resolve(time.form, anchor)
        yield time, anchor, found
        if not isinstance(found, str) and _sets(time, found, history):
            told = found


# days: a month, or a day of one, this near to publication is meant, whatever the verb beside it
CLOSE = 60
CLOSE_DAY = 130


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
    return None if away <= (CLOSE_DAY if form.day else CLOSE) else tense


def _speaks_of_now(time: Time) -> bool:
    """Say whether a time counts from its own printing even in a history: "today", "the past decade"."""
    return isinstance(time.form, Window) or (isinstance(time.form, Shift) and time.form.origin == "published")


def _sets(time: Time, found: Period, history: bool) -> bool:
    """Say whether what comes after may be counted from this time."""
    if history and _speaks_of_now(time):
        return False
    return found.start is not None and not isinstance(time.form, Term) and not (time.attributive and not history)


_FUTURE = (
    r"(?:will|shall|won['’]t|(?:is|are|was|were|be)\s(?:going\s|set\s|about\s|scheduled\s|expected\s)?to)"
    r"(?:\s(?:not|also|likely))?(?:\s(?:be|have)\s\w+)?|due|slated|upcoming"
    r"|(?:scheduled|expected|set|plan(?:s|ned)?|agreed?|hopes?|hoped|intends?|wants?|promised|vowed|pledged|ready|invited)\s(?:to|for)"
)
_PAST = (
    r"[a-z]{2,}ed|was|were|had|said|told|met|held|began|came|took|went|won|made|gave|left|put|struck|fell|rose|saw|led"
    r"|sent|cut|hit|shot|spoke|broke|became|found|brought|fought|lost|ran|paid|wrote|sought|withdrew|drew|grew|kept|did"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_LOOK = 90  # code points to either side that are read for a verb
_STOP = re.compile(r"[.;!?]\s|\n")


def tense_near(text: str, start: int, end: int) -> Tense | None:
    """Return the tense of the verb nearest to a time, the one before it first; a stand-in where nothing was parsed."""
    before = _STOP.split(text[max(0, start - _LOOK) : start])[-1]
    cues = list(_CUE.finditer(before))
    cue = cues[-1] if cues else _CUE.search(_STOP.split(text[end : end + _LOOK])[0])
    if cue is None:
        return None
    return "future" if cue["future"] else "past"


_HABIT = re.compile(
    r"\b(?:usually|generally|typically|normally|regularly|often|average|temperatures?|seasons?|climate|rain(?:s|fall|y)?"
    r"|monsoon|weather|occurs?|best|ideal|popular|annual(?:ly)?|(?:each|every)\s(?:year|spring|summer|autumn|winter)"
    r"|feast\sday)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:was|were|had|did|said|will|began|came|took|met|held)\b", re.IGNORECASE)


def recurs(text: str, time: Time) -> bool:
    """Say whether a month or day without a year comes back every year: "the monsoon occurs in July"."""
    form = time.form.of if isinstance(time.form, Shaded) else time.form
    if not isinstance(form, Calendar) or form.year is not None or form.month is None or form.shift is not None:
        return False
    before = _STOP.split(text[max(0, time.span.start - 2 * _LOOK) : time.span.start])[-1]
    around = before + _STOP.split(text[time.span.start : time.span.end + _LOOK])[0]
    return bool(_HABIT.search(around)) and not _TOLD.search(around)
