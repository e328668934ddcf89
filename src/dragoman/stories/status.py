"""How far each party has come with an agreement, and what its own procedure still requires."""

from collections.abc import Sequence

from dragoman.model.derived import Missing, PartyStatus, Step
from dragoman.model.terms import Act
from dragoman.ontology import Ontology
from dragoman.ontology.procedure import Procedure

# how far each act brings a party; what undoes (withdrawn, rejected) counts from the day it happens, and stands last
ORDER: tuple[Act, ...] = (
    "proposed", "negotiated", "text_adopted", "initialled", "signed", "returned", "rejected", "approved", "reviewed",
    "assented", "promulgated", "ratified", "acceded", "reserved", "exchanged", "deposited", "provisionally_applied",
    "in_force", "implemented", "amended", "extended", "suspended", "withdrawal_notified", "unsigned", "withdrawn",
    "terminated", "lapsed", "collapsed",
)  # fmt: skip
FAR = {act: i for i, act in enumerate(ORDER)}


def status(parties: Sequence[str], steps: Sequence[Step], ontology: Ontology) -> tuple[PartyStatus, ...]:
    """Return how far each party has come by its steps that happened; planned and denied ones bring nobody further."""
    return tuple(_party(p, [s for s in steps if s.stance == "actual" and p in s.parties], ontology) for p in parties)


def _party(party: str, steps: Sequence[Step], ontology: Ontology) -> PartyStatus:
    furthest = max(steps, key=lambda s: (FAR[s.act], s.id), default=None)
    act = furthest.act if furthest else None
    said = sorted({w for s in steps if s.act == act for w in s.as_said})
    return PartyStatus(party, act, tuple(said), _missing(party, steps, ontology))


def _missing(party: str, steps: Sequence[Step], ontology: Ontology) -> tuple[Missing, ...]:
    """Return what the party's procedure requires and no account reports; none before its first act or once in force."""
    done = {s.act for s in steps}
    if not done or any(FAR[act] >= FAR["in_force"] for act in done):
        return ()
    procedure = ontology.procedures.of(party)
    if not isinstance(procedure, Procedure):
        return ()
    left = procedure.missing(tuple((s.act, s.body) for s in steps))
    return tuple(Missing(r.act, r.layer, r.body or party, r.source) for r in left)
