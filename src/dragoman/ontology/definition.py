"""Definitions of the closed lists of the record's schema, each entry with its source."""

from dataclasses import dataclass
from typing import get_args

from dragoman.errors import UnknownName
from dragoman.model import terms
from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode_all

# The lists defined in definitions.yaml. Acts, sectors and event types have tables of their own.
CLOSED: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (name, get_args(kind))
    for name, kind in (
        ("report.kind", terms.Kind),
        ("roles.role", terms.RoleName),
        ("polarity", terms.Polarity),
        ("modality", terms.Modality),
        ("attribution.commitment", terms.Commitment),
        ("attribution.directness", terms.Directness),
        ("stance", terms.Stance),
        ("recency", terms.Recency),
        ("when.basis", terms.WhenBasis),
        ("published.basis", terms.StampBasis),
        ("layer", terms.Layer),
        ("obligation", terms.Obligation),
        ("relation.kind", terms.RelationKind),
        ("links.kind", terms.LinkKind),
        ("arithmetic.verdict", terms.Verdict),
        ("origins.kind", terms.OriginKind),
        ("finding.kind", terms.FindingKind),
        ("finding.severity", terms.Severity),
        ("actor.kind", terms.ActorKind),
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list, in words."""

    id: str
    definition: str
    source: str = "Dragoman schema 1"


@dataclass(frozen=True, slots=True)
class ClosedList:
    """One closed list of the schema."""

    id: str  # the field it is of: "when.basis"
    definition: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class DefinitionTable:
    """All closed lists with the meaning of every value."""

    lists: tuple[ClosedList, ...]

    def __getitem__(self, field: str) -> ClosedList:
        """Return the list of one field.

        Raises:
            UnknownName: no closed list of that name.
        """
        for entry in self.lists:
            if entry.id == field:
                return entry
        raise UnknownName(f"no closed list called {field!r}; known: {', '.join(e.id for e in self.lists)}")

    def define(self, field: str, value: str) -> Term | None:
        """Return the meaning of one value, None where the list does not hold it."""
        return next((term for term in self[field].terms if term.id == value), None)


def load_definitions(sources: Sources) -> DefinitionTable:
    """Read the definitions of the closed lists."""
    source = sources.one("definitions.yaml")
    return DefinitionTable(decode_all(ClosedList, source.content, where=f"ontology/{source.name}"))
