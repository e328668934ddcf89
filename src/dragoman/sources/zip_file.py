"""A zip archive; nothing of it is written to the disk."""

import io
import zipfile
from typing import BinaryIO, cast

from dragoman.sources.bytes import whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.packed import Budget, counted, member, member_name, too_deep

_OFFICE = b"[Content_Types].xml"  # the first file of a document of Office


@source("zip")
class Zip:
    """A zip archive of files of any kind that is read."""

    suffixes: tuple[str, ...] = (".zip",)

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins as zip archives do, documents of Office aside."""
        return 2 if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and _OFFICE not in head[:100] else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the pages of the archive's files in the order of their names."""
        refused = list(too_deep(file, terms))
        archive = refused[0] if refused else _opened(file, terms)
        if isinstance(archive, Failure):
            yield archive
            return
        budget = Budget(file.size, terms.limits)
        with archive:
            for info in sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda i: i.filename):
                name = member_name(file.name, info.filename)
                if name is not None:
                    yield from _member(archive, info, file=file, name=name, terms=terms, budget=budget)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, file: File, name: str, terms: Terms, budget: Budget
) -> Found:
    if info.flag_bits & 1:
        yield Failure(name, "locked with a password; unpack it first")
        return

    def opened() -> BinaryIO:
        try:
            return counted(cast(BinaryIO, archive.open(info)), budget)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise OSError(str(error)) from error

    yield from member(File(name, opened, size=info.file_size, nested=file.nested + 1), terms)


def _opened(file: File, terms: Terms) -> zipfile.ZipFile | Failure:
    try:
        if file.path is not None:
            return zipfile.ZipFile(file.path)
        # the list of files stands at the end, so that an archive in another has to be held
        content = whole(file, limit=terms.limits.packed)
        return content if isinstance(content, Failure) else zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        return Failure(file.name, f"broken zip: {str(error).rstrip('.').lower()}; pack it again, or unpack it")
