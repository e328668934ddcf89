"""Persons who are new and have no title, but are told to have said what stands between quotation marks."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model.article import Article
from dragoman.model.reading import Mention, Sentence
from dragoman.model.text import Span
from dragoman.ontology.actors import ActorTable
from dragoman.reading.naming import NAME, People, name_at

_SAID = (
    r"(?:said|says|told|added|adds|stated|stressed|warned|wrote|argued|explained|noted|insisted|declared|recalled"
    r"|concluded|replied|remarked|admitted|acknowledged|complained|commented)"
)
_CLOSED = r"[,.!?]?[”\"»][,.]?[ \u00a0]"
_VERB_FIRST = re.compile(rf"{_CLOSED}{_SAID}[ \u00a0]")
_NAME_FIRST = re.compile(_CLOSED)
_THEN_VERB = re.compile(rf",?[ \u00a0]{_SAID}\b")
REASON = "no state or office is told with the name"


def speaking(
    article: Article, sentences: Sequence[Sentence], told: Sequence[Mention], people: People, *, actors: ActorTable
) -> Iterator[Mention]:
    """Yield the full names that stand by a speech verb after a quotation and that nothing else has introduced."""
    taken = sorted((m.span.start, m.span.end) for m in told)
    for sentence in sentences:
        for start, end in sorted(set(_names(article, sentence))):
            if any(s < end and start < e for s, e in taken) or _no_person(article.text[start:end], actors):
                continue
            person = people.introduce(article.text[start:end], owner=None, slug=None, former=False)
            reason = None if person.country else REASON
            yield Mention(Span(article.id, start, end), article.text[start:end], person, "name", reason)


def _names(article: Article, sentence: Sentence) -> Iterator[tuple[int, int]]:
    begin, stop = sentence.span.start, sentence.span.end
    for found in _VERB_FIRST.finditer(article.text, begin, stop):
        if name := _name(article.text, found.end(), stop):
            yield name
    for found in _NAME_FIRST.finditer(article.text, begin, stop):
        name = _name(article.text, found.end(), stop)
        if name and _THEN_VERB.match(article.text, name[1], stop):
            yield name


def _name(text: str, at: int, stop: int) -> tuple[int, int] | None:
    """Where a name of at least two words stands that begins here."""
    found = name_at(text[at : min(stop, at + 90)]) if NAME.match(text, at, stop) else None
    if found is None or " " not in text[at + found[0] : at + found[1]]:
        return None
    return at + found[0], at + found[1]


def _no_person(name: str, actors: ActorTable) -> bool:
    """ "Human Rights Watch said": a name of which a word is an actor's or a place's is left alone."""
    return any(w in actors.places() or actors.lookup(w) for w in (name, name.split()[-1]))
