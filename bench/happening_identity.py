"""Whether reports on one instrument stand together, over all articles of a half: B³."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench.happening_files import Found, Happening, Subject, quote_of
from bench.happening_scores import Count
from dragoman.model.report import ProvisionContent, Report, StepContent, VoteContent

ABOUT = ("step.act", "vote", "provision", "provision.text")


def identity(happenings: Sequence[Happening], found: Found) -> Count:
    """Count, over reports told in a sentence whose instrument is known, how far their company is right (B³).

    Recall is the mean share of a report's true companions that stand with it, precision that of those standing with it
    that belong there; both are given as whole reports, so that halves of different size can be compared.
    """
    shown = {report: a.id for a in found.agreements for report in a.reports}
    pairs = [(of, shown[r.id]) for r in found.reports if r.id in shown for of in [_of(happenings, r)] if of]
    recall = sum(_share(pairs, pair, by=0) for pair in pairs)
    precision = sum(_share(pairs, pair, by=1) for pair in pairs)
    return Count(round(recall), len(pairs), round(precision), len(pairs))


def _share(pairs: Sequence[tuple[str, str]], pair: tuple[str, str], *, by: int) -> float:
    company = [p for p in pairs if p[by] == pair[by]]
    return sum(p == pair for p in company) / len(company)


def _of(happenings: Iterable[Happening], report: Report) -> str | None:
    """Return the instrument that a report's sentence is about, None where the file does not tell one alone."""
    quote = quote_of(report, ABOUT)
    told = {of for h in happenings for of in _told(h, report, quote)}
    return told.pop() if len(told) == 1 else None


def _told(happening: Happening, report: Report, quote: str) -> Iterator[str]:
    sentence = happening.sentence(quote)
    if sentence == quote and not happening.holds(quote):
        return
    for subject in happening.subjects:
        if _fits(subject, report) and happening.sentence(subject.told) == sentence:
            yield f"{happening.name}: {subject.of}"


def _fits(subject: Subject, report: Report) -> bool:
    content = report.content
    if isinstance(content, StepContent):
        return subject.kind == "step" and content.act in subject.acts
    return isinstance(content, ProvisionContent | VoteContent) and subject.kind == report.kind
