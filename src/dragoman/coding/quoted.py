"""Quotations as wholes: which words outside belong to one, and where it goes on after a break."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from dragoman.coding.scene import Scene
from dragoman.model.reading import Quote
from dragoman.model.text import Span

FAR = 40  # sentences and paragraphs a quotation may go on for without its speaker being named again
WORD = re.compile(r"\w")


class Quoted:
    """The quotations of an article, in text order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.quotes = sorted(scene.reading.quotes, key=lambda q: q.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [q.span.start for q in self.quotes]

    @cached_property
    def _sentences(self) -> list[int]:
        return [s.span.start for s in self.scene.reading.sentences]

    def over(self, at: int) -> Quote | None:
        """Return the quotation that the offset ``at`` stands in."""
        index = bisect_right(self._starts, at) - 1
        found = self.quotes[index] if index >= 0 else None
        return found if found is not None and at < found.span.end else None

    def touching(self, span: Span) -> list[Quote]:
        """Return the quotations that touch a stretch of text."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end - 1)
        return [q for q in self.quotes[first:last] if q.span.touches(span)]

    def opening(self, at: int) -> Quote | None:
        """Return the quotation that opens at ``at`` or after white space there."""
        index = bisect_right(self._starts, at - 1)
        found = self.quotes[index] if index < len(self.quotes) else None
        if found is None or self.scene.article.text[at : found.span.start].strip():
            return None
        return found

    def sentence_at(self, at: int) -> int:
        """Return the index of the sentence over an offset, or of the last one before it."""
        return max(0, bisect_right(self._sentences, at) - 1)

    def set_off(self, quote: Quote) -> bool:
        """Say whether a mark or nothing stands before a quotation: in "spoke of “a long road,”" a word does."""
        start = self.scene.reading.sentences[self.sentence_at(quote.span.start)].span.start
        before = self.scene.article.text[start : quote.span.start].rstrip()
        return not before or not before[-1].isalnum() or quote.text[:1].isupper()

    def sentences(self, quote: Quote) -> range:
        """Return the indices of the sentences a quotation stands in."""
        return self.stretch(quote.span)

    def stretch(self, span: Span) -> range:
        """Return the indices of the sentences a stretch of text stands in."""
        return range(self.sentence_at(span.start), self.sentence_at(span.end - 1) + 1)

    def alone(self, quote: Quote) -> bool:
        """Say whether nothing but a quotation stands in its sentences: no words beside it name a speaker."""
        first = self.scene.reading.sentences[self.sentence_at(quote.span.start)].span
        last = self.scene.reading.sentences[self.sentence_at(quote.span.end - 1)].span
        text = self.scene.article.text
        around = text[min(first.start, quote.span.start) : quote.span.start] + text[quote.span.end : last.end]
        return WORD.search(around) is None

    def going_on(self, quote: Quote) -> Iterator[Quote]:
        """Yield the quotations by which the words of one go on, each standing alone: nobody else is named beside it.

        That is the next sentence's in the paragraph, or one that fills the paragraph that follows.
        """
        for _ in range(FAR):
            following = self._next_alone(quote)
            if following is None:
                return
            yield following
            quote = following

    def _next_alone(self, quote: Quote) -> Quote | None:
        here = self.scene.reading.sentences[self.sentence_at(quote.span.end - 1)]
        following = self.opening(max(here.span.end, quote.span.end))
        if following is None or not self.alone(following):
            return None
        other = self._paragraph(following)
        return following if other == here.paragraph or self._fills(following, other) else None

    def _fills(self, quote: Quote, paragraph: int) -> bool:
        """Say whether a quotation is all that a paragraph holds."""
        around = self.scene.article.paragraphs[paragraph]
        return quote.span.start <= around.start + 1 and around.end <= quote.span.end + 1

    def _paragraph(self, quote: Quote) -> int:
        return self.scene.reading.sentences[self.sentence_at(quote.span.start)].paragraph
