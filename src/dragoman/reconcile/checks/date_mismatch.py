"""Whether a date and its weekday are of one day."""

import re
from collections.abc import Iterator
from datetime import date

from dragoman.model.article import Article
from dragoman.model.finding import Finding, Side, SideQuote
from dragoman.model.text import Span
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = (
    rf"(?:(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH})\.?)(?:,? (?P<year>\d{{4}}))?(?!\d)"
)
DATED = re.compile(rf"\b(?P<weekday>{'|'.join(w.title() for w in WEEKDAYS)}),? \(?(?:the )?{DAY}\b")


@check("date_mismatch", over=Article)
def date_mismatch(case: Case[Article]) -> Iterator[Finding]:
    """A date printed with its weekday is checked by the calendar: where the two are not of one day, one is wrong.

    Without a year it is the nearest such day to the article's own date; without that, nothing is checked.
    """
    article = case.row
    for match in DATED.finditer(article.text):
        day = _day(match, article.published.latest)
        weekday = match["weekday"].lower()
        if day is None or WEEKDAYS[day.weekday()] == weekday:
            continue
        quote = SideQuote(Span(article.id, match.start(), match.end()), match[0])
        really = WEEKDAYS[day.weekday()].title()
        side = Side((article.id,), (), match["weekday"], (quote,))
        because = f"'{match[0]}': {day.isoformat()} was a {really}"
        yield case.finding("date_mismatch", "notice", field=f"text.{match.start()}", sides=[side], because=because)


def _day(match: re.Match[str], printed: str | None) -> date | None:
    """Return the day a match names, None for one no calendar has, or of an unknown year."""
    month = MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
    number = int(match["day"] or match["day2"])
    if match["year"]:
        return _dated(int(match["year"]), month, number)
    if printed is None:
        return None
    near = date.fromisoformat(printed)
    days = [d for year in (near.year - 1, near.year, near.year + 1) if (d := _dated(year, month, number))]
    return min(days, key=lambda d: abs((d - near).days), default=None)


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
