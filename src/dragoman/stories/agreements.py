"""Which reports are about one instrument, within an article and across articles.

Within an article "the pact" is the nearest instrument it can be. Across articles two instruments are one when parties,
kind, term, date of signing and wording allow it, and something says so: one story, one signing, one name.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.report import Report, StepContent, VoteContent
from dragoman.model.time import When
from dragoman.stories import acts
from dragoman.stories.decided import UNDECIDED, Decided
from dragoman.stories.gathering import by, gather
from dragoman.stories.naming import GENERAL, accedes, by_matter, distinctive, is_another, is_proper, kinds_fit
from dragoman.stories.whens import days as days_between
from dragoman.stories.whens import fit, narrowest

# days; two parties seldom have two nameless instruments in the news at once, and chambers follow one another by then
ONE_COURSE = 60

PARAGRAPH = 300  # code points; how far back "the pact" is looked for before the article's main instrument is likelier


@dataclass(frozen=True, slots=True)
class Bundle:
    """Reports on one instrument, and what they say of it together."""

    reports: tuple[Report, ...]
    story: str
    seen: str | None  # day of the first article; None: undated
    kinds: frozenset[str]
    parties: frozenset[str]
    terms: frozenset[str]
    words: frozenset[str]  # what tells it from others of the same parties
    signed: When | None
    proper: bool  # told by its own name
    another: bool  # told as another than the one at hand
    accession: bool  # to a union or alliance: many states have to ratify it, and each account names its own

    @property
    def id(self) -> str:
        """Return the first report's id: what a group is sorted by."""
        return self.reports[0].id


def bundles(
    reports: Sequence[Report],
    story_of: Mapping[str, str],
    days: Mapping[str, str],
    decided: Decided = UNDECIDED,
) -> list[Bundle]:
    """Put reports on instruments together; each bundle is one agreement, in order of its first report.

    Args:
        reports: of every kind.
        story_of: the story of each article.
        days: the first day each dated article may have been published.
        decided: what persons decided.
    """
    about = [r for r in reports if acts.instrument(r) is not None]
    local = [
        bundle(rs, story_of[str(article)], days.get(str(article)))
        for article, told in sorted(by(about, lambda r: r.article).items(), key=lambda item: str(item[0]))
        for rs in _within(told)
    ]
    joined = gather(local, order=_telling, fit=_Joining().fit, keys=_keys)
    found = [_joined(group) for group in joined]
    every = decided.groups([b.reports for b in found], "agreements", lambda r: r.id)
    known = {b.reports: b for b in found}
    made = (known.get(tuple(rs)) or bundle(rs, story_of[rs[0].article], days.get(rs[0].article)) for rs in every)
    return sorted((b for b in made if _is_met(b)), key=lambda b: b.id)


def _is_met(b: Bundle) -> bool:
    """Say whether an instrument could be met again: by its parties, its kind or its name; "an agreement" could not."""
    return bool(b.parties or b.words or b.proper or b.kinds - GENERAL)


def bundle(reports: Iterable[Report], story: str = "", seen: str | None = None) -> Bundle:
    """Say what reports on one instrument say of it together."""
    told = tuple(sorted(reports, key=lambda r: r.id))
    instruments = [i for i in map(acts.instrument, told) if i]
    signings = [r.when for r in told if _signing(r) and r.stance == "actual"]
    return Bundle(
        reports=told,
        story=story,
        seen=seen,
        kinds=frozenset(i.kind for i in instruments),
        parties=frozenset().union(*map(acts.parties, told)),
        terms=frozenset(i.term for i in instruments if i.term),
        words=frozenset().union(*(distinctive(i.name or "") for i in instruments)),
        signed=narrowest(signings),
        proper=any(is_proper(i.name) for i in instruments),
        another=any(is_another(i.name) for i in instruments),
        accession=any(accedes(i.name) for i in instruments),
    )


def _signing(report: Report) -> bool:
    return isinstance(report.content, StepContent) and report.content.act == "signed"


def _joined(group: Sequence[Bundle]) -> Bundle:
    seen = min((b.seen for b in group if b.seen), default=None)
    return bundle([r for b in group for r in b.reports], min(b.story for b in group), seen)


def _within(reports: Sequence[Report]) -> list[list[Report]]:
    """Put the reports of one article together, those that say most first; what says little joins the nearest."""
    return gather(reports, order=_saying_most, fit=_Nearest().fit)


def _saying_most(report: Report) -> tuple[object, ...]:
    told = acts.instrument(report)
    assert told is not None
    return (-len(acts.parties(report)), told.term is None, told.kind in GENERAL, acts.place(report), report.id)


class _Nearest:
    """Weighs the groups of one article; what a group says together is gathered anew only when it has grown."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, Bundle]] = {}  # by identity of the group, with its size
        self._new: dict[str, Bundle] = {}

    def fit(self, group: list[Report], report: Report) -> float:
        """Return how likely the report's instrument is the group's: 0 for not at all."""
        size, known = self._known.get(id(group), (0, None))
        if known is None or size != len(group):
            known = bundle(group)
            self._known[id(group)] = len(group), known
        if report.id not in self._new:
            self._new[report.id] = bundle([report])
        return _antecedent(group, report, known=known, new=self._new[report.id])


def _antecedent(group: list[Report], report: Report, *, known: Bundle, new: Bundle) -> float:
    """Return how likely the report's instrument is the group's: 0 for not at all.

    What both name counts first; then the article's main instrument and the one named last before.
    """
    if not _can_be_one(known, new):
        return 0.0
    shared = len(known.parties & new.parties) + 2 * bool(known.words & new.words) + bool(known.terms & new.terms)
    if new.words and not known.words and not shared:
        return 0.0  # "the 2015 nuclear deal" is not the pact, whatever else is said of the pact
    if not shared and _signing(report) and report.stance != "actual" and known.signed:
        return 0.0  # what is signed is not to be signed again: "an agreement is to be signed next year" is another
    talks = report.kind == "provision" and all(_only_talks(r) for r in group)  # what is sought holds nothing as yet
    here = acts.place(report)
    gaps = [here - acts.place(r) for r in group]
    near = min((gap if gap >= 0 else 3 * -gap) for gap in gaps)  # "the pact" looks back, seldom forward
    same_kind = bool(known.kinds & new.kinds)
    return 1.0 + shared + 0.5 * same_kind - 0.9 * talks + len(group) / (len(group) + 3) + 1 / (1 + near / PARAGRAPH)


def _only_talks(report: Report) -> bool:
    return isinstance(report.content, StepContent) and report.content.act in ("proposed", "negotiated")


def _can_be_one(one: Bundle, other: Bundle) -> bool:
    """Say whether nothing the two say of their instrument speaks against its being one."""
    return (
        _kinds_fit(one, other)
        and (parties_fit(one.parties, other.parties) or _one_accession(one, other))
        and (not one.terms or not other.terms or bool(one.terms & other.terms))
        and _words_fit(one, other)
        and fit(one.signed, other.signed)
    )


def _words_fit(one: Bundle, other: Bundle) -> bool:
    """Say whether two can be told of one instrument by their words: "the Reciprocal Access Agreement", "a troop pact".

    A name of its own and a description of another matter can be, unless either is set apart from what is at hand.
    """
    if not one.words or not other.words or one.words & other.words:
        return True
    return one.proper != other.proper and not one.another and not other.another


def _kinds_fit(one: Bundle, other: Bundle) -> bool:
    """Say whether two kinds can be one; "a memorandum on defence" and "a defence pact" can, one told by its matter."""
    if kinds_fit(one.kinds, other.kinds):
        return True
    matter = [all(by_matter(k) for k in b.kinds - GENERAL) for b in (one, other)]
    return matter[0] != matter[1] and bool(one.words & other.words)


def _one_accession(one: Bundle, other: Bundle) -> bool:
    """Say whether two are on the accession of one state, whoever ratifies it."""
    both = one.accession and other.accession
    return both and bool(one.parties & other.parties) and bool(one.words & other.words)


def parties_fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of parties can be those of one instrument: one holds the other, or each knows one."""
    return one <= other or other <= one or (len(one) == 1 and len(other) == 1)


def _telling(b: Bundle) -> tuple[object, ...]:
    return (-len(b.parties), -len(b.reports), b.id)


def _keys(b: Bundle) -> tuple[Hashable, ...]:
    """Return where one and the same instrument can be met again: in the story, with just these parties, by its name."""
    return (b.story, b.parties, *((p, w) for p in sorted(b.parties) for w in sorted(b.words)))


class _Joining:
    """How bundles of several articles fit together; what a group says is put together once as it grows."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, Bundle]] = {}

    def fit(self, group: list[Bundle], new: Bundle) -> float:
        """Return how surely a bundle is on the group's instrument, 0 for not."""
        first = group[0].id
        size, known = self._known.get(first, (1, group[0]))
        for other in group[size:]:
            known = _both(known, other)
        self._known[first] = (len(group), known)
        return _one_instrument(group, known, new)


def _both(one: Bundle, other: Bundle) -> Bundle:
    """Return what two bundles say together; their reports are put together at the end."""
    return replace(
        one,
        kinds=one.kinds | other.kinds,
        parties=one.parties | other.parties,
        terms=one.terms | other.terms,
        words=one.words | other.words,
        signed=narrowest((one.signed, other.signed)),
        proper=one.proper or other.proper,
        another=one.another or other.another,
        accession=one.accession or other.accession,
    )


def _one_instrument(group: list[Bundle], known: Bundle, new: Bundle) -> float:
    """Return how surely a bundle of another article is on the group's instrument, 0 for not."""
    if not _same_parties(group, known, new) or not _alike(group, known, new):
        return 0.0
    ties = [
        any(b.story == new.story for b in group),
        known.signed is not None and new.signed is not None,
        bool(known.words & new.words),
        bool(known.terms & new.terms),
        known.parties == new.parties and _near(group, new),
    ]
    return sum(ties) + round(len(group) / (len(group) + 10), 9) if any(ties) else 0.0


def _near(group: list[Bundle], new: Bundle) -> bool:
    seen = [b.seen for b in group if b.seen]
    return new.seen is not None and any(abs(days_between(day, new.seen)) <= ONE_COURSE for day in seen)


def _same_parties(group: list[Bundle], known: Bundle, new: Bundle) -> bool:
    """Say whether parties are the same; within a story, or by a common name, it is enough that they can be."""
    told_with = any(b.story == new.story for b in group)
    if not (known.parties and new.parties):
        return told_with and _unnamed(known, new)
    if known.parties == new.parties:
        return True
    if known.words & new.words and _near(group, new):
        return known.parties <= new.parties or new.parties <= known.parties or _one_accession(known, new)
    return told_with and parties_fit(known.parties, new.parties)


def _unnamed(known: Bundle, new: Bundle) -> bool:
    """Say whether what is told without parties can be the group's: by its name, or for having none, as "the text".

    A name of its own, "the 2015 nuclear deal", is another instrument's.
    """
    return bool(known.words & new.words) or not new.words or (bool(known.words) and _words_fit(known, new))


def _alike(group: list[Bundle], known: Bundle, new: Bundle) -> bool:
    """Say whether what is told of two can be told of one.

    One act told by both with another term or date is one instrument of which accounts differ; with another name only
    where it is one body's act, for on one visit two governments sign much.
    """
    if not _kinds_fit(known, new):
        return False
    same = frozenset(a for b in group if b.story == new.story for a in _acts(b)) & _acts(new)
    wording = _words_fit(known, new)
    terms = not known.terms or not new.terms or bool(known.terms & new.terms)
    if not wording and not any(who for _, who, _ in same):
        return False
    return bool(same) or (terms and fit(known.signed, new.signed))


def _acts(b: Bundle) -> frozenset[tuple[str, str | None, str | None]]:
    """Return the acts told, with whose they are and how they hold; a vote is a chamber's approval."""
    told = frozenset((r.content.act, acts.acting(r), r.stance) for r in b.reports if isinstance(r.content, StepContent))
    votes = [r for r in b.reports if isinstance(r.content, VoteContent) and r.content.outcome != "rejected"]
    return told | frozenset(("approved", acts.acting(r), r.stance) for r in votes)
