"""The words of one sentence as a tree: what hangs from a word, and where it stands in the text."""

from collections.abc import Iterable, Sequence

from dragoman.model.dependencies import Dependencies
from dragoman.model.reading import Token
from dragoman.model.text import Span

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
EDGES = frozenset({"PUNCT", "CCONJ"})
OPENING = frozenset("“\"‘'«([`") | {"``"}
CLOSING = frozenset("”\"’'»)]?!") | {"''"}
# what hangs from a subject by a slip of the parser, and is never part of a name for somebody
NO_PART = frozenset({"parataxis", "mark", "case", "cc", "discourse", "cop", "aux"})


class Grammar(Dependencies):
    """The dependencies of one sentence, for questions about any of its words."""

    def __init__(self, article: str, tokens: Sequence[Token]) -> None:
        self.article = article
        super().__init__(tokens)

    def under(self, head: int, *, less: Iterable[int] = ()) -> list[int]:
        """Return ``head`` and all that hangs from it, sorted, without some of its dependents and what hangs there."""
        left_out = set(less)
        return self.subtree(head, without=left_out.__contains__)

    def case(self, head: int) -> str:
        """Return the preposition before ``head``, in lower case; empty when there is none."""
        words = [w for i in self.dependents(head, "case", "mark") for w in (i, *self.dependents(i, "fixed"))]
        return " ".join(self.tokens[i].text.lower() for i in sorted(words) if i < head)

    def lemma(self, i: int) -> str:
        """Return the lemma of a word with its particle: "point out"."""
        particle = self.first(i, "compound:prt")
        word = self.tokens[i].lemma.lower()
        return word if particle is None else f"{word} {self.tokens[particle].text.lower()}"

    def word(self, i: int) -> Span:
        """Return where one word stands."""
        return Span(self.article, self.tokens[i].start, self.tokens[i].end)

    def runs(self, indices: Iterable[int]) -> tuple[Span, ...]:
        """Return the unbroken stretches of some words, without marks and conjunctions at their edges."""
        found: list[list[int]] = []
        for i in sorted(indices):
            if found and found[-1][-1] == i - 1:
                found[-1].append(i)
            else:
                found.append([i])
        trimmed = (self._trimmed(run) for run in found)
        return tuple(Span(self.article, self.tokens[r[0]].start, self.tokens[r[-1]].end) for r in trimmed if r)

    def _trimmed(self, run: list[int]) -> list[int]:
        while run and self.tokens[run[-1]].upos in EDGES and self.tokens[run[-1]].text not in CLOSING:
            run = run[:-1]
        while run and self.tokens[run[0]].upos in EDGES and self.tokens[run[0]].text not in OPENING:
            run = run[1:]
        return [] if all(self.tokens[i].upos in EDGES for i in run) else run

    def phrase(self, head: int, *, less: Iterable[int] = ()) -> Span:
        """Return the whole noun phrase of ``head``: with its appositions and relative clauses, without preposition."""
        parts = [i for i in self.children[head] if self.tokens[i].dep in NO_PART and not self._joins(head, i)]
        inside = self.under(head, less=(*less, *parts, *self._joined_clauses(head)))
        return next(s for s in self.runs(inside) or (self.word(head),) if s.start <= self.tokens[head].start < s.end)

    def _joins(self, head: int, i: int) -> bool:
        """Say whether a conjunction stands within the phrase: "both Chad and Niger"."""
        return self.tokens[i].dep == "cc" and i < head and bool(self.dependents(head, "conj"))

    def _joined_clauses(self, head: int) -> list[int]:
        return [i for i in self.dependents(head, "conj") if self.tokens[i].upos in ("VERB", "AUX")]

    def subject(self, verb: int) -> int | None:
        """Return the subject of a verb, its own or the one it shares with the verb it hangs from."""
        for _ in range(6):
            own = self.dependents(verb, *SUBJECTS)
            if own:  # of two, by a slip, the one next to the verb
                return min(own, key=lambda i: abs(i - verb))
            token = self.tokens[verb]
            if token.head == verb or self.first(verb, "expl") is not None:
                return None
            if token.dep in ("acl", "acl:relcl"):
                return self._modified(verb)
            if token.dep not in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep"):
                return None
            if token.dep in ("ccomp", "parataxis", "dep") and token.xpos in ("VBD", "VBZ", "VBP"):
                return None
            controller = self.first(token.head, "obj", "iobj") if token.dep == "xcomp" else None
            if controller is not None:
                return controller
            verb = token.head
        return None

    def _modified(self, verb: int) -> int | None:
        """Return the noun that a participle stands beside; set off by a comma it tells of the sentence's subject."""
        noun = self.tokens[verb].head
        first = min(self.under(verb))
        if first and self.tokens[first - 1].text == "," and self.tokens[verb].xpos == "VBG":
            governor = next((i for i in (noun, *self.above(noun)) if self.first(i, *SUBJECTS) is not None), None)
            if governor is not None:
                return self.first(governor, *SUBJECTS)
        return noun if self.tokens[noun].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") else None
