"""Statements: the speech acts of actors, and what a denial denies."""

from collections.abc import Iterator

from dragoman.coding import circumstance
from dragoman.coding.attribution import Attribution
from dragoman.coding.chain import Said, Telling, named
from dragoman.coding.drafts import Draft, Filled, Held, fill
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import StatementContent
from dragoman.model.terms import Directness, LinkKind
from dragoman.model.text import Span
from dragoman.ontology.cue import SpeechCue

SOURCING = frozenset({"source", "media", "document"})  # naming these makes a link of the chain, and no statement
BACK = 2  # sentences; how far back "the allegation" may point


def statements(scene: Scene, attribution: Attribution) -> Iterator[Draft]:
    """Yield a draft for everything an actor is told to have said, one for each speaker."""
    for clause in scene.reading.clauses:
        cue = scene.ontology.cues.says(clause.lemma) if clause.kind == "verb" else None
        if cue is None or clause.negated:  # "has not answered" says nothing
            continue
        telling = attribution.telling(clause)
        said = _said(scene, clause, cue, telling)
        if said is not None:
            yield from _drafts(scene, attribution, clause, cue=cue, said=said)
    yield from _continued(scene, attribution)


def _continued(scene: Scene, attribution: Attribution) -> Iterator[Draft]:
    """Yield the sentences of a quotation that go on after its speaker was named."""
    for sentence, tellings in attribution.tellings.items():
        for telling in tellings:
            main = next((c for c in scene.clauses(sentence) if c.kind != "noun"), None)
            if telling.by.sentence == sentence or telling.cue is None or main is None:
                continue
            speaker = telling.sources[0]
            if speaker.source_span is None or speaker.actor is None:
                continue
            span = scene.reading.sentences[sentence].span
            words = scene.words(span).strip('“”"« »')
            start = scene.article.text.index(words, span.start)
            inner = Span(span.article, start, start + len(words))
            yield Draft(
                kind="statement",
                content=StatementContent(words, "direct"),
                roles=(Filled("speaker", speaker.actor, speaker.source.source, speaker.source_span),),
                clause=main,
                span=span,
                rule=f"statements/{telling.cue.commitment}/{telling.cue.lemma}+goes on",
                evidence=(("statement.text", inner), ("statement", inner)),
                key=f"statement@{sentence}.{main.index}.q",
                held=Held(),
            )


Words = tuple[Span, Directness]


def _said(scene: Scene, clause: Clause, cue: SpeechCue, telling: Telling | None) -> Words | None:
    """Return the words said: a clause, what a thing is described as, or the allegation that is denied."""
    if telling is not None and telling.top is not None:
        return _content(scene, clause, telling)
    if "as" in cue.frames:
        for oblique in clause.obliques:
            if oblique.case == "as" and clause.patients:
                span = Span(scene.article.id, clause.patients[0].span.start, _closed(scene, oblique.phrase.span).end)
                return (span, _directness(scene, oblique.phrase.span)) if span.start < span.end else None
    if "object" in cue.frames and clause.patients and _sayable(scene, clause, cue):
        return clause.patients[0].span, _directness(scene, clause.patients[0].span)
    return None


def _content(scene: Scene, clause: Clause, telling: Telling) -> Words:
    assert telling.top is not None
    directness = telling.sources[0].source.directness or "indirect"
    span = _unmarked(scene, telling.top)
    if directness == "direct":
        quotes = [q for q in scene.quotes(span) if q.whole] or list(scene.quotes(span))
        return quotes[0].inner, directness
    if span.holds(clause.span):  # "the talks, he said, would go on": the aside stands in the middle
        start, end = span.start, span.end
        if clause.span.end >= end - 1:
            end = clause.span.start
        elif clause.span.start <= start + 1:
            start = clause.span.end
        words = scene.words(Span(span.article, start, end))
        return Span(span.article, start, start + len(words.rstrip(" ,"))), directness
    return span, directness


def _unmarked(scene: Scene, top: Clause) -> Span:
    """Return a clause with all that hangs from it, without the "that" or "of" that opens it."""
    opened = f"{top.marker} " if top.marker in ("that", "of") else ""
    start = top.whole.start + (len(opened) if scene.words(top.whole).lower().startswith(opened) else 0)
    return Span(top.whole.article, start, top.whole.end)


def _sayable(scene: Scene, clause: Clause, cue: SpeechCue) -> bool:
    """Say whether the object of a reporting verb is something said: "denied the allegation", "denied entry" is not."""
    head = scene.tokens(clause)[clause.patients[0].head].lemma.lower()
    return head in cue.nouns if cue.nouns else scene.ontology.cues.said(head) is not None


def _closed(scene: Scene, span: Span) -> Span:
    """Widen a span to the end of a quotation that it opens."""
    ends = [q.span.end for q in scene.quotes(span)]
    return Span(span.article, span.start, max([span.end, *ends]))


def _directness(scene: Scene, span: Span) -> Directness:
    return "partial" if scene.quotes(span) else "indirect"


def _drafts(scene: Scene, attribution: Attribution, clause: Clause, *, cue: SpeechCue, said: Words) -> Iterator[Draft]:
    for number, phrase in enumerate(clause.agents):
        if not _speaks(scene, clause, phrase):
            continue
        for each in named(scene, clause, phrase, cue.commitment, said[1], scene.token_span(clause, clause.head)):
            yield _draft(scene, clause, cue=cue, said=said, speaker=each, phrase=phrase, number=number)


def _speaks(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase names somebody whose words are an act: an actor or officials, no medium and no paper."""
    head = scene.tokens(clause)[phrase.head]
    noun = scene.ontology.cues.unnamed(head.lemma.lower())
    actors = scene.actors(clause, phrase)
    if (noun is not None and noun.kind in SOURCING) or any("JRN" in a.sector for a in actors):
        return False
    return bool(actors) or head.upos == "PROPN" or (noun is not None and noun.kind == "official")


def _draft(
    scene: Scene, clause: Clause, *, cue: SpeechCue, said: Words, speaker: Said, phrase: Phrase, number: int
) -> Draft:
    span, directness = said
    roles = [Filled("speaker", speaker.actor, phrase.text, phrase.span), *_objects(scene, clause, cue)]
    return Draft(
        kind="statement",
        content=StatementContent(scene.words(span), directness),
        roles=tuple(roles),
        clause=clause,
        span=_around(scene, clause, span),
        rule=f"statements/{cue.commitment}/{cue.lemma}",
        evidence=(("statement.text", span), ("statement", _around(scene, clause, span))),
        dated=circumstance.dated(scene, clause),
        where=circumstance.where(scene, clause),
        key=f"statement@{clause.sentence}.{clause.index}.{number}",
        links=tuple(_denied(scene, clause, cue)),
        saying=speaker,
    )


def _around(scene: Scene, clause: Clause, said: Span) -> Span:
    """Return the words of the saying with the said, within the sentence."""
    limit = scene.sentence(clause).span
    start, end = min(clause.span.start, said.start), max(clause.span.end, said.end)
    return Span(said.article, max(start, limit.start), min(end, limit.end))


def _objects(scene: Scene, clause: Clause, cue: SpeechCue) -> Iterator[Filled]:
    """Yield whom the words are about ("accused Tehran of …") or whom they are spoken to ("told reporters")."""
    phrases = clause.recipients or clause.patients
    if not (cue.target or cue.addressee):
        return
    for phrase in phrases:
        actors = scene.actors(clause, phrase)
        if actors:
            yield from fill("object" if cue.target else "addressee", actors, phrase)


def _denied(scene: Scene, clause: Clause, cue: SpeechCue) -> Iterator[tuple[LinkKind, str]]:
    """Yield a link to the accusation that a denial takes up: "an allegation Rabat continues to deny".

    Only where the words say that an allegation, a claim or a charge is denied, or where the accused denies "this"; a
    denial of something else denies that.
    """
    if cue.commitment != "denies":
        return
    named, pointed = _sayable_denial(scene, clause), _points(scene, clause)
    if not (named or pointed):
        return
    for sentence in range(clause.sentence, max(-1, clause.sentence - BACK), -1):
        for other in reversed(scene.clauses(sentence)):
            alleges = scene.ontology.cues.says(other.lemma) if other.kind == "verb" else None
            before = sentence < clause.sentence or other.span.start < clause.span.start
            if alleges is None or alleges.commitment != "alleges" or other is clause or not before:
                continue
            if named or _countries(scene, other, other.patients) & _countries(scene, clause, clause.agents):
                yield "denies", f"content@{sentence}.{other.index}"
                yield "answers", f"statement@{sentence}.{other.index}.0"
                return


def _sayable_denial(scene: Scene, clause: Clause) -> bool:
    heads = (scene.tokens(clause)[p.head].lemma.lower() for p in clause.patients)
    nouns = (scene.ontology.cues.said(h) for h in heads)
    return any(n is not None and n.refers for n in nouns)


def _points(scene: Scene, clause: Clause) -> bool:
    return any(p.text.lower() in ("this", "that", "it", "both", "them") for p in clause.patients)


def _countries(scene: Scene, clause: Clause, phrases: tuple[Phrase, ...]) -> set[str]:
    return {a.country for p in phrases for a in scene.actors(clause, p) if a.country}
