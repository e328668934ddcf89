"""What is packed: how far it may be unpacked, and what lies in it."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from dragoman.sources.bytes import TooMuch, read_pages
from dragoman.sources.kinds import Failure, File, Found, Limits, Terms, has_suffix, known_files, printable

_OURS = ("__MACOSX", ".DS_Store")  # what a Mac puts beside the files of an archive


class Budget:
    """How many bytes a packed file may still give, all that lies in it together."""

    def __init__(self, packed: int | None, limits: Limits) -> None:
        """Take the size of the packed file; None: not known, and only the lower bound holds."""
        self.most = self.left = max(limits.small, limits.bomb * (packed or 0))

    def take(self, count: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            TooMuch: it was more than such a file may give.
        """
        self.left -= count
        if self.left < 0:
            raise TooMuch(f"unpacks to over {self.most:,} bytes, as no honest archive does; what stood before was read")


class Unpacked(io.RawIOBase):
    """An unpacked stream that is counted against a budget."""

    def __init__(self, inner: BinaryIO, budget: Budget, under: BinaryIO | None) -> None:
        """Take the stream that unpacks."""
        super().__init__()
        self._inner, self._budget, self._under = inner, budget, under

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer, /):  # type: ignore[no-untyped-def]  # the standard library's own signature differs by version
        """Fill a buffer."""
        part = self._inner.read(len(buffer))
        self._budget.take(len(part))
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        """Close all of them."""
        super().close()
        self._inner.close()
        if self._under is not None:  # the standard library's readers leave it open
            self._under.close()


def counted(inner: BinaryIO, budget: Budget, *, under: BinaryIO | None = None) -> BinaryIO:
    """Return an unpacked stream that is counted and read in large pieces.

    Args:
        under: what it unpacks, to be closed with it.
    """
    return io.BufferedReader(Unpacked(inner, budget, under), buffer_size=1 << 16)


def too_deep(file: File, terms: Terms) -> Iterator[Failure]:
    """Yield the failure of an archive that lies too deep in others."""
    if file.nested >= terms.limits.nested:
        yield Failure(file.name, f"an archive {file.nested} archives deep is not opened; unpack it first")


def member_name(archive: str, inner: str) -> str | None:
    """Return what a member is called, None: it is hidden, and passed over."""
    parts = PurePosixPath(printable(inner).replace("\\", "/")).parts
    if any(part.startswith(".") and part != ".." for part in parts) or any(part in _OURS for part in parts):
        return None
    return f"{archive}/{' '.join('/'.join(parts).split())}"


def member(file: File, terms: Terms) -> Found:
    """Return the pages of what lies in an archive; nothing is ever written to the disk, so no name can lead astray."""
    if any(part == ".." for part in file.name.split("/")) or "//" in file.name:
        yield Failure(
            file.name, "skipped: its name leads out of the archive; nothing honest is packed so", skipped=True
        )
    elif has_suffix(file.told_by):
        yield from read_pages(file, terms)
    else:
        suffix = PurePosixPath(file.name).suffix
        what = f"files ending {suffix!r} are" if suffix else "a file without an ending is"
        yield Failure(file.name, f"skipped: {what} not read; known: {known_files()}", skipped=True)
