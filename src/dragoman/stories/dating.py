"""An article without a date gets one from its company.

News writes "on Wednesday" for the last Wednesday before the paper comes out. So where an undated article says
"Wednesday", and another of its story is dated to a Wednesday, it was published on that day or one of the six after it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.anchor import Tense
from dragoman.model.article import Article, Stamp
from dragoman.model.forms import Calendar
from dragoman.model.report import Report
from dragoman.model.time import Time, When, not_after
from dragoman.stories.gathering import by
from dragoman.stories.whens import bounds

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# a weekday with a date of its own, or one further away, dates nothing
BARE = re.compile(
    rf"(?<!last )(?<!next )(?<!every )(?<!each )\b({'|'.join(WEEKDAYS)})\b"
    r"(?!s\b|,? (?:\d|[A-Z][a-z]+\.? \d)|,? (?:last|next) )"
)
SPAN = timedelta(days=6)  # a bare weekday is used up to six days later; on the seventh it would be another one
AHEAD = ("planned", "pledged", "demanded", "possible")
BEHIND = ("actual", "failed")
WINDOW = timedelta(days=3)  # without a weekday: most of a story's articles come within three days of one another


def dated(story: Sequence[Article]) -> dict[str, Article]:
    """Return the articles of a story that their company dates, by id, each with its new stamp."""
    company = [a for a in story if day(a.published) is not None]
    found = ((a, stamp_of(a, company)) for a in story if a.published.earliest is None)
    return {a.id: replace(a, published=stamp) for a, stamp in found if stamp}


def day(stamp: Stamp) -> str | None:
    """Return the day of a stamp known to the day, None for a span or none."""
    return stamp.earliest if stamp.earliest is not None and stamp.earliest == stamp.latest else None


def stamp_of(article: Article, company: Sequence[Article]) -> Stamp | None:
    """Return what the dated articles of its story say of when an article was published, None where there are none."""
    others = sorted(((day(a.published) or "", a) for a in company), key=lambda pair: (pair[0], pair[1].id))
    if not others:
        return None
    for weekday in BARE.findall(article.text):
        for printed, other in others:
            if date.fromisoformat(printed).weekday() == WEEKDAYS.index(weekday):
                return _by_weekday(weekday, printed, other)
    return _by_window(others[0][0], others[-1][0])


def _by_weekday(weekday: str, printed: str, other: Article) -> Stamp:
    latest = (date.fromisoformat(printed) + SPAN).isoformat()
    whose = other.outlet or "another account"
    because = f"says '{weekday}', and {whose}, of the same story, is of {printed}, a {weekday}"
    return Stamp(f"[{printed}..{latest}]", printed, latest, basis="story", text=None, because=because)


def _by_window(first: str, last: str) -> Stamp:
    earliest = (date.fromisoformat(first) - WINDOW).isoformat()
    latest = (date.fromisoformat(last) + WINDOW).isoformat()
    dates = first if first == last else f"{first} to {last}"
    because = f"other accounts of the same story are of {dates}; taken to be within {WINDOW.days} days of them"
    return Stamp(f"[{earliest}..{latest}]", earliest, latest, basis="story", text=None, because=because)


def anchored(report: Report, stamp: Stamp) -> Report:
    """Return the report with its time resolved against the date its article has been given; its id stays."""
    if stamp.earliest is None or stamp.latest is None:
        return report
    if report.time is None:
        undated = report.when is not None and report.when.basis == "article" and report.when.edtf is None
        return _retimed(report, not_after(stamp)) if undated else report
    first, last = (_resolved(report, report.time, date.fromisoformat(d)) for d in (stamp.earliest, stamp.latest))
    if first.edtf is None and report.when is not None and report.when.edtf is not None:
        return report  # "two days later", counted from a full date that was told before it
    return _retimed(report, first if first.edtf == last.edtf else _spanned(first, last))


def _retimed(report: Report, when: When) -> Report:
    unknown = tuple(u for u in report.unknown if u.field != "when" or when.edtf is None)
    return replace(report, when=when, unknown=unknown)


def _resolved(report: Report, time: Time, published: date) -> When:
    """Resolve a time as its report holds it."""
    return time.anchored(published, tense=_tense(report, time), basis=report.basis)  # type: ignore[arg-type]


def _tense(report: Report, time: Time) -> Tense | None:
    """Return where a time lies: what is planned ahead, what was done behind: "on Friday" is the next or the last one.

    What goes on or is asked about is neither. A day of a month is the nearest one: "on May 23" in a text of May 21 is
    in two days and not last year's, which a newspaper would give its year.
    """
    if report.modality in AHEAD:
        return "future"
    of_month = isinstance(time.form, Calendar) and time.form.month is not None and time.form.day is not None
    return "past" if report.modality in BEHIND and not of_month else None


def _spanned(first: When, last: When) -> When:
    """Return the time that is one for the earliest and another for the latest day on which it may have been printed."""
    a, b = bounds(first), bounds(last)
    if a is None or b is None:
        return replace(first, edtf=None, earliest=None, latest=None, reason="its article is dated only to some days")
    earliest = min(first.earliest, last.earliest) if first.earliest and last.earliest else None
    latest = max(first.latest, last.latest) if first.latest and last.latest else None
    return replace(first, edtf=f"[{earliest or ''}..{latest or ''}]", earliest=earliest, latest=latest)


def date_stories(
    stories: Sequence[Sequence[str]], articles: Mapping[str, Article], reports: Sequence[Report]
) -> tuple[dict[str, Article], list[Report]]:
    """Date what has no date from its story, and resolve anew the times told in it."""
    fresh: dict[str, Article] = {}
    for story in stories:
        fresh.update(dated([articles[a] for a in story]))
    of = by(reports, lambda r: r.article)
    anew = [anchored(r, fresh[a].published) for a in sorted(fresh) for r in of.get(a, [])]
    changed = {r.id: r for r in anew}
    return {**articles, **fresh}, [changed.get(r.id, r) for r in reports]
