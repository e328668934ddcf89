"""Standard input, of whatever kind, named ``-``."""

import sys

from dragoman.sources.bytes import in_memory, read_pages, read_stream
from dragoman.sources.kinds import Failure, Found, Terms, place


@place("stdin")
class StandardInput:
    """What another program writes to this one."""

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is the sign for standard input."""
        return target == "-"

    def fetch(self, target: str, *, name: str, terms: Terms, kind: str | None) -> Found:
        """Return the page, or the pages where it is a kind that holds several."""
        content = read_stream(sys.stdin.buffer, name=name, limit=terms.limits.packed)
        if isinstance(content, Failure):
            yield content
        else:
            yield from read_pages(in_memory(content, name=name), terms, kind=kind)
