"""Every name and noun of the table of actors, found in a text at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.ontology.actors import ActorTable, Sense

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SMALL = frozenset("of the and for in to on".split())


@dataclass(slots=True)
class Entry:
    """All that one printed form may be."""

    senses: list[Sense] = field(default_factory=list)
    noun: str | None = None  # slug of the office it is a noun for
    title: str | None = None  # slug of the office it is a title of
    blocked: bool = False  # it holds a name, and means something else
    place: bool = False  # a city, a sea, a region
    region: str | None = None  # the state that a city, a region or a region's people belong to
    people: bool = False  # an adjective or a people of a region: "Chechen"


@dataclass(frozen=True, slots=True)
class Hit:
    """A printed form where it stands; offsets into the text that was searched."""

    start: int
    end: int
    text: str
    entry: Entry


class Gazetteer:
    """An automaton over all names, built once for a table."""

    def __init__(self, actors: ActorTable) -> None:
        """Gather what the table has."""
        self.entries: dict[str, Entry] = {}
        self._gather(actors)
        self._automaton = _automaton(tuple(self.entries))
        self._shouted: tuple[dict[str, Entry], AhoCorasick] | None = None

    def _gather(self, actors: ActorTable) -> None:
        for alias in actors.aliases():
            self._entry(alias).senses.extend(actors.lookup(alias))
        for surname, person in sorted(actors.alone().items()):
            self._entry(surname).senses.append(Sense(person, "name"))
        for noun, slug in actors.nouns("nouns").items():
            for spelt in spellings(noun):
                self._entry(spelt).noun = slug
        for noun, slug in actors.nouns("titles").items():
            for spelt in spellings(noun):
                self._entry(spelt).title = slug
        for name, state in actors.places().items():
            self._entry(name).place = True
            self._entry(name).region = state
        for name, state in actors.peoples().items():
            self._entry(name).people = True
            self._entry(name).region = state
        for name in actors.word_list("blocked"):
            self._entry(name).blocked = True
        for prefix, state in actors.prefixes().items():
            self._entry(f"{prefix}-").senses.append(Sense(state, "adjective"))
        self._entry("West").senses.append(Sense("group/the-west", "name"))
        self._entry("the west").senses.append(Sense("group/the-west", "name"))

    def _entry(self, form: str) -> Entry:
        return self.entries.setdefault(form, Entry())

    def hits(self, text: str) -> Iterator[Hit]:
        """Return what stands in ``text``, the longest form at each place, at word boundaries, in order."""
        yield from self._found(text, 0, self.entries, self._automaton)

    def shouted(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Return what stands in a stretch printed all in capitals."""
        if self._shouted is None:
            loud = {form.upper(): entry for form, entry in self.entries.items() if form not in ("West", "the west")}
            loud |= {form: entry for form, entry in self.entries.items() if form.isupper()}
            self._shouted = loud, _automaton(tuple(loud))
        yield from self._found(text[start:end], start, *self._shouted)

    def _found(self, text: str, shift: int, entries: dict[str, Entry], automaton: "AhoCorasick") -> Iterator[Hit]:
        for _, start, end in automaton.find_matches_as_indexes(text):
            stop = end if _bounded(text, start, end) else _shorter(text, start, end, entries)
            if stop is not None:
                form = text[start:stop]
                yield Hit(start + shift, stop + shift, form, entries[form])


def _automaton(forms: tuple[str, ...]) -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest)


def _bounded(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    inside = before.isalnum() or before in "_@#" or (before == "." and start > 1 and text[start - 2].islower())
    if inside or ((after.isalnum() or after in "_@$") and text[end - 1] != "-"):
        return False
    # "iran.ru" and "U.S.A" go on; "in Iran.The" is a missing space
    return not (after == "." and end + 1 < len(text) and text[end + 1].islower())


def _shorter(text: str, start: int, end: int, entries: dict[str, Entry]) -> int | None:
    """Return where a shorter form ends that begins at the same place: "Iranian" in "Iranian presidents"."""
    for stop in range(end - 1, start + 1, -1):
        if not text[stop].isalnum() and text[start:stop] in entries and _bounded(text, start, stop):
            return stop
    return None


def spellings(noun: str) -> list[str]:
    """Return a noun as it may be printed: small, capital first, every word capital."""
    titled = " ".join(w if w in SMALL else w[:1].upper() + w[1:] for w in noun.split(" "))
    hyphened = re.sub(r"-([a-z])", lambda m: "-" + m.group(1).upper(), titled) if "-" in titled else titled
    return list(dict.fromkeys((noun, noun[:1].upper() + noun[1:], titled, hyphened)))


@lru_cache(maxsize=4)
def gazetteer(actors: ActorTable) -> Gazetteer:
    """Return the automaton of a table, built on first use."""
    return Gazetteer(actors)
