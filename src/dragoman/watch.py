"""Watching feeds: each is read when its time has come; when it was last read is kept in the record."""

import re
import time
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import ConfigError
from dragoman.record import Record, Run

_EVERY = "30m"
_SOONEST = 60.0  # seconds; more often is no manners
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_EXAMPLE = 'a feed is: [[feed]], then url = "https://…" and, if you like, every = "30m"'


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed, or a sitemap, and how often it is looked at."""

    url: str
    every: float  # seconds


def load(path: Path) -> tuple[Watched, ...]:
    """Return the feeds that a file lists.

    Raises:
        ConfigError: the file is not well-formed, or lists none.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()}); {_EXAMPLE}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not well-formed TOML: {error}; {_EXAMPLE}") from error
    unknown = sorted(table.keys() - {"every", "feed"})
    feeds = table.get("feed")
    if unknown:
        raise ConfigError(f"{path}: nothing is called {unknown[0]!r}; known: every, feed")
    if not isinstance(feeds, list) or not feeds:
        raise ConfigError(f"{path}: lists no feed; {_EXAMPLE}")
    usual = table.get("every", _EVERY)
    return tuple(_watched(feed, usual, f"{path}: feed {number}") for number, feed in enumerate(feeds, start=1))


def _watched(feed: object, usual: object, where: str) -> Watched:
    if not isinstance(feed, dict) or not isinstance(feed.get("url"), str) or "://" not in feed["url"]:
        raise ConfigError(f"{where}: has no address; {_EXAMPLE}")
    unknown = sorted(feed.keys() - {"url", "every"})
    if unknown:
        raise ConfigError(f"{where}: nothing is called {unknown[0]!r}; known: url, every")
    return Watched(feed["url"], _seconds(feed.get("every", usual), where))


def _seconds(told: object, where: str) -> float:
    found = re.fullmatch(r"(\d{1,6})\s*([smhd])", told) if isinstance(told, str) else None
    if found is None:
        raise ConfigError(f"{where}: {told!r} is no length of time; known: 90s, 30m, 6h, 1d")
    return max(_SOONEST, float(found[1]) * _UNITS[found[2]])


@dataclass(frozen=True, slots=True)
class Clock:
    """What tells and takes time; tests put their own in its place."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep


def watch(
    feeds: Iterable[Watched],
    record: Record,
    *,
    read: Callable[[str], Run],
    looked: Callable[[str, Run, float], None] | None = None,
    once: bool = False,
    clock: Clock | None = None,
) -> None:
    """Read each feed when its time has come, until interrupted.

    When a feed was looked at is kept only when it was read to the end: what is cut off begins again with that feed,
    and what was read of it is not fetched again.

    Args:
        looked: called with a feed, what reading it brought, and the seconds until it is looked at again.
        once: return when those that are due were looked at.
    """
    held, clock = tuple(feeds), clock or Clock()
    while True:
        for feed in held:
            if _left(feed, record, clock) <= 0:
                run = read(feed.url)
                record.look(feed.url, clock.now().isoformat(timespec="seconds"))
                if looked is not None:
                    looked(feed.url, run, feed.every)
        if once:
            return
        clock.sleep(max(1.0, min(_left(feed, record, clock) for feed in held)))


def _left(feed: Watched, record: Record, clock: Clock) -> float:
    """Return the seconds until a feed is due."""
    told = record.looked(feed.url)
    if told is None:
        return 0.0
    since = (clock.now() - datetime.fromisoformat(told)).total_seconds()
    # a clock that was set back is no reason to wait for it to come round
    return feed.every - since if since >= 0 else 0.0
