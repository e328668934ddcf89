"""A feed, saved or fetched: RSS, Atom, RDF, JSON Feed."""

import io
import re
from collections.abc import Mapping, Sequence
from typing import cast
from urllib.parse import urljoin

from dragoman.sources.bytes import whole
from dragoman.sources.json_lines import parsed
from dragoman.sources.kinds import Failure, File, Fit, Found, Link, Terms, source
from dragoman.sources.piece import Piece
from dragoman.sources.xml_tree import first_element, local, tree_of

_FEEDS = ("rss", "RDF", "feed")
_JSON_SIGN = re.compile(rb"jsonfeed\.org\\?/version")
_DATES = ("pubDate", "published", "issued", "date", "updated", "modified")
_FEW = 8  # words; what is shorter is a teaser and no text

Entry = Mapping[str, object]


@source("feed")
class Feed:
    """A feed: the addresses it names are read where they may be fetched, else what stands in the feed itself."""

    suffixes: tuple[str, ...] = (".rss", ".atom", ".rdf", ".xml")

    def fits(self, head: bytes) -> Fit:
        """Say whether the first element is a feed's, or a JSON Feed tells its version."""
        json_feed = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _JSON_SIGN.search(head)
        return 2 if json_feed or first_element(head) in _FEEDS else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the entries, or what they name; an entry is called by the file's name and its place from 1."""
        content = whole(file, limit=terms.limits.packed)
        if isinstance(content, Failure):
            yield content
            return
        feed = _read(content)
        if isinstance(feed, str):
            yield Failure(file.name, f"no feed that can be read: {feed}")
            return
        entries = cast(Sequence[Entry], feed.get("entries") or ())
        told = _told_dates(content)
        dates = told if len(told) == len(entries) else [None] * len(entries)
        base = str(cast(Entry, feed.get("feed") or {}).get("link") or file.url or "")
        for number, (entry, date) in enumerate(zip(entries, dates, strict=True), start=1):
            address = _address(base, str(entry.get("link") or ""))
            if (file.url or terms.follow) and address.startswith(("http://", "https://")):
                yield Link(address, file.name, always=True, once=True)
            else:
                piece = _piece(entry, cast(Entry, feed.get("feed") or {}), address=address, date=date)
                name = f"{file.name}#{number}"
                yield piece.page(name) if piece is not None else _teaser(name, address)
        if not entries:
            yield Failure(file.name, "a feed without entries")


def _address(base: str, link: str) -> str:
    """Return where an entry leads, "" where that is no address."""
    try:
        return "".join(urljoin(base, link).split())
    except ValueError:
        return ""


def _teaser(name: str, address: str) -> Failure:
    where = f"; --follow fetches {address}" if address.startswith("http") else ""
    return Failure(name, f"only a title and a teaser stand in the feed{where}", skipped=True)


def _read(content: bytes) -> Entry | str:
    """Return a feed as mappings, or why it is none: the quick reader first, then the patient one."""
    import fastfeedparser

    try:
        return cast(Entry, fastfeedparser.parse(content))
    except Exception as error:  # it raises whatever a malformed feed makes it stumble over
        reason = " ".join(str(error).split())[:120]
    import feedparser

    try:
        found = feedparser.parse(io.BytesIO(content))
    except Exception as error:  # as above
        return f"{reason}; {' '.join(str(error).split())[:120]}"
    return cast(Entry, found) if found.get("entries") else reason


def _told_dates(content: bytes) -> list[str | None]:
    """Return the date of each entry as it is printed: the readers give it in UTC, where it may be another day."""
    value = parsed(content) if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else None
    if isinstance(value, dict):
        items = value.get("items")
        return [item.get("date_published") if isinstance(item, dict) else None for item in items or ()]
    tree = tree_of(content)
    if isinstance(tree, str):
        return []
    found: list[str | None] = []
    for entry in (e for e in tree.iter() if local(e) in ("item", "entry")):
        parts = {local(child): (child.text or "").strip() for child in reversed(entry)}
        found.append(next((parts[name] for name in _DATES if parts.get(name)), None))
    return found


def _piece(entry: Entry, feed: Entry, *, address: str, date: str | None) -> Piece | None:
    """Return an entry as an article; None: what stands in it is no more than a teaser."""
    text = _text(entry)
    if text is None:
        return None
    return Piece(
        text=text,
        title=_words(entry.get("title")),
        byline=(author,) if (author := _words(entry.get("author"))) else (),
        outlet=_words(feed.get("title")),
        published=date or _words(entry.get("published")),
        url=address if address.startswith("http") else None,
        language=_words(feed.get("language")),
    )


def _text(entry: Entry) -> str | None:
    contents = cast(Sequence[Entry], entry.get("content") or ())
    found = [*(_words(one.get("value")) for one in contents), _words(entry.get("description"))]
    longest = max((words for words in [*found, _words(entry.get("summary"))] if words), key=len, default="")
    return longest if len(re.sub(r"<[^<>]{0,2000}>", " ", longest).split()) >= _FEW else None


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
