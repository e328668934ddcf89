"""Plain text and Markdown, often a web page saved as text: its lines, wrapped ones joined, and its labelled head."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.articles.chrome import chrome
from dragoman.articles.metadata import canonical
from dragoman.articles.prose import ends
from dragoman.articles.sheet import Line, Sheet, Told, tidy

_WRAPPED = 125  # characters; hand-wrapped text is narrower (72 and 80 are the habit, 100 and 120 those of programs)
_NARROW = 45
_RAGGED = 18  # characters that the next word may leave free at the margin
_ITEM = re.compile(r"\s*(?:[•·▪*◦-]|\d{1,2}[.)])\s")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HEAD = 15  # lines in which labels ("Source: The Post") stand
_MARKDOWN = (
    (re.compile(r"^\s{0,3}#{1,6}\s+"), ""),
    (re.compile(r"^\s{0,3}>\s?"), ""),
    (re.compile(r"!\[([^\]]{0,300})\]\([^)\s]{0,2000}\)"), r""),
    (re.compile(r"\[([^\]]{1,300})\]\([^)\s]{0,2000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_]{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_]{1,1000}?)(?<=\S)\1(?!\w)"), r"\2"),
)


def sheet(text: str, *, markdown: bool = False) -> Sheet:
    """Return the lines of a plain text, an empty line between paragraphs or none."""
    lines = tuple(_labelled(_joined(_lines(text, markdown=markdown), text)))
    return Sheet(text=text, lines=lines, told=_told(lines))


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends.

    U+2028, form feeds and their like part lines only where nothing else does: elsewhere they come from copying, and
    stand within sentences.
    """
    return _LINE.findall(text) if "\n" in text or "\r" in text else text.splitlines(keepends=True)


def _lines(text: str, *, markdown: bool) -> Iterator[Line]:
    at = 0
    for raw in lines_of(text):
        words = tidy(_unmarked(raw) if markdown else raw)
        tag = "h1" if markdown and raw.startswith("# ") else ""
        yield Line(start=at, end=at + len(raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")), text=words, tag=tag)
        at += len(raw)


def _unmarked(raw: str) -> str:
    if len(raw) > 20_000:  # a paragraph of a newspaper is shorter; the patterns are for people's lines
        return raw
    for pattern, instead in _MARKDOWN:
        raw = pattern.sub(instead, raw)
    return raw


def _joined(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """Join the lines of hand-wrapped paragraphs; leave alone text in which each line is a paragraph."""
    block: list[Line] = []
    for line in lines:
        if line.text:
            block.append(line)
            continue
        yield from _paragraphs(block)
        block = []
    yield from _paragraphs(block)


def _paragraphs(block: list[Line]) -> Iterator[Line]:
    if not _is_wrapped(block):
        yield from block
        return
    margin = max(len(line.text) for line in block) - _RAGGED
    run: list[Line] = []
    for line in block:
        # a title may stand right above the text, and paragraphs right above one another
        if run and len(run[-1].text) < margin and (ends(run[-1].text) or (len(run) == 1 and line.text[0].isupper())):
            yield _one(run)
            run = []
        run.append(line)
    yield _one(run)


def _one(run: list[Line]) -> Line:
    return replace(run[0], end=run[-1].end, text=" ".join(line.text for line in run))


def _is_wrapped(block: list[Line]) -> bool:
    """Say whether lines are paragraphs cut at a margin: each but the last runs on, none is chrome or an item."""
    if len(block) < 2 or any(len(line.text) > _WRAPPED for line in block):
        return False
    if any(_ITEM.match(line.text) or chrome().mark(line.text) or chrome().label(line.text) for line in block):
        return False
    widest = max(len(line.text) for line in block)
    # a margin makes lines alike in length; a list of headings does not, and begins each with a capital
    full = sum(len(line.text) >= widest - _RAGGED or ends(line.text) for line in block[:-1])
    lower = sum(not line.text[0].isupper() for line in block[1:])
    closed = all(ends(line.text) for line in block[:-1])
    return widest >= _NARROW and full * 10 >= (len(block) - 1) * 8 and lower * 3 >= len(block) - 1 and not closed


def _labelled(lines: Iterable[Line]) -> Iterator[Line]:
    head = True
    for place, line in enumerate(lines):
        label = chrome().label(line.text) if head and place < _HEAD else None
        # labels stand above the article: the first long line ends the head
        head = head and len(line.text) < 200
        yield replace(line, label=label[0]) if label else line


def _told(lines: tuple[Line, ...]) -> Told:
    """Collect the labelled fields; dates are left to the stamps, for they are printed words and no markup."""
    fields: dict[str, str] = {}
    for line in lines[:_HEAD]:
        label = chrome().label(line.text) if line.label else None
        if label:
            fields.setdefault(*label)
    return Told(
        title=fields.get("title"),
        byline=(fields["byline"],) if "byline" in fields else (),
        outlet=fields.get("outlet"),
        url=canonical(fields.get("url", "")),
    )
