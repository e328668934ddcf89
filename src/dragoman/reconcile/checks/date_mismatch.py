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
DAY = rf"(?:(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH})\.?),? (?P<year>\d{{4}})"
DATED = re.compile(rf"\b(?P<weekday>{'|'.join(w.title() for w in WEEKDAYS)}),? (?:the )?{DAY}\b")


@check("date_mismatch", over=Article)
def date_mismatch(case: Case[Article]) -> Iterator[Finding]:
    """A date printed with its weekday is checked by the calendar: where the two are not of one day, one is wrong."""
    article = case.row
    for match in DATED.finditer(article.text):
        day = _day(match)
        weekday = match["weekday"].lower()
        if day is None or WEEKDAYS[day.weekday()] == weekday:
            continue
        quote = SideQuote(Span(article.id, match.start(), match.end()), match[0])
        really = WEEKDAYS[day.weekday()].title()
        side = Side((article.id,), (), match["weekday"], (quote,))
        because = f"'{match[0]}': {day.isoformat()} was a {really}"
        yield case.finding("date_mismatch", "notice", field=f"text.{match.start()}", sides=[side], because=because)


def _day(match: re.Match[str]) -> date | None:
    """Return the day a match names, None for one no calendar has."""
    month = MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
    try:
        return date(int(match["year"]), month, int(match["day"] or match["day2"]))
    except ValueError:
        return None
