"""All that one run fetches: one set of manners, and what was fetched in former runs."""

import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property, partial
from typing import Protocol

from dragoman.sources.web.address import Refused, parsed
from dragoman.sources.web.client import Client, Got, Validators, Ways
from dragoman.sources.web.wire import Failed


class Visits(Protocol):
    """What is remembered of former runs."""

    def validators(self, url: str) -> Validators | None:
        """Return what came with a page that was fetched and read before, None: it is to be fetched anew."""

    def keep(self, url: str, validators: Validators, content: bytes) -> None:
        """Remember what came with a page."""

    def met(self, url: str) -> bool:
        """Say whether a page was fetched and read before."""


Fetched = tuple[str, Got | Refused | Failed]  # the address as asked for, and what came of it


class Session:
    """What is shared by all that one run fetches."""

    def __init__(self, ways: Ways | None = None, visits: Visits | None = None) -> None:
        """Take how the web is gone about, and what is remembered."""
        made = ways or Ways()
        self._stopped = threading.Event()
        clock = replace(made.clock, sleep=self._sleep) if made.clock.sleep is time.sleep else made.clock
        self.ways = replace(made, clock=clock)
        self.visits = visits

    def _sleep(self, seconds: float) -> None:
        """Sleep, but not past the end of the run: who interrupts it is not kept waiting for a server's good time."""
        if self._stopped.wait(seconds):
            raise Failed("interrupted")

    @cached_property
    def client(self) -> Client:
        """Return the client, made when the first address is fetched."""
        return Client(self.ways)

    def get(self, urls: Iterable[str], *, limit: int) -> Iterator[Fetched]:
        """Yield what came of each address, in order, while others are being fetched."""
        waiting: deque[tuple[str, Future[Got]]] = deque()
        pool = ThreadPoolExecutor(self.ways.together, thread_name_prefix="fetch")
        try:
            for url in urls:
                # what is remembered is asked here: the record belongs to one thread
                known = self.visits.validators(url) if self.visits else None
                waiting.append((url, pool.submit(partial(self.client.get, url, limit=limit, known=known))))
                if len(waiting) >= 4 * self.ways.together:
                    yield self._settled(*waiting.popleft())
            while waiting:
                yield self._settled(*waiting.popleft())
        except BaseException:
            self._stopped.set()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _settled(self, url: str, future: "Future[Got]") -> Fetched:
        try:
            got = future.result()
        except (Refused, Failed) as error:
            return url, error
        if self.visits is not None and got.content is not None:
            self.visits.keep(url, got.validators, got.content)
        return url, got


def plain(url: str) -> str:
    """Return an address in the form that pages are called by and remembered under."""
    try:
        return str(parsed(url))
    except Refused:
        return url
