"""What a report says of acts and instruments, in a form that compares."""

from dragoman.model.report import EventContent, Instrument, ProvisionContent, Report, StepContent, VoteContent
from dragoman.stories.who import closest, country

NOT_A_PARTY = ("person/", "group/", "outlet/")

# acts that parties do together: who did them is all of them, and tells no two such acts apart
JOINT = frozenset(
    {"negotiated", "text_adopted", "initialled", "signed", "exchanged", "in_force", "provisionally_applied",
     "lapsed", "collapsed", "extended", "amended", "implemented"}
)  # fmt: skip

# of those, what befalls the instrument, whoever brings it about
BEFALLS = frozenset({"in_force", "lapsed", "collapsed", "provisionally_applied"})

# acts that can be done more than once: two dates are two acts
REPEATED = frozenset({"proposed", "negotiated", "suspended", "extended", "amended", "returned", "rejected"})


def instrument(report: Report) -> Instrument | None:
    """Return the instrument a report is about, None where it is about none."""
    content = report.content
    return content.instrument if isinstance(content, StepContent | ProvisionContent | VoteContent) else None


def party(actor: str | None) -> str | None:
    """Return the state or organisation that binds itself through ``actor``."""
    if not actor or actor.startswith(NOT_A_PARTY):
        return None
    return actor.split("/", 1)[0]


def parties(report: Report) -> frozenset[str]:
    """Return every party to its instrument that a report names, by itself or by its bodies."""
    named = report.actors("party", "body", "signatory", "actor", "recipient")
    return frozenset(p for p in map(party, named) if p)


def body(report: Report) -> str | None:
    """Return the body that acted, None where only a state or nobody is named."""
    return closest(report.actors("body"))


def acting(report: Report) -> str | None:
    """Return the one party whose act it is, None for what parties do together or nobody is named for."""
    if isinstance(report.content, StepContent) and report.content.act in JOINT:
        return None
    for roles in (report.actors("body"), report.actors("actor"), _not_partners(report), report.actors("signatory")):
        named = [p for p in map(party, roles) if p]
        if named:
            return named[0]  # "Iran ratifies the treaty with Russia": the first of the parties acts
    return None


def _not_partners(report: Report) -> tuple[str, ...]:
    """Return the parties not named in the words for the instrument: "a treaty with Chile" is ratified by another."""
    objects = [r.text for r in report.roles if r.role == "object"]
    named = [r for r in report.roles if r.role == "party"]
    return tuple(r.actor for r in named if r.actor and not any(r.text in o for o in objects))


def place(report: Report) -> int:
    """Return where in its article a report begins; the parties of a step may have been named long before it."""
    step = isinstance(report.content, StepContent)
    own = [e.span.start for e in report.evidence if not (step and e.field.startswith("roles."))]
    return min(own, default=0)


def states(report: Report) -> frozenset[str]:
    """Return the states among a report's actors."""
    return frozenset(c for c in map(country, report.actors()) if c)


def happened(report: Report) -> bool:
    """Say whether a report tells of something as done."""
    return report.stance == "actual" and report.polarity == "+"


def event_type(report: Report) -> str | None:
    """Return the type of an event report, None for other reports and content without a type."""
    return report.content.type if isinstance(report.content, EventContent) else None


def kind_of_act(report: Report) -> str:
    """Return the act of a step or the type of an event, which tell what kind of happening it is."""
    return report.content.act if isinstance(report.content, StepContent) else event_type(report) or report.kind
