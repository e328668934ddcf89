"""Articles as JSON, an object a line."""

import json

from dragoman.model.article import Page
from dragoman.sources.bytes import lines_of
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.piece import JSON


@source("jsonl")
class JsonLines:
    """A file with an article on each line; it is read line by line, whatever its length."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def fits(self, head: bytes) -> Fit:
        """Two lines that are objects are such a file."""
        first, end, rest = head.partition(b"\n")
        return 2 if end and rest.startswith(b"{") and parsed_object(first) else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return a page a line, called by the file's name and the line's number."""
        limit = terms.limits.page
        with file.open() as stream:
            for number, line in enumerate(lines_of(stream, limit), start=1):
                if line is None:
                    yield Failure(f"{file.name}#{number}", f"a line over the limit of {limit:,} bytes for one page")
                elif line.strip():
                    yield object_page(line, name=f"{file.name}#{number}")


def object_page(content: bytes, *, name: str) -> Page | Failure:
    """Return a JSON object as a page."""
    if parsed_object(content):
        return Page(name=name, content=content, media_type=JSON)
    return Failure(name, 'no JSON object; an article is one, such as {"title": …, "date": …, "text": …}')


def parsed_object(content: bytes) -> bool:
    """Say whether bytes are a JSON object."""
    return isinstance(parsed(content), dict)


def parsed(content: bytes) -> object:
    """Return the value that JSON stands for, None where it is no JSON."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
