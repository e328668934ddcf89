"""What an actor is in the life of an instrument, and whose state it belongs to."""

from collections.abc import Iterable, Iterator

from dragoman.coding.drafts import Filled
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Phrase
from dragoman.model.text import Span
from dragoman.ontology.act import Agent

CHAMBERS = ("chamber",)


def agent_kind(actor: Actor) -> Agent | None:
    """Return what an actor is to an act: a party, a body, an executive or a court; None for a bystander."""
    if "JUD" in actor.sector or ("council" in actor.id.rpartition("/")[2] and "LEG" not in actor.sector):
        return "court"
    if is_chamber(actor):
        return "body"
    if actor.kind == "state" or (actor.kind == "organisation" and _intergovernmental(actor)):
        return "party"
    if "GOV" in actor.sector or (actor.kind in ("person", "office") and actor.country):
        return "executive"
    return "party" if actor.kind == "armed_group" else None


def is_chamber(actor: Actor) -> bool:
    """Say whether an actor is a parliament or one of its chambers."""
    return actor.kind == "chamber" or ("LEG" in actor.sector and actor.kind == "body") or "/legislature" in actor.id


def _intergovernmental(actor: Actor) -> bool:
    return bool({"IGO", "UNO", "EUR"} & set(actor.sector))


def party_of(actor: Actor) -> str | None:
    """Return the party an actor stands for: its state, or itself for an organisation or an armed group."""
    if actor.kind == "armed_group" and not actor.id.startswith("group/"):
        return actor.id  # the Houthis do not bind Yemen
    if actor.country:
        return actor.country
    if actor.kind == "organisation" and _intergovernmental(actor):
        return actor.id.partition("/")[0]
    return actor.id if actor.kind == "armed_group" else None


def parties(scene: Scene, clause: Clause, phrases: Iterable[Phrase]) -> Iterator[Filled]:
    """Yield a party for each phrase whose actor stands for one, with the words that name it."""
    yield from parties_of(scene, ((p, a) for p in phrases for a in scene.actors(clause, p)))


def parties_of(scene: Scene, doers: Iterable[tuple[Phrase, Actor]]) -> Iterator[Filled]:
    """Yield a party for each actor that stands for one, once, with the words that name it."""
    seen: set[str] = set()
    for phrase, actor in doers:
        party = party_of(actor)
        if party is None or party in seen:
            continue
        seen.add(party)
        span = state_words(scene, phrase.span, party)
        yield Filled("party", state(scene, party, actor), scene.words(span), span)


def state_words(scene: Scene, span: Span, party: str) -> Span:
    """Return the words within ``span`` that name the party itself ("Peru's" of "Peru's Congress"), or all of it."""
    named = [m.span for m in scene.mentions(span) if m.actor is not None and m.actor.id == party]
    return named[0] if named else span


def state(scene: Scene, party: str, actor: Actor) -> Actor:
    """Return the actor of a party's id."""
    return actor if actor.id == party else scene.ontology.actors.get(party)
