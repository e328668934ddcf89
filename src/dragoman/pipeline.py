"""The order of the stages: from what a user names to a grouped record."""

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING

from dragoman import config
from dragoman.errors import InputError, SourceError
from dragoman.model.article import Article, Page
from dragoman.model.coded import Coded
from dragoman.model.finding import Finding
from dragoman.model.grouping import Grouping
from dragoman.model.text import Span
from dragoman.record import Outcome, Record, Result, Run, Snapshot, maker

if TYPE_CHECKING:
    from dragoman.reading.engine import Engine
    from dragoman.sources import Failure

LANGUAGES = ("en",)  # what the language engine reads


@dataclass(frozen=True, slots=True)
class Made:
    """What one page gave: an article, and what was coded from it; or the reason why not."""

    article: Article | None = None
    coded: Coded | None = None
    sentences: tuple[Span, ...] = ()
    reason: str | None = None  # why there is no article, or why it was not read


@dataclass(frozen=True, slots=True)
class Met:
    """What became of a page, and whether the record did not know it yet."""

    outcome: Outcome
    fresh: bool


def fetch(target: str) -> "Iterator[Page | Failure]":
    """Yield the pages that a user's word names."""
    from dragoman import sources

    return sources.fetch(target, terms=sources.Terms(limits=sources.Limits(page=config.load().largest)))


def make(page: Page) -> Made:
    """Extract, read and code one page."""
    from dragoman import articles, coding, ontology, reading

    world = ontology.load()
    try:
        article = articles.extract(page, ontology=world)
    except InputError as error:
        return Made(reason=str(error).removeprefix(f"{page.name}: "))
    if article.language not in LANGUAGES:
        return Made(article, Coded(article.id, (), ()), reason=_unread(article.language))
    seen = reading.read(article, ontology=world, engine=_engine())
    return Made(article, coding.code(article, seen, ontology=world), tuple(s.span for s in seen.sentences))


def _unread(language: str) -> str:
    """Return why an article is kept and not read."""
    if language == "und":
        return "not read: its language could not be told; is it all there? English is read"
    return f"not read: language {language}"


@cache
def _engine() -> "Engine":
    """Return the language engine, loaded once in each process."""
    from dragoman.reading.engine import Engine

    return Engine.load(config.load().model)


def group(snapshot: Snapshot) -> tuple[Grouping, tuple[Finding, ...]]:
    """Group all reports into stories, and compare what they say."""
    from dragoman import ontology, reconcile, stories

    world = ontology.load()
    grouping = stories.group(snapshot.articles, snapshot.reports, ontology=world)
    return grouping, reconcile.reconcile(grouping, ontology=world)


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in their order; a test may put its own in their place."""

    fetch: Callable[[str], "Iterable[Page | Failure]"] = fetch
    make: Callable[[Page], Made] = make
    group: Callable[[Snapshot], tuple[Grouping, tuple[Finding, ...]]] = group


REAL = Stages()


def read(
    targets: Iterable[str],
    record: Record,
    *,
    jobs: int = 1,
    tell: Callable[[Outcome], None] = lambda outcome: None,
    stages: Stages = REAL,
) -> Run:
    """Read what ``targets`` name into the record, then group all it holds.

    The same pages give the same record with any number of ``jobs``, in any order. A page that the same version has
    met before is not read again, but what became of it is told again.
    """
    started, reader = datetime.now(UTC).isoformat(timespec="seconds"), maker.reader(config.load().model)
    pages = (page for target in targets for page in _pages(target, stages.fetch))
    told: Counter[str] = Counter()
    fresh = False
    for met in _outcomes(pages, record, reader, jobs=jobs, make=stages.make):
        told[met.outcome.result] += 1
        fresh |= met.fresh
        told["new"] += met.fresh and met.outcome.result == "read"
        tell(met.outcome)
    regroup(record, stages=stages, grouper=maker.grouper())
    run = Run(started, reader, told["read"], told["unread"], told["skipped"], told["failed"], told["new"])
    if fresh:
        record.log(run)
    return run


def regroup(record: Record, *, stages: Stages = REAL, grouper: str | None = None) -> None:
    """Group what was touched since it was last grouped, also by a run that was cut off."""
    if record.stale(maker=grouper):
        snapshot = record.snapshot()
        grouping, findings = stages.group(snapshot)
        record.replace(grouping, findings, mark=snapshot.mark, maker=grouper or maker.grouper())


def _pages(target: str, fetch: "Callable[[str], Iterable[Page | Failure]]") -> "Iterator[Page | Failure]":
    """Yield the pages of one target; a target that is not there costs a line, and the others are read."""
    from dragoman.sources import Failure, printable

    try:
        yield from fetch(target)
    except SourceError as error:
        name = printable(target)
        yield Failure(name, str(error).removeprefix(f"{name}: "))


def _outcomes(
    pages: "Iterable[Page | Failure]", record: Record, reader: str, *, jobs: int, make: Callable[[Page], Made]
) -> "Iterator[Met]":
    """Yield what became of each page, in order, while the workers are some pages ahead."""
    waiting: deque[Callable[[], Met]] = deque()
    with _workers(make, jobs) as submit:
        for page in pages:
            waiting.append(_meeting(page, record, reader, submit))
            if len(waiting) >= 4 * jobs:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def _meeting(
    page: "Page | Failure", record: Record, reader: str, submit: "Callable[[Page], Callable[[], Made]]"
) -> "Callable[[], Met]":
    """Return what will tell what became of a page, once it is made."""
    if not isinstance(page, Page):
        result: Result = "skipped" if page.skipped else "failed"
        return partial(_settled, Outcome(page.name, "", result, reason=page.reason), record, reader)
    sha256 = hashlib.sha256(page.content).hexdigest()
    held = record.outcome(page.name, sha256, maker=reader)
    if held:
        return partial(_settled, held, record, reader)
    return partial(_kept, page.name, sha256, submit(page), record, reader)


def _kept(name: str, sha256: str, made: Callable[[], Made], record: Record, reader: str) -> "Met":
    """Record what a page gave."""
    found = made()
    if found.article is None or found.coded is None:
        return _settled(Outcome(name, sha256, "failed", reason=found.reason), record, reader)
    record.add(found.article, found.coded, maker=reader, sentences=found.sentences)
    result: Result = "unread" if found.reason else "read"
    return _settled(Outcome(name, sha256, result, found.article.id, found.reason), record, reader)


def _settled(outcome: Outcome, record: Record, reader: str) -> "Met":
    """Record what became of a page."""
    return Met(outcome, fresh=record.note(outcome, maker=reader))


@contextmanager
def _workers(make: Callable[[Page], Made], jobs: int) -> Iterator[Callable[[Page], Callable[[], Made]]]:
    """Give what sets a page to be made, here or in one of several processes, and returns what waits for it."""
    if jobs <= 1:
        yield lambda page: partial(make, page)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # "spawn", not "fork": a child must not inherit the record's connection
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda page: pool.submit(make, page).result
