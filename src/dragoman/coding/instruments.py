"""Which phrase names an instrument, of which kind and for how long."""

from collections.abc import Iterator

from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument
from dragoman.model.text import Span

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "same", "both"})
NEAR = 600  # code points, some three sentences: how far back "it" and "the approval" may look for their instrument
# predicates whose "for" tells how long an instrument binds
TERM_WORDS = frozenset({"run", "last", "valid", "sign", "conclude", "renew", "extend", "remain", "hold"})
GENERAL_KIND = "agreement"


def instrument(scene: Scene, clause: Clause, phrase: Phrase) -> Instrument | None:
    """Return the instrument a phrase names or points back at, None when it is no such thing."""
    head = scene.tokens(clause)[phrase.head]
    until_head = Span(phrase.span.article, phrase.span.start, head.end)
    words = scene.words(until_head)
    table = scene.ontology.instruments
    kind = table.kind_of(words)
    if kind is None and not (table.refers_back(head.lemma.lower()) and _definite(scene, clause, phrase)):
        return None
    term = table.term_of(phrase.text) or _told_term(scene, clause)
    return Instrument(phrase.text, kind.id if kind else GENERAL_KIND, term)


def _told_term(scene: Scene, clause: Clause) -> str | None:
    """Return the term a clause gives its instrument: "signed for ten years", "runs for 25 years"."""
    if clause.lemma not in TERM_WORDS:
        return None
    terms = (scene.ontology.instruments.term_of(o.phrase.text) for o in clause.obliques if o.case == "for")
    return next((t for t in terms if t), None)


def pointed(scene: Scene, clause: Clause, phrase: Phrase) -> Instrument | None:
    """Return the instrument that "it" stands for, by the words that name it; None where that is open."""
    head = scene.token_span(clause, phrase.head)
    pointer = scene.pointer(head) if scene.tokens(clause)[phrase.head].upos == "PRON" else None
    if pointer is None:
        return None
    words = scene.words(pointer.antecedent)
    kind = scene.ontology.instruments.kind_of(words)
    return Instrument(words, kind.id if kind else GENERAL_KIND, scene.ontology.instruments.term_of(words))


def is_pointer(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase is a bare pronoun that may stand for an instrument: "it", "which"."""
    token = scene.tokens(clause)[phrase.head]
    return token.upos == "PRON" and token.text.lower() in ("it", "which", "that", "this")


def _definite(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    tokens = scene.tokens(clause)
    return any(
        t.head == phrase.head
        and (t.text.lower() in DEFINITE or t.dep in ("nmod:poss", "det"))
        and t.text.lower() not in ("a", "an")
        for t in tokens
    )


def partners(scene: Scene, clause: Clause, phrase: Phrase) -> Iterator[Phrase]:
    """Yield the phrases that name parties beside the actor: "a treaty with Peru", "between Oman and Yemen"."""
    for oblique in clause.obliques:
        if oblique.case in ("with", "between", "among"):
            yield oblique.phrase
    for other in scene.clauses(clause.sentence):
        if other.kind == "noun" and other.head == phrase.head:
            yield from (o.phrase for o in other.obliques if o.case in ("with", "between", "among"))
            yield from (a for a in other.agents if scene.mention(other, a) is not None)


def salient(scene: Scene, before: int) -> bool:
    """Say whether an instrument has been named shortly before offset ``before``."""
    table = scene.ontology.instruments
    for sentence in scene.reading.sentences:
        for token in sentence.tokens:
            near = before - NEAR < token.start < before and token.upos in ("NOUN", "PROPN")
            if near and table.is_head(token.lemma.lower()):
                return True
    return False
