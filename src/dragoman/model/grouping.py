"""All that grouping makes of a set of reports."""

from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Assessment, Event, Relation, Statement, Story, Vote
from dragoman.model.report import Report
from dragoman.model.terms import OriginKind


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """Articles of one story that go back to one text, one agency's text, or one source they rest on alone."""

    kind: OriginKind  # "text", "wire" or "source"
    source: str | None  # the agency or the source, as words to look for
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Stories and what their reports are about.

    ``articles`` and ``reports`` are those given, dated anew where a story dates them.
    """

    articles: tuple[Article, ...]
    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
    votes: tuple[Vote, ...]
    relations: tuple[Relation, ...]
    statements: tuple[Statement, ...]
    assessments: tuple[Assessment, ...]
    one_origin: tuple[OneOrigin, ...] = ()
