"""Noun phrases and what hangs from them, straight from the tokens of a sentence."""

from collections.abc import Iterable, Iterator

from dragoman.coding.scene import Scene
from dragoman.model.reading import Oblique, Phrase, Token
from dragoman.model.text import Span

# what hangs from a noun and is not part of its phrase, and what is part of none
OUTSIDE = frozenset({"case", "punct", "conj", "cc", "appos", "nsubj", "advcl", "advmod", "vocative"})
APART = frozenset({"acl:relcl", "parataxis"})


def phrase_at(scene: Scene, sentence: int, head: int, *, after: int = -1, before: int | None = None) -> Phrase:
    """Return the phrase of a noun, without what stands up to token ``after`` or from token ``before`` on."""
    tokens = scene.reading.sentences[sentence].tokens
    inside, last = {head}, len(tokens) if before is None else before
    for _ in tokens:
        more = {i for i, t in enumerate(tokens) if after < i < last and t.head in inside and _part(t, head)}
        if more <= inside:
            break
        inside |= more
    span = Span(scene.article.id, tokens[min(inside)].start, tokens[max(inside)].end)
    return Phrase(head, span, scene.words(span))


def _part(token: Token, head: int) -> bool:
    return token.dep not in APART and not (token.head == head and token.dep in OUTSIDE)


def joined(scene: Scene, sentence: int, head: int) -> Iterator[int]:
    """Yield a noun and the nouns coordinated with it."""
    tokens = scene.reading.sentences[sentence].tokens
    yield head
    yield from (i for i, t in enumerate(tokens) if t.head == head and t.dep == "conj" and t.upos in ("NOUN", "PROPN"))


def hanging(scene: Scene, sentence: int, heads: Iterable[int]) -> tuple[Oblique, ...]:
    """Return the prepositional phrases that hang from the given tokens, in text order."""
    tokens = scene.reading.sentences[sentence].tokens
    wanted = set(heads)
    found: list[Oblique] = []
    for i, token in enumerate(tokens):
        if token.head in wanted and token.head < i and token.dep in ("nmod", "obl", "obl:agent"):
            case = " ".join(t.text.lower() for t in tokens[:i] if t.head == i and t.dep == "case")
            if case:
                found += [Oblique(case, phrase_at(scene, sentence, k)) for k in joined(scene, sentence, i)]
    return tuple(found)
