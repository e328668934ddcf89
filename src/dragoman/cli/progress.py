"""Progress on stderr, and only for a person who watches."""

import sys
from time import monotonic
from types import TracebackType

from dragoman.cli import screen


class Progress:
    """Counts pages on one line of a terminal, and writes a line for each that was not read."""

    def __init__(self) -> None:
        """Start at nothing; a terminal is watched, a file is not."""
        self._pages = 0
        self._part: float | None = None
        self._started = monotonic()
        self.watched = sys.stderr.isatty()

    def __enter__(self) -> "Progress":
        """Give the counter itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Clear the line."""
        self._wipe()

    def met(self, reason: str | None) -> None:
        """Count a page; ``reason`` is why it was not read."""
        self._pages += 1
        if reason:
            self._wipe()
            screen.complain(reason)
        self._show()

    def went(self, part: float | None) -> None:
        """Take which part of the files was gone through."""
        self._part = part
        self._show()

    def _show(self) -> None:
        if self.watched:
            sys.stderr.write(f"\r{self._pages} pages{told(self._part, monotonic() - self._started)}\x1b[K")
            sys.stderr.flush()

    def _wipe(self) -> None:
        if self.watched:
            sys.stderr.write("\r\x1b[K")


def told(part: float | None, seconds: float) -> str:
    """Return how far it is, and how long the rest takes at the pace so far; nothing where that is not known."""
    if not part:
        return ""
    if part >= 1 or seconds < 5:  # the pace of the first seconds is that of loading the model
        return f", {part:.0%}"
    left = seconds / part - seconds
    hours, minutes = divmod(round(left / 60), 60)
    shown = f"{hours} h {minutes} min" if hours else f"{minutes} min" if minutes else "under a minute"
    return f", {part:.0%}, {shown} left"
