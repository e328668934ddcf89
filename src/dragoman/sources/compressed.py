"""One file, compressed: what it holds is read as if it were not."""

import bz2
import gzip
import lzma
from typing import BinaryIO, cast

from dragoman.sources.bytes import read_pages
from dragoman.sources.kinds import File, Fit, Found, Terms, source
from dragoman.sources.packed import Budget, counted, too_deep

_RENAMED = {".tgz": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar"}


class _Compressed:
    """What the four kinds share: a stream that unpacks, and the name without its ending."""

    suffixes: tuple[str, ...]
    magic: bytes

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins as such files do."""
        return 2 if head.startswith(self.magic) else 0

    def unpacked(self, stream: BinaryIO) -> BinaryIO:
        """Return the stream that unpacks."""
        raise NotImplementedError

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the pages of the file that is in it."""
        refused = list(too_deep(file, terms))
        if refused:
            yield from refused
            return
        yield from read_pages(self._inner(file, terms), terms)

    def _inner(self, file: File, terms: Terms) -> File:
        def opened() -> BinaryIO:
            # each opening begins anew, and so does the count
            packed = file.open()
            return counted(self.unpacked(packed), Budget(file.size, terms.limits), under=packed)

        plain = _without(file.told_by, self.suffixes)
        return File(file.name, opened, nested=file.nested + 1, url=file.url, plain=plain)


@source("gzip")
class Gzip(_Compressed):
    """A file compressed with gzip, whatever kind of file it is."""

    suffixes: tuple[str, ...] = (".gz", ".tgz")
    magic = b"\x1f\x8b"

    def unpacked(self, stream: BinaryIO) -> BinaryIO:
        """Return the stream that unpacks."""
        return cast(BinaryIO, gzip.open(stream, "rb"))


@source("bzip2")
class Bzip2(_Compressed):
    """A file compressed with bzip2, whatever kind of file it is."""

    suffixes: tuple[str, ...] = (".bz2", ".tbz")
    magic = b"BZh"

    def unpacked(self, stream: BinaryIO) -> BinaryIO:
        """Return the stream that unpacks."""
        return cast(BinaryIO, bz2.open(stream, "rb"))


@source("xz")
class Xz(_Compressed):
    """A file compressed with xz, whatever kind of file it is."""

    suffixes: tuple[str, ...] = (".xz", ".txz")
    magic = b"\xfd7zXZ\x00"

    def unpacked(self, stream: BinaryIO) -> BinaryIO:
        """Return the stream that unpacks."""
        return cast(BinaryIO, lzma.open(stream, "rb"))


@source("zstd")
class Zstd(_Compressed):
    """A file compressed with zstandard, whatever kind of file it is."""

    suffixes: tuple[str, ...] = (".zst", ".tzst")
    magic = b"\x28\xb5\x2f\xfd"

    def unpacked(self, stream: BinaryIO) -> BinaryIO:
        """Return the stream that unpacks."""
        # FastWARC brings a reader of zstandard along; a library for it alone weighs 23 MB
        from fastwarc.stream_io import ZstdReader

        return cast(BinaryIO, ZstdReader(stream))


def _without(name: str, suffixes: tuple[str, ...]) -> str:
    """Return a name without the ending that said how it was packed: "a.html.gz" is "a.html", "b.tgz" "b.tar"."""
    for suffix in suffixes:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)] + _RENAMED.get(suffix, "")
    return name
