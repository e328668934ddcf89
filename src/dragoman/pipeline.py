"""The order of the stages: from what a user names to a grouped record."""

import hashlib
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING

import dragoman
from dragoman import config
from dragoman.errors import InputError, SourceError
from dragoman.model.article import Article, Page
from dragoman.model.coded import Coded
from dragoman.model.finding import Finding
from dragoman.model.grouping import Grouping
from dragoman.model.text import Span
from dragoman.record import Outcome, Record, Result, Run, Snapshot, maker

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from dragoman.reading.engine import Engine
    from dragoman.sources import Failure, Terms
    from dragoman.sources.web.client import Validators

PAUSE = 1.0  # seconds between two pages of one host, unless it asks for more
ALONE = 64  # pages that are read before other processes are started to help
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


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks of the sources."""

    kind: str | None = None  # read every file as this kind; None: as it looks
    columns: tuple[tuple[str, str], ...] = ()  # (field, column) of tables
    follow: bool = False  # fetch what feeds and sitemaps on the disk name
    private: bool = False  # fetch from machines of one's own network


PLAIN = Asked()


class Remembered:
    """What a record remembers of the web, for one version of the reader."""

    def __init__(self, record: Record, reader: str) -> None:
        """Take the record and the name of the reader."""
        self._record, self._reader = record, reader

    def validators(self, url: str) -> "Validators | None":
        """Return what came with a page that was read."""
        from dragoman.sources.web.client import Validators

        found = self._record.visit(url, maker=self._reader)
        return Validators(*found) if found else None

    def keep(self, url: str, validators: "Validators", content: bytes) -> None:
        """Remember what came with a page."""
        sha256 = hashlib.sha256(content).hexdigest()
        etag, modified = validators.etag, validators.modified
        self._record.visited(url, maker=self._reader, etag=etag, modified=modified, sha256=sha256)

    def met(self, url: str) -> bool:
        """Say whether a page was fetched and read before."""
        return self._record.met(url, maker=self._reader)


def terms(asked: Asked, visits: "Remembered | None" = None) -> "Terms":
    """Return on what terms sources are read."""
    from dragoman import sources
    from dragoman.sources.web.client import Ways
    from dragoman.sources.web.session import Session

    held = config.load()
    ways = Ways(agent=_agent(held.contact), private=asked.private, pause=PAUSE)
    limits = sources.Limits(page=held.largest)
    return sources.Terms(limits, columns=asked.columns, follow=asked.follow, session=Session(ways, visits))


def _agent(contact: str | None) -> str:
    """Return who we say we are; who runs it is told where the settings name a contact."""
    return f"dragoman/{dragoman.__version__} (reads news for one person's record{f'; {contact}' if contact else ''})"


def fetch(target: str, *, asked: Asked = PLAIN, terms: "Terms") -> "Iterator[Page | Failure]":
    """Yield the pages that a user's word names."""
    from dragoman import sources

    return sources.fetch(target, terms=terms, kind=asked.kind)


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
    seen = reading.read(article, ontology=world, engine=_engine(), gated=True)
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
    decided = snapshot.judgements
    grouping = stories.group(snapshot.articles, snapshot.reports, ontology=world, judgements=decided)
    return grouping, reconcile.reconcile(grouping, ontology=world, former=snapshot.former, judgements=decided)


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in their order; a test may put its own in their place."""

    fetch: "Callable[[str], Iterable[Page | Failure]] | None" = None  # None: the sources, on the terms asked for
    make: Callable[[Page], Made] = make
    group: Callable[[Snapshot], tuple[Grouping, tuple[Finding, ...]]] = group


REAL = Stages()


def read(
    targets: Iterable[str],
    record: Record,
    *,
    jobs: int = 1,
    tell: Callable[[Outcome], None] = lambda outcome: None,
    progress: Callable[[float | None], None] | None = None,
    asked: Asked = PLAIN,
    stages: Stages = REAL,
) -> Run:
    """Read what ``targets`` name into the record, then group all it holds.

    The same pages give the same record with any number of ``jobs``, in any order. A page that the same version has
    met before is not read again, but what became of it is told again.

    Args:
        progress: called after each page with the part of the files that was gone through, None where that is not known.
    """
    started, reader = _now(), maker.reader(config.load().model)
    named = list(targets)
    on = terms(asked, Remembered(record, reader))
    pages = (page for target in named for page in _pages(target, stages.fetch or partial(fetch, asked=asked, terms=on)))
    part = _part(named, on) if progress else None
    told: Counter[str] = Counter()
    fresh = False
    for met in _outcomes(pages, record, reader, jobs=jobs, make=stages.make):
        told[met.outcome.result] += 1
        fresh |= met.fresh
        told["new"] += met.fresh and met.outcome.result == "read"
        tell(met.outcome)
        if progress and part:
            progress(part())
    if not told["failed"]:
        record.settle()
    regroup(record, stages=stages, grouper=maker.grouper())
    run = Run(started, reader, told["read"], told["unread"], told["skipped"], told["failed"], told["new"])
    if fresh:
        record.log(run)
    return run


def _part(targets: list[str], on: "Terms") -> Callable[[], float | None]:
    """Return what tells the part of the files on the disk that was gone through."""
    from dragoman import sources

    whole = sum(sources.weigh(target) for target in targets)
    return lambda: min(1.0, on.meter.read / whole) if whole else None


def regroup(record: Record, *, stages: Stages = REAL, grouper: str | None = None) -> None:
    """Group what was touched since it was last grouped, also by a run that was cut off."""
    if record.stale(maker=grouper):
        snapshot = record.snapshot()
        grouping, findings = stages.group(snapshot)
        record.replace(grouping, findings, mark=snapshot.mark, maker=grouper or maker.grouper())


def as_of(record: Record, day: str, *, read: bool = False) -> Record:
    """Return a copy of a record that holds what had been published by the end of a day, grouped anew.

    An article counts from the last day on which it may have appeared; one that nothing dates, from when it was read.

    Args:
        record: what is held now.
        day: ISO day.
        read: whether an article counts from when it was read, not from when it appeared.
    """
    then = record.holding(id for id, known in known_since(record, read=read).items() if known[: len(day)] <= day)
    regroup(then)
    return then


def known_since(record: Record, *, read: bool = False) -> dict[str, str]:
    """Return since when each article is known: its ISO day, or the time it was first read; of neither, none."""
    first = record.first_read()
    days = {a.id: None if read else a.published.latest for a in record.articles()}
    found = {id: day or first.get(id) for id, day in days.items()}
    return {id: day for id, day in found.items() if day}


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
        if page.skipped and record.met(page.name, maker=reader):  # read in a former run: what is held of it stays
            return partial(Met, Outcome(page.name, "", result, reason=page.reason), fresh=False)
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
    record.add(found.article, found.coded, maker=reader, sentences=found.sentences, at=_now())
    result: Result = "unread" if found.reason else "read"
    return _settled(Outcome(name, sha256, result, found.article.id, found.reason), record, reader)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _settled(outcome: Outcome, record: Record, reader: str) -> "Met":
    """Record what became of a page."""
    return Met(outcome, fresh=record.note(outcome, maker=reader))


@contextmanager
def _workers(make: Callable[[Page], Made], jobs: int) -> Iterator[Callable[[Page], Callable[[], Made]]]:
    """Give what sets a page to be made, here or in one of several processes, and returns what waits for it."""
    if jobs <= 1:
        yield lambda page: partial(make, page)
        return
    workers = _Workers(make, jobs)
    try:
        yield workers.submit
    finally:
        workers.close()


class _Workers:
    """Several processes, started when there is enough for them to do."""

    def __init__(self, make: Callable[[Page], Made], jobs: int) -> None:
        self._make, self._jobs = make, jobs
        self._met = 0
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, page: Page) -> Callable[[], Made]:
        self._met += 1
        if self._met <= ALONE:  # a process takes seconds to start
            return partial(self._make, page)
        if self._pool is None:
            self._pool = self._started(self._jobs)
        try:
            future = self._pool.submit(self._make, page)
        except BrokenExecutor:
            return partial(self._again, page)
        return partial(self._result, page, future)

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _result(self, page: Page, future: "Future[Made]") -> Made:
        try:
            return future.result()
        except BrokenExecutor:
            return self._again(page)

    def _again(self, page: Page) -> Made:
        """Make a page alone, after a process ended with several in hand: one of them ended it, the others did not."""
        if self._pool is not None:
            self._pool.shutdown(wait=False)
            self._pool = None
        with self._started(1) as one:
            try:
                return one.submit(self._make, page).result()
            except BrokenExecutor:
                return Made(reason="the process that read it was ended, out of memory perhaps; leave it out, or cut it")

    def _started(self, jobs: int) -> "ProcessPoolExecutor":
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # "spawn", not "fork": a child must not inherit the record's connection
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_deaf)


def _deaf() -> None:
    """Let the process that started this one decide what an interrupt from the keyboard means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
