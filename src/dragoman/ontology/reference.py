"""What refers: epithets of states and organisations, words for offices, and what is done to an instrument."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode

Gender = Literal["female", "male"]


@dataclass(frozen=True, slots=True)
class Epithet:
    """Words that may stand for any of some actors: "kingdom", "bloc"."""

    words: tuple[str, ...]
    means: tuple[str, ...]  # actor ids


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Words that may stand for a person told with one of some titles: "diplomat" for an ambassador."""

    words: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnBody:
    """A body that is a state's own where a text speaks of no other: "the government"."""

    noun: str
    slug: str


@dataclass(frozen=True, slots=True)
class KindWords:
    """Nouns for an instrument, and the heads of those that they may stand for."""

    words: tuple[str, ...]
    heads: tuple[str, ...]  # empty: only the same noun


@dataclass(frozen=True, slots=True)
class ReferringWords:
    """The lists of ``references.yaml``."""

    source: str
    epithets: tuple[Epithet, ...]
    nouns: tuple[str, ...]  # "country", "nation": narrowed down by the regions before them
    regions: tuple[Epithet, ...]
    unlike: tuple[str, ...]  # before such a noun these mean no particular state: "host country"
    offices: tuple[OfficeWords, ...]
    own: tuple[OwnBody, ...]
    kinds_of: tuple[KindWords, ...]
    loosely: tuple[KindWords, ...]  # the same, of papers and bargains that are no instruments by their own nouns
    done_to: tuple[str, ...]  # lemmas of verbs: what is done to an instrument
    done_with: tuple[str, ...]  # the same with a preposition: "accede to"
    does: tuple[str, ...]  # lemmas of verbs: what an instrument does
    may_be_done_to: tuple[str, ...]  # the same, of what may be done to anything
    own_ground: tuple[str, ...]  # nouns for what is a state's own: "airspace"
    done_to_ground: tuple[str, ...]  # lemmas of verbs: what another state does to it
    parts: tuple[str, ...]  # nouns for what an instrument has: "text", "signatory"
    alike: tuple[str, ...]  # before a noun for an instrument, tell no two apart
    bodies: tuple[KindWords, ...]  # nouns for a body, and the heads of the names that they may stand for
    papers: tuple[str, ...]  # nouns for other papers, which "it" may mean as well


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Names and titles that tell a woman from a man."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    feminine: tuple[str, ...]
    masculine: tuple[str, ...]


@dataclass(frozen=True)
class ReferenceTable:
    """The words that refer, ready to be looked up."""

    words: ReferringWords
    names: GivenNames

    @cached_property
    def epithets(self) -> dict[str, frozenset[str]]:
        """Who an epithet may stand for, by its words."""
        return {w: frozenset(e.means) for e in self.words.epithets for w in e.words}

    @cached_property
    def regions(self) -> dict[str, frozenset[str]]:
        """The states of which a word before "country" may be said, by the word."""
        return {w: frozenset(e.means) for e in self.words.regions for w in e.words}

    @cached_property
    def titles(self) -> dict[str, frozenset[str]]:
        """The titles of those whom an office's word may stand for, itself among them."""
        return {w: frozenset({w, *o.titles}) for o in self.words.offices for w in o.words}

    @cached_property
    def own(self) -> dict[str, str]:
        """The slug of a body that is a state's own, by its noun."""
        return {b.noun: b.slug for b in self.words.own}

    @cached_property
    def kinds_of(self) -> dict[str, frozenset[str]]:
        """The heads of instruments that a noun may stand for, where these are not any."""
        return {w: frozenset({w, *k.heads}) for k in self.words.kinds_of for w in k.words}

    @cached_property
    def loosely(self) -> dict[str, frozenset[str]]:
        """What is no instrument by its own noun and may be called one, by the noun for an instrument."""
        return {w: frozenset(k.heads) for k in self.words.loosely for w in k.words}

    @cached_property
    def loose(self) -> frozenset[str]:
        """The nouns of what may be called an instrument and is none by its own noun."""
        return frozenset(h for k in self.words.loosely for h in k.heads)

    @cached_property
    def bodies(self) -> dict[str, frozenset[str]]:
        """The nouns a body may be named with, by another that stands for it: "tribunal" for a court."""
        return {w: frozenset({w, *k.heads}) for k in self.words.bodies for w in k.words}

    def gender(self, words: str, name: str) -> Gender | None:
        """Return the gender of a person told with ``words`` and called ``name``; None where neither tells."""
        said = set(words.split())
        if said & set(self.names.feminine):
            return "female"
        if said & set(self.names.masculine):
            return "male"
        given = name.split()[:1]
        if not given or " " not in name:
            return None
        return "female" if given[0] in self._female else "male" if given[0] in self._male else None

    @cached_property
    def _female(self) -> frozenset[str]:
        return frozenset(self.names.female)

    @cached_property
    def _male(self) -> frozenset[str]:
        return frozenset(self.names.male)


def load_references(sources: Sources) -> ReferenceTable:
    """Read the words that refer and the given names."""
    words, names = (sources.one(f"{name}.yaml") for name in ("references", "given_names"))
    return ReferenceTable(
        words=decode(ReferringWords, words.content, where=f"ontology/{words.name}"),
        names=decode(GivenNames, names.content, where=f"ontology/{names.name}"),
    )
