"""Sentences that several checks share."""

from collections.abc import Iterable

from dragoman.model.derived import Origin, Origins
from dragoman.model.report import Report
from dragoman.reconcile.accounts import Case, R, short, whole

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(n: int) -> str:
    """Return a number as a sentence has it: a word up to twelve, figures beyond."""
    return NUMBERS[n] if n < len(NUMBERS) else f"{n:,}"


def listed(parts: Iterable[str]) -> str:
    """Return parts as a list in a sentence: "a, b and c"."""
    every = list(parts)
    return " and ".join(every) if len(every) < 3 else f"{', '.join(every[:-1])} and {every[-1]}"


def outlets(case: Case[R]) -> str:
    """Return the outlets that tell of a row, as a list."""
    return listed(dict.fromkeys(case.accounts.outlet(rs[0].article) for rs in case.by_article))


def sources(origins: Origins) -> str:
    """Return the sources an account rests on, as a list of their printed names."""
    return listed(dict.fromkeys(named(o) for o in origins.sources if o.source or o.kind != "unknown"))


def named(origin: Origin) -> str:
    """Return what an origin is called."""
    return f"'{origin.source}'" if origin.source else "somebody not named"


def spread(reports: Iterable[Report]) -> list[Report]:
    """Return one report for each article: the one that names most of its sources, else the fullest."""
    found: dict[str, Report] = {}
    for report in sorted(reports, key=lambda r: (r.article, -len(r.attribution), -len(whole(r).quote), r.id)):
        found.setdefault(report.article, report)
    return list(found.values())


def quoted(case: Case[R], reports: Iterable[Report], limit: int = 160) -> str:
    """Return the words of reports with whose they are; what several print alike is quoted once, a long one cut."""
    who: dict[str, dict[str, None]] = {}
    for report in reports:
        who.setdefault(short(whole(report).quote, limit), {})[case.accounts.outlet(report.article)] = None
    return listed(f"'{words}' ({listed(outlets)})" for words, outlets in who.items())


def the(name: str) -> str:
    """Return a body's name as a sentence has it: "the Guardian Council", but "Iran's parliament"."""
    return name if name.lower().startswith("the ") or "'s " in name or "’s " in name else f"the {name}"
