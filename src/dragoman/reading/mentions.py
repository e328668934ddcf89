"""Mentions: the words that name an actor, resolved as far as the text and the tables allow."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.reading import Mention, Sentence
from dragoman.model.text import Span
from dragoman.ontology.actors import ActorTable
from dragoman.reading.composing import Composer
from dragoman.reading.gazetteer import Hit, gazetteer
from dragoman.reading.naming import People
from dragoman.reading.pairs import pairs
from dragoman.reading.references import references
from dragoman.reading.setting import DAYS, OPENERS, Setting, is_shouted, lists
from dragoman.reading.speaking import speaking

LONGEST = 20_000  # code points of a sentence that are read; what is longer is no sentence
DATELINE = re.compile(
    r"(?:[^\n:]{2,40}[ \u00a0]:[ \u00a0])?(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,40})(?P<rest>,[^\n–—-]{0,40})?"
    r"(?P<credit>\([^)\n]{2,40}\)[ ]?)?\s?(?:[–—]|--|-\s)"
)


def mentions(
    article: Article,
    sentences: Sequence[Sentence],
    *,
    actors: ActorTable,
    named: Sequence[Sequence[Hit]] | None = None,
) -> tuple[Mention, ...]:
    """Return the mentions of an article's sentences, in text order, none within another.

    Args:
        article: what the sentences are of.
        sentences: with their tokens, where they were parsed.
        actors: who is known.
        named: the names and nouns of the table in each sentence, where they were looked up before.
    """
    if named is None:
        named = [hits_in(article, sentence, actors) for sentence in sentences]
    people = People(actors)
    found = [
        m
        for setting, hits in _settings(article, sentences, actors, named)
        for m in Composer(setting, hits, people).mentions()
    ]
    found += speaking(article, sentences, found, people, actors=actors)
    found += _surnames(article, sentences, found, people, actors)
    found = _one_each(_apart(m for m in found if not _outlet(m, article)))
    found = _apart([*references(article, sentences, found, actors=actors), *found])
    told = list(pairs(article, sentences, found, actors=actors))
    return tuple(_apart([*told, *found]))


def _settings(
    article: Article, sentences: Sequence[Sentence], actors: ActorTable, found: Sequence[Sequence[Hit]]
) -> Iterator[tuple[Setting, Sequence[Hit]]]:
    told = Counter(
        s.actor
        for hits in found
        for h in hits
        for s in h.entry.senses
        if len(s.actor) == 3 and not h.entry.blocked and not lists(actors).is_quiet(h.text)
    )
    for sentence, hits in zip(sentences, found, strict=True):
        yield Setting(article, sentence, actors, lists(actors), told), hits


def hits_in(article: Article, sentence: Sentence, actors: ActorTable) -> list[Hit]:
    """Return the names and nouns of the table in a sentence, behind its dateline."""
    words = gazetteer(actors)
    start, end = sentence.span.start, min(sentence.span.end, sentence.span.start + LONGEST)
    begin = dateline_end(article, sentence)
    if is_shouted(article.text[start:end]):
        return [h for h in words.shouted(article.text, start, end) if h.start >= begin]
    hits = (Hit(h.start + start, h.end + start, h.text, h.entry) for h in words.hits(article.text[start:end]))
    return [h for h in hits if h.start >= begin]


def dateline_end(article: Article, sentence: Sentence) -> int:
    """Return where a sentence begins after its dateline ("DUBAI –", "MOSCOW, March 3 (TASS) —"): it names no actor."""
    start = sentence.span.start
    opens = not article.text[:start].rstrip(" \t\u00a0") or article.text[:start].rstrip(" \t\u00a0").endswith("\n")
    found = DATELINE.match(article.text, start, sentence.span.end) if opens else None
    return found.end() if found else start


def _one_each(found: list[Mention]) -> list[Mention]:
    """Let every mention of a person tell the same of the person: the state is told once, and holds throughout."""
    persons: dict[str, Actor] = {}
    for actor in (m.actor for m in found if m.actor and m.actor.kind == "person"):
        if actor.id not in persons or (persons[actor.id].country is None and actor.country):
            persons[actor.id] = actor
    return [_told_of(m, persons) for m in found]


def _told_of(mention: Mention, persons: Mapping[str, Actor]) -> Mention:
    actor = persons.get(mention.actor.id) if mention.actor else None
    if actor is None or actor == mention.actor:
        return mention
    return replace(mention, actor=actor, reason=None if actor.country else mention.reason)


def _outlet(mention: Mention, article: Article) -> bool:
    """An article's own outlet is no actor of its story."""
    return bool(
        mention.actor
        and mention.actor.kind == "outlet"
        and article.outlet
        and mention.actor.name.lower() == article.outlet.lower()
    )


def _surnames(
    article: Article, sentences: Sequence[Sentence], found: Sequence[Mention], people: People, actors: ActorTable
) -> Iterator[Mention]:
    """Yield surnames that stand alone, of persons the article introduces or everybody knows."""
    alone = actors.alone()
    shorts = [s for s in dict.fromkeys([*people.names(), *people.surnames(), *alone]) if s in article.text]
    if not shorts:
        return
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(s) for s in sorted(shorts, key=lambda s: (-len(s), s)))})(?![\w-])"
    )
    taken = _Taken(found)
    for sentence in sentences:
        begin = dateline_end(article, sentence)
        for match in pattern.finditer(article.text, begin, min(sentence.span.end, begin + LONGEST)):
            if taken.touches(*match.span()) or _someone_else(article, sentence, match):
                continue
            persons = (
                people.named(match.group())
                or people.called(match.group())
                or tuple(actors.get(a) for a in (alone.get(match.group()),) if a)
            )
            span = Span(article.id, *match.span())
            if len(persons) == 1:
                yield Mention(span, match.group(), persons[0], "name")
            else:
                yield Mention(span, match.group(), None, "name", f"{len(persons)} persons of that name in the article")


def _someone_else(article: Article, sentence: Sentence, match: "re.Match[str]") -> bool:
    """ "Melania Trump" is not Trump; "May 3" is no one."""
    before = re.search(
        r"([^\W\d_][\w.-]*)[ \u00a0]\Z", article.text[max(sentence.span.start, match.start() - 30) : match.start()]
    )
    after = article.text[match.end() : match.end() + 30]
    if match.group() in DAYS and re.match(r"\s\d", after):
        return True
    if _NAMED_FOR.match(after):
        return True
    if before is None:
        return False
    word = before.group(1)
    told = word in OPENERS or word.lower() in _LINKS or word.endswith(("s", "ed", "ly"))
    return word[0].isupper() and not told and not sentence.headline and len(word) > 1


_NAMED_FOR = re.compile(
    r"[ \u00a0](?:Tower|Street|Avenue|Square|Airport|Institute|Foundation|University|Prize|Hotel|Cent(?:er|re)"
    r"|Organization|Peninsula|Doctrine|Plan)\b"
)
_LINKS = frozenset(
    "the a and or but for with from by as mr mrs ms dr sir president minister general senator chancellor king queen "
    "said told".split()
)


class _Taken:
    """The stretches that are mentions already."""

    def __init__(self, found: Sequence[Mention]) -> None:
        self._at = sorted((m.span.start, m.span.end) for m in found)

    def touches(self, start: int, end: int) -> bool:
        from bisect import bisect_left

        i = bisect_left(self._at, (start, end))
        return any(s < end and start < e for s, e in self._at[max(0, i - 1) : i + 1])


def _apart(found: "Sequence[Mention] | Iterator[Mention]") -> list[Mention]:
    """Return mentions in text order; of two that overlap, the longer."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if kept and mention.span.start < kept[-1].span.end:
            if mention.span.end - mention.span.start > kept[-1].span.end - kept[-1].span.start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
