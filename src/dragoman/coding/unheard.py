"""Words of saying that the clauses do not show as such, told by how the words stand: their sources join the chain."""

from collections.abc import Iterator

from dragoman.coding import complements
from dragoman.coding.chain import Telling, named
from dragoman.coding.complements import FINITE, Wording
from dragoman.coding.grammar import Grammar
from dragoman.coding.quoted import Quoted
from dragoman.coding.sayings import told_by
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.text import Span

SAYING = frozenset({"that", "quote"})


def unheard(scene: Scene, quoted: Quoted, sentence: int, told: tuple[Telling, ...]) -> Iterator[Telling]:
    """Yield the tellings of the words of saying that no telling is by, for clauses that nobody is told to have said."""
    heads = {t.by.head for t in told}
    covered = {i for t in told for i in t.content}
    g = Grammar(scene.article.id, scene.reading.sentences[sentence].tokens)
    for i, wording in _words(scene, g):
        if i in heads:
            continue
        one = told_by(quoted, g, i, wording)
        clauses = [] if one is None else [c for c in scene.clauses(sentence) if _within(scene, c, one.content)]
        content = frozenset(c.index for c in clauses) - covered
        by = scene.clause_at(sentence, g.tokens[i].start)
        if one is None or one.source is None or by is None or not content or by.negated:
            continue
        cue = scene.ontology.cues.says(wording.lemma)
        if cue is not None:
            speaker = Phrase(head_of(g, one.source), one.source, scene.words(one.source))
            sources = tuple(named(scene, by, speaker, cue.commitment, "indirect", one.cue))
            yield Telling(by, content, sources, None, None)


def _words(scene: Scene, g: Grammar) -> Iterator[tuple[int, Wording]]:
    cues = scene.ontology.cues
    for i, token in enumerate(g.tokens):
        if token.xpos not in FINITE or token.upos != "VERB":
            continue
        cue = cues.says(token.lemma.lower())
        if cue is None or not set(cue.frames) >= SAYING or g.first(i, "xcomp") is not None:
            continue  # whoever "pledged to go" or "demanded to know" does more than say
        wording = complements.wording(cues, g.lemma(i), "verb")
        if wording is not None:
            yield i, wording


def _within(scene: Scene, clause: Clause, spans: tuple[Span, ...]) -> bool:
    return any(s.holds(scene.token_span(clause, clause.head)) for s in spans)


def head_of(g: Grammar, span: Span) -> int:
    """Return the word of a phrase that hangs from outside it."""
    inside = [i for i, t in enumerate(g.tokens) if span.start <= t.start < span.end]
    return next((i for i in inside if g.tokens[i].head not in inside or g.tokens[i].head == i), inside[0])
