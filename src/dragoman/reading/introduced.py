"""Persons no table knows whom the text introduces: "an aide, Jane Doe", "the Lithuanian priest Jane Doe"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.dependencies import Dependencies
from dragoman.model.reading import Mention, Sentence
from dragoman.model.text import Span
from dragoman.ontology import Ontology
from dragoman.ontology.actors.table import slug_of
from dragoman.ontology.names import load_names
from dragoman.reading.naming import surname
from dragoman.reading.speaking import REASON

_OWN = ("amod", "nmod:poss", "compound")


def introduced(
    article: Article,
    sentences: Sequence[Sentence],
    persons: Sequence[Mention],
    known: Sequence[Mention],
    *,
    ontology: Ontology,
) -> tuple[Mention, ...]:
    """Return names of persons with an actor where a word for what one is stands beside; then their surnames alone."""
    starts = {m.span.start: m for m in known}
    beside = _Beside(starts, ontology)
    names = {m.span.start: m for m in persons if " " in m.text}
    found = [m for s in sentences for m in beside.named(s, names)]
    who = {m.text: m.actor for m in found if m.actor is not None}
    told = [m.text for m in (*persons, *known) if " " in m.text]
    short = {surname(name): actor for name, actor in who.items() if _alone(surname(name), told)}
    rest = [replace(m, actor=who[m.text], reason=_reason(who[m.text])) if m.text in who else m for m in persons]
    rest = [replace(m, actor=short[m.text], reason=_reason(short[m.text])) if m.text in short else m for m in rest]
    taken = [m.span for m in (*rest, *known)]
    return (*rest, *_surnames(article, sentences, short, taken))


def _alone(short: str, told: Sequence[str]) -> bool:
    """Say whether but one name of the article ends in a surname."""
    return len({name for name in told if name.endswith(f" {short}")}) == 1


def _reason(actor: Actor) -> str | None:
    return None if actor.country else REASON


def _surnames(
    article: Article, sentences: Sequence[Sentence], short: dict[str, Actor], taken: Sequence[Span]
) -> Iterator[Mention]:
    if not short:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(s) for s in sorted(short))})(?![\w-])")
    for sentence in sentences:
        for match in pattern.finditer(article.text, sentence.span.start, sentence.span.end):
            span = Span(article.id, *match.span())
            if not any(span.touches(other) for other in taken):
                actor = short[match.group()]
                yield Mention(span, match.group(), actor, "name", _reason(actor))


class _Beside:
    """Finds the word for what a person is that stands beside the person's name."""

    def __init__(self, known: dict[int, Mention], ontology: Ontology) -> None:
        self._known, self._ontology = known, ontology

    def named(self, sentence: Sentence, names: dict[int, Mention]) -> Iterator[Mention]:
        """Yield the names of a sentence that are introduced in it."""
        tokens = sentence.tokens
        tree = Dependencies(tokens)
        at = {t.start: i for i, t in enumerate(tokens)}
        for start, i in at.items():
            mention = names.get(start)
            noun = self._noun(tree, i) if mention is not None else None
            if mention is not None and noun is not None:
                actor = Actor(f"person/{slug_of(mention.text)}", mention.text, "person", self._country(tree, noun), ())
                yield replace(mention, actor=actor, reason=_reason(actor))

    def _noun(self, tree: Dependencies, i: int) -> int | None:
        """Return the noun that a name is in apposition to, or that stands in apposition to it or right before it."""
        token = tree.tokens[i]
        over = [token.head] if token.dep in ("appos", "flat") else []
        beside = [*over, *tree.dependents(i, "appos", "nmod:desc", "compound")]
        return next((k for k in beside if self._is_person(tree.tokens[k].lemma.lower())), None)

    def _is_person(self, lemma: str) -> bool:
        unnamed = self._ontology.cues.unnamed(lemma)
        listed = lemma in self._ontology.actors.nouns("titles") or "T" in load_names().get(lemma, "")
        return listed or (unnamed is not None and unnamed.kind in ("official", "expert"))

    def _country(self, tree: Dependencies, noun: int) -> str | None:
        """Return the state whose name stands before the noun: "Bangladesh's chief adviser"."""
        for k in (noun, *tree.dependents(noun, *_OWN)):
            mention = self._known.get(tree.tokens[k].start)
            if mention is not None and mention.actor is not None and mention.actor.country:
                return mention.actor.country
        return None
