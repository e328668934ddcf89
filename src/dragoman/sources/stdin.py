"""Standard input: one page, named ``-``."""

import sys
from collections.abc import Iterator

from dragoman.model.article import Page
from dragoman.sources.bytes import read_stream
from dragoman.sources.kinds import Failure, Limits, source
from dragoman.sources.page import media_type


@source("stdin")
class StandardInput:
    """What another program writes to this one."""

    suffixes: tuple[str, ...] = ()

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is the sign for standard input."""
        return target == "-"

    def fetch(self, target: str, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
        """Return the page."""
        content = read_stream(sys.stdin.buffer, name=name, limit=limits.page)
        yield (
            content
            if isinstance(content, Failure)
            else Page(name=name, content=content, media_type=media_type("", content))
        )
