"""Statements: the speech acts of actors, and what a denial denies."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding import circumstance
from dragoman.coding.attribution import Attribution
from dragoman.coding.carried import carried, from_object, rest, speaker, tells
from dragoman.coding.chain import Said, Telling, named
from dragoman.coding.drafts import Draft, Filled, fill
from dragoman.coding.grammar import Grammar
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import StatementContent
from dragoman.model.terms import Directness, LinkKind
from dragoman.model.text import Span
from dragoman.ontology.cue import SpeechCue

SOURCING = frozenset({"source", "media", "document"})  # naming these makes a link of the chain, and no statement
# before words of saying that go on from another clause, and are no aside in it: "… but Oslo said"
JOINED = re.compile(r"\b(?:and|but|while|although|though|yet|whereas)\s*$|;\s*$")
BACK = 2  # sentences; how far back "the allegation" may point


def statements(scene: Scene, attribution: Attribution) -> Iterator[Draft]:
    """Yield a draft for everything an actor is told to have said, one for each speaker."""
    for clause in scene.reading.clauses:
        cue = scene.ontology.cues.says(clause.lemma) if clause.kind == "verb" else None
        if cue is None or clause.negated or not tells(scene, clause):  # "has not answered" says nothing
            continue
        telling = attribution.telling(clause)
        said = _whole(scene, clause, cue, _said(scene, attribution, clause, cue=cue, telling=telling))
        if said is not None:
            yield from _drafts(scene, attribution, clause, cue=cue, said=said)


Words = tuple[tuple[Span, ...], Directness]  # the pieces of what is said: cut by the words that say it


def _said(
    scene: Scene, attribution: Attribution, clause: Clause, *, cue: SpeechCue, telling: Telling | None
) -> Words | None:
    """Return the words said: a clause, what a thing is described as, or the allegation that is denied."""
    if telling is not None and telling.top is not None:
        return _content(scene, attribution, clause, telling=telling)
    if "as" in cue.frames:
        for oblique in clause.obliques:
            if oblique.case == "as" and clause.patients:
                span = Span(scene.article.id, clause.patients[0].span.start, _closed(scene, oblique.phrase.span).end)
                return ((span,), _directness(scene, oblique.phrase.span)) if span.start < span.end else None
    if "object" in cue.frames and clause.patients and _sayable(scene, clause, cue):
        return (clause.patients[0].span,), _directness(scene, clause.patients[0].span)
    return None


def _whole(scene: Scene, clause: Clause, cue: SpeechCue, said: Words | None) -> Words | None:
    """Return words that can be shown as what somebody said; where the parse cut them short, those that follow."""
    if said is None or said[1] == "direct":
        return said
    if carried(scene, clause, cue, said[0]):
        first, *others = said[0]
        return (from_object(scene, clause, cue, first), *others), said[1]
    more = _the_charge(scene, clause) if cue.commitment == "denies" else None
    more = more or rest(scene, clause, cue)
    return None if more is None else ((more,), _directness(scene, more))


def _the_charge(scene: Scene, clause: Clause) -> Span | None:
    """Return the words for a charge whose clause says who denies it: "an allegation Rabat continues to deny"."""
    g = Grammar(scene.article.id, scene.tokens(clause))
    verb = clause.head
    while g.tokens[verb].dep == "xcomp":
        verb = g.tokens[verb].head
    noun = g.tokens[verb].head
    if g.tokens[verb].dep != "acl:relcl" or scene.ontology.cues.said(g.tokens[noun].lemma.lower()) is None:
        return None
    return next(iter(g.runs(i for i in g.under(noun, less=(verb,)) if i < verb)), None)


def _content(scene: Scene, attribution: Attribution, clause: Clause, *, telling: Telling) -> Words:
    assert telling.top is not None
    directness = telling.sources[0].source.directness or "indirect"
    span = _unmarked(scene, telling.top)
    if directness == "direct":
        pieces = [q.inner for q in attribution.quotation(telling) if q.whole]
        quotes = [q for q in scene.quotes(span) if q.whole] or list(scene.quotes(span))
        return tuple(pieces) or (quotes[0].inner,), directness
    if span.holds(clause.span):
        return _around_aside(scene, span, clause.span) or (span,), directness
    return (*_before_aside(scene, clause, span), span), directness


def _before_aside(scene: Scene, clause: Clause, span: Span) -> Iterator[Span]:
    """Yield the words before an aside amid what is said, hung elsewhere by the parse: "The talks, he said, …"."""
    text, sentence = scene.article.text, scene.sentence(clause).span
    subject = clause.agents[0].span.start if clause.agents else sentence.start
    verb = scene.token_span(clause, clause.head).end
    before = text[sentence.start : subject].rstrip()
    if subject < verb <= span.start and text[verb : span.start].strip() == "," and before.endswith(","):
        yield _trimmed(scene, Span(span.article, sentence.start, subject))


def _around_aside(scene: Scene, span: Span, aside: Span) -> tuple[Span, ...]:
    """Return what is said without the words that say it: "the talks, he said, would go on" in two pieces."""
    if JOINED.search(scene.article.text[span.start : aside.start]):
        return (_trimmed(scene, Span(span.article, aside.end, span.end)),)
    pieces = (Span(span.article, span.start, aside.start), Span(span.article, aside.end, span.end))
    return tuple(p for p in (_trimmed(scene, p) for p in pieces) if p.end > p.start + 1)


def _trimmed(scene: Scene, span: Span) -> Span:
    words = scene.words(span)
    start = span.start + len(words) - len(words.lstrip(" ,"))
    return Span(span.article, min(start, span.end), max(start, span.start + len(words.rstrip(" ,"))))


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
    telling = attribution.telling(clause)
    phrases = (telling.speaker,) if telling is not None and telling.speaker is not None else clause.agents
    for number, phrase in enumerate(phrases):
        words = speaker(scene, clause, phrase)
        if words is None or not _speaks(scene, clause, phrase):
            continue
        phrase = replace(phrase, span=words, text=scene.words(words))
        for each in named(scene, clause, phrase, cue.commitment, said[1], scene.token_span(clause, clause.head)):
            yield _draft(attribution, clause, cue=cue, said=said, teller=each, phrase=phrase, number=number)


def _speaks(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase names somebody whose words are an act: an actor or officials, no medium and no paper."""
    head = scene.tokens(clause)[phrase.head]
    noun = scene.ontology.cues.unnamed(head.lemma.lower())
    actors = scene.actors(clause, phrase)
    if (noun is not None and noun.kind in SOURCING) or any("JRN" in a.sector for a in actors):
        return False
    return bool(actors) or head.upos == "PROPN" or (noun is not None and noun.kind == "official")


def _draft(
    attribution: Attribution, clause: Clause, *, cue: SpeechCue, said: Words, teller: Said, phrase: Phrase, number: int
) -> Draft:
    scene = attribution.scene
    pieces, directness = said
    around = _around(scene, clause, pieces[0])
    roles = [Filled("speaker", teller.actor, phrase.text, phrase.span), *_objects(scene, clause, cue)]
    return Draft(
        kind="statement",
        content=StatementContent(" ".join(" ".join(scene.words(p).split()) for p in pieces), directness),
        roles=tuple(roles),
        clause=clause,
        span=around,
        rule=f"statements/{cue.commitment}/{cue.lemma}",
        evidence=(*(("statement.text", p) for p in _by_sentence(attribution, pieces)), ("statement", around)),
        dated=circumstance.dated(scene, clause),
        where=circumstance.where(scene, clause),
        key=f"statement@{clause.sentence}.{clause.index}.{number}",
        links=tuple(_denied(scene, clause, cue)),
        saying=teller,
    )


def _by_sentence(attribution: Attribution, pieces: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the words said, a piece for each sentence: evidence is no longer than that."""
    for piece in pieces:
        for n in attribution.quoted.stretch(piece):
            sentence = attribution.scene.reading.sentences[n].span
            start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
            if start < end:
                yield Span(piece.article, start, end)


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
