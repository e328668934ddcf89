"""Measures the event coder on the public PLOVER and CAMEO sentences: ``bench/events.py [--json] [--write]``.

The third of the PLOVER sample that is held back, by a hash of the id, is printed in figures only. The gold and its
scorer are found by DRAGOMAN_EVAL; ``--write`` puts the tables into ``docs/quality.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import places
from bench.lines import Read, drafts, lines, with_pair
from bench.page import QUALITY, renew
from bench.tasks import events_full, events_pair

MARKS = "<!-- events: bench/events.py --write -->", "<!-- end of events -->"
SECTION = """## Events

`bench/events.py --write` renews these tables. The sentences are the examples of the CAMEO manual in the PLOVER sample:
of a given *pair*, which type of event is told (accuracy over all types, macro-F1 over those with seven lines or more,
quad classes); and *whole events* from raw text, type, actors' and recipients' countries, micro-F1. A third of the
lines, by a hash of the id, is held back: nothing is learnt from it, and only its figures are seen. In the confusion
matrix the gold stands in the lines. Accuracy by what answered: the cues by their rank, and the second layer, which is
asked where no cue fits."""
NAMES = ("two thirds", "held back", "all")
RANKS = ((18, "cues of rank 18 and more"), (14, "cues of rank 14 to 17"), (1, "cues below"), (0, "second layer"))


def main() -> int:
    options = _options()
    if not _gold("gsr_pair").exists():
        print(f"{_gold('gsr_pair')}: not there; set DRAGOMAN_EVAL", file=sys.stderr)
        return 2
    scorer = _scorer()
    table = [*pairs(scorer), "", *whole(scorer), "", *speed()]
    print(json.dumps(table, indent=1) if options.json else "\n".join(table))
    if options.write:
        renew(MARKS, table, section=SECTION)
        print(f"{QUALITY}: renewed", file=sys.stderr)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/events.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="the lines as JSON")
    parser.add_argument("--write", action="store_true", help="renew the tables in docs/quality.md")
    return parser.parse_args()


def _gold(name: str) -> Path:
    return places.scorers() / "gold" / f"{name}.jsonl"


def _scorer() -> ModuleType:
    """Return the scorer of the public sets, which is no part of the repository."""
    spec = importlib.util.spec_from_file_location("score_events", places.scorers() / "score_events.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held_back(name: str) -> bool:
    """Say whether a line is of the third that is held back."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def parts(read: Iterable[Read]) -> Iterator[tuple[str, list[Read]]]:
    """Yield the two thirds, the third held back, and all."""
    listed = list(read)
    yield NAMES[0], [r for r in listed if not held_back(str(r.row["id"]))]
    yield NAMES[1], [r for r in listed if held_back(str(r.row["id"]))]
    yield NAMES[2], listed


def pairs(scorer: ModuleType) -> Iterator[str]:
    """Yield the lines about given pairs: figures, by what answered, and the confusion matrix."""
    read = list(lines(_gold("gsr_pair")))
    answers = {str(r.row["id"]): answer(r) for r in read}
    yield "| pair given | lines | accuracy | macro-F1 (7 and more) | quad |"
    yield "| --- | --- | --- | --- | --- |"
    for name, some in parts(read):
        found = [{"id": r.row["id"], "root": answers[str(r.row["id"])][0]} for r in some]
        score = scorer.score_pair([r.row for r in some], found)
        figures = (score["accuracy"], score["macro_f1_n7"], score["quad_accuracy"])
        yield f"| {name} | {len(some)} | {' | '.join(f'{100 * f:.1f}' for f in figures)} |"
    told = [(str(scorer.root(r.row["root"])), *answers[str(r.row["id"])]) for r in read]
    yield from ("", *by_rank(told), "", *confusion(told))


def answer(line: Read) -> tuple[str, int]:
    """Return the type given to a pair, and the rank of the cue that gave it: 0 is the second layer's guess."""
    given = with_pair(line)
    chosen = events_pair.choice(given)
    if chosen is None:
        return events_pair.guess(given) or "none", 0
    return events_pair.root(chosen), max(chosen.score, 0)


def by_rank(told: list[tuple[str, str, int]]) -> Iterator[str]:
    """Yield how often the cues are right by how much they asked for."""
    yield "| what answered | lines | right % |"
    yield "| --- | --- | --- |"
    above = 1000
    for least, name in RANKS:
        right = [gold == said for gold, said, rank in told if least <= rank < above]
        yield f"| {name} | {len(right)} | {100 * sum(right) / max(1, len(right)):.1f} |"
        above = least


def confusion(told: list[tuple[str, str, int]]) -> Iterator[str]:
    """Yield the confusion matrix, gold in the lines; a dot is none."""
    counts = Counter((gold, said) for gold, said, _ in told)
    types = sorted({t for pair in counts for t in pair})
    yield f"| gold | {' | '.join(t[:4].lower() for t in types)} |"
    yield f"| --- |{' --- |' * len(types)}"
    for gold in types:
        yield f"| {gold} | {' | '.join(str(counts[gold, said] or '·') for said in types)} |"


def whole(scorer: ModuleType) -> Iterator[str]:
    """Yield the figures of whole events from raw text."""
    yield "| whole events | lines | type | type and actor | type, actor, recipient | dyad |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for gold, label in (("gsr_full", "PLOVER sample"), ("petr2_full", "PETRARCH 2 sentences")):
        for name, some in parts(lines(_gold(gold))):
            found = [
                {"id": r.row["id"], "events": [events_full.event(r, d) for d in events_full.told(r)]} for r in some
            ]
            score = scorer.score_full([r.row for r in some], found, True)
            figures = (score[k]["f1"] for k in ("type", "type_actor", "triple", "dyad"))
            yield f"| {label}, {name} | {len(some)} | {' | '.join(f'{100 * f:.1f}' for f in figures)} |"


def speed() -> Iterator[str]:
    """Yield how many sentences a second are read and coded on one core, and how many are coded when read."""
    start = time.perf_counter()
    read = list(lines(_gold("gsr_full")))
    between = time.perf_counter()
    for line in read:
        drafts(line)
    end = time.perf_counter()
    yield "| sentences a second | |"
    yield "| --- | --- |"
    yield f"| read and coded | {len(read) / (end - start):.0f} |"
    yield f"| coded, reading apart | {len(read) / (end - between):.0f} |"
    yield "| PETRARCH 2, parses given (published; measured) | 250; 820 |"


if __name__ == "__main__":
    sys.exit(main())
