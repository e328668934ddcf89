"""Sectors: what a provision is about, and the words that mark it."""

import re
from dataclasses import dataclass
from functools import cached_property

from dragoman.errors import UnknownName
from dragoman.model.terms import Sector
from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode_all


@dataclass(frozen=True, slots=True)
class SectorEntry:
    """One sector and the words that mark it; a word ending in ``*`` stands for all that begin with it."""

    id: Sector
    definition: str
    source: str
    words: tuple[str, ...]  # lower case; several words stand together
    examples: tuple[str, ...]
    near: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()  # phrases that hold one of the words and mean something else: "drill for oil"


@dataclass(frozen=True)
class SectorTable:
    """All sectors, in the order of the closed list."""

    entries: tuple[SectorEntry, ...]

    def __getitem__(self, sector: str) -> SectorEntry:
        """Return the entry of one sector.

        Raises:
            UnknownName: there is none of that name.
        """
        for entry in self.entries:
            if entry.id == sector:
                return entry
        raise UnknownName(f"no sector called {sector!r}; known: {', '.join(e.id for e in self.entries)}")

    def of(self, text: str) -> tuple[Sector, ...]:
        """Return the sectors whose words stand in ``text``, in the table's order."""
        return tuple(sector for sector, _, _ in self.marks(text))

    def marks(self, text: str) -> tuple[tuple[Sector, int, int], ...]:
        """Return each sector marked in ``text`` with where its first word stands, in the table's order."""
        found: list[tuple[Sector, int, int]] = []
        for entry, pattern, other in self._patterns:
            blanked = other.sub(lambda m: " " * len(m[0]), text) if other else text
            match = pattern.search(blanked) if pattern else None
            if match:
                found.append((entry.id, match.start(), match.end()))
        return tuple(found)

    @cached_property
    def _patterns(self) -> tuple[tuple[SectorEntry, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
        return tuple((e, _pattern(e.words), _pattern(e.not_words)) for e in self.entries)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for any of the words as a whole word, or None where there are none."""
    if not words:
        return None
    each = (r"[\s\-]+".join(map(_stem, word.split())) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)


def _stem(word: str) -> str:
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) + r"(?:s|es)?"


def load_sectors(sources: Sources) -> SectorTable:
    """Read the table of sectors."""
    return SectorTable(decode_all(SectorEntry, sources.one("sectors.yaml").content, where="ontology/sectors.yaml"))
