"""Acts in the life of an instrument: what each is, and the words that tell it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dragoman.errors import UnknownName
from dragoman.model.terms import Act, Layer
from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode_all
from dragoman.ontology.nouns import singular

# Who does it: the parties (states and organisations), a chamber, parliament or other body, an executive (a head of
# state or government, a minister, a cabinet), a court or council that reviews, or the instrument itself ("it lapsed").
Agent = Literal["party", "body", "executive", "court", "instrument"]
# What it is done to: an instrument; a law or bill that carries it; its papers ("instruments of ratification");
# the signing itself ("signature"); talks about it; membership; notice of leaving it; consent to it; sanctions; a
# looser word for
# an instrument told before ("the package").
Object = Literal[
    "instrument",
    "law",
    "papers",
    "signature",
    "talks",
    "membership",
    "text",
    "notice",
    "consent",
    "sanctions",
    "scheme",
    "none",
]
Place = Literal["object", "subject", "oblique", "modifier", "clause"]


@dataclass(frozen=True, slots=True)
class ActWord:
    """A verb, noun or adjective that tells an act, and what must stand beside it."""

    lemma: str  # with its particle: "pull out"; a noun's is singular
    agents: tuple[Agent, ...]  # who must do it for the word to mean this act; ("instrument",): no doer is asked
    pos: Literal["verb", "noun", "adjective"] = "verb"
    objects: tuple[Object, ...] = ("instrument",)
    place: Place = "object"  # where what it is done to stands
    prepositions: tuple[str, ...] = ()  # with place "oblique", or a noun's "of": any of these
    fixed: str | None = None  # words the predicate needs beside it: "into force", "effect", "into law"
    weak: bool = False  # common in other senses: only with an instrument named in the same clause
    telling: tuple[Act, ...] = ()  # with place "clause": what the clause it takes must tell: "that it is leaving"


@dataclass(frozen=True, slots=True)
class ActEntry:
    """One act: its layer, meaning, words, and sentences that are its tests."""

    id: Act
    layer: Layer
    definition: str
    source: str
    words: tuple[ActWord, ...]
    examples: tuple[str, ...]
    near: tuple[str, ...]  # sentences with one of its words that do not tell it
    needs_body: bool = False  # an act of a chamber, parliament or other body, never of a whole state
    ends: bool = False  # after it the instrument binds the party no longer, or not for now
    undoes: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectNouns:
    """The nouns for what an act may be done to when that is no instrument itself."""

    object: Object
    nouns: tuple[str, ...]  # singular, lower case
    source: str
    example: str


@dataclass(frozen=True)
class ActTable:
    """All acts, in the order in which a treaty meets them."""

    entries: tuple[ActEntry, ...]
    objects: tuple[ObjectNouns, ...] = ()

    def __getitem__(self, act: str) -> ActEntry:
        """Return the entry of one act.

        Raises:
            UnknownName: there is none of that name.
        """
        for entry in self.entries:
            if entry.id == act:
                return entry
        raise UnknownName(f"no act called {act!r}; known: {', '.join(e.id for e in self.entries)}")

    def words(self, lemma: str, pos: str = "verb") -> tuple[tuple[ActEntry, ActWord], ...]:
        """Return every act that ``lemma`` may tell, with the word's conditions; those that ask for more come first."""
        return self._by_word.get((lemma, pos), ())

    def of(self, lemma: str, agent: Agent, pos: str = "verb") -> ActEntry | None:
        """Return the first act that ``lemma`` tells when ``agent`` does it: a body's "ratify" is ``approved``."""
        return next((entry for entry, word in self.words(lemma, pos) if agent in word.agents), None)

    def order(self, act: str) -> int:
        """Return the place of an act in a treaty's usual course, from 0."""
        return self.entries.index(self[act])

    def object_of(self, phrase: str) -> tuple[Object, ...]:
        """Return what a noun phrase is, if no instrument: "its instruments of ratification" are ``papers``.

        The phrase may go on after the noun ("the law on the treaty with Niger"); the first noun of the table counts.
        """
        words = [singular(word) for word in re.findall(r"[^\W_]+", phrase.lower())]
        for start, _ in enumerate(words):
            for size in range(3, 0, -1):
                found = self._objects.get(" ".join(words[start : start + size]))
                if found and len(words[start : start + size]) == size:
                    return found
        return ()

    @cached_property
    def _objects(self) -> dict[str, tuple[Object, ...]]:
        found: dict[str, tuple[Object, ...]] = {}
        for entry in self.objects:
            for noun in entry.nouns:
                found[noun] = (*found.get(noun, ()), entry.object)
        return found

    @cached_property
    def _by_word(self) -> dict[tuple[str, str], tuple[tuple[ActEntry, ActWord], ...]]:
        found: dict[tuple[str, str], tuple[tuple[ActEntry, ActWord], ...]] = {}
        for entry in self.entries:
            for word in entry.words:
                key = (word.lemma, word.pos)
                found[key] = (*found.get(key, ()), (entry, word))
        # "signed into law" before "signed": who looks for the first that fits finds the one that asks for more
        return {key: tuple(sorted(pairs, key=lambda pair: pair[1].fixed is None)) for key, pairs in found.items()}


def load_acts(sources: Sources) -> ActTable:
    """Read the table of acts."""
    acts, objects = sources.one("acts.yaml"), sources.one("act_objects.yaml")
    return ActTable(
        decode_all(ActEntry, acts.content, where="ontology/acts.yaml"),
        decode_all(ObjectNouns, objects.content, where="ontology/act_objects.yaml", key="object"),
    )
