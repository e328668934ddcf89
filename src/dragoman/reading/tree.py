"""A dependency tree one can walk: children, subtrees, coordinations."""

from collections.abc import Sequence
from functools import cached_property

from dragoman.model.dependencies import Dependencies
from dragoman.model.reading import Phrase, Token
from dragoman.model.text import Span

# what hangs from a noun and is not part of its name: other conjuncts, asides, clauses, its preposition
OUTSIDE_PHRASE = frozenset({
    "conj", "cc", "cc:preconj", "appos", "acl:relcl", "parataxis", "case", "punct", "dep", "discourse",
    "nsubj", "nsubj:outer", "cop", "aux", "mark", "advcl", "ccomp",  # of a noun that is a predicate
})  # fmt: skip
CALENDAR = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "yesterday", "today", "tomorrow",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
})  # fmt: skip
PART_OF_NAME = frozenset({"nmod:desc", "compound", "amod", "flat"})
TIME_CASES = frozenset({"in", "on", "at", "during", "since", "until", "by"})
# what may stand at the edge of a phrase by a slip of the parser, and never belongs to it; marks of quotation may
EDGES = frozenset({"PUNCT", "CCONJ"})
OPENING = frozenset("“\"‘'«([")
CLOSING = frozenset("”\"’'»)]")


class Tree(Dependencies):
    """The dependencies of one sentence.

    Args:
        article: the article's id, for spans.
        text: the article's text.
        tokens: the sentence's tokens, heads as indices into them.
        headline: whether it is one.
    """

    def __init__(self, article: str, text: str, tokens: Sequence[Token], *, headline: bool = False) -> None:
        self.article = article
        self.text = text
        self.headline = headline
        super().__init__(tokens)

    @cached_property
    def titled(self) -> bool:
        """Whether most words have a capital, as in the headlines of some."""
        words = [t.text for t in self.tokens if t.text[:1].isalpha()]
        return 2 * sum(w[:1].isupper() for w in words) > len(words)

    def span(self, indices: Sequence[int]) -> Span:
        """Return the stretch of text from the first to the last of ``indices``."""
        return Span(self.article, self.tokens[min(indices)].start, self.tokens[max(indices)].end)

    def words(self, span: Span) -> str:
        """Return the article's words at ``span``."""
        return self.text[span.start : span.end]

    def phrase(self, head: int) -> Phrase:
        """Return the noun phrase of ``head`` without its preposition, other conjuncts, asides and relative clauses."""
        inside = _run(self.subtree(head, without=lambda i: self._outside(i, head)), head)
        while inside[0] != head and self.tokens[inside[0]].upos in EDGES and self.tokens[inside[0]].text not in OPENING:
            inside.pop(0)
        while (
            inside[-1] != head and self.tokens[inside[-1]].upos in EDGES and self.tokens[inside[-1]].text not in CLOSING
        ):
            inside.pop()
        span = self.closed(self.span(inside))
        return Phrase(head=head, span=span, text=self.words(span))

    def closed(self, span: Span) -> Span:
        """Return the span with the mark that closes a quotation opened in it: “common threats,” not “common threats."""
        words = self.words(span)
        after = self.text[span.end : span.end + 2]
        at = next((n for n, c in enumerate(after, 1) if c in '”"'), 0)
        if words.count("“") > words.count("”") or words.count('"') % 2:
            return Span(span.article, span.start, span.end + at)
        if at and self.text[span.start - 1 : span.start] == "“":
            return Span(span.article, span.start - 1, span.end + at)
        return span

    def _outside(self, i: int, head: int) -> bool:
        token = self.tokens[i]
        if token.dep == "acl:relcl" or (token.head == head and token.dep in OUTSIDE_PHRASE):
            return True
        if token.dep == "nmod" and self.case(i) == "by" and token.head == head and self.case(head) == "of":
            return True  # "the approval of the pact by Oman": Oman approved, it made no pact
        if token.dep == "acl":  # "the pact, signed in Bern, …" is set off; "drones used in the war" is not
            first = min(self.subtree(i))
            return "," in (self.tokens[first].text, self.tokens[max(0, first - 1)].text)
        if not token.dep.startswith("nmod") or self.case(i) not in TIME_CASES:
            return False
        return self.temporal(i) or self.tokens[head].text[:1].isupper()  # "Masoud Pezeshkian in Moscow" is no name

    def temporal(self, i: int) -> bool:
        """Say whether a noun is a day, a month or a year, which no parser should hang from an agreement."""
        text = self.tokens[i].text
        return text in CALENDAR or (len(text) == 4 and text.isdigit() and text[:2] in ("19", "20"))

    def conjuncts(self, head: int) -> list[int]:
        """Return ``head`` and the nouns coordinated with it, in text order."""
        named = self.tokens[head].upos == "PROPN"  # "Dragan Vuk, 71" is one man
        others = (i for i in self.dependents(head, "conj") if self.tokens[i].upos not in ("VERB", "AUX"))
        return [head, *(i for i in others if not (named and self.tokens[i].upos == "NUM"))]

    def phrases(self, head: int) -> tuple[Phrase, ...]:
        """Return the phrase of ``head`` and of each noun coordinated with it."""
        return tuple(self.phrase(i) for i in self.conjuncts(head))

    def case(self, head: int) -> str:
        """Return the preposition before ``head``, multiword ones joined by a space; empty when there is none."""
        found = []
        for i in self.dependents(head, "case") or self._first_case(head):
            if self.tokens[i].start > self.tokens[head].start:
                continue
            found += [i, *self.dependents(i, "fixed")]
        return " ".join(self.tokens[i].text.lower() for i in sorted(found))

    def _first_case(self, head: int) -> list[int]:
        """Return the preposition that opens the phrase of ``head``, where the parser hung it from a title in it."""
        first = min(self.subtree(head))
        opens = self.tokens[first].dep == "case" and self.tokens[self.tokens[first].head].dep in PART_OF_NAME
        return [first] if opens and first < head else []


def _run(indices: list[int], head: int) -> list[int]:
    """Keep the unbroken run of tokens around ``head``: an aside in the middle ends the phrase."""
    at = indices.index(head)
    low = high = at
    while low > 0 and indices[low - 1] == indices[low] - 1:
        low -= 1
    while high + 1 < len(indices) and indices[high + 1] == indices[high] + 1:
        high += 1
    return indices[low : high + 1]
