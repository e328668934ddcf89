"""Standing relations: the words that tell them, and which place of those words fills which role."""

from dataclasses import dataclass

from dragoman.errors import OntologyError, UnknownName
from dragoman.model.terms import ActorKind, RelationKind
from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode, decode_all

STATES: tuple[ActorKind, ...] = ("state", "organisation", "armed_group", "group")


@dataclass(frozen=True, slots=True)
class RelationExample:
    """A sentence and who stands in it; the actors are ids."""

    text: str
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    object: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class RelationCue:
    """Words that tell one kind of relation, and where its sides stand.

    A place is ``subject``, ``object`` or ``indirect`` of a verb, whatever its voice, or whose the object is
    (``object's``); ``owner`` of a noun ("Iran's", "U.S.") or the noun itself (``self``); or a preposition. The first
    place that names somebody fills the role. ``sides`` are places that may hold both: the first named there is
    ``from``, the others ``to``.
    """

    id: str
    kind: RelationKind
    definition: str
    examples: tuple[RelationExample, ...]
    near: tuple[str, ...]
    verbs: tuple[str, ...] = ()  # in the present tense: what is the habit, not what was done once
    nouns: tuple[str, ...] = ()
    # how the noun stands: "is" it, in "apposition" to a name, "modifies" a noun ("sanctioned states"), object of a verb
    # ("have"), after a verb and a preposition ("remain under"), after a preposition alone ("despite"), before its
    # participle ("being base"), or "told" anywhere
    stands: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()  # the noun needs one of these beside it: "diplomatic" relations
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("from", "to")
    from_kinds: tuple[ActorKind, ...] = STATES
    to_kinds: tuple[ActorKind, ...] = STATES
    not_with: tuple[str, ...] = ()  # a place that, filled, makes it something else: "recognises … as"
    under: tuple[str, ...] = ()  # verbs of which the noun must be subject or object: sanctions that "hurt"
    objects: tuple[str, ...] = ()  # what the object must be: Kosovo's "independence"
    not_under: tuple[str, ...] = ()  # verbs whose subject or object the noun may not be: talks that "collapse"
    not_beside: tuple[str, ...] = ()  # words beside the noun that make it something else: a "customer" base
    given: bool = False  # it holds whatever its clause tells: "despite U.S. sanctions on Oman, trade may grow"
    perfect: bool = False  # a verb whose perfect tells what goes on: "has supported"
    goods: bool = False  # what it is about must be of some sector: with "jets", not with "kind words"
    source: str = "Dragoman schema 1"


@dataclass(frozen=True, slots=True)
class RelationTable:
    """All cues of relations, in the order they are tried."""

    unreal: tuple[str, ...]  # words beside a noun that say it does not hold, or not yet: "former", "would-be"
    entries: tuple[RelationCue, ...]

    def __getitem__(self, cue: str) -> RelationCue:
        """Return one cue.

        Raises:
            UnknownName: there is none of that name.
        """
        for entry in self.entries:
            if entry.id == cue:
                return entry
        raise UnknownName(f"no relation cue called {cue!r}; known: {', '.join(e.id for e in self.entries)}")

    def verbs(self, lemma: str) -> tuple[RelationCue, ...]:
        """Return the cues of a verb, in the table's order."""
        return tuple(e for e in self.entries if lemma in e.verbs)

    def nouns(self, lemma: str) -> tuple[RelationCue, ...]:
        """Return the cues of a noun, in the table's order."""
        return tuple(e for e in self.entries if lemma in e.nouns)


@dataclass(frozen=True, slots=True)
class _Shared:
    unreal: tuple[str, ...]


def load_relations(sources: Sources) -> RelationTable:
    """Read the table of relations."""
    content, where = sources.one("relations.yaml").content, "ontology/relations.yaml"
    if not isinstance(content, dict) or set(content) != {"unreal", "cues"}:
        raise OntologyError(f"{where}: expected the keys unreal and cues")
    shared = decode(_Shared, {"unreal": content["unreal"]}, where=where)
    return RelationTable(shared.unreal, decode_all(RelationCue, content["cues"], where=where))
