"""Bytes from a file, within limits, and what they are when they are no text."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from dragoman.sources.kinds import HEAD, Failure, File, Found, Meter, Terms, kind_of, known_files, source

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
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PAR1", "a Parquet table"),
)
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff")  # UTF-16 and UTF-32 hold zero bytes
_AGAIN = "save the article again, or remove the file"
_WAY_OUT = "save its text as .txt or .html"

# what the standard library and those beside it raise for bytes that are broken
BROKEN = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)


class TooMuch(Exception):
    """A packed file gives more than any honest one would."""


class Stream(Protocol):
    """Something bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, none at the end."""


class _Metered(io.FileIO):
    """A file on the disk that counts what was read of it."""

    meter: Meter

    def readinto(self, buffer, /):  # type: ignore[no-untyped-def]  # the standard library's own signature differs by version
        count = super().readinto(buffer)
        self.meter.read += count or 0
        return count


def on_disk(path: Path, *, name: str, meter: Meter) -> File | Failure:
    """Return a file on the disk, or why it is none that can be read."""
    try:
        if path.is_symlink() and not path.exists():
            return Failure(name, "the link leads nowhere; put the file there, or remove the link")
        if not path.is_file():
            return Failure(name, f"not a regular file; {_WAY_OUT}")
        size = path.stat().st_size
    except OSError as error:
        return Failure(name, unreadable(error))

    def opened() -> BinaryIO:
        raw = _Metered(path)
        raw.meter = meter
        return io.BufferedReader(raw, buffer_size=1 << 16)

    return File(name=name, open=opened, size=size, path=path)


def in_memory(content: bytes, *, name: str, nested: int = 0) -> File:
    """Return a file whose bytes are here already."""
    return File(name=name, open=lambda: io.BytesIO(content), size=len(content), nested=nested)


def read_pages(file: File, terms: Terms, *, kind: str | None = None) -> Found:
    """Return the pages of a file, whatever kind it is; what breaks on the way costs a line.

    Args:
        kind: read it as this kind; None: its bytes and its name decide.
    """
    try:
        chosen = source[kind] if kind is not None else kind_of(file.told_by, head_of(file))
        if chosen is None:
            yield _unknown(file)
        else:
            yield from chosen().pages(file, terms)
    except TooMuch as error:
        yield Failure(file.name, str(error))
    except OSError as error:
        yield Failure(file.name, unreadable(error) if error.errno is not None else _broken(error))
    except BROKEN as error:
        yield Failure(file.name, _broken(error))


def read_disk(file: File, terms: Terms, *, kind: str | None = None) -> Found:
    """Return the pages of a file on the disk; in the end all of it counts as read, however it was gone through."""
    before = terms.meter.read
    yield from read_pages(file, terms, kind=kind)
    terms.meter.read = before + (file.size or 0)


def head_of(file: File) -> bytes:
    """Return the first bytes of a file; none where it breaks off in them."""
    with suppress(*BROKEN, TooMuch), file.open() as stream:
        return stream.read(HEAD)
    return b""


def _broken(error: BaseException) -> str:
    return f"broken: {' '.join(str(error).split()).rstrip('.').lower()}; what stood before it was read; get it again"


def _unknown(file: File) -> Failure:
    what = binary(head_of(file))
    if what is None:
        return Failure(file.name, f"no kind that is read; known files: {known_files()}")
    return Failure(file.name, f"{what}, not text; {_WAY_OUT}")


def whole(file: File, *, limit: int) -> bytes | Failure:
    """Return all bytes of a file, or why they were not read."""
    if file.size is not None and file.size > limit:
        return too_large(file.name, file.size, limit)
    with file.open() as stream:
        return read_stream(stream, name=file.name, limit=limit)


def unreadable(error: OSError) -> str:
    """Return what the system says, and the way out where there is one."""
    way_out = "; make it readable for yourself (chmod u+r)" if isinstance(error, PermissionError) else ""
    return f"cannot be read: {(error.strerror or str(error)).lower()}{way_out}"


def read_stream(stream: Stream, *, name: str, limit: int) -> bytes | Failure:
    """Return what a stream holds, or why it was not taken."""
    content = read_limited(stream, limit)
    if content is None:
        return too_large(name, None, limit)
    return content if content.strip() else empty(content, name=name)


def read_limited(stream: Stream, limit: int) -> bytes | None:
    """Return what a stream holds, None if that is over ``limit``; no more than one byte over it is ever held."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := stream.read(min(left, _AT_ONCE))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts) if left > 0 else None


def lines_of(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Return lines; None for one over the limit, which is passed over piece by piece."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None


def empty(content: bytes, *, name: str) -> Failure:
    """Return the failure of a file in which nothing stands."""
    size = f"{len(content):,} bytes, all white space" if content else "0 bytes"
    return Failure(name, f"empty ({size}); {_AGAIN}")


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
