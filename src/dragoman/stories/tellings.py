"""Whether two tellings of what was done between actors are of one event."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.report import RelationContent, Report
from dragoman.model.terms import EventType, RelationKind
from dragoman.model.time import When
from dragoman.model.words import content, overlap
from dragoman.stories.gathering import by, gather
from dragoman.stories.origins import Texts
from dragoman.stories.whens import fit, width
from dragoman.stories.who import fits, matched

ALIKE_OBJECTS = 0.3  # shared content words of what an act is about, of the shorter wording
# share and number of words in common where no object is told, names of actors aside
SAME_SIDES = (0.3, 1)  # two accounts, actors and recipients the same: "supplied attack drones", "arming it with drones"
OPEN_SIDES = (0.4, 3)  # one account leaves a side open: one or two words are shared by chance
SAME_ACCOUNT = (0.6, 2)  # in one account a second sentence is a second thing, unless it says the same again

DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")

# what one tells as a state of affairs another tells as a deed: "a supplier of drones", "supplied drones"
LASTING: Mapping[RelationKind, EventType] = {"supply": "AID"}


@dataclass(frozen=True, slots=True)
class Telling:
    """What one or more reports tell in the same words, ready to compare."""

    reports: tuple[Report, ...]
    articles: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    object: frozenset[str]  # words of what the act is about
    wording: frozenset[str]  # words of the sentence, without the names of its actors
    when: When | None
    stance: str | None
    step: str | None  # the step it is the other side of
    headline: bool

    @property
    def likeness(self) -> Hashable:
        """Return what is equal for reports that tell the same in the same words."""
        when = self.when and (self.when.edtf, self.when.earliest, self.when.latest)
        sides = (self.actors, self.recipients, self.object, self.wording)
        return sides, when, self.stance, self.step, self.headline

    @property
    def directed(self) -> bool:
        """Say whether both actors and recipients are told."""
        return bool(self.actors and self.recipients)

    @property
    def real(self) -> bool:
        """Say whether it is of what was done or is said to have been, not of what may come."""
        return self.stance not in ("planned", "possible", "demanded")


def telling(report: Report, step: str | None, texts: Texts) -> Telling:
    """Return a report as the comparison sees it."""
    about = " ".join(r.text for r in report.roles if r.role in ("object", "purpose", "means"))
    return Telling(
        reports=(report,),
        articles=frozenset((report.article,)),
        actors=frozenset(report.actors("actor", "from")),
        recipients=frozenset(report.actors("recipient", "to")),
        object=_words(about),
        wording=_wording(report),
        when=report.when,
        stance=report.stance,
        step=step,
        headline=all(e.span.end <= texts.head.get(report.article, 0) for e in report.evidence),
    )


def _wording(report: Report) -> frozenset[str]:
    quote = max((e.quote for e in report.evidence), key=len, default="")
    actors = " ".join(r.text for r in report.roles if r.actor)
    return _words(quote) - _words(" ".join(w for w in actors.split() if w[:1].isupper()))


def _words(text: str) -> frozenset[str]:
    """Return the stems of a text's content words, "expelled" and "expels" as one.

    For the likeness of whole articles that is no gain: it costs 0.8 of B-cubed F1 on ECB+ train.
    """
    return frozenset(DOUBLED.sub(r"\1", word) for word in content(text))


def gathered(told: Sequence[Telling]) -> list[list[Report]]:
    """Put the reports of one event together; what many tell in the same words is compared once."""
    alike = by(sorted(told, key=lambda t: t.reports[0].id), lambda t: t.likeness)
    groups = gather([_merged(same) for same in alike.values()], order=_most_specific, fit=_same_event)
    return [[r for t in group for r in t.reports] for group in groups]


def _merged(same: Sequence[Telling]) -> Telling:
    reports = tuple(r for t in same for r in t.reports)
    return replace(same[0], reports=reports, articles=frozenset(r.article for r in reports))


def _most_specific(told: Telling) -> tuple[object, ...]:
    actors = (*told.actors, *told.recipients)
    return (-len(actors), -sum(a.count("/") for a in actors), width(told.when), told.reports[0].id)


def _same_event(group: list[Telling], new: Telling) -> float:
    """Return how well a telling fits those of one event: its step decides, then links, then what both say."""
    theirs = {t.step for t in group} - {None}
    if new.step or theirs:
        return 2.0 if new.step in theirs else 0.0
    if any(_disjoint(t, new) for t in group):
        return 0.0
    if any(_linked(t, new) for t in group):
        return 2.0
    return min(_alike(t, new) for t in group)


def _linked(one: Telling, other: Telling) -> bool:
    pairs = ((one, other), (other, one))
    links = ((k, b) for a, b in pairs for r in a.reports for k in r.links if k.kind == "same_as")
    return any(k.report == r.id for k, b in links for r in b.reports)


def _sides(one: Telling, other: Telling) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return (one.actors, other.actors), (one.recipients, other.recipients)


def _disjoint(one: Telling, other: Telling) -> bool:
    """Say whether on one side both name somebody, and nobody in common: no link makes one event of that."""
    return any(a and b and not any(fits(x, y) for x in a for y in b) for a, b in _sides(one, other))


def _alike(one: Telling, other: Telling) -> float:
    if not _sides_fit(one, other) or not fit(one.when, other.when):
        return 0.0
    if one.articles & other.articles and not _one_account(one, other):
        return 0.0
    if one.object and other.object and _sides_told(one, other):
        # drones of one kind in one account, of another in the next: one word in common between two named sides will do
        enough = 0.0 if one.directed and other.directed and one.real == other.real else ALIKE_OBJECTS
        return overlap(one.object, other.object) if overlap(one.object, other.object) > enough else 0.0
    a, b = one.wording, other.wording
    least, shared = _enough(one, other)
    return overlap(a, b) if overlap(a, b) >= least and len(a & b) >= shared else 0.0


def of_one_matter(one: Telling, other: Telling) -> bool:
    """Say whether two tellings are of one thing, however they hold: one may deny what the other says."""
    if not (one.real and other.real and one.actors and other.actors and _sides_fit(one, other)):
        return False
    if not fit(one.when, other.when):
        return False
    least, shared = SAME_SIDES if one.directed and other.directed else OPEN_SIDES
    a, b = (one.object, other.object) if one.object and other.object else (one.wording, other.wording)
    return overlap(a, b) >= least and len(a & b) >= min(shared, len(a), len(b))


def _one_account(one: Telling, other: Telling) -> bool:
    """Say whether two tellings of one article can be of one event.

    "Four rounds were held" and "the next round may follow" are two. What a sentence leaves open another does not fill:
    "Oslo voiced concern" is not of the recipients of the next sentence. A headline leaves things open by its nature.
    """
    if {one.stance, other.stance} == {"alleged", "denied"}:  # the accusation and its answer
        return one.directed and other.directed
    return one.stance == other.stance and (one.headline != other.headline or _sides_told(one, other))


def _enough(one: Telling, other: Telling) -> tuple[float, int]:
    """Return what share and number of words two wordings must have in common: less, the more they name alike."""
    named = one.directed and other.directed and one.real == other.real
    if one.articles & other.articles and not (named and one.headline != other.headline):
        return SAME_ACCOUNT
    return SAME_SIDES if named else OPEN_SIDES


def _sides_fit(one: Telling, other: Telling) -> bool:
    """Say whether actors and recipients can be the same, and somebody is named on one side by both."""
    pairs = _sides(one, other)
    return all(_same_sides(a, b) for a, b in pairs) and any(a and b for a, b in pairs)


def _sides_told(one: Telling, other: Telling) -> bool:
    """Say whether both name as much: a side that one leaves open must be made good by the wording."""
    return all(bool(a) == bool(b) for a, b in _sides(one, other))


def _same_sides(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two lists of actors can be one: nobody told fits anybody, else each has its fellow."""
    if not one or not other:
        return True
    return matched(one, other) and all(any(fits(a, b) for b in one) for a in other)


def lasting(report: Report) -> EventType | None:
    """Return the type of event that a lasting state of affairs supports, None for other reports."""
    told = isinstance(report.content, RelationContent) and report.actors("from") and report.actors("to")
    return LASTING.get(report.content.kind) if told and isinstance(report.content, RelationContent) else None


def support(groups: Sequence[list[Report]], reports: Sequence[Report], texts: Texts) -> None:
    """Put reports of lasting states of affairs with the events they support, where there are such.

    Both sides must be named and be the same, and a thing in common must be told: a supplier of drones is not thereby
    the supplier of grain.
    """
    deeds = [list({t.likeness: t for t in (telling(r, None, texts) for r in group)}.values()) for group in groups]
    for report in reports:
        one = telling(report, None, texts)
        shared = [max((_supports(one, deed) for deed in told), default=0) for told in deeds]
        if max(shared, default=0):
            groups[shared.index(max(shared))].append(report)


def _supports(one: Telling, deed: Telling) -> int:
    """Return how many words for its object a state of affairs has in common with a deed of the same two sides."""
    same = one.directed and deed.directed and _sides_fit(one, deed) and one.real == deed.real
    return len(one.object & (deed.object | deed.wording)) if same and fit(one.when, deed.when) else 0
