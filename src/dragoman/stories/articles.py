"""Which articles tell of one happening.

Pairs are compared only where they share a telling word or key, so that the cost grows with the articles and not with
their pairs; alike articles are put together by average link: a new pair of groups is joined while the mean likeness
over all their pairs stays above the threshold.
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.article import Article
from dragoman.model.report import Report
from dragoman.stories.likeness import Profile, contradict, far_apart, likeness, profiles

# mean likeness at which two groups are one story; ECB+ train and dev are within two points from 0.12 to 0.16
TOGETHER = 0.15
WORTH_KEEPING = 0.03  # a pair less alike than this counts as nothing
TELLING_WORDS = 40  # of each article, its heaviest words are looked up for others that have them
CROWD = 200  # a word of more articles than this finds nobody: it is no happening's own


def alike_articles(articles: Sequence[Article], reports: Mapping[str, Sequence[Report]]) -> list[tuple[str, ...]]:
    """Return the ids of articles that tell of one happening, sorted within and among the sets."""
    every = {p.article: p for p in profiles(articles, reports)}
    edges = {
        pair: score
        for pair in sorted(_candidates(list(every.values())))
        if (score := likeness(every[pair[0]], every[pair[1]])) >= WORTH_KEEPING
    }
    return average_link(every, edges)


def _candidates(every: Sequence[Profile]) -> set[tuple[str, str]]:
    """Return the pairs of articles that share one of their telling words or a coded key."""
    holders: dict[str, list[str]] = {}
    for profile in every:
        heaviest = sorted(profile.words, key=lambda w: (-round(profile.words[w], 9), w))[:TELLING_WORDS]
        for key in [*heaviest, *(k for k in profile.keys if k.startswith(("step", "vote", "agreement")))]:
            holders.setdefault(key, []).append(profile.article)
    return {pair for held in holders.values() if len(held) <= CROWD for pair in _pairs(sorted(held))}


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((one, other) for i, one in enumerate(ids) for other in ids[i + 1 :])


def average_link(every: Mapping[str, Profile], edges: Mapping[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """Join groups, the most alike first, while the mean over all their pairs is at least ``TOGETHER``."""
    groups: dict[int, list[str]] = {i: [a] for i, a in enumerate(sorted(every))}
    where = {members[0]: i for i, members in groups.items()}
    near: dict[int, Counter[int]] = {i: Counter() for i in groups}
    for (one, other), score in edges.items():
        near[where[one]][where[other]] = near[where[other]][where[one]] = score  # type: ignore[assignment]
    heap: list[tuple[float, int, int]] = [
        (-s, i, j) for i in near for j, s in near[i].items() if i < j and s >= TOGETHER
    ]
    heapq.heapify(heap)
    fresh = len(groups)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in groups or j not in groups:
            continue
        groups[fresh] = groups.pop(i) + groups.pop(j)
        near[fresh] = _summed(near.pop(i), near.pop(j), groups)
        for k, total in sorted(near[fresh].items()):
            near[k][fresh] = total
            mean = round(total / (len(groups[k]) * len(groups[fresh])), 9)
            if mean >= TOGETHER and not _kept_apart(every, groups[k], groups[fresh]):
                heapq.heappush(heap, (-mean, min(k, fresh), max(k, fresh)))
        fresh += 1
    return sorted(tuple(sorted(members)) for members in groups.values())


def _summed(one: Counter[int], other: Counter[int], groups: Mapping[int, list[str]]) -> Counter[int]:
    """Return the summed likeness of a joined group to every group that is left."""
    total = one + other
    return Counter({k: round(total[k], 9) for k in sorted(total) if k in groups})


def _kept_apart(every: Mapping[str, Profile], one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether dates or leads of any two members say that the groups are two happenings."""
    pairs = ((every[a], every[b]) for a in one for b in other)
    return any(contradict(a.lead, b.lead) or far_apart(a, b) for a, b in pairs)
