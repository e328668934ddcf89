"""A page as a reader sees it: lines of text with their places, and what its markup says of itself."""

import re
from dataclasses import dataclass, field

# zero-width spaces, soft hyphens, bidirectional marks, control characters: they part words that are one;
# and halves of characters, which JSON may hold ("\\ud800") and no file can
_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
# what a terminal shows as colour, or as a window's title: ECMA-48, 5.4 and 8.3.89
_COLOUR = re.compile(r"\x1b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|\][^\x07\x1b]{0,400}(?:\x07|\x1b\\))")
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Return ``text`` on one line: unseen characters dropped, white space single."""
    if "\x1b" in text:
        text = _COLOUR.sub("", text)
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the visible page: a paragraph, a heading, an item of a menu."""

    start: int  # offset into Sheet.text
    end: int
    text: str  # tidied
    tag: str = ""  # the block element it stood in: "p", "h1", "li"; "" in plain text
    region: str | None = None  # why the markup says it is not the article: "navigation", "comments", ...
    label: str | None = None  # the field it was labelled with: "title", "date", "source"


@dataclass(frozen=True, slots=True)
class Told:
    """What the markup, or a labelled head, says of the article; None: it says nothing."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: str | None = None  # as written
    modified: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible page in lines; ``main`` holds the places of those that the markup says are the article."""

    text: str
    lines: tuple[Line, ...]
    told: Told = field(default_factory=Told)
    main: frozenset[int] | None = None  # None: plain text, nothing but the words to go by
