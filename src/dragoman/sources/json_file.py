"""Articles as JSON: one object, or a list of them, in a file."""

import json

from dragoman.sources.bytes import whole
from dragoman.sources.json_lines import object_page, parsed
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source

# what collections of articles call their list: NewsAPI, The Guardian, Media Cloud, GDELT and their like
_LISTS = ("articles", "results", "stories", "items", "news", "hits", "docs", "data")


@source("json")
class JsonFile:
    """A file with one article, a list of articles, or an object that holds such a list."""

    suffixes: tuple[str, ...] = (".json",)

    def fits(self, head: bytes) -> Fit:
        """An object or a list of objects may be one."""
        begun = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return 1 if begun.startswith(b"{") or (begun[:1] == b"[" and begun[1:].lstrip().startswith(b"{")) else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return a page an article; one of a list is called by the file's name and its place from 1."""
        content = whole(file, limit=terms.limits.packed)
        if isinstance(content, Failure):
            yield content
            return
        listed = _listed(parsed(content))
        if listed is None:
            yield object_page(content, name=file.name)
            return
        for number, item in enumerate(listed, start=1):
            made = json.dumps(item, ensure_ascii=False).encode("utf-8", errors="replace")
            yield object_page(made, name=f"{file.name}#{number}")


def _listed(value: object) -> list[object] | None:
    """Return the articles of a list, or of the one list that an object without a text of its own holds."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or any(isinstance(value.get(name), str) for name in ("text", "body", "content")):
        return None
    found = [list_ for name in _LISTS if isinstance(list_ := value.get(name), list) and list_]
    return next((list_ for list_ in found if all(isinstance(item, dict) for item in list_)), None)
