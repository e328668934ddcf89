"""One report in a few words: what it is, who, to whom."""

from dragoman.model.report import (
    AssessmentContent,
    EventContent,
    ProvisionContent,
    RelationContent,
    Report,
    StatementContent,
    StepContent,
    VoteContent,
)
from dragoman.model.terms import RoleName
from dragoman.views.phrasing import ACTS, FIGURES, LABELS, OBLIGATIONS, Phrasing

DOERS: tuple[RoleName, ...] = ("actor", "party", "signatory", "body", "speaker", "holder", "from")


def phrase(report: Report, say: Phrasing) -> str:
    """Return what a report holds, without how it holds."""
    match report.content:
        case StatementContent(text=text) | AssessmentContent(text=text):
            return f"{report.attribution[-1].source}: {text}"
        case ProvisionContent(obligation=obligation, text=text):
            return f"{OBLIGATIONS[obligation]}: {text}"
        case VoteContent() as vote:
            counts = ((getattr(vote, field), word) for field, word in FIGURES.items())
            return ", ".join(f"{count} {word}" for count, word in counts if count is not None) or "no figures"
        case StepContent(act=act):
            return f"{ACTS[act].removesuffix(' by')}{_between(report, say)}"
        case RelationContent(kind=kind):
            return f"{kind}{_between(report, say)}"
        case EventContent(type=type, mode=mode):
            label = LABELS.get(f"{type}/{mode}") or (LABELS[type] if type else "said content")
            return f"{label}{_between(report, say)}"


def _between(report: Report, say: Phrasing) -> str:
    """Return who did it, and to whom."""
    actors = say.names(report.actors(*DOERS))
    recipients = say.names(report.actors("recipient", "to", "addressee"))
    who = f": {actors}" if actors else ""
    return f"{who} → {recipients}" if recipients else who
