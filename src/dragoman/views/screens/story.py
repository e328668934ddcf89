"""A story: what is established, what is disputed, who said what, and the grid of outlets in short."""

import textwrap
from dataclasses import dataclass

from dragoman.errors import UnknownName
from dragoman.model.article import Article
from dragoman.model.derived import Story
from dragoman.record import Record
from dragoman.views.brief import Part, Section, StoryBrief, brief_of_story
from dragoman.views.compare import Grid, compare
from dragoman.views.screens.votes import VoteDrawn, votes_drawn

BEGINNING = 80  # characters that stand for a title


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a story, as its list has it."""

    id: str
    outlet: str
    title: str
    day: str | None
    basis: str  # how the day is known


@dataclass(frozen=True, slots=True)
class StoryScreen:
    """One story."""

    brief: StoryBrief
    articles: tuple[Told, ...]
    grid: Grid
    votes: tuple[VoteDrawn, ...]

    def part(self, part: Part) -> tuple[Section, ...]:
        """Return the sections of one part."""
        return tuple(section for section in self.brief.sections if section.part == part)


def story_screen(record: Record, id: str) -> StoryScreen:
    """Return a story by its id, present or former.

    Raises:
        UnknownName: there is none.
    """
    now = record.current(id)
    found = record.rows_of(Story, (now,))
    if not found:
        raise UnknownName(f"no story has the id {id!r}; the first page lists those there are")
    articles = (record.article(a) for a in found[0].articles)
    listed = sorted(map(told, articles), key=lambda a: (a.day or "", a.outlet, a.id))
    brief = brief_of_story(record, found[0], most=None)
    return StoryScreen(brief, tuple(listed), compare(record, now), votes_drawn(record, found[0].votes))


def title_of(article: Article) -> str:
    """Return the title of an article, or how it begins where it has none."""
    if article.title:
        return article.title
    return textwrap.shorten(article.text[article.body :], BEGINNING, placeholder=" …")


def told(article: Article) -> Told:
    """Return an article for a list."""
    return Told(
        id=article.id,
        outlet=article.outlet or article.file or article.id,
        title=title_of(article),
        day=article.published.earliest,
        basis=article.published.basis,
    )
