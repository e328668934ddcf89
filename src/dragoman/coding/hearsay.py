"""Sources brought in without a verb: "claims by Baku that …", "the alleged attack", "Minister: talks go on"."""

import re
from collections.abc import Iterator

from dragoman.coding.chain import Said, Telling, named, unnamed
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.report import Source
from dragoman.model.text import Span

LONGEST = 45  # code points before a headline's colon: a name or an office, not a clause
DENYING = re.compile(
    r"\b((?:dismiss|reject|refut|rebut|den(?:y|ies|ied))\w*)\b[^,;.“”]{0,80}"
    r"\b(?:reports?|claims?|accusations?|allegations?|suggestions?|rumou?rs?|charges?|assertions?)\s*$",
    re.IGNORECASE,
)
ALLEGING = re.compile(
    r"\b((?:alleg|accus|contend|assertion|rumou?r|insinuat|suspicion)\w*|claim(?:s|ed|ing)?)\b[^,;.“”]{0,60}$",
    re.IGNORECASE,
)
COLON = re.compile(r"^([^:“”\".!?]{2,45}):\s+(?=\S)")
DASH = re.compile(r"\s[–—-]\s([^–—“”\".!?:,]{2,40})$")


def claimed(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield what a noun tells as somebody's word: a claim with its content, an attack that is "alleged"."""
    noun = scene.ontology.cues.said(clause.lemma)
    content = _complement(scene, clause) if noun is not None else None
    if noun is not None and content is not None and not _taken_up(scene, clause):
        inside = frozenset({content.index, *(c.index for c in scene.below(content))})
        cue = scene.token_span(clause, clause.head)
        told = [s for p in clause.agents for s in named(scene, clause, p, noun.commitment, "indirect", cue)]
        yield Telling(clause, inside, tuple(told) or (unnamed(scene, cue, noun.commitment),), None, content)
    yield from _qualified(scene, clause)


def left(scene: Scene, sentence: int, told: tuple[Telling, ...]) -> Iterator[Telling]:
    """Yield an allegation wherever the words right before a clause make it one, and no source was found for it.

    A parse that hides who alleges must not make a fact of what is alleged.
    """
    start = scene.reading.sentences[sentence].span.start
    covered = {i for t in told for i in t.content}
    for clause in scene.clauses(sentence):
        if clause.kind == "noun" or clause.index in covered:
            continue
        words = scene.words(clause.span).lower()
        before = scene.article.text[start : clause.span.start]
        if not words.startswith(("that ", "of ")):
            continue
        denied = DENYING.search(before)
        found = denied or ALLEGING.search(before)
        if found is not None:
            cue = Span(clause.span.article, start + found.start(1), start + found.end(1))
            inside = frozenset({clause.index, *(c.index for c in scene.below(clause))})
            yield Telling(clause, inside, (unnamed(scene, cue, "denies" if denied else "alleges"),), None, clause)


def _complement(scene: Scene, clause: Clause) -> Clause | None:
    for other in scene.clauses(clause.sentence):
        hangs = scene.tokens(other)[other.head].head == clause.head
        if hangs and other.kind != "noun" and other.marker == "that" and other.relation.startswith(("acl", "ccomp")):
            return other
    return None


def _taken_up(scene: Scene, clause: Clause) -> bool:
    """Say whether a reporting verb takes up the claim, and so tells whose word it is: "denied claims that"."""
    return any(
        scene.ontology.cues.says(c.lemma) is not None and any(p.head == clause.head for p in c.patients) and c.agents
        for c in scene.clauses(clause.sentence)
        if c.kind == "verb"
    )


def _qualified(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield the telling of an adjective: "the purported visit", "a reported strike"."""
    words = {p.words: p for p in scene.ontology.cues.source_phrases if p.pos == "adjective"}
    for i, token in enumerate(scene.tokens(clause)):
        entry = words.get(token.text.lower())
        if entry is not None and token.head == clause.head and i < clause.head and entry.commitment != "asserts":
            span = scene.token_span(clause, i)
            yield Telling(clause, frozenset({clause.index}), (unnamed(scene, span, entry.commitment),), None, clause)
            return


def headed(scene: Scene, sentence: int) -> Iterator[Telling]:
    """Yield the source that a headline names before a colon or after a dash."""
    span = scene.reading.sentences[sentence].span
    text = scene.words(span)
    clauses = scene.clauses(sentence)
    found = COLON.match(text) or (None if text.endswith((".", "!", "?")) else DASH.search(text))
    if found is None or not clauses:
        return
    start = span.start + found.start(1)
    words = Span(span.article, start, start + len(found[1]))
    said = _source(scene, words)
    if said is not None:
        inside = frozenset(c.index for c in clauses if not words.holds(scene.token_span(c, c.head)))
        yield Telling(clauses[0], inside, (said,), None, None)


def _source(scene: Scene, words: Span) -> Said | None:
    """Return the source that a few words name: an actor, or officials, sources and the like."""
    mentions = scene.mentions(words)
    actor = mentions[-1].actor if mentions else None
    last = scene.words(words).lower().split()[-1].removesuffix("s")
    noun = scene.ontology.cues.unnamed(last)
    office = last in scene.ontology.actors.nouns("titles") or last in scene.ontology.actors.nouns("nouns")
    if actor is None and noun is None and not office:
        return None
    anonymous = actor is None and noun is not None and noun.anonymous
    source = Source(scene.words(words), actor.id if actor else None, None, "asserts", "indirect", anonymous)
    return Said(source, words, None, actor)
