"""A list of what is to be read: files, folders, patterns and addresses, one a line."""

import re

from dragoman.sources.bytes import lines_of
from dragoman.sources.kinds import Failure, File, Fit, Found, Link, Terms, source

_ADDRESS = re.compile(rb"https?://\S+\s*$")
_LONGEST = 4096  # bytes of a line


@source("list")
class ListFile:
    """A list of files, folders, patterns and addresses, one a line; what begins with # is passed over."""

    suffixes: tuple[str, ...] = (".list", ".urls")

    def fits(self, head: bytes) -> Fit:
        """Lines that are addresses may be such a list: a text called .txt is none, and nothing it names is fetched."""
        lines = [line for line in head.splitlines()[:20] if line.strip() and not line.startswith(b"#")]
        whole_lines = lines[:-1] if len(lines) > 1 else lines
        return 1 if whole_lines and all(_ADDRESS.match(line) for line in whole_lines) else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return what the list names; paths are relative to its folder."""
        base = file.path.parent if file.path is not None else None
        found = False
        with file.open() as stream:
            for number, raw in enumerate(lines_of(stream, _LONGEST), start=1):
                line = (raw or b"").decode("utf-8", errors="surrogateescape").strip()
                if raw is None:
                    yield Failure(
                        f"{file.name}#{number}", f"a line over {_LONGEST:,} bytes; a list names one thing a line"
                    )
                elif line and not line.startswith("#"):
                    found = True
                    yield Link(line, file.name, base=base, always=not file.nested)
        if not found:
            yield Failure(file.name, "a list that names nothing")
