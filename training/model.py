"""Trains the English model and writes it into the package: ``python -m training.model``.

The treebanks are found by DRAGOMAN_DATA, or in ``../shared/data`` beside the checkout. The same data, configuration
and machine give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src" / "dragoman" / "models" / "en"
SINGLE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def main() -> int:
    options = _options()
    _alone()
    from training import treebank

    missing = [p for p in map(treebank.path, treebank.TRAIN + treebank.DEV) if not p.exists()]
    if missing:
        print(f"{missing[0]}: no treebank there; set DRAGOMAN_DATA to the folder that holds treebank/", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(dir=options.out.parent) as made:
        train(Path(made), steps=options.steps)
        replace(Path(made) / "en", options.out)
    print(f"{options.out}: written", file=sys.stderr)
    return score() if options.out == MODEL else 0


def score() -> int:
    """Measure the new model where the public scorer is at hand, and write the figures beside it."""
    return subprocess.run([sys.executable, str(ROOT / "bench" / "parsing.py"), "--write"], check=False).returncode


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.model", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, help="stop after so many steps (a trial; the model is worse)")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder of the model")
    return parser.parse_args()


def _alone() -> None:
    """Start again with one thread and a fixed hash seed: both must be set before Python or numpy starts."""
    wanted = dict.fromkeys(SINGLE, "1") | {"PYTHONHASHSEED": "0"}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        os.environ.update(wanted)
        os.execv(sys.executable, [sys.executable, "-m", "training.model", *sys.argv[1:]])


def train(folder: Path, *, steps: int | None = None) -> None:
    """Train into ``folder``/en."""
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as run
    from spacy.util import load_config

    from training import casing, corpus, lemmas, treebank  # noqa: F401  (corpus registers the reader the configuration names)

    overrides = {"training.max_steps": steps, "training.eval_frequency": max(steps // 4, 1)} if steps else {}
    nlp = init_nlp(load_config(Path(__file__).with_name("config.cfg"), overrides=overrides))
    (folder / "steps").mkdir(parents=True)
    run(nlp, folder / "steps")
    pack(folder / "steps" / "model-best", folder / "en")
    sentences = [s for name in treebank.TRAIN for s in treebank.sentences(treebank.path(name))]
    lemmas.learn(sentences).save(folder / "en" / "lemmas.json")
    casing.learn(sentences, folder / "en" / "words.txt")


def pack(trained: Path, out: Path) -> None:
    """Keep what parsing needs: weights, labels and configuration, with the licence and the card."""
    import spacy

    nlp = spacy.load(trained)
    nlp.meta.update(
        name="dragoman",
        description="English tagger and parser of Dragoman, trained on Universal Dependencies",
        license="CC BY-SA 4.0",
        url="",
        performance={},  # the figures are in scores.json, measured by the public scorer
        sources=[
            {
                "name": "UD_English-EWT",
                "url": "https://github.com/UniversalDependencies/UD_English-EWT",
                "license": "CC BY-SA 4.0",
            },
            {"name": "GUM (free part)", "url": "https://github.com/amir-zeldes/gum", "license": "CC BY 4.0"},
        ],
    )
    nlp.to_disk(out, exclude=["tokenizer"])
    _keep_labels(nlp, out / "vocab" / "strings.json")
    for name in ("LICENSE", "card.md"):
        shutil.copyfile(Path(__file__).with_name("shipped") / name, out / name)


def _keep_labels(nlp: Language, strings: Path) -> None:
    """Cut the list of known strings, which holds each word of the treebanks, down to the labels."""
    labels = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    parts = {part for label in labels for part in (label, label.partition("-")[2])} - {""}
    strings.write_text(json.dumps(sorted(parts), indent=0) + "\n", encoding="utf-8")


def replace(made: Path, out: Path) -> None:
    """Put the new model where the old one was, in one step for whoever reads it."""
    old = out.with_name(f"{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    made.rename(out)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
