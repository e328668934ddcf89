"""What words refer to that name nobody by themselves: pronouns, epithets, "the pact", "the ministry", "we".

One pass over the article, from its first word to its last, so that what was resolved may be referred to in its turn.
Each answer keeps the words it rests on; what the text leaves open stays open.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.reading import Clause, Mention, Pointer, Quote, Sentence
from dragoman.model.text import Span
from dragoman.ontology import Ontology
from dragoman.reading.referring.descriptions import Descriptions
from dragoman.reading.referring.discourse import HUMAN, LONGEST, Discourse, Referent
from dragoman.reading.referring.groups import groups
from dragoman.reading.referring.instruments import Instruments
from dragoman.reading.referring.ordinals import ordinal
from dragoman.reading.referring.pronouns import FORMS, TELLS, Pronouns
from dragoman.reading.referring.speakers import FIRST, speaker

__all__ = ["Referred", "referring"]

MOST_WORDS = 3  # of a body that is told after "its"


@dataclass(frozen=True, slots=True)
class Referred:
    """The mentions of an article with those that only refer, and what points at an instrument."""

    mentions: tuple[Mention, ...]
    pointers: tuple[Pointer, ...]


def referring(
    article: Article,
    sentences: Sequence[Sentence],
    clauses: Sequence[Clause],
    told: Sequence[Mention],
    quotes: Sequence[Quote],
    *,
    ontology: Ontology,
) -> Referred:
    """Resolve what refers in an article, as far as its text leaves no doubt."""
    walk = _Walk(Discourse(article, sentences, clauses, told, quotes, ontology))
    for number in range(len(sentences)):
        walk.sentence(number)
    return Referred(walk.mentions(told), tuple(sorted(walk.pointers, key=lambda p: p.span)))


class _Walk:
    """Goes through the sentences and takes note of what each word refers to."""

    def __init__(self, discourse: Discourse) -> None:
        self.told = discourse
        self.pronouns = Pronouns(discourse)
        self.instruments = Instruments(discourse)
        self.descriptions = Descriptions(discourse)
        self.found: list[Mention] = []
        self.pointers: list[Pointer] = []

    def sentence(self, number: int) -> None:
        """Resolve one sentence from left to right."""
        syntax = self.told.syntax[number]
        self.found += self._grouped(number)
        self.found += self.descriptions.of(number)
        for i, token in enumerate(syntax.tokens[:LONGEST]):
            word = token.text.lower()
            if word in FORMS and token.upos == "PRON":
                meant = self.pronouns.meant(number, i)
                self._learn(word, meant)
                self._refer(number, i, meant)
            elif word in FIRST and token.upos == "PRON":
                self._refer(number, i, speaker(self.told, number, i))
            elif meant := ordinal(self.told, number, i):
                self._refer(number, i, meant)
            elif word in ("another", "one"):
                self.instruments.another(number, i)
            elif token.upos in ("NOUN", "PROPN"):
                self._noun(number, i)

    def _grouped(self, number: int) -> list[Mention]:
        found = list(groups(self.told, number))
        for mention in found:
            head = self.told.syntax[number].head_of(mention.span)
            if head is not None and mention.antecedent is not None:
                human = all(a.kind in HUMAN for a in mention.members)
                meant = Referent(mention.antecedent, mention.members, plural=True, human=human)
                self.told.settle(number, head, meant)
        return found

    def _noun(self, number: int, i: int) -> None:
        meant = self.instruments.meet(number, i)
        if meant is not None and meant.instrument is not None:
            self._refer(number, i, meant)

    def _refer(self, number: int, i: int, meant: Referent | None) -> None:
        if meant is None:
            return
        token = self.told.syntax[number].tokens[i]
        span = Span(self.told.article.id, token.start, token.end)
        if token.xpos == "PRP$" and len(meant.actors) == 1:
            self._owned(number, i, meant)
        self.told.settle(number, i, meant)
        if meant.instrument is not None:
            self.pointers.append(Pointer(span, meant.instrument))
        elif len(meant.actors) == 1:
            self.found.append(Mention(span, token.text, meant.actors[0], "reference", antecedent=meant.span))
        else:
            self.found.append(Mention(span, token.text, None, "reference", members=meant.actors, antecedent=meant.span))

    def _learn(self, word: str, meant: Referent | None) -> None:
        gender = TELLS.get(FORMS[word])
        if gender is not None and meant is not None and len(meant.actors) == 1:
            self.told.learn_gender(meant.actors[0], gender)

    def _owned(self, number: int, i: int, owner: Referent) -> None:
        """Take note of a body that is somebody's: "its parliament", "his government"."""
        tokens, table = self.told.syntax[number].tokens, self.told.ontology.actors
        state = owner.actors[0]
        for size in range(min(MOST_WORDS, len(tokens) - i - 1), 0, -1):
            first, last = tokens[i + 1], tokens[i + size]
            span = Span(self.told.article.id, first.start, last.end)
            slug = table.nouns("nouns").get(span.of(self.told.article.text))
            if slug is None or self.told.mention_at(last.start) is not None:
                continue
            if state.kind == "state" and last.dep != "compound" and (body := table.body(state.id, slug)):
                text = span.of(self.told.article.text)
                self.found.append(Mention(span, text, body, "reference", antecedent=owner.span))
                self.told.settle(number, i + size, Referent(owner.span, (body,)))
            return

    def mentions(self, told: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return all mentions in text order; what was left open before may be resolved now."""
        at = {m.span.start for m in self.found}
        spans = sorted((m.span.start, m.span.end) for m in self.found)
        kept = [m for m in told if m.span.start not in at and not _covered(m, spans)]
        return tuple(sorted((*kept, *self.found), key=lambda m: m.span))


def _covered(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(spans, (mention.span.end - 1, 1 << 62)) - 1
    return i >= 0 and spans[i][1] > mention.span.start
