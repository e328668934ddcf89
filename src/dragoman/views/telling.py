"""What every line about the record needs: the reports behind it, how they carry it, and their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.derived import Event, Origins
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.record import Record
from dragoman.views.citing import Citations
from dragoman.views.phrasing import Phrasing

DISPUTES = ("differs", "denied", "asserted_vs_attributed", "quote_differs", "inner_contradiction", "attribution_lost")
SUMS = ("arithmetic", "impossible_sequence", "date_mismatch", "stale_office")
STRONGER = ("headline_overstates", "wording_stronger")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, with the numbers of the sentences that carry it and the id to ask about it."""

    mark: str
    text: str
    cites: tuple[int, ...]
    id: str


class Telling:
    """Puts what some reports hold into lines.

    Args:
        record: where the reports are.
        reports: all that may be told of.
        disputed: ids of rows on which the accounts differ.
        articles: of the reports and more; None: those of the reports.
    """

    def __init__(
        self,
        record: Record,
        reports: Iterable[Report],
        *,
        disputed: Iterable[str] = (),
        articles: Iterable[str] | None = None,
    ) -> None:
        self.reports = {r.id: r for r in reports}
        wanted = sorted({r.article for r in self.reports.values()}) if articles is None else articles
        self.articles = {a: record.article(a) for a in wanted}
        self.disputed = set(disputed)
        self.citations = Citations(record, self.articles)
        self.say = Phrasing(record.names())

    def told(self, reports: Iterable[str]) -> list[Report]:
        """Return those of some reports that may be told of."""
        return [self.reports[r] for r in reports if r in self.reports]

    def cite(self, told: Iterable[Report]) -> tuple[int, ...]:
        """Return the numbers of the sentences that reports stand in."""
        return tuple(dict.fromkeys(self.citations.number(r) for r in told))

    def mark(self, row: str, origins: Origins | None, told: list[Report]) -> str:
        """Return the mark that says how a row is carried."""
        if row in self.disputed:
            return "≠"
        if origins is not None and origins.low >= 2:
            return "●"
        one = (origins is not None and origins.high <= 1) or _one_source(told)
        outlets = {self.articles[r.article].outlet for r in told} - {None}
        return "=" if len(outlets) > 1 and not one else "○"

    def outlet(self, report: Report) -> str:
        """Return what to call the outlet of a report."""
        article = self.articles[report.article]
        return article.outlet or article.file or "the article"

    def through(self, told: list[Report]) -> str:
        """Return the way by which something comes to us, where it is not the outlet's own voice."""
        ways = {self.say.according(r) for r in told}
        return "" if "" in ways else f" – according to {min(ways)}"


def finding_mark(finding: Finding) -> str:
    """Return the mark of what comparison shows; "" for what only says how a thing is carried."""
    if finding.kind == "arithmetic":
        return "∑"
    return "!" if finding.kind in STRONGER else "≠" if finding.kind in (*DISPUTES, *SUMS) else ""


def disputed(findings: Iterable[Finding]) -> set[str]:
    """Return the ids of the rows on which accounts differ."""
    return {f.about.id for f in findings if f.kind in ("differs", "quote_differs")}


def carried(event: Event, told: Iterable[Report]) -> bool:
    """Say whether more than one source's word carries an event: an outlet's own, or two independent ones."""
    return event.origins.low > 1 or any(map(_own_voice, told))


def _one_source(told: Iterable[Report]) -> bool:
    """Say whether all reports rest on one and the same source that is not an outlet."""
    sources = {r.attribution[-1].actor or r.attribution[-1].source if len(r.attribution) > 1 else None for r in told}
    return len(sources) == 1 and None not in sources


def _own_voice(report: Report) -> bool:
    """Say whether a report rests on the outlet or another medium alone, not on the word of somebody it quotes."""
    return all(s.actor is not None and ("outlet/" in s.actor or "/media" in s.actor) for s in report.attribution[1:])
