"""Learns how English makes a word's form, from the pairs of form and lemma in the treebanks.

An *edit* says how to get from form to lemma: lower the case or not, cut so many letters, add these. For each tag
and ending the edit most words take is kept where it differs from that of the shorter ending; words that still come
out wrong go into a lexicon. ``dragoman.reading.lemmas`` applies it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dragoman.reading.lemmas import Lemmatiser, group
from training.treebank import Sentence

LONGEST = 5  # letters of an ending
FEWEST = 2  # words that must share an ending before it makes a rule

Pair = tuple[str, str, str]  # form, tag, lemma


def learn(sentences: Iterable[Sentence]) -> Lemmatiser:
    pairs = _pairs(sentences)
    rules = _rules(pairs)
    bare = Lemmatiser(rules=rules, lexicon={})
    lexicon = {f"{form} {tag}": lemma for form, tag, lemma in pairs if bare.lemma(form, tag) != lemma}
    return Lemmatiser(rules=rules, lexicon=dict(sorted(lexicon.items())))


def _pairs(sentences: Iterable[Sentence]) -> list[Pair]:
    """Each form with its tag once, with the lemma it has most often."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma != "_" or word.form == "_":
                seen[word.form, f"{word.xpos}|{word.upos}"][word.lemma] += 1
    return [(form, tag, min(c, key=lambda x: (-c[x], x))) for (form, tag), c in sorted(seen.items())]


def _rules(pairs: list[Pair]) -> dict[str, str]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, tag, lemma in pairs:
        edit = _edit(form, lemma)
        for length in range(min(LONGEST, len(form)) + 1):
            counts[group(form, tag), form[len(form) - length :].lower()][edit] += 1
    rules: dict[str, str] = {}
    for (kind, ending), edits in sorted(counts.items(), key=lambda item: (item[0][0], len(item[0][1]), item[0][1])):
        best = min(edits, key=lambda edit: (-edits[edit], edit))
        if ending == "" or (edits[best] >= FEWEST and best != _shorter(rules, kind, ending)):
            rules[f"{kind} {ending}"] = best
    return rules


def _shorter(rules: dict[str, str], kind: str, ending: str) -> str | None:
    return next((rules[key] for n in range(1, len(ending) + 1) if (key := f"{kind} {ending[n:]}") in rules), None)


def _edit(form: str, lemma: str) -> str:
    """Prefer to keep the case; "l" lowers it: "Countries" to "country" is ``l3y``."""
    for case, base in (("k", form), ("l", form.lower())):
        same = next((n for n, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b), min(len(base), len(lemma)))
        if same or case == "l":
            return f"{case}{len(base) - same}{lemma[same:]}"
    raise AssertionError
