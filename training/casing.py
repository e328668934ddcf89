"""Learns which words running text writes small, to undo the capitals of headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dragoman.reading.casing import dressed
from training import lemmas
from training.treebank import Sentence

RARELY = 3  # a word is small where it stands small at least so many times as often as not: "states" is not


def learn(sentences: Iterable[Sentence], path: Path) -> None:
    path.write_text("\n".join(sorted(words(sentences))) + "\n", encoding="utf-8")


def words(sentences: Iterable[Sentence]) -> set[str]:
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for sentence in sentences:
        forms = [word.form for word in sentence.words]
        if dressed(forms):
            continue
        small.update(form for form in forms if form.isalpha() and form.islower())
        large.update(form.lower() for form in forms[1:] if form[:1].isupper())
    listed = {form for form, _, _ in (*lemmas.verbs(lemmas.VERBS.read_text(encoding="utf-8")), *lemmas.nouns())}
    seen = {form for form in small if small[form] >= RARELY * large[form]}
    return seen | {form for form in listed if not large[form]}
