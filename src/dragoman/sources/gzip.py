"""A gzip file of one page: ``page.html.gz``."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.article import Page
from dragoman.sources.bytes import checked, read_limited, too_large, unreadable
from dragoman.sources.kinds import Failure, Limits, source
from dragoman.sources.page import PageFile, media_type


@source("gzip")
class GzipFile:
    """A compressed page; it is unpacked no further than the limit."""

    suffixes = tuple(f"{suffix}.gz" for suffix in PageFile.suffixes)

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is a file with such an ending."""
        return target.lower().endswith(self.suffixes) and Path(target).is_file()

    def fetch(self, target: str, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
        """Return the page."""
        inner = name[: -len(".gz")]
        try:
            with gzip.open(target, "rb") as stream:
                content = read_limited(stream, limits.page)
        except PermissionError as error:
            yield Failure(name, unreadable(error))
            return
        except (OSError, EOFError, zlib.error) as error:
            yield Failure(name, f"broken gzip: {str(error).rstrip('.').lower()}; pack the page again, or unpack it")
            return
        made = too_large(name, None, limits.page) if content is None else checked(content, name=name)
        yield made if isinstance(made, Failure) else Page(name=name, content=made, media_type=media_type(inner, made))
