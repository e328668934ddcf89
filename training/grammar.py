"""Draws sentences of diplomatic English with their trees from the small grammar in ``grammar.txt``.

The treebanks hold little news: few passives with their agent, few nouns with a clause between them and their verb, few
headlines. The grammar is of such, and no more than that: it is shown beside the treebanks, never instead of them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.treebank import Word

DEEPEST = 16  # productions within productions; a sentence that goes deeper is drawn anew
LONGEST = 60  # words
SMALL = {
    ",": (",", "PUNCT"), ".": (".", "PUNCT"), "—": (":", "PUNCT"), "'s": ("POS", "PART"),
    "and": ("CC", "CCONJ"), "but": ("CC", "CCONJ"), "the": ("DT", "DET"), "a": ("DT", "DET"), "an": ("DT", "DET"),
    "of": ("IN", "ADP"), "for": ("IN", "ADP"), "from": ("IN", "ADP"),
}  # fmt: skip
TAGS = {"D": "VBD", "N": "VBN", "Z": "VBZ", "G": "VBG", "B": "VB", "P": "VBP"}
PLURAL = {"NNS", "NNPS", "CD"}
MANY = {"was": "were", "is": "are", "has": "have"}
MANY_TAG = {"VBZ": "VBP"}
GLUED_LEFT = {",", ".", "'s", "n't", ")", "''"}
GLUED_RIGHT = {"``", "("}


class TooDeepError(Exception):
    """The draw went deeper than a sentence should."""


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a production: what it is, and how it hangs from the head; no label for the head itself."""

    what: str
    label: str


@dataclass(frozen=True, slots=True)
class Grammar:
    productions: dict[str, tuple[tuple[tuple[Item, ...], ...], tuple[int, ...]]]  # symbol: ways, weights
    words: dict[str, tuple[str, str, tuple[str, ...]]]  # symbol: xpos, upos, forms

    @classmethod
    def load(cls) -> Grammar:
        """Read the grammar; the head of the file tells its notation."""
        ways: dict[str, list[tuple[int, tuple[Item, ...]]]] = defaultdict(list)
        words: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        for line in Path(__file__).with_name("grammar.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("verbs "):
                words.update(_verbs(line))
            elif " : " in line and not line.startswith("#"):
                symbol, _, rest = line.partition(" : ")
                tags, *forms = rest.split()
                words[symbol] = (*_pair(tags), tuple(forms))
            elif " = " in line and not line.startswith("#"):
                left, _, right = line.partition(" = ")
                symbol, _, weight = left.partition(" *")
                ways[symbol].append((int(weight or 1), tuple(map(_item, right.split()))))
        return cls({s: (tuple(i for _, i in w), tuple(n for n, _ in w)) for s, w in ways.items()}, words)

    def sentences(self, generator: random.Random) -> Iterator[tuple[Word, ...]]:
        """Yield sentences without end, each drawn by the generator alone."""
        while True:
            try:
                drawn = _spelled(self._drawn("S", generator, depth=0)[0])
            except TooDeepError:
                continue
            if len(drawn) <= LONGEST:
                yield drawn

    def _drawn(self, what: str, generator: random.Random, *, depth: int) -> tuple[list[Word], int]:
        """Return the words of an item, and which of them is its head; heads are indices into these words."""
        if depth > DEEPEST:
            raise TooDeepError
        if what not in self.productions:
            return [self._word(what, generator)], 0
        ways, weights = self.productions[what]
        items = generator.choices(ways, weights)[0]
        parts = [self._drawn(item.what, generator, depth=depth + 1) for item in items]
        return _joined(items, parts)

    def _word(self, what: str, generator: random.Random) -> Word:
        if what in self.words:
            xpos, upos, forms = self.words[what]
            form = generator.choice(forms)
        elif what in SMALL:
            form, (xpos, upos) = what, SMALL[what]
        else:
            form, xpos, upos = what.rsplit("/", 2)
        return Word(form, form, upos, xpos, 0, "root", space=True, glued=form == "n't")


def _item(written: str) -> Item:
    if written.startswith("!"):
        return Item(written[1:], "")
    label, _, what = written.rpartition(":")
    return Item(what, label)


def _pair(tags: str) -> tuple[str, str]:
    xpos, _, upos = tags.partition("/")
    return xpos, upos


def _joined(items: Sequence[Item], parts: Sequence[tuple[list[Word], int]]) -> tuple[list[Word], int]:
    starts = [sum(len(words) for words, _ in parts[:n]) for n in range(len(parts))]
    head = next(starts[n] + parts[n][1] for n, item in enumerate(items) if not item.label)
    out: list[Word] = []
    for item, start, (words, top) in zip(items, starts, parts, strict=True):
        for n, word in enumerate(words):
            hung = n == top and bool(item.label)
            out.append(replace(word, head=head, label=item.label) if hung else replace(word, head=word.head + start))
    return out, head


def _spelled(words: list[Word]) -> tuple[Word, ...]:
    """Spell a sentence: no comma before another mark, "an" before a vowel, a large letter first, spaces."""
    kept = [n for n, w in enumerate(words) if not (w.form == "," and _closed(words, n))]
    place = {old: new for new, old in enumerate(kept)}
    out = _agreeing([replace(words[n], head=place[words[n].head]) for n in kept])
    following = [*(w.form for w in out[1:]), ""]
    out = [_spaced(_article(w, after), after) for w, after in zip(out, following, strict=True)]
    first = next((n for n, w in enumerate(out) if w.form != "``"), 0)
    out[first] = replace(out[first], form=out[first].form[:1].upper() + out[first].form[1:])
    return tuple(replace(w, form='"') if w.form in ("``", "''") else w for w in out)


def _agreeing(words: list[Word]) -> list[Word]:
    """Put "was", "is" and "has" in the plural where their clause has a plural subject."""
    joined = {w.head for w in words if w.label == "conj"}
    many = {w.head for n, w in enumerate(words) if w.label[:5] == "nsubj" and (w.xpos in PLURAL or n in joined)}
    return [replace(w, form=MANY[w.form], xpos=MANY_TAG.get(w.xpos, w.xpos)) if w.form in MANY and w.head in many else w
            for w in words]  # fmt: skip


def _closed(words: Sequence[Word], n: int) -> bool:
    after = words[n + 1].form if n + 1 < len(words) else ""
    return after in {"", ",", ".", ")", "—"} or (n == 0)


def _article(word: Word, after: str) -> Word:
    if word.form not in ("a", "an"):
        return word
    return replace(word, form="an" if after[:1].lower() in "aeio" or after == "UN" else "a")


def _spaced(word: Word, after: str) -> Word:
    return replace(word, space=bool(after) and after not in GLUED_LEFT and word.form not in GLUED_RIGHT)


def _verbs(line: str) -> Iterator[tuple[str, tuple[str, str, tuple[str, ...]]]]:
    symbol, _, listed = line.removeprefix("verbs ").partition(" : ")
    forms = [_forms(verb.split(",")) for verb in listed.split()]
    for form, tag in TAGS.items():
        yield f"{symbol}.{form}", (tag, "VERB", tuple(f[form] for f in forms))


def _forms(given: list[str]) -> dict[str, str]:
    """Return the forms of a verb: base, past, participle, -s and -ing as far as given, the rest by rule."""
    base = given[0]
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    soft = base.endswith("y") and base[-2] not in "aeiou"
    past = base[:-1] + "ied" if soft else stem.removesuffix("e") + "ed" if base.endswith("ee") else stem + "ed"
    third = base[:-1] + "ies" if soft else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    rest = dict(enumerate(given))
    past = rest.get(1, past)
    return {
        "B": base, "P": base, "D": past, "N": rest.get(2, past), "Z": rest.get(3, third), "G": rest.get(4, stem + "ing")
    }  # fmt: skip
