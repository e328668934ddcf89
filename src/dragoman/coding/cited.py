"""Sources that another source names: "the agency, citing officials", "was quoted as saying", "according to"."""

import re
from collections.abc import Iterator

from dragoman.coding.chain import Said, Telling, named
from dragoman.coding.grammar import Grammar
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Source
from dragoman.model.terms import Commitment
from dragoman.model.text import Span
from dragoman.ontology.cue import Pos

CITING = frozenset({"cite", "quote"})
# what one is who holds a thing to be so
INSISTING = frozenset({"adamant", "insistent", "sure", "certain", "convinced", "confident", "positive", "doubtful"})
# who printed what a source wrote: "a statement carried by the agency"
PRINTED = re.compile(r",? (?:as )?(quoted|cited|carried|published|broadcast|released|relayed) (?:by|in|on) (.{2,50})$")


def quotes(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause tells that somebody is quoted as saying something."""
    return clause.lemma in CITING and saying(scene, clause) is not None


def saying(scene: Scene, clause: Clause) -> Clause | None:
    """Return the "as saying" of a clause that quotes somebody."""
    return next((c for c in scene.children(clause) if c.marker == "as" and _is_ing(scene, c)), None)


def _is_ing(scene: Scene, clause: Clause) -> bool:
    return scene.tokens(clause)[clause.head].xpos == "VBG"


def is_saying(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause is the "as saying" of one that quotes somebody: its speaker is who is quoted."""
    parent = scene.parent(clause) if clause.marker == "as" else None
    return parent is not None and parent.lemma in CITING and saying(scene, parent) is clause


def quoters(clause: Clause, said: Clause) -> tuple[Phrase, ...]:
    """Return who quotes: the one who does, or "by" whom somebody is quoted."""
    by = tuple(o.phrase for c in (clause, said) for o in c.obliques if o.case == "by")
    return clause.agents or by


def within(scene: Scene, sentence: int, told: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Return the tellings of a sentence with those of whom a teller cites: "TASS said, citing the ministry"."""
    found = [t for c in scene.clauses(sentence) for t in _cites(scene, c, told)]
    return (*told, *found) if found else told


def _cites(scene: Scene, clause: Clause, told: tuple[Telling, ...]) -> Iterator[Telling]:
    if clause.lemma not in CITING or not _is_ing(scene, clause) or not clause.patients or saying(scene, clause):
        return
    over = [t for t in told if t.cue is not None and t.by is not clause and clause.index not in t.content]
    near = [t for t in over if clause.parent == t.by.index or t.by.parent == clause.index] or over
    cue = scene.token_span(clause, clause.head)
    sources = tuple(
        s
        for p in clause.patients
        if can_tell(scene, clause, p)
        for s in named(scene, clause, p, "asserts", "indirect", cue)
    )
    if near and sources:
        yield Telling(clause, near[-1].content, sources, None, near[-1].top, inner=True)


def minded(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield the telling of what somebody thinks to be so: "officials believe Oslo paid", "Rome is adamant that it did".

    Who thinks so keeps a distance where nothing else in the word does.
    """
    content = next((c for c in scene.children(clause) if _thought(c)), None)
    pos: Pos = "verb" if clause.kind == "verb" else "adjective"
    if content is None or not _thinks(scene, clause, pos) or clause.voice == "passive":
        return
    governor = scene.ontology.cues.governor(clause.lemma, "that", pos=pos)
    commitment: Commitment = "doubts" if governor is None or governor.modality == "actual" else "asserts"
    cue = scene.token_span(clause, clause.head)
    sources = tuple(
        s
        for p in clause.agents
        if can_tell(scene, clause, p)
        for s in named(scene, clause, p, commitment, "indirect", cue)
    )
    if sources:
        inside = frozenset({content.index, *(c.index for c in scene.below(content))})
        yield Telling(clause, inside, sources, None, content)


def _thought(clause: Clause) -> bool:
    stated = clause.marker in (None, "that")  # "considers whether to pay" thinks nothing
    return stated and (clause.relation == "ccomp" or (clause.marker == "that" and clause.relation == "advcl"))


def _thinks(scene: Scene, clause: Clause, pos: Pos) -> bool:
    if pos == "adjective":
        return clause.lemma in INSISTING
    cue = scene.ontology.cues.assesses(clause.lemma, pos)
    return cue is not None and "that" in cue.frames and scene.ontology.cues.says(clause.lemma) is None


def can_tell(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase names somebody or something that can be quoted: "officials", not "poor health"."""
    head = scene.tokens(clause)[phrase.head]
    cues, lemma = scene.ontology.cues, head.lemma.lower()
    offices = scene.ontology.actors
    known = cues.unnamed(lemma) is not None or cues.said(lemma) is not None
    known = known or lemma in offices.nouns("titles") or lemma in offices.nouns("nouns")
    return known or head.upos == "PROPN" or bool(scene.actors(clause, phrase)) or lemma in ("people", "person")


def phrased(scene: Scene, clause: Clause) -> Iterator[Telling]:
    """Yield tellings without a verb: "according to the ministry", "reportedly"."""
    phrases = scene.source_phrases
    content = frozenset({clause.index, *(c.index for c in scene.below(clause))})
    for case, phrase in cited(scene, clause):
        citing = phrases[case]
        cue = Span(scene.article.id, max(0, phrase.span.start - len(case) - 1), phrase.span.start - 1)
        printed, phrase = _printed(scene, clause, phrase)
        said = tuple(named(scene, clause, phrase, citing.commitment, "indirect", cue))
        if printed is not None:
            yield Telling(clause, content, (printed,), None, clause)
        yield Telling(clause, content, said, None, clause, inner=printed is not None)
    for i, token in enumerate(scene.tokens(clause)):
        entry = phrases.get(token.text.lower()) if token.upos == "ADV" and token.head == clause.head else None
        if entry is None or entry.names_source:
            continue
        span = scene.token_span(clause, i)
        source = Source("not named", None, token.text, entry.commitment, "indirect", anonymous=True)
        yield Telling(clause, content, (Said(source, None, span),), None, clause)


def cited(scene: Scene, clause: Clause) -> Iterator[tuple[str, Phrase]]:
    """Yield the sources that a phrase such as "according to" names for a clause, hung from its verb or from a noun."""
    phrases = {words: p for words, p in scene.source_phrases.items() if p.names_source}
    told = [o for o in clause.obliques if o.case in phrases]
    yield from ((o.case, o.phrase) for o in told)
    words = scene.words(scene.sentence(clause).span).lower()
    if not any(w in words for w in phrases):
        return
    g = Grammar(scene.article.id, scene.tokens(clause))
    for i, token in enumerate(g.tokens):
        known = any(o.phrase.head == i for o in told) or token.dep not in ("obl", "nmod", "advcl", "nmod:desc")
        case = "" if known else g.case(i)
        if case in phrases and scene.clause_at(clause.sentence, token.start) is clause:
            span = g.phrase(i)
            yield case, Phrase(i, span, scene.words(span))


def _printed(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[Said | None, Phrase]:
    """Return who printed what a source says, and the source without those words."""
    words = scene.words(phrase.span)
    found = PRINTED.search(words)
    if found is None:
        return None, phrase
    start = phrase.span.start
    by = Span(phrase.span.article, start + found.start(2), start + found.end(2))
    cue = Span(by.article, start + found.start(1), start + found.end(1))
    actor = next((m.actor for m in reversed(scene.mentions(by)) if m.actor is not None), None)
    source = Source(found[2], actor.id if actor else None, found[1], "reports", "indirect", anonymous=False)
    span = Span(by.article, start, start + found.start())
    return Said(source, by, cue, actor), Phrase(phrase.head, span, words[: found.start()])
