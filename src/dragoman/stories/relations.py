"""Relations, statements and assessments: rows of reports that stand for themselves, alike ones once."""

from collections.abc import Callable, Mapping, Sequence

from dragoman.model.derived import Assessment, Relation, Statement
from dragoman.model.ids import digest
from dragoman.model.report import AssessmentContent, RelationContent, Report, StatementContent
from dragoman.model.words import content, in_order, overlap, quoted
from dragoman.stories.decided import UNDECIDED, Decided
from dragoman.stories.gathering import by, gather
from dragoman.stories.whens import fit, narrowest

ALIKE_OBJECTS = 0.5  # shared content words of what a relation is about, of the shorter wording
ALIKE_SAYINGS = 0.75  # shared content words of two wordings of one utterance; a dropped word or two leave as much
ALIKE_QUOTED = 0.5  # the same of two quotations that have nearly all their words in one order
LEAST = 2  # content words; one alone is shared by chance


def relations(reports: Sequence[Report], decided: Decided = UNDECIDED) -> tuple[Relation, ...]:
    """Return the lasting states of affairs that reports tell of, sorted by id."""
    told = [r for r in reports if isinstance(r.content, RelationContent)]
    blocks = by(told, lambda r: (_kind(r), tuple(sorted(r.actors("from"))), tuple(sorted(r.actors("to")))))
    groups = [g for block in blocks.values() for g in gather(block, order=_by_object, fit=_same_relation)]
    groups = decided.groups(groups, "relations", lambda r: r.id)
    return tuple(sorted((_relation(g) for g in groups), key=lambda r: r.id))


def _kind(report: Report) -> str:
    return report.content.kind if isinstance(report.content, RelationContent) else ""


def _object(report: Report) -> str:
    return "; ".join(dict.fromkeys(r.text for r in report.roles if r.role == "object"))


def _by_object(report: Report) -> tuple[object, ...]:
    return (-len(_object(report)), report.id)


def _same_relation(group: list[Report], report: Report) -> float:
    a, b = frozenset(content(_object(group[0]))), frozenset(content(_object(report)))
    if not a or not b:
        return 0.5
    shared = overlap(a, b)
    return shared if shared >= ALIKE_OBJECTS else 0.0


def _relation(group: Sequence[Report]) -> Relation:
    told = sorted(group, key=lambda r: r.id)
    first = told[0]
    assert isinstance(first.content, RelationContent)
    when = narrowest(r.when for r in told)
    lasting = when is not None and when.edtf is not None and "/" in when.edtf
    since, until = (when.edtf or "").split("/") if lasting and when else ("", "")
    objects = [_object(r) for r in told if _object(r)]
    return Relation(
        id=digest("relation", first.id),
        kind=first.content.kind,
        from_=tuple(sorted(first.actors("from"))),
        to=tuple(sorted(first.actors("to"))),
        object=max(sorted(objects), key=len, default=None),
        since=since if since not in ("", "..") else None,
        until=until if until not in ("", "..") else None,
        status=_status(told),
        reports=tuple(r.id for r in told),
    )


def _status(told: Sequence[Report]) -> str:
    """Return in words how the accounts hold a relation."""
    stances = sorted({r.stance or "actual" for r in told})
    if stances == ["actual"]:
        return "in force"
    return " and ".join(stances) if len(stances) > 1 or len(told) > 1 else stances[0]


def statements(
    reports: Sequence[Report],
    row_of: Mapping[str, str],
    story_of: Mapping[str, str],
    denied: Callable[[Report], set[str]] = lambda saying: set(),
    decided: Decided = UNDECIDED,
) -> tuple[Statement, ...]:
    """Return what actors said, sorted by id; one utterance in several accounts is one row.

    Args:
        reports: of every kind.
        row_of: the row of another table that a report is about, by report id.
        story_of: the story of each article.
        denied: gives the rows that a saying denies, beyond those its own article links it with.
        decided: what persons decided.
    """
    told = [r for r in reports if isinstance(r.content, StatementContent)]
    blocks = by(told, lambda r: (story_of[r.article], _speaker(r)))
    groups = [g for block in blocks.values() for g in gather(block, order=_fullest, fit=_same_utterance)]
    groups = decided.groups(groups, "statements", lambda r: r.id)
    contents = _contents(reports)
    return tuple(sorted((_statement(g, row_of, contents, denied) for g in groups), key=lambda s: s.id))


def _contents(reports: Sequence[Report]) -> dict[str, list[str]]:
    """Return the reports that are the content of each saying, by its id."""
    found: dict[str, list[str]] = {}
    for report in reports:
        for link in report.links:
            if link.kind == "content_of":
                found.setdefault(link.report, []).append(report.id)
    return found


def _saying(report: Report) -> StatementContent:
    assert isinstance(report.content, StatementContent)
    return report.content


def _speaker(report: Report) -> str:
    named = [r for r in report.roles if r.role == "speaker"]
    return next((r.actor for r in named if r.actor), None) or (named[0].text.lower() if named else "")


def _fullest(report: Report) -> tuple[object, ...]:
    return (-len(_saying(report).text), report.id)


def _same_utterance(group: list[Report], report: Report) -> float:
    """Return how well two wordings are one utterance: across accounts, alike in their quoted words or in all."""
    first = group[0]
    if first.article == report.article or not fit(first.when, report.when):
        return 0.0
    one, other = (" ".join(quoted(_saying(r).text)) or _saying(r).text for r in (first, report))
    a, b = frozenset(content(one)), frozenset(content(other))
    shared = overlap(a, b)
    if min(len(a), len(b)) < LEAST or shared < ALIKE_QUOTED:
        return 0.0
    said = all(_saying(r).directness != "indirect" for r in (first, report))
    # words in quotation marks are those spoken: in the same order but for one or two, they are one utterance misheard
    return shared if shared >= ALIKE_SAYINGS or (said and in_order(one, other) >= ALIKE_SAYINGS) else 0.0


def _statement(
    group: Sequence[Report],
    row_of: Mapping[str, str],
    contents: Mapping[str, Sequence[str]],
    denied: Callable[[Report], set[str]],
) -> Statement:
    told = sorted(group, key=lambda r: r.id)
    fullest = min(told, key=_fullest)
    saying = _saying(fullest)
    speaker = next((r for r in fullest.roles if r.role == "speaker"), None)
    links = [link for r in told for link in r.links]
    denies = {row_of[k.report] for k in links if k.kind == "denies" and k.report in row_of}
    denies |= {row for r in told for row in denied(r)}
    about = denies | {
        row_of[k.report] for k in links if k.report in row_of and k.kind in ("denies", "answers", "same_act")
    }
    about |= {row_of[c] for r in told for c in contents.get(r.id, ()) if c in row_of}
    return Statement(
        id=digest("statement", told[0].id),
        speaker=speaker.text if speaker else "",
        speaker_actor=speaker.actor if speaker else None,
        direct=saying.directness != "indirect",
        directness=saying.directness,
        text=saying.text,
        when=narrowest(r.when for r in told),
        denies=tuple(sorted(denies)),
        about=tuple(sorted(about)),
        reports=tuple(r.id for r in told),
    )


def assessments(reports: Sequence[Report], outlet_of: Mapping[str, str]) -> tuple[Assessment, ...]:
    """Return what is expected, feared, judged or predicted, one row a report, sorted by id."""
    told = [r for r in reports if isinstance(r.content, AssessmentContent)]
    return tuple(sorted((_assessment(r, outlet_of) for r in told), key=lambda a: a.id))


def _assessment(report: Report, outlet_of: Mapping[str, str]) -> Assessment:
    assert isinstance(report.content, AssessmentContent)
    holder = next((r for r in report.roles if r.role == "holder"), None)
    outlet = report.attribution[0] if report.attribution else None
    source = outlet.source if outlet else outlet_of.get(report.article, "")
    return Assessment(
        id=digest("assessment", report.id),
        holder=holder.text if holder else source,
        holder_actor=holder.actor if holder else outlet.actor if outlet else None,
        text=report.content.text,
        window=report.when.text if report.when else None,
        outcome=None,
        reports=(report.id,),
    )
