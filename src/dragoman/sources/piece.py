"""An article that comes with its fields, as feeds, letters and tables have it: written as the JSON that is read."""

import json
from dataclasses import dataclass

from dragoman.model.article import Page
from dragoman.sources.kinds import Failure

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Piece:
    """The fields of an article as its carrier gives them; None: it gives none."""

    text: str  # plain, or HTML
    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None  # as written
    modified: str | None = None
    url: str | None = None
    language: str | None = None

    def page(self, name: str) -> Page | Failure:
        """Return the page that says so, or why there is none."""
        if not self.text.strip():
            return Failure(name, "no text in it; leave it out")
        fields = {
            "title": self.title,
            "text": self.text,
            "authors": list(self.byline),
            "outlet": self.outlet,
            "date": self.published,
            "modified": self.modified,
            "url": self.url,
            "language": self.language,
        }
        told = {key: value for key, value in fields.items() if value}
        # lone surrogates, which broken charsets leave behind, are no UTF-8
        return Page(name, json.dumps(told, ensure_ascii=False).encode("utf-8", errors="replace"), JSON)
