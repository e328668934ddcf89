"""Which parliament, chamber or organ "lawmakers", "the house" and bare figures belong to."""

from dragoman.coding import who
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Mention, Phrase
from dragoman.model.text import Span

FAR = 4  # sentences, for a body told before those who sit in it
# those who sit in a body, and words for it that name none
SITTING = frozenset({
    "lawmaker", "deputy", "senator", "legislator", "mp", "mep", "mk", "parliamentarian", "peer", "member", "house",
    "chamber", "parliament", "assembly", "legislature", "council", "upper house", "lower house",
})  # fmt: skip


def named(scene: Scene, span: Span) -> list[Mention]:
    """Return the mentions of bodies that vote."""
    return [m for m in scene.mentions(span) if m.actor and votes(m.actor)]


def votes(actor: Actor) -> bool:
    """Say whether an actor is a parliament, a chamber, or an organ of an organisation of states."""
    organ = (
        actor.kind in ("organisation", "body") and "/" in actor.id and bool({"IGO", "UNO", "EUR"} & set(actor.sector))
    )
    return who.is_chamber(actor) or organ


def told_before(scene: Scene, number: int) -> Mention | None:
    """Return the body told last in the sentences before one, headline included; None where two are told together."""
    for back in range(number - 1, max(-1, number - 1 - FAR), -1):
        before = named(scene, scene.reading.sentences[back].span)
        if before:
            return before[-1] if len({m.actor.id for m in before if m.actor}) == 1 else None
    return None


def of_sitting(scene: Scene, clause: Clause, phrase: Phrase) -> Actor | None:
    """Return the body that "lawmakers" or "the chamber" are of, where the words do not say so themselves."""
    if scene.tokens(clause)[phrase.head].lemma.lower() not in SITTING:
        return None
    body = told_before(scene, clause.sentence)
    return body.actor if body else None
