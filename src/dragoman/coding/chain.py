"""Links of a chain of attribution, and what brings them in."""

import re
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
    speaker: Phrase | None = None  # who tells, where the clause does not have him as its agent
    inner: bool = False  # of two tellings with the same content, the one within the other's


PEOPLE = re.compile(
    r"\b(?:people|persons?|those|someone|somebody|individuals?) (?:\w+ )?(?:familiar|close|briefed|with|aware)\b"
)
BEHIND = 20  # code points
# what a source asks for beside its words, not in its name
ASKED = re.compile(r"anonymity|named|identified|to speak|to discuss")
NOBODY = frozenset({"some", "many", "few"})  # "some say" that it is so
OF_PEOPLE = frozenset({"alleged", "suspected", "accused"})  # "the suspected spy said" nothing that is suspect


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
            commitment=_distance(scene, clause, phrase, commitment),
            directness=directness,
            anonymous=_anonymous(scene, clause, phrase),
        )
        yield Said(source, words, cue, actor)


def _words(scene: Scene, clause: Clause, phrase: Phrase) -> Span:
    """Return the words that name a source: a pronoun's are those it stands for ("he said")."""
    if scene.tokens(clause)[phrase.head].upos != "PRON":
        return phrase.span
    return next(iter(scene.antecedents(scene.token_span(clause, phrase.head), None)), phrase.span)


def _distance(scene: Scene, clause: Clause, phrase: Phrase, commitment: Commitment) -> Commitment:
    """Return how far a source stands by its words, where its own name keeps back from them.

    "Unconfirmed reports say", "according to an accusation by London".
    """
    if commitment not in ("asserts", "reports"):
        return commitment
    tokens, cues = scene.tokens(clause), scene.ontology.cues
    noun = cues.said(tokens[phrase.head].lemma.lower())
    if noun is not None and noun.commitment in ("alleges", "doubts"):
        return noun.commitment
    words = {p.words for p in cues.source_phrases if p.pos == "adjective" and p.commitment in ("alleges", "doubts")}
    qualified = {t.text.lower() for t in tokens if t.head == phrase.head} & words
    if tokens[phrase.head].text.lower() in NOBODY:
        return "doubts"
    return "doubts" if qualified - OF_PEOPLE or (qualified and noun is not None) else commitment


def _anonymous(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a source cannot be asked: "sources", "people close to the talks", one who would not be named.

    What stands in the phrase says it of the phrase; that somebody "spoke on condition of anonymity" is told beside it.
    """
    head = scene.tokens(clause)[phrase.head]
    if head.upos == "PROPN":
        return False
    noun = scene.ontology.cues.unnamed(head.lemma.lower())
    behind = scene.article.text[phrase.span.start : phrase.span.end + BEHIND]  # the parse may hang it elsewhere
    if (noun is not None and noun.anonymous) or PEOPLE.search(behind):
        return True
    said = scene.words(scene.sentence(clause).span).lower()
    hidden = (p.words for p in scene.ontology.cues.anonymity)
    return any(words in said and (words in phrase.text.lower() or ASKED.search(words)) for words in hidden)


def unnamed(scene: Scene, cue: Span, commitment: Commitment) -> Said:
    """Return the link of a source that the words say there is, and do not name."""
    source = Source("not named", None, scene.words(cue), commitment, "indirect", anonymous=True)
    return Said(source, None, cue)
