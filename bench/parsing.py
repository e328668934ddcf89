"""Measures the shipped parser on the test parts of EWT and GUM: ``bench/parsing.py [--json] [--write]``.

``--write`` puts the figures into ``docs/quality.md`` and into the models' ``scores.json``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import conllu, places
from bench.page import QUALITY, renew
from bench.tasks import parse
from dragoman.reading import breaks
from dragoman.reading.engine import SHIPPED, Engine

SETS = {"EWT test": "en_ewt-ud-test", "GUM-free test": "gum-free-test"}
FIGURES = ("tokens", "sentences", "words", "upos", "xpos", "lemmas", "uas", "las", "las_subtypes")
LABELS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "appos", "ccomp", "parataxis")
MARKS = "<!-- parsing: bench/parsing.py --write -->", "<!-- end of parsing -->"


@dataclass(frozen=True, slots=True)
class Score:
    set: str  # "EWT test"
    usage: str  # "sentences given" or "raw text"
    f1: dict[str, float]  # per cent, by figure
    labels: dict[str, tuple[float, float]]  # precision and recall in per cent, by label


def main() -> int:
    options = _options()
    missing = [p for p in (*map(_gold, SETS.values()), _scorer()) if not p.exists()]
    if missing:
        sys.stderr.write(
            f"parsing.py: {missing[0]}: not there, nothing measured; set DRAGOMAN_DATA and DRAGOMAN_EVAL\n"
        )
        return 0
    scores = [_score(name, raw=raw) for name in SETS for raw in (False, True)]
    if options.write:
        write(scores)
    speed = words_per_second()
    if options.json:
        print(json.dumps({"words_per_second": speed, "scores": [asdict(s) for s in scores]}, indent=1))
    else:
        print("\n".join([*table(scores), "", f"{speed:,} words a second on one core"]))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="parsing.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true", help="into docs/quality.md and the models' scores.json")
    return parser.parse_args()


def _gold(name: str) -> Path:
    return places.data() / "treebank" / f"{name}.conllu.gz"


def _scorer() -> Path:
    return places.scorers() / "score_parse.py"


def _score(name: str, *, raw: bool) -> Score:
    gold = _gold(SETS[name])
    predict = parse.predict_raw if raw else parse.predict
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.conllu"
        predicted.write_text("".join(f"{line}\n" for line in predict(gold)), encoding="utf-8")
        command = [sys.executable, str(_scorer()), str(gold), str(predicted), "--json", *(["--raw"] if raw else [])]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Score(
        set=name,
        usage="raw text" if raw else "sentences given",
        f1={figure: _percent(found[figure]["f1"]) for figure in FIGURES},
        labels={x: (_percent(found["labels"][x]["p"]), _percent(found["labels"][x]["r"])) for x in LABELS},
    )


def _percent(share: float) -> float:
    return round(100 * share, 1)


def words_per_second() -> int:
    """Words read in a second of one core's time, after a warm-up: cutting, tagging, lemmas and parsing."""
    engine = Engine.load()
    texts = [g.text for name in SETS.values() for g in conllu.given(_gold(name))]
    engine.parse(texts[:200], [0] * 200)
    begun = time.process_time()
    words = sum(map(len, engine.parse(texts, [0] * len(texts))))
    return round(words / (time.process_time() - begun), -2).__int__()


def table(scores: list[Score]) -> Iterator[str]:
    """Yield the figures as Markdown: F1 first, then precision and recall of the labels the coders lean on."""
    yield f"| F1 | {' | '.join(FIGURES).replace('_', ' ')} |"
    yield "| --- " * (1 + len(FIGURES)) + "|"
    for s in scores:
        yield f"| {s.set}, {s.usage} | " + " | ".join(f"{s.f1[x]:.1f}" for x in FIGURES) + " |"
    yield ""
    yield f"| P / R | {' | '.join(LABELS)} |"
    yield "| --- " * (1 + len(LABELS)) + "|"
    for s in scores:
        cells = (f"{s.labels[x][0]:.0f} / {s.labels[x][1]:.0f}" for x in LABELS)
        yield f"| {s.set}, {s.usage} | " + " | ".join(cells) + " |"


def write(scores: list[Score]) -> None:
    held = json.dumps({"model": Engine.load().maker, "scores": [asdict(s) for s in scores]}, indent=1)
    (SHIPPED / "scores.json").write_text(f"{held}\n", encoding="utf-8")
    boundaries = [{"set": s.set, "f1": s.f1["sentences"]} for s in scores if s.usage == "raw text"]
    (breaks.SHIPPED / "scores.json").write_text(f"{json.dumps(boundaries, indent=1)}\n", encoding="utf-8")
    renew(MARKS, table(scores), page=QUALITY)


if __name__ == "__main__":
    sys.exit(main())
