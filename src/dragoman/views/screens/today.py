"""Today: the stories by what is new, who tells them, what is disputed and what does not add up."""

from dataclasses import dataclass
from typing import get_args

from dragoman.model.derived import Agreement, Event, Origins, Story
from dragoman.model.finding import Finding
from dragoman.model.terms import Sector
from dragoman.record import Record
from dragoman.views.brief import brief_of_story
from dragoman.views.telling import DISPUTES, STRONGER, SUMS, Line

ON_A_PAGE = 10
SHOWN = 3  # established lines of a card


@dataclass(frozen=True, slots=True)
class TodayAsked:
    """Which stories are wanted."""

    actor: str | None = None
    sector: str | None = None
    since: str | None = None
    until: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One story in short."""

    id: str
    title: str
    day: str  # ISO day of its newest article; "" where none is known
    outlets: tuple[str, ...]
    articles: int
    low: int  # of the best carried thing in it, independent origins at least
    high: int  # and at most
    disputed: int
    sums: int  # what does not add up
    stronger: int  # words stronger than the act
    lines: tuple[Line, ...]
    more: int  # established lines that are not shown


@dataclass(frozen=True, slots=True)
class TodayScreen:
    """The stories of one page, the newest first."""

    asked: TodayAsked
    empty: bool  # nothing was read into the record yet
    stories: tuple[StoryCard, ...]
    further: bool  # there is a next page
    actors: tuple[tuple[str, str], ...]  # id and name, for the filter
    sectors: tuple[str, ...]


def today_screen(record: Record, asked: TodayAsked) -> TodayScreen:
    """Return the newest stories that are asked for."""
    found = record.newest_stories(
        since=asked.since,
        until=asked.until,
        actor=asked.actor,
        sector=asked.sector,
        most=ON_A_PAGE + 1,
        skip=(asked.page - 1) * ON_A_PAGE,
    )
    stories = {s.id: s for s in record.rows_of(Story, found[:ON_A_PAGE])}
    return TodayScreen(
        asked=asked,
        empty=not record.size("articles"),
        stories=tuple(_card(record, stories[id]) for id in found[:ON_A_PAGE]),
        further=len(found) > ON_A_PAGE,
        actors=tuple((a.id, a.name) for a in record.actor_counts(kind="state", most=40)),
        sectors=get_args(Sector),
    )


def _card(record: Record, story: Story) -> StoryCard:
    brief = brief_of_story(record, story)
    established = [line for s in brief.sections if s.part == "established" for line in s.lines if line.mark != "?"]
    origins = _best(record, story)
    kinds = [f.kind for f in record.naming(Finding, story.id) if f.story == story.id]
    return StoryCard(
        id=story.id,
        title=story.title,
        day=brief.dated,
        outlets=brief.outlets,
        articles=len(story.articles),
        low=origins.low,
        high=origins.high,
        disputed=sum(kind in DISPUTES for kind in kinds),
        sums=sum(kind in SUMS for kind in kinds),
        stronger=sum(kind in STRONGER for kind in kinds),
        lines=tuple(established[:SHOWN]),
        more=max(0, len(established) - SHOWN),
    )


def _best(record: Record, story: Story) -> Origins:
    """Return the origins of what most independent ones carry in a story."""
    agreements = record.rows_of(Agreement, story.agreements)
    held = [event.origins for event in record.rows_of(Event, story.events) if event.stance == "actual"]
    held += [step.origins for a in agreements for step in a.steps if step.stance == "actual"]
    held += [provision.origins for a in agreements for provision in a.provisions]
    return max(held, key=lambda origins: (origins.low, origins.high), default=Origins(0, 0, ()))
