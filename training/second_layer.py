"""Trains the second layer of the event coder and writes it into the package: ``python -m training.second_layer``.

It learns from the codebook's own sentences, from what the cues code surely in the news, and from two thirds of the
PLOVER sample; the other third is held back and measured. The sets are found by DRAGOMAN_DATA, or in ``../shared/data``
beside the checkout; a few minutes on one core. The same data and machine give the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench.lines import article_of, lines, with_pair
from bench.tasks.events_pair import choice, root

from bench import places
from dragoman import ontology
from dragoman.coding.event_cues import Matcher
from dragoman.coding.event_drafts import EventDraft
from dragoman.coding.event_roles import frame_of, resolve
from dragoman.coding.events import candidates, events_in
from dragoman.coding.scene import Scene
from dragoman.coding.second_layer import LABELS, NOTHING, SHIPPED, SecondLayer, features
from dragoman.model.reading import Clause
from dragoman.ontology.codebook import load_codebook
from dragoman.reading import read
from dragoman.reading.engine import Engine

CARD = """# The second layer of the event coder

A softmax regression over the words of a clause (its verb, the heads of its complements, prepositions, helpers, the
words beside it; never a name) with the sixteen PLOVER types and "no event". It is asked only where no cue of the
codebook fits a clause that has two known parties. Made by `python -m training.second_layer`, which gives the same bytes
each time.

Learnt from {count} clauses: the codebook's own examples and near misses, what the cues code surely in the Wikinews
articles (CC BY 2.5) and, as no event, their clauses with two parties that no cue fits, and two thirds of the PLOVER
sample records (CC BY-SA 4.0). The weights hold single words and pairs of words, no sentence.

How often it is right by its own confidence, on clauses it has not learnt from (five folds):

| confidence | clauses | right % |
| --- | --- | --- |
{table}

`dragoman` shows an event of it from 0.90 on, and writes the confidence into the report's `rule`. It is weak on types
with few examples and knows nothing of irony, quotation or time; stance and roles are the rules' work.
"""
SURE = 14  # rank of a cue from which what it codes is taken for true
SCALE = 100  # steps of a weight: finer ones change nothing
LEAST = 3  # a feature whose weights are all smaller than this many steps is left out
ROUNDS, STEP, DECAY = 12, 0.15, 1e-4  # chosen by the calibration of five folds: what is said at 0.9 is right at 0.9
CLAUSES = ("verb", "copula")


@dataclass(frozen=True)
class Sample:
    """A clause as the model sees it, what it tells, and how much it counts."""

    features: tuple[str, ...]
    label: str
    weight: float


def main() -> int:
    gold = places.scorers() / "gold" / "gsr_pair.jsonl"
    news = sorted((places.data() / "news").glob("wikinews_*.csv.gz"))
    if not gold.exists() or not news:
        print("no PLOVER sample or no news; set DRAGOMAN_DATA to the folder with news/", file=sys.stderr)
        return 2
    write({}, SHIPPED)  # what was learnt before must not take part in what is learnt now
    samples = [*codebook_samples(), *gold_samples(gold), *news_samples(news)]
    (SHIPPED / "card.md").parent.mkdir(parents=True, exist_ok=True)
    (SHIPPED / "card.md").write_text(
        CARD.format(count=len(samples), table="\n".join(calibration(samples))), encoding="utf-8"
    )
    weights = learn(samples)
    write(weights, SHIPPED)
    print(f"{SHIPPED}: {len(samples)} samples, {len(weights)} features", file=sys.stderr)
    return 0


def held_back(name: str) -> bool:
    """Say whether a line of the PLOVER sample is one of the third that nothing is learnt from."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def codebook_samples() -> Iterator[Sample]:
    """Yield the sentences of the codebook: each type's examples, and its near misses under what they are instead."""
    engine = Engine.load()
    for entry in load_codebook().types:
        for example in (*entry.examples, *entry.near_misses):
            yield from labelled(scene_of(example.text, engine), example.type or NOTHING, 2.0)


def gold_samples(path: Path) -> Iterator[Sample]:
    """Yield the clause between the given pair, for two thirds of the PLOVER sample."""
    for line in lines(path):
        if held_back(str(line.row["id"])):
            continue
        given = with_pair(line)
        label = {"DEMAND": "REQUEST"}.get(str(line.row["root"]), str(line.row["root"]))
        chosen = choice(given)
        scene = Scene(given.article, given.reading, ontology.load())
        clause = chosen.clause if chosen is not None and root(chosen) == label else main_clause(scene)
        if clause is not None:
            yield Sample(features(scene, frame_of(scene, clause)), label, 2.0)


def news_samples(paths: Iterable[Path]) -> Iterator[Sample]:
    """Yield what the cues code surely in the news, and as nothing the clauses with two parties that no cue fits."""
    engine = Engine.load()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for paragraph in row["text"].split("\n"):
                    if len(paragraph) > 40:
                        yield from told(scene_of(paragraph.strip(), engine))


def told(scene: Scene) -> Iterator[Sample]:
    """Yield the samples of one paragraph."""
    for draft in events_in(scene, scene.ontology.events):
        if draft.score >= SURE and draft.told == "told" and draft.clause.kind != "noun":
            yield Sample(features(scene, frame_of(scene, draft.clause)), draft.type, 1.0)
    matcher = Matcher(scene, scene.ontology.events)
    for clause in scene.reading.clauses:
        if clause.kind == "verb" and matcher.match(clause) is None and parties(scene, clause) > 1:
            yield Sample(features(scene, frame_of(scene, clause)), NOTHING, 0.5)


def labelled(scene: Scene, label: str, weight: float) -> Iterator[Sample]:
    """Yield the clause of a sentence that tells its type; where none is coded so, its main clause."""
    drafts = [d for d in candidates(scene, scene.ontology.events) if d.type == label and d.clause.kind != "noun"]
    clause = best(drafts) or main_clause(scene)
    if clause is not None:
        yield Sample(features(scene, frame_of(scene, clause)), label, weight)


def best(drafts: list[EventDraft]) -> Clause | None:
    """Return the clause of the draft whose cue asked for most."""
    found = max(drafts, key=lambda d: d.score, default=None)
    return None if found is None else found.clause


def main_clause(scene: Scene) -> Clause | None:
    """Return the first verb that hangs from none, or what is said where that is only a saying."""
    verbs = [c for c in scene.reading.clauses if c.kind in CLAUSES]
    top = next((c for c in verbs if c.relation == "root"), next(iter(verbs), None))
    if top is None or scene.ontology.cues.says(top.lemma) is None:
        return top
    return next((c for c in verbs if c.relation == "ccomp" and c.parent == top.index), top)


def parties(scene: Scene, clause: Clause) -> int:
    """Return how many known parties stand in a clause."""
    frame = frame_of(scene, clause)
    phrases = (*frame.agents, *frame.patients, *frame.indirect, *(o.phrase for o in frame.obliques))
    found = (r.actor for p in phrases for r in resolve(scene, clause, p, "recipient"))
    return len({a.id for a in found if a is not None})


def scene_of(text: str, engine: Engine) -> Scene:
    """Return a text as the coders look at it."""
    article, world = article_of(text), ontology.load()
    return Scene(article, read(article, ontology=world, engine=engine), world)


def learn(samples: list[Sample]) -> dict[str, list[int]]:
    """Return the weights of a softmax regression, in steps of a hundredth; rare features are left out."""
    counts: dict[str, int] = {}
    for s in samples:
        for name in s.features:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, n in counts.items() if n > 1)
    at = {name: i for i, name in enumerate(names)}
    rows = [(np.array([at[f] for f in s.features if f in at]), LABELS.index(s.label), s.weight) for s in samples]
    weights = np.zeros((len(names), len(LABELS)))
    seen = np.full(weights.shape, 1e-6)
    order = np.random.default_rng(7)
    for _ in range(ROUNDS):
        for i in order.permutation(len(rows)):
            _step(weights, seen, *rows[i])
    steps = np.rint(weights * SCALE).astype(int)
    return {name: steps[i].tolist() for i, name in enumerate(names) if np.abs(steps[i]).max() >= LEAST}


def calibration(samples: list[Sample], folds: int = 5) -> Iterator[str]:
    """Yield the lines of a table: of what is taken for an event at a confidence, how much is that event."""
    order = np.random.default_rng(3).permutation(len(samples)).tolist()
    told: list[tuple[float, bool]] = []
    for fold in range(folds):
        weights = learn([samples[i] for n, i in enumerate(order) if n % folds != fold])
        model = SecondLayer({name: tuple(w / SCALE for w in ws) for name, ws in weights.items()})
        for i in (i for n, i in enumerate(order) if n % folds == fold):
            type_, chance = model.best(samples[i].features)
            told.append((chance, type_ == samples[i].label))
    for low, high in ((0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        right = [r for chance, r in told if low <= chance < high]
        yield f"| {low:.2f} to {min(high, 1):.2f} | {len(right)} | {100 * sum(right) / max(1, len(right)):.1f} |"


def _step(
    weights: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    seen: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    at: np.ndarray[tuple[int], np.dtype[np.int64]],
    label: int,
    weight: float,
) -> None:
    """Take one step of AdaGrad for one sample."""
    sums = weights[at].sum(axis=0)
    chances = np.exp(sums - sums.max())
    chances /= chances.sum()
    chances[label] -= 1.0
    slope = weight * chances + DECAY * weights[at] * 100
    seen[at] += slope**2
    weights[at] -= STEP * slope / np.sqrt(seen[at])


def write(weights: dict[str, list[int]], folder: Path) -> None:
    """Write the weights, a feature a line."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = ",\n".join(f"{json.dumps(n, ensure_ascii=False)}:{json.dumps(w)}" for n, w in sorted(weights.items()))
    head = f'{{"scale":{SCALE},"labels":{json.dumps(LABELS)},"weights":{{\n'
    (folder / "weights.json").write_text(f"{head}{listed}\n}}}}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
