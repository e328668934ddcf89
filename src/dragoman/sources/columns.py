"""Which column of a table is which field of an article: as the user says, or else by the names they commonly bear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.sources.kinds import Failure, Found
from dragoman.sources.piece import Piece

# names of columns in the exports of news collections and of archives of the press (Media Cloud, GDELT, LexisNexis,
# Factiva, news-please and the sets of Kaggle), in lower case without what is no letter; the likelier first
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "fulltext", "articletext", "maintext", "articlebody", "article", "articlecontent",
        "bodytext", "story", "storytext", "newstext", "fullcontent", "lp", "td", "summary", "description",
    ),
    "title": ("title", "headline", "hd", "articletitle", "head", "headlines", "subject"),
    "published": (
        "date", "published", "publishdate", "publisheddate", "publishedat", "datepublished", "datepublish", "pubdate",
        "publicationdate", "published_on", "pd", "loaddate", "datetime", "timestamp", "day", "created",
    ),
    "modified": ("modified", "updated", "datemodified", "updatedat", "datemodify", "lastmodified"),
    "outlet": (
        "outlet", "publication", "publisher", "medianame", "sourcename", "source", "newspaper", "site", "sn", "media",
        "journal", "domain",
    ),
    "byline": ("byline", "author", "authors", "by", "creator", "writer"),
    "url": ("url", "link", "address", "canonical", "permalink", "articleurl", "weburl", "sourceurl"),
    "language": ("language", "lang", "la", "languagecode"),
}  # fmt: skip
_WAY_OUT = "--column text=NAME names it"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds which field; what no column holds is not there."""

    of: Mapping[str, str]  # field: column
    guessed: tuple[str, ...]  # fields whose column was guessed

    def told(self) -> str:
        """Return what was guessed and by what name, for a person to check."""
        pairs = ", ".join(f"{field} from {self.of[field]!r}" for field in self.guessed)
        return f"columns guessed: {pairs}; --column FIELD=NAME chooses others"


def columns(name: str, header: Sequence[str], *, named: Sequence[tuple[str, str]]) -> Columns | Failure:
    """Return which column of a table with this header holds which field, or why that cannot be told."""
    for field, column in named:
        if field not in NAMES:
            return Failure(name, f"no field called {field!r}; known: {', '.join(NAMES)}")
        if column not in header:
            return Failure(name, f"no column called {column!r}; there are: {_shown(header)}")
    chosen = dict(named)
    bare = {"".join(filter(str.isalnum, column.lower())): column for column in reversed(header)}
    for field, names in NAMES.items():
        found = next((bare[one] for one in names if one in bare and bare[one] not in chosen.values()), None)
        if field not in chosen and found is not None:
            chosen[field] = found
    if "text" not in chosen:
        return Failure(name, f"no column is known to hold the text; {_WAY_OUT}; there are: {_shown(header)}")
    return Columns(chosen, tuple(field for field in NAMES if field in chosen and field not in dict(named)))


def rows(name: str, made: Columns, cells: Mapping[str, object], *, number: int) -> Found:
    """Yield the page of one row."""
    told = {field: str(cell).strip() for field, column in made.of.items() if (cell := cells.get(column)) is not None}
    shown = f"{name}#{number}"
    if not told.get("text"):
        yield Failure(shown, f"nothing in the column {made.of['text']!r} of its text")
        return
    byline = (told["byline"],) if told.get("byline") else ()
    others = {field: words for field, words in told.items() if field not in ("byline", "text") and words}
    yield Piece(text=told["text"], byline=byline, **others).page(shown)


def _shown(header: Sequence[str]) -> str:
    return ", ".join(repr(column[:40]) for column in header[:20]) + ("…" if len(header) > 20 else "")
