"""Whether accounts give one act the same day, and whether acts can have followed one another as dated, by the words."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from dragoman.model.article import Article
from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.checks.date_mismatch import DAY, MONTHS, WEEKDAYS
from dragoman.reconcile.passages import Passage
from dragoman.reconcile.story_pairs import across, one_occasion

DATE = re.compile(rf"\b(?:on |since |until |from |by )?{DAY}\b")
WEEKDAY = re.compile(
    rf"(?<!last )(?<!next )\bon ({'|'.join(w.title() for w in WEEKDAYS)})\b(?!,? (?:\d|[A-Z][a-z]+ \d|\())"
)
AHEAD = re.compile(r"\b(?:will|would|is to|are to|due|scheduled|expected|plan\w*|next)\b", re.IGNORECASE)
SHARED, ALIKE = 3, 0.6  # content words in common, and of the shorter sentence
# acts in the order in which they must follow one another
ORDER = (
    re.compile(r"\b(?:sign(?:s|ed|ing)|signature|agreed|concluded)\b", re.I),
    re.compile(r"\bratif(?:y|ies|ied|ication)\b", re.I),
    re.compile(r"\b(?:enter(?:s|ed)?|came|come|comes) into force\b|\b(?:took|takes) effect\b|\bin force\b", re.I),
)


@check("days", over=Story)
def days(case: Case[Story]) -> Iterator[Finding]:
    """Two accounts that give one act two days differ; a weekday is the last one before the account appeared."""
    for one, other in across(case):
        shared = one.stems & other.stems
        if len(shared) < SHARED or len(shared) < ALIKE * min(len(one.stems), len(other.stems)):
            continue
        a, b = _days(case, one), _days(case, other)
        if len(a) == len(b) == 1 and a != b and one_occasion(one, other) and not (one.headline or other.headline):
            sides = [case.told([p], min(d).isoformat()) for p, d in ((one, a), (other, b))]
            because = "; ".join(f"{min(d).isoformat()} in {case.printed(p)}" for p, d in ((one, a), (other, b)))
            yield case.finding("differs", "warning", field="day", sides=sides, because=because)


@check("order_of_acts", over=Article)
def order_of_acts(case: Case[Article]) -> Iterator[Finding]:
    """A treaty is signed, then ratified, then in force: dates that put a later act before an earlier cannot be."""
    acts = [(rank, day, p) for p in case.accounts.passages[case.row.id] for rank, day in _acts(case, p)]
    for (low, first, one), (high, second, other) in combinations(sorted(acts, key=lambda t: t[0]), 2):
        if low < high and second < first:
            passages = list(dict.fromkeys((one, other)))
            told = "; ".join(map(case.printed, passages))
            because = f"{second.isoformat()} for what must follow {first.isoformat()}: {told}"
            sides = [case.told(passages, f"{second.isoformat()} before {first.isoformat()}")]
            yield case.finding("impossible_sequence", "warning", field="text", sides=sides, because=because)
            return


def _acts(case: Case[Article], passage: Passage) -> Iterator[tuple[int, date]]:
    """Yield the rank and the day of each act that a sentence dates, by the date that follows it next."""
    dates = [(m.start(), d) for m in DATE.finditer(passage.text) if (d := _date(case, passage, m))]
    printed = case.accounts.articles[passage.article].published.latest
    if printed and not AHEAD.search(passage.text):
        dates += [(m.start(), _last(m[1], date.fromisoformat(printed))) for m in WEEKDAY.finditer(passage.text)]
    dates.sort()
    marks = sorted((m.start(), rank) for rank, act in enumerate(ORDER) for m in act.finditer(passage.text))
    for at, (start, rank) in enumerate(marks):
        end = marks[at + 1][0] if at + 1 < len(marks) else len(passage.text)
        found = next((day for place, day in dates if start < place < end), None)
        if found:
            yield rank, found


def _days(case: Case[Story], passage: Passage) -> set[date]:
    found = {d for m in DATE.finditer(passage.text) if (d := _date(case, passage, m))}
    if AHEAD.search(passage.text):
        return found
    printed = case.accounts.articles[passage.article].published.latest
    if printed is not None:
        found |= {_last(m[1], date.fromisoformat(printed)) for m in WEEKDAY.finditer(passage.text)}
    return found


def _date(case: Case[Story] | Case[Article], passage: Passage, found: re.Match[str]) -> date | None:
    """Return the day of a date; without a year it is of the account's own."""
    printed = case.accounts.articles[passage.article].published.latest
    year = found["year"] or (printed or "")[:4]
    try:
        month = MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
        return date(int(year), month, int(found["day"] or found["day2"]))
    except ValueError:
        return None


def _last(weekday: str, printed: date) -> date:
    """Return the last day of that name up to the day of the account."""
    return printed - timedelta(days=(printed.weekday() - WEEKDAYS.index(weekday.lower())) % 7)
