"""Articles as JSON: an object a line (``.jsonl``), or one object or a list of them in a file (``.json``)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.model.article import Page
from dragoman.sources.bytes import read_file, unreadable
from dragoman.sources.kinds import Failure, Limits, source

JSON = "application/json"


@source("jsonl")
class JsonLines:
    """A file with an article on each line; it is read line by line, whatever its length."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is a file with such an ending."""
        return target.lower().endswith(self.suffixes) and Path(target).is_file()

    def fetch(self, target: str, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
        """Return a page a line, called by the file's name and the line's number."""
        try:
            with Path(target).open("rb") as stream:
                for number, line in enumerate(_lines(stream, limits.page), start=1):
                    if line is None:
                        yield Failure(
                            f"{name}#{number}", f"a line over the limit of {limits.page:,} bytes for one page"
                        )
                    elif line.strip():
                        yield _page(line, name=f"{name}#{number}")
        except OSError as error:
            yield Failure(name, unreadable(error))


@source("json")
class JsonFile:
    """A file with one article or a list of articles."""

    suffixes: tuple[str, ...] = (".json",)

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is a file with such an ending."""
        return target.lower().endswith(self.suffixes) and Path(target).is_file()

    def fetch(self, target: str, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
        """Return a page an article; one of a list is called by the file's name and its place from 1."""
        content = read_file(Path(target), name=name, limit=limits.packed)
        if isinstance(content, Failure):
            yield content
            return
        value = _parsed(content)
        if isinstance(value, list):
            for number, item in enumerate(value, start=1):
                yield _page(json.dumps(item, ensure_ascii=False).encode(), name=f"{name}#{number}")
        else:
            yield _page(content, name=name)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Return lines; None for one over the limit, which is passed over piece by piece."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None


def _page(content: bytes, *, name: str) -> Page | Failure:
    if isinstance(_parsed(content), dict):
        return Page(name=name, content=content, media_type=JSON)
    return Failure(name, 'no JSON object; an article is one, such as {"title": …, "date": …, "text": …}')


def _parsed(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
