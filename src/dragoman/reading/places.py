"""Places: where things happen, from the same gazetteer."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.model.actor import Place
from dragoman.model.article import Article
from dragoman.model.reading import Sentence
from dragoman.model.text import Span
from dragoman.ontology.actors import ActorTable
from dragoman.reading.gazetteer import Hit, gazetteer
from dragoman.reading.setting import Setting, lists

_PLACED = re.compile(
    r"(?i:\b(?:in|inside|at|near|off|outside|around|across|throughout|over|within|from|into|to|towards?)[ \u00a0])"
    r"(?:(?:the|[a-z]+ern|central|downtown|occupied|neighbou?ring|nearby|coastal|port|city|capital|of)[ \u00a0])*\Z"
)
_LISTED = re.compile(r"(?:,|,? and|,? or)[ \u00a0](?:the[ \u00a0])?\Z")


def places(article: Article, sentences: Sequence[Sentence], *, actors: ActorTable) -> tuple[tuple[Span, Place], ...]:
    """Return the places told with a preposition ("in Oslo", "in the Red Sea"), with where they stand, in order."""
    return tuple(p for s in sentences for p in _places(article, s, actors))


def _places(article: Article, sentence: Sentence, actors: ActorTable) -> Iterator[tuple[Span, Place]]:
    start, end = sentence.span.start, sentence.span.end
    setting = Setting(article, sentence, actors, lists(actors), Counter())
    last = -1  # where the last place ended: "in Riyadh and Doha" places both
    for hit in gazetteer(actors).hits(article.text[start:end]):
        place = _place(hit, actors)
        at, stop = start + hit.start, start + hit.end
        listed = last >= 0 and bool(_LISTED.fullmatch(article.text[last:at]))
        if place is None or setting.after(stop, 1) in ("'", "’") or not (listed or _placed(setting, hit, at, stop)):
            last = -1
            continue
        last = stop
        yield Span(article.id, at, stop), place


def told_as_place(article: Article, start: int) -> bool:
    """Whether a preposition of place stands before what begins at ``start``: "in", "near the town of"."""
    return bool(_PLACED.search(article.text[max(0, start - 60) : start]))


def _placed(setting: Setting, hit: Hit, start: int, end: int) -> bool:
    """A capital "to" which something is sent is a government; a sea is always a place."""
    if hit.entry.senses:
        return setting.is_place(start, end)
    return bool(_PLACED.search(setting.before(start, 60)))


def _place(hit: Hit, actors: ActorTable) -> Place | None:
    if hit.entry.place:
        return Place(hit.text, actors.places()[hit.text], hit.text)
    states = {
        s.actor
        for s in hit.entry.senses
        if s.form == "name" and len(s.actor) == 3 and actors.get(s.actor).kind == "state"
    }
    if hit.entry.blocked or len(states) != 1:
        return None
    return Place(hit.text, states.pop(), None)
