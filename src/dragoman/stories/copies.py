"""Who has whose text: articles that share most of their runs of words are one text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.words import plain, shingles
from dragoman.stories.gathering import Union

RUN = 6  # words; two writers rarely hit on the same six in a row, apart from quotations and names
SHARE = 0.4  # of the shorter text's runs; a light rewrite keeps about half, two independent accounts a few in a hundred
WHOLE = 0.5  # of the longer text's runs; a round-up that takes in a wire's text is no reprint of it
COMMON = 50  # a run that stands in more texts is a set phrase and shows no copying
FEW = 20  # a text with fewer runs is too short to judge


@dataclass(frozen=True, slots=True)
class Copies:
    """For each article, the id that stands for the text it has."""

    text: Mapping[str, str]  # of all articles that have a part of it: what they say in common has one origin
    whole: Mapping[str, str]  # of those that print one text from end to end: they are one account


def copied(articles: Sequence[Article]) -> Copies:
    """Return who has whose text; the smallest id stands for all that share one, an id alone for itself.

    The longest texts come first, and a reprint is not looked up again, so that many reprints of one text cost little.
    """
    runs = {a.id: shingles(plain(a.text[a.body :]), RUN) for a in articles}
    text, whole = Union(runs), Union(runs)
    holders: dict[tuple[str, ...], list[str]] = {}
    for article in sorted(runs, key=lambda a: (-len(runs[a]), a)):
        shared = _shared(runs[article], holders)
        for other, count in shared:
            if count >= SHARE * len(runs[article]):
                text.join(article, other)
        entire = [other for other, count in shared if count >= WHOLE * len(runs[other])]
        for other in entire:
            whole.join(article, other)
        for run in () if entire else runs[article]:
            holders.setdefault(run, []).append(article)
    return Copies({a: text.root(a) for a in sorted(runs)}, {a: whole.root(a) for a in sorted(runs)})


def _shared(
    runs: frozenset[tuple[str, ...]], holders: Mapping[tuple[str, ...], Sequence[str]]
) -> Iterable[tuple[str, int]]:
    """Return how many runs a text has in common with each longer one that has any, sorted."""
    if len(runs) < FEW:
        return []
    held = (holders.get(run, ()) for run in runs)
    return sorted(Counter(other for others in held if len(others) <= COMMON for other in others).items())
