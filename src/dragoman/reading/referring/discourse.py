"""What an article has told so far: who and what may be referred to, and where it was told."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.reading import Clause, Mention, Quote, Sentence
from dragoman.model.text import Span
from dragoman.ontology import Ontology
from dragoman.ontology.reference import Gender
from dragoman.reading.referring.syntax import Syntax

HUMAN = ("person", "office")
MANY_WORDS = frozenset(
    "officials troops forces rebels police people authorities leaders ministers diplomats negotiators lawmakers "
    "envoys soldiers houthis taliban delegates scientists fighters guards".split()
)
PLURAL_TAGS = ("NNS", "NNPS")
LONGEST = 200  # tokens of a sentence that are looked at; what is longer is a list or an attack on our time


@dataclass(frozen=True, slots=True)
class Referent:
    """What some words stand for, and where they stand."""

    span: Span
    actors: tuple[Actor, ...] = ()
    instrument: Span | None = None
    plural: bool = False
    human: bool = False  # also of people nobody knows
    gender: Gender | None = None
    known: bool = True  # False: something we have no name for
    token: tuple[int, int] = (-1, -1)  # sentence, token

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two referents one."""
        if self.actors:
            return tuple(sorted(a.id for a in self.actors))
        at = self.instrument or self.span
        return (f"{at.start}-{at.end}",)


class Discourse:
    """The mentions of an article by place, with what was resolved so far."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        clauses: Sequence[Clause],
        told: Sequence[Mention],
        quotes: Sequence[Quote],
        ontology: Ontology,
    ) -> None:
        """Take what was read of an article."""
        self.article, self.ontology = article, ontology
        self.table = ontology.references
        by_sentence: dict[int, list[Clause]] = {}
        for clause in clauses:
            by_sentence.setdefault(clause.sentence, []).append(clause)
        self.syntax = [Syntax(s, by_sentence.get(n, ())) for n, s in enumerate(sentences)]
        self.quotes = sorted(quotes, key=lambda q: q.span)
        self._opened = [q.span.start for q in self.quotes]
        self._told = sorted(told, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._told]
        self.resolved: dict[tuple[int, int], Referent] = {}  # by sentence and token: pronouns and descriptions
        self.instruments: dict[tuple[int, int], Referent] = {}
        self._genders: dict[str, Gender] = {}
        for mention in self._told:
            self._learn(mention)

    def _learn(self, mention: Mention) -> None:
        actor = mention.actor
        if actor is not None and actor.kind in HUMAN:
            found = self.table.gender(mention.text, actor.name if actor.kind == "person" else "")
            if found is not None:
                self._genders.setdefault(actor.id, found)

    def gender_of(self, actor: Actor) -> Gender | None:
        """Return what is known of a person's gender."""
        return self._genders.get(actor.id)

    def learn_gender(self, actor: Actor, gender: Gender) -> None:
        """Remember what a pronoun tells of a person: who told "her counterpart" is a woman."""
        if actor.kind in HUMAN:
            self._genders.setdefault(actor.id, gender)

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in a stretch."""
        return self._told[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def mention_at(self, at: int) -> Mention | None:
        """Return the mention that covers an offset."""
        i = bisect_left(self._starts, at + 1) - 1
        found = self._told[i] if i >= 0 else None
        return found if found is not None and found.span.end > at else None

    def within(self, at: int) -> Quote | None:
        """Return the quotation that an offset stands in."""
        i = bisect_left(self._opened, at) - 1
        return self.quotes[i] if i >= 0 and at < self.quotes[i].span.end else None

    def quoted(self, at: int) -> Quote | None:
        """Return the quotation of at least a clause that an offset stands in."""
        found = self.within(at)
        return found if found is not None and found.whole else None

    def referent(self, sentence: int, heads: Sequence[int]) -> Referent | None:
        """Return what the nouns of one place stand for: one actor, several together, an instrument, or a stranger."""
        found = [r for r in (self._single(sentence, i) for i in heads) if r is not None]
        if len(found) < 2:
            return found[0] if found else None
        first = found[0]
        if len({r.key for r in found}) == 1:
            return first
        span = Span(self.article.id, first.span.start, max(r.span.end for r in found))
        actors = tuple({a.id: a for r in found for a in r.actors}.values()) if all(r.actors for r in found) else ()
        human = all(r.human for r in found)
        return Referent(span, actors, None, plural=True, human=human, known=bool(actors), token=first.token)

    def _single(self, sentence: int, i: int) -> Referent | None:
        place = (sentence, i)
        if place in self.resolved:
            return self.resolved[place]
        syntax = self.syntax[sentence]
        token = syntax.tokens[i]
        mention = self._apposed(syntax, i) or self.mention_at(token.start)
        if mention is not None and (mention.actor or mention.members):
            return self._named(mention, place)
        if place in self.instruments:
            return self.instruments[place]
        if token.upos not in ("NOUN", "PROPN"):
            return None
        span = Span(self.article.id, token.start, token.end)
        human = self.is_person_noun(token.lemma.lower()) or mention is not None
        gender = self.table.gender(mention.text, mention.text) if mention is not None else None
        plural = token.xpos in PLURAL_TAGS
        return Referent(span, plural=plural, human=human, gender=gender, known=False, token=place)

    def _apposed(self, syntax: Syntax, i: int) -> Mention | None:
        """Return the person named in apposition to a noun: "the UN envoy for Yemen, Jane Doe"."""
        found = (self.mention_at(syntax.tokens[k].start) for k in syntax.dependents(i, "appos"))
        return next((m for m in found if m is not None and m.actor is not None and m.actor.kind == "person"), None)

    def _named(self, mention: Mention, place: tuple[int, int]) -> Referent:
        actors = mention.members or ((mention.actor,) if mention.actor else ())
        human = all(a.kind in HUMAN for a in actors)
        last = mention.text.rpartition(" ")[2].lower()
        plural = len(actors) > 1 or last in MANY_WORDS or self._several(mention, place)
        gender = self._genders.get(actors[0].id) if len(actors) == 1 else None
        span = mention.antecedent or mention.span
        return Referent(span, actors, plural=plural, human=human, gender=gender, token=place)

    def _several(self, mention: Mention, place: tuple[int, int]) -> bool:
        """Say whether the noun of a mention is a plural that is no name: "citizens", but "the United States"."""
        number, i = place
        token = self.syntax[number].tokens[i] if i >= 0 else None
        return token is not None and token.xpos == "NNS" and mention.form in ("description", "office")

    def is_person_noun(self, lemma: str) -> bool:
        """Say whether a common noun is of people: "ambassador", "minister", "analyst"."""
        actors = self.ontology.actors
        if lemma in actors.nouns("titles"):
            return True
        noun = self.ontology.cues.unnamed(lemma)
        return noun is not None and noun.kind in ("official", "expert", "source", "public")

    def before(self, sentence: int, i: int, *, back: int) -> Iterator[Referent]:
        """Yield who is named before a token, in its sentence and up to ``back`` before it, the nearest first."""
        for n in range(sentence, max(-1, sentence - back - 1), -1):
            syntax = self.syntax[n]
            here_ends = n != sentence or i >= len(syntax.tokens)
            limit = syntax.sentence.span.end if here_ends else syntax.tokens[i].start
            here = [m for m in self.mentions_in(syntax.sentence.span.start, limit) if m.actor or m.members]
            for mention in reversed(here[-40:]):
                head = syntax.head_of(mention.span)
                yield self._named(mention, (n, -1 if head is None else head))

    def settle(self, sentence: int, i: int, referent: Referent) -> None:
        """Remember what a token refers to."""
        self.resolved[sentence, i] = replace(referent, token=(sentence, i))
