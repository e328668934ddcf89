"""Reads a sentence as the program does, for tests of the coders."""

from functools import cache

from dragoman import ontology
from dragoman.coding.event_drafts import EventDraft
from dragoman.coding.events import events
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.reading import read
from dragoman.reading.engine import Engine
from tests import make


@cache
def _engine() -> Engine:
    return Engine.load()


def article_of(text: str) -> Article:
    """An article that holds nothing but ``text``: no headline, all of it running text."""
    return make.article(text, title=None, headline=None, body=0)


def reading_of(text: str) -> tuple[Article, Reading]:
    """``text`` as an article, read by the shipped model and the shipped tables."""
    article = article_of(text)
    return article, read(article, ontology=ontology.load(), engine=_engine())


@cache
def events_of(text: str) -> tuple[EventDraft, ...]:
    """The events told in ``text``."""
    article, reading = reading_of(text)
    return events(article, reading, ontology=ontology.load())


def codes(draft: EventDraft, role: str) -> tuple[str, ...]:
    """Countries of a role's actors, or their ids where they have none; sorted."""
    roles = draft.actors if role == "actor" else draft.recipients
    return tuple(sorted({r.actor.country or r.actor.id for r in roles if r.actor}))
