"""Names that no table knows: who or where they are is not said, but that they are names is."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dragoman.model.actor import Place
from dragoman.model.article import Article
from dragoman.model.reading import Mention, Sentence
from dragoman.model.text import Span
from dragoman.ontology.actors import ActorTable
from dragoman.reading.mentions import dateline_end
from dragoman.reading.places import told_as_place
from dragoman.reading.recogniser import Name, recogniser

REASON = "a name that no table knows"


def recognised(article: Article, sentences: Sequence[Sentence], *, actors: ActorTable) -> tuple[Name, ...]:
    """Return the names of an article's running text; headlines show too little, datelines name no actor."""
    read = [s for s in sentences if s.tokens and not s.headline]
    words = [[(t.start, t.end) for t in s.tokens] for s in read]
    found = recogniser().names(article.text, words, actors=actors)
    begins = [dateline_end(article, s) for s in read]
    return tuple(n for begin, names in zip(begins, found, strict=True) for n in names if n.start >= begin)


def known_still(known: Iterable[Mention], names: Sequence[Name]) -> tuple[Mention, ...]:
    """Return the mentions without surnames that open another person's name: the "Petro" of "Petro Melnyk"."""
    persons = {n.start: n.end for n in names if n.kind == "PER"}
    return tuple(m for m in known if not _opens_another(m, persons.get(m.span.start, 0)))


def _opens_another(mention: Mention, end: int) -> bool:
    who = mention.actor
    if who is None or who.kind != "person" or mention.form != "name" or end <= mention.span.end:
        return False
    return " " not in mention.text and mention.text in who.name.split()[1:]


def strangers(article: Article, names: Iterable[Name], known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the persons and bodies that are no part of a mention: candidates, without an actor."""
    taken = _Taken(m.span for m in known)
    for name in names:
        if name.kind != "LOC" and not taken.touches(name.start, name.end):
            text = article.text[name.start : name.end]
            yield Mention(Span(article.id, name.start, name.end), text, None, "name", REASON)


def unknown_places(
    article: Article, names: Iterable[Name], known: Sequence[Mention], told: Sequence[tuple[Span, Place]]
) -> Iterator[tuple[Span, Place]]:
    """Yield the places told with a preposition ("in Chasiv Yar") of which no table knows the state."""
    taken = _Taken([*(m.span for m in known), *(span for span, _ in told)])
    for name in names:
        text = article.text[name.start : name.end]
        if name.kind == "LOC" and not taken.touches(name.start, name.end) and told_as_place(article, name.start):
            yield Span(article.id, name.start, name.end), Place(text, None, text)


class _Taken:
    """Stretches of a text, some of which may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._at = sorted((s.start, s.end) for s in spans)

    def touches(self, start: int, end: int) -> bool:
        last = bisect_left(self._at, (end, 0))
        return any(e > start for _, e in self._at[max(0, last - 3) : last])
