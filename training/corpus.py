"""Turns treebank sentences into training examples, one sentence a Doc, some of them varied.

Newspapers set headlines in capitals and drop articles; the treebanks hold few headlines. So a share of the
sentences is shown in such dress, chosen anew each epoch from a seeded generator.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from dragoman.reading.tokens import marked
from training import treebank
from training.grammar import Grammar
from training.treebank import Word

if TYPE_CHECKING:
    from spacy.language import Language

DRAWN = 0.3  # sentences of the grammar beside each of the treebanks
LOWER, HEADLINE, CAPITALS = 0.05, 0.05, 0.01  # share of the sentences in each dress
SMALL = {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to", "with"}


@registry.readers("dragoman.treebank.v1")  # type: ignore[untyped-decorator]
def reader(part: str, varied: bool) -> Callable[[Language], Iterator[Example]]:
    names = {"train": treebank.TRAIN, "dev": treebank.DEV}[part]
    sentences = [s for name in names for s in treebank.sentences(treebank.path(name))]
    generator = random.Random(1)

    drawn = Grammar.load().sentences(random.Random(2))

    def examples(nlp: Language) -> Iterator[Example]:
        shown = [s.words for s in sentences]
        if varied:
            shown += itertools.islice(drawn, int(DRAWN * len(shown)))
            generator.shuffle(shown)
        for words in shown:
            yield example(nlp, vary(words, generator.random()) if varied else words)

    return examples


def example(nlp: Language, words: tuple[Word, ...]) -> Example:
    forms = [marked(w.form) for w in words]
    spaces = [w.space for w in words[:-1]] + [False]  # as the engine sees it: one sentence is the whole text
    starts: list[bool | int | None] = [n == 0 for n in range(len(words))]
    gold = Doc(
        nlp.vocab,
        words=forms,
        spaces=spaces,
        tags=[f"{w.xpos}|{w.upos}" for w in words],
        heads=[w.head for w in words],
        deps=["ROOT" if w.label == "root" else w.label for w in words],
        sent_starts=starts,
    )
    return Example(Doc(nlp.vocab, words=forms, spaces=spaces, sent_starts=starts), gold)


def vary(words: tuple[Word, ...], draw: float) -> tuple[Word, ...]:
    """Dress a sentence by a number drawn from [0, 1)."""
    if draw < LOWER:
        return tuple(replace(w, form=w.form.lower()) for w in words)
    if draw < LOWER + HEADLINE:
        return headline(words)
    if draw < LOWER + HEADLINE + CAPITALS:
        return tuple(replace(w, form=w.form.upper()) for w in words)
    return words


def headline(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop articles and the full stop, capitalise the rest: "Parliament Approves Treaty With Neighbour"."""
    heads = {w.head for n, w in enumerate(words) if w.head != n}
    gone = {n for n, w in enumerate(words) if n not in heads and _droppable(w, n == len(words) - 1)}
    if len(gone) == len(words):
        return words
    place = {old: new for new, old in enumerate(n for n in range(len(words)) if n not in gone)}
    return tuple(replace(w, form=_titled(w, n), head=place[w.head]) for n, w in enumerate(words) if n not in gone)


def _droppable(word: Word, final: bool) -> bool:
    article = word.label == "det" and word.form.lower() in {"the", "a", "an"}
    return article or (final and word.form == ".")


def _titled(word: Word, position: int) -> str:
    if word.glued or (position and word.form.lower() in SMALL):
        return word.form
    return word.form[:1].upper() + word.form[1:]
