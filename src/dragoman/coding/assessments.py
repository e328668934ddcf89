"""Assessments: what somebody expects, fears or judges, the outlet's own guesses included."""

from collections.abc import Iterator

from dragoman.coding import complements
from dragoman.coding.attribution import Attribution
from dragoman.coding.carried import stands
from dragoman.coding.chain import Said, named
from dragoman.coding.drafts import Draft, Filled
from dragoman.coding.scene import Scene
from dragoman.coding.stance import held
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import AssessmentContent
from dragoman.model.text import Span
from dragoman.ontology.cue import AssessmentCue

GUESSING = frozenset({"could", "may", "might", "would"})  # "can" tells what somebody is able to do
VOICING = complements.VOICING | {"show"}  # their object says what is held, not they


def assessments(scene: Scene, attribution: Attribution) -> Iterator[Draft]:
    """Yield a draft for every view that somebody is told to hold, and for what the outlet itself holds possible."""
    for clause in scene.reading.clauses:
        if clause.kind == "noun":
            continue
        cue = None if attribution.telling(clause) else scene.ontology.cues.assesses(clause.lemma)
        words = _held_view(scene, clause, cue) if cue else None
        if cue is not None and words is not None and stands(scene, clause, words):
            yield from _views(scene, clause, cue=cue, words=words)
        elif _own_guess(scene, attribution, clause):
            yield _guess(scene, attribution, clause)


def _held_view(scene: Scene, clause: Clause, cue: AssessmentCue) -> Span | None:
    """Return the words of the view: a clause, an object, or what something is seen as."""
    if clause.voice == "passive" and not clause.agents:
        return clause.whole  # "the chamber is expected to vote in May": nobody says by whom
    for child in scene.children(clause):
        if ("that" in cue.frames and child.relation == "ccomp") or (
            "infinitive" in cue.frames and child.relation == "xcomp"
        ):
            return child.whole
    for child in scene.children(clause):
        if child.marker == "that" and child.relation.startswith("acl") and clause.patients:
            return _from_to(clause.patients[0].span, child.whole)  # "fears that the pact may fail"
    if "as" in cue.frames:
        for oblique in clause.obliques:
            if oblique.case == "as" and clause.patients:
                return _from_to(clause.patients[0].span, _rest(clause, oblique.phrase.span))
    if "object" in cue.frames and clause.patients and _is_view(scene, clause, cue):
        return _rest(clause, clause.patients[0].span)
    topics = (o.phrase.span for o in clause.obliques if "topic" in cue.frames and o.case in cue.prepositions)
    return next(topics, None)


def _from_to(one: Span, other: Span) -> Span:
    return Span(one.article, min(one.start, other.start), max(one.end, other.end))


def _is_view(scene: Scene, clause: Clause, cue: AssessmentCue) -> bool:
    """Say whether the object of a word that only gives voice is a view: "expressed alarm", not "expressed support"."""
    head = scene.tokens(clause)[clause.patients[0].head].lemma.lower()
    return cue.lemma not in VOICING or scene.ontology.cues.assesses(head, "noun") is not None


def _can_hold(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether somebody is named who can hold a view: an actor, a name, or officials, analysts and the like."""
    head = scene.tokens(clause)[phrase.head]
    if head.upos == "PRON":
        return False
    return bool(scene.actors(clause, phrase)) or scene.ontology.cues.unnamed(head.lemma.lower()) is not None


def _rest(clause: Clause, span: Span) -> Span:
    """Widen words to the end of their clause: "alarm over the drills", not "alarm"."""
    return _from_to(span, Span(span.article, span.start, max(span.end, clause.span.end)))


def _views(scene: Scene, clause: Clause, *, cue: AssessmentCue, words: Span) -> Iterator[Draft]:
    verb = scene.token_span(clause, clause.head)
    for phrase in clause.agents:
        if not _can_hold(scene, clause, phrase):
            continue
        for holder in named(scene, clause, phrase, "asserts", "indirect", verb):
            yield _draft(
                scene, clause, words=words, holder=holder, phrase=phrase, rule=f"assessments/{cue.attitude}/{cue.lemma}"
            )
    if not clause.agents and scene.mentions(words):  # "is widely seen as": nobody's in particular, so the outlet's own
        yield _draft(
            scene, clause, words=words, holder=None, phrase=None, rule=f"assessments/{cue.attitude}/{cue.lemma}"
        )


def _draft(
    scene: Scene, clause: Clause, *, words: Span, holder: Said | None, phrase: Phrase | None, rule: str
) -> Draft:
    roles = (Filled("holder", holder.actor if holder else None, phrase.text, phrase.span),) if phrase else ()
    limit = scene.sentence(clause).span
    around = _from_to(clause.span, words)
    around = Span(around.article, max(around.start, limit.start), min(around.end, limit.end))
    return Draft(
        kind="assessment",
        content=AssessmentContent(scene.words(words)),
        roles=roles,
        clause=clause,
        span=around,
        rule=rule,
        evidence=(("assessment.text", words), ("assessment", around)),
        key=f"assessment@{clause.sentence}.{clause.index}.{phrase.span.start if phrase else 0}",
        saying=holder,
    )


def _own_guess(scene: Scene, attribution: Attribution, clause: Clause) -> bool:
    """Say whether the outlet in its own voice holds something possible: "the pact could embolden Minsk"."""
    if (
        clause.question
        or not GUESSING & {*clause.auxiliaries}
        or not _main(scene, clause)
        or not scene.mentions(clause.span)
    ):
        return False
    if any(len(chain) > 1 for chain in attribution.chains(clause)):
        return False
    if any(scene.ontology.cues.says(c.lemma) for c in scene.clauses(clause.sentence) if c.kind == "verb"):
        return False  # somebody speaks in the sentence, and it may be theirs
    return held(scene, clause).modality == "possible"


def _main(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause is the sentence's main one or goes on with it."""
    while clause.relation == "conj" and (above := scene.parent(clause)) is not None:
        clause = above
    return clause.relation == "root"


def _guess(scene: Scene, attribution: Attribution, clause: Clause) -> Draft:
    return _draft(scene, clause, words=clause.span, holder=None, phrase=None, rule="assessments/own/possible")
