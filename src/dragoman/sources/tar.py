"""A tar archive, compressed or not; nothing of it is written to the disk."""

import tarfile
from dataclasses import replace
from typing import IO

from dragoman.sources.bytes import in_memory, read_limited, too_large
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.packed import member, member_name, too_deep


@source("tar")
class Tar:
    """A tar archive of files of any kind that is read; it is read as it comes, whatever its length."""

    suffixes: tuple[str, ...] = (".tar",)

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins as tar archives do."""
        return 2 if head[257:262] == b"ustar" else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the pages of the archive's files in the order they were packed in."""
        refused = list(too_deep(file, terms))
        if refused:
            yield from refused
            return
        try:
            with file.open() as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
                for info in archive:
                    name = member_name(file.name, info.name)
                    if info.isfile() and name is not None:
                        yield from _member(archive.extractfile(info), info, name=name, nested=file.nested, terms=terms)
        except tarfile.TarError as error:
            yield Failure(file.name, f"broken tar: {str(error).rstrip('.').lower()}; what stood before it was read")


def _member(stream: IO[bytes] | None, info: tarfile.TarInfo, *, name: str, nested: int, terms: Terms) -> Found:
    # a stream cannot be gone back in, and a kind looks at a file more than once: it is held
    limit = terms.limits.packed
    content = read_limited(stream, limit) if stream is not None and info.size <= limit else None
    if content is None:
        yield too_large(name, info.size, limit)
    else:
        yield from member(replace(in_memory(content, name=name), nested=nested + 1), terms)
