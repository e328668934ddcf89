"""Which articles tell of one happening.

Pairs are compared only where they share a telling word or key, so that the cost grows with the articles and not with
their pairs; alike articles are put together by average link: a new pair of groups is joined while the mean likeness
over all their pairs stays above the threshold.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.model.article import Article
from dragoman.model.report import Report
from dragoman.stories.gathering import by
from dragoman.stories.likeness import DAYS_APART, Profile, contradict, far_apart, likeness, profiles
from dragoman.stories.whens import days

# mean likeness at which two groups are one story; ECB+ train and dev are level from 0.09 to 0.13, see bench/grouping.py
TOGETHER = 0.11
COHESION = 0.4  # of the likeness within a group; two groups less alike than that are two happenings of one kind
SETTLED = 4  # articles; a smaller group's own likeness is an accident
WORTH_KEEPING = 0.03  # a pair less alike than this counts as nothing
TELLING_WORDS = 40  # of each article, its heaviest words are looked up for others that have them
CROWD = 200  # a word of more articles than this finds nobody: it is no happening's own


def alike_articles(
    articles: Sequence[Article], reports: Mapping[str, Sequence[Report]], whole: Mapping[str, str] | None = None
) -> list[tuple[str, ...]]:
    """Return the ids of articles that tell of one happening, sorted within and among the sets.

    Args:
        articles: those to put together.
        reports: of each article, by its id.
        whole: for each article the one whose text it prints; a reprint goes where that one goes. None: no reprints.
    """
    reprints = _reprints(articles, whole or {})
    every = profiles([a for a in articles if a.id not in reprints], reports)
    scores = ((one, other, likeness(one, other)) for one, other in _candidates(every))
    edges = {(a.article, b.article): score for a, b, score in scores if score >= WORTH_KEEPING}
    found = average_link({p.article: p for p in every}, edges)
    copies = by(sorted(reprints), lambda a: reprints[a])
    return sorted(tuple(sorted([*ids, *(c for a in ids for c in copies.get(a, ()))])) for ids in found)


def _reprints(articles: Sequence[Article], whole: Mapping[str, str]) -> dict[str, str]:
    """Return the article each reprint is of; a text printed again long after is news of another time."""
    known = {a.id: a for a in articles}
    pairs = ((a, known.get(whole.get(a.id, a.id), a)) for a in articles)
    return {a.id: first.id for a, first in pairs if a.id != first.id and not _long_after(a, first)}


def _long_after(one: Article, other: Article) -> bool:
    printed = sorted((a.published.earliest, a.published.latest) for a in (one, other) if a.published.earliest)
    if len(printed) < 2:
        return False
    ended, began = printed[0][1], printed[1][0]
    return ended is not None and began is not None and days(ended, began) > DAYS_APART


def _candidates(every: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield the pairs of articles that share telling words or a coded key, and are not too far apart in time."""
    holders: dict[str, list[int]] = {}
    for i, profile in enumerate(every):
        heaviest = sorted(profile.words, key=lambda w: (-round(profile.words[w], 9), w))[:TELLING_WORDS]
        for key in [*heaviest, *(k for k in profile.keys if k.startswith(("step", "vote", "agreement")))]:
            holders.setdefault(key, []).append(i)
    seen: dict[int, set[int]] = {}
    for held in holders.values():
        for one, other in combinations(held, 2) if len(held) <= CROWD else ():
            if other not in seen.setdefault(one, set()):
                seen[one].add(other)
                if not far_apart(every[one], every[other]):
                    yield every[one], every[other]


def average_link(every: Mapping[str, Profile], edges: Mapping[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """Join groups, the most alike first, while they hang together about as well as each does by itself."""
    links = _Links(every, edges)
    while (pair := links.closest()) is not None:
        links.join(*pair)
    return sorted(tuple(sorted(members)) for members in links.groups.values())


class _Links:
    """Groups of articles that grow, with the summed likeness within and between them."""

    def __init__(self, every: Mapping[str, Profile], edges: Mapping[tuple[str, str], float]) -> None:
        self.every = every
        self.groups: dict[int, list[str]] = {i: [a] for i, a in enumerate(sorted(every))}
        self.within: dict[int, float] = dict.fromkeys(self.groups, 0.0)
        self.between: dict[int, dict[int, float]] = {i: {} for i in self.groups}
        self.fresh = len(self.groups)
        self.heap: list[tuple[float, int, int]] = []
        at = {members[0]: i for i, members in self.groups.items()}
        for (one, other), score in sorted(edges.items()):
            self._link(at[one], at[other], score)

    def closest(self) -> tuple[int, int] | None:
        """Return the two groups most alike that may be joined, None when there are none left."""
        while self.heap:
            _, i, j = heapq.heappop(self.heap)
            if i in self.groups and j in self.groups and not self._kept_apart(i, j):
                return i, j
        return None

    def join(self, i: int, j: int) -> None:
        """Make one group of two."""
        fresh, self.fresh = self.fresh, self.fresh + 1
        inside = self.within.pop(i) + self.within.pop(j) + self.between[i][j]
        near = _summed(self.between.pop(i), self.between.pop(j))
        self.groups[fresh] = self.groups.pop(i) + self.groups.pop(j)
        self.within[fresh], self.between[fresh] = inside, {}
        for k in sorted(near.keys() & self.groups.keys()):
            self._link(k, fresh, round(near[k], 9))

    def _link(self, i: int, j: int, total: float) -> None:
        self.between[i][j] = self.between[j][i] = total
        mean = round(total / (len(self.groups[i]) * len(self.groups[j])), 9)
        if mean >= TOGETHER:
            heapq.heappush(self.heap, (-mean, min(i, j), max(i, j)))

    def _kept_apart(self, i: int, j: int) -> bool:
        """Say whether two groups are two happenings: each much closer in itself, or of other days or leads."""
        mean = self.between[i][j] / (len(self.groups[i]) * len(self.groups[j]))
        if any(mean < COHESION * self._cohesion(g) for g in (i, j)):
            return True
        pairs = ((self.every[a], self.every[b]) for a in self.groups[i] for b in self.groups[j])
        return any(contradict(a.lead, b.lead) or far_apart(a, b) for a, b in pairs)

    def _cohesion(self, group: int) -> float:
        """Return the mean likeness within a group; of a small one it says nothing yet."""
        size = len(self.groups[group])
        return self.within[group] / (size * (size - 1) / 2) if size >= SETTLED else 0.0


def _summed(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    return {k: one.get(k, 0.0) + other.get(k, 0.0) for k in one.keys() | other.keys()}
