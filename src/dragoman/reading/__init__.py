"""Reading turns an article into sentences, clauses, mentions, times, quantities and quotations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model.article import Article
from dragoman.model.reading import Clause, Reading, Sentence
from dragoman.model.text import Span
from dragoman.ontology import Ontology
from dragoman.reading.clauses import clauses
from dragoman.reading.gate import Gate
from dragoman.reading.introduced import introduced
from dragoman.reading.mentions import dateline_end, hits_in, mentions
from dragoman.reading.places import places
from dragoman.reading.quantities import quantities
from dragoman.reading.quotes import quotes
from dragoman.reading.referring import referring
from dragoman.reading.repair import repaired
from dragoman.reading.sentences import sentences
from dragoman.reading.strangers import known_still, recognised, strangers, unknown_places
from dragoman.reading.tallies import tallies
from dragoman.reading.times import times

if TYPE_CHECKING:
    from dragoman.reading.engine import Engine

__all__ = ["read"]

LONGEST = 1_500  # code points: the longest sentence of 700 news articles has under 1,000


def read(article: Article, *, ontology: Ontology, engine: "Engine", gated: bool = False) -> Reading:
    """Return all that is read in one article.

    Args:
        gated: parse, and look for figures in, only the sentences that can carry a report.
    """
    split = tuple(_split(article))
    found = (article.id, article.text)
    quoted = tuple(q for p in article.paragraphs for q in quotes(*found, p.start, p.end))
    listed = [hits_in(article, sentence, ontology.actors) for sentence in split]
    passed = Gate(ontology).passed(article, split, listed, quoted) if gated else [True] * len(split)
    parsed = tuple(_parsed(article, split, passed, engine=engine, ontology=ontology))
    stretches = [(s.span.start, s.span.end) for s in parsed]
    read_ = [stretch for stretch, yes in zip(stretches, passed, strict=True) if yes]
    told = tuple(_clauses(article, parsed))
    names = recognised(article, parsed, actors=ontology.actors)
    known = known_still(article, mentions(article, parsed, actors=ontology.actors, named=listed), names)
    placed = places(article, parsed, actors=ontology.actors)
    unknown = strangers(article, [n for n in names if n.kind == "PER" and article.text[n.start].isupper()], known)
    persons = introduced(article, parsed, list(unknown), known, ontology=ontology)  # "she" may be one of them
    referred = referring(article, parsed, told, [*known, *persons], quoted, ontology=ontology)
    others = strangers(article, names, referred.mentions)
    return Reading(
        article=article.id,
        sentences=parsed,
        clauses=told,
        mentions=tuple(sorted((*referred.mentions, *others), key=lambda m: m.span)),
        times=tuple(t for span in stretches for t in times(*found, *span)),
        quantities=tuple(q for span in read_ for q in quantities(*found, *span)),
        tallies=tuple(t for span in read_ for t in tallies(*found, *span)),
        quotes=quoted,
        maker=engine.maker,
        pointers=referred.pointers,
        places=tuple(sorted((*placed, *unknown_places(article, names, known, placed)), key=lambda p: p[0])),
    )


def _split(article: Article) -> Iterator[Sentence]:
    """Yield the sentences of headline, headings and running text; a byline tells nothing of states."""
    for number, paragraph in enumerate(article.paragraphs):
        headline = paragraph == article.headline
        if not headline and paragraph.end <= article.body:
            continue
        start = max(paragraph.start, article.body) if not headline else paragraph.start
        for begin, end in sentences(article.text, start, paragraph.end):
            for piece in _pieces(article, begin, end):
                yield Sentence(piece, number, headline=headline)


def _pieces(article: Article, begin: int, end: int) -> Iterator[Span]:
    """Yield a sentence, or the pieces of one that is no sentence but a list, a table or an attack on our time."""
    while end - begin > LONGEST:
        cut = article.text.rfind(" ", begin + LONGEST // 2, begin + LONGEST)
        cut = begin + LONGEST if cut < 0 else cut
        yield Span(article.id, begin, cut)
        begin = cut + len(article.text[cut:end]) - len(article.text[cut:end].lstrip())
    if begin < end:
        yield Span(article.id, begin, end)


def _parsed(
    article: Article, split: Sequence[Sentence], passed: Sequence[bool], *, engine: "Engine", ontology: Ontology
) -> Iterator[Sentence]:
    """Yield all sentences, those that passed the gate with their tokens."""
    speaks = frozenset(cue.lemma for cue in ontology.cues.speech)
    chosen = [s for s, yes in zip(split, passed, strict=True) if yes]
    starts = [dateline_end(article, s) for s in chosen]  # "PARIS (AFP) -" is no subject of what follows
    texts = [article.text[start : s.span.end] for start, s in zip(starts, chosen, strict=True)]
    read_ = iter(engine.parse(texts, starts))
    verb = ontology.lexicon.verb
    for sentence, yes in zip(split, passed, strict=True):
        tokens = repaired(next(read_), speaks=speaks, verb=verb, headline=sentence.headline) if yes else ()
        yield replace(sentence, tokens=tokens) if yes else sentence


def _clauses(article: Article, parsed: Sequence[Sentence]) -> Iterator[Clause]:
    for number, sentence in enumerate(parsed):
        if sentence.tokens:
            yield from clauses(article.id, article.text, number, sentence.tokens, headline=sentence.headline)
