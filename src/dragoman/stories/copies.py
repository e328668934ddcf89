"""Who has whose text: articles that share most of their runs of words are one text."""

from collections.abc import Mapping, Sequence

from dragoman.model.article import Article
from dragoman.stories.gathering import Union
from dragoman.stories.words import plain, shingles

RUN = 6  # words; two writers rarely hit on the same six in a row, apart from quotations and names
SHARE = 0.4  # of the shorter text's runs; a light rewrite keeps about half, two independent accounts a few in a hundred
COMMON = 50  # a run that stands in more articles is a set phrase and shows no copying
FEW = 20  # a text with fewer runs is too short to judge


def copied(articles: Sequence[Article]) -> dict[str, str]:
    """Return for each article the id that stands for its text: the first of those that share it, else its own."""
    runs = {a.id: shingles(plain(a.text[a.body :]), RUN) for a in articles}
    same = Union(runs)
    for (one, other), shared in sorted(_shared(runs).items()):
        least = min(len(runs[one]), len(runs[other]))
        if least >= FEW and shared / least >= SHARE:
            same.join(one, other)
    return {a: same.root(a) for a in sorted(runs)}


def _shared(runs: Mapping[str, frozenset[tuple[str, ...]]]) -> dict[tuple[str, str], int]:
    """Return how many runs each pair of articles shares, for pairs that share any."""
    holders: dict[tuple[str, ...], list[str]] = {}
    for article in sorted(runs):
        for run in runs[article]:
            holders.setdefault(run, []).append(article)
    counts: dict[tuple[str, str], int] = {}
    for held in holders.values():
        if 1 < len(held) <= COMMON:
            for i, one in enumerate(held):
                for other in held[i + 1 :]:
                    counts[one, other] = counts.get((one, other), 0) + 1
    return counts
