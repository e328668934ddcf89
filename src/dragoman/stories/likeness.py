"""How alike two articles are: in their words, and in what was coded from them.

Words: cosine of TF-IDF vectors of content words, title and first paragraphs counted more, as that is where a newspaper
says what happened. Coded: the share of weighted keys (acts with their body, votes, agreements, events with their
actors) that both have. What the article leads with can keep two apart that are alike in all else.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.report import Report, StepContent, VoteContent
from dragoman.model.time import When
from dragoman.model.words import content, names
from dragoman.stories import acts
from dragoman.stories.whens import days, fit, width
from dragoman.stories.who import fits

TITLE_WEIGHT = 3.0  # a title's words, counted three times; measured on ECB+ train, see bench/tasks/groups.py
NAME_WEIGHT = 4.0  # names and figures tell two happenings of one kind apart, where all else is alike
LEAD_WEIGHT = 2.0  # the words of the first paragraphs
LEAD_LENGTH = 600  # code points after the title that count as lead: two or three paragraphs of a wire text
PRIOR_DOCUMENTS, PRIOR_SHARE = 50, 0.02  # unseen documents, so that in a set of two a shared word is still a rare one
PROTAGONISTS = 4  # of each article, its heaviest names: who and where it is about
CONTRAST = 0.35  # what the likeness loses where each article's protagonists are nowhere in the other
CODED_SHARE = 0.4  # what the coded keys weigh beside the words, where both articles have any
DAYS_APART = 10  # a happening is news for about a week; what is published later than that is another story
KEY_WEIGHT = {"vote": 4.0, "step": 3.0, "agreement": 2.0, "event": 1.0, "speaker": 0.5, "states": 0.5}


@dataclass(frozen=True, slots=True)
class Lead:
    """What an article leads with, as far as it was coded: the act or event told first, and when."""

    act: str
    actor: str | None
    parties: frozenset[str]
    when: When | None
    round: int | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One article as the comparison sees it."""

    article: str
    words: Mapping[str, float]  # unit length
    protagonists: tuple[str, ...]  # heaviest names first
    keys: Mapping[str, float]
    lead: Lead | None
    earliest: str | None
    latest: str | None


def profiles(articles: Sequence[Article], reports: Mapping[str, Sequence[Report]]) -> list[Profile]:
    """Return a profile for each article, in their order; ``reports`` are those of each article by its id."""
    counted = [_counts(article) for article in articles]
    rarity = _rarity(counted)
    return [_profile(a, _vector(c, rarity), reports.get(a.id, ())) for a, c in zip(articles, counted, strict=True)]


def likeness(one: Profile, other: Profile) -> float:
    """Return how alike two articles are, 0 to 1; 0 where dates or leads say that they tell of two happenings."""
    if far_apart(one, other) or contradict(one.lead, other.lead):
        return 0.0
    words = dot(one.words, other.words) * (1 - CONTRAST * min(_absent(one, other), _absent(other, one)))
    if not (one.keys and other.keys):
        return words
    return round((1 - CODED_SHARE) * words + CODED_SHARE * _shared(one.keys, other.keys), 9)


def _absent(one: Profile, other: Profile) -> float:
    """Return the share of an article's protagonists that the other never names."""
    names = one.protagonists
    return sum(name not in other.words for name in names) / len(names) if names else 0.0


def far_apart(one: Profile, other: Profile) -> bool:
    """Say whether two dated articles are too many days apart for one story; an undated one is never too far."""
    a, b = sorted((one, other), key=lambda p: p.earliest or "")
    if a.latest is None or b.earliest is None:
        return False
    return days(a.latest, b.earliest) > DAYS_APART


def contradict(one: Lead | None, other: Lead | None) -> bool:
    """Say whether two leads are two happenings: one act by two bodies, two rounds, two days of one kind of event."""
    if one is None or other is None or one.act != other.act:
        return False
    if one.round is not None and other.round is not None and one.round != other.round:
        return True
    if not fits(one.actor, other.actor):
        return True
    sharp = width(one.when) <= 1 and width(other.when) <= 1
    return sharp and not fit(one.when, other.when)


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of unit length, rounded so that it is the same wherever it is summed."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return round(math.fsum(weight * long[word] for word, weight in short.items() if word in long), 9)


def _counts(article: Article) -> Counter[str]:
    """Return the weighted counts of an article's content words; names and figures count more."""
    start = article.headline.end if article.headline else 0
    body = article.text[start:]
    named = names(body)
    counts: Counter[str] = Counter()
    parts = ((article.title or "", TITLE_WEIGHT), (body[:LEAD_LENGTH], LEAD_WEIGHT), (body[LEAD_LENGTH:], 1.0))
    for text, weight in parts:
        for word in content(text):
            counts[word] += weight * (NAME_WEIGHT if word in named else 1.0)  # type: ignore[assignment]
    return counts


def _rarity(counted: Sequence[Counter[str]]) -> dict[str, float]:
    """Return the weight of each word: the fewer articles have it, the more it tells."""
    df = Counter(word for counts in counted for word in counts)
    total = len(counted) + PRIOR_DOCUMENTS
    return {word: math.log(total / (n + PRIOR_DOCUMENTS * PRIOR_SHARE)) for word, n in df.items()}


def _vector(counts: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: (1 + math.log(n)) * max(rarity[word], 0.0) for word, n in sorted(counts.items())}
    length = math.sqrt(math.fsum(w * w for w in weights.values()))
    return {word: w / length for word, w in weights.items() if w} if length else {}


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the weight of the keys both have as a share of the lighter side's weight."""
    both = math.fsum(w for key, w in sorted(one.items()) if key in other)
    return both / min(math.fsum(one.values()), math.fsum(other.values()))


def _profile(article: Article, words: dict[str, float], reports: Sequence[Report]) -> Profile:
    stamp = article.published if article.published.earliest else article.modified or article.published
    named = sorted(names(article.text) & words.keys(), key=lambda w: (-round(words[w], 9), w))
    leading = tuple(named[:PROTAGONISTS])
    return Profile(article.id, words, leading, _keys(reports), _lead(article, reports), stamp.earliest, stamp.latest)


def _keys(reports: Iterable[Report]) -> dict[str, float]:
    """Return what was coded as keys; what lies further back ("history") is told in many stories and is left out."""
    found: dict[str, float] = {}
    for report in sorted(reports, key=lambda r: r.id):
        if report.recency == "history":
            continue
        for kind, key in _keys_of(report):
            found[f"{kind} {key}"] = KEY_WEIGHT[kind]
    return found


def _keys_of(report: Report) -> Iterable[tuple[str, str]]:
    content_ = report.content
    if isinstance(content_, StepContent):
        yield "step", f"{content_.act} {acts.acting(report)}"
    if isinstance(content_, VoteContent):
        yield "vote", f"{content_.yes} {content_.no}"
    if report.kind == "step" and len(acts.parties(report)) > 1:
        yield "agreement", " ".join(sorted(acts.parties(report)))
    if acts.event_type(report):
        who = sorted(acts.states(report))
        yield "event", f"{acts.event_type(report)} {' '.join(who)}"
    if report.kind == "statement" and report.actors("speaker"):
        yield "speaker", report.actors("speaker")[0]
    if len(acts.states(report)) > 1:
        yield "states", " ".join(sorted(acts.states(report)))


def _lead(article: Article, reports: Sequence[Report]) -> Lead | None:
    """Return the act or event told first in the article's title and lead, where something new was coded there."""
    end = (article.headline.end if article.headline else 0) + LEAD_LENGTH
    fresh = [r for r in reports if r.recency == "new" and acts.happened(r) and acts.place(r) < end]
    steps = [r for r in fresh if isinstance(r.content, StepContent)]
    told = steps or [r for r in fresh if acts.event_type(r) in ("ASSAULT", "CONSULT", "COERCE", "MOBILIZE")]
    ordered = sorted(told, key=lambda r: (acts.place(r), r.id))
    return _leading(ordered) if ordered else None


def _leading(ordered: Sequence[Report]) -> Lead:
    """Return the first act told; a headline that names no body takes it from the text below."""
    first = ordered[0]
    act, party = acts.kind_of_act(first), acts.acting(first)
    same = [r for r in ordered if acts.kind_of_act(r) == act and party in (None, acts.acting(r))]
    return Lead(
        act=act,
        actor=next((acts.body(r) for r in same if acts.body(r)), party),
        parties=acts.parties(first),
        when=next((r.when for r in same if r.when), None),
        round=first.content.round if isinstance(first.content, StepContent) else None,
    )
