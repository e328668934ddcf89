"""Which phrase names an instrument, of which kind and for how long."""

import re
from collections.abc import Iterator

from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument
from dragoman.model.text import Span

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "same", "both"})
NEAR = 1500  # code points, some eight sentences: how far back "it" and "the approval" may look for their instrument
# predicates whose "for" tells how long an instrument binds
TERM_WORDS = frozenset({"run", "last", "valid", "sign", "conclude", "renew", "extend", "remain", "hold"})
GENERAL_KIND = "agreement"
WITH = ("with", "between", "among")
FIGURES_OPEN = re.compile(r",?\s(?:by|with|in|on)(?:\sa\s(?:vote|majority|margin)\sof)?\Z", re.IGNORECASE)


def instrument(scene: Scene, clause: Clause, phrase: Phrase) -> Instrument | None:
    """Return the instrument a phrase names or points back at, None when it is no such thing."""
    head = scene.tokens(clause)[phrase.head]
    until_head = Span(phrase.span.article, phrase.span.start, head.end)
    words = scene.words(until_head)
    table = scene.ontology.instruments
    kind = table.kind_of(words) or table.known_in(words)
    if kind is None and table.is_no_instrument(words):
        return None
    if kind is None and not (table.refers_back(head.lemma.lower()) and _definite(scene, clause, phrase)):
        return None
    term = table.term_of(phrase.text) or _told_term(scene, clause)
    first = _told_first(scene, clause, phrase)
    named = table.kind_of(scene.words(first)) if first else None
    found = max((k for k in (kind, named) if k), key=lambda k: k.specific, default=None)
    name = scene.words(first) if first else _name(scene, phrase, head.end)
    return Instrument(name, found.id if found else GENERAL_KIND, term or (table.term_of(name) if first else None))


def _told_first(scene: Scene, clause: Clause, phrase: Phrase) -> Span | None:
    """Return where what "the pact" stands for was told first, None where the words name it themselves."""
    pointer = scene.pointer(scene.token_span(clause, phrase.head))
    return pointer.antecedent if pointer is not None else None


def _name(scene: Scene, phrase: Phrase, head: int) -> str:
    """Return the words that name an instrument, without what is said of it behind a comma."""
    words = _without_figures(scene, phrase)
    comma = words.find(", ", max(0, head - phrase.span.start))
    return words[:comma] if comma > 0 else words


def _without_figures(scene: Scene, phrase: Phrase) -> str:
    """Return the words for an instrument without the figures of a vote that the parser hung from it."""
    tallies = scene.tallies(phrase.span)
    if not tallies:
        return phrase.text
    before = scene.article.text[phrase.span.start : tallies[0].span.start].rstrip(" ,(")
    return FIGURES_OPEN.sub("", before) or phrase.text


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


def partners(scene: Scene, clause: Clause, phrase: Phrase) -> Iterator[tuple[Phrase, Actor]]:
    """Yield who is named as party beside the actor: "a treaty with Peru", "between Oman and Yemen".

    Where the words only point at an instrument told before, also those named with it there.
    """
    yield from ((p, a) for p in _beside(scene, clause, phrase.head) for a in scene.actors(clause, p))
    pronoun = scene.tokens(clause)[phrase.head].upos == "PRON"
    pointer = scene.pointer(scene.token_span(clause, phrase.head))
    if pointer is not None and not (pronoun and pointer.antecedent.start >= scene.sentence(clause).span.start):
        yield from _named_with(scene, pointer.antecedent)


def _beside(scene: Scene, clause: Clause, head: int) -> Iterator[Phrase]:
    for oblique in clause.obliques:
        if oblique.case in WITH:
            yield oblique.phrase
    for other in scene.clauses(clause.sentence):
        if other.kind == "noun" and other.head == head:
            yield from (o.phrase for o in other.obliques if o.case in WITH)
            yield from (a for a in other.agents if not _is_namesake(scene, other, a))


def _is_namesake(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether an instrument only has its name from a city: "the Pretoria agreement" binds no South Africa."""
    mention = scene.mention(clause, phrase)
    possessive = scene.article.text[phrase.span.end - 2 : phrase.span.end + 2]
    return mention is None or (mention.form == "capital" and "’s" not in possessive and "'s" not in possessive)


def _named_with(scene: Scene, antecedent: Span) -> Iterator[tuple[Phrase, Actor]]:
    """Yield those named with an instrument where it was told first."""
    for number, sentence in enumerate(scene.reading.sentences):
        if not sentence.span.holds(antecedent):
            continue
        for clause in scene.clauses(number):
            head = scene.token_span(clause, clause.head)
            if clause.kind == "noun" and antecedent.holds(head):
                owners = (a for a in clause.agents if not _is_namesake(scene, clause, a))
                named = (*(o.phrase for o in clause.obliques if o.case in WITH), *owners)
                yield from ((p, a) for p in named for a in scene.actors(clause, p))


def salient(scene: Scene, before: int) -> bool:
    """Say whether an instrument has been named shortly before offset ``before``."""
    table = scene.ontology.instruments
    for sentence in scene.reading.sentences:
        for token in sentence.tokens:
            near = before - NEAR < token.start < before and token.upos in ("NOUN", "PROPN")
            if near and table.is_head(token.lemma.lower()):
                return True
    return False
