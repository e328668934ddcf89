"""The inbox of findings, with what narrows it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.model.terms import FindingKind, Severity
from dragoman.record import Record

ON_A_PAGE = 25
GRAVEST: tuple[Severity, ...] = ("warning", "notice", "info")
WORDS = {
    "agrees": "agrees", "corroborated": "corroborated", "single_origin": "single origin", "party_only": "party only",
    "anonymous_only": "anonymous only", "omitted": "omitted", "same_origin": "same origin", "differs": "differs",
    "quote_differs": "quotation differs", "wording_stronger": "wording stronger", "denied": "denied",
    "asserted_vs_attributed": "asserted against attributed", "attribution_lost": "attribution lost",
    "arithmetic": "arithmetic", "date_mismatch": "date mismatch", "impossible_sequence": "impossible sequence",
    "headline_overstates": "headline overstates", "inner_contradiction": "contradicts itself",
    "stale_office": "stale office", "old_quote": "old quotation", "edited": "edited", "corrected": "corrected",
    "retracted": "retracted",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FindingsAsked:
    """Which findings are wanted."""

    kind: str | None = None
    severity: str | None = None  # None: warnings and notices; "all": every one
    story: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class SideQuoted:
    """The words on one side, with where they stand."""

    article: str
    outlet: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side of a finding."""

    value: str
    quotes: tuple[SideQuoted, ...]


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One finding."""

    id: str
    kind: str
    kind_in_words: str
    severity: str
    because: str
    story: str | None
    story_title: str | None
    about: tuple[str, str]  # table and id
    sides: tuple[SideShown, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the list, and how many it would leave."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class FindingList:
    """One page of findings, the gravest first."""

    asked: FindingsAsked
    findings: tuple[FindingShown, ...]
    total: int
    further: bool
    kinds: tuple[Facet, ...]
    severities: tuple[Facet, ...]


def finding_list(record: Record, asked: FindingsAsked) -> FindingList:
    """Return a page of the findings that are asked for."""
    wanted = tuple(s for s in GRAVEST if _wanted(s, asked.severity))
    skip = (asked.page - 1) * ON_A_PAGE
    if asked.story:
        of_story = [f for f in record.naming(Finding, asked.story) if f.story == asked.story]
        counts = Counter((f.severity, f.kind) for f in of_story)
        found = sorted((f for f in of_story if f.severity in wanted and asked.kind in (None, f.kind)), key=_order)[
            skip:
        ]
    else:
        counts = Counter(record.finding_counts())
        found = list(record.findings_of(wanted, kind=asked.kind, most=ON_A_PAGE + 1, skip=skip))
    return _listed(record, asked, found, counts)


def _listed(
    record: Record, asked: FindingsAsked, found: list[Finding], counts: Mapping[tuple[Severity, FindingKind], int]
) -> FindingList:
    shown = found[:ON_A_PAGE]
    titles = {s.id: s.title for s in record.rows_of(Story, {f.story for f in shown if f.story})}
    outlets = _outlets(record, shown)
    kinds: Counter[FindingKind] = Counter()
    severities: Counter[Severity] = Counter()
    for (severity, kind), number in counts.items():
        severities[severity] += number
        if _wanted(severity, asked.severity):
            kinds[kind] += number
    return FindingList(
        asked=asked,
        findings=tuple(_shown(f, titles, outlets) for f in shown),
        total=sum(number for kind, number in kinds.items() if asked.kind in (None, kind)),
        further=len(found) > ON_A_PAGE,
        kinds=tuple(Facet(k, WORDS[k], n) for k, n in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        severities=tuple(Facet(s, s, severities[s]) for s in GRAVEST if severities[s]),
    )


def _wanted(severity: Severity, asked: str | None) -> bool:
    return severity != "info" if asked is None else asked in ("all", severity)


def _order(finding: Finding) -> tuple[int, str, str]:
    return GRAVEST.index(finding.severity), finding.kind, finding.id


def _outlets(record: Record, findings: list[Finding]) -> dict[str, str]:
    ids = {quote.span.article for f in findings for side in f.sides for quote in side.quotes}
    articles = (record.article(id) for id in sorted(ids))
    return {a.id: a.outlet or a.file or a.id for a in articles}


def _shown(finding: Finding, titles: dict[str, str], outlets: dict[str, str]) -> FindingShown:
    sides = tuple(
        SideShown(
            side.value,
            tuple(
                SideQuoted(q.span.article, outlets[q.span.article], q.span.start, q.span.end, q.quote)
                for q in side.quotes
            ),
        )
        for side in finding.sides
    )
    return FindingShown(
        id=finding.id,
        kind=finding.kind,
        kind_in_words=WORDS[finding.kind],
        severity=finding.severity,
        because=finding.because,
        story=finding.story,
        story_title=titles.get(finding.story or ""),
        about=(finding.about.table, finding.about.id),
        sides=sides,
    )
