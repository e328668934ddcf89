"""Ladders of words: of each, the later rungs say more than the earlier, and newspapers take one for the other."""

from dataclasses import dataclass

from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode_all


@dataclass(frozen=True, slots=True)
class Ladder:
    """Words for acts of one kind, weaker ones first; a rung is a pattern of words and their forms."""

    name: str
    rungs: tuple[str, ...]


def load_ladders(sources: Sources) -> tuple[Ladder, ...]:
    """Read the ladders."""
    return decode_all(Ladder, sources.one("ladders.yaml").content, where="ontology/ladders.yaml")
