"""What has changed since a day: what is new, changed, corrected, disputed, and where there is nothing new.

Two states of one record are set side by side: what it could hold the day before, and what it holds now. What is told
for the first time is told apart from what was known and is told again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.model.article import Article
from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.record import Record
from dragoman.views.citing import Citation, Citations
from dragoman.views.claims import Claim, claims

What = Literal["new", "background", "changed", "corrected", "disputed", "still_disputed"]
DISPUTES = ("differs", "denied", "asserted_vs_attributed", "quote_differs", "inner_contradiction", "arithmetic")
CORRECTIONS = ("edited", "corrected", "retracted")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a proposition, before and now; None where nothing was told of it."""

    field: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new, or not as it was."""

    what: What
    kind: str  # "step", "vote", ..., or the kind of a finding
    id: str
    text: str
    differences: tuple[Difference, ...]
    published: str | None  # the first day on which an article told it
    outlets: tuple[str, ...]  # of the new articles that tell it
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoryChanges:
    """What has changed in one story, with the sentences cited."""

    id: str
    title: str
    new: bool  # whether no article of it was known
    articles: tuple[str, ...]  # new ones
    outlets: tuple[str, ...]  # theirs
    told_again: int  # propositions that were known, and that new articles tell again
    changes: tuple[Change, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since a day; ``quiet`` are the stories in which nothing has, and no article came."""

    since: str
    stories: tuple[StoryChanges, ...]
    quiet: int

    def text(self) -> str:
        """Return the changes as plain text."""
        from dragoman.views import changes_text

        return changes_text.text(self)

    def csv(self) -> str:
        """Return the changes as CSV, a line each."""
        from dragoman.views import changes_text

        return changes_text.csv(self)


def changes(then: Record, now: Record, *, since: str) -> Changes:
    """Return what ``now`` holds that ``then``, an earlier state of it, did not.

    Args:
        then: what the record could hold before.
        now: what it holds.
        since: the day from which on something counts as new, for the reader.
    """
    return _Comparing(then, now).changes(since)


class _Comparing:
    """Two states of one record."""

    def __init__(self, then: Record, now: Record) -> None:
        self.now = now
        self.articles = {a.id: a for a in now.articles()}
        self.known = {a.id for a in then.articles()}
        self.before = {r.id: claim for claim in claims(then) for r in claim.reports}
        self.former = {(f.kind, f.about.table, f.because) for f in then.findings()}
        self.disputed = {key for f in then.findings() for key in _rests_on(f)}
        self.claims = sorted(claims(now), key=lambda c: (c.kind, c.id))
        self.stories = {a: s for s in now.stories() for a in s.articles}
        self.found = [f for f in now.findings() if f.kind in (*DISPUTES, *CORRECTIONS)]

    def changes(self, since: str) -> Changes:
        by_story: dict[str, list[Claim]] = {}
        for claim in self.claims:
            by_story.setdefault(self._story(claim).id, []).append(claim)
        stories = {s.id: s for s in self.stories.values()}
        told = [self._of(stories[id], by_story.get(id, [])) for id in sorted(stories)]
        moved = [s for s in told if s.articles or s.changes]
        moved.sort(key=lambda s: (not s.new, -len(s.outlets), s.title, s.id))
        return Changes(since, tuple(moved), len(told) - len(moved))

    def _story(self, claim: Claim) -> Story:
        """Return the story in which a proposition came up, or came up anew."""
        fresh = [r.article for r in claim.reports if r.article not in self.known]
        return self.stories[fresh[0] if fresh else claim.reports[0].article]

    def _of(self, story: Story, mine: Iterable[Claim]) -> StoryChanges:
        citations = Citations(self.now, self.articles)
        mine = list(mine)
        found = [*self._claims(mine, citations), *self._findings(story, citations)]
        moved = any(c.what != "still_disputed" for c in found)
        fresh = tuple(a for a in story.articles if a not in self.known)
        again = sum(not self._is_new(c) and any(r.article in fresh for r in c.reports) for c in mine)
        return StoryChanges(
            id=story.id,
            title=story.title,
            new=len(fresh) == len(story.articles),
            articles=fresh,
            outlets=self._outlets(fresh),
            told_again=again,
            changes=tuple(found) if moved or fresh else (),
            citations=citations.all() if moved or fresh else (),
        )

    def _claims(self, mine: Iterable[Claim], citations: Citations) -> Iterator[Change]:
        for claim in mine:
            fresh = [r for r in claim.reports if r.article not in self.known]
            if self._is_new(claim) and fresh:
                yield self._change("new" if claim.fresh else "background", claim, fresh, citations)
            elif not self._is_new(claim):
                differences = tuple(_differences(self._before(claim), claim))
                if differences:
                    yield self._change("changed", claim, fresh or claim.reports, citations, differences)

    def _is_new(self, claim: Claim) -> bool:
        return not any(r.id in self.before for r in claim.reports)

    def _before(self, claim: Claim) -> Claim:
        """Return the proposition as it was, the one with most of the reports where it was more than one."""
        held = [self.before[r.id] for r in claim.reports if r.id in self.before]
        return max(held, key=lambda c: (sum(h.id == c.id for h in held), c.id))

    def _change(
        self,
        what: What,
        claim: Claim,
        told: Iterable[Report],
        citations: Citations,
        differences: tuple[Difference, ...] = (),
    ) -> Change:
        told = list(told)
        return Change(
            what,
            claim.kind,
            claim.id,
            claim.text,
            differences,
            first_published(claim.reports, self.articles),
            self._outlets(r.article for r in told),
            tuple(dict.fromkeys(citations.number(r) for r in told)),
        )

    def _findings(self, story: Story, citations: Citations) -> Iterator[Change]:
        """Yield what is disputed and what was corrected; of a dispute, whether it was known."""
        reports = {r.id: r for claim in self.claims for r in claim.reports}
        for finding in self.found:
            told = [reports[r] for side in finding.sides for r in side.reports if r in reports]
            new = (finding.kind, finding.about.table, finding.because) not in self.former
            if finding.story != story.id or (finding.kind in CORRECTIONS and not new):
                continue
            known = any(key in self.disputed for key in _rests_on(finding))
            what: What = "corrected" if finding.kind in CORRECTIONS else "still_disputed" if known else "disputed"
            articles = [a for side in finding.sides for a in side.articles]
            yield Change(
                what, finding.kind, finding.id, finding.because, (), first_published(told, self.articles),
                self._outlets(a for a in articles if a not in self.known),
                citations.of(finding),
            )  # fmt: skip

    def _outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        found = (self.articles[a] for a in articles if a in self.articles)
        return tuple(sorted({a.outlet or a.file or a.id for a in found}))


def _rests_on(finding: Finding) -> list[tuple[str, str | None, str]]:
    """Return what is equal for a finding and the one it was before more accounts came: words of its sides."""
    places = (f"{q.span.article}:{q.span.start}" for side in finding.sides for q in side.quotes)
    return [(finding.kind, finding.about.field, place) for place in places]


def _differences(before: Claim, now: Claim) -> Iterator[Difference]:
    old, new = dict(before.says), dict(now.says)
    for field in dict.fromkeys((*old, *new)):
        if old.get(field) != new.get(field):
            yield Difference(field, old.get(field), new.get(field))


def first_published(reports: Iterable[Report], articles: Mapping[str, Article]) -> str | None:
    """Return the first day on which an article told something, None where no day is known."""
    days = (articles[r.article].published.latest for r in reports if r.article in articles)
    return min((day for day in days if day), default=None)
