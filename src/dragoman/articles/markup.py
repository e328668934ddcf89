"""HTML pages: the text a reader sees, line by line, and which of the lines are the article."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.articles.chrome import chrome
from dragoman.articles.metadata import told
from dragoman.articles.sheet import Line, Sheet, tidy
from dragoman.errors import ExtractError
from dragoman.model.article import Page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# limits on what the extractor is given: its time grows with elements, its stack with depth
_ELEMENTS = 20_000
_DEEPEST = 220  # libxml2 itself cuts off at 256
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "head", "select",
    "datalist", "audio", "video", "math",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr",
))  # fmt: skip
_REGIONS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "related",
    "form": "form",
    "button": "button",
    "figcaption": "caption",
    "dialog": "cookies",
}
_SHINGLE = 5  # words; two texts that share most runs of five are one text


def sheet(page: Page, text: str) -> Sheet:
    """Return the visible lines of a page, and which of them trafilatura takes for the article.

    Raises:
        ExtractError: the markup is no tree, is too large, or holds no article.
    """
    tree = _tree(page, text)
    said = told(tree, address=page.url)
    visible, lines = _visible(tree)
    found = _article(tree)
    if not found:
        raise ExtractError(
            f"{page.name}: no article in {len(page.content):,} bytes of markup ({len(visible):,} characters of text)"
        )
    return Sheet(text=visible, lines=lines, told=said, main=_matched(lines, found))


def _tree(page: Page, text: str) -> "HtmlElement":
    from lxml import etree, html

    # bytes, for lxml refuses a str that declares an encoding; ours is known to be UTF-8 by now
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.replace("\x00", "").encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ExtractError(f"{page.name}: no markup that can be read ({error})") from error
    _refuse_monsters(page, tree)
    return tree


def _refuse_monsters(page: Page, tree: "HtmlElement") -> None:
    from lxml import etree

    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    if elements > _ELEMENTS or deepest > _DEEPEST:
        raise ExtractError(
            f"{page.name}: {elements:,} elements, {deepest:,} deep, over the limits of {_ELEMENTS:,} and {_DEEPEST:,}; "
            "save the article's text alone"
        )


def _article(tree: "HtmlElement") -> str:
    """Return the article's text as trafilatura finds it; it works on a copy, for it takes the tree apart."""
    from trafilatura import extract

    _hush()
    return extract(deepcopy(tree), include_comments=False, include_tables=True, output_format="txt") or ""


@cache
def _hush() -> None:
    """Keep trafilatura's log off stderr when nobody listens to it: there each page has one line and no more."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())


# --- the visible text ---


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree a piece of text stands."""

    tag: str
    region: str | None
    seen: bool


class _Page:
    """The lines of a page as they are walked; a block element begins a new one."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.written: list[str] = []
        self.at = 0
        self.pending: list[str] = []
        self.place = _Place("", None, True)

    def add(self, words: str | None, place: _Place) -> None:
        """Add text to the line that is being written."""
        if words and place.seen:
            if not self.pending or not "".join(self.pending).strip():
                self.place = place
            self.pending.append(words)

    def close(self) -> None:
        """End the line."""
        words = tidy("".join(self.pending))
        self.pending = []
        if words:
            self.lines.append(Line(self.at, self.at + len(words), words, tag=self.place.tag, region=self.place.region))
            self.written.append(words)
            self.at += len(words) + 1


def _visible(tree: "HtmlElement") -> tuple[str, tuple[Line, ...]]:
    from lxml import etree

    page = _Page()
    places = [_Place("", None, True)]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            places.append(_inside(element, places[-1]))
            if _breaks(element):
                page.close()
            page.add(element.text, places[-1])
        else:
            places.pop()
            if _breaks(element):
                page.close()
            page.add(element.tail, places[-1])
    page.close()
    return "\n".join(page.written), tuple(page.lines)


def _breaks(element: "HtmlElement") -> bool:
    return element.tag not in _INLINE and element.tag not in _UNSEEN


def _inside(element: "HtmlElement", around: _Place) -> _Place:
    tag = element.tag
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    region = around.region or _REGIONS.get(tag)
    if region is None and tag not in ("html", "body", "article", "main") and names.strip():
        region = chrome().region(names)
    hidden = (
        element.get("hidden") is not None
        or re.search(r"display\s?:\s?none", (element.get("style") or "")[:500]) is not None
    )
    return _Place(tag if tag not in _INLINE else around.tag, region, around.seen and not hidden and tag not in _UNSEEN)


# --- which lines are the article ---


def _matched(lines: tuple[Line, ...], found: str) -> frozenset[int]:
    """Return the places of the lines whose words stand in ``found``: whole lines, or most runs of five words."""
    whole = {_bare(line) for line in found.splitlines()}
    shingles = {run for line in found.splitlines() for run in _runs(line)}
    return frozenset(place for place, line in enumerate(lines) if _is_in(line, whole, shingles))


def _is_in(line: Line, whole: set[str], shingles: set[tuple[str, ...]]) -> bool:
    if _bare(line.text) in whole:
        return True
    runs = list(_runs(line.text))
    return len(runs) >= 3 and sum(run in shingles for run in runs) * 10 >= len(runs) * 6


def _runs(line: str) -> Iterator[tuple[str, ...]]:
    words = line.split()
    return (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _bare(line: str) -> str:
    return re.sub(r"\W+", "", line)
