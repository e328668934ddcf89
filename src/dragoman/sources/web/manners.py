"""How a host is treated: one request after another, with a pause between them, and longer pauses when it is unwell."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Clock:
    """What tells and takes time; tests put their own in its place."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free: float = 0.0  # when the next request may go out


class Manners:
    """One request at a time to a host, and a pause after each."""

    def __init__(self, *, pause: float, clock: Clock) -> None:
        """Take the seconds between two requests to one host."""
        self._pause, self._clock = pause, clock
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, *, pause: float | None = None) -> Iterator[None]:
        """Wait for one's turn with a host; ``pause``: the seconds it asks for itself, where they are more."""
        with self._lock:
            waiting = self._hosts.setdefault(host, _Host())
        with waiting.lock:
            left = waiting.free - self._clock.now()
            if left > 0:
                self._clock.sleep(left)
            try:
                yield
            finally:
                waiting.free = self._clock.now() + max(self._pause, pause or 0.0)


def back_off(attempt: int, clock: Clock) -> float:
    """Return how many seconds to wait after a failed try, so that many who failed at once do not come back at once."""
    return float(2**attempt) * (0.5 + clock.chance())
