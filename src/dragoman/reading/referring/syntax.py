"""Where words stand in their sentence: clauses, subjects, objects, and what hangs from what."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from dragoman.model.dependencies import Dependencies
from dragoman.model.reading import Clause, Sentence
from dragoman.model.text import Span

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
OBJECTS = ("obj", "iobj")
_PARTS = ("flat", "compound", "appos", "nmod:desc", "flat:name")


class Syntax(Dependencies):
    """The dependencies of one sentence, asked for what a pronoun in it may mean."""

    def __init__(self, sentence: Sentence, clauses: Sequence[Clause]) -> None:
        """Take the sentence and its clauses."""
        self.sentence = sentence
        super().__init__(sentence.tokens)
        self.clauses = clauses
        self._predicates = {c.head: c for c in clauses if c.kind != "noun"}

    @cached_property
    def starts(self) -> dict[int, int]:
        """Token indexes by where the token begins."""
        return {t.start: i for i, t in enumerate(self.tokens)}

    def head_of(self, span: Span) -> int | None:
        """Return the token of a stretch that the others hang from."""
        inside = [i for at, i in self.starts.items() if span.start <= at < span.end] if self.tokens else []
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        return next((i for i in inside if not first <= self.tokens[i].head <= last or self.tokens[i].head == i), last)

    def up(self, i: int) -> Iterator[int]:
        """Yield a token and those over it, the nearest first."""
        for _ in range(len(self.tokens)):
            yield i
            if self.tokens[i].head == i:
                return
            i = self.tokens[i].head

    def clause(self, i: int) -> Clause | None:
        """Return the innermost clause with a verb that a token stands in."""
        return next((self._predicates[k] for k in self.up(i) if k in self._predicates), None)

    def parent(self, clause: Clause) -> Clause | None:
        """Return the nearest clause with a verb above."""
        above = clause.parent
        while above is not None and self.clauses[above].kind == "noun":
            above = self.clauses[above].parent
        return None if above is None else self.clauses[above]

    def main(self) -> Clause | None:
        """Return the clause that the sentence hangs from, or the first with a verb."""
        return next((c for c in self.clauses if c.kind != "noun"), None)

    def noun_over(self, clause: Clause) -> int | None:
        """Return the noun that a relative clause or a participle is about."""
        token = self.tokens[clause.head]
        return token.head if token.dep.startswith("acl") else None

    def subjects(self, clause: Clause) -> list[int]:
        """Return the heads of the words that are the subject of a clause, its own or one it shares."""
        own = [i for i in self.children[clause.head] if self.tokens[i].dep in SUBJECTS]
        if own:
            return list(dict.fromkeys(k for i in own for k in self.joined(i)))
        passive = clause.voice == "passive"
        return [p.head for p in (clause.patients if passive else clause.agents)]

    def objects(self, clause: Clause) -> list[int]:
        """Return the heads of the objects of a clause."""
        return self.objects_of(clause.head)

    def objects_of(self, verb: int) -> list[int]:
        """Return the heads of the objects of a verb."""
        return [k for i in self.children[verb] if self.tokens[i].dep in OBJECTS for k in self.joined(i)]

    def joined(self, head: int) -> list[int]:
        """Return a noun and those coordinated with it."""
        named = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        return [
            head,
            *(i for i in self.children[head] if self.tokens[i].dep == "conj" and self.tokens[i].upos in named),
        ]

    def role(self, i: int) -> str:
        """Return what a token is to its verb: the relation of the outermost noun it is part of."""
        for k in self.up(i):
            dep = self.tokens[k].dep
            if dep in _PARTS or dep == "conj":
                continue
            return dep
        return "root"

    def within_subject(self, i: int, clause: Clause) -> bool:
        """Say whether a token is in the words that are the subject of a clause: "its parliament approved"."""
        over = set(self.up(i))
        return any(k in over for k in self.children[clause.head] if self.tokens[k].dep in SUBJECTS)

    def preposition(self, i: int) -> str:
        """Return the preposition before a noun or pronoun, or nothing."""
        found = (self.tokens[k].text.lower() for k in self.children[i] if self.tokens[k].dep == "case")
        return next(found, "")

    def verb_with(self, i: int) -> str:
        """Return the verb or noun a prepositional phrase hangs from, with the preposition: "accede to"."""
        over = self.tokens[self.tokens[i].head]
        particle = [
            self.tokens[k].text.lower()
            for k in self.children[self.tokens[i].head]
            if self.tokens[k].dep == "compound:prt"
        ]
        return " ".join([over.lemma.lower(), *particle, self.preposition(i)])

    def sings(self, i: int) -> bool:
        """Say whether a noun is one."""
        return self.tokens[i].xpos not in ("NNS", "NNPS")
