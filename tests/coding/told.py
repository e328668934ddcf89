"""Codes a few sentences as the program does, for tests of the coders."""

from functools import cache

from dragoman import ontology
from dragoman.coding import code
from dragoman.model.article import Stamp
from dragoman.model.reading import Reading
from dragoman.model.report import Report
from dragoman.model.terms import Kind
from dragoman.reading import read
from dragoman.reading.engine import Engine
from tests import make

PUBLISHED = "2024-06-05"  # a Wednesday


@cache
def _engine() -> Engine:
    return Engine.load()


@cache
def read_text(text: str) -> Reading:
    """What is read of ``text`` as the body of an article."""
    article = make.article(text, title=None, headline=None, body=0, outlet="The Harbour Post")
    return read(article, ontology=ontology.load(), engine=_engine(), gated=False)


@cache
def reports_of(text: str, kind: Kind | None = None) -> tuple[Report, ...]:
    """The reports of one kind that ``text`` makes as the body of an article of ``PUBLISHED``, in text order."""
    stamp = Stamp(PUBLISHED, PUBLISHED, PUBLISHED, "metadata")
    article = make.article(text, title=None, headline=None, body=0, published=stamp, outlet="The Harbour Post")
    tables = ontology.load()
    coded = code(article, read(article, ontology=tables, engine=_engine()), ontology=tables)
    found = [r for r in coded.reports if kind in (None, r.kind)]
    return tuple(sorted(found, key=lambda r: (r.evidence[0].span, r.id)))


def ids(report: Report, *roles: str) -> set[str]:
    """The actors in some roles of a report."""
    return set(report.actors(*roles))  # type: ignore[arg-type]
