"""Words of a clause as cues ask for them: heads, particles, patterns of several words."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause, Phrase, Token
from dragoman.ontology.codebook import spelled

# nouns that only count or measure what follows "of": "a series of talks", "two of its nationals"
CONTAINERS = frozenset({
    "series", "number", "round", "package", "set", "couple", "group", "dozen", "score", "hundred", "thousand",
    "kind", "type", "part", "wave", "string", "spate", "pair", "handful", "batch", "ton", "tonne", "amount",
    "piece", "act", "resumption", "lot", "majority", "all", "some", "many", "most", "one", "two", "three", "four",
    "five", "six", "first", "ten", "second", "member", "shipment", "kg", "kilogram", "liter", "gallon", "barrel", "bag",
    "box", "truckload", "planeload", "deployment", "third", "half", "percent", "imposition", "form", "sort",
    "day", "week", "volley", "barrage", "battery", "consignment", "cargo", "fleet", "tranche", "load", "flotilla",
    "squad", "million", "billion", "dollar", "worth", "state",
})  # fmt: skip
# how far behind the verb the rest of it may stand: "called the meeting off"
REACH = 6


@lru_cache(maxsize=20_000)
def forms(text: str, lemma: str) -> frozenset[str]:
    """Return the forms a cue may name a word by: its lemma, the word itself, and without a plural "s"."""
    word, base = spelled(text), spelled(lemma)
    found = {word, base}
    for ending in ("s", "ed", "ing"):  # the lemmas of rare words are guessed: "shelled" is "shel"
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found.add(word.removesuffix(ending))
    if word.endswith("ies") and len(word) > 5:
        found.add(f"{word[:-3]}y")
    return frozenset(found)


def of(token: Token) -> frozenset[str]:
    """Return the forms of one token."""
    return forms(token.text, token.lemma)


def heads(tokens: tuple[Token, ...], phrase: Phrase) -> list[Token]:
    """Return the head word of a phrase; where that only counts ("a series of talks"), what is counted too."""
    found = [tokens[phrase.head]]
    while of(found[-1]) & CONTAINERS or found[-1].upos == "NUM":
        at = tokens.index(found[-1])
        inner = next((t for i, t in enumerate(tokens) if t.head == at and i > at and t.dep == "nmod"), None)
        if inner is None or len(found) > 3:
            break
        found.append(inner)
    return found


def within(tokens: tuple[Token, ...], start: int, end: int) -> list[Token]:
    """Return the tokens between two offsets."""
    return [t for t in tokens if start <= t.start and t.end <= end]


def phrase_is(scene: Scene, clause: Clause, phrase: Phrase, wanted: Iterable[str]) -> bool:
    """Say whether a phrase is one of the wanted: headed by a word, with the other words of a longer entry in it."""
    tokens = scene.tokens(clause)
    inside: frozenset[str] | None = None
    named = [of(t) for t in heads(tokens, phrase)]
    for entry in wanted:
        *others, last = spelled(entry).split()
        if not any(last in forms_ for forms_ in named):
            continue
        if others and inside is None:
            words = within(tokens, phrase.span.start, phrase.span.end)
            inside = frozenset(form for t in words for form in of(t))
        if all(inside is not None and word in inside for word in others):
            return True
    return False


def any_word(tokens: Iterable[Token], wanted: Iterable[str]) -> bool:
    """Say whether one of the wanted words, or runs of words, stands among the tokens."""
    listed = list(tokens)
    found = [of(t) for t in listed]
    known = frozenset(form for forms_ in found for form in forms_)
    for entry in wanted:
        parts = spelled(entry).split()
        if parts[0] in known and (len(parts) == 1 or _run(found, parts)):
            return True
    return False


def _run(found: list[frozenset[str]], parts: list[str]) -> bool:
    last = len(found) - len(parts)
    return any(all(part in found[i + k] for k, part in enumerate(parts)) for i in range(last + 1))


def predicate(tokens: tuple[Token, ...], clause: Clause, inflected: Mapping[str, str]) -> str:
    """Return the clause's predicate with its particle, by the verb's form where a cue knows it."""
    base = inflected.get(spelled(tokens[clause.head].text))
    lemma = spelled(clause.lemma)
    if lemma.endswith(" up") and _up_to(tokens, clause.head):
        lemma = lemma.removesuffix(" up")
    return lemma if base is None else " ".join([base, *lemma.split()[1:]])


def _up_to(tokens: tuple[Token, ...], head: int) -> bool:
    """Say whether "up" begins "up to", which only bounds a number: "kidnapped up to sixteen advisers"."""
    return [t.text.lower() for t in tokens[head + 1 : head + 3]] == ["up", "to"]


def verb_is(tokens: tuple[Token, ...], clause: Clause, lemma: str, verb: str) -> bool:
    """Say whether a predicate is ``verb``, whose particle or second word may stand further on."""
    if lemma == verb:
        return True
    first, *rest = verb.split()
    if lemma.split()[0] != first:
        return False
    if not rest:
        # a particle the cue does not name makes another verb: "back" is not "back down"
        return " " not in lemma
    behind = [of(t) for t in tokens[clause.head + 1 : clause.head + 1 + REACH]]
    return any(rest[0] in forms_ for forms_ in behind) and (len(rest) == 1 or _run(behind, rest))
