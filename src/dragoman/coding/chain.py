"""Links of a chain of attribution, and what brings them in."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Source
from dragoman.model.terms import Commitment, Directness
from dragoman.model.text import Span
from dragoman.ontology.cue import SpeechCue


@dataclass(frozen=True, slots=True)
class Said:
    """One link of a chain, with where its words stand."""

    source: Source
    source_span: Span | None
    cue_span: Span | None
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause or phrase that brings in sources, and the clauses whose content is theirs."""

    by: Clause  # the clause that tells
    content: frozenset[int]  # Clause.index, in the same sentence
    sources: tuple[Said, ...]  # one for each source named
    cue: SpeechCue | None  # None: a phrase such as "according to"
    top: Clause | None  # the outermost clause of what is said


Chain = tuple[Said, ...]


def named(
    scene: Scene, clause: Clause, phrase: Phrase, commitment: Commitment, directness: Directness, cue: Span
) -> Iterator[Said]:
    """Yield a link for each actor that a phrase names as a source, or one without an actor."""
    actors: tuple[Actor | None, ...] = scene.actors(clause, phrase) or (None,)
    words = _words(scene, clause, phrase)
    for actor in actors:
        source = Source(
            source=scene.words(words),
            actor=actor.id if actor else None,
            cue=scene.words(cue),
            commitment=commitment,
            directness=directness,
            anonymous=_anonymous(scene, clause, phrase),
        )
        yield Said(source, words, cue, actor)


def _words(scene: Scene, clause: Clause, phrase: Phrase) -> Span:
    """Return the words that name a source: a pronoun's are those it stands for ("he said")."""
    if scene.tokens(clause)[phrase.head].upos != "PRON":
        return phrase.span
    return next(iter(scene.antecedents(scene.token_span(clause, phrase.head), None)), phrase.span)


def _anonymous(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    head = scene.tokens(clause)[phrase.head]
    noun = scene.ontology.cues.unnamed(head.lemma.lower())
    return noun is not None and noun.anonymous and head.upos != "PROPN"


def unnamed(scene: Scene, cue: Span, commitment: Commitment) -> Said:
    """Return the link of a source that the words say there is, and do not name."""
    source = Source("not named", None, scene.words(cue), commitment, "indirect", anonymous=True)
    return Said(source, None, cue)
