"""Measures who is told to have his text from whom: ``bench/origins.py [--half dev] [--misses] [--write]``.

``bench/data/origins`` has pairs of articles: reprints, rewrites, cuts, splices, accounts on one source, and independent
accounts, look-alikes and common background. The ``dev`` half may be read while rules are written; of the ``unseen``
half, by another hand, only figures are printed. ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.page import renew
from dragoman import ontology
from dragoman.articles import extract
from dragoman.model.article import Article, Page
from dragoman.stories.kinship import Kin, kin, trace

FOLDER = Path(__file__).parent / "data" / "origins"
HALVES = ("dev", "unseen")
MARKS = "<!-- origins: bench/origins.py --write -->", "<!-- end of origins -->"
SECTION = """## One origin

`bench/origins.py --write` renews this table: pairs of articles, half of them by another hand than the rules. *One
origin*: one is copied, rewritten, cut or spliced from the other, both carry one agency's text, or both rest on one
named source alone. Two independent accounts, two happenings of one kind, common background and a common quotation
are not."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles and whether they go back to one origin; ``found`` is how the program takes them."""

    id: str
    cls: str
    same: bool
    found: Kin | None


def pairs(half: str) -> Iterator[Pair]:
    """Yield the pairs of one half as the program takes them."""
    world = ontology.load()
    for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        one, other = (trace(article(row[side]), world) for side in "ab")
        yield Pair(row["id"], row["class"], row["same"], kin(one, other))


def article(told: dict[str, str]) -> Article:
    """Return a side of a pair as an article, extracted as a file of plain text is."""
    text = f"{told['outlet']}\n\n{told['title']}\n\n{told['published']}\n\n{told['text']}"
    return extract(Page("pair.txt", text.encode(), "text/plain"), ontology=ontology.load())


def f1(found: Sequence[Pair]) -> float:
    """Return the F1 of "one origin"."""
    right = sum(p.same and p.found is not None for p in found)
    return 2 * right / max(1, sum(p.same for p in found) + sum(p.found is not None for p in found))


HEAD = ("| half | pairs | of one origin | precision | recall | F1 |", "| --- | --: | --: | --: | --: | --: |")


def line(half: str, found: Sequence[Pair]) -> str:
    """Return a row of the table."""
    right = sum(p.same and p.found is not None for p in found)
    same, told = sum(p.same for p in found), sum(p.found is not None for p in found)
    shares = f"{right / max(1, told):.3f} | {right / max(1, same):.3f} | {f1(found):.3f}"
    return f"| {half} | {len(found)} | {same} | {shares} |"


def by_class(found: Sequence[Pair]) -> Iterator[str]:
    """Yield for each class how many pairs are rightly taken."""
    for cls in sorted({p.cls for p in found}):
        mine = [p for p in found if p.cls == cls]
        yield f"  {cls:14} {sum(p.same == (p.found is not None) for p in mine):3} of {len(mine)}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table, by class where it is asked for."""
    parser = argparse.ArgumentParser(prog="origins.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--classes", action="store_true", help="count by class")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in dev")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    options = parser.parse_args(arguments)
    halves = (options.half,) if options.half else HALVES
    found = {half: list(pairs(half)) for half in halves}
    table = [*HEAD, *(line(half, told) for half, told in found.items())]
    print("\n".join(table))
    if options.classes:
        print("\n".join(row for half, told in found.items() for row in (half, *by_class(told))))
    if options.misses:
        print("\n".join(f"  {p.id} {p.cls} {p.found}" for p in found.get("dev", []) if p.same == (p.found is None)))
    if options.write:
        renew(MARKS, table, section=SECTION)
    return 0


if __name__ == "__main__":
    sys.exit(main())
