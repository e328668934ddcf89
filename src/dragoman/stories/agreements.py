"""Which reports are about one instrument, within an article and across articles.

Within an article "the pact" is the nearest instrument it can be. Across articles two instruments are one when parties,
kind, term, date of signing and wording allow it, and something says so: one story, one signing, one name.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.report import Report, StepContent
from dragoman.model.time import When
from dragoman.stories import acts
from dragoman.stories.gathering import by, gather
from dragoman.stories.whens import days as days_between
from dragoman.stories.whens import fit, narrowest
from dragoman.stories.words import content

# words that can stand for any instrument: "the pact" is the treaty named before
GENERAL = frozenset(
    {"agreement", "accord", "deal", "pact", "treaty", "partnership", "convention", "document", "instrument", "compact",
     "arrangement", "understanding", "commitment", "settlement", "framework", "partnership agreement", "contract"}
)  # fmt: skip

# days; two parties seldom have two nameless instruments in the news at once, and chambers follow one another by then
ONE_COURSE = 60

PARAGRAPH = 300  # code points; how far back "the pact" is looked for before the article's main instrument is likelier

# adjectives of the occasion: they praise or place an instrument, and do not tell it from another of the same parties
COLOURLESS = frozenset(
    content(
        "new old landmark historic major key long-term bilateral multilateral mutual comprehensive formal final signed "
        "proposed draft so-called current existing controversial long-awaited sweeping far-reaching wide-ranging "
        "recent same 20-year five-year ten-year renewed joint full relations ties cooperation"
    )
) | frozenset(content(" ".join(sorted(GENERAL))))


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

    @property
    def id(self) -> str:
        """Return the first report's id: what a group is sorted by."""
        return self.reports[0].id


def bundles(reports: Sequence[Report], story_of: Mapping[str, str], days: Mapping[str, str]) -> list[Bundle]:
    """Put reports on instruments together; each bundle is one agreement, in order of its first report.

    Args:
        reports: of every kind.
        story_of: the story of each article.
        days: the first day each dated article may have been published.
    """
    about = [r for r in reports if acts.instrument(r) is not None]
    local = [
        bundle(rs, story_of[str(article)], days.get(str(article)))
        for article, told in sorted(by(about, lambda r: r.article).items(), key=lambda item: str(item[0]))
        for rs in _within(told)
    ]
    joined = gather(local, order=_telling, fit=_Joining().fit, keys=_keys)
    return sorted((_joined(group) for group in joined), key=lambda b: b.id)


def bundle(reports: Iterable[Report], story: str = "", seen: str | None = None) -> Bundle:
    """Say what reports on one instrument say of it together."""
    told = tuple(sorted(reports, key=lambda r: r.id))
    instruments = [i for i in map(acts.instrument, told) if i]
    signings = [r.when for r in told if isinstance(r.content, StepContent) and r.content.act == "signed"]
    return Bundle(
        reports=told,
        story=story,
        seen=seen,
        kinds=frozenset(i.kind for i in instruments),
        parties=frozenset().union(*map(acts.parties, told)),
        terms=frozenset(i.term for i in instruments if i.term),
        words=frozenset().union(*(distinctive(i.name or "") for i in instruments)),
        signed=narrowest(signings),
    )


def distinctive(name: str) -> frozenset[str]:
    """Return the words of a name that tell an instrument from another of the same parties.

    Capitals name places and peoples ("the Tehran–Moscow pact"), unless the name is a proper one ("the Minsk Accords").
    """
    words = re.split(r"[\s–—-]+", name)
    proper = any(w[:1].isupper() and w.lower().rstrip("s") in GENERAL for w in words)
    told = content(" ".join(w for w in words if proper or not w[:1].isupper()))
    return frozenset(w for w in told if not w[:1].isdigit()) - COLOURLESS


def _joined(group: Sequence[Bundle]) -> Bundle:
    seen = min((b.seen for b in group if b.seen), default=None)
    return bundle([r for b in group for r in b.reports], min(b.story for b in group), seen)


def _within(reports: Sequence[Report]) -> list[list[Report]]:
    """Put the reports of one article together, those that say most first; what says little joins the nearest."""
    return gather(reports, order=_saying_most, fit=_antecedent)


def _saying_most(report: Report) -> tuple[object, ...]:
    told = acts.instrument(report)
    assert told is not None
    return (-len(acts.parties(report)), told.term is None, told.kind in GENERAL, acts.place(report), report.id)


def _antecedent(group: list[Report], report: Report) -> float:
    """Return how likely the report's instrument is the group's: 0 for not at all.

    What both name counts first; then the article's main instrument and the one named last before.
    """
    known, new = bundle(group), bundle([report])
    if not _can_be_one(known, new):
        return 0.0
    shared = len(known.parties & new.parties) + 2 * bool(known.words & new.words) + bool(known.terms & new.terms)
    if new.words and not known.words and not shared:
        return 0.0  # "the 2015 nuclear deal" is not the pact, whatever else is said of the pact
    talks = report.kind == "provision" and all(_only_talks(r) for r in group)  # what is sought holds nothing as yet
    gaps = [acts.place(report) - acts.place(r) for r in group]
    near = min((gap if gap >= 0 else 3 * -gap) for gap in gaps)  # "the pact" looks back, seldom forward
    same_kind = bool(known.kinds & new.kinds)
    return 1.0 + shared + 0.5 * same_kind - 0.9 * talks + len(group) / (len(group) + 3) + 1 / (1 + near / PARAGRAPH)


def _only_talks(report: Report) -> bool:
    return isinstance(report.content, StepContent) and report.content.act in ("proposed", "negotiated")


def _can_be_one(one: Bundle, other: Bundle) -> bool:
    """Say whether nothing the two say of their instrument speaks against its being one."""
    return (
        kinds_fit(one.kinds, other.kinds)
        and parties_fit(one.parties, other.parties)
        and (not one.terms or not other.terms or bool(one.terms & other.terms))
        and (not one.words or not other.words or bool(one.words & other.words))
        and fit(one.signed, other.signed)
    )


def kinds_fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of kinds can be one instrument: a treaty is a pact, a protocol is no ceasefire."""
    a, b = one - GENERAL, other - GENERAL
    return not a or not b or bool(a & b)


def parties_fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of parties can be those of one instrument: one holds the other, or each knows one."""
    return one <= other or other <= one or (len(one) == 1 and len(other) == 1)


def _telling(b: Bundle) -> tuple[object, ...]:
    return (-len(b.parties), -len(b.reports), b.id)


def _keys(b: Bundle) -> tuple[Hashable, ...]:
    """Return where one and the same instrument can be met again: in the story, or with just these parties."""
    return (b.story, b.parties)


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
    )


def _one_instrument(group: list[Bundle], known: Bundle, new: Bundle) -> float:
    """Return how surely a bundle of another article is on the group's instrument, 0 for not."""
    if not (known.parties and new.parties) or not _same_parties(group, known, new) or not _alike(group, known, new):
        return 0.0
    ties = [
        any(b.story == new.story for b in group),
        known.signed is not None and new.signed is not None,
        bool(known.words & new.words),
        bool(known.terms & new.terms),
        known.parties == new.parties and any(_near(b, new) for b in group),
    ]
    return float(sum(ties))


def _near(one: Bundle, other: Bundle) -> bool:
    return one.seen is not None and other.seen is not None and abs(days_between(one.seen, other.seen)) <= ONE_COURSE


def _same_parties(group: list[Bundle], known: Bundle, new: Bundle) -> bool:
    """Say whether parties are the same; within a story it is enough that they can be."""
    if known.parties == new.parties:
        return True
    return parties_fit(known.parties, new.parties) and any(b.story == new.story for b in group)


def _alike(group: list[Bundle], known: Bundle, new: Bundle) -> bool:
    wording = not known.words or not new.words or bool(known.words & new.words)
    terms = not known.terms or not new.terms or bool(known.terms & new.terms)
    same_act = any(b.story == new.story and _acts(b) & _acts(new) for b in group)
    # one act told by both with another term, date or name is one instrument of which accounts differ
    return kinds_fit(known.kinds, new.kinds) and (same_act or (terms and wording and fit(known.signed, new.signed)))


def _acts(b: Bundle) -> frozenset[tuple[str, str | None]]:
    return frozenset((r.content.act, acts.acting(r)) for r in b.reports if isinstance(r.content, StepContent))
