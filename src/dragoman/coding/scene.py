"""One article as the coders look at it: its reading, indexed, with phrases resolved to actors."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.reading import Clause, Mention, Phrase, Pointer, Quantity, Quote, Reading, Sentence, Tally, Token
from dragoman.model.text import Span
from dragoman.model.time import Time
from dragoman.ontology import Ontology
from dragoman.ontology.cue import SourcePhrase

REACH = 400  # code points; the longest name of a person with titles, or of a body with its state, is well below


class Scene:
    """An article with its reading, and the questions coders ask of them."""

    def __init__(self, article: Article, reading: Reading, ontology: Ontology) -> None:
        self.article = article
        self.reading = reading
        self.ontology = ontology

    # words

    def words(self, span: Span) -> str:
        """Return the article's words at ``span``."""
        return self.article.text[span.start : span.end]

    def sentence(self, clause: Clause) -> Sentence:
        """Return the sentence of a clause."""
        return self.reading.sentences[clause.sentence]

    def tokens(self, clause: Clause) -> tuple[Token, ...]:
        """Return the tokens of a clause's sentence."""
        return self.sentence(clause).tokens

    def token_span(self, clause: Clause, index: int) -> Span:
        """Return where token ``index`` of the clause's sentence stands."""
        token = self.tokens(clause)[index]
        return Span(self.article.id, token.start, token.end)

    # clauses

    @cached_property
    def _clauses(self) -> dict[int, tuple[Clause, ...]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.reading.clauses:
            found.setdefault(clause.sentence, []).append(clause)
        return {n: tuple(cs) for n, cs in found.items()}

    def clauses(self, sentence: int) -> tuple[Clause, ...]:
        """Return the clauses of one sentence, by index."""
        return self._clauses.get(sentence, ())

    def parent(self, clause: Clause) -> Clause | None:
        """Return the clause that ``clause`` hangs from."""
        return None if clause.parent is None else self.clauses(clause.sentence)[clause.parent]

    def verbal_parent(self, clause: Clause) -> Clause | None:
        """Return the nearest clause above that is no noun."""
        above = self.parent(clause)
        while above is not None and above.kind == "noun":
            above = self.parent(above)
        return above

    def children(self, clause: Clause) -> tuple[Clause, ...]:
        """Return the clauses that hang from ``clause``."""
        return self._children.get((clause.sentence, clause.index), ())

    @cached_property
    def _children(self) -> dict[tuple[int, int], tuple[Clause, ...]]:
        found: dict[tuple[int, int], list[Clause]] = {}
        for clause in self.reading.clauses:
            if clause.parent is not None:
                found.setdefault((clause.sentence, clause.parent), []).append(clause)
        return {place: tuple(clauses) for place, clauses in found.items()}

    def below(self, clause: Clause) -> Iterator[Clause]:
        """Yield the clauses under ``clause``, nearest first."""
        for child in self.children(clause):
            yield child
            yield from self.below(child)

    def clause_at(self, sentence: int, start: int) -> Clause | None:
        """Return the innermost clause whose head governs the token at offset ``start``."""
        tokens = self.reading.sentences[sentence].tokens
        index = bisect_right(tokens, start, key=lambda t: t.start) - 1
        if index < 0 or start >= tokens[index].end:
            return None
        heads = self._heads.get(sentence, {})
        for _ in tokens:
            if index in heads or tokens[index].head == index:
                break
            index = tokens[index].head
        return heads.get(index)

    @cached_property
    def _heads(self) -> dict[int, dict[int, Clause]]:
        return {n: {c.head: c for c in clauses} for n, clauses in self._clauses.items()}

    @cached_property
    def source_phrases(self) -> dict[str, SourcePhrase]:
        """The phrases that bring a source without a verb, by their words: "according to", "reportedly"."""
        return {p.words: p for p in self.ontology.cues.source_phrases}

    # what stands in a stretch of text

    def mentions(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions within ``span``."""
        first = bisect_left(self._mentions, span.start, key=lambda m: m.span.start)
        found = []
        for mention in self._mentions[first:]:
            if mention.span.start >= span.end:
                break
            if mention.span.end <= span.end:
                found.append(mention)
        return tuple(found)

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return tuple(sorted(self.reading.mentions, key=lambda m: (m.span.start, m.span.end)))

    def before(self, end: int) -> Iterator[Mention]:
        """Yield the mentions that end by an offset, the last first."""
        last = bisect_right(self._mentions, end, key=lambda m: m.span.end)
        return (self._mentions[n] for n in range(last - 1, -1, -1))

    def tallies(self, span: Span) -> tuple[Tally, ...]:
        """Return the tallies within ``span``."""
        return tuple(t for t in self.reading.tallies if span.holds(t.span))

    def times(self, span: Span) -> tuple[Time, ...]:
        """Return the times within ``span``."""
        return tuple(t for t in self.reading.times if span.holds(t.span))

    def quotes(self, span: Span) -> tuple[Quote, ...]:
        """Return the quotations that touch ``span``."""
        return tuple(q for q in self.reading.quotes if span.touches(q.span))

    def quantities(self, span: Span) -> tuple[Quantity, ...]:
        """Return the quantities within ``span``."""
        return tuple(q for q in self.reading.quantities if span.holds(q.span))

    # who

    def mention(self, clause: Clause, phrase: Phrase) -> Mention | None:
        """Return the mention that names a phrase: the one over its head word, or else the whole phrase's own.

        In "Iran's state-run IRNA news agency" the agency, not Iran; in "the parliament of Peru" the parliament.
        """
        head = self.token_span(clause, phrase.head)
        over = [m for m in self._near(head) if m.span.touches(head)]
        if over:
            return max(over, key=lambda m: (m.span.end - m.span.start, -m.span.start))
        flat = [m for m in self.mentions(phrase.span) if self._names(clause, phrase, m)]
        return max(flat, key=lambda m: m.span.end, default=None)

    def antecedents(self, span: Span, actor: Actor | None) -> tuple[Span, ...]:
        """Return the words elsewhere that say who some words here stand for, where these only refer."""
        over = [m for m in self._near(span) if m.span.touches(span) and m.antecedent is not None]
        meant = (m for m in over if actor is None or actor.id in {a.id for a in (m.actor, *m.members) if a})
        return tuple(dict.fromkeys(m.antecedent for m in meant if m.antecedent is not None))

    def pointer(self, span: Span) -> Pointer | None:
        """Return what some words point at, where they stand for an instrument told before."""
        first = bisect_left(self.reading.pointers, span.start, key=lambda p: p.span.start)
        found = self.reading.pointers[first : first + 1]
        return found[0] if found and span.holds(found[0].span) else None

    def _near(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that begin within reach of a word: none is longer than ``REACH``."""
        first = bisect_left(self._mentions, span.start - REACH, key=lambda m: m.span.start)
        last = bisect_right(self._mentions, span.end, key=lambda m: m.span.start)
        return self._mentions[first:last]

    def _names(self, clause: Clause, phrase: Phrase, mention: Mention) -> bool:
        """Say whether a mention that misses the phrase's head still is the phrase: "IRNA" in "IRNA news agency"."""
        tokens = self.tokens(clause)
        inside = [i for i, t in enumerate(tokens) if mention.span.start <= t.start < mention.span.end]
        direct = any(tokens[i].head == phrase.head and tokens[i].dep in ("compound", "flat", "appos") for i in inside)
        return direct and mention.form == "name" and mention.actor is not None and mention.actor.kind != "state"

    def actors(self, clause: Clause, phrase: Phrase) -> tuple[Actor, ...]:
        """Return the actors a phrase stands for: one, the members of "both countries", or none."""
        mention = self.mention(clause, phrase)
        if mention is None:
            return self._holders(clause, phrase)
        if mention.members and "side" in mention.text and not self._only_two:
            return ()  # sides need not be states: of three named, the two may be one and its rebels
        return mention.members or ((mention.actor,) if mention.actor else ())

    @cached_property
    def _only_two(self) -> bool:
        """Whether the article names just two states, or officials of them."""
        actors = [a for m in self.reading.mentions for a in (m.members or ((m.actor,) if m.actor else ()))]
        armed = any(a.kind == "armed_group" for a in actors)
        return not armed and len({a.country for a in actors if a.country}) == 2

    def _holders(self, clause: Clause, phrase: Phrase) -> tuple[Actor, ...]:
        """Return the holders of an office in several states: "the foreign ministers of Chad and Niger"."""
        head = self.tokens(clause)[phrase.head]
        title = self.article.text[phrase.span.start : head.end].lower().removeprefix("the ").split()
        states = [m.actor for m in self.mentions(phrase.span) if m.span.start > head.end]
        table = self.ontology.actors
        for size in range(min(3, len(title)), 0, -1):
            words = " ".join([*title[-size:-1], _singular(title[-1])])
            slug = table.nouns("titles").get(words) or table.nouns("nouns").get(words)
            if slug is not None:
                bodies = (table.body(a.id, slug) for a in states if a is not None and a.kind == "state")
                return tuple(b for b in bodies if b is not None)
        return ()


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s")
