"""Measures grouping beside its threshold, and what it costs: ``bench/grouping.py [--flat] [--growth] [--write]``.

``--flat`` puts the articles of ECB+ (dev and train, topic_subtopic labels) together at several thresholds and prints
B-cubed F1 for each: what holds at one point only would not hold elsewhere. ``--growth`` groups growing numbers of
synthetic articles, each happening told in copies and variants, and prints seconds and memory. ``--write`` puts what was
measured into ``docs/quality.md``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import places
from bench.page import renew
from bench.tasks.groups import article
from dragoman.model.article import Article
from dragoman.stories import articles
from dragoman.stories.copies import copied

THRESHOLDS = (0.09, 0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.17)
SIZES = (1_000, 2_000, 4_000, 8_000, 16_000)
FLAT = "<!-- flat: bench/grouping.py --flat --write -->", "<!-- end of flat -->"
GROWTH = "<!-- growth: bench/grouping.py --growth --write -->", "<!-- end of growth -->"
FLAT_SECTION = """## How flat the threshold of stories is

`bench/grouping.py --flat --write` renews this table: B-cubed F1 on ECB+ (topic_subtopic labels, articles without dates
and coding) at several thresholds of mean likeness; the program's own is in bold."""
GROWTH_SECTION = """## What grouping costs

`bench/grouping.py --growth --write` renews this table: synthetic happenings, each told by ten articles, half of them
copies; one core."""

SYLLABLES = (("kar", "mol", "ten", "ris", "vad", "lun", "bor", "sel"), "aeiou", "nrstlmdkvzpg")
WORDS = ["".join(parts) for parts in product(*SYLLABLES)]


def flat(half: str) -> Iterator[tuple[float, float]]:
    """Yield B-cubed F1 of a half of ECB+ at each threshold."""
    gold = json.loads((places.scorers() / "gold" / f"ecb_stories_{half}.json").read_text(encoding="utf-8"))
    known = [article(row) for row in _rows() if row["doc"] in gold]
    own = articles.TOGETHER
    for threshold in THRESHOLDS:
        articles.TOGETHER = threshold
        found = articles.alike_articles(known, {})
        yield threshold, b_cubed(gold, {a: str(n) for n, ids in enumerate(found) for a in ids})
    articles.TOGETHER = own


def _rows() -> Iterator[dict[str, str | None]]:
    """Yield the documents of ECB+; the first sentence stands in the place of the title."""
    path = places.data() / "stories" / "ecb_plus_train_dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            told = [" ".join(sentence["tokens"]) for sentence in row["sentences"]]
            yield {"doc": row["doc"], "title": told[0] if told else None, "text": " ".join(told), "date": None}


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return the harmonic mean of B-cubed precision and recall."""
    both = Counter((gold[i], found.get(i, i)) for i in gold)
    right = [both[gold[i], found.get(i, i)] for i in gold]
    there, here = Counter(gold.values()), Counter(found.get(i, i) for i in gold)
    precision = sum(r / here[found.get(i, i)] for i, r in zip(gold, right, strict=True)) / len(gold)
    recall = sum(r / there[gold[i]] for i, r in zip(gold, right, strict=True)) / len(gold)
    return 2 * precision * recall / (precision + recall)


def grow(size: int) -> tuple[float, float, int]:
    """Return the seconds that grouping takes, the memory in MB, and how many stories came out."""
    known = list(synthetic(size))
    started = time.perf_counter()
    copies = copied(known)
    found = articles.alike_articles(known, {}, copies.whole)
    taken = time.perf_counter() - started
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(found)


def synthetic(size: int) -> Iterator[Article]:
    """Yield articles: each happening has words of its own, ten articles a happening, every other one a copy."""
    chance = random.Random(7)
    for happening in range(size // 10):
        own = [f"{chance.choice(WORDS)}{chance.choice(WORDS)}".title() for _ in range(12)]
        day = f"2025-{1 + happening % 12:02}-{1 + happening % 28:02}"
        text = ""
        for number in range(10):
            if number % 2 == 0:
                text = ". ".join(" ".join(chance.sample(own, 5) + chance.sample(WORDS, 9)) for _ in range(8))
            row: dict[str, str | None] = {
                "doc": f"{happening:06}-{number}",
                "text": text,
                "title": " ".join(own[:4]),
                "date": day,
            }
            yield replace(article(row), outlet=f"Paper {number}")


def main(arguments: list[str] | None = None) -> int:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(prog="grouping.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--flat", action="store_true", help="B-cubed F1 at several thresholds")
    parser.add_argument("--growth", action="store_true", help="seconds and memory for growing numbers of articles")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--write", action="store_true", help="put the tables into docs/quality.md")
    options = parser.parse_args(arguments)
    if options.flat:
        told = {half: dict(flat(half)) for half in ("dev", "train")}
        heads = [f"**{t}**" if t == articles.TOGETHER else f"{t}" for t in THRESHOLDS]
        rows = [f"| {half} | {' | '.join(f'{100 * told[half][t]:.1f}' for t in THRESHOLDS)} |" for half in told]
        table = [f"| half | {' | '.join(heads)} |", f"| --- |{' --: |' * len(heads)}", *rows]
        print("\n".join(table))
        if options.write:
            renew(FLAT, table, section=FLAT_SECTION)
    if options.growth:
        table = ["| articles | seconds | ms an article | memory, MB | stories |", "| --: | --: | --: | --: | --: |"]
        for size in options.sizes:
            seconds, memory, count = grow(size)
            table.append(f"| {size:,} | {seconds:.1f} | {1000 * seconds / size:.2f} | {memory:.0f} | {count:,} |")
            print(table[-1])
        if options.write:
            renew(GROWTH, table, section=GROWTH_SECTION)
    return 0


if __name__ == "__main__":
    sys.exit(main())
