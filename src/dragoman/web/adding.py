"""Reading what a visitor adds, one thing after another, while the pages go on answering."""

import hashlib
import re
import tempfile
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import dragoman
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.record import Outcome

REMEMBERED = 50  # readings
State = Literal["waiting", "reading", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Added:
    """Something to read: a file's name and bytes, or an address."""

    name: str
    content: bytes | None  # None: the name is an address


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a page."""

    name: str
    result: str
    reason: str | None
    article: str | None


@dataclass(slots=True)
class Reading:
    """One reading and how far it is."""

    number: int
    names: tuple[str, ...]
    state: State = "waiting"
    pages: list[Became] = field(default_factory=list)
    part: float | None = None  # of the files that was gone through
    why: str | None = None  # it failed


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """A reading as a page shows it."""

    number: int
    names: tuple[str, ...]
    state: State
    pages: tuple[Became, ...]
    part: float | None
    why: str | None


class Adding:
    """Reads into one record.

    Args:
        record: its file.
    """

    def __init__(self, record: Path | None) -> None:
        self._record = record
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._readings: deque[Reading] = deque(maxlen=REMEMBERED)
        self._number = 0

    def add(self, things: Sequence[Added]) -> int:
        """Have some things read, and return the number of the reading."""
        self._number += 1
        reading = Reading(self._number, tuple(thing.name for thing in things))
        self._readings.append(reading)
        self._worker.submit(self._read, reading, tuple(things))
        return reading.number

    def shown(self, number: int) -> ReadingShown | None:
        """Return a reading by its number; None: there is none, or it was long ago."""
        for r in self._readings:
            if r.number == number:
                return ReadingShown(r.number, r.names, r.state, tuple(r.pages), r.part, r.why)
        return None

    def close(self) -> None:
        """Read no more."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _read(self, reading: Reading, things: Sequence[Added]) -> None:
        def tell(outcome: "Outcome") -> None:
            reading.pages.append(Became(outcome.name, outcome.result, outcome.reason, outcome.article))

        def progress(part: float | None) -> None:
            reading.part = part

        reading.state = "reading"
        try:
            with tempfile.TemporaryDirectory(prefix="dragoman-") as folder, dragoman.open(self._record) as held:
                held.read(*(_target(thing, Path(folder)) for thing in things), tell=tell, progress=progress)
            reading.state = "done"
        except DragomanError as error:
            reading.why, reading.state = str(error), "failed"
        except Exception:
            reading.why, reading.state = "a fault of the program; the record is as it was before", "failed"
            raise


def _target(thing: Added, folder: Path) -> str:
    if thing.content is None:
        return thing.name
    path = folder / thing.name
    path.write_bytes(thing.content)
    return str(path)


def file(name: str, content: bytes) -> Added:
    """Return a file to read; of its name only what names a file, and no way to another folder, is kept."""
    own = re.sub(r"[^\w.\- ]", "_", name.replace("\\", "/").rpartition("/")[2]).lstrip(". ")[-120:]
    return Added(own or "file", content)


def pasted(text: str) -> Added:
    """Return a pasted text to read, under a name that says which it is."""
    content = text.replace("\r\n", "\n").encode()
    return Added(f"pasted-{hashlib.sha256(content).hexdigest()[:8]}.txt", content)
