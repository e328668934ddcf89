"""Who a text names, read alone: what the tests of mentions share."""

import hashlib

from dragoman.model.article import UNDATED, Article
from dragoman.model.reading import Mention, Sentence
from dragoman.model.text import Span
from dragoman.ontology.actors import load_actors
from dragoman.reading.mentions import mentions
from dragoman.reading.sentences import sentences

ACTORS = load_actors()


def article(text: str, *, outlet: str | None = None) -> tuple[Article, list[Sentence]]:
    made = Article(
        "a", outlet, None, None, (), UNDATED, None, "en", hashlib.sha256(text.encode()).hexdigest(), None, text
    )
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        found += [Sentence(Span("a", b, e), number) for b, e in sentences(text, at, at + len(line))]
        at += len(line) + 1
    return made, found


def read(text: str, *, outlet: str | None = None) -> tuple[Mention, ...]:
    made, split = article(text, outlet=outlet)
    return mentions(made, split, actors=ACTORS)


def told(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.actor.id if m.actor else None) for m in read(text)]
