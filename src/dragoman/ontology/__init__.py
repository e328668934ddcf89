"""The world as data: acts, instruments, procedures, cues, sectors, outlets, event types, actors.

>>> from dragoman import ontology
>>> ontology.load().acts.of("ratify", "body").id
'approved'
"""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.ontology.act import ActTable
    from dragoman.ontology.actors import ActorTable
    from dragoman.ontology.codebook import Codebook
    from dragoman.ontology.compile import Sources
    from dragoman.ontology.cue import CueTable
    from dragoman.ontology.definition import DefinitionTable
    from dragoman.ontology.demands import Demands
    from dragoman.ontology.instrument import InstrumentTable
    from dragoman.ontology.ladder import Ladder
    from dragoman.ontology.lexicon import Lexicon
    from dragoman.ontology.outlet import OutletTable
    from dragoman.ontology.procedure import ProcedureTable
    from dragoman.ontology.reference import ReferenceTable
    from dragoman.ontology.relation import RelationTable
    from dragoman.ontology.sector import SectorTable

__all__ = ["Ontology", "lint", "load"]

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Ontology:
    """All tables; each is read when it is first asked for, so that a command that reads nothing pays nothing."""

    folder: Path = HERE

    @cached_property
    def acts(self) -> "ActTable":
        """Acts in the life of an instrument, and the words that tell them."""
        from dragoman.ontology.act import load_acts

        return load_acts(self._sources)

    @cached_property
    def instruments(self) -> "InstrumentTable":
        """Kinds of instrument, the words for them, and instruments known by name."""
        from dragoman.ontology.instrument import load_instruments

        return load_instruments(self._sources)

    @cached_property
    def procedures(self) -> "ProcedureTable":
        """What each state requires of itself before a treaty binds it."""
        from dragoman.ontology.procedure import load_procedures

        return load_procedures(self._sources)

    @cached_property
    def cues(self) -> "CueTable":
        """Reporting words, hedges, denials, negations, and what verbs say of their complements."""
        from dragoman.ontology.cue import load_cues

        return load_cues(self._sources)

    @cached_property
    def sectors(self) -> "SectorTable":
        """Sectors of provisions and the words that mark them."""
        from dragoman.ontology.sector import load_sectors

        return load_sectors(self._sources)

    @cached_property
    def ladders(self) -> "tuple[Ladder, ...]":
        """Words of which newspapers take the stronger for the weaker."""
        from dragoman.ontology.ladder import load_ladders

        return load_ladders(self._sources)

    @cached_property
    def relations(self) -> "RelationTable":
        """Standing relations, and the words that tell them."""
        from dragoman.ontology.relation import load_relations

        return load_relations(self._sources)

    @cached_property
    def references(self) -> "ReferenceTable":
        """Words that refer to somebody or something named before: "the kingdom", "the diplomat", "it"."""
        from dragoman.ontology.reference import load_references

        return load_references(self._sources)

    @cached_property
    def outlets(self) -> "OutletTable":
        """Outlets, whose they are, and how their wires are credited."""
        from dragoman.ontology.outlet import load_outlets

        return load_outlets(self._sources)

    @cached_property
    def definitions(self) -> "DefinitionTable":
        """The closed lists of the record's schema, each value in words."""
        from dragoman.ontology.definition import load_definitions

        return load_definitions(self._sources)

    @cached_property
    def events(self) -> "Codebook":
        """The sixteen PLOVER event types with their cues."""
        from dragoman.ontology.codebook import parse

        files = self._sources.under("events")
        return parse({f.name.removeprefix("events/").removesuffix(".yaml"): f.content for f in files})

    @cached_property
    def lexicon(self) -> "Lexicon":
        """The verbs of acts, cues and event types, in every form they are printed in."""
        from dragoman.ontology.lexicon import load_lexicon

        return load_lexicon(self, self._sources)

    @cached_property
    def demands(self) -> "Demands":
        """What the words of all tables ask of a sentence before any of them can tell something."""
        from dragoman.ontology.demands import load_demands

        return load_demands(self)

    @cached_property
    def actors(self) -> "ActorTable":
        """States, bodies, chambers, offices, organisations, and every name they go by."""
        from dragoman.ontology.actors import load_actors

        return load_actors()

    @cached_property
    def _sources(self) -> "Sources":
        from dragoman.ontology.compile import sources

        return sources(self.folder)


@cache
def load() -> Ontology:
    """Return the ontology that is shipped with the package; nothing is read until a table is asked for."""
    return Ontology()


def lint(folder: Path = HERE) -> list[str]:
    """Check every data file; each message names file, entry, value and the way out. Empty: all is well."""
    from dragoman.ontology.linter import check

    return check(Ontology(folder))
