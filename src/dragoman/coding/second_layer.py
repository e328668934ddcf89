"""Where no cue fits: a linear model over the words of a clause says which type it most likely tells, and how surely.

What it learnt from and how sure its answers are stands in the card beside its weights; ``training/second_layer.py``
makes them. Its events are marked in ``rule`` with the confidence: "AID/second layer 0.93".
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.coding.event_cues import Match
from dragoman.coding.event_roles import Frame, frame_of, resolve
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase, Token
from dragoman.model.terms import EventType
from dragoman.ontology.codebook import TYPES, Codebook, spelled

SHIPPED = Path(__file__).parents[1] / "models" / "events"
NOTHING = "NONE"  # the clause tells no event
LABELS = (*TYPES, NOTHING)
SURE = 0.9  # below this a clause stays uncoded; see the card: what it says from here on is as often right
CONTENT_WORDS = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP"})


@dataclass(frozen=True)
class SecondLayer:
    """The weights of each feature, one for each label."""

    weights: Mapping[str, tuple[float, ...]]

    def chances(self, found: Iterable[str]) -> dict[str, float]:
        """Return how likely each label is; they add up to one."""
        sums = [0.0] * len(LABELS)
        for name in sorted(set(found)):
            for at, weight in enumerate(self.weights.get(name, ())):
                sums[at] += weight
        top = max(sums)
        powers = [math.exp(s - top) for s in sums]
        return {label: round(p / sum(powers), 6) for label, p in zip(LABELS, powers, strict=True)}

    def best(self, found: Iterable[str]) -> tuple[EventType, float]:
        """Return the likeliest type and its chance; of equals, the first in PLOVER's order."""
        chances = self.chances(found)
        type_ = max(TYPES, key=lambda t: chances[t])
        return type_, chances[type_]


@cache
def load(folder: Path = SHIPPED) -> SecondLayer:
    """Read the weights shipped with the package."""
    table = json.loads((folder / "weights.json").read_text("utf-8"))
    return SecondLayer({name: tuple(w / table["scale"] for w in ws) for name, ws in table["weights"].items()})


def match(scene: Scene, codebook: Codebook, clause: Clause, *, sure: float = SURE) -> Match | None:
    """Return what the model takes a clause for that no cue fits, where two parties stand in it and it is sure."""
    if clause.kind != "verb" or clause.negated or clause.question or scene.ontology.cues.says(clause.lemma) is not None:
        return None
    frame = frame_of(scene, clause)
    if not _between_two(scene, frame):
        return None
    type_, chance = load().best(features(scene, frame))
    if chance < sure:
        return None
    cue = codebook.entry(type_).guess(f"{type_}/second layer {chance:.2f}")
    return Match(cue, frame, 0, (), ())


def _between_two(scene: Scene, frame: Frame) -> bool:
    """Say whether somebody known acts and somebody else known stands in another place."""
    others = (*frame.patients, *frame.indirect, *(o.phrase for o in frame.obliques))
    doers = {r.actor.id for p in frame.agents for r in resolve(scene, frame.clause, p, "actor") if r.actor}
    found = {r.actor.id for p in others for r in resolve(scene, frame.clause, p, "recipient") if r.actor}
    return bool(doers) and bool(found - doers)


def features(scene: Scene, frame: Frame) -> tuple[str, ...]:
    """Return what the model looks at in a clause: its verb, what stands around it, and how it is told."""
    return tuple(dict.fromkeys(("always", *_frame(scene, frame), *_words(scene, frame.clause))))


def _frame(scene: Scene, frame: Frame) -> Iterator[str]:
    """Yield the verb, the heads of its complements, and the two together."""
    clause, tokens = frame.clause, scene.tokens(frame.clause)
    verb = spelled(clause.lemma)
    yield f"verb {verb}"
    yield from (f"object {h}" for h in _heads(scene, frame, frame.patients))
    yield from (f"verb {verb} {h}" for h in _heads(scene, frame, frame.patients))
    yield from (f"subject {h}" for h in _heads(scene, frame, frame.agents))
    for oblique in frame.obliques:
        yield f"verb {verb} {oblique.case}"
        yield from (f"phrase {oblique.case} {h}" for h in _heads(scene, frame, (oblique.phrase,)))
    yield from (f"helper {w}" for w in clause.auxiliaries)
    yield f"voice {clause.voice} {verb}"
    if clause.negated:
        yield "negated"
    for child in scene.children(clause):
        yield f"below {child.marker} {spelled(tokens[child.head].lemma)}"
    above = scene.verbal_parent(clause)
    if above is not None:
        yield f"above {spelled(above.lemma)}"


def _heads(scene: Scene, frame: Frame, phrases: Iterable[Phrase]) -> Iterator[str]:
    """Yield the head words of phrases, names left out: no state is a sign of an event."""
    tokens = scene.tokens(frame.clause)
    yield from (spelled(tokens[p.head].lemma) for p in phrases if tokens[p.head].upos != "PROPN")


def _words(scene: Scene, clause: Clause) -> Iterator[str]:
    """Yield the words of the clause, and those of the rest of its sentence as another kind of sign."""
    span = clause.span
    for token in scene.tokens(clause):
        if _tells(token):
            inside = span.start <= token.start < span.end
            yield f"{'word' if inside else 'beside'} {spelled(token.lemma)}"


def _tells(token: Token) -> bool:
    return token.upos in CONTENT_WORDS and token.text[:1].islower()
