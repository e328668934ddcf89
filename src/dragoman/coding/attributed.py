"""All that is attributed in an article: what somebody says, thinks, wants or feels, with source and cue.

This is wider than the statements of the record, which are speech acts alone: a thought and a plan are attributed,
and nobody has said them.
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding import complements, tellers, turns
from dragoman.coding.complements import Wording
from dragoman.coding.grammar import Grammar
from dragoman.coding.quoted import Quoted
from dragoman.coding.sayings import Attributed, told_by
from dragoman.coding.scene import Scene
from dragoman.model.reading import Quote, Sentence
from dragoman.model.text import Span
from dragoman.ontology.cue import Pos

POS: dict[str, Pos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


def attributed(scene: Scene) -> tuple[Attributed, ...]:
    """Return every attribution of an article, in text order."""
    quoted = Quoted(scene)
    found: list[Attributed] = []
    for number, sentence in enumerate(scene.reading.sentences):
        found += _in_sentence(scene, quoted, number, sentence)
    taken = {q.span for a in found if quoted.over(a.cue.start) is None for s in a.content for q in quoted.touching(s)}
    spread = [_spread(quoted, a, taken) for a in found]
    return tuple(sorted({*spread, *turns.labelled(scene), *turns.signed(scene)}, key=_place))


def _within(one: Attributed, others: list[Attributed]) -> bool:
    """Say whether a thought or a plan is told within what somebody else is told to have said or thought."""
    return any(a is not one and any(s.holds(one.cue) for s in a.content) for a in others)


def _place(one: Attributed) -> tuple[Span, Span]:
    return one.cue, one.content[0]


def _in_sentence(scene: Scene, quoted: Quoted, number: int, sentence: Sentence) -> Iterator[Attributed]:
    g = Grammar(scene.article.id, sentence.tokens)
    words = [(i, w) for i in range(len(sentence.tokens)) if (w := _word(scene, g, i)) is not None]
    told = {i: a for i, w in words if (a := told_by(quoted, g, i, w)) is not None}
    for i in [i for i in told if g.tokens[i].upos == "NOUN" and g.tokens[i].dep == "obj"]:
        if g.lemma(g.tokens[i].head) in complements.VOICING:
            told.pop(g.tokens[i].head, None)
    found = list(told.values())
    found += _phrases(scene, g)
    found += _quoting(quoted, g, sentence, words, found)
    yield from (a for a in found if not _within(a, found))
    if not any(a.speech for a in found):
        yield from turns.headed(scene, number, sentence)


def _word(scene: Scene, g: Grammar, i: int) -> Wording | None:
    pos = POS.get(g.tokens[i].upos)
    if pos is None:
        return None
    return complements.wording(scene.ontology.cues, g.lemma(i), pos)


def _phrases(scene: Scene, g: Grammar) -> Iterator[Attributed]:
    """Yield what "according to" and the like attribute, and what is "reportedly" so."""
    phrases = scene.source_phrases
    for i, token in enumerate(g.tokens):
        if token.dep in ("obl", "nmod", "obl:agent", "advcl", "parataxis", "root", "advmod", "dep", "nmod:desc"):
            entry = phrases.get(g.case(i))
            if entry is not None and entry.names_source:
                yield from _according(scene, g, i)
        entry = phrases.get(token.text.lower()) if token.upos == "ADV" else None
        if entry is not None and not entry.names_source:
            spans = g.runs(w for w in g.under(token.head) if w != i)
            if spans and token.head != i:
                yield Attributed(None, g.word(i), spans, False)


def _according(scene: Scene, g: Grammar, i: int) -> Iterator[Attributed]:
    marks = [w for c in g.dependents(i, "case", "mark") for w in g.under(c)]
    top = next((a for a in g.above(i) if g.tokens[a].upos in ("VERB", "AUX") or g.first(a, "cop") is not None), None)
    top = g.tokens[i].head if top is None else top
    while g.tokens[top].dep in ("advcl", "xcomp", "conj") and g.tokens[top].head != top:
        top = g.tokens[top].head  # "sent men to mend it, according to Oslo": the sending, too
    own = set(g.under(i))
    if top == i:
        return
    spans = g.runs(w for w in g.under(top) if w not in own)
    if spans:
        cue = Span(scene.article.id, g.tokens[min(marks)].start, g.tokens[max(marks)].end)
        yield Attributed(g.phrase(i), cue, spans, False)


def _quoting(
    quoted: Quoted, g: Grammar, sentence: Sentence, words: list[tuple[int, Wording]], found: list[Attributed]
) -> Iterator[Attributed]:
    """Yield the quotations of a sentence that stand beside a reporting verb, whatever the parse made of them."""
    taken = {q.span for a in found if a.speech for s in a.content for q in quoted.touching(s)}
    free = [q for q in quoted.touching(sentence.span) if q.whole and q.span not in taken and quoted.set_off(q)]
    verbs = [i for i, w in words if w.speech and quoted.over(g.word(i).start) is None]
    if not free or not verbs:
        return
    for i in verbs:
        source = tellers.source(quoted, g, i, next(w for n, w in words if n == i))
        near = [q for q in free if _nearest(g, verbs, q) == i]
        if near:
            yield Attributed(source, g.word(i), tuple(q.span for q in near), True)


def _nearest(g: Grammar, verbs: list[int], quote: Quote) -> int:
    def far(i: int) -> int:
        word = g.word(i)
        return word.start - quote.span.end if word.start >= quote.span.end else quote.span.start - word.end

    return min(verbs, key=far)


def _spread(quoted: Quoted, one: Attributed, taken: set[Span]) -> Attributed:
    """Let a saying go on in the quotations that follow and that nobody else is told to have spoken."""
    quotes = [q for s in one.content for q in quoted.touching(s) if q.whole or q.span == s] if one.speech else []
    if not quotes or quoted.over(one.cue.start) is not None:
        return one
    more: list[Span] = []
    for quote in quoted.going_on(quotes[-1]):
        if quote.span in taken:
            break
        more.append(quote.span)
    return replace(one, content=(*one.content, *more)) if more else one
