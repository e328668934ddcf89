"""Measures the recogniser of names on UNER EWT test and CrossNER politics test: ``bench/names.py [--json] [--write]``.

``--write`` puts the figures into ``docs/quality.md`` and into the recogniser's ``scores.json``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import places
from bench.tasks import entities
from dragoman.reading.recogniser import SHIPPED

POLITICS = "politician=PER,person=PER,organisation=ORG,politicalparty=ORG,country=LOC,location=LOC"
SETS = {
    "UNER EWT dev": ("uner-ewt/en_ewt-uner-dev.iob2.gz", ""),
    "UNER EWT test": ("uner-ewt/en_ewt-uner-test.iob2.gz", ""),
    "CrossNER politics test": ("crossner-politics/test.txt.gz", f"{POLITICS},event=,election=,misc="),
}  # with how the labels are mapped
KINDS = ("PER", "LOC", "ORG")
QUALITY = places.ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- names: bench/names.py --write -->", "<!-- end of names -->"


@dataclass(frozen=True, slots=True)
class Score:
    set: str  # "UNER EWT test"
    f1: float  # exact place and kind, all kinds together, per cent
    precision: float
    recall: float
    kinds: dict[str, float]  # F1 of each kind
    places: float  # F1 of where names stand, whatever their kind


def main() -> int:
    options = _options()
    missing = [p for p in (*(_gold(path) for path, _ in SETS.values()), _scorer()) if not p.exists()]
    if missing:
        sys.stderr.write(f"names.py: {missing[0]}: not there, nothing measured; set DRAGOMAN_DATA and DRAGOMAN_EVAL\n")
        return 0
    scores = [_score(name) for name in SETS]
    if options.write:
        write(scores)
    print(json.dumps([asdict(s) for s in scores], indent=1) if options.json else "\n".join(table(scores)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="names.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true", help="into docs/quality.md and the recogniser's scores.json")
    return parser.parse_args()


def _gold(path: str) -> Path:
    return places.data() / "entities" / path


def _scorer() -> Path:
    return places.scorers() / "score_entities.py"


def _score(name: str) -> Score:
    path, mapped = SETS[name]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.iob2"
        predicted.write_text("".join(f"{line}\n" for line in entities.predict(_gold(path))), encoding="utf-8")
        command = [sys.executable, str(_scorer()), str(_gold(path)), str(predicted), "--json", "--map", mapped]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    micro = found["micro"]
    return Score(
        set=name,
        f1=_percent(micro["f1"]),
        precision=_percent(micro["p"]),
        recall=_percent(micro["r"]),
        kinds={kind: _percent(found["types"][kind]["f1"]) for kind in KINDS},
        places=_percent(found["boundary"]["f1"]),
    )


def _percent(share: float) -> float:
    return round(100 * share, 1)


def table(scores: list[Score]) -> Iterator[str]:
    """Yield the figures as Markdown."""
    yield "| set | precision | recall | F1 | persons | places | bodies | where alone |"
    yield "| --- " * 8 + "|"
    for s in scores:
        cells = (s.precision, s.recall, s.f1, *(s.kinds[kind] for kind in KINDS), s.places)
        yield f"| {s.set} | " + " | ".join(f"{x:.1f}" for x in cells) + " |"


def write(scores: list[Score]) -> None:
    held = json.dumps([asdict(s) for s in scores], indent=1)
    (SHIPPED / "scores.json").write_text(f"{held}\n", encoding="utf-8")
    text = QUALITY.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    lines = "\n".join(table(scores))
    QUALITY.write_text(f"{before}{BEGIN}\n\n{lines}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
