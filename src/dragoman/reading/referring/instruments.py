"""What "the pact", "the text" and "it" point back at: an instrument told before."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reading.referring.discourse import Discourse, Referent
from dragoman.reading.referring.syntax import Syntax

BACK = 6  # sentences: how far back a noun may point
NEAR = 2  # sentences: how far back "it" may
_POINTS = frozenset({"the", "this", "that", "these", "those"})
_PLAIN = frozenset("same new latest proposed draft final whole entire full landmark said".split())  # tell no two apart
_BESIDE = frozenset({"obj", "conj", "nsubj", "nsubj:pass"})  # "passed a budget and a treaty"
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod:poss", "flat", "nmod", "nmod:desc", "nmod:unmarked"})


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument as told at one place."""

    referent: Referent
    first: Span  # where it was told first
    head: str
    words: frozenset[str]  # that tell it from others
    sentence: int


class Instruments:
    """The instruments of an article, in the order they are told."""

    def __init__(self, discourse: Discourse) -> None:
        """Start with none."""
        self.told = discourse
        self._table = discourse.ontology.instruments
        self._named: list[Named] = []

    def meet(self, sentence: int, i: int) -> Referent | None:
        """Take note of a noun; return what it points back at, or None where it tells something new or is open."""
        syntax = self.told.syntax[sentence]
        noun = syntax.tokens[i].lemma.lower()
        pointing, own = self._pointing(syntax, i)
        if not self._may_name(syntax, i, noun):
            return self._told_before(noun, own, sentence) if pointing and self._table.refers_back(noun) else None
        found = self._told_before(noun, own, sentence) if pointing else None
        span = self._span(syntax, i)
        first = found.instrument if found is not None and found.instrument else span
        referent = Referent(first, instrument=first, token=(sentence, i))
        self._named.append(Named(referent, first, noun, own | self._hanging(syntax, i), sentence))
        self.told.instruments[sentence, i] = referent
        return found

    def _may_name(self, syntax: Syntax, i: int, noun: str) -> bool:
        if not self._table.is_head(noun) or self._within_name(syntax, i):
            return False
        span = self._span(syntax, i)
        mention = self.told.mention_at(syntax.tokens[i].start)
        return self._table.kind_of(span.of(self.told.article.text)) is not None and not (mention and mention.actor)

    def _within_name(self, syntax: Syntax, i: int) -> bool:
        """Say whether a noun is part of the word for another: "memorandum of understanding"."""
        over = syntax.tokens[i].head
        words = " ".join(t.text.lower() for t in syntax.tokens[over : i + 1])
        return over < i <= over + 3 and self._table.is_head(words)

    def _pointing(self, syntax: Syntax, i: int) -> tuple[bool, frozenset[str]]:
        """Say whether a noun stands with "the" or "this", and return the words that tell it from others."""
        kids = [syntax.tokens[k] for k in syntax.children[i] if k < i]
        definite = any(t.text.lower() in _POINTS for t in kids)
        own = frozenset(t.lemma.lower() for t in kids if t.dep in _MODIFIERS) - _PLAIN
        return definite and syntax.sings(i), own

    def _hanging(self, syntax: Syntax, i: int) -> frozenset[str]:
        """Return the words that follow and tell an instrument from others: "treaty on shared rivers"."""
        return frozenset(syntax.tokens[k].lemma.lower() for k in syntax.children[i] if syntax.tokens[k].dep == "nmod")

    def _span(self, syntax: Syntax, i: int) -> Span:
        """Return the noun with what stands before it in its phrase."""
        first = min([i, *(k for k in syntax.children[i] if k < i and syntax.tokens[k].dep in (*_MODIFIERS, "det"))])
        while first > 0 and any(k < first for k in syntax.children[first] if syntax.tokens[k].dep in _MODIFIERS):
            first = min(syntax.children[first])
        return Span(self.told.article.id, syntax.tokens[first].start, syntax.tokens[i].end)

    def _told_before(self, noun: str, own: frozenset[str], sentence: int) -> Referent | None:
        """Return the one instrument before that the noun may stand for; of several, the one of the same noun."""
        near = [n for n in self._named[-40:] if sentence - n.sentence <= BACK]
        if own:
            near = [n for n in near if own <= n.words]
        same = [n for n in near if n.head == noun]
        for choice in (same, [n for n in near if self._fits(noun, n.head)]):
            if choice:
                return choice[-1].referent if len({n.first for n in choice}) == 1 else None
        return None

    def _fits(self, noun: str, head: str) -> bool:
        allowed = self.told.table.kinds_of.get(noun)
        return allowed is None or head in allowed

    def near(self, sentence: int) -> Iterator[Named]:
        """Yield the instruments of the last sentences, the last first."""
        for named in reversed(self._named[-40:]):
            if sentence - named.sentence > NEAR:
                return
            yield named


def nearest(told: Discourse, sentence: int, i: int, *, papers: frozenset[str]) -> Referent | None:
    """Return the one instrument of this sentence and those before, where no other paper is told after it."""
    found: dict[Span, Referent] = {}
    for n in range(sentence, max(-1, sentence - NEAR - 1), -1):
        syntax = told.syntax[n]
        for k in range(min(len(syntax.tokens), i if n == sentence else len(syntax.tokens)) - 1, -1, -1):
            referent = told.instruments.get((n, k))
            if referent is not None and referent.instrument is not None:
                found.setdefault(referent.instrument, referent)
            elif _is_paper(syntax.tokens[k], papers) and (not found or syntax.tokens[k].dep in _BESIDE):
                return None
        if found:
            break
    return next(iter(found.values())) if len(found) == 1 else None


def _is_paper(token: Token, papers: frozenset[str]) -> bool:
    return token.upos == "NOUN" and token.lemma.lower() in papers and token.xpos == "NN" and token.dep != "compound"
