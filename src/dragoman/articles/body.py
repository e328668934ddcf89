"""Which lines of a page are the article: title, byline, paragraphs; and why each of the others is not."""

import re
from dataclasses import dataclass
from itertools import accumulate

from dragoman.articles import bylines, dates, outlet
from dragoman.articles.chrome import Mark, chrome
from dragoman.articles.prose import (
    ends,
    is_full_sentence,
    is_prose,
    is_sentence,
    is_short_enough,
    is_tally,
    is_title_case,
    words,
)
from dragoman.articles.sheet import Line, Sheet

_ENOUGH = 60  # words of prose before a comment form, that let it end the article
_MENU = 4  # short lines in a row, that are a menu and no headings
_STAMP = 12  # words in the longest line above an article that is only a date and what is round it
_SAID_TWICE = 4  # words; longer lines that come again are the page's doing
_QUOTING = 300  # paragraphs, and
_QUOTED = 100_000  # characters, in which pull quotes are looked for: each is sought in all
_ITEM = 8  # words in an entry of a menu, at most


@dataclass(frozen=True, slots=True)
class Layout:
    """What each line of a sheet is; a line is in exactly one of these."""

    title: int | None
    byline: tuple[int, ...]
    paragraphs: tuple[int, ...]
    cut: tuple[tuple[int, str], ...]  # (line, why), in page order


def lay(sheet: Sheet) -> Layout:
    """Decide for each line of ``sheet`` what it is."""
    return _Layer(sheet).layout()


class _Layer:
    """One pass over a sheet; ``why`` fills up with the reasons to cut lines."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.texts = [line.text for line in sheet.lines]
        self.marks = [self._mark(place, line) for place, line in enumerate(sheet.lines)]
        self.words = _running_words(self.texts, self.marks)
        self.why: dict[int, str] = {}
        self.title: int | None = None
        self.byline: list[int] = []

    def layout(self) -> Layout:
        self._cut_marked()
        open_lines = self._open()
        first, last = self._running(open_lines)
        if first is None:
            return self._result([])
        self._cut_head([place for place in open_lines if place < first], first)
        self._cut_tail([place for place in open_lines if place > last])
        inner = [place for place in open_lines if first <= place <= last]
        self._cut_asides(inner)
        self._cut_menus(inner)
        self._cut_repeats(inner)
        return self._result([place for place in open_lines if place not in self.why])

    def _mark(self, place: int, line: Line) -> Mark | None:
        if line.label is not None:
            return Mark("label", "line")
        # class names mislead ("has-menu" on the whole page): where the shape of the page says article, prose stays
        sure = self._is_main(place) and is_prose(line.text)
        if line.region is not None and not (sure or line.tag == "h1" or self._is_told_title(place)):
            return Mark(line.region, "line")
        return chrome().mark(line.text)

    def _is_main(self, place: int) -> bool:
        return self.sheet.main is not None and place in self.sheet.main

    def _open(self) -> list[int]:
        """Return the lines that nothing has cut, in page order."""
        return [place for place, text in enumerate(self.texts) if text and place not in self.why]

    # --- chrome that is known by its words ---

    def _cut_marked(self) -> None:
        listing = ""
        for place, (text, mark) in enumerate(zip(self.texts, self.marks, strict=True)):
            if mark is not None and text:
                self.why[place] = mark.why
                listing = mark.why if mark.scope == "list" else listing
                if mark.scope == "rest" and self._is_end(place):
                    self._cut_rest(place, mark.why)
                    return
            elif listing and text and not is_prose(text) and self.sheet.main is None:
                self.why[place] = listing
            elif text:
                listing = ""

    def _is_end(self, place: int) -> bool:
        """A comment form ends the article if the article has been: "Leave a reply" also stands under titles."""
        before, after = self.words[place], self.words[-1] - self.words[place]
        return before >= _ENOUGH or 0 < after <= before

    def _cut_rest(self, place: int, why: str) -> None:
        for later in range(place, len(self.texts)):
            mark = self.marks[later]
            if self.texts[later]:
                self.why[later] = mark.why if mark is not None else why

    # --- where running text begins and ends ---

    def _running(self, places: list[int]) -> tuple[int | None, int]:
        if self.sheet.main is not None:
            inside = [place for place in places if place in self.sheet.main and not self._is_told_title(place)]
            prose = [place for place in inside if is_prose(self.texts[place])] or inside
            if not prose:
                return None, 0
            return prose[0], inside[-1]
        prose = [place for place in places if is_prose(self.texts[place]) and not self._is_own_line(place)]
        prose = prose or [place for place in places if is_sentence(self.texts[place])]
        closing = [
            place for place in places if any(test(self.texts[place]) for test in (is_sentence, is_prose, is_tally))
        ]
        return (self._first(prose), closing[-1]) if prose else (None, 0)

    def _first(self, prose: list[int]) -> int:
        """Return the first line of running text, past a headline with a full stop and the standfirst after it."""
        texts = [self.texts[place] for place in prose[:3]]
        dated = next((at for at, text in enumerate(texts) if outlet.dateline(text)), 0)
        if dated and all(is_short_enough(text) and not is_full_sentence(text) for text in texts[:dated]):
            return prose[dated]
        titled = len(prose) > 1 and is_title_case(texts[0]) and not is_full_sentence(texts[0])
        return prose[1] if titled else prose[0]

    def _is_own_line(self, place: int) -> bool:
        """Say whether a long line is a byline or a credit all the same."""
        text = self.texts[place]
        return bylines.in_line(text) is not None or bylines.is_credit(text) or self._is_told_title(place)

    def _is_told_title(self, place: int) -> bool:
        told = self.sheet.told.title
        return told is not None and _key(self.texts[place]) == _key(told)

    # --- above it ---

    def _cut_head(self, head: list[int], first: int) -> None:
        self.title = self._find_title(head, first)
        for place in head:
            if place != self.title:
                self._place_in_head(place)

    def _place_in_head(self, place: int) -> None:
        text = self.texts[place]
        under_title = self._is_under_title(place)
        if self.title is not None and _key(text) == _key(self.texts[self.title]):
            self.why[place] = "duplicate title"
        elif bylines.in_line(text) is not None or (under_title and bylines.is_bare(text)):
            self.byline.append(place)
        elif dates.find(text) is not None and len(text.split()) <= _STAMP:
            self.why[place] = "stamp"
        elif not (under_title and self._is_standfirst(place)):
            self.why[place] = "navigation"

    def _is_under_title(self, place: int) -> bool:
        if self.title is not None:
            return place > self.title
        return self.sheet.told.title is not None and (self.sheet.main is None or self._is_main(place))

    def _is_standfirst(self, place: int) -> bool:
        text = self.texts[place]
        if self.sheet.main is not None and not self._is_main(place):
            return self.sheet.lines[place].tag in ("h2", "h3", "p") and len(text.split()) >= 6
        return len(text.split()) >= 5 or is_tally(text) or outlet.DATELINE.match(text + " A") is not None

    def _find_title(self, head: list[int], first: int) -> int | None:
        """Return the line that is the title: told by the markup, printed twice, or closest to the words below it."""
        named = [place for place in head if self._is_told_title(place)]
        if named:
            return named[-1]
        if self.sheet.told.title is not None and self.sheet.main is None:
            return None
        likely = [place for place in head if self._may_be_title(place)]
        headings = [place for place in likely if self.sheet.lines[place].tag == "h1"]
        keys = [_key(self.texts[place]) for place in likely]
        twice = (
            [place for place, key in zip(likely, keys, strict=True) if keys.count(key) > 1] if len(keys) < 200 else []
        )
        if headings or twice:
            return (headings or twice)[-1]
        if self.sheet.main is not None:
            return None
        below = _content(" ".join(self.texts[first : first + 3]))
        best = max(likely, key=lambda place: (self._likeness(place, below), -place), default=None)
        return self._one_word_title(first) if best is None else best

    def _one_word_title(self, first: int) -> int | None:
        """Return the first line where it is one word, and an empty line parts it from the running text."""
        places = [place for place in range(first) if self.texts[place]]
        if len(places) != 1 or places[0] in self.why or not self.texts[places[0]].isalpha():
            return None
        gap = self.sheet.text[self.sheet.lines[places[0]].end : self.sheet.lines[first].start]
        return places[0] if len(re.findall(r"\r\n|\r|\n", gap)) > 1 else None

    def _may_be_title(self, place: int) -> bool:
        text = self.texts[place]
        if bylines.in_line(text) is not None or (bylines.is_bare(text) and self.sheet.lines[place].tag != "h1"):
            return False
        if (
            (outlet.looks_like_one(text) and len(text.split()) <= 4)
            or is_tally(text)
            or not re.match(r"[\w\"“‘'«(¿¡]", text)
        ):
            return False
        printed = dates.find(text)
        return words(text) >= 2 and not (printed and printed.end - printed.start > len(text) / 2)

    def _likeness(self, place: int, below: frozenset[str]) -> int:
        """Count in thirds what share of its words the text below has: of two that are alike, the upper is the title."""
        words = _content(self.texts[place])
        shared = round(3 * len(words & below) / max(len(words), 3))
        # two or three words are more often a rubric than a title
        return shared + (len(self.texts[place].split()) >= 4)

    # --- below it, and in it ---

    def _cut_tail(self, tail: list[int]) -> None:
        for place in tail:
            self.why[place] = "credits" if bylines.is_credit(self.texts[place]) else "navigation"

    def _cut_asides(self, inner: list[int]) -> None:
        """Cut what stands between an HTML article's paragraphs and is none; a paragraph that was missed stays."""
        for place in inner if self.sheet.main is not None else ():
            missed = self.sheet.lines[place].tag in ("p", "blockquote") and is_prose(self.texts[place])
            if not self._is_main(place) and not missed:
                self.why[place] = "aside"

    def _cut_menus(self, inner: list[int]) -> None:
        run: list[int] = []
        for place in [*inner, -1]:
            if place >= 0 and self._may_be_in_menu(place):
                run.append(place)
                continue
            if len(run) >= _MENU and not self._is_listed(run[0]) and self.sheet.main is None:
                self.why |= dict.fromkeys(run, "navigation")
            run = []
        for place in inner:
            if bylines.is_credit(self.texts[place]):
                self.why[place] = "credits"

    def _may_be_in_menu(self, place: int) -> bool:
        text = self.texts[place]
        item = is_tally(text) or re.match(r"[•·▪*◦–-]\s|\(?\w{1,3}[.)]\s", text) is not None
        return len(text.split()) <= _ITEM and not ends(text) and not item

    def _is_listed(self, place: int) -> bool:
        """A list that the line before it announces belongs to the article."""
        before = next((text for text in reversed(self.texts[:place]) if text), "")
        return before.endswith(":")

    def _cut_repeats(self, inner: list[int]) -> None:
        seen = {_key(self.texts[self.title])} if self.title is not None else set()
        if self.title is None and self.sheet.told.title:
            seen.add(_key(self.sheet.told.title))
        titles = frozenset(seen)
        for place in inner:
            key = _key(self.texts[place])
            # "Yes." may be said twice
            if place not in self.why and key in seen and (key in titles or len(key.split()) > _SAID_TWICE):
                self.why[place] = "duplicate title" if key in titles else "duplicate"
            seen.add(key)
        self._cut_pull_quotes([place for place in inner if place not in self.why])

    def _cut_pull_quotes(self, kept: list[int]) -> None:
        """Cut a sentence set apart in large type, that stands in a paragraph too: it is one statement, not two."""
        whole = " | ".join(_key(self.texts[place]) for place in kept)
        if len(kept) > _QUOTING or len(whole) > _QUOTED:
            return
        for place in kept[1:]:
            words = _key(self.texts[place])
            if (
                5 <= len(words.split()) <= 40
                and is_sentence(self.texts[place].rstrip('"”’'))
                and whole.count(words) > 1
            ):
                self.why[place] = "pull quote"

    def _result(self, kept: list[int]) -> Layout:
        own = {self.title, *self.byline}
        return Layout(
            title=self.title,
            byline=tuple(self.byline),
            paragraphs=tuple(place for place in kept if place not in own),
            cut=tuple(sorted(self.why.items())),
        )


def _running_words(texts: list[str], marks: list[Mark | None]) -> list[int]:
    """Return how many words of prose stand before each line, and in all."""
    counts = [
        len(text.split()) if mark is None and is_prose(text) else 0 for text, mark in zip(texts, marks, strict=True)
    ]
    return list(accumulate(counts, initial=0))


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _content(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _key(text[:2000]).split() if len(word) > 3)
