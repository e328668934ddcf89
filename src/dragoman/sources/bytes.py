"""Bytes from a file, within limits, and what they are when they are no text."""

from pathlib import Path
from typing import Protocol

from dragoman.sources.kinds import Failure

_SNIFFED = 4096  # bytes
_AT_ONCE = 1 << 20  # bytes
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (docx, xlsx and epub are zips too)"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff")  # UTF-16 and UTF-32 hold zero bytes
_AGAIN = "save the article again, or remove the file"
_WAY_OUT = "save its text as .txt or .html"


class Stream(Protocol):
    """Something bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, none at the end."""


def read_file(path: Path, *, name: str, limit: int) -> bytes | Failure:
    """Return the bytes of a file, or why they were not read."""
    try:
        if path.is_symlink() and not path.exists():
            return Failure(name, "the link leads nowhere; put the file there, or remove the link")
        if not path.is_file():
            return Failure(name, f"not a regular file; {_WAY_OUT}")
        size = path.stat().st_size
        if size > limit:
            return too_large(name, size, limit)
        with path.open("rb") as stream:
            return read_stream(stream, name=name, limit=limit)
    except OSError as error:
        return Failure(name, unreadable(error))


def unreadable(error: OSError) -> str:
    """Return what the system says, and the way out where there is one."""
    way_out = "; make it readable for yourself (chmod u+r)" if isinstance(error, PermissionError) else ""
    return f"cannot be read: {(error.strerror or str(error)).lower()}{way_out}"


def read_stream(stream: Stream, *, name: str, limit: int) -> bytes | Failure:
    """Return what a stream holds, or why it was not taken."""
    content = read_limited(stream, limit)
    return too_large(name, None, limit) if content is None else checked(content, name=name)


def read_limited(stream: Stream, limit: int) -> bytes | None:
    """Return what a stream holds, None if that is over ``limit``; no more than one byte over it is ever held."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := stream.read(min(left, _AT_ONCE))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts) if left > 0 else None


def checked(content: bytes, *, name: str) -> bytes | Failure:
    """Return ``content``, or why it is no text."""
    if not content.strip():
        size = f"{len(content):,} bytes, all white space" if content else "0 bytes"
        return Failure(name, f"empty ({size}); {_AGAIN}")
    what = binary(content)
    return content if what is None else Failure(name, f"{what}, not text; {_WAY_OUT}")


def too_large(name: str, size: int | None, limit: int) -> Failure:
    """Return the failure of something over a limit; ``size`` None: longer than the limit, how long is not known."""
    told = f"{size:,} bytes, over" if size is not None else "over"
    return Failure(name, f"{told} the limit of {limit:,} bytes for one page; split it into one file an article")


def binary(content: bytes) -> str | None:
    """Return what ``content`` is when it is no text, else None."""
    known = next((what for magic, what in _MAGIC if content.startswith(magic)), None)
    if known is not None:
        return known
    if content.startswith(_TEXT_MARKS):
        return None
    head = content[:_SNIFFED]
    if b"\x00" in head:
        return f"binary (a zero byte at offset {head.index(0):,})"
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return (
        f"binary ({control:,} control characters in the first {len(head):,} bytes)"
        if control * 20 > len(head)
        else None
    )
