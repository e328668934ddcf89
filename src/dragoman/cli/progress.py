"""Progress on stderr, and only for a person who watches."""

import sys
from types import TracebackType

from dragoman.cli import screen


class Progress:
    """Counts pages on one line of a terminal, and writes a line for each that was not read."""

    def __init__(self) -> None:
        """Start at nothing; a terminal is watched, a file is not."""
        self._pages = 0
        self._watched = sys.stderr.isatty()

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
        if self._watched:
            sys.stderr.write(f"\r{self._pages} pages")
            sys.stderr.flush()

    def _wipe(self) -> None:
        if self._watched:
            sys.stderr.write("\r\x1b[K")
