"""Whether accounts count alike what was done or who was concerned."""

import re
from collections.abc import Iterator

from dragoman.model.derived import Event
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import NUMBERS, quoted

COUNTED = re.compile(
    rf"^(?:the |its |their )?(?P<number>\d[\d,]*|{'|'.join(NUMBERS[1:])}) (?P<what>\D+)$", re.IGNORECASE
)


@check("quantity", over=Event)
def quantity(case: Case[Event]) -> Iterator[Finding]:
    """Three diplomats in one account, two in another; a number rounded, bounded or left out differs from none."""
    told: dict[str, dict[int, list[Report]]] = {}
    for report in case.reports:
        for number, what in _counted(report):
            told.setdefault(what, {}).setdefault(number, []).append(report)
    for what, by_number in sorted(told.items()):
        if len(by_number) > 1 and len({r.article for rs in by_number.values() for r in rs}) > 1:
            sides = [case.side(rs, f"{n:,}") for n, rs in sorted(by_number.items())]
            because = "; ".join(f"{n:,} in {quoted(case, rs)}" for n, rs in sorted(by_number.items()))
            yield case.finding("differs", "warning", field="quantity", sides=sides, because=f"{what}: {because}")


def _counted(report: Report) -> Iterator[tuple[int, str]]:
    """Yield the plain numbers of a report's roles with what is counted; "at least two" is no plain number."""
    for role in report.roles:
        match = COUNTED.match(role.text.strip())
        if match:
            word = match["number"].lower()
            number = NUMBERS.index(word) if word in NUMBERS else int(word.replace(",", ""))
            yield number, match["what"].lower()
