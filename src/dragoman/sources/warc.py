"""A WARC, in which archives of the web keep what they fetched."""

import io
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from dragoman.model.article import Page
from dragoman.sources.bytes import in_memory, read_pages, too_large
from dragoman.sources.kinds import Failure, File, Fit, Found, Limits, Terms, source
from dragoman.sources.packed import Budget

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_SIGNS = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1.")  # with which a record begins, packed or not
_WINDOW = 1 << 20  # bytes looked through at once for the next record
_READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/json", "")


@source("warc")
class Warc:
    """A WARC, packed with gzip or zstandard or not; each page that was fetched with success is read."""

    suffixes: tuple[str, ...] = (".warc", ".warc.gz", ".warc.zst")

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins with a record, packed or not."""
        return 2 if _unpacked(head).startswith(b"WARC/") else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the pages, called by the file's name and the place of the record in it, in bytes."""
        budget = Budget(file.size, terms.limits)
        for record in _records(file, terms.limits):
            if isinstance(record, Failure):
                yield record
                continue
            budget.take(len(record.content))
            made = replace(
                in_memory(record.content, name=f"{file.name}#{record.at}", nested=file.nested + 1),
                url=record.url,
                media_type=record.media_type,
                plain=_plain(record),
            )
            yield from _unlinked(read_pages(made, terms), made)


@dataclass(frozen=True, slots=True)
class _Record:
    """One response that was kept."""

    at: int  # where it begins in the file, bytes
    url: str
    media_type: str | None
    content: bytes


@dataclass(frozen=True, slots=True)
class _Broken:
    """Where and how a record breaks off."""

    at: int
    how: str
    later: bool = False  # True: the record there was whole, and what comes after it is not


class _Forward:
    """A stream that can only be read on, as the library asks for one that cannot be gone back in."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner, self._at = inner, 0

    def read(self, size: int = -1) -> bytes:
        part = self._inner.read(size)
        self._at += len(part)
        return part

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        if (offset, whence) in ((self._at, 0), (0, 1)):
            return self._at
        raise OSError("cannot be gone back in")

    def close(self) -> None:
        self._inner.close()


def _unpacked(head: bytes) -> bytes:
    """Return the first bytes of what may be packed, as far as they can be told."""
    if head.startswith(b"\x1f\x8b"):
        try:
            return zlib.decompressobj(wbits=31).decompress(head, 16)
        except zlib.error:
            return _SIGNS[-1]  # what is broken so early is told by its name
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        from fastwarc.stream_io import ZstdReader

        with suppress(OSError, EOFError):
            return ZstdReader(io.BytesIO(head)).read(16)
    return head


def _unlinked(found: Found, file: File) -> Found:
    """Leave out what kept feeds and sitemaps name: an archive holds what was fetched, and that is read."""
    yield from (entry for entry in found if isinstance(entry, Page | Failure))


def _plain(record: _Record) -> str:
    """Return a name whose ending says what the server said it was."""
    kind = (record.media_type or "").partition(";")[0]
    return {"application/pdf": "a.pdf", "text/plain": "a.txt", "application/json": "a.json"}.get(kind, "a.html")


def _records(file: File, limits: Limits) -> Iterator[_Record | Failure]:
    """Yield the responses; a broken record costs a line, and the next whole one is looked for."""
    start: int | None = 0
    while start is not None:
        broken = None
        for found in _run(file, start, limits):
            if isinstance(found, _Broken):
                broken = found
                break
            yield found
        if broken is None:
            return
        start = _next_record(file, broken.at + 1)
        if broken.later and start is not None:
            continue  # told when that one is looked at
        rest = f"the next is read from {start:,} on" if start is not None else "none follows it"
        yield Failure(f"{file.name}#{broken.at}", f"a broken record ({broken.how}); {rest}")


def _run(file: File, start: int, limits: Limits) -> Iterator[_Record | Failure | _Broken]:
    """Yield the responses from a place on, up to the end or to a record that is broken."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    at, seen = start, False
    with file.open() as stream:
        if start:
            stream.seek(start)
        seekable = stream if stream.seekable() else _Forward(stream)
        try:
            for record in ArchiveIterator(seekable, record_types=WarcRecordType.any_type):
                at = record.stream_pos if record.stream_pos >= start else start + record.stream_pos
                seen = True
                if record.record_type in (WarcRecordType.response, WarcRecordType.resource):
                    yield from _response(record, at, file.name, limits)
        except BaseException as error:  # what the library does not foresee is no Exception: it panics
            if not isinstance(error, OSError) and type(error).__name__ != "PanicException":
                raise
            yield _Broken(max(at, start), " ".join(str(error).split()).lower()[:120], later=seen)
            return
    if not seen:
        yield _Broken(start, "no record begins there")


def _response(record: "WarcRecord", at: int, name: str, limits: Limits) -> Iterator[_Record | Failure | _Broken]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
    status = str(record.http_headers.status_code) if record.is_http else "200"
    if not status.isdigit():
        yield _Broken(at, "no answer of a server that can be read")
        return
    if status != "200":
        return
    if kind.partition(";")[0].strip().lower() not in _READ:
        return
    sent = record.reader.read(limits.page + 1)
    if len(sent) < min(record.content_length, limits.page + 1):
        yield _Broken(at, f"cut short: {len(sent):,} of {record.content_length:,} bytes are there")
        return
    content = _decoded(sent, record, limits.page + 1)
    if max(len(sent), len(content)) > limits.page:
        yield too_large(f"{name}#{at}", None, limits.page)
    elif content.strip():
        charset = f"; charset={record.http_charset}" if record.http_charset and "charset" not in kind else ""
        yield _Record(at, url, f"{kind}{charset}" or None, content)


def _decoded(sent: bytes, record: "WarcRecord", size: int) -> bytes:
    """Return a payload as it was before it was sent in pieces or packed.

    Many archives keep the words that say so and unpack the payload: what cannot be unpacked is taken as it is.
    """
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

    readers = {"chunked": ChunkedReader, "gzip": GzipReader, "br": BrotliReader, "zstd": ZstdReader}
    content = sent
    for header in ("Transfer-Encoding", "Content-Encoding"):
        reader = readers.get(((record.http_headers.get(header) if record.is_http else None) or "").strip().lower())
        if reader is not None:
            with suppress(OSError, EOFError):
                content = reader(io.BytesIO(content)).read(size) or content
    return content


def _next_record(file: File, after: int) -> int | None:
    """Return where the next record begins, None: nowhere, or the file cannot be gone back in."""
    with file.open() as stream:
        if not stream.seekable():
            return None
        return _sign_after(stream, after)


def _sign_after(stream: BinaryIO, after: int) -> int | None:
    stream.seek(after)
    at, kept = after, b""
    while part := stream.read(_WINDOW):
        window = kept + part
        places = [place for sign in _SIGNS if (place := window.find(sign)) >= 0]
        if places:
            return at + min(places)
        kept = window[-8:]
        at += len(window) - len(kept)
    return None
