"""Sources that stand before a colon or after a dash: headlines, printed conversations, signed quotations."""

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.coding import hearsay
from dragoman.coding.sayings import Attributed
from dragoman.coding.scene import Scene
from dragoman.model.reading import Sentence
from dragoman.model.text import Span

LABEL = re.compile(r"[“\"]?([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s+(?=\S)")
# a headline's "Oslo hits back: ‘No deal’"
HEADING = re.compile(r"([A-Z][^:“”‘’\"'.!?]{2,60}):\s+(?=[“‘\"'][^“”‘\"]{3,}[”’\"']\W*$)")
SIGNED = re.compile(r"\s*([―—–-]{1,2})\s*([A-Z][\w.’'-]+(?: [\w.’'-]+){0,5}?)\.?\s*$")


def headed(scene: Scene, number: int, sentence: Sentence) -> Iterator[Attributed]:
    """Yield what a headline gives to a source before a colon or after a dash."""
    start, end = sentence.span.start, sentence.span.end
    quoting = HEADING.match(scene.words(sentence.span))
    if quoting is not None:
        yield from _given(scene, Span(scene.article.id, start, start + quoting.end(1)), sentence)
        return
    for telling in hearsay.headed(scene, number):
        said = telling.sources[0].source_span
        if said is not None and start <= said.start and said.end <= end:
            yield from _given(scene, said, sentence)


def _given(scene: Scene, said: Span, sentence: Sentence) -> Iterator[Attributed]:
    rest = Span(said.article, said.end, sentence.span.end)
    if said.start > sentence.span.start + 1:  # the source stands last
        rest = Span(said.article, sentence.span.start, said.start)
    words = scene.words(rest)
    start = rest.start + len(words) - len(words.lstrip(" :–—-"))
    end = rest.start + len(words.rstrip(" :–—-"))
    if start < end:
        yield Attributed(said, Span(said.article, said.end, said.end + 1), (Span(said.article, start, end),), False)


def labelled(scene: Scene) -> Iterator[Attributed]:
    """Yield the turns of a conversation that is printed with the speakers' names before a colon."""
    found = list(_labels(scene))
    turns = Counter(scene.words(name) for name, _ in found)
    for name, rest in found:
        if turns[scene.words(name)] > 1:
            yield Attributed(name, Span(name.article, name.end, name.end + 1), (rest,), False)


def _labels(scene: Scene) -> Iterator[tuple[Span, Span]]:
    for paragraph in scene.article.paragraphs:
        label = LABEL.match(scene.words(paragraph)[:80])
        if label is not None and paragraph != scene.article.headline:
            start = paragraph.start
            name = Span(paragraph.article, start + label.start(1), start + label.end(1))
            yield name, Span(paragraph.article, start + label.end(), paragraph.end)


def signed(scene: Scene) -> Iterator[Attributed]:
    """Yield the quotations that are signed with a name after a dash."""
    for paragraph in scene.article.paragraphs:
        words = scene.words(paragraph)
        last = max(words.rfind(mark) for mark in '”"»’')
        signed = SIGNED.match(words[last + 1 :][:120]) if last > 0 and words[0] in '“”"«‘' else None
        if signed is not None:
            at = paragraph.start + last + 1
            name = Span(paragraph.article, at + signed.start(2), at + signed.end(2))
            dash = Span(paragraph.article, at + signed.start(1), at + signed.end(1))
            yield Attributed(name, dash, (Span(paragraph.article, paragraph.start, at),), False)
