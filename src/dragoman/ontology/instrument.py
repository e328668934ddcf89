"""Instruments: kinds of agreement, the words for them, terms, and instruments known by name."""

import re
from dataclasses import dataclass
from functools import cached_property

from dragoman.errors import UnknownName
from dragoman.model.terms import Sector
from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode, decode_all
from dragoman.ontology.nouns import plural, singular


@dataclass(frozen=True, slots=True)
class InstrumentKind:
    """One kind of instrument and the noun phrases that name it."""

    id: str
    definition: str
    source: str
    heads: tuple[str, ...]  # singular nouns that name it by themselves, "treaty"; may be several words
    specific: int  # 0: says least ("deal") … 9: says most ("armistice"); of two words for one thing the higher is kept
    examples: tuple[str, ...]
    near: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()  # words that make a general head this kind: "trade" in "trade deal"
    needs_modifier: bool = False  # the head alone is too common: "plan", "contract"
    binding: bool = True  # meant to bind in law, as a rule
    sector: Sector | None = None  # what it is about, where the kind says so


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time as a term is printed with, and its ISO 8601 letter."""

    word: str
    letter: str
    times: int = 1  # "decade" is ten years


@dataclass(frozen=True, slots=True)
class Number:
    """A number word."""

    word: str
    value: int


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """Words about instruments in general."""

    referring: tuple[str, ...]  # nouns that, with "the" or "this", point back at an instrument named before
    general: tuple[str, ...]  # heads that take a modifier's kind: "deal" in "trade deal"
    adjectives: tuple[str, ...]  # that stand before a head without changing its kind: "bilateral", "landmark"
    not_instruments: tuple[str, ...]  # phrases that hold a head and name no instrument: "a great deal"
    after: tuple[str, ...]  # words that may stand after a head: "with" in "the pact with Peru"; "talks" may not
    groups: tuple[str, ...]  # what a head names when it means those bound by it: "alliance"
    units: tuple[Unit, ...]
    numbers: tuple[Number, ...]
    open_terms: tuple[str, ...]  # "indefinite", "open-ended"
    source: str


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """An instrument with a stable name. What is None or empty is not recorded here, which says nothing about it."""

    id: str
    name: str
    kind: str  # InstrumentKind.id
    source: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()  # actor ids; for open treaties left empty
    signed: str | None = None  # EDTF
    in_force: str | None = None  # EDTF
    term: str | None = None  # ISO 8601 duration
    note: str | None = None


@dataclass(frozen=True)
class InstrumentTable:
    """All kinds of instrument, the words for them, and the instruments known by name."""

    kinds: tuple[InstrumentKind, ...]
    words: InstrumentWords
    known: tuple[KnownInstrument, ...]

    def kind(self, id_: str) -> InstrumentKind:
        """Return one kind.

        Raises:
            UnknownName: there is none of that name.
        """
        for entry in self.kinds:
            if entry.id == id_:
                return entry
        raise UnknownName(f"no kind of instrument called {id_!r}; known: {', '.join(k.id for k in self.kinds)}")

    def kind_of(self, phrase: str) -> InstrumentKind | None:
        """Return the kind a noun phrase names: "a 20-year trade deal with Peru" is a trade agreement.

        The head is the first one that ends the phrase or stands before what the phrase goes on with ("with", "that"),
        so "trade deal talks" names none. None: it names no instrument ("a great deal", "peace of mind").
        """
        words = _words(phrase)
        if self.is_no_instrument(phrase):
            return None
        for start, _ in enumerate(words):
            for size in range(min(4, len(words) - start), 0, -1):
                entry = self._by_head.get(" ".join(words[start : start + size]))
                after = words[start + size : start + size + 1]
                if entry is not None and (not after or after[0] in self.words.after):
                    return self._narrowed(entry, words[:start], words[start : start + size])
        return None

    def is_no_instrument(self, phrase: str) -> bool:
        """Say whether a phrase holds a head and names no instrument: "the Republican National Convention"."""
        words = f" {' '.join(_words(phrase))} "
        return any(f" {' '.join(_words(other))} " in words for other in self.words.not_instruments)

    def is_head(self, lemma: str) -> bool:
        """Say whether a noun (singular, lower case) names an instrument by itself."""
        return lemma in self._by_head and not self._by_head[lemma].needs_modifier

    def refers_back(self, lemma: str) -> bool:
        """Say whether "the …" with this noun may point at an instrument named before."""
        return lemma in self.words.referring

    def more_specific(self, one: str, other: str) -> str:
        """Return the kind that says more; the first, when they say as much."""
        return other if self.kind(other).specific > self.kind(one).specific else one

    def term_of(self, phrase: str) -> str | None:
        """Return the term printed in a phrase as an ISO 8601 duration: "20-year" and "two decades" are ``P20Y``."""
        for match in self._term.finditer(phrase.lower()):
            unit = next(u for u in self.words.units if u.word == match["unit"])
            number = self._value(match["number"])
            if number:
                return f"P{number * unit.times}{unit.letter}"
        return None

    def named(self, name: str) -> KnownInstrument | None:
        """Return the instrument of exactly that name or alias (letter case and a leading "the" aside)."""
        return self._by_name.get(_plain(name))

    def known_in(self, phrase: str) -> InstrumentKind | None:
        """Return the kind of an instrument known by name that a phrase ends with: "CETA", "its part in New START"."""
        words = _words(phrase)
        for size in range(min(8, len(words)), 0, -1):
            known = self._by_words.get(" ".join(words[-size:]))
            if known is not None:
                return self.kind(known.kind)
        return None

    @cached_property
    def _by_words(self) -> dict[str, KnownInstrument]:
        return {" ".join(_words(name)): one for name, one in self.names}

    @cached_property
    def names(self) -> tuple[tuple[str, KnownInstrument], ...]:
        """Every name and alias as printed, with its instrument, sorted by name."""
        pairs = [(name, one) for one in self.known for name in (one.name, *one.aliases)]
        return tuple(sorted(pairs, key=lambda pair: pair[0]))

    def _narrowed(self, entry: InstrumentKind, before: list[str], head: list[str]) -> InstrumentKind | None:
        """Let modifiers decide a general head: "ceasefire deal" is a ceasefire."""
        if singular(head[-1]) in self.words.general:
            phrase = f" {' '.join(before)} "
            # the kind that says most wins: a "nuclear arms control treaty" is about arms control
            fits = [k for k in self.kinds if any(f" {m} " in phrase for m in k.modified)]
            better = max(fits, key=lambda k: k.specific, default=None)
            if better is not None and (entry.needs_modifier or better.specific >= entry.specific):
                return better
        return None if entry.needs_modifier and len(head) == 1 else entry

    def _value(self, number: str) -> int | None:
        if number.isdigit():
            return int(number)
        return next((n.value for n in self.words.numbers if n.word == number), None)

    @cached_property
    def _term(self) -> re.Pattern[str]:
        numbers = "|".join(sorted((n.word for n in self.words.numbers), key=len, reverse=True))
        units = "|".join(u.word for u in self.words.units)
        return re.compile(rf"\b(?P<number>\d{{1,3}}|{numbers})[\s\-‐‑–]+(?P<unit>{units})s?\b")

    @cached_property
    def _by_head(self) -> dict[str, InstrumentKind]:
        found: dict[str, InstrumentKind] = {}
        for entry in self.kinds:
            for head in entry.heads:
                found[head] = entry
                found[plural(head)] = entry
        return found

    @cached_property
    def _by_name(self) -> dict[str, KnownInstrument]:
        return {_plain(name): one for one in self.known for name in (one.name, *one.aliases)}


def _words(phrase: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", phrase.lower())


def _plain(name: str) -> str:
    words = name.lower().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def load_instruments(sources: Sources) -> InstrumentTable:
    """Read the tables of instruments."""
    kinds, words, known = (sources.one(f"instruments/{name}.yaml") for name in ("kinds", "words", "known"))
    return InstrumentTable(
        kinds=decode_all(InstrumentKind, kinds.content, where=f"ontology/{kinds.name}"),
        words=decode(InstrumentWords, words.content, where=f"ontology/{words.name}"),
        known=decode_all(KnownInstrument, known.content, where=f"ontology/{known.name}"),
    )
