"""Procedures: what each state requires of itself before it is bound, each requirement with its source."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from dragoman.model.terms import Act, Layer
from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode, decode_all

Threshold = Literal["simple", "absolute", "three-fifths", "two-thirds", "unanimity"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One act that must be done, by whom, and where that is laid down."""

    act: Act
    layer: Layer
    body: str | None  # Actor.id of who does it; None: the state itself
    source: str  # article of a constitution, law or convention
    threshold: Threshold | None = None  # None: as the body usually decides, or not recorded
    parties: Literal["two", "many"] | None = None  # only for instruments of two parties, or of more; None: for both


@dataclass(frozen=True, slots=True)
class Procedure:
    """What one state requires of itself before a treaty binds it, in order."""

    state: str  # ISO 3166-1 alpha-3, or "EU"
    applies: str  # for which treaties this is the course
    requirements: tuple[Requirement, ...]
    source: str  # the text that the requirements' articles are of
    note: str | None = None

    def missing(self, done: Collection[tuple[Act, str | None]], *, parties: int = 2) -> tuple[Requirement, ...]:
        """Return the requirements that nothing done meets, in order.

        Args:
            done: acts that are reported, each with its body's id (the state's own id or None for the state itself).
            parties: how many are bound by the instrument; two exchange instruments, more deposit them.
        """
        asked = (r for r in self.requirements if r.parties in (None, "two" if parties == 2 else "many"))
        return tuple(r for r in asked if not any(self._meets(act, body, r) for act, body in done))

    def _meets(self, act: Act, body: str | None, requirement: Requirement) -> bool:
        """An international act is the state's, whoever performs it; a domestic one must be its body's own."""
        if act != requirement.act:
            return False
        if requirement.layer == "international":
            # never a chamber's: what it "ratified" is its approval, and the state is not bound by that
            return body in (None, self.state) or (body.startswith(f"{self.state}/") and "/legislature" not in body)
        return body == requirement.body


@dataclass(frozen=True, slots=True)
class NoProcedure:
    """A state whose procedure is not recorded, and why."""

    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body that many states have and only procedures name."""

    slug: str  # "official-gazette" in "IRN/official-gazette"
    name: str


@dataclass(frozen=True, slots=True)
class Common:
    """What follows in every state, and the bodies only procedures name."""

    requirements: tuple[Requirement, ...]
    bodies: tuple[NamedBody, ...]


@dataclass(frozen=True)
class ProcedureTable:
    """Procedures by state, sorted by its code."""

    entries: tuple[Procedure, ...]
    bodies: tuple[NamedBody, ...] = ()

    def of(self, state: str) -> Procedure | NoProcedure:
        """Return the procedure of a state, or why there is none."""
        found = self._by_state.get(state)
        return found or NoProcedure(state, f"what {state} requires of itself is not recorded in ontology/procedures")

    def named(self, body: str) -> str | None:
        """Return the name of a body that only procedures know: "official gazette"; None: look among the actors."""
        slug = body.partition("/")[2]
        return next((known.name for known in self.bodies if known.slug == slug), None)

    @cached_property
    def _by_state(self) -> dict[str, Procedure]:
        return {entry.state: entry for entry in self.entries}


def load_procedures(sources: Sources) -> ProcedureTable:
    """Read the procedures, one file for each region; what every state does at the end is added to each."""
    common = decode(Common, sources.one("procedures/common.yaml").content, where="ontology/procedures/common.yaml")
    found: list[Procedure] = []
    for source in sources.under("procedures"):
        if source.name != "procedures/common.yaml":
            found += decode_all(Procedure, source.content, where=f"ontology/{source.name}", key="state")
    whole = (replace(p, requirements=(*p.requirements, *common.requirements)) for p in found)
    return ProcedureTable(tuple(sorted(whole, key=lambda p: p.state)), common.bodies)
