"""Words between quotation marks, within one paragraph."""

import re
from collections.abc import Iterator

from dragoman.model.reading import Quote
from dragoman.model.text import Span

# opening mark to the marks that may close it; „ closes with “ in German and with ” elsewhere
PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "‹": "›", "``": "''", "''": "''", "'": "'"}
_MARK = re.compile(r"``|''|[“”„«»‹›\"‘’']")
RUNNING = ("“", "„", "«", '"', "''")  # left open, these are taken up by the next paragraph
LONGEST = 20_000  # code points of a "paragraph" that are read: beyond that it is no prose
# words that make a quote more than a phrase taken up; fewer are scare quotes unless they end as a sentence does
WHOLE = 4


def quotes(article_id: str, text: str, start: int, end: int) -> tuple[Quote, ...]:
    """Return the outermost quotes of one paragraph, in order; one left open ends with the paragraph."""
    paragraph = text[start : min(end, start + LONGEST)]
    return tuple(_quote(article_id, text, start, span) for span in _pairs(paragraph))


def _quote(article_id: str, text: str, offset: int, place: tuple[int, int, int, int]) -> Quote:
    outer, inner = (
        Span(article_id, offset + place[0], offset + place[3]),
        Span(article_id, offset + place[1], offset + place[2]),
    )
    words = inner.of(text)
    return Quote(outer, inner, words, is_whole(words))


def is_whole(words: str) -> bool:
    """Say whether quoted words hold a clause rather than a phrase taken up.

    Without a parse this is read from their shape: at least four words, and either a capital at the start or a comma,
    a full stop or another end of clause before the closing mark.
    """
    words = words.strip()
    if len(words.split()) < WHOLE:
        return len(words.split()) > 1 and words[0].isupper() and words.endswith((".", "!", "?"))
    # "New Axis of Resistance" is a name: a sentence has a word of three letters or more in lower case
    sentence = words[0].isupper() and re.search(r"(?<!\w)[a-z]{3,}", words) is not None
    return sentence or words.endswith((",", ".", "!", "?", "…", ";", "—", "–"))


def _pairs(paragraph: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, inner start, inner end, end) of each outermost quote."""
    marks = [m for m in _MARK.finditer(paragraph) if not _apostrophe(paragraph, m)]
    last = _last_closings(marks)
    index, count = 0, len(marks)
    while index < count:
        opening = marks[index]
        closings = PAIRS.get(opening[0])
        if closings is None or not _opens(paragraph, opening):
            index += 1
            continue
        close = _closing(paragraph, marks, index, closings) if last[index] else None
        if close is not None:
            yield opening.start(), opening.end(), marks[close].start(), marks[close].end()
            index = close + 1
        elif opening[0] in RUNNING and _to_the_end(paragraph, opening):
            yield opening.start(), opening.end(), len(paragraph.rstrip()), len(paragraph.rstrip())
            return
        else:
            index += 1


def _last_closings(marks: "list[re.Match[str]]") -> list[bool]:
    """Say for each mark whether anything after it can close it, so that open marks do not make the search quadratic."""
    seen: set[str] = set()
    out = []
    for mark in reversed(marks):
        out.append(any(c in seen for c in (PAIRS.get(mark[0], ""), *PAIRS.get(mark[0], ""))))
        seen.add(mark[0])
    return out[::-1]


_REACH = 400  # marks looked at for the closing one


def _closing(paragraph: str, marks: "list[re.Match[str]]", index: int, closings: str) -> int | None:
    """Return the index of the mark that closes the one at ``index``; the same kind opened inside must close first."""
    opening = marks[index][0]
    depth = 0
    for later in range(index + 1, min(len(marks), index + _REACH)):
        mark = marks[later][0]
        if mark == opening and opening not in closings:
            depth += 1
        elif _fits(mark, closings) and _closes(paragraph, marks, later):
            if depth == 0:
                return later
            depth -= 1
    return None


def _fits(mark: str, closings: str) -> bool:
    return mark == closings or (mark in closings and closings != "''")


def _apostrophe(paragraph: str, mark: "re.Match[str]") -> bool:
    """Say whether a mark stands for left-out letters or within a word: "Iran’s", "the ’90s", "’tis"."""
    if mark[0] not in "'’‘":
        return False
    before = paragraph[mark.start() - 1 : mark.start()]
    after = paragraph[mark.end() : mark.end() + 1]
    if before.isalnum() and after.isalnum():
        return True
    # "the '90s", "’tis", "rock ’n’ roll"
    return not before.isalnum() and bool(
        re.match(r"\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|cause\b|n['’]", paragraph[mark.end() : mark.end() + 6])
    )


def _opens(paragraph: str, mark: "re.Match[str]") -> bool:
    """Say whether a mark stands where a quote begins: not after a word, and before one."""
    before, after = (
        paragraph[mark.start() - 1 : mark.start()] if mark.start() else "",
        paragraph[mark.end() : mark.end() + 1],
    )
    if mark[0] in "“„``":
        return bool(after)
    if not after or after.isspace():
        return False
    return not before or not (before.isalnum() or before in ".,!?%")


def _closes(paragraph: str, marks: "list[re.Match[str]]", index: int) -> bool:
    """Say whether a mark stands where a quote ends."""
    mark = marks[index]
    before, after = paragraph[mark.start() - 1 : mark.start()], paragraph[mark.end() : mark.end() + 1]
    if mark[0] in ("”", "»", "«", "“", "›"):
        return True
    if mark[0] in ('"', "''"):
        return bool(before) and (not before.isspace() or not after or after.isspace())
    return not before.isspace() and not after.isalnum() and not _possessive(paragraph, marks, index)


def _possessive(paragraph: str, marks: "list[re.Match[str]]", index: int) -> bool:
    """Say whether a mark within single quotes is that of "the ministers' talks": the next mark closes, not opens."""
    mark = marks[index]
    if paragraph[mark.start() - 1] != "s" or not re.match(r"\s[a-z]", paragraph[mark.end() : mark.end() + 2]):
        return False
    later = next((m for m in marks[index + 1 : index + 2] if m[0] == mark[0]), None)
    return later is not None and not paragraph[later.start() - 1].isspace()


def _to_the_end(paragraph: str, opening: "re.Match[str]") -> bool:
    """Say whether an unclosed mark opens a quote that goes on in the next paragraph, not an inch or a slip."""
    return opening[0] not in ('"', "''") or not paragraph[: opening.start()].strip()
