"""Whether two articles go back to one origin: one text, one agency's text, or one source that both rest on alone.

Words in runs show a reprint; a rewrite shows by its sentences, which tell the same one by one, and by nearly all of the
shorter text's content standing in the longer one. Background that many articles carry is a sentence or two, no more.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from dragoman.model.article import Article
from dragoman.model.grouping import OneOrigin
from dragoman.model.words import content, names, plain, sentences, shingles
from dragoman.ontology import Ontology
from dragoman.stories.gathering import Union

Kind = Literal["text", "wire", "source"]

MANY = 60  # articles of a story; of more, only what is copied word for word is told
RUN = 5  # words
SHOWN = 0.2  # of its runs, for two articles to be shown as one text
COPIED = 0.4  # of the shorter text's runs
TOLD_ALIKE = 0.5  # of the shorter sentence's content words, for one sentence to be the other
LEAST = 3  # such words; and sentences, since two may be background
REWRITTEN = 0.5  # of the shorter text's content words; independent accounts of one happening share a third
FEW = 32  # content words; of a shorter text all may be in another by chance, but for its runs of words
LEAD = 2  # sentences in which an article says what is new
LED = 0.3  # of the words, and of the names and figures, of those sentences
RARE = 0.6  # of the names and figures of the sentence with fewer
PART = 3  # one sentence in so many must be alike
NAMED = 0.65  # of all names and figures
PARTLY = 0.4  # the same where sentences are alike one by one
ONE_MATTER = 0.15  # of content words, for a common credit to be of what both tell

CAP = r"[A-Z][\w’'&.-]*(?:(?: (?:of|for|and|al|de|la|du|the))? [A-Z][\w’'&.-]*)*"
SAYS = (
    r"(?:said|says|reported|reports|wrote|writes|announced|told|added|adds|confirmed|noted|warned|stated"
    r"|called|put|gave)"
)
BEHIND = re.compile(
    rf"\b(?:according to|as reported by|citing|cited|quoting|quoted by) (?:the |a )?(?:[\w’'-]+ ){{0,5}}?({CAP})"
)
BEFORE = re.compile(
    rf"({CAP})(?:,[^,.]{{3,60}},| (?:[a-z]+ ){{0,3}}(?:statement|bulletin|report|notice|release"
    rf"|office))? (?:had |has )?{SAYS}\b"
)
INVERTED = re.compile(rf"\b{SAYS} (?:[a-z][\w’'-]*,? ){{0,5}}({CAP})")
# "officials said", "two diplomats said": somebody more, without a name
UNNAMED = re.compile(
    rf"(?<!the )(?<!The )\b(?:officials|sources|diplomats|analysts|witnesses|residents|observers|experts"
    rf"|officers|people)\b"
    rf"[^.,]{{0,30}} {SAYS}\b",
    re.IGNORECASE,
)
# "the interior ministry said": a source of its own where nobody is named, else one that was named before
OFFICE = re.compile(
    rf"\b[Tt]he ((?:[\w’'-]+ ){{0,3}}(?:ministry|government|police|office|agency|army|military|guard|bank"
    rf"|embassy|palace|commission"
    rf"|council|party|spokes\w+|minister|president|governor|mayor|company|operator|union))\b[^.,]{{0,30}} {SAYS}\b"
)
CREDIT = (
    r"\((?:{names})\)|\b(?:{names})(?: staff| writers?| reporters?)? contributed|\b(?:with|from|via|source:"
    r"|by) (?:{names})\b"
)
RESTS = (
    r"\b(?:according to|as reported by|citing|quoting)(?: [\w’'-]+){{0,5}} (?:{names})\b"
    r"|\b(?:{names})(?:(?: news)? agency)?,? (?:has )?(?:reported|reports|said|says|wrote|quoted)\b"
)
QUOTED = re.compile(r"[“\"«].{2,400}?[”\"»]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Trace:
    """What of an article tells where it has its matter from."""

    article: str
    told: tuple[frozenset[str], ...]  # the content words of each sentence
    rare: tuple[frozenset[str], ...]  # those of them that are names and figures
    words: frozenset[str]
    names: frozenset[str]  # and figures
    runs: frozenset[tuple[str, ...]]
    agencies: frozenset[str]  # whose text it says to be or to rest on
    sources: tuple[
        frozenset[str], ...
    ]  # whom it names as saying something, each by the words of his name; none: unnamed


@dataclass(frozen=True, slots=True)
class Kin:
    """How two articles are of one origin, and the agency or source they share."""

    kind: Kind
    source: str | None = None
    copied: float = 0.0  # the share of the shorter text's runs of words that stand in the other


def trace(article: Article, ontology: Ontology) -> Trace:
    """Return what of an article tells where it has its matter from."""
    body = article.text[article.body :]
    told = [words for s in sentences(body) if len(words := frozenset(content(s))) >= LEAST]
    named = names(body)
    seen = " \n".join([article.text, *article.byline, *(cut.text for cut in article.cut)])
    return Trace(
        article=article.id,
        told=tuple(told),
        rare=tuple(words & named for words in told),
        words=frozenset(content(body)),
        names=named,
        runs=shingles(plain(body), RUN),
        agencies=frozenset(_agencies(article.outlet, seen, ontology)),
        sources=_sources(body),
    )


def kin(one: Trace, other: Trace) -> Kin | None:
    """Return how two articles are of one origin, None where nothing shows that they are."""
    short, long = sorted((one, other), key=lambda t: (len(t.words), t.article))
    if not short.words:
        return None
    shared = len(short.words & long.words) / len(short.words)
    one_matter = _leads_with(short, long) or _leads_with(long, short)
    if one_matter and _one_text(short, long, shared):
        return Kin("text", copied=len(short.runs & long.runs) / max(1, len(short.runs)))
    if shared >= ONE_MATTER and one.agencies & other.agencies:
        return Kin("wire", min(one.agencies & other.agencies))
    common = _alone(one.sources, other.sources)
    return Kin("source", common) if common and one_matter and shared >= ONE_MATTER else None


def _alone(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]) -> str | None:
    """Return a word of the name of the source that two articles share and that at least half of what they name is."""
    if frozenset() in one or frozenset() in other:
        return None
    common = [a & b for a in one for b in other if a & b]
    enough = 2 * len(common) >= max(len(one), len(other))
    return max(sorted(min(common, key=sorted)), key=len) if common and enough else None


def kindred(stories: Iterable[Sequence[Article]], ontology: Ontology) -> tuple[OneOrigin, ...]:
    """Return the articles of each story that go back to one origin, those of one text first.

    A text is called one only where runs of words show it: two accounts of one thing may tell the same by themselves.
    """
    return tuple(found for story in stories if 1 < len(story) <= MANY for found in _of_story(story, ontology))


def _of_story(story: Sequence[Article], ontology: Ontology) -> Iterable[OneOrigin]:
    traces = [trace(article, ontology) for article in story]
    pairs = [(a, b, found) for a, b in combinations(traces, 2) if (found := kin(a, b)) and _shown(found)]
    for kind in get_args(Kind):
        union = Union(t.article for t in traces)
        mine = [(a.article, b.article, found) for a, b, found in pairs if found.kind == kind]
        for a, b, _ in mine:
            union.join(a, b)
        for members in union.sets():
            if len(members) > 1:
                yield OneOrigin(kind, next(found.source for a, _, found in mine if a in members), members)


def _shown(found: Kin) -> bool:
    return found.kind != "text" or found.copied >= SHOWN


def _one_text(short: Trace, long: Trace, shared: float) -> bool:
    """Say whether one text is the other, rewritten, cut or spliced: what is new in one of them must be in both."""
    if len(short.words) < FEW:
        return len(short.runs & long.runs) >= COPIED * len(short.runs)
    if shared >= REWRITTEN and _share(short.names, long.names) >= NAMED:
        return True
    alike = sum(any(_alike(short, i, long, j) for j in range(len(long.told))) for i in range(len(short.told)))
    enough = (alike >= LEAST and PART * alike >= len(short.told)) or 2 * alike > len(short.told)
    copied = len(short.runs & long.runs) >= COPIED * len(short.runs)
    return enough and (copied or shared >= PARTLY)


def _leads_with(one: Trace, other: Trace) -> bool:
    """Say whether what is new in an article stands in another: background and chrome stand at the end or the top."""
    new = frozenset().union(*one.told[:LEAD])
    named = frozenset().union(*one.rare[:LEAD])
    return len(new & other.words) >= LED * len(new) and len(named & other.words) >= LED * len(named)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that the other has."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _alike(one: Trace, i: int, other: Trace, j: int) -> bool:
    """Say whether two sentences tell one thing: they share their words, their names and figures above all.

    "The Senate approved it on May 5 by 40 votes to 9" and "the Chamber approved it on May 9 by 88 votes to 31" do not.
    """
    a, b = one.told[i], other.told[j]
    shared = len(a & b)
    if shared < LEAST or shared < TOLD_ALIKE * min(len(a), len(b)):
        return False
    c, d = one.rare[i], other.rare[j]
    return len(c & d) >= RARE * min(len(c), len(d))


def _agencies(outlet: str | None, text: str, ontology: Ontology) -> Iterable[str]:
    """Yield the agencies that a text credits, rests on, or is of."""
    for agency in ontology.outlets.agencies:
        called = "|".join(
            map(re.escape, sorted({agency.name, *agency.aliases, *agency.credits}, key=len, reverse=True))
        )
        known = outlet is not None and ontology.outlets.named(outlet) == agency
        if known or any(re.search(shape.format(names=called), text) for shape in (CREDIT, RESTS)):
            yield agency.name


def _sources(body: str) -> tuple[frozenset[str], ...]:
    """Return the words of the name of each source that a text gives, and none for one without a name.

    What shares a word is one source: "the Coast Guard" and "a Coast Guard statement", a minister by both his names.
    """
    bare = QUOTED.sub('""', body)
    named = [frozenset(content(name)) for pattern in (BEHIND, BEFORE, INVERTED) for name in pattern.findall(bare)]
    offices = [frozenset(content(office)) for office in OFFICE.findall(bare)]
    found: list[frozenset[str]] = []
    for words in named if any(named) else offices:
        same = next((i for i, other in enumerate(found) if words & other), None)
        if words and same is None:
            found.append(words)
        elif same is not None:
            found[same] |= words
    return (*found, *([frozenset()] if UNNAMED.search(bare) else []))
