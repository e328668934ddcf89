"""Trains the model of sentence boundaries and writes it into the package: ``python -m training.sentences``.

The treebanks are found by DRAGOMAN_DATA, or in ``../shared/data`` beside the checkout; about two minutes on one core.
A document's sentences are joined by single spaces, as in a text that has lost its line breaks. The tables of words
behind the features of a document are counted from other documents, in training as in use. The same data and machine
give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from dragoman.reading.break_features import Features, Tables, Word, features, view, words
from dragoman.reading.breaks import MODELS, SHIPPED
from dragoman.reading.casing import Casing
from dragoman.reading.sentences import ruled
from training import treebank, trees

SINGLE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONHASHSEED")
FOLDS = 5
NEWS = 0.2  # what a gap of the news counts beside one of GUM: its sentences are the rules', not a person's
LONGEST_HEADING = 7  # words
CLASS = {
    "VBD": "V", "VBZ": "V", "VBP": "V", "MD": "A", "VB": "B", "VBG": "G", "VBN": "E", "NN": "N", "NNS": "S",
    "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RP": "R", "IN": "I", "DT": "D", "PDT": "D", "CC": "C",
    "PRP": "P", "EX": "P", "PRP$": "Q", "WDT": "W", "WP": "W", "WRB": "W", "TO": "T", "NNP": "Z", "NNPS": "Z",
    "CD": "#", "UH": "U",
}  # fmt: skip
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    ends: frozenset[int]  # offsets just after its sentences


def main() -> int:
    options = _options()
    _alone()
    missing = [p for p in map(treebank.path, treebank.TRAIN) if not p.exists()]
    if missing:
        print(f"{missing[0]}: no treebank there; set DRAGOMAN_DATA to the folder with treebank/", file=sys.stderr)
        return 2
    web, texts = (documents(name) for name in treebank.TRAIN)
    classes = word_classes(s for name in treebank.TRAIN for s in treebank.sentences(treebank.path(name)))
    told = news()
    forest = trees.learn(*examples(texts, told, web, classes))
    write(Counts.of([*web, *told, *texts], classes).tables(), forest, options.out)
    print(f"{options.out}: written", file=sys.stderr)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.sentences", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder of the model")
    return parser.parse_args()


def _alone() -> None:
    """Start again with one thread and a fixed hash seed: both must be set before Python or numpy starts."""
    wanted = dict.fromkeys(SINGLE, "1") | {"PYTHONHASHSEED": "0"}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        os.environ.update(wanted)
        os.execv(sys.executable, [sys.executable, "-m", "training.sentences", *sys.argv[1:]])


def documents(name: str) -> list[Document]:
    """Return a treebank's documents, their sentences joined by single spaces."""
    found: list[list[str]] = []
    for sentence in treebank.sentences(treebank.path(name)):
        if sentence.new_document or not found:
            found.append([])
        found[-1].append(sentence.text)
    return [joined(texts) for texts in found]


def news() -> list[Document]:
    """Return Wikinews: title and paragraphs on end, each paragraph split by the rules; transcripts are left out."""
    found = []
    for path in sorted((treebank.folder() / "news").glob("wikinews_*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if "((" not in row["text"]]
        found += [joined(_sentences(row)) for row in rows]
    return found


def _sentences(row: dict[str, str]) -> Iterator[str]:
    for paragraph in (row["title"], *re.split(r"\n\s*\n", row["text"])):
        text = " ".join(paragraph.split())
        at = 0
        for end in (*sorted(ruled(text, 0, len(text))), len(text)):
            if text[at:end].strip():
                yield text[at:end].strip()
            at = end


def joined(texts: Iterable[str]) -> Document:
    text, ends = "", []
    for one in texts:
        text = f"{text} {one}" if text else one
        ends.append(len(text))
    return Document(text, frozenset(ends))


def word_classes(sentences: Iterable[treebank.Sentence]) -> dict[str, str]:
    """Return what each word mostly is, of those seen at least twice."""
    seen: dict[str, Counter[str]] = {}
    for word in (w for sentence in sentences for w in sentence.words if w.form.isalpha()):
        if cls := "A" if word.upos == "AUX" and word.xpos in FINITE else CLASS.get(word.xpos):
            seen.setdefault(word.form.lower(), Counter())[cls] += 1
    return {word: counts.most_common(1)[0][0] for word, counts in sorted(seen.items()) if counts.total() > 1}


def examples(
    texts: Sequence[Document], told: Sequence[Document], web: Sequence[Document], classes: dict[str, str]
) -> tuple[trees.Ints, trees.Floats, trees.Floats]:
    """Return the gaps of GUM and of the news: what is looked at, whether a sentence ends there, how much it counts."""
    rows: list[Features] = []
    gold: list[bool] = []
    weights: list[float] = []
    for fold in range(FOLDS):
        others = [d for part in (texts, told) for n, d in enumerate(part) if n % FOLDS != fold]
        tables = Counts.of([*web, *others], classes).tables()
        for weight, part in ((1.0, texts), (NEWS, told)):
            for row, end in (gap for document in part[fold::FOLDS] for gap in gaps(document, tables)):
                rows.append(row)
                gold.append(end)
                weights.append(weight)
    return np.array(rows, dtype=np.int64), np.array(gold, dtype=np.float64), np.array(weights)


def gaps(document: Document, tables: Tables) -> Iterator[tuple[Features, bool]]:
    """Yield the gaps of a document; every sentence begins where it should."""
    stops = frozenset(ruled(document.text, 0, len(document.text)))
    seen = view(document.text, 0, len(document.text), stops=stops, tables=tables)
    begun, asked = 0, set(seen.gaps)
    for at in range(1, len(seen.words)):
        before = seen.words[at - 1].end
        if at in asked:
            yield features(seen, begun, at), before in document.ends
        if before in document.ends or before in stops:
            begun = at


@dataclass(slots=True)
class Counts:
    """Where words stand in sentences: the first of each pair counts for, the second against."""

    classes: dict[str, str]
    starts: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))
    ends: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))
    heads: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))
    headings: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, documents: Iterable[Document], classes: dict[str, str]) -> Counts:
        made = cls(classes)
        bare = Tables(classes, frozenset(), {}, {}, {}, frozenset())
        for document in documents:
            made._count(words(document.text, 0, len(document.text), bare), document.ends)
        return made

    def _count(self, text: Sequence[Word], ends: frozenset[int]) -> None:
        begun = 0
        for n, word in enumerate(text):
            kinds = [w.kind for w in text[n : n + 3]] + ["^", "^"]
            if word.capital:
                keys = (word.low, f"{word.low} {kinds[1]}", " ".join(kinds[:3]))
                self.starts[n > begun].update(keys)
            if not word.tail:
                before = text[n - 1].kind if n > begun else "^"
                self.ends[word.end not in ends].update((word.low, f"{before} {word.kind}"))
            if word.end in ends:
                self._count_sentence(text[begun : n + 1])
                begun = n + 1

    def _count_sentence(self, sentence: Sequence[Word]) -> None:
        kinds = [w.kind for w in sentence[: LONGEST_HEADING + 1]]
        heading = sentence[-1].tail in (0, 3, 7)  # no mark, a colon, a bracket
        self.heads[not (heading and len(sentence) < 12)][sentence[0].low] += 1
        if heading and len(sentence) <= LONGEST_HEADING:
            self.heads[0][" ".join(kinds)] += 1
            self.headings[" ".join(w.low for w in sentence)] += 1
        self.heads[1].update(" ".join(kinds[:n]) for n in range(1, min(len(kinds), LONGEST_HEADING + 1)))

    def tables(self) -> Tables:
        small = Casing.load(MODELS / "en" / "words.txt").words
        starts, ends, heads = (_odds(*pair) for pair in (self.starts, self.ends, self.heads))
        headings = frozenset(words for words, many in self.headings.items() if many > 1)
        return Tables(self.classes, small, starts, ends, heads, headings)


def _odds(many: Counter[str], against: Counter[str]) -> dict[str, int]:
    """Return the odds of what was seen more than once, as tenths of their natural logarithm."""
    keys = sorted({*many, *against})
    return {
        key: round(10 * math.log((many[key] + 0.3) / (against[key] + 0.3)))
        for key in keys
        if many[key] + against[key] > 1
    }


def write(tables: Tables, forest: trees.Forest, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    held = {
        "base": forest.base,
        "classes": tables.classes,
        "starts": tables.starts,
        "ends": tables.ends,
        "heads": tables.heads,
        "headings": sorted(tables.headings),
        "trees": forest.trees,
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n[")
    (out / "breaks.json").write_text(f"{text}\n", encoding="utf-8")
    for name in ("LICENSE", "card.md"):
        shutil.copyfile(Path(__file__).with_name("shipped") / "sentences" / name, out / name)


if __name__ == "__main__":
    sys.exit(main())
