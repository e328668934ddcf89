"""Many e-mails in one file, as mail programs and archives of lists export them."""

from collections.abc import Iterator
from typing import BinaryIO

from dragoman.sources.bytes import lines_of
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.letter import message_of, piece_of


@source("mbox")
class Mailbox:
    """A mailbox; each letter is called by the file's name and its place from 1."""

    suffixes: tuple[str, ...] = (".mbox", ".mbx")

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins with the line that parts letters, and a field after it."""
        first, _, rest = head.partition(b"\n")
        return 2 if first.startswith(b"From ") and b":" in rest.partition(b"\n")[0] else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the letters, one held at a time."""
        with file.open() as stream:
            for number, content in enumerate(_letters(stream, terms.limits.page), start=1):
                name = f"{file.name}#{number}"
                piece = piece_of(message_of(content)) if content is not None else None
                if content is None:
                    yield Failure(name, f"a letter over the limit of {terms.limits.page:,} bytes for one page")
                else:
                    yield Failure(name, "an e-mail without text") if piece is None else piece.page(name)


def _letters(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Return the letters; None for one over the limit."""
    parts: list[bytes] | None = None
    size, blank = 0, True
    for line in lines_of(stream, limit):
        if line is not None and blank and line.startswith(b"From "):
            if parts is not None:
                yield b"".join(parts) if size <= limit else None
            parts, size = [], 0
        elif parts is not None:
            size += len(line) if line is not None else limit + 1
            # ">From " is how a line of a letter that begins so was kept apart
            if line is not None and size <= limit:
                parts.append(line[1:] if line.startswith(b">From ") else line)
        blank = line is not None and not line.strip()
    if parts is not None:
        yield b"".join(parts) if size <= limit else None
