"""Trains the recogniser of names and writes it into the package: ``python -m training.names``.

The sets are found by DRAGOMAN_DATA, or in ``../shared/data`` beside the checkout; about a minute on one core. The
parser is not asked, so that it can be trained anew without this. The same data and machine give the same bytes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman import ontology
from dragoman.ontology.actors import ActorTable
from dragoman.reading.casing import Casing
from dragoman.reading.name_features import Told, features, runs
from dragoman.reading.name_tables import seen
from dragoman.reading.recogniser import LABELS, MODELS, SHIPPED
from dragoman.reading.tokens import words
from training import crf, name_corpora
from training.name_corpora import Document, Marked

ROOT = Path(__file__).parents[1]
SINGLE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
SCALE = 50  # steps of a weight: finer ones change nothing
LEAST = 3  # a feature whose weights are all smaller is left out
EAGER = 0.7  # taken from "no name": the texts leave many names unmarked; chosen on dev among 0 to 1.5


def main() -> int:
    options = _options()
    _alone()
    missing = [p for p in name_corpora.paths() if not p.exists()]
    if missing:
        print(f"{missing[0]}: no marked names there; set DRAGOMAN_DATA to the folder with entities/", file=sys.stderr)
        return 2
    learned = crf.learn(list(examples()), LABELS)
    write(learned, options.out)
    print(f"{options.out}: written", file=sys.stderr)
    return score() if options.out == SHIPPED else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.names", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder of the recogniser")
    return parser.parse_args()


def _alone() -> None:
    """Start again with one thread and a fixed hash seed: both must be set before Python or numpy starts."""
    wanted = dict.fromkeys(SINGLE, "1") | {"PYTHONHASHSEED": "0"}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        os.environ.update(wanted)
        os.execv(sys.executable, [sys.executable, "-m", "training.names", *sys.argv[1:]])


def score() -> int:
    """Measure the new recogniser where the public scorer is at hand, and write the figures beside it."""
    return subprocess.run([sys.executable, str(ROOT / "bench" / "names.py"), "--write"], check=False).returncode


def examples() -> Iterator[crf.Run]:
    """Yield the runs of words that may be of names, each word with its features and its label."""
    actors, casing = ontology.load().actors, Casing.load(MODELS / "en" / "words.txt")
    for document in _documents(actors, casing):
        yield from _examples(document, actors, casing)


def _documents(actors: ActorTable, casing: Casing) -> Iterator[Document]:
    """Yield what it learns from: web text, Wikipedia on politics, governments on a war, texts of many kinds."""
    yield from name_corpora.web("train")
    yield from name_corpora.politics("train")
    yield from name_corpora.politics("dev")
    yield from name_corpora.held(name_corpora.war(), actors=actors, casing=casing)
    yield from name_corpora.held(name_corpora.multilayer("train"), actors=actors, casing=casing)


def _examples(document: Document, actors: ActorTable, casing: Casing) -> Iterator[crf.Run]:
    spans = [words(sentence.text) for sentence in document]
    lines = [seen(s.text, at, actors=actors, casing=casing) for s, at in zip(document, spans, strict=True)]
    told = Told.of(lines)
    for sentence, at, line in zip(document, spans, lines, strict=True):
        gold = labels(at, sentence.names)
        for start, end in runs(line):
            yield crf.Run(features(line, (start, end), told), mended(gold[start:end]))


def labels(spans: list[tuple[int, int]], names: Iterable[Marked]) -> list[int]:
    """Return the label of each word; a name that begins within a word takes the whole of it."""
    found = [0] * len(spans)
    for start, end, kind in names:
        inside = [n for n, (s, e) in enumerate(spans) if s < end and e > start]
        for n in inside:
            found[n] = LABELS.index(f"{'B' if n == inside[0] else 'I'}-{kind}")
    return found


def mended(gold: list[int]) -> list[int]:
    """Let the rest of a name whose first word is outside the run begin with its second."""
    first = LABELS[gold[0]]
    return [LABELS.index(f"B{first[1:]}"), *gold[1:]] if first.startswith("I") else gold


def write(learned: crf.Weights, out: Path) -> None:
    """Write a line for each feature that weighs: its name, a tab, a whole number for each label."""
    out.mkdir(parents=True, exist_ok=True)
    lines = [_line(f"> {label}", row) for label, row in zip((*LABELS, "start"), _eager(learned), strict=True)]
    for feature, n in learned.features.items():
        row = learned.of_feature[n]
        if max(map(abs, map(_whole, row))) >= LEAST:
            lines.append(_line(feature, row))
    (out / "weights.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("LICENSE", "card.md"):
        shutil.copyfile(Path(__file__).with_name("shipped") / "names" / name, out / name)


def _eager(learned: crf.Weights) -> crf.Floats:
    steps = learned.of_step.copy()
    steps[:, 0] -= EAGER
    return steps


def _line(name: str, row: Iterable[float]) -> str:
    return f"{name}\t{' '.join(str(_whole(x)) for x in row)}"


def _whole(weight: float) -> int:
    return round(max(weight, -1_000.0) * SCALE)


if __name__ == "__main__":
    sys.exit(main())
